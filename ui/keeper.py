"""Copies that are made by themselves: some time after the start, then looked after every hour, never in the way.

A stick that was away is looked for every minute, so that what changed meanwhile reaches it before it is pulled again.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.errors import AppError
from app.operations.workspace import Workspace
from ui.context import Context
from ui.notices import Act, sentence_for

_FIRST = 20_000  # milliseconds: what one does first comes first
_AGAIN = 3_600_000
_BACK = 60_000


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
        self._away = QTimer(self, singleShot=True, interval=_BACK)
        self._away.timeout.connect(self.look_for_place)
        context.workspace_changed.connect(self._begin.start)
        context.changed.connect(lambda _: self._tell_besides())
        self._timer.start()
        self._begin.start()

    def look(self) -> None:
        """Makes a copy where one is due; quick where none is."""
        if not self._context.is_at_work or self._context.workspace.is_read_only:
            return
        from app.operations.keeping import backing_up

        self._context.keep(backing_up.automatic, sticks(), on_done=self._on_done, on_failed=self._on_failed)

    def look_for_place(self) -> None:
        """A copy for the second place once it is back; until then it is looked for again."""
        if self._context.is_at_work:
            self._context.keep(_is_back, on_done=self._on_looked_for)

    def _on_looked_for(self, is_back: bool) -> None:
        if is_back:
            self.look()
        else:
            self._away.start()

    def _tell_besides(self) -> None:
        """What went wrong beside an act that was done."""
        for each in self._context.workspace.besides():
            self._on_failed(each)

    def _on_done(self, done: object) -> None:
        from app.operations.keeping.backing_up import Automatic

        assert isinstance(done, Automatic)
        if done.made is not None or done.carried is not None:
            self._context.changed.emit(frozenset({"backups"}))
        for each in done.told:
            is_held = each.code == "backup.place_of_original"
            choose = (Act(self.tr("Choose the place again…"), self._context.place_asked.emit),) if is_held else ()
            self._context.notices.warn(sentence_for(each), *choose)
        if done.is_away:
            self._away.start()
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


def _is_back(workspace: Workspace) -> bool:
    from app.operations.keeping import backing_up

    place = backing_up.second(workspace.folder, sticks())
    return place is None or place.root is not None  # none is waited for where another choice was made meanwhile


def sticks() -> tuple[Path, ...]:
    """Where a chosen stick may be now."""
    from ui import volumes

    return tuple(place.folder for place in volumes.sticks())
