"""Columns side by side whose widths a person may change; the change is told so that it can be kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ui import theme, tokens


class Splitter(QSplitter):
    """`widths` are the first shares in pixels at 100 %; the parts in `growing` take what a larger window gives."""

    moved = Signal(list)

    def __init__(self, *parts: QWidget, widths: list[int], growing: tuple[int, ...] = (0,)) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(tokens.FIELD)
        self.setChildrenCollapsible(False)
        for number, part in enumerate(parts):
            self.addWidget(part)
            self.setStretchFactor(number, 1 if number in growing else 0)
        self.setSizes([theme.current().px(width) for width in widths])
        self.splitterMoved.connect(lambda *_: self.moved.emit(self.sizes()))
