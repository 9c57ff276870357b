"""Everything in one file to carry: open to everybody, or locked by a passphrase."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.text import Label
from ui.widgets.tick import Tick


class BackupFileDialog(Dialog):
    """`passphrase()` is "" for a file that everybody can open."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(self.tr("Back up into one file"), parent, width=560)
        told = self.tr("Data, evidence and sealing keys in one file, for another disk or another computer.")
        self._locked = Tick(self.tr("Lock the file by a passphrase"))
        self._locked.setObjectName("locked")
        self._locked.toggled.connect(self._on_locked)
        self._fields = PassphraseFields(is_new=True, advice=False, named=self.tr("Passphrase of the backup"))
        self._hint = Label(
            self.tr("Without it nobody can open the file, nor bring it back. Write it down and keep it elsewhere."),
            "hint", "warn", wrap=True,
        )  # fmt: skip
        self._passphrase = ""
        self.add(Label(told, tone="ink-soft", wrap=True), self._locked, self._fields, self._hint, None)
        self.set_acts(self.tr("Choose where…"), self.tr("Not now"), icon="file-down")
        self._on_locked(False)

    def _on_locked(self, is_locked: bool) -> None:
        self._fields.setVisible(is_locked)
        self._hint.setVisible(is_locked)
        if is_locked:
            self._fields.setFocus()

    def passphrase(self) -> str:
        return self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase() if self._locked.isChecked() else ""
        if self._passphrase or not self._locked.isChecked():
            super().accept()
