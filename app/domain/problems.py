"""What a check finds in a framework: how grave, what, where, and the figures its sentence needs."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Severity(StrEnum):
    """An error makes results wrong or undefined; a warning is most likely a slip; a remark is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


Detail = str | int | Fraction | datetime.date | None


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` has its sentence in `app.wording.problems`; `node` is the id of the node, "" for the whole framework."""

    severity: Severity
    code: str
    node: str = ""
    details: Mapping[str, Detail] = field(default_factory=dict)


def error(code: str, node: str = "", /, **details: Detail) -> Problem:
    """Shorthand for an error."""
    return Problem(Severity.ERROR, code, node, details)


def warning(code: str, node: str = "", /, **details: Detail) -> Problem:
    """Shorthand for a warning."""
    return Problem(Severity.WARNING, code, node, details)


def remark(code: str, node: str = "", /, **details: Detail) -> Problem:
    """Shorthand for a remark."""
    return Problem(Severity.REMARK, code, node, details)
