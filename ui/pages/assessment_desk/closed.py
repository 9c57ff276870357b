"""Says that the figures are frozen or sent, and lets them be reopened with a reason."""

from PySide6.QtWidgets import QWidget

from app import wording
from app.operations.commune.assessing import View
from ui import language
from ui.context import Context
from ui.dialogs.note import NoteDialog
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class ClosedPanel(Sheet):
    """Hidden while answers may be changed."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._words = Label("", wrap=True)
        self._reopen = Button(self.tr("Reopen for changes"), "plain", "lock-open")
        self._reopen.setObjectName("reopen")
        self._reopen.clicked.connect(self._ask)
        super().__init__(
            row(Icon("lock", "lead", 20), (self._words, 1), self._reopen), look="lead", margins=(16, 8, 12, 8)
        )
        self.setObjectName("closed")
        self.hide()

    def show_view(self, seen: View) -> None:
        state = wording.word(seen.state, language.current())
        told = self.tr("{state} (revision {number}). What stands here can only be read.")
        self._words.setText(told.format(state=state, number=seen.revision_number))
        self.setVisible(not seen.is_draft)

    def _ask(self) -> None:
        from app.operations.commune import submitting

        window: QWidget = self.window()
        dialog = NoteDialog(
            self.tr("Reopen the figures for changes"),
            self.tr("What was frozen stays as it is and counts until another revision replaces it."),
            self.tr("Reason"),
            self.tr("Reopen for changes"),
            window,
            wanted=self.tr("Write the reason; it stands in the journal."),
        )
        dialog.accepted.connect(lambda: self._context.run(submitting.reopen, self._context.part_id, dialog.note()))
        dialog.open()
