"""What the pages with one row an agency share: chips and a search narrow the list, a sheet tells of what is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.operations import parts
from ui.context import Context
from ui.models.rows_model import RowsModel
from ui.page import Page
from ui.widgets.boxes import row
from ui.widgets.chips import ChipRow
from ui.widgets.search_box import SearchBox
from ui.widgets.views import TableView


class AgencyBoard(Page):
    """Subclasses name their chips, the one for all first, place `narrowing` and call `listed`; then `show_rows`.

    The place of `show_place`: an agency's code, or a chip.
    """

    _table: TableView
    _model: RowsModel[Any]

    def __init__(self, context: Context, title: str) -> None:
        super().__init__(context, title)
        self._part = parts.find(context.workspace, context.part_id)
        self._rows: Sequence[Any] = ()
        self._chip, self._query, self._wanted = self._chip_titles()[0][0], "", ""
        self.setAcceptDrops(True)

    def narrowing(self, hint: str) -> QWidget:
        """The row with chips and search."""
        self._chips = ChipRow(self._chip_titles())
        self._chips.setObjectName("chips")
        self._chips.chosen.connect(self._on_chip)
        self._search = SearchBox(hint)
        self._search.sought.connect(self._on_sought)
        return row((self._chips, 1), self._search)

    def listed(self, table: TableView, model: RowsModel[Any]) -> None:
        """Listens to the list."""
        self._table, self._model = table, model
        table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        table.opened.connect(self._on_opened)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """What was read, with one row chosen: the one that was asked for, else the first."""
        self._rows = rows
        for chip, _ in self._chip_titles():
            self._chips.set_count(chip, sum(self._is_seen(each, chip) for each in rows))
        self._filter()
        if self._wanted and self._table.select_key(self._wanted):
            self._wanted = ""
        if not self._table.currentIndex().isValid() and self._model.rows():
            self._table.selectRow(0)
        self._show_strip()
        self._on_selected()

    def show_place(self, place: object) -> None:
        wanted = str(place)
        if wanted in dict(self._chip_titles()):
            self._chips.set_value(wanted)
            self._on_chip(wanted)
        elif not self._table.select_key(wanted):
            self._wanted = wanted

    def _filter(self) -> None:
        found = [each for each in self._rows if self._is_seen(each, self._chip, self._query)]
        self._model.replace(self._in_order(found))

    def _chosen(self) -> list[Any]:
        return self._table.selected_rows()

    def _on_chip(self, chip: str) -> None:
        self._chip = chip
        self._filter()

    def _on_sought(self, query: str) -> None:
        self._query = query
        self._filter()
        if query and self._model.rows() and not self._chosen():
            self._table.selectRow(0)

    def _is_seen(self, item: Any, chip: str, query: str = "") -> bool:
        """Whether chip and search let a row through."""
        raise NotImplementedError

    def _in_order(self, found: Sequence[Any]) -> Sequence[Any]:
        raise NotImplementedError

    def _chip_titles(self) -> list[tuple[str, str]]:
        raise NotImplementedError

    def _show_strip(self) -> None:
        raise NotImplementedError

    def _on_selected(self) -> None:
        raise NotImplementedError

    def _on_opened(self, chosen: Any) -> None:
        raise NotImplementedError
