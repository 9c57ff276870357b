"""A commune's answers carried over to the corrected version of its framework, reported, and undone if wished."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain import canonical, codec, revising
from app.domain.assessment import Answers, Response
from app.domain.changes import Changes, Kind, changed
from app.domain.contents import Link
from app.domain.framework import Framework
from app.domain.revising import Comparison, OnScoring
from app.errors import AppError
from app.operations import parts
from app.operations.commune.assessing import DRAFT, with_level
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns, moves
from app.storage.assessments import Kept
from app.storage.campaigns import Part
from app.storage.moves import Snapshot


@dataclass(frozen=True)
class Offer:
    """A newer version of the framework than the one an assessment is answered on. `is_draft`: it may move now."""

    comparison: Comparison
    is_draft: bool

    @property
    def old(self) -> Framework:
        return self.comparison.old

    @property
    def new(self) -> Framework:
        return self.comparison.new


@dataclass(frozen=True)
class Report:
    """What a move did or would do. `loose`: names of files that prove nothing any more; they stay in the list."""

    move: revising.Move
    on_scoring: OnScoring
    loose: tuple[str, ...]
    at: str = ""


def offer(workspace: Workspace, part_id: str) -> Offer | None:
    """The version of the framework that the campaign asks for now, if the assessment is still on another one."""
    with workspace.session():
        part, status = campaigns.part(part_id), campaigns.assessment(part_id)
        present = _asked_for(part)
        if present == status.framework:
            return None
        return Offer(parts.comparison(status.framework, present), status.state == DRAFT)


def _asked_for(part: Part) -> str:
    agency = part.campaign.agency(part.agency)
    assert agency is not None
    return part.campaign.reference(agency).digest


def preview(workspace: Workspace, part_id: str, on_scoring: OnScoring = OnScoring.RECOMPUTE) -> Report:
    """What carrying the answers over would do; nothing is kept. Raises `AppError("assessment.same_version")`."""
    with workspace.session():
        before, move = _prepared(part_id, on_scoring)
        return _report(part_id, before, move, on_scoring)


def carry_over(workspace: Workspace, part_id: str, on_scoring: OnScoring = OnScoring.RECOMPUTE) -> Changes:
    """Carries the answers over to the version the campaign asks for; everything as it stood is kept beside.

    Raises `AppError("assessment.closed")` unless the assessment is a draft, "assessment.same_version".
    """
    with workspace.transaction():
        status = campaigns.assessment(part_id)
        if status.state != DRAFT:
            raise AppError("assessment.closed")
        before, move = _prepared(part_id, on_scoring)
        to_answer = frozenset(node.change.place.id for node in move.nodes if node.to_answer)
        to_answer |= _still_asked(part_id, before, move)
        _write(part_id, before, move, to_answer)
        new = move.comparison.new.digest
        campaigns.set_assessment(part_id, framework=new)
        moves.add(
            moves.Move(
                id=workspace.new_id(),
                part=part_id,
                from_framework=status.framework,
                to_framework=new,
                on_scoring=on_scoring.value,
                before=_stored(before),
                to_answer=to_answer,
                at=workspace.now(),
                by=workspace.acting.name if workspace.acting else "",
            )
        )
        versions = move.comparison.old.version, move.comparison.new.version
        workspace.note("assessment.moved", part=part_id, subject=new, before=versions[0], after=versions[1])
    return changed(Kind.RESPONSES, Kind.CAMPAIGNS)


def last(workspace: Workspace, part_id: str) -> Report | None:
    """What the last move did, told again; None where nothing was moved or the move was undone."""
    with workspace.session():
        known = moves.last(part_id)
        if known is None:
            return None
        before = _snapshot(known)
        on_scoring = OnScoring(known.on_scoring)
        move = _move(part_id, known.from_framework, known.to_framework, before, on_scoring)
        return dataclasses.replace(_report(part_id, before, move, on_scoring), at=known.at)


def undo(workspace: Workspace, part_id: str) -> Changes:
    """Goes back to the version before the last move; what was answered since stays where the old version has a place.

    Raises `AppError("assessment.closed")` or "assessment.nothing_moved".
    """
    with workspace.transaction():
        known = moves.last(part_id)
        if known is None:
            raise AppError("assessment.nothing_moved")
        if campaigns.assessment(part_id).state != DRAFT:
            raise AppError("assessment.closed")
        before, now = _snapshot(known), moves.snapshot(part_id)
        there = _move(part_id, known.from_framework, known.to_framework, before, OnScoring(known.on_scoring))
        kept, links = _back(part_id, before, there, now)
        moves.replace(part_id, kept, links)
        moves.set_undone(known.id, workspace.now(), _stored(now))
        campaigns.set_assessment(part_id, framework=known.from_framework)
        workspace.note("assessment.moved_back", part=part_id, subject=known.from_framework)
    return changed(Kind.RESPONSES, Kind.CAMPAIGNS)


# How ----------------------------------------------------------------------------------------------------------------


def _prepared(part_id: str, on_scoring: OnScoring) -> tuple[Snapshot, revising.Move]:
    part, status = campaigns.part(part_id), campaigns.assessment(part_id)
    present = _asked_for(part)
    if present == status.framework:
        raise AppError("assessment.same_version")
    before = moves.snapshot(part_id)
    return before, _move(part_id, status.framework, present, before, on_scoring)


def _move(part_id: str, old: str, new: str, before: Snapshot, on_scoring: OnScoring) -> revising.Move:
    return revising.move(parts.comparison(old, new), _answers(part_id, before), on_scoring)


def _answers(part_id: str, state: Snapshot) -> Answers:
    proven = {link.node for links in state.links.values() for link in links}
    given: Mapping[str, Response] = {node: with_level(kept, node in proven) for node, kept in state.responses.items()}
    return Answers(responses=given, profile=campaigns.part(part_id).agency_profile)


def _snapshot(known: moves.Move) -> Snapshot:
    return codec.from_json(Snapshot, canonical.decode(known.before.encode("utf-8")))


def _stored(state: Snapshot) -> str:
    return canonical.encode(codec.to_json(state)).decode("utf-8")


def _still_asked(part_id: str, before: Snapshot, move: revising.Move) -> frozenset[str]:
    """What an earlier move asked to answer again and nobody has finished since."""
    waiting = (node for node in moves.asked_again(part_id) if node in move.names)
    return frozenset(
        move.names[node] for node in waiting if node not in before.responses or not before.responses[node].is_complete
    )


def _report(part_id: str, before: Snapshot, move: revising.Move, on_scoring: OnScoring) -> Report:
    gone = {id_ for id_, links in before.links.items() if links and not _linked(links, move.names)}
    names = [piece.name or piece.citation.subject for piece in assessments.evidence(part_id) if piece.id in gone]
    return Report(move, on_scoring, tuple(names))


def _linked(links: tuple[Link, ...], names: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(Link(node=names[link.node], page=link.page) for link in links if link.node in names)


def _write(part_id: str, before: Snapshot, move: revising.Move, to_answer: frozenset[str]) -> None:
    former = {new: old for old, new in move.names.items()}
    kept = {}
    for node, response in move.answers.responses.items():
        old = before.responses[former[node]]
        bare = dataclasses.replace(response, evidence=old.response.evidence)  # what is attached is not written down
        kept[node] = dataclasses.replace(old, response=bare, is_complete=old.is_complete and node not in to_answer)
    links = {id_: _linked(its, move.names) for id_, its in before.links.items()}
    known = moves.once_on(part_id, move.comparison.new.digest)
    if known is not None:  # was here before: what was said then of criteria that stand here alone is there again
        once = _snapshot(known)
        kept |= {node: given for node, given in once.responses.items() if node not in former}
        for id_, its in once.links.items():
            if id_ in links:
                links[id_] += tuple(link for link in its if link.node not in former)
    moves.replace(part_id, kept, links)


def _back(
    part_id: str, before: Snapshot, there: revising.Move, now: Snapshot
) -> tuple[dict[str, Kept], dict[str, tuple[Link, ...]]]:
    """What stood before the move, with what was answered and attached since in its place."""
    comparison = parts.comparison(there.comparison.new.digest, there.comparison.old.digest)
    back = revising.move(comparison, _answers(part_id, now), OnScoring.KEEP_POINTS)
    kept = dict(before.responses)
    for former, id_ in back.names.items():
        given, carried, old = now.responses.get(former), there.answers.responses.get(former), kept.get(id_)
        if given is None or (old and carried and _said(given) == _said(dataclasses.replace(old, response=carried))):
            continue
        response = back.answers.responses[id_]
        if old is not None and carried is not None:
            response = _restored(response, old.response, carried)
        kept[id_] = dataclasses.replace(given, response=response)
    links = {}
    for piece, its in now.links.items():
        present = {link.node: link for link in _linked(its, back.names)}
        stood = before.links.get(piece, ())
        aside = {link.node: link for link in stood if link.node not in there.names}
        order = [link.node for link in stood if link.node in aside or link.node in present]
        links[piece] = tuple((aside | present)[node] for node in dict.fromkeys((*order, *present)))
    return kept, links


def _restored(response: Response, old: Response, carried: Response) -> Response:
    """What the move had to drop comes back, unless something else was said there since."""
    dropped = {key: value for key, value in old.inputs.items() if key not in carried.inputs}
    return dataclasses.replace(
        response,
        inputs={**dropped, **response.inputs},
        points=response.points or (None if carried.points else old.points),
        not_applicable=response.not_applicable or (None if carried.not_applicable else old.not_applicable),
    )


def _said(kept: Kept) -> tuple[object, ...]:
    given = kept.response
    return given.inputs, given.points, given.not_applicable, given.explanation, kept.level
