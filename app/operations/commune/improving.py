"""What comes back to a commune: feedback that opens the next round, and the result to compare and learn from."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from app.bundles.manifest import Kind
from app.bundles.reading import ReceivedBundle
from app.domain import canonical, codec, results
from app.domain.assessment import Answers, ResponseState
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import FeedbackContent, FeedbackKind, ResultContent, ResultRow, SubmissionContent
from app.domain.framework import Framework
from app.domain.numbers import from_stored
from app.domain.results import Score
from app.domain.scoring import Decision
from app.errors import AppError
from app.operations import bundling, parts
from app.operations.commune import assessing
from app.operations.commune.sent_back import ReturnView as ReturnView
from app.operations.commune.sent_back import returned as returned
from app.operations.trust import acting, heard, receipts, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, frameworks, keys, submissions
from app.storage.campaigns import Part, Role
from app.storage.submissions import Told


@dataclass(frozen=True, slots=True)
class Brought:
    """What a received file brought: its part, its kind, how many criteria are open again, the authority's code.

    `is_return`: feedback that sends the submission back to be completed. `waits` says why it does not act yet:
    another key is accepted for the authority.
    """

    changes: Changes
    part: Part
    kind: Kind
    open_nodes: int
    is_new: bool
    check_code: str
    is_known_sender: bool
    is_return: bool = False
    waits: AppError | None = None


def receive(workspace: Workspace, path: Path, progress: Progress = SILENT, *, passphrase: str = "") -> Brought:
    """Takes in feedback, a receipt or a result addressed to a part played here; with the passphrase of our key also
    one that came encrypted.

    Raises `AppError("bundle.other_campaign")`, "bundle.other_receiver", "bundle.other_authority", "feedback.not_ours"
    (it answers a submission that was not made here), or what the reader refuses.
    """
    with workspace.session():
        played = [part for part in campaigns.parts() if part.role is Role.AGENCY]
    with bundling.Opener(workspace, played, passphrase).opened(path) as plain:
        claimed = bundling.inspect(plain).envelope
        kind = claimed.kind if claimed is not None else Kind.FEEDBACK
        if kind not in (Kind.FEEDBACK, Kind.RESULT, Kind.RECEIPT):
            raise AppError("bundle.other_kind", kind=kind.value, wanted=Kind.FEEDBACK.value)
        received = bundling.read(workspace, plain, kind, progress)
    with workspace.session():
        part = _addressee(received)
        digest = received.verdict.content_digest or ""
        is_new = submissions.find_bundle(part.id, digest, submissions.IN) is None
    open_nodes = 0
    if is_new and kind is Kind.FEEDBACK:
        open_nodes = _take_feedback(workspace, part, received, path)
    elif is_new and kind is Kind.RESULT:
        open_nodes = _take_result(workspace, part, received, path)
    elif is_new:
        receipts.take(workspace, part, received, path)
    with workspace.session():
        is_waiting = digest in heard.waiting(part.id)
    told = {"sender": part.campaign.authority.name, "check_code": received.verdict.check_code or ""}
    return Brought(
        changes=changed(Changed.ASSESSMENT, Changed.RESPONSES, Changed.RESULTS),
        part=part,
        kind=kind,
        open_nodes=open_nodes,
        is_new=is_new,
        check_code=received.verdict.check_code or "",
        is_known_sender=received.verdict.lights.seal.value == "VALID",
        is_return=kind is Kind.FEEDBACK and _is_return(received),
        waits=AppError("key.other_than_pinned", **told) if is_waiting else None,
    )


def _is_return(received: ReceivedBundle) -> bool:
    return bundling.content_of(received, FeedbackContent).kind is FeedbackKind.RETURN


def _addressee(received: ReceivedBundle) -> Part:
    envelope = received.envelope
    code = envelope.receiver.code if envelope.receiver is not None else ""
    part = campaigns.find_part(envelope.campaign.id, Role.AGENCY, code)
    if part is None:
        if campaigns.find(envelope.campaign.id) is None:
            raise AppError("bundle.other_campaign", campaign=envelope.campaign.title)
        name = envelope.receiver.name if envelope.receiver is not None else "…"
        raise AppError("bundle.other_receiver", receiver=name, authority="", sender=envelope.sender.name)
    if envelope.sender.code != part.campaign.authority.code:
        own_authority = part.campaign.authority
        told = {"sender": envelope.sender.name, "authority": own_authority.name or own_authority.code}
        raise AppError("bundle.other_authority", **told)
    if envelope.answers is not None and envelope.kind is not Kind.RECEIPT:  # a receipt is kept and shown all the same
        own = assessments.revisions(part.id)
        is_ours = envelope.answers in {revision.content_digest for revision in own}
        was_answered = received.verdict.content_digest in {revision.answers for revision in own}  # work brought back
        is_alone = not own and envelope.kind is Kind.RESULT
        if not (is_ours or was_answered or is_alone):
            raise AppError("feedback.not_ours")
    return part


def _take_feedback(workspace: Workspace, part: Part, received: ReceivedBundle, path: Path) -> int:
    content = bundling.content_of(received, FeedbackContent)
    _check_nodes(workspace, part, received, content)
    open_nodes = [node for node, told in content.nodes.items() if told.is_open]
    told = _told(workspace, part, received, content, received.envelope.round or 1)
    told = dataclasses.replace(told, kind=content.kind.value, made_at=received.envelope.claimed_time)
    with workspace.transaction():
        bundling.keep_received(workspace, part, received, path)
        submissions.add_feedback(told)
        acting.settle(part, told)
        workspace.note("feedback.received", part=part.id, field=told.kind, after=f"{len(open_nodes)}")
    return len(open_nodes)


def _check_nodes(workspace: Workspace, part: Part, received: ReceivedBundle, content: FeedbackContent) -> None:
    """Feedback may stand on another version than the answers here, but on one that came with a campaign file."""
    own, named = parts_framework(workspace, part), received.envelope.frameworks[0]
    with workspace.session():
        is_known = frameworks.is_known(named.digest)
        told_on = frameworks.get(named.digest) if is_known else own
    if not set(content.nodes) <= set(told_on.index.places):
        if not is_known:
            raise AppError("feedback.newer_version", new=named.version, old=own.version)
        raise AppError("bundle.content_malformed", path="nodes")


def _take_result(workspace: Workspace, part: Part, received: ReceivedBundle, path: Path) -> int:
    content = bundling.content_of(received, ResultContent)
    with workspace.transaction():
        bundling.keep_received(workspace, part, received, path)
        standing = received.envelope.standing
        told = _told(workspace, part, received, content, content.number, standing.value if standing else "")
        submissions.add_result(told)
        workspace.note("result.received", part=part.id, after=str(content.number))
    return 0


def _told(
    workspace: Workspace, part: Part, received: ReceivedBundle, content: object, number: int, standing: str = ""
) -> Told:
    return Told(
        id=workspace.new_id(),
        part=part.id,
        agency=part.agency,
        number=number,
        content=canonical.encode(codec.to_json(content)).decode("utf-8"),
        content_digest=received.verdict.content_digest or "",
        at=workspace.now(),
        standing=standing,
    )


def parts_framework(workspace: Workspace, part: Part) -> Framework:
    """The framework a part answers."""
    with workspace.session():
        return parts.framework_of(part.id)


@dataclass(frozen=True, slots=True)
class NodeOpinion:
    """What was said of one node: points stated when it was sent, points that now count, and whether it is answered.

    `is_open`: the agency may answer; `is_answered`: it has, since the feedback came.
    """

    node: str
    self_points: Fraction | None
    points: Fraction | None
    opinion: str
    reason: str
    is_open: bool
    is_answered: bool

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still expected."""
        return self.is_open and not self.is_answered


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """The newest feedback as the commune reads it, in tree order; `at` is when it was loaded."""

    content: FeedbackContent
    round: int
    at: str
    nodes: tuple[NodeOpinion, ...]


