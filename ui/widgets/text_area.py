"""Several lines of text; the field grows with them up to a limit, then scrolls."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui import theme
from ui.widgets import text


class TextArea(QPlainTextEdit):
    """Starts at `least` lines, grows to `most`; `committed` carries the text when it was changed and left."""

    committed = Signal(str)

    def __init__(self, name: str, hint: str = "", *, least: int = 2, most: int = 8) -> None:
        super().__init__()
        text.name(self, name)
        self.setPlaceholderText(text.plain(hint))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._least, self._most = least, most
        self._last = ""
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def set_text(self, words: str) -> None:
        self._last = text.plain(words)
        self.setPlainText(self._last)

    def value(self) -> str:
        return self.toPlainText().strip()

    def commit(self) -> None:
        """Tell what was typed and not told yet."""
        if self.toPlainText() != self._last:
            self._last = self.toPlainText()
            self.committed.emit(self.value())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._grow()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(240), self.height())

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = max(self._least, round(self.document().size().height()))
        self.setFixedHeight(min(wanted, self._most) * line + round(2 * self.document().documentMargin()) + 12)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if wanted > self._most else policy.ScrollBarAlwaysOff)
