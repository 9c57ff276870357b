""" "Turned into points": the scales that fit as buttons, and the few amounts of the one chosen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from app.domain import band_forms
from app.domain.building import with_scale
from app.domain.codec import Amount
from app.domain.rule_kinds import ScaleKind, measure_kind, reads_percent, scale_kind, scales_for
from app.domain.rule_tree import Path, with_rule
from app.domain.rules import (
    BandKind,
    Bands,
    Deductions,
    Inverse,
    Judgement,
    Ladder,
    Rounding,
    RoundingMode,
    Scale,
    Scored,
    UnitPoints,
)
from ui import tokens
from ui.widgets.boxes import column, empty
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.rule_builder.amounts import AmountEntry, GradeEntry
from ui.widgets.rule_builder.site import Form, Line, Site, hint, short, terms, word
from ui.widgets.rule_builder.tables import AnswersTable, BandsTable
from ui.widgets.text import Label
from ui.widgets.tick import Tick

_MOST, _AT_ONCE = 8, 6  # more scales than `_MOST`: all but the first ones stand behind a link
_UNITS = ("0.01", "0.1", "0.25", "0.5", "1")
_TABLES = (ScaleKind.OPTIONS, ScaleKind.ITEMS, ScaleKind.PER_PERIOD)
_EXACT = (ScaleKind.OPTIONS, ScaleKind.ALL_OR_NOTHING)  # points as they are written: nothing to round or cap
_NAMED = (ScaleKind.FULL_FROM, ScaleKind.DIVIDED, ScaleKind.ALL_OR_NOTHING, ScaleKind.FLOOR)


class ScaleButtons(QWidget):
    """The scales on offer, two in a row; `choose` gets the one pressed."""

    def __init__(self, choose: Callable[[ScaleKind], None]) -> None:
        super().__init__()
        self._choose = choose
        self._kinds: tuple[ScaleKind, ...] = ()
        self.buttons: dict[ScaleKind, Button] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.NEAR)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.more = Button("", "link", "chevron-down")
        self.more.clicked.connect(self._on_more)
        self._opened = False

    def show_kinds(self, kinds: tuple[ScaleKind, ...], chosen: ScaleKind) -> None:
        if kinds != self._kinds:
            self._kinds, self._opened = kinds, False
            self._fill()
        self._opened = self._opened or len(kinds) <= _MOST or chosen in kinds[_AT_ONCE:]
        self.buttons[chosen].setChecked(True)
        self._fold()

    def _fill(self) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {
            kind: Button(word(f"scale_kind.{kind.value}"), "choice", checkable=True) for kind in self._kinds
        }
        for at, (kind, button) in enumerate(self.buttons.items()):
            button.setObjectName(f"scale-{kind.value}")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _, kind=kind: self._choose(kind))
            self._group.addButton(button)
            self._grid.addWidget(button, at // 2, at % 2)
        self._grid.addWidget(self.more, (len(self._kinds) + 1) // 2, 0, 1, 2)

    def _fold(self) -> None:
        rest = len(self._kinds) - _AT_ONCE
        for at, button in enumerate(self.buttons.values()):
            button.setVisible(self._opened or at < _AT_ONCE)
        self.more.setText(self.tr("Other ways (%n)", "", max(rest, 0)))
        self.more.setVisible(rest > 0 and not self._opened)

    def _on_more(self) -> None:
        self._opened = True
        self._fold()


class ScaleForm(Form):
    """Buttons, and below them a panel that is made anew only when another scale is chosen."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, path)
        self._as_table = False  # a named form of bands that the author looks at as a table
        self.buttons = ScaleButtons(self._on_chosen)
        self._holder = column(gap=8)
        self._limits = Limits(site, path)
        for part in (self.buttons, self._holder, self._limits):
            self.column.addWidget(part)
        self._shape: tuple[Any, ...] = ()
        self.panel: Form | None = None
        self.follow()

    def follow(self) -> None:
        scored, maximum = self.site.scored(self.path), self.site.maximum(self.path)
        own = scale_kind(scored.scale, maximum)
        if not isinstance(scored.scale, Bands):
            self._as_table = False
        shown = ScaleKind.STEPS if self._as_table else own
        self._as_table = shown is ScaleKind.STEPS  # a table that comes to look like a named form stays a table
        kinds = scales_for(self.site.criterion, scored, maximum)
        self.buttons.show_kinds(kinds if shown in kinds else (*kinds, shown), shown)
        self.buttons.setVisible(len(kinds) > 1)
        shape = (shown, type(scored.measure), measure_kind(self.site.criterion, scored.measure))
        if shape != self._shape:
            self._shape = shape
            self._replace(shown)
        elif self.panel is not None:
            self.panel.follow()
        self._limits.follow()

    def forget(self) -> None:
        self._as_table = False

    def _replace(self, kind: ScaleKind) -> None:
        layout = self._holder.layout()
        assert layout is not None
        empty(layout)  # type: ignore[arg-type]
        self.panel = _panel(kind, self.site, self.path)
        layout.addWidget(self.panel)

    def _on_chosen(self, kind: ScaleKind) -> None:
        is_bands = isinstance(self.site.scored(self.path).scale, Bands)
        self._as_table = kind is ScaleKind.STEPS and is_bands
        self.site.do(with_scale, kind, self.path)
        self.follow()  # a table of the same bands is no change, yet another look


