"""What runs in a child process (``--helper NAME``): previews of evidence, signatures on it, tokens.

A file that kills its reader or a driver that hangs takes a helper down, never the program. A helper's module holds
`METHODS` (by name; plain values in and out) and `LIMITS`; it knows neither Qt nor the database. The parent starts and
calls it with `app.helpers.child.Child`.
"""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

HELPERS = {
    "preview": "app.helpers.preview",
    "signatures": "app.operations.trust.evidence_signatures",
    "token": "app.helpers.token",
}
"""By name, so that a child loads its own alone, and none of them belongs to the rooms below it."""
USAGE = 2


def main(given: Sequence[str]) -> int:
    """The child's whole life: takes its limits, then answers call after call until its parent closes the pipe."""
    if len(given) != 1 or given[0] not in HELPERS:
        return USAGE
    from app.helpers import limits, serving

    pipes = serving.own_pipes()
    sys.excepthook = serving.tell_death
    module = import_module(HELPERS[given[0]])
    limits.apply(module.LIMITS)
    methods: dict[str, Callable[..., Any]] = module.METHODS
    return serving.serve(methods, *pipes)
