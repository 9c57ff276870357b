"""A state in one glance: icon, word and colour together, on a tinted ground."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui import theme, tokens
from ui.widgets import text
from ui.widgets.boxes import fill
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class Badge(QFrame):
    """`tone` is good, warn, bad, lead or ink-soft (neutral)."""

    def __init__(self, icon: str, words: str, tone: str = "ink-soft", tip: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._icon = Icon(icon, tone, 14)
        self._words = Label(words, "hint", tone, "medium")
        fill(QHBoxLayout(self), [self._icon, self._words], gap=6, margins=(8, 3, 8, 3))
        text.set_tip(self, tip)
        self._tint(tone)

    def show_state(self, icon: str, words: str, tone: str) -> None:
        self._icon.show_icon(icon, tone)
        self._words.setText(words)
        self._words.set_tone(tone)
        self._tint(tone)

    def _tint(self, tone: str) -> None:
        self.setProperty("look", tone if tone in tokens.TINTED else "neutral")
        theme.restyle(self)
