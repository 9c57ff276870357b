"""Copies that are made by themselves: some time after the start, then looked after every hour, never in the way."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.errors import AppError
from ui.context import Context
from ui.notices import Act, sentence_for

_FIRST = 20_000  # milliseconds: what one does first comes first
_AGAIN = 3_600_000


class Keeper(QObject):
    """One for the window; asks for a copy when there is work in the folder that is open."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._told: set[str] = set()
        self._timer = QTimer(self, interval=_AGAIN)
        self._timer.timeout.connect(self.look)
        self._begin = QTimer(self, singleShot=True, interval=_FIRST)
        self._begin.timeout.connect(self.look)
        context.workspace_changed.connect(self._begin.start)
        self._timer.start()
        self._begin.start()

    def look(self) -> None:
        """Makes a copy where one is due; quick where none is."""
        if self._context.is_closed or self._context.workspace.is_read_only:
            return
        from app.operations.keeping import backing_up

        self._context.keep(backing_up.automatic, sticks(), on_done=self._on_done, on_failed=self._on_failed)

    def _on_done(self, done: object) -> None:
        from app.operations.keeping.backing_up import Automatic

        assert isinstance(done, Automatic)
        if done.made is not None or done.carried is not None:
            self._context.changed.emit(frozenset({"backups"}))
        for each in done.told:
            self._context.notices.warn(sentence_for(each))
        if done.is_newly_away:
            words = self.tr("The stick or folder for copies is not there. Copies go on in the data folder meanwhile.")
            self._context.notices.info(words)

    def _on_failed(self, error: AppError) -> None:
        """Said once in a run: it would come again every hour."""
        if error.code in self._told:
            return
        self._told.add(error.code)
        if error.code == "data.damaged":
            restore = Act(self.tr("Restore…"), lambda: self._context.backup_asked.emit(None))
            self._context.notices.warn(sentence_for(error), restore)
        else:
            self._context.notices.warn(sentence_for(error))


def sticks() -> tuple[Path, ...]:
    """Where a chosen stick may be now."""
    from ui import volumes

    return tuple(place.folder for place in volumes.sticks())
