"""Before there is a window: why the data folder can't be opened."""

from app.errors import AppError
from ui.dialogs.dialog import Dialog
from ui.notices import sentence_for
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class CannotOpen(Dialog):
    """The sentence for the error, and a button to close."""

    def __init__(self, error: AppError) -> None:
        super().__init__("", None, width=520)
        title = self.tr("The data folder was not opened")
        self.setWindowTitle(title)
        self.findChildren(Label)[0].setText(title)
        self.sentence = Label(sentence_for(error), wrap=True, selectable=True)
        self.add(row(Icon("triangle-alert", "warn", 20), (self.sentence, 1)))
        if error.code == "data.upgrade_failed":
            told = self.tr("For those who look after the program: {what}").format(what=error.details["what"])
            self.add(Label(told, "hint", "ink-soft", wrap=True, selectable=True))
        close = Button(self.tr("Close"), "main")
        close.setObjectName("leave")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self.add(row(None, close))
