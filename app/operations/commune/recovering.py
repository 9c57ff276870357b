"""A commune's work brought back from what it sent or was sent: answers, evidence, and its revision, so that the next
one follows it. Nothing that is here is overwritten; what the files do not hold is told, never guessed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from app.bundles import age_keys, reading
from app.bundles import keys as seal_keys
from app.bundles.keys import MAX_KEY_FILE, SealKey
from app.bundles.manifest import Envelope, Kind
from app.bundles.manifest import Role as SenderRole
from app.bundles.medium import unreadable
from app.bundles.reading import ReceivedBundle
from app.domain import codec
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import ReceiptContent, SubmissionContent
from app.errors import AppError
from app.operations import bundling
from app.operations.authority import campaigning, collecting, parts_receiving
from app.operations.commune import improving, sent_work, submitting
from app.operations.keeping import backing_up
from app.operations.trust import keyring, receipted, registering, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, frameworks, people, submissions
from app.storage.campaigns import Part, Role

_WENT_OUT = (
    submitting.EXPORTED, submitting.SENT, submitting.RECEIVED, submitting.RETURNED, submitting.WITHDRAWN,
)  # fmt: skip
_BACK = (Kind.RECEIPT, Kind.FEEDBACK, Kind.RESULT)  # in the order in which they are taken


class Lacks(StrEnum):
    """What the files at hand do not bring back; each has its words (`recover_…`)."""

    ANSWERS = "answers"  # nothing but a result came
    EVIDENCE = "evidence"  # it travels in volumes that are not among them
    CAMPAIGN = "campaign"  # period, deadlines, own traits: earlier releases did not put them into a submission
    FEEDBACK = "feedback"  # a later round answers it
    LATER = "later"  # feedback or a result speaks of a submission that is not among them
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Offer:
    """What the files hold: whose it is and of which campaign; of the newest submission its number, round, time as
    claimed (ISO), points as claimed (n/d), criteria answered, files listed and of these how many are `missing`.

    `number` 0: no submission is among them. `check_code` is that of the key that sealed it. `follows` is the revision
    here whose place it takes, 0 where there is none.
    """

    agency: str
    name: str
    campaign: str
    authority: str
    number: int = 0
    round: int = 0
    sent_at: str = ""
    total: str = ""
    check_code: str = ""
    answers: int = 0
    files: int = 0
    missing: int = 0
    lacks: tuple[Lacks, ...] = ()
    follows: int = 0


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of it. `refused`: files that came along and could not be taken, each with its reason."""

    changes: Changes
    part: Part
    offer: Offer
    refused: tuple[AppError, ...] = ()


@dataclass(slots=True)
class _Pile:
    """The files by what they are; `agency` and `campaign` are the same for all."""

    sent: dict[str, sent_work.Sent] = field(default_factory=dict)
    volumes: list[ReceivedBundle] = field(default_factory=list)
    campaigns: list[Path] = field(default_factory=list)
    back: list[tuple[Kind, Path]] = field(default_factory=list)
    heads: list[Envelope] = field(default_factory=list)

    @property
    def newest(self) -> sent_work.Sent | None:
        return max(self.sent.values(), key=lambda each: each.number, default=None)

    @property
    def agency(self) -> tuple[str, str]:
        """Code and name of the commune."""
        own = [(head.sender.code, head.sender.name) for head in self.heads if head.sender.role is SenderRole.AGENCY]
        told = [(head.receiver.code, head.receiver.name) for head in self.heads if head.receiver is not None]
        return (own or told or [("", "")])[0]


def look(
    workspace: Workspace,
    paths: Sequence[Path],
    passphrase: str = "",
    key_file: Path | None = None,
    progress: Progress = SILENT,
) -> Offer:
    """What can be brought back from these files and folders; they are verified, nothing is kept.

    `passphrase` opens `key_file` (a copy of the sealing key, PKCS#12) and whatever was encrypted to it or to a key
    here. Raises what makes a file unusable, `AppError("recover.nothing")`, "recover.several" (of several communes or
    campaigns), "recover.two_versions", "recover.no_figures" (volumes alone), "recover.exists", "recover.older",
    "recover.correction_first".
    """
    with _gathered(workspace, paths, passphrase, key_file, progress, keeps=False) as pile:
        with workspace.session():
            known = _known(workspace, pile)
        return _offer(workspace, pile, known, key_file is not None)


