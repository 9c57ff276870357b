"""Every rule of the field's taxonomy, R1 to R26 and growth, with the figures given there, on both sides of a step."""

from fractions import Fraction

import pytest

from app.domain.assessment import Response
from app.domain.framework import InputKind
from app.domain.rules import (
    Alternative,
    AsPoints,
    Best,
    Choice,
    Computed,
    Deductions,
    Gate,
    Growth,
    Inverse,
    Items,
    Ladder,
    Number,
    Options,
    Part,
    Periods,
    PerPeriod,
    PerPopulation,
    Policy,
    Ratio,
    RelativeToBest,
    Rounding,
    RoundingMode,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    TimesMaximum,
    UnitPoints,
    YesNo,
)
from app.domain.scoring import Peers, State
from tests.app.domain.making import (
    AB,
    COUNTED,
    FULL,
    JUDGED,
    NONE,
    PLAIN,
    RATIO,
    A,
    bands,
    choice,
    cliff,
    grade,
    number,
    part_of,
    scored,
    strict_cliff,
    yes_no,
)

F = Fraction

HAS = (yes_no("có"),)
N = (number("n"),)
TICKS_7 = tuple(yes_no(f"t{at}") for at in range(7))
QUARTERS = tuple(choice(f"q{at}", "on_time", "late", "none") for at in range(4))

R1 = Scored(measure=YesNo(input="có"), scale=Options(grades={"yes": FULL, "no": NONE}))
R2 = Scored(
    measure=Choice(input="head"),
    scale=Options(grades={"head": FULL, "deputy": part_of("1/2"), "other": NONE}),
)
R3 = Scored(measure=Ticks(inputs=("t0", "t1")), scale=Items(grades={"t0": part_of("1/2"), "t1": part_of("1/2")}))
R3_FOUR = Scored(
    measure=Ticks(inputs=("t0", "t1", "t2")),
    scale=Items(grades={"t0": part_of("1/2"), "t1": part_of("1/4"), "t2": part_of("1/4")}),
)
R4 = Scored(
    measure=Number(input="n"),
    scale=bands(("4", None, "20"), ("3", "4", "15"), ("2", "3", "10"), ("1", "2", "5"), (None, "1", "0")),
)
R5 = Gate(
    input="có",
    then=Scored(
        measure=Number(input="n"),
        scale=bands(("52", None, FULL), ("20", "52", part_of("1/2")), (None, "20", part_of("1/4"))),
    ),
)
R6 = Scored(
    measure=RATIO,
    scale=bands(("80%", "90%", "1"), ("70%", "80%", "0.5"), ("50%", "70%", "0.25"), (None, "50%", "0")),
)
R8B = Scored(
    measure=RATIO,
    scale=bands(("85%", None, FULL), ("60%", "85%", "rescaled:85%"), (None, "60%", NONE)),
    rounding=Rounding(unit=A("0.01")),
)
R9 = Scored(measure=RATIO, scale=bands(("100%", None, FULL), ("90%", "100%", "literal"), (None, "90%", NONE)))
R9B = Scored(measure=RATIO, scale=bands(("1", None, FULL), (None, "1", NONE)))
R10 = Scored(measure=Number(input="n"), scale=UnitPoints(points=A("1")), cap=A("5"))
R11_ICT = Sum(
    parts=(
        Part(label="Tỷ lệ trang bị", maximum=A("45"), rule=PLAIN),
        Part(label="Ứng dụng", maximum=A("5"), rule=Scored(measure=Number(input="n"), scale=UnitPoints(points=A("1")))),
    )
)
R11_FOUR = Sum(
    parts=(
        Part(label="Đã ban hành", maximum=A("2"), rule=R1),
        Part(label="Tỷ lệ thực hiện", maximum=A("2"), rule=R9),
    )
)
R12 = Best(
    alternatives=(
        Alternative(
            label="Tự xây dựng", rule=Scored(measure=YesNo(input="own"), scale=Options(grades={"yes": grade("6")}))
        ),
        Alternative(label="Thuê", rule=Scored(measure=YesNo(input="rent"), scale=Options(grades={"yes": grade("10")}))),
    )
)
R12_INPUTS = (yes_no("own"), yes_no("rent"))
R13 = Scored(
    measure=Ratio(numerator="b + c", denominator="a"),
    scale=bands(("75%", None, FULL), (None, "75%", "literal")),
)
R13_SATISFIED = Scored(
    measure=Ratio(numerator="b + d", denominator="a + c"),
    scale=bands(("95%", None, FULL), (None, "95%", "literal")),
)
ABC = (number("a"), number("b"), number("c"))
ABCD = (*ABC, number("d"))
R15 = Scored(
    measure=Periods(inputs=("q0", "q1", "q2", "q3")),
    scale=PerPeriod(grades={"on_time": grade("0.5"), "late": grade("0.25"), "none": NONE}),
)
R16 = Scored(measure=RATIO, scale=Inverse(is_confirmed=True))
R17 = Scored(measure=Ticks(inputs=tuple(f"t{at}" for at in range(7))), scale=ShareOfItems())
R25 = Scored(
    measure=PerPopulation(count="n", population="p"),
    scale=bands(("1", None, "20"), ("0.5", "1", "10"), (None, "0.5", "0")),
)
R25_INPUTS = (number("n", kind=InputKind.INTEGER), number("p", kind=InputKind.INTEGER))
LADDER = Scored(
    measure=Number(input="n"),
    scale=Ladder(start=A("17600"), start_points=A("1"), each=A("8800"), points=A("1")),
)
DEDUCTED = Scored(measure=Number(input="n"), scale=Deductions(start=grade("10"), each=grade("0.5")))
GROWN = Scored(
    measure=Growth(current="a", previous="b", no_previous=Policy.ZERO),
    scale=bands(("10%", None, FULL), (None, "10%", NONE)),
)


