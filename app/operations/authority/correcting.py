"""A correction inside a campaign: a framework's new version, and what it means for what was already received.

What reaches words and guidance only is taken over, another scoring is computed anew from the same inputs with both
results at hand, and a criterion whose inputs changed goes back to the agency alone (product: "Versions").
"""

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from app.domain import revising
from app.domain.agency import Agency, Profile
from app.domain.appraisal import Appraisal, Finding
from app.domain.assessment import Answers
from app.domain.campaign import Campaign, FrameworkReference
from app.domain.changes import Changes, Kind, changed
from app.domain.contents import CitationItem, FileItem, Link, SubmissionContent
from app.domain.framework import Framework
from app.domain.results import score
from app.domain.revising import Comparison, Correction
from app.errors import AppError
from app.operations import parts
from app.operations.authority import campaigning
from app.operations.frameworks import authoring
from app.operations.workspace import Workspace
from app.storage import campaigns, frameworks, submissions
from app.storage.campaigns import Part
from app.storage.submissions import CURRENT, HISTORY, Submission

Item = TypeVar("Item", FileItem, CitationItem)
ZERO = Fraction(0)
Said = TypeVar("Said", Appraisal, Finding)


@dataclass(frozen=True)
class Carried:
    """What a submission says on the version that counts now.

    `to_answer`: the nodes that go back to the agency; `names`: old id of a node to its new one, where versions differ.
    """

    framework: Framework
    content: SubmissionContent
    to_answer: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moved:
    """One agency whose total a correction moves, and how many criteria go back to it."""

    agency: Agency
    before: Fraction
    after: Fraction
    to_answer: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What a correction would do: the versions side by side, and every submission it touches."""

    comparison: Comparison
    moved: tuple[Moved, ...]
    received: int


def versions(workspace: Workspace, part_id: str) -> tuple[tuple[str, Framework], ...]:
    """Other versions at hand of the frameworks a campaign uses, with the target group they would serve."""
    with workspace.session():
        own = campaigning.authority_part(part_id).campaign
    known = authoring.everything(workspace)
    return tuple(
        (reference.target_group, value)
        for reference in own.frameworks
        for value in known
        if value.id == reference.id and value.digest != reference.digest
    )


def effect(workspace: Workspace, part_id: str, value: Framework, target_group: str = "") -> Effect:
    """What correcting a campaign with this version would change; nothing is kept.

    Raises `AppError("campaign.no_framework")` for a target group the campaign does not have.
    """
    with workspace.session():
        part = campaigning.authority_part(part_id)
        old = frameworks.get(_replaced(part.campaign, target_group).digest)
        current = {item.agency: item for item in submissions.submissions(part_id, state=CURRENT)}
    comparison = revising.compare(old, value)
    moved = []
    touched = [agency for agency in part.campaign.agencies if agency.code in current]
    touched = [agency for agency in touched if part.campaign.reference(agency).target_group == target_group]
    for agency in touched:
        content = parts.opened_content(current[agency.code].content)
        there = _carried(comparison, content, agency.profile)
        before = score(old, Answers(responses=content.responses, profile=agency.profile)).total
        after = score(value, Answers(responses=there.content.responses, profile=agency.profile)).total
        if before != after or there.to_answer:
            moved.append(Moved(agency, before, after, len(there.to_answer)))
    return Effect(comparison, tuple(moved), len(touched))


def correct(workspace: Workspace, part_id: str, value: Framework, target_group: str = "") -> Changes:
    """Makes `value` the version that counts for a target group ("" : all) and the campaign its next revision.

    Earlier versions stay known, so that what was answered on them is still received. Raises
    `AppError("campaign.same_version")`, "campaign.no_framework", "campaign.skeleton", "campaign.open_question".
    """
    with workspace.transaction():
        part = campaigning.authority_part(part_id)
        old = _replaced(part.campaign, target_group)
        if old.digest == value.digest:
            raise AppError("campaign.same_version", title=value.title, version=value.version)
        campaigning.check_framework(value)
        frameworks.add(value, workspace.now())
        new = FrameworkReference(id=value.id, version=value.version, digest=value.digest, target_group=target_group)
        own = part.campaign
        references = tuple(new if item == old else item for item in own.frameworks)
        present = (new.digest, target_group)
        earlier = (*(item for item in own.earlier if (item.digest, item.target_group) != present), old)
        campaigning.keep_revision(own, frameworks=references, earlier=earlier)
        part = campaigns.part(part_id)
        _rename(part, parts.comparison(old.digest, new.digest), target_group)
        _recompute(part)
        told = {"before": old.version, "after": value.version}
        workspace.note("campaign.corrected", part=part_id, subject=value.id, field=target_group, **told)
    return changed(Kind.CAMPAIGNS, Kind.SUBMISSIONS, Kind.APPRAISALS, Kind.RANKING, Kind.FRAMEWORKS)


def _replaced(campaign: Campaign, target_group: str) -> FrameworkReference:
    for item in campaign.frameworks:
        if item.target_group == target_group:
            return item
    raise AppError("campaign.no_framework", agency=campaign.title, target_group=target_group)


def _rename(part: Part, comparison: Comparison, target_group: str) -> None:
    """What was said of each node goes where the node is now: opinions always stand on the version that counts."""
    names = _place_of_said(comparison)
    for agency in part.campaign.agencies:
        if part.campaign.reference(agency).target_group == target_group:
            submissions.rename_nodes(part.id, agency.code, names)


def _place_of_said(comparison: Comparison) -> Callable[[str], str]:
    """Old node to new. What was said of a criterion that is gone or asks for other figures is kept aside as
    "node@digest of its version", and comes back with that version."""
    old, new = comparison.old.digest, comparison.new.digest
    anew = {each.old.id for each in comparison.nodes if each.old and each.reach is Correction.INPUTS}

    def name(node: str) -> str:
        bare, at, version = node.rpartition("@")
        if at and len(version) == len(old):
            return bare if version == new else node
        return comparison.names[node] if node in comparison.names and node not in anew else f"{node}@{old}"

    return name


def _recompute(part: Part) -> None:
    """The totals of what is on the board, on the versions that count now."""
    for item in submissions.submissions(part.id):
        agency = part.campaign.agency(item.agency)
        if agency is not None and item.state != HISTORY:
            present = carried(part, agency, item)
            answers = Answers(responses=present.content.responses, profile=agency.profile)
            submissions.set_total(item.id, score(present.framework, answers).total)


# What was answered on an earlier version ----------------------------------------------------------------------------


def on_present_version(part: Part, agency: Agency, digest: str, content: SubmissionContent) -> Carried:
    """What was submitted on the framework version `digest`, on the one that counts (inside a session)."""
    present = part.campaign.reference(agency).digest
    if present == digest:
        return Carried(frameworks.get(present), content)
    return _carried(parts.comparison(digest, present), content, agency.profile)


def carried(part: Part, agency: Agency, item: Submission) -> Carried:
    """The same of a submission that is kept; worked out once, since every list of the review asks for it again."""
    return _kept(item.framework, part.campaign.reference(agency).digest, item.content, agency.profile)


@functools.lru_cache(maxsize=512)
def _kept(old: str, present: str, stored: str, profile: Profile) -> Carried:
    content = parts.opened_content(stored)
    if old == present:
        return Carried(frameworks.get(present), content)
    return _carried(parts.comparison(old, present), content, profile)


def sent_back(part: Part, agency: Agency, item: Submission) -> frozenset[str]:
    """What a correction sends back of a submission; one on the version that counts is not opened for it."""
    is_present = item.framework == part.campaign.reference(agency).digest
    return frozenset() if is_present else carried(part, agency, item).to_answer


def _carried(comparison: Comparison, content: SubmissionContent, profile: Profile) -> Carried:
    moved = revising.move(comparison, Answers(responses=content.responses, profile=profile))
    to_answer = frozenset(node.change.place.id for node in moved.nodes if node.to_answer)
    stated = dataclasses.replace(renamed(content, moved.names), responses=moved.answers.responses)
    return Carried(comparison.new, stated, to_answer, moved.names)


def renamed(content: SubmissionContent, names: Mapping[str, str]) -> SubmissionContent:
    """What a submission says under other ids; what was said of a node without one is left out, its files stay."""
    return dataclasses.replace(
        content,
        responses={names[id_]: given for id_, given in content.responses.items() if id_ in names},
        claims={names[id_]: claim for id_, claim in content.claims.items() if id_ in names},
        files=tuple(_relinked(item, names) for item in content.files),
        citations=tuple(_relinked(item, names) for item in content.citations),
    )


def still_standing(framework: Framework, said: Iterable[Said]) -> Iterator[Said]:
    """What was said of nodes that are in the version that counts; points beyond the new scale fall away."""
    places = framework.index.places
    for each in said:
        place = places.get(each.node)
        if place is not None and _lies_within(each.points, place.maximum):
            yield each


def _lies_within(points: Fraction | None, maximum: Fraction) -> bool:
    return points is None or min(maximum, ZERO) <= points <= max(maximum, ZERO)


def _relinked(item: Item, names: Mapping[str, str]) -> Item:
    """Evidence follows its criteria; what proved a removed one stays in the submission, linked to nothing."""
    links = tuple(Link(node=names[link.node], page=link.page) for link in item.links if link.node in names)
    return dataclasses.replace(item, links=links)
