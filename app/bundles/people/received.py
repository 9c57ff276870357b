"""The third light of a bundle: what its kind, its sender and the campaign ask of the people who sign."""

from datetime import datetime

from app.bundles.manifest import Envelope, Kind
from app.bundles.people.figures import Claimed
from app.bundles.people.found import People, worst
from app.bundles.people.judging import judge
from app.bundles.trust import Light, Reason, TrustPolicy
from app.domain import canonical, codec, framework
from app.domain.canonical import Json
from app.domain.contents import SubmissionContent
from app.errors import AppError

# A framework is the sender's until it is found to be one that is known here: figures beyond these are not compared
_MOST_DECIMALS, _MOST_GROUPS, _MOST_NODES = 12, 64, 5_000


def judge_bundle(
    report: bytes,
    manifest: bytes,
    envelope: Envelope,
    framework_json: bytes | None,
    content: Json,
    trust: TrustPolicy,
    now: datetime,
    *,
    has_scan: bool,
) -> People:
    """The people's signatures on a bundle's report. The campaign's demand is made of submissions alone.

    A signed submission whose points cannot be read here is UNKNOWN: nobody knows what its paper should say.
    """
    is_submission = envelope.kind is Kind.SUBMISSION
    demand = trust.demands.get(envelope.campaign.id) if is_submission else None
    claimed = _claimed(framework_json, content) if is_submission else None
    code = envelope.sender.code
    found = judge(report, manifest, trust, now, code, demand, claimed, has_scan=has_scan)
    if is_submission and claimed is None and found.signatures:
        reason = Reason("report.figures_unread", "framework.json or content.json")
        found = found.with_reason(reason, worst((found.light, Light.UNKNOWN)))
    return found


def _claimed(framework_json: bytes | None, content: Json) -> Claimed | None:
    """What a submission says, where it is well-formed; whether it is, is asked when it is taken in."""
    if framework_json is None:
        return None
    try:
        known = framework.from_json(canonical.decode(framework_json))
        said = codec.from_json(SubmissionContent, content)
    except AppError:
        return None
    is_sane = known.decimals <= _MOST_DECIMALS and len(known.target_groups) <= _MOST_GROUPS
    return Claimed(known, said) if is_sane and len(known.index.places) <= _MOST_NODES else None
