"""A submission goes back to be completed: what is lacking in general and by criterion, until when, where to write."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.framework import Placed
from ui.dialogs.choose_criterion import ChooseCriterionDialog
from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.date_entry import DateEntry
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.folder_line import FolderLine
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class ReturnDialog(Dialog):
    """`reason()`, `lacking()`, `last_day()`, `folder()` and `passphrase()` are there once it was accepted."""

    def __init__(self, agency: str, places: Sequence[Placed], last_day: date | None, parent: QWidget | None) -> None:
        super().__init__(self.tr("Return the submission of {agency}").format(agency=agency), parent, width=660)
        self._places = {place.id: place for place in places}
        self._passphrase = ""
        self._lines: dict[str, tuple[QWidget, Entry]] = {}
        told = self.tr(
            "The whole submission is opened again at the agency. It counts as no round, and nothing of it is appraised "
            "until it comes again. The return can be taken back."
        )
        self._reason = TextArea(self.tr("What is lacking"), self.tr("For example: signature of the leader missing"))
        self._reason.setObjectName("reason")
        self._reason_field = Field(self.tr("What is lacking, in general"), self._reason)
        self._list = QVBoxLayout()
        self._holder = QWidget()
        self._holder.setLayout(self._list)
        fill(self._list, [], gap=6)
        add = Button(self.tr("Add a criterion…"), "plain", "plus")
        add.setObjectName("add-criterion")
        add.clicked.connect(self._ask_criterion)
        self._day = DateEntry(self.tr("Last day to send again"))
        self._day.set_date(last_day)
        self._where, self._fields = FolderLine(), PassphraseFields(is_new=False)
        self.add(
            well(Label(told, wrap=True)),
            self._reason_field,
            Sheet(
                Label(self.tr("What is lacking, by criterion"), weight="medium"), self._holder, row(add, None), gap=8
            ),
            Field(self.tr("Last day to send again (may stay empty)"), row(self._day, None)),
            self._where,
            self._fields,
        )
        self.set_acts(self.tr("Seal and write the return"), self.tr("Not now"), icon="undo-2")
        self._reason.setFocus()

    def add_criterion(self, node: str, words: str = "") -> None:
        """A line for what this criterion lacks; a second one for the same only takes the focus."""
        if node not in self._lines:
            place = self._places[node]
            name = f"{place.node.code} {place.node.title}".strip()
            entry = Entry(self.tr("What {criterion} lacks").format(criterion=name))
            entry.set_text(words)
            remove = Button(self.tr("Remove"), "link")
            line = Sheet(row((Label(name, wrap=True), 1), remove), entry, gap=4)
            remove.clicked.connect(lambda: self._remove(node))
            self._lines[node] = (line, entry)
            self._list.addWidget(line)
        self._lines[node][1].setFocus()

    def reason(self) -> str:
        return self._reason.value()

    def lacking(self) -> dict[str, str]:
        """What is lacking, by node."""
        return {node: entry.value() for node, (_, entry) in self._lines.items()}

    def last_day(self) -> str:
        day = self._day.date()
        return day.isoformat() if day else ""

    def folder(self) -> Path:
        return self._where.folder()

    def choose(self, folder: Path) -> None:
        """Writes to this folder."""
        self._where.choose(folder)

    def passphrase(self) -> str:
        return self._passphrase

    def accept(self) -> None:
        self._reason_field.complain("" if self.reason() else self.tr("Say what is lacking."))
        if not self.reason():
            self._reason.setFocus()
            return
        self._passphrase = self._fields.passphrase()
        if self._passphrase:
            super().accept()

    def _ask_criterion(self) -> None:
        open_ = [place for id_, place in self._places.items() if id_ not in self._lines]
        title, told = self.tr("Which criterion?"), self.tr("What it lacks is written in the next step.")
        dialog = ChooseCriterionDialog(self, title, told, self.tr("Take it"), open_)
        dialog.accepted.connect(lambda: self.add_criterion(dialog.chosen()))
        dialog.open()

    def _remove(self, node: str) -> None:
        line, _ = self._lines.pop(node)
        line.hide()
        line.deleteLater()
