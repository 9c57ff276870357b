"""Where backups go besides the data folder: everything in one file, or every copy in a second place."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs.backup_lock import LockDialog, LockWords


class BackupFileDialog(LockDialog):
    """Everything in one file to carry: open to everybody, or locked."""

    def __init__(self, parent: QWidget | None) -> None:
        words = LockWords(
            self.tr("Back up into one file"),
            self.tr("Data, evidence and sealing keys in one file, for another disk or another computer."),
            self.tr("Lock the file by a passphrase"),
            self.tr("Without it nobody can open the file, nor bring it back. Write it down and keep it elsewhere."),
        )
        super().__init__(words, self.tr("Choose where…"), "file-down", parent)


class BackupPlaceDialog(LockDialog):
    """Copies in a folder or on a stick: whether they are locked is asked once, with the passphrase.

    `is_there`: the folder holds locked copies already, and later ones join them.
    """

    def __init__(self, folder: Path, parent: QWidget | None, *, is_there: bool = False) -> None:
        told = self.tr(
            "Every daily copy goes to {place} as well, with data, evidence and sealing keys. Whoever holds that stick "
            "or disk can read copies that are not locked."
        )
        joins = self.tr("The copies in {place} are locked. Their passphrase lets later ones join them.")
        words = LockWords(
            self.tr("Copies in a second place"),
            (joins if is_there else told).format(place=folder),
            self.tr("Lock the copies by a passphrase"),
            self.tr(
                "It is asked now and when a copy is brought back; the daily copies ask nothing. Without it nobody can "
                "open them. Write it down and keep it elsewhere."
            ),
        )
        super().__init__(words, self.tr("Copy there"), "usb", parent, is_there=is_there)


class BackupOpenDialog(LockDialog):
    """Locked copies that evidence shall be taken back from."""

    def __init__(self, folder: Path, parent: QWidget | None) -> None:
        words = LockWords(
            self.tr("Look into locked copies"),
            self.tr("The copies in {place} are locked. Their passphrase lets evidence be taken back from them.").format(
                place=folder
            ),
            "",
            "",
        )
        super().__init__(words, self.tr("Look there"), "lock-open", parent, is_there=True)
