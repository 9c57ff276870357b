"""What a decision leaves open, answered: a choice or a typed value becomes part of the framework and stays recorded.

A choice changes the framework's JSON as a merge patch does (RFC 7396): members given replace, null removes, objects go
on inside. Lists of things that have a code, id or key (nodes, steps, bands …) are entered by that name: an object in
place of such a list changes the named members, adds one that carries its name, and null takes one out. The outcome is
decoded strictly again.
"""

import copy
import dataclasses
import datetime
from collections.abc import Iterator
from typing import Any

from app.domain import framework as frameworks
from app.domain.framework import Framework, OpenQuestion, QuestionOption, ValueKind
from app.domain.numbers import parse_amount
from app.errors import AppError

NAMES = ("id", "code", "key", "name")
_MISSING = object()


def asked(framework: Framework) -> tuple[OpenQuestion, ...]:
    """All questions that are put, answered ones too; mere texts left out."""
    return tuple(item for item in framework.questions if isinstance(item, OpenQuestion))


def unanswered(framework: Framework) -> tuple[OpenQuestion, ...]:
    """The questions still open."""
    return tuple(item for item in asked(framework) if not item.answer)


def find(framework: Framework, code: str) -> OpenQuestion:
    """The question with this code; raises `AppError("question.unknown", question=code)`."""
    found = next((item for item in asked(framework) if item.code == code), None)
    if found is None:
        raise AppError("question.unknown", question=code)
    return found


def chosen(question: OpenQuestion) -> QuestionOption | None:
    """The option that was chosen; None while open or where a value was typed."""
    return next((option for option in question.options if option.key == question.answer), None)


def answered(framework: Framework, code: str, answer: str, reason: str = "") -> Framework:
    """The framework with one question answered by an option's key, or by a value: "12.5", "2023-12-31".

    Answering again changes the answer. Raises `AppError("question.unknown")`, "question.answer_unfit" for neither an
    option nor a value of the kind asked for, "question.path_unknown", or "data.malformed" where the outcome is none.
    """
    question = find(framework, code)
    option = next((item for item in question.options if item.key == answer), None)
    value = frameworks.to_json(framework)
    if option is not None:
        value = patched(value, option.sets)
    else:
        answer = _typed(question, answer)
        _put(value, question.path, answer)
    told = dataclasses.replace(question, answer=answer, reason=reason)
    return _recorded(frameworks.from_json(value), told)


def reopened(framework: Framework, code: str) -> Framework:
    """The framework with the question open again; what its answer set stays until another answer replaces it."""
    return _recorded(framework, dataclasses.replace(find(framework, code), answer="", reason=""))


def _recorded(framework: Framework, told: OpenQuestion) -> Framework:
    rest = tuple(
        told if isinstance(item, OpenQuestion) and item.code == told.code else item for item in framework.questions
    )
    return dataclasses.replace(framework, questions=rest)


def _typed(question: OpenQuestion, answer: str) -> str:
    try:
        if question.asks is ValueKind.AMOUNT:
            parse_amount(answer)
            return answer
        if question.asks is ValueKind.DATE:
            return datetime.date.fromisoformat(answer).isoformat()
    except (AppError, ValueError) as error:
        raise AppError("question.answer_unfit", question=question.words, answer=answer) from error
    raise AppError("question.answer_unfit", question=question.words, answer=answer)


# Patching ----------------------------------------------------------------------------------------------------------


def patched(target: Any, patch: Any) -> Any:
    """`target` with a merge patch applied; neither is changed. Raises `AppError("question.path_unknown", path=…)`."""
    if not isinstance(patch, dict):
        return copy.deepcopy(patch)
    if isinstance(target, list):
        return _patched_list(target, patch)
    merged = dict(target) if isinstance(target, dict) else {}
    for name, item in patch.items():
        if item is None:
            merged.pop(name, None)
        else:
            merged[name] = patched(merged.get(name), item)
    return merged


def _patched_list(target: list[Any], patch: dict[str, Any]) -> list[Any]:
    """Members are changed by name and taken out by null; one that is not there is added if the patch names it too."""
    changed: dict[int, Any] = {}
    added = []
    for name, item in patch.items():
        if _is_member(target, name):
            changed[_place(target, name)] = item
        elif isinstance(item, dict) and _is_member([item], name):
            added.append(patched({}, item))
        elif item is not None:
            raise AppError("question.path_unknown", path=name)
    merged = ((item, changed.get(number, _MISSING)) for number, item in enumerate(target))
    return [item if new is _MISSING else patched(item, new) for item, new in merged if new is not None] + added


def _is_member(members: list[Any], name: str) -> bool:
    return any(isinstance(item, dict) and name in map(item.get, NAMES) for item in members)


def _place(target: list[Any], name: str) -> int:
    """Where in a list the member with this id, code, key or name stands."""
    for field in NAMES:
        for number, item in enumerate(target):
            if isinstance(item, dict) and item.get(field) == name:
                return number
    raise AppError("question.path_unknown", path=name)


def _put(value: Any, path: str, answer: str) -> None:
    """Writes a typed value at a dotted path; a name with dots (a code 4.1) is tried as a whole first."""
    holder, names = value, path.split(".")
    while len(names) > 1:
        holder, names = _entered(holder, names, path)
    if not isinstance(holder, dict) or not path:
        raise AppError("question.path_unknown", path=path)
    holder[names[0]] = answer


def _entered(holder: Any, names: list[str], path: str) -> tuple[Any, list[str]]:
    """What the longest run of names leads to, and the names left."""
    for length in range(len(names) - 1, 0, -1):
        name = ".".join(names[:length])
        if isinstance(holder, dict) and (length == 1):
            return holder.setdefault(name, {}), names[1:]
        if isinstance(holder, list):
            try:
                return holder[_place(holder, name)], names[length:]
            except AppError:
                continue
    raise AppError("question.path_unknown", path=path)


# Checking ----------------------------------------------------------------------------------------------------------


def slips(framework: Framework) -> Iterator[tuple[OpenQuestion, str]]:
    """Questions that can't be answered as they are written, each with what is the matter.

    "empty": nothing to choose and nothing to type; "option": an option, or a typed value, has nowhere to go.
    """
    for question in asked(framework):
        answers = [option.key for option in question.options]
        if question.asks is not None:
            answers.append(_SAMPLES[question.asks])
        if not answers:
            yield question, "empty"
        elif not all(_fits(framework, question, answer) for answer in answers):
            yield question, "option"


_SAMPLES = {ValueKind.AMOUNT: "1", ValueKind.DATE: "2024-01-01"}


def _fits(framework: Framework, question: OpenQuestion, answer: str) -> bool:
    try:
        answered(framework, question.code, answer)
    except AppError:
        return False
    return True
