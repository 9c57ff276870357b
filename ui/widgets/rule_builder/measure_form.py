""" "Measured by": the kind of measure, and which inputs it is made of."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain import answer_tables, formula
from app.domain.building import with_measure
from app.domain.framework import InputKind
from app.domain.rule_kinds import MeasureKind, measure_kind, scored_at
from app.domain.rule_tree import Path, with_rule
from app.domain.rules import (
    Computed,
    Growth,
    Judgement,
    Measure,
    Number,
    Periods,
    PerPopulation,
    Policy,
    Ratio,
    RelativeToBest,
    Ticks,
)
from app.errors import AppError
from app.wording.building import formula_read, formula_shown, new_labels
from ui import language
from ui.language import QT_TRANSLATE_NOOP
from ui.widgets.boxes import column, empty, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.rule_builder.inputs_form import InputChoice
from ui.widgets.rule_builder.site import Form, Line, Site, called, hint, short, terms
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick
from ui.widgets.worded import Worded

_NUMBERS = (InputKind.NUMBER, InputKind.INTEGER, InputKind.IMPORTED)
_SLOTS: Mapping[tuple[str, str], str] = {
    ("yes_no", "input"): QT_TRANSLATE_NOOP("MeasureForm", "Question"),
    ("choice", "input"): QT_TRANSLATE_NOOP("MeasureForm", "Question"),
    ("number", "input"): QT_TRANSLATE_NOOP("MeasureForm", "Figure"),
    ("ratio", "numerator"): QT_TRANSLATE_NOOP("MeasureForm", "Part that counts"),
    ("ratio", "denominator"): QT_TRANSLATE_NOOP("MeasureForm", "Out of"),
    ("formula", "expression"): QT_TRANSLATE_NOOP("MeasureForm", "Formula"),
    ("per_population", "count"): QT_TRANSLATE_NOOP("MeasureForm", "Count"),
    ("per_population", "population"): QT_TRANSLATE_NOOP("MeasureForm", "Population"),
    ("growth", "current"): QT_TRANSLATE_NOOP("MeasureForm", "This period"),
    ("growth", "previous"): QT_TRANSLATE_NOOP("MeasureForm", "Last period"),
}
_FORMULAS = {("ratio", "numerator"), ("ratio", "denominator"), ("formula", "expression")}
_COMPARED: Mapping[type, str] = {Number: "count", Ratio: "ratio", Computed: "formula", PerPopulation: "per_population"}
_PER = (100, 1000, 10000, 100000)


class Slot(Form):
    """One input of a measure, chosen from a list, with its unit."""

    def __init__(
        self,
        site: Site,
        words: str,
        kinds: tuple[InputKind, ...],
        put: Callable[[str], None],
        *,
        may_compute: bool = False,
    ) -> None:
        super().__init__(site)
        self._kinds, self._put, self._key = kinds, put, ""
        self.choice = InputChoice(site, words, kinds, may_compute=may_compute)
        self._unit = Label("", tone="ink-soft")
        self.column.addWidget(Line(words, (self.choice, 1), self._unit))
        self.choice.chosen.connect(self._on_chosen)

    def show_key(self, key: str) -> None:
        self._key = key
        self.choice.show_key(key)
        unit = self.choice.unit(key)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))

    def _on_chosen(self, key: str) -> None:
        if key == InputChoice.FORMULA:
            self._put(f"({self._key})")  # no more a name: the row becomes a formula
            return
        if key == InputChoice.NEW:
            key = self.site.new_input(InputKind.INTEGER if self._kinds == _NUMBERS else self._kinds[0])
        self._put(key)


class FormulaSlot(Form):
    """A formula with the labels of its inputs; what can't be read is marked and not taken."""

    def __init__(self, site: Site, words: str, put: Callable[[str], None]) -> None:
        super().__init__(site, gap=4)
        self._put, self._text = put, ""
        self.entry = TextArea(
            words, self.tr("Figures in quotation marks, + − × ÷, parentheses, min, max"), least=1, most=4
        )
        self.insert = Choice(self.tr("Insert a figure"))
        self._wrong = Label("", "hint", "bad", wrap=True)
        self.column.addWidget(Line(words, (column(self.entry, self._wrong, self.insert, gap=4), 1), tall=True))
        self._wrong.hide()
        self.entry.textChanged.connect(self._on_typed)
        self.insert.chosen.connect(self._on_insert)

    def show_text(self, text: str) -> None:
        labels = self._labels()
        options = [("", self.tr("Insert a figure…")), *((key, label) for key, label in labels.items())]
        self.insert.set_options(options)
        self.insert.set_value("")
        shown = formula_shown(text, labels)
        is_renamed = shown != self.entry.toPlainText() and not self.entry.hasFocus()
        if text != self._text or is_renamed:
            self._text = text
            self.entry.blockSignals(True)
            self.entry.set_text(shown)
            self.entry.blockSignals(False)
            self._check(text)

    def _labels(self) -> dict[str, str]:
        return {each.key: called(each) for each in self.site.criterion.inputs if each.kind is not InputKind.CHOICE}

    def _on_typed(self) -> None:
        text = formula_read(self.entry.toPlainText(), self._labels())
        if self._check(text) and text != self._text:
            self._text = text
            self._put(text)

    def _check(self, text: str) -> bool:
        try:
            unknown = [name for name in formula.parse(text).names() if name not in self._labels()]
        except AppError:
            self._complain(self.tr("This can't be read yet. Take figures from the list below."))
            return False
        self._complain(self.tr("There is no figure “{name}”.").format(name=unknown[0]) if unknown else "")
        return not unknown

    def _complain(self, reason: str) -> None:
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason))

    def _on_insert(self, key: str) -> None:
        if key:
            self.entry.insertPlainText(formula_shown(key, self._labels()))
            self.entry.setFocus()
        self.insert.set_value("")


