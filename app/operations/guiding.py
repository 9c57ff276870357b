"""The guided look round the sample: five acts of each side, ticked by what a person really did.

What was done is read from the journal, from the line where the look round began; an act that is only looking is kept
as a page seen. Nothing here changes what is assessed.
"""

from dataclasses import dataclass

from app.operations import parts
from app.operations.parts import Role
from app.operations.workspace import Workspace, act_as, journal_lines, persons, set_setting, setting

_ALL = 100_000  # lines of the journal: more than a sample will ever hold


@dataclass(frozen=True, slots=True)
class Act:
    """Something to try on `page`; done with the first line of the journal of one of `actions`.

    Without actions, seeing the page is the act.
    """

    name: str
    page: str
    actions: tuple[str, ...] = ()


COMMUNE = (
    Act("figure", "assessment", ("response.changed",)),
    Act("evidence", "assessment", ("evidence.attached", "evidence.cited", "evidence.linked")),
    Act("check", "check"),
    Act("freeze", "submit", ("submission.frozen",)),
    Act("export", "submit", ("submission.exported", "submission.part_exported")),
)
AUTHORITY = (
    Act("received", "collecting"),
    Act("opinion", "appraising", ("opinion.given",)),
    Act("feedback", "appraising", ("feedback.exported",)),
    Act("ranking", "ranking"),
    Act("publication", "publication"),
)


@dataclass(frozen=True, slots=True)
class Guide:
    """The acts of a part in order, and the names of those that are done."""

    part: str
    role: Role
    acts: tuple[Act, ...]
    done: frozenset[str]

    @property
    def next(self) -> Act | None:
        """The first act that is not done; None: all were tried."""
        return next((act for act in self.acts if act.name not in self.done), None)


def begin(workspace: Workspace, part_id: str) -> None:
    """Keeps where the look round of a part begins; the first time counts."""
    if not setting(workspace, f"guide_from:{part_id}"):
        set_setting(workspace, f"guide_from:{part_id}", str(len(journal_lines(workspace, part_id, _ALL))))


def look(workspace: Workspace, part_id: str) -> Guide:
    """How far a person went since `begin`. Raises what `parts.find` raises."""
    role = parts.find(workspace, part_id).role
    acts = COMMUNE if role is Role.AGENCY else AUTHORITY
    lines = journal_lines(workspace, part_id, _ALL)  # the newest come first
    since = len(lines) - int(setting(workspace, f"guide_from:{part_id}") or len(lines))
    did = {line.action for line in lines[: max(0, since)]}
    seen = _seen(workspace, part_id)
    done = {act.name for act in acts if (did & set(act.actions) if act.actions else act.page in seen)}
    return Guide(part_id, role, acts, frozenset(done))


def see(workspace: Workspace, part_id: str, page: str) -> None:
    """Keeps that a page was seen."""
    seen = _seen(workspace, part_id)
    if page not in seen:
        set_setting(workspace, f"guide_seen:{part_id}", " ".join((*seen, page)))


def sit_down(workspace: Workspace, part_id: str) -> None:
    """The person whom the campaign names for this part acts from now on, so that each side has its own officer."""
    part = parts.find(workspace, part_id)
    agency = part.campaign.agency(part.agency)
    contact = part.campaign.authority.contact if agency is None else agency.contact
    known = next((person for person in persons(workspace) if person.name == contact.name), None)
    if known is not None:
        act_as(workspace, known.id)


def _seen(workspace: Workspace, part_id: str) -> tuple[str, ...]:
    return tuple(setting(workspace, f"guide_seen:{part_id}").split())
