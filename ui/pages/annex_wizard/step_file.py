"""The first step: the file, dropped or chosen; work that was not finished waits here too."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.frameworks.annexing import Work
from ui import theme
from ui.pages.authority_kit import ask_open
from ui.widgets.boxes import column, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class FileStep(QWidget):
    """`given` carries a Path; `resumed` and `dropped_work` what is to become of unfinished work."""

    given = Signal(object)
    resumed = Signal(object)
    dropped_work = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._zone = DropZone(self.tr("Drop the annex here (.docx or .xlsx), or press Enter to choose the file"))
        self._zone.setObjectName("drop")
        self._zone.setMinimumHeight(theme.current().px(120))
        self._zone.dropped.connect(self._on_dropped)
        self._zone.asked.connect(self._ask)
        self._kept = QVBoxLayout()
        lines = (
            ("file-text", self.tr("Word (.docx): every table of the annex, with merged cells and automatic numbers.")),
            ("file-spreadsheet", self.tr("Excel (.xlsx): any layout; the columns are recognised by their heads.")),
            (
                "shield-check",
                self.tr("The file itself is never changed. Nothing is taken over before it is confirmed."),
            ),
        )
        told = [row(Icon(icon), (Label(words, wrap=True), 1), gap=8) for icon, words in lines]
        intro = self.tr(
            "From the annex of the decision to a framework: the program reads the tables, proposes groups, criteria "
            "and how each is scored, and you confirm step by step. The work can be left and taken up again at any time."
        )
        box = Sheet(
            Label(self.tr("Load the annex of a decision"), "section", weight="bold"),
            Label(intro, wrap=True),
            self._zone,
            column(*told, gap=6),
        )
        box.setMaximumWidth(theme.current().px(760))
        content = QWidget()
        layout = QVBoxLayout(content)
        fill(layout, [])
        layout.addLayout(self._kept)
        layout.addWidget(row((box, 10), (QWidget(), 1)))
        layout.addStretch(1)
        fill(QVBoxLayout(self), [(scrolled(content), 1)])
        self.setFocusProxy(self._zone)

    def show_kept(self, work: Work | None, decided: int = 0, criteria: int = 0) -> None:
        """Offers to go on with work that was kept, or nothing."""
        empty(self._kept)
        if work is None:
            return
        told = self.tr("“{name}” is not finished yet").format(name=work.annex.name)
        count = self.tr("{decided}/{criteria} rules confirmed").format(decided=decided, criteria=criteria)
        go_on, away = (
            Button(self.tr("Go on with it"), "main", "arrow-right"),
            Button(self.tr("Drop it"), "plain", "trash-2"),
        )
        go_on.setObjectName("resume")
        away.setObjectName("drop-work")
        go_on.clicked.connect(lambda: self.resumed.emit(work))
        away.clicked.connect(self.dropped_work)
        words = column(
            Label(told, weight="bold", wrap=True), Label(count if criteria else "", "hint", "ink-soft"), gap=2
        )
        card = Sheet(row(Icon("history", "lead", 20), (words, 1), away, go_on), look="lead")
        card.setMaximumWidth(theme.current().px(760))
        self._kept.addWidget(row((card, 10), (QWidget(), 1)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._zone.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._zone.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._zone.dropEvent(event)

    def _on_dropped(self, paths: list[Path]) -> None:
        if paths:
            self.given.emit(paths[0])

    def _ask(self) -> None:
        kinds = (self.tr("Word and Excel (*.docx *.xlsx *.docm *.xlsm)"),)
        ask_open(self, self.tr("Choose the annex"), kinds, self.given.emit)
