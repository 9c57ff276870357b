"""Handing everything over: who gives, who receives, and the passphrase of the one file."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.keeping.handing_over import Party
from ui import tokens
from ui.dialogs.dialog import Dialog
from ui.dialogs.key_care import effect
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.boxes import fill, row
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class _PartyFields(QWidget):
    """Name, post and office of one side."""

    def __init__(self, head: str, side: str, party: Party) -> None:
        super().__init__()
        names = (self.tr("Full name"), self.tr("Post"), self.tr("Office"))
        self._entries = [Entry(f"{head}: {name}") for name in names]
        for entry, name, value in zip(
            self._entries, ("name", "title", "office"), (party.name, party.title, party.office), strict=True
        ):
            entry.setObjectName(f"{side}-{name}")
            entry.setText(value)
        self._fields = [Field(name, entry) for name, entry in zip(names, self._entries, strict=True)]
        lines = row(*((field, 1) for field in self._fields), gap=tokens.FIELD)
        fill(QVBoxLayout(self), [Label(head, weight="bold"), lines], gap=4)
        self.setFocusProxy(self._entries[0])

    def party(self) -> Party | None:
        """None where there is no name: the field says so."""
        if not self._entries[0].value():
            self._fields[0].complain(self.tr("Type the full name."))
            self._entries[0].setFocus()
            return None
        self._fields[0].complain()
        return Party(*(entry.value() for entry in self._entries))


class HandoverDialog(Dialog):
    """`values()` is (giver, receiver, note, passphrase)."""

    def __init__(self, giver: Party, parent: QWidget | None) -> None:
        super().__init__(self.tr("Hand everything over"), parent, width=720)
        self._giver = _PartyFields(self.tr("Who hands over"), "giver", giver)
        self._receiver = _PartyFields(self.tr("Who takes over"), "receiver", Party("", "", giver.office))
        self._note = Entry(self.tr("Remark in the record"))
        self._note.setObjectName("note")
        self._fields = PassphraseFields(is_new=True, advice=False, named=self.tr("Passphrase of the handover file"))
        self._values: tuple[Party, Party, str, str] | None = None
        self.add(
            Sheet(
                effect("lock", "lead", self.tr("One locked file: all data, all evidence, the sealing keys.")),
                effect("key-round", "lead", self.tr(
                    "A sealing key stays locked by its own passphrase: tell that too, or let a new key be made."
                )),
                effect("file-text", "lead", self.tr("A record of one page, to be printed twice and signed by both.")),
                look="well", gap=tokens.STEP,
            ),
            self._giver,
            self._receiver,
            Field(self.tr("Remark in the record (may stay empty)"), self._note),
            self._fields,
            None,
        )  # fmt: skip
        self.set_acts(self.tr("Choose where…"), self.tr("Not now"), icon="folder-output")
        (self._receiver if giver.name else self._giver).setFocus()

    def values(self) -> tuple[Party, Party, str, str]:
        assert self._values is not None
        return self._values

    def accept(self) -> None:
        giver, receiver = self._giver.party(), self._receiver.party()
        if giver is None or receiver is None:
            return
        passphrase = self._fields.passphrase()
        if passphrase:
            self._values = (giver, receiver, self._note.value(), passphrase)
            super().accept()
