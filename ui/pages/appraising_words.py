"""How the review looks: icon, word and tone of a standing and of an opinion; figures as they were reported."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app import wording
from app.bundles.trust import Light
from app.domain.appraisal import Appraisal, Opinion, Standing
from app.domain.assessment import ABSENT
from app.domain.framework import Input, InputKind
from app.operations.authority.appraisal_desk import Line
from ui import language

Look = tuple[str, str, str]
"""Icon, words, tone."""

_OPINIONS = {
    Opinion.AGREE: ("circle-check", "good"),
    Opinion.ADJUST: ("sliders-horizontal", "warn"),
    Opinion.REJECT: ("circle-x", "bad"),
    Opinion.ASK_SUPPLEMENT: ("circle-question-mark", "warn"),
}
_STANDINGS = {
    Standing.UNDECIDED: ("circle", "ink-soft"),
    Standing.DECIDED: ("circle-check", "good"),
    Standing.CONTESTED: ("message-square-text", "warn"),
    Standing.DISAGREEMENT: ("git-fork", "warn"),
    Standing.SETTLED: ("gavel", "lead"),
}
_LIGHTS = {
    Light.VALID: ("shield-check", "good"),
    Light.UNKNOWN: ("circle-question-mark", "warn"),
    Light.INVALID: ("shield-x", "bad"),
}


def opinion_look(opinion: Opinion) -> Look:
    """An opinion at a glance."""
    icon, tone = _OPINIONS[opinion]
    return icon, opinion_word(opinion), tone


def opinion_word(opinion: Opinion) -> str:
    """An opinion in the words of the screen."""
    return wording.word(f"opinion.{opinion.value}", language.current())


def standing_look(line: Line, *, is_draft: bool = False) -> Look:
    """Where a criterion stands; `is_draft`: somebody began an opinion and did not record it."""
    if is_draft:
        return "circle-dot", QCoreApplication.translate("Appraisal", "Being appraised"), "lead"
    if line.standing in (Standing.DECIDED, Standing.CONTESTED) and line.opinion is not None:
        return opinion_look(line.opinion)
    if line.standing is Standing.UNDECIDED and line.opinion is not None:
        words = QCoreApplication.translate("Appraisal", "Explained, to be appraised again")
        return "message-square-text", words, "lead"
    icon, tone = _STANDINGS[line.standing]
    return icon, wording.word(f"standing.{line.standing.value}", language.current()), tone


def light_look(light: Light) -> Look:
    """The verdict on a file."""
    icon, tone = _LIGHTS[light]
    words = {
        Light.VALID: QCoreApplication.translate("Appraisal", "Valid"),
        Light.UNKNOWN: QCoreApplication.translate("Appraisal", "Not enough grounds to confirm"),
        Light.INVALID: QCoreApplication.translate("Appraisal", "Not valid"),
    }
    return icon, words[light], tone


def points_text(points: Fraction | None, decimals: int) -> str:
    """Points as shown; "–" where there are none."""
    return "–" if points is None else language.number_text(points, decimals)


def value_text(input_: Input, stored: str) -> str:
    """A figure or an answer as the agency gave it."""
    if not stored:
        return "–"
    if stored == ABSENT and input_.may_be_absent:
        return QCoreApplication.translate("Appraisal", "none")
    if input_.kind is InputKind.YES_NO:
        return wording.word(f"answer.{stored}", language.current())
    if input_.kind is InputKind.CHOICE:
        return next((option.label for option in input_.options if option.key == stored), stored)
    return language.number_text(Fraction(stored), len(stored.partition(".")[2]))


def opinion_words(item: Appraisal, decimals: int) -> str:
    """An opinion with its points: "Điều chỉnh điểm · 0,50"."""
    words = opinion_word(item.opinion)
    return words if item.points is None else f"{words} · {points_text(item.points, decimals)}"
