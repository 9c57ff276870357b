"""Keeps what is typed: at most a second after a keystroke, at once when a field is left; one answer after another."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.operations.commune import assessing
from ui.context import Context

PAUSE = 800  # milliseconds between the first keystroke that is not saved and the saving


class Autosave(QObject):
    """Edits are named as `assessing.answer` names them; inputs are merged. `refused` carries (node, AppError).

    `idled` comes when everything given is on disk, `waiting` when something is not.
    """

    refused = Signal(str, object)
    waiting = Signal()
    idled = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._part = context, context.part_id
        self._node = ""
        self._edits: dict[str, Any] = {}
        self._running = 0
        # not started anew by every keystroke: who types on and on loses no more than who pauses
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)

    @property
    def is_idle(self) -> bool:
        """Whether everything given is on disk."""
        return not self._edits and not self._running

    def note(self, node: str, edits: Mapping[str, Any], *, at_once: bool = False) -> None:
        """Something at `node` changed; keep it soon, or now."""
        if node != self._node:
            self.flush()
            self._node = node
        inputs = {**self._edits.get("inputs", {}), **edits.get("inputs", {})}
        self._edits.update(edits)
        if inputs:
            self._edits["inputs"] = inputs
        if self._edits:
            self.waiting.emit()
        if at_once:
            self.flush()
        elif not self._pause.isActive():
            self._pause.start()

    def forget_input(self, key: str) -> None:
        """What was typed into this input last can't stand: what is kept stays as it is."""
        inputs = self._edits.get("inputs", {})
        inputs.pop(key, None)
        if not inputs:
            self._edits.pop("inputs", None)
        self._tell_idle()

    def flush(self) -> None:
        """Hand over what is waiting."""
        self._pause.stop()
        if not self._edits:
            return
        edits, self._edits = self._edits, {}
        self._running += 1
        failed = partial(self._on_failed, self._node)
        job = self._context.run(assessing.answer, self._part, self._node, on_failed=failed, **edits)
        job.finished.connect(self._on_finished)

    def _on_failed(self, node: str, error: AppError) -> None:
        self.refused.emit(node, error)

    def _on_finished(self) -> None:
        self._running -= 1
        self._tell_idle()

    def _tell_idle(self) -> None:
        if self.is_idle:
            self.idled.emit()
