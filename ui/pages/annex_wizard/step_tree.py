"""The third step: the tree of groups and criteria, rows moved and marked, sums held against what is declared."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import annex_outline, text
from app.domain.annex import OutlineRow, RowKind
from app.domain.annex_outline import Twig
from app.wording.annex import doubt_sentence
from ui import language
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.tree_model import Branch, TreeModel
from ui.pages.annex_wizard import words
from ui.pages.annex_wizard.row_sheet import RowSheet
from ui.pages.annex_wizard.sitting import Sitting
from ui.pages.authority_kit import Panes, side_sheet
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.tick import Tick
from ui.widgets.views import TreeView

_NARROW = 860


class _Tree(TreeView):
    """Alt with the arrows moves rows out and in, 1 to 4 say what they are."""

    def __init__(self, name: str, model: TreeModel[OutlineRow], step: "TreeStep") -> None:
        super().__init__(name, model, several=True)
        self._step = step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step.shift(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.text() in ("1", "2", "3", "4"):
            self._step.mark(words.KINDS[int(event.text()) - 1][0])
        else:
            super().keyPressEvent(event)


class TreeStep(QWidget):
    """Left the tree, right the row that is chosen with what the decision says."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._query = ""
        self._out = self._tool("out", self.tr("Further out"), "chevron-left", lambda: self.shift(-1), "Alt+←")
        self._in = self._tool("in", self.tr("Deeper in"), "chevron-right", lambda: self.shift(1), "Alt+→")
        self._undo = self._tool("undo", self.tr("Undo"), "undo-2", sitting.undo, "Ctrl+Z")
        self._skipped = Tick(self.tr("Show rows left out"))
        self._skipped.setObjectName("skipped")
        self._skipped.toggled.connect(lambda _: self.show_rows())
        self.search = SearchBox(self.tr("Find a row"))
        self.search.sought.connect(self._on_sought)
        columns: tuple[Column[OutlineRow], ...] = (
            Column(self.tr("Row"), self._title_cell),
            Column(self.tr("Points"), self._points_cell, width=110, right=True),
        )
        self._model = TreeModel(columns, key=lambda each: each.key, parent=self)
        self.tree = _Tree(self.tr("Tree of the annex"), self._model, self)
        self.tree.setObjectName("tree")
        self.tree.chosen.connect(lambda _: self._show_row())
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._sheet = RowSheet()
        self._sheet.kind_chosen.connect(self.mark)
        self._sheet.edited.connect(self._on_edited)
        self._told = Label("", wrap=True)
        self._mark = Icon("circle-check", "good")
        tools = row(self._out, self._in, self._undo, self._skipped, None, self.search, gap=8)
        titles = (self.tr("Tree"), self.tr("Chosen row"))
        self.panes = Panes(framed(self.tree), side_sheet(self._sheet, 380), titles, [640, 470], _NARROW)
        self.panes.narrowed.connect(self._on_narrowed)
        self.tree.opened.connect(lambda _: self.panes.turn_to(1))
        fill(QVBoxLayout(self), [row(self._mark, (self._told, 1), gap=8), tools, (self.panes, 1)], gap=8)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self.tree)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(sitting.undo)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.show_rows)
        sitting.changed.connect(self._on_changed)

    def show_rows(self) -> None:
        """The tree as it is now."""
        proposal = self._sitting.proposal
        if proposal is None:
            return
        branches = [branch for twig in proposal.audit.tree if (branch := self._branch(twig)) is not None]
        if self._skipped.isChecked():
            left_out = [each for each in proposal.rows if each.kind is RowKind.SKIPPED]
            branches += [Branch(each) for each in left_out if text.matches(self._query, each.code, each.title)]
        self._model.replace(branches)
        count = sum(each.kind is RowKind.SKIPPED for each in proposal.rows)
        self._skipped.setText(self.tr("Show %n row(s) left out", "", count))
        self._skipped.setVisible(count > 0)
        if not self.tree.currentIndex().isValid() and branches:
            self.tree.expandAll()
            self.tree.select_key(branches[0].row.key)
        self._say()
        self._show_row()
        self._enable()

    def shift(self, by: int) -> None:
        """The chosen rows one level in or out."""
        if self._sitting.proposal is not None:
            self._keep_chosen(annex_outline.shifted(self._sitting.proposal.rows, self._keys(), by))

    def mark(self, kind: RowKind) -> None:
        """The chosen rows are of this kind."""
        if self._sitting.proposal is not None:
            self._keep_chosen(annex_outline.marked(self._sitting.proposal.rows, self._keys(), kind))

    # Inside --------------------------------------------------------------------------------------------------------

    def _tool(self, name: str, said: str, icon: str, do: Callable[[], object], keys: str) -> Button:
        button = Button(said, "plain", icon, tip=f"{said} ({keys})")
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

    def _on_narrowed(self, is_narrow: bool) -> None:
        for button in (self._out, self._in, self._undo):
            button.set_compact(is_narrow)

    def _keys(self) -> list[str]:
        return [each.key for each in self.tree.selected_rows()]

    def _keep_chosen(self, rows: tuple[OutlineRow, ...]) -> None:
        """Shows other rows; those that were chosen stay chosen."""
        keys = self._keys()
        self._sitting.set_rows(rows)
        self.show_rows()
        chosen = self.tree.selectionModel()
        for index in self._model.walk():
            if self._model.key_at(index) in keys:
                chosen.select(index, chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)

    def _on_changed(self) -> None:
        """After the event that changed it: the field a person goes to with Tab must still be there."""
        if self.isVisible():
            self._later.start()

    def _on_edited(self, key: str, field: str, value: str) -> None:
        if self._sitting.proposal is not None:
            self._sitting.set_rows(annex_outline.changed(self._sitting.proposal.rows, key, **{field: value}))

    def _on_sought(self, query: str) -> None:
        self._query = query
        self.show_rows()
        self.tree.expandAll()

    def _current(self) -> OutlineRow | None:
        index = self.tree.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def _show_row(self) -> None:
        chosen, proposal = self._current(), self._sitting.proposal
        if chosen is None or proposal is None:
            self._sheet.show_nothing()
        else:
            fresh = next((each for each in proposal.rows if each.key == chosen.key), chosen)
            self._sheet.show_row(fresh, proposal.audit.nodes.get(fresh.key))

    def _enable(self) -> None:
        nodes = [each for each in self.tree.selected_rows() if each.is_node]
        self._in.setEnabled(bool(nodes))
        self._out.setEnabled(any(each.level > 0 for each in nodes))
        self._undo.setEnabled(self._sitting.can_undo)

    def _branch(self, twig: Twig) -> Branch[OutlineRow] | None:
        parts = [Branch(part) for part in twig.parts]
        below = [branch for child in twig.children if (branch := self._branch(child)) is not None]
        if text.matches(self._query, twig.row.code, twig.row.title):
            whole = [self._branch_of(child) for child in twig.children] if self._query else below
            return Branch(twig.row, (*parts, *whole))
        return Branch(twig.row, tuple(below)) if below else None

    def _branch_of(self, twig: Twig) -> Branch[OutlineRow]:
        return Branch(
            twig.row, (*(Branch(part) for part in twig.parts), *(self._branch_of(child) for child in twig.children))
        )

    def _say(self) -> None:
        proposal = self._sitting.proposal
        if proposal is None:
            return
        looked = proposal.audit
        told = [
            self.tr("%n group(s)", "", looked.groups),
            self.tr("%n criterion(s)", "", looked.criteria),
            self.tr("{points} points").format(points=words.points(looked.total)),
        ]
        wrong = [doubt_sentence(doubt, language.current()) for doubt in looked.doubts]
        open_ = sum(bool(words.grave(seen)) for seen in looked.nodes.values())
        rest = [self.tr("%n row(s) to look at", "", open_)] if open_ else []
        self._told.setText(" · ".join([*told, *wrong, *rest]))
        is_clean = not wrong and not open_
        self._mark.show_icon("circle-check" if is_clean else "triangle-alert", "good" if is_clean else "warn")

    def _title_cell(self, each: OutlineRow) -> Cell:
        proposal = self._sitting.proposal
        seen = proposal.audit.nodes.get(each.key) if proposal is not None else None
        title = each.title or next(iter(each.texts.values()), "") or self.tr("(no title)")
        if not each.is_node:
            icon, said = ("minus", self.tr("left out"))
            if each.kind is RowKind.PART:
                icon, said = ("text-quote", self.tr("part of the row above"))
            return Cell(title, code=each.code, tone="ink-soft", icon=icon, second=said)
        doubts = words.grave(seen) if seen is not None else []
        quiet = words.mild(seen) if seen is not None else []
        second = doubts[0] if doubts else ""
        if seen is not None and not second and any(doubt.code == "placed_by_look" for doubt in seen.doubts):
            second = quiet[0]
        return Cell(
            title,
            code=seen.code if seen is not None else each.code,
            code_room=3,
            weight="bold" if each.kind is RowKind.GROUP else "normal",
            second=second,
            second_tone="warn" if doubts else "ink-soft",
            tip="\n".join([*doubts, *quiet]),
        )

    def _points_cell(self, each: OutlineRow) -> Cell:
        proposal = self._sitting.proposal
        if proposal is None or each.key not in proposal.audit.nodes:
            return Cell(words.points(each.maximum) if each.maximum else "", tone="ink-soft", right=True)
        seen = proposal.audit.nodes[each.key]
        is_group = each.kind is RowKind.GROUP
        if not each.maximum and not is_group:
            return Cell("–", tone="warn", right=True)
        wrong = next((doubt for doubt in seen.doubts if doubt.code == "group_sum"), None)
        second = self.tr("adds up to {sum}").format(sum=words.points(wrong.values["sum"])) if wrong is not None else ""
        if is_group and not each.maximum:
            second = self.tr("sum")
        return Cell(
            words.points(seen.points), right=True, weight="bold" if is_group else "normal",
            second=second, second_tone="warn" if wrong is not None else "ink-soft",
        )  # fmt: skip


def kind_word(kind: RowKind) -> str:
    """What a kind of row is called."""
    return QCoreApplication.translate("AnnexWizard", dict(words.KINDS)[kind])
