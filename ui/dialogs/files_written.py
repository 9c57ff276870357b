"""What was written: one line for each file, its size and code to compare, and the folder it lies in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui import language
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.button import Button
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file and whom it is for ("": everybody)."""

    path: Path
    receiver: str
    size: int


class FilesWrittenDialog(Dialog):
    """A double click or Enter opens papers (PDF, XLSX) in the program that shows them."""

    def __init__(self, title: str, told: str, files: Sequence[WrittenFile], parent: QWidget | None) -> None:
        super().__init__(title, parent, width=760)
        columns: tuple[Column[WrittenFile], ...] = (
            Column(self.tr("For"), lambda item: Cell(item.receiver or self.tr("everybody")), width=200),
            Column(self.tr("File"), lambda item: Cell(item.path.name, icon=_icon(item.path))),
            Column(
                self.tr("Size"),
                lambda item: Cell(language.size_text(item.size), right=True, tone="ink-soft"),
                width=96,
                right=True,
            ),
        )
        self._folder = files[0].path.parent if files else Path()
        model = RowsModel(columns, files, key=lambda item: item.path, parent=self)
        table = TableView(self.tr("Files written"), model)
        table.setMinimumHeight(260)
        table.setObjectName("files")
        table.opened.connect(lambda item: open_paper(item.path))
        self.add(Label(told, wrap=True), (framed(table), 1), Label(str(self._folder), "hint", "ink-soft", wrap=True))
        show = Button(self.tr("Open the folder"), "quiet", "folder-open")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.set_acts(self.tr("Close the list"), self.tr("Close"), show).setFocus()


def open_paper(path: Path) -> bool:
    """Shows a paper in the program that shows such files; bundles are left alone."""
    if path.suffix.lower() not in (".pdf", ".xlsx"):
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _icon(path: Path) -> str:
    return {".pdf": "file-text", ".xlsx": "file-spreadsheet"}.get(path.suffix.lower(), "package")
