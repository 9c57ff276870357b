"""The frameworks at hand: shipped, own, from a file; each can be read, checked, written out and kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from app.domain.framework import Framework, Standing
from app.operations import authoring
from app.operations.workspace import Workspace
from ui import language
from ui.actions import Act, menu
from ui.context import Context
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.page import Page
from ui.pages.authority_kit import ask_open, ask_target, read
from ui.pages.framework_choice import standing_word
from ui.pages.framework_reading import LOOKS, FrameworkReading
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView


class Frameworks(Page):
    """The place of `show_place`: a framework's digest, or (digest, node)."""

    kinds = frozenset({"frameworks"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Frameworks"))
        self._known: tuple[Framework, ...] = ()
        self._wanted: object = None
        self._reading: FrameworkReading | None = None
        load = Button(self.tr("Load a framework"), "plain", "folder-open")
        load.setObjectName("load")
        load.clicked.connect(self._ask_file)
        self._model = RowsModel(self._columns(), key=lambda value: value.digest, parent=self)
        self._table = TableView(self.tr("Frameworks"), self._model, second=True)
        self._table.setObjectName("frameworks")
        self._table.opened.connect(self.open_framework)
        head = row(Label(self.tr("Frameworks"), "title", weight="bold"), None, load)
        self._stack = QStackedWidget()
        self._stack.addWidget(column(head, (framed(self._table), 1)))
        self.add((self._stack, 1))
        self._show_acts()

    def refresh(self) -> None:
        read(self, self.context, authoring.everything, done=self._show)

    def show_place(self, place: object) -> None:
        digest, node = place if isinstance(place, tuple) else (str(place), "")
        value = next((item for item in self._known if item.digest == digest), None)
        if value is None:
            self._wanted = place
            return
        self.open_framework(value)
        if node and self._reading is not None:
            self._reading.show_node(node)

    def search_box(self) -> SearchBox | None:
        return self._reading.search if self._reading is not None else None

    def open_framework(self, value: Framework) -> None:
        """Shows one framework to read."""
        self._close()
        self._reading = FrameworkReading(value)
        self._reading.left.connect(self._back)
        self._stack.addWidget(self._reading)
        self._stack.setCurrentWidget(self._reading)
        self._show_acts()

    # Inside --------------------------------------------------------------------------------------------------------

    def _show(self, known: tuple[Framework, ...]) -> None:
        self._known = known
        self._model.replace(known)
        if not self._table.currentIndex().isValid():
            self._table.selectRow(0)
        self._show_acts()
        if self._wanted is not None:
            place, self._wanted = self._wanted, None
            self.show_place(place)

    def _close(self) -> None:
        if self._reading is not None:
            self._stack.removeWidget(self._reading)
            self._reading.deleteLater()
            self._reading = None

    def _back(self) -> None:
        self._close()
        self._stack.setCurrentIndex(0)
        self._table.setFocus()
        self._show_acts()

    def _show_acts(self) -> None:
        if self._reading is None:
            note = self.tr("What comes with the program stays as it is; own ones are kept in this folder.")
            self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
            self.set_acts(self._act("read", self.tr("Read the framework"), "main", "book-open", self._read_chosen))
            return
        value = self._reading.framework
        export = self._act("export", self.tr("Write to a file…"), "plain", "download", self._show_export)
        self._export = export
        if value.digest not in {item.digest for item in self._known}:
            note = self.tr("Read from a file, not kept yet.")
            main = self._act("add", self.tr("Keep this framework"), "main", "plus", self._add)
        elif value.standing is Standing.SKELETON:
            note = self.tr("A skeleton: its criteria are still to be entered before it can be used.")
            main = self._act("complete", self.tr("Write to Excel to complete it"), "main", "file-spreadsheet",
                             lambda: self._ask_export("xlsx"))  # fmt: skip
        else:
            note = value.short_title or value.title
            main = self._act("use", self.tr("Use it in a new campaign"), "main", "arrow-right", self._use)
        self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
        self.set_acts(export, main)

    def _act(self, name: str, words: str, look: str, icon: str, do: Callable[[], object]) -> Button:
        button = Button(words, look, icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

    def _read_chosen(self) -> None:
        chosen = self._table.selected_rows()
        if chosen:
            self.open_framework(chosen[0])

    def _use(self) -> None:
        if self._reading is not None:
            self.go_to.emit("campaigns", ("new", self._reading.framework.digest))

    def _add(self) -> None:
        if self._reading is not None:
            kept = self.tr("The framework is kept and can be used in campaigns.")
            self.context.run(authoring.add, self._reading.framework, on_done=lambda _: self.context.notices.good(kept))

    def _ask_file(self) -> None:
        kinds = (self.tr("Frameworks (*.json *.xlsx)"),)
        ask_open(self, self.tr("Load a framework"), kinds, self.load)

    def load(self, path: Path) -> None:
        """Reads a file and shows what stands in it; nothing is kept yet."""
        read(self, self.context, _read_file, path, done=self.open_framework)

    def _show_export(self) -> None:
        acts = [
            Act(self.tr("Excel workbook, to change it"), self, icon="file-spreadsheet", do=self._asker("xlsx")),
            Act(self.tr("JSON, for other programs"), self, icon="file-text", do=self._asker("json")),
            Act(self.tr("Excel form for answers"), self, icon="clipboard-list", do=self._asker("form")),
        ]
        self._menu = menu(*acts)
        self._menu.popup(self._export.mapToGlobal(self._export.rect().topLeft()))

    def _asker(self, kind: str) -> Callable[[], None]:
        return lambda: self._ask_export(kind)

    def _ask_export(self, kind: str) -> None:
        if self._reading is None:
            return
        value = self._reading.framework
        name = f"{value.id}-{value.version}" + ("-bieu-nhap.xlsx" if kind == "form" else f".{kind}")

        def write(target: Path) -> None:
            done = self.tr("Written: {name}").format(name=target.name)
            self.context.run(_write, value, target, kind == "form", on_done=lambda _: self.context.notices.good(done))

        kinds = ("JSON (*.json)",) if kind == "json" else ("Excel (*.xlsx)",)
        ask_target(self, self.tr("Write to a file"), name, kinds, write)

    def _columns(self) -> tuple[Column[Framework], ...]:
        def standing(value: Framework) -> Cell:
            icon, tone = LOOKS[value.standing]
            return Cell(standing_word(value.standing), icon=icon, tone=tone, badge=True)

        def criteria(value: Framework) -> Cell:
            return Cell(str(sum(1 for _ in value.index.criteria())), right=True)

        def maximum(value: Framework) -> Cell:
            return Cell(language.number_text(value.totals.maximum.value, 0), right=True)

        def origin(value: Framework) -> str:
            told = value.regulation
            numbered = " ".join(part for part in (told.kind, told.number) if part) if told else ""
            return numbered or (told.title if told else "") or value.short_title

        return (
            Column(self.tr("Framework"), lambda value: Cell(value.title, second=origin(value))),
            Column(self.tr("Standing"), standing, width=230),
            Column(self.tr("Version"), lambda value: Cell(value.version, right=True), width=80, right=True),
            Column(self.tr("Criteria"), criteria, width=90, right=True),
            Column(self.tr("Maximum"), maximum, width=110, right=True),
        )


def _read_file(_: Workspace, path: Path) -> Framework:
    return authoring.read_framework(path)


def _write(_: Workspace, value: Framework, target: Path, is_form: bool) -> Path:
    if is_form:
        authoring.write_answers_form(value, target)
    else:
        authoring.write_framework(value, target)
    return target
