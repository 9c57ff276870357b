"""The board: every agency of a campaign, what came from it, how far it can be believed, and what needs a person."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.bundles.trust import Light, Lights
from app.domain import canonical, codec
from app.domain.agency import Agency, Contact
from app.domain.contents import MAX_VOLUMES, ReceiptContent
from app.domain.receiving import Place
from app.operations.authority import parts_receiving, ruling
from app.operations.authority.parts_receiving import InParts
from app.operations.trust import registering, trusting, verifying
from app.operations.trust.trusting import KeyStanding, PinnedKey
from app.operations.workspace import Workspace
from app.storage import campaigns, keys, people, receipts, registry, submissions, trust_store
from app.storage.campaigns import Part, Role
from app.storage.registry import Entry
from app.storage.submissions import Submission


class BoardState(StrEnum):
    """What the board says of an agency, in the order in which it needs a person."""

    CONFLICTING = "conflicting"
    WAITING = "waiting"  # a replacement came after the deadline; what came in time counts until somebody consents
    BAD_SIGNATURE = "bad_signature"  # one on the newest does not hold; what came before it counts, if anything
    OTHER_KEY = "other_key"
    FIRST_SEEN = "first_seen"
    UNREADABLE = "unreadable"  # something came that could not be read; nothing that can
    RETURNED = "returned"
    EVIDENCE_PENDING = "evidence_pending"  # part 1 is here, volumes are not all
    RECEIVED = "received"
    NOT_RECEIVED = "not_received"


@dataclass(frozen=True, slots=True)
class Refusal:
    """The first file of an agency that could not be read: when it came (ISO time), its name, the code that says why."""

    at: str
    name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One agency on the board. Lights are None where nothing came; `seal` is judged by the keys accepted by now,
    `people` as found first or again since.

    `is_late`: received after its last day; `differing`: how many claimed points are not what is computed here;
    `waiting`: the replacement that waits for consent, or what is kept until it is signed again, "" for none;
    `key`: what the key is that is to be judged, `spki` with its `check_code`: that of what counts, or that of what
    waits under another key;
    `receipt_at`: when the last receipt was made that says of this submission what is known now, "" while there is none;
    `is_registered`: it reported that it has the campaign; `contact`: whom to call by the registry, never by a file;
    `parts`: how far a submission in parts has come, None for one that came whole; `aside`: volumes here whose part 1
    is not.
    """

    agency: Agency
    state: BoardState
    integrity: Light | None = None
    seal: Light | None = None
    people: Light | None = None
    round: int | None = None
    revision_number: int | None = None
    received_at: str = ""
    is_late: bool = False
    total: Fraction | None = None
    differing: tuple[str, ...] = ()
    key: KeyStanding | None = None
    check_code: str = ""
    spki: str = ""
    submission: str = ""
    content_digest: str = ""
    versions: int = 0
    waiting: str = ""
    receipt_at: str = ""
    refusal: Refusal | None = None
    is_registered: bool = False
    contact: Contact = Contact()
    parts: InParts | None = None
    aside: int = 0

    @property
    def is_key_open(self) -> bool:
        """Whether something counts, or waits to, under a key that is not accepted."""
        return self.key not in (None, KeyStanding.ACCEPTED) and self.state not in _NOTHING_COUNTS

    @property
    def has_other_key(self) -> bool:
        """Whether that is so although another key is accepted, or was: no reason stands for settling it."""
        return self.is_key_open and self.key is not None and self.key.is_other


