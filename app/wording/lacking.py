"""What a skeleton lacks and what its decision leaves open, in words."""

import datetime

from app.domain.framework import Framework, OpenQuestion, ValueKind
from app.domain.lacking import Lack, lacking
from app.domain.numbers import parse_amount
from app.domain.questions import asked, chosen
from app.domain.text import date_text
from app.wording.figures import number

_PARTS = {
    "criteria": ("{count} tiêu chí", "{count} criteria"),
    "points": ("{count} điểm", "{count} points"),
    "groups": ("nội dung của {count} nhóm", "the content of {count} groups"),
    "maxima": ("điểm tối đa của {count} nhóm", "the maxima of {count} groups"),
    "whole": ("tổng điểm tối đa", "the maximum of the whole scale"),
    "questions": ("{count} câu hỏi chưa chọn", "{count} questions unanswered"),
}
_STARTS = ("còn thiếu ", "lacks ")
_OPEN = ("chưa chọn", "not answered yet")


def lack_words(framework: Framework, language: str = "vi") -> str:
    """ "còn thiếu 34 tiêu chí, 350 điểm; 2 câu hỏi chưa chọn"; "" where nothing is missing."""
    at = 0 if language == "vi" else 1
    lack = lacking(framework)
    content = ", ".join(_PARTS[key][at].format(count=count) for key, count in _content(lack, language))
    asks = _PARTS["questions"][at].format(count=len(lack.questions)) if lack.questions else ""
    return "; ".join(part for part in (f"{_STARTS[at]}{content}" if content else "", asks) if part)


def _content(lack: Lack, language: str) -> list[tuple[str, str]]:
    unmeasured = [id_ for id_ in lack.unmeasured if id_ and id_ not in lack.uncounted]
    counts = (
        ("criteria", str(lack.criteria) if lack.criteria else ""),
        ("points", number(lack.points, language) if lack.points else ""),
        ("groups", str(len(lack.uncounted)) if lack.uncounted else ""),
        ("maxima", str(len(unmeasured)) if unmeasured else ""),
        ("whole", "1" if "" in lack.unmeasured else ""),
    )
    return [(key, count) for key, count in counts if count]


def settled_words(framework: Framework, language: str = "vi") -> tuple[tuple[str, str], ...]:
    """Each question put, with the article, and what was chosen for it and why."""
    return tuple((_question(item), answer_words(item, language)) for item in asked(framework))


def _question(question: OpenQuestion) -> str:
    return f"{question.words} ({question.article})" if question.article else question.words


def answer_words(question: OpenQuestion, language: str = "vi") -> str:
    """The label of the option or the value typed, with its reason."""
    if not question.answer:
        return _OPEN[0 if language == "vi" else 1]
    option = chosen(question)
    told = option.label if option is not None else _typed(question, language)
    return f"{told} ({question.reason})" if question.reason else told


def _typed(question: OpenQuestion, language: str) -> str:
    if question.asks is ValueKind.DATE:
        return date_text(datetime.date.fromisoformat(question.answer))
    return number(parse_amount(question.answer), language)
