"""What a paper is: number and symbol, date, issuer, subject, and the page that proves the criterion."""

from PySide6.QtWidgets import QWidget

from app.domain.assessment import Citation
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import row
from ui.widgets.date_entry import DateEntry, read_date
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class CitationDialog(Dialog):
    """`values()` is (citation, page). A date is optional; one that can't be read stays and is told."""

    def __init__(
        self, parent: QWidget | None, *, citation: Citation | None = None, page: str = "", file: str = ""
    ) -> None:
        title = self.tr("Citation of the file") if file else self.tr("Cite a paper without a file")
        super().__init__(title, parent, width=560)
        told = citation or Citation()
        self._number = self._entry(
            "number", self.tr("Number, symbol"), self.tr("For example: 212/BC-UBND"), told.number
        )
        self._date = DateEntry(self.tr("Date"), width=136)
        self._date.setObjectName("date")
        self._date.set_text(told.date)
        self._issuer = self._entry(
            "issuer", self.tr("Issued by"), self.tr("For example: UBND xã Hòa Bình"), told.issuer
        )
        self._subject = TextArea(self.tr("Subject"), self.tr("What the paper is about, as printed on it"), most=4)
        self._subject.setObjectName("subject")
        self._subject.set_text(told.subject)
        self._page = self._entry(
            "page", self.tr("Page, section"), self.tr("For example: page 3, section II.2"), page or told.page
        )
        self._date_field = Field(self.tr("Date"), self._date)
        self._number_field = Field(self.tr("Number, symbol"), self._number)
        if file:
            self.add(Label(file, tone="ink-soft", wrap=True))
        self.add(
            row((self._number_field, 1), self._date_field),
            Field(self.tr("Issued by"), self._issuer),
            Field(self.tr("Subject"), self._subject),
            Field(self.tr("Page, section that proves this criterion"), self._page),
        )
        self.set_acts(self.tr("Save the citation"), self.tr("Leave unchanged"))
        self._number.setFocus()

    def values(self) -> tuple[Citation, str]:
        citation = Citation(
            number=self._number.value(),
            date=self._date.value(),
            issuer=self._issuer.value(),
            subject=self._subject.value(),
        )
        return citation, self._page.value()

    def accept(self) -> None:
        citation, _ = self.values()
        bad_date = bool(citation.date) and read_date(citation.date) is None
        self._date_field.complain(self.tr("Write dd/mm/yyyy.") if bad_date else "")
        nothing = not any((citation.number, citation.issuer, citation.subject))
        self._number_field.complain(self.tr("Write at least the number, the issuer or the subject.") if nothing else "")
        if not bad_date and not nothing:
            super().accept()

    def _entry(self, name: str, label: str, hint: str, value: str) -> Entry:
        entry = Entry(label, hint)
        entry.setObjectName(name)
        entry.set_text(value)
        return entry
