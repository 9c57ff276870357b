"""Back from a backup: which one, what is inside, and only then the act. Copies on sticks are found by themselves."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.errors import AppError
from app.operations.keeping import handing_over, packing, places, restoring
from app.operations.keeping.handing_over import Party
from app.operations.keeping.packing import Told
from app.operations.keeping.places import Copy
from app.operations.workspace import Workspace
from app.wording.keeping import reason_words
from ui import language, tokens
from ui.context import Context
from ui.dialogs.backup_lock import BackupPassphrase
from ui.dialogs.dialog import Dialog
from ui.dialogs.key_care import effect
from ui.keeper import sticks
from ui.notices import sentence_for
from ui.widgets.boxes import Part, column, empty, fill, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

Source = Path | Copy


@dataclass(frozen=True, slots=True)
class Restoring:
    """What is to be put back, the passphrase of a locked file, and who takes over where it is a handover."""

    source: Source
    passphrase: str = ""
    receiver: Party | None = None


@dataclass(frozen=True, slots=True)
class _Inside:
    """What a file says of itself; `code` is the check code of a handover, "" for another backup."""

    told: Told
    code: str


class RestoreDialog(Dialog):
    """`values()` is what is to be restored. Begins with `chosen`, else with the newest copy on a stick or here."""

    def __init__(self, context: Context, parent: QWidget | None, chosen: Source | None = None) -> None:
        super().__init__(self.tr("Restore a backup"), parent, width=680)
        self._context, self._inside, self._passphrase = context, _NOTHING, ""
        self._which = Choice(self.tr("Backup"))
        self._which.setObjectName("backup-choice")
        self._which.chosen.connect(lambda _: self._look())
        self._other = self._button("other-file", self.tr("Another file…"), "file-input", self._ask_file)
        acts = row(
            self._other,
            self._button("other-folder", self.tr("Another folder or stick…"), "usb", self._ask_folder),
            None, gap=8,
        )  # fmt: skip
        self._locked = BackupPassphrase(self._look)
        self._facts = Sheet(look="well", gap=tokens.STEP)
        self._receiver = self._receiver_fields()
        self.add(column(Label(self.tr("Backup"), weight="medium"), self._which, acts, gap=6))
        self.add(self._locked, self._facts, self._receiver)
        self.add(effect("shield-check", "good", self.tr(
            "Every byte is checked before anything changes. The data that are here now are kept as a dated copy; "
            "one can go back to them at any time."
        )), None)  # fmt: skip
        self._main = self.set_acts(self.tr("Restore"), self.tr("Not now"), icon="history")
        self._main.setAutoDefault(False)
        self._found: list[Source] = []
        self._show_nothing(self.tr("Looking for copies…"))
        if isinstance(chosen, Path) and chosen.is_dir():
            self.choose_folder(chosen)
        elif chosen is not None:
            self._offer([chosen])
        else:
            self._read(_found, sticks(), done=lambda found: self._offer([*self._found, *found]))

    # Which ------------------------------------------------------------------------------------------------------

    def choose_file(self, path: Path) -> None:
        """Takes this file."""
        self._offer([path, *self._found])

    def choose_folder(self, folder: Path) -> None:
        """Takes the newest copy in this folder."""
        self._read(_copies_in, folder, done=lambda copies: self._offer([*copies, *self._found]))

    def _offer(self, found: list[Source]) -> None:
        self._found = list({_key(each): each for each in found}.values())
        self._which.set_options([(_key(each), _words(each)) for each in self._found])
        self._which.setVisible(bool(self._found))
        if not self._found:
            self._other.setFocus()
            self._show_nothing(
                self.tr("No copy was found on a stick or here. Choose the file, or the folder it is in.")
            )
            return
        self._which.set_value(_key(self._found[0]))
        self._look()

    def _source(self) -> Source | None:
        return next((each for each in self._found if _key(each) == self._which.value()), None)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Restore a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups (*.zip *.age)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose_file(Path(name)))
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder or stick with copies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose_folder(Path(name)))
        dialog.open()

    def open_with(self, passphrase: str) -> None:
        """Looks into a locked file, as a click does."""
        self._locked.type(passphrase)
        self._look()

    # What is inside ---------------------------------------------------------------------------------------------

    def _look(self) -> None:
        source = self._source()
        self._passphrase = self._locked.typed()
        if isinstance(source, Copy) and not source.is_locked:
            self._show_inside(_Inside(source.told, ""))
        elif source is not None:
            self._read(_inside, source, self._passphrase, done=self._show_inside)

    def _show_inside(self, inside: _Inside) -> None:
        self._inside = inside
        facts = inside.told.facts
        parties = handing_over.parties(inside.told)
        source = self._source()
        is_plain = isinstance(source, Copy) and not source.is_locked
        self._locked.setVisible(bool(self._passphrase) and not is_plain)
        lines: list[Part] = [Label(each, weight="medium", wrap=True) for each in facts.whose]
        made = self.tr("Made {moment} · {reason}").format(
            moment=language.iso_text(facts.at), reason=reason_words(facts.reason.value, language.current())
        )
        files = self.tr("%n evidence file(s)", "", len(inside.told.evidence))
        lines += [Label(made), Label(f"{files} · {language.size_text(inside.told.size)}", tone="ink-soft")]
        lacking = source.lacking if isinstance(source, Copy) else inside.told.missing
        if lacking:
            words = self.tr("%n evidence file(s) of it are missing there.", "", len(lacking))
            lines.append(effect("triangle-alert", "warn", words))
        if parties is not None:
            told = self.tr("Handed over by {giver}. Compare this code with the record: {code}")
            lines.append(Label(told.format(giver=parties[0].name, code=inside.code), wrap=True, selectable=True))
            for entry, value in zip(self._entries, (parties[1].name, parties[1].title, parties[1].office), strict=True):
                entry.setText(value)
        self._receiver.setVisible(parties is not None)
        self._main.setText(self.tr("Take over") if parties is not None else self.tr("Restore"))
        self._show(lines, is_ready=True)

    def _show_nothing(self, words: str) -> None:
        self._locked.hide()
        self._receiver.hide()
        self._show([Label(words, tone="ink-soft", wrap=True)], is_ready=False)

    def _show(self, lines: list[Part], *, is_ready: bool) -> None:
        layout = self._facts.column()
        margins = layout.contentsMargins()
        empty(layout)
        kept = (margins.left(), margins.top(), margins.right(), margins.bottom())
        fill(layout, lines, layout.spacing(), kept)
        if self._acts is not None:
            self._main.setEnabled(is_ready)

    def _on_failed(self, error: AppError) -> None:
        self._show_nothing(sentence_for(error))
        if self._locked.asks_for(error):
            self._show([Label(self.tr("This backup is locked by a passphrase."), tone="ink-soft")], is_ready=False)

    def _receiver_fields(self) -> QWidget:
        names = (self.tr("Who takes over"), self.tr("Post"), self.tr("Office"))
        self._entries = [Entry(name) for name in names]
        for entry, name in zip(self._entries, ("receiver-name", "receiver-title", "receiver-office"), strict=True):
            entry.setObjectName(name)
        self._receiver_name = Field(names[0], self._entries[0])
        others = [Field(name, entry) for name, entry in zip(names[1:], self._entries[1:], strict=True)]
        return column(self._receiver_name, row((others[0], 1), (others[1], 1), gap=tokens.FIELD), gap=tokens.FIELD)

    # What they share ----------------------------------------------------------------------------------------------

    def _button(self, name: str, words: str, icon: str, do: object) -> Button:
        button = Button(words, "plain", icon)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _read(self, operation: object, *args: object, done: object) -> None:
        self._context.read(
            operation, *args,  # type: ignore[arg-type]
            on_done=partial(self._if_here, done), on_failed=partial(self._if_here, self._on_failed),
        )  # fmt: skip

    def _if_here(self, do: object, value: object) -> None:
        if isValid(self):
            do(value)  # type: ignore[operator]

    def values(self) -> Restoring:
        source = self._source()
        assert source is not None
        receiver = Party(*(entry.value() for entry in self._entries)) if self._is_handover() else None
        return Restoring(source, self._passphrase, receiver)

    def _is_handover(self) -> bool:
        return handing_over.parties(self._inside.told) is not None

    def accept(self) -> None:
        if self._source() is None or not self._main.isEnabled():
            return
        if self._is_handover() and not self._entries[0].value():
            self._receiver_name.complain(self.tr("Type the full name."))
            self._entries[0].setFocus()
            return
        super().accept()


_NOTHING = _Inside(Told(packing.Facts("", packing.Reason.BY_HAND), ()), "")


def _key(source: Source) -> str:
    return str(source.database if isinstance(source, Copy) else source)


def _words(source: Source) -> str:
    if isinstance(source, Path):
        return source.name
    reason = reason_words(source.told.facts.reason.value, language.current())
    return " · ".join([language.moment_text(source.at), reason, source.root.name])


def _found(workspace: Workspace, roots: tuple[Path, ...]) -> list[Source]:
    """Copies on sticks, then those of the data folder itself."""
    copies: list[Source] = []
    for root in roots:
        try:
            copies += restoring.copies_in(root)
        except AppError:
            continue
    return [*copies, *places.copies(workspace.folder)]


def _copies_in(_: Workspace, folder: Path) -> list[Source]:
    return list(restoring.copies_in(folder))


def _inside(_: Workspace, source: Source, passphrase: str) -> _Inside:
    if isinstance(source, Copy):
        return _Inside(restoring.opened(source, passphrase).told, "")
    told = restoring.look(source, passphrase)
    return _Inside(told, handing_over.file_code(source) if handing_over.parties(told) is not None else "")
