"""One step of the way from figures to a file that arrived: what it is for, whether it is done, what can be done."""

from datetime import datetime
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.deadline import VIETNAM
from app.errors import AppError
from app.operations.commune.assessing import View
from ui import language, tokens
from ui.notices import sentence_for
from ui.widgets import text
from ui.widgets.boxes import Part, fill, row
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class Stand(Enum):
    """How far a step is: (icon, tone)."""

    DONE = ("circle-check", "good")
    NOW = ("circle-dot", "lead")
    LATER = ("circle", "ink-soft")


class Step(QFrame):
    """A row of the way; the one that is due lies on a tinted ground."""

    def __init__(self, number: int, title: str, told: str, stand: Stand, *parts: Part) -> None:
        super().__init__()
        self.stand = stand
        self.setObjectName(f"step-{number}")
        self.setProperty("look", "lead" if stand is Stand.NOW else "sheet")
        icon, tone = stand.value
        text.name(self, f"{number}. {title}. {told}")
        heading = Label(
            f"{number}. {title}", "section", "ink-soft" if stand is Stand.LATER else "ink", "bold", wrap=True
        )
        lines: list[Part] = [heading]
        if told:
            lines.append(Label(told, tone="ink-soft" if stand is not Stand.NOW else "ink", wrap=True, selectable=True))
        body = QWidget()
        fill(QVBoxLayout(body), [*lines, *parts], gap=tokens.NEAR)
        mark = Icon(icon, tone, 20)
        line = QHBoxLayout(self)
        fill(
            line, [mark, (body, 1)], gap=tokens.FIELD, margins=(tokens.GROUP, tokens.FIELD, tokens.GROUP, tokens.FIELD)
        )
        line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)


def late_panels(seen: View, now: datetime) -> list[QWidget]:
    """Says that the deadline has passed, and that nothing is refused; nothing while it has not."""
    agency = seen.part.campaign.agency(seen.part.agency)
    deadline = seen.part.campaign.round(seen.round).deadline
    day = now.astimezone(VIETNAM).date()
    extended = agency.extended_to if agency is not None else None
    own_day = agency.inspection_day if agency is not None else None
    last = extended or (deadline.last_day(own_day) if deadline is not None else None)
    if last is None or day <= last:
        return []
    shown = language.date_text(last) if extended or deadline is None else deadline.shown(language.current(), own_day)
    contact = seen.part.campaign.authority.contact.name or seen.part.campaign.authority.name
    words = sentence_for(AppError("deadline.passed", deadline=shown, contact=contact))
    panel = Sheet(row(Label(words, wrap=True)), look="warn")
    panel.setObjectName("late")
    return [panel]


def moment(stored: str) -> str:
    return language.moment_text(datetime.fromisoformat(stored))
