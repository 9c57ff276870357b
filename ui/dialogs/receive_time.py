"""The time of receipt that counts, as the authority sets it: day, hour, and why it is not the time of loading."""

import re
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.domain.deadline import VIETNAM
from ui import language
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import row
from ui.widgets.date_entry import DateEntry
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea

_TIME = re.compile(r"(\d{1,2})\s*[:hg.]\s*(\d{2})")


class ReceiveTimeDialog(Dialog):
    """`values()` is the moment and its source, as `ruling.set_received_at` takes them."""

    def __init__(self, agency: str, now: datetime, loaded: str, parent: QWidget | None) -> None:
        super().__init__(agency, parent)
        told = self.tr("Loaded into the program at {moment}. What counts is when it was received.")
        self._day, self._time = DateEntry(self.tr("Day of receipt")), Entry(self.tr("Time of receipt"), width=84)
        self._day.set_date(now.date())
        self._time.set_text(language.time_text(now))
        self._note = TextArea(self.tr("Source"), self.tr("For example: register of documents, No. 512, 13/11/2026"))
        for widget, name in ((self._day, "day"), (self._time, "time"), (self._note, "note")):
            widget.setObjectName(name)
        self._day_field = Field(self.tr("Day of receipt"), self._day)
        self._time_field = Field(self.tr("Time of receipt"), self._time)
        self._note_field = Field(self.tr("Where this time stands"), self._note)
        self.add(
            Label(told.format(moment=loaded), tone="ink-soft", wrap=True),
            row(self._day_field, self._time_field, None),
            self._note_field,
        )
        self.set_acts(self.tr("Set the time of receipt"), self.tr("Close"))

    def values(self) -> tuple[datetime, str]:
        day, found = self._day.date(), _TIME.fullmatch(self._time.value())
        assert day is not None
        assert found is not None
        return datetime(day.year, day.month, day.day, int(found[1]), int(found[2]), tzinfo=VIETNAM), self._note.value()

    def accept(self) -> None:
        found = _TIME.fullmatch(self._time.value())
        good_time = found is not None and int(found[1]) < 24 and int(found[2]) < 60
        self._day_field.complain("" if self._day.date() else self.tr("Write the date as day/month/year."))
        self._time_field.complain("" if good_time else self.tr("Write the time as 14:05."))
        self._note_field.complain("" if self._note.value() else self.tr("Say where this time stands."))
        if self._day.date() and good_time and self._note.value():
            super().accept()
