"""Looks a window through for anything a name could do: markup taken for markup, signs that turn a line round.

What is painted is read from an SVG of the window: it holds every text as it was drawn.
"""

import functools
import html
import re
from collections.abc import Iterator
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QBuffer, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QPainter, QRegion, QTextDocument
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OURS = re.compile(r"<p style='white-space: pre-wrap'>(.*)</p>", re.DOTALL)
_DRAWN = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_TIP_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)
_MARKUP = "QLabel, QToolTip and WhatsThis take this for markup"


def looked(place: str) -> tuple[list[str], list[str]]:
    """What is wrong with every window that is open now, each with where; and every text they draw."""
    found, drawn = [], []
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            texts = painted(top)
            for widget in _open(top):
                found += [f"{place}: {type(widget).__name__} {widget.objectName()}: {told}" for told in _of(widget)]
            found += [f"{place}: an act: {told}" for act in top.findChildren(QAction) for told in _tip(act.toolTip())]
            found += [f"{place}: painted: {told!r}" for told in texts if TURNING.search(told)]
            drawn += texts
    return found, drawn


def _open(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all in it, hidden or not, but for pages behind another one: those are read when they are opened."""
    yield widget
    behind = isinstance(widget, QStackedWidget)
    for child in widget.children():
        if isinstance(child, QWidget) and not (behind and child is not widget.currentWidget()):
            yield from _open(child)


def troubles(place: str) -> list[str]:
    return looked(place)[0]


def painted(top: QWidget) -> list[str]:
    """Every text the window draws."""
    buffer, drawing = QBuffer(), QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(top.size())
    painter = QPainter(drawing)
    top.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren)
    painter.end()
    return [html.unescape(one) for one in _DRAWN.findall(bytes(buffer.data().data()).decode())]


def _of(widget: QWidget) -> Iterator[str]:
    for tip in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
        yield from _tip(tip)
    for spoken in (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()):
        yield from _turns(spoken)
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QTextBrowser):
        if widget.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("//10.0.0.9/s/x.png")) is not None:
            yield "fetches pictures"
    elif isinstance(widget, QTextEdit):
        yield "a QTextEdit takes markup that is pasted"
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield from _turns(widget.placeholderText())
    elif isinstance(widget, QComboBox):
        for number in range(widget.count()):
            yield from _turns(widget.itemText(number))
            yield from _tip(widget.itemData(number, Qt.ItemDataRole.ToolTipRole) or "")
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget)


def _label(label: QLabel) -> Iterator[str]:
    if label.textFormat() != Qt.TextFormat.PlainText and QtGui.Qt.mightBeRichText(label.text()):
        yield f"{_MARKUP}: {label.text()!r}"
    yield from _turns(label.text())


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for number in range(model.columnCount()):
        for role in (*_TEXT_ROLES, *_TIP_ROLES):
            told = model.headerData(number, Qt.Orientation.Horizontal, role)
            yield from (_turns if role in _TEXT_ROLES else _tip)(told if isinstance(told, str) else "")
    for index in _indexes(model, QModelIndex()):
        for role in _TEXT_ROLES:
            yield from _turns(_text(index.data(role)))
        for role in _TIP_ROLES:
            yield from _tip(_text(index.data(role)))


def _indexes(model: Any, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        for number in range(model.columnCount(parent)):
            yield model.index(row, number, parent)
        yield from _indexes(model, model.index(row, 0, parent))


def _text(told: Any) -> str:
    return told if isinstance(told, str) else ""


@functools.cache  # the same words come from every page, again and again
def _turns(told: str) -> tuple[str, ...]:
    return (f"turns the line: {told!r}",) if TURNING.search(told) else ()


@functools.cache
def _tip(tip: str) -> tuple[str, ...]:
    """A tip is markup for Qt as soon as it looks so: only our own form, with everything in it escaped."""
    ours = _OURS.fullmatch(tip)
    if ours is None and QtGui.Qt.mightBeRichText(tip):
        return (*_turns(tip), f"{_MARKUP}: {tip!r}")
    if ours is not None and html.escape(html.unescape(ours[1])) != ours[1]:
        return (*_turns(tip), f"markup inside a tip: {tip!r}")
    return _turns(tip)
