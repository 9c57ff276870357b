"""What a paper is: number and symbol, date, issuer, subject, and the page that proves the criterion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.assessment import Citation
from app.errors import AppError
from ui import tokens
from ui.dialogs.dialog import Dialog
from ui.jobs import Job
from ui.notices import sentence_for
from ui.widgets.boxes import column, row
from ui.widgets.date_entry import DateEntry, read_date
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class CitationDialog(Dialog):
    """`given` carries (citation, page) to be kept; hand the job that does so to `follow`, what it raises to `tell`.

    The dialog goes once they are on disk and stays with all that was typed where they are not. A date is optional; one
    that can't be read stays and is told.
    """

    given = Signal(object, str)

    def __init__(
        self, parent: QWidget | None, *, citation: Citation | None = None, page: str = "", file: str = ""
    ) -> None:
        title = self.tr("Citation of the file") if file else self.tr("Cite a paper without a file")
        super().__init__(title, parent, width=560)
        self._job: Job | None = None
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
        self._trouble = Label("", wrap=True, selectable=True)
        self._trouble.setObjectName("trouble")
        self._trouble_line = Sheet(row(Icon("circle-alert", "bad"), (self._trouble, 1), gap=8), look="bad")
        self._trouble_line.hide()
        self._fields = column(
            row((self._number_field, 1), self._date_field),
            Field(self.tr("Issued by"), self._issuer),
            Field(self.tr("Subject"), self._subject),
            Field(self.tr("Page, section that proves this criterion"), self._page),
            gap=tokens.GROUP,
        )
        self.add(self._fields, self._trouble_line)
        self._main = self.set_acts(self.tr("Save the citation"), self.tr("Leave unchanged"))
        self._number.setFocus()

    def follow(self, job: Job) -> None:
        """Waits for the job that keeps what was typed."""
        self._job = job
        self._trouble_line.hide()
        self._set_free(False)
        job.succeeded.connect(self._on_kept)
        job.finished.connect(self._on_finished)

    def tell(self, error: AppError) -> None:
        """Why it was not kept; everything stays to be tried again."""
        self._trouble.setText(sentence_for(error))
        self._trouble_line.show()

    def values(self) -> tuple[Citation, str]:
        citation = Citation(
            number=self._number.value(),
            date=self._date.value(),
            issuer=self._issuer.value(),
            subject=self._subject.value(),
        )
        return citation, self._page.value()

    def accept(self) -> None:
        if self._job is not None:
            return
        citation, page = self.values()
        bad_date = bool(citation.date) and read_date(citation.date) is None
        self._date_field.complain(self.tr("Write dd/mm/yyyy.") if bad_date else "")
        nothing = not any((citation.number, citation.issuer, citation.subject))
        self._number_field.complain(self.tr("Write at least the number, the issuer or the subject.") if nothing else "")
        if not bad_date and not nothing:
            self.given.emit(citation, page)

    def reject(self) -> None:
        """What is being written can't be taken back: it is waited for."""
        if self._job is None:
            super().reject()

    def _on_kept(self, _: object) -> None:
        super().accept()

    def _on_finished(self) -> None:
        self._job = None
        self._set_free(True)
        self._main.setFocus()

    def _set_free(self, is_free: bool) -> None:
        self._fields.setEnabled(is_free)
        if self._acts is not None:
            self._acts.setEnabled(is_free)

    def _entry(self, name: str, label: str, hint: str, value: str) -> Entry:
        entry = Entry(label, hint)
        entry.setObjectName(name)
        entry.set_text(value)
        return entry
