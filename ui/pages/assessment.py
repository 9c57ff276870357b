"""The commune's desk: the tree of criteria, the form made from the rule, and what proves it, side by side.

What is shown runs ahead of what is on disk: every edit is previewed at once and kept within a second. What is read
back is taken over only while nothing is waiting, so that typing never sees an older state.
"""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.assessment import ResponseState
from app.domain.framework import Placed, RoundField
from app.errors import AppError
from app.operations.commune import assessing
from app.operations.commune.assessing import View
from ui.autosave import Autosave
from ui.context import Context
from ui.notices import Act
from ui.page import Page
from ui.pages.assessment_desk import words
from ui.pages.assessment_desk.closed import ClosedPanel
from ui.pages.assessment_desk.evidence_acts import EvidenceActs
from ui.pages.assessment_desk.evidence_pane import EvidencePane
from ui.pages.assessment_desk.form import NodeForm
from ui.pages.assessment_desk.totals import Totals
from ui.pages.assessment_desk.tree import CriterionTree
from ui.widgets.boxes import fill, scrolled
from ui.widgets.button import Button
from ui.widgets.desk import DRAWER, FORM, PROOF, Desk
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed


class Assessment(Page):
    """`show_place` takes the id of a node."""

    kinds = frozenset({"responses", "evidence", "assessment"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Self-assessment"))
        self._seen: View | None = None
        self._node = ""
        self._form: NodeForm | None = None
        self._spoilt: dict[str, dict[str, str]] = {}
        self._waiting_edit: tuple[str, dict[str, Any]] | None = None
        self._autosave = Autosave(context, self, assessing.answer, context.part_id)
        self._autosave.refused.connect(self._on_refused)
        self._following = QTimer(self, singleShot=True, interval=0)  # what is typed is painted before it is reckoned
        self._following.timeout.connect(self._follow)
        self._evidence_acts = EvidenceActs(context, self)
        self._tree = CriterionTree()
        self._tree.chosen.connect(self._on_chosen)
        self._tree.opened.connect(self._on_opened)
        self._evidence = EvidencePane(self._evidence_acts)
        self._evidence.level_changed.connect(lambda level: self._on_edited({"level": level}, True))
        self._evidence.counted.connect(self._name_tabs)
        self._closed = ClosedPanel(context)
        self._place = QVBoxLayout()
        holder = QWidget()
        fill(self._place, [], gap=0)
        holder.setLayout(self._place)
        self._desk = Desk(
            framed(self._tree),
            framed(scrolled(holder)),
            self._evidence,
            open_left=self.tr("List of criteria"),
            tabs=(self.tr("Figures"), self.tr("Evidence")),
        )
        self.keep_widths("assessment", self._desk.splitter)
        self._totals = Totals(self.strip)
        self.add(self._closed)
        self.add((self._desk, 1))
        self._make_acts()
        self._desk.mode_changed.connect(lambda _: self._show_now())

    # Reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """The first time at once, later beside the typing."""
        if self._seen is None:
            self._take(assessing.view(self.context.workspace, self.context.part_id))
        else:
            self.context.read(assessing.view, self.context.part_id, on_done=self._take)

    def leave(self) -> None:
        """Keep what is being typed."""
        if self._form is not None:
            self._form.commit()
        self._flush()

    def unkept(self) -> str:
        if self._autosave.is_idle:
            return ""
        return self.tr("What you typed last in the self-assessment is not on the disk yet.")

    def show_place(self, place: object) -> None:
        """Open the form of a node, by id or code."""
        found = self._seen.framework.index.find(str(place)) if self._seen is not None else None
        if found is not None:
            self._open(found.id)
            self._desk.show_tab(FORM)

    def search_box(self) -> SearchBox | None:
        self._desk.open_drawer()
        return self._tree.search

    def _take(self, seen: View) -> None:
        """Show what was read, unless something newer is being typed."""
        if self._seen is not None and not (self._autosave.is_idle and self._waiting_edit is None):
            return
        if self._seen is not None and self._seen.framework.digest != seen.framework.digest:
            self._set_down()  # carried over to another version: the form asks what that one asks
        self._seen = seen
        if self._node not in seen.score.nodes:
            self._node = ""
        self._tree.show_view(seen)
        self._closed.show_view(seen)
        if self._form is None:
            self._open(self._node or self._first(seen))
        else:
            self._show_now(take_values=True)

    @staticmethod
    def _first(seen: View) -> str:
        """Where work goes on: the first criterion that is not finished, else the first one."""
        unfinished = [place.id for place in seen.criteria if seen.states[place.id] not in words.FINISHED]
        return (unfinished or [place.id for place in seen.criteria] or [""])[0]

    # One node --------------------------------------------------------------------------------------------------

    def _on_chosen(self, node: str) -> None:
        self._open(node)

    def _on_opened(self, node: str) -> None:
        self._open(node)
        self._desk.close_drawer()
        if self._form is not None:
            self._form.focus_first()

    def _open(self, node: str) -> None:
        """Another node: what was typed is kept first, what could not be kept is remembered."""
        if self._seen is None or node not in self._seen.score.nodes:
            return
        if node == self._node and self._form is not None:
            return
        self._set_down()
        place = self._seen.framework.index.places[node]
        self._node = node
        self._form = NodeForm(self._seen, place)
        self._form.edited.connect(self._on_edited)
        self._form.spoilt.connect(self._autosave.forget_input)
        self._form.set_spoilt(self._spoilt.pop(node, {}))
        self._place.addWidget(self._form)
        self._form.show()  # now, not at the next turn of the event loop: a field of it may get the focus
        self._tree.select(node)
        self._show_now()

    def _set_down(self) -> None:
        if self._form is None:
            return
        self._form.commit()
        self._flush()
        spoilt = self._form.spoilt_texts()
        if spoilt:
            self._spoilt[self._node] = spoilt
        self._place.removeWidget(self._form)
        self._form.hide()
        self._form.setParent(None)
        self._form.deleteLater()
        self._form = None

    def _show_now(self, *, take_values: bool = False) -> None:
        seen = self._seen
        if seen is None or self._form is None:
            return
        self._form.follow(seen, take_values=take_values)
        self._evidence.show_node(seen, self._form.place)
        self._totals.show_view(seen, is_roomy=self._desk.mode != DRAWER)
        self._name_main_act(seen, self._form.place)

    def _name_main_act(self, seen: View, place: Placed) -> None:
        """What a person does next: complete this one, go where there is something to do, or sign and send."""
        if not seen.is_draft:
            words_ = self.tr("Go to sign and send")
        elif self._may_complete(seen, place):
            words_ = self.tr("Complete, go to the next criterion")
        else:
            words_ = self.tr("Go to the next open criterion")
        if self._complete.words() != words_:
            self._complete.setText(words_)
            self._complete.set_icon("check" if self._may_complete(seen, place) else "arrow-right")

    @staticmethod
    def _may_complete(seen: View, place: Placed) -> bool:
        return place.criterion is not None and any(seen.may_change(place.id, what) for what in RoundField)

    # Typing ----------------------------------------------------------------------------------------------------

    def _on_edited(self, edits: dict[str, Any], at_once: bool) -> None:
        """Keep it soon; show what comes of it once the keystroke is on the screen."""
        self._autosave.note(self._node, edits, at_once=at_once)
        if edits:
            before = self._waiting_edit[1] if self._waiting_edit is not None else {}
            self._waiting_edit = (self._node, {**before, **edits})
            self._following.start()

    def _follow(self) -> None:
        if self._waiting_edit is None or self._seen is None or self._form is None:
            return
        node, edits = self._waiting_edit
        self._waiting_edit = None
        extra = {key: edits[key] for key in ("level", "is_complete") if key in edits}
        self._seen = assessing.preview(self._seen, node, self._form.response(), **extra)
        self._tree.show_view(self._seen)
        self._show_now()

    def _flush(self) -> None:
        if self._waiting_edit is not None:
            self._following.stop()
            self._follow()
        self._autosave.flush()

    def _on_refused(self, error: AppError) -> None:
        """What the operation does not take is told; what is on disk is shown again."""
        self.context.notices.error(error)
        self.context.read(assessing.view, self.context.part_id, on_done=self._take)

    # Going on --------------------------------------------------------------------------------------------------

    def _make_acts(self) -> None:
        before = self._step_button("before", self.tr("Criterion before"), "chevron-left", -1)
        after = self._step_button("after", self.tr("Criterion after"), "chevron-right", 1)
        self._complete = Button(self.tr("Complete, go to the next criterion"), "main", "check")
        self._complete.setObjectName("complete")
        self._complete.clicked.connect(self.complete)
        self.set_acts(before, after, self._complete)
        for keys, do in (
            ("Ctrl+PgUp", lambda: self._step(-1)),
            ("Alt+Up", lambda: self._step(-1)),
            ("Ctrl+PgDown", lambda: self._step(1)),
            ("Alt+Down", lambda: self._step(1)),
            ("Ctrl+Return", self.complete),
            ("Ctrl+Enter", self.complete),
            ("Ctrl+V", self._evidence_acts.paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)  # in the whole window, while this page is seen
            shortcut.activated.connect(do)

    def _step_button(self, name: str, words_: str, icon: str, way: int) -> Button:
        """Its words go where the tree is a drawer: the running total needs the room."""
        button = Button(words_, "quiet", icon, tip=words_)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._step(way))
        self._desk.mode_changed.connect(lambda mode: button.setText("" if mode == DRAWER else words_))
        return button

    def complete(self) -> None:
        """Mark the criterion complete and go to the next one that is not; what can't be so is told."""
        seen, form = self._seen, self._form
        if seen is None or form is None:
            return
        if not seen.is_draft:
            self.go_to.emit("submit", None)
            return
        if not self._may_complete(seen, form.place):
            self._go_to_unfinished()
            return
        form.commit()
        self._flush()
        if form.has_spoilt():
            self._desk.show_tab(FORM)
            form.focus_first()
            self.context.notices.info(
                self.tr("A figure can't be read yet. Mend the field marked in red, then complete.")
            )
            return
        assert self._seen is not None
        if self._seen.states[self._node] is ResponseState.NOT_STARTED:
            self._desk.show_tab(FORM)
            form.focus_first()
            told = self.tr("Nothing is entered here yet. Enter figures, or leave it for later with Criterion after.")
            self.context.notices.info(told)
            return
        self._on_edited({"is_complete": True}, True)
        self._flush()
        self._go_to_unfinished()

    def _go_to_unfinished(self) -> None:
        seen = self._seen
        assert seen is not None
        criteria = {place.id for place in seen.criteria}
        order = [node for node in seen.score.nodes if node in criteria or node == self._node]
        at = order.index(self._node)
        for node in (*order[at + 1 :], *order[:at]):
            is_open = node in criteria and seen.states[node] not in words.FINISHED
            if is_open and self._may_complete(seen, seen.framework.index.places[node]):
                self._open(node)
                self._desk.show_tab(FORM)
                if self._form is not None:
                    self._form.focus_first()
                return
        check = Act(self.tr("Go to the review"), lambda: self.go_to.emit("check", None))
        self.context.notices.good(self.tr("Every criterion is complete."), check)

    def _step(self, way: int) -> None:
        """The criterion before or after, as the tree shows them; from a group, the first one in it."""
        seen = self._seen
        if seen is None or not self._node:
            return
        order = list(seen.score.nodes)
        places = seen.framework.index.places
        at = order.index(self._node) + way
        while 0 <= at < len(order) and places[order[at]].criterion is None:
            at += way
        if 0 <= at < len(order):
            self._open(order[at])

    def _name_tabs(self, count: int) -> None:
        self._desk.tabs.set_words(PROOF, self.tr("Evidence ({count})").format(count=count))
