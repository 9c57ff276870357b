"""What an appraisal or a return does to a commune's assessment: the authority's last word that is heard acts, once."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain import canonical, codec
from app.domain.contents import FeedbackContent, FeedbackKind
from app.domain.moments import order_said
from app.operations import parts
from app.operations.trust import heard, receipted
from app.operations.trust.receipted import DRAFT, RECEIVED, RETURNED, WITHDRAWN
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns, submissions
from app.storage.campaigns import Part
from app.storage.submissions import Told


@contextmanager
def rehearing() -> Iterator[None]:
    """Around the acceptance of a key: what waited for it acts at the end (inside a transaction)."""
    communes = [part for part in campaigns.parts() if part.role is campaigns.Role.AGENCY]
    held = {part.id: heard.waiting(part.id) for part in communes}
    yield
    for part in communes:
        receipted.settle(part)
        freed = held[part.id] - heard.waiting(part.id)
        for told in heard.feedback(part.id, kind="") if freed else ():
            if told.content_digest in freed:
                settle(part, told)


def confirmed(workspace: Workspace, part_id: str) -> frozenset[str]:
    """Content digests of the submissions whose arrival a receipt proves, or an answer, under the accepted key."""
    with workspace.session():
        named = [each.item.content_digest for each in receipted.known(part_id) if each.acts]
        believed = heard.accepted(part_id)
        told = (each for each in heard.feedback(part_id, kind="") if each.content_digest in believed)
        answered = [_answers(part_id, each) for each in told]
    return frozenset(digest for digest in (*named, *answered) if digest)


def settle(part: Part, told: Told) -> None:
    """Lets `told` act if it is heard and nothing later was said (inside a transaction)."""
    if told.content_digest == _last_word(part.id):
        _act_on(part, told)


def _last_word(part_id: str) -> str:
    """What was said earlier is kept and acts no more, whenever it comes."""
    known = heard.feedback(part_id, kind="")
    made = ((order_said(each.made_at, each.at), each.content_digest) for each in known)
    return max(made)[1] if known else ""


def _act_on(part: Part, told: Told) -> None:
    """Moves the assessment on, unless a revision of a later round exists, or a return speaks of one that is no longer
    the newest."""
    frozen = assessments.revisions(part.id)
    answered = next((item for item in frozen if item.content_digest == _answers(part.id, told)), None)
    now = campaigns.assessment(part.id)
    if told.kind == FeedbackKind.RETURN.value:
        if answered is not None and answered == frozen[0]:
            assessments.set_revision(answered.id, state=RETURNED)
            campaigns.set_assessment(part.id, state=DRAFT, round=answered.round)
        return
    if any(item.round > told.number for item in frozen):
        return
    if answered is not None and answered.state != WITHDRAWN:
        assessments.set_revision(answered.id, state=RECEIVED)
    if _is_open(told):
        _open_round(part, told.number + 1)
    elif now.state != DRAFT or now.round > told.number or (answered is not None and answered.state == RETURNED):
        campaigns.set_assessment(part.id, state=RECEIVED, round=told.number)


def _answers(part_id: str, told: Told) -> str | None:
    """The content digest of the submission that was answered."""
    bundle = submissions.find_bundle(part_id, told.content_digest, submissions.IN)
    return None if bundle is None else json.loads(bundle.envelope)["answers"]


def _is_open(told: Told) -> bool:
    content = codec.from_json(FeedbackContent, canonical.decode(told.content.encode("utf-8")))
    return any(node.is_open for node in content.nodes.values())


def _open_round(part: Part, number: int) -> None:
    """Opens what the newest feedback contests for the next round; what was answered stays."""
    kept, told = assessments.responses(part.id), parts.last_feedback(part.id)
    for node, said in told.nodes.items() if told is not None else ():
        if said.is_open and node in kept:
            old = kept[node]
            new = assessments.Kept(old.response, old.level, False, old.updated_at, old.updated_by)
            assessments.save_response(part.id, node, new)
    campaigns.set_assessment(part.id, state=DRAFT, round=number)
