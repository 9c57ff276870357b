"""Frameworks being written: begun, kept at every change, and frozen as a version that never changes again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain import checks, lacking
from app.domain.agency import Agency, Authority
from app.domain.campaign import Campaign, FrameworkReference, Period, Round
from app.domain.changes import Changes, Kind, changed
from app.domain.codec import Amount
from app.domain.framework import Framework, Standing, Totals
from app.domain.problems import Severity
from app.errors import AppError
from app.operations import bundling
from app.operations.commune import assessing
from app.operations.commune.assessing import View
from app.operations.frameworks import authoring
from app.operations.parts import Part, Role
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import drafts as storage
from app.storage import frameworks
from app.storage.drafts import Draft as Draft

FIRST_VERSION = "1"
_LAST_NUMBER = re.compile(r"[0-9]+(?=[^0-9]*$)")


@dataclass(frozen=True, slots=True)
class Published:
    """A draft that became a version: what it is now, and what changed."""

    framework: Framework
    changes: Changes


def empty(title: str = "") -> Framework:
    """A framework with nothing in it yet, of 100 points; its id is given when a draft begins from it."""
    return Framework(id="", version=FIRST_VERSION, title=title, totals=Totals(maximum=Amount("100")), nodes=())


def start(workspace: Workspace, framework: Framework | None = None, *, is_copy: bool = False) -> str:
    """Begins a draft and gives its id: of the next version of `framework`, or of a framework of one's own.

    Without `framework` it begins empty. With `is_copy` it begins with the content under an identity of its own; the
    sample's mark and notice do not go along.
    """
    begun = framework or empty()
    if is_copy or not begun.id:
        begun = replace(begun, id=f"bo-chi-so-{workspace.new_id()[:8]}", version=FIRST_VERSION)
        if begun.standing is Standing.ILLUSTRATIVE:
            begun = replace(begun, standing=Standing.COMPLETE, notice="")
    with workspace.transaction():
        begun = replace(begun, version=_next_version(begun))
        at = workspace.now()
        draft = Draft(workspace.new_id(), begun, framework.digest if framework else "", at, at, _who(workspace))
        storage.add(draft)
        workspace.note("draft.started", subject=draft.id, after=begun.title)
    return draft.id


def drafts(workspace: Workspace) -> tuple[Draft, ...]:
    """All drafts, the one changed last first."""
    with workspace.session():
        return storage.everything()


def read(workspace: Workspace, draft_id: str) -> Draft:
    """One draft; raises `AppError("draft.unknown")`."""
    with workspace.session():
        return storage.get(draft_id)


def save(workspace: Workspace, draft_id: str, value: Framework) -> Changes:
    """Keeps what the draft says now; raises `AppError("draft.unknown")`."""
    with workspace.transaction():
        storage.save(draft_id, value, workspace.now(), _who(workspace))
        workspace.note("draft.changed", subject=draft_id, field="framework")
    return changed(Kind.DRAFTS, ids={draft_id})


def publish(workspace: Workspace, draft_id: str, version: str) -> Published:
    """Freezes the draft as this version of its framework; the draft ends with it.

    A skeleton that lacks nothing any more becomes complete. Raises `AppError("draft.unknown")`,
    "draft.untitled", "draft.no_version", "draft.version_taken", "draft.has_errors" for errors of `checks`,
    "framework.lacking" or "framework.open_question" while the skeleton is one.
    """
    version = version.strip()
    with workspace.transaction():
        draft = storage.get(draft_id)
        value = replace(draft.framework, version=version)
        _must_be_publishable(value)
        if value.standing is Standing.SKELETON:
            value = lacking.completed(value)
        digest = frameworks.add(value, workspace.now())
        storage.remove(draft_id)
        workspace.note("framework.published", subject=digest, before=draft.based_on, after=f"{value.id} {version}")
    return Published(value, changed(Kind.FRAMEWORKS, Kind.DRAFTS, ids={digest, draft_id}))


def discard(workspace: Workspace, draft_id: str) -> Draft:
    """Takes a draft away and gives what it was, for `put_back`; raises `AppError("draft.unknown")`."""
    with workspace.transaction():
        draft = storage.get(draft_id)
        storage.remove(draft_id)
        workspace.note("draft.discarded", subject=draft_id, before=draft.framework.title)
    return draft


def put_back(workspace: Workspace, draft: Draft) -> Changes:
    """Brings a discarded draft back as it was."""
    with workspace.transaction():
        storage.add(draft)
        workspace.note("draft.put_back", subject=draft.id, after=draft.framework.title)
    return changed(Kind.DRAFTS, ids={draft.id})


def _must_be_publishable(value: Framework) -> None:
    if not value.title.strip():
        raise AppError("draft.untitled")
    if not value.version:
        raise AppError("draft.no_version")
    if value.version in _versions(value.id):
        raise AppError("draft.version_taken", version=value.version)
    errors = sum(problem.severity is Severity.ERROR for problem in checks.check(value))
    if errors:
        raise AppError("draft.has_errors", count=errors)


def _versions(framework_id: str) -> set[str]:
    """The versions of a framework that are taken, shipped or kept here."""
    known: Iterable[Framework] = (*authoring.shipped(), *frameworks.everything())
    return {value.version for value in known if value.id == framework_id}


def _next_version(value: Framework) -> str:
    """The version itself where it is free, else with its last number counted on: 2026.1, 2026.2."""
    taken, version = _versions(value.id), value.version
    while version in taken:
        found = _LAST_NUMBER.search(version)
        if found is None:
            version = f"{version} 2"
        else:
            version = f"{version[: found.start()]}{int(found[0]) + 1}{version[found.end() :]}"
    return version


def _who(workspace: Workspace) -> str:
    person = workspace.acting
    return f"{person.name}, {person.title}".strip(", ") if person else ""


# As a commune will see it --------------------------------------------------------------------------------------------


def trial(value: Framework) -> View:
    """The commune's view of a framework with nothing answered yet, in a campaign that is made up and kept nowhere."""
    agency = Agency(code="*", name=value.short_title or value.title)
    campaign = Campaign(
        id="*",
        title=value.title,
        authority=Authority(code="*", name=value.title),
        period=Period(title=""),
        frameworks=(FrameworkReference(id=value.id, version=value.version, digest=value.digest),),
        agencies=(agency,),
        rounds=(Round(number=1),),
    )
    return assessing.first_view(Part("*", campaign, Role.AGENCY, agency.code), value)


def print_proof(workspace: Workspace, value: Framework, target: Path, progress: Progress = SILENT) -> Path:
    """Writes the proof sheet: the decision's rows beside what the program will do, as PDF.

    Raises `AppError("file.unwritable")`.
    """
    from app.reports import framework_proof

    return bundling.write_file(target, framework_proof.render(value, workspace.clock(), progress))
