"""A submission that the authority returned, and what it found lacking."""

import json
from dataclasses import dataclass

from app.bundles.manifest import Kind
from app.domain import canonical, codec
from app.domain.contents import FeedbackContent, FeedbackKind
from app.domain.framework import Placed
from app.operations import parts
from app.operations.trust import heard
from app.operations.trust.receipted import RETURNED
from app.operations.workspace import Workspace
from app.storage import assessments, submissions
from app.storage.submissions import Bundle


@dataclass(frozen=True, slots=True)
class ReturnView:
    """What the authority found lacking in the newest revision, which it sent back: in general, and by criterion."""

    content: FeedbackContent
    revision: int
    at: str
    lacking: tuple[tuple[Placed, str], ...]


def returned(workspace: Workspace, part_id: str) -> ReturnView | None:
    """The return that reopened the newest revision; None when it was not returned, or once a further one exists."""
    with workspace.session():
        newest = next(iter(assessments.revisions(part_id)), None)
        if newest is None or newest.state != RETURNED:
            return None
        told = heard.feedback(part_id, kind=FeedbackKind.RETURN.value)
        answers = {item.content_digest: json.loads(item.envelope)["answers"] for item in _feedback_in(part_id)}
        its = next((each for each in told if answers.get(each.content_digest) == newest.content_digest), None)
        if its is None:
            return None
        content = codec.from_json(FeedbackContent, canonical.decode(its.content.encode("utf-8")))
        places = parts.framework_of(part_id).index.places
    lacking = tuple((place, content.nodes[id_].reason) for id_, place in places.items() if id_ in content.nodes)
    return ReturnView(content, newest.number, its.at, lacking)


def _feedback_in(part_id: str) -> tuple[Bundle, ...]:
    return submissions.bundles(part_id, submissions.IN, Kind.FEEDBACK.value)