def ab(a, b):
    return {"a": str(a), "b": str(b)}


def ticks(*numbers):
    return {f"t{at}": "yes" for at in numbers}


def quarters(*answers):
    return {f"q{at}": answer for at, answer in enumerate(answers)}


CASES = [
    # rule, maximum, inputs, answers, points
    ("R1 yes", R1, "1", HAS, {"có": "yes"}, "1"),
    ("R1 no", R1, "1", HAS, {"có": "no"}, "0"),
    ("R1 empty is not zero", R1, "1", HAS, {}, None),
    ("R2 head", R2, "20", (choice("head", "head", "deputy", "other"),), {"head": "head"}, "20"),
    ("R2 deputy", R2, "20", (choice("head", "head", "deputy", "other"),), {"head": "deputy"}, "10"),
    ("R2 other", R2, "20", (choice("head", "head", "deputy", "other"),), {"head": "other"}, "0"),
    ("R3 issued", R3, "2", TICKS_7, {"t0": "yes"}, "1"),
    ("R3 both", R3, "2", TICKS_7, ticks(0, 1), "2"),
    ("R3 none of them", R3, "2", TICKS_7, {"t0": "no"}, "0"),
    ("R3 empty", R3, "2", TICKS_7, {}, None),
    ("R3 half and a quarter", R3_FOUR, "4", TICKS_7, ticks(0, 2), "3"),
    ("R3 quarters", R3_FOUR, "4", TICKS_7, ticks(1, 2), "2"),
    ("R4 five", R4, "20", N, {"n": "5"}, "20"),
    ("R4 four", R4, "20", N, {"n": "4"}, "20"),
    ("R4 three", R4, "20", N, {"n": "3"}, "15"),
    ("R4 two", R4, "20", N, {"n": "2"}, "10"),
    ("R4 one", R4, "20", N, {"n": "1"}, "5"),
    ("R4 nought", R4, "20", N, {"n": "0"}, "0"),
    ("R5 52", R5, "2", (*HAS, *N), {"có": "yes", "n": "52"}, "2"),
    ("R5 51", R5, "2", (*HAS, *N), {"có": "yes", "n": "51"}, "1"),
    ("R5 20", R5, "2", (*HAS, *N), {"có": "yes", "n": "20"}, "1"),
    ("R5 19", R5, "2", (*HAS, *N), {"có": "yes", "n": "19"}, "1/2"),
    ("R5 an existing column with 0 items earns a quarter", R5, "2", (*HAS, *N), {"có": "yes", "n": "0"}, "1/2"),
    ("R5 not existing", R5, "2", (*HAS, *N), {"có": "no", "n": "60"}, "0"),
    ("R5 not existing, nothing counted", R5, "2", (*HAS, *N), {"có": "no"}, "0"),
    ("R5 existence not answered", R5, "2", (*HAS, *N), {"n": "60"}, None),
    ("R5 not counted yet", R5, "2", (*HAS, *N), {"có": "yes"}, None),
    ("R6 89,99 %", R6, "1", AB, ab(8999, 10000), "1"),
    ("R6 90 %: the top band is not visible in the source", R6, "1", AB, ab(9, 10), "0"),
    ("R6 80 %", R6, "1", AB, ab(8, 10), "1"),
    ("R6 79,99 %", R6, "1", AB, ab(7999, 10000), "1/2"),
    ("R6 70 %", R6, "1", AB, ab(7, 10), "1/2"),
    ("R6 69,99 %", R6, "1", AB, ab(6999, 10000), "1/4"),
    ("R6 50 %", R6, "1", AB, ab(5, 10), "1/4"),
    ("R6 49,99 %", R6, "1", AB, ab(4999, 10000), "0"),
    ("R7 a third", PLAIN, "20", AB, ab(1, 3), "20/3"),
    ("R7 38/40 is 95 %", PLAIN, "20", AB, ab(38, 40), "19"),
    ("R7 above one", PLAIN, "20", AB, ab(45, 40), "20"),
    ("R7 half given", PLAIN, "20", AB, {"a": "3"}, None),
    ("R8 30 % of 30 %", cliff("30%"), "5", AB, ab(30, 100), "5"),
    ("R8 29 % of 30 %", cliff("30%"), "5", AB, ab(29, 100), "29/20"),
    ("R8 74,9 % of 75 %", cliff("75%"), "5", AB, ab(749, 1000), "749/200"),
    ("R8 75 % of 75 %", cliff("75%"), "5", AB, ab(750, 1000), "5"),
    ("R8 38/40 of 95 %", cliff("95%"), "20", AB, ab(38, 40), "20"),
    ("R8 37/40 of 95 %", cliff("95%"), "20", AB, ab(37, 40), "37/2"),
    ("R8 80 %", cliff("80%"), "10", AB, ab(4, 5), "10"),
    ("R8 just below 80 %", cliff("80%"), "10", AB, ab(79, 100), "79/10"),
    ("R8 70 %", cliff("70%"), "10", AB, ab(7, 10), "10"),
    ("R8 above 30 %: 30 % is not above", strict_cliff("30%"), "5", AB, ab(30, 100), "3/2"),
    ("R8 above 30 %: the next file is", strict_cliff("30%"), "5", AB, ab(30001, 100000), "5"),
    ("R8 just below 70 %", cliff("70%"), "10", AB, ab(69, 100), "69/10"),
    ("R8b 85 %", R8B, "10", AB, ab(85, 100), "10"),
    ("R8b 84 %", R8B, "10", AB, ab(84, 100), "247/25"),  # 9.88235… → 9.88
    ("R8b 60 %", R8B, "10", AB, ab(60, 100), "353/50"),  # 7.0588… → 7.06
    ("R8b 59,9 %", R8B, "10", AB, ab(599, 1000), "0"),
    ("R9 100 %", R9, "1", AB, ab(7, 7), "1"),
    ("R9 99 %", R9, "1", AB, ab(99, 100), "99/100"),
    ("R9 90 %", R9, "1", AB, ab(90, 100), "9/10"),
    ("R9 89,9 %", R9, "1", AB, ab(899, 1000), "0"),
    ("R9b 100 %", R9B, "3", AB, ab(5, 5), "3"),
    ("R9b 99,99 %", R9B, "3", AB, ab(9999, 10000), "0"),
    ("R10 four", R10, "10", N, {"n": "4"}, "4"),
    ("R10 five", R10, "10", N, {"n": "5"}, "5"),
    ("R10 six, capped at five", R10, "10", N, {"n": "6"}, "5"),
    ("R10 capped by the maximum", R10, "3", N, {"n": "4"}, "3"),
    ("R11 ratio × 45 + applications", R11_ICT, "50", (*AB, *N), {**ab(2, 3), "n": "3"}, "33"),
    ("R11 applications at most 5", R11_ICT, "50", (*AB, *N), {**ab(2, 3), "n": "9"}, "35"),
    ("R11 2 + 2", R11_FOUR, "4", (*HAS, *AB), {"có": "yes", **ab(95, 100)}, "39/10"),
    ("R11 0 + 2", R11_FOUR, "4", (*HAS, *AB), {"có": "no", **ab(1, 1)}, "2"),
    ("R11 2 + below the floor", R11_FOUR, "4", (*HAS, *AB), {"có": "yes", **ab(89, 100)}, "2"),
    ("R12 the best case counts", R12, "10", R12_INPUTS, {"own": "yes", "rent": "yes"}, "10"),
    ("R12 the only case", R12, "10", R12_INPUTS, {"own": "yes", "rent": "no"}, "6"),
    ("R12 the other not answered", R12, "10", R12_INPUTS, {"own": "yes"}, "6"),
    ("R12 nothing", R12, "10", R12_INPUTS, {}, None),
    ("R13 75 %", R13, "20", ABC, {"a": "200", "b": "50", "c": "100"}, "20"),
    ("R13 74,5 %", R13, "20", ABC, {"a": "200", "b": "49", "c": "100"}, "149/10"),
    ("R13 satisfied 95 %", R13_SATISFIED, "10", ABCD, {"a": "60", "b": "57", "c": "40", "d": "38"}, "10"),
    ("R13 satisfied 94 %", R13_SATISFIED, "10", ABCD, {"a": "60", "b": "56", "c": "40", "d": "38"}, "47/5"),
    ("R15 all on time", R15, "2", QUARTERS, quarters("on_time", "on_time", "on_time", "on_time"), "2"),
    ("R15 mixed", R15, "2", QUARTERS, quarters("on_time", "late", "none", "late"), "1"),
    ("R15 a quarter missing", R15, "2", QUARTERS, quarters("on_time", "late", "none"), None),
    ("R16 nothing returned", R16, "1", AB, ab(0, 40), "1"),
    ("R16 10 % returned", R16, "1", AB, ab(4, 40), "9/10"),
    ("R16 everything returned", R16, "1", AB, ab(40, 40), "0"),
    ("R17 five of seven", R17, "3", TICKS_7, ticks(0, 1, 2, 3, 4), "15/7"),
    ("R17 all", R17, "3", TICKS_7, ticks(*range(7)), "3"),
    ("R17 none", R17, "3", TICKS_7, {"t3": "no"}, "0"),
    ("R21 pass", R9B, "1", AB, ab(3, 3), "1"),
    ("R22 survey", COUNTED, "10", N, {"n": "8.75"}, "35/4"),
    ("R23 from another index, never above the maximum", COUNTED, "14", N, {"n": "14.5"}, "14"),
    ("R24 negative from a system is no points", COUNTED, "14", (number("n", minimum=None),), {"n": "-3"}, "0"),
    ("R25 exactly one per 1,000", R25, "20", R25_INPUTS, {"n": "7", "p": "7000"}, "20"),
    ("R25 a hair below", R25, "20", R25_INPUTS, {"n": "7", "p": "7001"}, "10"),
    ("R25 half", R25, "20", R25_INPUTS, {"n": "1", "p": "2000"}, "10"),
    ("R25 below half", R25, "20", R25_INPUTS, {"n": "1", "p": "2001"}, "0"),
    ("ladder below its start", LADDER, "5", N, {"n": "17599"}, "0"),
    ("ladder at its start", LADDER, "5", N, {"n": "17600"}, "1"),
    ("ladder one short of the next", LADDER, "5", N, {"n": "26399"}, "1"),
    ("ladder: each further 8,800 adds 1", LADDER, "5", N, {"n": "26400"}, "2"),
    ("ladder at the maximum", LADDER, "5", N, {"n": "999999"}, "5"),
    ("start minus deductions", DEDUCTED, "10", N, {"n": "3"}, "17/2"),
    ("nothing to deduct", DEDUCTED, "10", N, {"n": "0"}, "10"),
    ("deductions never below 0", DEDUCTED, "10", N, {"n": "21"}, "0"),
    ("growth of 10 %", GROWN, "1", AB, ab(110, 100), "1"),
    ("growth of 9,9 %", GROWN, "1", AB, ab(1099, 1000), "0"),
    ("shrinking", GROWN, "1", AB, ab(50, 100), "0"),
]


