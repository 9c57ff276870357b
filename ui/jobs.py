"""Runs one piece of work after another off the main thread and relays how it goes.

The worker holds plain objects only and speaks through one queued signal of the runner, by number; the runner looks
the job up on the main thread and emits that job's signal. So no signal is lost when a job ends before its caller has
connected, and none reaches a job that is gone.
"""

import logging
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from app.errors import AppError
from app.progress import Cancelled, Progress

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_PAUSE = 0.05  # seconds between two tellings of progress: a bar needs no more, a queue would fill up

Work = Callable[[Progress], Any]


class Job(QObject):
    """One piece of work. Exactly one of `succeeded`, `failed`, `cancelled` comes, then `finished`."""

    progressed = Signal(object, object)  # done, total; bytes of 5 GB are more than Qt's int holds
    succeeded = Signal(object)
    failed = Signal(object)  # AppError, or any other exception: a bug
    cancelled = Signal()
    finished = Signal()

    def __init__(self, runner: "JobRunner", title: str, stop: Event) -> None:
        super().__init__(runner)
        self.title = title
        self._stop = stop

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it did is undone."""
        self._stop.set()

    @property
    def is_cancelling(self) -> bool:
        return self._stop.is_set()


class JobRunner(QObject):
    """Owns one thread, begun with the first job: jobs run one at a time, in the order they came."""

    _told = Signal(int, str, object)
    idle = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._executor: ThreadPoolExecutor | None = None
        self._jobs: dict[int, Job] = {}
        self._count = 0
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Work, title: str = "") -> Job:
        """Queue `work`, which is called with a `Progress`; its outcome arrives by the job's signals, never earlier
        than the next turn of the event loop."""
        self._count += 1
        stop = Event()
        job = self._jobs[self._count] = Job(self, title, stop)
        self._thread().submit(_run, self._count, work, stop, self._told.emit)
        return job

    def jobs(self) -> tuple[Job, ...]:
        """Running and waiting ones, oldest first."""
        return tuple(self._jobs.values())

    def settle(self) -> None:
        """Wait for all jobs, and tell how they went before this returns."""
        if self._jobs:
            self._thread().submit(lambda: None).result()  # comes after all of them
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self, *, cancel: bool = False) -> None:
        """Wait for all jobs (asked to stop where `cancel`); nothing can be started afterwards."""
        if cancel:
            for job in self._jobs.values():
                job.cancel()
        self._thread().shutdown(wait=True)

    def _thread(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        if self._executor is None:
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        return self._executor

    def _on_told(self, number: int, event: str, value: Any) -> None:
        job = self._jobs[number]
        if event == "progressed":
            job.progressed.emit(*value)
            return
        del self._jobs[number]
        if event == "cancelled":
            job.cancelled.emit()
        elif event == "succeeded":
            job.succeeded.emit(value)
        else:
            job.failed.emit(value)
        job.finished.emit()
        job.deleteLater()
        if not self._jobs:
            self.idle.emit()


def _run(number: int, work: Work, stop: Event, tell: Callable[[int, str, object], None]) -> None:
    """On the worker's thread. The one place besides `crash` that catches every exception."""
    last = [0.0]

    def report(done: int, total: int) -> None:
        now = monotonic()
        if done >= total or now - last[0] >= _PAUSE:
            last[0] = now
            tell(number, "progressed", (done, total))

    try:
        progress = Progress(report, stop)
        if stop.is_set():  # cancelled while it waited
            raise Cancelled
        outcome = work(progress)
    except Cancelled:
        tell(number, "cancelled", None)
    except AppError as error:
        tell(number, "failed", error)
    except Exception as error:
        logging.getLogger("thuocso.jobs").exception("job %d", number)
        tell(number, "failed", error)
    else:
        tell(number, "succeeded", outcome)
