"""The end of an appraisal round: where it stands, the feedback that goes out, and closing it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.operations.authority.appraisal_desk import Counts
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import Part, column, row, rule
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class RoundDialog(Dialog):
    """`export_asked` and `close_asked` tell which of its acts was taken; the dialog goes before."""

    export_asked = Signal()
    close_asked = Signal()

    def __init__(
        self, number: int, counts: Counts, sent: int, agencies: int, parent: QWidget | None, *, communes: bool
    ) -> None:
        super().__init__(self.tr("Appraisal round {number}").format(number=number), parent, width=620)
        everybody = (
            self.tr("%n submission(s) of communes", "", agencies)
            if communes
            else self.tr("%n submission(s)", "", agencies)
        )
        lines: list[Part] = [
            self._line("inbox", "ink-soft", everybody),
            self._line("circle-check", "good", self.tr("%n criteria appraised", "", counts.done)),
        ]
        if counts.open:
            lines.append(self._line("circle", "warn", self.tr("%n criteria not appraised yet", "", counts.open)))
        if counts.contested:
            told = self.tr("%n criteria the agencies are asked to explain or supply", "", counts.contested)
            lines.append(self._line("message-square-text", "lead", told))
        if counts.disagreements:
            told = self.tr("%n criteria on which opinions differ, for the council", "", counts.disagreements)
            lines.append(self._line("git-fork", "warn", told))
        self.add(
            column(*lines, gap=6),
            rule(),
            self._export(number, sent, agencies),
            rule(),
            self._close(number, sent, agencies),
        )
        leave = Button(self.tr("Back to the desk"), "plain")
        leave.setObjectName("leave")
        leave.clicked.connect(self.reject)
        self.add(row(None, leave))

    def _export(self, number: int, sent: int, agencies: int) -> QWidget:
        button = Button(self.tr("Export the feedback"), "main" if not sent else "plain", "package")
        button.setObjectName("export")
        button.clicked.connect(lambda: self._take(self.export_asked))
        told = self.tr(
            "One sealed file for each agency, with every opinion, its reason and the points so far. "
            "Internal notes and names of assessors stay here."
        )
        already = self.tr("Written so far in this round: {sent} of {agencies}.").format(sent=sent, agencies=agencies)
        head = Label(self.tr("1. Send the opinions"), weight="bold")
        return row((column(head, Label(told, wrap=True), Label(already, "hint", "ink-soft"), gap=4), 1), button, gap=16)

    def _close(self, number: int, sent: int, agencies: int) -> QWidget:
        words = self.tr("End appraisal round {number}").format(number=number)
        button = Button(words, "main" if sent else "plain", "flag")
        button.setObjectName("close-round")
        button.clicked.connect(lambda: self._take(self.close_asked))
        told = self.tr(
            "Opinions of this round can no longer be changed. What is answered again opens anew in round {next}."
        ).format(next=number + 1)
        head = Label(self.tr("2. End the round"), weight="bold")
        return row((column(head, Label(told, wrap=True), gap=4), 1), button, gap=16)

    def _take(self, act: object) -> None:
        self.accept()
        act.emit()  # type: ignore[attr-defined]

    @staticmethod
    def _line(icon: str, tone: str, words: str) -> QWidget:
        return row(Icon(icon, tone, 16), (Label(words, wrap=True), 1), gap=8)