@pytest.mark.parametrize(
    ("rule", "maximum", "inputs", "answers", "points"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_points(rule, maximum, inputs, answers, points):
    node = scored(rule, maximum, inputs, answers)

    assert node.points == (None if points is None else F(points))
    assert node.state is (State.EMPTY if points is None else State.SCORED)
    assert node.effective_maximum == node.maximum == F(maximum)


@pytest.mark.parametrize(
    ("unit", "mode", "points"),
    [
        ("0.25", RoundingMode.HALF_UP, "2.25"),
        ("0.25", RoundingMode.DOWN, "2"),
        ("0.25", RoundingMode.UP, "2.25"),
        ("0.01", RoundingMode.HALF_UP, "2.14"),
        ("0.01", RoundingMode.UP, "2.15"),
        ("1", RoundingMode.HALF_UP, "2"),
    ],
)
def test_a_rule_rounds_only_as_it_states(unit, mode, points):
    rounding = Rounding(unit=A(unit), mode=mode)
    rule = Scored(measure=RATIO, scale=TimesMaximum(), rounding=rounding)

    assert scored(rule, "3", AB, ab(5, 7)).points == F(points)  # 15/7 = 2.142857…


def test_half_a_unit_goes_up():
    rule = Scored(measure=Number(input="n"), scale=AsPoints(), rounding=Rounding(unit=A("0.25")))

    assert scored(rule, "10", N, {"n": "2.125"}).points == F("2.25")
    assert scored(rule, "10", N, {"n": "2.124999999999"}).points == 2


def test_rounding_can_not_lift_points_above_the_maximum():
    rule = Scored(measure=Number(input="n"), scale=AsPoints(), rounding=Rounding(unit=A("3")))

    assert scored(rule, "10", N, {"n": "11"}).points == 10


def test_an_incomplete_sum_says_so_and_counts_what_is_there():
    node = scored(R11_FOUR, "4", (*HAS, *AB), {"có": "yes"})

    assert (node.points, node.state, node.remarks) == (2, State.PROVISIONAL, ("incomplete",))


def test_a_ratio_above_one_is_remarked():
    assert scored(PLAIN, "20", AB, ab(45, 40)).remarks == ("above_one",)
    assert scored(PLAIN, "20", AB, ab(40, 40)).remarks == ()


def test_judgement_takes_the_points_a_person_gives():  # R20
    assert scored(JUDGED, "4", (), Response(points="2.5")).points == F(5, 2)
    assert scored(JUDGED, "4", (), Response()).state is State.EMPTY


BEST = Scored(measure=RelativeToBest(of=RATIO), scale=TimesMaximum())


@pytest.mark.parametrize(
    ("own", "peers", "points"),
    [
        (ab(30, 10), (F(6), F(2)), "20"),  # 3 of at most 6
        (ab(30, 10), (F(3),), "40"),  # shares the top
        (ab(60, 10), (F(3),), "40"),  # is the top, and is compared with itself
        (ab(60, 10), (F(0),), "40"),  # the only one above zero
        (ab(0, 10), (F(3),), "0"),
    ],
)
def test_relative_to_the_best_of_the_peers(own, peers, points):  # R14: 40 points
    node = scored(BEST, "40", AB, own, Peers(measures={"1.1": peers}, is_complete=True))

    assert (node.points, node.state) == (F(points), State.SCORED)
    assert node.measured == F(own["a"]) / F(own["b"])


@pytest.mark.parametrize(("peers", "own"), [((), ab(3, 1)), ((F(0),), ab(0, 1))])
def test_nobody_left_or_a_best_of_zero_is_for_the_reviewer(peers, own):
    node = scored(BEST, "40", AB, own, Peers(measures={"1.1": peers}, is_complete=True))

    assert (node.points, node.state, node.remarks) == (None, State.PROVISIONAL, ("no_peer",))
    assert [told.policy for told in node.applied] == ["reviewer_decides"]


def test_relative_to_the_best_waits_for_the_others():
    alone = scored(BEST, "40", AB, ab(3, 1))
    early = scored(BEST, "40", AB, ab(3, 1), Peers(measures={"1.1": (F(6),)}))

    assert (alone.points, alone.state, alone.measured) == (None, State.PROVISIONAL, 3)
    assert (early.points, early.state) == (20, State.PROVISIONAL)


@pytest.mark.parametrize(
    ("of", "inputs", "answers", "own"),
    [
        (Number(input="n"), N, {"n": "12"}, F(12)),
        (Computed(expression="n * 2"), N, {"n": "12"}, F(24)),
        (PerPopulation(count="n", population="p", per=100), R25_INPUTS, {"n": "3", "p": "200"}, F(3, 2)),
    ],
)
def test_any_number_can_be_compared_with_the_best(of, inputs, answers, own):
    rule = Scored(measure=RelativeToBest(of=of), scale=TimesMaximum())
    node = scored(rule, "10", inputs, answers, Peers(measures={"1.1": (own * 4,)}, is_complete=True))

    assert (node.points, node.measured) == (F(5, 2), own)


GROWTH_INPUTS = (number("a"), number("b", may_be_absent=True))


@pytest.mark.parametrize(
    ("policy", "points", "left", "state"),
    [
        (Policy.FULL, F(10), F(10), State.SCORED),
        (Policy.ZERO, F(0), F(10), State.SCORED),
        (Policy.EXCLUDED, None, F(0), State.NOT_APPLICABLE),
        (Policy.PEER_MAXIMUM, None, F(10), State.PROVISIONAL),
        (Policy.REVIEWER_DECIDES, None, F(10), State.PROVISIONAL),
    ],
)
def test_growth_without_a_previous_period(policy, points, left, state):
    rule = Scored(measure=Growth(current="a", previous="b", no_previous=policy), scale=bands(("0", None, FULL)))
    node = scored(rule, "10", GROWTH_INPUTS, {"a": "5", "b": "none"})

    assert (node.points, node.effective_maximum, node.state) == (points, left, state)
    assert [(told.policy, told.cause) for told in node.applied] == [(policy.value, "no_previous")]


def test_growth_from_nothing_is_a_zero_denominator():
    node = scored(GROWN, "10", AB, ab(5, 0), zero_denominator=Policy.FULL)

    assert node.points == 10
    assert node.applied[0].cause == "zero_denominator"


def test_no_such_figure_outside_growth_falls_to_the_zero_denominator_policy():
    rule = Scored(measure=Computed(expression="a - b"), scale=AsPoints())
    node = scored(rule, "10", GROWTH_INPUTS, {"a": "5", "b": "none"}, zero_denominator=Policy.ZERO)

    assert node.points == 0
    assert [(told.policy, told.cause) for told in node.applied] == [("zero", "no_previous")]


def test_yes_counts_as_one_in_a_formula():
    rule = Scored(measure=Computed(expression="has * 3 + n"), scale=AsPoints())
    inputs = (yes_no("has"), *N)

    assert scored(rule, "10", inputs, {"has": "yes", "n": "2"}).points == 5
    assert scored(rule, "10", inputs, {"has": "no", "n": "2"}).points == 2
