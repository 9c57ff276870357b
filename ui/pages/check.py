"""The commune's own check before sending: what must be mended, what should be looked at, each a step from its place."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QModelIndex

from app.operations.commune import assessing, reviewing
from app.operations.commune.assessing import View
from app.operations.commune.reviewing import Issue, Severity
from app.wording.issues import issue_sentence
from ui import language
from ui.context import Context
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.tree_model import Branch, TreeModel
from ui.page import Page
from ui.widgets.badge import Badge
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.views import TreeView

TONES = {Severity.MUST: "bad", Severity.SHOULD: "warn", Severity.NOTE: "ink-soft"}
ICONS = {Severity.MUST: "circle-alert", Severity.SHOULD: "triangle-alert", Severity.NOTE: "info"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: a group of the same severity (no issue), or an issue with its criterion."""

    severity: Severity
    issue: Issue | None = None
    number: int = 0
    code: str = ""
    title: str = ""
    count: int = 0
    missing: Fraction = Fraction(0)


class Check(Page):
    """A tree of what was found, most serious first; Enter or a click leads to the place."""

    kinds = frozenset({"responses", "evidence", "assessment", "results"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Review"))
        self._next: Finding | None = None
        self._decimals = 2
        self._must, self._should, self._note = (Badge(ICONS[level], "", TONES[level]) for level in Severity)
        self._lead = Label(tone="ink-soft", wrap=True)
        head = row(Label(self.tr("Review"), "title", weight="bold"), self._must, self._should, self._note, None, gap=8)
        columns = [
            Column(self.tr("What was found"), self._cell),
            Column(self.tr("Points not reached"), self._points_cell, width=170, right=True),
            Column("", _go_cell, width=44),
        ]
        self._model: TreeModel[Finding] = TreeModel(columns, key=_key, parent=self)
        self._tree = TreeView(self.tr("What was found"), self._model)
        self._tree.setObjectName("findings")
        self._tree.opened.connect(self._go)
        self._tree.clicked.connect(self._on_clicked)
        self._list = framed(self._tree)
        self._empty = Sheet(self._all_good())
        self.add(head)
        self.add(self._lead)
        self.add((self._list, 1))
        self.add((self._empty, 1))
        self._main = Button(self.tr("On to Sign and send"), "main", "arrow-right")
        self._main.setObjectName("main")
        self._main.clicked.connect(self._on_main)
        self._onward = Button(self.tr("On to Sign and send"), "plain", "arrow-right")
        self._onward.setObjectName("onward")
        self._onward.clicked.connect(lambda: self.go_to.emit("submit", None))
        self.set_acts(self._onward, self._main)
        self._done = Label(tone="ink-soft")
        self.strip.show_left(self._done)

    def _all_good(self) -> EmptyState:
        return EmptyState(
            "circle-check",
            self.tr(
                "Nothing left to mend. Figures, evidence and explanations are complete; "
                "the leader can be asked to confirm."
            ),
            hint=self.tr("Next step: Sign and send"),
        )

    def refresh(self) -> None:
        opened, part = self.context.workspace, self.context.part_id
        issues = reviewing.review(opened, part)
        seen = assessing.view(opened, part)
        self._decimals = seen.framework.decimals
        found = [_finding(seen, issue, number) for number, issue in enumerate(issues)]
        counts = Counter(finding.severity for finding in found)
        self._model.replace(
            [
                Branch(
                    Finding(level, count=counts[level]),
                    tuple(Branch(finding) for finding in found if finding.severity is level),
                )
                for level in Severity
                if counts[level]
            ]
        )
        self._tree.expandAll()
        self._next = self._first_to_do(found) if seen.is_draft else None
        self._tell(counts)
        self._done.setText(self.tr("{done} of {all} criteria done").format(done=seen.done, all=len(seen.criteria)))

    @staticmethod
    def _first_to_do(found: list[Finding]) -> Finding | None:
        """What must be mended, else what nobody has begun; the rest is only worth a look."""
        must = next((each for each in found if each.severity is Severity.MUST), None)
        not_begun = (each for each in found if each.issue is not None and each.issue.code == "not_started")
        return must or next(not_begun, None)

    def _tell(self, counts: Counter[Severity]) -> None:
        must, should, note = (counts[level] for level in Severity)
        self._must.setVisible(bool(must))
        self._should.setVisible(bool(should))
        self._note.setVisible(bool(note))
        self._must.show_state(ICONS[Severity.MUST], self.tr("%n to be mended", "", must), "bad")
        self._should.show_state(ICONS[Severity.SHOULD], self.tr("%n worth a look", "", should), "warn")
        self._note.show_state(ICONS[Severity.NOTE], self.tr("%n note(s)", "", note), "ink-soft")
        if must:
            words = self.tr("The figures can be frozen once everything marked in red is mended.")
        else:
            words = self.tr("Nothing stands in the way of freezing the figures. What is below may still bring points.")
        self._lead.setText(words)
        self._lead.setVisible(bool(must or should or note))
        self._list.setVisible(bool(must or should or note))
        self._empty.setVisible(not (must or should or note))
        self._onward.setVisible(self._next is not None and self._next.severity is not Severity.MUST)
        if self._next is not None and self._next.severity is Severity.MUST:
            self._main.setText(self.tr("Mend the first one"))
            self._main.set_icon("pencil")
        elif self._next is not None:
            self._main.setText(self.tr("Go on with {code}").format(code=self._next.code))
            self._main.set_icon("pencil")
        else:
            self._main.setText(self.tr("On to Sign and send"))
            self._main.set_icon("arrow-right")

    def _cell(self, finding: Finding) -> Cell:
        level = finding.severity
        if finding.issue is None:
            return Cell(self._heading(finding), weight="bold")
        sentence = issue_sentence(finding.issue.code, finding.issue.details, language.current())
        where = f"{finding.code} · {finding.title}".strip(" ·")
        return Cell(where, second=sentence, icon=ICONS[level], second_tone=TONES[level], weight="medium")

    def _points_cell(self, finding: Finding) -> Cell:
        if finding.missing <= 0:
            return Cell(right=True)
        points = language.number_text(finding.missing, self._decimals)
        return Cell(self.tr("{points} points open").format(points=points), tone="ink-soft", right=True)

    def _heading(self, finding: Finding) -> str:
        words = {
            Severity.MUST: self.tr("To be mended before the figures are frozen"),
            Severity.SHOULD: self.tr("Worth a second look"),
            Severity.NOTE: self.tr("Notes"),
        }[finding.severity]
        return f"{words} ({finding.count})"

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._model.hasChildren(index.siblingAtColumn(0)):
            self._go(self._model.row_at(index))

    def _go(self, finding: Finding) -> None:
        if finding.issue is not None:
            self.go_to.emit("assessment", finding.issue.node or None)

    def _on_main(self) -> None:
        if self._next is not None:
            self._go(self._next)
        else:
            self.go_to.emit("submit", None)


def _finding(seen: View, issue: Issue, number: int) -> Finding:
    place = seen.framework.index.places.get(issue.node)
    if place is None:
        return Finding(issue.severity, issue, number)
    node = seen.score.nodes.get(issue.node)
    missing = Fraction(0)
    if node is not None and issue.severity is not Severity.NOTE:
        missing = node.effective_maximum - (node.points or 0)
    return Finding(issue.severity, issue, number, place.node.code, place.node.title, missing=missing)


def _key(finding: Finding) -> tuple[str, str, str]:
    issue = finding.issue
    return (
        (finding.severity.value, issue.code, issue.node + issue.details.get("name", ""))
        if issue
        else (
            finding.severity.value,
            "",
            "",
        )
    )


def _go_cell(finding: Finding) -> Cell:
    return Cell("\u00a0", icon="chevron-right" if finding.issue is not None else "", tip=finding.title)
