"""What an author is told: each slip planted alone is found, and a sound framework has none."""

import dataclasses
import datetime
from fractions import Fraction

import pytest

from app.domain.checks import check
from app.domain.deadline import days_before_agency_date, through_day
from app.domain.framework import (
    Figure,
    GradeBand,
    GradeBands,
    Ground,
    Input,
    InputKind,
    LegalBasis,
    OpenQuestion,
    Option,
    Pillar,
    QuestionOption,
    RankingTable,
    RegularPeriod,
    Rescale,
    Role,
    Standing,
    StatedBy,
    Step,
    StepKind,
    TargetGroup,
    Totals,
    Trait,
    ValueKind,
)
from app.domain.problems import Severity
from app.domain.rule_checks import check_rule, inputs_read, scored_rules
from app.domain.rules import (
    Alternative,
    AsPoints,
    Best,
    Choice,
    Computed,
    Deductions,
    Gate,
    Grade,
    Growth,
    Inverse,
    Items,
    Number,
    Options,
    Part,
    Periods,
    PerPeriod,
    PerPopulation,
    Policy,
    Ratio,
    RelativeToBest,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    TimesMaximum,
    UnitPoints,
    YesNo,
)
from tests.app.domain import test_field_rules as field_rules
from tests.app.domain.making import (
    AB,
    FULL,
    JUDGED,
    NONE,
    PLAIN,
    RATIO,
    A,
    bands,
    choice,
    criterion,
    framework,
    grade,
    group,
    judged,
    number,
    part_of,
    yes_no,
)

F = Fraction

ERROR, WARNING, REMARK = Severity


def found(frame):
    return [(problem.severity, problem.code, problem.node) for problem in check(frame)]


def rule_codes(rule, maximum="10", inputs=AB, **more):
    return [problem.code for problem in check_rule(criterion(rule, maximum, inputs, **more), "1.1")]


def on_bands(*rows, measure=RATIO):
    return Scored(measure=measure, scale=bands(*rows))


SOUND = framework(
    group("1", criterion(code="1.1"), judged("1.2")),
    pillars=(Pillar(code="p", name="P", nodes=("1.1", "1.2"), maximum=A("20")),),
    grounds=(
        Ground(code="g", words="G", policy=Policy.PEER_MAXIMUM, stated_by=StatedBy.TRAIT, trait="t", nodes=("1.1",)),
    ),
    traits=(Trait(code="t", name="T"),),
    target_groups=(TargetGroup(code="xã", name="Xã", maximum=A("20")),),
    bands=(
        GradeBands(
            reads=Figure.PILLAR_PERCENT,
            pillar="p",
            bands=(GradeBand(name="Tốt", at_least=A("50")), GradeBand(name="Khá", below=A("50"))),
        ),
    ),
    ranking_tables=(RankingTable(code="r", title="R", measure=Figure.PILLAR_POINTS, pillar="p"),),
)


def test_a_sound_framework_has_no_problem():
    assert check(SOUND) == ()


SOUND_CASES = {case[0].split(" ")[0]: case for case in field_rules.CASES}


@pytest.mark.parametrize("case", SOUND_CASES.values(), ids=SOUND_CASES.keys())
def test_the_rules_of_the_field_are_sound(case):
    _, rule, maximum, inputs, _, _ = case
    used = {key for scored, _ in scored_rules(rule, F(1)) for key in inputs_read(scored.measure)} | {"có"}
    problems = rule_codes(rule, maximum, [input_ for input_ in inputs if input_.key in used])

    unfinished = {"R3": {"items_sum"}, "R12": {"option_without_grade"}, "R6": {"bands_end"}}.get(
        case[0].split(" ")[0], set()
    )
    assert set(problems) - {"points_above_maximum", "input_unused"} <= unfinished


# The whole ------------------------------------------------------------------------------------------------


def whole(**more):
    return dataclasses.replace(SOUND, **more)


BAND = GradeBand(name="Tốt")


def step(code, day):
    deadline = through_day(f"chậm nhất ngày {day}/11", datetime.date(2026, 11, day))
    return Step(code=code, name=code, kind=StepKind.APPRAISAL, deadline=deadline)


