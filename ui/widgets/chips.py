"""Filters as a row of chips with counts, exactly one chosen; and tabs, which work the same way."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui import tokens
from ui.widgets.boxes import fill
from ui.widgets.button import Button
from ui.widgets.flow import lay_flow


class _OneOf(QWidget):
    """Buttons of which one is down; the arrow keys go between them."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]], look: str, gap: int, *, is_flowing: bool = False) -> None:
        super().__init__()
        self._values = [value for value, _ in options]
        self._buttons = [Button(words, look, checkable=True) for _, words in options]
        group = QButtonGroup(self)
        for button in self._buttons:
            group.addButton(button)
            button.clicked.connect(self._on_clicked)
        if self._buttons:
            self._buttons[0].setChecked(True)
        if is_flowing:
            lay_flow(self, self._buttons, gap)
        else:
            fill(QHBoxLayout(self), [*self._buttons, None], gap=gap)

    def value(self) -> Any:
        return next((v for v, b in zip(self._values, self._buttons, strict=True) if b.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Choose without telling."""
        self._buttons[self._values.index(value)].setChecked(True)

    def set_words(self, value: Any, words: str) -> None:
        self._buttons[self._values.index(value)].setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        here = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), -1)
        if step and here >= 0:
            self._buttons[(here + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.value())


class ChipRow(_OneOf):
    """`set_count` puts a number behind a chip's words."""

    def __init__(self, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__(options, "chip", tokens.STEP, is_flowing=True)
        self._titles = dict(options)

    def set_count(self, value: Any, count: int) -> None:
        self.set_words(value, f"{self._titles[value]} {count}")


class TabRow(_OneOf):
    def __init__(self, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__(options, "tab", tokens.FIELD)


class ChoiceRow(_OneOf):
    """Few choices side by side, such as the opinions of an assessor."""

    def __init__(self, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__(options, "choice", tokens.NEAR)
