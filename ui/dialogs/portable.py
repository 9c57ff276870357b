"""A portable copy starts from a stick: shall the data live on this computer or stay on the stick? Asked once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.operations.portable import Portable, Standing
from app.operations.workspace import local_now
from app.progress import Progress
from ui import crash
from ui.dialogs.dialog import Dialog
from ui.jobs import Job, JobRunner
from ui.notices import sentence_for
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class PortableDialog(Dialog):
    """Comes before the window. `folder` is where the data live afterwards; rejected, nothing was decided."""

    def __init__(self, found: Portable, standing: Standing, place: Path) -> None:
        super().__init__(self._title(standing), None, width=620)
        self._found, self._place = found, place
        self.folder: Path | None = None
        self._runner = JobRunner("portable", self)
        self._job: Job | None = None
        self._strip = ProgressStrip()
        self._trouble = Label("", tone="warn", wrap=True, selectable=True)
        self._trouble.setObjectName("trouble")
        self._trouble.hide()
        self._here = self._button("portable-here", self.tr("On this computer"), "main", self._settle_here)
        self._here.setDefault(True)
        told = self.tr("Faster and safer: pulling the stick harms nothing. Start it from the stick again as today.")
        parts: list[QWidget] = [self._card(told, self._here)]
        self._stay: Button | None = None
        if not standing.is_locked:
            told = self.tr("Goes along to other computers. Slower; pull the stick only after the window is closed.")
            self._stay = self._button("portable-stay", self.tr("Keep on the stick"), "plain", self._settle_stick)
            parts.append(self._card(told, self._stay))
        self.add(Label(self._told(standing), wrap=True), self._trouble, *parts, self._strip)
        self._here.setFocus()

    def _title(self, standing: Standing) -> str:
        if standing.is_locked:
            return self.tr("This stick can only be read")
        return self.tr("Where shall the data live?")

    def _told(self, standing: Standing) -> str:
        if standing.is_locked:
            return self.tr(
                "Nothing can be saved on it, so the data live on this computer. What is on the stick is copied here "
                "and every file is checked."
            )
        if standing.moved is not None:
            return self.tr(
                "The data of this stick moved to the computer {host}; they are there, not here. To go on with them, "
                "use that computer. To begin anew here, choose a place."
            ).format(host=standing.moved.host)
        if self._found.has_data:
            return self.tr(
                "The program runs from a stick and there are data on it. On this computer they are copied and every "
                "file is checked; the copy on the stick is put aside, not deleted. This is asked only once."
            )
        return self.tr("The program runs from a stick. This is asked only once.")

    def _button(self, name: str, words: str, look: str, do: Callable[[], object]) -> Button:
        button = Button(words, look, "save" if look == "main" else "usb")
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

    def _card(self, told: str, button: Button) -> Sheet:
        return Sheet(row(button, None), Label(told, tone="ink-soft", wrap=True), gap=6)

    def _settle_here(self) -> None:
        self._run(lambda progress: self._found.settle_here(self._place, local_now, progress))

    def _settle_stick(self) -> None:
        self._run(lambda _: self._found.stay())

    def _run(self, work: Callable[[Progress], Path]) -> None:
        self._trouble.hide()
        self._enable(False)
        self._job = self._runner.start(work, self.tr("Copying and checking"))
        self._job.succeeded.connect(self._on_settled)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        self._strip.follow(self._job)

    def _on_settled(self, folder: Path) -> None:
        self.folder = folder
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            crash.report(error)
            return
        self._trouble.setText(sentence_for(error))
        self._trouble.show()

    def _on_finished(self) -> None:
        self._job = None
        self._enable(True)

    def _enable(self, is_free: bool) -> None:
        self._here.setEnabled(is_free)
        if self._stay is not None:
            self._stay.setEnabled(is_free)

    def done(self, result: int) -> None:
        self._runner.close()
        super().done(result)

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()