ASKED = OpenQuestion(code="q", words="Xếp hạng chung?", options=(QuestionOption(key="co", label="Có"),))
WHOLE = [
    ({"totals": Totals(maximum=A("0"))}, (ERROR, "totals_not_positive", "")),
    ({"totals": Totals(maximum=A("21"))}, (WARNING, "totals_mismatch", "")),
    ({"totals": Totals(maximum=A("21")), "standing": Standing.SKELETON}, (REMARK, "totals_mismatch", "")),
    (
        {"totals": Totals(maximum=A("20"), rescale=Rescale.AFTER_BONUS, rescale_to=A("0"))},
        (ERROR, "rescale_not_positive", ""),
    ),
    ({"totals": Totals(maximum=A("20"), bonus_cap=A("-1"))}, (ERROR, "cap_negative", "")),
    ({"totals": Totals(maximum=A("20"), penalty_cap=A("-1"))}, (ERROR, "cap_negative", "")),
    ({"nodes": ()}, (ERROR, "framework_empty", "")),
    ({"questions": (ASKED,)}, (WARNING, "question_open", "")),
    ({"questions": (dataclasses.replace(ASKED, options=()),)}, (ERROR, "question_empty", "")),
    ({"questions": (dataclasses.replace(ASKED, asks=ValueKind.AMOUNT, path="x"),)}, (ERROR, "question_misses", "")),
    ({"questions": (ASKED, ASKED)}, (ERROR, "name_twice", "")),
    (
        {
            "periods": (
                RegularPeriod(code="n", name="Năm", year=2024, deadlines={"x": days_before_agency_date("x", 3)}),
            )
        },
        (ERROR, "period_unknown_step", ""),
    ),
    ({"target_groups": (TargetGroup(code="xã", name="Xã", maximum=A("19")),)}, (WARNING, "target_group_mismatch", "")),
    ({"steps": (step("b", 30), step("a", 15))}, (WARNING, "deadline_backwards", "")),
    ({"target_groups": (TargetGroup(code="x", name="X"), TargetGroup(code="x", name="Y"))}, (ERROR, "name_twice", "")),
    ({"pillars": (Pillar(code="p", name="P", nodes=("1.1", "9")),)}, (ERROR, "pillar_unknown_node", "")),
    ({"pillars": (Pillar(code="p", name="P", nodes=("1.1",), maximum=A("11")),)}, (WARNING, "pillar_mismatch", "")),
    ({"pillars": (Pillar(code="p", name="P", nodes=("1", "1.1")),)}, (ERROR, "pillar_counts_twice", "")),
    ({"pillars": (Pillar(code="p", name="P", nodes=("1.1", "1.1")),)}, (ERROR, "pillar_counts_twice", "")),
    ({"pillars": ()}, (ERROR, "pillar_unknown", "")),
    ({"grounds": (Ground(code="g", words="G", policy=Policy.FULL, nodes=("9",)),)}, (ERROR, "ground_unknown_node", "")),
    (
        {"grounds": (Ground(code="g", words="G", policy=Policy.FULL, target_groups=("sở",)),)},
        (ERROR, "target_group_unknown", ""),
    ),
    (
        {"grounds": (Ground(code="g", words="G", policy=Policy.FULL, stated_by=StatedBy.TRAIT, nodes=("1",)),)},
        (ERROR, "ground_unknown_trait", ""),
    ),
    ({"grounds": (Ground(code="g", words="G", policy=Policy.FULL, trait="u"),)}, (ERROR, "ground_unknown_trait", "")),
    (
        {"grounds": (Ground(code="g", words="G", policy=Policy.FULL, stated_by=StatedBy.TRAIT, trait="t"),)},
        (WARNING, "ground_names_no_node", ""),
    ),
    (
        {"ranking_tables": (RankingTable(code="r", title="R", target_groups=("sở",)),)},
        (ERROR, "target_group_unknown", ""),
    ),
    (
        {"ranking_tables": (RankingTable(code="r", title="R", measure=Figure.PILLAR_PERCENT),)},
        (ERROR, "pillar_unknown", ""),
    ),
    ({"bands": (GradeBands(reads=Figure.PILLAR_POINTS, bands=(BAND,)),)}, (ERROR, "pillar_unknown", "")),
    (
        {"bands": (GradeBands(reads=Figure.TOTAL, bands=(BAND,), target_groups=("sở",)),)},
        (ERROR, "target_group_unknown", ""),
    ),
]


@pytest.mark.parametrize(("more", "problem"), WHOLE)
def test_slips_of_the_whole(more, problem):
    assert problem in found(whole(**more))


