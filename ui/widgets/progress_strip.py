"""How far long work is: appears after 0.6 s, with the time left and a button to stop it."""

from time import monotonic

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui import tokens
from ui.jobs import Job
from ui.widgets import text
from ui.widgets.boxes import Part, fill
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label

_DELAY = 600  # milliseconds; shorter work needs no bar
_BEFORE_GUESS = 2.0  # seconds of work before its end is estimated


class ProgressStrip(QWidget):
    """Follows one job after another; hidden while there is none worth showing."""

    def __init__(self) -> None:
        super().__init__()
        panel = QFrame()
        panel.setProperty("look", "lead")
        self._title, self._left = Label(weight="medium"), Label("", "hint", "ink-soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(self.tr("Stop"), "plain", "x")
        self._stop.clicked.connect(self._on_stop)
        parts: list[Part] = [
            Icon("hourglass", "lead", 20),
            self._title,
            (self._bar, 1),
            self._left,
            self._stop,
        ]
        fill(QHBoxLayout(panel), parts, gap=tokens.FIELD, margins=(tokens.FIELD, 6, tokens.FIELD, 6))
        fill(QVBoxLayout(self), [panel], margins=(tokens.FIELD, tokens.FIELD, tokens.FIELD, 0))
        self._jobs: list[Job] = []
        self._since = 0.0
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY)
        self._delay.timeout.connect(self.show)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._stop.setText(self.tr("Stop"))

    def follow(self, job: Job) -> None:
        """Show this job once those before it are done; untitled ones are never shown."""
        if not job.title:
            return
        self._jobs.append(job)
        job.finished.connect(lambda: self._on_finished(job))
        job.progressed.connect(lambda done, total: self._on_progressed(job, done, total))
        if len(self._jobs) == 1:
            self._begin()

    def _begin(self) -> None:
        title = text.one_line(self._jobs[0].title)
        self._title.setText(title)
        text.name(self._bar, title)
        self._bar.setRange(0, 0)
        self._left.setText("")
        self._stop.setEnabled(True)
        self._since = monotonic()
        self._delay.start()

    def _on_progressed(self, job: Job, done: int, total: int) -> None:
        if not self._jobs or job is not self._jobs[0]:
            return
        # thousandths: a number of bytes may be larger than Qt's int
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(done * 1000 // total if total else 0)
        self._left.setText(self._time_left(done, total))

    def _time_left(self, done: int, total: int) -> str:
        spent = monotonic() - self._since
        if not 0 < done < total or spent < _BEFORE_GUESS:
            return ""
        seconds = round(spent * (total - done) / done)
        if seconds < 60:
            return self.tr("about %n second(s) left", "", max(seconds, 1))
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

    def _on_stop(self) -> None:
        self._jobs[0].cancel()
        self._stop.setEnabled(False)
        self._left.setText(self.tr("Stopping; what was done is being undone."))

    def _on_finished(self, job: Job) -> None:
        first = job is self._jobs[0]
        self._jobs.remove(job)
        if first:
            self._delay.stop()
            self.hide()
            if self._jobs:
                self._begin()
