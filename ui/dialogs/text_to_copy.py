"""A text to paste into a chat or a letter: it may be changed before it is copied."""

from PySide6.QtWidgets import QApplication, QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class TextToCopy(Dialog):
    """Shows `words`; the main act copies what stands there by then."""

    def __init__(self, title: str, hint: str, words: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, width=600)
        self._area = TextArea(title, least=6, most=14)
        self._area.setObjectName("text")
        self._area.set_text(words)
        self.add(Label(hint, tone="ink-soft", wrap=True), self._area)
        self.set_acts(self.tr("Copy and close"), self.tr("Close"), icon="copy")

    def accept(self) -> None:
        QApplication.clipboard().setText(self._area.value())
        super().accept()
