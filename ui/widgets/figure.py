"""The one large figure of a page, with what it is measured against."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.widgets.boxes import fill
from ui.widgets.text import Label


class Figure(QWidget):
    """ "20,00 / 20 điểm": 21 pt, bold, the rest in soft ink. "–" stands for no value, never 0."""

    def __init__(self, value: str = "–", rest: str = "") -> None:
        super().__init__()
        self._value = Label(value, "figure", weight="bold")
        self._rest = Label(rest, tone="ink-soft")
        layout = QHBoxLayout(self)
        fill(layout, [self._value, self._rest, None], gap=tokens.NEAR)
        layout.setAlignment(self._rest, Qt.AlignmentFlag.AlignBottom)
        self._rest.setContentsMargins(0, 0, 0, 5)  # its foot on the foot of the figure

    def show_value(self, value: str, rest: str = "", tone: str = "ink") -> None:
        self._value.setText(value or "–")
        self._value.set_tone(tone)
        self._rest.setText(rest)
