"""A bar of shares with a threshold standing on it; its length is always also a number somewhere beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets import text

Bars = Sequence[tuple[str, float]]
"""(tone, share of the whole between 0 and 1), from the left."""


def paint_bars(painter: QPainter, track: QRectF, bars: Bars, mark: float | None = None) -> None:
    look = theme.current()
    clip = QPainterPath()
    clip.addRoundedRect(track, track.height() / 2, track.height() / 2)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(track, look.color("line"))
    left = track.left()
    for tone, share in bars:
        width = min(track.width() * share, track.right() - left)
        painter.fillRect(QRectF(left, track.top(), width, track.height()), look.color(tone))
        left += width
    painter.restore()
    if mark is not None:
        x = track.left() + track.width() * mark
        painter.fillRect(QRectF(x - 1, track.top() - 4, 2, track.height() + 8), look.color("ink"))


class Meter(QWidget):
    """Bars, and below them the words of both ends and of the threshold where there are any."""

    def __init__(self, says: str, bars: Bars = (), *, height: int = 8) -> None:
        super().__init__()
        text.name(self, says)
        self._bars, self._height = tuple(bars), height
        self._mark: float | None = None
        self._words = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()

    def show_bars(self, bars: Bars) -> None:
        self._bars = tuple(bars)
        self.update()

    def show_mark(self, mark: float | None, words: str = "", ends: tuple[str, str] = ("", "")) -> None:
        """A threshold at a share of the whole, its words, and what stands at both ends."""
        self._mark = mark
        self._words = (text.plain(ends[0]), text.plain(words), text.plain(ends[1]))
        self._measure()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bars(painter, QRectF(0, 4, self.width(), self._height), self._bars, self._mark)
        left, middle, right = self._words
        line = QRect(0, self._height + 9, self.width(), look.line("hint"))
        painter.setFont(look.font("hint"))
        painter.setPen(look.color("ink-soft"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, left)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, right)
        if self._mark is not None and middle:
            room = painter.fontMetrics().horizontalAdvance(middle) + 2
            ends = [painter.fontMetrics().horizontalAdvance(each) + 8 if each else 0 for each in (left, right)]
            start = round(self.width() * self._mark) - room // 2
            start = max(ends[0], min(start, self.width() - ends[1] - room))
            painter.setPen(look.color("ink"))
            painter.drawText(QRect(start, line.top(), room, line.height()), Qt.AlignmentFlag.AlignCenter, middle)

    def _measure(self) -> None:
        words = theme.current().line("hint") + 1 if any(self._words) else 0
        self.setFixedHeight(self._height + 8 + words)
