"""What travelled in and out, and what a review holds: submissions, opinions, findings, points that count, results."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from peewee import SQL

from app.domain.appraisal import Appraisal, Finding, Opinion
from app.domain.contents import FeedbackKind
from app.domain.numbers import from_stored, sort_key, to_stored
from app.domain.ranking import TieSettlement
from app.domain.receiving import Place
from app.domain.rules import Policy
from app.storage.connection import database
from app.storage.schema import BundleRow
from app.storage.schema_review import (
    AppraisalRow,
    FeedbackRow,
    FiguresRow,
    FindingRow,
    PointsRow,
    ResultRow,
    SubmissionRow,
    TieRow,
)

IN, OUT = "in", "out"  # the directions a file travels in


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """A file that travelled. `verdict` is the JSON found at first import; `skeleton` rebuilds the very bytes."""

    id: str
    part: str
    direction: str
    kind: str
    agency: str
    round: int | None
    content_digest: str
    seal_digest: str
    file_digest: str
    file_name: str
    size: int
    verdict: str
    envelope: str
    skeleton: bytes | None
    at: str
    by: str
    volume_of: str = ""


def add_bundle(bundle: Bundle) -> None:
    """Keeps what is known of a file."""
    values = {name: getattr(bundle, name) for name in Bundle.__dataclass_fields__}
    BundleRow.insert(**values).execute()


def bundles(part: str, direction: str = "", kind: str = "") -> tuple[Bundle, ...]:
    """Files of a part, newest first."""
    query = BundleRow.select().where(BundleRow.part == part).order_by(BundleRow.at.desc(), SQL("rowid").desc())
    if direction:
        query = query.where(BundleRow.direction == direction)
    if kind:
        query = query.where(BundleRow.kind == kind)
    return tuple(_bundle(row) for row in query)


def judged(bundle_id: str) -> tuple[str, str]:
    """What was found of a file at first import, as JSON, and when that was; its bytes are not read."""
    row = BundleRow.select(BundleRow.verdict, BundleRow.at).where(BundleRow.id == bundle_id).get()
    return row.verdict, row.at


def find_bundle(part: str, content_digest: str, direction: str) -> Bundle | None:
    """The file of a part with this content."""
    same = (BundleRow.content_digest == content_digest) & (BundleRow.direction == direction)
    row = BundleRow.select().where((BundleRow.part == part) & same).first()
    return None if row is None else _bundle(row)


def find_file(part: str, content_digest: str, skeleton: bytes) -> str | None:
    """The id of the very file that came in for a part, byte for byte, if it is kept."""
    row = BundleRow
    same = (row.content_digest == content_digest) & (row.direction == IN) & (row.skeleton == skeleton)
    found = row.select(row.id).where((row.part == part) & same).first()
    return None if found is None else str(found.id)


def bundle(bundle_id: str) -> Bundle:
    """One file by id."""
    return _bundle(BundleRow.get_by_id(bundle_id))


def find(bundle_id: str) -> Bundle | None:
    """One file by id, None where there is none."""
    row = BundleRow.get_or_none(BundleRow.id == bundle_id)
    return None if row is None else _bundle(row)


def _bundle(row: BundleRow) -> Bundle:
    values = {name: getattr(row, name) for name in Bundle.__dataclass_fields__ if name not in ("part", "skeleton")}
    skeleton = None if row.skeleton is None else bytes(row.skeleton)
    return Bundle(part=row.part_id, skeleton=skeleton, **values)


# Submissions -----------------------------------------------------------------------------------------------------

CURRENT, HISTORY, CONFLICTING = Place.CURRENT.value, Place.HISTORY.value, Place.CONFLICTING.value
RETURNED, WAITING = Place.RETURNED.value, Place.WAITING.value


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """A received submission; `total` is what the receiver computed, `differing` the nodes claimed otherwise."""

    id: str
    part: str
    bundle: str
    agency: str
    round: int
    revision_number: int
    revision_id: str
    content_digest: str
    framework: str
    state: str
    content: str
    received_at: str
    received_note: str
    total: Fraction
    differing: tuple[str, ...]


def add_submission(submission: Submission) -> None:
    """Keeps a submission."""
    values = {name: getattr(submission, name) for name in Submission.__dataclass_fields__}
    values["total"] = to_stored(submission.total)
    values["differing"] = json.dumps(submission.differing)
    SubmissionRow.insert(**values).execute()


def submissions(part: str, agency: str = "", state: str = "") -> tuple[Submission, ...]:
    """Submissions of a part, newest revision first."""
    query = SubmissionRow.select().where(SubmissionRow.part == part)
    if agency:
        query = query.where(SubmissionRow.agency == agency)
    if state:
        query = query.where(SubmissionRow.state == state)
    rows = query.order_by(SubmissionRow.agency, SubmissionRow.revision_number.desc(), SubmissionRow.id)
    return tuple(_submission(row) for row in rows)


def with_digest(part: str, content_digest: str) -> Submission | None:
    """The submission with this content."""
    row = SubmissionRow
    found = row.select().where((row.part == part) & (row.content_digest == content_digest)).first()
    return None if found is None else _submission(found)


def received_agencies(part: str, states: Iterable[str]) -> set[str]:
    """Codes of the agencies that have a submission in one of these states; nothing of its content is read."""
    row = SubmissionRow
    found = row.select(row.agency).where((row.part == part) & row.state.in_(tuple(states))).distinct()
    return {item.agency for item in found}


def set_submission(submission_id: str, **values: object) -> None:
    """Changes state, received_at or received_note."""
    SubmissionRow.update(**values).where(SubmissionRow.id == submission_id).execute()


def set_total(submission_id: str, total: Fraction) -> None:
    """Changes what is computed of a submission: the framework was corrected."""
    SubmissionRow.update(total=to_stored(total)).where(SubmissionRow.id == submission_id).execute()


def _submission(row: SubmissionRow) -> Submission:
    return Submission(
        id=row.id,
        part=row.part_id,
        bundle=row.bundle_id,
        agency=row.agency,
        round=row.round,
        revision_number=row.revision_number,
        revision_id=row.revision_id,
        content_digest=row.content_digest,
        framework=row.framework_id,
        state=row.state,
        content=row.content,
        received_at=row.received_at,
        received_note=row.received_note,
        total=from_stored(row.total),
        differing=tuple(json.loads(row.differing)),
    )


# Opinions and findings -------------------------------------------------------------------------------------------


def save_appraisal(part: str, agency: str, value: Appraisal) -> None:
    """Writes one assessor's opinion on one node in one round, new or changed."""
    AppraisalRow.insert(
        part=part,
        agency=agency,
        node=value.node,
        round=value.round,
        assessor=value.assessor,
        opinion=value.opinion.value,
        points=None if value.points is None else to_stored(value.points),
        inputs=json.dumps(dict(value.inputs), ensure_ascii=False, sort_keys=True),
        ground=value.ground,
        policy=None if value.policy is None else value.policy.value,
        reason=value.reason,
        internal_note=value.internal_note,
        at=value.at,
        about=value.about,
    ).on_conflict_replace().execute()


