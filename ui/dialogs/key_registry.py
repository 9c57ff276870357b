"""What an authority writes into its book of agencies, and how an accepted key is ended."""

from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from app.domain import check_code
from app.domain.deadline import VIETNAM
from app.operations.authority.registry import DIGITS, Entry
from ui.dialogs.dialog import Dialog
from ui.dialogs.key_care import LOST, REPLACED, STOLEN, effect
from ui.widgets.boxes import row
from ui.widgets.chips import ChoiceRow
from ui.widgets.date_entry import DateEntry
from ui.widgets.entry import Entry as EntryField
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class RegistryEntryDialog(Dialog):
    """`value()` is what is known of one agency from elsewhere than its files."""

    def __init__(self, agency: str, known: Entry, waiting: str, parent: QWidget | None) -> None:
        super().__init__(agency, parent, width=640)
        self._known, self._waiting = known, waiting
        self._telephone = EntryField(self.tr("Telephone"), width=180)
        self._contact = EntryField(self.tr("Whom to ask for"))
        self._code = EntryField(self.tr("Check code in the letter"), "12345 67890 12345 67890 12345 67890")
        self._source = EntryField(self.tr("Which letter"), self.tr("For example: No. 12/UBND-VP, 03/11/2026"))
        for widget, name, words in (
            (self._telephone, "telephone", known.telephone),
            (self._contact, "contact", known.contact),
            (self._code, "code", known.check_code),
            (self._source, "source", known.source),
        ):
            widget.setObjectName(f"entry-{name}")
            widget.set_text(words)
        self._code.textEdited.connect(self._judge)
        self._code_field = Field(
            self.tr("Check code in the letter"), self._code,
            self.tr("Six groups of five digits, from the letter itself. A code in the same file proves nothing."),
        )  # fmt: skip
        self._sign, self._says = Icon("circle-check", "good"), Label("", weight="medium", wrap=True)
        self._match = row(self._sign, (self._says, 1), gap=8)
        self.add(
            row(Field(self.tr("Telephone"), self._telephone), (Field(self.tr("Whom to ask for"), self._contact), 1)),
            Field(self.tr("Which letter"), self._source),
            self._code_field,
            self._match,
        )
        self.add(None)
        self.set_acts(self.tr("Keep in the registry"), self.tr("Close"), icon="save")
        self._judge()
        self._code.setFocus()

    def value(self) -> Entry:
        return Entry(
            self._known.agency,
            telephone=self._telephone.value(),
            contact=self._contact.value(),
            check_code=self._code.value(),
            source=self._source.value(),
        )

    def _judge(self) -> None:
        digits = sum(sign.isdigit() for sign in self._code.text())
        is_whole = digits == DIGITS and bool(self._waiting)
        fits = is_whole and check_code.fits(self._code.text(), self._waiting)
        self._match.setVisible(is_whole)
        self._sign.show_icon("circle-check" if fits else "circle-x", "good" if fits else "bad")
        self._says.set_tone("good" if fits else "bad")
        self._says.setText(
            self.tr("The key of the file received has this very code.")
            if fits
            else self.tr("The key of the file received has another code.")
        )
        self._code_field.complain()

    def accept(self) -> None:
        digits = sum(sign.isdigit() for sign in self._code.text())
        if digits not in (0, DIGITS):
            self._code_field.complain(self.tr("The code has %n digit(s) so far, 30 are needed.", "", digits))
            self._code.setFocus()
            return
        super().accept()


class CloseKeyDialog(Dialog):
    """`values()` is (why, how one knows, from when): as `trusting.close_key` takes them; None: from now."""

    def __init__(self, agency: str, now: datetime, parent: QWidget | None) -> None:
        super().__init__(self.tr("End the key of {agency}").format(agency=agency), parent, width=620)
        self._now = now
        self._why = ChoiceRow([(REPLACED, self.tr("Replaced")), (LOST, self.tr("Lost")), (STOLEN, self.tr("Stolen"))])
        self._why.setObjectName("why")
        self._why.chosen.connect(lambda _: self._tell())
        self._day = DateEntry(self.tr("From which day"))
        self._day.setObjectName("day")
        self._day.set_date(now.date())
        self._day_field = Field(self.tr("From which day"), self._day)
        self._how = TextArea(
            self.tr("Who said so, and how"), self.tr("For example: the chair by telephone; letter No. 15, 14/11/2026"),
            least=2, most=4,
        )  # fmt: skip
        self._how.setObjectName("note")
        self._how_field = Field(self.tr("Who said so, and how"), self._how)
        self._later = Label("", wrap=True)
        self._later_sign = Icon("triangle-alert", "warn")
        self.add(
            row((Field(self.tr("Why"), self._why), 1), self._day_field),
            Sheet(
                effect("history", "ink-soft", self.tr("What was received before that day stays as it was found.")),
                row(self._later_sign, (self._later, 1), gap=8),
                effect("key-round", "ink-soft", self.tr("A new key is compared and accepted as the first one was.")),
                look="well",
                gap=8,
            ),
            self._how_field,
        )
        self.add(None)
        self.set_acts(self.tr("End the key"), self.tr("Leave it"), icon="shield-x")
        self._tell()

    def choose(self, why: str) -> None:
        """Chooses a reason, as a click does."""
        self._why.set_value(why)
        self._tell()

    def _tell(self) -> None:
        stolen = self._why.value() == STOLEN
        self._later_sign.show_icon("triangle-alert", "bad" if stolen else "warn")
        self._later.setText(
            self.tr("Whatever comes under this key from that day on is refused.")
            if stolen
            else self.tr("What comes under this key from that day on is read, but who sent it is not settled.")
        )

    def values(self) -> tuple[str, str, datetime | None]:
        day = self._day.date()
        assert day is not None
        at = None if day >= self._now.date() else datetime.combine(day, time(), VIETNAM)
        return str(self._why.value()), self._how.value(), at

    def accept(self) -> None:
        day = self._day.date()
        late = day is not None and day > self._now.date()
        wrong = "" if day else self.tr("Write the date as day/month/year.")
        self._day_field.complain(self.tr("This day has not come yet.") if late else wrong)
        self._how_field.complain("" if self._how.value() else self.tr("Say who told it and how."))
        if day is not None and not late and self._how.value():
            super().accept()
