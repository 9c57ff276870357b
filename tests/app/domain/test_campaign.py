"""Who answers which version in which round."""

import pytest

from app.domain.agency import Agency, Authority
from app.domain.assessment import Profile
from app.domain.campaign import Campaign, FrameworkReference, Period, Round
from app.errors import AppError

AGENCY = Agency(code="X1", name="Xã An Bình", target_group="xã", traits=frozenset({"t"}))


def reference(version, target_group=""):
    return FrameworkReference(id="b", version=version, digest=version * 64, target_group=target_group)


def campaign(*frameworks, rounds=(1, 2)):
    return Campaign(
        id="c",
        title="Đợt",
        authority=Authority(code="H1", name="Sở"),
        period=Period(title="2026"),
        frameworks=frameworks,
        agencies=(AGENCY,),
        rounds=tuple(Round(number=number, evidence_days=number) for number in rounds),
    )


@pytest.mark.parametrize(
    ("frameworks", "version"),
    [
        ([reference("1"), reference("2", "xã")], "2"),
        ([reference("1", "sở"), reference("2")], "2"),
        ([reference("3")], "3"),
    ],
)
def test_an_agency_answers_its_own_group_s_version_else_the_common_one(frameworks, version):
    assert campaign(*frameworks).reference(AGENCY).version == version


@pytest.mark.parametrize("frameworks", [[], [reference("1", "sở")]])
def test_another_group_s_version_is_never_taken(frameworks):
    with pytest.raises(AppError) as refused:
        campaign(*frameworks).reference(AGENCY)

    assert refused.value.code == "campaign.no_framework"
    assert refused.value.details == {"agency": "Xã An Bình", "target_group": "xã"}


@pytest.mark.parametrize(("number", "days"), [(1, 1), (2, 2), (3, 2)])
def test_rounds(number, days):
    assert campaign().round(number).evidence_days == days


def test_a_campaign_without_rounds_has_default_ones():
    assert campaign(rounds=()).round(2) == Round(number=2)


def test_agencies_are_found_by_code():
    assert campaign().agency("X1") is AGENCY
    assert campaign().agency("X") is None
    assert AGENCY.profile == Profile(target_group="xã", traits=frozenset({"t"}))
