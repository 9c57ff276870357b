"""What a person typed, as answers keep it: Vietnamese numbers, Có and Không, the words of an option."""

from collections.abc import Mapping

from app.domain import text
from app.domain.assessment import ABSENT, NO, YES
from app.domain.framework import Input, InputKind, Placed
from app.domain.numbers import normalise_typed
from app.errors import AppError

_YES = {"yes", "co", "1", "x"}
_NO = {"no", "khong", "0"}


def typed_inputs(place: Placed, typed: Mapping[str, str]) -> dict[str, str]:
    """Each input as it is stored: "1.506" → "1506", "75,5" → "75.5", "Có" → "yes", an option's words → its key.

    Raises `AppError("answers.unknown_input")` and "input.not_a_number"; other values are judged where they are kept.
    """
    known = {item.key: item for item in place.criterion.inputs} if place.criterion is not None else {}
    stored = {}
    for key, value in typed.items():
        if key not in known:
            raise AppError("answers.unknown_input", node=place.node.code or place.id, key=key)
        stored[key] = _stored(known[key], value.strip())
    return stored


def typed_number(typed: str) -> str:
    """A number as it is stored; raises `AppError("number.malformed")`."""
    return normalise_typed(typed)


def _stored(input_: Input, typed: str) -> str:
    if typed == "" or (typed == ABSENT and input_.may_be_absent):
        return typed
    folded = text.fold(typed)
    if input_.kind is InputKind.YES_NO:
        return YES if folded in _YES else NO if folded in _NO else typed
    if input_.kind is InputKind.CHOICE:
        return next((option.key for option in input_.options if folded == text.fold(option.label)), typed)
    try:
        return normalise_typed(typed)
    except AppError as error:
        raise AppError("input.not_a_number", label=input_.label, text=typed[:40]) from error
