"""One of a few: a drop-down of (value, words)."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from ui import theme
from ui.widgets import text


class Choice(QComboBox):
    """`chosen` carries the value the person picked; `set_value` is for the program and tells nothing."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Iterable[tuple[Any, str]] = (), *, width: int = 0) -> None:
        super().__init__()
        text.name(self, name)
        self._width = width
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_options(options)
        self.activated.connect(lambda number: self.chosen.emit(self.itemData(number)))
        self._measure()

    def set_options(self, options: Iterable[tuple[Any, str]]) -> None:
        """Replace the options; the value that was chosen stays where it still exists."""
        before = self.value()
        self.clear()
        for value, words in options:
            self.addItem(text.one_line(words), value)
            self.setItemData(self.count() - 1, text.tip_text(words), Qt.ItemDataRole.ToolTipRole)
        self.set_value(before)

    def value(self) -> Any:
        return self.currentData()

    def set_value(self, value: Any) -> None:
        number = next((n for n in range(self.count()) if self.itemData(n) == value), -1)
        self.setCurrentIndex(number if number >= 0 else (0 if self.count() else -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change what it says."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style draws it, long words ending in an ellipsis; what they say in full stands in the tip."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = option.currentText
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        text.set_tip(self, words if option.currentText != words else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._measure()

    def _measure(self) -> None:
        if self._width:
            self.setFixedWidth(theme.current().px(self._width))
