"""The review: criterion by criterion, what was said, what counts now, and the feedback each round sends back."""

import dataclasses
import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from app.domain import appraisal, results
from app.domain.agency import Agency
from app.domain.appraisal import UNDECIDED, Appraisal, Finding, Opinion, Settled, Standing
from app.domain.assessment import EMPTY, Answers, Response, check_response
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import Claim, SubmissionContent
from app.domain.framework import Framework, Placed
from app.domain.numbers import from_stored, normalise_typed, parse_decimal, to_stored
from app.domain.results import Entry, Score
from app.domain.scoring import NodeScore
from app.errors import AppError
from app.operations.authority import correcting, looking_again
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns, people, submissions
from app.storage.assessments import Evidence
from app.storage.campaigns import Part
from app.storage.submissions import CURRENT, Submission

NOBODY = ""  # the assessor of an opinion given while nobody said who is working
COUNCIL_ROUND = 0


def open_round(workspace: Workspace, part_id: str) -> int:
    """The appraisal round under way, from 1."""
    with workspace.session():
        return int(people.setting(f"appraisal_round:{part_id}") or 1)


@dataclass(frozen=True)
class Dossier:
    """One agency's current submission, opened: what it says and what the review made of it so far.

    What was submitted on an earlier version of the framework stands here on the one that counts now; `to_answer`
    holds the nodes that a correction sends back to the agency. Of all `opinions` those `upheld` were given on what a
    node still says; `again`: nodes that a replacement changed since, with the content digest the last was given on.
    Its two scores are reckoned once, when somebody first asks.
    """

    agency: Agency
    framework: Framework
    submission: Submission
    content: SubmissionContent
    opinions: tuple[Appraisal, ...]
    upheld: tuple[Appraisal, ...]
    settled: Mapping[str, Settled]
    round: int
    to_answer: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    again: Mapping[str, str] = field(default_factory=dict)

    def present_id(self, node: str) -> str:
        """The id that a node of the submitted version has in the one that counts now."""
        return self.names.get(node, "") if self.names else node

    @property
    def answers(self) -> Answers:
        """Its responses with what scoring needs to know of it."""
        return Answers(responses=self.content.responses, profile=self.agency.profile)

    @property
    def entry(self) -> Entry:
        """Its place in the campaign's scoring: its inputs, and the points decided."""
        decisions = {node: item.decision for node, item in self.settled.items() if item.decision is not None}
        answers = corrected(self.answers, self.upheld, self.settled)
        return Entry(answers=answers, decisions=decisions, parent=self.agency.parent)

    @functools.cached_property
    def own(self) -> Score:
        """The score of its inputs alone, without what was decided."""
        return results.score(self.framework, self.answers)

    @functools.cached_property
    def counted(self) -> Score:
        """The score with what was decided; peers are left out."""
        entry = self.entry
        return results.score(self.framework, entry.answers, decisions=entry.decisions)

    def standing(self, node: str) -> Standing:
        """Where a node stands; what an earlier round contested is open again once the agency has answered.

        What a correction sends back waits for the agency whatever was said of it.
        """
        if node in self.to_answer:
            return Standing.CONTESTED
        return standing_of(self.settled.get(node, UNDECIDED), self.submission.round, self.last_round(node))

    def last_round(self, node: str) -> int:
        """The latest round with an opinion on a node, 0 if there is none."""
        return last_round(self.upheld, node)

    def stated(self, node: str) -> Fraction | None:
        """Points without what was decided: as claimed where that is what comes out here, else as computed."""
        if self.names or node in self.submission.differing:
            return self.own.nodes[node].points if node in self.own.nodes else None
        return _claimed(self.content.claims.get(node))

    @property
    def nodes(self) -> tuple[Placed, ...]:
        """The criteria in scope for this agency, in tree order."""
        return criteria_of(self.framework, self.agency)

    @property
    def decided(self) -> int:
        """How many criteria have been dealt with."""
        return sum(1 for place in self.nodes if self.standing(place.id) is not Standing.UNDECIDED)


def standing_of(found: Settled, submitted: int, opined: int) -> Standing:
    """Where a node stands after a submission of one round and opinions up to another."""
    is_answered = found.standing is Standing.CONTESTED and submitted > opined
    return Standing.UNDECIDED if is_answered else found.standing


