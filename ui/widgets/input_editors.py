"""One editor for each kind of input: numbers with unit and hint, yes or no, one of several, ticks."""

from collections.abc import Iterable
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.assessment import ABSENT, NO, YES, check_value
from app.domain.framework import Input, InputKind
from app.domain.rules import Best, Gate, Rule, Scored, Sum, Ticks
from app.errors import AppError
from app.wording.figures import number
from ui import language, tokens
from ui.widgets import text
from ui.widgets.boxes import column, fill, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.number_entry import NumberEntry
from ui.widgets.text import Label
from ui.widgets.tick import Tick
from ui.widgets.worded import OneOf, Worded

_MOST_OPTIONS = 8  # more of them go into a drop-down
_ONE_LINE = 54  # letters that stand side by side in the narrowest form


class Editor(QWidget):
    """`changed` carries (key, stored value, whether to keep it at once); `spoilt` the key of an input whose text can't
    stand; it is then told below the field, and the field keeps what was typed."""

    changed = Signal(str, str, bool)
    spoilt = Signal(str)

    def __init__(self, input_: Input) -> None:
        super().__init__()
        self.input = input_
        self.setObjectName(f"input-{input_.key}")
        self._below = Label("", "hint", "bad", wrap=True)
        self._below.hide()

    def set_value(self, stored: str) -> None:
        """Show what is kept."""
        raise NotImplementedError

    def shows(self, stored: str) -> bool:
        """Whether the field already says this, perhaps in other signs."""
        return False

    def set_locked(self, locked: bool) -> None:
        """Whether it can only be read."""
        self.setEnabled(not locked)

    def commit(self) -> None:
        """Tell what was typed and not told yet."""

    def spoilt_text(self) -> str:
        """What stands in the field and can't be kept; empty when all is well."""
        return ""

    def set_spoilt(self, typed: str) -> None:
        """Show again what was typed and can't be kept."""

    def complain(self, reason: str) -> None:
        self._below.setText(reason)
        self._below.setVisible(bool(reason))

    def head(self) -> QWidget:
        """The label, with the hint below it."""
        parts = [Label(self.input.label, wrap=True)]
        if self.input.hint:
            parts.append(Label(self.input.hint, "hint", "ink-soft", wrap=True))
        return column(*parts, gap=0)

    def tell(self, value: str) -> None:
        """A value taken with a click is kept at once."""
        self.complain("")
        self.changed.emit(self.input.key, value, True)


class NumberEditor(Editor):
    """A number, its unit, and where the framework allows it a tick for "there is none"."""

    def __init__(self, input_: Input) -> None:
        super().__init__(input_)
        self.entry = NumberEntry(input_.label, input_.unit)
        self.entry.entry.setAcceptDrops(False)
        self.entry.entry.textEdited.connect(self._on_edited)
        self.entry.committed.connect(self._on_committed)
        self.entry.refused.connect(self._on_refused)
        line = row((self.head(), 1), self.entry, gap=tokens.GROUP)
        parts = [line, self._below]
        self._none: Tick | None = None
        if input_.may_be_absent:
            self._none = Tick(self.tr("No figure from the previous period"))
            self._none.setObjectName(f"none-{input_.key}")
            self._none.clicked.connect(self._on_none)
            parts.insert(1, row(None, self._none))
        fill(QVBoxLayout(self), parts, gap=2)
        self.setFocusProxy(self.entry)

    def set_value(self, stored: str) -> None:
        is_none = stored == ABSENT
        if self._none is not None:
            self._none.setChecked(is_none)
        self.entry.entry.setEnabled(not is_none)
        self.complain("")
        self.entry.set_value("" if is_none else stored)

    def shows(self, stored: str) -> bool:
        is_none = self._none is not None and self._none.isChecked()
        return bool(stored) and stored == (ABSENT if is_none else self.entry.value())

    def set_locked(self, locked: bool) -> None:
        self.entry.entry.setReadOnly(locked)
        if self._none is not None:
            self._none.setEnabled(not locked)

    def commit(self) -> None:
        self.entry.commit()

    def spoilt_text(self) -> str:
        return self.entry.entry.text() if self._reason() else ""

    def set_spoilt(self, typed: str) -> None:
        self.entry.entry.setText(typed)
        self._complain(self._reason())

    def _on_edited(self) -> None:
        """Half a number is no reason to complain, but nothing of it is kept."""
        value = self.entry.value()
        if value is None or problem(self.input, value):
            self.spoilt.emit(self.input.key)
        else:
            self._complain("")
            self.changed.emit(self.input.key, value, False)

    def _on_committed(self, value: str) -> None:
        reason = problem(self.input, value)
        self._complain(reason)
        if reason:
            self.spoilt.emit(self.input.key)
        else:
            self.changed.emit(self.input.key, value, True)

    def _on_refused(self, reason: str) -> None:
        self._complain(reason)
        self.spoilt.emit(self.input.key)

    def _reason(self) -> str:
        value = self.entry.value()
        if value is None:
            return self.tr("Write a number, for example {example}.").format(
                example=language.number_text(Fraction("1506.5"), 1)
            )
        return problem(self.input, value)

    def _complain(self, reason: str) -> None:
        self.complain(reason)
        self.entry.entry.complain(reason)

    def _on_none(self, ticked: bool) -> None:
        self.set_value(ABSENT if ticked else "")
        self.tell(ABSENT if ticked else "")


