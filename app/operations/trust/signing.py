"""People's signatures on the report of a frozen revision: made here, handed out and taken back, or a scan of ink.

What a campaign demands is told before sealing and never stops it. Whatever was added can be set aside again.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.bundles import names
from app.bundles.manifest import sha256
from app.bundles.medium import unreadable
from app.bundles.people.signers import Mark as Mark
from app.bundles.people.signers import Signer
from app.bundles.refusal import Refused
from app.bundles.report_pdf import read_manifest
from app.bundles.trust import Light
from app.domain import text
from app.domain.campaign import Demand
from app.domain.changes import Changes, Kind, changed
from app.domain.signing_places import AGENCY as AGENCY
from app.domain.signing_places import LEADER as LEADER
from app.errors import AppError
from app.operations import bundling
from app.operations.commune import assessing, reporting, submitting
from app.operations.commune.assessing import View
from app.operations.commune.submitting import EXPORTED, FROZEN
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.storage import assessments, people
from app.storage.assessments import Revision

if TYPE_CHECKING:
    from app.bundles.people.appearance import Look
    from app.bundles.people.found import People

AWAITING_LEADER, SIGNED_BY_LEADER, SIGNED_BY_AGENCY = "awaiting_leader", "signed_by_leader", "signed_by_agency"
FIELDS = (LEADER, AGENCY)
_OPEN = (FROZEN, EXPORTED)  # states in which the paper may still change
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Papers:
    """How far the paper of the newest revision is.

    `state` is one of the three above or "frozen" where nobody's signature is asked for; `marks` are the signatures as
    they say of themselves; `missing` what the campaign demands and is not there: "leader", "agency", "wet_signed".
    `signer` and `title` are who the report is made out for; `scan` is "", "pdf", "jpg" or "png".
    """

    demand: Demand
    state: str
    marks: "tuple[Mark, ...]"
    scan: str
    missing: tuple[str, ...]
    signer: str
    title: str
    is_open: bool


def papers(workspace: Workspace, part_id: str) -> Papers | None:
    """The paper of the newest revision; None while nothing is frozen."""
    seen, revision = _newest(workspace, part_id)
    if revision is None or seen.is_draft:
        return None
    demand = seen.part.campaign.demand
    found, scan = _kept(workspace, revision)
    name, title = _signer(revision)
    return Papers(
        demand=demand,
        state=_state(demand, len(found)),
        marks=found,
        scan=scan,
        missing=_missing(demand, len(found), bool(scan)),
        signer=name,
        title=title,
        is_open=revision.state in _OPEN,
    )


def _kept(workspace: Workspace, revision: Revision) -> tuple[tuple[Mark, ...], str]:
    """The signatures and the kind of scan that are kept; none where their file is gone, which the doctor tells."""
    from app.bundles.people.making import marks

    try:
        found = marks(reporting.report(workspace, revision)) if revision.signed_report else ()
        return found, reporting.scan_kind(workspace, revision)
    except AppError:
        return (), ""


def _state(demand: Demand, signatures: int) -> str:
    if signatures:
        return SIGNED_BY_AGENCY if signatures > 1 else SIGNED_BY_LEADER
    return AWAITING_LEADER if demand in (Demand.LEADER, Demand.LEADER_AND_AGENCY) else FROZEN


def _missing(demand: Demand, signatures: int, has_scan: bool) -> tuple[str, ...]:
    if demand is Demand.WET_SIGNED:
        return () if has_scan else ("wet_signed",)
    wanted = {Demand.LEADER: ("leader",), Demand.LEADER_AND_AGENCY: ("leader", "agency")}.get(demand, ())
    return wanted[signatures:]


def _signer(revision: Revision) -> tuple[str, str]:
    if revision.signer:
        name, _, title = revision.signer.partition("\n")
        return name, title
    confirmed = reporting.content(revision).confirmation
    return (confirmed.name, confirmed.title) if confirmed else ("", "")


def change_signer(workspace: Workspace, part_id: str, name: str, title: str) -> Changes:
    """Makes the report out for another person; what it says, revision and content digest stay.

    Raises `AppError("submission.no_leader")`, "signed_pdf.is_signed" while it bears signatures, and as `_changeable`.
    """
    seen, revision = _changeable(workspace, part_id)
    if not name.strip():
        raise AppError("submission.no_leader")
    if revision.signed_report:
        raise AppError("signed_pdf.is_signed")
    made = replace(revision, signer=f"{name.strip()}\n{title.strip()}")
    made = reporting.renewed(workspace, seen, made)
    with workspace.copies_kept([made.report]), workspace.transaction():
        assessments.set_revision(revision.id, signer=made.signer, report=made.report)
        workspace.note("report.signer_changed", part=part_id, subject=revision.id, after=name.strip())
    return changed(Kind.ASSESSMENT)


# Signing here ------------------------------------------------------------------------------------------------------


def sign(workspace: Workspace, part_id: str, field: str, signer: Signer) -> Changes:
    """Signs the report in the field `LEADER` or `AGENCY`, with the picture kept for it if there is one.

    Raises `AppError`: "signer.leader_first", "signer.clock" when the clock stands before the time of freezing, what
    `app.bundles.people.making.sign` says of certificate and field, and whatever the signer raises.
    """
    from app.bundles.people import making

    seen, revision = _changeable(workspace, part_id)
    at = workspace.clock()
    if at < datetime.fromisoformat(revision.frozen_at):
        frozen = text.moment_text(datetime.fromisoformat(revision.frozen_at))
        raise AppError("signer.clock", now=text.moment_text(at), frozen=frozen)
    if field == AGENCY and not revision.signed_report:
        raise AppError("signer.leader_first")
    made = making.sign(
        reporting.report(workspace, revision), field, signer, at, _look(workspace, seen, field, signer, at)
    )
    digest = workspace.evidence.keep(made, names.REPORT)
    with workspace.copies_kept([digest]), workspace.transaction():
        assessments.set_revision(revision.id, signed_report=digest)
        told = f"{field}: {making.marks(made)[-1].name}"
        workspace.note("report.signed", part=part_id, subject=revision.id, field=digest, after=told)
    return changed(Kind.ASSESSMENT)


def sign_with_file(workspace: Workspace, part_id: str, field: str, path: Path, password: str) -> Changes:
    """Signs with the key of a PKCS#12 file; raises what `sign` and `app.bundles.people.pkcs12.open_file` say."""
    from app.bundles.people import pkcs12

    return sign(workspace, part_id, field, pkcs12.open_file(_bytes(path, pkcs12.MAX_FILE), password))


