"""The tree of a framework as a model: rows follow a keystroke one by one, several can be dragged across groups."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, QObject, Qt, Signal

from app.domain import editing
from app.domain.framework import Framework, Group, Placed
from app.domain.lacking import count
from app.domain.problems import Severity
from app.wording.figures import number
from ui import language
from ui.language import QT_TRANSLATE_NOOP
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import NOWHERE, Index
from ui.models.tree_model import TreeModel

MIME = "application/x-thuocso-nodes"
_UNTITLED = QT_TRANSLATE_NOOP("NodeTreeModel", "(no title yet)")
_MARKS = {
    Severity.ERROR: ("bad", QT_TRANSLATE_NOOP("NodeTreeModel", "to mend")),
    Severity.WARNING: ("warn", QT_TRANSLATE_NOOP("NodeTreeModel", "to look at")),
}


class NodeTreeModel(TreeModel[Placed]):
    """`dropped` carries (ids, parent, number among its children) when nodes are put down somewhere."""

    dropped = Signal(object, str, int)

    def __init__(self, framework: Framework, parent: QObject) -> None:
        self.framework = framework
        self.marks: Mapping[str, Severity] = {}
        self._code_room = 0
        columns = (
            Column(QCoreApplication.translate("NodeTreeModel", "Criterion"), self._title),
            Column(QCoreApplication.translate("NodeTreeModel", "Points"), self._points, width=74, right=True),
        )
        super().__init__(columns, key=lambda place: place.id, parent=parent)
        self._measure()

    def follow(self, framework: Framework, ids: Sequence[str]) -> None:
        """Show nodes anew that changed in place, with the sums above them."""
        self.framework = framework
        index = framework.index
        for id_ in dict.fromkeys(above for each in ids for above in index.ancestors(each)):
            self.update_row(index.places[id_])

    def mark(self, marks: Mapping[str, Severity]) -> None:
        """What checks found at which node."""
        changed = [id_ for id_ in {*marks, *self.marks} if marks.get(id_) is not self.marks.get(id_)]
        self.marks = marks
        for id_ in changed:
            if id_ in self.framework.index.places:
                self.update_row(self.framework.index.places[id_])

    def set_framework(self, framework: Framework) -> None:
        """What the next `replace` is about."""
        self.framework = framework
        self._measure()

    def _measure(self) -> None:
        lengths = sorted(len(place.node.code) for place in self.framework.index.places.values())
        self._code_room = min(lengths[len(lengths) * 9 // 10], 7) if lengths else 1

    # Dragging ------------------------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = list(dict.fromkeys(self.row_at(index).id for index in indexes))
        data = QMimeData()
        data.setData(MIME, json.dumps(ids).encode())
        data.setText(editing.copied(self.framework, ids))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index = NOWHERE
    ) -> bool:
        if not data.hasFormat(MIME):
            return False
        place, _ = self._target(row, parent)
        return editing.may_move(self.framework, _ids(data), place)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index = NOWHERE
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        place, at = self._target(row, parent)
        self.dropped.emit(_ids(data), place, at)
        return False  # the view must not take anything out by itself

    def _target(self, row: int, parent: Index) -> tuple[str, int]:
        """The group and the number in it; onto a criterion means behind it, onto a group into it."""
        index = self.framework.index
        if not parent.isValid():
            return "", len(index.children[""]) if row < 0 else row
        place = self.row_at(parent)
        if place.criterion is not None:
            above, number_ = editing.place_in(self.framework, place.id)
            return above, number_ + 1
        return place.id, len(index.children[place.id]) if row < 0 else row

    # Cells ---------------------------------------------------------------------------------------------------------

    def _title(self, place: Placed) -> Cell:
        node = self.framework.index.places[place.id].node
        second, tone = self._second(place.id)
        is_group = isinstance(node, Group)
        if isinstance(node, Group) and not second:
            second, tone = self._count(node)
        return Cell(
            node.title or QCoreApplication.translate("NodeTreeModel", _UNTITLED),
            tone="ink" if node.title else "ink-soft",
            code=node.code,
            code_room=1 if place.depth == 0 else self._code_room,
            weight="bold" if is_group else "normal",
            second=second,
            second_tone=tone,
        )

    def _second(self, id_: str) -> tuple[str, str]:
        mark = self.marks.get(id_)
        if mark not in _MARKS:
            return "", "ink-soft"
        tone, words = _MARKS[mark]
        return QCoreApplication.translate("NodeTreeModel", words), tone

    def _count(self, group: Group) -> tuple[str, str]:
        there, declared = count(group), group.declared_count
        if declared is None or declared == there:
            return QCoreApplication.translate("NodeTreeModel", "%n criterion(s)", "", there), "ink-soft"
        words = QCoreApplication.translate("NodeTreeModel", "{there} of {declared} criteria")
        return words.format(there=there, declared=declared), "warn"

    def _points(self, place: Placed) -> Cell:
        now = self.framework.index.places[place.id]
        shown = number(now.maximum, language.current())
        if not isinstance(now.node, Group):
            return Cell(shown, right=True, tone="ink-soft")
        inside = (child.maximum.value for child in now.node.nodes if child.role is now.node.role)
        reached = sum(inside, Fraction(0))
        if not now.node.nodes or reached == now.maximum:
            return Cell(shown, right=True, weight="bold")
        added = QCoreApplication.translate("NodeTreeModel", "sum {sum}")
        told = added.format(sum=number(reached, language.current()))
        return Cell(shown, right=True, weight="bold", second=told, second_tone="warn")


def _ids(data: QMimeData) -> list[str]:
    return list(json.loads(bytes(data.data(MIME).data()).decode()))
