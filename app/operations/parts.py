"""What several steps of the loop ask about the part one plays: its framework, its feedback, what stands at the top."""

import dataclasses
import functools
import json
from typing import TYPE_CHECKING

from app.domain import canonical, codec
from app.domain.campaign import Campaign
from app.domain.contents import FeedbackContent, ResultContent, SubmissionContent
from app.domain.framework import Framework
from app.errors import AppError
from app.operations.trust import heard
from app.operations.workspace import Workspace
from app.storage import campaigns, frameworks, submissions
from app.storage.campaigns import Part, Role

if TYPE_CHECKING:
    from app.domain.revising import Comparison

__all__ = ["Part", "Role", "everything", "find"]


def everything(workspace: Workspace) -> tuple[Part, ...]:
    """All parts of this data folder, newest first."""
    with workspace.session():
        return campaigns.parts()


def find(workspace: Workspace, part_id: str = "") -> Part:
    """The named part, or the only one; raises `AppError("part.unknown")` or `AppError("part.several")`."""
    with workspace.session():
        if part_id:
            return campaigns.part(part_id)
        known = campaigns.parts()
    if not known:
        raise AppError("part.unknown")
    if len(known) > 1:
        raise AppError("part.several", parts=", ".join(f"{part.id} ({part.name})" for part in known))
    return known[0]


def framework_of(part_id: str) -> Framework:
    """The exact framework version a commune's assessment is answered on (inside a session)."""
    return frameworks.get(campaigns.assessment(part_id).framework)


def frameworks_of(campaign: Campaign) -> dict[str, Framework]:
    """The campaign's framework for each target group (inside a session)."""
    return {reference.target_group: frameworks.get(reference.digest) for reference in campaign.frameworks}


def frameworks_for(workspace: Workspace, part_id: str) -> dict[str, Framework]:
    """The framework of each target group of the campaign a part belongs to ("" : all groups)."""
    with workspace.session():
        return frameworks_of(campaigns.part(part_id).campaign)


@functools.lru_cache(maxsize=16)
def comparison(old: str, new: str) -> "Comparison":
    """Two versions by their digests, side by side: what they stand for never changes (inside a session)."""
    from app.domain import revising  # reckons whole frameworks: nothing that a start needs

    return revising.compare(frameworks.get(old), frameworks.get(new))


def last_feedback(part_id: str) -> FeedbackContent | None:
    """The latest feedback a commune received, on the version its assessment stands on (inside a session)."""
    told = heard.feedback(part_id)
    if not told:
        return None
    content = codec.from_json(FeedbackContent, _content(told[0].content))
    bundle = submissions.find_bundle(part_id, told[0].content_digest, submissions.IN)
    named = "" if bundle is None else str(json.loads(bundle.envelope)["frameworks"][0]["digest"])
    return on_version(content, named, campaigns.assessment(part_id).framework)


def on_version(content: FeedbackContent, old: str, new: str) -> FeedbackContent:
    """Feedback given on the version `old`, with the ids its nodes have in `new`; those that have none there are left
    out. What speaks of a version not held here is taken as it stands (inside a session)."""
    if old in ("", new) or not frameworks.is_known(old):
        return content
    names = comparison(old, new).names
    return dataclasses.replace(content, nodes={names[id_]: it for id_, it in content.nodes.items() if id_ in names})


def last_result(part_id: str) -> ResultContent | None:
    """The latest result of a part (inside a session)."""
    told = heard.results(part_id)
    return None if not told else codec.from_json(ResultContent, _content(told[0].content))


@functools.lru_cache(maxsize=512)
def opened_content(stored: str) -> SubmissionContent:
    """Opened once: what was submitted never changes, and every list of the review asks for it again."""
    return codec.from_json(SubmissionContent, canonical.decode(stored.encode("utf-8")))


def _content(text: str) -> object:
    value = canonical.decode(text.encode("utf-8"))
    assert isinstance(value, dict)
    return value
