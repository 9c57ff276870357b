"""Files sealed for many agencies at once: the folder, a note to all, and the passphrase of the authority's key."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.field import Field
from ui.widgets.folder_line import FolderLine
from ui.widgets.sheet import well
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class SealManyDialog(Dialog):
    """`folder()`, `note()` and `passphrase()` are there once it was accepted."""

    def __init__(self, title: str, told: str, act: str, parent: QWidget | None, *, note_hint: str = "") -> None:
        super().__init__(title, parent, width=620)
        self._passphrase = ""
        self._where = FolderLine()
        self._note = TextArea(self.tr("A note to all"), note_hint, least=2, most=4)
        self._note.setObjectName("note")
        self._fields = PassphraseFields(is_new=False)
        self.add(
            well(Label(told, wrap=True)),
            self._where,
            Field(self.tr("A note to all (may stay empty)"), self._note),
            self._fields,
        )
        self.set_acts(act, self.tr("Not now"), icon="package")
        self._fields.setFocus()

    def choose(self, folder: Path) -> None:
        """Writes to this folder."""
        self._where.choose(folder)

    def folder(self) -> Path:
        return self._where.folder()

    def note(self) -> str:
        return self._note.value()

    def passphrase(self) -> str:
        return self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()
