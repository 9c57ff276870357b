"""The third light: whether the people whose signatures a campaign demands signed this paper and these figures.

Judged once, at first import, and kept as found then (`People.to_json`). Nothing is fetched, nothing is written.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from app import VERSION
from app.bundles.people import figures as printed
from app.bundles.people import pictures, revisions
from app.bundles.people.additions import judge_additions, notes_outside
from app.bundles.people.figures import Claimed
from app.bundles.people.found import Addition, AdditionKind, Box, People, Signature, worst
from app.bundles.people.opening import judge_signature
from app.bundles.people.revisions import Revisions, read_revisions
from app.bundles.refusal import Refused
from app.bundles.report_pdf import read_manifest
from app.bundles.trust import AcceptedSigner, Light, PeopleRole, Reason, TrustPolicy, reason_of
from app.domain.campaign import Demand

_WANTED = {
    Demand.LEADER: (PeopleRole.LEADER,),
    Demand.LEADER_AND_AGENCY: (PeopleRole.LEADER, PeopleRole.AGENCY),
}
_MISSING = {PeopleRole.LEADER: "people.leader_missing", PeopleRole.AGENCY: "people.agency_missing"}
_ACTIVE = {
    "script": "signed_pdf.script",
    "launch": "signed_pdf.launch",
    "form": "signed_pdf.form",
    "layers": "signed_pdf.layers",
    "layers_hidden": "signed_pdf.layers_hidden",
}


def judge(
    pdf: bytes,
    manifest: bytes | None,
    trust: TrustPolicy,
    now: datetime,
    agency: str | None,
    demand: Demand | None,
    figures: Claimed | None = None,
    *,
    frozen: bytes | None = None,
    has_scan: bool = False,
) -> People:
    """The people's signatures on a report of ours, judged at `now` (with its zone). Never raises for what is in it.

    `manifest` is the one the bundle's entries give (None: not compared); `agency` the code for which subjects must be
    accepted (None: not asked); `figures` the data whose points must stand on the paper (None: not compared, for papers
    that print none). `frozen` is the paper as it was frozen, where that is at hand: the receiver of a bundle has none.
    `has_scan`: a scan of the wet-signed print is in the bundle. Light None: nobody signed and nobody had to.
    """
    kept = People(None, judged_at=now, program=VERSION, demand=demand)
    try:
        found = read_revisions(pdf)
    except Refused as refused:
        return replace(kept, light=Light.INVALID, reasons=(reason_of(refused),))
    if found.signatures or found.removed:
        kept = _judge_paper(kept, found, manifest, figures, frozen)
        kept = replace(kept, signatures=_signatures(found, trust, now, agency, demand))
        kept = replace(kept, light=worst((kept.light, *(each.light for each in kept.signatures))))
    else:
        kept = _judge_print(kept, found, manifest, figures)
    return _demanded(kept, has_scan)


def judge_any(pdf: bytes, trust: TrustPolicy, now: datetime) -> People:
    """The signatures on any other PDF: evidence that was signed. Light None when nobody signed it.

    What later signatures show is expected, anything else added since is to be looked at.
    """
    kept = People(None, judged_at=now, program=VERSION)
    try:
        found = read_revisions(pdf)
    except Refused as refused:
        if b"/ByteRange" not in pdf:
            return kept
        return replace(kept, light=Light.UNKNOWN, reasons=(Reason("signed_pdf.not_compared", refused.detail),))
    if not found.signatures and not found.removed:
        return kept
    signatures = _signatures(found, trust, now, None, None)
    reasons = [Reason(_ACTIVE[each]) for each in found.active if each != "layers"]
    light: Light | None = Light.UNKNOWN if reasons else Light.VALID
    if found.removed:
        light, reasons = Light.INVALID, [Reason("signed_pdf.signature_removed", ", ".join(found.removed)), *reasons]
    additions: tuple[Addition, ...] = ()
    try:
        if len(found.first_signed) < len(pdf):
            additions = judge_additions(found.first_signed, pdf, elsewhere=_later_places(found))
    except Refused as refused:
        light = worst((light, Light.UNKNOWN))
        reasons.append(Reason("signed_pdf.not_compared", refused.detail))
    told = [each for each in additions if each.kind is not AdditionKind.EXPECTED]
    if told:
        light = worst((light, Light.UNKNOWN))
        reasons.append(_added("signed_pdf.content_added", told))
    return replace(
        kept,
        light=worst((light, *(each.light for each in signatures))),
        signatures=signatures,
        additions=additions,
        reasons=tuple(reasons),
    )


def before_and_after(pdf: bytes, page: int, frozen: bytes | None = None) -> tuple[bytes, bytes]:
    """A page (from 1) as it was first and as it is now, two PNG files; raises `Refused("report.unreadable")`."""
    found = read_revisions(pdf)
    return pictures.before_and_after(_before(found, frozen), pdf, page)


def _judge_print(kept: People, found: Revisions, manifest: bytes | None, figures: Claimed | None) -> People:
    """A report without signatures: whoever reads it, or signed its print with ink, reads what stands on it."""
    try:
        if manifest is not None:
            _check_manifests(found, manifest)
        compared = printed.compare(found.data, figures) if figures is not None else None
    except Refused as refused:
        return replace(kept, light=Light.INVALID, reasons=(reason_of(refused),))
    if compared is None:
        return kept
    light = None if compared.light is Light.VALID else compared.light
    return replace(kept, light=light, reasons=compared.reasons, figures=compared.light)


# The paper ------------------------------------------------------------------------------------------------------


def _judge_paper(
    kept: People, found: Revisions, manifest: bytes | None, figures: Claimed | None, frozen: bytes | None
) -> People:
    lights: list[Light | None] = [Light.VALID]
    reasons: list[Reason] = []
    is_rewritten = _is_rewritten(found, frozen)
    if found.removed:
        lights.append(Light.INVALID)
        reasons.append(Reason("signed_pdf.signature_removed", ", ".join(found.removed)))
    for each in found.active:
        lights.append(Light.UNKNOWN if each == "layers" else Light.INVALID)
        reasons.append(Reason(_ACTIVE[each]))
    try:
        _check_manifests(found, manifest)
        additions = _additions(found, frozen, is_rewritten)
        compared = _figures(found, figures) if figures is not None else None
    except Refused as refused:
        return replace(kept, light=Light.INVALID, reasons=(reason_of(refused), *reasons), is_rewritten=is_rewritten)
    for kind, light, code in (
        (AdditionKind.OVER_TEXT, Light.INVALID, "signed_pdf.content_covered"),
        (AdditionKind.ELSEWHERE, Light.UNKNOWN, "signed_pdf.content_added"),
    ):
        told = [each for each in additions if each.kind is kind]
        if told:
            lights.append(light)
            reasons.append(_added(code, told))
    if compared is not None:
        lights.append(compared.light)
        reasons += compared.reasons
    if is_rewritten:
        reasons.append(Reason("signed_pdf.rewritten"))
    return replace(
        kept,
        light=worst(lights),
        additions=additions,
        reasons=tuple(reasons),
        figures=compared.light if compared else None,
        is_rewritten=is_rewritten,
    )


def _figures(found: Revisions, figures: Claimed) -> printed.Compared:
    untouched = found.first if len(found.first) < len(found.first_signed) else None
    return printed.compare(found.first_signed, figures, untouched)


def _check_manifests(found: Revisions, manifest: bytes | None) -> None:
    """One manifest in what the first signer saw, the same in the file as it is now, and the bundle's own."""
    first, _ = read_manifest(found.first_signed)
    last, _ = read_manifest(found.data)
    if first != last or manifest not in (None, first):
        raise Refused("report.other_manifest", "manifest.json of the first signed revision")


