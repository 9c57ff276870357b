"""Points that a person gives by judgement, with their limits beside the field."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.assessment import check_points
from app.domain.framework import Placed
from app.errors import AppError
from app.wording.figures import number
from ui import language
from ui.widgets.boxes import column, fill, row
from ui.widgets.number_entry import NumberEntry
from ui.widgets.text import Label


class PointsEntry(QWidget):
    """`changed` carries decimal text ("" for none) and whether to keep it at once; `spoilt` that it can't be kept."""

    changed = Signal(str, bool)
    spoilt = Signal()

    def __init__(self, place: Placed) -> None:
        super().__init__()
        self._place = place
        self.setObjectName("own-points")
        low, high = sorted((place.maximum * 0, place.maximum))
        self._limits = self.tr("Write points from {low} to {high}.").format(low=_short(low), high=_short(high))
        self.entry = NumberEntry(self.tr("Points claimed"), self.tr("points"))
        self.entry.entry.setAcceptDrops(False)
        self.entry.entry.textEdited.connect(self._on_edited)
        self.entry.committed.connect(lambda value: self._take(value, True))
        self.entry.refused.connect(lambda _: self._complain(self._limits))
        hint = self.tr("from {low} to {high}, by the criteria of the decision").format(
            low=_short(low), high=_short(high)
        )
        self._below = Label("", "hint", "bad", wrap=True)
        self._below.hide()
        head = column(Label(self.tr("Points claimed"), wrap=True), Label(hint, "hint", "ink-soft", wrap=True), gap=0)
        fill(QVBoxLayout(self), [row((head, 1), self.entry), self._below], gap=2)
        self.setFocusProxy(self.entry)

    def set_value(self, stored: str) -> None:
        self._complain("")
        self.entry.set_value(stored)

    def shows(self, stored: str) -> bool:
        """Whether the field already says this, perhaps in other signs."""
        return bool(stored) and self.entry.value() == stored

    def set_locked(self, locked: bool) -> None:
        self.entry.entry.setReadOnly(locked)

    def commit(self) -> None:
        self.entry.commit()

    def spoilt_text(self) -> str:
        return "" if self._is_good(self.entry.value()) else self.entry.entry.text()

    def set_spoilt(self, typed: str) -> None:
        self.entry.entry.setText(typed)
        self._complain(self._limits)

    def _on_edited(self) -> None:
        value = self.entry.value()
        if self._is_good(value):
            self._take(value or "", False)
        else:
            self.spoilt.emit()

    def _take(self, value: str, at_once: bool) -> None:
        if self._is_good(value):
            self._complain("")
            self.changed.emit(value, at_once)
        else:
            self._complain(self._limits)
            self.spoilt.emit()

    def _is_good(self, value: str | None) -> bool:
        if value is None:
            return False
        try:
            check_points(self._place, value)
        except AppError:
            return False
        return True

    def _complain(self, reason: str) -> None:
        self._below.setText(reason)
        self._below.setVisible(bool(reason))
        self.entry.entry.complain(reason)


def _short(value: Fraction) -> str:
    """All digits a number needs and no more."""
    return number(value, language.current()).replace("-", "−")
