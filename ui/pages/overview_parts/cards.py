"""The two cards of the overview: the running total with its bar, and the deadline."""

from PySide6.QtWidgets import QWidget

from app.domain.deadline import VIETNAM
from app.operations.commune import standing
from app.operations.commune.assessing import View
from ui import language, tokens
from ui.context import Context
from ui.pages.assessment_desk import words
from ui.widgets.badge import Badge
from ui.widgets.boxes import empty, row
from ui.widgets.figure import Figure
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_SOON = 3  # days before the deadline from which on it is amber


class TotalCard(Sheet):
    """What is reached, still possible and lost, of the whole scale."""

    def __init__(self) -> None:
        self._figure = Figure()
        self._figure.setObjectName("total")
        self._percent = Label("", "section", weight="bold")
        self._band = Badge("award", "", "lead")
        self._meter = Meter("", height=12)
        self._legend = row(gap=tokens.GROUP)
        self._beside = Label("", "hint", "ink-soft", wrap=True)
        super().__init__(
            Label(self.tr("Running total"), tone="ink-soft"),
            row(self._figure, None, self._band, self._percent),
            self._meter,
            self._legend,
            self._beside,
            None,
            gap=6,
        )

    def show_view(self, seen: View) -> None:
        score, decimals = seen.score, seen.framework.decimals
        share = standing.overall(seen)
        maximum = words.short_number(share.maximum)
        self._figure.show_value(
            language.number_text(share.reached, decimals), self.tr("/ {maximum} points").format(maximum=maximum)
        )
        percent = "–" if score.percent is None else language.percent_text(score.percent / 100)
        self._percent.setText(percent)
        band = " · ".join(score.bands.values())
        self._band.show_state("award", band, "lead")
        self._band.setVisible(bool(band) and not share.possible)  # too early while much is not entered
        parts = (
            ("lead", self.tr("Reached"), share.reached),
            ("lead-soft", self.tr("Without points yet"), share.possible),
            ("line", self.tr("Below the maximum"), share.lost),
        )
        self._meter.show_bars([(tone, float(share.of_maximum(points))) for tone, _, points in parts[:2]])
        layout = self._legend.layout()
        assert layout is not None
        empty(layout)  # type: ignore[arg-type]
        for tone, title, points in parts:
            layout.addWidget(_key(tone, f"{title} {language.number_text(points, decimals)}"))
        self._beside.setText(self._outside(seen))
        self._beside.setVisible(bool(self._beside.text()))

    def _outside(self, seen: View) -> str:
        """Bonus, penalty and the total they make, where the framework has them."""
        score, decimals = seen.score, seen.framework.decimals
        if score.total == score.scale_points:
            return ""
        told = self.tr("With bonus {bonus} and penalty {penalty}, total {total} points")
        bonus, penalty, total = (
            language.number_text(each, decimals) for each in (score.bonus, score.penalty, score.total)
        )
        return told.format(bonus=bonus, penalty=penalty, total=total)


class DeadlineCard(Sheet):
    """How many days are left, until the end of which day, and how much is still open."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._days = Label("", "title", weight="bold")
        self._days.setObjectName("days-left")
        self._day = Label("", wrap=True)
        self._open = Label("", "hint", "ink-soft", wrap=True)
        super().__init__(
            Label(self.tr("Deadline"), tone="ink-soft"), self._days, self._day, self._open, None, gap=tokens.STEP
        )

    def show_view(self, seen: View) -> None:
        left, shown = self._deadline(seen)
        self._day.setText(shown)
        self._day.setVisible(bool(shown))
        self._days.set_tone("ink")
        if left is None:
            self._days.setText(self.tr("No deadline yet"))
        elif left < 0:
            self._days.setText(self.tr("Passed"))
            self._days.set_tone("bad")
        else:
            self._days.setText(self.tr("%n day(s) left", "", left))
            self._days.set_tone("warn" if left <= _SOON else "ink")
        unfinished = len(seen.criteria) - seen.done
        told = self.tr("%n criterion(s) not finished yet", "", unfinished) if unfinished else ""
        if not seen.is_draft:
            told = ""
        self._open.setText(told or self.tr("Every criterion is complete."))

    def _deadline(self, seen: View) -> tuple[int | None, str]:
        """Days left and the last day; an extension of this agency comes first."""
        campaign = seen.part.campaign
        agency = campaign.agency(seen.part.agency)
        today = self._context.workspace.clock().astimezone(VIETNAM).date()
        if agency is not None and agency.extended_to is not None:
            shown = self.tr("extended through {day}").format(day=language.date_text(agency.extended_to))
            return (agency.extended_to - today).days, shown
        deadline = campaign.round(seen.round).deadline
        if deadline is None:
            return None, self.tr("It comes with the campaign of the reviewing authority.")
        own_day = agency.inspection_day if agency is not None else None
        shown = deadline.shown(language.current(), own_day)
        return deadline.days_left(today, own_day), shown[:1].upper() + shown[1:]


def _key(tone: str, words_: str) -> QWidget:
    """A small bar in the colour of a part, and what it stands for."""
    bar = Meter(words_, [(tone, 1.0)], height=10)
    bar.setFixedWidth(18)
    return row(bar, Label(words_, "hint", "ink-soft"), gap=6)
