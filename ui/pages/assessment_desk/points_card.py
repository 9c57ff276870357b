"""The points of a criterion as they stand while somebody types: figure, bar with threshold, why, what to look at."""

from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.assessment import Response
from app.domain.framework import Criterion, Framework
from app.domain.rules import Best, Sum
from app.domain.scoring import NodeScore, State
from app.wording import rules
from app.wording.figures import share
from ui import language
from ui.pages.assessment_desk.words import short_number
from ui.widgets.badge import Badge
from ui.widgets.boxes import empty, row
from ui.widgets.button import Button
from ui.widgets.figure import Figure
from ui.widgets.icon import Icon
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, name

ONE = Fraction(1)


class PointsCard(Sheet):
    """A well that follows `show_points`; the full account unfolds behind a link."""

    def __init__(self) -> None:
        self._figure = Figure()
        self._figure.setObjectName("points")
        self._provisional = Badge("info", self.tr("Provisional"), "lead")
        self._why = Button(self.tr("Why these points"), "link", checkable=True)
        self._why.setObjectName("why")
        self._meter = Meter("")
        self._summary = Label(wrap=True, selectable=True)
        self._summary.setObjectName("summary")
        self._cautions = Sheet(look="warn", gap=4, margins=(12, 8, 12, 8))
        self._account = QWidget()
        self._lines = QVBoxLayout(self._account)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        super().__init__(
            row(self._figure, self._provisional, None, self._why, gap=8),
            self._meter,
            self._summary,
            self._account,
            self._cautions,
            look="well",
            gap=8,
            margins=(12, 10, 12, 12),
        )
        self._told: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._account.hide()
        self._why.toggled.connect(self._on_toggled)

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
        repeated = (score.points is not None) + (score.state is State.PROVISIONAL)  # the figure and the badge say so
        plain = [line for line in lines[: len(lines) - repeated] if line not in cautions]
        if response.is_empty and score.points is None:
            plain = [self.tr("Points appear as soon as the figures are entered.")]
        elif not isinstance(criterion.rule, (Sum, Best)):
            plain = plain[-1 - len(score.applied) :]  # how the points came about, and what was applied to them
        self._show_words(lines, cautions, "\n".join(plain))

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

    def _show_words(self, lines: tuple[str, ...], cautions: tuple[str, ...], summary: str) -> None:
        """New labels only where the words are new: this runs with every keystroke."""
        if self._told == (lines, cautions):
            return
        self._told = (lines, cautions)
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary) and not self._why.isChecked())
        self._why.setVisible(len(lines) > 1)
        empty(self._lines)
        for line in lines:
            self._lines.addWidget(Label(line, wrap=True, selectable=True))
        empty(self._cautions.column())
        for line in cautions:
            self._cautions.column().addWidget(_caution(line))
        self._cautions.setVisible(bool(cautions) and not self._why.isChecked())

    def _on_toggled(self, opened: bool) -> None:
        self._account.setVisible(opened)
        self._summary.setVisible(not opened and bool(self._summary.text()))
        self._cautions.setVisible(not opened and bool(self._told and self._told[1]))


def _caution(line: str) -> QWidget:
    return row(Icon("triangle-alert", "warn", 20), (Label(line, wrap=True, selectable=True), 1))
