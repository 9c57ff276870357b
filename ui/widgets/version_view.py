"""Two versions of a framework side by side: what differs, and for the chosen criterion each field before and after."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import wording
from app.domain.revising import Comparison, Correction, Fate, NodeChange
from app.wording.versions import field_changes, summary_words, whole_words
from ui import language, theme, tokens
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.boxes import fill, scrolled
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView

_FAR = (Correction.INPUTS, Correction.SCORING)
_ICONS = {Fate.ADDED: "plus", Fate.REMOVED: "minus", Fate.CHANGED: "pencil", Fate.SAME: "arrow-right"}


class VersionView(QWidget):
    """`note` says of a node what happens to it beyond the difference itself ("" : nothing)."""

    def __init__(self, note: Callable[[NodeChange], str] | None = None, note_title: str = "") -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._summary = Label("", weight="medium", wrap=True)
        self._whole = Label("", "hint", "ink-soft", wrap=True)
        columns = [
            Column(self.tr("Criterion"), self._place),
            Column(self.tr("What changes"), self._kind, width=220),
        ]
        if note is not None:
            columns.append(Column(note_title, lambda change: Cell(note(change), right=True), width=190, right=True))
        self._model = RowsModel(tuple(columns), (), key=lambda change: change.place.id, parent=self)
        self._table = TableView(self.tr("What differs"), self._model, lines=2)
        self._table.setObjectName("changes")
        self._table.setMinimumHeight(theme.current().px(150))
        self._table.chosen.connect(self._show)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(tokens.FIELD, tokens.FIELD, tokens.FIELD, tokens.FIELD)
        self._grid.setHorizontalSpacing(tokens.GROUP)
        self._grid.setVerticalSpacing(tokens.NEAR)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._fields = scrolled(holder)
        self._fields.setMinimumHeight(theme.current().px(130))
        fill(
            QVBoxLayout(self),
            [self._summary, self._whole, (framed(self._table), 3), (framed(self._fields), 2)],
            gap=tokens.NEAR,
        )

    def show_comparison(self, comparison: Comparison) -> None:
        """Every node that differs; the first one is laid open."""
        self._comparison = comparison
        words = summary_words(comparison, language.current())
        added, removed = (sum(c.fate is fate for c in comparison.changes) for fate in (Fate.ADDED, Fate.REMOVED))
        told = [*words]
        if added:
            told.append(self.tr("%n node(s) added", "", added))
        if removed:
            told.append(self.tr("%n node(s) removed", "", removed))
        self._summary.setText(" · ".join(told) or self.tr("No criterion differs."))
        whole = whole_words(comparison, language.current())
        self._whole.setText(self.tr("Also changed: {parts}").format(parts=", ".join(whole).lower()) if whole else "")
        self._whole.setVisible(bool(whole))
        self._model.replace(comparison.changes)
        if comparison.changes:
            self._table.select_key(comparison.changes[0].place.id)
        self._show(comparison.changes[0] if comparison.changes else None)

    def _place(self, change: NodeChange) -> Cell:
        node = change.place.node
        return Cell(node.title, code=node.code, code_room=6, icon=_ICONS[change.fate])

    def _kind(self, change: NodeChange) -> Cell:
        if change.corrections:
            reach = change.reach or Correction.WORDING
            told = [wording.word(f"correction.{each.value}", language.current()) for each in change.corrections]
            return Cell(told[-1], second=", ".join(told[:-1]).lower(), tone="warn" if reach in _FAR else "lead")
        if change.fate is Fate.SAME:
            return Cell(self.tr("Stands elsewhere"), tone="ink-soft")
        return Cell(wording.word(f"fate.{change.fate.value}", language.current()), tone="lead")

    def _show(self, change: object) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if self._comparison is None or not isinstance(change, NodeChange):
            return
        old, new = self._comparison.old, self._comparison.new
        heads = ("", self._version(old.version), self._version(new.version))
        for at, head in enumerate(heads):
            self._grid.addWidget(Label(head, "hint", "ink-soft"), 0, at)
        for line, each in enumerate(field_changes(self._comparison, change, language.current()), 1):
            self._grid.addWidget(Label(each.label, tone="ink-soft", wrap=True), line, 0)
            self._grid.addWidget(Label(each.before, tone="ink-soft", wrap=True, selectable=True), line, 1)
            self._grid.addWidget(Label(each.after, wrap=True, selectable=True), line, 2)
        if change.fate in (Fate.ADDED, Fate.REMOVED):
            place = change.place
            told = Label(f"{place.node.code} {place.node.title}".strip(), wrap=True, selectable=True)
            self._grid.addWidget(told, 1, 2 if change.fate is Fate.ADDED else 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _version(self, version: str) -> str:
        return self.tr("Version {version}").format(version=version)
