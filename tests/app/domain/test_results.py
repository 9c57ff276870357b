"""The five numbers with every flag, overlapping pillars, bands, and a campaign scored with its peers."""

from fractions import Fraction

import pytest

from app.domain.assessment import Answers, EvidenceLevel, Profile, Response
from app.domain.framework import (
    Evidence,
    EvidencePolicy,
    Figure,
    GradeBand,
    GradeBands,
    Ground,
    Pillar,
    Rescale,
    Role,
    TargetGroup,
    Totals,
    from_json,
)
from app.domain.results import Entry, band_of, score, score_campaign
from app.domain.rules import Alternative, Best, Gate, Part, Policy, RelativeToBest, Scored, Sum, TimesMaximum
from app.domain.scoring import Decision, State
from tests.app.domain.making import (
    AB,
    PLAIN,
    RATIO,
    A,
    answered,
    criterion,
    framework,
    group,
    judged,
    yes_no,
)

F = Fraction

EXCLUDED = Ground(code="đặc thù", words="Ngoài chức năng", policy=Policy.EXCLUDED)


def whole(**totals):
    """80 + 20 on a scale of 100, a bonus of up to 4 and a penalty of up to 4."""
    return framework(
        group("1", judged("1.1", maximum="80")),
        group("2", judged("2.1", maximum="20")),
        group("3", *(judged(f"3.{at}", maximum="1") for at in range(1, 5)), role=Role.BONUS),
        group("4", *(judged(f"4.{at}", maximum="-1") for at in range(1, 5)), role=Role.PENALTY),
        totals=Totals(maximum=A("100"), **totals),
        grounds=(EXCLUDED,),
    )


def five(score_):
    return (
        score_.scale_points,
        score_.effective_maximum,
        score_.percent,
        score_.bonus,
        score_.penalty,
        score_.total,
    )


GOOD = {"n1_1": "60", "n2_1": "15", "n3_1": "1", "n3_2": "1", "n3_3": "1", "n4_1": "-1"}
OUT = {**GOOD, "n2_1": Response(not_applicable="đặc thù")}

FIVE = [
    # totals, answers, (scale points, effective maximum, percent, bonus, penalty, total)
    ({}, GOOD, (75, 100, 75, 3, 1, 77)),
    ({}, OUT, (60, 80, 75, 3, 1, 62)),
    ({"rescale": Rescale.BEFORE_BONUS}, OUT, (60, 80, 75, 3, 1, 77)),
    ({"rescale": Rescale.AFTER_BONUS}, OUT, (60, 80, 75, 3, 1, F(155, 2))),  # 62 × 100 ÷ 80
    ({"rescale": Rescale.BEFORE_BONUS, "rescale_to": A("1000")}, OUT, (60, 80, 75, 3, 1, 752)),
    ({"bonus_cap": A("2")}, GOOD, (75, 100, 75, 2, 1, 76)),
    ({"bonus_cap": A("3")}, GOOD, (75, 100, 75, 3, 1, 77)),
    ({"penalty_cap": A("0.5")}, GOOD, (75, 100, 75, 3, F(1, 2), F(155, 2))),
    ({"bonus_in_percent": True}, GOOD, (75, 100, 77, 3, 1, 77)),
    ({"is_capped": True}, {**GOOD, "n1_1": "80", "n2_1": "20"}, (100, 100, 100, 3, 1, 100)),
    ({}, {**GOOD, "n1_1": "80", "n2_1": "20"}, (100, 100, 100, 3, 1, 102)),
    (
        {"is_capped": True, "rescale": Rescale.BEFORE_BONUS},
        {**OUT, "n1_1": "80"},
        (80, 80, 100, 3, 1, 100),
    ),
    ({}, {"n4_1": "-1", "n4_2": "-1"}, (0, 100, 0, 0, 2, 0)),  # never below 0
    ({"bonus_in_percent": True}, {"n4_1": "-1", "n4_2": "-1"}, (0, 100, 0, 0, 2, 0)),
]


