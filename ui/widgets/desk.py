"""Three columns to work at: a list, a form and what proves it. Where there is no room, the last becomes a tab beside
the form, then the list a drawer; the form is never pressed below its least width."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui import theme, tokens
from ui.widgets.boxes import column, fill, row
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.splitter import Splitter

WIDE, TABBED, DRAWER = "wide", "tabbed", "drawer"
WIDTHS = (392, 446, 288)
LEAST = (300, 420, 248)
_ROOM = 532  # what the narrowest window has for the form, however large the text
_TABBED_BELOW = 1000  # width of the desk, not of the window
_DRAWER_BELOW = 920
FORM, PROOF = "form", "proof"


def _least_form() -> int:
    return min(theme.current().px(LEAST[1]), _ROOM)


class _Drawer(QFrame):
    """Lies over the desk; Escape and a click beside it close it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet")
        fill(QVBoxLayout(self), [], gap=0, margins=(1, 1, 1, 1))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class _Beside(QWidget):
    """Everything beside an open drawer."""

    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class Desk(QWidget):
    """`mode_changed` tells "wide", "tabbed" or "drawer"."""

    mode_changed = Signal(str)

    def __init__(
        self,
        left: QWidget,
        middle: QWidget,
        right: QWidget,
        *,
        open_left: str,
        tabs: tuple[str, str],
        widths: Sequence[int] = WIDTHS,
    ) -> None:
        """`open_left`: words of the button that opens the drawer; `tabs`: words of the form and of its proof."""
        super().__init__()
        self.mode = ""
        self._growing = QTimer(self, singleShot=True, interval=0)  # while Qt restyles all widgets none may move
        self._growing.timeout.connect(self._grow)
        self._left, self._right = left, right
        self._widths = list(widths)
        self.opener = Button(open_left, "plain", "panel-left")
        self.opener.setObjectName("open-list")
        self.opener.clicked.connect(self.open_drawer)
        self.tabs = TabRow([(FORM, tabs[0]), (PROOF, tabs[1])])
        self.tabs.setObjectName("desk-tabs")
        self.tabs.chosen.connect(self.show_tab)
        self._bar = row(self.opener, self.tabs, None, gap=tokens.GROUP)
        self._stack = QStackedWidget()
        self._stack.addWidget(middle)
        self._center = column(self._bar, (self._stack, 1), gap=tokens.NEAR)
        self.splitter = Splitter(left, self._center, right, widths=self._widths, growing=(1,))
        fill(QVBoxLayout(self), [(self.splitter, 1)])
        self._beside = _Beside(self)
        self._beside.clicked.connect(self.close_drawer)
        self._beside.hide()
        self._drawer = _Drawer(self)
        self._drawer.closed.connect(self.close_drawer)
        self._measure()
        self._set_mode(WIDE)

    def show_tab(self, tab: str) -> None:
        """Show the form or its proof where they share a place."""
        self.tabs.set_value(tab)
        if self.mode != WIDE:
            self._stack.setCurrentIndex(1 if tab == PROOF else 0)

    def open_drawer(self) -> None:
        if self.mode == DRAWER:
            self._beside.show()
            self._beside.raise_()
            self._drawer.show()
            self._drawer.raise_()
            self._place_drawer()
            self._left.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_drawer(self) -> None:
        if self._drawer.isVisible():
            self._drawer.hide()
            self._beside.hide()
            self.opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_drawer_open(self) -> bool:
        return self._drawer.isVisible()

    def minimumSizeHint(self) -> QSize:
        """Small enough for the drawer: which columns there are follows from the width, not the other way round."""
        return QSize(_least_form(), self._bar.minimumSizeHint().height() + theme.current().row() * 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self._growing.start()

    def _grow(self) -> None:
        self._measure()
        if self.isVisible():
            self._fit()

    def _measure(self) -> None:
        px = theme.current().px
        for part, width in zip((self._left, self._center, self._right), LEAST, strict=True):
            part.setMinimumWidth(0 if part is self._center else px(width))
        self._stack.setMinimumWidth(_least_form() if self.mode == DRAWER else px(LEAST[1]))

    def _fit(self) -> None:
        px = theme.current().px
        if self.width() < px(_DRAWER_BELOW):
            mode = DRAWER
        else:
            mode = TABBED if self.width() < px(_TABBED_BELOW) else WIDE
        if mode != self.mode:
            self._set_mode(mode)
            self._measure()
        self._place_drawer()

    def _set_mode(self, mode: str) -> None:
        self.mode = mode
        focused = cast(QWidget | None, self.window().focusWidget())
        loses_focus = mode == DRAWER and focused is not None and self._left.isAncestorOf(focused)
        self._drawer.hide()
        self._beside.hide()
        if mode == DRAWER:
            layout = self._drawer.layout()
            assert layout is not None
            layout.addWidget(self._left)
        else:
            self.splitter.insertWidget(0, self._left)
        if mode == WIDE:
            self.splitter.addWidget(self._right)
            self._stack.setCurrentIndex(0)
        else:
            self._stack.addWidget(self._right)
        self._left.show()
        self._right.setVisible(mode == WIDE or self.tabs.value() == PROOF)
        self._bar.setVisible(mode != WIDE)
        self.opener.setVisible(mode == DRAWER)
        if loses_focus:
            self.opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_tab(self.tabs.value() if mode != WIDE else FORM)
        self._share()
        self.mode_changed.emit(mode)

    def _share(self) -> None:
        """Give the columns that are there their widths; the form takes what is left."""
        px = theme.current().px
        wanted = [px(width) for width in self._widths]
        parts = [self.splitter.widget(number) for number in range(self.splitter.count())]
        sizes = [wanted[0] if part is self._left else wanted[2] if part is self._right else 0 for part in parts]
        at = parts.index(self._center)
        sizes[at] = max(self.width() - sum(sizes), px(LEAST[1]))
        self.splitter.setSizes(sizes)
        for number in range(len(parts)):
            self.splitter.setStretchFactor(number, int(number == at))

    def _place_drawer(self) -> None:
        width = min(theme.current().px(self._widths[0]), self.width() - tokens.PAGE)
        self._drawer.setGeometry(0, 0, width, self.height())
        self._beside.setGeometry(self.rect())
