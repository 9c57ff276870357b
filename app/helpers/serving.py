"""The child's side of the pipe: calls come in, answers go out, and nothing a library prints gets between."""

import os
import sys
import traceback
from collections.abc import Callable, Mapping
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Any

from app.errors import AppError
from app.helpers import frames

DEAD = 1


def own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for messages alone: what a driver prints goes to standard error, it reads nothing."""
    calls, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return calls, answers


def serve(methods: Mapping[str, Callable[..., Any]], calls: IO[bytes], answers: IO[bytes]) -> int:
    """Answers calls one after the other. What is no `AppError` ends the process: its parent starts a new one."""
    waiting: SimpleQueue[dict[str, Any]] = SimpleQueue()
    Thread(target=_listen, args=(calls, waiting), daemon=True).start()
    while True:
        call = waiting.get()
        frames.write(answers, _answer(methods, call))


def _listen(calls: IO[bytes], waiting: "SimpleQueue[dict[str, Any]]") -> None:
    """When the parent is gone nobody waits for an answer, not even that of a driver that hangs."""
    try:
        while (call := frames.read(calls)) is not None:
            waiting.put(call)
    except (frames.Torn, OSError):
        os._exit(DEAD)
    os._exit(0)


def _answer(methods: Mapping[str, Callable[..., Any]], call: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"value": methods[call["method"]](**call["arguments"])}
    except AppError as error:
        return {"error": error.code, "details": error.details}


def tell_death(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Where it happened and what kind it was; not its message, which may hold what was given."""
    if sys.stderr is not None:
        sys.stderr.write("".join(traceback.format_tb(trace)) + kind.__name__ + "\n")