def _panel(kind: ScaleKind, site: Site, path: Path) -> Form:
    if kind is ScaleKind.STEPS:
        return BandsTable(site, path)
    if kind in _TABLES:
        return AnswersTable(site, path)
    return ThresholdPanel(site, path, kind) if kind in _NAMED else AmountsPanel(site, path, kind)


class _Panel(Form):
    def scored(self) -> Scored:
        return self.site.scored(self.path)

    def put(self, scale: Scale) -> None:
        self.site.change(with_rule(self.site.criterion, self.path, replace(self.scored(), scale=scale)))

    def points(self) -> str:
        return short(self.site.maximum(self.path))


class ThresholdPanel(_Panel):
    """A named form of bands: its threshold, which side that is on, and the floor of the form with one."""

    def __init__(self, site: Site, path: Path, kind: ScaleKind) -> None:
        super().__init__(site, path)
        self._kind = kind
        is_divided = kind is ScaleKind.DIVIDED
        self.threshold = AmountEntry(self.tr("Threshold"), positive=is_divided, check=self._threshold_fits)
        self.threshold.entry.setObjectName("threshold")
        sides = [(False, self.tr("or more")), (True, self.tr("exceeded"))]
        self.side = Choice(self.tr("Whether the threshold itself is enough"), sides)
        self.floor = AmountEntry(self.tr("Floor"), check=self._floor_fits)
        self._below_floor = hint(self.tr("below it: 0 points"))
        middles = [BandKind.LITERAL, BandKind.RESCALED]
        self.middle = Choice(self.tr("Between floor and threshold"), terms("band_kind", middles))
        self._below = Label(tone="ink-soft", wrap=True)
        self.column.addWidget(Line(self.tr("Threshold"), self.threshold, (self.side, 1)))
        self._floor_line = Line(self.tr("Floor"), self.floor, (self._below_floor, 1))
        self._middle_line = Line(self.tr("In between"), (self.middle, 1))
        self._below_line = Line(self.tr("Below it"), (self._below, 1))
        for each in (self._floor_line, self._middle_line, self._below_line):
            self.column.addWidget(each)
        self._floor_line.setVisible(kind is ScaleKind.FLOOR)
        self._middle_line.setVisible(kind is ScaleKind.FLOOR)
        self._below_line.setVisible(kind is not ScaleKind.FLOOR)
        self.threshold.typed.connect(lambda amount: self.put(band_forms.with_threshold(self._bands(), amount)))
        self.floor.typed.connect(lambda amount: self.put(band_forms.with_floor(self._bands(), amount)))
        self.side.chosen.connect(lambda strict: self.put(band_forms.with_strict(self._bands(), strict)))
        self.middle.chosen.connect(lambda middle: self.put(band_forms.with_middle(self._bands(), middle)))
        self.follow()

    def follow(self) -> None:
        bands = self._bands()
        threshold, floor = band_forms.threshold_of(bands), band_forms.floor_of(bands)
        for entry, amount in ((self.threshold, threshold), (self.floor, floor)):
            is_percent = reads_percent(self.scored().measure) or (amount is not None and amount.endswith("%"))
            entry.set_amount(amount, is_percent)
        self.side.set_value(band_forms.is_strict(bands))
        self.middle.set_value(band_forms.ascending(bands.bands)[-2].kind)
        noun = self.site.speaker().noun(self.scored().measure)
        told = {
            ScaleKind.FULL_FROM: self.tr("{value} × {maximum} points"),
            ScaleKind.DIVIDED: self.tr("{value} ÷ threshold × {maximum} points"),
        }.get(self._kind, self.tr("0 points"))
        self._below.setText(told.format(value=noun, maximum=self.points()))

    def _bands(self) -> Bands:
        scale = self.scored().scale
        assert isinstance(scale, Bands)
        return scale

    def _threshold_fits(self, amount: Amount) -> str:
        floor = band_forms.floor_of(self._bands())
        return self._order(floor, amount) if floor is not None else ""

    def _floor_fits(self, amount: Amount) -> str:
        threshold = band_forms.threshold_of(self._bands())
        return self._order(amount, threshold) if threshold is not None else ""

    def _order(self, floor: Amount, threshold: Amount) -> str:
        """Half a number is often on the wrong side of the other limit: nothing is taken until it is not."""
        return "" if 0 <= floor.value < threshold.value else self.tr("The floor lies from 0 to below the threshold.")


