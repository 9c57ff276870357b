"""The rows of the registry: what their states are called, which chip they belong under, how they are ordered."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain import text
from app.operations.authority.registry import KeyState, Line
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.pages.authority_kit import short_moment

ALL, TODO, MATCHING, MISSING, ACCEPTED = "all", "todo", "matching", "missing", "accepted"
TO_SETTLE = frozenset(
    {
        KeyState.OTHER_KEY,
        KeyState.LETTER_DIFFERS,
        KeyState.CLOSED,
        KeyState.MATCHES,
        KeyState.SIGNED,
        KeyState.FIRST_SEEN,
    }
)
_ORDER = {state: number for number, state in enumerate(KeyState)}


def state_words(state: KeyState) -> tuple[str, str, str]:
    """Icon, words and tone of a state."""
    return {
        KeyState.OTHER_KEY: (
            "triangle-alert", QCoreApplication.translate("Registry", "Other key than the accepted one"), "bad"
        ),
        KeyState.LETTER_DIFFERS: (
            "triangle-alert", QCoreApplication.translate("Registry", "Not the code of the letter"), "bad"
        ),
        KeyState.CLOSED: ("history", QCoreApplication.translate("Registry", "Key ended, no other yet"), "warn"),
        KeyState.MATCHES: ("file-check", QCoreApplication.translate("Registry", "As in the letter, accept"), "lead"),
        KeyState.SIGNED: (
            "user-pen", QCoreApplication.translate("Registry", "Signed for by the agency, accept"), "lead"
        ),
        KeyState.FIRST_SEEN: ("key-round", QCoreApplication.translate("Registry", "Seen, not compared yet"), "warn"),
        KeyState.LETTER_ONLY: ("file-text", QCoreApplication.translate("Registry", "Letter here, no file"), "ink-soft"),
        KeyState.NOTHING: ("circle", QCoreApplication.translate("Registry", "Nothing yet"), "ink-soft"),
        KeyState.ACCEPTED: ("shield-check", QCoreApplication.translate("Registry", "Accepted"), "good"),
    }[state]  # fmt: skip


def is_shown(line: Line, chip: str) -> bool:
    """Whether a row belongs under a chip."""
    return {
        ALL: True,
        TODO: line.state in TO_SETTLE,
        MATCHING: line.state is KeyState.MATCHES,
        MISSING: line.registration is None,
        ACCEPTED: line.state is KeyState.ACCEPTED,
    }[chip]


def is_found(line: Line, query: str) -> bool:
    """Whether a search means this row: name, code, contact, telephone, the codes and letters."""
    entry = line.entry
    code = line.waiting.check_code if line.waiting else ""
    known = (line.agency.name, line.agency.code, line.contact, line.telephone, entry.source, entry.check_code, code)
    return text.matches(query, *known)


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The most urgent first, then by name."""
    return sorted(lines, key=lambda line: (_ORDER[line.state], text.name_key(line.agency.name)))


def columns(communes: bool) -> tuple[Column[Line], ...]:
    """The columns of the registry."""
    name = (
        QCoreApplication.translate("Registry", "Commune, ward")
        if communes
        else QCoreApplication.translate("Registry", "Agency")
    )

    def state(line: Line) -> Cell:
        icon, words, tone = state_words(line.state)
        return Cell(words, icon=icon, tone=tone, badge=True)

    def reported(line: Line) -> Cell:
        if line.registration is None:
            return Cell("–", tone="ink-soft")
        return Cell(short_moment(line.registration.at), tone="ink-soft")

    def letter(line: Line) -> Cell:
        return Cell(line.entry.source or "–", tone="ink" if line.entry.check_code else "ink-soft")

    return (
        Column(
            name, lambda line: Cell(line.agency.name), order=lambda line: text.name_key(line.agency.name)
        ),
        Column(
            QCoreApplication.translate("Registry", "Telephone"),
            lambda line: Cell(line.telephone or "–", tone="ink" if line.telephone else "ink-soft"),
            width=116,
        ),
        Column(
            QCoreApplication.translate("Registry", "Reported"), reported,
            order=lambda line: line.registration.at if line.registration else "", width=120,
        ),
        Column(QCoreApplication.translate("Registry", "Letter"), letter, width=150),
        Column(
            QCoreApplication.translate("Registry", "Key"), state, order=lambda line: _ORDER[line.state], width=268
        ),
    )  # fmt: skip