@pytest.mark.parametrize(("totals", "answers", "numbers"), FIVE)
def test_the_five_numbers(totals, answers, numbers):
    assert five(score(whole(**totals), answered(**answers))) == numbers


@pytest.mark.parametrize("rescale", list(Rescale))
def test_with_nothing_left_there_is_no_percent(rescale):
    nothing = {name: Response(not_applicable="đặc thù") for name in ("n1", "n2")}
    result = score(whole(rescale=rescale), answered(**nothing, n3_1="1"))

    assert (result.effective_maximum, result.percent) == (0, None)
    assert result.total == (0 if rescale is Rescale.AFTER_BONUS else 1)


def test_a_bonus_inside_a_group_of_the_scale_counts_as_bonus():
    frame = framework(
        group("1", judged("1.1"), judged("1.2", maximum="2", role=Role.BONUS), maximum="10"), maximum="10"
    )
    result = score(frame, answered(n1_1="4", n1_2="2"))

    assert (result.scale_points, result.bonus, result.total) == (4, 2, 6)


def test_a_bonus_below_a_node_that_is_settled_as_a_whole_does_not_count():
    frame = framework(
        group("1", judged("1.1"), judged("1.2", maximum="2", role=Role.BONUS), maximum="10"),
        maximum="10",
        grounds=(EXCLUDED,),
    )
    result = score(frame, answered(n1=Response(not_applicable="đặc thù"), n1_2="2"))

    assert (result.bonus, result.percent) == (0, None)


def test_a_target_group_may_have_its_own_maximum():
    frame = framework(
        judged("1"),
        judged("2", target_groups=("huyện",)),
        target_groups=(
            TargetGroup(code="huyện", name="Huyện"),
            TargetGroup(code="xã", name="Xã"),
            TargetGroup(code="phường", name="Phường", maximum=A("12")),
        ),
    )

    maxima = {group_: score(frame, answered(group_, n1="6")).maximum for group_ in ("huyện", "xã", "phường", "")}
    assert maxima == {"huyện": 20, "xã": 10, "phường": 12, "": 20}


# Pillars: Tuyên Quang, huyện ------------------------------------------------------------------------------

COMMON = {"N": "50", "T": "50", "H": "50", "L": "50", "A": "30", "Đ": "20"}
OWN = {"CQS": "200", "KTS": "200", "XHS": "200"}
TUYEN_QUANG = framework(
    group("I", *(judged(code, maximum=maximum) for code, maximum in COMMON.items())),
    group("II", *(judged(code, maximum=maximum) for code, maximum in OWN.items())),
    pillars=tuple(Pillar(code=code, name=f"Trụ cột {code}", nodes=(*COMMON, code), maximum=A("450")) for code in OWN),
    grounds=(EXCLUDED,),
)


def test_three_pillars_of_450_share_250_and_the_total_is_850():
    given = {f"n{code}": maximum for code, maximum in (COMMON | OWN).items()}
    result = score(TUYEN_QUANG, answered(**{**given, "nKTS": "150"}))

    assert (result.maximum, result.total) == (850, 800)
    assert [(p.points, p.effective_maximum) for p in result.pillars.values()] == [(450, 450), (400, 450), (450, 450)]
    assert result.pillars["KTS"].percent == F(40000, 450)
    assert result.figure(Figure.PILLAR_POINTS, "KTS") == 400
    assert result.figure(Figure.PILLAR_PERCENT, "CQS") == 100
    assert result.figure(Figure.PILLAR_POINTS, "chưa khai báo") is None


def test_what_is_excluded_shrinks_every_pillar_it_belongs_to():
    result = score(TUYEN_QUANG, answered(nĐ=Response(not_applicable="đặc thù"), nN="50"))

    assert [pillar.effective_maximum for pillar in result.pillars.values()] == [430, 430, 430]
    assert result.pillars["CQS"].percent == F(5000, 430)