class YesNoEditor(Editor):
    def __init__(self, input_: Input) -> None:
        super().__init__(input_)
        spoken = language.current()
        answers = [(key, wording.word(f"answer.{key}", spoken), "") for key in (YES, NO)]
        self.options = OneOf(input_.label, answers, across=True)
        self.options.chosen.connect(self.tell)
        line = row((self.head(), 1), column(self.options, None), gap=tokens.GROUP)
        fill(QVBoxLayout(self), [line, self._below], gap=2)

    def set_value(self, stored: str) -> None:
        self.options.set_value(stored)


class ChoiceEditor(Editor):
    def __init__(self, input_: Input) -> None:
        super().__init__(input_)
        self._listed: OneOf | None = None
        self._dropped: Choice | None = None
        if len(input_.options) <= _MOST_OPTIONS:
            options = [(option.key, option.label, "") for option in input_.options]
            is_short = sum(len(option.label) + 5 for option in input_.options) <= _ONE_LINE
            self._listed = OneOf(input_.label, options, across=is_short)
            self._listed.chosen.connect(self.tell)
            field: QWidget = self._listed
        else:
            listed = [("", "–"), *((option.key, option.label) for option in input_.options)]
            self._dropped = Choice(input_.label, listed)
            self._dropped.chosen.connect(self.tell)
            field = self._dropped
        fill(QVBoxLayout(self), [self.head(), field, self._below], gap=2)

    def set_value(self, stored: str) -> None:
        if self._listed is not None:
            self._listed.set_value(stored)
        if self._dropped is not None:
            self._dropped.set_value(stored)


class TickEditor(Editor):
    """One item of a list that is ticked off; what is not ticked counts as no once another one is."""

    def __init__(self, input_: Input) -> None:
        super().__init__(input_)
        self.tick = Tick("")
        self.tick.clicked.connect(lambda ticked: self.tell(YES if ticked else NO))
        fill(QVBoxLayout(self), [Worded(self.tick, input_.label, input_.hint), self._below], gap=0)

    def set_value(self, stored: str) -> None:
        self.tick.setChecked(stored == YES)


class TickList(QWidget):
    """The ticks of one list, and a way to say that none of them holds."""

    none_holds = Signal()

    def __init__(self, editors: Iterable[TickEditor]) -> None:
        super().__init__()
        self.none = Button(self.tr("None of these"), "link")
        self.none.setObjectName("none-of-these")
        text.set_tip(self.none, self.tr("Answer no to every item of the list"))
        self.none.clicked.connect(self.none_holds)
        fill(QVBoxLayout(self), [*editors, row(self.none, None)], gap=0)

    def show_none(self, shown: bool) -> None:
        self.none.setVisible(shown)


def editor_for(input_: Input, is_ticked: bool) -> Editor:
    """The editor an input needs; `is_ticked`: it is one item of a list."""
    if input_.kind is InputKind.YES_NO:
        return TickEditor(input_) if is_ticked else YesNoEditor(input_)
    if input_.kind is InputKind.CHOICE:
        return ChoiceEditor(input_)
    return NumberEditor(input_)


def problem(input_: Input, value: str) -> str:
    """One sentence on what a readable value must be to stand in this input; empty when it can."""
    try:
        check_value(input_, value)
    except AppError as error:
        return _sentence(input_, error)
    return ""


def _sentence(input_: Input, error: AppError) -> str:
    if error.code == "input.not_whole":
        return QCoreApplication.translate("Editor", "Write a whole number, without decimals.")
    low, high = (number(a.value, language.current()) if a is not None else "" for a in (input_.minimum, input_.maximum))
    if low and high:
        return QCoreApplication.translate("Editor", "Write a number from {low} to {high}.").format(low=low, high=high)
    if low:
        return QCoreApplication.translate("Editor", "Write a number of at least {low}.").format(low=low)
    return QCoreApplication.translate("Editor", "Write a number of at most {high}.").format(high=high)


def ticked_inputs(rule: Rule) -> frozenset[str]:
    """The inputs that the rule reads as a list to tick off."""
    match rule:
        case Scored():
            return frozenset(rule.measure.inputs) if isinstance(rule.measure, Ticks) else frozenset()
        case Gate():
            return ticked_inputs(rule.then)
        case Sum():
            return frozenset().union(*(ticked_inputs(part.rule) for part in rule.parts))
        case Best():
            return frozenset().union(*(ticked_inputs(case.rule) for case in rule.alternatives))
