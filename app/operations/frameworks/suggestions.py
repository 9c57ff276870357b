"""Suggested scoring rules for many wordings at once, from a file of JSON lines and into one."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.bundles.medium import unreadable
from app.errors import AppError, Several
from app.operations.bundling import write_file
from app.suggesting import Suggestion, suggest

MAX_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class Suggested:
    """The suggestion for one line, under the id that the line bears."""

    id: str
    suggestion: Suggestion


def suggest_lines(path: Path) -> tuple[tuple[Suggested, ...], Several | None]:
    """Suggestions for the lines `{"id", "text", "maximum"}` of a file, in order, and the lines that can't be read.

    `maximum` may be text ("0,5"), a number, or left out where it isn't known; what else a line holds is passed over.
    Raises `AppError("file.unreadable")`,
    or "suggest.not_lines" for a file that is too large or no text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    try:
        text = data[: MAX_BYTES + 1].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AppError("suggest.not_lines", name=path.name) from error
    if len(data) > MAX_BYTES:
        raise AppError("suggest.not_lines", name=path.name)
    found: list[Suggested] = []
    wrong: list[AppError] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(_suggested(line))
        except (ValueError, RecursionError):
            wrong.append(AppError("suggest.bad_line", line=number))
    return tuple(found), Several("suggest.bad_lines", errors=wrong) if wrong else None


def _suggested(line: str) -> Suggested:
    """The suggestion for a line; raises `ValueError` for one that isn't such an object."""
    value = json.loads(line, parse_float=str, parse_int=str)
    if not isinstance(value, dict):
        raise ValueError(line[:80])
    id_, text, maximum = value.get("id", ""), value.get("text"), value.get("maximum")
    if not isinstance(id_, str) or not isinstance(text, str) or not isinstance(maximum, str | None):
        raise ValueError(line[:80])
    return Suggested(id_, suggest(text, maximum or ""))


def write_lines(values: Sequence[Any], path: Path) -> None:
    """One JSON object per line; raises as `bundling.write_file`."""
    write_file(path, "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode("utf-8"))
