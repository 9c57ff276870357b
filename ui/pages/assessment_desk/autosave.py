"""Keeps what is typed: at most a second after a keystroke, at once when a field is left; one answer after another.

What the disk does not take stays here and is tried again; what the operation does not take is let go and told.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.operations.commune import assessing
from ui.context import Context

PAUSE = 800  # milliseconds between the first keystroke that is not saved and the saving
AGAIN = 3000  # milliseconds until what the disk did not take is tried once more

Edits = dict[str, Any]


class Autosave(QObject):
    """Edits are named as `assessing.answer` names them; inputs are merged. `refused` carries the AppError of what can't
    stand, `failed` the exception that kept something from the disk.

    `idled` comes when everything given is on disk, `waiting` when something is not.
    """

    refused = Signal(object)
    failed = Signal(object)
    waiting = Signal()
    idled = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._part = context, context.part_id
        self._node = ""
        self._edits: dict[str, Edits] = {}
        self._running: list[tuple[str, Edits]] = []
        # not started anew by every keystroke: who types on and on loses no more than who pauses
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.flush)

    @property
    def is_idle(self) -> bool:
        """Whether everything given is on disk."""
        return not self._edits and not self._running

    def note(self, node: str, edits: Mapping[str, Any], *, at_once: bool = False) -> None:
        """Something at `node` changed; keep it soon, or now."""
        if node != self._node:
            self.flush()
            self._node = node
        if edits:
            self._edits[node] = _merged(self._edits.get(node, {}), edits)
        if self._edits:
            self.waiting.emit()
        if at_once:
            self.flush()
        elif not self._pause.isActive():
            self._pause.start()

    def forget_input(self, key: str) -> None:
        """What was typed into this input last can't stand: what is kept stays as it is."""
        edits = self._edits.get(self._node, {})
        edits.get("inputs", {}).pop(key, None)
        if not edits.get("inputs", True):
            del edits["inputs"]
        if not edits:
            self._edits.pop(self._node, None)
        self._tell_idle()

    def flush(self) -> None:
        """Hand over what is waiting."""
        self._pause.stop()
        self._again.stop()
        handed, self._edits = self._edits, {}
        for node, edits in handed.items():
            self._running.append((node, edits))
            job = self._context.run(assessing.answer, self._part, node, on_failed=_told_here, **edits)
            job.failed.connect(partial(self._on_failed, node, edits))
            job.finished.connect(self._on_finished)

    def _on_failed(self, node: str, edits: Edits, error: Exception) -> None:
        if isinstance(error, AppError) and not error.code.startswith("data."):
            self.refused.emit(error)
            return
        later = [each for other, each in self._running[1:] if other == node]
        left = _without(edits, later)
        if left:
            self._edits[node] = _merged(left, self._edits.get(node, {}))
        if isinstance(error, AppError):  # what nobody expected is tried again with what is typed next
            self._again.start()
        self.failed.emit(error)

    def _on_finished(self) -> None:
        del self._running[0]  # they end in the order they were begun
        self._tell_idle()

    def _tell_idle(self) -> None:
        if self.is_idle:
            self.idled.emit()


def _told_here(_: AppError) -> None:
    """The signal of the job says more: which edits they were."""


def _merged(before: Mapping[str, Any], after: Mapping[str, Any]) -> Edits:
    merged = {**before, **after}
    inputs = {**before.get("inputs", {}), **after.get("inputs", {})}
    return {**merged, "inputs": inputs} if inputs else merged


def _without(edits: Edits, later: list[Edits]) -> Edits:
    """What of `edits` no later one says anew."""
    renewed = {key for each in later for key in each}
    answered = {key for each in later for key in each.get("inputs", {})}
    left = {key: value for key, value in edits.items() if key not in renewed and key != "inputs"}
    inputs = {key: value for key, value in edits.get("inputs", {}).items() if key not in answered}
    return {**left, "inputs": inputs} if inputs else left
