"""Switching measures and scales: what fits stays, nothing is lost unsaid, every outcome is a rule that holds."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import answer_tables, band_forms, codec
from app.domain.building import with_measure, with_scale, written
from app.domain.formula import parse
from app.domain.framework import Criterion, InputKind, from_json
from app.domain.problems import Severity
from app.domain.rule_checks import FITTING, check_rule, inputs_read
from app.domain.rule_kinds import SCALES, MeasureKind, ScaleKind, measure_kind, scale_kind, scales_for, scored_at
from app.domain.rule_tree import (
    as_best,
    as_single,
    as_sum,
    below,
    is_removable,
    maximum_at,
    moved_input,
    moved_part,
    rule_at,
    with_gate,
    with_part,
    with_part_fields,
    without_gate,
    without_input,
    without_part,
)
from app.domain.rules import (
    BandKind,
    Bands,
    Computed,
    Gate,
    Grade,
    Items,
    Ladder,
    Number,
    Ratio,
    RelativeToBest,
    Scored,
    Sum,
    Ticks,
    TimesMaximum,
    UnitPoints,
)
from app.resources import SCHEMAS
from tests.app.domain.inventing import criteria, scored_rules
from tests.app.domain.making import AB, A, F, bands, choice, cliff, criterion, number, yes_no

M, S = MeasureKind, ScaleKind
EXAMPLES = sorted(path for path in (SCHEMAS / "examples").glob("*.json") if path.name.count(".") == 1)
LABELS = {"part": "Phần được tính", "total": "Tổng số"}


def errors(made):
    return [problem.code for problem in check_rule(made, "1") if problem.severity is Severity.ERROR]


def paths(rule, here=()):
    yield here
    for at, inner in enumerate(below(rule)):
        yield from paths(inner, (*here, at))


def kept(before, after):
    """Whether every input of `before` is still there, with its words and answers."""
    told = {input_.key: (input_.label, input_.unit, input_.hint, input_.options) for input_ in after.inputs}
    return all(told.get(i.key) == (i.label, i.unit, i.hint, i.options) for i in before.inputs)


def measured(made):
    scored = (scored_at(made, path) for path in paths(made.rule))
    return {key for each in scored if each is not None for key in inputs_read(each.measure)}


# What is on offer. -------------------------------------------------------------------------------------------------


def test_every_measure_offers_scales_the_engine_takes():
    start = criterion(cliff("75%"))
    for kind in M:
        made = with_measure(start, kind)
        measure = made.rule.measure
        for wanted in SCALES[kind]:
            scale = with_scale(made, wanted).rule.scale
            assert isinstance(measure, FITTING[type(scale)]), (kind, wanted)


def test_a_scale_in_use_is_offered_though_it_is_unusual():
    rule = Scored(measure=Ratio(numerator="a", denominator="b"), scale=UnitPoints(points=A("1")))
    assert scales_for(criterion(rule), rule, F(10))[-1] is S.UNIT_POINTS


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([("75%", None, Grade(fraction=A("1"))), (None, "75%", "literal")], S.FULL_FROM),
        ([(None, "75%", "literal"), ("75%", None, "10")], S.FULL_FROM),
        ([(">75%", None, "10"), (None, "75%=", "literal")], S.FULL_FROM),
        ([("75%", None, "10"), (None, "75%", "rescaled:75%")], S.DIVIDED),
        ([("75%", None, "10"), (None, "75%", "rescaled:80%")], S.STEPS),
        ([("100%", None, "10"), (None, "100%", "0")], S.ALL_OR_NOTHING),
        ([("85%", None, "10"), ("60%", "85%", "rescaled:85%"), (None, "60%", "0")], S.FLOOR),
        ([("85%", None, "10"), ("60%", "85%", "literal"), (None, "60%", "1")], S.STEPS),
        ([("85%", None, "10"), (None, "75%", "literal")], S.STEPS),
        ([("85%", None, "9"), (None, "85%", "literal")], S.STEPS),
    ],
)
def test_common_bands_are_called_by_their_name(rows, kind):
    assert scale_kind(bands(*rows), F(10)) is kind


def test_a_number_from_elsewhere_is_a_measure_of_its_own():
    made = with_measure(criterion(cliff("75%")), M.IMPORTED)
    assert measure_kind(made, made.rule.measure) is M.IMPORTED
    assert made.inputs[0].kind is InputKind.IMPORTED
    assert made.inputs[0].label == AB[0].label
    assert with_measure(made, M.COUNT).inputs[0].kind is InputKind.NUMBER


# Switching. --------------------------------------------------------------------------------------------------------


@given(scored_rules(), st.lists(st.sampled_from(list(M)), min_size=1, max_size=4))
def test_every_switch_of_measure_keeps_the_inputs_and_holds_together(rule, kinds):
    made = start = criterion(
        rule, inputs=(*AB, number("n"), yes_no("y"), yes_no("z"), choice("q", "x"), choice("r", "x"))
    )
    for kind in kinds:
        made = with_measure(made, kind, labels=LABELS)
        assert measure_kind(made, made.rule.measure) is kind
        assert errors(made) == [] or errors(made) == ["rule_empty"]
    assert kept(start, made)
    assert codec.from_json(Criterion, codec.to_json(made)) == made


@given(scored_rules(), st.lists(st.sampled_from(list(S)), min_size=1, max_size=4))
def test_every_switch_of_scale_on_offer_holds_together(rule, kinds):
    made = start = with_measure(criterion(rule, inputs=AB), M.FORMULA)
    for kind in kinds:
        if kind in scales_for(made, made.rule, F(10)):
            made = with_scale(made, kind)
            assert kind is S.STEPS or scale_kind(made.rule.scale, F(10)) is kind
    assert start.inputs == made.inputs
    assert not {"scale_mismatch", "bands_overlap", "grade_unclear"} & set(errors(made))
    assert codec.from_json(Criterion, codec.to_json(made)) == made


def test_a_ratio_keeps_its_threshold_from_form_to_form():
    start = criterion(cliff("75%"))
    for kind in (S.DIVIDED, S.ALL_OR_NOTHING, S.FLOOR, S.FULL_FROM):
        start = with_scale(start, kind)
        assert band_forms.threshold_of(start.rule.scale) == "75%"
    assert start == criterion(cliff("75%"))


def test_a_table_keeps_the_bands_it_is_made_from():
    start = criterion(cliff("75%"))
    assert with_scale(start, S.STEPS) == start


def test_a_ratio_turned_into_a_formula_and_back_is_the_same_ratio():
    rule = Scored(measure=Ratio(numerator="a + n", denominator="b"), scale=TimesMaximum())
    start = criterion(rule, inputs=(*AB, number("n")))
    made = with_measure(start, M.FORMULA)
    assert made.rule.measure == Computed(expression="(a + n) / b")
    assert with_measure(made, M.RATIO) == start


def test_a_ratio_compared_with_the_best_is_the_same_ratio():
    made = with_measure(criterion(cliff("75%")), M.RELATIVE)
    assert made.rule.measure == RelativeToBest(of=Ratio(numerator="a", denominator="b"))
    assert with_measure(made, M.RATIO) == criterion(cliff("75%"))


def test_from_shares_to_a_count_the_threshold_is_not_carried():
    scale = with_measure(criterion(cliff("75%")), M.COUNT).rule.scale
    assert isinstance(scale, Bands)
    assert band_forms.threshold_of(scale) == "1"


def test_a_ratio_turned_into_a_formula_keeps_its_threshold():
    made = with_measure(criterion(cliff("75%")), M.FORMULA)
    assert made.rule.scale == cliff("75%").scale


def test_growth_asks_for_a_previous_period_that_may_be_absent():
    made = with_measure(criterion(cliff("75%")), M.GROWTH)
    assert [input_.may_be_absent for input_ in made.inputs] == [False, True]
    assert all(band.kind is not BandKind.LITERAL for band in made.rule.scale.bands)
    assert [input_.may_be_absent for input_ in with_measure(made, M.RATIO).inputs] == [False, False]


def test_new_inputs_are_made_only_where_none_is_left():
    made = with_measure(
        criterion(Scored(measure=Number(input="a"), scale=UnitPoints(points=A("1"))), inputs=AB), M.RATIO
    )
    assert [input_.key for input_ in made.inputs] == ["a", "b"]
    made = with_measure(criterion(cliff("75%"), inputs=()), M.PERIODS, labels={"period_1": "Quý I"})
    assert len(made.inputs) == 4
    assert made.inputs[0].label == "Quý I"


def test_options_keep_their_points_and_new_ones_are_spread_evenly():
    made = with_measure(criterion(cliff("75%"), inputs=(choice("q", "x", "y", "z"),)), M.CHOICE)
    assert [str(grade.fraction or grade.points) for grade in made.rule.scale.grades.values()] == ["1", "0.5", "0"]


@pytest.mark.parametrize("text", ["a + b * c", "(a + b) * c", "a - (b - c)", "min(a, b) / 2", "a / (b * c)", "a * 1/3"])
def test_a_formula_is_written_as_it_was_read(text):
    assert parse(written(parse(text))) == parse(text)


# Inputs. -----------------------------------------------------------------------------------------------------------


def test_an_input_in_use_is_not_removed():
    start = criterion(cliff("75%"), inputs=(*AB, number("n")))
    assert [is_removable(start, key) for key in "abn"] == [False, False, True]
    assert without_input(start, "a") is start
    assert without_input(start, "n").inputs == AB


def test_an_item_of_a_list_goes_with_its_points():
    items = Items(grades={key: Grade(fraction=A("1/3")) for key in "xyz"})
    start = criterion(Scored(measure=Ticks(inputs=("x", "y", "z")), scale=items), inputs=map(yes_no, "xyz"))
    made = without_input(start, "y")
    assert inputs_read(made.rule.measure) == ("x", "z")
    assert list(made.rule.scale.grades) == ["x", "z"]
    assert not is_removable(without_input(made, "z"), "x")


def test_an_input_moves_until_the_end():
    start = criterion(cliff("75%"))
    assert moved_input(start, "a", 1).inputs == AB[::-1]
    assert moved_input(start, "a", -1) == start


def test_rows_of_a_table_of_answers_come_and_go():
    start = with_measure(criterion(cliff("75%"), inputs=(choice("q", "x", "y"),)), M.CHOICE)
    made = answer_tables.with_row(start, (), "Mức khác")
    assert [row.label for row in answer_tables.rows(made, ())] == ["Mức x", "Mức y", "Mức khác"]
    assert errors(made) == []
    assert answer_tables.without_row(made, (), "option_1") == start
    assert answer_tables.rows(answer_tables.with_label(start, (), "x", "Tốt"), ())[0].label == "Tốt"


def test_an_answer_of_periods_changes_in_every_period():
    start = with_measure(criterion(cliff("75%"), inputs=()), M.PERIODS)
    made = answer_tables.with_label(start, (), "late", "Muộn")
    assert {input_.options[1].label for input_ in made.inputs} == {"Muộn"}
    assert len(answer_tables.with_period(start, (), "Quý V").inputs) == 5


# Combining. --------------------------------------------------------------------------------------------------------


@given(criteria(), st.sampled_from([as_sum, as_best, with_gate, without_gate, as_single, with_part]), st.data())
def test_combining_keeps_inputs_and_measures(start, change, data):
    path = data.draw(st.sampled_from(list(paths(start.rule))))
    made = change(start, path)
    assert kept(start, made)
    assert measured(start) <= measured(made)
    assert codec.from_json(Criterion, codec.to_json(made)) == made


def test_a_rule_becomes_a_part_and_comes_back():
    start = criterion(cliff("75%"))
    made = with_part(as_sum(start, ()), (), "Phần hai")
    assert [part.maximum for part in made.rule.parts] == ["10", "0"]
    made = with_part_fields(made, (), 1, label="Có kế hoạch", maximum=A("2"))
    assert maximum_at(made, (1,)) == 2
    assert as_single(made, ()) is made
    assert as_single(without_part(moved_part(made, (), 0, 1), (), 0), ()).rule == start.rule


def test_parts_become_cases_that_give_no_more_than_before():
    parts = with_part(as_sum(criterion(cliff("75%")), ()), ())
    made = as_best(with_part_fields(parts, (), 1, maximum=A("2")), ())
    assert [case.rule.cap for case in made.rule.alternatives] == [None, "2"]
    assert isinstance(as_sum(made, ()).rule, Sum)


def test_a_condition_asks_something_new():
    made = with_gate(criterion(cliff("75%")), (), "Có chuyên mục")
    assert isinstance(made.rule, Gate)
    assert made.inputs[-1].label == "Có chuyên mục"
    assert rule_at(made.rule, (0,)) == cliff("75%")
    assert without_gate(made, ()).rule == cliff("75%")


# Bands. ------------------------------------------------------------------------------------------------------------


def test_both_bands_move_with_the_threshold():
    moved = band_forms.with_threshold(cliff("75%").scale, A("80%"))
    assert moved == cliff("80%").scale
    divided = band_forms.made(band_forms.BandForm.DIVIDED, A("75%"))
    assert band_forms.with_threshold(divided, A("80%")) == band_forms.made(band_forms.BandForm.DIVIDED, A("80%"))


def test_the_threshold_may_belong_to_the_band_below():
    strict = band_forms.with_strict(cliff("75%").scale, True)
    assert strict == bands((">75%", None, Grade(fraction=A("1"))), (None, "75%=", "literal"))
    assert band_forms.with_strict(strict, False) == cliff("75%").scale


def test_a_floor_moves_and_its_middle_changes():
    scale = band_forms.made(band_forms.BandForm.FLOOR, A("85%"), A("60%"))
    moved = band_forms.with_middle(band_forms.with_floor(scale, A("50%")), BandKind.RESCALED)
    assert (band_forms.floor_of(moved), moved.bands[1].threshold) == ("50%", "85%")
    assert scale_kind(moved, F(10)) is S.FLOOR


def test_nothing_is_divided_by_a_threshold_of_zero():
    scale = bands(("0", None, Grade(fraction=A("1"))), ("-1", "0", "literal"), (None, "-1", "0"))
    assert band_forms.with_middle(scale, BandKind.RESCALED) == scale


def test_rows_are_joined_without_gap_or_overlap():
    torn = bands(("4", None, "20"), ("3", "5", "15"), ("1", "2", "5"))
    assert band_forms.joined(torn) == bands(("4", None, "20"), ("3", "4", "15"), (None, "3", "5"))


@given(st.integers(1, 8))
def test_rows_are_added_below_without_a_gap(times):
    scale = bands(("4", None, "20"), (None, "4", "0"))
    for _ in range(times):
        scale = band_forms.with_row(scale)
    assert not errors(criterion(Scored(measure=Number(input="a"), scale=scale), "20", inputs=[number("a")]))
    assert band_forms.joined(scale) == scale
    assert len(scale.bands) == 2 + times


# The examples. -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_has_names_for_what_it_does(path):
    framework = from_json(json.loads(path.read_text("utf-8")))
    for place in framework.index.criteria():
        made = place.criterion
        for at in paths(made.rule):
            scored = scored_at(made, at)
            if scored is not None:
                own = scale_kind(scored.scale, maximum_at(made, at))
                assert own in SCALES[measure_kind(made, scored.measure)]
                assert with_scale(made, own, at) is made
                assert with_measure(made, measure_kind(made, scored.measure), at) is made


def test_a_ladder_starts_where_the_threshold_was():
    start = with_scale(with_measure(criterion(cliff("75%")), M.COUNT), S.ALL_OR_NOTHING)
    moved = band_forms.with_threshold(start.rule.scale, A("8800"))
    made = with_scale(criterion(Scored(measure=start.rule.measure, scale=moved)), S.LADDER)
    assert isinstance(made.rule.scale, Ladder)
    assert made.rule.scale.start == "8800"
    assert Fraction(made.rule.scale.start_points.value) == 5
