"""The list of agencies of a new campaign: typed line by line, pasted from anywhere, or read from a workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.domain.agency import Agency
from app.domain.framework import Framework, TargetGroup
from app.operations.authority import campaigning, typed_campaign
from app.operations.authority.typed_campaign import Line as Typed
from app.operations.authority.typed_campaign import Slip
from app.operations.workspace import Workspace
from ui import theme
from ui.context import Context
from ui.dialogs.paste_list import PasteListDialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.authority_kit import ask_open, ask_target, read
from ui.pages.marked_copy import telling
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.views import TableView

_FIELDS = ("code", "name", "group", "contact", "telephone")


class ListView(TableView):
    """Ctrl+V pastes lines, Delete takes the chosen ones out."""

    pasted = Signal(str)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class AgenciesEditor(QWidget):
    """`edited` tells any change; `agencies()` is what was meant, `trouble()` how many lines have a slip."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sets: tuple[Framework, ...] = ()
        self._lines: list[Typed] = []
        self._slips: dict[int, Slip] = {}
        paste = self._button("paste", self.tr("Paste a list"), "clipboard-list", self.ask_paste)
        load = self._button("from-excel", self.tr("From Excel"), "file-spreadsheet", self._ask_file)
        form = self._button("form", self.tr("Save an empty form"), "file-down", self._ask_form)
        add = self._button("add-line", self.tr("Add a line"), "plus", self.add_line)
        self._says = Label("", tone="ink-soft", wrap=True)
        columns: tuple[Column[Typed], ...] = (
            Column("", self._sign, width=40),
            self._column(self.tr("Code"), "code", 104),
            self._column(self.tr("Name"), "name", 0),
            self._column(self.tr("Target group"), "group", 130),
            self._column(self.tr("Focal officer"), "contact", 150),
            self._column(self.tr("Telephone"), "telephone", 124),
        )
        self._model = RowsModel(columns, key=lambda line: line.number, parent=self)
        self.table = ListView(self.tr("Agencies"), self._model, several=True)
        self.table.setObjectName("agency-lines")
        self.table.setMinimumHeight(theme.current().px(190))
        nothing = self.tr("Paste the names from Excel, Word or a chat: one agency a line.")
        self._stack = QStackedWidget()
        self._stack.addWidget(Sheet(EmptyState("clipboard-list", nothing)))
        self._stack.addWidget(framed(self.table))
        self.table.pasted.connect(self.paste)
        self.table.removed.connect(self.remove_chosen)
        fill(
            QVBoxLayout(self),
            [row(paste, load, add, None, form, gap=8), (self._stack, 1), self._says],
            gap=8,
        )
        self._stack.setMinimumHeight(theme.current().px(190))
        self.setFocusProxy(paste)
        self._refill()

    def set_sets(self, sets: Sequence[Framework]) -> None:
        """The frameworks chosen: their target groups may be given to agencies."""
        self._sets = tuple(sets)
        self._refill()

    def groups(self) -> tuple[TargetGroup, ...]:
        return tuple({group.code: group for value in self._sets for group in value.target_groups}.values())

    def agencies(self) -> tuple[Agency, ...]:
        return typed_campaign.agencies(self._lines, self.groups())

    def trouble(self) -> int:
        return len(self._slips)

    def paste(self, words: str) -> None:
        """Adds the lines of a pasted text."""
        made = typed_campaign.pasted_lines(words, self._next_number())
        self._lines = [line for line in self._lines if not line.is_empty]
        self._lines = list(typed_campaign.with_codes([*self._lines, *made]))
        self._refill()

    def ask_paste(self) -> None:
        dialog = PasteListDialog(self.window())
        dialog.accepted.connect(lambda: self.paste(dialog.text()))
        dialog.open()

    def add_line(self) -> None:
        self._lines.append(Typed(self._next_number()))
        self._refill()
        self.table.setFocus()
        index = self._model.index_of(self._lines[-1].number).siblingAtColumn(2)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def remove_chosen(self) -> None:
        gone = {line.number for line in self.table.selected_rows()}
        self._lines = [line for line in self._lines if line.number not in gone]
        self._refill()

    def take(self, known: Sequence[Agency]) -> None:
        """Puts the agencies of a file in place of the list."""
        self._lines = list(typed_campaign.lines_of(known, self._next_number()))
        self._refill()

    def load(self, path: Path) -> None:
        """Reads a workbook in the background; its own list of cells comes where something does not fit."""
        failed = telling(self, self._context, path)
        read(self, self._context, _read_list, path, self.groups(), done=self.take, failed=failed)

    # Inside --------------------------------------------------------------------------------------------------------

    def _next_number(self) -> int:
        return max((line.number for line in self._lines), default=0) + 1

    def _refill(self) -> None:
        self._slips = typed_campaign.slips(self._lines, self.groups())
        self._model.replace(self._lines)
        self.table.setColumnHidden(3, len(self.groups()) < 2 and not any(line.group for line in self._lines))
        self.table.setColumnHidden(0, not self._slips)
        self._stack.setCurrentIndex(1 if self._lines else 0)
        count = sum(not line.is_empty for line in self._lines)
        if not count:
            self._says.setText(
                self.tr("One agency a line. Codes are made where there are none; telephone numbers help later.")
            )
        elif self._slips:
            self._says.setText(self.tr("%n line(s) need mending: point at the sign to see why.", "", len(self._slips)))
        else:
            self._says.setText(self.tr("%n agency(ies). Double-click a cell to change it.", "", count))
        self._says.set_tone("warn" if self._slips else "ink-soft")
        self.edited.emit()

    def _column(self, title: str, field: str, width: int) -> Column[Typed]:
        def cell(line: Typed) -> Cell:
            value = str(getattr(line, field))
            if field == "group" and not value and len(self.groups()) == 1:
                value = self.groups()[0].name
            return Cell(value or "–", tone="ink" if value else "ink-soft", tip=self._reason(line))

        return Column(title, cell, width=width, edit=self._editor(field))

    def _editor(self, field: str) -> Callable[[Typed, str], None]:
        def edit(line: Typed, value: str) -> None:
            typed = "" if value == "–" else value.strip()
            changed = typed_campaign.changed(line, field, typed)
            lines = [changed if each.number == line.number else each for each in self._lines]
            self._lines = list(typed_campaign.with_codes(lines))
            self._refill()

        return edit

    def _sign(self, line: Typed) -> Cell:
        if line.number not in self._slips:
            return Cell("")
        return Cell("", icon="triangle-alert", second_tone="warn", tip=self._reason(line))

    def _reason(self, line: Typed) -> str:
        slip = self._slips.get(line.number)
        if slip is None:
            return ""
        return {
            Slip.NO_NAME: self.tr("The name is missing."),
            Slip.NO_CODE: self.tr("The code is missing."),
            Slip.SAME_CODE: self.tr("Another line has the same code."),
            Slip.UNKNOWN_GROUP: self.tr("The framework has no such target group."),
        }[slip]

    def _button(self, name: str, words: str, icon: str, do: Callable[[], object]) -> Button:
        button = Button(words, "quiet" if name == "form" else "plain", icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

    def _ask_file(self) -> None:
        ask_open(self, self.tr("List of agencies"), ("Excel (*.xlsx)", "JSON (*.json)"), self.load)

    def _ask_form(self) -> None:
        def write(target: Path) -> None:
            done = self.tr("The form was written: {name}").format(name=target.name)
            self._context.run(_write_form, target, self._sets, on_done=lambda _: self._context.notices.good(done))

        ask_target(self, self.tr("Save an empty form"), self.tr("DanhSach.xlsx"), ("Excel (*.xlsx)",), write)


def _read_list(_: Workspace, path: Path, groups: Sequence[TargetGroup]) -> tuple[Agency, ...]:
    return campaigning.read_agencies(path, groups)


def _write_form(_: Workspace, target: Path, sets: Sequence[Framework]) -> Path:
    return campaigning.write_agencies((), target, sets)
