"""A campaign was received: from whom, with which code to compare, and which agency of its list works here."""

from PySide6.QtWidgets import QWidget

from app.domain import text
from app.domain.agency import Agency
from app.operations.authority.campaigning import Offer
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed, well
from ui.widgets.text import Label
from ui.widgets.views import TableView


class TakePartDialog(Dialog):
    """`agency_code()` is the chosen agency; names are searched without diacritics."""

    def __init__(self, offer: Offer, parent: QWidget | None) -> None:
        super().__init__(offer.campaign.title, parent, width=560)
        self._agencies = sorted(offer.campaign.agencies, key=lambda agency: text.name_key(agency.name))
        authority = offer.campaign.authority
        self.add(
            Label(self.tr("Sent by {authority}.").format(authority=authority.name), wrap=True),
            well(
                Label(self.tr("Check code of the sender"), "hint", "ink-soft"),
                Label(offer.verdict.check_code or "", "section", weight="bold", selectable=True),
                Label(self._about_key(offer), "hint", "ink-soft", wrap=True),
            ),
            Label(self.tr("Which agency works on this computer?"), weight="medium"),
        )
        self._search = SearchBox(self.tr("Find an agency"))
        self._search.setObjectName("agency-search")
        columns: tuple[Column[Agency], ...] = (
            Column(self.tr("Agency"), lambda agency: Cell(agency.name)),
            Column(self.tr("Code"), lambda agency: Cell(agency.code, tone="ink-soft"), width=140),
        )
        self._model = RowsModel(columns, self._agencies, key=lambda agency: agency.code, parent=self)
        self._table = TableView(self.tr("Agencies"), self._model)
        self._table.setObjectName("agencies")
        self._table.setMinimumHeight(220)
        self._table.opened.connect(lambda _: self.accept())
        self._search.textChanged.connect(self._filter)
        self.add(self._search, (framed(self._table), 1))
        self.set_acts(self.tr("Work as this agency"), self.tr("Close"))
        if len(self._agencies) == 1:
            self._table.select_key(self._agencies[0].code)
        if offer.known is not None:
            self._table.select_key(offer.known.agency)

    def _about_key(self, offer: Offer) -> str:
        if offer.is_accepted_key:
            return self.tr("This is the key accepted for this authority.")
        return self.tr("Compare it with the code in the official letter. Work can begin before that.")

    def _filter(self, query: str) -> None:
        found = [agency for agency in self._agencies if text.matches(query, agency.name, agency.code)]
        self._model.replace(found)
        if len(found) == 1:
            self._table.select_key(found[0].code)

    def agency_code(self) -> str:
        chosen = self._table.selected_rows()
        return str(chosen[0].code) if chosen else ""

    def accept(self) -> None:
        if self.agency_code():
            super().accept()
        else:
            self._search.setFocus()