def last_round(opinions: Iterable[Appraisal], node: str) -> int:
    """The latest round with an opinion on a node, 0 if there is none."""
    return max((item.round for item in opinions if item.node == node), default=0)


def criteria_of(framework: Framework, agency: Agency) -> tuple[Placed, ...]:
    """The criteria in scope for an agency, in tree order."""
    index = framework.index
    return tuple(place for place in index.criteria() if index.in_scope(place, agency.target_group))


def corrected(answers: Answers, opinions: Iterable[Appraisal], settled: Mapping[str, Settled]) -> Answers:
    """The answers with the figures as assessors read them, where a settled opinion brought them instead of points.

    Only the opinions that settle the node count: those of the latest round, and none while assessors differ.
    """
    told = tuple(opinions)
    rounds: dict[str, int] = {}
    for opinion in told:
        rounds[opinion.node] = max(rounds.get(opinion.node, 0), opinion.round)
    responses = dict(answers.responses)
    for opinion in told:
        item = settled.get(opinion.node, UNDECIDED)
        if opinion.inputs and opinion.round == rounds[opinion.node] and _brings_figures(opinion, item):
            old = responses.get(opinion.node, EMPTY)
            responses[opinion.node] = dataclasses.replace(old, inputs={**old.inputs, **opinion.inputs})
    return dataclasses.replace(answers, responses=responses)


def _brings_figures(opinion: Appraisal, item: Settled) -> bool:
    settles = item.standing not in (Standing.UNDECIDED, Standing.DISAGREEMENT, Standing.SETTLED)
    return settles and item.decision is None and item.opinion is opinion.opinion


def dossiers(part: Part, agency: str = "", instead: Submission | None = None) -> dict[str, Dossier]:
    """The current submissions, opened, by agency in the campaign's order; one of them `instead` (inside a session)."""
    opinions = submissions.appraisals(part.id, agency)
    findings = submissions.findings(part.id)
    round_ = int(people.setting(f"appraisal_round:{part.id}") or 1)
    current = {item.agency: item for item in submissions.submissions(part.id, agency, CURRENT)}
    current |= {} if instead is None else {instead.agency: instead}
    found = {}
    for member in part.campaign.agencies:
        submission = current.get(member.code)
        if submission is None:
            continue
        carried = correcting.carried(part, member, submission)
        present = carried.framework
        own = tuple(correcting.still_standing(present, opinions.get(member.code, ())))
        opined = looking_again.on_submission(part, member, submission, carried, own)
        found[member.code] = Dossier(
            agency=member,
            framework=carried.framework,
            submission=submission,
            content=carried.content,
            to_answer=carried.to_answer,
            names=carried.names,
            opinions=own,
            upheld=opined.standing,
            settled=appraisal.settle(
                opined.standing, correcting.still_standing(present, findings.get(member.code, ()))
            ),
            again=opined.again,
            round=round_,
        )
    return found


def dossier(workspace: Workspace, part_id: str, agency: str) -> Dossier:
    """One agency's dossier; raises `AppError("submission.not_received")`."""
    with workspace.session():
        found = dossiers(campaigns.part(part_id), agency)
    if agency not in found:
        raise AppError("submission.not_received", agency=agency)
    return found[agency]


# The desk ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Progressed:
    """One agency in the desk's list: criteria dealt with of all, and where the chosen criterion stands there."""

    agency: Agency
    decided: int
    total: int
    standing: Standing
    opinion: Opinion | None
    points: Fraction | None


def progress_of(workspace: Workspace, part_id: str, node: str = "") -> tuple[Progressed, ...]:
    """Every agency that has sent something, with its progress; with a `node`, also how that one stands there."""
    with workspace.session():
        found = dossiers(campaigns.part(part_id))
    rows = []
    for item in found.values():
        settled = item.settled.get(node, UNDECIDED)
        points = settled.decision.points if settled.decision is not None else item.stated(node)
        rows.append(
            Progressed(item.agency, item.decided, len(item.nodes), item.standing(node), settled.opinion, points)
        )
    return tuple(rows)


def _claimed(claim: Claim | None) -> Fraction | None:
    """A claim may hold anything; what is no number counts as none."""
    try:
        return None if claim is None or claim.points is None else from_stored(claim.points)
    except AppError:
        return None


