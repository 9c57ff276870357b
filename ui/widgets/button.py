"""Every button of the house: main, plain, quiet, link, chip, choice, tab. One main button a page, bottom right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui import theme, tokens
from ui.widgets import text

LOOKS = ("main", "plain", "quiet", "link", "chip", "choice", "tab", "rail")
_ICON_TONES = {"main": "on-lead", "link": "lead"}


class Button(QPushButton):
    """A button that names its act. Without words (an icon alone) it needs a `tip`, which is also its name."""

    def __init__(
        self,
        words: str = "",
        look: str = "plain",
        icon: str = "",
        *,
        tone: str = "",
        tip: str = "",
        checkable: bool = False,
    ) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone or _ICON_TONES.get(look, "ink-soft")
        self._words, self._tip = "", tip
        self._held = ""  # why it is off for good
        self.setProperty("look", look)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        if look in ("link", "chip", "tab", "main"):
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if look == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        text.set_tip(self, tip)
        self.setText(words)
        if tip and not words:
            text.name(self, tip)
        self._draw()

    def setText(self, words: str) -> None:
        self._words = text.one_line(words)
        # the blank keeps icon and word apart
        super().setText((" " if self._icon and words else "") + text.unmarked(words))
        if words:
            self.setAccessibleName(self._words)

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, the words as tip; one without an icon keeps its words."""
        if self._icon:
            super().setText("" if compact else f" {text.unmarked(self._words)}")
            text.set_tip(self, self._words if compact else self._tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the space bar does; Qt would have it so in dialogs alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def hold(self, reason: str) -> None:
        """Off for good, whatever would enable it again; the reason stays its tip."""
        self._held = reason
        self.setToolTip("")
        super().setEnabled(False)

    def setEnabled(self, is_enabled: bool) -> None:
        super().setEnabled(is_enabled and not self._held)

    def setToolTip(self, tip: str) -> None:
        super().setToolTip(text.tip_text(self._held) if self._held else tip)

    def words(self) -> str:
        """What the button says, as it was given."""
        return self._words

    def set_icon(self, icon: str, tone: str = "") -> None:
        self._icon, self._tone = icon, tone or self._tone
        self._draw()

    def sizeHint(self) -> QSize:
        """Room for the bold type of a chip or tab that is chosen."""
        hint = super().sizeHint()
        if self.property("look") in ("chip", "tab", "choice"):
            size = "hint" if self.property("look") == "chip" else "body"
            bold, normal = (QFontMetrics(theme.current().font(size, each)) for each in ("bold", "normal"))
            more = bold.horizontalAdvance(self._words) - normal.horizontalAdvance(self._words)
            hint.setWidth(hint.width() + max(0, more))
        return hint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self.property("look")
        if look == "main" and self.hasFocus():
            self._ring(theme.current().color("on-lead"))
        elif look == "tab" and self.isChecked():
            painter = QPainter(self)
            painter.fillRect(QRectF(4, self.height() - 2, self.width() - 8, 2), theme.current().color("lead"))

    def _ring(self, color: QColor) -> None:
        """Focus on the lead ground: a ring inside, since a border of lead could not be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), tokens.RADIUS - 3, tokens.RADIUS - 3)

    def _draw(self) -> None:
        if self._icon:
            look = theme.current()
            tone = "lead" if self._tone == "ink-soft" and self.isChecked() else self._tone
            self.setIcon(look.icon(self._icon, tone))
            self.setIconSize(QSize(look.px(16), look.px(16)))
