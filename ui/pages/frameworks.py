"""The frameworks at hand: drafts, shipped ones, own ones; each can be read, written, checked, brought in and out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from app.domain.framework import Framework, Standing
from app.operations.frameworks import authoring, drafting
from app.operations.frameworks.drafting import Draft
from app.operations.workspace import Workspace
from ui import looking
from ui.actions import Act, menu
from ui.context import Context
from ui.page import Page
from ui.pages.authority_kit import ask_open, ask_target, read
from ui.pages.framework_editor.acts import EditorActs
from ui.pages.framework_editor.editor import FrameworkEditor
from ui.pages.framework_list import Entry, FrameworkList
from ui.pages.framework_reading import FrameworkReading
from ui.pages.marked_copy import telling
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Label

if TYPE_CHECKING:
    from ui.pages.annex_wizard.wizard import AnnexWizard


@dataclass(frozen=True, slots=True)
class _Known:
    frameworks: tuple[Framework, ...]
    drafts: tuple[Draft, ...]


class Frameworks(Page):
    """The place of `show_place`: a framework's digest, (digest, node), or ("draft", id)."""

    kinds = frozenset({"frameworks", "drafts"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Frameworks"))
        self._known: tuple[Framework, ...] = ()
        self._wanted: object = None
        self._reading: FrameworkReading | None = None
        self._editor: FrameworkEditor | None = None
        self._acts: EditorActs | None = None
        self._told = ("", "", "")
        self._annex: AnnexWizard | None = None
        annex = self._act("annex", self.tr("Load from Word or Excel"), "plain", "file-input", self.begin_annex)
        load = self._act("load", self.tr("Load a framework"), "plain", "folder-open", self._ask_file)
        fresh = self._act("new", self.tr("New framework"), "plain", "plus", self.start_empty)
        self._list = FrameworkList()
        self._list.opened.connect(self._open_entry)
        self._list.chosen.connect(lambda _: self._show_acts())
        looking.hold(context, annex, load, fresh)
        head = row(Label(self.tr("Frameworks"), "title", weight="bold"), None, annex, load, fresh)
        self._stack = QStackedWidget()
        self._stack.addWidget(column(head, (self._list, 1)))
        self.add((self._stack, 1))
        self._show_acts()

    def refresh(self) -> None:
        if self._editor is None:
            read(self, self.context, _read_all, done=self._show)

    def leave(self) -> None:
        if self._editor is not None:
            self._editor.leave()
        if self._annex is not None:
            self._annex.leave()

    def unkept(self) -> str:
        return "" if self._editor is None else self._editor.unkept()

    def show_place(self, place: object) -> None:
        digest, node = place if isinstance(place, tuple) else (str(place), "")
        if digest == "draft":
            self.open_draft(node)
            return
        value = next((item for item in self._known if item.digest == digest), None)
        if value is None:
            self._wanted = place
            return
        self.open_framework(value)
        if node and self._reading is not None:
            self._reading.show_node(node)

    def search_box(self) -> SearchBox | None:
        if self._annex is not None and self._annex.isVisible():
            return self._annex.search_box()
        if self._editor is not None:
            return self._editor.tree.search
        return self._reading.search if self._reading is not None else None

    def open_framework(self, value: Framework) -> None:
        """Shows one framework to read."""
        self._close()
        self._reading = FrameworkReading(value)
        self._reading.left.connect(self._back)
        self._stack.addWidget(self._reading)
        self._stack.setCurrentWidget(self._reading)
        self._show_acts()

    def open_draft(self, draft_id: str) -> None:
        """Opens a draft to write on."""
        read(self, self.context, drafting.read, draft_id, done=self._edit)

    def start_empty(self) -> None:
        """A framework of one's own from nothing."""
        self._start(drafting.empty(self.tr("New framework")))

    def begin_annex(self) -> "AnnexWizard":
        """The import of a decision's annex, as it was left."""
        from ui.pages.annex_wizard.wizard import AnnexWizard  # reads Word: not before it is asked for

        if self._annex is None:
            self._annex = AnnexWizard(self.context)
            self._annex.made.connect(self._on_annex_made)
            back = self._act("annex-back", self.tr("All frameworks"), "quiet", "arrow-left", self._leave_annex)
            self._annex_place = column(row(back, None), (self._annex, 1), gap=4)
            self._stack.addWidget(self._annex_place)
        self._stack.setCurrentWidget(self._annex_place)
        self._show_acts()
        self._annex.refresh_if_stale()
        return self._annex

    def _leave_annex(self) -> None:
        if self._annex is not None:
            self._annex.leave()
        self._back()

    def _on_annex_made(self, draft_id: str) -> None:
        self._leave_annex()
        self.open_draft(draft_id)

    # Writing -------------------------------------------------------------------------------------------------------

    def _start(self, value: Framework, *, is_copy: bool = False) -> None:
        self.context.run(drafting.start, value, is_copy=is_copy, on_done=self.open_draft)

    def _edit(self, draft: Draft) -> None:
        self._close()
        self._editor = FrameworkEditor(self.context, draft)
        self._acts, self._told = EditorActs(self._editor, self.context, self), ("", "", "")
        self.main_action = None
        self._acts.published.connect(self._on_published)
        self._acts.discarded.connect(self._back)
        self._editor.left.connect(self._back)
        self._editor.changed.connect(self._show_editor_acts)
        self._stack.addWidget(self._editor)
        self._stack.setCurrentWidget(self._editor)
        self._editor.tree.setFocus()
        self._show_acts()

    def _on_published(self, value: Framework) -> None:
        self.open_framework(value)
        self._is_stale = True
        self.refresh_if_stale()

    def _show_editor_acts(self) -> None:
        """Only what changed: buttons that stay keep the focus."""
        if self._acts is None or self._editor is None:
            return
        note = self._acts.note()
        if note != self._told or not self.strip.isVisible():
            icon, tone, words = self._told = note
            self.strip.show_left(Icon(icon, tone), (Label(words, tone=tone, wrap=True), 1))
        shown = "leave" if self._editor.preview is not None else "publish"
        if self.main_action is None or self.main_action.objectName() != shown:
            self.set_acts(*self._acts.buttons())

    # Inside --------------------------------------------------------------------------------------------------------

    def _show(self, known: _Known) -> None:
        self._known = known.frameworks
        self._list.show_all(known.frameworks, known.drafts)
        self._show_acts()
        if self._wanted is not None:
            place, self._wanted = self._wanted, None
            self.show_place(place)

    def _close(self) -> None:
        if self._editor is not None:
            self._editor.leave()
            self._stack.removeWidget(self._editor)
            self._editor.deleteLater()
            self._editor = self._acts = None
        if self._reading is not None:
            self._stack.removeWidget(self._reading)
            self._reading.deleteLater()
            self._reading = None

    def _back(self) -> None:
        self.leave()
        self.context.settle()
        if self.unkept():
            return  # told; what was changed stays open until the disk takes it
        was_writing = self._editor is not None
        self._close()
        self._stack.setCurrentIndex(0)
        self._list.view.setFocus()
        self._show_acts()
        if was_writing:
            self.refresh()

    def _open_entry(self, entry: Entry | None) -> None:
        if entry is None:
            return
        if entry.draft is not None:
            self.open_draft(entry.draft.id)
        elif entry.version is not None:
            self.open_framework(entry.version)

    # Acts ----------------------------------------------------------------------------------------------------------

    def _show_acts(self) -> None:
        is_annex = self._annex is not None and self._stack.currentWidget() is self._annex_place
        self.strip.setHidden(is_annex)  # the import has one of its own
        if is_annex:
            return
        if self._editor is not None:
            self._show_editor_acts()
        elif self._reading is not None:
            self._show_reading_acts(self._reading.framework)
        else:
            self._show_list_acts()

    def _show_list_acts(self) -> None:
        entry = self._list.selected()
        note = self.tr("What comes with the program stays as it is; own ones are kept in this folder.")
        self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
        is_draft = entry is not None and entry.draft is not None
        words = self.tr("Go on writing") if is_draft else self.tr("Read the framework")
        icon = "pencil" if is_draft else "book-open"
        if self.main_action is None or self.main_action.objectName() != "read":
            self.set_acts(self._act("read", words, "main", icon, lambda: self._open_entry(self._list.selected())))
        assert self.main_action is not None
        self.main_action.setText(words)
        self.main_action.set_icon(icon)
        self.main_action.setEnabled(entry is not None and entry.framework is not None)

    def _show_reading_acts(self, value: Framework) -> None:
        export = self._act("export", self.tr("Write to a file…"), "plain", "download", self._show_export)
        self._export = export
        if value.digest not in {item.digest for item in self._known}:
            note = self.tr("Read from a file, not kept yet.")
            write = self._act("write", self.tr("Write on it as a draft"), "plain", "pencil", lambda: self._start(value))
            main = self._act("add", self.tr("Keep this framework"), "main", "plus", self._add)
        elif value.standing is Standing.SKELETON:
            note = self.tr("A skeleton: its criteria are still to be entered before it can be used.")
            write = None
            main = self._act("write", self.tr("Enter its criteria"), "main", "pencil", lambda: self._start(value))
        else:
            note = value.short_title or value.title
            is_sample = value.standing is Standing.ILLUSTRATIVE
            words = self.tr("Make one's own from it") if is_sample else self.tr("Write the next version")
            write = self._act("write", words, "plain", "pencil", lambda: self._start(value, is_copy=is_sample))
            main = self._act("use", self.tr("Use it in a new campaign"), "main", "arrow-right", self._use)
        self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
        looking.hold(self.context, main, *([write] if write is not None else []))
        self.set_acts(*([export, write, main] if write is not None else [export, main]))

    def _act(self, name: str, words: str, look: str, icon: str, do: Callable[[], object]) -> Button:
        button = Button(words, look, icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

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
        failed = telling(self, self.context, path)
        read(self, self.context, _read_file, path, done=self.open_framework, failed=failed)

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


def _read_all(workspace: Workspace) -> _Known:
    return _Known(authoring.everything(workspace), drafting.drafts(workspace))


def _read_file(_: Workspace, path: Path) -> Framework:
    return authoring.read_framework(path)


def _write(_: Workspace, value: Framework, target: Path, is_form: bool) -> Path:
    if is_form:
        authoring.write_answers_form(value, target)
    else:
        authoring.write_framework(value, target)
    return target
