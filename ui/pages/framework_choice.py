"""Which framework a new campaign uses: one for all, or another one for a target group; skeletons say why they can't."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.framework import Framework, Standing
from app.domain.problems import Problem, Severity
from app.domain.questions import unanswered
from app.operations.frameworks import authoring
from app.operations.workspace import Workspace
from ui import language
from ui.context import Context
from ui.dialogs.framework_problems import ProblemsDialog
from ui.pages.authority_kit import ask_open, read
from ui.pages.marked_copy import telling
from ui.widgets.boxes import column, empty, fill, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class FrameworkChoice(QWidget):
    """`sets()` maps a target group ("" : all the others) to its framework, as `campaigning.create` takes it."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._known: list[Framework] = []
        self._loaded: Framework | None = None  # from a file, last
        self._lines: list[tuple[Choice, Choice]] = []
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self._main = Choice(self.tr("Framework"))
        self._main.setObjectName("framework")
        self._main.chosen.connect(lambda _: self._on_chosen())
        self._more, self._told = QVBoxLayout(), QVBoxLayout()
        for layout in (self._more, self._told):
            layout.setSpacing(4)
        load = Button(self.tr("From a file…"), "link", "folder-open")
        load.setObjectName("framework-file")
        load.clicked.connect(self._ask_file)
        self._add = Button(self.tr("Another one for a target group…"), "link", "plus")
        self._add.setObjectName("framework-group")
        self._add.clicked.connect(self._add_line)
        layout = QVBoxLayout(self)
        fill(layout, [self._main], gap=8)
        layout.addLayout(self._more)
        layout.addWidget(column(row(load, None), row(self._add, None), gap=0))
        layout.addLayout(self._told)
        self.setFocusProxy(self._main)

    def show_known(self, known: Sequence[Framework]) -> None:
        """The frameworks at hand; the choice made before stays."""
        fresh = [value for value in self._known if value.digest not in {item.digest for item in known}]
        self._known = [*known, *fresh]
        self._main.set_options(self._options())
        self._on_chosen()

    def sets(self) -> dict[str, Framework]:
        found = {group.value(): self._by_digest(choice.value()) for group, choice in self._lines if group.value()}
        main = self._by_digest(self._main.value())
        chosen = {"": main, **found}
        return {group: value for group, value in chosen.items() if value is not None}

    def take(self, value: Framework) -> None:
        """Puts a framework read from a file into the choice, unless it is a skeleton."""
        self._loaded = value
        self.show_known([*(item for item in self._known if item.digest != value.digest), value])
        if value.standing is not Standing.SKELETON:
            self._main.set_value(value.digest)
            self._on_chosen()

    def _options(self) -> list[tuple[str, str]]:
        return [(value.digest, self._name(value)) for value in self._known if value.standing is not Standing.SKELETON]

    def _name(self, value: Framework) -> str:
        return self.tr("{title} · version {version}").format(
            title=value.short_title or value.title, version=value.version
        )

    def _by_digest(self, digest: str) -> Framework | None:
        return next((value for value in self._known if value.digest == digest), None)

    def _on_chosen(self) -> None:
        empty(self._told)
        for value in self.sets().values():
            self._tell(value)
        if self._loaded is not None and self._loaded.standing is Standing.SKELETON:
            told = self.tr("“{title}” can't be chosen yet: its criteria are not entered. Complete it under Frameworks.")
            self._say("lock", told.format(title=self._loaded.short_title or self._loaded.title), "ink-soft")
        skeletons = sum(value.standing is Standing.SKELETON for value in self._known if value is not self._loaded)
        if skeletons:
            told = self.tr("%n skeleton(s) can't be chosen yet. Enter their criteria under Frameworks.", "", skeletons)
            self._say("lock", told, "ink-soft")
        for value in self.sets().values():
            for question in unanswered(value):
                told = self.tr("The decision leaves open: {question} Choose how to read it under Frameworks.")
                self._say("circle-x", told.format(question=question.words), "bad")
        groups = {group.code for value in self._known for group in value.target_groups}
        self._add.setVisible(len(groups) > 1 and len(self._options()) > 1)
        self.edited.emit()

    def _tell(self, value: Framework) -> None:
        if value.standing is Standing.ILLUSTRATIVE:
            self._say("flask-conical", self.tr("An illustrative framework: no authority issued it."), "ink-soft")
        if value.digest not in self._problems:
            self._problems[value.digest] = authoring.check(value)
        problems = self._problems[value.digest]
        errors = sum(item.severity is Severity.ERROR for item in problems)
        if problems:
            words = self.tr("%n to mend", "", errors) if errors else ""
            others = len(problems) - errors
            rest = self.tr("%n to look at", "", others) if others else ""
            line = row(
                Icon("circle-x" if errors else "info", "bad" if errors else "ink-soft"),
                Label(" · ".join(part for part in (words, rest) if part), tone="bad" if errors else "ink-soft"),
                self._see(value, problems),
                None,
                gap=8,
            )
            self._told.addWidget(line)

    def _see(self, value: Framework, problems: Sequence[Problem]) -> Button:
        see = Button(self.tr("See the list"), "link")
        see.clicked.connect(lambda: ProblemsDialog(value, problems, self.window()).open())
        return see

    def _say(self, icon: str, words: str, tone: str) -> None:
        self._told.addWidget(row(Icon(icon, tone), (Label(words, "hint", tone, wrap=True), 1), gap=8))

    def _add_line(self) -> None:
        groups = {group.code: group.name for value in self._known for group in value.target_groups}
        group = Choice(self.tr("Target group"), list(groups.items()), width=150)
        choice = Choice(self.tr("Framework of the group"), self._options())
        away = Button("", "quiet", "x", tip=self.tr("Take this line out"))
        line = row(group, (choice, 1), away, gap=8)
        pair = (group, choice)
        self._lines.append(pair)
        for each in pair:
            each.chosen.connect(lambda _: self._on_chosen())
        away.clicked.connect(self._remover(line, pair))
        self._more.addWidget(line)
        self._on_chosen()

    def _remover(self, line: QWidget, pair: tuple[Choice, Choice]) -> Callable[[], None]:
        def remove() -> None:
            self._lines.remove(pair)
            self._more.removeWidget(line)
            line.deleteLater()
            self._on_chosen()

        return remove

    def _ask_file(self) -> None:
        kinds = (self.tr("Frameworks (*.json *.xlsx)"),)
        ask_open(self, self.tr("Framework from a file"), kinds, self.load)

    def load(self, path: Path) -> None:
        read(self, self._context, _read_file, path, done=self.take, failed=telling(self, self._context, path))


def standing_word(value: Standing) -> str:
    """The standing of a framework in words."""
    return wording.word(f"standing.{value.value}", language.current())


def _read_file(_: Workspace, path: Path) -> Framework:
    return authoring.read_framework(path)
