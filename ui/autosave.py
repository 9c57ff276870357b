"""Keeps what is typed: at most a second after a keystroke, at once when a field is left; one answer after another.

What the disk does not take stays here and is tried again; what the operation does not take is let go and told.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from ui.context import Context, Operation
from ui.notices import Notice, sentence_for

PAUSE = 800  # milliseconds between the first keystroke that is not saved and the saving
AGAIN = 3000  # milliseconds until what the disk did not take is tried once more

Edits = dict[str, Any]


class Autosave(QObject):
    """Edits of many things, each by its key, kept by `operation(workspace, *before, key, **edits)`; edits that are
    mappings are merged. `refused` carries the AppError of what can't stand. The window is told of the rest.
    """

    refused = Signal(object)

    def __init__(self, context: Context, parent: QObject, operation: Operation, *before: Any) -> None:
        super().__init__(parent)
        self._context, self._operation, self._before = context, operation, before
        self._key = ""
        self._edits: dict[str, Edits] = {}
        self._running: list[tuple[str, Edits]] = []
        # not started anew by every keystroke: who types on and on loses no more than who pauses
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.flush)
        self._told: Notice | None = None

    @property
    def is_idle(self) -> bool:
        """Whether everything given is on disk."""
        return not self._edits and not self._running

    def edits(self, key: str) -> Edits:
        """What was given and is not on disk yet."""
        found: Edits = {}
        for other, edits in (*self._running, *self._edits.items()):
            if other == key:
                found = _merged(found, edits)
        return found

    def note(self, key: str, edits: Mapping[str, Any], *, at_once: bool = False) -> None:
        """Something changed; keep it soon, or now."""
        if key != self._key:
            self.flush()
            self._key = key
        if edits:
            self._edits[key] = _merged(self._edits.get(key, {}), edits)
        if self._edits:
            self._context.saving.emit(True)
        if at_once:
            self.flush()
        elif not self._pause.isActive():
            self._pause.start()

    def forget_input(self, key: str) -> None:
        """What was typed into this input last can't stand: what is kept stays as it is."""
        edits = self._edits.get(self._key, {})
        edits.get("inputs", {}).pop(key, None)
        if not edits.get("inputs", True):
            del edits["inputs"]
        if not edits:
            self._edits.pop(self._key, None)
        self._tell_idle()

    def flush(self) -> None:
        """Hand over what is waiting."""
        self._pause.stop()
        self._again.stop()
        if self._context.is_closed:
            return
        handed, self._edits = self._edits, {}
        for key, edits in handed.items():
            self._running.append((key, edits))
            job = self._context.run(self._operation, *self._before, key, on_failed=_told_here, **edits)
            job.failed.connect(partial(self._on_failed, key, edits))
            job.finished.connect(self._on_finished)

    def let_go(self) -> None:
        """Go on without what is not on disk: it is not tried again, and nobody is told that it stays."""
        self._pause.stop()
        self._again.stop()
        self._edits.clear()
        self._take_back()

    def _on_failed(self, key: str, edits: Edits, error: Exception) -> None:
        if isinstance(error, AppError) and not error.code.startswith("data."):
            self.refused.emit(error)
            return
        later: Edits = {}
        for other, each in self._running[1:]:
            if other == key:
                later = _merged(later, each)
        left = _without(edits, later)
        if left:
            self._edits[key] = _merged(left, self._edits.get(key, {}))
        if isinstance(error, AppError):  # what nobody expected is tried again with what is typed next
            self._again.start()
            self._take_back()  # another trouble by now, or another language
            stays = self.tr("What you typed stays on the screen and is saved as soon as that is possible.")
            self._told = self._context.notices.show(Notice(f"{sentence_for(error)} {stays}", "bad", lasting=True))
        self._context.unsaved.emit()

    def _on_finished(self) -> None:
        del self._running[0]  # they end in the order they were begun
        self._tell_idle()

    def _tell_idle(self) -> None:
        if not self.is_idle:
            return
        self._take_back()
        self._context.saving.emit(False)

    def _take_back(self) -> None:
        if self._told is not None:
            self._context.notices.take_back(self._told)
            self._told = None


def _told_here(_: AppError) -> None:
    """The signal of the job says more: which edits they were."""


def _merged(before: Mapping[str, Any], after: Mapping[str, Any]) -> Edits:
    both = {name: {**before[name], **value} for name, value in after.items() if _is_many(before.get(name))}
    return {**before, **after, **both}


def _without(edits: Edits, later: Edits) -> Edits:
    """What of `edits` no later one says anew."""
    left = {name: value for name, value in edits.items() if name not in later}
    for name, value in edits.items():
        if name in later and _is_many(value):
            left[name] = {key: each for key, each in value.items() if key not in later[name]}
    return {name: value for name, value in left.items() if value != {}}


def _is_many(value: Any) -> bool:
    return isinstance(value, dict)
