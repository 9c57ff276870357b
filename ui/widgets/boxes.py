"""Rows and columns said in one line: `column(title, row(name, None, button), (table, 1))`."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import tokens

Part = QWidget | tuple[QWidget, int] | int | None
"""A widget, (widget, stretch), so many pixels, or None for free space."""
Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def fill(layout: QBoxLayout, parts: Iterable[Part], gap: int = tokens.FIELD, margins: Margins = NONE) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, tuple):
            layout.addWidget(part[0], part[1])
        else:
            layout.addWidget(part)


def row(*parts: Part, gap: int = tokens.FIELD, margins: Margins = NONE) -> QWidget:
    widget = QWidget()
    fill(QHBoxLayout(widget), parts, gap, margins)
    return widget


def column(*parts: Part, gap: int = tokens.FIELD, margins: Margins = NONE) -> QWidget:
    widget = QWidget()
    fill(QVBoxLayout(widget), parts, gap, margins)
    return widget


def rule() -> QFrame:
    """A hairline across a sheet."""
    frame = QFrame()
    frame.setProperty("look", "rule")
    frame.setFixedHeight(1)
    return frame


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in an area that scrolls up and down, never sideways."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not content.property("look"):
        content.setObjectName("scrolled")
    area.setWidget(content)
    return area


def empty(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
