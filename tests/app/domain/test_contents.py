"""What bundles carry: exact figures, and claims that are compared with the receiver's own points."""

from dataclasses import replace

import pytest

from app.domain.agency import Person
from app.domain.contents import (
    Claim,
    SubmissionContent,
    claims_of,
    differing_claims,
    figures_of,
    has_other_figures,
)
from app.domain.framework import Figure, GradeBand, GradeBands, Pillar
from app.domain.results import score
from app.domain.rules import Policy
from tests.app.domain.making import AB, PLAIN, answered, criterion, framework, judged

FRAME = framework(
    criterion(PLAIN, "10", AB, code="1", zero_denominator=Policy.REVIEWER_DECIDES),
    judged("2"),
    pillars=(Pillar(code="p", name="P", nodes=("1",)),),
    bands=(GradeBands(reads=Figure.TOTAL, bands=(GradeBand(name="Tốt"),)),),
)


def result(a="1", b="3"):
    return score(FRAME, answered(n1={"a": a, "b": b}, n2="2.5"))


def test_figures_are_exact():
    figures = figures_of(result())

    assert (figures.scale_points, figures.maximum, figures.percent) == ("35/6", "20/1", "175/6")
    assert (figures.effective_maximum, figures.bonus, figures.penalty, figures.total) == ("20/1", "0/1", "0/1", "35/6")
    assert figures.pillars == {"p": "10/3"}
    assert figures.bands == {"bands": "Tốt"}
    assert not figures.is_provisional


def test_no_percent_is_none():
    empty = framework(judged("1"), maximum="0")

    assert figures_of(score(empty, answered())).percent is None


def test_own_claims_do_not_differ():
    assert claims_of(result())["1"] == Claim(points="10/3", state="scored")
    assert differing_claims(claims_of(result()), result()) == ()


@pytest.mark.parametrize(
    ("claim", "differs"),
    [
        (Claim(points="10/3", state="scored"), False),
        (Claim(points="4/1", state="scored"), True),
        (Claim(points="20/6", state="scored"), True),  # not in lowest terms: not how it is written
        (Claim(points="mười", state="scored"), True),
        (Claim(points=None, state="empty"), True),
        (Claim(points=None, state="provisional"), False),  # the sender waits for others
        (Claim(points="4/1", state="provisional"), True),
    ],
)
def test_a_claim_is_compared(claim, differs):
    claims = {**claims_of(result()), "1": claim}

    assert differing_claims(claims, result()) == (("1",) if differs else ())


def test_a_claim_that_is_missing_differs():
    claims = {id_: claim for id_, claim in claims_of(result()).items() if id_ != "2"}

    assert differing_claims(claims, result()) == ("2",)


def test_what_waits_here_is_not_compared():
    assert differing_claims(claims_of(result()), result(a="0", b="0")) == ()


def said(of, **figures):
    """What is said of a score, with other figures."""
    told = replace(figures_of(of), **figures)
    return SubmissionContent(
        responses={}, files=(), citations=(), claims=claims_of(of), figures=told, focal=Person(id="p", name="An")
    )


def test_a_claimed_number_or_total_is_compared_with_the_receivers_own():
    assert not has_other_figures(said(result()), result())
    for name in ("scale_points", "maximum", "effective_maximum", "percent", "bonus", "penalty", "total"):
        assert has_other_figures(said(result(), **{name: "99/1"}), result())


def test_a_total_is_not_asked_for_where_the_sender_knew_what_waits_here():
    waiting = result(a="0", b="0")
    assert not has_other_figures(said(result()), waiting)
    assert has_other_figures(said(waiting, total="99/1"), waiting)
