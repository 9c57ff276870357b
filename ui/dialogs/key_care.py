"""One's own sealing key looked after: another passphrase, a copy on a stick or on paper, a new key in its place."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.boxes import column, row
from ui.widgets.chips import ChoiceRow
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

REPLACED, LOST, STOLEN = "replaced", "lost", "stolen"
FILE, SHEET = "file", "sheet"


def secret_entry(name: str, object_name: str) -> Entry:
    """A field whose letters are not shown."""
    entry = Entry(name)
    entry.setObjectName(object_name)
    entry.setEchoMode(QLineEdit.EchoMode.Password)
    return entry


def effect(icon: str, tone: str, words: str) -> QWidget:
    """One thing that an act brings about, said before the click."""
    return row(Icon(icon, tone), (Label(words, wrap=True), 1), gap=8)


class ReplaceKeyDialog(Dialog):
    """`values()` is (passphrase of the new key, why the old one ends)."""

    def __init__(self, owner: str, is_authority: bool, parent: QWidget | None) -> None:
        super().__init__(self.tr("A new key for {owner}").format(owner=owner), parent, width=640)
        self._why = ChoiceRow(
            [
                (REPLACED, self.tr("Another computer, another clerk")),
                (LOST, self.tr("Lost, or passphrase forgotten")),
                (STOLEN, self.tr("Stolen, or seen by somebody")),
            ]
        )
        self._why.setObjectName("why")
        self._why.chosen.connect(lambda _: self._tell())
        self._earlier, self._later = Label("", wrap=True), Label("", wrap=True)
        others = (
            self.tr("Every commune sees another check code. Send a new official letter with it before the next file.")
            if is_authority
            else self.tr("The authority sees another check code and compares it. Report again afterwards.")
        )
        self._fields = PassphraseFields(is_new=True, advice=False)
        self._passphrase = ""
        self.add(
            Field(self.tr("Why"), self._why),
            Sheet(
                row(Icon("history", "ink-soft"), (self._earlier, 1), gap=8),
                row(Icon("triangle-alert", "warn"), (self._later, 1), gap=8),
                effect("phone", "ink-soft", others),
                effect("circle-check", "good", self.tr("Nothing has to wait: files can be sealed at once.")),
                look="well",
                gap=8,
            ),
            self._fields,
        )
        self.add(None)
        self.set_acts(self.tr("Make a new key"), self.tr("Keep the present key"), icon="key-round")
        self._tell()

    def choose(self, why: str) -> None:
        """Chooses a reason, as a click does."""
        self._why.set_value(why)
        self._tell()

    def _tell(self) -> None:
        why = self._why.value()
        earlier = self.tr("Files sealed before stay what they are; receipts for them still count.")
        if why == STOLEN:
            earlier += " " + self.tr("Call the receiver today: until it closes the old key, a stranger could use it.")
        self._earlier.setText(earlier)
        self._later.setText(
            {
                REPLACED: self.tr("The old key seals nothing more here; copies of it can be destroyed."),
                LOST: self.tr("If the old key turns up again, do not use it; restoring it would undo this."),
                STOLEN: self.tr(
                    "Once the receiver has closed the old key as stolen, files sealed with it later are refused."
                ),
            }[why]
        )

    def values(self) -> tuple[str, str]:
        return self._passphrase, str(self._why.value())

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()


class ChangePassphraseDialog(Dialog):
    """`values()` is (present passphrase, new one)."""

    def __init__(self, owner: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("Change the passphrase"), parent, width=560)
        self._old = secret_entry(self.tr("Present passphrase"), "old-passphrase")
        self._old_field = Field(
            self.tr("Present passphrase"), self._old,
            self.tr("Turn off the Vietnamese input method and Caps Lock before typing."),
        )  # fmt: skip
        self._fields = PassphraseFields(is_new=True, advice=False, named=self.tr("New passphrase"))
        self._new = ""
        told = self.tr(
            "The key of {owner} stays the same, and so does its check code. "
            "Copies and printed sheets made before keep the passphrase they were made with."
        )
        self.add(Label(told.format(owner=owner), wrap=True), self._old_field, self._fields)
        self.add(None)
        self.set_acts(self.tr("Change the passphrase"), self.tr("Close"), icon="lock")
        self._old.setFocus()

    def values(self) -> tuple[str, str]:
        return self._old.text(), self._new

    def accept(self) -> None:
        self._old_field.complain("" if self._old.text() else self.tr("Type the passphrase."))
        self._new = self._fields.passphrase() if self._old.text() else ""
        if self._new:
            super().accept()
        elif not self._old.text():
            self._old.setFocus()


class CopyKeyDialog(Dialog):
    """`values()` is (FILE or SHEET, passphrase); where it goes is asked afterwards."""

    def __init__(self, owner: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("Back up the key"), parent, width=600)
        self._kind = ChoiceRow([(FILE, self.tr("File on a USB stick")), (SHEET, self.tr("Printed sheet"))])
        self._kind.setObjectName("copy-kind")
        self._kind.chosen.connect(lambda _: self._tell())
        self._told = Label("", "hint", "ink-soft", wrap=True)
        self._fields = PassphraseFields(is_new=False)
        self._passphrase = ""
        self.add(
            Label(self.tr("The key of {owner}").format(owner=owner), weight="medium", wrap=True),
            column(self._kind, self._told, gap=8),
            self._fields,
        )
        self.add(None)
        self.set_acts(self.tr("Choose where…"), self.tr("Not now"), icon="save")
        self._fields.setFocus()
        self._tell()

    def choose(self, kind: str) -> None:
        """Chooses a kind of copy, as a click does."""
        self._kind.set_value(kind)
        self._tell()

    def _tell(self) -> None:
        self._told.setText(
            self.tr(
                "One small file with the same passphrase as the key; it is read again after writing. "
                "Keep the stick locked away from this computer."
            )
            if self._kind.value() == FILE
            else self.tr(
                "One page with seven lines to be typed back on any computer; worthless without the passphrase. "
                "Keep it in a closed envelope, apart from the passphrase."
            )
        )

    def values(self) -> tuple[str, str]:
        return str(self._kind.value()), self._passphrase

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()