def graded(*rows):
    made = tuple(
        GradeBand(name=str(at), at_least=low and A(low), below=high and A(high)) for at, (low, high) in enumerate(rows)
    )
    frame = whole(bands=(GradeBands(reads=Figure.TOTAL, bands=made),))
    return [(problem.code, problem.details) for problem in check(frame)]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([("90", None), ("80", "90"), (None, "80")], []),
        ([(None, "198"), ("199", "264"), ("264", None)], [("grades_gap", {"at_least": 198, "below": 199})]),
        ([(None, "198"), ("198.01", None)], [("grades_gap", {"at_least": 198, "below": F(19801, 100)})]),
        ([(None, "80"), ("79.99", None)], [("grades_overlap", {"at_least": F(7999, 100), "below": 80})]),
        ([("0", "80"), ("80", "100")], [("grades_end", {"at_least": 100})]),
        ([("1", "80"), ("80", None)], [("grades_begin", {"below": 1})]),
        ([(None, "80"), ("80", "80"), ("80", None)], [("grade_unreachable", {"name": "1"})]),
        ([], [("grades_empty", {"name": "bands"})]),
    ],
)
def test_gaps_and_overlaps_of_grades_are_exact(rows, problems):
    assert graded(*rows) == problems


# Nodes ----------------------------------------------------------------------------------------------------

NODES = [
    (judged(""), (ERROR, "no_id", "#1")),
    (group("1", judged("1.1"), judged("1.1")), (ERROR, "code_twice", "")),
    (group("1", judged("1.1", id="x"), judged("1.2", id="x")), (ERROR, "id_twice", "")),
    (group("1", judged("x", id="y"), judged("1.2", id="x")), (WARNING, "code_is_other_id", "")),
    (group("1", maximum="5"), (ERROR, "group_empty", "1")),
    (group("1", judged("1.1"), maximum="11"), (WARNING, "group_sum", "1")),
    (group("1", judged("1.1"), judged("1.2"), judged("")), (REMARK, "code_missing", "1#3")),
    (group("1", judged("1.1"), judged("1.3")), (REMARK, "code_skipped", "1.3")),
    (group("1", judged("1.9"), judged("1.11")), (REMARK, "code_skipped", "1.11")),
    (group("1", judged("a)"), judged("đ)")), (REMARK, "code_skipped", "đ)")),
    (criterion(code="1", method="Tỷ lệ hồ sơ đúng hạn ≥ 95 %"), (WARNING, "target_unused", "1")),
    (criterion(code="1", method="Đạt từ 92,5% trở lên"), (WARNING, "target_unused", "1")),
    (group("1", judged("1.1"), declared_count=2), (WARNING, "criteria_missing", "1")),
    (judged("1", maximum="0"), (ERROR, "maximum_not_positive", "1")),
    (judged("1", maximum="-1"), (ERROR, "maximum_not_positive", "1")),
    (judged("1", maximum="-1", role=Role.BONUS), (ERROR, "maximum_not_positive", "1")),
    (judged("1", maximum="1", role=Role.PENALTY), (ERROR, "penalty_not_negative", "1")),
    (judged("1", target_groups=("sở",)), (ERROR, "target_group_unknown", "1")),
    (
        group("1", judged("1.1", target_groups=("sở",)), target_groups=("xã",)),
        (WARNING, "target_group_outside_parent", "1.1"),
    ),
    (
        criterion(code="1", role=Role.BONUS, zero_denominator=Policy.PEER_MAXIMUM),
        (ERROR, "peer_outside_scale", "1"),
    ),
    (
        judged("1", legal_basis=(LegalBasis(text="Luật CNTT 2006", ended=datetime.date(2026, 7, 1)),)),
        (WARNING, "legal_basis_ended", "1"),
    ),
]


@pytest.mark.parametrize(("node", "problem"), NODES)
def test_slips_of_nodes(node, problem):
    assert problem in found(framework(node))


def test_a_skeleton_says_how_many_criteria_it_lacks():
    counted = framework(group("1", maximum="50", declared_count=5), standing=Standing.SKELETON)
    silent = framework(group("1", maximum="50"), standing=Standing.SKELETON)
    begun = framework(
        group("1", judged("1.1"), group("1.2", judged("1.2.1")), maximum="50", declared_count=5),
        standing=Standing.SKELETON,
    )

    assert found(counted) == [(REMARK, "skeleton_lacks", ""), (REMARK, "criteria_missing", "1")]
    assert check(counted)[0].details == {"criteria": 5, "points": 50}
    assert found(silent) == [(REMARK, "skeleton_lacks_groups", ""), (REMARK, "count_missing", "1")]
    assert check(begun)[1].details == {"present": 2, "declared": 5}


