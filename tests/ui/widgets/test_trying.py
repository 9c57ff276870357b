"""The panel that tries a rule: points and reasons, the curve and its cliff, what stays while the rule changes."""

from app.domain.building import with_measure
from app.domain.rule_kinds import MeasureKind, ScaleKind
from app.domain.rules import Computed, Ratio, RelativeToBest, Scored, TimesMaximum
from tests.app.domain.making import choice, cliff, criterion, strict_cliff
from tests.ui.widgets.building_desk import type_into
from ui.widgets.rule_builder.scale_form import ScaleForm


def test_the_panel_gives_points_and_reasons_for_what_is_typed(qtbot, desk):
    made = desk(criterion(cliff("75%"), "20"))
    type_into(qtbot, made.panel.editors["a"].entry.entry, "1440")
    type_into(qtbot, made.panel.editors["b"].entry.entry, "2000")
    assert made.panel.figure._value.text() == "14,40"
    assert "72,00" in made.panel.why.text()
    assert "14,40" in made.panel.curve.accessibleDescription()


def test_what_was_typed_stays_while_the_rule_changes(qtbot, desk):
    made = desk(criterion(cliff("75%"), "20"))
    made.panel.try_value("a", "1440")
    made.panel.try_value("b", "2000")
    made.find(ScaleForm).buttons.buttons[ScaleKind.DIVIDED].click()
    assert made.panel.figure._value.text() == "19,20"


def test_a_cliff_is_told_with_both_sides(desk):
    made = desk(criterion(cliff("75%"), "20"))
    told = made.panel._warned.text().replace("\u00a0", " ")
    assert "74,99 %" in told
    assert "15,00" in told
    assert "20,00" in told
    made.show(criterion(strict_cliff("75%"), "20"))
    assert "75,01 %" in made.panel._warned.text().replace("\u00a0", " ")
    made.find(ScaleForm).buttons.buttons[ScaleKind.DIVIDED].click()
    assert not made.panel._warning.isVisibleTo(made.panel)


def test_half_a_formula_breaks_nothing(desk):
    made = desk(criterion(Scored(measure=Computed(expression="a / ("), scale=TimesMaximum())))
    made.panel.try_value("a", "1")
    assert made.panel.figure._value.text() == "–"
    assert made.panel.why.text()


def test_the_best_of_others_can_be_tried(desk):
    ratio = Ratio(numerator="a", denominator="b")
    made = desk(criterion(Scored(measure=RelativeToBest(of=ratio), scale=TimesMaximum()), "40"))
    made.panel.try_value("a", "50")
    made.panel.try_value("b", "100")
    made.panel._on_best("80")
    assert made.panel.figure._value.text() == "25,00"


def test_the_curve_looks_different_in_the_dark(desk, look):
    made = desk(criterion(cliff("75%"), "20"))
    light = made.panel.curve.grab().toImage()
    look.switch("dark")
    assert made.panel.curve.grab().toImage() != light
    look.switch("light")


def test_answers_are_drawn_as_bars(desk):
    made = desk(with_measure(criterion(cliff("75%"), inputs=(choice("q", "x", "y"),)), MeasureKind.CHOICE))
    assert made.panel.bars.isVisibleTo(made.panel)
    assert "Mức x" in made.panel.bars.accessibleDescription()
