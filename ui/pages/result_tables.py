"""A published result as the commune reads it: its ranks, its five numbers, what changed and why, every full table."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app import wording
from app.domain.contents import Figures, ResultRow, ResultTable
from app.domain.framework import Figure as Measure
from app.domain.framework import Framework
from app.domain.numbers import from_stored
from app.operations.commune.improving import NodeResult, ResultView
from ui import language, theme, tokens
from ui.dialogs.explanation import ExplainButton, Explained
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.boxes import column, empty, fill, scrolled
from ui.widgets.chips import ChipRow
from ui.widgets.choice import Choice
from ui.widgets.figure import Figure
from ui.widgets.flow import flow
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label, Line
from ui.widgets.views import TableView

GROUPS, CHANGED, RANKING = "groups", "changed", "ranking"
_TITLE = "card-title"
_CARD = 210  # pixels at 100 %
_TABLE = 160  # the least height of a table; below, the page scrolls
_NARROW = 640  # below, maxima, own points of changed criteria and notes go before names are cut
_PERCENT = (Measure.PERCENT.value, Measure.PILLAR_PERCENT.value)


@dataclass(frozen=True, slots=True)
class Compared:
    """A group or criterion: self-assessed and official points."""

    code: str
    title: str
    result: NodeResult
    maximum: Fraction

    @property
    def difference(self) -> Fraction | None:
        mine, theirs = self.result.self_points, self.result.points
        return None if mine is None or theirs is None else theirs - mine


class ResultPart(QWidget):
    """`opened` carries the node of a criterion that was entered.

    `tell` explains the points of a node, or with "" the total.
    """

    opened = Signal(str)

    def __init__(self, tell: Callable[[str], Explained | None]) -> None:
        super().__init__()
        why = ExplainButton(lambda: tell(self._chosen()))
        self._view: ResultView | None = None
        self._own, self._decimals = "", 2
        self._cards = QWidget()
        fill(QHBoxLayout(self._cards), [], gap=tokens.FIELD)
        self._chips = ChipRow(
            [
                (GROUPS, self.tr("By group")),
                (CHANGED, self.tr("Criteria with changed points")),
                (RANKING, self.tr("Full tables")),
            ]
        )
        self._chips.chosen.connect(lambda _: self._show_chosen())
        self._which = Choice(self.tr("Ranking table"), width=320)
        self._which.chosen.connect(lambda _: self._show_ranking())
        self._groups = self._compared(self.tr("Groups"), self.tr("Group"), reasons=False)
        self._changed = self._compared(self.tr("Criteria with changed points"), self.tr("Criterion"), reasons=True)
        self._changed[1].opened.connect(lambda line: self.opened.emit(line.result.node))
        self._ranking: RowsModel[ResultRow] = RowsModel(self._rank_columns(), key=lambda each: each.agency, parent=self)
        self._rank_table = TableView(self.tr("Ranking table"), self._ranking)
        self._rank_table.setObjectName("ranking-table")
        self._stack = QStackedWidget()
        for table in (self._groups[1], self._changed[1], self._rank_table):
            self._stack.addWidget(framed(table))
        holder = column(self._cards, flow(self._chips, self._which, why), (self._stack, 1), gap=tokens.FIELD)
        self._stack.setMinimumHeight(theme.current().px(_TABLE))
        layout = QHBoxLayout(self)
        fill(layout, [scrolled(holder)])

    def _compared(self, name: str, head: str, *, reasons: bool) -> tuple[RowsModel[Compared], TableView]:
        columns: list[Column[Compared]] = [
            Column(self.tr("Code"), lambda line: Cell(line.code or "–"), width=64),
            Column(head, lambda line: Cell(line.title)),
            Column(self.tr("Maximum"), lambda line: self._points(line.maximum), width=108, right=True),
            Column(self.tr("Self-assessed"), lambda line: self._points(line.result.self_points), width=108, right=True),
            Column(self.tr("Official"), lambda line: self._points(line.result.points), width=100, right=True),
            Column(self.tr("Difference"), self._difference, width=96, right=True),
        ]
        if reasons:
            columns.append(Column(self.tr("Reason"), lambda line: Cell(line.result.reason or "–", tone="ink-soft")))
        model: RowsModel[Compared] = RowsModel(columns, key=lambda line: line.result.node, parent=self)
        return model, TableView(name, model, lines=2 if reasons else 1)

    def _points(self, points: Fraction | None) -> Cell:
        return Cell("–" if points is None else language.number_text(points, self._decimals), right=True)

    def _difference(self, line: Compared) -> Cell:
        change = line.difference
        if change is None:
            return Cell("–", tone="ink-soft", right=True)
        if change == 0:
            return Cell(language.number_text(change, self._decimals), tone="ink-soft", right=True)
        words = ("+" if change > 0 else "") + language.number_text(change, self._decimals)
        return Cell(words, tone="good" if change > 0 else "bad", weight="medium", right=True)

    def _rank_columns(self) -> list[Column[ResultRow]]:
        return [
            Column(self.tr("Rank"), self._rank, width=96, right=True),
            Column(self.tr("Agency"), lambda each: self._named(each)),
            Column(self.tr("Value"), self._value, width=120, right=True),
            Column(self.tr("Grade"), lambda each: Cell(each.band or "–"), width=170),
            Column(self.tr("Note"), self._remark, width=200),
        ]

    def _is_own(self, each: ResultRow) -> bool:
        return each.agency == self._own

    def _rank(self, each: ResultRow) -> Cell:
        weight = "bold" if self._is_own(each) else "medium"
        return Cell("–" if each.rank is None else str(each.rank), weight=weight, tone=self._tone(each), right=True)

    def _named(self, each: ResultRow) -> Cell:
        own = self._is_own(each)
        return Cell(each.name, weight="bold" if own else "normal", tone=self._tone(each), icon="flag" if own else "")

    def _tone(self, each: ResultRow) -> str:
        return "lead" if self._is_own(each) else "ink"

    def _value(self, each: ResultRow) -> Cell:
        weight = "bold" if self._is_own(each) else "normal"
        return Cell(self._measured(self._table(), each.value), weight=weight, tone=self._tone(each), right=True)

    def _remark(self, each: ResultRow) -> Cell:
        if each.rank is None:
            key = f"not_ranked.{each.reason}"
            known = key in wording.terms.TERMS
            return Cell(wording.word(key if known else "not_ranked", language.current()), tone="ink-soft")
        return Cell(wording.word("tie", language.current()) if each.is_tied else "", tone="warn")

    def _measured(self, table: ResultTable | None, value: str | None) -> str:
        if value is None:
            return "–"
        number = language.number_text(from_stored(value), self._decimals)
        return f"{number}\u00a0%" if table is not None and table.measure in _PERCENT else number

    # Showing -----------------------------------------------------------------------------------------------------

    def show_result(self, view: ResultView, framework: Framework, own: str) -> None:
        self._view, self._own, self._decimals = view, own, framework.decimals
        self._show_cards(view)
        places = framework.index.places
        lines = [
            Compared(places[each.node].node.code, places[each.node].node.title, each, places[each.node].maximum)
            for each in view.nodes
        ]
        self._groups[0].replace(line for line in lines if places[line.result.node].depth == 0)
        changed = [line for line in lines if places[line.result.node].criterion is not None and line.difference]
        self._changed[0].replace(changed)
        self._chips.set_count(CHANGED, len(changed))
        tables = view.content.tables
        self._which.set_options((number, table.title) for number, table in enumerate(tables))
        self._chips.set_count(RANKING, len(tables))
        self._show_ranking()
        self._show_chosen()

    def choose(self, part: str) -> None:
        """Shows one of the three parts."""
        self._chips.set_value(part)
        self._show_chosen()

    def changed_nodes(self) -> tuple[str, ...]:
        """Criteria whose points were changed, the largest loss first."""
        lines = sorted(self._changed[0].rows(), key=lambda line: line.difference or 0)
        return tuple(line.result.node for line in lines)

    def _chosen(self) -> str:
        """The node of the chosen criterion; "" where the whole result is looked at."""
        model, table = self._changed
        index = table.currentIndex()
        is_one = self._chips.value() == CHANGED and index.isValid()
        return model.row_at(index).result.node if is_one else ""

    def _table(self) -> ResultTable | None:
        number = self._which.value()
        return None if self._view is None or number is None else self._view.content.tables[number]

    def _show_ranking(self) -> None:
        table = self._table()
        self._ranking.replace(table.rows if table is not None else ())
        self._rank_table.select_key(self._own)

    def _show_chosen(self) -> None:
        chosen = self._chips.value()
        self._stack.setCurrentIndex((GROUPS, CHANGED, RANKING).index(chosen))
        self._which.setVisible(chosen == RANKING)

    def _show_cards(self, view: ResultView) -> None:
        layout = self._cards.layout()
        assert isinstance(layout, QHBoxLayout)
        empty(layout)
        if view.content.own is not None:
            layout.addWidget(self._numbers(view.content.own.figures), 3)
        for table in view.content.tables[:4]:
            layout.addWidget(self._place(table, view.own_rows.get(table.code)), 2)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < theme.current().px(_NARROW)
        for table, numbers in ((self._groups[1], (2,)), (self._changed[1], (2, 3)), (self._rank_table, (4,))):
            for number in numbers:
                table.setColumnHidden(number, narrow)
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many cards as can be read; every table is below in full."""
        layout, room = self._cards.layout(), self.width() // theme.current().px(_CARD)
        assert layout is not None
        for number in range(layout.count()):
            item = layout.itemAt(number)
            card = item.widget() if item is not None else None
            if card is not None:
                card.setVisible(number < max(2, room))
        QTimer.singleShot(0, self, self._level_titles)  # when they have their widths

    def _level_titles(self) -> None:
        """The figures stand on one line also where a title beside them takes two."""
        titles = self._cards.findChildren(Label, _TITLE)
        heights = [title.heightForWidth(title.width()) for title in titles if title.isVisible()]
        for title in titles:
            title.setMinimumHeight(max(heights, default=0))

    def _place(self, table: ResultTable, own: ResultRow | None) -> Sheet:
        ranked = sum(1 for each in table.rows if each.rank is not None)
        figure = Figure()
        if own is not None and own.rank is not None:
            figure.show_value(str(own.rank), self.tr("of {count}").format(count=ranked))
        told = [self._measured(table, own.value)] if own is not None else []
        told += [own.band] if own is not None and own.band else []
        told += [wording.word("tie", language.current())] if own is not None and own.is_tied else []
        return Sheet(_card_title(table.title), figure, Line(" · ".join(told), "hint"), None, gap=2)

    def _numbers(self, figures: Figures) -> Sheet:
        total = Figure()
        total.show_value(self._number(figures.total), self.tr("points in all"))
        percent = "–" if figures.percent is None else f"{self._number(figures.percent)}\u00a0%"
        scale = self.tr("{points} of {maximum} scale points · {percent}").format(
            points=self._number(figures.scale_points), maximum=self._number(figures.effective_maximum), percent=percent
        )
        beside = self.tr("Bonus {bonus} · penalty {penalty}").format(
            bonus=self._number(figures.bonus), penalty=self._number(figures.penalty)
        )
        lines = [Line(scale, "hint"), Line(beside, "hint", "ink-soft")]
        return Sheet(_card_title(self.tr("Official result")), total, *lines, None, gap=2)

    def _number(self, stored: str) -> str:
        return language.number_text(from_stored(stored), self._decimals)


def _card_title(words: str) -> Label:
    title = Label(words, "hint", "ink-soft", wrap=True)
    title.setObjectName(_TITLE)
    title.setAlignment(Qt.AlignmentFlag.AlignTop)
    return title