def _is_rewritten(found: Revisions, frozen: bytes | None) -> bool:
    """Whether the signing program wrote the whole file anew, so that the frozen bytes are no longer its beginning."""
    if frozen is not None:
        return not found.data.startswith(frozen)
    return len(found.first) >= len(found.first_signed) or not revisions.is_of_ours(found.first)


def _before(found: Revisions, frozen: bytes | None) -> bytes:
    """The paper before anybody touched it, as far as it is at hand."""
    return frozen or (found.first if len(found.first) < len(found.first_signed) else found.first_signed)


def _additions(found: Revisions, frozen: bytes | None, is_rewritten: bool) -> tuple[Addition, ...]:
    before = _before(found, frozen)
    added = judge_additions(before, found.data, is_rewritten=is_rewritten and frozen is not None)
    if is_rewritten and frozen is None:
        added += notes_outside(before)  # they came in with the first signature: nothing is there to compare
    return added


def _added(code: str, told: list[Addition]) -> Reason:
    pages = sorted({each.page for each in told})
    return Reason(code, "", {"page": ", ".join(map(str, pages)), "count": len(told)})


def _later_places(found: Revisions) -> dict[int, list[Box]]:
    places: dict[int, list[Box]] = {}
    for each in found.signatures[1:]:
        if each.page:
            places.setdefault(each.page - 1, []).append(each.box)
    return places


