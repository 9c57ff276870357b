"""Another title for a campaign."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets.entry import Entry
from ui.widgets.field import Field


class TitleDialog(Dialog):
    """`value()` is the title, never empty."""

    def __init__(self, heading: str, known: str, parent: QWidget | None) -> None:
        super().__init__(heading, parent)
        self._entry = Entry(self.tr("Title"))
        self._entry.setObjectName("title")
        self._entry.set_text(known)
        self._field = Field(self.tr("Title"), self._entry)
        self.add(self._field)
        self.set_acts(self.tr("Save the title"), self.tr("Close"))

    def value(self) -> str:
        return self._entry.value()

    def accept(self) -> None:
        self._field.complain("" if self.value() else self.tr("Type a title."))
        if self.value():
            super().accept()
