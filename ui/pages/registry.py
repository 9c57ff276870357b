"""The authority's book of agencies: telephones, codes of official letters, keys seen, accepted, ended."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.operations.authority import collecting, registry
from app.operations.authority.registry import KeyState, Line, Loaded
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from ui import looking, theme
from ui.actions import Act, menu
from ui.context import Context
from ui.dialogs.key_compare import KeyDialog, KeyToAccept
from ui.dialogs.key_registry import CloseKeyDialog, RegistryEntryDialog
from ui.dialogs.note import NoteDialog
from ui.models.rows_model import RowsModel
from ui.pages import registry_rows as rows
from ui.pages import registry_sheet as acts
from ui.pages.agency_board import AgencyBoard
from ui.pages.authority_kit import (
    Fitting,
    Panes,
    are_communes,
    ask_open,
    ask_several,
    ask_target,
    read,
    side_sheet,
)
from ui.pages.registry_sheet import RegistrySheet
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.meter import Meter
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.text import Line as TextLine
from ui.widgets.views import TableView

_NARROW = 780
_AGENCY = "agency"


class Registry(AgencyBoard):
    kinds = frozenset({"keys", "campaigns", "submissions"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Registry and keys"))
        self._about = TextLine(tone="ink-soft")
        self._form = Button(self.tr("Excel form"), "plain", "file-spreadsheet")
        self._form.setObjectName("form")
        self._form.clicked.connect(self._show_form_menu)
        self._load = Button(self.tr("Load registrations…"), "plain", "folder-open")
        self._load.setObjectName("load")
        self._load.clicked.connect(self._ask_files)
        looking.hold(context, self._load)
        title = Label(self.tr("Registry and keys"), "title", weight="bold")
        self.add(row(title, (self._about, 1), self._form, self._load))
        self.add(self.narrowing(self.tr("Find a name, code, letter")))
        columns = rows.columns(are_communes(self._part.campaign.agencies))
        model = RowsModel(columns, key=lambda line: line.agency.code, parent=self)
        self.listed(TableView(self.tr("Agencies"), model, several=True), model)
        self._table.setObjectName("registry")
        Fitting(self._table, {3: 880, 2: 600, 1: 500})
        self._sheet = RegistrySheet()
        self._sheet.asked.connect(self._on_asked)
        titles = (self.tr("Registry"), self.tr("Chosen row"))
        self._panes = Panes(framed(self._table), side_sheet(self._sheet, 324), titles, [800, 340], _NARROW)
        self.keep_widths("registry", self._panes.splitter)
        self.add((self._panes, 1))
        self._show_strip()

    # Reading -------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, _read_book, self.context.part_id, done=self._on_read)

    def _on_read(self, lines: tuple[Line, ...]) -> None:
        registered = sum(line.registration is not None for line in lines)
        told = self.tr("{registered}/{all} reported that they have the campaign")
        self._about.setText(told.format(registered=registered, all=len(lines)))
        self.show_rows(lines)

    def _is_seen(self, item: Line, chip: str, query: str = "") -> bool:
        return rows.is_shown(item, chip) and (not query or rows.is_found(item, query))

    def _in_order(self, found: Sequence[Line]) -> list[Line]:
        return rows.in_order(found)

    def _chip_titles(self) -> list[tuple[str, str]]:
        return [
            (rows.ALL, self.tr("All")),
            (rows.TODO, self.tr("To be settled")),
            (rows.MATCHING, self.tr("As in the letter")),
            (rows.MISSING, self.tr("Not reported")),
            (rows.ACCEPTED, self.tr("Accepted")),
        ]

    # The strip -----------------------------------------------------------------------------------------------------

    def _show_strip(self) -> None:
        states = [line.state for line in self._rows]
        accepted, whole = states.count(KeyState.ACCEPTED), max(len(states), 1)
        loud = sum(state in registry.LOUD for state in states)
        todo = sum(state in rows.TO_SETTLE for state in states) - loud
        bars = (("good", accepted / whole), ("warn", todo / whole), ("bad", loud / whole))
        meter = Meter(self.tr("Keys accepted"), bars)
        meter.setFixedWidth(theme.current().px(160))
        figure = self.tr("{accepted}/{all} keys accepted").format(accepted=accepted, all=len(states))
        parts_ = [Label(figure, "section", weight="bold"), meter]
        if loud:
            parts_.append(Label(self.tr("%n contradict(s) what is known", "", loud), tone="bad", weight="medium"))
        self.strip.show_left(*parts_)
        self.set_acts(self._main_act(states.count(KeyState.MATCHES)))

    def _main_act(self, matching: int) -> Button:
        if matching:
            button = Button(self.tr("Accept %n key(s) as in the letters", "", matching), "main", "key-round")
            button.clicked.connect(lambda: self._accept_matching(()))
            looking.hold(self.context, button)
        else:
            button = Button(self.tr("Collecting"), "main", "inbox")
            button.clicked.connect(lambda: self.go_to.emit("collecting", None))
        button.setObjectName("next")
        return button

    # Rows ----------------------------------------------------------------------------------------------------------

    def _on_selected(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self._sheet.show_line(chosen[0])
        elif chosen:
            self._sheet.show_several(chosen)
        else:
            self._sheet.show_nothing()
        looking.hold(self.context, self._sheet)

    def _on_opened(self, line: Line) -> None:
        if self._panes.is_narrow:
            self._panes.turn_to(1)
        elif line.state in (KeyState.MATCHES, KeyState.SIGNED):
            self._accept_matching((line.agency.code,))
        elif line.waiting is not None:
            self._accept(line)
        else:
            self._edit(line)

    def _on_asked(self, act: str) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        {
            acts.ACCEPT: lambda: self._accept(chosen[0]),
            acts.ACCEPT_MATCHING: lambda: self._accept_matching(tuple(line.agency.code for line in chosen)),
            acts.REFUSE: lambda: self._refuse(chosen[0]),
            acts.EDIT: lambda: self._edit(chosen[0]),
            acts.CLOSE: lambda: self._close(chosen[0]),
            acts.REOPEN: lambda: self._reopen(chosen[0]),
        }[act]()

    # Acts ----------------------------------------------------------------------------------------------------------

    def _accept_matching(self, agencies: tuple[str, ...]) -> None:
        def done(accepted: registry.Accepted) -> None:
            count = len(accepted.names)
            as_told = self.tr("%n key(s) accepted as in the letters.", "", count)
            told = self.tr("%n key(s) accepted.", "", count) if agencies else as_told
            self.context.notices.good(told)

        self.context.run(registry.accept_matching, self.context.part_id, agencies, on_done=done)

    def _accept(self, line: Line) -> None:
        assert line.waiting is not None
        differs = line.entry.check_code if line.state is KeyState.LETTER_DIFFERS else ""
        contact = " · ".join(part for part in (line.contact, line.telephone) if part)
        is_other = line.pin is not None
        key = KeyToAccept(
            line.agency.code, line.agency.name, line.waiting.spki, line.waiting.check_code, contact, is_other, differs
        )
        dialog = KeyDialog([key], self.window())
        done = self.tr("The key of {name} is accepted.").format(name=line.agency.name)

        def accept() -> None:
            self.context.run(
                registry.accept, self.context.part_id, line.agency.code, dialog.how(), reason=dialog.reason(),
                typed=dialog.typed(), on_done=lambda _: self.context.notices.good(done),
            )  # fmt: skip

        dialog.accepted.connect(accept)
        dialog.open()

    def _refuse(self, line: Line) -> None:
        assert line.waiting is not None
        key = line.waiting
        dialog = NoteDialog(
            self.tr("Not the key of {name}").format(name=line.agency.name),
            self.tr("Files that came under this key do not count, and nobody is asked about it again."),
            self.tr("How one knows"), self.tr("Set the key aside"), self.window(),
            wanted=self.tr("Say who told it and how."),
        )  # fmt: skip
        dialog.accepted.connect(
            lambda: self.context.run(trusting.refuse_key, key.agency, key.role, key.spki, dialog.note())
        )
        dialog.open()

    def _edit(self, line: Line) -> None:
        known = line.entry
        if not known.at:  # what the campaign's list says is the beginning
            contact = line.agency.contact
            known = registry.Entry(line.agency.code, telephone=contact.telephone, contact=contact.name)
        waiting = line.waiting.check_code if line.waiting else ""
        dialog = RegistryEntryDialog(line.agency.name, known, waiting, self.window())
        dialog.accepted.connect(lambda: self.context.run(registry.set_entry, self.context.part_id, dialog.value()))
        dialog.open()

    def _close(self, line: Line) -> None:
        now = self.context.workspace.clock()
        dialog = CloseKeyDialog(line.agency.name, now, self.window())
        done = self.tr("The key of {name} has ended.").format(name=line.agency.name)
        dialog.accepted.connect(
            lambda: self.context.run(
                trusting.close_key, line.agency.code, _AGENCY, *dialog.values(),
                on_done=lambda _: self.context.notices.good(done),
            )
        )  # fmt: skip
        dialog.open()

    def _reopen(self, line: Line) -> None:
        """The key that ended last was ended by mistake."""
        key = line.ended[0]
        dialog = NoteDialog(
            self.tr("Restore the key of {name}").format(name=line.agency.name),
            self.tr("It was ended by mistake: it is accepted again, as if it had never ended. The journal keeps both."),
            self.tr("Who said so, and how"), self.tr("Restore the key"), self.window(),
            wanted=self.tr("Say who told it and how."),
        )  # fmt: skip
        given = (trusting.reopen_key, key.agency, key.role, key.spki)
        dialog.accepted.connect(lambda: self.context.run(*given, dialog.note()))
        dialog.open()

    # Files ---------------------------------------------------------------------------------------------------------

    def _show_form_menu(self) -> None:
        self._menu = menu(
            Act(self.tr("Write the form…"), self, icon="file-down", do=self._ask_write),
            Act(self.tr("Load the filled form…"), self, icon="file-up", do=self._ask_form),
        )
        self._menu.popup(self._form.mapToGlobal(self._form.rect().bottomLeft()))

    def _ask_write(self) -> None:
        name, kinds = self.tr("Registry_and_codes.xlsx"), (self.tr("Excel workbooks (*.xlsx)"),)
        ask_target(self, self.tr("Write the form"), name, kinds, self.write_form)

    def write_form(self, path: Path) -> None:
        """Writes the form to be filled in."""
        done = self.tr("Written: {name}. Fill in telephones and the codes of the letters, then load it.")
        told = done.format(name=path.name)
        given = (registry.write_form, self.context.part_id, path)
        self.context.read(*given, on_done=lambda _: self.context.notices.good(told))

    def _ask_form(self) -> None:
        ask_open(self, self.tr("Load the filled form"), (self.tr("Excel workbooks (*.xlsx)"),), self.load_form)

    def load_form(self, path: Path) -> None:
        """Takes a filled form in."""

        def done(loaded: Loaded) -> None:
            told = self.tr("%n agency(ies) read from the form, {codes} with a code.", "", loaded.agencies)
            self.context.notices.good(told.format(codes=loaded.codes))

        self.context.run(registry.load_form, self.context.part_id, path, on_done=done)

    def _ask_files(self) -> None:
        ask_several(self, self.tr("Load registrations"), (self.tr("Bundles (*.thuocso *.zip)"),), self.load)

    def load(self, paths: Sequence[Path]) -> None:
        """Takes files in as the board does, and tells there what became of each."""
        self.context.run(
            collecting.import_paths, self.context.part_id, list(paths), title=self.tr("Taking registrations in"),
            on_done=self._on_loaded,
        )  # fmt: skip

    def _on_loaded(self, drop: collecting.Drop) -> None:
        registered = drop.count(collecting.Outcome.REGISTERED)
        if registered == len(drop.files):
            self.context.notices.good(self.tr("%n registration(s) taken in.", "", registered))
        else:
            self.go_to.emit("collecting", drop)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        forms = [path for path in paths if path.suffix.lower() == ".xlsx"]
        if forms:
            self.load_form(forms[0])
        elif paths:
            self.load(paths)


def _read_book(workspace: Workspace, part_id: str) -> tuple[Line, ...]:
    return registry.book(workspace, part_id)
