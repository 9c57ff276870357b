"""Type to find; Ctrl+F comes here, Escape empties it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from ui import theme
from ui.widgets.entry import Entry


class SearchBox(Entry):
    """`sought` carries the words a moment after the last keystroke, at once when emptied or on Enter."""

    sought = Signal(str)

    def __init__(self, hint: str) -> None:
        super().__init__(hint, hint, icon="search")
        self.setObjectName("search")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(theme.current().px(168))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self._tell)

    def sizeHint(self) -> QSize:
        """Room to read what can be found."""
        wanted = self.fontMetrics().horizontalAdvance(self.placeholderText()) + theme.current().px(64)
        return QSize(max(theme.current().px(200), min(wanted, theme.current().px(320))), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _on_changed(self, words: str) -> None:
        if words:
            self._pause.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self.sought.emit(self.value())
