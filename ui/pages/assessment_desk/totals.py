"""The running total in the strip: points of the maximum, percent, a bar, how many criteria are finished."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.operations.commune.assessing import View
from ui import language, theme
from ui.pages.assessment_desk import words
from ui.widgets.badge import Badge
from ui.widgets.bottom_strip import BottomStrip
from ui.widgets.meter import Meter
from ui.widgets.text import Label

_BAR = 120


class Totals:
    """Fills the left of a strip and follows `show_view`; the parts that matter least go first where room is short."""

    def __init__(self, strip: BottomStrip) -> None:
        self._strip = strip
        self._told: tuple[str, ...] = ()

    def show_view(self, seen: View, *, is_roomy: bool = True) -> None:
        """`is_roomy`: whether there is room for the words before the figure."""
        score, decimals = seen.score, seen.framework.decimals
        reached = language.number_text(score.scale_points, decimals)
        figure = f"{reached} / {words.short_number(score.effective_maximum)}"
        percent = "–" if score.percent is None else language.percent_text(score.percent / 100)
        count = QCoreApplication.translate("Totals", "{done}/{all} criteria").format(
            done=seen.done, all=len(seen.criteria)
        )
        provisional = QCoreApplication.translate("Totals", "Provisional") if score.is_provisional else ""
        heading = QCoreApplication.translate("Totals", "Running total")
        told = (figure, percent, count, provisional, str(is_roomy))
        if told == self._told:
            return
        self._told = told
        title = Label(heading, tone="ink-soft")
        total = Label(figure, "section", weight="bold")
        total.setObjectName("total")
        meter = Meter(f"{heading} {percent}")
        share = Fraction(0) if score.percent is None else min(score.percent / 100, Fraction(1))
        meter.show_bars([("lead", float(share))])
        meter.setFixedWidth(theme.current().px(_BAR))
        parts = [total, Label(percent, weight="medium"), Label(count, tone="ink-soft"), meter]
        if provisional:
            tip = QCoreApplication.translate(
                "Totals", "Some points wait for other agencies or for the reviewing authority."
            )
            parts.append(Badge("info", provisional, "lead", tip))
        if is_roomy:
            parts.insert(0, title)
        self._strip.show_left(*parts)