def board(workspace: Workspace, part_id: str) -> tuple[BoardRow, ...]:
    """Every agency of the campaign in its order, with what was received of it."""
    with workspace.session():
        part = campaigns.part(part_id)
        received = submissions.submissions(part_id)
        brought = submissions.bundles(part_id, submissions.IN)
        again = trust_store.all_later_verdicts()
        found = {item.id: json.loads(item.verdict) for item in brought}
        verdicts = {
            item.id: {
                **found[item.id],
                "at": item.at,
                "people": verifying.people_now(found[item.id], again.get(item.id, ())),
            }
            for item in brought
        }
        pins = keys.pins()
        registered = registering.registered_agencies(part_id)
        known = registry.entries(part_id)
        refused = refusals(part_id)
        told = _receipts_made(part_id)
        parts = parts_receiving.standing(workspace, part, received, {item.id: item.envelope for item in brought})
        aside = parts_receiving.aside(workspace, part)
    by_agency: dict[str, list[Submission]] = {}
    for item in received:
        by_agency.setdefault(item.agency, []).append(item)
    rows = (
        _board_row(part, agency, by_agency.get(agency.code, []), verdicts, pins) for agency in part.campaign.agencies
    )
    shown = (_with_refusal(_with_parts(row, parts.get(row.submission)), refused.get(row.agency.code)) for row in rows)
    return tuple(
        dataclasses.replace(
            row,
            receipt_at=_receipt_at(row, told),
            is_registered=row.agency.code in registered,
            contact=_whom_to_call(row.agency, known.get(row.agency.code)),
            aside=aside.get(row.agency.code, 0),
        )
        for row in shown
    )


def _with_parts(row: BoardRow, parts: InParts | None) -> BoardRow:
    is_waiting = row.state is BoardState.RECEIVED and parts is not None and not parts.is_complete
    return dataclasses.replace(row, state=BoardState.EVIDENCE_PENDING if is_waiting else row.state, parts=parts)


Stated = tuple[str, str, int]  # content digest, time of receipt, volumes here


def _receipts_made(part_id: str) -> dict[Stated, dict[str, str]]:
    """When the last receipt was made that states this, by the place it gives."""
    made: dict[Stated, dict[str, str]] = {}
    for kept in reversed(receipts.receipts(part_id)):
        content = codec.from_json(ReceiptContent, canonical.decode(kept.content.encode("utf-8")))
        for item in content.items:
            stated = (item.content_digest, item.received_at, item.volumes_received)
            made.setdefault(stated, {})[item.place] = kept.made_at
    return made


def _receipt_at(row: BoardRow, made: Mapping[Stated, Mapping[str, str]]) -> str:
    """When a receipt was made that says what is known now; after a return any will do, the return itself says more."""
    known = made.get((row.content_digest, row.received_at, len(volumes_here(row))), {})
    if row.state is BoardState.RETURNED:
        return max(known.values(), default="")
    place = Place.CONFLICTING if row.state is BoardState.CONFLICTING else Place.CURRENT
    return known.get(place.value, "")


def volumes_here(row: BoardRow) -> tuple[int, ...]:
    """Which volumes of evidence a receipt may say are here; all of them once every file is."""
    if row.parts is None:
        return ()
    every = range(1, min(row.parts.volumes, MAX_VOLUMES) + 1)  # how many there are is the sender's word
    return tuple(every) if row.parts.is_complete else row.parts.numbers


def _whom_to_call(agency: Agency, known: Entry | None) -> Contact:
    """What the registry says, else the campaign's own list."""
    if known is None:
        return agency.contact
    told = agency.contact
    return dataclasses.replace(told, name=known.contact or told.name, telephone=known.telephone or told.telephone)


def _with_refusal(row: BoardRow, refused: Refusal | None) -> BoardRow:
    if refused is None:
        return row
    if row.submission:
        return dataclasses.replace(row, refusal=refused)
    return dataclasses.replace(row, state=BoardState.UNREADABLE, integrity=Light.INVALID, refusal=refused)


_KEY_STATES = {
    KeyStanding.ACCEPTED: BoardState.RECEIVED,
    KeyStanding.FIRST_SEEN: BoardState.FIRST_SEEN,
    KeyStanding.OTHER: BoardState.OTHER_KEY,
    KeyStanding.CLOSED: BoardState.OTHER_KEY,  # no longer the accepted one when it came
}
_NOTHING_COUNTS = (BoardState.CONFLICTING, BoardState.RETURNED)
_COUNTED = (Place.CURRENT, Place.CONFLICTING, Place.RETURNED)


