"""Before the window, at the first start of a newer version: the data are copied, brought over and checked."""

from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar

from app.errors import AppError
from app.operations.folders import open_workspace
from app.operations.keeping import upgrading
from app.progress import Progress
from ui import crash
from ui.dialogs.dialog import Dialog
from ui.jobs import JobRunner
from ui.widgets.text import Label, name


class UpgradingDialog(Dialog):
    """Goes by itself. `error` says what stood in the way; then the data are as they were."""

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("The data are made ready for this version"), None, width=520)
        self.error: AppError | None = None
        self._folder = folder
        words = self.tr(
            "A copy of everything is kept first. Then every row and every point is compared. Until all is found again "
            "the data stay as they were."
        )
        bar = QProgressBar()
        name(bar, self.windowTitle())
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        self.add(Label(words, wrap=True), bar)
        self._runner = JobRunner("upgrading", self)
        job = self._runner.start(self._work)
        job.failed.connect(self._on_failed)
        job.finished.connect(self.accept)

    def _work(self, _: Progress) -> None:
        open_workspace(self._folder).close()

    def _on_failed(self, error: BaseException) -> None:
        told = error if isinstance(error, AppError) else upgrading.not_done(self._folder, type(error).__name__)
        if told.code == "data.upgrade_failed":  # who looks after the program needs to know where it stopped
            crash.write_log(self._folder)
            crash.write_down(error)
        self.error = told

    def reject(self) -> None:
        """It can't be stopped half-way, nor need it be: what is closed by force leaves the old data."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if not self._runner.jobs():
            super().closeEvent(event)

    def done(self, result: int) -> None:
        self._runner.close()
        super().done(result)