class AmountsPanel(_Panel):
    """A scale with a few amounts of its own, or with none: then a sentence."""

    def __init__(self, site: Site, path: Path, kind: ScaleKind) -> None:
        super().__init__(site, path)
        self._kind = kind
        self._shows: list[Callable[[Any], None]] = []
        for part in self._parts(kind):
            self.column.addWidget(part)
        self.follow()

    def follow(self) -> None:
        scale = self.scored().scale
        for show in self._shows:
            show(scale)

    def _parts(self, kind: ScaleKind) -> list[QWidget]:
        points = self.tr("points")
        match kind:
            case ScaleKind.UNIT_POINTS:
                return [self._amount(self.tr("Each unit"), "points", points)]
            case ScaleKind.LADDER:
                return [
                    self._amount(self.tr("Begins at"), "start"),
                    self._amount(self.tr("Reaching it"), "start_points", points),
                    self._amount(self.tr("Each further"), "each", positive=True),
                    self._amount(self.tr("adds"), "points", points),
                ]
            case ScaleKind.DEDUCTIONS:
                return [self._grade(self.tr("Begins with"), "start"), self._grade(self.tr("Each unit takes"), "each")]
            case ScaleKind.INVERSE:
                return [self._sentence(), self._confirmed()]
        return [self._sentence()]

    def _amount(self, words: str, name: str, unit: str = "", *, positive: bool = False) -> QWidget:
        entry = AmountEntry(words, unit, width=104, positive=positive)
        entry.entry.setObjectName(name)
        entry.typed.connect(lambda amount: self._set(name, amount))
        self._shows.append(lambda scale: entry.set_amount(getattr(scale, name), unit=unit))
        return Line(words, entry, None)

    def _grade(self, words: str, name: str) -> QWidget:
        entry = GradeEntry(words)
        entry.typed.connect(lambda grade: self._set(name, grade))
        self._shows.append(lambda scale: entry.set_grade(getattr(scale, name), self.site.maximum(self.path)))
        return Line(words, entry, None)

    def _confirmed(self) -> QWidget:
        tick = Tick(self.tr("The decision means it so: the lower, the more points"))
        tick.clicked.connect(lambda ticked: self._set("is_confirmed", ticked))
        self._shows.append(lambda scale: tick.setChecked(isinstance(scale, Inverse) and scale.is_confirmed))
        return tick

    def _sentence(self) -> QWidget:
        """What the scale does, in the words the communes read."""
        told = Label(tone="ink-soft", wrap=True)
        self._shows.append(lambda _: told.setText(self._said()))
        return told

    def _said(self) -> str:
        plain = replace(self.scored(), cap=None, rounding=None)
        return list(self.site.speaker().rule(plain, self.site.maximum(self.path)))[-1]

    def _set(self, name: str, value: object) -> None:
        scale = self.scored().scale
        if isinstance(scale, (UnitPoints, Ladder, Deductions, Inverse)):
            self.put(replace(scale, **{name: value}))  # type: ignore[arg-type]


class Limits(Form):
    """A cap below the maximum and the rounding the rule states."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, path)
        self.unit = Choice(self.tr("Rounding"))
        self.mode = Choice(self.tr("How it is rounded"), terms("rounding_mode", RoundingMode))
        self.cap = AmountEntry(self.tr("At most"), self.tr("points"), optional=True)
        self._lines = [
            Line(self.tr("Rounding"), (column(self.unit, self.mode, gap=4), 1), tall=True),
            Line(self.tr("At most"), self.cap, None),
        ]
        for line in self._lines:
            self.column.addWidget(line)
        self.unit.chosen.connect(self._on_unit)
        self.mode.chosen.connect(lambda mode: self._put(rounding=replace(self._rounding(), mode=mode)))
        self.cap.typed.connect(lambda amount: self._put(cap=amount))
        self.follow()

    def follow(self) -> None:
        scored = self.site.scored(self.path)
        units = [Amount(unit) for unit in _UNITS]
        own = scored.rounding.unit if scored.rounding is not None else None
        if own is not None and own.value not in [unit.value for unit in units]:
            units.append(own)
        shown = next((unit for unit in units if own is not None and unit.value == own.value), None)
        none = (None, self.tr("Not rounded"))
        words = [(unit, self.tr("to {unit} points").format(unit=short(unit.value))) for unit in units]
        if self.unit.count() != len(words) + 1:
            self.unit.set_options([none, *words])
        self.unit.set_value(shown)
        self.mode.setVisible(scored.rounding is not None)
        self.mode.set_value(scored.rounding.mode if scored.rounding is not None else RoundingMode.HALF_UP)
        self.cap.set_amount(scored.cap)
        self.cap.entry.setPlaceholderText(short(self.site.maximum(self.path)))
        exact = scale_kind(scored.scale, self.site.maximum(self.path)) in _EXACT or isinstance(
            scored.measure, Judgement
        )
        for line, is_own in zip(self._lines, (scored.rounding is not None, scored.cap is not None), strict=True):
            line.setVisible(is_own or not exact)

    def _rounding(self) -> Rounding:
        return self.site.scored(self.path).rounding or Rounding(unit=Amount("0.01"))

    def _on_unit(self, unit: Amount | None) -> None:
        self._put(rounding=None if unit is None else replace(self._rounding(), unit=unit))

    def _put(self, **fields: Any) -> None:
        scored = replace(self.site.scored(self.path), **fields)
        self.site.change(with_rule(self.site.criterion, self.path, scored))
