"""A virus scanner as Windows has it: what was just written gets no other name while somebody else reads it."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_refusals: list[OSError] = []


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event == "os.rename" and _refusals:
        raise _refusals.pop()


sys.addaudithook(_refuse)


def refusal(number: int) -> OSError:
    """What Python makes of an error of Windows (winerror.h)."""
    error = PermissionError(errno.EACCES, "used by another process")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@contextmanager
def held_once(number: int = 32) -> Iterator[None]:
    """In the block the first file that is to be renamed is held by somebody else, and then no more."""
    _refusals.append(refusal(number))
    try:
        yield
        assert not _refusals, "nothing was renamed"
    finally:
        _refusals.clear()
