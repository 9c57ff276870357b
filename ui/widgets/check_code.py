"""The code two people compare: large, easy to read over the telephone, to copy and to print."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QDialog

from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


def in_halves(code: str) -> str:
    """The code so that a line breaks after the third group and nowhere else."""
    groups = code.split()
    return " ".join("\u00a0".join(part) for part in (groups[:3], groups[3:]) if part)


class CheckCode(Sheet):
    """`owner` stands on the printed slip beside the code."""

    def __init__(self, code: str, owner: str) -> None:
        self._code, self._owner = code, owner
        self.words = Label(in_halves(code), "title", weight="bold", wrap=True, selectable=True)
        self.words.setObjectName("check-code")
        copy = Button(self.tr("Copy"), "plain", "copy")
        copy.setObjectName("copy-code")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(code))
        slip = Button(self.tr("Print"), "plain", "printer")
        slip.clicked.connect(self._print)
        told = self.tr(
            "Check code of the sealing key: read it to the authority by telephone, or put it into the letter."
        )
        super().__init__(
            Label(told, "hint", "ink-soft", wrap=True), row((self.words, 1), copy, slip, gap=8), look="well", gap=4
        )

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)

        def draw() -> None:
            slip = QTextDocument()
            slip.setPlainText("\n\n".join((self._owner, self.tr("Check code of the sealing key"), self._code)))
            slip.print_(printer)

        dialog.accepted.connect(draw)
        QDialog.open(dialog)  # the print dialog's own `open` asks for a slot
