"""Accepting keys: the code is compared by telephone or letter first; what was read out may be typed to be sure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain import check_code
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.boxes import row
from ui.widgets.chips import ChoiceRow
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.sheet import framed, well
from ui.widgets.text import Label
from ui.widgets.views import TableView

TELEPHONE, LETTER, IN_PERSON = "telephone", "letter", "in_person"
_DIGITS = 30


@dataclass(frozen=True, slots=True)
class KeyToAccept:
    """Whose key, its check code, and whom to call by the registry. `is_other`: another one was accepted before.

    `letter` is the code of the official letter where it is another: then the code must be heard and typed.
    """

    agency: str
    name: str
    spki: str
    check_code: str
    contact: str
    is_other: bool
    letter: str = ""


class KeyDialog(Dialog):
    """`how()` says where the codes were compared, `typed()` what was heard, `reason()` why a key before it ended."""

    def __init__(self, keys: Sequence[KeyToAccept], parent: QWidget | None) -> None:
        super().__init__(_title(keys), parent, width=560)
        one = len(keys) == 1
        self._keys = keys
        ways = ((TELEPHONE, self.tr("By telephone")), (LETTER, self.tr("By letter")), (IN_PERSON, self.tr("In person")))
        self._how = ChoiceRow(ways)
        self._how.setObjectName("how")
        self._why = ChoiceRow(
            [("replaced", self.tr("Replaced")), ("lost", self.tr("Lost")), ("stolen", self.tr("Stolen"))]
        )
        self._why.setObjectName("why")
        self._typed = Entry(self.tr("Code read out"), self.tr("six groups of five digits"))
        self._typed.setObjectName("typed-code")
        self._typed.textEdited.connect(self._judge)
        must = one and bool(keys[0].letter)
        asked = self.tr("Code read out") if must else self.tr("Code read out (not required)")
        self._field = Field(asked, self._typed)
        self._sign, self._says = Icon("circle-check", "good"), Label(tone="good", weight="medium")
        self._match = row(self._sign, (self._says, 1), gap=8)
        self._match.setVisible(False)
        if one:
            self._lay_one(keys[0])
        else:
            self._lay_several()
        act = self.tr("Accept key") if one else self.tr("Accept %n key(s)", "", len(keys))
        self._main = self.set_acts(act, self.tr("Do not accept yet"), icon="key-round")

    def how(self) -> str:
        return str(self._how.value())

    def typed(self) -> str:
        return self._typed.value()

    def reason(self) -> str:
        return str(self._why.value())

    def accept(self) -> None:
        if self._judge():
            super().accept()
        else:
            self._typed.setFocus()

    def _lay_one(self, key: KeyToAccept) -> None:
        if key.is_other:
            told = self.tr("Another key was accepted before. Call the number known from before, never one in the file.")
            self.add(row(Icon("triangle-alert", "warn", 20), (Label(told, tone="warn", wrap=True), 1), gap=8))
        if key.letter:
            told = self.tr("The letter says another code: {code}. Ask which one is right before anything is accepted.")
            words = Label(told.format(code=key.letter), tone="bad", wrap=True, selectable=True)
            self.add(row(Icon("triangle-alert", "bad", 20), (words, 1), gap=8))
        groups = key.check_code.split()
        self.add(
            well(
                Label(self.tr("Check code of the file received"), "hint", "ink-soft"),
                Label("   ".join(groups[:3]), "figure", weight="medium", selectable=True),
                Label("   ".join(groups[3:]), "figure", weight="medium", selectable=True),
                row(Icon("phone"), (Label(key.contact or self.tr("No telephone in the list")), 1), gap=8),
            ),
            Field(self.tr("Compared"), self._how),
            self._field,
            self._match,
        )
        if key.is_other:
            self.add(Field(self.tr("Why the key accepted before ended"), self._why))

    def _lay_several(self) -> None:
        told = self.tr("Accept only those whose code was compared. Each code stands in the list.")
        columns: tuple[Column[KeyToAccept], ...] = (
            Column(self.tr("Agency"), lambda key: Cell(key.name, second=key.contact)),
            Column(self.tr("Check code"), lambda key: Cell(key.check_code), width=280),
        )
        model = RowsModel(columns, self._keys, key=lambda key: key.agency, parent=self)
        table = TableView(self.tr("Keys"), model, second=True)
        table.setMinimumHeight(220)
        self.setMinimumWidth(640)
        self.add(Label(told, wrap=True), (framed(table), 1), Field(self.tr("Compared"), self._how))

    def _judge(self) -> bool:
        """Whether nothing typed speaks against accepting."""
        digits = sum(sign.isdigit() for sign in self._typed.text())
        fits = len(self._keys) == 1 and check_code.fits(self._typed.text(), self._keys[0].check_code)
        self._match.setVisible(fits)
        if fits:
            self._says.setText(self.tr("The code is the same."))
        must = len(self._keys) == 1 and bool(self._keys[0].letter)
        wrong = (must or bool(self._typed.value())) and not fits
        ended = self.tr("The code differs. Do not accept the key; ask the sender to read it once more.")
        short = self.tr("The code has %n digit(s) so far, 30 are needed.", "", digits)
        self._field.complain((ended if digits >= _DIGITS else short) if wrong else "")
        return not wrong


def _title(keys: Sequence[KeyToAccept]) -> str:
    if len(keys) == 1:
        return QCoreApplication.translate("KeyDialog", "Accept the key of {agency}").format(agency=keys[0].name)
    return QCoreApplication.translate("KeyDialog", "Accept %n key(s)", "", len(keys))
