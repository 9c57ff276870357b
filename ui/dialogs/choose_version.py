"""Two different submissions bear one number: what stands in each, where they differ, and which one counts."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.numbers import from_stored
from app.operations.comparing import Difference, Field, Received
from ui import language
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.authority_kit import labelled, moment
from ui.widgets.boxes import row
from ui.widgets.field import Field as Labelled
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Option
from ui.widgets.views import TableView


class ChooseVersionDialog(Dialog):
    """`chosen_id()` and `reason()` go to `collecting.choose`."""

    def __init__(self, agency: str, telephone: str, versions: Sequence[Received], parent: QWidget | None) -> None:
        super().__init__(_title(agency), parent, width=860)
        self._versions = versions
        self._decimals = versions[0].framework.decimals
        self._options = {item.id: Option(self._name(number)) for number, item in enumerate(versions)}
        for option in self._options.values():
            option.toggled.connect(self._on_toggled)
        told = self.tr(
            "Both files are intact and both are kept. Ask {contact} which one is official; the other becomes history."
        )
        holder = row(*((self._card(item), 1) for item in versions))
        for option in self._options.values():
            option.setAutoExclusive(False)
        columns: tuple[Column[Difference], ...] = (
            Column(self.tr("Criterion"), self._place),
            Column(self.tr("What differs"), self._field, width=210),
            Column(self._name(0), lambda item: self._value(item, item.first), width=180),
            Column(self._name(1), lambda item: self._value(item, item.second), width=180),
        )
        numbers: dict[int, int] = {}
        self._model = RowsModel(columns, (), key=lambda item: numbers.setdefault(id(item), len(numbers)), parent=self)
        self._table = TableView(self.tr("Differences"), self._model, lines=2)
        self._table.setMinimumHeight(120)
        self._count = Label("", weight="medium")
        self._reason = TextArea(self.tr("Reason"), self.tr("For example: confirmed by telephone by the focal officer"))
        self._reason.setObjectName("reason")
        self._reason_field = Labelled(self.tr("Reason (stands in the journal)"), self._reason)
        self.add(
            Label(told.format(contact=telephone or self.tr("the focal officer")), wrap=True),
            holder,
            self._count,
            (framed(self._table), 1),
            self._reason_field,
        )
        self.set_acts(self.tr("Take the chosen one"), self.tr("Decide later"))

    def chosen_id(self) -> str:
        return next((id_ for id_, option in self._options.items() if option.isChecked()), "")

    def reason(self) -> str:
        return self._reason.value()

    def show_differences(self, found: Sequence[Difference]) -> None:
        self._count.setText(self.tr("They differ in %n place(s)", "", len(found)))
        self._model.replace(found)

    def accept(self) -> None:
        self._reason_field.complain("" if self.reason() else self.tr("Say why this one counts."))
        if not self.chosen_id():
            next(iter(self._options.values())).setFocus()
        elif self.reason():
            super().accept()

    def _name(self, number: int) -> str:
        return self.tr("File {letter}").format(letter="ABCDEFGH"[number])

    def _card(self, item: Received) -> QWidget:
        who = f"{item.confirmation.name}, {item.confirmation.title}" if item.confirmation else "–"
        return Sheet(
            self._options[item.id],
            row(
                (labelled(self.tr("Received"), moment(item.received_at)), 1),
                (labelled(self.tr("Total"), language.number_text(item.total, self._decimals)), 1),
            ),
            labelled(self.tr("Confirmed by"), who),
            labelled(self.tr("File"), item.file_name),
            gap=4,
        )

    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            for option in self._options.values():
                if option is not self.sender():
                    option.setChecked(False)

    def _place(self, item: Difference) -> Cell:
        if item.place is None:
            return Cell(self.tr("The whole submission"))
        return Cell(item.place.node.title, code=item.place.node.code, code_room=5)

    def _field(self, item: Difference) -> Cell:
        words = {
            Field.POINTS: self.tr("Points"),
            Field.INPUT: item.label,
            Field.GROUND: self.tr("Not applicable"),
            Field.EXPLANATION: self.tr("Explanation"),
            Field.EVIDENCE: self.tr("Evidence"),
            Field.CONFIRMATION: self.tr("Confirmed by"),
        }
        return Cell(words[item.field], tone="ink-soft")

    def _value(self, item: Difference, value: str) -> Cell:
        if item.field is Field.POINTS and value:
            return Cell(language.number_text(from_stored(value), self._decimals))
        is_number = value.replace(".", "", 1).removeprefix("-").isdigit()
        shown = language.number_text(Fraction(value), len(value.partition(".")[2])) if is_number else value
        return Cell(shown or "–")


def _title(agency: str) -> str:
    return QCoreApplication.translate("ChooseVersionDialog", "{agency}: which file is official?").format(agency=agency)
