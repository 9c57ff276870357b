"""The framework being written and every change made to it since it was opened: what to undo, said in words."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.domain import editing
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group, Node
from app.domain.rules import AsPoints, Judgement, Scored
from app.operations.workspace import Workspace

_PAUSE = 2.0  # seconds after which typing into the same field is another step to undo
_KEPT = 400


class Part(StrEnum):
    """What a change touches: one node and nothing else, the shape of the tree, or what holds for the whole set."""

    NODE = "node"
    TREE = "tree"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Step:
    """One change; `key` names the field that is typed into, `node` where the change is seen."""

    words: str
    part: Part
    node: str
    key: str
    before: Framework
    after: Framework
    at: float


class Work(QObject):
    """`changed` carries (part, node) after every change, undoing included; `history_changed` what can be undone."""

    changed = Signal(str, str)
    history_changed = Signal()

    def __init__(self, framework: Framework, workspace: Workspace) -> None:
        super().__init__()
        self.framework = framework
        self._workspace = workspace
        self._done: list[Step] = []
        self._undone: list[Step] = []

    # Changing ------------------------------------------------------------------------------------------------------

    def change(self, after: Framework, words: str, part: Part, node: str = "", key: str = "") -> bool:
        """Takes `after` as the framework from now on; typing into one field is one step. False if it is the same."""
        if after is self.framework or after == self.framework:
            return False
        now, before = monotonic(), self.framework
        last = self._done[-1] if self._done else None
        if key and last is not None and last.key == key and now - last.at < _PAUSE and not self._undone:
            before = self._done.pop().before
        self._done.append(Step(words, part, node, key, before, after, now))
        del self._done[:-_KEPT]
        self._undone.clear()
        self.framework = after
        self.changed.emit(part.value, node)
        self.history_changed.emit()
        return True

    def change_node(self, node: Node, words: str, key: str) -> None:
        """Puts a node in the place of the one with its id."""
        old = self.framework.index.places[node.id].node
        if old is node or old == node:
            return
        self.change(editing.replaced(self.framework, node), words, Part.NODE, node.id, f"{node.id}.{key}")

    def undo(self) -> None:
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._go(step, step.before)

    def redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._done.append(replace(step, at=0.0))
            self._go(step, step.after)

    def undo_words(self) -> str:
        """What undoing would take back, "" for nothing."""
        return self._done[-1].words if self._done else ""

    def redo_words(self) -> str:
        return self._undone[-1].words if self._undone else ""

    def _go(self, step: Step, framework: Framework) -> None:
        self.framework = framework
        self.changed.emit(step.part.value, step.node)
        self.history_changed.emit()

    # The tree ------------------------------------------------------------------------------------------------------

    def today(self) -> date:
        """The day by the workspace's clock."""
        day: date = self._workspace.clock().date()
        return day

    def fresh(self) -> str:
        """An id no node has."""
        return f"tc-{self._workspace.new_id()[:8]}"

    def name_of(self, ids: Collection[str]) -> str:
        """One node by its code or title, several by their number."""
        chosen = editing.topmost(self.framework, ids)
        if len(chosen) != 1:
            return self.tr("%n item(s)", "", len(chosen))
        node = self.framework.index.places[chosen[0]].node
        return node.code or node.title

    def place_after(self, id_: str) -> tuple[str, int]:
        """Where something new goes: behind a criterion, at the end of a group, at the end of all."""
        place = self.framework.index.places.get(id_)
        if place is None:
            return "", len(self.framework.nodes)
        if place.criterion is None:
            return id_, len(editing.below(self.framework, id_))
        parent, number = editing.place_in(self.framework, id_)
        return parent, number + 1

    def add(self, beside: str, *, is_group: bool) -> str:
        """A new criterion or group after the node, under the next code; gives its id."""
        parent, at = self._place_of_group(beside) if is_group else self.place_after(beside)
        id_, code = self.fresh(), editing.free_code(self.framework, parent, at)
        made: Node
        if is_group:
            made = Group(title="", maximum=Amount("0"), id=id_, code=code)
            words = self.tr("Add the group {code}")
        else:
            rule = Scored(measure=Judgement(), scale=AsPoints())
            made = Criterion(title="", maximum=self._left_over(parent), rule=rule, id=id_, code=code)
            words = self.tr("Add the criterion {code}")
        after = editing.inserted(self.framework, [made], parent, at)
        self.change(after, words.format(code=code).strip(), Part.TREE, id_)
        return id_

    def _place_of_group(self, beside: str) -> tuple[str, int]:
        """A group goes behind the group of the node, or inside an empty one."""
        place = self.framework.index.places.get(beside)
        if place is None:
            return "", len(self.framework.nodes)
        if place.criterion is not None:
            if not place.parent:
                return self.place_after(beside)
            beside = place.parent
        parent, number = editing.place_in(self.framework, beside)
        return parent, number + 1

    def _left_over(self, parent: str) -> Amount:
        """What the group still has to give away, else 1."""
        inside = editing.below(self.framework, parent)
        place = self.framework.index.places.get(parent)
        declared = place.maximum if place is not None else self.framework.totals.maximum.value
        left = declared - sum(node.maximum.value for node in inside)
        return Amount(str(left)) if left > 0 and left.denominator == 1 else Amount("1")

    def remove(self, ids: Collection[str]) -> None:
        words = self.tr("Take out {name}").format(name=self.name_of(ids))
        self.change(editing.removed(self.framework, ids), words, Part.TREE, self._neighbour(ids))

    def _neighbour(self, ids: Collection[str]) -> str:
        """What is looked at once these are gone: the next sibling, the one before, the group."""
        chosen = editing.topmost(self.framework, ids)
        if not chosen:
            return ""
        parent, number = editing.place_in(self.framework, chosen[-1])
        siblings = self.framework.index.children[parent]
        for id_ in (*siblings[number + 1 :], *reversed(siblings[:number])):
            if id_ not in chosen:
                return id_
        return parent

    def copy(self, ids: Collection[str]) -> None:
        QApplication.clipboard().setText(editing.copied(self.framework, ids))

    def cut(self, ids: Collection[str]) -> None:
        self.copy(ids)
        words = self.tr("Cut {name}").format(name=self.name_of(ids))
        self.change(editing.removed(self.framework, ids), words, Part.TREE, self._neighbour(ids))

    def paste(self, beside: str) -> tuple[str, ...]:
        """Puts in what was copied and gives the ids; nothing where the clipboard holds no nodes."""
        nodes = editing.read_copy(QApplication.clipboard().text())
        if not nodes:
            return ()
        parent, at = self.place_after(beside)
        after, made = editing.pasted(self.framework, nodes, parent, at, self.fresh)
        name = nodes[0].code or nodes[0].title if len(nodes) == 1 else self.tr("%n item(s)", "", len(nodes))
        self.change(after, self.tr("Paste {name}").format(name=name), Part.TREE, made[0])
        return made

    def duplicate(self, ids: Collection[str]) -> tuple[str, ...]:
        words = self.tr("Duplicate {name}").format(name=self.name_of(ids))
        after, made = editing.duplicated(self.framework, ids, self.fresh)
        if made:
            self.change(after, words, Part.TREE, made[0])
        return made

    def move(self, ids: Collection[str], parent: str, at: int) -> None:
        self._moved(editing.moved(self.framework, ids, parent, at), ids)

    def shift(self, ids: Collection[str], way: int) -> None:
        self._moved(editing.shifted(self.framework, ids, way), ids)

    def nest(self, ids: Collection[str]) -> None:
        self._moved(editing.nested(self.framework, ids), ids)

    def lift(self, ids: Collection[str]) -> None:
        self._moved(editing.lifted(self.framework, ids), ids)

    def _moved(self, after: Framework, ids: Collection[str]) -> None:
        words = self.tr("Move {name}").format(name=self.name_of(ids))
        chosen = editing.topmost(self.framework, ids)
        self.change(after, words, Part.TREE, chosen[0] if chosen else "")

    def renumber(self, parent: str) -> None:
        name = self.name_of([parent]) if parent else self.tr("everything")
        words = self.tr("Renumber {name}").format(name=name)
        self.change(editing.renumber(self.framework, parent), words, Part.TREE, parent)