# The signatures -------------------------------------------------------------------------------------------------


def _signatures(
    found: Revisions, trust: TrustPolicy, now: datetime, agency: str | None, demand: Demand | None
) -> tuple[Signature, ...]:
    """In the order in which they were made; times of servers are no people."""
    judged: list[Signature] = []
    for signed in found.signatures:
        if not signed.is_timestamp:
            each = judge_signature(found, signed, trust, now)
            judged.append(_accepted(each, trust, now, agency, {other.role for other in judged}))
    return tuple(judged)


def _accepted(
    each: Signature, trust: TrustPolicy, now: datetime, agency: str | None, present: Iterable[PeopleRole | None]
) -> Signature:
    """For whom it was made: every official's chain ends at the same root, so the subject must have been accepted."""
    if agency is None:
        return replace(each, acceptance=Light.VALID)
    if not each.subject:
        return each
    known = [signer for signer in trust.signers if signer.subject == each.subject]
    own = [signer for signer in known if signer.agency == agency]
    open_ones = [signer.role for signer in own if _is_open(signer, now)]
    if open_ones:
        role = next((role for role in open_ones if role not in set(present)), open_ones[0])
        return replace(each, acceptance=Light.VALID, role=role)
    about = {"signer": each.name, "issuer": each.issuer}
    if own:
        reason = Reason("signature.acceptance_closed", "", about)
    elif known:
        others = ", ".join(sorted({signer.agency for signer in known}))
        reason = Reason("signature.other_agency", others, {**about, "agencies": others})
    else:
        reason = Reason("signature.not_accepted", each.subject, about)
    return replace(each, acceptance=Light.UNKNOWN, reasons=(*each.reasons, reason))


def _is_open(signer: AcceptedSigner, now: datetime) -> bool:
    begun = signer.valid_from is None or signer.valid_from <= now
    return begun and (signer.valid_to is None or now < signer.valid_to)


def _demanded(kept: People, has_scan: bool) -> People:
    """What the campaign asks for and is not there: UNKNOWN, and said."""
    if kept.demand is Demand.WET_SIGNED:
        if has_scan:
            return replace(kept, reasons=(*kept.reasons, Reason("people.scan_to_look_at")))
        reasons = (*kept.reasons, Reason("people.scan_missing"))
        return replace(kept, light=worst((kept.light, Light.UNKNOWN)), reasons=reasons)
    wanted = _WANTED.get(kept.demand, ()) if kept.demand is not None else ()
    missing = tuple(role for role in wanted if not kept.signed_as(role))
    if not missing:
        return kept
    # a signature nobody accepted yet may be the one: its own sentence says what to do
    waiting = sum(each.acceptance is not Light.VALID and each.light is not Light.INVALID for each in kept.signatures)
    told = () if kept.light is Light.INVALID else tuple(Reason(_MISSING[role]) for role in missing[waiting:])
    light = worst((kept.light, Light.UNKNOWN))
    return replace(kept, light=light, reasons=(*kept.reasons, *told), missing=missing)
