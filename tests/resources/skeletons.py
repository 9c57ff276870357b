"""The sets of one decision as they ship, and what holds for every set that waits for its annex."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain import framework as frameworks
from app.domain import questions
from app.domain.checks import Severity, check
from app.domain.framework import Framework, Group, Standing
from app.domain.lacking import lacking

FOLDER = Path(__file__).parents[2] / "resources" / "frameworks"


def load(name: str) -> Framework:
    """The set "decision/set"."""
    return frameworks.from_json(json.loads((FOLDER / f"{name}.json").read_text("utf-8")))


def groups(framework: Framework) -> list[tuple[str, str]]:
    """Title and maximum of the groups at the top."""
    return [(node.title, str(node.maximum)) for node in framework.nodes if isinstance(node, Group)]


def open_codes(framework: Framework) -> list[str]:
    return [question.code for question in questions.unanswered(framework)]


def settled(framework: Framework, **answers: str) -> Framework:
    """The set with questions answered: code (with "_" for "-") to option or value."""
    for code, answer in answers.items():
        framework = questions.answered(framework, code.replace("_", "-"), answer, "Văn bản giải thích")
    return framework


def is_sound(name: str, slips: Callable[[str], list[str]]) -> bool:
    """Written one way, a skeleton that says so, without errors, with Vietnamese as the glossary spells it."""
    text = (FOLDER / f"{name}.json").read_text("utf-8")
    framework = load(name)
    raw = frameworks.to_json(framework)
    assert text == json.dumps(raw, ensure_ascii=False, indent=1) + "\n"
    assert framework.standing is Standing.SKELETON
    assert "Bộ khung" in framework.notice
    assert lacking(framework).lacks_content
    assert not list(framework.index.criteria()), "nothing of an annex that is not at hand"
    _check(framework)
    for question in questions.asked(framework):
        for option in question.options:
            _check(questions.answered(framework, question.code, option.key))
    assert [(told, slips(told)) for told in _texts(raw) if slips(told)] == []
    return True


def _check(framework: Framework) -> None:
    odd = [problem for problem in check(framework) if problem.severity is not Severity.REMARK]
    assert {problem.code for problem in odd} <= {"question_open"}, odd


NOT_WORDS = {"id", "code", "key", "kind", "path", "standing", "policy", "measure", "start", "end", "date", "version"}


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, key)
    elif isinstance(value, str) and key not in NOT_WORDS and " " in value:
        yield value
