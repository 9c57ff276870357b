""" "Tried out": figures typed as a commune types them, the points and why, the curve, and the sentence to be read."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import answer_tables, curves
from app.domain.assessment import NO, YES, Answers, EvidenceLevel, Response
from app.domain.curves import Curve, curve
from app.domain.formula import ZeroDenominator
from app.domain.framework import Criterion, Framework, Placed, identity
from app.domain.measuring import Empty, NoPrevious, NoReference, measure_of
from app.domain.numbers import parse_decimal
from app.domain.results import is_relative
from app.domain.rule_checks import inputs_read, scored_rules
from app.domain.rule_kinds import ScaleKind, scale_kind, scored_at
from app.domain.rule_tree import Path, leaves, maximum_at
from app.domain.rules import Judgement, Ratio, RelativeToBest, Scored, ShareOfItems, Ticks
from app.domain.scaling import grade_points
from app.domain.scoring import NodeScore, Peers, State, score_nodes
from app.errors import AppError
from app.wording.rules import explain, rule_sentences
from ui import language, tokens
from ui.widgets.boxes import column, empty, fill, row
from ui.widgets.choice import Choice
from ui.widgets.curve import Bar, BarList, CurveView, short_text
from ui.widgets.figure import Figure
from ui.widgets.icon import Icon
from ui.widgets.input_editors import Editor, editor_for, ticked_inputs
from ui.widgets.number_entry import NumberEntry
from ui.widgets.points_entry import PointsEntry
from ui.widgets.rule_builder.site import short, word
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_WORDS_AFTER = 150  # ms after the last keystroke until new words reach the fields


def tried_framework(framework: Framework, criterion: Criterion) -> tuple[Framework, Placed]:
    """The framework with this criterion alone, in the role its place gives it."""
    place = framework.index.find(identity(criterion))
    role = criterion.role if place is None else place.role
    alone = replace(criterion, id=identity(criterion) or "tried", role=role, target_groups=())
    tried = replace(framework, nodes=(alone,), pillars=(), grounds=())
    return tried, next(iter(tried.index.places.values()))


class TryPanel(QWidget):
    """Follows `show_criterion`; what was typed stays while the same criterion is shown with another rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework: Framework | None = None
        self._criterion: Criterion | None = None
        self._place: Placed | None = None
        self.values: dict[str, str] = {}
        self._points, self._best = "", ""
        self._path: Path = ()
        self.editors: dict[str, Editor] = {}
        self._asked: object = None
        self._worded: object = None
        self._later = QTimer(self, singleShot=True, interval=_WORDS_AFTER)
        self._later.timeout.connect(self._make_fields)
        self._build()

    def _build(self) -> None:
        self._fields = column(gap=tokens.NEAR)
        self.figure = Figure()
        self.why = Label(tone="ink-soft", wrap=True, selectable=True)
        self.part = Choice(self.tr("Part that is drawn"))
        self.part.chosen.connect(self._on_part)
        self.curve, self.bars = CurveView(), BarList()
        self._warned = Label(wrap=True, selectable=True)
        self._warning = Sheet(row(Icon("triangle-alert", "warn", 20), (self._warned, 1)), look="warn")
        self.sentence = Label(wrap=True, selectable=True)
        read = Label(self.tr("What the communes will read"), "hint", "lead", "medium")
        self._read = Sheet(read, self.sentence, look="lead", gap=4, margins=(12, 8, 12, 10))
        parts = [Label(self.tr("Try it"), "section", weight="bold"), self._fields, self.figure, self.why, self.part]
        parts += [self.curve, self.bars, self._warning, self._read]
        fill(QVBoxLayout(self), [*parts, None], gap=tokens.FIELD)
        for each in (self._warning, self.part, self.curve, self.bars):
            each.hide()

    def show_criterion(self, framework: Framework, criterion: Criterion) -> None:
        """Try this criterion; figures typed for another one are forgotten."""
        if self._criterion is None or identity(self._criterion) != identity(criterion):
            self.values, self._points, self._best, self._path = {}, "", "", ()
        self._criterion = criterion
        self._framework, self._place = tried_framework(framework, criterion)
        self._ask()
        self._show_parts()
        self._follow()

    def try_value(self, key: str, value: str) -> None:
        """Try a value as if it had been typed; keys that are not asked for are passed over."""
        if key in self.editors:
            self.editors[key].set_value(value)
            self._on_typed(key, value, True)

    # Fields ----------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """New fields at once where others are asked for; where only words changed, when the typing pauses."""
        criterion = self._own()
        ticked = ticked_inputs(criterion.rule)
        asked = (
            identity(criterion),
            [
                (each.key, each.kind, each.key in ticked, [option.key for option in each.options])
                for each in criterion.inputs
            ],
            self._is_judged(),
            self._compared(),
        )
        worded = (criterion.inputs, criterion.maximum)
        if asked != self._asked:
            self._asked, self._worded = asked, worded
            self._make_fields()
        elif worded != self._worded:
            self._worded = worded
            self._later.start()

    def _make_fields(self) -> None:
        self._later.stop()
        criterion = self._own()
        layout = self._fields.layout()
        assert isinstance(layout, QVBoxLayout)
        empty(layout)
        ticked = ticked_inputs(criterion.rule)
        self.editors = {each.key: editor_for(each, each.key in ticked) for each in criterion.inputs}
        self.values = {key: value for key, value in self.values.items() if key in self.editors}
        for key, editor in self.editors.items():
            editor.set_value(self.values.get(key, ""))
            editor.changed.connect(self._on_typed)
            layout.addWidget(editor)
        for extra in self._extras():
            layout.addWidget(extra)

    def _extras(self) -> Iterator[QWidget]:
        if self._is_judged() and self._place is not None:
            points = PointsEntry(self._place)
            points.set_value(self._points)
            points.changed.connect(self._on_points)
            yield points
        if self._compared():
            unit = "%" if self._compared() == "%" else ""
            best = NumberEntry(self.tr("Highest value of the others"), unit)
            best.set_value(self._best)
            best.typed.connect(self._on_best)
            yield row((Label(self.tr("Highest value of the others"), wrap=True), 1), best)

    def _is_judged(self) -> bool:
        return any(isinstance(scored.measure, Judgement) for scored, _ in self._scored())

    def _compared(self) -> str:
        """Whether a measure is relative to the best: "%" of shares, "n" of numbers, "" if there is none."""
        found = [scored.measure for scored, _ in self._scored() if isinstance(scored.measure, RelativeToBest)]
        return "" if not found else "%" if isinstance(found[0].of, Ratio) else "n"

    def _scored(self) -> list[tuple[Scored, Fraction]]:
        return list(scored_rules(self._own().rule, Fraction(1)))

    def _own(self) -> Criterion:
        assert self._criterion is not None
        return self._criterion

    def _on_typed(self, key: str, value: str, _: bool) -> None:
        self.values[key] = value
        for item in ticked_inputs(self._own().rule):  # as on the commune's form: no tick is a no beside a tick
            if value == YES and key in ticked_inputs(self._own().rule):
                self.values.setdefault(item, NO)
        self._follow()

    def _on_points(self, value: str, _: bool) -> None:
        self._points = value
        self._follow()

    def _on_best(self, value: str) -> None:
        self._best = value
        self._follow()

    # Outcome ---------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Points, reasons, drawing and words for what is typed now."""
        if self._framework is None or self._place is None:
            return
        score = self._score(self._framework, self._place)
        decimals = self._framework.decimals
        points = "" if score is None or score.points is None else language.number_text(score.points, decimals)
        of = self.tr("/ {maximum} points").format(maximum=short(self._place.maximum))
        self.figure.show_value(points, of)
        self.why.setText(self._reasons(score))
        self.sentence.setText(" ".join(rule_sentences(self._framework, self._alone(), language.current())))
        self._draw(decimals)

    def _alone(self) -> Criterion:
        assert self._place is not None
        criterion = self._place.criterion
        assert criterion is not None
        return criterion

    def _response(self) -> Response:
        given = {key: value for key, value in self.values.items() if value}
        return Response(inputs=given, evidence=EvidenceLevel.SUFFICIENT, points=self._points or None)

    def _peers(self, id_: str) -> Peers:
        others = self._others()
        return Peers(measures={} if others is None else {id_: others}, is_complete=others is not None)

    def _others(self) -> tuple[Fraction, ...] | None:
        if not self._best or not is_relative(self._own().rule):
            return None
        value = parse_decimal(self._best)
        return (value / 100 if self._compared() == "%" else value,)

    def _score(self, framework: Framework, place: Placed) -> NodeScore | None:
        answers = Answers(responses={place.id: self._response()})
        try:
            return score_nodes(framework, answers, self._peers(place.id))[place.id]
        except (AppError, KeyError):  # a formula half typed, an input not yet there
            return None

    def _reasons(self, score: NodeScore | None) -> str:
        response = self._response()
        if response.is_empty:
            return self.tr("Points appear as soon as figures are typed.")
        if score is None or self._framework is None:
            return self.tr("These figures give no points yet. Look at the formula.")
        try:
            lines = explain(self._framework, self._alone(), response, score, language.current())
        except (AppError, KeyError):
            return ""
        repeated = (score.points is not None) + (score.state is State.PROVISIONAL)  # the figure says so
        return "\n".join(lines[: len(lines) - repeated])

    # Drawing ---------------------------------------------------------------------------------------------------

    def _show_parts(self) -> None:
        """A choice between the parts of a rule that can be drawn."""
        found = list(leaves(self._own().rule))
        options = [
            (path, label or self.tr("Part {number}").format(number=at + 1)) for at, (path, label) in enumerate(found)
        ]
        if self._path not in [path for path, _ in options]:
            drawn = (path for path, _ in found if (leaf := scored_at(self._own(), path)) and curves.has_curve(leaf))
            self._path = next(drawn, options[0][0] if options else ())
        self.part.set_options(options)
        self.part.set_value(self._path)
        self.part.setVisible(len(options) > 1)

    def _on_part(self, path: Path) -> None:
        self._path = path
        self._follow()

    def _draw(self, decimals: int) -> None:
        criterion = self._own()
        scored = scored_at(criterion, self._path) if list(leaves(criterion.rule)) else None
        value = self._measured(scored) if scored is not None else None
        maximum = maximum_at(criterion, self._path)
        line = curve(criterion, scored, maximum, value) if scored is not None and maximum > 0 else None
        bars = list(self._bars(scored, maximum)) if scored is not None and line is None else []
        self.curve.setVisible(line is not None)
        self.bars.setVisible(bool(bars))
        warning = ""
        if line is not None and scored is not None:
            self.curve.show_curve(line, decimals)
            self.curve.show_value(value, None if value is None else curves.points_at(scored, maximum, value))
            warning = self._cliff(line, scored, maximum, decimals)
        if bars:
            self.bars.show_bars(bars, maximum, decimals)
        self._warned.setText(warning)
        self._warning.setVisible(bool(warning))

    def _measured(self, scored: Scored) -> Fraction | None:
        """The number the scale reads for what is typed, None where there is none yet."""
        if isinstance(scored.measure, Judgement):
            return None
        try:
            return measure_of(scored.measure, self._response().inputs, self._others()).value
        except (Empty, ZeroDenominator, NoPrevious, NoReference, AppError, KeyError):
            return None

    def _bars(self, scored: Scored, maximum: Fraction) -> Iterator[Bar]:
        criterion, measure = self._own(), scored.measure
        chosen = {self.values.get(key, "") for key in inputs_read(measure)}
        if isinstance(measure, Ticks):
            chosen = {key for key in measure.inputs if self.values.get(key) == YES}
        for told in answer_tables.rows(criterion, self._path):
            words = told.label or (word(f"answer.{told.key}") if told.key in (YES, NO) else told.key)
            points = grade_points(told.grade, maximum) if told.grade is not None else Fraction(0)
            if isinstance(scored.scale, ShareOfItems) and isinstance(measure, Ticks):
                points = maximum / len(measure.inputs)
            yield Bar(words, points, told.key in chosen)

    def _cliff(self, line: Curve, scored: Scored, maximum: Fraction, decimals: int) -> str:
        """What is said of a jump up after a slope, and what else could be meant."""
        told = []
        for jump in line.jumps:
            if jump.is_cliff:
                under, over = curves.beside(line, jump)
                before, after = (curves.points_at(scored, maximum, value) for value in (under, over))
                words = self.tr("A jump at {at}: {under} gives {before} points, {over} gives {after}.")
                told.append(
                    words.format(
                        at=short_text(jump.at, line.is_share),
                        under=short_text(under, line.is_share),
                        before=language.number_text(before, decimals),
                        over=short_text(over, line.is_share),
                        after=language.number_text(after, decimals),
                    )
                )
        if told and scale_kind(scored.scale, maximum) is ScaleKind.FULL_FROM:
            other = word("scale_kind.divided")
            told.append(self.tr("Keep it if the decision says so; if not, choose {other}.").format(other=other))
        elif told:
            told.append(self.tr("Keep it if the decision says so."))
        return " ".join(told)
