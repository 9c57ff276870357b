"""A label above a field, with a hint and room for what is wrong with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.boxes import fill
from ui.widgets.text import Label


class Field(QWidget):
    """Label, field, and below it a hint that gives way to a complaint in red with the same words as the tip."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.label = Label(label, weight="medium")
        self.field = field
        self._hint = hint
        self._below = Label(hint, "hint", "ink-soft", wrap=True)
        self.label.setBuddy(field.focusProxy() or field)
        fill(QVBoxLayout(self), [self.label, field, self._below, None], gap=4)
        self._below.setVisible(bool(hint))  # only now: shown without a parent it would be a window of its own

    def complain(self, reason: str = "") -> None:
        complain = getattr(self.field.focusProxy() or self.field, "complain", None)
        if complain is not None:
            complain(reason)
        self._below.setText(reason or self._hint)
        self._below.set_tone("bad" if reason else "ink-soft")
        self._below.setVisible(bool(reason or self._hint))
