"""Who is working: the name that stands in the journal and on what goes out."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.text import Label


class PersonDialog(Dialog):
    """`values()` is (name, title, office)."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(self.tr("Who is working?"), parent)
        self._name = Entry(self.tr("Full name"))
        self._title = Entry(self.tr("Post"), self.tr("For example: Officer for culture and society"))
        self._office = Entry(self.tr("Office"))
        self._name.setObjectName("person-name")
        self._title.setObjectName("person-title")
        self._office.setObjectName("person-office")
        self._name_field = Field(self.tr("Full name"), self._name)
        self.add(
            Label(
                self.tr("The name stands in the journal and on what is sent. No password is asked."),
                tone="ink-soft",
                wrap=True,
            ),
            self._name_field,
            Field(self.tr("Post"), self._title),
            Field(self.tr("Office"), self._office),
        )
        self.set_acts(self.tr("Begin working"), self.tr("Not now"))

    def values(self) -> tuple[str, str, str]:
        return self._name.value(), self._title.value(), self._office.value()

    def accept(self) -> None:
        if self._name.value():
            super().accept()
        else:
            self._name_field.complain(self.tr("Type the full name."))
            self._name.setFocus()
