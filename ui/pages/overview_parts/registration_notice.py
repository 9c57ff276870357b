"""Above a commune's overview: report that the campaign has come, and believe the authority's key by its letter.

What reads and writes bundles is imported when something is done: the overview is what a start shows.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.agency import Contact
from app.errors import AppError
from app.operations import parts
from app.operations.trust import reported, sealers
from app.operations.trust.heard import KeyStanding
from app.operations.trust.reported import RegistrationState
from app.operations.trust.sealers import OtherSide
from ui import looking
from ui.context import Context
from ui.notices import Act, Notice
from ui.widgets.boxes import empty, fill
from ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from app.operations.trust.registering import Registered


class RegistrationNotice(QWidget):
    """Nothing to see once it was reported and the authority's key is believed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=8)
        self.hide()

    def look_again(self, *, is_first: bool) -> None:
        """Reads whether there is something to do; `is_first`: nothing was sent yet, so a report still helps."""
        empty(self._layout)
        workspace, part_id = self._context.workspace, self._context.part_id
        told = reported.standing(workspace, part_id)
        side = None
        if told.state is not RegistrationState.ALONE:
            side = sealers.other_side(workspace, parts.find(workspace, part_id))
        state = told.state if is_first or told.last is not None else RegistrationState.MADE
        notices = [self._reporting(state), self._believing(side)]
        bars = [NoticeBar(notice, closable=False) for notice in notices if notice is not None]
        for bar in bars:
            self._layout.addWidget(bar)
        self.setVisible(bool(bars) and not looking.is_only(self._context))

    # Reporting -----------------------------------------------------------------------------------------------------

    def _reporting(self, state: RegistrationState) -> Notice | None:
        if state is RegistrationState.NONE:
            told = self.tr("Report to the authority that the campaign has come: one small file, made in a minute.")
            return Notice(told, "lead", acts=(Act(self.tr("Report…"), self.ask),))
        if state is RegistrationState.OUTDATED:
            told = self.tr("The key, the contact or the campaign has changed since it was reported.")
            return Notice(told, "warn", acts=(Act(self.tr("Report again…"), self.ask),))
        return None

    def ask(self) -> None:
        """Asks for contact, folder and passphrase."""
        from app.operations.commune import submitting
        from app.operations.trust import registering, trusting
        from ui.dialogs.key_report import RegistrationDialog

        workspace, part_id = self._context.workspace, self._context.part_id
        part = parts.find(workspace, part_id)
        dialog = RegistrationDialog(
            registering.suggested_name(part),
            reported.own_contact(workspace, part_id),
            submitting.last_folder(workspace, part_id),
            self.window(),
            is_new=trusting.own_key(workspace, part) is None,
        )
        dialog.accepted.connect(lambda: self.make(*dialog.values(), dialog.contact()))
        dialog.open()

    def make(self, folder: Path, passphrase: str, contact: Contact) -> None:
        """Writes the file; a wrong passphrase offers another try and a new key."""
        from app.operations.trust import registering

        self._context.run(
            registering.make,
            self._context.part_id,
            folder,
            passphrase,
            contact,
            title=self.tr("Writing the report file"),
            on_done=self._on_made,
            on_failed=partial(self._on_failed, folder, contact),
        )

    def _on_made(self, made: "Registered") -> None:
        words = self.tr("Written and checked: {name}. Send it to the authority; its check code: {code}.")
        told = words.format(name=made.path.name, code=made.check_code)
        folder = QUrl.fromLocalFile(str(made.path.parent))
        self._context.notices.good(told, Act(self.tr("Open the folder"), lambda: QDesktopServices.openUrl(folder)))

    def _on_failed(self, folder: Path, contact: Contact, error: AppError) -> None:
        acts = [Act(self.tr("Report again…"), self.ask)]
        if error.code == "passphrase.wrong":
            acts.append(Act(self.tr("Make a new key"), partial(self._ask_new_key, folder, contact)))
        self._context.notices.error(error, *acts)

    def _ask_new_key(self, folder: Path, contact: Contact) -> None:
        from app.operations.trust import trusting
        from ui.dialogs.key import NewKeyDialog

        part = parts.find(self._context.workspace, self._context.part_id)
        dialog = NewKeyDialog(self.window())

        def replace() -> None:
            passphrase = dialog.passphrase()
            self._context.run(
                trusting.create_key, part, passphrase, "lost",
                on_done=lambda _: self.make(folder, passphrase, contact),
            )  # fmt: skip

        dialog.accepted.connect(replace)
        dialog.open()

    # The authority's key -------------------------------------------------------------------------------------------

    def _believing(self, side: OtherSide | None) -> Notice | None:
        if side is None or side.standing in (None, KeyStanding.ACCEPTED):
            return None
        act = Act(self.tr("Compare the code…"), partial(self._compare, side))
        if side.standing is KeyStanding.OTHER:
            told = self.tr(
                "A file came under another key than the accepted one of the authority. Call the number known from "
                "before, never one in the file."
            )
            return Notice(told, "bad", acts=(act,))
        told = self.tr(
            "The authority's key is not compared yet. Type the code of its official letter; work goes on meanwhile."
        )
        return Notice(told, "lead", acts=(act,))

    def _compare(self, side: OtherSide) -> None:
        from app.operations.trust import trusting
        from ui.dialogs.key import AcceptKeyDialog

        part = parts.find(self._context.workspace, self._context.part_id)
        dialog = AcceptKeyDialog(part.campaign.authority.name, side.check_code, self.window())
        done = self.tr("The authority's key is accepted.")

        def accept() -> None:
            code, how = dialog.values()
            self._context.run(
                trusting.accept_code, side.code, code, how, on_done=lambda _: self._context.notices.good(done)
            )

        dialog.accepted.connect(accept)
        dialog.open()
