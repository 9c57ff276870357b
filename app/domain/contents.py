"""What each kind of bundle carries in content.json, as values; points in them are claims until recomputed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from app.domain.agency import Contact, Person
from app.domain.assessment import Citation, Response
from app.domain.campaign import Campaign
from app.domain.numbers import to_stored
from app.domain.results import Score
from app.domain.scoring import State


@dataclass(frozen=True, kw_only=True)
class Link:
    """Where a piece of evidence proves something: the node and the page or section that supports it."""

    node: str
    page: str = ""


@dataclass(frozen=True, kw_only=True)
class FileItem:
    """One evidence file: SHA-256 and extension as its entry is named, size in bytes, its name in Vietnamese."""

    digest: str
    ext: str
    size: int
    name: str
    citation: Citation = Citation()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CitationItem:
    """Evidence cited without a file."""

    citation: Citation
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Points (``n/d``, None where there is no number) and state of one node as the sender computed them."""

    points: str | None
    state: str


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The five numbers and the total, each ``n/d``; percent runs from 0 to 100."""

    scale_points: str
    maximum: str
    effective_maximum: str
    percent: str | None
    bonus: str
    penalty: str
    total: str
    is_provisional: bool
    pillars: Mapping[str, str] = field(default_factory=dict)  # points
    bands: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """The leader who confirmed in the program: name and title as printed, and when by this computer's clock."""

    name: str
    title: str
    at: str


@dataclass(frozen=True, kw_only=True)
class CampaignContent:
    """A campaign going out. Its frameworks are framework.json. `recipients`: codes it is meant for; empty: all.

    `recipient`: what may be encrypted to the sealing key (age1…), believed once that key is accepted.
    """

    TAG: ClassVar[str] = "campaign"
    campaign: Campaign
    recipients: tuple[str, ...] = ()
    recipient: str = ""


@dataclass(frozen=True, kw_only=True)
class RegistrationContent:
    """A commune makes itself known: the campaign is here, this key seals, this person answers the telephone.

    `recipient`: what may be encrypted to the sealing key (age1…). `replaced`: SHA-256 of the key used before, and
    `reason` why it no longer is (replaced, lost, stolen); "" for a first key. All of it is a claim.
    """

    TAG: ClassVar[str] = "registration"
    recipient: str
    contact: Contact
    replaced: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SubmissionContent:
    """A frozen state of a self-assessment.

    `campaign`: what the sender knows of it, with itself as the only agency, so that its work can be brought back from
    this file alone; None in those of before 0.4. Its receiver goes by its own.
    """

    TAG: ClassVar[str] = "submission"
    responses: Mapping[str, Response]
    files: tuple[FileItem, ...]
    citations: tuple[CitationItem, ...]
    claims: Mapping[str, Claim]
    figures: Figures
    focal: Person
    contact: Contact = Contact()
    confirmation: Confirmation | None = None
    note: str = ""
    campaign: Campaign | None = None


class FeedbackKind(StrEnum):
    """An appraisal asks and answers; a return reopens the whole submission and counts as no round."""

    APPRAISAL = "appraisal"
    RETURN = "return"


@dataclass(frozen=True, kw_only=True)
class NodeFeedback:
    """What the reviewers say of one node; internal notes and assessors' names stay at home."""

    opinion: str
    points: str | None  # what now counts, n/d
    reason: str = ""
    is_open: bool = False  # whether the agency may answer


@dataclass(frozen=True, kw_only=True)
class FeedbackContent:
    """The outcome of one round for one agency."""

    TAG: ClassVar[str] = "feedback"
    kind: FeedbackKind
    nodes: Mapping[str, NodeFeedback]
    figures: Figures | None = None
    note: str = ""
    deadline: str = ""  # last day, yyyy-mm-dd


MAX_VOLUMES = 10_000  # told by number


