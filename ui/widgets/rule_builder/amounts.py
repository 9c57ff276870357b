"""Fields for the amounts of a rule: a threshold, points, a part of the maximum."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.codec import Amount
from app.domain.rule_tree import amount_of
from app.domain.rules import Grade
from app.errors import AppError
from app.wording.amounts import amount_shown, amount_typed
from ui import language
from ui.widgets import text
from ui.widgets.boxes import fill
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.text import Label


class AmountEntry(QWidget):
    """`typed` carries an `Amount` with every keystroke that leaves one, None where the field may be empty and is.

    What can't stand (no number, not above 0 where `positive`, or a reason that `check` gives) stays as typed, is
    marked when the field is left, and tells nothing.
    """

    typed = Signal(object)

    def __init__(
        self,
        name: str,
        unit: str = "",
        *,
        width: int = 76,
        optional: bool = False,
        positive: bool = False,
        check: Callable[[Amount], str] | None = None,
    ) -> None:
        super().__init__()
        self._percent, self._optional, self._positive = False, optional, positive
        self._name, self._check = name, check
        self._amount: Amount | None = None
        self.entry = Entry(name, width=width, right=True)
        self.unit = Label(unit, tone="ink-soft")
        fill(QHBoxLayout(self), [self.entry, self.unit], gap=6)
        self.unit.setVisible(bool(unit))
        self.setFocusProxy(self.entry)
        self.entry.textEdited.connect(self._on_edited)
        self.entry.editingFinished.connect(self._on_left)

    def set_amount(self, amount: Amount | None, percent: bool = False, unit: str | None = None) -> None:
        """Show an amount; a field whose text already means it keeps its text while it is typed in."""
        if unit is not None or percent != self._percent:
            words = "%" if percent else unit or ""
            self.unit.setText(words)
            self.unit.setVisible(bool(words))
            text.name(self.entry, f"{self._name} ({words})" if words else self._name)
        changed = amount != self._amount or percent != self._percent
        self._percent = percent
        if not changed and self.entry.text():
            return
        self._amount = amount
        if not self.entry.hasFocus() or self._read() != (True, amount):
            self._show()

    def amount(self) -> Amount | None:
        return self._amount

    def forget(self) -> None:
        """Drop what stands in the field, so that the next amount is shown whatever it is."""
        self._amount = None
        self.entry.complain()
        self.entry.set_text("")

    def _show(self) -> None:
        self.entry.complain()
        amount = self._amount
        self.entry.set_text("" if amount is None else amount_shown(amount, self._percent, language.current()))

    def _read(self) -> tuple[bool, Amount | None]:
        """Whether the field can be taken as it stands, and what it means."""
        typed = self.entry.value()
        if not typed:
            return self._optional, None
        try:
            amount = amount_typed(typed, self._percent)
        except AppError:
            return False, None
        return not self._reason(amount), amount

    def _reason(self, amount: Amount) -> str:
        """Why a number can't stand, "" when it can."""
        if self._positive and amount.value <= 0:
            return self.tr("Write a number above 0.")
        return self._check(amount) if self._check is not None else ""

    def _on_edited(self) -> None:
        can_stand, amount = self._read()
        if not can_stand:
            return
        self.entry.complain()
        self._amount = amount
        self.typed.emit(amount)

    def _on_left(self) -> None:
        can_stand, amount = self._read()
        if can_stand:
            self._show()
        elif amount is not None:
            self.entry.complain(self._reason(amount))
        else:
            self.entry.complain(self.tr("Write a number, for example {example}.").format(example=self._example()))

    def _example(self) -> str:
        return amount_shown(Amount("7.5"), False, language.current())


class GradeEntry(QWidget):
    """Points or a part of the maximum; `typed` carries a `Grade`."""

    typed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._maximum = Fraction(0)
        self.entry = AmountEntry(name, width=64)
        kinds = [("points", self.tr("points")), ("fraction", self.tr("× maximum"))]
        self.kind = Choice(self.tr("Unit of: {name}").format(name=name), kinds, width=136)
        fill(QHBoxLayout(self), [self.entry, self.kind], gap=6)
        self.setFocusProxy(self.entry)
        self.entry.typed.connect(lambda amount: self.typed.emit(self._grade(amount)))
        self.kind.chosen.connect(self._on_kind)

    def set_grade(self, grade: Grade | None, maximum: Fraction) -> None:
        """Show a grade for a rule of so many points; None where there is none yet."""
        self._maximum = maximum
        is_part = grade is not None and grade.points is None
        self.kind.set_value("fraction" if is_part else "points")
        amount = None if grade is None else grade.fraction if is_part else grade.points
        self.entry.set_amount(amount)

    def _grade(self, amount: Amount) -> Grade:
        return Grade(fraction=amount) if self.kind.value() == "fraction" else Grade(points=amount)

    def _on_kind(self, kind: str) -> None:
        """The same points, written the other way."""
        amount = self.entry.amount()
        if amount is None or not self._maximum:
            return
        value = amount.value / self._maximum if kind == "fraction" else amount.value * self._maximum
        self.typed.emit(self._grade(amount_of(value)))
