"""Where files are written: the folder, and a button for another one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui import volumes
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.text import Label, Line


class FolderLine(QWidget):
    """Begins with the folder for documents."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = volumes.documents().folder
        self._where = Line(str(self._folder), weight="medium")
        self._where.setObjectName("folder")
        other = Button(self.tr("Another folder…"), "plain", "folder-open")
        other.setObjectName("other-folder")
        other.clicked.connect(self._ask)
        line = row((self._where, 1), other, gap=8)
        fill(QVBoxLayout(self), [Label(self.tr("Write to"), weight="medium"), line], gap=4)

    def folder(self) -> Path:
        return self._folder

    def choose(self, folder: Path) -> None:
        """Writes to this folder."""
        self._folder = folder
        self._where.setText(str(folder))

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Write to"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()
