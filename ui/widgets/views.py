"""Tables and trees ready for use: one delegate, whole rows, no grid, keys that work, a place kept on refresh."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView

from ui import theme
from ui.delegates.cells import FIRST, ICON, INDENT, PAD, CellDelegate
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.models.tree_model import TreeModel
from ui.widgets import text

_LEAST = 120  # a column that takes the rest never gets less
_NAMES = 160  # in which most names of communes can be read in full
_SPARE = 6  # beside a title: the style measures a little wider than the words
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
"""What the program chooses is chosen alone, whatever key is held down: Qt's own choice would add to what was."""


def _prepare(view: QAbstractItemView, name: str, several: bool) -> None:
    text.name(view, name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    mode = QAbstractItemView.SelectionMode
    view.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    trigger = QAbstractItemView.EditTrigger
    view.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked | trigger.AnyKeyPressed)


def _spread(view: QAbstractItemView, head: QHeaderView, columns: tuple[Column[Any], ...], fixed: bool) -> None:
    """Give every column its width and the rest to those that ask for none."""
    look = theme.current()
    for number, column in enumerate(columns):
        if column.width and fixed:
            head.resizeSection(number, least_width(column, number))
    shown = [number for number in range(len(columns)) if not head.isSectionHidden(number)]
    taking = [number for number in shown if not columns[number].width]
    rest = view.viewport().width() - sum(head.sectionSize(n) for n in shown if n not in taking)
    for number in taking:
        head.resizeSection(number, max(look.px(_LEAST), rest // len(taking)))


def least_width(column: Column[Any], number: int) -> int:
    """The pixels below which what stands in a column is cut; `number` is its place."""
    return max(theme.current().px(column.width or _NAMES), _head_width(column, number))


def _head_width(column: Column[Any], number: int) -> int:
    """What a title needs to be read in full."""
    words = QFontMetrics(theme.current().font("hint", "medium")).horizontalAdvance(column.title)
    return words + 2 * PAD + (FIRST - PAD if number == 0 else 0) + _SPARE if words else 0


class _Place(QObject):
    """Keeps the current row, and what is open in a tree, over a reset of the model."""

    def __init__(self, view: QAbstractItemView, model: RowsModel[Any] | TreeModel[Any]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._key: Hashable = None
        self._closed: set[Hashable] = set()
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    def _on_about_to_reset(self) -> None:
        current = self._view.currentIndex()
        self._key = self._model.key_at(current) if current.isValid() else None
        if isinstance(self._view, QTreeView) and isinstance(self._model, TreeModel):
            self._closed = {
                self._model.key_at(index)
                for index in self._model.walk()
                if self._model.hasChildren(index) and not self._view.isExpanded(index)
            }

    def _on_reset(self) -> None:
        if isinstance(self._view, QTreeView) and isinstance(self._model, TreeModel):
            for index in list(self._model.walk()):
                self._view.setExpanded(index, self._model.key_at(index) not in self._closed)
        if self._key is not None:
            self._view.setCurrentIndex(self._model.index_of(self._key))


class TableView(QTableView):
    """A table over a `RowsModel`. `chosen` carries the row object under the cursor (or None), `opened` the one that
    was double-clicked or entered with Enter. `lines` and `second` say how tall a row is."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, name: str, model: RowsModel[Any], *, lines: int = 1, second: bool = False, several: bool = False
    ) -> None:
        super().__init__()
        self._rows, self._lines, self._second = model, lines, second
        _prepare(self, name, several)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self, wrap=lines))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self._set_head(model)
        _Place(self, model)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row_at(index)))
        model.modelReset.connect(self._measure)
        self._measure()

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """The room of what goes is given to the others at once."""
        if self.isColumnHidden(column) != hide:
            super().setColumnHidden(column, hide)
            _spread(self, self.horizontalHeader(), self._rows.columns, fixed=False)

    def columns(self) -> tuple[Column[Any], ...]:
        return self._rows.columns

    def set_lines(self, lines: int) -> None:
        """How many lines the text of a row may take."""
        if lines != self._lines:
            self._lines = lines
            self.setItemDelegate(CellDelegate(self, wrap=lines))
            self._measure()

    def select_key(self, key: Hashable) -> bool:
        """Put the cursor on the row with this key; says whether it is there."""
        index = self._rows.index_of(key)
        self.selectionModel().setCurrentIndex(index, _ALONE)
        return index.isValid()

    def selected_rows(self) -> list[Any]:
        indexes = self.selectionModel().selectedRows()
        return [self._rows.row_at(index) for index in sorted(indexes, key=lambda index: index.row())]

    def height_of_rows(self, most: int) -> int:
        """The height in which all rows stand without scrolling, or `most` of them."""
        rows = min(most, self._rows.rowCount()) * self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _spread(self, self.horizontalHeader(), self._rows.columns, fixed=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self._rows.row_at(self.currentIndex()))
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def _set_head(self, model: RowsModel[Any]) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(24)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        if any(column.order for column in model.columns):
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            head.setSortIndicatorClearable(True)
            self.setSortingEnabled(True)

    def _measure(self) -> None:
        height = theme.current().row(self._lines, self._second)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(height + (4 if height == 32 else 0))
        _spread(self, self.horizontalHeader(), self._rows.columns, fixed=True)

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit(self._rows.row_at(current) if current.isValid() else None)


class TreeView(QTreeView):
    """A tree over a `TreeModel`; rows are as tall as their text needs, up to two lines and a hint."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, model: TreeModel[Any], *, head: bool = False, several: bool = False) -> None:
        super().__init__()
        self._tree = model
        _prepare(self, name, several)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self, wrap=2, ruled=False))
        self.setHeaderHidden(not head)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(24)
        self.header().sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        _Place(self, model)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self._measure()

    def select_key(self, key: Hashable) -> bool:
        """Put the cursor on the node with this key, opening what it lies in; says whether it is there."""
        index = self._tree.index_of(key)
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.selectionModel().setCurrentIndex(index, _ALONE)
        return index.isValid()

    def columns(self) -> tuple[Column[Any], ...]:
        return self._tree.columns

    def selected_rows(self) -> list[Any]:
        return [self._tree.row_at(index) for index in self.selectionModel().selectedRows()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow opens and closes; anywhere else it only chooses."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint()).siblingAtColumn(0)
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        arrow = FIRST + depth * INDENT + theme.current().px(ICON)
        if index.isValid() and self._tree.hasChildren(index) and event.position().x() <= arrow:
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._on_double_clicked(index)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.visualRect(self.currentIndex())
        was_seen = before.isValid() and before.top() < event.oldSize().height() and before.bottom() > 0
        super().resizeEvent(event)
        _spread(self, self.header(), self._tree.columns, fixed=False)
        if was_seen:  # rows that wrap otherwise push it away
            QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def _measure(self) -> None:
        _spread(self, self.header(), self._tree.columns, fixed=True)
        self.scheduleDelayedItemsLayout()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        if self._tree.hasChildren(first):
            self.setExpanded(first, not self.isExpanded(first))
        else:
            self.opened.emit(self._tree.row_at(index))

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit(self._tree.row_at(current) if current.isValid() else None)
