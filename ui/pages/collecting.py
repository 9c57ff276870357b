"""Taking submissions in: the board of all agencies, what came in a drop, and what needs a person."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from app.operations import parts
from app.operations.authority import collecting, comparing, overseeing
from app.operations.authority.collecting import BoardRow, BoardState, Drop, Outcome
from app.operations.authority.comparing import PointsRow, Received
from app.operations.trust import receipts
from app.operations.workspace import Workspace
from ui import language, looking, theme
from ui.actions import Act, menu
from ui.context import Context
from ui.dialogs.drop_told import DropToldDialog
from ui.dialogs.open_encrypted import NEEDS_PASSPHRASE, OpenEncryptedDialog
from ui.dialogs.text_to_copy import TextToCopy
from ui.models.rows_model import RowsModel
from ui.notices import Act as NoticeAct
from ui.notices import Notice
from ui.pages import collecting_rows as board
from ui.pages import collecting_sheet as acts
from ui.pages.agency_board import AgencyBoard
from ui.pages.authority_kit import (
    Fitting,
    Panes,
    are_communes,
    as_row,
    ask_folder,
    ask_several,
    ask_target,
    read,
    side_sheet,
)
from ui.pages.collecting_acts import RowActs
from ui.pages.collecting_sheet import READS, ReceivedSheet
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.meter import Meter
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed
from ui.widgets.text import Label, Line
from ui.widgets.views import TableView

_NARROW = 780


class BoardView(TableView):
    """A letter typed on the board begins a search."""

    search: SearchBox

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words, modifiers = event.text(), event.modifiers()
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if plain and words.isprintable() and words.strip():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QApplication.sendEvent(self.search, event)
            return
        super().keyPressEvent(event)


class Collecting(AgencyBoard):
    """The place of `show_place` may also be a `Drop`."""

    kinds = frozenset({"submissions", "keys", "campaigns"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Collecting"))
        self._communes = are_communes(self._part.campaign.agencies)
        self._acts = RowActs(self, context)
        self._shown_for = ""
        self._drop = DropZone(self.tr("Drop files, a folder or a stick here"), "file-down")
        self._drop.setObjectName("collect-drop")
        self._drop.setMinimumWidth(theme.current().px(296))
        self._drop.dropped.connect(self.load)
        self._drop.asked.connect(self._ask_files)
        self._load = Button(self.tr("Load files"), "plain", "folder-open")
        self._load.setObjectName("load")
        self._load.clicked.connect(self._show_load_menu)
        looking.hold(context, self._load)
        self._drop.setDisabled(looking.is_only(context))
        self._about = Line(tone="ink-soft")
        head = row(Label(self.tr("Collecting"), "title", weight="bold"), (self._about, 1), self._drop, self._load)
        self.add(head)
        self._head = as_row(head)
        filters = self.narrowing(self.tr("Find a name, code, focal officer"))
        self.add(filters)
        self._filters = as_row(filters)
        columns = board.columns(self._communes, self._decimals())
        model = RowsModel(columns, key=lambda item: item.agency.code, parent=self)
        table = BoardView(self.tr("Agencies"), model, several=True)
        table.search = self._search
        self.listed(table, model)
        self._table.setObjectName("board")
        Fitting(self._table, {3: 740, 5: 660, 6: 640, 1: 560, 2: 470})
        self._sheet = ReceivedSheet(self._part.campaign)
        self._sheet.asked.connect(self._on_asked)
        titles = (self.tr("Board"), self.tr("Chosen row"))
        self._panes = Panes(framed(self._table), side_sheet(self._sheet), titles, [848, 290], _NARROW)
        self.keep_widths("collecting", self._panes.splitter)
        self.add((self._panes, 1))
        self._show_strip()

    # Reading -------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, _read_board, self.context.part_id, done=self._on_read)

    def show_place(self, place: object) -> None:
        if isinstance(place, Drop):
            self._tell(place)
            return
        super().show_place(place)

    def _on_read(self, told: tuple[parts.Part, tuple[BoardRow, ...]]) -> None:
        self._part, rows = told
        self._shown_for = ""
        count = self.tr("%n commune(s)", "", len(rows)) if self._communes else self.tr(
            "%n agency(ies)", "", len(rows)
        )  # fmt: skip
        self._about.setText(count)
        self.show_rows(rows)

    def _decimals(self) -> dict[str, int]:
        sets = parts.frameworks_for(self.context.workspace, self._part.id)
        campaign = self._part.campaign
        return {item.code: sets[campaign.reference(item).target_group].decimals for item in campaign.agencies}

    def _is_seen(self, item: BoardRow, chip: str, query: str = "") -> bool:
        return board.is_shown(item, chip) and (not query or board.is_found(item, query))

    def _in_order(self, found: Sequence[BoardRow]) -> list[BoardRow]:
        return board.in_order(found)

    def _chip_titles(self) -> list[tuple[str, str]]:
        return [
            (board.ALL, self.tr("All")),
            (board.TODO, self.tr("To be settled")),
            (board.KEYS, self.tr("Keys not accepted")),
            (board.RECEIVED, self.tr("Received")),
            (board.MISSING, self.tr("Missing")),
            (board.LATE, self.tr("Late")),
            (board.RETURNED, self.tr("Returned")),
            (board.SIGNATURES, self.tr("Signatures open")),
        ]

    # The strip -----------------------------------------------------------------------------------------------------

    def _show_strip(self) -> None:
        rows = self._rows
        received = sum(bool(item.submission) for item in rows)
        todo = sum(board.needs_person(item) for item in rows)
        open_ = sum(bool(item.submission) and board.needs_person(item) for item in rows)
        unread = sum(item.state is BoardState.UNREADABLE for item in rows)
        missing, whole = len(rows) - received, max(len(rows), 1)
        figure = self.tr("{received}/{all} submissions").format(received=received, all=len(rows))
        bars = (("good", (received - open_) / whole), ("warn", open_ / whole), ("bad", unread / whole))
        meter = Meter(self.tr("Submissions received"), bars)
        meter.setFixedWidth(theme.current().px(200))
        words = [self.tr("%n to be settled", "", todo)] if todo else []
        words += [self.tr("%n missing", "", missing)] if missing else []
        rest = Label(" · ".join(words), tone="ink-soft")
        self.strip.show_left(Label(figure, "section", weight="bold"), meter, rest)
        export = Button(self.tr("Export the list"), "quiet", "file-spreadsheet")
        export.clicked.connect(self._ask_export)
        lacking = receipts.waiting_for_one(rows)
        give = Button(self.tr("Make %n receipt(s)", "", len(lacking)), "quiet", "file-check")
        give.setObjectName("receipts")
        give.clicked.connect(lambda: self._acts.give_receipts(lacking))
        looking.hold(self.context, give)
        self.set_acts(export, give, self._main_act(missing))
        give.setVisible(bool(lacking))

    def _main_act(self, missing: int) -> Button:
        if not missing:
            button = Button(self.tr("Begin appraising"), "main", "scale")
        elif self._communes:
            button = Button(self.tr("Write to %n commune(s)", "", missing), "main", "message-square-text")
        else:
            button = Button(self.tr("Write to %n agency(ies)", "", missing), "main", "message-square-text")
        button.setObjectName("next")
        button.clicked.connect(self._on_next)
        return button

    def _on_next(self) -> None:
        if all(item.submission for item in self._rows):
            self.go_to.emit("appraising", None)
        else:
            self._remind(self._rows)

    def _remind(self, rows: Sequence[BoardRow]) -> None:
        now = language.moment_text(self.context.workspace.clock())
        missing = [item for item in rows if item.state is BoardState.NOT_RECEIVED]
        if len(rows) == 1 and missing:
            words = board.reminder_to(missing[0], self._part.campaign)
        else:
            words = board.reminder(board.Told(self._part.campaign, self._rows, now))
        self._show_text(self.tr("Reminder"), words)

    def _show_text(self, title: str, words: str) -> None:
        TextToCopy(title, self.tr("Paste it into the group chat or an e-mail. Nothing is sent from here."), words,
                   self.window()).open()  # fmt: skip

    # Loading -------------------------------------------------------------------------------------------------------

    def load(self, paths: Sequence[Path], passphrase: str = "") -> None:
        """Takes in files, folders and sticks, off the main thread; can be stopped, what was taken in stays."""
        title, told = self.tr("Taking submissions in"), (self.context.part_id, list(paths))
        self.context.run(collecting.import_paths, *told, passphrase=passphrase, title=title, on_done=self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the page is narrow the search stands in the first line; files can be dropped anywhere anyway."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.current().px(_NARROW + 120)
        if is_narrow == self._drop.isHidden():
            return
        self._drop.setVisible(not is_narrow)
        if is_narrow:
            self._head.insertWidget(2, self._search)
        else:
            self._filters.addWidget(self._search)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drop.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.dropEvent(event)

    def _show_load_menu(self) -> None:
        files = Act(self.tr("Choose files…"), self, icon="file-down", do=self._ask_files)
        folder = Act(self.tr("Choose a folder or a stick…"), self, icon="usb", do=self._ask_folder)
        self._menu = menu(files, folder)
        self._menu.popup(self._load.mapToGlobal(self._load.rect().bottomLeft()))

    def _ask_files(self) -> None:
        ask_several(self, self.tr("Load submissions"), (self.tr("Bundles (*.thuocso *.zip *.age)"),), self.load)

    def _ask_folder(self) -> None:
        ask_folder(self, self.tr("Load a folder or a stick"), lambda folder: self.load([folder]))

    def _tell(self, drop: Drop) -> None:
        """The sentence after a drop, and where each file is told of; one that concerns one agency alone is shown."""
        concerned = {taken.agency for taken in drop.files if taken.agency}
        if len(concerned) == 1:
            self._wanted = concerned.pop()
            self._table.select_key(self._wanted)
        counts = [
            (Outcome.RECEIVED, self.tr("%n submission(s) taken in", "", drop.count(Outcome.RECEIVED))),
            (Outcome.ALREADY, self.tr("%n was here already", "", drop.count(Outcome.ALREADY))),
            (Outcome.SIGNED, self.tr("%n signed copy(s) of what was here", "", drop.count(Outcome.SIGNED))),
            (Outcome.OLDER, self.tr("%n older one(s) kept as history", "", drop.count(Outcome.OLDER))),
            (Outcome.CONFLICTING, self.tr("%n differ(s) from one with the same number", "",
                                          drop.count(Outcome.CONFLICTING))),
            (Outcome.REGISTERED, self.tr("%n registration(s) taken in", "", drop.count(Outcome.REGISTERED))),
            (Outcome.VOLUME, self.tr("%n volume(s) with evidence taken in", "", drop.count(Outcome.VOLUME))),
            (Outcome.ASIDE, self.tr("%n volume(s) wait for their figures", "", drop.count(Outcome.ASIDE))),
            (Outcome.WAITING, self.tr("%n replacement(s) after the deadline wait for consent", "",
                                      drop.count(Outcome.WAITING))),
            (Outcome.OTHER_KEY, self.tr("%n sealed with another key than the accepted one", "",
                                        drop.count(Outcome.OTHER_KEY))),
            (Outcome.BAD_SIGNATURE, self.tr("%n kept, a signature on it does not hold", "",
                                            drop.count(Outcome.BAD_SIGNATURE))),
            (Outcome.REFUSED, self.tr("%n could not be taken in", "", drop.count(Outcome.REFUSED))),
            (Outcome.OTHER_KIND, self.tr("%n is no submission ({kinds})", "", drop.count(Outcome.OTHER_KIND))
             .format(kinds=_kind_words(drop))),
        ]  # fmt: skip
        told = ", ".join(words for outcome, words in counts if drop.count(outcome))
        words = self.tr("%n file(s) loaded: {told}. All other submissions stay as they were.", "", len(drop.files))
        wanting = (Outcome.REFUSED, Outcome.CONFLICTING, Outcome.WAITING, Outcome.OTHER_KEY, Outcome.BAD_SIGNATURE)
        trouble = sum(map(drop.count, wanting))
        see = NoticeAct(self.tr("See each file"), lambda: DropToldDialog(drop, self.window()).open())
        tone = "warn" if trouble else "good"
        covered = tuple(item.path for item in drop.files if item.error and item.error.code == NEEDS_PASSPHRASE)
        more = (NoticeAct(self.tr("Open what is encrypted"), lambda: self._ask_passphrase(covered)),) if covered else ()
        self.context.notices.show(Notice(words.format(told=told), tone, acts=(*more, see), lasting=bool(trouble)))

    def _ask_passphrase(self, covered: Sequence[Path]) -> None:
        dialog = OpenEncryptedDialog(covered, self.window())
        dialog.accepted.connect(lambda: self.load(covered, dialog.passphrase()))
        dialog.open()

    # Rows ----------------------------------------------------------------------------------------------------------

    def _on_selected(self) -> None:
        chosen = self._chosen()
        if len(chosen) > 1:
            self._shown_for = ""
            self._sheet.show_several(chosen)
        elif not chosen:
            self._shown_for = ""
            self._sheet.show_nothing()
        elif chosen[0].agency.code != self._shown_for:
            self._shown_for = chosen[0].agency.code
            self._sheet.show_row(chosen[0], (), ())
            if chosen[0].submission:
                self._read_row(chosen[0])
        looking.hold(self.context, self._sheet, reads=READS)

    def _read_row(self, chosen: BoardRow) -> None:
        def show(told: tuple[tuple[Received, ...], tuple[PointsRow, ...]]) -> None:
            if self._shown_for == chosen.agency.code:
                self._sheet.show_row(chosen, *told)
                looking.hold(self.context, self._sheet, reads=READS)

        read(self, self.context, _read_row, self.context.part_id, chosen, done=show)

    def _on_opened(self, chosen: BoardRow) -> None:
        """Enter: what comes next for this row."""
        if self._panes.is_narrow:
            self._panes.turn_to(1)
        elif chosen.state is BoardState.CONFLICTING:
            self._acts.choose(chosen)
        elif chosen.state is BoardState.WAITING:
            self._acts.settle_replacement(chosen)
        elif chosen.is_key_open:
            self._acts.accept([chosen])
        elif chosen.submission:
            self.go_to.emit("appraising", chosen.agency.code)
        else:
            self._remind([chosen])

    def _on_asked(self, act: str) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        one = chosen[0]
        {
            acts.ACCEPT: lambda: self._acts.accept([one]),
            acts.ACCEPT_ALL: lambda: self._acts.accept([item for item in chosen if item.is_key_open]),
            acts.CHOOSE: lambda: self._acts.choose(one),
            acts.REPLACEMENT: lambda: self._acts.settle_replacement(one),
            acts.KEEP: lambda: self._acts.keep(one),
            acts.UNSIGNED: lambda: self._acts.take_unsigned(one),
            acts.RECEIPT: lambda: self._acts.give_receipts([item for item in chosen if item.submission]),
            acts.RETURN: lambda: self._acts.send_back(one),
            acts.TIME: lambda: self._acts.set_time(one),
            acts.OPEN: lambda: self.go_to.emit("appraising", one.agency.code),
            acts.REMIND: lambda: self._remind(chosen),
            acts.AGAIN: lambda: self._ask_again(one),
            acts.AGENCY: lambda: self._acts.edit_agency(one),
            acts.VERDICT: lambda: self._acts.show_verdict(one),
        }[act]()

    def _ask_again(self, chosen: BoardRow) -> None:
        words = board.send_again(chosen, self._part.campaign.authority.name)
        self._show_text(self.tr("Send again"), words)

    def _ask_export(self) -> None:
        words = {state.value: _state_word(state) for state in BoardState}

        def export(target: Path) -> None:
            done = self.tr("The list was written: {name}").format(name=target.name)
            self.context.run(
                overseeing.write_board, self.context.part_id, target, words,
                on_done=lambda _: self.context.notices.good(done), title=self.tr("Writing the list"),
            )  # fmt: skip

        ask_target(self, self.tr("Export the list"), self.tr("TiepNhan.xlsx"), ("Excel (*.xlsx)",), export)


def _state_word(state: BoardState) -> str:
    from app import wording

    return wording.word(state.value, language.current())


def _kind_words(drop: Drop) -> str:
    from app import wording

    return ", ".join(wording.word(f"bundle_{kind}", language.current()).lower() for kind in drop.other_kinds())


def _read_board(workspace: Workspace, part_id: str) -> tuple[parts.Part, tuple[BoardRow, ...]]:
    return parts.find(workspace, part_id), collecting.board(workspace, part_id)


def _read_row(
    workspace: Workspace, part_id: str, chosen: BoardRow
) -> tuple[tuple[Received, ...], tuple[PointsRow, ...]]:
    versions = comparing.versions(workspace, part_id, chosen.agency.code)
    differing = comparing.differing_points(workspace, part_id, chosen.submission) if chosen.differing else ()
    return versions, differing
