"""How long work tells how far it is and learns that it was cancelled."""

from collections.abc import Callable
from threading import Event


class Cancelled(Exception):
    """The person asked to stop: everything done so far is undone, nothing is told."""


class Progress:
    """Handed to every operation that writes, hashes, signs, packs or prints more than a screenful.

    `report` receives (done, total) in units of the caller's choosing; `stop` is set by whoever may cancel.
    """

    def __init__(self, report: Callable[[int, int], None] | None = None, stop: Event | None = None) -> None:
        self._report = report
        self._stop = stop

    def step(self, done: int, total: int) -> None:
        """Tell that `done` of `total` units are finished; raises `Cancelled` when the person asked to stop."""
        if self._stop is not None and self._stop.is_set():
            raise Cancelled
        if self._report is not None:
            self._report(done, total)

    def part(self, begin: int, end: int, total: int) -> "Progress":
        """For a piece of the work, from `begin` to `end` of `total` units, which counts in units of its own."""
        return Progress(lambda done, of: self.step(begin * of + done * (end - begin), total * of))


SILENT = Progress()
