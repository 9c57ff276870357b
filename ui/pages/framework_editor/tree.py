"""The left column: search, what can be added, and the tree with its keys."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.domain import text
from app.domain.framework import Placed
from app.domain.problems import Severity
from ui.actions import Act, menu
from ui.models.tree_model import Branch
from ui.pages.framework_editor.tree_model import NodeTreeModel
from ui.pages.framework_editor.work import Part, Work
from ui.widgets.boxes import column, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Label
from ui.widgets.views import TreeView

_OPEN_ALL_BELOW = 90


class _View(TreeView):
    """A tree whose nodes can be dragged; `keys` maps a key sequence to what it does while the tree has the focus."""

    def __init__(self, name: str, model: NodeTreeModel, keys: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(name, model, several=True)
        self._keys = {QKeySequence(key).toString(): do for key, do in keys.items()}
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(600)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = self._keys.get(QKeySequence(event.keyCombination()).toString())
        if do is not None:
            do()
            return
        super().keyPressEvent(event)


class NodeTree(QWidget):
    """`chosen` carries the id of the node under the cursor ("" for none); `opened` that its sheet is wanted."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.search = SearchBox(self.tr("Find a criterion"))
        self.search.sought.connect(self._lay)
        self._more = Button("", "plain", "plus", tip=self.tr("Add or change what is chosen"))
        self._more.setObjectName("add")
        self._more.clicked.connect(lambda: self._show_menu(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        self.model = NodeTreeModel(work.framework, self)
        self.model.dropped.connect(self._on_dropped)
        self._acts = self._make_acts()
        keys = {act.shortcut().toString(): act.trigger for act in self._acts if act and not act.shortcut().isEmpty()}
        for act in filter(None, self._acts):
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown in the menu; the view handles the key
        self.view = _View(self.tr("Criteria"), self.model, keys)
        self.view.setObjectName("nodes")
        self.view.chosen.connect(lambda place: self.chosen.emit(place.id if place is not None else ""))
        self.view.opened.connect(lambda place: self.opened.emit(place.id))
        self.view.customContextMenuRequested.connect(lambda at: self._show_menu(self.view.viewport().mapToGlobal(at)))
        self._nothing = Label(self.tr("Nothing found. Try another word."), tone="ink-soft", wrap=True)
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._nothing.hide()
        head = row((self.search, 1), self._more, gap=8, margins=(12, 12, 12, 8))
        fill(QVBoxLayout(self), [column(head, gap=0), rule(), self._nothing, (self.view, 1)], gap=0)
        self._lay("")
        if len(work.framework.index.places) <= _OPEN_ALL_BELOW:
            self.view.expandAll()
        else:
            self.view.collapseAll()
        work.changed.connect(self._on_changed)

    # What is chosen ------------------------------------------------------------------------------------------------

    def selected(self) -> list[str]:
        """The ids of what is chosen."""
        return [place.id for place in self.view.selected_rows()]

    def current(self) -> str:
        """The id of the node under the cursor, "" for none."""
        index = self.view.currentIndex()
        return self.model.row_at(index).id if index.isValid() else ""

    def select(self, id_: str) -> None:
        """Puts the cursor on a node, showing all where the search hides it."""
        if id_ and not self.model.index_of(id_).isValid():
            self.search.clear()
            self._lay("")
        if self.current() != id_:
            self.view.select_key(id_)
        self.view.scrollTo(self.view.currentIndex())

    def select_several(self, ids: list[str]) -> None:
        """Chooses these nodes, the first one under the cursor."""
        if not ids:
            return
        self.select(ids[0])
        chosen = QItemSelection()
        for id_ in ids:
            index = self.model.index_of(id_)
            chosen.select(index, index.siblingAtColumn(1))
        self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mark(self, marks: Mapping[str, Severity]) -> None:
        self.model.mark(marks)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Following -----------------------------------------------------------------------------------------------------

    def _on_changed(self, part: str, node: str) -> None:
        if part == Part.NODE:
            self.model.follow(self._work.framework, [node])
            return
        chosen = [id_ for id_ in self.selected() if id_ in self._work.framework.index.places]
        self._lay(self.search.value())
        if node and node in self._work.framework.index.places:
            chosen = chosen if node in chosen else [node]
        if part == Part.TREE:
            self.select_several(chosen)

    def _lay(self, query: str) -> None:
        self.model.set_framework(self._work.framework)
        branches = self._branches("", query)
        self.model.replace(branches)
        self._nothing.setVisible(bool(query) and not branches)
        if query:
            self.view.expandAll()

    def _branches(self, parent: str, query: str) -> tuple[Branch[Placed], ...]:
        index = self._work.framework.index
        found = (self._found(index.places[id_], query) for id_ in index.children.get(parent, ()))
        return tuple(branch for branch in found if branch is not None)

    def _found(self, place: Placed, query: str) -> Branch[Placed] | None:
        if not query or text.matches(query, place.node.code, place.node.title):
            return Branch(place, self._branches(place.id, ""))
        below = self._branches(place.id, query)
        return Branch(place, below) if below else None

    # Acts ----------------------------------------------------------------------------------------------------------

    def _make_acts(self) -> list[Act | None]:
        work = self._work
        act = partial(self._act)
        return [
            act(self.tr("New criterion"), "plus", "Ins", lambda: self.add(is_group=False)),
            act(self.tr("New group"), "folder", "Shift+Ins", lambda: self.add(is_group=True)),
            act(self.tr("Change the title"), "pencil", "F2", lambda: self._on_current(self.opened.emit)),
            None,
            act(self.tr("Cut"), "", "Ctrl+X", lambda: self._on_selected(work.cut)),
            act(self.tr("Copy"), "copy", "Ctrl+C", lambda: self._on_selected(work.copy)),
            act(self.tr("Paste"), "", "Ctrl+V", self.paste),
            act(self.tr("Duplicate"), "", "Ctrl+D", self._duplicate),
            act(self.tr("Take out"), "trash-2", "Del", lambda: self._on_selected(work.remove)),
            None,
            act(self.tr("Move up"), "arrow-up", "Alt+Up", lambda: self._on_selected(work.shift, -1)),
            act(self.tr("Move down"), "arrow-down", "Alt+Down", lambda: self._on_selected(work.shift, 1)),
            act(self.tr("Into the group above"), "arrow-right", "Alt+Right", lambda: self._on_selected(work.nest)),
            act(self.tr("Out of the group"), "arrow-left", "Alt+Left", lambda: self._on_selected(work.lift)),
            None,
            act(self.tr("Renumber this group"), "list-checks", "", self._renumber),
        ]

    def _act(self, words: str, icon: str, key: str, do: Callable[[], object]) -> Act:
        return Act(words, self, icon=icon, key=key, do=do)

    def _show_menu(self, at: QPoint) -> None:
        acts: list[QAction | None] = list(self._acts)
        self._menu = menu(*acts)
        self._menu.aboutToHide.connect(self._menu.deleteLater)
        self._menu.popup(at)

    def _on_current(self, do: Callable[[str], object]) -> None:
        if self.current():
            do(self.current())

    def _on_selected(self, do: Callable[..., object], *args: object) -> None:
        ids = self.selected()
        if ids:
            do(ids, *args)

    def add(self, *, is_group: bool) -> None:
        """A new node after the one under the cursor, ready to be named."""
        self.opened.emit(self._work.add(self.current(), is_group=is_group))

    def paste(self) -> None:
        self.select_several(list(self._work.paste(self.current())))

    def _duplicate(self) -> None:
        self.select_several(list(self._work.duplicate(self.selected())))

    def _renumber(self) -> None:
        place = self._work.framework.index.places.get(self.current())
        if place is not None:
            self._work.renumber(place.id if place.criterion is None else place.parent)

    def _on_dropped(self, ids: list[str], parent: str, at: int) -> None:
        self._work.move(ids, parent, at)
        self.select_several(ids)
