"""Work that was sent comes back: what the files hold and what they cannot bring, and the key that opens them."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from app.domain.numbers import from_stored
from app.operations.commune.recovering import Offer
from app.wording import word
from ui import language, tokens
from ui.dialogs.dialog import Dialog
from ui.dialogs.key_care import effect
from ui.dialogs.passphrase import PassphraseFields
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.check_code import in_halves
from ui.widgets.sheet import well
from ui.widgets.text import Label


class RecoverDialog(Dialog):
    """What is inside, before anything is kept."""

    def __init__(self, offer: Offer, parent: QWidget | None) -> None:
        super().__init__(self.tr("Bring back the work of {agency}").format(agency=offer.name), parent, width=640)
        self.add(well(self._facts(offer)))
        if offer.follows:
            words = self.tr(
                "Revision {number} here is as it was sent: this later one takes its place, and it stays in the "
                "history. A copy of the data is made before."
            )
            self.add(effect("shield-check", "good", words.format(number=offer.follows)))
        elif offer.number:
            later = self.tr(
                "If something was sent after this, choose those files as well, or a receipt that names it: then the "
                "next revision gets a number of its own."
            )
            self.add(effect("info", "lead", later))
        self.add(Label(self.tr("What these files do not bring back"), weight="medium"))
        for each in offer.lacks:
            self.add(effect("triangle-alert", "warn", word(f"recover_{each.value}", language.current())))
        self.add(effect("minus", "ink-soft", word("recover_never", language.current())), None)
        self.set_acts(self.tr("Bring it back"), self.tr("Not now"), icon="history")

    def _facts(self, offer: Offer) -> QWidget:
        told = [(self.tr("Campaign"), offer.campaign), (self.tr("Reviewing authority"), offer.authority)]
        if offer.number:
            revision = self.tr("Revision {number}, round {round}").format(number=offer.number, round=offer.round)
            at = language.moment_text(datetime.fromisoformat(offer.sent_at))
            evidence = self.tr("{here} of {files} files").format(here=offer.files - offer.missing, files=offer.files)
            told += [
                (self.tr("Sent"), f"{revision} · {at}"),
                (self.tr("Points claimed"), language.number_text(from_stored(offer.total), 2)),
                (self.tr("Criteria with answers"), str(offer.answers)),
                (self.tr("Evidence"), evidence),
                (self.tr("Check code of the seal"), in_halves(offer.check_code)),
            ]
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.GROUP)
        grid.setVerticalSpacing(tokens.STEP)
        grid.setColumnStretch(1, 1)
        for at_row, (name, value) in enumerate(told):
            grid.addWidget(Label(name, tone="ink-soft"), at_row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, weight="medium", wrap=True, selectable=True), at_row, 1)
        return holder


class OwnKeyDialog(Dialog):
    """`values()` is (passphrase, copy of the key or None) for files that were encrypted on the road."""

    def __init__(self, has_key: bool, parent: QWidget | None) -> None:
        super().__init__(self.tr("Open what is encrypted"), parent, width=560)
        self._has_key, self._passphrase = has_key, ""
        self._path: Path | None = None
        words = self.tr(
            "These files were encrypted when they were sent. A copy of the own sealing key (.p12) opens them; without "
            "one, ask the authority for the file as it stands there, not encrypted."
        )
        self._chosen = Label(self.tr("No file chosen yet"), tone="ink-soft", wrap=True)
        choose = Button(self.tr("Choose the copy of the key…"), "plain", "folder-open")
        choose.setObjectName("choose-key")
        choose.clicked.connect(self._ask)
        self._wrong = Label("", tone="bad", wrap=True)
        self._wrong.hide()
        self._fields = PassphraseFields(is_new=False)
        self.add(Label(words, wrap=True), row((self._chosen, 1), choose), self._wrong, self._fields, None)
        self.set_acts(self.tr("Open and look"), self.tr("Not now"), icon="lock-open")

    def choose(self, path: Path) -> None:
        """Takes this copy of the key."""
        self._path = path
        self._chosen.setText(str(path))
        self._wrong.hide()
        self._fields.setFocus()

    def values(self) -> tuple[str, Path | None]:
        return self._passphrase, self._path

    def accept(self) -> None:
        self._passphrase = self._fields.passphrase()
        if self._path is None and not self._has_key:
            self._wrong.setText(self.tr("Choose the copy of the key first."))
            self._wrong.show()
        elif self._passphrase:
            super().accept()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the copy of the key…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Copies of a key (*.p12 *.pfx)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()
