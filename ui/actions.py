"""One class per thing a person can do: the same act in a menu, on a button and by a key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui import theme
from ui.widgets import text
from ui.widgets.button import Button


class Act(QAction):
    """An act with plain words, an icon and perhaps a key; `button()` gives it a button that follows it.

    Subclasses override `run`; a page may also pass `do`.
    """

    def __init__(
        self,
        words: str,
        parent: QObject,
        *,
        icon: str = "",
        key: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._icon, self._do = icon, do
        self.setText(text.unmarked(words))
        self.setToolTip(text.tip_text(words))
        if key:
            self.setShortcut(QKeySequence(key))
            self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.triggered.connect(lambda: self.run())
        theme.current().changed.connect(self._draw)
        self._draw()

    def run(self) -> None:
        """What the act does."""
        if self._do is not None:
            self._do()

    def button(self, look: str = "plain") -> Button:
        button = Button(self.words, look, self._icon)
        button.clicked.connect(self.trigger)
        button.setEnabled(self.isEnabled())
        self.enabledChanged.connect(button.setEnabled)
        return button

    def _draw(self) -> None:
        if self._icon:
            self.setIcon(theme.current().icon(self._icon))


def menu(*acts: QAction | None) -> QMenu:
    """A menu of acts; None is a line between two groups."""
    made = QMenu()
    for act in acts:
        if act is None:
            made.addSeparator()
        else:
            made.addAction(act)
    return made
