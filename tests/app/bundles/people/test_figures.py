"""Every point and total printed on a report, compared with the data it is about."""

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.bundles.people.figures import Claimed, compare
from app.bundles.trust import Light
from app.domain import framework
from app.domain.assessment import Answers, Profile
from app.domain.contents import Claim, SubmissionContent
from app.domain.framework import Criterion, Framework
from app.reports import self_assessment
from tests.app.bundles.people import fixtures
from tests.app.reports import papers

SETS = sorted(path.relative_to(resources.FRAMEWORKS).as_posix() for path in resources.FRAMEWORKS.rglob("*.json"))


@functools.cache
def known(name: str) -> Framework | None:
    value = json.loads((resources.FRAMEWORKS / name).read_text(encoding="utf-8"))
    return framework.from_json(value) if isinstance(value, dict) and "nodes" in value else None


def printed(set_: Framework, content: SubmissionContent, group: str) -> bytes:
    agency = replace(papers.AGENCIES[0], target_group=group)
    campaign = replace(papers.CAMPAIGN, agencies=(agency,))
    return self_assessment.render(
        set_, campaign, agency.code, content, number=1, round_=1, content_digest=papers.DIGEST
    )


@pytest.mark.parametrize("name", [name for name in SETS if known(name) is not None])
def test_the_report_of_every_set_says_what_its_data_says(name: str) -> None:
    set_ = known(name)
    assert set_ is not None
    for group in [each.code for each in set_.target_groups] or [""]:
        content = papers.submitted(set_, Answers(responses={}, profile=Profile(target_group=group)))
        found = compare(printed(set_, content, group), Claimed(set_, content))
        assert (found.light, found.reasons) == (Light.VALID, ())


@pytest.mark.parametrize("at", [0, 3, 7, 11])
def test_the_report_of_a_full_self_assessment_says_what_its_data_says(at: int) -> None:
    assert compare(papers.report(at), Claimed(papers.SET, papers.submission(at))).light is Light.VALID


def claims(content: SubmissionContent, change: Callable[[str, Claim], Claim]) -> Mapping[str, Claim]:
    return {id_: change(id_, claim) for id_, claim in content.claims.items()}


SAID = papers.submission(7)
FIRST = next(place.id for place in papers.SET.index.criteria() if SAID.claims[place.id].points not in (None, "0/1"))


@pytest.mark.parametrize(
    "other",
    [
        replace(SAID, claims={**SAID.claims, FIRST: replace(SAID.claims[FIRST], points="1/4")}),
        replace(SAID, claims={**SAID.claims, FIRST: replace(SAID.claims[FIRST], points=None)}),
        replace(SAID, figures=replace(SAID.figures, total="99/1")),
        replace(SAID, figures=replace(SAID.figures, scale_points="99/1")),
        replace(SAID, figures=replace(SAID.figures, percent="99/1")),
        replace(SAID, figures=replace(SAID.figures, effective_maximum="99/1")),
        replace(SAID, figures=replace(SAID.figures, pillars=dict.fromkeys(SAID.figures.pillars, "1/1"))),
        replace(SAID, figures=replace(SAID.figures, bands=dict.fromkeys(SAID.figures.bands, "Tốt nhất"))),
    ],
    ids=["points", "no points", "total", "scale points", "percent", "effective maximum", "pillar", "grade"],
)
def test_any_other_figure_in_the_data_is_found(other: SubmissionContent) -> None:
    found = compare(papers.report(), Claimed(papers.SET, other))
    assert found.light is Light.INVALID
    assert [reason.code for reason in found.reasons] == ["report.other_figures"]


def test_a_difference_that_rounding_hides_is_none() -> None:
    claim = SAID.claims[FIRST]
    assert claim.points is not None
    whole, _, parts = claim.points.partition("/")
    near = f"{int(whole) * 1_000_001}/{int(parts) * 1_000_000}"
    content = replace(SAID, claims={**SAID.claims, FIRST: replace(claim, points=near)})
    assert compare(papers.report(), Claimed(papers.SET, content)).light is Light.VALID


def test_titles_that_change_places_are_found() -> None:
    """The same figures beside other words: somebody signed something else."""
    one, other = [place for place in papers.SET.index.criteria() if place.node.code][:2]
    swapped = {one.id: other.node.title, other.id: one.node.title}

    def renamed(node: object) -> object:
        if isinstance(node, Criterion):
            return replace(node, title=swapped.get(node.id, node.title))
        return replace(node, nodes=tuple(map(renamed, node.nodes)))  # type: ignore[attr-defined,type-var]

    set_ = replace(papers.SET, nodes=tuple(map(renamed, papers.SET.nodes)))  # type: ignore[arg-type]
    assert compare(papers.report(), Claimed(set_, SAID)).light is Light.INVALID


def test_a_report_that_leaves_out_a_criterion_is_found() -> None:
    def shorter(node: object) -> object:
        if isinstance(node, Criterion):
            return node
        return replace(node, nodes=tuple(each for each in map(shorter, node.nodes) if getattr(each, "id", "") != FIRST))  # type: ignore[attr-defined,type-var]

    less = replace(papers.SET, nodes=tuple(map(shorter, papers.SET.nodes)))  # type: ignore[arg-type]
    assert compare(printed(less, SAID, "xa"), Claimed(papers.SET, SAID)).light is Light.INVALID


def test_a_paper_without_our_tables_proves_nothing() -> None:
    found = compare(fixtures.scanned(papers.report()), Claimed(papers.SET, SAID))
    assert (found.light, found.reasons[0].code) == (Light.UNKNOWN, "report.figures_unread")


@pytest.mark.parametrize(
    "drawing",
    [
        b"1 1 1 rg 300 8 60 12 re f",  # a white shape, under which anything may stand
        b"BT 3 Tr /Fx 11 Tf 300 8 Td (95,00) Tj ET",  # invisible letters
        fixtures.text("95,00", 300, 8, 11, "0.95 0.95 0.95 rg"),
        b"q 100 0 0 12 300 8 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q",
    ],
    ids=["shape", "invisible", "light", "image"],
)
def test_a_paper_on_which_figures_may_hide_is_to_be_looked_at(drawing: bytes) -> None:
    found = compare(fixtures.painted(papers.report(), 6, drawing), Claimed(papers.SET, SAID))
    assert (found.light, found.reasons[0].code) == (Light.UNKNOWN, "report.figures_covered")
    assert found.reasons[0].values == {"page": 7}


def test_a_hundred_criteria_and_long_titles_over_many_pages_are_read(tmp_path: Path) -> None:
    nodes = tuple(papers.longer(node) for node in papers.SET.nodes)
    set_ = replace(papers.SET, nodes=nodes)
    assert compare(printed(set_, SAID, "xa"), Claimed(set_, SAID)).light is Light.VALID


def test_the_second_round_prints_the_same_places() -> None:
    pdf = self_assessment.render(
        papers.SET, papers.CAMPAIGN, papers.AGENCIES[7].code, SAID, number=3, round_=2, content_digest=papers.DIGEST
    )
    assert compare(pdf, Claimed(papers.SET, SAID)).light is Light.VALID


def test_names_that_are_all_alike_and_hostile_confuse_nobody() -> None:
    set_, content = papers.hostile_set(), papers.hostile_submission()
    pdf = papers.HOSTILE_PAPERS["self_assessment"](set_, papers.hostile_campaign())
    assert compare(pdf, Claimed(set_, content)).light is Light.VALID
