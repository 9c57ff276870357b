"""The rows of the board: lights, state in words, chips and what is searched; the texts that go out to communes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.bundles.trust import Light
from app.domain import text
from app.domain.campaign import Campaign
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.authority.overseeing import NEEDS_PERSON
from app.operations.authority.publishing import lacks_signatures
from ui import language
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.pages.authority_kit import moment, short_moment

ALL, TODO, KEYS, RECEIVED, MISSING, LATE = "all", "todo", "keys", "received", "missing", "late"
RETURNED, SIGNATURES = "returned", "signatures"
LIGHTS = {Light.VALID: "good", Light.UNKNOWN: "warn", Light.INVALID: "bad", None: "none"}
_ORDER = {state: number for number, state in enumerate(BoardState)}


def needs_person(row: BoardRow) -> bool:
    """Whether somebody has to look at it."""
    return row.state in NEEDS_PERSON or bool(row.differing)


def is_shown(row: BoardRow, chip: str) -> bool:
    """Whether a row belongs under a chip."""
    return {
        ALL: True,
        TODO: needs_person(row),
        KEYS: row.is_key_open,
        RECEIVED: bool(row.submission),
        MISSING: not row.submission,
        LATE: row.is_late,
        RETURNED: row.state is BoardState.RETURNED,
        SIGNATURES: lacks_signatures(row),
    }[chip]


def in_order(rows: Sequence[BoardRow]) -> list[BoardRow]:
    """Those that need a person first, then those received, then those missing, each by name."""
    return sorted(rows, key=lambda row: (not needs_person(row), _ORDER[row.state], text.name_key(row.agency.name)))


def is_found(row: BoardRow, query: str) -> bool:
    """Whether a search means this row: name, code, focal officer, telephone."""
    contact = row.contact
    return text.matches(query, row.agency.name, row.agency.code, contact.name, contact.telephone)


def state_cell(row: BoardRow) -> Cell:
    """The state as icon, word and colour."""
    icon, words, tone = state_words(row)
    return Cell(words, icon=icon, tone=tone, badge=True)


def state_words(row: BoardRow) -> tuple[str, str, str]:
    """Icon, words and tone of a row's state."""
    if row.state is BoardState.CONFLICTING:
        return "git-compare", QCoreApplication.translate("Board", "Two different ones, choose"), "bad"
    if row.state is BoardState.WAITING:
        return "calendar-clock", QCoreApplication.translate("Board", "Replacement after the deadline"), "warn"
    if row.state is BoardState.BAD_SIGNATURE:
        return "user-x", QCoreApplication.translate("Board", "Signature does not hold, sign again"), "bad"
    if row.state is BoardState.RETURNED:
        return "undo-2", QCoreApplication.translate("Board", "Returned for completion"), "warn"
    if row.state is BoardState.UNREADABLE:
        return "file-x", QCoreApplication.translate("Board", "Unreadable, ask to send again"), "bad"
    if row.state is BoardState.OTHER_KEY:
        return "key-round", QCoreApplication.translate("Board", "Other key than the accepted one"), "warn"
    if row.state is BoardState.FIRST_SEEN:
        return "key-round", QCoreApplication.translate("Board", "Received, key not accepted yet"), "warn"
    if row.state is BoardState.EVIDENCE_PENDING or (row.state is BoardState.NOT_RECEIVED and row.aside):
        return _parts_words(row)
    if row.state is BoardState.NOT_RECEIVED:
        if row.agency.extended_to is not None:
            words = QCoreApplication.translate("Board", "Extended to {day}").format(
                day=f"{row.agency.extended_to:%d/%m}"
            )
            return "calendar-clock", words, "ink-soft"
        if row.is_registered:
            return "circle-dot", QCoreApplication.translate("Board", "Reported, not sent yet"), "ink-soft"
        return "circle", QCoreApplication.translate("Board", "Not received"), "ink-soft"
    return _received_words(row)


def _received_words(row: BoardRow) -> tuple[str, str, str]:
    """The same for one that is received and settled."""
    if row.differing:
        return "scale", QCoreApplication.translate("Board", "Received, points differ"), "warn"
    if row.is_late:
        return "clock", QCoreApplication.translate("Board", "Received late"), "warn"
    return "circle-check", QCoreApplication.translate("Board", "Received"), "good"


def _parts_words(row: BoardRow) -> tuple[str, str, str]:
    """The same for one whose figures are here without all evidence, or evidence without figures."""
    if row.parts is None:
        return "paperclip", QCoreApplication.translate("Board", "Evidence here, figures not yet"), "warn"
    words = QCoreApplication.translate("Board", "Figures received, evidence {here}/{all}")
    told = words.format(here=row.parts.here, all=row.parts.volumes)
    return "paperclip", told, "warn" if row.parts.is_late else "ink-soft"


