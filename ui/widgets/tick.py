"""A tick box and a round option with plain words."""

from PySide6.QtWidgets import QCheckBox, QRadioButton

from ui.widgets import text


class Tick(QCheckBox):
    def __init__(self, words: str, tip: str = "") -> None:
        super().__init__(text.unmarked(words))
        self.setProperty("worded", bool(words))
        text.name(self, words)
        text.set_tip(self, tip)


class Option(QRadioButton):
    """One of several under the same parent."""

    def __init__(self, words: str, tip: str = "") -> None:
        super().__init__(text.unmarked(words))
        self.setProperty("worded", bool(words))
        text.name(self, words)
        text.set_tip(self, tip)
