"""Where files are dropped or chosen; it grows and lights up while something is dragged over it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui import theme, tokens
from ui.widgets import text
from ui.widgets.boxes import fill
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class DropZone(QFrame):
    """`dropped` carries a list of `Path`; `asked` that the zone was clicked or entered, so files may be chosen."""

    dropped = Signal(list)
    asked = Signal()

    def __init__(self, words: str, icon: str = "file-up") -> None:
        super().__init__()
        self.setProperty("look", "drop")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        text.name(self, words)
        self._words = Label(words, "hint", "ink-soft", wrap=True)
        fill(
            QHBoxLayout(self),
            [Icon(icon, "ink-soft", 20), (self._words, 1)],
            gap=8,
            margins=(tokens.GROUP, 8, tokens.GROUP, 8),
        )
        self._grow(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._grow(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._grow(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._grow(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(paths)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
            return
        super().keyPressEvent(event)

    def _grow(self, dragged: bool) -> None:
        self.setProperty("dragged", dragged)
        self._words.set_tone("lead" if dragged else "ink-soft")
        self.setMinimumHeight(theme.current().row() + (64 if dragged else 12))
        theme.restyle(self)
