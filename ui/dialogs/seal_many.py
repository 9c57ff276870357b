"""Files sealed for many agencies at once: the folder, a note to all, and the passphrase of the authority's key."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui import volumes
from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.sheet import well
from ui.widgets.text import Label, Line
from ui.widgets.text_area import TextArea


class SealManyDialog(Dialog):
    """`folder()`, `note()` and `passphrase()` are there once it was accepted."""

    def __init__(self, title: str, told: str, act: str, parent: QWidget | None, *, note_hint: str = "") -> None:
        super().__init__(title, parent, width=620)
        self._folder = volumes.documents().folder
        self._passphrase = ""
        self._where = Line(str(self._folder), weight="medium")
        self._where.setObjectName("folder")
        other = Button(self.tr("Another folder…"), "plain", "folder-open")
        other.setObjectName("other-folder")
        other.clicked.connect(self._ask)
        self._note = TextArea(self.tr("A note to all"), note_hint, least=2, most=4)
        self._note.setObjectName("note")
        self._fields = PassphraseFields(is_new=False)
        self.add(
            well(Label(told, wrap=True)),
            column(Label(self.tr("Write to"), weight="medium"), row((self._where, 1), other, gap=8), gap=4),
            Field(self.tr("A note to all (may stay empty)"), self._note),
            self._fields,
        )
        self.set_acts(act, self.tr("Not now"), icon="package")
        self._fields.setFocus()

    def choose(self, folder: Path) -> None:
        """Writes to this folder."""
        self._folder = folder
        self._where.setText(str(folder))

    def folder(self) -> Path:
        return self._folder

    def note(self) -> str:
        return self._note.value()

    def passphrase(self) -> str:
        return self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Write to"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()
