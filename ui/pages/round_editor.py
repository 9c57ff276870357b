"""One deadline: the decision's own words, what kind they are, and the last day meant, shown at once."""

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.deadline import Deadline, DeadlineKind
from app.errors import AppError
from app.operations.authority import typed_campaign
from ui import language
from ui.widgets.boxes import fill, row
from ui.widgets.choice import Choice
from ui.widgets.date_entry import DateEntry
from ui.widgets.entry import Entry
from ui.widgets.icon import Icon
from ui.widgets.text import Label

_DAYS = (DeadlineKind.BEFORE_DAY, DeadlineKind.THROUGH_DAY, DeadlineKind.FROM_TO)


def day_in_words(day: date) -> str:
    """ "14/11/2026 (thứ Bảy)"."""
    name = QLocale().dayName(day.isoweekday())
    return f"{language.date_text(day)} ({name[:1].lower() + name[1:] if language.current() == 'vi' else name})"


class DeadlineEditor(QWidget):
    """Typing the decision's words fills kind and day; a day alone is enough too. `edited` tells any change."""

    edited = Signal()

    def __init__(self, name: str, year: int) -> None:
        super().__init__()
        self._year = year
        self.words = Entry(name, self.tr("As in the decision: trước ngày 15/11/2026"))
        kinds = [(kind, wording.word(f"deadline_kind.{kind.value}", language.current())) for kind in DeadlineKind]
        self.kind = Choice(self.tr("Kind of deadline"), kinds, width=220)
        self.kind.set_value(DeadlineKind.BEFORE_DAY)
        self.day = Entry(self.tr("Day"), width=128)
        self.until = DateEntry(self.tr("Last day"))
        for widget, called in ((self.words, "words"), (self.kind, "kind"), (self.day, "day"), (self.until, "until")):
            widget.setObjectName(f"deadline-{called}")
        self._icon, self._shown = Icon("calendar-days"), Label("", weight="medium", wrap=True)
        fill(
            QVBoxLayout(self),
            [self.words, row(self.kind, self.day, self.until, None), row(self._icon, (self._shown, 1), gap=8)],
            gap=8,
        )
        self.setFocusProxy(self.words)
        self.words.textEdited.connect(lambda _: self._on_words())
        self.kind.chosen.connect(lambda _: self._tell())
        self.day.textEdited.connect(lambda _: self._tell())
        self.until.textChanged.connect(lambda _: self._tell())
        self._tell()

    def set_deadline(self, known: Deadline | None) -> None:
        if known is not None:
            typed, until = typed_campaign.typed_of(known)
            self.words.set_text(known.wording)
            self.kind.set_value(known.kind)
            self.day.set_text(typed)
            self.until.set_date(until)
        self._tell()

    def is_empty(self) -> bool:
        return not self.words.value() and not self.day.value()

    def value(self) -> Deadline | None:
        """The deadline, None while it is empty or does not make sense yet."""
        if self.is_empty():
            return None
        try:
            kind = self.kind.value()
            return typed_campaign.deadline_of(kind, self.day.value(), self.until.date(), self.words.value())
        except (AppError, ValueError):  # half typed, or a day that is in no calendar
            return None

    def complain(self, reason: str = "") -> None:
        self.day.complain(reason)
        if reason:
            self._say("triangle-alert", reason, "bad")

    def _on_words(self) -> None:
        meant = typed_campaign.deadline_in_words(self.words.value(), self._year)
        if meant is not None:
            typed, until = typed_campaign.typed_of(meant)
            self.kind.set_value(meant.kind)
            self.day.set_text(typed)
            self.until.set_date(until)
        self._tell()

    def _tell(self) -> None:
        kind = self.kind.value()
        hints = {
            DeadlineKind.WITHIN_MONTH: self.tr("month/year"),
            DeadlineKind.WITHIN_QUARTER: self.tr("quarter/year"),
            DeadlineKind.DAYS_BEFORE_AGENCY_DATE: self.tr("days"),
        }
        self.day.setPlaceholderText(hints.get(kind, self.tr("dd/mm/yyyy")))
        self.until.setVisible(kind is DeadlineKind.FROM_TO)
        self.day.complain()
        meant = self.value()
        if meant is not None and (last := meant.last_day()) is not None:
            self._say("calendar-days", self.tr("Received through {day} counts as in time.").format(
                day=day_in_words(last)), "good")  # fmt: skip
        elif meant is not None:
            self._say("calendar-clock", self.tr("The last day follows from each agency's inspection day."), "ink")
        elif self.is_empty():
            self._say("calendar-days", self.tr("The last day that is still in time will stand here."), "ink-soft")
        else:
            self._say("calendar-days", self.tr("Add the day, for example 15/11/2026."), "warn")
        self.edited.emit()

    def _say(self, icon: str, words: str, tone: str) -> None:
        self._icon.show_icon(icon, tone)
        self._shown.setText(words)
        self._shown.set_tone(tone)
