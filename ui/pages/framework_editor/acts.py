"""What is done with a draft as a whole: preview, publish, out to files and in again, discard."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain import revising
from app.domain.framework import Framework, Standing
from app.domain.lacking import completed
from app.domain.problems import Severity
from app.errors import AppError
from app.operations.frameworks import authoring, drafting
from app.operations.frameworks.drafting import Draft, Published
from app.operations.workspace import Workspace
from app.wording.figures import number
from app.wording.lacking import lack_words
from ui import language
from ui.actions import Act, menu
from ui.context import Context
from ui.dialogs.compare_versions import CompareVersionsDialog
from ui.dialogs.dialog import Dialog, ask
from ui.notices import Act as NoticeAct
from ui.pages.authority_kit import ask_open, ask_target, read
from ui.pages.framework_editor.editor import PROBLEMS, FrameworkEditor
from ui.pages.marked_copy import telling
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class EditorActs(QObject):
    """Makes the buttons of the strip. `published` carries the framework, `discarded` comes when the draft is gone."""

    published = Signal(object)
    discarded = Signal()

    def __init__(self, editor: FrameworkEditor, context: Context, page: QWidget) -> None:
        super().__init__(editor)
        self._editor, self._context, self._page = editor, context, page

    def note(self) -> tuple[str, str, str]:
        """What matters, for the left of the strip: icon, tone and words."""
        problems = self._editor.problems
        errors, warnings = problems.count(Severity.ERROR), problems.count(Severity.WARNING)
        icon, tone = "shield-check", "ink-soft"
        lacks = self._lacks()
        if errors:
            icon, tone = "circle-x", "bad"
            words = self.tr("%n to mend before it can be published", "", errors)
        elif lacks:
            icon, tone, words = "lock", "warn", lacks[:1].upper() + lacks[1:]
        elif warnings:
            icon, tone = "triangle-alert", "warn"
            words = self.tr("%n to look at; it can be published", "", warnings)
        elif self._editor.draft.based_on:
            words = self.tr("The version published before stays as it is; this draft touches no submission.")
        else:
            words = self.tr("Every change is kept at once; nobody else sees the draft.")
        return icon, tone, words

    def _lacks(self) -> str:
        """What a skeleton still lacks before it can be published."""
        value = self._editor.framework
        return lack_words(value, language.current()) if value.standing is Standing.SKELETON else ""

    def buttons(self) -> tuple[Button, ...]:
        """The acts that fit what is shown, made anew: the strip lets go of those it showed before."""
        editor = self._editor
        if editor.preview is not None:
            return (_button("leave", self.tr("Back to editing"), "main", "pencil", editor.leave_preview),)
        self._more = _button("more", self.tr("More"), "plain", "ellipsis-vertical", self._show_menu)
        return (
            self._more,
            _button("preview", self.tr("See it as a commune does"), "plain", "eye", editor.show_preview),
            _button("publish", self._publish_words(), "main", "check", self.publish),
        )

    # Publishing ----------------------------------------------------------------------------------------------------

    def _publish_words(self) -> str:
        return self.tr("Check and publish version {version}").format(version=self._editor.framework.version)

    def publish(self) -> None:
        """Errors lead to their list; without any the version is asked for and the draft becomes it."""
        self._editor.leave()
        value = self._editor.framework
        self._editor.problems.take(value, authoring.check(value))
        if self._editor.problems.count(Severity.ERROR):
            self._editor.show_tab(PROBLEMS)
            self._context.notices.error(AppError("draft.has_errors", count=self._editor.problems.count(Severity.ERROR)))
            return
        try:
            completed(value)
        except AppError as error:
            if value.standing is Standing.SKELETON:
                self._editor.show_tab(PROBLEMS)
                self._context.notices.error(error)
                return
        dialog = PublishDialog(value, self._editor.problems.count(Severity.WARNING), self._page)
        dialog.accepted.connect(lambda: self._do_publish(dialog.version.value()))
        dialog.open()

    def _do_publish(self, version: str) -> None:
        self._context.run(drafting.publish, self._editor.draft.id, version, on_done=self._on_published)

    def _on_published(self, outcome: Published) -> None:
        told = self.tr("Version {version} is published and never changes from now on.")
        self._context.notices.good(told.format(version=outcome.framework.version))
        self.published.emit(outcome.framework)

    def compare(self) -> None:
        """The version the draft began from beside it."""
        value = self._editor.framework

        def show(old: Framework) -> None:
            CompareVersionsDialog(revising.compare(old, value), self._page.window()).open()

        read(self._page, self._context, authoring.find, self._editor.draft.based_on, done=show)

    # Files ---------------------------------------------------------------------------------------------------------

    def _show_menu(self) -> None:
        def act(words: str, icon: str, do: Callable[[], object]) -> Act:
            return Act(words, self, icon=icon, do=do)

        compare = act(self.tr("Compare with the version it began from…"), "git-compare", self.compare)
        compare.setEnabled(bool(self._editor.draft.based_on))
        self._menu = menu(
            compare,
            act(self.tr("Proof sheet for the leader (PDF)…"), "printer", self.ask_proof),
            None,
            act(self.tr("Write to Excel…"), "file-spreadsheet", lambda: self._ask_export("xlsx")),
            act(self.tr("Write as JSON…"), "file-text", lambda: self._ask_export("json")),
            act(self.tr("Take the content of a file…"), "file-up", self._ask_file),
            None,
            act(self.tr("Discard this draft…"), "trash-2", self._ask_discard),
        )
        self._menu.aboutToHide.connect(self._menu.deleteLater)
        self._menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()))

    def ask_proof(self) -> None:
        value = self._editor.framework
        name = f"phieu-doi-chieu-{value.id}-{value.version}.pdf"
        ask_target(self._page, self.tr("Proof sheet"), name, ("PDF (*.pdf)",), self.write_proof)

    def write_proof(self, target: Path) -> None:
        """Prints the decision's rows beside what the program will do."""
        done = self.tr("Written: {name}").format(name=target.name)
        self._context.run(
            drafting.print_proof, self._editor.framework, target, title=self.tr("Printing the proof sheet"),
            on_done=lambda _: self._context.notices.good(done),
        )  # fmt: skip

    def _ask_export(self, kind: str) -> None:
        value = self._editor.framework
        kinds = ("JSON (*.json)",) if kind == "json" else ("Excel (*.xlsx)",)
        name = f"{value.id}-{value.version}.{kind}"
        ask_target(self._page, self.tr("Write to a file"), name, kinds, self._write)

    def _write(self, target: Path) -> None:
        done = self.tr("Written: {name}").format(name=target.name)
        self._context.run(
            _write_file, self._editor.framework, target, on_done=lambda _: self._context.notices.good(done)
        )

    def _ask_file(self) -> None:
        kinds = (self.tr("Frameworks (*.json *.xlsx)"),)
        ask_open(self._page, self.tr("Take the content of a file"), kinds, self.load)

    def load(self, path: Path) -> None:
        """The content of a file in place of the draft's; it can be undone."""
        words = self.tr("Take the content of {name}").format(name=path.name)

        def take(value: Framework) -> None:
            self._editor.take(value, words)

        failed = telling(self._page, self._context, path)
        read(self._page, self._context, _read_file, path, done=take, failed=failed)

    # Discarding ----------------------------------------------------------------------------------------------------

    def _ask_discard(self) -> None:
        question = ask(
            self._page,
            self.tr("Discard this draft?"),
            self.tr("What was written in it goes; versions published before stay. It can be brought back at once."),
            self.tr("Discard the draft"),
            self.tr("Keep it"),
            "trash-2",
        )
        question.accepted.connect(self.discard)

    def discard(self) -> None:
        self._editor.leave()
        self._context.run(drafting.discard, self._editor.draft.id, on_done=self._on_discarded)

    def _on_discarded(self, draft: Draft) -> None:
        context = self._context
        back = NoticeAct(self.tr("Bring it back"), lambda: context.run(drafting.put_back, draft))
        context.notices.info(self.tr("The draft is discarded."), back)
        self.discarded.emit()


