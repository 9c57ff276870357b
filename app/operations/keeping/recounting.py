"""Whether everything that was frozen or received comes out at the same points as then: asked after an upgrade.

A number that was kept is a witness only where nothing it rests on was changed since: the framework, the campaign.
"""

from collections.abc import Iterator
from datetime import datetime

from app.domain import results
from app.domain.assessment import Answers
from app.domain.contents import claims_of, figures_of
from app.operations import parts
from app.operations.commune import assessing
from app.operations.parts import Part, Role
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns, frameworks, journal, submissions

_CHANGES = ("campaign.corrected", "campaign.revised")


def differing(workspace: Workspace) -> tuple[str, ...]:
    """Codes of the agencies whose points are not those kept with them, part by part; what is a draft is only scored."""
    found: list[str] = []
    for part in parts.everything(workspace):
        if part.role is Role.AGENCY:
            found += [part.agency] if _is_another(workspace, part) else []
        else:
            with workspace.session():
                found += _others(part)
    return tuple(found)


def _is_another(workspace: Workspace, part: Part) -> bool:
    seen = assessing.view(workspace, part.id)
    with workspace.session():
        frozen = assessments.revisions(part.id)
        changed = campaigns.kept_since(part.campaign.id)
    if seen.is_draft or not frozen or _is_later(changed, frozen[0].frozen_at):
        return False
    content = parts.opened_content(frozen[0].content)
    return (figures_of(seen.score), claims_of(seen.score)) != (content.figures, content.claims)


def _others(part: Part) -> Iterator[str]:
    changed = [line.at for line in journal.everything() if line.part == part.id and line.action in _CHANGES]
    for item in submissions.submissions(part.id):
        agency = part.campaign.agency(item.agency)
        since = submissions.bundle(item.bundle).at
        if agency is None or any(_is_later(at, since) for at in changed):
            continue
        if part.campaign.reference(agency).digest != item.framework:
            continue
        content = parts.opened_content(item.content)
        answers = Answers(responses=content.responses, profile=agency.profile)
        if results.score(frameworks.get(item.framework), answers).total != item.total:
            yield item.agency


def _is_later(one: str, other: str) -> bool:
    return datetime.fromisoformat(one) > datetime.fromisoformat(other)