def test_a_pillar_below_an_excluded_group_has_nothing_left():
    frame = framework(
        group("1", judged("1.1"), judged("1.2")),
        pillars=(Pillar(code="p", name="P", nodes=("1.1",)),),
        grounds=(EXCLUDED,),
    )
    result = score(frame, answered(n1=Response(not_applicable="đặc thù")))

    assert (result.pillars["p"].effective_maximum, result.pillars["p"].percent) == (0, None)
    assert result.figure(Figure.PILLAR_PERCENT, "p") is None


# Bands: Đà Nẵng, 6.2 --------------------------------------------------------------------------------------

DA_NANG = (
    GradeBand(name="Xuất sắc", at_least=A("90")),
    GradeBand(name="Tốt", at_least=A("80"), below=A("90")),
    GradeBand(name="Khá", at_least=A("70"), below=A("80")),
    GradeBand(name="Trung bình khá", at_least=A("60"), below=A("70")),
    GradeBand(name="Trung bình", at_least=A("50"), below=A("60")),
    GradeBand(name="Yếu", below=A("50")),
)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("100", "Xuất sắc"),
        ("90", "Xuất sắc"),
        ("89.99", "Tốt"),
        ("80", "Tốt"),
        ("79.999999999999", "Khá"),
        ("70", "Khá"),
        ("69.99", "Trung bình khá"),
        ("60", "Trung bình khá"),
        ("59.99", "Trung bình"),
        ("50", "Trung bình"),
        ("49.99", "Yếu"),
        ("0", "Yếu"),
    ],
)
def test_bands_hold_their_lower_limit_and_not_their_upper(value, name):
    assert band_of(GradeBands(reads=Figure.TOTAL, bands=DA_NANG), F(value)).name == name


def test_no_number_and_a_gap_have_no_band():
    gap = GradeBands(
        reads=Figure.TOTAL,
        bands=(GradeBand(name="khởi động", below=A("198")), GradeBand(name="hình thành", at_least=A("199"))),
    )

    assert band_of(gap, None) is None
    assert band_of(gap, F(397, 2)) is None
    assert band_of(gap, F(199)).name == "hình thành"


def banded(rescale, reads, **more):
    return framework(
        judged("1", maximum="80"),
        judged("2", maximum="20"),
        totals=Totals(maximum=A("100"), rescale=rescale),
        bands=(GradeBands(reads=reads, bands=DA_NANG, **more),),
        grounds=(EXCLUDED,),
        target_groups=(
            TargetGroup(code="sở", name="Sở"),
            TargetGroup(code="xã", name="Xã", is_ranked=False),
            TargetGroup(code="trường", name="Trường", is_banded=False),
        ),
        pillars=(Pillar(code="p", name="P", nodes=("1",)),),
    )


@pytest.mark.parametrize(
    ("rescale", "reads", "name"),
    [
        (Rescale.NO, Figure.TOTAL, "Khá"),  # 72 of the 80 that are left
        (Rescale.BEFORE_BONUS, Figure.TOTAL, "Xuất sắc"),
        (Rescale.NO, Figure.PERCENT, "Xuất sắc"),
        (Rescale.NO, Figure.SCALE_POINTS, "Khá"),
        (Rescale.NO, Figure.PILLAR_PERCENT, "Xuất sắc"),
        (Rescale.NO, Figure.PILLAR_POINTS, "Khá"),
    ],
)
def test_the_band_depends_on_the_number_it_reads(rescale, reads, name):
    answers = answered(n1="72", n2=Response(not_applicable="đặc thù"))

    assert score(banded(rescale, reads, pillar="p"), answers).bands == {"bands": name}


def test_bands_of_an_unknown_pillar_name_nobody():
    assert score(banded(Rescale.NO, Figure.PILLAR_PERCENT), answered(n1="72")).bands == {}


