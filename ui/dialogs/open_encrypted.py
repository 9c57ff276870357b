"""Files that came encrypted are opened with the passphrase of our own sealing key."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.text import Label

NEEDS_PASSPHRASE = "encrypted.passphrase_needed"
_NAMED = 3  # files told by name


class OpenEncryptedDialog(Dialog):
    """`passphrase()` is what was typed."""

    def __init__(self, files: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(self.tr("Open what is encrypted"), parent)
        named = ", ".join(path.name for path in files[:_NAMED])
        more = self.tr("and %n more", "", len(files) - _NAMED) if len(files) > _NAMED else ""
        words = self.tr("Encrypted for this computer's key: {files}. Its passphrase opens them; nothing else changes.")
        self._fields = PassphraseFields(is_new=False)
        self.add(Label(words.format(files=f"{named} {more}".strip()), wrap=True), self._fields)
        self._passphrase = ""
        self.set_acts(self.tr("Open and load"), self.tr("Not now"), icon="lock-open")
        self._fields.setFocus()

    def passphrase(self) -> str:
        return self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()
