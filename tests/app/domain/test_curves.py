"""The curve of a rule is what the rule gives: on both sides of every threshold, and everywhere between."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.curves import curve, marks_between
from app.domain.measuring import as_measure
from app.domain.rules import (
    AsPoints,
    Deductions,
    Grade,
    Inverse,
    Judgement,
    Ladder,
    Number,
    Rounding,
    RoundingMode,
    Scored,
    TimesMaximum,
    UnitPoints,
)
from app.domain.scaling import points_on_scale, rounded
from tests.app.domain.inventing import INPUTS, MEASURES, ROUNDINGS, SCALES
from tests.app.domain.making import FULL, NONE, RATIO, A, F, bands, cliff, criterion, number, strict_cliff

HAIR = F(1, 10**9)
COUNT = Number(input="n")


def drawn(rule, maximum="20", inputs=()):
    return curve(criterion(rule, maximum, inputs), rule, F(maximum))


def given_points(rule, value, maximum):
    """What the engine gives to a measure."""
    points = rounded(points_on_scale(rule.scale, as_measure(value), maximum), rule.rounding)
    limit = maximum if rule.cap is None else min(maximum, rule.cap.value)
    return min(max(points, F(0)), limit)


def read_off(line, value):
    """What the drawing says: the one piece that holds the value."""
    held = [piece for piece in line.pieces if _holds(piece, value)]
    assert len(held) == 1, (value, line.pieces)
    return held[0].first + held[0].slope * (value - held[0].start)


def _holds(piece, value):
    inside = piece.start < value < piece.end
    return inside or (value == piece.start and piece.has_start) or (value == piece.end and piece.has_end)


def test_the_cliff_of_the_law_is_drawn_with_its_size():
    line = drawn(cliff("75%"))
    assert line.jumps == ((F(3, 4), F(15), F(20), False, True),)
    assert line.jumps[0].size == 5
    assert read_off(line, F(3, 4)) == 20
    assert read_off(line, F(3, 4) - HAIR) == F(20) * (F(3, 4) - HAIR)


def test_above_a_threshold_the_threshold_itself_stays_below():
    line = drawn(strict_cliff("75%"))
    assert line.jumps[0].is_after
    assert read_off(line, F(3, 4)) == 15
    assert read_off(line, F(3, 4) + HAIR) == 20


def test_divided_by_the_threshold_there_is_no_jump():
    line = drawn(Scored(measure=RATIO, scale=bands(("75%", None, FULL), (None, "75%", "rescaled:75%"))))
    assert not line.jumps
    assert [(piece.start, piece.end) for piece in line.pieces] == [(0, F(3, 4)), (F(3, 4), 1)]


def test_a_full_share_alone_is_still_drawn():
    rule = Scored(measure=RATIO, scale=bands(("100%", None, FULL), (None, "100%", NONE)))
    line = drawn(rule)
    assert read_off(line, F(1)) == 20
    assert read_off(line, 1 - HAIR) == 0
    assert not line.jumps[0].is_cliff  # nothing was earned on the way


def test_steps_of_a_count_are_jumps_but_no_cliffs():
    line = drawn(Scored(measure=COUNT, scale=bands(("2", None, "20"), ("1", "2", "5"), (None, "1", "0"))))
    assert [(jump.at, jump.before, jump.after) for jump in line.jumps] == [(1, 0, 5), (2, 5, 20)]
    assert not any(jump.is_cliff for jump in line.jumps)


def test_a_gap_gives_nothing_and_an_overlap_the_first_band():
    line = drawn(Scored(measure=COUNT, scale=bands(("3", None, "20"), (None, "4", "5"))))
    assert (read_off(line, F(2)), read_off(line, F(7, 2))) == (5, 20)
    line = drawn(Scored(measure=COUNT, scale=bands(("3", None, "20"), (None, "1", "5"))))
    assert read_off(line, F(2)) == 0


def test_a_ladder_climbs_to_the_maximum():
    scale = Ladder(start=A("8800"), start_points=A("1"), each=A("8800"), points=A("1"))
    line = drawn(Scored(measure=COUNT, scale=scale), "3")
    assert [jump.at for jump in line.jumps] == [8800, 17600, 26400]
    assert line.end > 26400


def test_a_coarse_rounding_is_drawn_in_steps_and_a_fine_one_as_its_slope():
    coarse = drawn(Scored(measure=RATIO, scale=TimesMaximum(), rounding=Rounding(unit=A("1"))), "2")
    assert [jump.at for jump in coarse.jumps] == [F(1, 4), F(3, 4)]
    fine = drawn(Scored(measure=RATIO, scale=TimesMaximum(), rounding=Rounding(unit=A("0.01"))))
    assert len(fine.pieces) == 1


def test_a_cliff_is_told_through_a_coarse_rounding_too():
    rule = cliff("75%")
    rule = Scored(measure=rule.measure, scale=rule.scale, rounding=Rounding(unit=A("5"), mode=RoundingMode.DOWN))
    assert [jump.at for jump in drawn(rule).jumps if jump.is_cliff] == [F(3, 4)]


def test_a_cap_flattens_the_end():
    line = drawn(Scored(measure=COUNT, scale=UnitPoints(points=A("1")), cap=A("5")), "8")
    assert (read_off(line, F(4)), read_off(line, F(6))) == (4, 5)
    assert line.maximum == 8


@pytest.mark.parametrize(
    ("scale", "at_zero"),
    [(Inverse(is_confirmed=True), 20), (Deductions(each=Grade(points=A("2"))), 20), (AsPoints(), 0)],
)
def test_what_falls_begins_at_the_top(scale, at_zero):
    assert read_off(drawn(Scored(measure=COUNT, scale=scale)), F(0)) == at_zero


def test_a_choice_and_a_judgement_have_no_curve():
    assert drawn(Scored(measure=Judgement(), scale=AsPoints())) is None


def test_a_count_of_whole_numbers_says_so():
    from app.domain.framework import InputKind

    rule = Scored(measure=COUNT, scale=UnitPoints(points=A("1")))
    assert drawn(rule, inputs=[number("n", kind=InputKind.INTEGER)]).is_whole
    assert not drawn(rule, inputs=[number("n")]).is_whole


def test_the_span_grows_to_show_what_is_tried():
    rule = Scored(measure=COUNT, scale=UnitPoints(points=A("1")))
    assert curve(criterion(rule, "5", ()), rule, F(5), F(40)).end == 40


@given(MEASURES, SCALES, ROUNDINGS, st.sampled_from(["0.5", "5", "20"]), st.data())
def test_every_curve_says_what_the_engine_gives(measure, scale, rounding, maximum, data):
    rule = Scored(measure=measure, scale=scale, rounding=rounding)
    top = F(maximum)
    line = curve(criterion(rule, maximum, INPUTS), rule, top)
    assert (line.pieces[0].start, line.pieces[-1].end) == (line.start, line.end)
    assert all(left.end == right.start for left, right in zip(line.pieces, line.pieces[1:], strict=False))
    places = {edge for piece in line.pieces for edge in (piece.start, piece.end)}
    near = {place + off for place in places for off in (-HAIR, F(0), HAIR)}
    value = data.draw(st.sampled_from(sorted(each for each in near if line.start <= each <= line.end)))
    told, meant = read_off(line, value), given_points(rule, value, top)
    assert abs(told - meant) <= (0 if rounding is None else rounding.unit.value)
    if rounding is None or top <= rounding.unit.value * 60:
        assert told == meant


@given(st.fractions(-1000, 1000), st.fractions(F(1, 1000), 10**6), st.integers(2, 8))
def test_an_axis_has_few_round_marks_inside(start, width, most):
    marks = marks_between(start, start + width, most)
    assert 1 <= len(marks) <= most or len(marks) == 0
    assert all(start <= mark <= start + width for mark in marks)


def test_an_axis_of_shares_is_marked_in_quarters():
    assert marks_between(F(0), F(1), 5) == tuple(F(at, 4) for at in range(5))
    assert marks_between(F(0), F(20), 5) == tuple(Fraction(at * 5) for at in range(5))