def appraisals(part: str, agency: str = "", node: str = "") -> dict[str, tuple[Appraisal, ...]]:
    """Opinions by agency, oldest first."""
    query = AppraisalRow.select().where(AppraisalRow.part == part).order_by(AppraisalRow.at, AppraisalRow.id)
    if agency:
        query = query.where(AppraisalRow.agency == agency)
    if node:
        query = query.where(AppraisalRow.node == node)
    found: dict[str, list[Appraisal]] = {}
    for row in query:
        found.setdefault(row.agency, []).append(_appraisal(row))
    return {code: tuple(items) for code, items in found.items()}


def remove_appraisal(part: str, agency: str, node: str, round_: int, assessor: str) -> None:
    """Takes an opinion back."""
    row = AppraisalRow
    of_node = (row.part == part) & (row.agency == agency) & (row.node == node)
    row.delete().where(of_node & (row.round == round_) & (row.assessor == assessor)).execute()


def _appraisal(row: AppraisalRow) -> Appraisal:
    return Appraisal(
        node=row.node,
        round=row.round,
        assessor=row.assessor,
        opinion=Opinion(row.opinion),
        points=None if row.points is None else from_stored(row.points),
        inputs=json.loads(row.inputs),
        ground=row.ground,
        policy=None if row.policy is None else Policy(row.policy),
        reason=row.reason,
        internal_note=row.internal_note,
        at=row.at,
        about=row.about,
    )


def save_finding(part: str, agency: str, finding: Finding) -> None:
    """Writes the council's settlement of one node."""
    FindingRow.insert(
        part=part,
        agency=agency,
        node=finding.node,
        points=to_stored(finding.points),
        reason=finding.reason,
        at=finding.at,
    ).on_conflict_replace().execute()


def findings(part: str) -> dict[str, tuple[Finding, ...]]:
    """The council's settlements by agency."""
    found: dict[str, list[Finding]] = {}
    for row in FindingRow.select().where(FindingRow.part == part).order_by(FindingRow.at):
        item = Finding(node=row.node, points=from_stored(row.points), reason=row.reason, at=row.at)
        found.setdefault(row.agency, []).append(item)
    return {code: tuple(items) for code, items in found.items()}


