"""The authority's book of agencies: whom to call, the code of the official letter, and which keys are believed.

A code counts when it came another way than the file: typed or loaded from a letter, or read out on the telephone
number of this book. What a file says of itself is shown as a claim and proves nothing.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain import check_code
from app.domain.agency import Agency
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.errors import AppError
from app.operations.trust import heard, registering, trusting
from app.operations.trust.registering import Registration
from app.operations.trust.trusting import PinnedKey, SeenKey
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, keys, registry
from app.storage.campaigns import Part, Role
from app.storage.registry import Entry as Entry

DIGITS = 30  # of a check code


class KeyState(StrEnum):
    """What is to be done about an agency's key, the most urgent first."""

    OTHER_KEY = "other_key"  # a key is accepted, and files came under another
    LETTER_DIFFERS = "letter_differs"  # the key seen, or the one accepted, has another code than the letter
    CLOSED = "closed"  # the accepted key ended and no other one is accepted
    MATCHES = "matches"  # the key seen has the code of the letter: accept it
    SIGNED = "signed"  # the agency's accepted signature stands under the key seen: accept it
    FIRST_SEEN = "first_seen"  # a key was seen; its code is to be compared
    LETTER_ONLY = "letter_only"  # the letter is here, no file yet
    NOTHING = "nothing"
    ACCEPTED = "accepted"


AGENCY_SIGNATURE = "agency_signature"  # how a key was accepted
LOUD = frozenset({KeyState.OTHER_KEY, KeyState.LETTER_DIFFERS})


@dataclass(frozen=True, slots=True)
class Line:
    """One agency of the book. `entry` is what the authority knows; `registration` what the agency said of itself.

    `waiting`: the key that is to be judged next, None when there is none; `shared_with`: names of other agencies whose
    files came under that very key; `pin`: the key accepted now; `ended`: those accepted before, the last first.
    """

    agency: Agency
    entry: Entry
    state: KeyState
    registration: Registration | None
    waiting: SeenKey | None
    shared_with: tuple[str, ...]
    pin: PinnedKey | None
    ended: tuple[PinnedKey, ...]

    @property
    def telephone(self) -> str:
        """The number to call: never one that stands in a file."""
        return self.entry.telephone or self.agency.contact.telephone

    @property
    def contact(self) -> str:
        """Whom to ask for."""
        return self.entry.contact or self.agency.contact.name


def book(workspace: Workspace, part_id: str) -> tuple[Line, ...]:
    """Every agency of the campaign in its order."""
    seen = [key for key in trusting.seen_keys(workspace) if key.role == Role.AGENCY.value]
    with workspace.session():
        part = campaigns.part(part_id)
        entries = registry.entries(part_id)
        told = registering.registrations(part_id)
        known = keys.pins()
        refused = heard.refused_keys()
    names = {agency.code: agency.name for agency in part.campaign.agencies}
    open_keys = [key for key in seen if (key.agency, key.role, key.spki) not in refused]
    lines = []
    for agency in part.campaign.agencies:
        own = [pin for pin in known if (pin.agency, pin.role) == (agency.code, Role.AGENCY.value)]
        entry = entries.get(agency.code, Entry(agency.code))
        waiting = _waiting([key for key in open_keys if key.agency == agency.code], own, entry)
        others = {key.agency for key in seen if waiting and key.spki == waiting.spki} - {agency.code}
        others |= {pin.agency for pin in known if waiting and pin.spki == waiting.spki} - {agency.code}
        lines.append(
            Line(
                agency=agency,
                entry=entry,
                state=_state(entry, waiting, own),
                registration=next(iter(told.get(agency.code, ())), None),
                waiting=waiting,
                shared_with=tuple(sorted(names.get(code, code) for code in others)),
                pin=next((pin for pin in own if pin.valid_to is None), None),
                ended=tuple(sorted((p for p in own if p.valid_to), key=lambda p: p.valid_to or "", reverse=True)),
            )
        )
    return tuple(lines)


