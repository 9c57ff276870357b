"""The ranking as it stands now: a tab for each table, what is provisional about it, ties, papers to take along."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import text
from app.domain.appraisal import Standing
from app.domain.framework import Figure
from app.domain.ranking import Row, Table
from app.operations.authority import publishing, settling
from app.operations.authority.publishing import Ranked
from ui import theme
from ui.actions import Act, menu
from ui.context import Context
from ui.models.rows_model import RowsModel
from ui.page import Page
from ui.pages.authority_kit import Panes, are_communes, ask_target, read
from ui.pages.ranking_rows import Cells, columns
from ui.pages.ranking_sheet import AgencySheet, RankingSummary
from ui.widgets.boxes import column, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.choice import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import Icon
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label, Line
from ui.widgets.views import TableView

_TABS = 4  # more tables than this are chosen from a list
_WHOLE, _ONE = "whole", "one"
_NARROW = 860
_SMALL = 720
_VALUE = 2  # the column of the table's own number
_BARS_FROM = 1440  # logical pixels of the window


class Ranking(Page):
    """The place of `show_place`: an agency's code."""

    kinds = frozenset({"ranking", "submissions", "campaigns"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Ranking"))
        self._ranked: Ranked | None = None
        self._at, self._query, self._wanted = 0, "", ""
        self._table: TableView | None = None
        self._model: RowsModel[Row] | None = None
        self._search = SearchBox(self.tr("Find a name"))
        self._search.sought.connect(self._on_sought)
        self._about = Line(tone="ink-soft")
        self.add(row(Label(self.tr("Ranking"), "title", weight="bold"), (self._about, 1), self._search))
        self._warning, self._warning_line = Sheet(look="warn", margins=(12, 6, 12, 6)), QVBoxLayout()
        self._warning.column().addLayout(self._warning_line)
        self._warning.setObjectName("provisional")
        self._warning.hide()
        self.add(self._warning)
        self._tabs_place = QVBoxLayout()
        self._holder = QWidget()
        fill(QVBoxLayout(self._holder), [], gap=0)
        tabs = QWidget()
        tabs.setLayout(self._tabs_place)
        self._tabs_place.setContentsMargins(0, 0, 0, 0)
        self._panes = Panes(
            column(tabs, (self._holder, 1), gap=4),
            self._side(),
            (self.tr("Table"), self.tr("Summary")),
            [850, 290],
            _NARROW,
        )
        self._panes.narrowed.connect(lambda _: self._on_narrowed())
        self.keep_widths("ranking", self._panes.splitter)
        self.add((self._panes, 1))
        self._show_acts(None)

    def _side(self) -> QWidget:
        self._side_tabs = TabRow([(_WHOLE, self.tr("Summary")), (_ONE, self.tr("Chosen agency"))])
        self._side_tabs.setObjectName("side-tabs")
        self._side_tabs.chosen.connect(lambda _: self._show_side())
        self._summary, self._one = RankingSummary(), AgencySheet()
        self._summary.council_asked.connect(lambda key: self.go_to.emit("council", key))
        self._summary.agency_asked.connect(self._select)
        self._one.desk_asked.connect(lambda code: self.go_to.emit("appraising", code))
        area = scrolled(column(self._summary, self._one, gap=0, margins=(0, 0, 4, 0)))
        return column(self._side_tabs, (area, 1), gap=4)

    # Reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, publishing.compute, self.context.part_id, done=self._take)

    def show_place(self, place: object) -> None:
        self._wanted = str(place)
        self._select_wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _take(self, ranked: Ranked) -> None:
        self._ranked = ranked
        agencies = ranked.campaign.agencies
        told = self.tr("%n commune(s)", "", len(agencies))
        if not are_communes(agencies):
            told = self.tr("%n agency(ies)", "", len(agencies))
        self._about.setText(told)
        self._at = min(self._at, len(ranked.tables) - 1)
        self._show_tabs(ranked)
        self._show_warning(ranked)
        self._show_table()
        self._show_acts(ranked)

    def _show_tabs(self, ranked: Ranked) -> None:
        empty(self._tabs_place)
        titles = [(at, _title(table)) for at, table in enumerate(ranked.tables)]
        if len(titles) < 2:
            return
        tabs: TabRow | Choice = TabRow(titles)
        if len(titles) > _TABS or self._panes.is_narrow:
            tabs = Choice(self.tr("Ranking table"), titles)
        tabs.setObjectName("tables")
        tabs.set_value(self._at)
        tabs.chosen.connect(self._on_tab)
        self._tabs_place.addWidget(tabs)

    def _show_warning(self, ranked: Ranked) -> None:
        """What may still move, each with the way to where it is settled."""
        empty(self._warning_line)
        missing = len(ranked.campaign.agencies) - len(ranked.scores)
        ties = len(settling.open_ties(ranked))
        undecided = _count(ranked, Standing.UNDECIDED)
        differing = _count(ranked, Standing.DISAGREEMENT)
        reasons: list[tuple[int, str, str, object]] = [
            (missing, self.tr("%n not received", "", missing), "collecting", "missing"),
            (undecided, self.tr("%n criteria not appraised", "", undecided), "appraising", None),
            (differing, self.tr("%n criteria on which opinions differ", "", differing), "council", "disagreement"),
            (len(ranked.waiting), self.tr("%n waiting for a decision", "", len(ranked.waiting)), "council", "waiting"),
            (ties, self.tr("%n tie(s) to settle", "", ties), "council", "tie"),
        ]
        shown = [reason for reason in reasons if reason[0]]
        self._warning.setVisible(bool(shown))
        if not shown:
            return
        links = [self._link(words, page, place) for _, words, page, place in shown]
        told = self.tr("Provisional ranking:") if ranked.is_provisional else self.tr("Before publication:")
        sign = Icon("triangle-alert", "warn", 20)
        if self._panes.is_narrow:
            first, rest = row(Label(told), links[0], None, gap=10), row(*links[1:], None, gap=10)
            self._warning_line.addWidget(row(sign, column(first, rest, gap=0), None, gap=10))
        else:
            self._warning_line.addWidget(row(sign, Label(told), *links, None, gap=10))

    def _link(self, words: str, page: str, place: object) -> Button:
        link = Button(words, "link")
        link.clicked.connect(lambda: self.go_to.emit(page, place))
        return link

    def _on_narrowed(self) -> None:
        if self._ranked is not None:
            self._show_tabs(self._ranked)
            self._show_warning(self._ranked)

    # The table -------------------------------------------------------------------------------------------------

    def _table_now(self) -> Table:
        assert self._ranked is not None
        return self._ranked.tables[self._at]

    def _show_table(self) -> None:
        ranked = self._ranked
        assert ranked is not None
        chosen = self._chosen()
        layout = self._holder.layout()
        assert isinstance(layout, QVBoxLayout)
        empty(layout)
        self._table = self._model = None
        if not ranked.scores:
            state = EmptyState("trophy", self.tr("The ranking stands here once submissions have been received."),
                               self.tr("Go to Collecting"), "inbox")  # fmt: skip
            state.started.connect(lambda: self.go_to.emit("collecting", None))
            layout.addWidget(framed(state))
        else:
            self._model = RowsModel(
                columns(Cells(ranked, *self._measure(ranked))), key=lambda item: item.agency, parent=self._holder
            )
            self._table = TableView(_title(self._table_now()), self._model)
            self._table.setObjectName("ranking")
            self._filter()
            self._table.chosen.connect(self._on_chosen)
            self._table.opened.connect(lambda item: self.go_to.emit("appraising", item.agency))
            layout.addWidget(framed(self._table))
            self.setFocusProxy(self._table)  # where the keys go when the page is opened
            if chosen:
                self._table.select_key(chosen)
            self._fit_columns()
            self._summary.show_ranked(ranked, self._table_now())
        self._panes.show_right(bool(ranked.scores))
        self._show_spread(ranked)
        self._show_side()
        self._select_wanted()

    def _measure(self, ranked: Ranked) -> tuple[Figure, int]:
        code = self._table_now().code
        for framework in ranked.frameworks.values():
            for table in framework.ranking_tables:
                if table.code == code:
                    return table.measure, framework.decimals
        return Figure.TOTAL, 2

    def _filter(self) -> None:
        assert self._model is not None
        assert self._ranked is not None
        names = self._ranked.names
        rows = self._table_now().rows
        self._model.replace([item for item in rows if text.matches(self._query, names[item.agency], item.agency)])

    def _fit_columns(self) -> None:
        """The bar of the share stands where there is room for it; in a small window the comparison goes first."""
        if self._table is None or self._model is None:
            return
        px = theme.current().px
        wide, small = self.window().width() >= px(_BARS_FROM), self.width() < px(_SMALL)
        for number, each in enumerate(self._model.columns):
            if not each.title:
                self._table.setColumnHidden(number, not wide)
            elif each.title == self.tr("Against claim") or (each.title == self.tr("Share") and number > _VALUE):
                self._table.setColumnHidden(number, small)

    def _show_spread(self, ranked: Ranked) -> None:
        cells = Cells(ranked, *self._measure(ranked))
        found = settling.spread(self._table_now())
        if found is None:
            self.strip.show_left()
            return
        shown = " · ".join(cells.number(value) for value in (found.highest, found.mean, found.lowest))
        told = Label(self.tr("Highest, mean, lowest:"), tone="ink-soft")
        self.strip.show_left(row(told, Label(shown, weight="medium")))  # together or not at all

    # Choosing --------------------------------------------------------------------------------------------------

    def _chosen(self) -> str:
        if self._table is None or self._model is None or not self._table.currentIndex().isValid():
            return ""
        return self._model.row_at(self._table.currentIndex()).agency

    def _on_chosen(self, item: Row | None) -> None:
        if item is not None and self._ranked is not None:
            self._one.show_agency(self._ranked, item)
            self._side_tabs.set_value(_ONE)
            self._show_side()

    def _select(self, code: str) -> None:
        self._wanted = code
        self._select_wanted()

    def _select_wanted(self) -> None:
        if self._wanted and self._table is not None and self._table.select_key(self._wanted):
            self._wanted = ""

    def _show_side(self) -> None:
        is_whole = self._side_tabs.value() == _WHOLE
        self._summary.setVisible(is_whole)
        self._one.setVisible(not is_whole)

    def _on_tab(self, at: int) -> None:
        self._at = at
        self._show_table()

    def _on_sought(self, query: str) -> None:
        self._query = query
        if self._model is not None:
            self._filter()

    # Going on --------------------------------------------------------------------------------------------------

    def _show_acts(self, ranked: Ranked | None) -> None:
        """The papers, and where the work goes on: the council while something lies before it."""
        self._export = Button(self.tr("Export the ranking"), "quiet", "printer")
        self._export.setObjectName("export")
        self._export.clicked.connect(self._show_export)
        if ranked is not None and _needs_council(ranked):
            main = Button(self.tr("Go to the council"), "main", "gavel")
        else:
            main = Button(self.tr("Go to publication"), "main", "megaphone")
        main.setObjectName("go-on")
        main.clicked.connect(self._go_on)
        for button in (self._export, main):
            button.setEnabled(ranked is not None and bool(ranked.scores))
        self.set_acts(self._export, main)

    def _go_on(self) -> None:
        ranked = self._ranked
        if ranked is not None:
            self.go_to.emit("council" if _needs_council(ranked) else "publication", None)

    def _show_export(self) -> None:
        paper, book = partial(self._ask_export, ".pdf"), partial(self._ask_export, ".xlsx")
        acts = [
            Act(self.tr("As a paper (PDF)…"), self, icon="file-text", do=paper),
            Act(self.tr("As a workbook (Excel)…"), self, icon="file-spreadsheet", do=book),
        ]
        self._menu = menu(*acts)
        self._menu.popup(self._export.mapToGlobal(self._export.rect().topLeft()))

    def _ask_export(self, ending: str) -> None:
        assert self._ranked is not None
        kinds = (self.tr("PDF papers (*.pdf)"),) if ending == ".pdf" else (self.tr("Excel workbooks (*.xlsx)"),)
        name = self.tr("Ranking {campaign}").format(campaign=self._ranked.campaign.title)
        proposed = text.file_name_piece(name) + ending
        ask_target(self, self.tr("Export the ranking"), proposed, kinds, self.export)

    def export(self, target: Path) -> None:
        """Writes the ranking as it stands; the ending says as what."""
        done = self.tr("The ranking was written: {name}").format(name=target.name)
        self.context.run(
            settling.export_ranking, self._ranked, target, title=self.tr("Writing the ranking"),
            on_done=lambda _: self.context.notices.good(done),
        )  # fmt: skip


def _needs_council(ranked: Ranked) -> bool:
    differing = _count(ranked, Standing.DISAGREEMENT)
    return bool(differing or ranked.waiting or settling.open_ties(ranked))


def _count(ranked: Ranked, standing: Standing) -> int:
    return sum(settling.standing_counts(ranked, standing).values())


def _title(table: Table) -> str:
    return f"{table.title} · {table.parent}" if table.parent else table.title