def save_tie(part: str, settlement: TieSettlement, at: str) -> None:
    """Writes the council's order of agencies with one value."""
    TieRow.insert(
        part=part,
        ranking_table=settlement.table,
        order=json.dumps(settlement.order, ensure_ascii=False),
        reason=settlement.reason,
        at=at,
    ).execute()


def rename_nodes(part: str, agency: str, names: Callable[[str], str]) -> None:
    """Puts what was said of each node of an agency under another id: the framework was corrected."""
    for row in (AppraisalRow, FindingRow):
        of_agency = (row.part == part) & (row.agency == agency)
        found: Any = row.select().where(of_agency).dicts()
        kept = list(found)
        row.delete().where(of_agency).execute()
        for values in kept:
            row.insert(**{**values, "node": names(values["node"])}).execute()


def ties(part: str) -> tuple[TieSettlement, ...]:
    """Settled ties, oldest first: a later one for the same agencies holds."""
    rows = TieRow.select().where(TieRow.part == part).order_by(TieRow.id)
    return tuple(
        TieSettlement(table=row.ranking_table, order=tuple(json.loads(row.order)), reason=row.reason) for row in rows
    )


# Points that count -----------------------------------------------------------------------------------------------


def replace_points(
    part: str, figures: Mapping[str, tuple[str, Fraction]], points: Iterable[tuple[str, str, Fraction | None]]
) -> None:
    """Replaces all points of a part: `figures` by agency (canonical JSON, total), `points` as (agency, node, points).

    Written with `executemany` in the caller's transaction: four times faster than rows through models.
    """
    FiguresRow.delete().where(FiguresRow.part == part).execute()
    PointsRow.delete().where(PointsRow.part == part).execute()
    connection = database.connection
    connection.executemany(
        'INSERT INTO "figures" ("part_id", "agency", "figures", "total_key") VALUES (?, ?, ?, ?)',
        ((part, agency, text, sort_key(total)) for agency, (text, total) in figures.items()),
    )
    connection.executemany(
        'INSERT INTO "points" ("part_id", "agency", "node", "points", "sort_key") VALUES (?, ?, ?, ?, ?)',
        (
            (part, agency, node, None, None)
            if value is None
            else (part, agency, node, to_stored(value), sort_key(value))
            for agency, node, value in points
        ),
    )


def figures(part: str) -> dict[str, str]:
    """The canonical JSON of the figures that count, by agency."""
    return {row.agency: row.figures for row in FiguresRow.select().where(FiguresRow.part == part)}


# Feedback and results --------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """Feedback or a result, sent or received: canonical JSON of its content and the content digest it travels under."""

    id: str
    part: str
    agency: str
    number: int
    content: str
    content_digest: str
    at: str
    standing: str = ""
    kind: str = FeedbackKind.APPRAISAL.value
    made_at: str = ""


def add_feedback(told: Told) -> None:
    """Keeps feedback; `number` is the round, `kind` tells a return from an appraisal."""
    FeedbackRow.insert(
        id=told.id,
        part=told.part,
        agency=told.agency,
        round=told.number,
        content=told.content,
        content_digest=told.content_digest,
        at=told.at,
        kind=told.kind,
        made_at=told.made_at,
    ).execute()


def feedback(part: str, agency: str = "", kind: str = FeedbackKind.APPRAISAL.value) -> tuple[Told, ...]:
    """Feedback of a part, the latest round and what its sender made last first; `kind` "": returns as well."""
    row = FeedbackRow
    query = row.select().where(row.part == part)
    query = query.order_by(row.round.desc(), row.made_at.desc(), row.at.desc(), row.content_digest)
    if agency:
        query = query.where(row.agency == agency)
    if kind:
        query = query.where(row.kind == kind)
    return tuple(
        Told(
            id=row.id,
            part=row.part_id,
            agency=row.agency,
            number=row.round,
            content=row.content,
            content_digest=row.content_digest,
            at=row.at,
            kind=row.kind,
            made_at=row.made_at,
        )
        for row in query
    )


def add_result(told: Told) -> None:
    """Keeps a result."""
    ResultRow.insert(
        id=told.id,
        part=told.part,
        standing=told.standing,
        number=told.number,
        content=told.content,
        content_digest=told.content_digest,
        at=told.at,
    ).execute()


def results(part: str) -> tuple[Told, ...]:
    """Results of a part, newest first."""
    rows = ResultRow.select().where(ResultRow.part == part).order_by(ResultRow.number.desc(), ResultRow.at.desc())
    return tuple(
        Told(
            id=row.id,
            part=row.part_id,
            agency="",
            number=row.number,
            content=row.content,
            content_digest=row.content_digest,
            at=row.at,
            standing=row.standing,
        )
        for row in rows
    )
