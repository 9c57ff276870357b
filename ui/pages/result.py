"""What came back: feedback to be explained, then the result; before that, what will come here and how it is loaded."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.domain.appraisal import Settled, Standing
from app.domain.scoring import Applied, Cause, State
from app.operations.commune import assessing, improving
from app.operations.commune.improving import FeedbackView, ResultView
from app.operations.trust import trusting
from ui import language, theme, tokens
from ui.context import Context
from ui.dialogs.explanation import Explained, of_criterion, of_total
from ui.dialogs.key import AcceptKeyDialog
from ui.dialogs.verification import show_newest
from ui.page import Page
from ui.pages.result_feedback import FeedbackPart
from ui.pages.result_tables import ResultPart
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.drop_zone import DropZone
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, Line

FEEDBACK, RESULT = "feedback", "result"
_WHEN_FROM = 760  # pixels at 100 %: below, when it was published goes first
_STANDINGS = {"draft": ("pencil", "warn"), "final": ("award", "good"), "amended": ("git-compare", "lead")}


class Result(Page):
    kinds = frozenset({"results", "assessment", "responses", "keys"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Result"))
        self._feedback: FeedbackView | None = None
        self._result: ResultView | None = None
        self._tabs = TabRow([(FEEDBACK, self.tr("Feedback")), (RESULT, self.tr("Result"))])
        self._tabs.chosen.connect(lambda _: self._show_tab())
        self._standing = Badge("award", "")
        self._when = Line(tone="ink-soft")
        title = Label(self.tr("Result"), "title", weight="bold")
        self._see = Button(self.tr("See the verification"), "link")
        self._see.setObjectName("see-verdict")
        self._see.clicked.connect(lambda: show_newest(context, context.part_id, self._tab(), self))
        self._head = row(title, self._tabs, self._standing, (self._when, 100), None, self._see, gap=tokens.FIELD)
        self._key_words = Label(wrap=True)
        self._key_act = Button(self.tr("Compare and accept the key"), "plain", "shield-check")
        self._key_act.setObjectName("accept-key")
        self._key_act.clicked.connect(self._ask_key)
        self._key_bar = Sheet(row((self._key_words, 1), self._key_act), look="warn")
        self._draft_bar = Sheet(Label(self._draft_words(), wrap=True), look="warn")
        self._said, self._table = FeedbackPart(), ResultPart(self._explained)
        for part in (self._said, self._table):
            part.opened.connect(lambda node: self.go_to.emit("assessment", node))
        self._parts = QStackedWidget()
        self._parts.addWidget(self._said)
        self._parts.addWidget(self._table)
        self._body = column(self._head, self._key_bar, self._draft_bar, (self._parts, 1))
        self._empty = self._make_empty()
        self.add((self._body, 1))
        self.add((self._empty, 1))
        self._main = Button(self.tr("Look at the self-assessment"), "main", "arrow-right")
        self._main.setObjectName("main")
        self._main.clicked.connect(self._on_main)
        load = Button(self.tr("Load a file"), "plain", "file-down")
        load.clicked.connect(self._ask_file)
        self.set_acts(load, self._main)
        self._told = Line(tone="ink-soft")
        self.strip.show_left(self._told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._when.setVisible(self.width() >= theme.current().px(_WHEN_FROM))

    def _draft_words(self) -> str:
        return self.tr("This is a draft: points and ranks may still move before the final result is published.")

    def _make_empty(self) -> Sheet:
        drop = DropZone(self.tr("Drop the file received here, or choose it"), "file-down")
        drop.setObjectName("result-drop")
        drop.setMaximumWidth(520)
        drop.dropped.connect(lambda paths: self.context.file_asked.emit(paths[0]))
        drop.asked.connect(self._ask_file)
        words = Label(
            self.tr(
                "Here comes what the reviewing authority sends back: first its feedback with what is to be explained, "
                "at the end the published result with ranks. Each is one file, received by USB stick, e-mail or chat."
            ),
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(520)
        lines = [row(None, each, None) for each in (Icon("inbox", "ink-soft", 32), (words, 20), (drop, 20))]
        return Sheet(None, *lines, None, None, gap=tokens.GROUP)

    def refresh(self) -> None:
        opened, part = self.context.workspace, self.context.part_id
        had_result = self._result is not None
        self._seen = assessing.view(opened, part)
        self._feedback, self._result = improving.feedback(opened, part), improving.result(opened, part)
        there = self._feedback is not None or self._result is not None
        self._body.setVisible(there)
        self._empty.setVisible(not there)
        self.strip.setVisible(there)
        if not there:
            return
        self._tabs.setVisible(self._feedback is not None and self._result is not None)
        if self._result is not None:
            self._table.show_result(self._result, self._seen.framework, self._seen.part.agency)
            if not had_result:
                self._tabs.set_value(RESULT)
        if self._feedback is not None:
            self._said.show_feedback(self._feedback, self._seen.framework)
        self._show_key()
        self._show_tab()

    def _show_key(self) -> None:
        key = improving.sender_key(self.context.workspace, self.context.part_id)
        self._key_bar.setVisible(key is not None and not key.is_accepted)
        if key is not None:
            self._code = key.check_code
            words = self.tr(
                "The key of {sender} was not compared yet. The file is intact and can be worked with; "
                "compare its code when the letter is at hand."
            )
            self._key_words.setText(words.format(sender=self._sender()))

    def _sender(self) -> str:
        return self._seen.part.campaign.authority.name or self.tr("the reviewing authority")

    def _tab(self) -> str:
        if self._result is None:
            return FEEDBACK
        return RESULT if self._feedback is None else str(self._tabs.value())

    def _show_tab(self) -> None:
        shown = self._tab()
        self._parts.setCurrentWidget(self._said if shown == FEEDBACK else self._table)
        self._draft_bar.setVisible(shown == RESULT and self._result is not None and self._result.standing == "draft")
        self._standing.setVisible(shown == RESULT)
        if shown == RESULT and self._result is not None:
            self._tell_result(self._result)
        elif self._feedback is not None:
            self._tell_feedback(self._feedback)

    def _tell_result(self, result: ResultView) -> None:
        words = {
            "draft": self.tr("Draft result"),
            "final": self.tr("Final result"),
            "amended": self.tr("Amended result, number {number}").format(number=result.content.number),
        }[result.standing]
        icon, tone = _STANDINGS[result.standing]
        self._standing.show_state(icon, words, tone)
        self._when.setText(self.tr("published {moment}").format(moment=_moment(result.content.published_at)))
        told = self.tr("Points and ranks as published; nothing in the own figures was changed.")
        self._told.setText(result.content.note or told)
        changed = self._table.changed_nodes()
        if changed:
            code = self._seen.framework.index.places[changed[0]].node.code
            self._tell_main(self.tr("Look at criterion {code}").format(code=code), "arrow-right")
        else:
            self._tell_main(self.tr("Look at the self-assessment"), "clipboard-list")

    def _tell_feedback(self, feedback: FeedbackView) -> None:
        waiting = sum(1 for said in feedback.nodes if said.is_waiting)
        received = self.tr("Appraisal {round} · loaded {moment}")
        self._when.setText(received.format(round=feedback.round, moment=_moment(feedback.at)))
        due = feedback.content.deadline
        words = self.tr("To be answered through {day}").format(day=_day(due)) if due else ""
        self._told.setText(words or self.tr("%n criteria were looked at", "", len(feedback.nodes)))
        if waiting:
            self._tell_main(self.tr("Explain %n criteria", "", waiting), "message-square-text")
        elif self._seen.is_draft:
            self._tell_main(self.tr("On to Review"), "list-checks")
        else:
            self._tell_main(self.tr("On to Sign and send"), "file-pen-line")

    def _tell_main(self, words: str, icon: str) -> None:
        self._main.setText(words)
        self._main.set_icon(icon)

    def _explained(self, node: str) -> Explained | None:
        """How the published points came about: of a criterion from the own figures and the decision, else the total."""
        seen, result = self._seen, self._result
        if result is None:
            return None
        score = improving.official(seen.framework, seen.answers, result)
        criterion = seen.framework.index.places[node].criterion if node else None
        if criterion is None:
            if score is not None:
                return of_total(seen.framework, score, seen.framework.title)
            told = self.tr("The published total also rests on figures of other agencies, which are not at hand here.")
            return Explained(seen.framework.title, [(self.tr("Official result"), (told,))])
        own, response = seen.score.nodes[node], seen.response(node)
        explained = of_criterion(seen.framework, criterion, response, own)
        official = next(each for each in result.nodes if each.node == node)
        if official.points is None or official.points == own.points:
            return explained
        decided = own._replace(
            points=official.points, state=State.SCORED, applied=(Applied("decided", Cause.DECIDED),), remarks=()
        )
        settled = Settled(Standing.DECIDED, reason=official.reason)
        told_official = of_criterion(seen.framework, criterion, response, decided, settled=settled).sections[-1][1]
        sections = [*explained.sections, (self.tr("Official points"), told_official)]
        return Explained(explained.subject, sections)

    # What a person does ------------------------------------------------------------------------------------------

    def _on_main(self) -> None:
        if self._tab() == RESULT:
            changed = self._table.changed_nodes()
            self.go_to.emit("assessment", changed[0] if changed else None)
            return
        assert self._feedback is not None
        first = next((said.node for said in self._feedback.nodes if said.is_waiting), None)
        if first is not None:
            self.go_to.emit("assessment", first)
        else:
            self.go_to.emit("check" if self._seen.is_draft else "submit", None)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Load a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Bundles (*.thuocso *.zip)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.context.file_asked.emit(Path(name)))
        dialog.open()

    def _ask_key(self) -> None:
        dialog = AcceptKeyDialog(self._sender(), self._code, self.window())
        dialog.accepted.connect(lambda: self.accept_key(*dialog.values()))
        dialog.open()

    def accept_key(self, typed: str, how: str) -> None:
        """Accepts the authority's key when the code typed is that of its file; otherwise a sentence says so."""
        code = self._seen.part.campaign.authority.code
        self.context.run(trusting.accept_code, code, typed, how, on_done=lambda _: self._on_accepted())

    def _on_accepted(self) -> None:
        self.context.notices.good(self.tr("The key of {sender} is accepted from now on.").format(sender=self._sender()))

    def show_part(self, part: str) -> None:
        """Shows "groups", "changed" or "ranking" of the result."""
        self._table.choose(part)

    def show_place(self, place: object) -> None:
        """A file that was just loaded: its tab."""
        kind = getattr(getattr(place, "kind", None), "value", place)
        if kind in (FEEDBACK, RESULT):
            self._tabs.set_value(kind)
            self.refresh()


def _moment(stored: str) -> str:
    return language.moment_text(datetime.fromisoformat(stored))


def _day(stored: str) -> str:
    return language.date_text(date.fromisoformat(stored))
