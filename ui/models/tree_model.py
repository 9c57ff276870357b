"""A tree of row objects, any depth: groups and their criteria."""

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from ui.models.cell import Cell
from ui.models.columns import Column, Row, cell_data, head_data
from ui.models.rows_model import NOWHERE, Index, itself


@dataclass(frozen=True, slots=True)
class Branch(Generic[Row]):
    """A row object and what hangs below it."""

    row: Row
    children: "tuple[Branch[Row], ...]" = ()


@dataclass(slots=True)
class _Node(Generic[Row]):
    row: Row
    place: int  # among its siblings
    above: int  # number of the parent, -1 at the top
    below: list[int]


class TreeModel(QAbstractItemModel, Generic[Row]):
    """Indexes hold the number of a node in one flat list, walked from the top; `key` tells rows apart."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        branches: Sequence[Branch[Row]] = (),
        *,
        key: Callable[[Row], Hashable] = itself,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._nodes: list[_Node[Row]] = []
        self._top: list[int] = []
        self._cells: dict[tuple[int, int], Cell] = {}
        self._lay(branches)

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        return self._columns

    def set_title(self, at: int, title: str) -> None:
        """Another head for a column, such as a framework's own name for a criterion."""
        if self._columns[at].title != title:
            changed = dataclasses.replace(self._columns[at], title=title)
            self._columns = (*self._columns[:at], changed, *self._columns[at + 1 :])
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, at, at)

    def row_at(self, index: Index) -> Row:
        return self._nodes[index.internalId()].row

    def key_at(self, index: Index) -> Hashable:
        return self._key(self.row_at(index))

    def index_of(self, key: Hashable) -> QModelIndex:
        for number, node in enumerate(self._nodes):
            if self._key(node.row) == key:
                return self.createIndex(node.place, 0, number)
        return QModelIndex()

    def walk(self) -> Iterator[QModelIndex]:
        """Every node from top to bottom."""
        for number, node in enumerate(self._nodes):
            yield self.createIndex(node.place, 0, number)

    def replace(self, branches: Sequence[Branch[Row]]) -> None:
        """Show this tree; when the same nodes stand in the same places, nothing but their content moves."""
        before = self._shape()
        old = (self._nodes, self._top)
        self._lay(branches)
        if self._shape() == before:
            self._tell_all()
            return
        fresh = (self._nodes, self._top)
        self._nodes, self._top = old
        self.beginResetModel()
        self._nodes, self._top = fresh
        self.endResetModel()

    def update_row(self, row: Row) -> None:
        """Put a new row object in the place of the one with the same key; an unknown one is left out."""
        index = self.index_of(self._key(row))
        if index.isValid():
            number = index.internalId()
            self._nodes[number].row = row
            for column in range(len(self._columns)):
                self._cells.pop((number, column), None)
            self.dataChanged.emit(index, index.siblingAtColumn(len(self._columns) - 1))

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if row < 0 or not 0 <= column < len(self._columns):
            return QModelIndex()
        below = self._below(parent)
        return self.createIndex(row, column, below[row]) if row < len(below) else QModelIndex()

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = self._nodes[index.internalId()].above if index.isValid() else -1
        return self.createIndex(self._nodes[above].place, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self._columns)

    def cell_at(self, number: int, column: int) -> Cell:
        cell = self._cells.get((number, column))
        if cell is None:
            cell = self._cells[number, column] = self._columns[column].cell(self._nodes[number].row)
        return cell

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return cell_data(self.cell_at(index.internalId(), index.column()), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            return head_data(self._columns[section], role)
        return None

    def _below(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].below if parent.isValid() else self._top

    def _shape(self) -> list[tuple[int, Hashable]]:
        return [(node.above, self._key(node.row)) for node in self._nodes]

    def _lay(self, branches: Sequence[Branch[Row]]) -> None:
        self._nodes, self._cells = [], {}
        self._top = self._lay_below(branches, -1)

    def _lay_below(self, branches: Sequence[Branch[Row]], above: int) -> list[int]:
        numbers = []
        for place, branch in enumerate(branches):
            number = len(self._nodes)
            numbers.append(number)
            self._nodes.append(_Node(branch.row, place, above, []))
            self._nodes[number].below = self._lay_below(branch.children, number)
        return numbers

    def _tell_all(self) -> None:
        last = len(self._columns) - 1
        for parent in (QModelIndex(), *self.walk()):
            count = self.rowCount(parent)
            if count:
                self.dataChanged.emit(self.index(0, 0, parent), self.index(count - 1, last, parent))
