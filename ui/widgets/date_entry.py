"""A date typed as dd/mm/yyyy; may be empty."""

import re
from datetime import date

from PySide6.QtCore import Signal

from ui import language
from ui.widgets.entry import Entry

_TYPED = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")


def read_date(typed: str) -> date | None:
    """The date meant by "5/8/2026" or "05.08.2026", None where there is none."""
    found = _TYPED.fullmatch(typed.strip())
    if not found:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateEntry(Entry):
    """`dated` carries a `date`, or None when the field was emptied."""

    dated = Signal(object)

    def __init__(self, name: str, *, width: int = 112) -> None:
        super().__init__(name, width=width)
        self.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.committed.connect(self._on_committed)

    def set_date(self, day: date | None) -> None:
        self.complain()
        self.set_text(language.date_text(day) if day else "")

    def date(self) -> date | None:
        return read_date(self.text())

    def _on_committed(self, typed: str) -> None:
        day = read_date(typed)
        if typed and day is None:
            self.complain(self.tr("Write the date as day/month/year, for example 05/08/2026."))
            return
        self.set_date(day)
        self.dated.emit(day)
