"""What an empty place says: what will be here, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import tokens
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class EmptyState(QWidget):
    """Icon, sentence and, where there is one, the first step as a button; `started` tells that it was taken."""

    started = Signal()

    def __init__(self, icon: str, sentence: str, step: str = "", step_icon: str = "", hint: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.PAGE, tokens.PAGE, tokens.PAGE, tokens.PAGE)
        layout.setSpacing(tokens.FIELD)
        middle = Qt.AlignmentFlag.AlignHCenter
        words = Label(sentence, wrap=True)
        words.setAlignment(middle)
        words.setMaximumWidth(480)
        words.setMinimumWidth(240)
        layout.addStretch(1)
        layout.addWidget(Icon(icon, "ink-soft", 32), 0, middle)
        layout.addWidget(row(None, (words, 20), None))  # a row reckons with the width that wrapping needs
        if hint:
            layout.addWidget(Label(hint, "hint", "ink-soft"), 0, middle)
        if step:
            self.button = Button(step, "main", step_icon)
            self.button.clicked.connect(self.started)
            layout.addWidget(self.button, 0, middle)
        layout.addStretch(2)
