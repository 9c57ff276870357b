"""The passphrase of a backup: asked where one is brought back, set where copies or one file shall be locked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from ui.dialogs.dialog import Dialog
from ui.dialogs.key_care import secret_entry
from ui.dialogs.passphrase import PassphraseFields
from ui.notices import sentence_for
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text import Label
from ui.widgets.tick import Tick

_NEEDED, _WRONG = "backup.passphrase_needed", "backup.passphrase_wrong"


class BackupPassphrase(QWidget):
    """A line for the passphrase and a button that calls `look`; hidden until a backup turns out to be locked."""

    def __init__(self, look: Callable[[], object]) -> None:
        super().__init__()
        named = self.tr("Passphrase of the backup")
        self._secret = secret_entry(named, "passphrase")
        self._secret.returnPressed.connect(look)
        button = Button(self.tr("See what is inside"), "plain", "eye")
        button.setObjectName("look")
        button.setAutoDefault(False)
        button.clicked.connect(look)
        line = row((self._secret, 1), button, gap=8)
        line.setFocusProxy(self._secret)
        hint = self.tr("Turn off the Vietnamese input method and Caps Lock before typing.")
        self._field = Field(named, line, hint)
        fill(QVBoxLayout(self), [self._field])
        self.setFocusProxy(self._secret)
        self.hide()

    def typed(self) -> str:
        """What stands there, as it was typed."""
        return self._secret.text()

    def type(self, passphrase: str) -> None:
        """Puts it there, as a person does."""
        self._secret.setText(passphrase)

    def asks_for(self, error: AppError) -> bool:
        """Shows itself where a passphrase is what is missing or wrong, and says so."""
        if error.code not in (_NEEDED, _WRONG):
            return False
        self._field.complain(sentence_for(error) if error.code == _WRONG else "")
        self.show()
        self._secret.setFocus()
        return True


@dataclass(frozen=True, slots=True)
class LockWords:
    """What a `LockDialog` says: what is written, the offer to lock it, and what its passphrase means."""

    title: str
    told: str
    offer: str
    hint: str


class LockDialog(Dialog):
    """Something may be locked before it is written: `passphrase()` is "" where everybody shall be able to open it.

    With `is_there` it is locked already, and its passphrase is asked once.
    """

    def __init__(
        self, words: LockWords, act: str, icon: str, parent: QWidget | None, *, is_there: bool = False
    ) -> None:
        super().__init__(words.title, parent, width=560)
        self._locked = Tick(words.offer or words.title)
        self._locked.setObjectName("locked")
        self._locked.toggled.connect(self._on_locked)
        self._fields = PassphraseFields(is_new=not is_there, advice=False, named=self.tr("Passphrase of the backup"))
        self._hint = Label(words.hint, "hint", "warn", wrap=True)
        self._passphrase = ""
        self.add(Label(words.told, tone="ink-soft", wrap=True), self._locked, self._fields, self._hint, None)
        self.set_acts(act, self.tr("Not now"), icon=icon)
        self._locked.setVisible(not is_there)
        self.lock(is_there)

    def lock(self, is_locked: bool) -> None:
        """Ticks it, as a click does."""
        self._locked.setChecked(is_locked)
        self._on_locked(is_locked)

    def _on_locked(self, is_locked: bool) -> None:
        self._fields.setVisible(is_locked)
        self._hint.setVisible(is_locked and bool(self._hint.text()))
        if is_locked:
            self._fields.setFocus()

    def passphrase(self) -> str:
        return self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase() if self._locked.isChecked() else ""
        if self._passphrase or not self._locked.isChecked():
            super().accept()
