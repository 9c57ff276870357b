"""Keeps a draft: within a second after a change, at once when the page is left; one saving after another."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.framework import Framework
from app.errors import AppError
from app.operations.frameworks import drafting
from ui.context import Context

PAUSE = 700  # milliseconds between the first change that is not saved and the saving
AGAIN = 3000  # milliseconds until what the disk did not take is tried once more


class DraftSaver(QObject):
    """`saved` comes when everything given is on disk, `waiting` when something is not, `refused` with an AppError."""

    waiting = Signal()
    saved = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, draft_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._draft = context, draft_id
        self._next: Framework | None = None
        self._running = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.flush)

    @property
    def is_idle(self) -> bool:
        """Whether everything given is on disk."""
        return self._next is None and not self._running

    def note(self, framework: Framework) -> None:
        """Keep this soon; a change that goes on does not put it off."""
        self._next = framework
        if not self._timer.isActive():
            self._timer.start()
            self.waiting.emit()

    def flush(self) -> None:
        """Keep what waits, now."""
        self._timer.stop()
        self._again.stop()
        if self._next is None or self._context.is_closed:
            return
        value, self._next = self._next, None
        self._running += 1
        self._context.run(
            drafting.save,
            self._draft,
            value,
            on_done=lambda _: self._on_saved(),
            on_failed=partial(self._on_failed, value),
        )

    def _on_saved(self) -> None:
        self._running -= 1
        if self.is_idle:
            self.saved.emit()

    def _on_failed(self, value: Framework, error: AppError) -> None:
        """What could not be kept waits for the next saving, soon where it was the disk that did not take it."""
        self._running -= 1
        self._next = self._next or value
        if error.code.startswith("data."):
            self._again.start()
        self.refused.emit(error)