@dataclass(frozen=True, slots=True)
class Case:
    """One criterion of one agency on the desk.

    `claimed`: points the agency stated; `own`: the score computed here from its inputs; `counted`: the score with
    what was decided; `evidence` with file digests to open.
    """

    dossier: Dossier
    place: Placed
    response: Response
    evidence: tuple[Evidence, ...]
    claimed: Fraction | None
    own: NodeScore
    counted: NodeScore
    opinions: tuple[Appraisal, ...]
    settled: Settled

    @property
    def standing(self) -> Standing:
        """Where it stands now."""
        return self.dossier.standing(self.place.id)


def case(workspace: Workspace, part_id: str, agency: str, node: str) -> Case:
    """Everything the desk shows for one criterion of one agency.

    Raises `AppError("submission.not_received")`, "answers.unknown_node".
    """
    return case_of(workspace, dossier(workspace, part_id, agency), node)


def case_of(workspace: Workspace, opened: Dossier, node: str) -> Case:
    """The same from a dossier that is open already; raises "answers.unknown_node"."""
    place = opened.framework.index.find(node)
    if place is None:
        raise AppError("answers.unknown_node", node=node)
    with workspace.session():
        evidence = assessments.evidence(opened.submission.id)
    proving = [piece for piece in evidence if any(opened.present_id(link.node) == place.id for link in piece.links)]
    return Case(
        dossier=opened,
        place=place,
        response=opened.content.responses.get(place.id, EMPTY),
        evidence=tuple(proving),
        claimed=_claimed(opened.content.claims.get(place.id)),
        own=opened.own.nodes[place.id],
        counted=opened.counted.nodes[place.id],
        opinions=tuple(item for item in opened.opinions if item.node == place.id),
        settled=opened.settled.get(place.id, UNDECIDED),
    )


def with_figures(seen: Case, inputs: Mapping[str, str]) -> NodeScore:
    """What the criterion would score with the figures as the assessor reads them; nothing is kept."""
    response = dataclasses.replace(seen.response, inputs={**seen.response.inputs, **inputs})
    errors = check_response(seen.dossier.framework, seen.place, response)
    if errors:
        raise errors[0]
    responses = {**seen.dossier.content.responses, seen.place.id: response}
    answers = Answers(responses=responses, profile=seen.dossier.agency.profile)
    return results.score(seen.dossier.framework, answers).nodes[seen.place.id]


def give(
    workspace: Workspace,
    part_id: str,
    agency: str,
    node: str,
    opinion: Opinion,
    *,
    points: str = "",
    inputs: Mapping[str, str] | None = None,
    reason: str = "",
    internal_note: str = "",
) -> Changes:
    """Keeps the acting person's opinion on one criterion in the round under way.

    `points` as typed, for adjust; `inputs`: the figures as read, which give the points themselves. Raises
    `AppError("opinion.no_reason")` for anything but agreement without a reason, "opinion.no_points",
    "points.out_of_range", "number.malformed".
    """
    opened = dossier(workspace, part_id, agency)
    place = opened.framework.index.find(node)
    if place is None:
        raise AppError("answers.unknown_node", node=node)
    if opinion is not Opinion.AGREE and not reason.strip():
        raise AppError("opinion.no_reason")
    value = _typed_points(place, points)
    if opinion is Opinion.ADJUST and value is None and not inputs:
        raise AppError("opinion.no_points")
    made = Appraisal(
        node=place.id,
        opinion=opinion,
        round=open_round(workspace, part_id),
        assessor=_assessor(workspace),
        points=value if opinion in (Opinion.ADJUST, Opinion.REJECT) else None,
        inputs=dict(inputs or {}),
        reason=reason.strip(),
        internal_note=internal_note.strip(),
        at=workspace.now(),
        about=opened.submission.content_digest,
    )
    with workspace.transaction():
        _keep(workspace, part_id, agency, made)
    return changed(Changed.APPRAISALS, Changed.RANKING, ids={agency, place.id})


def _keep(workspace: Workspace, part_id: str, agency: str, made: Appraisal) -> None:
    """Writes an opinion and its line of the journal (inside a transaction)."""
    submissions.save_appraisal(part_id, agency, made)
    told = f"{made.opinion.value} {'' if made.points is None else to_stored(made.points)}".strip()
    workspace.note("opinion.given", part=part_id, subject=f"{agency} {made.node}", field=made.reason[:80], after=told)


