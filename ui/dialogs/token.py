"""Signing with a device on this computer: whose certificate, the PIN, what will be signed. One click, one attempt."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid

from app.bundles.people.signers import Mechanism
from app.domain.moments import in_vietnam
from app.errors import AppError
from app.operations.trust import tokens as devices
from app.operations.trust.tokens import Certificate, Found, PinState, Signed, Use
from app.progress import SILENT, Progress
from ui import language, preferences
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.notices import sentence_for
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet, framed, well
from ui.widgets.text import Label
from ui.widgets.tick import Tick
from ui.widgets.views import TableView

Work = Callable[[Any, Any], Any]


class PinEntry(Entry):
    """What is typed is hidden, no input method composes it; says when Caps Lock seems to be on."""

    caps_lock = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhHiddenText | hint.ImhSensitiveData | hint.ImhNoPredictiveText)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isalpha() and typed.upper() != typed.lower():
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(typed.isupper() != with_shift)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)


class TokenDialog(Dialog):
    """Looks for devices when it is made; `signed` carries a `Signed` and the dialog closes.

    `work(workspace, signer)` makes the signature, off the main thread. `told` says in a line or two what will be
    signed, `prefer` whose certificate is chosen first. `elsewhere`: the person wants to sign on another computer; the
    dialog has closed. `found` spares looking.
    """

    signed = Signal(object)
    elsewhere = Signal()

    def __init__(
        self,
        context: Context,
        told: str,
        work: Work,
        parent: QWidget | None,
        *,
        prefer: str = "",
        found: Found | None = None,
    ) -> None:
        super().__init__(self.tr("Sign with the signing device"), parent, width=780)
        self._context, self._work, self._prefer = context, work, prefer.casefold()
        self._found = Found()
        self._is_busy = self._is_signing = False
        self._pin = PinEntry(self.tr("PIN of the signing device"))
        self._lay(told)
        if found is None:
            self.look()
        else:
            self.show_found(found)

    # What stands in it -----------------------------------------------------------------------------------------------

    def _lay(self, told: str) -> None:
        self._state_icon, self._state = Icon("usb"), Label("", wrap=True)
        self._state.setObjectName("state")
        self._again = Button(self.tr("Look again"), "quiet", "refresh-cw")
        self._driver = Button(self.tr("Choose a driver…"), "quiet", "folder-open")
        self._away = Button(self.tr("Save PDF to sign elsewhere"), "plain", "file-down")
        for button, name, act in (
            (self._again, "again", self.look),
            (self._driver, "driver", self._ask_driver),
            (self._away, "elsewhere", self._on_elsewhere),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
        self._model = RowsModel(self._columns(), (), key=lambda each: each.der, parent=self)
        self._table = TableView(self.tr("Certificates on the device"), self._model, second=True)
        self._table.setObjectName("certificates")
        self._table.setMinimumHeight(176)
        self._table.chosen.connect(self._on_chosen)
        self._table.opened.connect(lambda _: self._pin.setFocus())
        self._sheet = framed(self._table)
        self._hidden = Tick("")
        self._hidden.setObjectName("hidden")
        self._hidden.toggled.connect(lambda _: self._fill())
        self._pin.setObjectName("pin")
        self._pin.caps_lock.connect(self._on_caps_lock)
        self._pin_field = Field(
            self.tr("PIN of the signing device"), self._pin,
            self.tr("The PIN is sent to the device alone and is not kept. Each press of the button is one attempt."),
        )  # fmt: skip
        self._warning_icon, self._warning = Icon("triangle-alert", "warn"), Label("", tone="warn", wrap=True)
        self._warning.setObjectName("warning")
        self._warning_line = row(self._warning_icon, (self._warning, 1), gap=8)
        self._trouble = Label("", tone="bad", wrap=True)
        self._trouble.setObjectName("trouble")
        self._trouble_line = Sheet(row(Icon("circle-alert", "bad"), (self._trouble, 1), gap=8), look="bad")
        self.add(
            well(Label(self.tr("What will be signed"), "hint", "ink-soft"), Label(told, weight="medium", wrap=True)),
            row(self._state_icon, (self._state, 1), gap=8),
            self._sheet,
            row(self._hidden, None, self._again, self._driver, gap=8),
            self._warning_line,
            self._trouble_line,
            self._pin_field,
        )
        self._main = self.set_acts(self.tr("Sign"), self.tr("Not now"), self._away, icon="file-pen-line")
        for part in (self._sheet, self._hidden, self._warning_line, self._pin_field, self._trouble_line):
            part.setVisible(False)

    def _columns(self) -> tuple[Column[Certificate], ...]:
        return (
            Column(self.tr("Signer"), self._who),
            Column(self.tr("Issuer"), lambda each: Cell(each.issuer or "–", tone="ink-soft"), width=240),
            Column(self.tr("Valid until"), self._until, width=140),
            Column(self.tr("Device"), lambda each: Cell(each.token.name or "–", tone="ink-soft"), width=110),
        )

    def _who(self, each: Certificate) -> Cell:
        is_fit = each.use is Use.USABLE
        unit = each.unit if each.unit != each.name else ""
        return Cell(each.name or self.tr("Cannot be read"), second=unit, tone="ink" if is_fit else "ink-soft")

    def _until(self, each: Certificate) -> Cell:
        words = {
            Use.USABLE: "",
            Use.EXPIRED: self.tr("Expired"),
            Use.NOT_YET: self.tr("Valid from {day}").format(day=_day(each.valid_from)),
            Use.AUTHORITY: self.tr("Of an authority that issues certificates"),
            Use.OTHER: self.tr("Not for signing papers"),
        }
        tone = "ink" if each.use is Use.USABLE else "ink-soft"
        return Cell(_day(each.valid_to) if each.name else "–", second=words[each.use], tone=tone, second_tone="warn")

    # Looking ---------------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Asks every driver what is plugged in."""
        if self._is_busy:
            return
        self._complain("")
        self._set_busy(self.tr("Looking for signing devices…"))
        kept = self._context.preferences.get(preferences.TOKEN_DRIVER)
        self._context.read(_look, Path(kept) if kept else None, on_done=self.show_found, on_failed=self._on_failed)

    def show_found(self, found: Found) -> None:
        """The certificates, those that cannot sign behind a tick; or why there are none."""
        if not isValid(self):  # closed meanwhile
            return
        self._found = found
        self._set_idle()
        self._fill()
        troubles = [sentence_for(error) for error in found.troubles]
        self._again.setVisible(bool(found.usable))  # else the main button looks again
        self._main.setText(self.tr("Sign") if found.usable else self.tr("Look again"))
        self._main.set_icon("file-pen-line" if found.usable else "refresh-cw")
        if not found.usable:
            code = "token.no_certificate" if found.tokens else "token.not_found"
            self._say("\n\n".join(troubles or [sentence_for(AppError(code))]), "triangle-alert", "warn")
            self._main.setFocus()
        elif troubles:
            self._say("\n\n".join(troubles), "triangle-alert", "warn")

    def _fill(self) -> None:
        shown = self._found.certificates if self._hidden.isChecked() else self._found.usable
        count = len(self._found.hidden)
        self._hidden.setText(self.tr("Show %n certificate(s) that cannot sign now", "", count))
        self._hidden.setVisible(count > 0)
        self._sheet.setVisible(bool(shown))
        chosen = self._chosen() or self._preferred()
        self._model.replace(shown)
        keys = [each.der for each in shown]
        self._table.select_key(chosen.der if chosen is not None and chosen.der in keys else keys[0] if keys else b"")
        self._on_chosen(self._chosen())

    def _preferred(self) -> Certificate | None:
        """The certificate that bears the name of whoever should sign."""
        usable = self._found.usable if self._prefer else ()
        return next((each for each in usable if each.name and self._prefer in each.name.casefold()), None)

    def _chosen(self) -> Certificate | None:
        index = self._table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def _on_chosen(self, chosen: Certificate | None) -> None:
        can_sign = chosen is not None and chosen.use is Use.USABLE and chosen.token.pin is not PinState.LOCKED
        asks = can_sign and chosen is not None and chosen.token.asks_pin
        self._pin_field.setVisible(asks)
        self._main.setEnabled((can_sign or not self._found.usable) and not self._is_busy)
        self._warn(chosen)
        if asks and not self._is_busy and not self._table.hasFocus():
            self._pin.setFocus()

    def _warn(self, chosen: Certificate | None) -> None:
        """What the token tells before anything is asked; it tells no number, so none is said."""
        words = "" if chosen is None else self._pin_words(chosen)
        self._warning.setText(words)
        self._warning_line.setVisible(bool(words) and not self._trouble.text())

    def _pin_words(self, chosen: Certificate) -> str:
        if chosen.use is not Use.USABLE:
            return self.tr("This certificate cannot sign papers now.")
        states = {
            PinState.LOCKED: sentence_for(AppError("token.locked")),
            PinState.LAST: self.tr(
                "The device says that one more wrong PIN will lock it. Ask whoever keeps it before typing."
            ),
            PinState.LOW: self.tr("The device says that a wrong PIN was entered before; more of them will lock it."),
        }
        if chosen.token.pin in states:
            return states[chosen.token.pin]
        if not chosen.token.asks_pin:
            return self.tr("The PIN is asked for on the device itself or in a window of Windows.")
        return self.tr("The device wants its first PIN changed.") if chosen.token.must_change else ""

    # Signing ---------------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """One attempt with what was typed, which is then forgotten; without a device another look for one."""
        if not self._found.usable:
            self.look()
            return
        chosen = self._chosen()
        if self._is_busy or chosen is None or not self._main.isEnabled():
            return
        pin = self._pin.text()
        self._pin.set_text("")
        self._complain("")
        self._set_busy(self.tr("Signing. Leave the device plugged in…"))
        self._is_signing = True
        self._context.run(
            devices.sign_with, chosen, pin, self._work, on_done=self._on_signed, on_failed=self._on_failed
        )

    def _on_signed(self, signed: Signed) -> None:
        self._set_idle()
        if signed.mechanism is Mechanism.RSA_PKCS1:
            self._context.notices.info(
                self.tr("The device cannot sign as RSA-PSS, so it signed as RSA PKCS#1 v1.5; receivers accept that.")
            )
        super().accept()
        self.signed.emit(signed)

    def _on_failed(self, error: AppError) -> None:
        """The dialog stays with the sentence; nothing is tried again by itself."""
        if not isValid(self):
            return
        self._set_idle()
        self._main.setText(self.tr("Sign again"))
        self._complain(sentence_for(error))
        self._on_chosen(self._chosen())
        if error.code == "token.locked":
            self._main.setEnabled(False)
            self._pin_field.setVisible(False)
            self._away.setFocus()

    def _complain(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble_line.setVisible(bool(words))
        self._warning_line.setVisible(bool(self._warning.text()) and not words)

    def reject(self) -> None:
        """A signature under way is waited for: what the device does can't be taken back."""
        if not self._is_signing:
            self._pin.set_text("")
            super().reject()

    def _on_elsewhere(self) -> None:
        if not self._is_signing:
            self.reject()
            self.elsewhere.emit()

    def _on_caps_lock(self, is_on: bool) -> None:
        self._pin_field.complain(self.tr("Caps Lock seems to be on.") if is_on else "")

    def _ask_driver(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the driver of the signing device (PKCS#11)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Drivers (*.dll *.so *.so.*)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.choose_driver)
        dialog.open()

    def choose_driver(self, name: str) -> None:
        """Looks through this driver as well, now and later."""
        self._context.preferences.set(preferences.TOKEN_DRIVER, name)
        self.look()

    def _set_busy(self, words: str) -> None:
        self._is_busy = True
        self._say(words, "hourglass", "lead")
        for part in (self._main, self._again, self._driver, self._away, self._table, self._pin, self._hidden):
            part.setEnabled(False)

    def _set_idle(self) -> None:
        self._is_busy = self._is_signing = False
        for part in (self._main, self._again, self._driver, self._away, self._table, self._pin, self._hidden):
            part.setEnabled(True)
        self._say(self.tr("Choose the certificate of the person who signs."), "usb", "ink-soft")

    def _say(self, words: str, icon: str, tone: str) -> None:
        self._state.setText(words)
        self._state.set_tone(tone if tone != "lead" else "ink-soft")
        self._state_icon.show_icon(icon, tone)


def _look(workspace: Any, also: Path | None, progress: Progress = SILENT) -> Found:
    return devices.look(workspace.clock(), also, progress)


def _day(moment: Any) -> str:
    return language.date_text(in_vietnam(moment).date())