def test_a_ground_may_not_give_a_bonus_the_points_of_others():
    bonus = judged("1", role=Role.BONUS)
    frame = framework(bonus, grounds=(Ground(code="g", words="G", policy=Policy.PEER_MAXIMUM, nodes=("1",)),))

    assert (ERROR, "peer_outside_scale", "1") in found(frame)


def test_a_sum_is_told_with_both_figures():
    (problem,) = (item for item in check(framework(group("1", judged("1.1"), maximum="12.5"))) if item.node)

    assert problem.details == {"sum": 10, "maximum": F(25, 2)}


# Rules ----------------------------------------------------------------------------------------------------

N = (number("n"),)
Y = (yes_no("y"),)
Q = (choice("q", "on_time", "late"),)
COUNT = Number(input="n")

RULES = [
    (PLAIN, "10", AB, []),
    (PLAIN, "10", AB[:1], ["input_unknown"]),
    (PLAIN, "10", (*AB, *N), ["input_unused"]),
    (PLAIN, "10", (*AB, AB[0]), ["input_twice"]),
    (PLAIN, "10", (AB[0], Input(key="b", label=" ")), ["input_unlabelled"]),
    (PLAIN, "10", (AB[0], Input(key="b", label="b")), ["input_unlabelled"]),
    (PLAIN, "10", (AB[0], Input(key="b", label="(B1).")), ["input_unlabelled"]),
    (PLAIN, "10", (AB[0], Input(key="b", label="Bò")), []),
    (PLAIN, "10", (AB[0], choice("b", "x")), ["input_wrong_kind"]),
    (PLAIN, "10", (AB[0], yes_no("b")), []),
    (Scored(measure=YesNo(input="n"), scale=Options(grades={"yes": FULL, "no": NONE})), "1", N, ["input_wrong_kind"]),
    (
        Scored(measure=Choice(input="q"), scale=Options(grades={})),
        "1",
        (Input(key="q", label="Chọn", kind=InputKind.CHOICE),),
        ["choice_without_options"],
    ),
    (
        Scored(measure=Choice(input="q"), scale=Options(grades={"x": FULL})),
        "1",
        (Input(key="q", label="Chọn", kind=InputKind.CHOICE, options=(Option(key="x", label="A"),) * 2),),
        ["option_twice"],
    ),
    (Scored(measure=Choice(input="q"), scale=Options(grades={"on_time": FULL})), "1", Q, ["option_without_grade"]),
    (
        Scored(measure=YesNo(input="y"), scale=Options(grades={"yes": FULL, "no": NONE, "có": FULL})),
        "1",
        Y,
        ["grade_without_option"],
    ),
    (Scored(measure=Ticks(inputs=("y",)), scale=Items(grades={"y": part_of("1/2")})), "1", Y, ["items_sum"]),
    (Scored(measure=Ticks(inputs=("y",)), scale=Items(grades={})), "1", Y, ["option_without_grade", "items_sum"]),
    (Scored(measure=Periods(inputs=("q",)), scale=PerPeriod(grades={"on_time": FULL, "late": NONE})), "1", Q, []),
    (Scored(measure=Ticks(inputs=()), scale=ShareOfItems()), "1", (), ["rule_empty"]),
    (Scored(measure=COUNT, scale=bands()), "1", N, ["rule_empty"]),
    (Sum(parts=()), "1", (), ["rule_empty"]),
    (Best(), "1", (), ["rule_empty"]),
    (Sum(parts=(Part(label="a", maximum=A("4"), rule=PLAIN),)), "5", AB, ["parts_sum"]),
    (Best(alternatives=(Alternative(label="a", rule=Sum(parts=())),)), "5", (), ["rule_empty"]),
    (Gate(input="y", then=PLAIN), "5", (*AB, *Y), []),
    (Gate(input="y", then=PLAIN, expects="có"), "5", (*AB, *Y), ["gate_expects_unknown"]),
    (Gate(input="n", then=PLAIN), "5", (*AB, *N), ["input_wrong_kind"]),
    (Gate(input="y", then=PLAIN, otherwise=Grade()), "5", (*AB, *Y), ["grade_unclear"]),
    (Sum(parts=(Part(label="a", maximum=A("5"), rule=Gate(input="z", then=PLAIN)),)), "5", AB, ["input_unknown"]),
    (
        Scored(measure=Ratio(numerator="a +", denominator="b"), scale=TimesMaximum()),
        "5",
        AB,
        ["input_unused", "formula_malformed"],
    ),
    (Scored(measure=Computed(expression="a/b"), scale=TimesMaximum()), "5", AB, []),
    (Scored(measure=Computed(expression="a/c"), scale=TimesMaximum()), "5", AB[:1], ["input_unknown"]),
    (Scored(measure=COUNT, scale=Options(grades={})), "5", N, ["scale_mismatch"]),
    (Scored(measure=RATIO, scale=UnitPoints(points=A("1"))), "5", AB, ["scale_mismatch"]),
    (Scored(measure=COUNT, scale=TimesMaximum()), "5", N, ["share_expected"]),
    (on_bands(("1", None, FULL), (None, "1", "literal"), measure=COUNT), "5", N, ["share_expected"]),
    (
        Scored(measure=Growth(current="a", previous="b"), scale=Inverse(is_confirmed=True)),
        "5",
        AB,
        ["share_expected"],
    ),
    (Scored(measure=RATIO, scale=Inverse()), "5", AB, ["inverse_unconfirmed"]),
    (Scored(measure=RATIO, scale=Inverse(is_confirmed=True)), "5", AB, []),
    (
        Scored(measure=PerPopulation(count="a", population="b", per=0), scale=AsPoints()),
        "5",
        AB,
        ["per_not_positive", "scale_mismatch"],
    ),
    (on_bands(("50%", None, Grade(points=A("1"), fraction=A("1"))), (None, "50%", NONE)), "5", AB, ["grade_unclear"]),
    (on_bands(("50%", None, grade("6")), (None, "50%", NONE)), "5", AB, ["points_above_maximum"]),
    (on_bands(("50%", None, part_of("3/2")), (None, "50%", NONE)), "5", AB, ["points_above_maximum"]),
    (Scored(measure=COUNT, scale=Deductions(each=Grade())), "5", N, ["grade_unclear"]),
    (on_bands(("60%", None, FULL), (None, "50%", NONE)), "5", AB, ["bands_gap"]),
    (on_bands(("50%", None, FULL), (None, "60%", NONE)), "5", AB, ["bands_overlap"]),
    (on_bands(("75", None, FULL), (None, "75", "literal")), "5", AB, ["band_unreachable"]),
    (on_bands(("50%", None, FULL), ("0", "50%", NONE), (None, "0", NONE)), "5", AB, ["band_unreachable"]),
    (on_bands(("50%", "100%", FULL), (None, "50%", NONE)), "5", AB, ["bands_end"]),
    (on_bands(("50%", "101%", FULL), (None, "50%", NONE)), "5", AB, []),
    (on_bands(("50%", None, FULL), (None, "50%", NONE)), "5", AB, []),
    (on_bands((">50%", None, FULL), (None, "50%=", NONE)), "5", AB, []),
    (on_bands((">50%", None, FULL), (None, "50%", NONE)), "5", AB, ["bands_gap"]),
    (on_bands(("50%", None, FULL), (None, "50%=", NONE)), "5", AB, ["bands_overlap"]),
    (on_bands((">100%", None, FULL), (None, "100%=", NONE)), "5", AB, ["band_unreachable"]),
    (on_bands(("50%", "100%=", FULL), (None, "50%", NONE)), "5", AB, []),
    (on_bands(("5", None, FULL), ("9", "9", NONE), (None, "5", NONE), measure=COUNT), "5", N, ["band_unreachable"]),
    (on_bands((None, None, FULL), ("5", None, NONE), measure=COUNT), "5", N, ["bands_overlap"]),
    (
        Sum(
            parts=tuple(
                Part(
                    label=str(at),
                    maximum=A("5"),
                    rule=Scored(measure=RelativeToBest(of=RATIO), scale=TimesMaximum()),
                )
                for at in range(2)
            )
        ),
        "10",
        AB,
        ["relative_twice"],
    ),
]


@pytest.mark.parametrize(("rule", "maximum", "inputs", "codes"), RULES)
def test_slips_of_rules(rule, maximum, inputs, codes):
    assert rule_codes(rule, maximum, inputs) == codes


def test_a_rescaled_band_needs_its_threshold():
    rule = on_bands(("85%", None, FULL), (None, "85%", "rescaled:85%"))
    low = dataclasses.replace(rule.scale.bands[1], threshold=None)
    without = dataclasses.replace(rule, scale=dataclasses.replace(rule.scale, bands=(rule.scale.bands[0], low)))

    assert rule_codes(without) == ["band_without_threshold"]


def test_judgement_says_what_it_rests_on():
    assert rule_codes(JUDGED, inputs=(), method=" ") == ["judgement_without_method"]