class Listed(Form):
    """The inputs of a list of items or periods, each ticked where it belongs to it."""

    def __init__(self, site: Site, path: Path, is_periods: bool) -> None:
        super().__init__(site, path, gap=0)
        self._kind = InputKind.CHOICE if is_periods else InputKind.YES_NO
        words = self.tr("Periods") if is_periods else self.tr("Items")
        self.add = Button(self.tr("Add a period") if is_periods else self.tr("Add an item"), "link", "plus")
        self.add.clicked.connect(self._on_add)
        self._items = column(gap=0)
        self.column.addWidget(Line(words, (column(self._items, row(self.add, None), gap=0), 1), tall=True))
        self._shown: list[tuple[str, str, bool]] = []

    def follow(self) -> None:
        measure = self.site.scored(self.path).measure
        assert isinstance(measure, (Ticks, Periods))
        inputs = [each for each in self.site.criterion.inputs if each.kind is self._kind or each.key in measure.inputs]
        shown = [(each.key, called(each), each.key in measure.inputs) for each in inputs]
        if shown == self._shown:
            return
        self._shown = shown
        if all(is_in for _, _, is_in in shown):  # they stand among the figures just below
            shown = []
        layout = self._items.layout()
        assert layout is not None
        empty(layout)  # type: ignore[arg-type]
        for key, words, is_in in shown:
            tick = Tick("")
            tick.setChecked(is_in)
            tick.clicked.connect(lambda ticked, key=key: self._on_ticked(key, ticked))
            layout.addWidget(Worded(tick, words))

    def _on_ticked(self, key: str, ticked: bool) -> None:
        scored = self.site.scored(self.path)
        measure = scored.measure
        assert isinstance(measure, (Ticks, Periods))
        inputs = tuple(each for each in measure.inputs if each != key)
        wanted = (*inputs, key) if ticked else inputs
        if not wanted:  # a list of nothing is no rule
            self._shown = []
            self.follow()
            return
        order = [each.key for each in self.site.criterion.inputs]
        measure = replace(measure, inputs=tuple(sorted(wanted, key=order.index)))
        self.site.change(answer_tables.with_listed(self.site.criterion, self.path, measure))

    def _on_add(self) -> None:
        add = answer_tables.with_period if self._kind is InputKind.CHOICE else answer_tables.with_row
        self.site.do(add, self.path)


