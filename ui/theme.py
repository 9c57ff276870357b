"""The theme in force: colours, fonts, tinted icons and the stylesheet, all from `ui.tokens`, switched at run time.

`current()` is the theme of the running application. A widget that paints by itself asks it at each paint; a widget
that holds an icon renews it when Qt sends `StyleChange`, which follows every switch.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from ui import resources, tokens
from ui.stylesheet import RULES

# For `QApplication`: `setStyle` would hand a style to Python, which makes 600 names for it that nobody uses.
ARGUMENTS = "-style", "Fusion"
_HINTS = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_DISABLED, _ALL = QPalette.ColorGroup.Disabled, QPalette.ColorGroup.All


class Theme(QObject):
    """Colours, type and icons of the application; `changed` follows every switch of appearance or text size."""

    changed = Signal()

    def __init__(self, application: QApplication, appearance: str = "light", scale: int = 100) -> None:
        super().__init__(application)
        self._application = application
        self._asked = appearance
        self._scale = scale
        self._tokens = tokens.LIGHT
        self._svg: dict[str, str] = {}
        self._shapes: dict[tuple[str, int, float], QPixmap] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._fonts: dict[tuple[str, str], QFont] = {}
        self._images = tempfile.TemporaryDirectory(prefix="thuocso-")
        for path in sorted(resources.FONTS.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
        self.switch(appearance, scale)
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        application.screenAdded.connect(self._apply)  # icons are drawn for the screens there are

    @property
    def appearance(self) -> str:
        """What is shown: "light" or "dark"."""
        return "dark" if self._tokens is tokens.DARK else "light"

    @property
    def asked(self) -> str:
        """What was asked for: "light", "dark" or "system"."""
        return self._asked

    @property
    def scale(self) -> int:
        """Size of the text in percent: 100, 125 or 150."""
        return self._scale

    def switch(self, appearance: str | None = None, scale: int | None = None) -> None:
        """Change to "light", "dark" or "system" and to a text size in percent; what is left out stays."""
        self._asked = appearance or self._asked
        self._scale = scale or self._scale
        self._application.styleHints().setColorScheme(_HINTS[self._asked])
        self._apply()

    def color(self, token: str) -> QColor:
        return QColor(self._tokens[token])

    def tint(self, tone: str) -> QColor:
        """The ground that goes with a tone; neutral tones lie on `hover`."""
        return self.color(f"tint-{tone}" if tone in tokens.TINTED else "hover")

    def points(self, size: str) -> float:
        return tokens.SIZES[size] * self._scale / 100

    def font(self, size: str = "body", weight: str = "normal") -> QFont:
        kept = self._fonts.get((size, weight))
        if kept is None:
            kept = QFont(tokens.FAMILY)
            kept.setPointSizeF(self.points(size))
            kept.setWeight(QFont.Weight(tokens.WEIGHTS[weight]))
            kept.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[size, weight] = kept
        return kept

    def line(self, size: str = "body") -> int:
        """Height in pixels of one line of text."""
        return QFontMetrics(self.font(size)).height()

    def px(self, length: int) -> int:
        """A width or an icon of `length` pixels at 100 %, grown with the text."""
        return round(length * self._scale / 100)

    def row(self, lines: int = 1, second: bool = False) -> int:
        """Height of a row with so many lines of text and perhaps a hint below: 32, 52, … at 100 %."""
        hint = self.line("hint") + 2 if second else 0
        return max(tokens.TARGET, lines * self.line() + hint + (14 if lines + second == 1 else 12))

    def icon(self, name: str, tone: str = "ink-soft", size: int = 16) -> QIcon:
        """A tinted icon for a button or a menu, sharp on every screen there is; its disabled form is soft."""
        key = (name, tone, size)
        icon = self._icons.get(key)
        if icon is not None:  # Qt tells of a change of style whenever a widget moves into another
            return icon
        icon = self._icons[key] = QIcon()
        for ratio in sorted({screen.devicePixelRatio() for screen in self._application.screens()}):
            icon.addPixmap(self.pixmap(name, tone, size, ratio))
            icon.addPixmap(self.pixmap(name, "edge", size, ratio), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, tone: str = "ink-soft", size: int = 16, ratio: float = 0.0) -> QPixmap:
        """An icon of `size` pixels at 100 %; an unknown name is a bug and raises `FileNotFoundError`."""
        ratio = ratio or self._application.devicePixelRatio()
        key = (name, tone, size, ratio)
        kept = self._pixmaps.get(key)
        if kept is None:
            kept = QPixmap(self._shape(name, self.px(size), ratio))
            ground = QPixmap(kept.size())
            ground.setDevicePixelRatio(ratio)
            ground.fill(self.color(tone))
            painter = QPainter(kept)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.drawPixmap(0, 0, ground)
            painter.end()
            self._pixmaps[key] = kept
        return kept

    def _shape(self, name: str, side: int, ratio: float) -> QPixmap:
        """The icon in one colour, whichever: it is drawn once for all its tones."""
        kept = self._shapes.get((name, side, ratio))
        if kept is None:
            kept = self._shapes[name, side, ratio] = QPixmap(QSize(side, side) * ratio)
            kept.setDevicePixelRatio(ratio)
            kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(kept)
            QSvgRenderer(QByteArray(self._tinted(name, "ink").encode())).render(painter, QRectF(0, 0, side, side))
            painter.end()
        return kept

    @contextmanager
    def bare(self) -> Iterator[None]:
        """While a first window is put together: the rules look at a whole subtree anew whenever it is put into another
        widget, so they come when all stands.
        """
        rules = self._application.styleSheet()
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(rules)

    def stylesheet(self) -> str:
        """The rules with every colour and length filled in."""
        lengths = self._lengths()
        text = re.sub(r"\$(\w+)", lambda found: lengths[found[1]], RULES)
        text = re.sub(r"@([a-z-]+)\.svg", lambda found: self._image(found[1]), text)
        return re.sub(r"@([a-z-]+)", lambda found: self._tokens[found[1]], text)

    def _lengths(self) -> dict[str, str]:
        line, hint, tick = self.line(), self.line("hint"), self.px(16)
        control = max(tokens.TARGET, line + 14) - 2
        chip = hint + 12
        pixels = {
            "control": control, "control_in": control - 2, "choice": control + 4, "choice_in": control + 2,
            "link": max(24, line + 6), "chip": chip, "chip_in": chip - 2, "chip_round": (chip + 2) // 2,
            "rail": line + 14, "head": hint + 14, "row_in": line + 10, "target": line + 10,
            "icon": tick, "tick": tick, "tick_round": tick // 2 + 1, "dot": tick - 8,
        }  # fmt: skip
        sizes = {f"{name}_pt": f"{self.points(name):.2f}pt" for name in tokens.SIZES}
        family = {"family": f'"{tokens.FAMILY}"'}  # Windows gives heads of tables one of its own
        return {name: f"{length}px" for name, length in pixels.items()} | sizes | family

    def _tinted(self, name: str, tone: str) -> str:
        if name not in self._svg:
            self._svg[name] = (resources.ICONS / f"{name}.svg").read_text(encoding="utf-8")
        text = self._svg[name].replace("currentColor", self._tokens[tone])
        return text.replace('stroke-width="2"', 'stroke-width="1.75"')

    def _image(self, name: str) -> str:
        """Qt's stylesheets take images from files only."""
        tone = "on-lead" if name in ("check", "minus") else "ink-soft"
        path = Path(self._images.name) / f"{name}-{self.appearance}.svg"
        if not path.exists():
            path.write_text(self._tinted(name, tone), encoding="utf-8")
        return path.as_posix()

    def _apply(self) -> None:
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        wanted = self._asked == "dark" or (self._asked == "system" and dark)
        self._tokens = tokens.DARK if wanted else tokens.LIGHT
        self._pixmaps.clear()
        self._icons.clear()
        self._fonts.clear()
        self._application.setFont(self.font())
        self._application.setPalette(self._palette())
        self._application.setStyleSheet(self.stylesheet())
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._asked == "system":
            self._apply()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for token, roles in (
            ("desk", (role.Window,)),
            ("paper", (role.Base, role.Button, role.ToolTipBase, role.Light)),
            ("hover", (role.AlternateBase, role.Midlight)),
            ("ink", (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText)),
            ("ink-soft", (role.PlaceholderText,)),
            ("line", (role.Mid,)),
            ("edge", (role.Dark, role.Shadow)),
            ("lead", (role.Highlight, role.Link, role.LinkVisited, role.Accent)),
            ("on-lead", (role.HighlightedText,)),
        ):
            for each in roles:
                palette.setColor(_ALL, each, self.color(token))
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(_DISABLED, each, self.color("ink-soft"))
        return palette


_themes: list[Theme] = []


def install(application: QApplication, appearance: str = "light", scale: int = 100) -> Theme:
    """Make the theme of this application, or switch the one it has."""
    if _themes and _themes[0].parent() is application:
        _themes[0].switch(appearance, scale)
    else:
        _themes[:] = [Theme(application, appearance, scale)]
    return _themes[0]


def current() -> Theme:
    """The theme in force; `install` comes first, at the start of the program."""
    return _themes[0]


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at the properties of a widget; one not seen yet is looked at when it is shown."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def is_restyled(event: QEvent) -> bool:
    """Whether this `changeEvent` means that icons and measures must be taken anew."""
    return event.type() == QEvent.Type.StyleChange
