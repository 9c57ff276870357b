"""Threads that work beside the reading one: hashing, CRC and writing all release Python's lock on large buffers."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any

_DEPTH = 8  # buffers of 1 MiB that may wait in front of a lane


class Lane:
    """Runs what it is given, in order, on one thread of its own.

    What a piece of work raises comes out of a later `put`, or at the latest of `finish`.
    """

    def __init__(self, thread: ThreadPoolExecutor) -> None:
        self._thread = thread
        self._waiting: deque[Future[Any]] = deque()

    def put(self, work: Callable[..., Any], *arguments: Any) -> None:
        """Adds a piece of work; waits while too many are waiting."""
        if len(self._waiting) == _DEPTH:
            self._waiting.popleft().result()
        self._waiting.append(self._thread.submit(work, *arguments))

    def finish(self) -> None:
        """Waits until everything is done."""
        while self._waiting:
            self._waiting.popleft().result()


@contextmanager
def lanes(count: int) -> Iterator[list[Lane]]:
    """`count` lanes; leaving the block waits for all work and raises what a lane raised."""
    with ExitStack() as stack:
        threads = [stack.enter_context(ThreadPoolExecutor(1, "bundle-lane")) for _ in range(count)]
        opened = [Lane(thread) for thread in threads]
        yield opened
        for lane in opened:
            lane.finish()
