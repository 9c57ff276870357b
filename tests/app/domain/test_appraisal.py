"""Opinions of several assessors over rounds, and the council's word, brought to one standing per node."""

from fractions import Fraction

import pytest

from app.domain.appraisal import COUNCIL, UNDECIDED, Appraisal, Finding, Opinion, Standing, settle
from app.domain.rules import Policy
from app.domain.scoring import Decision

F = Fraction

AGREE, ADJUST, REJECT, ASK = Opinion


def said(opinion, who="An", points=None, round_=1, at="", **more):
    points = None if points is None else F(points)
    return Appraisal(node="4.3", opinion=opinion, assessor=who, points=points, round=round_, at=at, **more)


ONE_VOICE = [
    (said(AGREE), Standing.DECIDED, None),
    (said(ADJUST, points="7.5"), Standing.CONTESTED, Decision(points=F(15, 2))),
    (said(ADJUST), Standing.CONTESTED, None),
    (said(REJECT), Standing.CONTESTED, Decision(points=F(0))),
    (said(REJECT, points="2"), Standing.CONTESTED, Decision(points=F(2))),
    (said(ASK), Standing.CONTESTED, None),
    (said(AGREE, ground="7.4"), Standing.DECIDED, Decision(ground="7.4")),
    (
        said(ADJUST, ground="7.4", policy=Policy.ZERO),
        Standing.CONTESTED,
        Decision(ground="7.4", policy=Policy.ZERO),
    ),
    (said(ADJUST, policy=Policy.EXCLUDED), Standing.CONTESTED, Decision(policy=Policy.EXCLUDED)),
]


@pytest.mark.parametrize(("appraisal", "standing", "decision"), ONE_VOICE)
def test_one_opinion(appraisal, standing, decision):
    settled = settle([appraisal])["4.3"]

    assert (settled.standing, settled.decision, settled.opinion) == (standing, decision, appraisal.opinion)


SEVERAL = [
    ([said(AGREE, "An"), said(AGREE, "Bình")], Standing.DECIDED, None),
    ([said(AGREE, "An"), said(REJECT, "Bình")], Standing.DISAGREEMENT, None),
    ([said(ADJUST, "An", "5"), said(ADJUST, "Bình", "5")], Standing.CONTESTED, Decision(points=F(5))),
    ([said(ADJUST, "An", "5"), said(ADJUST, "Bình", "5.01")], Standing.DISAGREEMENT, None),
    ([said(AGREE, "An", ground="7.2"), said(AGREE, "Bình", ground="7.4")], Standing.DISAGREEMENT, None),
    (
        [said(AGREE, "An", ground="7.2", policy=Policy.FULL), said(AGREE, "Bình", ground="7.2")],
        Standing.DISAGREEMENT,
        None,
    ),
    ([said(REJECT, "An", at="1"), said(AGREE, "An", at="2")], Standing.DECIDED, None),  # changed their mind
    ([said(AGREE, "An", at="2"), said(REJECT, "An", at="1")], Standing.DECIDED, None),  # told in another order
    ([said(REJECT, "An"), said(AGREE, "An", round_=2)], Standing.DECIDED, None),
    ([said(AGREE, "An"), said(ADJUST, "Bình", "9", round_=2)], Standing.CONTESTED, Decision(points=F(9))),
    ([said(REJECT, "An"), said(ASK, "An", round_=2)], Standing.CONTESTED, None),
]


@pytest.mark.parametrize(("appraisals", "standing", "decision"), SEVERAL)
def test_several_opinions(appraisals, standing, decision):
    settled = settle(appraisals)["4.3"]

    assert (settled.standing, settled.decision) == (standing, decision)


def test_the_reason_is_that_of_the_latest_opinion():
    appraisals = [
        said(REJECT, "An", at="1", reason="Thiếu minh chứng"),
        said(AGREE, "Bình", at="2", reason="Đủ"),
        said(AGREE, "An", at="3", reason="Đã bổ sung"),
    ]

    assert settle(appraisals)["4.3"].reason == "Đã bổ sung"


def test_the_council_s_finding_ends_a_disagreement():
    finding = Finding(node="4.3", points=F(6), reason="Thống nhất tại phiên họp")
    settled = settle([said(AGREE, "An"), said(REJECT, "Bình")], [finding])["4.3"]

    assert (settled.standing, settled.decision, settled.reason) == (
        Standing.SETTLED,
        Decision(points=F(6)),
        finding.reason,
    )


def test_the_council_may_settle_what_nobody_appraised():
    assert settle([], [Finding(node="1", points=F(0), reason="Kết luận")])["1"].standing is Standing.SETTLED


@pytest.mark.parametrize(
    ("council", "decision"),
    [
        (said(ADJUST, "Hội đồng", "3", round_=COUNCIL), Decision(points=F(3))),
        (said(AGREE, "Hội đồng", round_=COUNCIL), None),
        (said(ADJUST, "Hội đồng", round_=COUNCIL, ground="5.3.c"), Decision(ground="5.3.c")),
    ],
)
def test_an_opinion_of_the_council_stands_above_every_round(council, decision):
    settled = settle([said(REJECT, "An"), council, said(ADJUST, "Bình", "9", round_=2)])["4.3"]

    assert (settled.standing, settled.decision) == (Standing.SETTLED, decision)


def test_nodes_do_not_mix():
    other = Appraisal(node="4.30", opinion=AGREE)
    settled = settle([said(REJECT), other])

    assert (settled["4.3"].standing, settled["4.30"].standing) == (Standing.CONTESTED, Standing.DECIDED)
    assert UNDECIDED.standing is Standing.UNDECIDED
