"""What can be done with rows of the board: keys, times, receipts, returns, and which submission counts."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject

from app.domain.framework import Placed
from app.operations import parts
from app.operations.authority import appraising, campaigning, comparing, replying, ruling
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.authority.comparing import Received
from app.operations.authority.replying import Sent
from app.operations.trust import receipts, trusting
from app.operations.workspace import Workspace
from ui.context import Context
from ui.dialogs.agency import AgencyDialog
from ui.dialogs.choose_version import ChooseVersionDialog
from ui.dialogs.files_written import FilesWrittenDialog, WrittenFile
from ui.dialogs.key_compare import KeyDialog, KeyToAccept
from ui.dialogs.note import NoteDialog
from ui.dialogs.receive_time import ReceiveTimeDialog
from ui.dialogs.replacement import ReplacementDialog
from ui.dialogs.return_submission import ReturnDialog
from ui.dialogs.seal_many import SealManyDialog
from ui.dialogs.verification import show_submission
from ui.page import Page
from ui.pages.authority_kit import moment, read


class RowActs(QObject):
    """Each act asks in a dialog and runs its operation; the board is read again by itself."""

    def __init__(self, page: Page, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context

    @property
    def _part(self) -> str:
        return self._context.part_id

    # Keys, times, contacts -----------------------------------------------------------------------------------------

    def accept(self, rows: Sequence[BoardRow]) -> None:
        """Accepts keys whose codes were compared."""
        keys = [_key_of(item) for item in rows]
        dialog = KeyDialog(keys, self._page.window())

        def accept() -> None:
            pairs = [(key.agency, key.spki) for key in keys]
            done = self.tr("%n key(s) accepted.", "", len(pairs))
            given = ("agency", pairs, dialog.how(), dialog.reason())
            self._context.run(trusting.accept_keys, *given, on_done=lambda _: self._context.notices.good(done))

        dialog.accepted.connect(accept)
        dialog.open()

    def show_verdict(self, chosen: BoardRow) -> None:
        """All that was found of the file that counts, or of the one that is kept while none does."""
        show_submission(self._context, self._part, chosen.submission or chosen.waiting, self._page.window())

    def set_time(self, chosen: BoardRow) -> None:
        """The time of receipt that counts."""
        at = datetime.fromisoformat(chosen.received_at)
        title = self.tr("Time of receipt of {agency}").format(agency=chosen.agency.name)
        dialog = ReceiveTimeDialog(title, at, moment(chosen.received_at), self._page.window())

        def set_it() -> None:
            when, note = dialog.values()
            self._context.run(ruling.set_received_at, chosen.submission, self._part, when, note)

        dialog.accepted.connect(set_it)
        dialog.open()

    def edit_agency(self, chosen: BoardRow) -> None:
        """Extension, contact, traits."""
        sets = parts.frameworks_for(self._context.workspace, self._part).values()
        groups = {group.code: group for value in sets for group in value.target_groups}
        traits = {trait.code: trait for value in sets for trait in value.traits}
        window = self._page.window()
        dialog = AgencyDialog(chosen.agency, tuple(groups.values()), tuple(traits.values()), frozenset(), window)
        dialog.accepted.connect(lambda: self._context.run(campaigning.set_agency, self._part, dialog.value()))
        dialog.open()

    # Which one counts ----------------------------------------------------------------------------------------------

    def choose(self, chosen: BoardRow) -> None:
        """Settles which of several counts: those that stand against each other, else all that ever came."""

        def ask(versions: tuple[Received, ...]) -> None:
            same = [item for item in versions if item.state == BoardState.CONFLICTING] or list(versions)
            dialog = ChooseVersionDialog(chosen.agency.name, _who(chosen), same, self._page.window())
            dialog.accepted.connect(
                lambda: self._context.run(ruling.choose, self._part, dialog.chosen_id(), dialog.reason())
            )
            dialog.begin(partial(self._compare, dialog))

        read(self._page, self._context, comparing.versions, self._part, chosen.agency.code, done=ask)

    def _compare(self, dialog: ChooseVersionDialog | ReplacementDialog, first: str, second: str) -> None:
        done = dialog.show_differences
        read(dialog, self._context, comparing.differences, self._part, first, second, done=done)

    def settle_replacement(self, chosen: BoardRow) -> None:
        """Takes a replacement that waits, or leaves it in history."""

        def ask(versions: tuple[Received, ...]) -> None:
            known = {item.id: item for item in versions}
            counted, waiting = known[chosen.submission], known[chosen.waiting]
            dialog = ReplacementDialog(
                chosen.agency.name, counted, waiting, self._page.window(), is_other_key=chosen.has_other_key
            )

            def rule() -> None:
                act = ruling.consent if dialog.is_taken() else ruling.decline
                self._context.run(act, self._part, waiting.id, dialog.reason())

            dialog.accepted.connect(rule)
            dialog.open()
            self._compare(dialog, counted.id, waiting.id)
            read(dialog, self._context, comparing.effects, self._part, waiting.id, done=dialog.show_moves)

        read(self._page, self._context, comparing.versions, self._part, chosen.agency.code, done=ask)

    def take_unsigned(self, chosen: BoardRow) -> None:
        """Lets a submission count on which a person's signature does not hold."""
        dialog = NoteDialog(
            self.tr("Let it count all the same"),
            self.tr("A signature on what {agency} sent can't be used. It counts from now on; the reason stands with it "
                    "and on its receipt.").format(agency=chosen.agency.name),
            self.tr("Reason"), self.tr("Let it count"), self._page.window(),
            wanted=self.tr("Write the reason in a few words."),
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._context.run(ruling.choose, self._part, chosen.waiting, dialog.note()))
        dialog.open()

    def keep(self, chosen: BoardRow) -> None:
        """Takes a return back."""
        dialog = NoteDialog(
            self.tr("Take the return back"),
            self.tr("The submission counts and is appraised again as it is. Tell {agency}, which may have reopened it.")
            .format(agency=chosen.agency.name),
            self.tr("Reason"), self.tr("Let it count again"), self._page.window(),
            wanted=self.tr("Write the reason in a few words."),
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._context.run(ruling.keep, self._part, chosen.submission, dialog.note()))
        dialog.open()

    # What goes back ------------------------------------------------------------------------------------------------

    def give_receipts(self, rows: Sequence[BoardRow]) -> None:
        """One sealed receipt for each of these agencies; making it again is the same act."""
        codes = [item.agency.code for item in rows]
        dialog = SealManyDialog(
            self.tr("Make receipts"),
            self.tr(
                "%n receipt(s), one file for each agency: what was received, when, what was found, where it stands.",
                "", len(codes),
            ),
            self.tr("Seal and write %n receipt(s)", "", len(codes)), self._page.window(),
            note_hint=self.tr("Stands on every receipt"),
        )  # fmt: skip

        def write() -> None:
            self._context.run(
                receipts.export_receipts, self._part, dialog.folder(), dialog.passphrase(), codes, dialog.note(),
                title=self.tr("Making receipts"),
                on_done=partial(self._tell, self.tr("Receipts written"), rows),
            )  # fmt: skip

        dialog.accepted.connect(write)
        dialog.open()

    def send_back(self, chosen: BoardRow) -> None:
        """Returns a submission to be completed."""

        def ask(places: tuple[Placed, ...]) -> None:
            dialog = ReturnDialog(chosen.agency.name, places, _last_day(chosen), self._page.window())

            def write() -> None:
                self._context.run(
                    replying.return_submission, self._part, chosen.agency.code, dialog.folder(), dialog.passphrase(),
                    dialog.reason(), dialog.lacking(), dialog.last_day(),
                    title=self.tr("Sealing the return"),
                    on_done=partial(self._tell, self.tr("Return written"), [chosen]),
                )  # fmt: skip

            dialog.accepted.connect(write)
            dialog.open()

        read(self._page, self._context, _places, self._part, chosen.agency.code, done=ask)

    def _tell(self, title: str, rows: Sequence[BoardRow], sent: Sent) -> None:
        names = {item.agency.code: item.agency.name for item in rows}
        files = [WrittenFile(path, names.get(code, code), written.size) for code, (path, written) in sent.files.items()]
        told = self.tr("%n file(s) written and sealed. Hand each to its agency, unopened and not zipped again.", "",
                       len(files))  # fmt: skip
        FilesWrittenDialog(title, told, files, self._page.window()).open()


def _who(chosen: BoardRow) -> str:
    contact = chosen.contact
    return " · ".join(part for part in (contact.name, contact.telephone) if part)


def _key_of(item: BoardRow) -> KeyToAccept:
    who = _who(item)
    return KeyToAccept(item.agency.code, item.agency.name, item.spki, item.check_code, who, item.has_other_key)


def _last_day(chosen: BoardRow) -> date | None:
    """The extension that was given, if any: a return sets a day of its own."""
    return chosen.agency.extended_to


def _places(workspace: Workspace, part_id: str, agency: str) -> tuple[Placed, ...]:
    return appraising.dossier(workspace, part_id, agency).nodes
