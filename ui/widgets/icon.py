"""A tinted icon standing by itself; never without words a screen reader can say."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from ui import theme
from ui.widgets import text


class Icon(QLabel):
    """An icon of 16 or 20 pixels that follows the appearance and the text size."""

    def __init__(self, icon: str, tone: str = "ink-soft", size: int = 16, tip: str = "") -> None:
        super().__init__()
        self._drawn = (icon, tone, size)
        text.set_tip(self, tip)
        text.name(self, tip)
        self._draw()

    def show_icon(self, icon: str, tone: str) -> None:
        self._drawn = (icon, tone, self._drawn[2])
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._draw()

    def _draw(self) -> None:
        look = theme.current()
        self.setPixmap(look.pixmap(*self._drawn))
        self.setFixedSize(look.px(self._drawn[2]), look.px(self._drawn[2]))