class MeasureForm(Form):
    """The kind of measure as a drop-down, and rows for what it needs, made anew only when the kind changes."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, path)
        self.kind = Choice(self.tr("Measured by"), terms("measure_kind", MeasureKind))
        self.kind.setObjectName("measure-kind")
        self.kind.chosen.connect(self._on_kind)
        self.column.addWidget(Line(self.tr("Measured by"), (self.kind, 1)))
        self._holder = column(gap=8)
        self.column.addWidget(self._holder)
        self._shape: tuple[Any, ...] = ()
        self._computed: set[str] = set()
        self._followers: list[Callable[[Measure], None]] = []
        self.follow()

    def follow(self) -> None:
        measure = self.site.scored(self.path).measure
        kind = measure_kind(self.site.criterion, measure)
        self.kind.set_value(kind)
        if not self._shape or kind is not self._shape[0]:
            self._computed = set()
        shape = (kind, *self._shape_of(measure))
        if shape != self._shape:
            self._shape = shape
            self._rebuild(measure)
        for show in self._followers:
            show(measure)

    def forget(self) -> None:
        self._computed = set()

    def _shape_of(self, measure: Measure) -> tuple[Any, ...]:
        """What decides which rows there are: of a ratio, which of its sides are formulas, or were just now."""
        inner = measure.of if isinstance(measure, RelativeToBest) else measure
        if isinstance(inner, Ratio):
            sides = {"numerator": inner.numerator, "denominator": inner.denominator}
            self._computed |= {name for name, text in sides.items() if not text.isidentifier()}
        return type(inner), frozenset(self._computed)

    def _on_kind(self, kind: MeasureKind) -> None:
        self.site.do(with_measure, kind, self.path, new_labels(language.current()))

    def _put(self, measure: Measure) -> None:
        scored = self.site.scored(self.path)
        wanted = RelativeToBest(of=measure) if isinstance(scored.measure, RelativeToBest) else measure  # type: ignore[arg-type]
        self.site.change(with_rule(self.site.criterion, self.path, replace(scored, measure=wanted)))

    # Rows ------------------------------------------------------------------------------------------------------

    def _rebuild(self, measure: Measure) -> None:
        layout = self._holder.layout()
        assert layout is not None
        empty(layout)  # type: ignore[arg-type]
        self._followers = []
        for made in self._rows(measure):
            layout.addWidget(made)

    def _rows(self, measure: Measure) -> list[QWidget]:
        match measure:
            case Judgement():
                return [hint(self.tr("Points are typed by the commune and by the assessors, each with a reason."))]
            case Ticks() | Periods():
                listed = Listed(self.site, self.path, isinstance(measure, Periods))
                self._followers.append(lambda _: listed.follow())
                return [listed]
            case RelativeToBest():
                return [self._compared(measure), *self._slots(measure.of)]
            case Growth():
                return [*self._slots(measure), self._no_previous(measure)]
        return self._slots(measure)

    def _slots(self, measure: Measure) -> list[QWidget]:
        made = [self._slot(measure, each.name) for each in fields(measure) if (measure.TAG, each.name) in _SLOTS]
        if isinstance(measure, PerPopulation):
            made.append(self._per())
        return made

    def _slot(self, measure: Measure, name: str) -> QWidget:
        words = QCoreApplication.translate("MeasureForm", _SLOTS[measure.TAG, name])
        kinds = {"yes_no": (InputKind.YES_NO,), "choice": (InputKind.CHOICE,)}.get(measure.TAG, _NUMBERS)

        def put(text: str) -> None:
            self._put(replace(self._own(), **{name: text}))

        is_formula = (measure.TAG, name) in _FORMULAS
        if isinstance(measure, Computed) or name in self._computed:
            typed = FormulaSlot(self.site, words, put)
            typed.entry.setObjectName(name)
            self._followers.append(lambda _: typed.show_text(getattr(self._own(), name)))
            return typed
        slot = Slot(self.site, words, kinds, put, may_compute=is_formula)
        slot.choice.setObjectName(name)
        self._followers.append(lambda _: slot.show_key(getattr(self._own(), name)))
        return slot

    def _own(self) -> Any:
        """The measure whose inputs are chosen: of one relative to the best, what is compared."""
        measure = self.site.scored(self.path).measure
        return measure.of if isinstance(measure, RelativeToBest) else measure

    def _per(self) -> QWidget:
        choice = Choice(self.tr("For how many people"))

        def show(_: Measure) -> None:
            options = sorted({*_PER, self._own().per})
            choice.set_options([(per, self.tr("{count} people").format(count=short(Fraction(per)))) for per in options])
            choice.set_value(self._own().per)

        choice.chosen.connect(lambda per: self._put(replace(self._own(), per=per)))
        self._followers.append(show)
        return Line(self.tr("For every"), (choice, 1))

    def _no_previous(self, measure: Growth) -> QWidget:
        choice = Choice(self.tr("Without a last period"), terms("policy", Policy))
        choice.chosen.connect(lambda policy: self._put(replace(self._own(), no_previous=policy)))
        self._followers.append(lambda _: choice.set_value(self._own().no_previous))
        return Line(self.tr("Without a last period"), (choice, 1))

    def _compared(self, measure: RelativeToBest) -> QWidget:
        kinds = [MeasureKind(kind) for kind in _COMPARED.values()]
        choice = Choice(self.tr("What is compared"), terms("measure_kind", kinds))
        choice.set_value(MeasureKind(_COMPARED[type(measure.of)]))
        choice.chosen.connect(self._on_compared)
        return Line(self.tr("What is compared"), (choice, 1))

    def _on_compared(self, kind: MeasureKind) -> None:
        """As if the measure alone were switched, and compared again."""
        labels = new_labels(language.current())
        alone = with_rule(self.site.criterion, self.path, replace(self.site.scored(self.path), measure=self._own()))
        switched = with_measure(alone, kind, self.path, labels)
        compared = with_measure(switched, MeasureKind.RELATIVE, self.path, labels)
        scale = self.site.scored(self.path).scale
        made = scored_at(compared, self.path)
        if made is not None:
            self.site.change(with_rule(compared, self.path, replace(made, scale=scale)))
