"""The journal: who changed what, when, from what to what; and the chain that shows when a line was altered.

A line's digest is SHA-256 over the canonical JSON of its fields and `previous`, the digest of the line before it.
Lines from before there was a chain bear no digest; together they are what the first chained line calls previous.
What the chain cannot show: that the last lines were cut off, or that everything was reckoned anew by somebody who
holds the data folder. For that the digest of the last line must be known elsewhere (SECURITY.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from app.domain import canonical


@dataclass(frozen=True, slots=True)
class Line:
    """One change, values as text, `at` ISO time with offset; digests are 64 hexadecimal digits or empty."""

    at: str
    person: str
    part: str
    action: str
    subject: str
    field: str
    before: str
    after: str
    previous: str = ""
    digest: str = ""


def sealed(line: Line, previous: str) -> Line:
    """The line as it is kept behind the line with the digest `previous` ("" at the very beginning)."""
    told = asdict(replace(line, previous=previous))
    del told["digest"]
    return replace(line, previous=previous, digest=canonical.digest(told))


def before_the_chain(lines: Iterable[Line]) -> str:
    """What stands for all lines without a digest, oldest first: SHA-256 over them as a JSON list; "" for none."""
    told = [asdict(line) for line in lines]
    return canonical.digest(told) if told else ""


@dataclass(frozen=True, slots=True)
class Proof:
    """How many lines there are, how many of them in the chain, the last one's digest, and the first that is wrong.

    `broken_at` counts from 1 over all lines, oldest first; None: the chain is whole.
    """

    lines: int
    chained: int
    head: str
    broken_at: int | None = None


def proven(lines: Sequence[Line], *, is_before_chain: bool = False) -> Proof:
    """Follows the chain through all lines, oldest first.

    Lines without a digest stand before the chain alone: where no chained line follows them the chain was taken away,
    unless the data are still of a program that knew none (`is_before_chain`).
    """
    begun = next((at for at, line in enumerate(lines) if line.digest), len(lines))
    if lines and begun == len(lines) and not is_before_chain:
        return Proof(len(lines), 0, "", 1)
    previous = before_the_chain(lines[:begun])
    for at, line in enumerate(lines[begun:], start=begun):
        if line != sealed(line, previous):
            return Proof(len(lines), len(lines) - begun, lines[-1].digest, at + 1)
        previous = line.digest
    return Proof(len(lines), len(lines) - begun, lines[-1].digest if lines else "")
