"""A commune makes itself known: who is called, which file is written where, and the passphrase of the key."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.agency import Contact
from app.operations.trust import registering
from ui import tokens
from ui.dialogs.passphrase import SealDialog
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.text import Label


class ContactFields(QWidget):
    """Who is called; `contact()` is what was typed, `is_complete()` says what is missing at its field."""

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self._entries = {
            "name": Entry(self.tr("Focal officer")),
            "title": Entry(self.tr("Post")),
            "telephone": Entry(self.tr("Telephone"), width=180),
            "email": Entry(self.tr("E-mail")),
        }
        for name, entry in self._entries.items():
            entry.setObjectName(f"contact-{name}")
            entry.set_text(getattr(contact, name))
        self._name = Field(self.tr("Focal officer"), self._entries["name"])
        self._telephone = Field(self.tr("Telephone"), self._entries["telephone"])
        told = self.tr(
            "A small file tells the authority that the campaign is here, whom to call, and which key seals. "
            "The code is compared weeks before the deadline, so nothing waits on the last day."
        )
        parts = [
            Label(told, wrap=True),
            row((self._name, 1), (Field(self.tr("Post"), self._entries["title"]), 1)),
            row(self._telephone, (Field(self.tr("E-mail"), self._entries["email"]), 1)),
        ]
        fill(QVBoxLayout(self), parts, gap=tokens.NEAR)

    def contact(self) -> Contact:
        return Contact(**{name: entry.value() for name, entry in self._entries.items()})

    def is_complete(self) -> bool:
        typed = self.contact()
        self._name.complain("" if typed.name else self.tr("Type who is called."))
        self._telephone.complain("" if typed.telephone else self.tr("Type the number."))
        return bool(typed.name and typed.telephone)


class RegistrationDialog(SealDialog):
    """`contact()` is who is called; `values()` is (folder, passphrase)."""

    def __init__(
        self, file_name: str, contact: Contact, last: Path | None, parent: QWidget | None, *, is_new: bool
    ) -> None:
        fields = ContactFields(contact)
        title = QCoreApplication.translate("RegistrationDialog", "Report that the campaign has come")
        super().__init__(file_name, registering.SIZE, last, parent, is_new=is_new, title=title, before=(fields,))
        self._contact = fields
        act = self.findChild(Button, "act")
        if act is not None:
            act.setText(self.tr("Write the report file"))

    def contact(self) -> Contact:
        return self._contact.contact()

    def accept(self) -> None:
        if self._contact.is_complete():
            super().accept()