@dataclass(frozen=True, kw_only=True)
class ReceivedItem:
    """One submission as its receiver has it: which it is, when it was received, what was found of it, where it stands.

    `received_at` (ISO time) is what the authority lets count and `source` says where that stands ("": when the file was
    loaded). The lights are VALID, UNKNOWN or INVALID, `people` "" where no signature is there nor asked for. `place` is
    one of `receiving.Place`, `reason` what the authority noted with it; `volumes` of evidence announced, how many were
    received, and which (since 0.4).
    """

    content_digest: str
    round: int
    revision: int
    received_at: str
    place: str
    integrity: str
    seal: str
    people: str = ""
    source: str = ""
    reason: str = ""
    volumes: int = 0
    volumes_received: int = 0
    volume_numbers: tuple[int, ...] = ()

    @property
    def missing_volumes(self) -> tuple[int, ...]:
        """The numbers of those not received; none where the receipt does not say which."""
        known = self.volume_numbers if self.volumes <= MAX_VOLUMES else ()
        return tuple(number for number in range(1, self.volumes + 1) if number not in known) if known else ()


@dataclass(frozen=True, kw_only=True)
class ReceiptContent:
    """Everything an authority received of one agency so far, newest first."""

    TAG: ClassVar[str] = "receipt"
    items: tuple[ReceivedItem, ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """One agency in one published table. `rank` None: not ranked, `reason` says why."""

    agency: str
    name: str
    value: str | None
    rank: int | None
    is_tied: bool = False
    band: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ResultTable:
    """One published ranking table."""

    code: str
    title: str
    measure: str
    rows: tuple[ResultRow, ...]
    parent: str = ""


@dataclass(frozen=True, kw_only=True)
class AgencyResult:
    """What one agency reached: its figures and, per node, the points that count and why."""

    figures: Figures
    points: Mapping[str, str | None]
    reasons: Mapping[str, str] = field(default_factory=dict)
    self_points: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ResultContent:
    """A published result: every table, and in full the agency it is addressed to."""

    TAG: ClassVar[str] = "result"
    number: int
    published_at: str
    tables: tuple[ResultTable, ...]
    own: AgencyResult | None = None
    note: str = ""


_NUMBERS = ("scale_points", "maximum", "effective_maximum", "percent", "bonus", "penalty", "total")


def figures_of(score: Score) -> Figures:
    """The figures of a score, exact."""
    return Figures(
        scale_points=to_stored(score.scale_points),
        maximum=to_stored(score.maximum),
        effective_maximum=to_stored(score.effective_maximum),
        percent=None if score.percent is None else to_stored(score.percent),
        bonus=to_stored(score.bonus),
        penalty=to_stored(score.penalty),
        total=to_stored(score.total),
        is_provisional=score.is_provisional,
        pillars={code: to_stored(pillar.points) for code, pillar in score.pillars.items()},
        bands=dict(score.bands),
    )


def claims_of(score: Score) -> dict[str, Claim]:
    """The claims of a score: points and state per node."""
    return {
        id_: Claim(points=None if node.points is None else to_stored(node.points), state=node.state.value)
        for id_, node in score.nodes.items()
    }


def differing_claims(claims: Mapping[str, Claim], score: Score) -> tuple[str, ...]:
    """Nodes whose claimed points are not what the receiver computes, in tree order.

    A claim that is not even a number differs. A node that waits for others on either side is not compared.
    """
    differing = []
    for id_, node in score.nodes.items():
        claim = claims.get(id_, Claim(points=None, state=State.EMPTY.value))
        if (None, State.PROVISIONAL) in ((claim.points, claim.state), (node.points, node.state)):
            continue
        own = None if node.points is None else to_stored(node.points)
        if claim.points != own:
            differing.append(id_)
    return tuple(differing)


def has_other_figures(content: SubmissionContent, score: Score) -> bool:
    """Whether a number or the total it claims is not what the receiver computes.

    Not asked where a node waits for others here and is said not to: whoever knows them has another total.
    """
    for id_, node in score.nodes.items():
        claim = content.claims.get(id_)
        if node.state is State.PROVISIONAL and claim is not None and claim.state != State.PROVISIONAL.value:
            return False
    own = figures_of(score)
    return any(getattr(content.figures, name) != getattr(own, name) for name in _NUMBERS)
