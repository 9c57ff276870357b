"""Signatures on any PDF that was not made here: evidence, or a file somebody only wants to look at.

Such a file is hostile: it is taken apart in a process of its own (``--helper signatures``: this module is loaded there
by name), in bounded memory and time. A process that does not survive it leaves the signatures unjudged, which is said.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from app import VERSION
from app.bundles.medium import unreadable
from app.bundles.people.found import People
from app.bundles.trust import Light, Reason, TrustPolicy
from app.errors import AppError
from app.helpers.child import Child
from app.helpers.limits import MIB, Limits

PATIENCE = 60  # seconds for one file
LIMITS = Limits(memory=1536 * MIB, cpu_seconds=90, file_bytes=0, open_files=32)


def judge(path: str, authorities: list[bytes], lists: list[bytes], grace: int, now: str) -> dict[str, Any]:
    """In the child: `judging.judge_any` as JSON; raises `AppError("file.unreadable")`."""
    from app.bundles.people import judging

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise unreadable(Path(path), error) from error
    trust = TrustPolicy(people_authorities=tuple(authorities), people_crls=tuple(lists), crl_grace_days=grace)
    return judging.judge_any(data, trust, datetime.fromisoformat(now)).to_json()


METHODS: dict[str, Callable[..., Any]] = {"judge": judge}


def judged(path: Path, trust: TrustPolicy, now: datetime) -> tuple[People, bool]:
    """What is found of the signatures in a PDF, and whether the process survived it. Call it off the main thread.

    Raises `AppError("file.unreadable")`.
    """
    given = {"authorities": [*trust.people_authorities], "lists": [*trust.people_crls], "grace": trust.crl_grace_days}
    try:
        with Child("signatures") as child:
            told = child.call("judge", PATIENCE, path=str(path.resolve()), now=now.isoformat(), **given)
        return People.from_json(told), True
    except AppError as error:
        if not error.code.startswith("helper."):
            raise
        detail = error.code
    except (AttributeError, KeyError, TypeError, ValueError) as error:  # one that was taken over answers what it likes
        detail = type(error).__name__
    reason = Reason("signed_pdf.not_judged", detail)
    return People(Light.UNKNOWN, judged_at=now, program=VERSION, reasons=(reason,)), False
