"""The tree of criteria: search, filters with counts, and for each row its state, points and maximum."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.domain import text
from app.domain.assessment import ResponseState
from app.domain.framework import Placed
from app.operations.commune.assessing import View
from app.wording.own_names import own_name
from ui import language
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.tree_model import Branch, TreeModel
from ui.pages.assessment_desk import words
from ui.widgets.boxes import column, empty, fill, rule
from ui.widgets.chips import ChipRow
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Label
from ui.widgets.views import TreeView

POINTS_WIDTH = 104
_FILTERS = {
    "open": (ResponseState.NOT_STARTED,),
    "proof": (ResponseState.MISSING_EVIDENCE, ResponseState.INCOMPLETE_EVIDENCE),
    "contested": (ResponseState.CONTESTED,),
    "all": tuple(ResponseState),
}


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A group or a criterion as its row shows it."""

    id: str
    code: str
    title: str
    points: str
    maximum: str
    is_group: bool
    state: ResponseState | None = None
    count: str = ""
    corrected: str = ""


class CriterionTree(QWidget):
    """`chosen` carries the id of the node under the cursor; `opened` that Enter or a double click asked for it."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchBox(self.tr("Find a criterion, a code, a document"))
        self.search.sought.connect(lambda _: self._lay())
        self._chips: ChipRow | None = None
        self._chip_place = column(gap=0)
        columns: list[Column[NodeRow]] = [
            Column(self.tr("Criterion"), _title_cell),
            Column(self.tr("Points"), _points_cell, width=POINTS_WIDTH, right=True),
        ]
        self.model: TreeModel[NodeRow] = TreeModel(columns, key=lambda row: row.id, parent=self)
        self.view = TreeView(self.tr("Criteria"), self.model)
        self.view.setObjectName("criteria")
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(lambda row: self.opened.emit(row.id))
        self._nothing = Label(
            self.tr("Nothing found. Try another word, or show all criteria."), tone="ink-soft", wrap=True
        )
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._nothing.hide()
        head = column(self.search, self._chip_place, gap=8, margins=(12, 12, 12, 8))
        fill(QVBoxLayout(self), [head, rule(), self._nothing, (self.view, 1)], gap=0)
        self._seen: View | None = None
        self._rows: dict[str, NodeRow] = {}
        self._current = ""

    def show_view(self, seen: View) -> None:
        """Follow what changed: rows keep their places until another filter is taken or words are sought."""
        is_first = self._seen is None
        self._seen = seen
        self.model.set_title(0, own_name(seen.framework, "criterion", language.current()))
        self._make_chips(seen)
        rows = _rows(seen)
        if set(rows) != set(self._rows) or is_first:
            self._rows = rows
            self._lay()
            return
        for id_, row in rows.items():
            if row != self._rows[id_]:
                self.model.update_row(row)
        self._rows = rows

    def select(self, node: str) -> None:
        """Put the cursor on a node, laying the tree anew where the filter hides it."""
        self._current = node
        if not self.model.index_of(node).isValid():
            self._lay()
        if self.view.currentIndex() != self.model.index_of(node):
            self.view.select_key(node)
        at = self.view.visualRect(self.view.currentIndex())
        if not self.view.viewport().rect().contains(at):
            self.view.scrollTo(self.view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def set_filter(self, name: str) -> None:
        """Take a filter: "open", "proof", "contested" or "all"."""
        if self._chips is not None:
            self._chips.set_value(name)
            self._lay()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_chips(self, seen: View) -> None:
        counts = {
            name: sum(1 for place in seen.criteria if seen.states[place.id] in states)
            for name, states in _FILTERS.items()
        }
        shown = [name for name in _FILTERS if name != "contested"]
        if seen.feedback is not None:
            # in a later round what is contested comes first; what was never entered only where there is some
            shown = ["contested", *(name for name in shown if name != "open" or counts["open"])]
        if self._chips is None or shown != self._chips.property("shown"):
            before = self._chips.value() if self._chips is not None else "all"
            layout = self._chip_place.layout()
            assert isinstance(layout, QVBoxLayout)
            empty(layout)
            titles = {
                "open": self.tr("Not started"),
                "proof": self.tr("Evidence missing"),
                "contested": self.tr("To be explained"),
                "all": self.tr("All"),
            }
            self._chips = ChipRow([(name, titles[name]) for name in shown])
            self._chips.setObjectName("filters")
            self._chips.setProperty("shown", shown)
            self._chips.set_value(before if before in shown else "all")
            self._chips.chosen.connect(lambda _: self._lay())
            layout.addWidget(self._chips)
        for name in shown:
            self._chips.set_count(name, counts[name])

    def _lay(self) -> None:
        """Which rows there are, by filter and words; the one under the cursor is always among them."""
        seen = self._seen
        if seen is None or self._chips is None:
            return
        states = _FILTERS[self._chips.value()]
        query = self.search.value()
        wanted = {
            place.id
            for place in seen.criteria
            if (seen.states[place.id] in states and _matches(seen, place, query))
            or (place.id == self._current and not query)
        }
        self.model.replace(self._branches(seen, "", wanted, query))
        self.view.setVisible(bool(wanted))
        self._nothing.setVisible(not wanted)
        if query or self._chips.value() != "all":
            self.view.expandAll()
        if self._current and self.model.index_of(self._current).isValid():
            self.view.select_key(self._current)

    def _branches(self, seen: View, above: str, wanted: set[str], query: str) -> list[Branch[NodeRow]]:
        index = seen.framework.index
        made = []
        for id_ in index.children[above]:
            if id_ not in self._rows:
                continue
            if index.places[id_].criterion is not None:
                if id_ in wanted:
                    made.append(Branch(self._rows[id_]))
                continue
            below = self._branches(seen, id_, wanted, query)
            if below:
                made.append(Branch(self._rows[id_], tuple(below)))
        return made

    def _on_chosen(self, row: NodeRow | None) -> None:
        if row is not None and row.id != self._current:
            self._current = row.id
            self.chosen.emit(row.id)


def _matches(seen: View, place: Placed, query: str) -> bool:
    if not query:
        return True
    return text.matches(query, *_searched(seen, place))


def _searched(seen: View, place: Placed) -> Iterable[str]:
    criterion = place.criterion
    yield from (place.node.code, place.node.title)
    if criterion is not None:
        yield criterion.owner
        yield from (input_.label for input_ in criterion.inputs)
    for piece in seen.evidence_of(place.id):
        yield from (piece.name, piece.citation.number, piece.citation.subject, piece.citation.issuer)


def _rows(seen: View) -> dict[str, NodeRow]:
    """Every node in scope as its row shows it."""
    finished: dict[str, int] = {}
    counted: dict[str, int] = {}
    for place in seen.criteria:
        done = seen.states[place.id] in words.FINISHED
        for above in seen.framework.index.ancestors(place.id):
            counted[above] = counted.get(above, 0) + 1
            finished[above] = finished.get(above, 0) + done
    of_all = QCoreApplication.translate("CriterionTree", "{done}/{all} criteria")
    rows = {}
    for id_, score in seen.score.nodes.items():
        place = seen.framework.index.places[id_]
        is_group = place.criterion is None
        count = of_all.format(done=finished.get(id_, 0), all=counted.get(id_, 0))
        rows[id_] = NodeRow(
            id=id_,
            code=place.node.code,
            title=place.node.title,
            points=words.points_text(score.points, seen.framework.decimals),
            maximum=words.short_number(score.maximum),
            is_group=is_group,
            state=seen.states.get(id_),
            count=count if is_group else "",
            corrected=words.corrected(seen.corrected[id_]) if id_ in seen.corrected else "",
        )
    return rows


def _title_cell(row: NodeRow) -> Cell:
    if row.is_group or row.state is None:
        return Cell(row.title, second=row.count, code=row.code, code_room=2, weight="bold")
    icon, tone = words.mark(row.state)
    told = words.word(row.state)
    is_done = row.state is ResponseState.COMPLETE
    second, tip = ("", f"{row.title} · {told}") if is_done else (told, "")
    if row.corrected:
        second = " · ".join(filter(None, (row.corrected, second)))
    return Cell(row.title, second=second, second_tone=tone, icon=icon, code=row.code, code_room=4, tip=tip)


def _points_cell(row: NodeRow) -> Cell:
    tone = "ink-soft" if row.points == "–" else "ink"
    weight = "bold" if row.is_group else "normal"
    return Cell(row.points, tone=tone, tail=f" / {row.maximum}", right=True, weight=weight)