def columns(communes: bool, decimals: Mapping[str, int]) -> tuple[Column[BoardRow], ...]:
    """The columns of the board; `decimals` by agency."""

    def light(value: Light | None) -> Cell:
        return Cell(light=LIGHTS[value])

    def total(row: BoardRow) -> Cell:
        shown = "–" if row.total is None else language.number_text(row.total, decimals.get(row.agency.code, 2))
        return Cell(shown, right=True, tone="ink-soft" if row.total is None else "ink")

    name = (
        QCoreApplication.translate("Board", "Commune, ward")
        if communes
        else QCoreApplication.translate("Board", "Agency")
    )
    return (
        Column(name, lambda row: Cell(row.agency.name), order=lambda row: text.name_key(row.agency.name)),
        Column(QCoreApplication.translate("Board", "Content"), lambda row: light(row.integrity), width=80),
        Column(QCoreApplication.translate("Board", "Key"), lambda row: light(row.seal), width=60),
        Column(QCoreApplication.translate("Board", "Signature"), lambda row: light(row.people), width=72),
        Column(
            QCoreApplication.translate("Board", "State"), state_cell, order=lambda row: _ORDER[row.state], width=272
        ),
        Column(
            QCoreApplication.translate("Board", "Received at"),
            lambda row: Cell(short_moment(row.received_at) or "–", right=True, tone="ink-soft"),
            order=lambda row: row.received_at,
            width=104,
            right=True,
        ),
        Column(
            QCoreApplication.translate("Board", "Points"),
            total,
            order=lambda row: (row.total is not None, row.total or 0),
            width=68,
            right=True,
        ),
    )


# Texts -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """What a text to a group says of the collection."""

    campaign: Campaign
    rows: Sequence[BoardRow]
    moment: str


def reminder(told: Told) -> str:
    """The text for the group: how many are in, who is missing, who should send again."""
    received = [row for row in told.rows if row.submission]
    unreadable = [row.agency.name for row in told.rows if row.state is BoardState.UNREADABLE]
    missing = [row.agency.name for row in told.rows if row.state is BoardState.NOT_RECEIVED]
    words = [
        QCoreApplication.translate("Board", "By {moment}, {received}/{all} submissions have been received.").format(
            moment=told.moment, received=len(received), all=len(told.rows)
        )
    ]
    if missing:
        words.append(QCoreApplication.translate("Board", "Not received: {names}.").format(names=", ".join(missing)))
    returned = [row.agency.name for row in told.rows if row.state is BoardState.RETURNED]
    if returned:
        words.append(
            QCoreApplication.translate("Board", "Returned for completion, awaited again: {names}.").format(
                names=", ".join(returned)
            )
        )
    if unreadable:
        words.append(
            QCoreApplication.translate("Board", "Could not be read, please send again: {names}.").format(
                names=", ".join(unreadable)
            )
        )
    deadline = told.campaign.round(1).deadline
    if deadline is not None and deadline.last_day() is not None:
        words.append(
            QCoreApplication.translate("Board", "Deadline: {day}.").format(day=deadline.shown(language.current()))
        )
    words.append(
        QCoreApplication.translate(
            "Board", "Please send the very file the software exports, without renaming or zipping it again."
        )
    )
    return "\n".join(words)


def send_again(row: BoardRow, authority: str = "") -> str:
    """The text for one commune whose file could not be read: which file, when it came, and why it was not taken in."""
    known = row.refusal
    if known is None or not known.name:
        return QCoreApplication.translate(
            "Board",
            "{agency}: the file sent was received but could not be taken in, as it is not complete or has been changed "
            "on the way. Please send the original file the software exports again (without renaming or zipping it). "
            "The time of the first sending has been noted.",
        ).format(agency=row.agency.name)
    return QCoreApplication.translate(
        "Board",
        "To {agency}: {authority} received the file {name} at {moment} but could not take it in: {why} "
        "Please send the original file the software exports again (without renaming or zipping it). "
        "The time of the first sending has been noted.",
    ).format(
        agency=row.agency.name,
        authority=authority or QCoreApplication.translate("Board", "the reviewing authority"),
        name=known.name,
        moment=moment(known.at),
        why=_why(known.code),
    )


def _why(code: str) -> str:
    """The reason in a few words: what a commune can do something about."""
    if code == "bundle.incomplete":
        return QCoreApplication.translate("Board", "it is not complete (downloading or copying was cut).")
    if code == "bundle.repacked":
        return QCoreApplication.translate("Board", "it was unpacked and packed again on its way.")
    if code == "bundle.altered":
        return QCoreApplication.translate("Board", "its content was changed after it was exported.")
    if code == "bundle.newer_format":
        return QCoreApplication.translate("Board", "it was made by a newer version of the software.")
    return QCoreApplication.translate("Board", "it is not the file as the software exported it.")


def reminder_to(row: BoardRow, campaign: Campaign) -> str:
    """The text for one agency that sent nothing yet."""
    until = last_day(row, campaign)
    when = language.date_text(until) if until else "–"
    return QCoreApplication.translate(
        "Board",
        "To {agency}: the submission of “{campaign}” has not been received yet. "
        "Deadline: through {day}. Please send the file the software exports.",
    ).format(agency=row.agency.name, campaign=campaign.title, day=when)


def last_day(row: BoardRow, campaign: Campaign) -> date | None:
    """The last day that counts for this agency in round 1."""
    if row.agency.extended_to is not None:
        return row.agency.extended_to
    deadline = campaign.round(1).deadline
    return deadline.last_day(row.agency.inspection_day) if deadline is not None else None