@pytest.mark.parametrize(
    ("target_group", "table_groups", "named"),
    [("sở", (), True), ("xã", (), True), ("trường", (), False), ("sở", ("xã",), False), ("xã", ("xã",), True)],
)
def test_who_is_banded(target_group, table_groups, named):
    frame = banded(Rescale.NO, Figure.TOTAL, target_groups=table_groups)

    assert bool(score(frame, answered(target_group, n1="72")).bands) is named


# A campaign with its peers --------------------------------------------------------------------------------

RELATIVE = Scored(measure=RelativeToBest(of=RATIO), scale=TimesMaximum())
PEER = Ground(code="7.2", words="Không có đơn vị trực thuộc", policy=Policy.PEER_MAXIMUM, article="Điều 7.2")
BANDWIDTH = framework(criterion(RELATIVE, "40", AB, code="1"), criterion(code="2"), grounds=(PEER,))
CLAIMED = Response(not_applicable="7.2")


def entry(target_group="", decisions=None, counts=True, **responses):
    return Entry(answers=answered(target_group, **responses), decisions=decisions or {}, counts_as_peer=counts)


def ratio(a, b):
    return {"a": str(a), "b": str(b)}


def totals(results):
    return {agency: result.total for agency, result in results.items()}


def test_own_points_then_the_best_then_peer_maximum():
    entries = {
        "An": entry(n1=ratio(6, 1), n2=ratio(1, 2)),
        "Bình": entry(n1=ratio(3, 1), n2=ratio(3, 4)),
        "Châu": entry(n1=CLAIMED, n2=CLAIMED),  # the highest of 40 and 20, the highest of 5 and 7.5
    }
    results = score_campaign(BANDWIDTH, entries, is_complete=True)

    assert totals(results) == {"An": 45, "Bình": F(55, 2), "Châu": F(95, 2)}
    assert not any(result.is_provisional for result in results.values())
    assert list(results) == ["An", "Bình", "Châu"]


def test_until_all_are_in_everything_that_looks_at_others_is_provisional():
    entries = {"An": entry(n1=ratio(6, 1), n2=ratio(1, 2)), "Châu": entry(n1=ratio(3, 1), n2=CLAIMED)}
    results = score_campaign(BANDWIDTH, entries, is_complete=False)

    assert [result.is_provisional for result in results.values()] == [True, True]
    assert results["An"].nodes["2"].state is State.SCORED


def test_withdrawn_and_invalid_ones_are_no_peers_but_are_scored():
    entries = {
        "An": entry(n1=ratio(6, 1), n2=ratio(1, 1), counts=False),
        "Bình": entry(n1=ratio(3, 1), n2=ratio(1, 2)),
        "Châu": entry(n1=ratio(1, 1), n2=CLAIMED),
    }
    results = score_campaign(BANDWIDTH, entries, is_complete=True)

    assert totals(results) == {"An": 50, "Bình": 45, "Châu": F(40, 3) + 5}


def test_peers_are_of_the_same_target_group():
    entries = {
        "Sở": entry("sở", n1=ratio(100, 1), n2=ratio(1, 1)),
        "An": entry("xã", n1=ratio(6, 1), n2=ratio(1, 2)),
        "Bình": entry("xã", n1=ratio(3, 1), n2=CLAIMED),
    }
    results = score_campaign(BANDWIDTH, entries, is_complete=True)

    assert totals(results) == {"Sở": 10, "An": 45, "Bình": 25}
    assert results["Sở"].nodes["1"].remarks == ("no_peer",)


def test_points_that_were_decided_count_for_the_peers():
    entries = {
        "An": entry(n2=ratio(1, 1), decisions={"2": Decision(points=F(6))}),
        "Bình": entry(n2=ratio(1, 2)),
        "Châu": entry(n2=CLAIMED),
    }

    assert totals(score_campaign(BANDWIDTH, entries, is_complete=True))["Châu"] == 6


