"""Threads that work beside the reading one: hashing, CRC and writing all release Python's lock on large buffers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Thread
from typing import Any

_DEPTH = 8  # buffers of 1 MiB that may wait in front of a lane


class Lane:
    """Runs what it is given, in order, on one thread of its own.

    After the first exception the rest is dropped, so that whoever feeds the lane never blocks; the exception comes
    out of the next `put` or of leaving `lanes`.
    """

    def __init__(self) -> None:
        self._queue: Queue[tuple[Callable[..., Any], tuple[Any, ...]] | None] = Queue(_DEPTH)
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, name="bundle-lane", daemon=True)
        self._thread.start()

    def put(self, work: Callable[..., Any], *arguments: Any) -> None:
        self.check()
        self._queue.put((work, arguments))

    def check(self) -> None:
        if self._error is not None:
            raise self._error

    def stop(self) -> None:
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            work, arguments = item
            if self._error is None:
                try:
                    work(*arguments)
                except BaseException as error:  # noqa: BLE001 - raised again on the thread that feeds
                    self._error = error


@contextmanager
def lanes(count: int) -> Iterator[list[Lane]]:
    """`count` lanes; leaving the block waits for all work and raises what a lane raised."""
    opened = [Lane() for _ in range(count)]
    try:
        yield opened
    finally:
        for lane in opened:
            lane.stop()
    for lane in opened:
        lane.check()
