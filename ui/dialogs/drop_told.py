"""File by file, what became of a drop: whose it is, taken in or not, and the sentence that says why."""

from PySide6.QtWidgets import QApplication, QWidget

from app.operations.authority.collecting import Drop, Outcome, Taken
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.notices import sentence_for
from ui.widgets.sheet import framed, well
from ui.widgets.text import Label
from ui.widgets.views import TableView

_LOOKS = {
    Outcome.RECEIVED: ("circle-check", "good"),
    Outcome.ALREADY: ("info", "ink-soft"),
    Outcome.SIGNED: ("circle-check", "good"),
    Outcome.OLDER: ("history", "ink-soft"),
    Outcome.CONFLICTING: ("git-compare", "bad"),
    Outcome.WAITING: ("calendar-clock", "warn"),
    Outcome.OTHER_KEY: ("key-round", "bad"),
    Outcome.BAD_SIGNATURE: ("user-x", "bad"),
    Outcome.REGISTERED: ("key-round", "good"),
    Outcome.VOLUME: ("paperclip", "good"),
    Outcome.ASIDE: ("clock", "warn"),
    Outcome.OTHER_KIND: ("info", "ink-soft"),
    Outcome.REFUSED: ("file-x", "bad"),
}


class DropToldDialog(Dialog):
    """Those that need a person stand first; the sentence of the chosen one stands below in full."""

    def __init__(self, drop: Drop, parent: QWidget | None) -> None:
        super().__init__(self.tr("What became of each file"), parent, width=900)
        words = {
            Outcome.RECEIVED: self.tr("Taken in"),
            Outcome.ALREADY: self.tr("Was here already"),
            Outcome.SIGNED: self.tr("Signatures taken in"),
            Outcome.OLDER: self.tr("Older, kept as history"),
            Outcome.CONFLICTING: self.tr("Two different ones"),
            Outcome.WAITING: self.tr("Replacement, waits for consent"),
            Outcome.OTHER_KEY: self.tr("Other key than the accepted one"),
            Outcome.BAD_SIGNATURE: self.tr("Kept, signature does not hold"),
            Outcome.REGISTERED: self.tr("Registration taken in"),
            Outcome.VOLUME: self.tr("Evidence taken in"),
            Outcome.ASIDE: self.tr("Evidence, figures awaited"),
            Outcome.OTHER_KIND: self.tr("No submission"),
            Outcome.REFUSED: self.tr("Not taken in"),
        }
        self._words = words
        order = [*reversed(Outcome)]
        files = sorted(drop.files, key=lambda item: order.index(item.outcome))
        numbers = {id(item): number for number, item in enumerate(files)}
        columns: tuple[Column[Taken], ...] = (
            Column(self.tr("File"), lambda item: Cell(item.file_name)),
            Column(self.tr("From"), lambda item: Cell(item.name or "–"), width=160),
            Column(self.tr("Outcome"), self._outcome, width=220),
        )
        model = RowsModel(columns, files, key=lambda item: numbers[id(item)], parent=self)
        self._table = TableView(self.tr("Files"), model)
        self._table.setMinimumHeight(self._table.height_of_rows(6))
        self._sentence = Label("", wrap=True, selectable=True)
        self._sentence.setMinimumHeight(72)
        self._sentence.setObjectName("sentence")
        self._table.chosen.connect(self._show)
        self.add((framed(self._table), 1), well(self._sentence))
        self.set_acts(self.tr("Copy all sentences"), self.tr("Close"), icon="copy")
        self._files = files
        if files:
            self._table.select_key(0)

    def accept(self) -> None:
        QApplication.clipboard().setText("\n".join(f"{item.file_name}: {self._told(item)}" for item in self._files))
        super().accept()

    def _outcome(self, item: Taken) -> Cell:
        icon, tone = _LOOKS[item.outcome]
        return Cell(self._words[item.outcome], icon=icon, tone=tone, badge=True)

    def _show(self, item: Taken | None) -> None:
        self._sentence.setText(self._told(item) if item else "")

    def _told(self, item: Taken) -> str:
        if item.error is not None:
            return sentence_for(item.error)
        told = {
            Outcome.RECEIVED: self.tr("Intact and taken in. Nothing else is needed."),
            Outcome.REGISTERED: self.tr(
                "The agency reported that it has the campaign. Its key waits to be compared under Registry and keys."
            ),
            Outcome.WAITING: self.tr(
                "A replacement of what was received in time, received after the last day. It is kept; what came in "
                "time goes on counting until somebody consents on the board."
            ),
            Outcome.OTHER_KEY: self.tr(
                "Sealed with another key than the accepted one. It is kept; what came under the accepted key goes on "
                "counting until that key is accepted or somebody consents on the board. Call the number known from "
                "before, not one in the file."
            ),
            Outcome.BAD_SIGNATURE: self.tr(
                "Its content is intact and kept for comparison, but a signature on it can't be used, so it does not "
                "count. See the verification, and ask the agency to sign again with a valid certificate."
            ),
            Outcome.VOLUME: self.tr("Evidence of a submission whose figures are here. Nothing else is needed."),
            Outcome.ASIDE: self.tr(
                "A volume with evidence whose figures have not come yet. It is kept; load the file with the figures "
                "and it is taken up by itself."
            ),
            Outcome.ALREADY: self.tr("This very file was taken in before. Nothing has changed."),
            Outcome.SIGNED: self.tr(
                "The same figures as received before, now signed. The signatures stand with the submission; figures "
                "and time of receipt stay as they were."
            ),
            Outcome.OLDER: self.tr("A newer revision is here already. This one is kept as history."),
            Outcome.CONFLICTING: self.tr(
                "Two different submissions bear one revision number. Both are kept, none is appraised yet. "
                "Look at what differs, ask the agency, and choose."
            ),
        }
        return told[item.outcome]
