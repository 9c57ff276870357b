"""The campaign under way: its agencies, rounds and facts, what goes out; other campaigns and a new one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from app.bundles.writing import Written
from app.domain import text
from app.domain.agency import Agency
from app.domain.framework import Framework
from app.operations import parts
from app.operations.authority import campaigning, collecting, correcting
from app.operations.authority.campaigning import SentOut
from app.operations.authority.correcting import Effect
from app.operations.parts import Part, Role
from app.operations.trust import trusting
from app.operations.trust.trusting import KeyInfo
from app.operations.workspace import Workspace
from ui import language, looking, theme
from ui.context import Context
from ui.dialogs.agency import AgencyDialog
from ui.dialogs.correct_campaign import CorrectCampaignDialog, Version
from ui.dialogs.dialog import ask
from ui.dialogs.passphrase import SealDialog
from ui.dialogs.round_terms import RoundTermsDialog
from ui.dialogs.stick import StickDialog
from ui.dialogs.text_to_copy import TextToCopy
from ui.dialogs.title import TitleDialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.notices import Act
from ui.page import Page
from ui.pages import campaign_side as side
from ui.pages.authority_kit import Fitting, Panes, ask_target, read, today
from ui.pages.campaign_side import CampaignSide
from ui.pages.new_campaign import NewCampaign
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView

_NARROW = 820
_ABOUT = 60_000  # bytes of a campaign file, roughly


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows, read at once."""

    part: Part
    others: tuple[Part, ...]
    sets: tuple[Framework, ...]
    sent: tuple[SentOut, ...]
    key: KeyInfo | None
    received: frozenset[str]


