"""Field by field, where two submissions differ: criterion, what it is, and what stands in each."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.numbers import from_stored
from app.operations.authority.comparing import Difference, Field
from ui import language
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.boxes import fill
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView

_LEAST = 120
_ROWS = 5  # stand without a scroll bar of their own inside a dialog that may scroll already


class Differences(QWidget):
    """Two columns of values under the names given; empty until `show_found`."""

    def __init__(self, names: tuple[str, str], decimals: int) -> None:
        super().__init__()
        self._decimals = decimals
        self._count = Label(self.tr("Being compared…"), weight="medium")
        columns: tuple[Column[Difference], ...] = (
            Column(self.tr("Criterion"), self._place),
            Column(self.tr("What differs"), lambda item: Cell(field_words(item), tone="ink-soft"), width=190),
            Column(names[0], lambda item: Cell(value_words(item, item.first, decimals)), width=180),
            Column(names[1], lambda item: Cell(value_words(item, item.second, decimals)), width=180),
        )
        numbers: dict[int, int] = {}
        self._model = RowsModel(columns, (), key=lambda item: numbers.setdefault(id(item), len(numbers)), parent=self)
        self._table = TableView(self.tr("Differences"), self._model, lines=2)
        self._table.setMinimumHeight(_LEAST)
        fill(QVBoxLayout(self), [self._count, (framed(self._table), 1)], gap=8)

    def show_found(self, found: Sequence[Difference]) -> None:
        self._count.setText(
            self.tr("They differ in %n place(s)", "", len(found)) if found else self.tr("Nothing else differs.")
        )
        self._model.replace(found)
        self._table.setMinimumHeight(max(_LEAST, self._table.height_of_rows(_ROWS)))

    def _place(self, item: Difference) -> Cell:
        if item.place is None:
            return Cell(self.tr("The whole submission"))
        return Cell(item.place.node.title, code=item.place.node.code, code_room=5)


def field_words(item: Difference) -> str:
    """What differs, in words."""
    words = {
        Field.POINTS: QCoreApplication.translate("Differences", "Points"),
        Field.INPUT: item.label,
        Field.GROUND: QCoreApplication.translate("Differences", "Not applicable"),
        Field.EXPLANATION: QCoreApplication.translate("Differences", "Explanation"),
        Field.EVIDENCE: QCoreApplication.translate("Differences", "Evidence"),
        Field.CONFIRMATION: QCoreApplication.translate("Differences", "Confirmed by"),
    }
    return words[item.field]


def value_words(item: Difference, value: str, decimals: int) -> str:
    """What stands there, numbers as people write them; "–" for nothing."""
    if item.field is Field.POINTS and value:
        return language.number_text(from_stored(value), decimals)
    is_number = value.replace(".", "", 1).removeprefix("-").isdigit()
    shown = language.number_text(Fraction(value), len(value.partition(".")[2])) if is_number else value
    return shown or "–"
