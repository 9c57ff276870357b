"""The strip at the foot of a page: what matters on the left, the acts on the right, the main one last."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QWidget

from ui import theme, tokens
from ui.widgets.boxes import Part, empty, fill
from ui.widgets.button import Button


class BottomStrip(QFrame):
    """Where there is not room for all, the last parts on the left go first, then the words of the lesser acts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.setMinimumHeight(theme.current().row() + 20)
        outer = QHBoxLayout(self)
        fill(outer, [], gap=tokens.FIELD, margins=(tokens.GROUP, 8, tokens.FIELD, 8))
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        outer.addLayout(self._left, 1)
        outer.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))  # what is hidden leaves its room empty
        outer.addLayout(self._right)
        self._parts: list[QWidget] = []
        self._acts: list[QWidget] = []
        self.show_left()

    def show_left(self, *parts: Part) -> None:
        """What matters, the most important first."""
        empty(self._left)
        widgets = [part[0] if isinstance(part, tuple) else part for part in parts]
        self._parts = [widget for widget in widgets if isinstance(widget, QWidget)]
        fill(self._left, parts, gap=tokens.FIELD)
        sentences = [part for part in self._parts if isinstance(part, QLabel) and part.wordWrap()]
        if not sentences:
            self._left.addStretch(1)
        for sentence in sentences:  # takes the room there is before it breaks
            self._left.setStretchFactor(sentence, 1)
        self._fit()

    def show_acts(self, *buttons: QWidget) -> None:
        """The acts, the main one last: it stands bottom right on every page."""
        empty(self._right)
        fill(self._right, buttons, gap=tokens.FIELD)
        self._acts = list(buttons)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Decide by the widths wanted, whatever is hidden now."""
        room = self.width() - tokens.GROUP - tokens.FIELD
        lesser = [act for act in self._acts[:-1] if isinstance(act, Button)]
        for act in lesser:
            act.set_compact(False)
        for act in lesser:
            if self._width(self._acts) > room:
                act.set_compact(True)
        room -= self._width(self._acts)
        for number, part in enumerate(self._parts):
            part.setVisible(self._width(self._parts[: number + 1]) <= room)

    @staticmethod
    def _width(widgets: list[QWidget]) -> int:
        return sum(_wanted(widget) + tokens.FIELD for widget in widgets)


def _wanted(widget: QWidget) -> int:
    fixed = widget.maximumWidth() if widget.minimumWidth() == widget.maximumWidth() else 0
    if isinstance(widget, QLabel):
        widget.ensurePolished()  # the stylesheet gives it its size
    return fixed or max(widget.sizeHint().width(), widget.minimumWidth())
