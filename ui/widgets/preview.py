"""A page of evidence as a picture: shown whole, its pages turned, or a grey card that says why there is none."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import theme, tokens
from ui.widgets import text
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_PNG = b"\x89PNG\r\n\x1a\n"  # nothing else is decoded here
A4 = (210, 297)  # what is waited for is taken to be of this shape


class PagePicture(QWidget):
    """The page itself, as wide as there is room and no higher than `most` pixels at 100 %; a click asks for more."""

    pressed = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._picture = QImage()
        self._drawn = QPixmap()  # the picture in the size it was painted last
        self._shape = A4
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QImage) -> None:
        """A null image empties it; the room it takes stays."""
        self._picture, self._drawn = picture, QPixmap()
        if not picture.isNull():
            self._shape = (picture.width(), picture.height())
        self.updateGeometry()
        self.update()

    def set_most(self, most: int) -> None:
        """How high it may get."""
        self._most = most
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across, down = self._shape
        return max(theme.current().px(48), min(round(width * down / max(across, 1)), theme.current().px(self._most)))

    def sizeHint(self) -> QSize:
        width = theme.current().px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(48))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        across, down = self._shape
        scale = min(room.width() / across, room.height() / down)
        paper = QRectF(0, 0, across * scale, down * scale)
        paper.moveCenter(QPointF(room.center()))
        look = theme.current()
        if self._picture.isNull():
            painter.fillRect(paper, look.color("desk"))
        else:
            drawn = self._scaled(paper.size())
            painter.drawPixmap(paper, drawn, QRectF(drawn.rect()))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _scaled(self, size: QSizeF) -> QPixmap:
        """Small letters stay legible only where every pixel of the picture counts."""
        wanted = (size * self.devicePixelRatioF()).toSize()
        if self._drawn.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._drawn = QPixmap.fromImage(self._picture.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        return self._drawn

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self.updateGeometry()


class Preview(QWidget):
    """`asked` carries the page (from 1) that somebody wants to see, `enlarged` that they want it larger."""

    asked = Signal(int)
    enlarged = Signal()

    def __init__(self, *, most: int = 420, may_enlarge: bool = True) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._page, self._pages = 1, 1
        self.picture = PagePicture(most)
        self.picture.pressed.connect(self.enlarged)
        if may_enlarge:
            self.picture.setCursor(Qt.CursorShape.PointingHandCursor)
        self._back = self._turner("chevron-left", self.tr("Page before"), -1)
        self._on = self._turner("chevron-right", self.tr("Next page"), 1)
        self._told = Label("", "hint", "ink-soft")
        self._larger = Button("", "quiet", "zoom-in", tip=self.tr("Larger"))
        self._larger.setObjectName("preview-larger")
        self._larger.clicked.connect(self.enlarged)
        if not may_enlarge:
            self._larger.hide()
        self._turning = row(self._back, self._told, self._on, None, self._larger, gap=4)
        self._words = Label("", "hint", "ink-soft", wrap=True)
        self._card = Sheet(
            row(Icon("file-x", "ink-soft", 20), (self._words, 1), gap=8), look="well", margins=(12, 12, 12, 12)
        )
        self._card.setObjectName("preview-card")
        fill(QVBoxLayout(self), [self.picture, self._card, self._turning], gap=tokens.STEP)
        self.show_waiting()

    def _turner(self, icon: str, words: str, step: int) -> Button:
        button = Button("", "quiet", icon, tip=words)
        button.setObjectName(f"preview-{'next' if step > 0 else 'back'}")
        button.clicked.connect(lambda: self.turn(step))
        return button

    def show_waiting(self) -> None:
        """A page is on its way."""
        self.picture.show_picture(QImage())
        self._show(picture=True)
        self._told.setText(self.tr("Opening the page…"))
        self._back.setEnabled(False)
        self._on.setEnabled(False)

    def show_page(self, png: bytes, page: int, pages: int) -> None:
        """Page `page` of `pages`; bytes that are no PNG leave the page empty."""
        self._page, self._pages = page, pages
        self.picture.show_picture(QImage.fromData(png) if png.startswith(_PNG) else QImage())
        self._show(picture=True)
        told = self.tr("Page {page} of {pages}").format(page=page, pages=pages) if pages > 1 else ""
        self._told.setText(told)
        text.name(self.picture, told or self.tr("Page {page} of {pages}").format(page=1, pages=1))
        for button, is_there in ((self._back, page > 1), (self._on, page < pages)):
            button.setVisible(pages > 1)
            button.setEnabled(is_there)

    def show_card(self, words: str) -> None:
        """Why there is no picture, or what is told in its place."""
        self._words.setText(words)
        self._show(picture=False)

    def words(self) -> str:
        """What the grey card says; empty while there is a picture."""
        return "" if self.picture.isVisibleTo(self) else self._words.text()

    def told(self) -> str:
        """Which page is shown."""
        return self._told.text()

    def turn(self, step: int) -> None:
        """Asks for the page so many further; nothing beyond the first and the last."""
        page = min(max(1, self._page + step), self._pages)
        if page != self._page:
            self._page = page
            self.asked.emit(page)

    def page(self) -> int:
        """The page that was asked for last."""
        return self._page

    def _show(self, *, picture: bool) -> None:
        for widget, is_shown in ((self.picture, picture), (self._turning, picture), (self._card, not picture)):
            widget.setVisible(is_shown)
