"""A number typed the Vietnamese way: decimal comma, thousands point; both readings accepted, one shown."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain import numbers
from app.errors import AppError
from ui import language
from ui.widgets import text
from ui.widgets.boxes import fill
from ui.widgets.entry import Entry
from ui.widgets.text import Label


class NumberEntry(QWidget):
    """A right-aligned field and its unit. Empty is a value of its own, never 0.

    `typed` follows every keystroke that leaves a readable number (or none); `committed` comes when the field is left.
    Both carry decimal text as it is stored ("1506", "75.3") or "" for empty. What cannot be read is kept as typed,
    marked, and told by `refused`.
    """

    typed = Signal(str)
    committed = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str, unit: str = "", *, width: int = 104, decimals: int | None = None) -> None:
        super().__init__()
        self._decimals = decimals
        self.entry = Entry(name, width=width, right=True)
        self.unit = Label(unit, tone="ink-soft")
        fill(QHBoxLayout(self), [self.entry, self.unit], gap=8)
        self.unit.setVisible(bool(unit))  # only now: shown without a parent it would be a window of its own
        self.setFocusProxy(self.entry)
        self.entry.textEdited.connect(self._on_edited)
        self.entry.committed.connect(self._on_committed)
        if unit:
            text.name(self.entry, f"{name} ({unit})")

    def set_value(self, stored: str) -> None:
        """Show decimal text as stored, or nothing for ""."""
        self.entry.complain()
        self.entry.set_text(self._shown(stored) if stored else "")

    def value(self) -> str | None:
        """Decimal text, "" when empty, None when what stands there cannot be read as a number."""
        typed = self.entry.value()
        if not typed:
            return ""
        try:
            return numbers.normalise_typed(typed)
        except AppError:
            return None

    def commit(self) -> None:
        self.entry.commit()

    def _shown(self, stored: str) -> str:
        part = stored.partition(".")[2]
        decimals = len(part) if self._decimals is None else max(len(part), self._decimals)
        return language.number_text(Fraction(stored), decimals)

    def _on_edited(self) -> None:
        value = self.value()
        if value is not None:
            self.entry.complain()
            self.typed.emit(value)

    def _on_committed(self) -> None:
        value = self.value()
        if value is None:
            reason = self.tr("Write a number, for example {example}.").format(
                example=language.number_text(Fraction("1506.5"), 1)
            )
            self.entry.complain(reason)
            self.refused.emit(reason)
            return
        self.set_value(value)
        self.committed.emit(value)
