"""A sealing key brought back: from its copy on a stick, or from the seven lines of the printed sheet, typed."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from app.bundles.key_sheet import LineState
from app.operations.trust import keyring
from ui import tokens
from ui.dialogs.dialog import Dialog
from ui.dialogs.key_care import FILE, LOST, REPLACED, SHEET, STOLEN, secret_entry
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class Restoring:
    """What is to be restored: a file, or what was typed; `reason` ends another key that is in use, "" for none."""

    path: Path | None
    typed: str
    passphrase: str
    reason: str


class SheetLines(QWidget):
    """Seven lines to type; each says by itself whether it is as printed, and a full one goes on to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._signs: list[Icon] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.STEP)
        for number in range(1, keyring.LINES + 1):
            entry = Entry(self.tr("Line {number}").format(number=number), "XXXXX XXXXX XXXXX XXXXX")
            entry.setObjectName(f"line-{number}")
            entry.textEdited.connect(lambda _, at=number: self._on_typed(at))
            sign = Icon("circle", "ink-soft")
            self._entries.append(entry)
            self._signs.append(sign)
            grid.addWidget(Label(str(number), "hint", "ink-soft"), number, 0)
            grid.addWidget(entry, number, 1)
            grid.addWidget(sign, number, 2)
        self._told = Label(
            self.tr("Capital or small letters, blanks or none: all the same. A slip shows in its own line."),
            "hint", "ink-soft", wrap=True,
        )  # fmt: skip
        grid.addWidget(self._told, keyring.LINES + 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setFocusProxy(self._entries[0])

    def text(self) -> str:
        """The lines as typed."""
        return "\n".join(entry.text() for entry in self._entries)

    def first_wrong(self) -> int:
        """The first line that is not as printed, 0 when all are."""
        states = [keyring.line_state(at, entry.text()) for at, entry in enumerate(self._entries, 1)]
        return next((at for at, state in enumerate(states, 1) if state is not LineState.GOOD), 0)

    def go_to(self, number: int) -> None:
        self._entries[number - 1].setFocus()

    def _on_typed(self, number: int) -> None:
        entry, sign = self._entries[number - 1], self._signs[number - 1]
        state = keyring.line_state(number, entry.text())
        icon, tone = {
            LineState.GOOD: ("circle-check", "good"),
            LineState.WRONG: ("circle-x", "bad"),
            LineState.SHORT: ("circle", "ink-soft"),
        }[state]
        sign.show_icon(icon, tone)
        wrong = self.tr("Line {number} is not as printed: compare its four groups.").format(number=number)
        entry.complain(wrong if state is LineState.WRONG else "")
        if state is LineState.GOOD and number < keyring.LINES and not self._entries[number].text():
            self.go_to(number + 1)


class RestoreKeyDialog(Dialog):
    """`values()` says what is to be restored. `has_key`: another key may be in use and would end."""

    def __init__(self, owner: str, has_key: bool, parent: QWidget | None) -> None:
        super().__init__(self.tr("Restore the key of {owner}").format(owner=owner), parent, width=640)
        self._path: Path | None = None
        self._from = TabRow([(FILE, self.tr("From a file")), (SHEET, self.tr("From the printed sheet"))])
        self._from.setObjectName("restore-from")
        self._from.chosen.connect(lambda _: self._show())
        self._chosen = Label(self.tr("No file chosen yet"), tone="ink-soft", wrap=True)
        choose = Button(self.tr("Choose the file…"), "plain", "folder-open")
        choose.setObjectName("choose-file")
        choose.clicked.connect(self._ask)
        self._file = row((self._chosen, 1), choose)
        self._lines = SheetLines()
        self._passphrase = secret_entry(self.tr("Passphrase of that copy"), "passphrase")
        self._passphrase_field = Field(
            self.tr("Passphrase of that copy"), self._passphrase,
            self.tr("The one that held on the day the copy was made. Turn off the Vietnamese input method."),
        )  # fmt: skip
        self._wrong = Label("", tone="bad", wrap=True)
        self._wrong.hide()
        self._why = Choice(
            self.tr("If another key is in use, it ends because it is"),
            [("", self.tr("Keep it: do not restore")), (REPLACED, self.tr("replaced by the restored one")),
             (LOST, self.tr("lost")), (STOLEN, self.tr("stolen"))],
        )  # fmt: skip
        self._why.setObjectName("why")
        self.add(self._from, column(self._file, self._lines, gap=0), self._wrong, self._passphrase_field)
        if has_key:
            self.add(
                Field(
                    self.tr("If another key is in use, it ends because it is"), self._why,
                    self.tr("Restoring the very key in use only sets its passphrase to that of the copy."),
                )
            )  # fmt: skip
        self.add(None)
        self.set_acts(self.tr("Restore the key"), self.tr("Not now"), icon="key-round")
        self._show()

    def turn_to(self, kind: str) -> None:
        """Shows the way from a file or from the sheet, as a click does."""
        self._from.set_value(kind)
        self._show()

    def choose(self, path: Path) -> None:
        """Takes this file."""
        self._path = path
        self._chosen.setText(str(path))
        self._chosen.set_tone("ink")
        self._complain("")
        self._passphrase.setFocus()

    def _show(self) -> None:
        is_file = self._from.value() == FILE
        self._file.setVisible(is_file)
        self._lines.setVisible(not is_file)
        self._complain("")
        if not is_file:
            self._lines.go_to(1)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Copies of a key (*.p12 *.pfx)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def _complain(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def values(self) -> Restoring:
        is_file = self._from.value() == FILE
        typed = "" if is_file else self._lines.text()
        return Restoring(self._path if is_file else None, typed, self._passphrase.text(), str(self._why.value() or ""))

    def accept(self) -> None:
        if self._from.value() == FILE:
            self._complain("" if self._path else self.tr("Choose the file of the key first."))
            sound = self._path is not None
        else:
            wrong = self._lines.first_wrong()
            told = self.tr("Line {number} is not complete or not as printed.").format(number=wrong)
            self._complain(told if wrong else "")
            sound = not wrong
            if wrong:
                self._lines.go_to(wrong)
        self._passphrase_field.complain("" if self._passphrase.text() else self.tr("Type the passphrase."))
        if sound and self._passphrase.text():
            super().accept()
