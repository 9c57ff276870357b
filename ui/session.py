"""Which folder, part and person the window works with: what the header says, which pages there are, where a file goes.

What knows campaigns is imported when there is one, what reads bundles when a file comes: the first page stands without.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from app.errors import AppError
from app.operations import workspace
from ui import folder_told, language
from ui.context import Context
from ui.keeper import Keeper
from ui.main_window import MainWindow
from ui.pages import AUTHORITY, COMMUNE, START
from ui.switching import Switcher
from ui.widgets.header import HeaderFacts

if TYPE_CHECKING:
    from app.domain.campaign import Round
    from app.operations.counting import State
    from app.operations.parts import Part
    from ui.actions import Act

LAST_PART = "last_part"
_DAY_SOON = 3
_SHORTLY = 100  # milliseconds between two looks whether a folder is open again


class Session(QObject):
    """Joins the window to an open workspace; lives as long as the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context: Context = window.context
        self._refreshing = QTimer(self, singleShot=True, interval=0)
        self._refreshing.timeout.connect(self._refresh_behind)
        window.file_given.connect(self.open_file)
        window.person_asked.connect(self._show_menu)
        self._context.changed.connect(lambda _: self._refreshing.start())
        self._context.part_asked.connect(self.choose)
        self._context.file_asked.connect(self.open_file)
        self._context.place_asked.connect(partial(window.open_page, "settings", "backups"))
        self.switcher = Switcher(self, window)
        self.keeper = Keeper(self._context, self)
        opened = QShortcut(QKeySequence.StandardKey.Open, window)
        opened.activated.connect(self.ask_for_file)

    def begin(self) -> None:
        """Opens the part worked on last, or the page for a first start."""
        known = workspace.part_ids(self._context.workspace)
        last = workspace.setting(self._context.workspace, LAST_PART)
        if known:
            self.choose(last if last in known else known[0])
        else:
            self.start_anew()
        folder_told.tell(self._context)

    def start_anew(self) -> None:
        """The page that asks what is at hand; what was typed before is on the disk then."""
        self._window.when_kept(self._start_anew)

    def _start_anew(self) -> None:
        self._context.part_id = ""
        self._window.set_pages(START)
        self.refresh()

    def choose(self, part_id: str) -> None:
        """Works on another part from now on; what was typed in this one is on the disk then."""
        self._window.when_kept(partial(self._choose, part_id))

    def _choose(self, part_id: str) -> None:
        from app.operations import parts
        from app.operations.parts import Role

        part = parts.find(self._context.workspace, part_id)
        self._context.part_id = part.id
        with suppress(AppError):  # where the disk takes nothing the next start begins elsewhere, no more
            workspace.set_setting(self._context.workspace, LAST_PART, part.id)
        self._window.set_pages(COMMUNE if part.role is Role.AGENCY else AUTHORITY)
        self.refresh()
        if self._context.workspace.acting is None and not self._context.workspace.is_read_only:
            self.ask_person()

    # Header, person, counts ------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Says anew who works, on what, until when, and how far it is."""
        self._show_person()
        if not self._context.part_id:
            self._window.show_facts(HeaderFacts(agency=self.tr("Thước Số")))
            return
        from app.operations import counting  # knows the whole loop: a first start has nothing to count

        self._show_state(self._context.part_id, counting.state(self._context.workspace, self._context.part_id))

    def _refresh_behind(self) -> None:
        """The same after a change, reckoned on another thread: counting takes longer than a keystroke may wait."""
        part_id = self._context.part_id
        if not self._context.is_at_work:
            return
        if not part_id:
            self.refresh()
            return
        from app.operations import counting

        self._show_person()
        shown = partial(self._show_state, part_id)
        self._context.read(counting.state, part_id, on_done=shown, on_failed=lambda _: None)  # another part by now

    def _show_person(self) -> None:
        acting = self._context.workspace.acting
        if acting is None:
            self._window.show_person(self.tr("Who is working?"), "")
        else:
            self._window.show_person(acting.name, acting.title or acting.office)

    def _show_state(self, part_id: str, state: "State") -> None:
        from app.operations import parts

        if part_id != self._context.part_id:
            return
        part = parts.find(self._context.workspace, part_id)
        self._window.show_facts(self._facts(part, state))
        for identifier, count in state.counts.items():
            self._window.show_count(identifier, count)

    def _facts(self, part: "Part", state: "State") -> HeaderFacts:
        from app.operations.parts import Role

        is_agency = part.role is Role.AGENCY
        round_words = self.tr("Round {number}") if is_agency else self.tr("Appraisal round {number}")
        words, tone = self._deadline(part, part.campaign.round(state.round), state)
        now = self._context.workspace.clock()
        return HeaderFacts(
            agency=part.name if is_agency else part.campaign.authority.short or part.name,
            campaign=f"{part.campaign.title} · {round_words.format(number=state.round)}",
            deadline=words,
            deadline_tone=tone,
            saved=self.tr("Saved {time}").format(time=language.time_text(now)),
            is_sample=part.campaign.is_sample,
        )

    def _deadline(self, part: "Part", round_: "Round", state: "State") -> tuple[str, str]:
        from app.domain.deadline import VIETNAM

        agency = part.campaign.agency(part.agency)
        own_day = agency.inspection_day if agency is not None else None
        extended = agency.extended_to if agency is not None else None
        again_by = state.again_by
        if round_.deadline is None and extended is None and again_by is None:
            return "", "ink"
        today = self._context.workspace.clock().astimezone(VIETNAM).date()
        if again_by is not None:
            shown = self.tr("through {day} (after the return)").format(day=language.date_text(again_by))
            left = (again_by - today).days
        elif extended is not None:
            shown = self.tr("extended through {day}").format(day=language.date_text(extended))
            left = (extended - today).days
        else:
            assert round_.deadline is not None
            days = round_.deadline.days_left(today, own_day)
            shown = round_.deadline.shown(language.current(), own_day)
            if days is None:
                return self.tr("Deadline: {day}").format(day=shown), "ink"
            left = days
        if left < 0 and state.is_out:
            return self.tr("Deadline: {day}").format(day=shown), "ink"
        if left < 0:
            return self.tr("Deadline: {day} · passed").format(day=shown), "bad"
        words = self.tr("Deadline: {day}").format(day=shown) + " · " + self.tr("%n day(s) left", "", left)
        return words, "warn" if left <= _DAY_SOON else "ink"

    # The menu of the person ------------------------------------------------------------------------------------

    def _show_menu(self) -> None:
        from app.operations import parts
        from app.operations.parts import Role
        from ui.actions import menu

        opened = self._context.workspace
        acts: list[Act | None] = [
            self._act(f"{person.name} · {person.title or person.office}".strip(" ·"), "user", self._actor(person.id))
            for person in workspace.persons(opened)
        ]
        acts += [self._act(self.tr("Another person…"), "plus", self.ask_person), None]
        for part in parts.everything(opened):
            icon = "clipboard-list" if part.role is Role.AGENCY else "scale"
            acts.append(self._act(f"{part.name} · {part.campaign.title}", icon, self._chooser(part.id)))
        acts += [None, self._act(self.tr("Open a file received…"), "folder-open", self.ask_for_file)]
        if self.switcher.home is None:
            acts.append(self._act(self.tr("Begin something else…"), "flag", self.start_anew))
        else:  # real work never begins in the folder of the sample
            words = self.tr("Leave the sample, back to the own data")
            acts.append(self._act(words, "arrow-left", lambda: self.switcher.go_home()))
        shown = menu(*acts)
        shown.aboutToHide.connect(shown.deleteLater)
        person = self._window.rail.person
        shown.popup(person.mapToGlobal(QPoint(0, -shown.sizeHint().height())))  # the keyboard has no pointer
        self._menu = shown

    def _act(self, words: str, icon: str, do: Callable[[], object]) -> "Act":
        from ui.actions import Act

        return Act(words, self, icon=icon, do=do)

    def _actor(self, person_id: str) -> Callable[[], object]:
        return lambda: self._context.run(workspace.act_as, person_id)

    def _chooser(self, part_id: str) -> Callable[[], object]:
        return lambda: self.choose(part_id)

    def ask_person(self) -> None:
        """Asks who is working; what is journalled from now on bears that name."""
        from ui.dialogs.person import PersonDialog

        dialog = PersonDialog(self._window)
        dialog.accepted.connect(
            lambda: self._context.run(workspace.add_person, *dialog.values(), on_done=lambda _: self.refresh())
        )
        dialog.open()

    # Files -----------------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """A file dialog for a bundle."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Open a file received"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Bundles (*.thuocso *.zip *.age)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.open()
        self._dialog = dialog

    def open_file(self, path: Path) -> None:
        """Looks at a file and leads to where it belongs; while another folder is gone to, once that stands."""
        if not self._context.workspace.is_open:
            QTimer.singleShot(_SHORTLY, self, partial(self.open_file, path))
            return
        from ui.dialogs.verification import tell
        from ui.receiving import receive

        try:
            receive(self, self._window, path)
        except AppError as error:
            tell(self._context, error, path, self._window)

    def show(self, identifier: str, place: Any = None) -> None:
        """Opens a page of the present part."""
        self._window.open_page(identifier, place)
