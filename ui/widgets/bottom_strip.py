"""The strip at the foot of a page: what matters on the left, the acts on the right, the main one last."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme, tokens
from ui.widgets.boxes import Part, empty, fill


class BottomStrip(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.setMinimumHeight(theme.current().row() + 20)
        outer = QHBoxLayout(self)
        fill(outer, [], gap=tokens.FIELD, margins=(tokens.GROUP, 8, tokens.FIELD, 8))
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for side in (self._left, self._right):
            side.setSpacing(tokens.FIELD)
        outer.addLayout(self._left, 1)
        outer.addLayout(self._right)
        self.show_left()

    def show_left(self, *parts: Part) -> None:
        empty(self._left)
        fill(self._left, [*parts, None], gap=tokens.FIELD)

    def show_acts(self, *buttons: QWidget) -> None:
        """The acts, the main one last: it stands bottom right on every page."""
        empty(self._right)
        fill(self._right, buttons, gap=tokens.FIELD)