def test_a_claim_of_a_peer_is_no_reference():
    entries = {"An": entry(n2=CLAIMED), "Bình": entry(n2=CLAIMED)}
    results = score_campaign(BANDWIDTH, entries, is_complete=True)

    assert [result.nodes["2"].remarks for result in results.values()] == [("no_peer",), ("no_peer",)]
    assert [result.is_provisional for result in results.values()] == [True, True]


def test_a_best_of_zero_is_for_the_reviewer():
    entries = {name: entry(n1=ratio(0, 1), n2=ratio(0, 1)) for name in ("An", "Bình")}
    results = score_campaign(BANDWIDTH, {**entries, "Châu": entry(n2=CLAIMED)}, is_complete=True)

    assert results["An"].nodes["1"].remarks == ("no_peer",)
    assert results["Châu"].nodes["2"].points is None


def test_nobody_else_measures_against_the_unproven():
    frame = framework(
        criterion(RELATIVE, "40", AB, code="1", evidence_required=True),
        evidence=Evidence(missing=EvidencePolicy.ZERO_FINAL, incomplete=EvidencePolicy.ZERO_FINAL),
    )
    proven = {"evidence": EvidenceLevel.SUFFICIENT}
    entries = {
        "Không chứng minh": entry(n1=Response(inputs=ratio(10**9, 1))),
        "An": entry(n1=Response(inputs=ratio(6, 1), **proven)),
        "Bình": entry(n1=Response(inputs=ratio(3, 1), **proven)),
    }

    assert totals(score_campaign(frame, entries, is_complete=True)) == {"Không chứng minh": 0, "An": 40, "Bình": 20}


@pytest.mark.parametrize(
    "rule",
    [
        Gate(input="có", then=RELATIVE),
        Sum(parts=(Part(label="một", maximum=A("40"), rule=RELATIVE),)),
        Best(alternatives=(Alternative(label="một", rule=RELATIVE),)),
    ],
)
def test_a_comparison_may_stand_anywhere_in_a_rule(rule):
    frame = framework(criterion(rule, "40", (*AB, yes_no("có")), code="1"))
    entries = {"An": entry(n1={**ratio(6, 1), "có": "yes"}), "Bình": entry(n1={**ratio(3, 1), "có": "yes"})}

    assert totals(score_campaign(frame, entries, is_complete=True)) == {"An": 40, "Bình": 20}


def test_without_anything_that_compares_one_pass_is_enough():
    frame = framework(criterion(PLAIN, "10", AB, code="1"))
    results = score_campaign(frame, {"An": entry(n1=ratio(1, 2)), "Bình": entry()}, is_complete=False)

    assert totals(results) == {"An": 5, "Bình": 0}
    assert not results["An"].is_provisional


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("target_group", (5, 10, None)),
        ("everybody", (Fraction(5, 2), 5, 10)),
        ("parent", (None, None, None)),
    ],
)
def test_a_framework_says_who_is_compared_with_whom(scope: str, expected: tuple[Fraction | None, ...]) -> None:
    """Bandwidth 5 and 10 in one target group under different superiors, 20 in another group; alone: no reference."""
    measure = {"type": "relative_to_best", "of": {"type": "number", "input": "a"}}
    rule = {"type": "scored", "measure": measure, "scale": {"type": "times_maximum"}}
    node = {"type": "criterion", "code": "1", "title": "x", "maximum": "10", "evidence_required": False, "rule": rule}
    node["inputs"] = [{"key": "a", "label": "Băng thông"}]
    totals = {"maximum": "10"}
    value = from_json({"id": "x", "version": "1", "title": "x", "totals": totals, "peers": scope, "nodes": [node]})
    entries = {
        code: Entry(
            answers=Answers(responses={"1": Response(inputs={"a": lines})}, profile=Profile(target_group=group)),
            parent=parent,
        )
        for code, lines, group, parent in (("x", "5", "xa", "a"), ("y", "10", "xa", "b"), ("z", "20", "so", "b"))
    }
    scores = score_campaign(value, entries, is_complete=True)
    assert tuple(scores[code].nodes["1"].points for code in "xyz") == expected
