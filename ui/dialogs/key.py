"""Keys: a new one of our own where a passphrase was forgotten, and accepting the key of whoever sent a file."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.check_code import in_halves
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

DIGITS = 30  # of a check code


class NewKeyDialog(Dialog):
    """`passphrase()` locks the new key."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(self.tr("Make a new sealing key"), parent, width=560)
        self._fields = PassphraseFields(is_new=True)
        self._passphrase = ""
        self.add(
            Label(
                self.tr(
                    "The key used so far is set aside; what was sent with it stays valid. "
                    "The submission can go out at once. "
                    "The authority sees another check code and compares it by telephone."
                ),
                wrap=True,
            ),
            self._fields,
        )
        self.add(None)
        self.set_acts(self.tr("Make a new key"), self.tr("Not now"), icon="key-round")
        self._fields.setFocus()

    def passphrase(self) -> str:
        return self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()


class AcceptKeyDialog(Dialog):
    """The code shown is that of the file; the one of the letter is typed or pasted. `values()` is (code, how)."""

    def __init__(self, sender: str, check_code: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("Compare the code and accept the key"), parent, width=560)
        self._code = Entry(
            self.tr("Check code from the letter or the telephone"), "12345 67890 12345 67890 12345 67890"
        )
        self._code.setObjectName("typed-code")
        self._how = Choice(
            self.tr("Compared with"),
            [
                ("letter", self.tr("Official letter")),
                ("telephone", self.tr("Telephone, a number known before")),
                ("in_person", self.tr("In person")),
            ],
        )
        self._field = Field(
            self.tr("Check code from the letter or the telephone"), self._code,
            self.tr("Six groups of five digits. Never take the code from the file itself or from the same message."),
        )  # fmt: skip
        self.add(
            Sheet(
                Label(self.tr("Key of the file from {sender}").format(sender=sender), "hint", "ink-soft", wrap=True),
                Label(in_halves(check_code), "section", weight="bold", selectable=True),
                gap=2,
            ),
            self._field,
            Field(self.tr("Compared with"), self._how),
        )
        self.add(None)
        self.set_acts(self.tr("Accept key"), self.tr("Not now"), icon="shield-check")
        self._code.setFocus()

    def values(self) -> tuple[str, str]:
        return self._code.value(), str(self._how.value())

    def accept(self) -> None:
        if sum(each.isdigit() for each in self._code.value()) == DIGITS:
            super().accept()
        else:
            self._field.complain(self.tr("The code has 30 digits; copy all six groups."))
            self._code.setFocus()
