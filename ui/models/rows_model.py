"""A table over a Python list of row objects; columns are functions, sorting is `list.sort`."""

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.models.cell import Cell
from ui.models.columns import Column, Row, cell_data, head_data

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def itself(row: Hashable) -> Hashable:
    """The key of rows that are told apart by all they hold."""
    return row


class RowsModel(QAbstractTableModel, Generic[Row]):
    """`key` tells rows apart across a refresh, so that a view keeps its place; by default the row itself."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        rows: Iterable[Row] = (),
        *,
        key: Callable[[Row], Hashable] = itself,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._given = list(rows)
        self._rows = list(self._given)
        self._cells: dict[tuple[int, int], Cell] = {}
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        return self._columns

    def set_title(self, at: int, title: str) -> None:
        """Another head for a column, such as a framework's own name for a criterion."""
        if self._columns[at].title != title:
            changed = dataclasses.replace(self._columns[at], title=title)
            self._columns = (*self._columns[:at], changed, *self._columns[at + 1 :])
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, at, at)

    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> Row:
        return self._rows[index.row()]

    def key_at(self, index: Index) -> Hashable:
        return self._key(self._rows[index.row()])

    def index_of(self, key: Hashable) -> QModelIndex:
        """Where the row with this key stands; an invalid index when it is gone."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number, 0)
        return QModelIndex()

    def replace(self, rows: Iterable[Row]) -> None:
        """Show these rows; when they are the same ones with other content, nothing but the content moves."""
        given = list(rows)
        ordered = self._in_order(given)
        same = [self._key(row) for row in ordered] == [self._key(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._given, self._rows = given, ordered
        self._cells.clear()
        if not same:
            self.endResetModel()
        elif ordered:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(self._columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, stably; -1 is the order the rows were given in."""
        self._sorted = (column, order) if 0 <= column < len(self._columns) else None
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        moved = self.persistentIndexList()
        self._rows = self._in_order(self._given)
        places = {id(row): number for number, row in enumerate(self._rows)}
        self._cells.clear()
        self.changePersistentIndexList(
            moved, [self.index(places[id(before[index.row()])], index.column()) for index in moved]
        )
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def cell_at(self, row: int, column: int) -> Cell:
        cell = self._cells.get((row, column))
        if cell is None:
            cell = self._cells[row, column] = self._columns[column].cell(self._rows[row])
        return cell

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return cell_data(self.cell_at(index.row(), index.column()), role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        edit = self._columns[index.column()].edit if index.isValid() else None
        if edit is None or role != Qt.ItemDataRole.EditRole:
            return False
        edit(self._rows[index.row()], str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            return head_data(self._columns[section], role)
        return None

    def _in_order(self, rows: list[Row]) -> list[Row]:
        if self._sorted is None:
            return list(rows)
        order = self._columns[self._sorted[0]].order
        if order is None:
            return list(rows)
        return sorted(rows, key=order, reverse=self._sorted[1] == Qt.SortOrder.DescendingOrder)
