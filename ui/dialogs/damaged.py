"""A damaged database at the start: what happened, the last copy that is sound, and one button that brings it back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.errors import AppError
from app.operations.keeping import backing_up, restoring, salvaging
from app.operations.keeping.packing import Told
from app.operations.keeping.places import Copy
from app.operations.keeping.restoring import Restored
from app.operations.keeping.salvaging import Salvaged
from app.progress import Progress
from app.wording.keeping import lost_words
from ui import crash, language, tokens
from ui.dialogs.backup_lock import BackupPassphrase
from ui.dialogs.dialog import Dialog
from ui.jobs import Job, JobRunner
from ui.keeper import sticks
from ui.notices import sentence_for
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label
from ui.widgets.tick import Option


@dataclass(frozen=True, slots=True)
class Anew:
    """Not a backup: an empty data folder, beside which everything that was there is kept."""


Source = Path | Copy | Anew


class DamagedDialog(Dialog):
    """Accepted once the data folder can be opened again; the damaged file stays in it under a name with the time."""

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("The data file is damaged"), None, width=640)
        self._folder, self._runner = folder, JobRunner("mender", self)
        self._options: list[tuple[Option, Source, str]] = []
        self._closed: Path | Copy | None = None
        self._is_done = False
        what = self.tr(
            "The database in {folder} can't be read, perhaps because the power went. The evidence files are not "
            "affected, and the damaged file is kept."
        )
        self._told = Label(self.tr("Looking for the last copy that is sound…"), wrap=True)
        ways, self._ways = QWidget(), QVBoxLayout()
        fill(self._ways, [self._told], gap=tokens.NEAR)
        ways.setLayout(self._ways)
        self._locked = BackupPassphrase(self._open)
        other = self._button("other", self.tr("Another backup…"), "file-input", self._ask_file)
        self._salvage = self._button("salvage", self.tr("Read the damaged file"), "search", self._read_damaged)
        tip = Label(self.tr("Reading the damaged file may bring back what was entered after the copy."),
                    "hint", "ink-soft", wrap=True)  # fmt: skip
        self.add(
            row(Icon("triangle-alert", "warn", 20), (Label(what.format(folder=folder), wrap=True), 1), gap=8),
            ways, self._locked, row(other, self._salvage, None, gap=8), tip, None,
        )  # fmt: skip
        self._main = self.set_acts(self.tr("Restore this one"), self.tr("Close, change nothing"), icon="history")
        self._main.setEnabled(False)
        self._do(lambda _: _last_good(folder), self._on_found)

    def _button(self, name: str, words: str, icon: str, do: Callable[[], object]) -> Button:
        button = Button(words, "plain", icon)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def _do(self, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> Job:
        job = self._runner.start(work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        return job

    def _on_failed(self, error: BaseException) -> None:
        self._main.setEnabled(any(option.isChecked() for option, _, _ in self._options))
        told = error if isinstance(error, AppError) else crash.report(error)
        self._told.setText(sentence_for(told))
        self._told.set_tone("warn")

    # What there is to go back to ----------------------------------------------------------------------------------

    def _on_found(self, copy: Copy | None) -> None:
        if copy is None:
            words = self.tr(
                "No sound copy was found here or on a stick. Plug in the stick with the backup, or choose it."
            )
            self._told.setText(words)
            self._offer_anew()
            return
        self._told.setText(self.tr("What was entered after {moment} may be lost.").format(moment=_moment(copy)))
        if copy.is_locked:
            self._look(copy, "")
        else:
            self._offer(self._copy_words(copy), copy)

    def _copy_words(self, copy: Copy) -> str:
        return self.tr("The copy of {moment}: checked, sound").format(moment=_moment(copy))

    def _offer(self, words: str, source: Source, passphrase: str = "") -> None:
        option = Option(words)
        self._ways.addWidget(option)
        option.show()
        option.setChecked(True)
        self._options.append((option, source, passphrase))
        self._main.setEnabled(True)
        self._main.setFocus()
        self._ways.activate()
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        if self.isVisible():  # before that the dialog measures itself when it is shown
            self.resize(self.sizeHint())

    def _offer_anew(self) -> None:
        """The last way of all, chosen by hand alone."""
        words = self.tr("Begin anew with nothing entered; all that is here is kept under a name with the date")
        option = Option(words)
        option.setObjectName("anew")
        self._ways.addWidget(option)
        option.show()
        option.toggled.connect(self._on_anew)
        self._options.append((option, Anew(), ""))

    def _on_anew(self, is_chosen: bool) -> None:
        self._main.setText(self.tr("Begin anew") if is_chosen else self.tr("Restore this one"))
        self._main.setEnabled(True)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Restore a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups (*.zip *.age)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, path: Path) -> None:
        """Offers this file as well; one that is locked after its passphrase was typed."""
        self._look(path, "")

    def _look(self, source: Path | Copy, passphrase: str) -> None:
        """Offers what can be opened; the passphrase is asked where it is wanted."""
        self._closed = None
        self._locked.hide()

        def failed(error: BaseException) -> None:
            if isinstance(error, AppError) and self._locked.asks_for(error):
                self._closed = source
                self._told.setText(self.tr("{name} is locked by a passphrase.").format(name=_name(source)))
                QTimer.singleShot(0, self, self._fit)
            else:
                self._on_failed(error)

        job = self._runner.start(lambda _: _told(source, passphrase))
        job.succeeded.connect(lambda told: self._on_looked(source, passphrase, told.facts.at))
        job.failed.connect(failed)

    def _open(self) -> None:
        if self._closed is not None and not self._runner.jobs():
            self._look(self._closed, self._locked.typed())

    def open_with(self, passphrase: str) -> None:
        """Opens what is locked, as a person does."""
        self._locked.type(passphrase)
        self._open()

    def _on_looked(self, source: Path | Copy, passphrase: str, at: str) -> None:
        if isinstance(source, Copy):
            self._offer(self._copy_words(source), source, passphrase)
        else:
            words = self.tr("{name}, made {moment}").format(name=source.name, moment=language.iso_text(at))
            self._offer(words, source, passphrase)

    def _read_damaged(self) -> None:
        self._salvage.setEnabled(False)
        job = self._do(lambda progress: salvaging.salvage(self._folder, progress=progress), self._on_salvaged)
        job.failed.connect(lambda _: self._salvage.setEnabled(True))  # room can be made, and it be tried again

    def _on_salvaged(self, found: Salvaged) -> None:
        words = self.tr("What could be read of the damaged file: %n row(s)", "", found.rows)
        if found.torn:
            words += ", " + self.tr("%n table(s) not whole", "", len(found.torn))
        else:
            words += ", " + self.tr("every table to its end")
        self._offer(words, found.copy)

    # The act -----------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        if self._is_done:
            super().accept()
            return
        chosen = next(((source, secret) for option, source, secret in self._options if option.isChecked()), None)
        if chosen is None or not self._main.isEnabled():
            return
        source, passphrase = chosen
        self._main.setEnabled(False)
        self._told.setText(self.tr("Putting the data back…"))
        finish = super().accept
        work = self._folder
        if isinstance(source, Anew):
            self._do(lambda _: salvaging.begin_anew(work), lambda _: finish())
        else:
            self._do(partial(_put_back, work, source, passphrase), self._on_put_back)

    def _on_put_back(self, done: Restored) -> None:
        """What did not come back is read before the window opens."""
        if not done.lost:
            super().accept()
            return
        self._is_done = True
        self._told.setText(lost_words(done.lost, language.current()))
        self._told.set_tone("warn")
        for option, _, _ in self._options:
            option.hide()
        self._main.setText(self.tr("Open the data"))
        self._main.setEnabled(True)

    def done(self, result: int) -> None:
        self._runner.close()
        super().done(result)


def _put_back(folder: Path, source: Path | Copy, passphrase: str, progress: Progress) -> Restored:
    return restoring.put_back(folder, source, passphrase, progress=progress)


def _told(source: Path | Copy, passphrase: str) -> Told:
    if isinstance(source, Copy):
        return restoring.opened(source, passphrase).told
    return restoring.look(source, passphrase)


def _name(source: Path | Copy) -> str:
    return source.root.name if isinstance(source, Copy) else source.name


def _moment(copy: Copy) -> str:
    return language.moment_text(copy.at)


def _last_good(folder: Path) -> Copy | None:
    second = backing_up.second(folder, sticks())
    return restoring.last_good(folder, (second.root,) if second is not None and second.root is not None else ())
