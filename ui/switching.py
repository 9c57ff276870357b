"""Another data folder in the same window: the sample to look round in, a backup brought back, one chosen by hand.

A process has one folder open at a time. What is still being written is waited for; then the folder is closed, the next
one made or found, and opened. Where that does not succeed, the folder left is opened again and nothing was lost; where
that is gone as well, somebody says which one it shall be, and the window never stands without a page.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app import drives
from app.errors import AppError
from app.operations import folders, workspace
from app.operations.workspace import DATABASE, Workspace
from app.progress import SILENT, Progress
from ui import crash, language, preferences
from ui.context import Context
from ui.main_window import MainWindow
from ui.widgets.header import HeaderFacts

if TYPE_CHECKING:
    from app.operations.keeping.places import Copy
    from app.operations.keeping.restoring import Restored
    from ui.dialogs.cannot_open import CannotOpen
    from ui.dialogs.dialog import Dialog
    from ui.dialogs.restore import Restoring
    from ui.guide import Guiding
    from ui.session import Session

_PAUSE = 30  # milliseconds between two looks whether everything is written
Make = Callable[[Path, Progress], object]
Enter = Callable[[Workspace], object]


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
        self._had_work = False  # in the folder the sample was opened from
        self._guiding: Guiding | None = None
        self._asked: Dialog | None = None
        self._context.sample_asked.connect(self.show_sample)
        self._context.backup_asked.connect(self.ask_backup)
        self._context.folder_asked.connect(self.work_in)

    def show_sample(self) -> None:
        """Opens the sample, made at the first time; from inside it, its first part again."""
        if self.home is not None:
            self._session.begin()
            return
        here = self._context.workspace.folder
        folder = sample_folder(here)
        self._had_work = bool(workspace.part_ids(self._context.workspace))
        if (folder / DATABASE).is_file():
            self._leave_for(folder, None, home=here, done=self._on_sample)
        else:
            title = self.tr("Making the sample data")
            self._leave_for(folder, _make_sample, home=here, title=title, done=self._on_sample)

    def ask_backup(self, chosen: "Path | Copy | None") -> None:
        """Shows what is inside a backup, and puts it back where that is wished."""
        from ui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(self._context, self._window, chosen)
        dialog.accepted.connect(lambda: self.bring_back(dialog.values()))
        dialog.open()

    def bring_back(self, what: "Restoring") -> None:
        """Puts a backup into the data folder; what that held becomes a dated copy."""
        folder = self.home or self._context.workspace.folder
        done: list[Restored] = []
        make = partial(_restore, what, self._context.workspace.clock, done)
        self._leave_for(folder, make, title=self.tr("Restoring the backup"), done=partial(self._on_brought_back, done))

    def go_home(self, done: Callable[[], object] | None = None) -> None:
        """From the sample back to one's own data; `done` follows there."""
        if self.home is not None:
            self._leave_for(self.home, None, done=done)

    def work_in(self, chosen: Path) -> None:
        """Works in another data folder from now on, and at the next start; in a new one where nothing lies there."""
        folder = folders.place_for_data(chosen)
        try:
            drives.refuse_held(folder)
        except AppError as error:
            self._context.notices.error(error)
            return
        self._leave_for(folder, None, done=partial(self._remember, folder))

    def _remember(self, folder: Path) -> None:
        self._context.preferences.set(preferences.DATA_FOLDER, str(folder))
        words = self.tr("From now on the work is done in {folder}.").format(folder=drives.shown(folder))
        self._context.notices.good(words)

    def _on_sample(self) -> None:
        from ui.guide import Guiding

        if self._guiding is None:
            self._guiding = Guiding(self._window, self._leave_sample, self._session.choose)
        self._guiding.begin(has_own_work=self._had_work)

    def _leave_sample(self) -> None:
        """To the real work: what was there, else its first page; an authority's is the one for a new campaign."""
        from app.operations import parts
        from app.operations.parts import Role

        part = parts.find(self._context.workspace, self._context.part_id)
        begins_campaign = part.role is Role.AUTHORITY and not self._had_work
        self.go_home(partial(self._window.open_page, "new_campaign") if begins_campaign else self._tell_home)

    def _tell_home(self) -> None:
        """The first page looks as it did before the sample: what has changed has to be said."""
        if not workspace.part_ids(self._context.workspace):
            words = self.tr(
                "The sample is left. From here on everything is real: open the campaign file received, or begin a "
                "new self-assessment."
            )
            self._context.notices.info(words)

    def _on_brought_back(self, done: "list[Restored]") -> None:
        moment = language.iso_text(done[0].at)
        words = self.tr("The data are as they were at {moment}.").format(moment=moment)
        if done[0].aside:
            words += " " + self.tr("What was here before is kept: {name}.").format(name=done[0].aside)
        self._context.notices.good(words)
        if done[0].lost:
            from app.wording.keeping import lost_words

            self._context.notices.warn(lost_words(done[0].lost, language.current()))

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
        self._window.when_kept(partial(self._clear, folder, make, home, title, done))

    def _clear(
        self, folder: Path, make: Make | None, home: Path | None, title: str, done: Callable[[], object] | None
    ) -> None:
        if self._guiding is not None:
            self._guiding.end()
        self._window.set_pages(())
        self._window.rail.setEnabled(False)  # no folder is open for a while: nobody can be chosen, nothing be set
        self._window.show_facts(HeaderFacts(agency=self.tr("Thước Số")))
        self._context.part_id = ""
        self._context.stop_keeping()
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
        away = partial(self._give_up, _to_be_made(folder, before), before)
        job = self._context.run(
            _work(make), folder, title=title, on_failed=away,
            on_done=lambda _: self._arrive(folder, before, home, done),
        )  # fmt: skip
        job.cancelled.connect(lambda: away(None))
        job.failed.connect(lambda error: None if isinstance(error, AppError) else away(None))  # a bug is told elsewhere

    def _arrive(self, folder: Path, before: Path, home: Path | None, done: Callable[[], object] | None) -> None:
        def enter(opened: Workspace) -> None:
            self.home = home
            self._enter(opened)
            if done is not None:
                done()

        self._open(folder, enter, partial(self._return, before))

    def _give_up(self, begun: Path | None, before: Path, error: AppError | None) -> None:
        """What was begun goes, unless the folder was there before; back to where one was."""
        if begun is not None:
            shutil.rmtree(begun, ignore_errors=True)
        self._return(before, error)

    def _return(self, before: Path, error: AppError | None) -> None:
        def enter(opened: Workspace) -> None:
            self._enter(opened)
            if error is not None:
                self._context.notices.error(error)

        self._try(before, enter, was_open=True)

    def _try(self, folder: Path, enter: Enter, *, was_open: bool) -> None:
        """Opens a folder, or asks what to do; one that `was_open` is never begun anew."""
        failed = partial(self._ask_where, folder, enter, was_open)
        try:
            if was_open:
                folders.refuse_gone(folder)
        except AppError as error:
            failed(error)
        else:
            self._open(folder, enter, failed)

    def _ask_where(self, folder: Path, enter: Enter, was_open: bool, trouble: AppError) -> None:
        """Nothing is open: the same folder is tried again, another one opened, or the window closed."""
        again = partial(self._try, folder, enter, was_open=was_open)
        if trouble.code == "data.damaged":
            from ui.dialogs.damaged import DamagedDialog

            asked: Dialog = DamagedDialog(folder)
            asked.accepted.connect(again)
        else:
            from ui.dialogs.cannot_open import CannotOpen

            asked = CannotOpen(trouble, self._window)
            asked.accepted.connect(partial(self._go_on, asked, again))
        asked.rejected.connect(self._window.close)
        self._show(asked)

    def _go_on(self, asked: "CannotOpen", again: Callable[[], object]) -> None:
        chosen = asked.folder
        if chosen is None:
            again()
        else:
            self._try(chosen, partial(self._settle, chosen), was_open=False)

    def _show(self, dialog: "Dialog") -> None:
        self._asked = dialog  # it has no parent that holds it
        dialog.open()

    def _settle(self, folder: Path, opened: Workspace) -> None:
        self.home = None
        self._enter(opened)
        self._remember(folder)

    def _open(self, folder: Path, enter: Enter, failed: Callable[[AppError], object]) -> None:
        """Opens a folder; data of an older version are brought to this one before, with something to see meanwhile."""
        try:
            is_due = crash.expected(partial(folders.is_upgrade_due, folder))
        except AppError as error:
            failed(error)
            return
        if not is_due:
            self._open_now(folder, enter, failed)
            return
        from ui.dialogs.upgrading import UpgradingDialog

        dialog = UpgradingDialog(folder)
        dialog.accepted.connect(
            lambda: failed(dialog.error) if dialog.error is not None else self._open_now(folder, enter, failed)
        )
        self._show(dialog)

    def _open_now(self, folder: Path, enter: Enter, failed: Callable[[AppError], object]) -> None:
        try:
            opened = crash.expected(partial(folders.open_workspace, folder))
        except AppError as error:
            failed(error)
        else:
            enter(opened)

    def _enter(self, opened: Workspace) -> None:
        crash.write_log(opened.passing)
        self._context.set_workspace(opened)
        self._window.rail.setEnabled(True)
        self._session.begin()


def _to_be_made(folder: Path, before: Path) -> Path | None:
    """The folder where it is the sample and nothing is there yet: no other may go again."""
    with suppress(OSError):
        if folder == sample_folder(before) and not folder.exists():
            return folder
    return None


def _work(make: Make) -> Callable[..., Any]:
    """An operation for `Context.run`, which hands over the workspace; it is closed and not used."""

    def work(closed: Workspace, folder: Path, progress: Progress = SILENT) -> None:
        make(folder, progress)

    return work


def _make_sample(folder: Path, progress: Progress) -> None:
    from app.operations.sample import make_sample

    make_sample(folder, progress)


def _restore(
    what: "Restoring", clock: Callable[[], datetime], done: "list[Restored]", folder: Path, progress: Progress
) -> None:
    from app.operations.keeping import handing_over, restoring

    if what.receiver is not None and isinstance(what.source, Path):
        taken = handing_over.take_over(folder, what.source, what.passphrase, what.receiver, clock, progress)
    else:
        taken = restoring.put_back(folder, what.source, what.passphrase, clock, progress)
    done.append(taken)
