"""Words on the screen are data: labels and tips that never guess rich text, and never let a name turn the line."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

# A right-to-left override in a file name shows "fdp.exe" as "exe.pdf".
_TURNING = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_TOGETHER = re.compile(r"(?<=\d) (?=%)|(?<=[×÷≥≤]) (?=\d)|(?<=/) (?=\d)")
_PARTING = "\u200b"  # no width; a line may end here
_LONG = re.compile(r"\S{20,}")
_JOINT = r"[_\-./](?=\w)|(?<=[^\W\d_])(?=\d)|[^\W_]{16}(?=\w)"


def plain(text: str) -> str:
    """`text` as it may be shown: no bidirectional controls, "75 %" and "× 20" never parted at a line's end."""
    return _TOGETHER.sub("\u00a0", text.translate(_TURNING))


def breakable(text: str) -> str:
    """`text` that may also be parted inside a long name without blanks, such as that of a file."""
    return _LONG.sub(lambda found: re.sub(_JOINT, f"\\g<0>{_PARTING}", found[0]), text)


def one_line(text: str) -> str:
    """`text` for places with one line: rows, buttons, titles of windows."""
    return " ".join(plain(text).replace("\u00a0", "\0").split()).replace("\0", "\u00a0")


def unmarked(text: str) -> str:
    """`text` for a button, a tick or a menu, where a single & would mark a letter and vanish."""
    return one_line(text).replace("&", "&&")


# as `html.escape` does, which brings the names of two thousand letters
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def tip_text(text: str) -> str:
    """`text` for a tool tip: Qt guesses markup there, so the guess is settled with everything escaped."""
    if not text:
        return ""
    return f"<p style='white-space: pre-wrap'>{plain(text).translate(_MARKUP)}</p>"


def set_tip(widget: QWidget, text: str) -> None:
    widget.setToolTip(tip_text(text))


def name(widget: QWidget, text: str) -> None:
    """What a screen reader calls the widget."""
    widget.setAccessibleName(one_line(text))


class Label(QLabel):
    """Plain text in one of the sizes, weights and tones of the tokens; wraps where asked."""

    def __init__(
        self,
        text: str = "",
        size: str = "body",
        tone: str = "ink",
        weight: str = "normal",
        *,
        wrap: bool = False,
        right: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        for key, value in (("type", size), ("tone", tone), ("weight", weight)):
            self.setProperty(key, value)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if selectable:
            # by mouse only: a label is no stop on the way of the Tab key
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def setText(self, text: str) -> None:
        words = plain(text)
        is_copied = bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)
        super().setText(breakable(words) if self.wordWrap() and not is_copied else words)

    def text(self) -> str:
        """What was said, without the places where a long name may be parted."""
        return super().text().replace(_PARTING, "")

    def set_tone(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            theme.restyle(self)


class Line(Label):
    """One line that gives way: where there is no room it ends in an ellipsis and says the rest in its tip."""

    def __init__(
        self, text: str = "", size: str = "body", tone: str = "ink", weight: str = "normal", *, middle: bool = False
    ) -> None:
        """`middle`: the ellipsis stands inside, where the end matters as much as the beginning."""
        self._full = ""
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        super().__init__(text, size, tone, weight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._full = one_line(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # one more than measured: the width is rounded down
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._full) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = QFontMetrics(self.font()).horizontalAdvance("mmmm…")
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._full, self._mode, self.width())
        QLabel.setText(self, shown if self.isVisible() else self._full)
        set_tip(self, self._full if shown != self._full else "")
        name(self, self._full)
