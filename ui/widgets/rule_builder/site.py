"""What the parts of the builder share: the criterion as it is now, one way to change it, and rows of a form."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.domain.framework import Criterion, Framework, Input, InputKind
from app.domain.rule_tree import Path, free_key, maximum_at, rule_at, with_input, with_part_fields
from app.domain.rules import Rule, Scored
from app.wording.figures import number
from app.wording.speaking import Speaker
from ui import language, theme, tokens
from ui.widgets.boxes import Part, fill
from ui.widgets.text import Label

LABEL_ROOM = 132


class Site(QObject):
    """`changed` carries a criterion a person made; whoever owns the site shows it again. `begun` carries the key of an
    input that was just made and has no words yet."""

    changed = Signal(object)
    begun = Signal(str)

    def __init__(self, framework: Framework, criterion: Criterion) -> None:
        super().__init__()
        self.framework, self.criterion = framework, criterion

    def change(self, criterion: Criterion) -> None:
        """Take a changed criterion; the same one is no change."""
        if criterion != self.criterion:
            self.criterion = criterion
            self.changed.emit(criterion)

    def stage(self, criterion: Criterion) -> None:
        """Take the first half of a change; the `change` that follows tells both, so that one undo takes both back."""
        self.criterion = criterion

    def new_input(self, kind: InputKind) -> str:
        """Make an input without words, to be read by the change that follows; its key."""
        key = free_key(self.criterion, kind)
        self.stage(with_input(self.criterion, Input(key=key, label="", kind=kind)))
        self.begun.emit(key)
        return key

    def do(self, change: Callable[..., Criterion], *given: Any) -> None:
        """Change by a function of the domain that takes the criterion first."""
        self.change(change(self.criterion, *given))

    def do_part(self, path: Path, at: int, **fields: Any) -> None:
        """Change fields of a part of the combination at `path`."""
        self.change(with_part_fields(self.criterion, path, at, **fields))

    def rule(self, path: Path) -> Rule:
        return rule_at(self.criterion.rule, path)

    def scored(self, path: Path) -> Scored:
        rule = self.rule(path)
        assert isinstance(rule, Scored)
        return rule

    def maximum(self, path: Path) -> Fraction:
        return maximum_at(self.criterion, path)

    def speaker(self) -> Speaker:
        return Speaker(self.framework, self.criterion, language.current())


class Form(QWidget):
    """A part of the builder. `follow` shows the criterion of the site again: fields in place, rows anew only where
    there are other ones."""

    def __init__(self, site: Site, path: Path = (), gap: int = tokens.NEAR) -> None:
        super().__init__()
        self.site, self.path = site, path
        self.column = QVBoxLayout(self)
        fill(self.column, [], gap=gap)

    def follow(self) -> None:
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of how one criterion was looked at, before another one is shown."""


class _LineLabel(Label):
    """The words before a field, in a column of their own that grows with the text."""

    def __init__(self, words: str) -> None:
        super().__init__(words, wrap=True)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(theme.current().px(LABEL_ROOM))


class Line(QWidget):
    """A label and what stands behind it; `tall`: that has several lines, the label stays at its first."""

    def __init__(self, words: str, *parts: Part, tall: bool = False) -> None:
        super().__init__()
        self.label = _LineLabel(words)
        if tall:
            self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.label.setContentsMargins(0, 7, 0, 0)
        fill(QHBoxLayout(self), [self.label, *parts], gap=tokens.NEAR)


def section(words: str) -> Label:
    return Label(words, weight="bold")


def hint(words: str = "") -> Label:
    return Label(words, "hint", "ink-soft", wrap=True)


def word(key: str) -> str:
    """A term in the language of the window."""
    return wording.word(key, language.current())


def terms(kind: str, members: Iterable[Any]) -> list[tuple[Any, str]]:
    """Options of a drop-down for some members of an enumeration."""
    return [(member, word(f"{kind}.{member.value}")) for member in members]


def short(value: Fraction) -> str:
    """All digits a number needs and no more."""
    return number(value, language.current()).replace("-", "−")


def called(input_: Input) -> str:
    """What an input is called in a list: its label, or its name where it has none."""
    return input_.label.strip() or input_.key
