"""A chip on evidence that is itself signed: who signed it was judged once, off the window's thread."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from app.bundles.people.found import People
from app.operations.commune.evidencing import Evidence
from app.operations.trust import verifying
from app.operations.trust.finding_words import people_told
from ui import language
from ui.context import Context
from ui.dialogs.verification_signatures import SignaturesDialog
from ui.models.cell import LIGHTS, light_word
from ui.widgets.boxes import fill
from ui.widgets.button import Button
from ui.widgets.lights import TONES

_PAUSE = 400  # milliseconds: whoever runs through a list starts no reading for every line


class SignedChip(QWidget):
    """Follows one piece at a time; hidden while nothing is known or nobody signed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._name, self._digest = context, "", ""
        self._found: People | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._chip = Button(self.tr("Digital signatures"), "link", "shield-check")
        self._chip.setObjectName("signed-chip")
        self._chip.clicked.connect(self.show_signatures)
        fill(QHBoxLayout(self), [self._chip, None])
        self.hide()

    def show_piece(self, piece: Evidence | None) -> None:
        """From now on this piece; the same one stays as it is."""
        digest = piece.digest if piece is not None and piece.ext == "pdf" else ""
        if digest == self._digest:
            return
        self._digest, self._name, self._found = digest, piece.name if piece else "", None
        self.hide()
        if digest:
            self._pause.start()

    def _ask(self) -> None:
        digest = self._digest
        if not self._context.is_at_work or not digest:
            return

        def show(found: People | None) -> None:
            if isValid(self) and digest == self._digest:
                self._show(found)

        self._context.read(verifying.signatures_of, digest, on_done=show, on_failed=lambda _: None)

    def _show(self, found: People | None) -> None:
        self._found = found
        self.setVisible(found is not None)
        if found is None or found.light is None:
            return
        shown = TONES[found.light.value]
        told = self.tr("%n digital signature(s)", "", len(found.signatures))
        self._chip.set_icon(*LIGHTS[shown])
        self._chip.setText(f"{told}: {light_word(shown)}")

    def show_signatures(self) -> None:
        """What was found of each."""
        if self._found is not None:
            SignaturesDialog(self._name, people_told(self._found, language.current()), self.window()).open()
