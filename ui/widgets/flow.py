"""Widgets side by side that go on in the next line where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui import tokens


class _FlowLayout(QLayout):
    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, moves=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, moves: bool) -> int:
        """The height that is needed; puts the items in place where asked."""
        x, y, line = rect.left(), rect.top(), 0
        for item in self._shown():
            width = min(item.sizeHint().width(), rect.width())
            if x > rect.left() and x + width > rect.right() + 1:
                x, y, line = rect.left(), y + line + self.spacing(), 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if moves:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x, line = x + width + self.spacing(), max(line, height)
        return y + line - rect.top()


def flow(*widgets: QWidget, gap: int = tokens.FIELD) -> QWidget:
    """The widgets in as many lines as they need."""
    holder = QWidget()
    lay_flow(holder, widgets, gap)
    return holder


def lay_flow(holder: QWidget, widgets: Sequence[QWidget], gap: int) -> None:
    """Give `holder` these widgets in as many lines as they need."""
    layout = _FlowLayout(gap)
    holder.setLayout(layout)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