@dataclass(frozen=True, slots=True)
class _Fact:
    icon: str
    tone: str
    words: str


class PublishDialog(Dialog):
    """Which version it becomes, and what that means."""

    def __init__(self, value: Framework, warnings: int, parent: QWidget | None) -> None:
        super().__init__(self.tr("Publish “{title}”").format(title=value.title), parent, width=520)
        self.version = Entry(self.tr("Version"), width=120)
        self.version.setObjectName("version")
        self.version.set_text(value.version)
        criteria = sum(1 for _ in value.index.criteria())
        points = number(value.totals.maximum.value, language.current())
        facts = [
            _Fact(
                "list-checks",
                "ink-soft",
                self.tr("%n criterion(s)", "", criteria) + " · " + self.tr("{points} points").format(points=points),
            ),
            _Fact("lock", "ink-soft", self.tr("A published version never changes; a correction is another version.")),
        ]
        if warnings:
            facts.insert(1, _Fact("triangle-alert", "warn", self.tr("%n place(s) still to look at", "", warnings)))
        for fact in facts:
            self.add(row(Icon(fact.icon, fact.tone), (Label(fact.words, tone=fact.tone, wrap=True), 1), gap=8))
        self.add(
            Field(self.tr("Version"), row(self.version, None), self.tr("As it will be named, for example 2 or 2026.1"))
        )
        self.set_acts(self.tr("Publish"), self.tr("Go on writing"), icon="check")


def _button(name: str, words: str, look: str, icon: str, do: Callable[[], object]) -> Button:
    button = Button(words, look, icon)
    button.setObjectName(name)
    button.clicked.connect(lambda: do())
    return button


def _write_file(_: Workspace, value: Framework, target: Path) -> Path:
    authoring.write_framework(value, target)
    return target


def _read_file(_: Workspace, path: Path) -> Framework:
    return authoring.read_framework(path)
