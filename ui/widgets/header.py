"""The line above every page: who, which campaign and round, the deadline, and that everything is saved."""

from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui import theme, tokens
from ui.widgets.badge import Badge
from ui.widgets.boxes import fill, row
from ui.widgets.icon import Icon
from ui.widgets.text import Label, Line

SAVED, SAVING, UNSAVED = ("circle-check", "good"), ("hourglass", "ink-soft"), ("circle-alert", "bad")
"""Whether what was typed is on the disk: icon and tone."""


class HeaderFacts(NamedTuple):
    """What the header says; empty parts are left out. `deadline_tone` is ink, warn or bad."""

    agency: str = ""
    campaign: str = ""
    deadline: str = ""
    deadline_tone: str = "ink"
    saved: str = ""
    is_sample: bool = False


class Header(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(theme.current().row() + 16)
        self._agency = Line(weight="bold")
        self._dot = Label("·", tone="ink-soft")
        self._campaign = Line(tone="ink-soft", middle=True)
        self._sample = Badge("flask-conical", self.tr("Sample data"))
        self._due_icon, self._due = Icon("calendar-days", "ink"), Line()
        self._saved_icon, self._saved = Icon(*SAVED), Label(tone="good")
        self._due_box = row(self._due_icon, self._due, gap=6)
        self._saved_box = row(self._saved_icon, self._saved, gap=6)
        parts = [self._agency, self._dot, self._campaign, None, self._sample, self._due_box, self._saved_box]
        fill(QHBoxLayout(self), parts, gap=tokens.FIELD, margins=(16, 0, 16, 0))
        self._facts = HeaderFacts()
        self._is_narrow = False
        self.show_facts(self._facts)

    def show_facts(self, facts: HeaderFacts) -> None:
        self._facts = facts
        self._agency.setText(facts.agency)
        self._campaign.setText(facts.campaign)
        self._due.setText(facts.deadline)
        self._due.set_tone(facts.deadline_tone)
        self._due_icon.show_icon("calendar-days", facts.deadline_tone)
        self._due_box.setVisible(bool(facts.deadline))
        self.show_saved(facts.saved)
        self._sample.setVisible(facts.is_sample and not self._is_narrow)
        self._hold()

    def show_saved(self, words: str, look: tuple[str, str] = SAVED) -> None:
        """ "Đã lưu 14:32", that something is still being saved, or that it could not be."""
        icon, tone = look
        self._saved.setText(words)
        self._saved.set_tone(tone)
        self._saved_icon.show_icon(icon, tone)
        self._saved_box.setVisible(bool(words))

    def set_narrow(self, narrow: bool) -> None:
        self._is_narrow = narrow
        self._sample.setVisible(self._facts.is_sample and not narrow)
        self._hold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold()

    def _hold(self) -> None:
        """The campaign's title gives way first; who works and until when only where nothing else is left to go."""
        lines = (self._agency, self._due)
        beside = (self._saved_box, self._sample, self._due_icon)
        room = self.width() - 32 - sum(part.sizeHint().width() + tokens.FIELD for part in beside if not part.isHidden())
        fits = sum(line.sizeHint().width() + tokens.FIELD for line in lines) <= room or not self._is_narrow
        for line in lines:
            line.setMinimumWidth(line.sizeHint().width() if fits else 0)
        least = self._campaign.minimumSizeHint().width() + self._dot.sizeHint().width() + 2 * tokens.FIELD
        spare = room - sum(line.sizeHint().width() + tokens.FIELD for line in lines)
        is_told = bool(self._facts.campaign) and (spare >= least or not self._is_narrow)
        self._campaign.setVisible(is_told)
        self._dot.setVisible(is_told and bool(self._facts.agency))
