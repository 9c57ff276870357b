"""What every page is given: the open workspace, a way to run operations, notices, and word of what changed."""

import inspect
from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.errors import AppError
from app.progress import Progress
from ui import crash
from ui.jobs import Job, JobRunner
from ui.notices import Notices
from ui.preferences import Preferences

Operation = Callable[..., Any]
Done = Callable[[Any], object]
Failed = Callable[[AppError], object]


class Context(QObject):
    """One for the window. Pages read with `workspace` and operations directly, and change with `run`.

    `changed` carries the kinds of what changed (a frozenset of str); every page looks for its own and refreshes.
    """

    changed = Signal(object)
    job_started = Signal(object)
    workspace_changed = Signal()
    part_asked = Signal(str)  # work on another part from now on
    file_asked = Signal(object)  # a Path somebody wants opened
    backup_asked = Signal(object)  # a Path (file or folder) or a kept copy to be restored; None: not chosen yet
    place_asked = Signal()  # where copies go besides is to be chosen
    sample_asked = Signal()
    folder_asked = Signal(object)  # a Path: work in that data folder from now on, and at the next start
    language_asked = Signal(str)  # speak it from now on, and at the next start
    saving = Signal(bool)  # something typed is not on disk yet; that everything is
    unsaved = Signal()  # something typed could not be put on the disk

    def __init__(self, workspace: Any, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.preferences = preferences
        self.part_id = ""  # the part worked on; pages are made anew when it changes
        self.notices = Notices(self)
        self._writer = JobRunner("writer", self)
        self._reader = JobRunner("reader", self)
        self._viewer = JobRunner("viewer", self)
        self._keeper = JobRunner("keeper", self)
        self._previews: Any = None
        self.is_closed = False  # nothing is started any more
        self.failures = 0  # how often something asked for was refused

    def set_workspace(self, workspace: Any) -> None:
        """Work in another data folder; the window builds its pages anew."""
        self.workspace = workspace
        self.workspace_changed.emit()

    def run(
        self,
        operation: Operation,
        *args: Any,
        on_done: Done | None = None,
        on_failed: Failed | None = None,
        title: str = "",
        **kwargs: Any,
    ) -> Job:
        """Change something: `operation(workspace, *args, progress=…)` on the one writer thread.

        `progress` is handed over where the operation takes it. Its result goes to `on_done`, the kinds of its
        `Changes` to `changed`. An `AppError` goes to `on_failed`, else to the notices; any other exception is a bug.
        With a `title` the work is shown with a bar and can be stopped.
        """
        return self._start(self._writer, operation, args, kwargs, on_done, on_failed, title)

    def read(
        self,
        operation: Operation,
        *args: Any,
        on_done: Done | None = None,
        on_failed: Failed | None = None,
        title: str = "",
        **kwargs: Any,
    ) -> Job:
        """Like `run` for work that changes nothing: it does not wait behind the writing."""
        return self._start(self._reader, operation, args, kwargs, on_done, on_failed, title)

    def look(self, what: str, *args: Any, on_done: Done | None = None, on_failed: Failed | None = None) -> Job:
        """Ask the process that reads evidence: `what` is a method of `app.operations.previewing.Previews`.

        A thread of its own: a page that takes long holds nothing else up, and is not waited for at the end.
        """
        from app.operations.previewing import Previews

        if self._previews is None:
            self._previews = Previews()
        operation = getattr(self._previews, what)
        return self._start(self._viewer, operation, args, {}, on_done, on_failed, "")

    def keep(
        self, operation: Operation, *args: Any, on_done: Done | None = None, on_failed: Failed | None = None
    ) -> Job:
        """Copies made in the background: on a thread of their own, so that neither reading nor writing waits."""
        return self._start(self._keeper, operation, args, {}, on_done, on_failed, "")

    def stop_keeping(self) -> None:
        """Ask copying in the background to stop; what it began is taken away."""
        for job in self._keeper.jobs():
            job.cancel()

    @property
    def is_at_work(self) -> bool:
        """Whether a folder is open: not at the end, and not while another one is gone to, when the process may have
        one open that is not the window's.
        """
        return not self.is_closed and self.workspace.is_open

    def jobs(self) -> tuple[Job, ...]:
        """Work that is running or waiting, what changes something first."""
        return (*self._writer.jobs(), *self._reader.jobs(), *self._keeper.jobs())

    def settle(self) -> None:
        """Wait until everything that changes something is written or refused, and told."""
        self._writer.settle()

    def close(self, *, cancel: bool = False) -> None:
        """Wait until everything asked for is written (or undone, where `cancel`)."""
        self.is_closed = True
        if self._previews is not None:
            self._previews.stop()
        self._viewer.close(cancel=True)
        self._keeper.close(cancel=True)
        self._reader.close(cancel=True)
        self._writer.close(cancel=cancel)
        if self._previews is not None:
            self._previews.close()

    def _start(
        self,
        runner: JobRunner,
        operation: Operation,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        on_done: Done | None,
        on_failed: Failed | None,
        title: str,
    ) -> Job:
        job = runner.start(_bound(operation, self.workspace, args, kwargs), title)
        job.succeeded.connect(partial(self._on_succeeded, on_done))
        job.failed.connect(partial(self._on_failed, on_failed, runner is self._writer))
        self.job_started.emit(job)
        return job

    def _on_succeeded(self, on_done: Done | None, result: Any) -> None:
        if on_done is not None and not _is_gone(on_done):
            on_done(result)
        kinds = kinds_of(result)
        if kinds:
            self.changed.emit(kinds)

    def _on_failed(self, on_failed: Failed | None, was_change: bool, error: BaseException) -> None:
        self.failures += 1
        is_gone = on_failed is not None and _is_gone(on_failed)
        if not isinstance(error, AppError):
            crash.report(error)
        elif on_failed is not None and not is_gone:
            on_failed(error)
        elif was_change or not is_gone:  # what could not be shown to a page that went is no trouble any more
            self.notices.error(error)


def _is_gone(do: Callable[..., object]) -> bool:
    """Whether the page or dialog whose method or inner function it is went while the work was done."""
    if isinstance(do, partial):
        return _is_gone(do.func)
    inner = (
        dict(zip(do.__code__.co_freevars, do.__closure__ or (), strict=True)) if isinstance(do, FunctionType) else {}
    )
    whose = inner["self"].cell_contents if "self" in inner else getattr(do, "__self__", None)
    return isinstance(whose, QObject) and not isValid(whose)


def kinds_of(result: Any) -> frozenset[str]:
    """The kinds of what an operation changed: of the `Changes` it returned, alone or as `result.changes`."""
    changes = getattr(result, "changes", result)
    return frozenset(getattr(changes, "kinds", ()))


def _bound(
    operation: Operation, workspace: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Callable[[Progress], Any]:
    takes_progress = "progress" in inspect.signature(operation).parameters

    def work(progress: Progress) -> Any:
        if takes_progress:
            return operation(workspace, *args, progress=progress, **kwargs)
        return operation(workspace, *args, **kwargs)

    return work
