"""Another data folder in the same window: the sample to look round in, a backup brought back, and home again.

A process has one folder open at a time. What is still being written is waited for; then the folder is closed, the next
one made or found, and opened. Where that does not succeed, the folder left is opened again and nothing was lost.
"""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.errors import AppError
from app.operations import workspace
from app.operations.workspace import DATABASE, Workspace
from app.progress import SILENT, Progress
from ui import preferences
from ui.context import Context
from ui.main_window import MainWindow
from ui.notices import Act
from ui.widgets.header import HeaderFacts

if TYPE_CHECKING:
    from ui.session import Session

_PAUSE = 30  # milliseconds between two looks whether everything is written
Make = Callable[[Path, Progress], object]


def sample_folder(folder: Path) -> Path:
    """Where the sample lies: beside the data folder, so that it never mixes with real data."""
    return folder.with_name(f"{folder.name}-minh-hoa")


class Switcher(QObject):
    """`home` is the folder the window came from while the sample is open, else None."""

    def __init__(self, session: "Session", window: MainWindow) -> None:
        super().__init__(session)
        self._session, self._window = session, window
        self._context: Context = window.context
        self.home: Path | None = None
        self._context.sample_asked.connect(self.show_sample)
        self._context.backup_asked.connect(self.bring_back)

    def show_sample(self) -> None:
        """Opens the sample, made at the first time."""
        here = self._context.workspace.folder
        folder = sample_folder(here)
        if (folder / DATABASE).is_file():
            self._leave_for(folder, None, home=here, done=self._on_sample)
        else:
            title = self.tr("Making the sample data")
            self._leave_for(folder, _make_sample, home=here, title=title, done=self._on_sample)

    def bring_back(self, archive: Path) -> None:
        """Makes a new folder beside the present one from a backup and works there from now on."""
        here = self._context.workspace.folder
        stamp = self._context.workspace.clock()
        folder = here.with_name(f"{here.name}-{stamp:%Y%m%d-%H%M%S}")
        done = partial(self._on_brought_back, here)
        self._leave_for(folder, partial(_restore, archive), title=self.tr("Restoring the backup"), done=done)

    def go_home(self) -> None:
        """From the sample back to one's own data."""
        if self.home is not None:
            self._leave_for(self.home, None)

    def _on_sample(self) -> None:
        words = self.tr(
            "This is sample data in a folder of its own: try whatever you like. "
            "A click on the name at the foot of the rail changes between the commune and the reviewing authority."
        )
        self._context.notices.info(words, Act(self.tr("Leave the sample"), self.go_home))

    def _on_brought_back(self, before: Path) -> None:
        folder = self._context.workspace.folder
        self._context.preferences.set(preferences.DATA_FOLDER, str(folder))
        words = self.tr("The backup is open now, in {folder}. The folder used before stays as it was: {before}.")
        self._context.notices.good(words.format(folder=folder, before=before))

    def _leave_for(
        self,
        folder: Path,
        make: Make | None,
        *,
        home: Path | None = None,
        title: str = "",
        done: Callable[[], object] | None = None,
    ) -> None:
        """Clears the window, and goes on once everything asked for is on disk."""
        self._window.leave()
        self._window.set_pages(())
        self._window.show_facts(HeaderFacts(agency=self.tr("Thước Số")))
        self._context.part_id = ""
        self._when_written(partial(self._close_and_make, folder, make, home, title, done))

    def _when_written(self, do: Callable[[], object]) -> None:
        if self._context.jobs():
            QTimer.singleShot(_PAUSE, self, partial(self._when_written, do))
        else:
            do()

    def _close_and_make(
        self, folder: Path, make: Make | None, home: Path | None, title: str, done: Callable[[], object] | None
    ) -> None:
        before: Path = self._context.workspace.folder
        self._context.workspace.close()
        if make is None:
            self._arrive(folder, before, home, done)
            return
        away = partial(self._give_up, None if folder.exists() else folder, before)
        job = self._context.run(
            _work(make), folder, title=title, on_failed=away,
            on_done=lambda _: self._arrive(folder, before, home, done),
        )  # fmt: skip
        job.cancelled.connect(lambda: away(None))

    def _arrive(self, folder: Path, before: Path, home: Path | None, done: Callable[[], object] | None) -> None:
        try:
            opened = workspace.open_workspace(folder)
        except AppError as error:
            opened = workspace.open_workspace(before)
            self._context.notices.error(error)
        else:
            self.home = home
        self._context.set_workspace(opened)
        self._session.begin()
        if done is not None and opened.folder == folder:
            done()

    def _give_up(self, begun: Path | None, before: Path, error: AppError | None) -> None:
        """What was begun goes, unless the folder was there before; back to where one was."""
        if begun is not None:
            shutil.rmtree(begun, ignore_errors=True)
        self._context.set_workspace(workspace.open_workspace(before))
        self._session.begin()
        if error is not None:
            self._context.notices.error(error)


def _work(make: Make) -> Callable[..., Any]:
    """An operation for `Context.run`, which hands over the workspace; it is closed and not used."""

    def work(closed: Workspace, folder: Path, progress: Progress = SILENT) -> None:
        make(folder, progress)

    return work


def _make_sample(folder: Path, progress: Progress) -> None:
    from app.operations.sample import make_sample

    make_sample(folder, progress)


def _restore(archive: Path, folder: Path, progress: Progress) -> None:
    from app.operations import keeping

    keeping.restore(archive, folder, progress)
