"""Points against the measure, drawn: pieces, filled and open dots at jumps, the size of a cliff, the value tried."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.curves import Curve, Jump, Piece, marks_between
from app.wording.figures import measured, number, share
from ui import language, theme
from ui.widgets import text

HEIGHT = 240
_DOT = 4
_MANY = 4  # more jumps than these are drawn without their dots' sizes


def short_text(value: Fraction, is_share: bool) -> str:
    """A mark of the axis: "75 %", "8.800", "2,5"."""
    spoken = language.current()
    return share(value, spoken) if is_share else number(value, spoken).replace("-", "−")


def _rungs(maximum: Fraction) -> list[Fraction]:
    """Round points from 0, and always the maximum, in place of one that stands too near."""
    marks = [mark for mark in marks_between(Fraction(0), maximum, 5) if mark < maximum]
    near = len(marks) > 1 and maximum - marks[-1] < (marks[1] - marks[0]) / 2
    return [*(marks[:-1] if near else marks), maximum]


@dataclass(frozen=True)
class _Plot:
    """Where numbers lie on the widget."""

    area: QRectF
    curve: Curve
    top: Fraction

    def x(self, value: Fraction) -> float:
        width = self.curve.end - self.curve.start
        return self.area.left() + float((value - self.curve.start) / width) * self.area.width()

    def y(self, points: Fraction) -> float:
        return self.area.bottom() - (float(points / self.top) * self.area.height() if self.top else 0)

    def point(self, value: Fraction, points: Fraction) -> QPointF:
        return QPointF(self.x(value), self.y(points))


class CurveView(QWidget):
    """`show_curve` draws a curve; `show_value` marks what is tried. Says itself in words to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._curve: Curve | None = None
        self._decimals = 2
        self._value: tuple[Fraction, Fraction] | None = None
        text.name(self, self.tr("Points against the measure"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()

    def show_curve(self, curve: Curve, decimals: int) -> None:
        """Draw another curve; `decimals`: of points."""
        if (curve, decimals) != (self._curve, self._decimals):
            self._curve, self._decimals = curve, decimals
            self._describe()
            self.update()

    def show_value(self, value: Fraction | None, points: Fraction | None) -> None:
        """Mark a measure with its points; None takes the mark away."""
        marked = None if value is None or points is None else (value, points)
        if marked != self._value:
            self._value = marked
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(self.sentences()))

    def sentences(self) -> list[str]:
        """The curve in words: its ends, its jumps, the value tried."""
        line = self._curve
        if line is None or not line.pieces:
            return []
        first, last = line.pieces[0], line.pieces[-1]
        ends = self.tr("From {start} with {first} points to {end} with {last} points.")
        told = [
            ends.format(
                start=self._at(line.start), first=self._points(first.first),
                end=self._at(line.end), last=self._points(last.last),
            )
        ]  # fmt: skip
        jump = self.tr("At {at} points go from {before} to {after}.")
        told += [
            jump.format(at=self._at(each.at), before=self._points(each.before), after=self._points(each.after))
            for each in line.jumps
        ]
        if self._value is not None:
            value, points = self._value
            here = self.tr("Tried: {value} gives {points} points.")
            told.append(here.format(value=self._tried(value), points=self._points(points)))
        return told

    def _at(self, value: Fraction) -> str:
        return short_text(value, self._curve is not None and self._curve.is_share)

    def _tried(self, value: Fraction) -> str:
        is_share = self._curve is not None and self._curve.is_share
        return language.percent_text(value, 2) if is_share else measured(value, language.current())

    def _points(self, points: Fraction) -> str:
        return language.number_text(points, self._decimals)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(theme.current().px(HEIGHT))

    # Drawing ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._curve
        if line is None or line.end <= line.start:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.current().font("hint"))
        metrics = painter.fontMetrics()
        rungs = _rungs(line.maximum)
        room = max(metrics.horizontalAdvance(short_text(mark, False)) for mark in rungs) + 10
        top = metrics.height() // 2 + 6
        area = QRectF(room, top, self.width() - room - 16, self.height() - top - metrics.height() - 10)
        plot = _Plot(area, line, line.maximum)
        self._paint_axes(painter, plot, rungs)
        for piece in line.pieces:
            self._paint_piece(painter, plot, piece)
        for jump in line.jumps:
            self._paint_jump(painter, plot, jump, len(line.jumps))
        self._paint_sizes(painter, plot)
        self._paint_value(painter, plot)

    def _paint_axes(self, painter: QPainter, plot: _Plot, rungs: Iterable[Fraction]) -> None:
        look, area, metrics = theme.current(), plot.area, painter.fontMetrics()
        for mark in rungs:
            y = plot.y(mark)
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.color("ink-soft"))
            words = QRectF(0, y - metrics.height() / 2, area.left() - 8, metrics.height())
            painter.drawText(
                words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short_text(mark, False)
            )
        taken: list[QRectF] = []
        limits = sorted({jump.at for jump in plot.curve.jumps})
        for value in limits[:_MANY]:
            self._paint_mark(painter, plot, value, "ink", taken)
        for value in marks_between(plot.curve.start, plot.curve.end, 5):
            self._paint_mark(painter, plot, value, "ink-soft", taken)

    def _paint_mark(self, painter: QPainter, plot: _Plot, value: Fraction, tone: str, taken: list[QRectF]) -> None:
        """The words of a mark below the axis, unless others stand there."""
        words, metrics = self._at(value), painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 2
        left = min(max(plot.x(value) - width / 2, 0.0), self.width() - width)
        box = QRectF(left, plot.area.bottom() + 6, width, metrics.height())
        if any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
            return
        taken.append(box)
        painter.setPen(theme.current().color(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_piece(self, painter: QPainter, plot: _Plot, piece: Piece) -> None:
        pen = QPen(theme.current().color("lead"), 2.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(plot.point(piece.start, piece.first), plot.point(piece.end, piece.last))

    def _paint_jump(self, painter: QPainter, plot: _Plot, jump: Jump, count: int) -> None:
        look = theme.current()
        x, low, high = plot.x(jump.at), plot.y(jump.before), plot.y(jump.after)
        pen = QPen(look.color("warn" if jump.is_cliff else "edge"), 1.5)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        if count > 3 * _MANY:
            return
        for y, is_filled in ((low, jump.is_after), (high, not jump.is_after)):
            painter.setPen(QPen(look.color("lead"), 2))
            painter.setBrush(look.color("lead" if is_filled else "paper"))
            painter.drawEllipse(QPointF(x, y), _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_sizes(self, painter: QPainter, plot: _Plot) -> None:
        """How much a cliff is worth, on the side where there is room."""
        painter.setFont(theme.current().font("hint", "bold"))
        painter.setPen(theme.current().color("warn"))
        metrics = painter.fontMetrics()
        for jump in [jump for jump in plot.curve.jumps if jump.is_cliff][:_MANY]:
            words = self.tr("{points} points apart").format(points=self._points(jump.size))
            width = metrics.horizontalAdvance(words) + 4
            y = (plot.y(jump.before) + plot.y(jump.after)) / 2 - metrics.height() / 2
            left = plot.x(jump.at) - width - 8
            if left < plot.area.left():
                left = plot.x(jump.at) + 8
            painter.drawText(QRectF(left, y, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_value(self, painter: QPainter, plot: _Plot) -> None:
        if self._value is None:
            return
        look = theme.current()
        value, points = self._value
        if not plot.curve.start <= value <= plot.curve.end:
            return
        spot = plot.point(value, min(max(points, Fraction(0)), plot.top))
        pen = QPen(look.color("ink"), 1)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(spot.x(), plot.area.bottom()), spot)
        painter.setPen(QPen(look.color("ink"), 2))
        painter.setBrush(look.color("paper"))
        painter.drawEllipse(spot, _DOT + 1, _DOT + 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(look.font("hint", "bold"))
        words = self.tr("{points} points").format(points=self._points(points))
        self._paint_words(painter, plot, spot, words, painter.fontMetrics())

    def _paint_words(self, painter: QPainter, plot: _Plot, spot: QPointF, words: str, metrics: QFontMetrics) -> None:
        """Beside the mark: below and to the right, or where that leaves the drawing, to the left."""
        width = metrics.horizontalAdvance(words) + 4
        left = spot.x() + 10
        if left + width > self.width():
            near = [x for jump in plot.curve.jumps if 0 <= spot.x() - (x := plot.x(jump.at)) < width + 20]
            left = min([spot.x(), *near]) - 10 - width
        down = spot.y() + 6 if spot.y() + 6 + metrics.height() < plot.area.bottom() else spot.y() - 8 - metrics.height()
        box = QRectF(left, down, width, metrics.height())
        painter.fillRect(box, theme.current().color("paper"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer or item: its words, its points, whether it is chosen."""

    words: str
    points: Fraction
    is_chosen: bool = False


class BarList(QWidget):
    """Answers with their points as bars, the chosen ones in the leading colour."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._maximum, self._decimals = Fraction(1), 2
        text.name(self, self.tr("Points of each answer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Iterable[Bar], maximum: Fraction, decimals: int) -> None:
        shown = tuple(bars)
        if (shown, maximum, decimals) == (self._bars, self._maximum, self._decimals):
            return
        self._bars, self._maximum, self._decimals = shown, maximum, decimals
        told = self.tr("{words}: {points} points")
        lines = (told.format(words=bar.words, points=self._points(bar)) for bar in shown)
        self.setAccessibleDescription("; ".join(lines))
        self._measure()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(len(self._bars) * self._row() + 4)

    def _points(self, bar: Bar) -> str:
        return language.number_text(bar.points, self._decimals)

    def _row(self) -> int:
        return theme.current().line() + 22

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, at * self._row(), look)

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int, look: theme.Theme) -> None:
        painter.setFont(look.font("body", "medium" if bar.is_chosen else "normal"))
        painter.setPen(look.color("ink"))
        line = QRectF(0, top + 2, self.width(), look.line())
        points = self._points(bar)
        room = painter.fontMetrics().horizontalAdvance(points) + 12
        words = painter.fontMetrics().elidedText(bar.words, Qt.TextElideMode.ElideRight, int(self.width() - room))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, points)
        track = QRectF(0, line.bottom() + 4, self.width(), 8)
        share_of = bar.points / self._maximum if self._maximum else Fraction(0)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, tone in ((1.0, "line"), (float(min(max(share_of, Fraction(0)), Fraction(1))), _tone(bar))):
            painter.setBrush(look.color(tone))
            if width:
                painter.drawRoundedRect(QRectF(0, track.top(), track.width() * width, 8), 4, 4)


def _tone(bar: Bar) -> str:
    return "lead" if bar.is_chosen else "lead-soft"