def recover(
    workspace: Workspace,
    paths: Sequence[Path],
    passphrase: str = "",
    key_file: Path | None = None,
    progress: Progress = SILENT,
) -> Recovered:
    """Brings the work back as a part of its own; volumes of one brought back before complete its evidence.

    The newest submission gives the answers, earlier ones stand in its history. Where work stands here that is as it
    was sent, a later submission takes its place as another revision, after a copy of everything was made. Campaign,
    receipts, feedback and result among the files are taken as if they had just come. Raises as `look`; then nothing is
    kept.
    """
    with _gathered(workspace, paths, passphrase, key_file, progress, keeps=True) as pile:
        with workspace.session():
            known = _known(workspace, pile)
            follows = _follows(known, pile)
        code, _ = pile.agency
        with backing_up.beforehand(workspace) if follows else nullcontext():
            refused = _take_up(workspace, pile.campaigns, code)
            part = _begin(workspace, pile)
    if key_file is not None and trusting.own_key(workspace, part) is None:
        keyring.restore_file(workspace, part, key_file, passphrase)
    refused += _take_back(workspace, part, pile, passphrase)
    with workspace.session():
        offer = replace(_offer(workspace, pile, part, False), follows=follows)
    return Recovered(changed(*Changed), part, offer, refused)


def _take_up(workspace: Workspace, paths: Iterable[Path], code: str) -> tuple[AppError, ...]:
    """The campaigns among the files; one that is not the accepted authority's stops no other."""
    refused = []
    for path in paths:
        try:
            campaigning.accept(workspace, path, code)
        except AppError as error:
            if error.code != "campaign.other_key":
                raise
            refused.append(error)
    return tuple(refused)


# Files -------------------------------------------------------------------------------------------------------------


@contextmanager
def _gathered(
    workspace: Workspace,
    paths: Sequence[Path],
    passphrase: str,
    key_file: Path | None,
    progress: Progress,
    *,
    keeps: bool,
) -> Iterator[_Pile]:
    """Every file opened and verified; with `keeps` their evidence is in the store for what happens inside."""
    with workspace.session():
        played = [part for part in campaigns.parts() if part.role is Role.AGENCY]
    key = _key(key_file, passphrase) if key_file is not None else None
    identities = (age_keys.identity_of(key),) if key is not None else ()
    opener = bundling.Opener(workspace, played, passphrase, identities)
    files = list(bundling.bundle_files(paths, progress))
    pile = _Pile()
    with ExitStack() as kept:
        for at, path in enumerate(files):
            progress.step(at, len(files))
            with opener.opened(path) as plain:
                _sort(workspace, pile, path, plain, kept if keeps else None)
        progress.step(len(files), max(len(files), 1))
        _check(pile)
        if key is not None and not key.is_for(pile.agency[0], SenderRole.AGENCY):
            raise AppError("key.of_another", agency=pile.agency[1])
        yield pile


def _sort(workspace: Workspace, pile: _Pile, path: Path, plain: Path, kept: ExitStack | None) -> None:
    """Puts one file on the pile, its evidence into the store as long as `kept` lasts."""
    claimed = reading.inspect(plain)
    head = claimed.envelope
    if head is None:
        reason = claimed.reason
        raise AppError(reason.code, **reason.values) if reason else AppError("bundle.not_a_bundle")
    pile.heads.append(head)
    if head.kind is Kind.CAMPAIGN:
        pile.campaigns.append(path)
    elif head.kind in _BACK:
        pile.back.append((head.kind, path))
    if head.kind is not Kind.SUBMISSION:
        return  # a registration says nothing of the work
    sink = workspace.evidence.incoming if kept is not None else None
    received = reading.open_verified(plain, sink, trusting.policy(workspace), workspace.clock())
    if kept is not None:
        kept.enter_context(parts_receiving.stored(workspace, received))
    if head.is_volume:
        pile.volumes.append(received)
        return
    content = bundling.content_of(received, SubmissionContent)
    (value,) = bundling.frameworks_of(received)
    collecting.check_content(value, content)
    sent = sent_work.Sent(received, content, value)
    pile.sent.setdefault(sent.digest, sent)