def feedback(workspace: Workspace, part_id: str) -> FeedbackView | None:
    """The newest feedback received, None while there is none."""
    seen = assessing.view(workspace, part_id)
    with workspace.session():
        told = heard.feedback(part_id)
        frozen = assessments.revisions(part_id)
    content = seen.feedback
    if content is None:
        return None
    round_ = told[0].number
    claims = _claims(next((revision for revision in frozen if revision.round == round_), None))
    nodes = []
    for node in seen.framework.index.places:
        if node in content.nodes:
            said = content.nodes[node]
            answered = seen.round > round_ and seen.states.get(node) is not ResponseState.CONTESTED
            points = claims.get(node)
            nodes.append(
                NodeOpinion(
                    node, _number(points), _number(said.points), said.opinion, said.reason, said.is_open, answered
                )
            )
    return FeedbackView(content, round_, told[0].at, tuple(nodes))


def _claims(revision: assessments.Revision | None) -> dict[str, str | None]:
    """The points a revision stated, by node."""
    if revision is None:
        return {}
    content = codec.from_json(SubmissionContent, canonical.decode(revision.content.encode("utf-8")))
    return {node: claim.points for node, claim in content.claims.items()}


@dataclass(frozen=True, slots=True)
class SenderKey:
    """The key that sealed what the authority sent last: its check code, and whether it was compared and accepted."""

    check_code: str
    is_accepted: bool


