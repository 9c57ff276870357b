"""States of criteria as the desk shows them: icon, word and tone; and small forms of numbers and names."""

from fractions import Fraction

from app import wording
from app.domain.assessment import ResponseState
from app.domain.framework import Placed
from app.domain.revising import NodeChange
from app.wording.figures import number
from ui import language

FINISHED = frozenset((ResponseState.COMPLETE, ResponseState.NOT_APPLICABLE))

_MARKS = {
    ResponseState.NOT_STARTED: ("circle", "ink-soft"),
    ResponseState.IN_PROGRESS: ("circle-dot", "lead"),
    ResponseState.MISSING_EVIDENCE: ("paperclip", "warn"),
    ResponseState.INCOMPLETE_EVIDENCE: ("paperclip", "warn"),
    ResponseState.COMPLETE: ("circle-check", "good"),
    ResponseState.NOT_APPLICABLE: ("circle-minus", "ink-soft"),
    ResponseState.CONTESTED: ("message-square-text", "warn"),
}


def mark(state: ResponseState) -> tuple[str, str]:
    """Icon and tone of a state."""
    return _MARKS[state]


def word(state: ResponseState) -> str:
    """The state in the words of the screen."""
    return wording.word(f"response_state.{state.value}", language.current())


def corrected(change: NodeChange) -> str:
    """How far a correction of the framework reached a criterion, in the words of the screen."""
    key = "fate.added" if change.reach is None else f"correction.{change.reach.value}"
    return wording.word(key, language.current())


def heading(place: Placed) -> str:
    """Code and title on one line."""
    return f"{place.node.code}  {place.node.title}".strip()


def short_number(value: Fraction) -> str:
    """All digits a number needs and no more: "20", "1,5"."""
    return number(value, language.current()).replace("-", "−")


def points_text(points: Fraction | None, decimals: int) -> str:
    """Points with the decimals of the framework; "–" where there are none."""
    return "–" if points is None else language.number_text(points, decimals)
