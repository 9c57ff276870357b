"""One sentence to be written down with an act: why figures are reopened, who said that a file arrived."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class NoteDialog(Dialog):
    """`note()` is what was written; where it is `wanted`, an empty one is not accepted."""

    def __init__(
        self,
        title: str,
        sentence: str,
        label: str,
        act: str,
        parent: QWidget | None,
        *,
        hint: str = "",
        wanted: str = "",
        text: str = "",
    ) -> None:
        super().__init__(title, parent)
        self._wanted = wanted
        self._area = TextArea(label, hint, least=2, most=6)
        self._area.setObjectName("note")
        self._area.set_text(text)
        self._field = Field(label, self._area)
        self.add(Label(sentence, wrap=True), self._field)
        self.add(None)
        self.set_acts(act, self.tr("Not now"))
        self._area.setFocus()

    def note(self) -> str:
        return self._area.value()

    def accept(self) -> None:
        if self._wanted and not self.note():
            self._field.complain(self._wanted)
            self._area.setFocus()
            return
        super().accept()