def _check(pile: _Pile) -> None:
    senders = {head.sender.code for head in pile.heads if head.sender.role is SenderRole.AGENCY}
    receivers = {head.receiver.code for head in pile.heads if head.kind in _BACK and head.receiver is not None}
    if len(senders | receivers) > 1 or len({head.campaign.id for head in pile.heads}) > 1:
        raise AppError("recover.several", names=", ".join(sorted({head.sender.name for head in pile.heads})))
    numbers = [each.number for each in pile.sent.values()]
    if len(set(numbers)) < len(numbers):
        raise AppError("recover.two_versions", number=max(numbers))
    if not pile.sent and not any(kind is Kind.RESULT for kind, _ in pile.back):
        raise AppError("recover.no_figures" if pile.volumes else "recover.nothing")


def _key(path: Path, passphrase: str) -> SealKey:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_KEY_FILE + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    return seal_keys.load_seal_key(data, passphrase)


# What is there, and what is not ------------------------------------------------------------------------------------


def _known(workspace: Workspace, pile: _Pile) -> Part | None:
    """The part these files belong to, if it may take them (inside a session): it is empty, holds their newest, or
    stands as it was sent before that. What brings no answers touches none.

    Raises `AppError("recover.exists")`, "recover.older", "recover.two_versions", "recover.correction_first", and
    "recover.campaign_first" where nothing tells which framework it was.
    """
    code, name = pile.agency
    head = pile.heads[0]
    part = campaigns.find_part(head.campaign.id, Role.AGENCY, code)
    if part is None:
        if pile.newest is None and not pile.campaigns and campaigns.find(head.campaign.id) is None:
            raise AppError("recover.campaign_first", authority=head.sender.name)
        return None
    newest, own = pile.newest, assessments.revisions(part.id)
    if newest is None or _is_empty(part) or newest.digest in {each.content_digest for each in own}:
        return part
    numbers = {each.number: each.content_digest for each in own}
    twice = [each.number for each in pile.sent.values() if numbers.get(each.number, each.digest) != each.digest]
    if twice:
        raise AppError("recover.two_versions", number=max(twice))
    if own and own[0].number > newest.number:
        raise AppError("recover.older", agency=name, number=newest.number, known=own[0].number)
    if not own or own[0].state not in _WENT_OUT or submitting.is_changed(workspace, part.id, own[0]):
        raise AppError("recover.exists", agency=name, campaign=part.campaign.title)
    if not pile.campaigns:
        _check_version(part, newest)
    return part


def _is_empty(part: Part) -> bool:
    return not (assessments.revisions(part.id) or assessments.responses(part.id) or assessments.evidence(part.id))


def _follows(part: Part | None, pile: _Pile) -> int:
    """The number of the revision here whose place the newest takes (inside a session); 0 for none."""
    own = assessments.revisions(part.id) if part is not None else ()
    newest = pile.newest
    is_known = newest is None or newest.digest in {each.content_digest for each in own}
    return 0 if is_known or not own else own[0].number


def _check_version(part: Part, newest: sent_work.Sent) -> None:
    """A campaign that came by its own file is only changed by one; raises `AppError("recover.correction_first")`."""
    agency = part.campaign.agency(part.agency)
    is_known = agency is not None and part.campaign.version_of(agency, newest.framework.digest) is not None
    if not is_known and not (campaigns.is_told_of(part.campaign.id) and sent_work.own_campaign(newest)):
        raise AppError("recover.correction_first", number=newest.number)


def _offer(workspace: Workspace, pile: _Pile, part: Part | None, has_key: bool) -> Offer:
    """What the files hold (with `part` inside a session or not)."""
    code, name = pile.agency
    head, newest = pile.heads[0], pile.newest
    authority = head.receiver.name if head.sender.role is SenderRole.AGENCY and head.receiver else head.sender.name
    lacks = []
    if part is None or trusting.own_key(workspace, part) is None:
        lacks += [] if has_key else [Lacks.KEY]
    with workspace.session():
        follows = _follows(part, pile)
        has_answers = part is not None and not _is_empty(part)
    if newest is None:
        lacks = lacks if has_answers else [Lacks.ANSWERS, *lacks]
        return Offer(code, name, head.campaign.title, authority, lacks=tuple(lacks))
    head = newest.received.envelope
    brought = {piece.digest for each in _all(pile) for piece in each.evidence}
    listed = {item.digest for item in newest.content.files}
    missing = sum(digest not in brought and not workspace.evidence.holds(digest) for digest in listed)
    lacks += [Lacks.EVIDENCE] if missing else []
    with workspace.session():
        is_known = campaigns.find(head.campaign.id) is not None and not _is_standing_in(head.campaign.id)
        told = {each.content_digest for each in submissions.feedback(part.id)} if part is not None else set()
    if not is_known and not pile.campaigns and sent_work.own_campaign(newest) is None:
        lacks.append(Lacks.CAMPAIGN)
    if head.answers is not None and head.answers not in told and not _holds(pile, Kind.FEEDBACK):
        lacks.append(Lacks.FEEDBACK)
    spoken_of = {each.answers for each in pile.heads if each.kind in (Kind.FEEDBACK, Kind.RESULT)}
    lacks += [Lacks.LATER] if spoken_of - pile.sent.keys() - {None} else []
    return Offer(
        code, name, head.campaign.title, authority, newest.number, head.round or 1, head.claimed_time,
        newest.content.figures.total, newest.received.verdict.check_code or "",
        sum(not response.is_empty for response in newest.content.responses.values()), len(listed), missing,
        tuple(lacks), follows,
    )  # fmt: skip


