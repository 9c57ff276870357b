"""The shape of every dialog: title, content, acts bottom right, the main one last. Buttons name their act."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme, tokens
from ui.widgets import text
from ui.widgets.boxes import Part, fill
from ui.widgets.button import Button
from ui.widgets.text import Label


class Dialog(QDialog):
    """`open()` it and listen to `accepted` and `rejected`; the program never waits in a nested loop.

    Escape and the left button reject. The first field has the focus, Enter in a line takes the main act.
    """

    def __init__(self, title: str, parent: QWidget | None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text.one_line(title))
        self.setModal(True)
        self.setMinimumWidth(theme.current().px(width))
        self._column = QVBoxLayout(self)
        heading = Label(title, "section", weight="bold", wrap=True)
        fill(self._column, [heading], gap=tokens.GROUP, margins=(24, 20, 24, 20))

    def add(self, *parts: Part) -> None:
        """Put content below what is there."""
        for part in parts:
            if isinstance(part, tuple):
                self._column.addWidget(part[0], part[1])
            elif isinstance(part, QWidget):
                self._column.addWidget(part)
            elif isinstance(part, int):
                self._column.addSpacing(part)
            else:
                self._column.addStretch(1)

    def set_acts(self, act: str, leave: str, *others: Button, icon: str = "") -> Button:
        """The row of buttons; returns the main one, which accepts."""
        main, away = Button(act, "main", icon), Button(leave, "plain")
        main.setObjectName("act")
        away.setObjectName("leave")
        main.setDefault(True)
        main.clicked.connect(self.accept)
        away.clicked.connect(self.reject)
        line = QWidget()
        fill(QHBoxLayout(line), [*others, None, away, main], gap=tokens.FIELD)
        self._column.addWidget(line)
        return main


def ask(parent: QWidget | None, title: str, sentence: str, act: str, leave: str, icon: str = "") -> Dialog:
    """A question with two answers, already open: connect `accepted`. Which act is meant stands on the buttons."""
    dialog = Dialog(title, parent)
    dialog.add(Label(sentence, wrap=True))
    dialog.set_acts(act, leave, icon=icon)
    dialog.open()
    return dialog
