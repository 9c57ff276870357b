"""The shape of every dialog: title, content, acts bottom right, the main one last. Buttons name their act."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme, tokens
from ui.widgets import text
from ui.widgets.boxes import Part, fill
from ui.widgets.button import Button
from ui.widgets.text import Label

_TITLE_BAR = 48  # what a desktop puts around a window


class _Body(QScrollArea):
    """The content of a dialog: as tall as it needs for its width, scrolled where the screen has not that much."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("scrolled")
        self.column = QVBoxLayout(content)
        fill(self.column, [], gap=tokens.GROUP)
        self.setWidget(content)

    def height_for(self, width: int) -> int:
        self.column.activate()
        wanted = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else 0
        return max(wanted, self.column.totalMinimumSize().height())

    def fill_up(self) -> None:
        """Free height goes below the content, unless a part of it asks for it."""
        if not any(self.column.stretch(number) for number in range(self.column.count())):
            self.column.addStretch(1)

    def sizeHint(self) -> QSize:
        width = self.column.totalSizeHint().width()
        return QSize(width, self.height_for(width))

    def minimumSizeHint(self) -> QSize:
        beside = self.verticalScrollBar().sizeHint().width() if self.verticalScrollBar().isVisible() else 0
        return QSize(self.column.totalMinimumSize().width() + beside, theme.current().row() * 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return taken


class Dialog(QDialog):
    """`open()` it and listen to `accepted` and `rejected`; the program never waits in a nested loop.

    Escape and the left button reject. The first field has the focus, Enter in a line takes the main act. It is as
    tall as its content needs, grows with it, and never gets taller than the screen: then the content scrolls and the
    acts stay. F1 shows the text of the help about it.
    """

    def __init__(self, title: str, parent: QWidget | None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text.one_line(title))
        self.setModal(True)
        self.setMinimumWidth(min(theme.current().px(width), self.screen().availableGeometry().width() - 16))
        self._heading = Label(title, "section", weight="bold", wrap=True)
        self._body = _Body()
        self._acts: QWidget | None = None
        self._outer = QVBoxLayout(self)
        fill(self._outer, [self._heading, (self._body, 1)], gap=tokens.GROUP, margins=(24, 20, 24, 20))
        QShortcut(QKeySequence("F1"), self).activated.connect(lambda: self.show_help())

    def add(self, *parts: Part) -> None:
        """Put content below what is there."""
        for part in parts:
            if isinstance(part, tuple):
                self._body.column.addWidget(part[0], part[1])
            elif isinstance(part, QWidget):
                self._body.column.addWidget(part)
            elif isinstance(part, int):
                self._body.column.addSpacing(part)
            else:
                self._body.column.addStretch(1)

    def set_acts(self, act: str, leave: str, *others: Button, icon: str = "", loses: bool = False) -> Button:
        """The row of buttons, `leave` only where it has words; returns the one that accepts.

        It is the main one, unless it `loses` something: then to leave is, with the focus and under Enter as well.
        """
        does, away = Button(act, "plain" if loses else "main", icon), Button(leave, "main" if loses else "plain")
        does.setObjectName("act")
        away.setObjectName("leave")
        does.clicked.connect(self.accept)
        away.clicked.connect(self.reject)
        if not leave:
            away.hide()
        other, main = (does, away) if loses else (away, does)
        main.setDefault(True)
        self._acts = QWidget()
        fill(QHBoxLayout(self._acts), [*others, None, other, main], gap=tokens.FIELD)
        self._outer.addWidget(self._acts)
        if loses:
            main.setFocus()  # else the first in the row had it, and Enter with it
        return does

    def show_help(self) -> None:
        """The help over this dialog."""
        from ui.dialogs.help_here import HelpHere

        HelpHere(self).open()

    def setVisible(self, visible: bool) -> None:
        if visible and not self.isVisible():
            self._body.fill_up()
            if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
                self.resize(self.sizeHint())
        super().setVisible(visible)

    def sizeHint(self) -> QSize:
        """Qt would take the height for a narrower width than the one the dialog gets."""
        screen = self.screen().availableGeometry()
        width = max(self.minimumWidth(), super().sizeHint().width())
        room = screen.height() - _TITLE_BAR
        if self._height_for(width) > room:
            width += self._body.verticalScrollBar().sizeHint().width()
        return QSize(min(width, screen.width() - 16), min(self._height_for(width), room))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            wanted = min(self._height_for(self.width()), self.screen().availableGeometry().height() - _TITLE_BAR)
            if wanted > self.height():
                self.resize(self.width(), wanted)
        return handled

    def _height_for(self, width: int) -> int:
        margins = self._outer.contentsMargins()
        inner = width - margins.left() - margins.right()
        heights = [self._heading.heightForWidth(inner), self._body.height_for(inner)]
        if self._acts is not None:
            heights.append(self._acts.sizeHint().height())
        return sum(heights) + self._outer.spacing() * (len(heights) - 1) + margins.top() + margins.bottom()


def ask(
    parent: QWidget | None, title: str, sentence: str, act: str, leave: str, icon: str = "", *, loses: bool = False
) -> Dialog:
    """A question with two answers, already open: connect `accepted`. Which act is meant stands on the buttons; one
    that `loses` something is not the main one.
    """
    dialog = Dialog(title, parent)
    dialog.add(Label(sentence, wrap=True))
    dialog.set_acts(act, leave, icon=icon, loses=loses)
    dialog.open()
    return dialog