def sender_key(workspace: Workspace, part_id: str) -> SenderKey | None:
    """The authority's key, None while nothing came from it."""
    part = parts.find(workspace, part_id)
    code, role = part.campaign.authority.code, trusting.role_of_others(part)
    seen = next((key for key in trusting.seen_keys(workspace) if (key.agency, key.role) == (code, role)), None)
    if seen is None:
        return None
    with workspace.session():
        accepted = keys.accepted().get((code, role))
    return SenderKey(seen.check_code, accepted == seen.spki)


@dataclass(frozen=True, slots=True)
class NodeResult:
    """One node of a result: points stated, points that count, and why they differ."""

    node: str
    self_points: Fraction | None
    points: Fraction | None
    reason: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """A received result as the commune reads it: its own row in every table, and every node."""

    content: ResultContent
    standing: str
    own_rows: Mapping[str, ResultRow]
    nodes: tuple[NodeResult, ...]
    at: str


def result(workspace: Workspace, part_id: str) -> ResultView | None:
    """The newest result received, None while there is none."""
    with workspace.session():
        part = campaigns.part(part_id)
        content = parts.last_result(part_id)
        told = heard.results(part_id)
        framework = parts.framework_of(part_id)
    if content is None or content.own is None:
        return None
    rows = {table.code: row for table in content.tables for row in table.rows if row.agency == part.agency}
    own = content.own
    nodes = tuple(
        NodeResult(node, _number(own.self_points.get(node)), _number(own.points.get(node)), own.reasons.get(node, ""))
        for node in framework.index.places
    )
    return ResultView(content, told[0].standing, rows, nodes, told[0].at)


def official(framework: Framework, answers: Answers, told: ResultView) -> Score | None:
    """The published result as a score that can be explained: own figures, and the points decided where they differ.

    None where that does not lead to the published total: it was reckoned on figures that are not at hand.
    """
    own = results.score(framework, answers)
    decisions = {
        each.node: Decision(points=each.points)
        for each in told.nodes
        if each.points is not None and framework.index.places[each.node].criterion is not None
        if each.node in own.nodes and own.nodes[each.node].points != each.points
    }
    found = results.score(framework, answers, decisions=decisions)
    figures = told.content.own.figures if told.content.own is not None else None
    return found if figures is not None and _number(figures.total) == found.total else None


def _number(stored: str | None) -> Fraction | None:
    return None if stored is None else from_stored(stored)
