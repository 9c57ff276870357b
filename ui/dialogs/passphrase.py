"""The passphrase of the sealing key: asked once where there is a key, twice and with good advice where one is made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import language, tokens
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import Part, fill
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.place_choice import PlaceChoice
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.tick import Tick

LEAST, GOOD = 8, 14  # characters


class PassphraseFields(QWidget):
    """One field for a key that is there, two for a new one; `passphrase()` is "" until they are right.

    `advice` says that a key is made now and what the passphrase is for; `named` is what the first field is called.
    """

    changed = Signal()

    def __init__(self, *, is_new: bool, advice: bool = True, named: str = "") -> None:
        super().__init__()
        self._is_new = is_new
        named = named or self.tr("Passphrase of the sealing key")
        self._first = self._entry(named, "passphrase")
        self._second = self._entry(self.tr("The same passphrase once more"), "passphrase-again")
        hint = "" if is_new else self.tr("Turn off the Vietnamese input method and Caps Lock before typing.")
        self._first_field = Field(named, self._first, hint)
        self._second_field = Field(self.tr("The same passphrase once more"), self._second)
        self._strength = Label("", "hint", "ink-soft", wrap=True)
        show = Tick(self.tr("Show what is typed"))
        show.toggled.connect(self._on_shown)
        parts: list[Part] = [self._first_field]
        if is_new:
            parts = [self._first_field, self._strength, self._second_field]
            parts = [self._advice(), *parts] if advice else parts
        fill(QVBoxLayout(self), [*parts, show], gap=tokens.NEAR)
        self.setFocusProxy(self._first)
        self._tell()

    def _advice(self) -> Sheet:
        return Sheet(
            Label(self.tr("A sealing key is made now, once for all rounds"), weight="medium", wrap=True),
            Label(
                self.tr(
                    "The passphrase protects it. Write it down and keep it in a closed envelope. "
                    "A forgotten passphrase never stops a submission: a new key can be made at any time, "
                    "and the authority compares its check code by telephone."
                ),
                "hint", wrap=True,
            ),
            look="lead", gap=4,
        )  # fmt: skip

    def _entry(self, name: str, object_name: str) -> Entry:
        entry = Entry(name)
        entry.setObjectName(object_name)
        entry.setEchoMode(QLineEdit.EchoMode.Password)
        entry.textChanged.connect(lambda _: self._tell())
        return entry

    def _on_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._first.setEchoMode(mode)
        self._second.setEchoMode(mode)

    def _tell(self) -> None:
        length = len(self._first.text())
        if length < LEAST:
            words, tone = (
                self.tr("At least {count} characters; four words in a row are easy to keep in mind").format(
                    count=LEAST
                ),
                "ink-soft",
            )
        elif length < GOOD:
            words, tone = self.tr("Strength: fair. A few words more make it strong."), "warn"
        else:
            words, tone = self.tr("Strength: good"), "good"
        self._strength.setText(words)
        self._strength.set_tone(tone)
        self._first_field.complain()
        self._second_field.complain()
        self.changed.emit()

    def passphrase(self) -> str:
        """What was typed, if it may be used; otherwise "" and the field says why."""
        typed = self._first.text()
        if not typed or (self._is_new and len(typed) < LEAST):
            words = (
                self.tr("Type at least {count} characters.").format(count=LEAST)
                if self._is_new
                else self.tr("Type the passphrase.")
            )
            self._first_field.complain(words)
            self._first.setFocus()
            return ""
        if self._is_new and self._second.text() != typed:
            self._second_field.complain(self.tr("This differs from the first one."))
            self._second.setFocus()
            return ""
        return typed


class SealDialog(Dialog):
    """What goes out, where it is written, and the passphrase; `values()` is (folder, passphrase)."""

    def __init__(
        self,
        file_name: str,
        size: int,
        last: Path | None,
        parent: QWidget | None,
        *,
        is_new: bool,
        title: str = "",
        before: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(title or self.tr("Seal and export"), parent, width=600)
        self._fields = PassphraseFields(is_new=is_new)
        self._where = PlaceChoice(last)
        self._passphrase = ""
        self._file = Label("", weight="medium", wrap=True)
        self.tell_file(file_name, size)
        self.add(
            *before,
            Sheet(Label(self.tr("File to be written"), "hint", "ink-soft"), self._file, gap=2),
            self._where,
            self._fields,
        )
        self.add(None)
        self.set_acts(self.tr("Seal and export"), self.tr("Not now"), icon="package")
        self._fields.setFocus()

    def tell_file(self, name: str, size: int) -> None:
        """What will be written, of about `size` bytes."""
        self._file.setText(self.tr("{name} · about {size}").format(name=name, size=language.size_text(size)))

    def choose(self, folder: Path) -> None:
        """Writes to this folder."""
        self._where.choose(folder)

    def values(self) -> tuple[Path, str]:
        return self._where.folder(), self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()
