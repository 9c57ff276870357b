"""Backups in the settings: how they stand, a copy now, where else they go, one file, handing over, a thorough look."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.operations.keeping import backing_up, checking, handing_over, places
from app.operations.keeping.backing_up import Automatic, Backup, Second, Standing
from app.operations.keeping.checking import Diagnosis
from app.operations.keeping.handing_over import HandedOver, Party
from app.operations.keeping.places import Copy
from app.wording.keeping import gone_words, reason_words
from ui import language, looking, tokens
from ui.context import Context
from ui.dialogs.backup_file import BackupFileDialog, BackupOpenDialog, BackupPlaceDialog
from ui.dialogs.dialog import ask
from ui.dialogs.findings import FindingsDialog
from ui.dialogs.handover import HandoverDialog
from ui.keeper import sticks
from ui.notices import Act, sentence_for
from ui.pages.authority_kit import ask_folder, ask_target, read
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.flow import flow, lay_flow
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, name

_SHOWN = 5  # copies; the others stand in the dialog
_WRITES = frozenset({"choose-place", "no-place", "lock-place"})


class BackupsSheet(Sheet):
    """Reads how copies stand in the background; every act says what it did."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=tokens.NEAR)
        self.context = context
        self._shown = _SHOWN
        self._show([Label(self.tr("Looking for copies…"), tone="ink-soft")])

    def look_again(self) -> None:
        """Reads everything anew."""
        read(self, self.context, backing_up.standing, sticks(), done=self._on_standing)

    def _show(self, parts: list[Part]) -> None:
        head = row(
            Icon("save", "lead", 20), Label(self.tr("Backups and handover"), "section", weight="bold"), None, gap=8
        )
        layout = self.column()
        margins = layout.contentsMargins()
        empty(layout)
        kept = (margins.left(), margins.top(), margins.right(), margins.bottom())
        fill(layout, [head, *parts], layout.spacing(), kept)

    def _on_standing(self, standing: Standing) -> None:
        known = sorted((*standing.here, *standing.there), key=lambda copy: copy.order, reverse=True)
        others = len(known) - self._shown
        parts: list[Part] = [self._newest(standing), self._elsewhere(standing), self._acts(), rule()]
        parts += [Label(self.tr("Copies that are kept"), weight="medium")]
        parts += [self._line(copy, is_there=copy in standing.there) for copy in known[: self._shown]]
        if others > 0:
            more = self._button("more-copies", self.tr("%n more…", "", others), "history", self._show_more)
            parts.append(row(more, None))
        self._show(parts)

    def _show_more(self) -> None:
        self._shown *= _SHOWN
        self.look_again()

    # How they stand ---------------------------------------------------------------------------------------------

    def _newest(self, standing: Standing) -> QWidget:
        if not standing.here:
            words = self.tr("No copy yet. One is made by itself while you work, and before freezing and sealing.")
            return row(Icon("circle", "ink-soft"), (Label(words, wrap=True), 1), gap=8)
        newest = standing.here[0]
        told = self.tr("Last copy: {moment} · {reason} · checked after writing").format(
            moment=language.moment_text(newest.at), reason=_reason(newest)
        )
        return row(Icon("circle-check", "good"), (Label(told, weight="medium", wrap=True), 1), gap=8)

    def _elsewhere(self, standing: Standing) -> QWidget:
        second = standing.second
        if second is None:
            words = self.tr("Copies lie on this computer only. Choose a stick or a folder on another disk as well.")
            choose = self._button("choose-place", self.tr("Choose…"), "usb", self._ask_place)
            return row(Icon("triangle-alert", "warn"), (Label(words, wrap=True), 1), choose, gap=8)
        change = self._button("choose-place", self.tr("Another…"), "usb", self._ask_place)
        no_more = self._button("no-place", self.tr("No longer"), "x", self._forget_place)
        icon, tone, words = self._second_words(second, standing.there)
        told = column(Label(words, wrap=True, selectable=True), self._lock_told(second), gap=0)
        acts = [change, no_more]
        if second.locked is None:
            lock = partial(self._ask_lock, second.folder, is_wished=True)
            acts.insert(0, self._button("lock-place", self.tr("Lock…"), "lock", lock))
        return column(row(Icon(icon, tone), (told, 1), gap=8), flow(*acts, gap=tokens.NEAR), gap=tokens.NEAR)

    def _lock_told(self, second: Second) -> QWidget:
        if second.locked is not None:
            return Label(self.tr("Locked: only the passphrase opens these copies."), "hint", "ink-soft", wrap=True)
        words = self.tr("Not locked: whoever holds that stick or disk can read these copies.")
        return Label(words, "hint", "warn", wrap=True)

    def _second_words(self, second: Second, there: tuple[Copy, ...]) -> tuple[str, str, str]:
        if second.is_copied:
            return "usb", "warn", sentence_for(backing_up.told_of_original(self.context.workspace.folder, second))
        if second.root is None:
            words = self.tr("Copies also go to {place}: not there now. The next one goes there when it is back.")
            return "usb", "warn", words.format(place=second.folder)
        if not there:
            return "usb", "ink-soft", self.tr("Copies also go to {place}: none there yet.").format(place=second.root)
        words = self.tr("Copies also go to {place}: last {moment}.")
        return "usb", "good", words.format(place=second.root, moment=language.moment_text(there[0].at))

    def _acts(self) -> QWidget:
        acts = QWidget()
        buttons: list[QWidget] = [
            self._button("backup-file", self.tr("Into one file…"), "file-down", self._ask_backup),
            self._button("restore", self.tr("Restore a backup…"), "history", lambda: self._restore(None)),
            self._button("check-data", self.tr("Check the data"), "shield-check", self.check),
            self._button("handover", self.tr("Hand over…"), "folder-output", self._ask_handover),
            self._button("take-over", self.tr("Take over…"), "file-input", lambda: self._restore(None)),
        ]
        lay_flow(acts, buttons, tokens.NEAR)
        return acts

    def _line(self, copy: Copy, *, is_there: bool) -> QWidget:
        where = self.tr("second place") if is_there else self.tr("this computer")
        files = self.tr("%n evidence file(s)", "", len(copy.told.evidence))
        size = language.size_text(copy.told.size)
        facts = [where, files, size]
        facts += [self.tr("%n of them missing", "", len(copy.lacking))] if copy.lacking else []
        words = column(
            Label(f"{language.moment_text(copy.at)} · {_reason(copy)}"),
            Label(" · ".join(facts), "hint", "warn" if copy.lacking else "ink-soft"), gap=0,
        )  # fmt: skip
        moment = language.moment_text(copy.at)
        back = Button(self.tr("Restore…"), "plain")
        name(back, self.tr("Restore the copy of {moment}").format(moment=moment))
        back.clicked.connect(partial(self._restore, copy))
        away = Button("", "quiet", "trash-2", tip=self.tr("Remove the copy of {moment}").format(moment=moment))
        away.setObjectName("remove-copy")
        away.clicked.connect(partial(self._ask_remove, copy))
        looking.hold(self.context, away)
        return row((words, 1), back, away, gap=8)

    def _button(self, object_name: str, words: str, icon: str, do: object) -> Button:
        button = Button(words, "plain", icon)
        button.setObjectName(object_name)
        button.clicked.connect(do)
        if object_name in _WRITES:
            looking.hold(self.context, button)
        return button

    # Copies -----------------------------------------------------------------------------------------------------

    def back_up_now(self) -> None:
        """A copy here, and in the second place when it is there."""
        self.context.run(backing_up.now, sticks(), title=self.tr("Backing up"), on_done=self._on_copied)

    def _on_copied(self, done: Automatic) -> None:
        words = self.tr("A copy was made and checked.")
        if done.carried is not None:
            words += " " + self.tr("It was carried to {place} as well.").format(place=done.carried.root)
        elif done.is_newly_away:
            words += " " + self.tr("The stick or folder for copies is not there.")
        self.context.notices.good(words)
        for each in done.told:
            self.context.notices.warn(sentence_for(each))
        self.look_again()

    def _ask_remove(self, copy: Copy) -> None:
        words = self.tr(
            "The copy of {moment} ({reason}) in {place} goes for good, and evidence that only it holds. The data "
            "themselves and the other copies stay."
        ).format(moment=language.moment_text(copy.at), reason=_reason(copy), place=copy.root)
        title, act, leave = self.tr("Remove this copy?"), self.tr("Remove"), self.tr("Keep it")
        ask(self.window(), title, words, act, leave, "trash-2").accepted.connect(lambda: self.remove(copy))

    def remove(self, copy: Copy) -> None:
        """Takes a copy away; the last sound one of its place stays."""
        self.context.run(backing_up.remove, copy, on_done=lambda _: self.look_again())

    def _restore(self, copy: Copy | None) -> None:
        self.context.backup_asked.emit(copy)

    def _ask_place(self) -> None:
        ask_folder(self, self.tr("Where copies go as well"), self._ask_lock)

    def _ask_lock(self, folder: Path, *, is_wished: bool = False) -> None:
        dialog = BackupPlaceDialog(folder, self.window(), is_there=places.is_locked(folder))
        if is_wished:
            dialog.lock(True)
        dialog.accepted.connect(lambda: self.choose_place(folder, dialog.passphrase()))
        dialog.open()

    def choose_place(self, folder: Path, passphrase: str = "") -> None:
        """Copies go there as well from now on, the first at once; locked where there is a passphrase."""
        earlier = backing_up.second(self.context.workspace.folder, sticks())
        self.context.run(
            backing_up.choose_second, folder, passphrase, title=self.tr("Choosing where copies go"),
            on_done=lambda chosen: self._on_chosen(earlier, chosen),
        )  # fmt: skip

    def _on_chosen(self, earlier: Second | None, chosen: Second) -> None:
        self.back_up_now()
        if earlier is not None and earlier.root is not None and earlier.locked is None and chosen.locked is not None:
            words = self.tr("The copies made before in {place} are not locked; delete that folder when it may go.")
            self.context.notices.info(words.format(place=earlier.root))

    def _forget_place(self) -> None:
        self.context.run(backing_up.choose_second, None, on_done=lambda _: self.look_again())

    # One file ---------------------------------------------------------------------------------------------------

    def _ask_backup(self) -> None:
        dialog = BackupFileDialog(self.window())
        dialog.accepted.connect(lambda: self._ask_where(dialog.passphrase()))
        dialog.open()

    def _ask_where(self, passphrase: str) -> None:
        ending = ".zip.age" if passphrase else ".zip"
        kinds = (self.tr("Locked backups (*.zip.age)") if passphrase else self.tr("Backups (*.zip)"),)
        suggested = f"SaoLuu_ThuocSo_{self.context.workspace.clock():%Y-%m-%d_%H%M}{ending}"
        do = partial(self.back_up, passphrase=passphrase)
        ask_target(self, self.tr("Back up to"), suggested, kinds, do)

    def back_up(self, target: Path, passphrase: str = "") -> None:
        """Writes everything of the data folder into one file."""
        self.context.run(backing_up.backup, target, passphrase, title=self.tr("Backing up"), on_done=self._on_backed_up)

    def _on_backed_up(self, made: Backup) -> None:
        size, again = language.size_text(made.size), Act(self.tr("Open the folder"), partial(_open, made.path.parent))
        words = self.tr("Backed up and checked: {name}, {size}.").format(name=made.path.name, size=size)
        self._tell_made(words, made, again)

    def _tell_made(self, words: str, made: Backup, *acts: Act) -> None:
        if made.damaged:
            words += " " + self.tr("%n evidence file(s) were found damaged; attach them again.", "", len(made.damaged))
        if made.missing:
            words += " " + gone_words(made.missing, language.current())
        if made.damaged or made.missing:
            self.context.notices.warn(words, *acts)
        else:
            self.context.notices.good(words, *acts)

    # Handing over -----------------------------------------------------------------------------------------------

    def _ask_handover(self) -> None:
        acting = self.context.workspace.acting
        giver = Party(acting.name, acting.title, acting.office) if acting is not None else Party("")
        dialog = HandoverDialog(giver, self.window())
        dialog.accepted.connect(lambda: self._ask_handover_file(*dialog.values()))
        dialog.open()

    def _ask_handover_file(self, giver: Party, receiver: Party, note: str, passphrase: str) -> None:
        suggested = handing_over.file_name(self.context.workspace)
        kinds = (self.tr("Handover files (*.zip.age)"),)
        do = partial(self.hand_over, giver=giver, receiver=receiver, note=note, passphrase=passphrase)
        ask_target(self, self.tr("Write the handover to"), suggested, kinds, do)

    def hand_over(self, target: Path, giver: Party, receiver: Party, note: str, passphrase: str) -> None:
        """Writes the encrypted file and the record."""
        self.context.run(
            handing_over.hand_over, target, passphrase, giver, receiver, note,
            title=self.tr("Writing the handover"), on_done=self._on_handed_over,
        )  # fmt: skip

    def _on_handed_over(self, done: HandedOver) -> None:
        words = self.tr(
            "Written and checked: {name}, with the record {record}. Print the record twice; tell the passphrase by "
            "word of mouth. Check code: {code}."
        ).format(name=done.backup.path.name, record=done.record.name, code=done.check_code)
        acts = (
            Act(self.tr("Open the record"), partial(_open, done.record)),
            Act(self.tr("Open the folder"), partial(_open, done.record.parent)),
        )
        self._tell_made(words, done.backup, *acts)

    # A thorough look --------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Looks at every byte."""
        read_on = partial(self._on_examined, sources=())
        self.context.read(checking.examine, title=self.tr("Checking the data"), on_done=read_on, on_failed=self._on_bad)

    def _on_examined(self, found: Diagnosis, sources: tuple[Path, ...]) -> None:
        if found.is_sound and not found.mended:
            size = language.size_text(found.size)
            told = self.tr("The data are sound: %n evidence file(s), {size}, every byte.", "", found.files)
            self.context.notices.good(told.format(size=size))
            return
        dialog = FindingsDialog(found, self.window())
        dialog.mend_asked.connect(self._mend)
        dialog.source_asked.connect(lambda: ask_folder(self, self.tr("Where good copies may be"), self.mend_from))
        dialog.restore_asked.connect(partial(self._restore, None))
        dialog.open()

    def _mend(self) -> None:
        self._mend_with(())

    def mend_from(self, folder: Path) -> None:
        """Takes evidence back from a folder or stick; locked copies ask for their passphrase."""
        if not places.locked_in(folder):
            self._mend_with((folder,))
            return
        dialog = BackupOpenDialog(folder, self.window())
        dialog.accepted.connect(lambda: self._mend_with((folder,), dialog.passphrase()))
        dialog.open()

    def _mend_with(self, sources: tuple[Path, ...], passphrase: str = "") -> None:
        self.context.run(
            checking.mend, sources, sticks(), passphrase, title=self.tr("Mending the data"),
            on_done=partial(self._on_examined, sources=sources), on_failed=self._on_bad,
        )  # fmt: skip

    def _on_bad(self, error: AppError) -> None:
        if error.code == "data.damaged":
            self.context.notices.error(error, Act(self.tr("Restore…"), partial(self._restore, None)))
        else:
            self.context.notices.error(error)


def _reason(copy: Copy) -> str:
    return reason_words(copy.told.facts.reason.value, language.current())


def _open(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