def _look(workspace: Workspace, seen: View, field: str, signer: Signer, at: datetime) -> "Look":
    from cryptography import x509

    from app.bundles.people.appearance import BLUE, RED, Look
    from app.bundles.people.making import name_of

    image = picture(workspace, seen.part.id, field)
    who = name_of(x509.load_der_x509_certificate(signer.certificate))
    when = f"{at:%d/%m/%Y %H:%M:%S} {at:%z}"
    lines = ("Ký số", text.clean_name(who)[:80], f"{when[:-2]}:{when[-2:]}")
    is_leader = field == LEADER
    return Look(image, lines, BLUE if is_leader else RED, 0.7 if is_leader else 0.2)


def _picture_key(part_id: str, field: str) -> str:
    return f"signature_picture:{part_id}:{field}"


def picture(workspace: Workspace, part_id: str, field: str) -> bytes:
    """The picture (PNG) of the signature of the hand or of the seal that a signature here shows; b"" for none."""
    with workspace.session():
        return base64.b64decode(people.setting(_picture_key(part_id, field)) or "")


def keep_picture(workspace: Workspace, part_id: str, field: str, path: Path | None) -> Changes:
    """Keeps a picture for the signatures made here, or none; raises `AppError("signer.bad_image")`."""
    from app.bundles.people.appearance import MAX_IMAGE, tidy_image

    kept = "" if path is None else base64.b64encode(tidy_image(_bytes(path, MAX_IMAGE))).decode("ascii")
    with workspace.transaction():
        people.set_setting(_picture_key(part_id, field), kept)
    return changed(Kind.ASSESSMENT)


