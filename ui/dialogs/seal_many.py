"""Files sealed for many agencies at once: the folder, a note to all, and the passphrase of the authority's key."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.boxes import column
from ui.widgets.field import Field
from ui.widgets.folder_line import FolderLine
from ui.widgets.sheet import well
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick

_NAMED = 3  # receivers told by name


class SealManyDialog(Dialog):
    """`folder()`, `note()`, `passphrase()` and `is_encrypted()` are there once it was accepted.

    `without_key`: names of the receivers to whom nothing can be encrypted; None where encrypting is not offered.
    """

    def __init__(
        self,
        title: str,
        told: str,
        act: str,
        parent: QWidget | None,
        *,
        note_hint: str = "",
        without_key: Sequence[str] | None = None,
    ) -> None:
        super().__init__(title, parent, width=620)
        self._covered = Tick(self.tr("Encrypt: each agency alone can open its file"))
        self._covered.setObjectName("encrypt")
        self._passphrase = ""
        self._where = FolderLine()
        self._note = TextArea(self.tr("A note to all"), note_hint, least=2, most=4)
        self._note.setObjectName("note")
        self._fields = PassphraseFields(is_new=False)
        self.add(
            well(Label(told, wrap=True)),
            self._where,
            Field(self.tr("A note to all (may stay empty)"), self._note),
            *self._cover(without_key),
            self._fields,
        )
        self.set_acts(act, self.tr("Not now"), icon="package")
        self._fields.setFocus()

    def _cover(self, without_key: Sequence[str] | None) -> list[QWidget]:
        """Offered where every receiver's key is accepted; else it is said whose is missing."""
        if without_key is None:
            return []
        if not without_key:
            return [self._covered]
        self._covered.setEnabled(False)
        names = ", ".join(without_key[:_NAMED])
        more = self.tr("and %n more", "", len(without_key) - _NAMED) if len(without_key) > _NAMED else ""
        missing = self.tr("Not possible yet: no key of {names} is accepted.")
        told = missing.format(names=f"{names} {more}".strip())
        return [column(self._covered, Label(told, "hint", "ink-soft", wrap=True), gap=2)]

    def is_encrypted(self) -> bool:
        return self._covered.isChecked()

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
