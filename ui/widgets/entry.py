"""One line of text to type."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui import theme
from ui.widgets import text


class Entry(QLineEdit):
    """A field with a name; `committed` carries the text when it was changed and left (or Enter pressed).

    `set_text` is for the program: it does not count as typing. `complain` marks the field; the words stand below it.
    """

    committed = Signal(str)

    def __init__(self, name: str, hint: str = "", *, width: int = 0, icon: str = "", right: bool = False) -> None:
        super().__init__()
        text.name(self, name)
        self.setPlaceholderText(text.one_line(hint))
        self._width, self._icon = width, icon
        self._leading: QAction | None = None
        self._last = ""
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self.commit)
        self._measure()

    def set_text(self, words: str) -> None:
        self._last = text.plain(words)
        self.setText(self._last)

    def value(self) -> str:
        """What stands in the field, without blanks around it."""
        return self.text().strip()

    def commit(self) -> None:
        """Tell what was typed and not told yet; pages call it before they are left."""
        if self.text() != self._last:
            self._last = self.text()
            self.committed.emit(self.value())

    def complain(self, reason: str = "") -> None:
        """Mark the field as needing attention for `reason`; without one the mark goes."""
        if self.property("complaint") != bool(reason):
            self.setProperty("complaint", bool(reason))
            theme.restyle(self)
        text.set_tip(self, reason)
        self.setAccessibleDescription(text.one_line(reason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._last:
            self.setText(self._last)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def _measure(self) -> None:
        look = theme.current()
        if self._width:
            self.setFixedWidth(look.px(self._width))
        if self._icon:
            if self._leading is None:
                position = QLineEdit.ActionPosition.LeadingPosition
                self._leading = self.addAction(look.icon(self._icon), position)
            self._leading.setIcon(look.icon(self._icon))
