"""The program's side of a helper: started when first called, killed when it is too slow, started again after that."""

import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from app.errors import AppError, Cause
from app.helpers import frames
from app.resources import FOLDER

# What a process needs to run at all; everything else of the environment stays behind, passphrases above all.
ALWAYS = (
    *("LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP"),
)
_ROOT = FOLDER.parent
_PATIENCE = 2  # seconds for a process that was told to end, or killed
_LOG_PIECES, _PIECE = 64, 1024


class Child:
    """One helper process. Calls come one at a time, from any thread; use it as a context manager or `close` it.

    `environment` names further variables it may see; `command` starts something else than a helper of ours. What it
    writes on standard error is kept in `log` (the last 64 KiB), for hunting bugs only: never shown, never written down.
    """

    def __init__(self, helper: str, environment: Iterable[str] = (), command: Sequence[str] = ()) -> None:
        self._command = list(command) or _command(helper)
        self._passed = (*ALWAYS, *environment)
        self._process: subprocess.Popen[bytes] | None = None
        self._threads: list[Thread] = []
        self._pieces: deque[bytes] = deque(maxlen=_LOG_PIECES)
        self._one_at_a_time = Lock()

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def log(self) -> str:
        """The last of what the helper wrote on standard error."""
        return b"".join(self._pieces).decode("utf-8", "replace")

    @property
    def pid(self) -> int | None:
        """The number of the running process."""
        return None if self._process is None else self._process.pid

    def call(self, method: str, timeout: float, **arguments: Any) -> Any:
        """What `method` of the helper gives back, within `timeout` seconds; paths in `arguments` must be absolute.

        Raises the `AppError` the helper raised, "helper.too_slow" (it was killed) or "helper.died"; the next call
        starts a new process.
        """
        with self._one_at_a_time:
            process = self._running()
            answers: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
            call = {"method": method, "arguments": arguments}
            self._begin(_exchange, process, call, answers)
            try:
                answer = answers.get(timeout=timeout)
            except Empty:
                self._end(kill=True)
                raise AppError("helper.too_slow", seconds=round(timeout)) from None
            if answer is None:
                self._end(kill=True)
                raise AppError("helper.died")
        if "error" in answer:
            raise AppError(answer["error"], **{name: _detail(name, it) for name, it in answer["details"].items()})
        return answer["value"]

    def stop(self) -> None:
        """Kills the process at once, even while it is asked something: that call raises "helper.died"."""
        process = self._process
        if process is not None:
            _kill(process)

    def close(self) -> None:
        """Ends the process; it may be called again and again."""
        with self._one_at_a_time:
            self._end(kill=False)

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self._end(kill=True)
        if self._process is None:
            self._process = self._start()
            self._begin(self._keep_log, self._process)
        return self._process

    def _start(self) -> "subprocess.Popen[bytes]":
        windows = sys.platform == "win32"
        try:
            return subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=_ROOT,
                env=_environment(self._passed),
                start_new_session=not windows,
                creationflags=0x08000000 if windows else 0,  # CREATE_NO_WINDOW
            )
        except OSError as error:
            raise AppError("helper.died") from error

    def _begin(self, work: Any, *arguments: Any) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _keep_log(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stderr is not None
        with suppress(OSError, ValueError):
            while piece := process.stderr.read1(_PIECE):  # type: ignore[attr-defined]
                self._pieces.append(piece)

    def _end(self, *, kill: bool) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if not kill and process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PATIENCE)
        _kill(process)
        for thread in self._threads:
            thread.join(_PATIENCE)
        if not any(thread.is_alive() for thread in self._threads):
            for pipe in (process.stdin, process.stdout, process.stderr):
                with suppress(OSError):
                    pipe.close()  # type: ignore[union-attr]
        self._threads = []


def _exchange(
    process: "subprocess.Popen[bytes]", call: dict[str, Any], answers: "SimpleQueue[dict[str, Any] | None]"
) -> None:
    """One call and its answer, None where the process died over it."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        frames.write(process.stdin, call)
        answers.put(_checked(frames.read(process.stdout)))
    except (frames.Torn, OSError, ValueError):
        answers.put(None)


def _checked(answer: dict[str, Any] | None) -> dict[str, Any] | None:
    """The answer of a helper that may by now be somebody else's code: of the agreed shape, or none."""
    if answer is None or answer.keys() == {"value"}:
        return answer
    is_error = answer.keys() == {"error", "details"} and isinstance(answer["details"], dict)
    return answer if is_error and isinstance(answer["error"], str) else None


def _detail(name: str, value: Any) -> Any:
    return Cause(value) if name == "cause" and value in list(Cause) else value


def _command(helper: str) -> list[str]:
    """The same program again; from source without the current folder among the places of modules (-P)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--helper", helper]
    return [sys.executable, "-P", "-m", "app", "--helper", helper]


def _environment(passed: Iterable[str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in passed if name in os.environ}
    return kept if getattr(sys, "frozen", False) else {**kept, "PYTHONPATH": str(_ROOT)}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends the process and, where it is the head of a group, what it started."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    with suppress(subprocess.TimeoutExpired):  # stuck in the system's own driver: left to it
        process.wait(_PATIENCE)
