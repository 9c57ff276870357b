"""From files that were sent to the work on the page again: choose, look, bring back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.operations import parts
from app.operations.commune import recovering
from app.operations.commune.recovering import Offer, Recovered
from app.operations.parts import Role
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from ui.context import Context
from ui.dialogs.open_encrypted import NEEDS_PASSPHRASE
from ui.dialogs.recover import OwnKeyDialog, RecoverDialog
from ui.dialogs.verification import tell

_ASK_KEY = (NEEDS_PASSPHRASE, "encrypted.other_key", "key.none", "passphrase.wrong", "key.file_damaged")


class Recovering(QWidget):
    """One way through, from the files chosen to the part that is there again; hidden, it lives with its parent."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._context, self._window = context, parent
        self._given: tuple[list[Path], str, Path | None] = ([], "", None)

    def ask_files(self) -> None:
        """A file dialog for everything there is of what was sent."""
        dialog = QFileDialog(self._window, self.tr("Choose what was sent: all its files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Bundles (*.thuocso *.zip *.age)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.look([Path(name) for name in names]))
        dialog.open()

    def look(self, paths: Sequence[Path], passphrase: str = "", key: Path | None = None) -> None:
        """Reads the files and shows what they hold."""
        self._given = (list(paths), passphrase, key)
        self._context.read(
            recovering.look, *self._given, title=self.tr("Checking the files"),
            on_done=self._show, on_failed=self._on_failed,
        )  # fmt: skip

    def _show(self, offer: Offer) -> None:
        dialog = RecoverDialog(offer, self._window)
        dialog.accepted.connect(self._recover)
        dialog.open()

    def _recover(self) -> None:
        self._context.run(
            recovering.recover, *self._given, title=self.tr("Bringing the work back"),
            on_done=self._on_done, on_failed=self._on_failed,
        )  # fmt: skip

    def _on_done(self, done: Recovered) -> None:
        self._context.part_asked.emit(done.part.id)
        for error in done.refused:
            self._context.notices.error(error)
        told = self.tr("The work of {agency} is here again. Look through it before anything is sent.")
        self._context.notices.info(told.format(agency=done.part.name))

    def _on_failed(self, error: AppError) -> None:
        paths, _, key = self._given
        if error.code not in _ASK_KEY:
            if error.code.startswith("recover.") or len(paths) > 1:
                self._context.notices.error(error)
            else:
                tell(self._context, error, paths[0], self._window)
            return
        if error.code != NEEDS_PASSPHRASE:
            self._context.notices.error(error)
        dialog = OwnKeyDialog(_has_own_key(self._context.workspace), self._window)
        if key is not None:
            dialog.choose(key)
        dialog.accepted.connect(lambda: self.look(paths, *dialog.values()))
        dialog.open()


def _has_own_key(workspace: Workspace) -> bool:
    own = (part for part in parts.everything(workspace) if part.role is Role.AGENCY)
    return any(trusting.own_key(workspace, part) is not None for part in own)