class Campaigns(Page):
    """The place of `show_place`: ("new", digest of a framework) or an agency's code."""

    kinds = frozenset({"campaigns", "submissions", "keys"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Campaigns"))
        self._seen: Seen | None = None
        self._new: NewCampaign | None = None
        self._query = ""
        self._choice = Choice(self.tr("Campaign"))
        self._choice.setObjectName("campaign")
        self._choice.setMinimumWidth(theme.current().px(260))
        self._choice.chosen.connect(self._on_other)
        begin = Button(self.tr("New campaign"), "plain", "plus")
        begin.setObjectName("new")
        begin.clicked.connect(lambda: self.begin_new())
        self._search = SearchBox(self.tr("Find a name, code, focal officer"))
        self._search.sought.connect(self._on_sought)
        self._model = RowsModel(self._columns(), key=lambda agency: agency.code, parent=self)
        self._table = TableView(self.tr("Agencies"), self._model)
        self._table.setObjectName("agencies")
        Fitting(self._table, {4: 720, 2: 600, 5: 480, 1: 400})
        self._table.opened.connect(self._edit)
        self._table.chosen.connect(lambda _: self._enable())
        self._add = self._tool("add", self.tr("Add"), "plus", self._on_add)
        self._change = self._tool("change", self.tr("Change"), "pencil", self._on_change)
        self._remove = self._tool("remove", self.tr("Take out"), "user-x", self._on_remove)
        self._count = Label("", "section", weight="bold")
        self._side = CampaignSide()
        self._side.asked.connect(self._on_asked)
        self._side.round_asked.connect(self._on_round)
        tools = row(self._count, None, self._search, self._add, self._change, self._remove, gap=8)
        left = column(tools, (framed(self._table), 1), gap=8)
        titles = (self.tr("Agencies"), self.tr("Campaign"))
        side_pane = scrolled(self._side)
        side_pane.setMinimumWidth(theme.current().px(320))
        self._panes = Panes(left, side_pane, titles, [790, 348], _NARROW)
        head = row(Label(self.tr("Campaigns"), "title", weight="bold"), self._choice, None, begin)
        self._stack = QStackedWidget()
        self._stack.addWidget(column(head, (self._panes, 1)))
        self.add((self._stack, 1))
        self._enable()
        looking.hold(context, begin, self._add, self._change, self._remove)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < theme.current().px(1020)
        self._count.setHidden(is_tight)
        for button in (self._add, self._change, self._remove):
            button.set_compact(is_tight)

    # Reading -------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, _read, self.context.part_id, done=self._show)

    def show_place(self, place: object) -> None:
        if isinstance(place, tuple) and place[0] == "new":
            self.begin_new(str(place[1]))
        elif place is not None:
            self._table.select_key(str(place))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        campaigns = [(part.id, part.campaign.title) for part in seen.others]
        self._choice.set_options(campaigns)
        self._choice.set_value(seen.part.id)
        self._count.setText(self.tr("%n agency(ies)", "", len(seen.part.campaign.agencies)))
        self._filter()
        self._side.show_campaign(seen.part.campaign, seen.sets, seen.sent, seen.key)
        looking.hold(self.context, self._side, reads=side.READS)
        self._show_strip(seen)
        self._enable()

    def _filter(self) -> None:
        agencies = self._seen.part.campaign.agencies if self._seen else ()
        found = [
            item
            for item in agencies
            if text.matches(self._query, item.name, item.code, item.contact.name, item.contact.telephone)
        ]
        self._model.replace(sorted(found, key=lambda item: text.name_key(item.name)))

    def _show_strip(self, seen: Seen) -> None:
        current = bool(seen.sent) and seen.sent[0].revision == seen.part.campaign.revision
        note = self.tr("Sent out. Add a telephone number to every agency: keys are compared by it.")
        if not current:
            note = self.tr("Check the list and the deadlines, then write the file for all agencies.")
        without = sum(not item.contact.telephone for item in seen.part.campaign.agencies)
        if without:
            note = self.tr("%n agency(ies) without a telephone number", "", without)
        self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
        listed = self._act("list", self.tr("Export the list"), "quiet", "file-spreadsheet")
        listed.clicked.connect(self._ask_list)
        words = self.tr("Write the campaign file again") if current else self.tr("Write the campaign file")
        send = self._act("send", words, "plain" if current else "main", "package")
        send.clicked.connect(self._ask_send)
        looking.hold(self.context, send)
        if current:
            go_on = self._act("collect", self.tr("Go on to Collecting"), "main", "arrow-right")
            go_on.clicked.connect(lambda: self.go_to.emit("collecting", None))
            self.set_acts(listed, send, go_on)
        else:
            self.set_acts(listed, send)

    def _act(self, name: str, words: str, look: str, icon: str) -> Button:
        button = Button(words, look, icon)
        button.setObjectName(name)
        return button

    # Other campaigns -----------------------------------------------------------------------------------------------

    def _on_other(self, part_id: str) -> None:
        if part_id != self.context.part_id:
            self.context.part_asked.emit(part_id)

    def begin_new(self, digest: str = "") -> None:
        """Shows the form of a new campaign in place of the present one."""
        self._forget_new()
        self._new = NewCampaign(self.context)
        self._new.setObjectName("new-campaign")
        self._new.wanted = digest
        back = Button(self.tr("Back to the present campaign"), "quiet", "arrow-left")
        back.clicked.connect(self._forget_new)
        self._new_holder = column(row(back, None), (self._new, 1), gap=0)
        self._stack.addWidget(self._new_holder)
        self._stack.setCurrentIndex(1)
        self.strip.hide()
        self._new.refresh_if_stale()

    def _forget_new(self) -> None:
        if self._new is not None:
            holder = self._new_holder
            self._stack.removeWidget(holder)
            holder.deleteLater()
            self._new = None
            self.strip.show()

    # Agencies ------------------------------------------------------------------------------------------------------

    def _on_sought(self, query: str) -> None:
        self._query = query
        self._filter()

    def _chosen(self) -> Agency | None:
        chosen = self._table.selected_rows()
        return chosen[0] if chosen else None

    def _enable(self) -> None:
        """Agencies come and go only while nothing of them was received."""
        chosen, received = self._chosen(), self._seen.received if self._seen else frozenset()
        self._change.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None and chosen.code not in received)
        self._add.setEnabled(self._seen is not None)

    def _on_add(self) -> None:
        self._edit(None)

    def _on_change(self) -> None:
        self._edit(self._chosen())

    def _edit(self, agency: Agency | None) -> None:
        if self._seen is None:
            return
        campaign = self._seen.part.campaign
        groups = {group.code: group for value in self._seen.sets for group in value.target_groups}
        traits = {trait.code: trait for value in self._seen.sets for trait in value.traits}
        taken = frozenset(item.code for item in campaign.agencies)
        dialog = AgencyDialog(agency, tuple(groups.values()), tuple(traits.values()), taken, self.window())

        def save() -> None:
            if agency is None:
                self._revise(agencies=(*campaign.agencies, dialog.value()))
            else:
                self.context.run(
                    campaigning.set_agency, self.context.part_id, dialog.value(), on_done=lambda _: self._revised()
                )

        dialog.accepted.connect(save)
        dialog.open()

    def _on_remove(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._seen is None:
            return
        left = tuple(item for item in self._seen.part.campaign.agencies if item.code != chosen.code)
        question = ask(
            self.window(),
            self.tr("Take {agency} out of the campaign?").format(agency=chosen.name),
            self.tr("Nothing was received of it. The list goes out again as the next revision."),
            self.tr("Take out"),
            self.tr("Keep it"),
        )
        question.accepted.connect(lambda: self._revise(agencies=left))

    # Changing ------------------------------------------------------------------------------------------------------

    def _revise(self, **values: Any) -> None:
        revise = partial(campaigning.revise, part_id=self.context.part_id, **values)
        self.context.run(revise, on_done=lambda _: self._revised())

    def _revised(self) -> None:
        if self._seen is not None and self._seen.sent:
            told = self.tr("Saved as the next revision. Write the campaign file again and send it to the agencies.")
            self.context.notices.info(told)

    def _on_round(self, number: int) -> None:
        if self._seen is None:
            return
        rounds = self._seen.part.campaign.rounds
        known = next(item for item in rounds if item.number == number)
        title = self.tr("Round {number}").format(number=number)
        dialog = RoundTermsDialog(known, today(self.context).year, title, self.window())
        dialog.accepted.connect(
            lambda: self._revise(rounds=tuple(dialog.value() if item.number == number else item for item in rounds))
        )
        dialog.open()

    def _on_asked(self, act: str) -> None:
        if self._seen is None:
            return
        if act == side.TITLE:
            dialog = TitleDialog(self.tr("Title of the campaign"), self._seen.part.campaign.title, self.window())
            dialog.accepted.connect(lambda: self._revise(title=dialog.value()))
            dialog.open()
        elif act == side.CORRECT:
            read(self, self.context, correcting.versions, self._seen.part.id, done=self._on_versions)
        elif act == side.STICK:
            StickDialog(self.context, self._seen.part.id, self.window()).open()
        elif act == side.LETTER:
            self._show_text(self.tr("Sentence for the official letter"), self._letter(self._seen))
        elif act == side.CHAT:
            self._show_text(self.tr("Text for the group"), self._chat(self._seen))

    def _on_versions(self, versions: tuple[Version, ...]) -> None:
        if not versions:
            told = self.tr("There is no other version of this framework yet. Write one on the frameworks page.")
            self.context.notices.info(
                told, Act(self.tr("Open the frameworks"), lambda: self.go_to.emit("frameworks", None))
            )
            return
        part = self.context.part_id

        def effect_of(version: Version, done: Callable[[Effect], None]) -> None:
            read(self, self.context, correcting.effect, part, version[1], version[0], done=done)

        dialog = CorrectCampaignDialog(versions, effect_of, self.window())
        dialog.accepted.connect(lambda: self._correct(*dialog.version()))
        dialog.open()

    def _correct(self, group: str, value: Framework) -> None:
        told = self.tr("The campaign uses version {version} now. Send its file out again so that the agencies get it.")
        done = told.format(version=value.version)
        self.context.run(
            correcting.correct, self.context.part_id, value, group, on_done=lambda _: self.context.notices.good(done)
        )

    def _show_text(self, title: str, words: str) -> None:
        hint = self.tr("Change it where needed, then copy it.")
        TextToCopy(title, hint, words, self.window()).open()

    def _letter(self, seen: Seen) -> str:
        return self.tr(
            "The campaign file of {authority} is sealed with the key whose check code is {code}. Before the first use, "
            "compare this code with the one the software shows."
        ).format(authority=seen.part.name, code=seen.key.check_code if seen.key else "")

    def _chat(self, seen: Seen) -> str:
        campaign = seen.part.campaign
        deadline = campaign.round(1).deadline
        words = self.tr(
            "Enclosed is the campaign file of “{title}”. Please open it with the software, choose your agency, and "
            "compare the check code with the official letter: {code}."
        ).format(title=campaign.title, code=seen.key.check_code if seen.key else "")
        if deadline is not None:
            words += " " + self.tr("Deadline: {day}.").format(day=deadline.shown(language.current()))
        return words

    # Going out -----------------------------------------------------------------------------------------------------

    def _ask_send(self) -> None:
        if self._seen is None:
            return
        name = campaigning.suggested_name(self._seen.part)
        title = self.tr("Write the campaign file")
        dialog = SealDialog(name, _ABOUT, None, self.window(), is_new=self._seen.key is None, title=title)
        dialog.accepted.connect(lambda: self.send(dialog.values()[0] / name, dialog.values()[1]))
        dialog.open()

    def send(self, target: Path, passphrase: str) -> None:
        """Seals the campaign into one file for all."""
        title = self.tr("Writing the campaign file")
        self.context.run(
            campaigning.export_campaign, self.context.part_id, target, passphrase,
            title=title, on_done=partial(self._on_sent, target),
        )  # fmt: skip

    def _on_sent(self, target: Path, _: Written) -> None:
        told = self.tr("Written and checked: {name}. Send it to all agencies; the check code goes into the letter.")
        self.context.notices.good(told.format(name=target.name))
        self.context.changed.emit(frozenset({"campaigns", "keys"}))

    def _ask_list(self) -> None:
        def write(target: Path) -> None:
            if self._seen is not None:
                done = self.tr("The list was written: {name}").format(name=target.name)
                self.context.run(
                    _write_list, self._seen.part.campaign.agencies, target, self._seen.sets,
                    on_done=lambda _: self.context.notices.good(done),
                )  # fmt: skip

        ask_target(self, self.tr("Export the list"), self.tr("DanhSach.xlsx"), ("Excel (*.xlsx)",), write)

    def _tool(self, name: str, words: str, icon: str, do: object) -> Button:
        button = Button(words, "plain", icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        return button

    def _columns(self) -> tuple[Column[Agency], ...]:
        def days(agency: Agency) -> str:
            told = []
            if agency.extended_to:
                told.append(self.tr("extended through {day}").format(day=f"{agency.extended_to:%d/%m}"))
            if agency.inspection_day:
                told.append(self.tr("inspected {day}").format(day=f"{agency.inspection_day:%d/%m}"))
            return " · ".join(told)

        def received(agency: Agency) -> Cell:
            is_in = self._seen is not None and agency.code in self._seen.received
            return Cell(light="good" if is_in else "none")

        return (
            Column(self.tr("Name"), lambda item: Cell(item.name), order=lambda item: text.name_key(item.name)),
            Column(self.tr("Code"), lambda item: Cell(item.code, tone="ink-soft"), lambda item: item.code, width=84),
            Column(self.tr("Focal officer"), lambda item: Cell(item.contact.name or "–"), width=158),
            Column(self.tr("Telephone"), lambda item: Cell(item.contact.telephone or "–"), width=116),
            Column(self.tr("Own days"), lambda item: Cell(days(item) or "–", tone="ink-soft"), width=128),
            Column(self.tr("Received"), received, width=92),
        )


def _read(workspace: Workspace, part_id: str) -> Seen:
    part = parts.find(workspace, part_id)
    sets: Sequence[Framework] = tuple(parts.frameworks_for(workspace, part_id).values())
    return Seen(
        part=part,
        others=tuple(item for item in parts.everything(workspace) if item.role is Role.AUTHORITY),
        sets=tuple(sets),
        sent=campaigning.sent_out(workspace, part_id),
        key=trusting.own_key(workspace, part),
        received=frozenset(item.agency.code for item in collecting.board(workspace, part_id) if item.submission),
    )


def _write_list(_: Workspace, agencies: Sequence[Agency], target: Path, sets: Sequence[Framework]) -> Path:
    return campaigning.write_agencies(agencies, target, sets)
