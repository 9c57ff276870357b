"""The assessor's desk: the cases on the left, one case in the middle, what proves it on the right, the opinion below.

A step to the next case reads nothing but its evidence: every dossier is opened once, beside the window, and after an
opinion only the one it was given on is read again.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from app.bundles.trust import Light
from app.domain.appraisal import Appraisal, Opinion, Standing
from app.domain.changes import Changes
from app.errors import AppError
from app.operations import bundling, parts
from app.operations.authority import appraisal_desk, appraising, comparing, replying
from app.operations.authority.appraisal_desk import Desk as Cases
from app.operations.authority.replying import Sent
from ui import looking
from ui.context import Context
from ui.dialogs.appraisal_round import RoundDialog
from ui.dialogs.dialog import ask
from ui.dialogs.files_written import FilesWrittenDialog, WrittenFile
from ui.dialogs.seal_many import SealManyDialog
from ui.notices import Act, sentence_for
from ui.page import Page
from ui.pages.appraising_case import CaseView, Seen
from ui.pages.appraising_evidence import ReviewEvidence
from ui.pages.appraising_list import AGENCY, CRITERION, CaseList, Key
from ui.pages.appraising_strip import ORDER, Draft, OpinionStrip
from ui.pages.appraising_words import opinion_word, points_text
from ui.pages.assessment_desk.evidence_acts import EvidenceActs
from ui.pages.authority_kit import are_communes, read
from ui.widgets.boxes import column, scrolled
from ui.widgets.desk import PROOF, Desk
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed

_WIDTHS = (264, 446, 320)


class Appraising(Page):
    """The place of `show_place`: an agency's code, or (agency, node)."""

    kinds = frozenset({"appraisals", "submissions", "keys", "campaigns", "people"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Appraisal"))
        campaign = parts.find(context.workspace, context.part_id).campaign
        self._communes = are_communes(campaign.agencies)
        self._cases: Cases | None = None
        self._seen: Seen | None = None
        self._drafts: dict[Key, Draft] = {}
        self._wanted: Key | None = None
        self._is_own_change = False
        self._list = CaseList(self._communes)
        self._view = CaseView(context)
        self._evidence = ReviewEvidence(EvidenceActs(context, self), context)
        self._area = scrolled(self._view)
        self._desk = Desk(
            framed(self._list),
            framed(self._area),
            self._evidence,
            open_left=self.tr("List of cases"),
            tabs=(self.tr("Case"), self.tr("Evidence")),
            widths=_WIDTHS,
        )
        self.keep_widths("appraising", self._desk.splitter)
        following = self.tr("Record, next commune") if self._communes else self.tr("Record, next agency")
        self._strip = OpinionStrip(following, self.tr("Record again"))
        self._strip.setObjectName("opinion-strip")
        self.main_action = self._strip.main
        self._empty = EmptyState(
            "scale",
            self.tr("Submissions are appraised here, criterion by criterion. None has been received yet."),
            self.tr("Go to Collecting"),
            "inbox",
        )
        self._empty.started.connect(lambda: self.go_to.emit("collecting", None))
        self._stack = QStackedWidget()
        self._stack.addWidget(column((self._desk, 1), self._strip))
        self._stack.addWidget(framed(self._empty))
        self.add((self._stack, 1))
        looking.hold(context, self._strip, *self._list.writing)
        self._connect()
        self.setFocusProxy(self._list.table)  # where the keys go when the page is opened

    def _connect(self) -> None:
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._list.turned.connect(self._on_turned)
        self._list.rest_asked.connect(self._ask_rest)
        self._list.round_asked.connect(self.show_round)
        self._view.figures_read.connect(self._on_figures)
        self._evidence.counted.connect(self._name_tab)
        self._strip.recorded.connect(self.record)
        self._strip.taken_back.connect(self.take_back)
        self._strip.changed.connect(self._keep_draft)
        before, after = partial(self._list.step, -1), partial(self._list.step, 1)
        sequences: list[tuple[str, Callable[[], object]]] = [
            *((keys, self.record) for keys in ("Ctrl+Return", "Ctrl+Enter")),
            *((keys, before) for keys in ("Ctrl+PgUp", "Alt+Up")),
            *((keys, after) for keys in ("Ctrl+PgDown", "Alt+Down")),
            *((f"Ctrl+{at}", partial(self._choose, opinion)) for at, opinion in enumerate(ORDER, start=1)),
        ]
        for sequence, do in sequences:
            shortcut = QShortcut(QKeySequence(sequence), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # Reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, appraisal_desk.desk, self.context.part_id, done=self._take)

    def on_changed(self, kinds: frozenset[str]) -> None:
        """What was recorded here is shown already; everything else is read anew."""
        if self._is_own_change:
            self._is_own_change = False
            return
        super().on_changed(kinds)

    def leave(self) -> None:
        """An opinion begun and not recorded stays with its case while the window is open."""
        self._keep_draft()

    def unkept(self) -> str:
        told = self.tr("Opinions begun and not recorded yet: {count}.")
        return told.format(count=len(self._drafts)) if self._drafts else ""

    def show_place(self, place: object) -> None:
        wanted = place if isinstance(place, tuple) else (str(place), "")
        self._wanted = (str(wanted[0]), str(wanted[1]))
        if self._cases is not None:
            self._go_to_wanted()

    def search_box(self) -> SearchBox | None:
        self._desk.open_drawer()
        return self._list.search

    def _take(self, cases: Cases) -> None:
        self._keep_draft()
        self._cases = cases
        self._stack.setCurrentIndex(0 if cases.dossiers else 1)
        if not cases.dossiers:
            return
        self._list.show_desk(cases, self._begun())
        if self._wanted is not None:
            self._go_to_wanted()
        elif self._list.current() is None and not self._list.select_open():
            self._list.turn()  # a later round: to where there is something to do
        key = self._list.current()
        if key is not None:
            self._show(key)

    def _go_to_wanted(self) -> None:
        assert self._cases is not None
        if self._wanted is None:
            return
        agency, node = self._wanted
        self._wanted = None
        if agency not in self._cases.dossiers:
            return
        item = self._cases.dossiers[agency]
        open_ones = [place.id for place in item.nodes if item.standing(place.id) is Standing.UNDECIDED]
        chosen = node or (open_ones or [item.nodes[0].id])[0]
        self._list.go_to(agency, chosen, mode=CRITERION if node else AGENCY)
        self._on_turned()

    # One case --------------------------------------------------------------------------------------------------

    def _on_chosen(self, key: Key) -> None:
        self._keep_draft()
        self._show(key)

    def _on_opened(self) -> None:
        """Enter in the list: to the opinion."""
        self._desk.close_drawer()
        self._strip.choices[Opinion.AGREE].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_turned(self) -> None:
        words = self.tr("Record, next commune") if self._communes else self.tr("Record, next agency")
        if self._list.mode.value() == AGENCY:
            words = self.tr("Record, next criterion")
        self._strip.set_next_words(words)

    def _show(self, key: Key) -> None:
        if self._cases is None or key[0] not in self._cases.dossiers:
            return
        item = self._cases.dossiers[key[0]]
        is_other = self._seen is None or (self._seen.case.dossier.agency.code, self._seen.case.place.id) != key
        acting = self.context.workspace.acting
        self._seen = Seen(
            case=appraising.case_of(self.context.workspace, item, key[1]),
            changed=comparing.since_opinion(self.context.workspace, self.context.part_id, *key)
            if key[1] in item.again
            else (),
            earlier=appraisal_desk.earlier(self.context.workspace, item, key[1]) if item.submission.round > 1 else (),
            light=self._cases.lights.get(key[0], Light.UNKNOWN),
            lights=self._cases.three.get(key[0]),
            people=self._cases.people,
            acting=acting.id if acting is not None else appraising.NOBODY,
            round=self._cases.round,
        )
        self._evidence.show_case(self._seen.case)
        self._show_strip(key)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def _show_strip(self, key: Key) -> None:
        seen = self._seen
        assert seen is not None
        mine, decimals = seen.mine, seen.framework.decimals
        draft = self._drafts.get(key) or (Draft() if mine is None else _recorded(mine, decimals))
        self._view.show_case(seen, draft.inputs)
        self._strip.show_case(seen.framework, seen.case.place, draft, is_recorded=mine is not None, decimals=decimals)
        self._strip.setDisabled(looking.is_only(self.context) or not self._strip.isEnabled())
        if draft.inputs and not draft.points:
            self._view.reckon()

    def _on_figures(self, inputs: Mapping[str, str], points: Fraction | None) -> None:
        self._strip.follow_figures(inputs, points)
        self._keep_draft()

    def _choose(self, opinion: Opinion) -> None:
        if self._strip.isEnabled():
            self._strip.choose(opinion, by_hand=True)

    def _name_tab(self, count: int) -> None:
        self._desk.tabs.set_words(PROOF, self.tr("Evidence ({count})").format(count=count))

    # Drafts ----------------------------------------------------------------------------------------------------

    def _key(self) -> Key | None:
        seen = self._seen
        return None if seen is None else (seen.case.dossier.agency.code, seen.case.place.id)

    def _keep_draft(self) -> None:
        """What was begun at this case comes back with it, and the list says so."""
        key, seen = self._key(), self._seen
        if key is None or seen is None:
            return
        draft = self._strip.draft()
        unchanged = Draft() if seen.mine is None else _recorded(seen.mine, seen.framework.decimals)
        if draft == unchanged or (not draft.is_begun and seen.mine is None):
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = draft
        self._list.show_drafts(self._begun())

    def _begun(self) -> frozenset[Key]:
        return frozenset(self._drafts)

    # Recording -------------------------------------------------------------------------------------------------

    def record(self) -> None:
        """Keep the opinion and go to the next open case; what is missing is said at its field."""
        key, seen = self._key(), self._seen
        if key is None or seen is None or not self._strip.isEnabled():
            return
        draft = self._strip.draft()
        if draft.opinion is None:
            told = self.tr("Choose one of the four opinions first: 1 to 4 here, or Ctrl+1 to Ctrl+4 anywhere.")
            self.context.notices.info(told)
            self._strip.choices[Opinion.AGREE].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        inputs = self._view.table.inputs() if self._view.table is not None and draft.opinion is Opinion.ADJUST else {}
        if self._view.table is not None and not self._view.table.is_readable():
            self._view.table.focus_first()
            return
        if draft.opinion is Opinion.ADJUST and not draft.points and not inputs:
            self._strip.complain_points()
            return
        if draft.opinion is not Opinion.AGREE and not draft.reason:
            self._strip.complain_reason()
            return
        self.context.run(
            appraising.give,
            self.context.part_id,
            *key,
            draft.opinion,
            points=draft.points if draft.opinion in (Opinion.ADJUST, Opinion.REJECT) else "",
            inputs=inputs,
            reason=draft.reason,
            internal_note=draft.internal_note,
            on_done=lambda _: self._on_recorded(key),
            on_failed=self._on_refused,
        )

    def _on_recorded(self, key: Key) -> None:
        self._drafts.pop(key, None)
        self._read_one(key)
        self._seen = None  # what stood in the strip is on disk
        if not self._list.select_open(after=key):
            self._show(key)
            self._tell_list_done()

    def _on_refused(self, error: AppError) -> None:
        if error.code in ("points.out_of_range", "number.malformed"):
            self._strip.complain_points(sentence_for(error))
        self.context.notices.error(error)

    def _tell_list_done(self) -> None:
        def turn() -> None:
            if not self._list.turn():
                self.show_round()

        by_agency = self._list.mode.value() == AGENCY
        told = self.tr("Everything in this list is appraised.")
        words = self.tr("Go to the next agency") if by_agency else self.tr("Go to the next criterion")
        counts = self._cases.counts() if self._cases is not None else None
        if counts is not None and not counts.open:
            told, words = self.tr("Every submission received is appraised."), self.tr("Send the feedback")
        self.context.notices.good(told, Act(words, turn))

    def take_back(self) -> None:
        """The acting person's opinion of this round goes; the case is open again."""
        key, seen = self._key(), self._seen
        if key is None or seen is None or seen.mine is None:
            return

        def done(_: Changes) -> None:
            self._drafts.pop(key, None)
            self._seen = None
            self._read_one(key)
            self._show(key)

        self.context.run(appraising.take_back, self.context.part_id, *key, on_done=done)

    def _read_one(self, key: Key) -> None:
        """Take over what was just written on one dossier."""
        assert self._cases is not None
        item = appraising.dossier(self.context.workspace, self.context.part_id, key[0])
        self._cases = self._cases.with_dossier(item)
        self._is_own_change = True
        self._list.show_desk(self._cases, self._begun())

    def _ask_rest(self) -> None:
        """Agreement on all that is open of one agency, said with its number."""
        agency = self._list.pick.value()
        if self._cases is None or agency not in self._cases.dossiers:
            return
        item = self._cases.dossiers[agency]
        count = sum(item.standing(place.id) is Standing.UNDECIDED for place in item.nodes)
        question = ask(
            self.window(),
            self.tr("Agree with %n criteria of {agency}?", "", count).format(agency=item.agency.name),
            self.tr(
                "Each becomes an opinion of its own, “{opinion}”, with the name of who sits here. "
                "Each can be changed or taken back while the round lasts. What is appraised already stays."
            ).format(opinion=opinion_word(Opinion.AGREE)),
            self.tr("Agree with %n criteria", "", count),
            self.tr("Not now"),
            "list-checks",
        )
        question.accepted.connect(lambda: self._agree_rest(agency))

    def _agree_rest(self, agency: str) -> None:
        def done(_: Changes) -> None:
            self._seen = None
            self._read_one((agency, ""))
            self._list.select_open()
            key = self._list.current()
            if key is not None:
                self._show(key)
            self._tell_list_done()

        self.context.run(appraising.agree_with, self.context.part_id, agency, on_done=done)

    # The round -------------------------------------------------------------------------------------------------

    def show_round(self) -> None:
        """Where the round stands, its feedback and its end."""
        cases = self._cases
        if cases is None or not cases.dossiers:
            return
        dialog = RoundDialog(
            cases.round,
            cases.counts(),
            cases.sent,
            len(cases.dossiers),
            self.window(),
            communes=self._communes,
        )
        dialog.export_asked.connect(self._ask_export)
        dialog.close_asked.connect(self._ask_close)
        dialog.open()

    def _ask_export(self) -> None:
        assert self._cases is not None
        count = len(self._cases.dossiers)
        told = self.tr("%n file(s), one for each agency that sent something, round {number}.", "", count)
        dialog = SealManyDialog(
            self.tr("Export the feedback"),
            told.format(number=self._cases.round),
            self.tr("Seal and export %n file(s)", "", count),
            self.window(),
            note_hint=self.tr("Stands at the head of every feedback"),
            without_key=bundling.without_key(self.context.workspace, [d.agency for d in self._cases.dossiers.values()]),
        )

        def export() -> None:
            self.context.run(
                replying.export_feedback, self.context.part_id, dialog.folder(), dialog.passphrase(),
                note=dialog.note(), is_encrypted=dialog.is_encrypted(),
                title=self.tr("Sealing the feedback"), on_done=self._tell_sent,
            )  # fmt: skip

        dialog.accepted.connect(export)
        dialog.open()

    def _tell_sent(self, sent: Sent) -> None:
        assert self._cases is not None
        names = {agency.code: agency.name for agency in self._cases.agencies}
        files = [
            WrittenFile(path, names.get(code, code), path.stat().st_size) for code, (path, _) in sent.files.items()
        ]
        told = self.tr("%n file(s) written and sealed. Hand each to its agency, unopened and not zipped again.", "",
                       len(files))  # fmt: skip
        FilesWrittenDialog(self.tr("Feedback written"), told, files, self.window()).open()

    def _ask_close(self) -> None:
        assert self._cases is not None
        counts, number = self._cases.counts(), self._cases.round
        told = self.tr(
            "{done} of {total} criteria are appraised, {open} are not; {contested} go back to the agencies; "
            "feedback was written for {sent} of {agencies} agencies. "
            "Afterwards the opinions of this round stay as they are. This is not undone."
        ).format(
            done=counts.done,
            total=counts.total,
            open=counts.open,
            contested=counts.contested,
            sent=self._cases.sent,
            agencies=len(self._cases.dossiers),
        )
        title = self.tr("End appraisal round {number}?").format(number=number)
        act = self.tr("End appraisal round {number}").format(number=number)
        question = ask(self.window(), title, told, act, self.tr("Go on appraising"), "flag")
        question.accepted.connect(lambda: self.context.run(replying.close_round, self.context.part_id))


def _recorded(mine: Appraisal, decimals: int) -> Draft:
    """An opinion that is there, as the strip shows it."""
    points = "" if mine.points is None else points_text(mine.points, decimals)
    return Draft(mine.opinion, points, mine.reason, mine.internal_note, dict(mine.inputs))
