"""A tick or an option whose words may take several lines; and a choice made of such options."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QHBoxLayout, QWidget

from ui import tokens
from ui.widgets import text
from ui.widgets.boxes import column, fill
from ui.widgets.text import Label
from ui.widgets.tick import Option

_FIRST_LINE = 7  # the words begin where the box of the button has its middle


class _Words(Label):
    """Words that press their button."""

    def __init__(self, words: str, button: QAbstractButton) -> None:
        super().__init__(words, wrap=True)
        self._button = button

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._button.isEnabled():
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()


class Worded(QWidget):
    """`button` without words of its own, and beside it words that wrap, with a hint below."""

    def __init__(self, button: QAbstractButton, words: str, hint: str = "") -> None:
        super().__init__()
        self.button = button
        text.name(button, words)
        button.setAccessibleDescription(text.one_line(hint))
        told: list[QWidget] = [_Words(words, button)]
        if hint:
            told.append(Label(hint, "hint", "ink-soft", wrap=True))
        layout = QHBoxLayout(self)
        fill(layout, [button, (column(*told, None, gap=0, margins=(0, _FIRST_LINE, 0, 0)), 1)], gap=tokens.STEP)
        layout.setAlignment(button, Qt.AlignmentFlag.AlignTop)


class OneOf(QWidget):
    """Options of which one is taken or none; a second click on it, Delete or Backspace takes it back.

    `chosen` carries the key of the option a person took, "" when it was taken back.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: Iterable[tuple[str, str, str]], *, across: bool = False) -> None:
        """`options`: (key, words, hint); `across`: side by side, for short words."""
        super().__init__()
        text.name(self, name)
        self._keys: list[str] = []
        self._last = ""
        self._group = QButtonGroup(self)
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(direction, self)
        fill(layout, [], gap=tokens.GROUP if across else 0)
        for key, words, hint in options:
            button = Option(words if across else "")
            button.setAccessibleDescription(text.one_line(name))
            self._group.addButton(button, len(self._keys))
            self._keys.append(key)
            layout.addWidget(button if across else Worded(button, words, hint))
        if across:
            layout.addStretch(1)
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> str:
        return self._last

    def set_value(self, key: str) -> None:
        """Take an option without telling; "" or an unknown one takes none."""
        self._last = key if key in self._keys else ""
        self._group.setExclusive(False)
        for number, each in enumerate(self._keys):
            self._group.button(number).setChecked(each == self._last)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._last:
            self._tell("")
            return
        super().keyPressEvent(event)

    def _on_clicked(self, number: int) -> None:
        key = self._keys[number]
        self._tell("" if key == self._last else key)

    def _tell(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)
