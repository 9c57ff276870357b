"""The second step: which tables are the annex, and what each of their columns holds."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import annex_columns
from app.domain.annex import Annex, AnnexTable, ColumnRole, TableColumns
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.annex_wizard.preview import ROWS_SHOWN, Preview
from ui.pages.annex_wizard.sitting import Sitting
from ui.widgets.boxes import column, fill, row
from ui.widgets.choice import Choice
from ui.widgets.sheet import framed
from ui.widgets.splitter import Splitter
from ui.widgets.text import Label
from ui.widgets.tick import Tick
from ui.widgets.views import TableView

_MOST_HEADS = 16


class ColumnsStep(QWidget):
    """Left the tables of the file, right the one that is chosen."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._chosen = 0
        self._annex: Annex | None = None
        columns: tuple[Column[AnnexTable], ...] = (
            Column(self.tr("Table"), self._name_cell),
            Column(self.tr("Rows"), lambda table: Cell(str(len(table.rows)), right=True), width=64, right=True),
        )
        self._model = RowsModel(columns, key=lambda table: table.number, parent=self)
        self._tables = TableView(self.tr("Tables of the file"), self._model, lines=2, second=True)
        self._tables.setObjectName("tables")
        self._tables.chosen.connect(self._on_chosen)
        self._taken = Tick(self.tr("Read this table"))
        self._tables.opened.connect(lambda _: self._taken.toggle())
        self._taken.setObjectName("taken")
        self._taken.toggled.connect(self._on_taken)
        self._heads = Choice(self.tr("Rows of the head"), width=150)
        self._heads.setObjectName("heads")
        self._heads.chosen.connect(self._on_heads)
        self._told = Label("", "hint", "ink-soft", wrap=True)
        self._place = QVBoxLayout()
        self._preview: Preview | None = None
        self._more = Label("", "hint", "ink-soft")
        top = row(self._taken, self._heads, (self._told, 1))
        right = column(top, gap=8)
        layout = right.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(self._place, 1)
        layout.addWidget(self._more)
        self._left = framed(self._tables)
        self.splitter = Splitter(self._left, right, widths=[280, 860], growing=(1,))
        fill(QVBoxLayout(self), [(self.splitter, 1)])

    def show_annex(self) -> None:
        """The tables of the file, the first that is read chosen."""
        annex = self._sitting.annex
        if annex is None:
            return
        self._model.replace(annex.tables)
        self._left.setHidden(len(annex.tables) < 2)
        taken = [known.table for known in self._sitting.columns if known.is_taken]
        numbers = [table.number for table in annex.tables]
        if self._chosen not in numbers or self._annex is not annex:
            self._chosen = taken[0] if taken else numbers[0]
        self._annex = annex
        self._tables.select_key(self._chosen)
        self._show()
        if self._preview is not None:
            columns = next(known.columns for known in self._sitting.columns if known.table == self._chosen)
            doubtful = next((at for at, each in enumerate(columns) if not each.is_sure), 0)
            self._preview.head.choices[doubtful].setFocus()

    def preview(self) -> Preview | None:
        return self._preview

    # Inside --------------------------------------------------------------------------------------------------------

    def _known(self) -> TableColumns | None:
        return next((known for known in self._sitting.columns if known.table == self._chosen), None)

    def _table(self) -> AnnexTable | None:
        annex = self._sitting.annex
        return next((table for table in annex.tables if table.number == self._chosen), None) if annex else None

    def _name_cell(self, table: AnnexTable) -> Cell:
        known = next((each for each in self._sitting.columns if each.table == table.number), None)
        name = table.sheet or self.tr("Table {number}").format(number=table.number)
        caption = table.caption.rpartition("\n")[2] if not table.sheet else ""
        is_taken = known is not None and known.is_taken
        told = self.tr("read") if is_taken else self.tr("left out")
        if is_taken and known is not None and known.continues:
            told = self.tr("read, goes on with the one before")
        icon, tone = ("circle-check", "good") if is_taken else ("circle", "ink-soft")
        return Cell(
            name, second=told, icon=icon, second_tone=tone, tip=caption, weight="medium" if is_taken else "normal"
        )

    def _on_chosen(self, table: AnnexTable | None) -> None:
        if table is not None and table.number != self._chosen:
            self._chosen = table.number
            self._show()

    def _show(self) -> None:
        table, known = self._table(), self._known()
        if table is None or known is None:
            return
        self._taken.blockSignals(True)
        self._taken.setChecked(known.is_taken)
        self._taken.blockSignals(False)
        most = min(len(table.rows), max(_MOST_HEADS, known.head))
        self._heads.set_options([(n, self.tr("Head: %n row(s)", "", n)) for n in range(most + 1)])
        self._heads.set_value(known.head)
        self._say(known)
        fresh = Preview(table, known)
        fresh.setObjectName("preview")
        fresh.role_chosen.connect(self._on_role)
        before = self._preview if self._preview is not None and self._preview.table is table else None
        across = before.horizontalScrollBar().value() if before is not None else 0
        down = before.verticalScrollBar().value() if before is not None else -1
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._place.addWidget(framed(fresh), 1)
        self._preview = fresh
        fresh.horizontalScrollBar().setValue(across)
        if down >= 0:
            fresh.verticalScrollBar().setValue(down)
        else:
            fresh.show_head()
        more = len(table.rows) - ROWS_SHOWN
        self._more.setText(self.tr("%n more row(s) are not shown here.", "", more) if more > 0 else "")
        self._more.setVisible(more > 0)

    def _say(self, known: TableColumns) -> None:
        roles = {each.role for each in known.columns}
        if not known.is_taken:
            words, tone = self.tr("This table is left out."), "ink-soft"
        elif ColumnRole.TITLE not in roles:
            words, tone = self.tr("Say which column holds the names of the criteria."), "bad"
        elif ColumnRole.MAXIMUM not in roles:
            words, tone = self.tr("No column of maximum points: they are sought in the titles."), "warn"
        else:
            doubtful = sum(not each.is_sure for each in known.columns)
            words = self.tr("%n column(s) to look at", "", doubtful) if doubtful else self.tr("All columns recognised.")
            tone = "warn" if doubtful else "good"
        self._told.setText(words)
        self._told.set_tone(tone)

    def _on_taken(self, is_taken: bool) -> None:
        known = self._known()
        if known is not None:
            self._change(replace(known, is_taken=is_taken))

    def _on_heads(self, head: int) -> None:
        table, known = self._table(), self._known()
        if table is not None and known is not None:
            self._change(annex_columns.with_head(table, known, head))

    def _on_role(self, at: int, role: ColumnRole) -> None:
        known = self._known()
        if known is not None:
            self._change(replace(annex_columns.with_role(known, at, role), is_taken=True))
        if self._preview is not None:
            self._preview.head.choices[at].setFocus()

    def _change(self, known: TableColumns) -> None:
        self._sitting.set_columns(known)
        annex = self._sitting.annex
        if annex is not None:
            self._model.replace(annex.tables)
        self._show()
