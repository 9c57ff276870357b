"""A received submission laid open: what it carries, where its points differ, and how it differs from another one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.domain import canonical, codec, results
from app.domain.agency import Agency
from app.domain.assessment import EMPTY, Answers, Response
from app.domain.campaign import FrameworkReference
from app.domain.contents import Confirmation, SubmissionContent
from app.domain.framework import Framework, InputKind, Placed
from app.domain.numbers import from_stored
from app.errors import AppError
from app.operations import parts
from app.operations.authority import appraising, correcting, ruling
from app.operations.workspace import Workspace
from app.storage import campaigns, frameworks, receipts, submissions
from app.storage.submissions import Submission


@dataclass(frozen=True, slots=True)
class Received:
    """One received submission. `state`: current, conflicting, history; times are ISO texts; `files` counts evidence.

    `received_note` is the source of its time, `reason` stands with the last decision about it ("": none of either).
    `framework` is what it was answered on and `claimed` its own total there (None: no number), `total` what comes out
    here on `present`, the version that counts.
    """

    id: str
    agency: str
    revision_number: int
    round: int
    state: str
    received_at: str
    received_note: str
    reason: str
    loaded_at: str
    file_name: str
    size: int
    total: Fraction
    claimed: Fraction | None
    files: int
    confirmation: Confirmation | None
    focal: str
    telephone: str
    framework: Framework
    present: FrameworkReference

    @property
    def is_on_earlier_version(self) -> bool:
        """Whether it was answered before a correction."""
        return self.framework.digest != self.present.digest


def versions(workspace: Workspace, part_id: str, agency: str) -> tuple[Received, ...]:
    """Every submission of an agency that was taken in, newest revision first."""
    with workspace.session():
        own = campaigns.part(part_id).campaign
        member = own.agency(agency)
        if member is None:
            return ()
        present = own.reference(member)
        reasons = {each.ruling.digest: each.reason for each in receipts.rulings(part_id, agency)}
        return tuple(_received(item, present, reasons) for item in submissions.submissions(part_id, agency))


def _received(item: Submission, present: FrameworkReference, reasons: Mapping[str, str]) -> Received:
    content, bundle = _content(item), submissions.bundle(item.bundle)
    return Received(
        id=item.id,
        agency=item.agency,
        revision_number=item.revision_number,
        round=item.round,
        state=item.state,
        received_at=item.received_at,
        received_note=item.received_note,
        reason=reasons.get(item.content_digest, ""),
        loaded_at=bundle.at,
        file_name=bundle.file_name,
        size=bundle.size,
        total=item.total,
        claimed=_number(content.figures.total),
        files=len(content.files),
        confirmation=content.confirmation,
        focal=content.contact.name or content.focal.name,
        telephone=content.contact.telephone,
        framework=frameworks.get(item.framework),
        present=present,
    )


def _content(item: Submission) -> SubmissionContent:
    return codec.from_json(SubmissionContent, canonical.decode(item.content.encode("utf-8")))


# Points ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PointsRow:
    """One criterion or group whose claimed points are not what is computed here; None: no number."""

    place: Placed
    claimed: Fraction | None
    own: Fraction | None


def differing_points(workspace: Workspace, part_id: str, submission_id: str) -> tuple[PointsRow, ...]:
    """Every node whose claimed points differ from those computed here, in tree order; groups only where no child does.

    Raises `AppError("submission.not_received")`.
    """
    with workspace.session():
        item = ruling.find(part_id, submission_id)
        agency = campaigns.part(part_id).campaign.agency(item.agency)
        framework = frameworks.get(item.framework)
    content = _content(item)
    assert agency is not None
    own = results.score(framework, Answers(responses=content.responses, profile=agency.profile))
    criteria = {place.id for place in framework.index.criteria()}
    named = [id_ for id_ in item.differing if id_ in criteria] or list(item.differing)
    rows = []
    for id_ in named:
        claim = content.claims.get(id_)
        claimed = None if claim is None or claim.points is None else _number(claim.points)
        rows.append(PointsRow(framework.index.places[id_], claimed, own.nodes[id_].points))
    return tuple(rows)


def _number(stored: str) -> Fraction | None:
    """A claim may hold anything; what is no number counts as none."""
    try:
        return from_stored(stored)
    except AppError:
        return None


# What would move ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moved:
    """An agency whose total would be another; `before` None: nothing of it counts yet."""

    agency: Agency
    before: Fraction | None
    after: Fraction


def effects(workspace: Workspace, part_id: str, submission_id: str) -> tuple[Moved, ...]:
    """Whose points would move if this submission counted: its own agency's, and others' through the best and the peers.

    Shown before it is taken (product: "Peers"). Raises `AppError("submission.not_received")`.
    """
    with workspace.session():
        part, chosen = campaigns.part(part_id), ruling.find(part_id, submission_id)
        _, before = appraising.scores(part, is_complete=False)
        found, after = appraising.scores(part, is_complete=False, instead=chosen)
    totals = {code: before[code].total if code in before else None for code in after}
    return tuple(
        Moved(found[code].agency, totals[code], score.total)
        for code, score in after.items()
        if totals[code] != score.total
    )


def since_opinion(workspace: Workspace, part_id: str, agency: str, node: str) -> tuple["Difference", ...]:
    """What a replacement changed at a node since the last opinion on it; nothing where that opinion stands."""
    with workspace.session():
        item = appraising.dossiers(campaigns.part(part_id), agency).get(agency)
        known = submissions.submissions(part_id, agency)
    about = item.again.get(node, "") if item is not None else ""
    former = next((each for each in known if each.content_digest == about), None)
    if item is None or former is None:
        return ()
    found = differences(workspace, part_id, former.id, item.submission.id)
    return tuple(each for each in found if each.place is not None and item.present_id(each.place.id) == node)


# Two versions ------------------------------------------------------------------------------------------------------


class Field(StrEnum):
    """What differs between two submissions."""

    POINTS = "points"
    INPUT = "input"
    GROUND = "ground"
    EXPLANATION = "explanation"
    EVIDENCE = "evidence"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two submissions differ. `place` None: the whole; `label` names an input in words.

    `first` and `second` are what stands there, points as ``n/d``; "" where nothing does.
    """

    place: Placed | None
    field: Field
    label: str
    first: str
    second: str


