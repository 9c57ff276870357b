"""The bands of a grade table, one a line: name, from or above, below or up to."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.codec import Amount
from app.domain.framework import GradeBand
from ui.pages.framework_editor.fields import BAD, Bound, amount_text, read_amount
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry

LOW, HIGH = ("at_least", "above"), ("below", "up_to")


class _Line(QWidget):
    """One band."""

    edited = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        lows = [("at_least", self.tr("from")), ("above", self.tr("above"))]
        highs = [("below", self.tr("below")), ("up_to", self.tr("up to"))]
        self.name = Entry(self.tr("Name of the grade"), self.tr("such as: Good"))
        self.low, self.high = (
            Choice(self.tr("Lower side"), lows, width=76),
            Choice(self.tr("Upper side"), highs, width=92),
        )
        self.start = Entry(self.tr("Lower limit"), width=68, right=True)
        self.end = Entry(self.tr("Upper limit"), width=68, right=True)
        away = Button("", "quiet", "x", tip=self.tr("Take this grade out"))
        away.clicked.connect(lambda: self.removed.emit())
        fill(QVBoxLayout(self), [row((self.name, 1), self.low, self.start, self.high, self.end, away, gap=4)])
        for entry in (self.name, self.start, self.end):
            entry.textEdited.connect(lambda _: self.edited.emit())
        for choice in (self.low, self.high):
            choice.chosen.connect(lambda _: self.edited.emit())

    def read(self) -> Any:
        sides: dict[str, Amount] = {}
        for choice, entry in ((self.low, self.start), (self.high, self.end)):
            value = read_amount(entry.value()) if entry.value() else None
            if value is BAD:
                entry.complain(self.tr("Write a number, for example 12,5."))
                return BAD
            entry.complain()
            if value is not None:
                sides[choice.value()] = value
        return GradeBand(name=self.name.value(), **sides)

    def write(self, band: GradeBand) -> None:
        self.name.set_text(band.name)
        self.low.set_value("above" if band.above is not None else "at_least")
        self.high.set_value("up_to" if band.up_to is not None else "below")
        for entry, value in ((self.start, band.low), (self.end, band.high)):
            entry.complain()
            entry.set_text(amount_text(value) if value is not None else "")


class GradesField(QWidget):
    """Lines that come and go; `edited` after every change that can be read."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._place = QVBoxLayout()
        add = Button(self.tr("Add a grade"), "link", "plus")
        add.setObjectName("add-grade")
        add.clicked.connect(self._on_added)
        layout = QVBoxLayout(self)
        fill(layout, [], gap=4)
        layout.addLayout(self._place)
        layout.addWidget(row(add, None))

    def value(self) -> Any:
        read = [line.read() for line in self._lines]
        return BAD if BAD in read else tuple(read)

    def set_value(self, bands: Sequence[GradeBand]) -> None:
        while len(self._lines) > len(bands):
            self._drop(self._lines[-1])
        while len(self._lines) < len(bands):
            self._add()
        for line, band in zip(self._lines, bands, strict=True):
            if line.read() != band:
                line.write(band)

    def _add(self) -> _Line:
        line = _Line()
        line.edited.connect(self._tell)
        line.removed.connect(self._remover(line))
        self._lines.append(line)
        self._place.addWidget(line)
        return line

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._place.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _remover(self, line: _Line) -> Callable[[], None]:
        def remove() -> None:
            self._drop(line)
            self._tell()

        return remove

    def _on_added(self) -> None:
        line = self._add()
        line.show()
        line.name.setFocus()
        self._tell()

    def _tell(self) -> None:
        if self.value() is not BAD:
            self.edited.emit()


class GradesBound(Bound):
    """The bands of a table."""

    def __init__(self, name: str) -> None:
        self.grades = GradesField()
        label = QCoreApplication.translate("GradesField", "Grades, each with its limits")
        super().__init__(name, label, self.grades, below=True)
        self.grades.edited.connect(self.edited)

    def read(self) -> Any:
        return self.grades.value()

    def write(self, value: Any) -> None:
        self.grades.set_value(value)