def _waiting(seen: Sequence[SeenKey], own: Sequence[PinnedKey], entry: Entry) -> SeenKey | None:
    """The key to be judged: one that no pin knows, that of the letter first, else the one seen last."""
    open_ones = [key for key in seen if all(pin.spki != key.spki for pin in own)]
    if entry.check_code:
        named = [key for key in open_ones if check_code.fits(entry.check_code, key.check_code)]
        open_ones = named or open_ones
    return next(iter(open_ones), None)


def _state(entry: Entry, waiting: SeenKey | None, own: Sequence[PinnedKey]) -> KeyState:
    accepted = any(pin.valid_to is None for pin in own)
    if waiting is not None:
        if accepted:
            return KeyState.OTHER_KEY
        if not entry.check_code:
            return KeyState.SIGNED if waiting.signed_by else KeyState.FIRST_SEEN
        same = check_code.fits(entry.check_code, waiting.check_code)
        return KeyState.MATCHES if same else KeyState.LETTER_DIFFERS
    if accepted:
        fits = not entry.check_code or any(
            pin.valid_to is None and check_code.fits(entry.check_code, check_code.of_key(pin.spki)) for pin in own
        )
        return KeyState.ACCEPTED if fits else KeyState.LETTER_DIFFERS
    if own:
        return KeyState.CLOSED
    return KeyState.LETTER_ONLY if entry.check_code else KeyState.NOTHING


# What is known -----------------------------------------------------------------------------------------------------


def set_entry(workspace: Workspace, part_id: str, entry: Entry) -> Changes:
    """Keeps the telephone, contact and code of one agency, with the letter it stands in.

    Raises `AppError("registry.unknown_agency")`, "registry.code_malformed".
    """
    return set_entries(workspace, part_id, (entry,))


def set_entries(workspace: Workspace, part_id: str, entries: Sequence[Entry]) -> Changes:
    """The same for several, all or none."""
    with workspace.transaction():
        part = _authority(part_id)
        known = registry.entries(part_id)
        by = workspace.acting.name if workspace.acting else ""
        for entry in entries:
            if part.campaign.agency(entry.agency) is None:
                raise AppError("registry.unknown_agency", agency=entry.agency)
            told = dataclasses.replace(
                entry,
                telephone=entry.telephone.strip(),
                contact=entry.contact.strip(),
                check_code=grouped(entry.check_code),
                source=entry.source.strip(),
                at=workspace.now(),
                by=by,
            )
            before = known.get(entry.agency, Entry(entry.agency))
            if _said(before) == _said(told):
                continue
            registry.save(part_id, told)
            workspace.note(
                "registry.set", part=part_id, subject=entry.agency, field=told.source,
                before=" · ".join(_said(before)), after=" · ".join(_said(told)),
            )  # fmt: skip
    return changed(Changed.KEYS)


def grouped(typed: str) -> str:
    """A typed code as six groups of five digits, "" for none; raises `AppError("registry.code_malformed")`."""
    digits = "".join(sign for sign in typed if sign.isdecimal() and sign.isascii())
    if typed.strip() and len(digits) != DIGITS:
        raise AppError("registry.code_malformed", digits=len(digits))
    return " ".join(digits[at : at + 5] for at in range(0, len(digits), 5))


def _said(entry: Entry) -> tuple[str, str, str, str]:
    return entry.telephone, entry.contact, entry.check_code, entry.source


def _authority(part_id: str) -> Part:
    part = campaigns.part(part_id)
    if part.role is not Role.AUTHORITY:
        raise AppError("part.not_authority")
    return part


# Forms -------------------------------------------------------------------------------------------------------------