def differences(workspace: Workspace, part_id: str, first: str, second: str) -> tuple[Difference, ...]:
    """Field by field, where two received submissions differ: criteria in tree order, then the whole.

    Where they were answered on two versions, the second is read on the first one's criteria, then on its own others.

    Raises `AppError("submission.not_received")`.
    """
    with workspace.session():
        a, b = ruling.find(part_id, first), ruling.find(part_id, second)
        framework, its = frameworks.get(a.framework), frameworks.get(b.framework)
        names = parts.comparison(b.framework, a.framework).names
    one, sent = _content(a), _content(b)
    other, none = correcting.renamed(sent, names), correcting.renamed(one, {})
    found = [each for place in framework.index.places.values() for each in _node(framework, place, one, other)]
    alone = [place for id_, place in its.index.places.items() if id_ not in names]
    found += [each for place in alone for each in _node(its, place, none, sent)]
    told = tuple("" if x.confirmation is None else x.confirmation.name for x in (one, other))
    if told[0] != told[1]:
        found.append(Difference(None, Field.CONFIRMATION, "", *told))
    return tuple(found)


def _node(
    framework: Framework, place: Placed, one: SubmissionContent, other: SubmissionContent
) -> Iterator[Difference]:
    pair = [content.responses.get(place.id, EMPTY) for content in (one, other)]
    for field, label, values in _fields(framework, place, pair[0], pair[1]):
        if values[0] != values[1]:
            yield Difference(place, field, label, *values)
    files = [_files(content, place.id) for content in (one, other)]
    if files[0] != files[1]:
        only = ["; ".join(sorted(mine[digest] for digest in mine.keys() - its.keys())) for mine, its in _both(files)]
        yield Difference(place, Field.EVIDENCE, "", only[0], only[1])
    if place.criterion is not None:
        points = [_claimed(content, place.id) for content in (one, other)]
        if points[0] != points[1]:
            yield Difference(place, Field.POINTS, "", points[0], points[1])


def _both(files: list[dict[str, str]]) -> tuple[tuple[dict[str, str], dict[str, str]], ...]:
    return (files[0], files[1]), (files[1], files[0])


def _fields(
    framework: Framework, place: Placed, one: Response, other: Response
) -> Iterator[tuple[Field, str, tuple[str, str]]]:
    for item in place.criterion.inputs if place.criterion is not None else ():
        words = {option.key: option.label for option in item.options} if item.kind is InputKind.CHOICE else {}
        values = [str(response.inputs.get(item.key) or "") for response in (one, other)]
        yield Field.INPUT, item.label, (words.get(values[0], values[0]), words.get(values[1], values[1]))
    grounds: Mapping[str, str] = {ground.code: ground.words for ground in framework.grounds}
    told = [response.not_applicable or "" for response in (one, other)]
    yield Field.GROUND, "", (grounds.get(told[0], told[0]), grounds.get(told[1], told[1]))
    yield Field.EXPLANATION, "", (one.explanation, other.explanation)


def _files(content: SubmissionContent, node: str) -> dict[str, str]:
    return {item.digest: item.name for item in content.files if any(link.node == node for link in item.links)}


def _claimed(content: SubmissionContent, node: str) -> str:
    claim = content.claims.get(node)
    return "" if claim is None or claim.points is None else claim.points