def _board_row(
    part: Part,
    agency: Agency,
    received: Sequence[Submission],
    verdicts: Mapping[str, Mapping[str, Any]],
    pins: Sequence[PinnedKey],
) -> BoardRow:
    counted = [item for item in received if item.state in _COUNTED]
    waiting = [item for item in received if item.state == Place.WAITING]  # to be decided before what is kept
    waiting += [item for item in received if item.state == Place.BAD_SIGNATURE]
    aside = waiting[0].id if waiting else ""
    is_badly_signed = bool(waiting) and waiting[0].state == Place.BAD_SIGNATURE
    if not counted:
        state = BoardState.BAD_SIGNATURE if is_badly_signed else BoardState.NOT_RECEIVED
        people = Light.INVALID if is_badly_signed else None
        return BoardRow(agency, state, people=people, versions=len(received), waiting=aside)
    newest = counted[0]
    verdict = asked = verdicts[newest.bundle]
    offered = verdicts[waiting[0].bundle] if waiting and waiting[0].state == Place.WAITING else None
    if offered is not None and _key_now(agency, offered, pins).is_other:
        asked = offered
    key = _key_now(agency, asked, pins)
    return BoardRow(
        agency=agency,
        state=_state(newest, key, waiting[0].state if waiting else ""),
        integrity=Light(verdict["lights"]["integrity"]),
        seal=trusting.light_of(_key_now(agency, verdict, pins)),
        people=verdict["people"],
        round=newest.round,
        revision_number=newest.revision_number,
        received_at=newest.received_at,
        is_late=ruling.is_late(part, agency, newest),
        total=newest.total,
        differing=newest.differing,
        key=key,
        check_code=str(asked.get("check_code") or ""),
        spki=str(asked.get("spki") or ""),
        submission=newest.id,
        content_digest=newest.content_digest,
        versions=len(received),
        waiting=aside,
    )


def _state(newest: Submission, key: KeyStanding, aside: str) -> BoardState:
    if newest.state == Place.CONFLICTING:
        return BoardState.CONFLICTING
    if aside == Place.BAD_SIGNATURE:
        return BoardState.BAD_SIGNATURE
    if aside and not key.is_other:
        return BoardState.WAITING
    return BoardState.RETURNED if newest.state == Place.RETURNED and not aside else _KEY_STATES[key]


def lights_of(item: Submission, agency: Agency) -> Lights:
    """The lights of a submission by the keys accepted by now (inside a session)."""
    brought = submissions.bundle(item.bundle)
    verdict = json.loads(brought.verdict)
    people = verifying.people_now(verdict, trust_store.later_verdicts(brought.id))
    key = _key_now(agency, {**verdict, "at": brought.at}, keys.pins())
    return Lights(Light(verdict["lights"]["integrity"]), trusting.light_of(key), people)


def _key_now(agency: Agency, verdict: Mapping[str, Any], pins: Sequence[PinnedKey]) -> KeyStanding:
    """What the keys accepted by now say of the seal of a file that came `at`."""
    spki = str(verdict.get("spki") or "")
    return trusting.key_standing(pins, agency.code, Role.AGENCY.value, spki, verdict["at"])


def refusals(part_id: str) -> dict[str, Refusal]:
    """Agencies whose files could not be read so far, with the first file that came so (inside a session)."""
    known = json.loads(people.setting(f"refused:{part_id}") or "{}")
    return {code: Refusal(*([told] if isinstance(told, str) else told)) for code, told in known.items()}


def keep_refusals(part_id: str, known: Mapping[str, Refusal]) -> None:
    """Writes that down (inside a transaction)."""
    told = {code: [each.at, each.name, each.code] for code, each in known.items()}
    people.set_setting(f"refused:{part_id}", json.dumps(told, ensure_ascii=False))