def write_form(workspace: Workspace, part_id: str, target: Path, progress: Progress = SILENT) -> Path:
    """Writes the book as a workbook to be filled in: one row for each agency; raises the sheet's own refusals."""
    from app.sheets import registry_form

    with workspace.session():
        part = _authority(part_id)
        known = registry.entries(part_id)
    rows = [
        registry_form.Row(
            code=agency.code,
            name=agency.name,
            telephone=known[agency.code].telephone if agency.code in known else agency.contact.telephone,
            contact=known[agency.code].contact if agency.code in known else agency.contact.name,
            check_code=known[agency.code].check_code if agency.code in known else "",
            source=known[agency.code].source if agency.code in known else "",
        )
        for agency in part.campaign.agencies
    ]
    registry_form.write_form(rows, target, progress)
    return target


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a form brought: how many agencies, how many of them with a code."""

    changes: Changes
    agencies: int
    codes: int


def load_form(workspace: Workspace, part_id: str, path: Path, progress: Progress = SILENT) -> Loaded:
    """Takes the filled form in, all rows or none; a cell left empty keeps what is known.

    Raises the sheet's own list of cells, "registry.unknown_agency".
    """
    from app.sheets import registry_form

    with workspace.session():
        part = _authority(part_id)
        known = registry.entries(part_id)
    rows = registry_form.read_form(path, [agency.code for agency in part.campaign.agencies], progress)
    entries = []
    for row in rows:
        old = known.get(row.code, Entry(row.code))
        filled = {name: getattr(row, name) for name in ("telephone", "contact", "check_code", "source")}
        entries.append(dataclasses.replace(old, **{name: value for name, value in filled.items() if value}))
    changes = set_entries(workspace, part_id, entries)
    return Loaded(changes, len(rows), sum(bool(row.check_code) for row in rows))


# Believing ---------------------------------------------------------------------------------------------------------


def accept(
    workspace: Workspace, part_id: str, agency: str, how: str, *, reason: str = "replaced", typed: str = ""
) -> Changes:
    """Accepts the key that waits for an agency, after its code was compared; `how` says where.

    `typed` is the code as read out, if it was typed; `reason` ends the key accepted before. Raises
    `AppError("key.not_seen")`, "key.code_differs", "key.letter_differs" (the letter says another code),
    "key.other_agency".
    """
    line = next((line for line in book(workspace, part_id) if line.agency.code == agency), None)
    if line is None or line.waiting is None:
        raise AppError("key.not_seen", code=agency)
    code = line.waiting.check_code
    if typed and not check_code.fits(typed, code):
        raise AppError("key.code_differs", code=agency, check_code=code)
    if line.entry.check_code and not check_code.fits(line.entry.check_code, code) and not typed:
        raise AppError("key.letter_differs", agency=line.agency.name)
    with workspace.transaction():
        if line.entry.check_code and not check_code.fits(line.entry.check_code, code):
            set_entry(workspace, part_id, dataclasses.replace(line.entry, check_code=code, source=how))
        return trusting.accept_key(workspace, agency, Role.AGENCY.value, line.waiting.spki, how, reason=reason)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Whose keys were accepted."""

    changes: Changes
    names: tuple[str, ...]


def accept_matching(workspace: Workspace, part_id: str, agencies: Sequence[str] = ()) -> Accepted:
    """Accepts every waiting key whose code is that of its letter, where none was accepted before; all or none.

    `agencies` narrows it to these codes, and takes in those that their agency's accepted signature names: each of
    these somebody has to choose. Raises `AppError("registry.nothing_matches")`, "key.other_agency".
    """
    wanted = {KeyState.MATCHES, KeyState.SIGNED} if agencies else {KeyState.MATCHES}
    lines = [line for line in book(workspace, part_id) if line.state in wanted]
    lines = [line for line in lines if not agencies or line.agency.code in agencies]
    if not lines:
        raise AppError("registry.nothing_matches")
    changes = Changes()
    with workspace.transaction():
        for line in lines:
            assert line.waiting is not None
            how = AGENCY_SIGNATURE if line.state is KeyState.SIGNED else line.entry.source or "letter"
            key = (line.agency.code, Role.AGENCY.value, line.waiting.spki)
            changes |= trusting.accept_key(workspace, *key, how, recipient=line.waiting.recipient)
    return Accepted(changes, tuple(line.agency.name for line in lines))
