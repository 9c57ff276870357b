"""The points of a criterion as they stand while somebody types: figure, bar, why in short, what to look at."""

from fractions import Fraction

from PySide6.QtWidgets import QWidget

from app.domain.assessment import Response
from app.domain.framework import Criterion, Framework
from app.domain.rules import Best, Sum
from app.domain.scoring import NodeScore, State
from app.wording import rules
from app.wording.figures import share
from ui import language
from ui.dialogs.explanation import ExplainButton, of_criterion
from ui.pages.assessment_desk.words import short_number
from ui.widgets.badge import Badge
from ui.widgets.boxes import empty, row
from ui.widgets.figure import Figure
from ui.widgets.icon import Icon
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, name

ONE = Fraction(1)


class PointsCard(Sheet):
    """A well that follows `show_points`; the full account opens behind a link."""

    def __init__(self) -> None:
        self._figure = Figure()
        self._figure.setObjectName("points")
        self._provisional = Badge("info", self.tr("Provisional"), "lead")
        self._subject: tuple[Framework, Criterion, Response, NodeScore] | None = None
        self._why = ExplainButton(lambda: None if self._subject is None else of_criterion(*self._subject))
        self._meter = Meter("")
        self._summary = Label(wrap=True, selectable=True)
        self._summary.setObjectName("summary")
        self._cautions = Sheet(look="warn", gap=4, margins=(12, 8, 12, 8))
        super().__init__(
            row(self._figure, self._provisional, None, self._why, gap=8),
            self._meter,
            self._summary,
            self._cautions,
            look="well",
            gap=8,
            margins=(12, 10, 12, 12),
        )
        self._told: tuple[str, tuple[str, ...]] | None = None

    def show_points(self, framework: Framework, criterion: Criterion, response: Response, score: NodeScore) -> None:
        """Follow the answer as it is now."""
        spoken = language.current()
        decimals = framework.decimals
        points = "" if score.points is None else language.number_text(score.points, decimals)
        maximum = short_number(score.maximum)
        self._figure.show_value(points, self.tr("/ {maximum} points").format(maximum=maximum))
        self._provisional.setVisible(score.state is State.PROVISIONAL)
        self._show_bar(criterion, response, score)
        cautions = rules.cautions(framework, criterion, response, spoken)
        lines = rules.explain(framework, criterion, response, score, spoken)
        plain = [line for line in lines[:-1] if line not in cautions]  # the last one is the figure above
        if response.is_empty and score.points is None:
            plain = [self.tr("Points appear as soon as the figures are entered.")]
        elif not isinstance(criterion.rule, (Sum, Best)):
            waits = score.state is State.PROVISIONAL
            plain = plain[-1 - len(score.applied) - waits :]  # how the points came about, and what was applied to them
        self._subject = (framework, criterion, response, score)
        self._show_words(cautions, "\n".join(plain))
        self._why.setVisible(not response.is_empty or score.points is not None)

    def _show_bar(self, criterion: Criterion, response: Response, score: NodeScore) -> None:
        gauge = rules.gauge(criterion, response) if score.state is not State.NOT_APPLICABLE else None
        if gauge is not None:
            shown, limit, words = share(gauge.value, language.current()), gauge.threshold, ""
            mark = None if limit is None else float(limit)
            if limit is not None:
                words = self.tr("threshold {share}").format(share=share(limit, language.current()))
            self._meter.show_bars([("lead", float(gauge.value))])
            self._meter.show_mark(mark, words, ("0 %", "100 %") if mark is None or mark < 1 else ("0 %", ""))
            name(self._meter, f"{shown} {words}")
            return
        reached = ONE * 0 if not score.points or not score.maximum else min(abs(score.points / score.maximum), ONE)
        self._meter.show_bars([("warn" if score.maximum < 0 else "lead", float(reached))])
        self._meter.show_mark(None)
        name(self._meter, language.percent_text(reached))

    def _show_words(self, cautions: tuple[str, ...], summary: str) -> None:
        """New labels only where the words are new: this runs with every keystroke."""
        if self._told == (summary, cautions):
            return
        self._told = (summary, cautions)
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary))
        empty(self._cautions.column())
        for line in cautions:
            self._cautions.column().addWidget(_caution(line))
        self._cautions.setVisible(bool(cautions))


def _caution(line: str) -> QWidget:
    return row(Icon("triangle-alert", "warn", 20), (Label(line, wrap=True, selectable=True), 1))
