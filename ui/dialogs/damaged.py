"""A damaged database at the start: what happened, the last copy that is sound, and one button that brings it back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.errors import AppError
from app.operations.keeping import backing_up, restoring, salvaging
from app.operations.keeping.places import Copy
from app.operations.keeping.salvaging import Salvaged
from app.progress import Progress
from ui import crash, language, tokens
from ui.dialogs.dialog import Dialog
from ui.jobs import JobRunner
from ui.keeper import sticks
from ui.notices import sentence_for
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label
from ui.widgets.tick import Option

Source = Path | Copy


class DamagedDialog(Dialog):
    """Accepted once the data folder can be opened again; the damaged file stays in it under a name with the time."""

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("The data file is damaged"), None, width=640)
        self._folder, self._runner = folder, JobRunner("mender", self)
        self._options: list[tuple[Option, Source]] = []
        what = self.tr(
            "The database in {folder} can't be read, perhaps because the power went. The evidence files are not "
            "affected, and the damaged file is kept."
        )
        self._told = Label(self.tr("Looking for the last copy that is sound…"), wrap=True)
        ways, self._ways = QWidget(), QVBoxLayout()
        fill(self._ways, [self._told], gap=tokens.NEAR)
        ways.setLayout(self._ways)
        other = self._button("other", self.tr("Another backup…"), "file-input", self._ask_file)
        self._salvage = self._button("salvage", self.tr("Read the damaged file"), "search", self._read_damaged)
        tip = Label(self.tr("Reading the damaged file may bring back what was entered after the copy."),
                    "hint", "ink-soft", wrap=True)  # fmt: skip
        self.add(
            row(Icon("triangle-alert", "warn", 20), (Label(what.format(folder=folder), wrap=True), 1), gap=8),
            ways, row(other, self._salvage, None, gap=8), tip, None,
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

    def _do(self, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> None:
        job = self._runner.start(work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._main.setEnabled(bool(self._options))
        if isinstance(error, AppError):
            self._told.setText(sentence_for(error))
            self._told.set_tone("warn")
        else:
            crash.report(error)

    # What there is to go back to ----------------------------------------------------------------------------------

    def _on_found(self, copy: Copy | None) -> None:
        if copy is None:
            words = self.tr(
                "No sound copy was found here or on a stick. Plug in the stick with the backup, or choose it."
            )
            self._told.setText(words)
            return
        moment = language.moment_text(copy.at)
        self._told.setText(self.tr("What was entered after {moment} may be lost.").format(moment=moment))
        self._offer(self.tr("The copy of {moment}: checked, sound").format(moment=moment), copy)

    def _offer(self, words: str, source: Source) -> None:
        option = Option(words)
        self._ways.addWidget(option)
        option.show()
        option.setChecked(True)
        self._options.append((option, source))
        self._main.setEnabled(True)
        self._main.setFocus()
        self._ways.activate()
        QTimer.singleShot(0, self, lambda: self.resize(self.sizeHint()))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Restore a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups (*.zip)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, path: Path) -> None:
        """Offers this file as well."""
        self._do(lambda _: restoring.look(path), lambda told: self._on_looked(path, told.facts.at))

    def _on_looked(self, path: Path, at: str) -> None:
        words = self.tr("{name}, made {moment}").format(name=path.name, moment=language.iso_text(at))
        self._offer(words, path)

    def _read_damaged(self) -> None:
        self._salvage.setEnabled(False)
        self._do(lambda progress: salvaging.salvage(self._folder, progress=progress), self._on_salvaged)

    def _on_salvaged(self, found: Salvaged) -> None:
        words = self.tr("What could be read of the damaged file: %n row(s)", "", found.rows)
        if found.torn:
            words += ", " + self.tr("%n table(s) not whole", "", len(found.torn))
        else:
            words += ", " + self.tr("every table to its end")
        self._offer(words, found.copy)

    # The act -----------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        source = next((source for option, source in self._options if option.isChecked()), None)
        if source is None or not self._main.isEnabled():
            return
        self._main.setEnabled(False)
        self._told.setText(self.tr("Putting the data back…"))
        finish = super().accept
        work = self._folder
        self._do(lambda progress: restoring.put_back(work, source, progress=progress), lambda _: finish())

    def done(self, result: int) -> None:
        self._runner.close()
        super().done(result)


def _last_good(folder: Path) -> Copy | None:
    second = backing_up.second(folder, sticks())
    return restoring.last_good(folder, (second.root,) if second is not None and second.root is not None else ())
