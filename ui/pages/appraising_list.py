"""The list beside the assessor's desk: one criterion of all agencies, or all criteria of one agency."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import text as words_of
from app.domain.appraisal import Standing
from app.operations.authority.appraisal_desk import Desk, Line
from ui import language
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.appraising_words import points_text, standing_look
from ui.widgets.boxes import column, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.choice import Choice
from ui.widgets.meter import Meter
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Label
from ui.widgets.text import Line as OneLine
from ui.widgets.views import TableView

CRITERION, AGENCY = "criterion", "agency"
Key = tuple[str, str]


class CaseList(QWidget):
    """`chosen` carries (agency, node); `turned` tells that another criterion or agency was picked at the top."""

    chosen = Signal(object)
    opened = Signal()
    turned = Signal()
    rest_asked = Signal()
    round_asked = Signal()

    def __init__(self, communes: bool) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._drafts: frozenset[Key] = frozenset()
        self._query = ""
        by_agency = self.tr("By commune") if communes else self.tr("By agency")
        self.mode = TabRow([(CRITERION, self.tr("By criterion")), (AGENCY, by_agency)])
        self.mode.setObjectName("mode")
        self.mode.chosen.connect(lambda _: self._on_mode())
        self._picks = {CRITERION: "", AGENCY: ""}
        self.pick = Choice(self.tr("Criterion or agency"))
        self.pick.setObjectName("pick")
        self.pick.chosen.connect(self._on_picked)
        self._done, self._left = Label("", "hint", "good", "medium"), Label("", "hint", "ink-soft")
        self._meter = Meter(self.tr("Appraised"))
        self.search = SearchBox(self.tr("Find in this list"))
        self.search.sought.connect(self._on_sought)
        self._model = RowsModel(self._columns(), key=lambda line: line.key, parent=self)
        self.table = TableView(self.tr("Cases"), self._model, second=True)
        self.table.setObjectName("cases")
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _: self.opened.emit())
        self._rest = Button(self.tr("Agree with the rest"), "link", "list-checks")
        self._rest.setObjectName("agree-rest")
        self._rest.clicked.connect(self.rest_asked)
        self._round = Button(self.tr("Feedback, end of the round"), "link", "send")
        self._round.setObjectName("round")
        self._round.clicked.connect(self.round_asked)
        self.writing = (self._rest, self._round)
        self._total = OneLine("", "hint", "ink-soft")
        head = column(
            self.mode, self.pick, row(self._done, None, self._left), self._meter, self.search,
            gap=6, margins=(12, 8, 12, 8),
        )  # fmt: skip
        foot = column(self._rest, self._total, self._round, gap=2, margins=(12, 6, 12, 8))
        fill(QVBoxLayout(self), [head, (self.table, 1), rule(), foot], gap=0)
        self.setFocusProxy(self.table)

    # Reading ---------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk, drafts: frozenset[Key] = frozenset()) -> None:
        """The whole desk anew; what was picked and the place in the list stay."""
        self._desk, self._drafts = desk, drafts
        self._fill_pick()
        self._show()

    def show_drafts(self, drafts: frozenset[Key]) -> None:
        """Which cases hold an opinion that was begun and not recorded."""
        if drafts != self._drafts:
            self._drafts = drafts
            self._show()

    def go_to(self, agency: str, node: str, *, mode: str = "") -> None:
        """Show the list that holds this case and put the cursor on it."""
        if self._desk is None:
            return
        wanted = mode or self.mode.value()
        self._picks = {CRITERION: node or self._picks[CRITERION], AGENCY: agency or self._picks[AGENCY]}
        if wanted != self.mode.value():
            self.mode.set_value(wanted)
        self._fill_pick()
        self.search.clear()
        self._show()
        if not self.table.select_key((agency, node)):
            self.select_open()

    def lines(self) -> Sequence[Line]:
        """The lines as shown."""
        return self._model.rows()

    def current(self) -> Key | None:
        """The case under the cursor."""
        index = self.table.currentIndex()
        return self._model.row_at(index).key if index.isValid() else None

    def select_open(self, after: Key | None = None) -> bool:
        """The next case nobody dealt with, from the top or after one; says whether there is any."""
        lines = list(self._model.rows())
        at = next((number for number, line in enumerate(lines) if line.key == after), -1)
        for line in (*lines[at + 1 :], *lines[: at + 1]):
            if line.standing is Standing.UNDECIDED and line.key != after:
                self.table.select_key(line.key)
                return True
        if after is None and lines:
            self.table.select_key(lines[0].key)
        return False

    def step(self, way: int) -> None:
        """The case before or after."""
        at = self.table.currentIndex().row() + way
        if 0 <= at < len(self._model.rows()):
            self.table.setCurrentIndex(self._model.index(at, 0))

    def turn(self) -> bool:
        """The next criterion or agency that has an open case; says whether there is any."""
        if self._desk is None:
            return False
        values = [self.pick.itemData(number) for number in range(self.pick.count())]
        at = self.pick.currentIndex()
        for value in (*values[at + 1 :], *values[:at]):
            if any(line.standing is Standing.UNDECIDED for line in self._lines_of(value)):
                self.pick.set_value(value)
                self._on_picked(value)
                return True
        return False

    # Inside ----------------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(self.tr("Case"), self._cell),
            Column(self.tr("Points"), self._points, width=66, right=True),
        )

    def _cell(self, line: Line) -> Cell:
        icon, words, tone = standing_look(line, is_draft=line.key in self._drafts)
        if self.mode.value() == CRITERION:
            return Cell(line.agency.name, words, second_tone=tone, icon=icon)
        node = line.place.node
        return Cell(f"{node.code} {node.title}".strip(), words, second_tone=tone, icon=icon)

    def _points(self, line: Line) -> Cell:
        assert self._desk is not None
        decimals = self._desk.dossiers[line.agency.code].framework.decimals
        return Cell(points_text(line.points, decimals), right=True)

    def _lines_of(self, value: str) -> tuple[Line, ...]:
        assert self._desk is not None
        by_criterion = self.mode.value() == CRITERION
        return self._desk.by_criterion(value) if by_criterion else self._desk.by_agency(value)

    def _fill_pick(self) -> None:
        assert self._desk is not None
        mode = self.mode.value()
        if mode == CRITERION:
            options = [
                (id_, f"{place.node.code} {place.node.title}".strip()) for id_, place in self._desk.places.items()
            ]
        else:
            options = [(agency.code, agency.name) for agency in self._desk.agencies]
        self.pick.set_options(options)
        self.pick.set_value(self._picks[mode])
        self._picks[mode] = self.pick.value() or ""

    def _show(self) -> None:
        self.table.set_lines(1 if self.mode.value() == CRITERION else 2)  # titles of criteria are long
        if self._desk is None or not self.pick.value():
            self._model.replace(())
            return
        lines = self._lines_of(self.pick.value())
        shown = [line for line in lines if self._is_found(line)]
        self._model.replace(shown)
        done = sum(line.standing is not Standing.UNDECIDED for line in lines)
        self._done.setText(self.tr("%n appraised", "", done))
        self._left.setText(self.tr("%n open", "", len(lines) - done) if done < len(lines) else "")
        self._meter.show_bars([("good", done / len(lines))] if lines else [])
        counts = self._desk.counts()
        told = self.tr("Round {number}: {done}/{total} criteria appraised")
        self._total.setText(
            told.format(
                number=self._desk.round,
                done=language.number_text(Fraction(counts.done)),
                total=language.number_text(Fraction(counts.total)),
            )
        )
        self._rest.setVisible(self.mode.value() == AGENCY and done < len(lines))
        self._rest.setText(self.tr("Agree with the other %n criteria", "", len(lines) - done))

    def _is_found(self, line: Line) -> bool:
        if not self._query:
            return True
        if self.mode.value() == CRITERION:
            return words_of.matches(self._query, line.agency.name, line.agency.code)
        return words_of.matches(self._query, line.place.node.title, line.place.node.code)

    def _on_mode(self) -> None:
        """The other way through the same cases: the case under the cursor stays."""
        key = self.current()
        if key is not None:
            self.go_to(*key)
        elif self._desk is not None:
            self._fill_pick()
            self._show()
        self.turned.emit()

    def _on_picked(self, value: str) -> None:
        self._picks[self.mode.value()] = value
        self.search.clear()
        self._query = ""
        self._show()
        self.select_open()
        self.turned.emit()

    def _on_sought(self, query: str) -> None:
        self._query = query
        self._show()

    def _on_chosen(self, line: Line | None) -> None:
        if line is not None:
            self.chosen.emit(line.key)