# Handing out and taking back ---------------------------------------------------------------------------------------


def suggested_name(view: View, revision: Revision) -> str:
    """A file name without diacritics for the PDF that goes to another computer."""
    stem = submitting.suggested_name(view.part, revision).removesuffix(".thuocso")
    return f"{stem}{'_DaKy' if revision.signed_report else ''}.pdf"


def hand_out(workspace: Workspace, part_id: str, target: Path) -> Path:
    """Writes the frozen report, with the signatures it bears by now, for signing on another computer."""
    _, revision = _changeable(workspace, part_id)
    data = reporting.report(workspace, revision)
    bundling.write_file(target, data)
    with workspace.transaction():
        workspace.note("report.handed_out", part=part_id, subject=revision.id, after=sha256(data))
    return target


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The signed report that was kept, what was found of its signatures, and why others given with it were not.

    `is_rewritten`: the other program wrote the whole file anew instead of adding to it, so that its pages have to be
    compared. `is_known`: the very file was here already.
    """

    changes: Changes
    path: Path
    marks: "tuple[Mark, ...]"
    people: "People"
    is_rewritten: bool = False
    is_known: bool = False
    refused: tuple[tuple[str, AppError], ...] = ()


def take_back(workspace: Workspace, part_id: str, paths: Sequence[Path]) -> TakenBack:
    """Keeps the signed report among `paths`, whatever it is called: the one whose data are this revision's.

    Of several the one with the most signatures. Raises the `AppError` of the first file when none is right:
    "signed_pdf.…", "file.unreadable", and the reason why signatures or paper are INVALID.
    """
    from app.bundles.people.making import marks

    seen, revision = _changeable(workspace, part_id)
    fit: list[tuple[int, Path, bytes]] = []
    refused: list[tuple[str, AppError]] = []
    for path in paths:
        try:
            data = _report_of(workspace, part_id, seen, revision, path)
            fit.append((len(marks(data)), path, data))
        except AppError as error:
            refused.append((path.name, error))
    if not fit:
        raise refused[0][1] if refused else AppError("signed_pdf.none")
    count, path, data = max(fit, key=lambda each: each[0])
    held = reporting.report(workspace, revision) if revision.signed_report else b""
    kept = len(marks(held)) if held else 0
    if count < kept:
        raise AppError("signed_pdf.fewer_signatures", file=path.name, kept=kept)
    frozen = reporting.frozen_report(workspace, revision)
    found = _judged(workspace, seen, revision, data, frozen)
    is_known = data == held
    if not is_known:
        digest = workspace.evidence.keep(data, names.REPORT)
        with workspace.copies_kept([digest]), workspace.transaction():
            assessments.set_revision(revision.id, signed_report=digest)
            told = ", ".join(mark.name for mark in marks(data))
            workspace.note("report.taken_back", part=part_id, subject=revision.id, field=digest, after=told)
    is_rewritten = not data.startswith(frozen)
    return TakenBack(changed(Kind.ASSESSMENT), path, marks(data), found, is_rewritten, is_known, tuple(refused))


def _judged(workspace: Workspace, seen: View, revision: Revision, data: bytes, frozen: bytes) -> "People":
    """What is found of the signatures, without asking for whom they are; raises the first reason of INVALID."""
    from app.bundles.people.figures import Claimed
    from app.bundles.people.judging import judge

    said = reporting.said(workspace, seen, revision)
    claimed = Claimed(seen.framework, reporting.content(revision))
    trust = trusting.policy(workspace)
    found = judge(data, said.manifest, trust, workspace.clock(), None, None, claimed, frozen=frozen)
    if found.light is Light.INVALID:
        reasons = found.all_reasons
        raise AppError(reasons[0].code, **reasons[0].values) if reasons else AppError("signed_pdf.broken")
    return found


def _report_of(workspace: Workspace, part_id: str, seen: View, revision: Revision, path: Path) -> bytes:
    """The bytes of `path` if they are the signed report of `revision`."""
    from app.bundles.people.making import marks

    data = _bytes(path, names.MAX_REPORT)
    if not data.startswith(b"%PDF-"):
        code = "signed_pdf.no_manifest" if reporting.scan_type(data) else "signed_pdf.not_pdf"
        raise AppError(code, file=path.name, number=revision.number)
    digest = _content_digest(data, path, revision)
    if digest != reporting.said(workspace, seen, revision).content_digest:
        older = _with_digest(workspace, part_id, digest)
        if older is not None:
            raise AppError("signed_pdf.other_revision", file=path.name, old=older.number, new=revision.number)
        raise AppError("signed_pdf.other_submission", file=path.name, number=revision.number)
    if not marks(data):
        raise AppError("signed_pdf.unsigned", file=path.name, number=revision.number)
    return data


def _content_digest(data: bytes, path: Path, revision: Revision) -> str:
    try:
        return sha256(read_manifest(data)[0])
    except Refused as refused:
        if refused.code == "report.unreadable":
            raise AppError("signed_pdf.unreadable", file=path.name) from refused
        code = "signed_pdf.no_manifest" if refused.detail.startswith("0 attached") else "signed_pdf.several_manifests"
        raise AppError(code, file=path.name, number=revision.number) from refused


def _with_digest(workspace: Workspace, part_id: str, digest: str) -> Revision | None:
    """An earlier revision that says what this content digest names."""
    for each in submitting.revisions(workspace, part_id)[1:]:
        known = each.content_digest
        if each.report:
            try:
                known = sha256(read_manifest(reporting.frozen_report(workspace, each))[0])
            except (AppError, Refused):
                continue
        if known == digest:
            return each
    return None


def attach_scan(workspace: Workspace, part_id: str, path: Path) -> Changes:
    """Keeps the scan of the print signed in ink, beside the report; raises `AppError("signed_pdf.bad_scan")`."""
    _, revision = _changeable(workspace, part_id)
    data = _bytes(path, names.MAX_SIGNED_PAGE)
    if len(data) > names.MAX_SIGNED_PAGE or not reporting.scan_type(data):
        raise AppError("signed_pdf.bad_scan", file=path.name, limit=names.MAX_SIGNED_PAGE // _MB)
    digest = workspace.evidence.keep(data, path.name)
    with workspace.copies_kept([digest]), workspace.transaction():
        assessments.set_revision(revision.id, signed_page=digest)
        workspace.note("report.scan_attached", part=part_id, subject=revision.id, field=digest, after=path.name)
    return changed(Kind.ASSESSMENT)


def drop(workspace: Workspace, part_id: str, *, scan: bool = False) -> Changes:
    """Sets the signed report aside, or the scan: the frozen one counts again. Raises `AppError("signed_pdf.none")`."""
    _, revision = _changeable(workspace, part_id)
    digest = revision.signed_page if scan else revision.signed_report
    if not digest:
        raise AppError("signed_pdf.none")
    with workspace.transaction():
        if scan:
            assessments.set_revision(revision.id, signed_page="")
        else:
            assessments.set_revision(revision.id, signed_report="")
        workspace.note("report.scan_dropped" if scan else "report.signed_dropped", part=part_id, before=digest)
    return changed(Kind.ASSESSMENT)


# How it is done ----------------------------------------------------------------------------------------------------


def _newest(workspace: Workspace, part_id: str) -> tuple[View, Revision | None]:
    with workspace.session():
        revision = submitting.current(part_id)
        return assessing.view(workspace, part_id), revision


def _changeable(workspace: Workspace, part_id: str) -> tuple[View, Revision]:
    """The newest revision with its report while it has not gone out.

    Raises `AppError("submission.not_frozen")` or "signed_pdf.sent_already".
    """
    seen, revision = _newest(workspace, part_id)
    if revision is None or seen.is_draft:
        raise AppError("submission.not_frozen")
    if revision.state not in _OPEN:
        raise AppError("signed_pdf.sent_already", number=revision.number)
    return seen, reporting.kept(workspace, seen, revision)


def _bytes(path: Path, most: int) -> bytes:
    """The bytes of a file; of a larger one than `most` a few more than that."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise unreadable(path, error) from error
