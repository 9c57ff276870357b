"""A page of a signed report as it was signed and as it came, side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme
from ui.dialogs.dialog import Dialog
from ui.widgets import text
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.sheet import framed
from ui.widgets.text import Label

_WIDE = 440  # pixels of one page at 100 %


class PagesDialog(Dialog):
    """`before` and `after` are pictures, PNG."""

    def __init__(self, page: int, before: bytes, after: bytes, parent: QWidget | None) -> None:
        super().__init__(self.tr("Page {page}").format(page=page), parent, width=2 * _WIDE + 80)
        self.add(
            row(
                (self._side(self.tr("As it was signed"), before), 1),
                (self._side(self.tr("As it came"), after), 1),
            )
        )
        close = Button(self.tr("Close"), "main")
        close.setObjectName("leave")
        close.clicked.connect(self.reject)
        self.add(row(None, close))

    def _side(self, title: str, picture: bytes) -> QWidget:
        shown, found = QLabel(), QPixmap()
        found.loadFromData(picture, "PNG")
        width = min(theme.current().px(_WIDE), max(200, (self.screen().availableGeometry().width() - 140) // 2))
        shown.setPixmap(found.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        text.name(shown, title)
        return column(Label(title, weight="medium"), framed(shown), None, gap=4)
