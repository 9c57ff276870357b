"""Paints a `Cell` in any table or tree: icon, code, wrapped text, second line, badge, bars or light."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from ui import theme, tokens
from ui.models.cell import CELL_ROLE, LIGHTS, Cell
from ui.models.rows_model import Index
from ui.widgets import text
from ui.widgets.meter import paint_bars

PAD = 12
FIRST = 15  # the first column stands where the text of a sheet stands
INDENT = 8
ICON = 24  # 16 and the gap behind it
_KEPT = 4000


@dataclass(frozen=True, slots=True)
class _Measured:
    """A cell's text cut into lines, and where it stands."""

    lines: tuple[str, ...]
    indent: int
    height: int


class CellDelegate(QStyledItemDelegate):
    """One for all views. `wrap` is how many lines a text may take; `ruled` draws a hairline under each row."""

    def __init__(self, view: QAbstractItemView, *, wrap: int = 1, ruled: bool = True) -> None:
        super().__init__(view)
        self._view, self._wrap, self._ruled = view, wrap, ruled
        self._cut: dict[tuple[str, str, int, int], tuple[str, ...]] = {}
        theme.current().changed.connect(self._on_theme_changed)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: Cell = index.data(CELL_ROLE)
        look = theme.current()
        width = self._column_width(index) - self._left(index) - self._right(cell)
        lines = len(self._measure(cell, width, index).lines)
        return QSize(0, look.row(max(1, lines), bool(cell.second)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        area = QRect(option.rect).adjusted(self._left(index), 0, -self._right(cell), 0)
        if cell.light:
            self._light(painter, area, cell)
        elif cell.bars:
            self._bars(painter, area, cell)
        elif cell.badge:
            self._badge(painter, area, cell)
        else:
            self._text(painter, area, cell, index)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, box = theme.current(), QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.color("tint-lead"))
            if index.column() == 0:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), look.color("lead"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.color("hover"))
        if self._ruled:
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.color("line"))
        if self._view.hasFocus() and self._is_current_row(index):
            self._focus(painter, box, index)

    def _focus(self, painter: QPainter, box: QRect, index: Index) -> None:
        """A frame around the whole row, drawn cell by cell."""
        lead = theme.current().color("lead")
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), lead)
        painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), lead)
        if index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), lead)
        if index.column() == index.model().columnCount(index.parent()) - 1:
            painter.fillRect(QRect(box.right() - 1, box.top(), 2, box.height()), lead)

    def _is_current_row(self, index: Index) -> bool:
        current = self._view.currentIndex()
        return current.isValid() and current.row() == index.row() and current.parent() == index.parent()

    def _light(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        name, tone = LIGHTS[cell.light]
        pixmap = theme.current().pixmap(name, tone, 18)
        side = theme.current().px(18)
        painter.drawPixmap(area.center().x() - side // 2, area.center().y() - side // 2, pixmap)

    def _bars(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        look = theme.current()
        face = look.font("body", cell.weight)
        words = text.one_line(cell.text)
        room = max(look.px(56), QFontMetrics(face).horizontalAdvance(words) + 8) if words else 0
        track = QRectF(area.left(), area.center().y() - 3, area.width() - room, 8)
        if track.width() >= 24:
            paint_bars(painter, track, cell.bars, cell.mark)
        painter.setFont(face)
        painter.setPen(look.color(cell.tone))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _badge(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        look = theme.current()
        face = look.font("hint", "medium")
        metrics = QFontMetrics(face)
        side, height = look.px(14), metrics.height() + 7
        left = side + 14 if cell.icon else 8
        words = metrics.elidedText(text.one_line(cell.text), Qt.TextElideMode.ElideRight, area.width() - left - 4)
        ground = QRectF(
            area.left() - 4,
            area.center().y() - height // 2 + 1,
            metrics.horizontalAdvance(words) + left + 8,
            height,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tint(cell.tone))
        painter.drawRoundedRect(ground, tokens.RADIUS, tokens.RADIUS)
        if cell.icon:
            top = int(ground.top() + (height - side) / 2)
            painter.drawPixmap(int(ground.left()) + 7, top, look.pixmap(cell.icon, cell.tone, 14))
        painter.setFont(face)
        painter.setPen(look.color(cell.tone))
        painter.drawText(
            ground.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
        )

    def _text(self, painter: QPainter, area: QRect, cell: Cell, index: Index) -> None:
        look = theme.current()
        cut = self._measure(cell, area.width(), index)
        step = look.line()
        top = area.center().y() - cut.height // 2 + 1
        self._icon(painter, QRect(area.left(), top, look.px(16), step), cell, index)
        painter.setFont(look.font("body", cell.weight))
        painter.setPen(look.color(cell.tone))
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        )
        if cell.code:
            start = area.left() + (look.px(ICON) if self._has_icon(cell, index) else 0)
            painter.drawText(QRect(start, top, cut.indent, step), Qt.AlignmentFlag.AlignVCenter, cell.code)
        body = area.adjusted(cut.indent, 0, 0, 0)
        if cell.tail:
            body = self._tail(painter, body, top, cell, cut)
        for number, line in enumerate(cut.lines):
            painter.drawText(QRect(body.left(), top + number * step, body.width(), step), flags, line)
        if cell.second:
            painter.setFont(look.font("hint"))
            painter.setPen(look.color(cell.second_tone))
            second = QFontMetrics(look.font("hint")).elidedText(
                text.one_line(cell.second), Qt.TextElideMode.ElideRight, body.width()
            )
            under = QRect(body.left(), top + len(cut.lines) * step + 1, body.width(), look.line("hint") + 1)
            painter.drawText(under, flags, second)

    def _tail(self, painter: QPainter, body: QRect, top: int, cell: Cell, cut: _Measured) -> QRect:
        """What follows the text in soft ink, such as " / 20"; what room is left for the text."""
        look = theme.current()
        face = look.font("body" if cell.right else "hint")
        width = QFontMetrics(face).horizontalAdvance(cell.tail)
        painter.save()
        painter.setFont(face)
        painter.setPen(look.color("ink-soft" if cell.right else cell.second_tone))
        height = look.line() * max(1, len(cut.lines))
        painter.drawText(
            QRect(body.left(), top, body.width(), height),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            cell.tail,
        )
        painter.restore()
        return body.adjusted(0, 0, -width, 0)

    def _icon(self, painter: QPainter, box: QRect, cell: Cell, index: Index) -> None:
        name, tone = cell.icon, cell.tone
        if isinstance(self._view, QTreeView) and self._opens(index):
            opened = self._view.isExpanded(index)
            name, tone = "chevron-down" if opened else "chevron-right", "ink-soft"
        elif cell.second_tone != "ink-soft" or cell.tone == "ink":
            tone = cell.second_tone
        if name:
            top = box.center().y() - box.width() // 2 + 1
            painter.drawPixmap(box.left(), top, theme.current().pixmap(name, tone, 16))

    def _measure(self, cell: Cell, width: int, index: Index) -> _Measured:
        look = theme.current()
        face = look.font("body", cell.weight)
        indent = look.px(ICON) if self._has_icon(cell, index) else 0
        if cell.code:
            digit = QFontMetrics(face).horizontalAdvance("0")
            indent += max(cell.code_room * digit, QFontMetrics(face).horizontalAdvance(cell.code)) + 8
        room = width - indent
        if cell.tail:
            room -= QFontMetrics(look.font("body" if cell.right else "hint")).horizontalAdvance(cell.tail)
        lines = self._lines(text.one_line(cell.text), cell.weight, room, 1 if cell.right else self._wrap)
        height = look.line() * len(lines) + (look.line("hint") + 2 if cell.second else 0)
        return _Measured(lines, indent, height)

    def _lines(self, words: str, weight: str, width: int, most: int) -> tuple[str, ...]:
        key = (words, weight, width, most)
        if key not in self._cut:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            self._cut[key] = wrapped(words, weight, width, most)
        return self._cut[key]

    def _has_icon(self, cell: Cell, index: Index) -> bool:
        return bool(cell.icon) or self._opens(index)

    def _opens(self, index: Index) -> bool:
        """A node with something below it shows an arrow, in the first column."""
        is_tree = isinstance(self._view, QTreeView)
        return is_tree and index.column() == 0 and index.model().hasChildren(index)

    def _left(self, index: Index) -> int:
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        cell: Cell = index.data(CELL_ROLE)
        start = FIRST if index.column() == 0 else (tokens.STEP if cell.right else PAD)
        return start + (depth * INDENT if index.column() == 0 else 0)

    def _right(self, cell: Cell) -> int:
        return tokens.STEP if cell.code else PAD

    def _column_width(self, index: Index) -> int:
        width = getattr(self._view, "columnWidth", None)
        return width(index.column()) if width else self._view.viewport().width()

    def _on_theme_changed(self) -> None:
        self._cut.clear()


def wrapped(words: str, weight: str, width: int, lines: int) -> tuple[str, ...]:
    """The words in at most so many lines, the last one ending in an ellipsis where it is cut."""
    face = theme.current().font("body", weight)
    metrics = QFontMetrics(face)
    if not words:
        return ()
    if lines == 1 or metrics.horizontalAdvance(words) <= width:
        return (metrics.elidedText(words, Qt.TextElideMode.ElideRight, width),)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, face)
    layout.setTextOption(option)
    layout.beginLayout()
    parts: list[str] = []
    while len(parts) < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        rest = words[line.textStart() :]
        if len(parts) == lines - 1:
            parts.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
        else:
            parts.append(rest[: line.textLength()].strip())
    layout.endLayout()
    return tuple(parts)
