"""Shown when something happened that nobody foresaw."""

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets import text
from ui.widgets.button import Button
from ui.widgets.text import Label


class CrashReport(Dialog):
    def __init__(self, details: str, parent: QWidget | None) -> None:
        super().__init__("", parent, width=640)
        self._details = details
        title = self.tr("Something unforeseen happened")
        self.setWindowTitle(title)
        self.findChildren(Label)[0].setText(title)
        sentence = self.tr(
            "The last act was not finished; what had been saved before stays as it was. "
            "Work can go on. Copy the details and pass them on to whoever looks after the software."
        )
        self.add(Label(sentence, wrap=True))
        box = QPlainTextEdit(text.plain(details))
        box.setReadOnly(True)
        box.setMinimumHeight(200)
        box.setTabChangesFocus(True)
        text.name(box, self.tr("Details"))
        self.add((box, 1))
        copy = Button(self.tr("Copy details"), "plain", "copy")
        copy.setObjectName("copy")
        copy.clicked.connect(self._on_copy)
        self.set_acts(self.tr("Go on working"), self.tr("Close"), copy)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._details)
