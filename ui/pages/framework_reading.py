"""One framework to read: its tree, each criterion in sentences, and what a check found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain import text
from app.domain.framework import Framework, Group, Placed, Standing
from app.domain.problems import Problem, Severity
from app.operations.frameworks import authoring
from app.wording.lacking import lack_words, settled_words
from app.wording.own_names import own_name
from ui import language, theme
from ui.dialogs.framework_problems import in_order, problem_columns
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.models.tree_model import Branch, TreeModel
from ui.pages.authority_kit import Panes, side_sheet
from ui.pages.criterion_sheet import CriterionSheet
from ui.pages.framework_choice import standing_word
from ui.widgets.badge import Badge
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import Icon
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label, Line
from ui.widgets.views import TableView, TreeView

LOOKS = {
    Standing.COMPLETE: ("circle-check", "good"),
    Standing.ILLUSTRATIVE: ("flask-conical", "lead"),
    Standing.SKELETON: ("lock", "warn"),
}
TREE, PROBLEMS, QUESTIONS = "tree", "problems", "questions"
_NARROW = 940


class FrameworkReading(QWidget):
    """`left` tells that the list is wanted back."""

    left = Signal()

    def __init__(self, value: Framework) -> None:
        super().__init__()
        self.framework = value
        self._problems = in_order(authoring.check(value))
        back = Button(self.tr("All frameworks"), "quiet", "arrow-left")
        back.setObjectName("back")
        back.clicked.connect(self.left)
        icon, tone = LOOKS[value.standing]
        head = row(
            back, (Line(value.title, "title", weight="bold"), 1), Badge(icon, standing_word(value.standing), tone)
        )
        self.search = SearchBox(self.tr("Find a criterion"))
        self.search.sought.connect(self._on_sought)
        tabs = [(TREE, self.tr("Criteria")), (PROBLEMS, self._problem_words())]
        left = self._left_open()
        if left:
            tabs.append((QUESTIONS, self.tr("Left open {count}").format(count=len(left))))
        self._tabs = TabRow(tabs)
        self._tabs.setObjectName("reading-tabs")
        self._tabs.chosen.connect(self._on_tab)
        columns: tuple[Column[Placed], ...] = (
            Column(own_name(value, "criterion", language.current()), self._title_cell),
            Column(self.tr("Points"), self._points_cell, width=96, right=True),
        )
        self._model = TreeModel(columns, self._branches(""), key=lambda place: place.id, parent=self)
        self.tree = TreeView(self.tr("Criteria"), self._model)
        self.tree.setObjectName("tree")
        self.tree.expandAll()
        self.tree.chosen.connect(self._on_chosen)
        self._sheet = CriterionSheet()
        titles = (self.tr("Criteria"), self.tr("Chosen criterion"))
        self.panes = Panes(framed(self.tree), side_sheet(self._sheet, 360), titles, [560, 560], _NARROW)
        self.tree.opened.connect(self._on_opened)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self._problem_list())
        self._stack.addWidget(self._question_list(left))
        parts = [head, Label(self._facts(), tone="ink-soft", wrap=True), *self._notice()]
        fill(QVBoxLayout(self), [*parts, row(self._tabs, None, self.search), (self._stack, 1)], gap=8)
        first = next(iter(value.index.places), "")
        if not self.tree.select_key(first):
            self._sheet.show_nothing()

    def show_node(self, node: str) -> None:
        place = self.framework.index.find(node)
        if place is not None:
            self.tree.select_key(place.id)

    def show_tab(self, tab: str) -> None:
        """Turns to "tree", "problems" or "questions"."""
        self._tabs.set_value(tab)
        self._on_tab(tab)

    # Inside --------------------------------------------------------------------------------------------------------

    def _facts(self) -> str:
        value, regulation = self.framework, self.framework.regulation
        criteria = sum(1 for _ in value.index.criteria())
        points = language.number_text(value.totals.maximum.value, 0)
        parts = [
            self.tr("version {version}").format(version=value.version),
            self.tr("%n criterion(s)", "", criteria),
            *([self.tr("at most {points} points").format(points=points)] if value.totals.maximum.value else []),
        ]
        if regulation is not None:
            numbered = " ".join(part for part in (regulation.kind, regulation.number) if part)
            parts.append(", ".join(part for part in (numbered or regulation.title, regulation.issuer) if part))
        lacks = lack_words(value, language.current())
        return " · ".join([*parts, *([lacks] if lacks else [])])

    def _notice(self) -> list[QWidget]:
        if not self.framework.notice:
            return []
        words = Label(self.framework.notice, "hint", wrap=True)
        return [Sheet(row(Icon("info", "lead"), (words, 1), gap=8), look="lead", margins=(12, 6, 12, 6))]

    def _problem_words(self) -> str:
        return self.tr("To look at {count}").format(count=len(self._problems))

    def _problem_list(self) -> QWidget:
        if not self._problems:
            return Sheet(EmptyState("circle-check", self.tr("Nothing was found that should be mended.")))
        titles = (self.tr("How grave"), self.tr("Where"), self.tr("What was found"))
        numbers = {id(item): number for number, item in enumerate(self._problems)}
        columns = problem_columns(self.framework, titles)
        model = RowsModel(columns, self._problems, key=lambda item: numbers[id(item)], parent=self)
        table = TableView(self.tr("What was found"), model, lines=3)
        table.opened.connect(self._on_problem)
        table.setMinimumHeight(theme.current().px(160))
        return framed(table)

    def _left_open(self) -> tuple[tuple[str, str], ...]:
        """What the decision leaves open with what was chosen for it, then what is only told."""
        told = [item for item in self.framework.questions if isinstance(item, str)]
        kept = [f"{item.words} ({item.article})" if item.article else item.words for item in self.framework.remarks]
        return (
            *settled_words(self.framework, language.current()),
            *((words, self.tr("told, not asked")) for words in told),
            *((words, self.tr("seen, left as it is")) for words in kept),
        )

    def _question_list(self, settled: tuple[tuple[str, str], ...]) -> QWidget:
        columns: tuple[Column[tuple[str, str]], ...] = (
            Column(self.tr("What the decision leaves open"), lambda line: Cell(line[0])),
            Column(self.tr("Chosen"), lambda line: Cell(line[1]), width=260),
        )
        table = TableView(self.tr("What the decision leaves open"), RowsModel(columns, settled, parent=self), lines=3)
        table.setObjectName("questions")
        return framed(table)

    def _on_problem(self, item: Problem) -> None:
        if item.node:
            self.show_tab(TREE)
            self.show_node(item.node)

    def _on_tab(self, tab: str) -> None:
        self._stack.setCurrentIndex((TREE, PROBLEMS, QUESTIONS).index(tab))
        self.search.setVisible(tab == TREE)

    def _branches(self, parent: str, query: str = "") -> tuple[Branch[Placed], ...]:
        index = self.framework.index
        found = (self._found(index.places[id_], query) for id_ in index.children.get(parent, ()))
        return tuple(branch for branch in found if branch is not None)

    def _found(self, place: Placed, query: str) -> Branch[Placed] | None:
        """A node that is meant with all below it, or one that holds such a node."""
        if text.matches(query, place.node.code, place.node.title):
            return Branch(place, self._branches(place.id))
        below = self._branches(place.id, query)
        return Branch(place, below) if below else None

    def _on_sought(self, query: str) -> None:
        self._model.replace(self._branches("", query))
        self.tree.expandAll()
        found = next((i for i in self._model.walk() if self._model.row_at(i).criterion is not None), None)
        if query and found is not None:
            self.tree.setCurrentIndex(found)

    def _on_opened(self, _: Placed) -> None:
        self.panes.turn_to(1)

    def _on_chosen(self, place: Placed | None) -> None:
        if place is None:
            self._sheet.show_nothing()
        else:
            self._sheet.show_place(self.framework, place)

    def _title_cell(self, place: Placed) -> Cell:
        is_group = place.criterion is None
        grave = any(item.node == place.id and item.severity is Severity.ERROR for item in self._problems)
        return Cell(
            place.node.title,
            code=place.node.code,
            code_room=1 if place.depth == 0 else 4,
            weight="bold" if is_group else "normal",
            second=self.tr("something to mend") if grave else "",
            second_tone="bad" if grave else "ink-soft",
        )

    def _points_cell(self, place: Placed) -> Cell:
        is_open = isinstance(place.node, Group) and not place.maximum
        shown = "–" if is_open else language.number_text(place.maximum, self.framework.decimals)
        return Cell(shown, right=True, weight="bold" if place.criterion is None else "normal")
