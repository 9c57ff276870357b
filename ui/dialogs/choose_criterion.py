"""Which criterion? A list to search by code and title, without diacritics."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain import text
from app.domain.framework import Placed
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView


class ChooseCriterionDialog(Dialog):
    """`chosen()` is the id of the criterion; Enter in the search takes the only one that is left."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, act: str, places: Sequence[Placed]) -> None:
        super().__init__(title, parent, width=600)
        self._places = list(places)
        self._search = SearchBox(self.tr("Find a criterion, a code"))
        columns: list[Column[Placed]] = [
            Column(self.tr("Code"), lambda place: Cell(place.node.code), width=76),
            Column(self.tr("Criterion"), lambda place: Cell(place.node.title)),
        ]
        self._model: RowsModel[Placed] = RowsModel(columns, self._places, key=lambda place: place.id, parent=self)
        self._table = TableView(self.tr("Criteria"), self._model, lines=2)
        self._table.setObjectName("criteria-list")
        self._table.setMinimumHeight(280)
        self._table.opened.connect(lambda _: self.accept())
        self._search.textChanged.connect(self._filter)
        self.add(Label(sentence, wrap=True), self._search, (framed(self._table), 1))
        self.set_acts(act, self.tr("Leave unchanged"))
        self._search.setFocus()

    def chosen(self) -> str:
        rows = self._table.selected_rows()
        return str(rows[0].id) if rows else ""

    def accept(self) -> None:
        if self.chosen():
            super().accept()
        else:
            self._table.setFocus()

    def _filter(self, query: str) -> None:
        found = [place for place in self._places if text.matches(query, place.node.code, place.node.title)]
        self._model.replace(found)
        if len(found) == 1:
            self._table.select_key(found[0].id)