def _all(pile: _Pile) -> list[ReceivedBundle]:
    return [each.received for each in pile.sent.values()] + pile.volumes


def _holds(pile: _Pile, wanted: Kind) -> bool:
    return any(kind is wanted for kind, _ in pile.back)


def _is_standing_in(campaign_id: str) -> bool:
    """Whether what is known of a campaign came out of a submission of an earlier release (inside a session)."""
    value = campaigns.find(campaign_id)
    return value is not None and not value.period.title


# Bringing back -----------------------------------------------------------------------------------------------------


def _begin(workspace: Workspace, pile: _Pile) -> Part:
    """The part with its answers, evidence and history; one that holds them already stays as it is.

    Where an earlier revision stands here, as it was sent, this one takes its place; the round is never set back.
    """
    code, _ = pile.agency
    newest = pile.newest
    with ExitStack() as papers, workspace.transaction():
        part = campaigns.find_part(pile.heads[0].campaign.id, Role.AGENCY, code)
        if newest is None:
            value = campaigns.find(pile.heads[0].campaign.id)
            assert value is not None
            return part or campaigning.take_part(workspace, value, code)
        own = {each.content_digest for each in assessments.revisions(part.id)} if part is not None else set()
        if part is not None and newest.digest in own:
            workspace.note("part.completed", part=part.id, subject=newest.digest)
            return part
        is_new = part is None or not own
        part = part or sent_work.take_part(workspace, newest, code)
        frameworks.add(newest.framework, workspace.now())
        if not is_new:
            _check_version(part, newest)
            sent_work.follow(part, newest)
        for sent in sorted(pile.sent.values(), key=lambda each: each.number):
            if sent.digest not in own:
                sent_work.keep_revision(workspace, part, sent, papers)
        sent_work.keep_answers(part, newest)
        sent_work.keep_evidence(workspace, part, newest)
        round_ = newest.received.envelope.round or 1
        present = campaigns.assessment(part.id)
        values = {"framework": newest.framework.digest, "revision_number": newest.number}
        if is_new or round_ >= present.round:
            values |= {"state": submitting.SENT, "round": round_}
        campaigns.set_assessment(part.id, **values)
        receipted.settle(part)
        if is_new:
            people.set_setting(registering.former_key(part.id), newest.received.verdict.spki_sha256 or "")
        workspace.note("part.recovered", part=part.id, subject=newest.digest, after=str(newest.number))
        return campaigns.part(part.id)


def _take_back(workspace: Workspace, part: Part, pile: _Pile, passphrase: str) -> tuple[AppError, ...]:
    """Receipts, feedback and results as if they had just come; one that is refused stops no other."""
    refused = []
    for _, path in sorted(pile.back, key=lambda each: _BACK.index(each[0])):
        try:
            improving.receive(workspace, path, passphrase=passphrase)
        except AppError as error:
            refused.append(error)
    _count_on(workspace, part)
    return tuple(refused)


def _count_on(workspace: Workspace, part: Part) -> None:
    """The next revision follows the highest that a receipt here names, whether or not its key is accepted yet."""
    from app.storage import receipts

    with workspace.transaction():
        told = [json.loads(each.content) for each in receipts.receipts(part.id)]
        numbers = [item.revision for each in told for item in codec.from_json(ReceiptContent, each).items]
        highest = max(numbers, default=0)
        if highest > campaigns.assessment(part.id).revision_number:
            campaigns.set_assessment(part.id, revision_number=highest)
