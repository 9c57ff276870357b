"""What checks find in the draft, looked at again a moment after every change, off the way of the keystrokes."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.framework import Framework
from app.domain.problems import Problem, Severity
from app.operations.frameworks import authoring
from app.operations.workspace import Workspace
from ui.context import Context
from ui.dialogs.framework_problems import in_order, problem_columns
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.authority_kit import Fitting
from ui.pages.framework_editor.work import Work
from ui.widgets.boxes import column, fill, row
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.views import TableView

_GRAVE_FROM = 560
PAUSE = 350  # milliseconds without a change before it is checked again
_SECTIONS = {  # where a problem of the whole set is mended
    "totals": "totals", "criteria_missing": "totals", "rescale": "totals", "cap": "totals",
    "target_group": "target_groups", "pillar": "pillars", "ground": "grounds", "peer": "grounds",
    "grade": "bands", "question": "questions", "period": "periods", "framework_empty": "totals",
    "step": "steps", "deadline": "steps", "maximum_missing": "totals", "trait": "traits",
}  # fmt: skip
_TO_DO = ("question_open", "inverse_unconfirmed", "code_is_other_id")
_KINDS = {"target_group": "target_groups", "trait": "traits", "ground": "grounds", "pillar": "pillars",
          "bands": "bands", "ranking_table": "ranking_tables", "step": "steps", "period": "periods",
          "question": "questions"}  # fmt: skip


class ProblemList(QWidget):
    """`checked` tells that there is something new to see; `wanted` carries the problem whose place is asked for;
    `accepted` one that is to be kept as a remark.
    """

    checked = Signal()
    wanted = Signal(object)
    accepted = Signal(object)

    def __init__(self, work: Work, context: Context) -> None:
        super().__init__()
        self._work, self._context = work, context
        self.problems: list[Problem] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.check_now)
        where = self.tr("Where")
        grave, _, what = problem_columns(work.framework, (self.tr("How grave"), where, self.tr("What was found")))
        columns = (grave, Column(where, self._where, width=200), what)
        self._model: RowsModel[Problem] = RowsModel(columns, key=_key, parent=self)
        self.table = TableView(self.tr("What was found"), self._model, lines=3)
        self.table.setObjectName("problems")
        Fitting(self.table, {0: _GRAVE_FROM})
        self.table.opened.connect(self.wanted)
        self.table.chosen.connect(self._on_chosen)
        self._go = Button(self.tr("Go to the place"), "plain", "arrow-right")
        self._go.setObjectName("go-to-problem")
        self._go.clicked.connect(lambda: self._on_one(self.wanted.emit))
        self._keep = Button(self.tr("Keep as a remark"), "plain", "bookmark")
        self._keep.setObjectName("keep-problem")
        self._keep.clicked.connect(lambda: self._on_one(self.accepted.emit))
        told = Label(
            self.tr("An error stops publishing. What the decision itself says can be kept as a remark."),
            "hint",
            "ink-soft",
            wrap=True,
        )
        acts = row((told, 1), self._keep, self._go, gap=8, margins=(12, 8, 12, 8))
        self._found = Sheet(column(acts, (self.table, 1), gap=0), gap=0, margins=(1, 1, 1, 1))
        self._clean = Sheet(EmptyState("circle-check", self.tr("Nothing was found that should be mended.")))
        fill(QVBoxLayout(self), [(self._found, 1), (self._clean, 1)])
        work.changed.connect(lambda *_: self._timer.start())
        self.take(work.framework, authoring.check(work.framework))

    def rest(self) -> None:
        """Looks at nothing until the next change."""
        self._timer.stop()

    def check_now(self) -> None:
        """Looks at what is there now, on another thread."""
        self._timer.stop()
        framework = self._work.framework
        self._context.read(_check, framework, on_done=partial(self.take, framework))

    def take(self, framework: Framework, found: tuple[Problem, ...]) -> None:
        """Shows what was found, unless the framework is another one by now."""
        if framework is not self._work.framework:
            return
        self.problems = in_order(found)
        self._model.replace(self.problems)
        self._found.setVisible(bool(found))
        self._clean.setVisible(not found)
        if found and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.checked.emit()

    def count(self, severity: Severity) -> int:
        return sum(problem.severity is severity for problem in self.problems)

    def marks(self) -> Mapping[str, Severity]:
        """The gravest thing found at each node."""
        marks: dict[str, Severity] = {}
        for problem in self.problems:  # the grave ones come first
            if problem.node:
                marks.setdefault(problem.node, problem.severity)
        return marks

    def _where(self, problem: Problem) -> Cell:
        place = self._work.framework.index.places.get(problem.node)
        if place is None:
            return Cell(self.tr("The whole set"), tone="ink-soft")
        return Cell(place.node.title, code=place.node.code, code_room=5)

    def _on_chosen(self, problem: Problem | None) -> None:
        self._keep.setVisible(problem is not None and may_be_kept(problem))
        self._go.setEnabled(problem is not None)

    def _on_one(self, do: Callable[[Problem], object]) -> None:
        for problem in self.table.selected_rows()[:1]:
            do(problem)


def may_be_kept(problem: Problem) -> bool:
    """Whether it may be what the decision says: not a question to be answered nor a rule to be confirmed."""
    return problem.severity is Severity.WARNING and problem.code not in _TO_DO


def section_of(problem: Problem) -> str:
    """The section of the set where a problem without a node is mended."""
    if problem.code == "name_twice":
        return _KINDS.get(str(problem.details.get("kind")), "general")
    found = (section for begin, section in _SECTIONS.items() if problem.code.startswith(begin))
    return next(found, "general")


def _key(problem: Problem) -> Hashable:
    details = tuple(sorted((name, str(value)) for name, value in problem.details.items()))
    return problem.code, problem.node, details


def _check(_: Workspace, framework: Framework) -> tuple[Problem, ...]:
    return authoring.check(framework)
