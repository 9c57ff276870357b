"""Why the data folder can't be opened, at the start or later, and what can be done: try again, open another one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.operations.folders import place_for_data
from ui import crash
from ui.dialogs.dialog import Dialog
from ui.notices import sentence_for
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label

_STAYS = {"data.newer", "data.upgrade_failed", "data.path_long", "data.path_not_text"}
"""What is so however often it is tried."""


class CannotOpen(Dialog):
    """The sentence for the error. Accepted, `folder` is the one to open, None for the same again."""

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self.folder: Path | None = None
        self._can_retry = error.code not in _STAYS
        title = self.tr("The data folder was not opened")
        self.setWindowTitle(title)
        self.findChildren(Label)[0].setText(title)
        self.sentence = Label(sentence_for(error), wrap=True, selectable=True)
        self.add(row(Icon("triangle-alert", "warn", 20), (self.sentence, 1)))
        if error.code == "data.upgrade_failed":
            told = self.tr("For those who look after the program: {what}; the details are in {log}")
            words = told.format(what=error.details["what"], log=crash.where())
            self.add(Label(words, "hint", "ink-soft", wrap=True, selectable=True))
        words = self.tr("Choose another folder…")
        if self._can_retry:
            other = Button(words, "plain", "folder-open")
            other.setObjectName("other")
            other.clicked.connect(self._ask_folder)
            main = self.set_acts(self.tr("Try again"), self.tr("Close"), other, icon="refresh-cw")
        else:
            main = self.set_acts(words, self.tr("Close"), icon="folder-open")
        main.setFocus()

    def accept(self) -> None:
        if self.folder is None and not self._can_retry:
            self._ask_folder()
        else:
            super().accept()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder with the data, or an empty one to begin in"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, chosen: Path) -> None:
        """Takes this folder."""
        self.folder = place_for_data(chosen)
        self.accept()