def _assessor(workspace: Workspace) -> str:
    return workspace.acting.id if workspace.acting else NOBODY


def _typed_points(place: Placed, typed: str) -> Fraction | None:
    if not typed.strip():
        return None
    value = parse_decimal(normalise_typed(typed))
    low, high = min(place.maximum, Fraction(0)), max(place.maximum, Fraction(0))
    if not low <= value <= high:
        raise AppError("points.out_of_range", text=typed, minimum=str(low), maximum=str(high))
    return value


def agree_with(workspace: Workspace, part_id: str, agency: str, nodes: Sequence[str] = ()) -> Changes:
    """Agreement on the named criteria, or on all nobody has dealt with yet; each is an opinion of its own."""
    opened = dossier(workspace, part_id, agency)
    chosen = nodes or [place.id for place in opened.nodes if opened.standing(place.id) is Standing.UNDECIDED]
    round_, assessor, now = open_round(workspace, part_id), _assessor(workspace), workspace.now()
    with workspace.transaction():
        for node in chosen:
            place = opened.framework.index.find(node)
            if place is None:
                raise AppError("answers.unknown_node", node=node)
            about = opened.submission.content_digest
            made = Appraisal(node=place.id, opinion=Opinion.AGREE, round=round_, assessor=assessor, at=now, about=about)
            _keep(workspace, part_id, agency, made)
    return changed(Changed.APPRAISALS, Changed.RANKING, ids={agency})


def take_back(workspace: Workspace, part_id: str, agency: str, node: str) -> Changes:
    """Takes the acting person's opinion of this round back."""
    with workspace.transaction():
        submissions.remove_appraisal(part_id, agency, node, open_round(workspace, part_id), _assessor(workspace))
        workspace.note("opinion.taken_back", part=part_id, subject=f"{agency} {node}")
    return changed(Changed.APPRAISALS, Changed.RANKING, ids={agency, node})


def conclude(workspace: Workspace, part_id: str, agency: str, node: str, points: str, reason: str) -> Changes:
    """The council's finding on one criterion; raises "opinion.no_reason", "points.out_of_range"."""
    opened = dossier(workspace, part_id, agency)
    place = opened.framework.index.find(node)
    if place is None:
        raise AppError("answers.unknown_node", node=node)
    value = _typed_points(place, points)
    if value is None:
        raise AppError("opinion.no_points")
    if not reason.strip():
        raise AppError("opinion.no_reason")
    finding = Finding(node=place.id, points=value, reason=reason.strip(), at=workspace.now())
    with workspace.transaction():
        submissions.save_finding(part_id, agency, finding)
        workspace.note("finding.made", part=part_id, subject=f"{agency} {place.id}", after=to_stored(value))
    return changed(Changed.APPRAISALS, Changed.RANKING, ids={agency, place.id})


@dataclass(frozen=True, slots=True)
class Open:
    """One criterion that the council still has to look at: assessors differ, or it was never settled."""

    agency: Agency
    place: Placed
    standing: Standing
    opinions: tuple[Appraisal, ...]


def disagreements(workspace: Workspace, part_id: str) -> tuple[Open, ...]:
    """Criteria on which assessors differ and the council has not concluded."""
    with workspace.session():
        found = dossiers(campaigns.part(part_id))
    return tuple(
        Open(item.agency, place, Standing.DISAGREEMENT, tuple(o for o in item.opinions if o.node == place.id))
        for item in found.values()
        for place in item.nodes
        if item.standing(place.id) is Standing.DISAGREEMENT
    )


# Scores ------------------------------------------------------------------------------------------------------------


def scores(
    part: Part, is_complete: bool, instead: Submission | None = None
) -> tuple[dict[str, Dossier], dict[str, Score]]:
    """Every current submission scored with its peers and what was decided (inside a session)."""
    found = dossiers(part, "", instead)
    by_framework: dict[str, dict[str, Entry]] = {}
    for code, item in found.items():
        by_framework.setdefault(item.framework.digest, {})[code] = item.entry
    scored: dict[str, Score] = {}
    for entries in by_framework.values():
        framework = found[next(iter(entries))].framework
        scored.update(results.score_campaign(framework, entries, is_complete))
    return found, scored
