"""A replacement after appraisal began: opinions on what stayed the same stand, what changed is looked at again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.agency import Agency
from app.domain.appraisal import Appraisal
from app.domain.assessment import EMPTY
from app.domain.contents import SubmissionContent
from app.domain.framework import Framework
from app.operations.authority import correcting
from app.operations.authority.correcting import Carried
from app.storage import submissions
from app.storage.campaigns import Part
from app.storage.submissions import Submission


@dataclass(frozen=True, slots=True)
class Opined:
    """Opinions on a submission: those that stand, and for each node to be looked at again the content digest of the
    submission that the last opinion was given on."""

    standing: tuple[Appraisal, ...]
    again: dict[str, str] = field(default_factory=dict)


def on_submission(
    part: Part, agency: Agency, now: Submission, carried: Carried, opinions: Iterable[Appraisal]
) -> Opined:
    """Sorts opinions by whether what they were given on still stands (inside a session).

    A later round has rules of its own for what it opens; here two submissions of one round are compared.
    """
    known = tuple(opinions)
    earlier = _earlier(part, now, {each.about for each in known} - {"", now.content_digest})
    standing, again = [], {}
    for each in known:
        former = earlier.get(each.about)
        if former is not None and _differs(part, agency, former, carried, each.node):
            again[each.node] = each.about
        else:
            standing.append(each)
    return Opined(tuple(standing), again)


def _earlier(part: Part, now: Submission, digests: set[str]) -> dict[str, Submission]:
    if not digests:
        return {}
    found: Sequence[Submission] = submissions.submissions(part.id, now.agency)
    return {item.content_digest: item for item in found if item.content_digest in digests and item.round == now.round}


def _differs(part: Part, agency: Agency, former: Submission, carried: Carried, node: str) -> bool:
    then = correcting.carried(part, agency, former).content
    return _said(carried.framework, then, node) != _said(carried.framework, carried.content, node)


def _said(framework: Framework, content: SubmissionContent, node: str) -> object:
    """All that a submission says of a node, what is claimed above it included."""
    above = [content.responses.get(id_, EMPTY).not_applicable for id_ in framework.index.ancestors(node)]
    files = {(item.digest, link.page) for item in content.files for link in item.links if link.node == node}
    cited = {(item.citation, link.page) for item in content.citations for link in item.links if link.node == node}
    return content.responses.get(node, EMPTY), above, files, cited
