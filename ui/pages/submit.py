"""From figures to a sealed file: freeze, print, seal, send, received; each says what comes next and a way back."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.domain.campaign import Demand
from app.domain.deadline import VIETNAM
from app.errors import AppError
from app.operations import assessing, reviewing, submitting, trusting, workspace
from app.operations.assessing import DRAFT, View
from app.operations.reviewing import Severity
from app.operations.submitting import EXPORTED, FROZEN, RECEIVED, SENT, Exported, SentFile
from app.operations.workspace import Workspace
from ui import language, theme, tokens
from ui.context import Context
from ui.dialogs.freeze import CHAIR, FreezeDialog
from ui.dialogs.key import NewKeyDialog
from ui.dialogs.note import NoteDialog
from ui.dialogs.passphrase import SealDialog
from ui.notices import Act, sentence_for
from ui.page import Page
from ui.pages.submit_steps import Stand, Step
from ui.pages.submit_summary import Summary
from ui.widgets.boxes import Part, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.check_code import CheckCode
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, Line

ORDER = (DRAFT, FROZEN, EXPORTED, SENT, RECEIVED)
_BESIDE = 900  # pixels at 100 %: below, the summary stands under the steps


class Submit(Page):
    """The strip holds the next act, and the way back."""

    kinds = frozenset({"assessment", "responses", "evidence", "keys", "results"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Sign and send"))
        self._steps, self._summary = QVBoxLayout(), Summary()
        self._steps_box = QWidget()
        self._steps_box.setLayout(self._steps)
        fill(self._steps, [], gap=tokens.NEAR)
        body = QWidget()
        body.setMinimumHeight(1)  # how high it must be follows from its width alone
        self._body = QHBoxLayout(body)
        fill(self._body, [(self._steps_box, 2), (self._summary, 1)], gap=tokens.FIELD)
        self.add(Label(self.tr("Sign and send"), "title", weight="bold"))
        self._area = scrolled(body)
        self.add((self._area, 1))
        self._main = Button(self.tr("Freeze the figures"), "main", "lock")
        self._main.setObjectName("main")
        self._main.clicked.connect(self._on_main)
        self._back = Button(self.tr("Reopen to mend"), "plain", "lock-open")
        self._back.setObjectName("reopen")
        self._back.clicked.connect(self._ask_reopen)
        self.set_acts(self._back, self._main)
        self._told = Line(tone="ink-soft")
        self.strip.show_left(self._told)

    # Showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        opened, part = self.context.workspace, self.context.part_id
        self._seen = assessing.view(opened, part)
        self._revisions = submitting.revisions(opened, part)
        self._must = [issue for issue in reviewing.review(opened, part) if issue.severity is Severity.MUST]
        self._files = submitting.exports(opened, part)
        self._key = trusting.own_key(opened, self._seen.part)
        state = self._seen.state
        self._at = ORDER.index(state) if state in ORDER else 0
        empty(self._steps)
        for step in self._all_steps():
            self._steps.addWidget(step)
        self._steps.addStretch(1)
        self._summary.show_work(self._seen, self._revisions)
        QTimer.singleShot(0, self, self._show_due)
        self._tell_acts()

    def _show_due(self) -> None:
        """Scrolls to the step that is due."""
        due = next((step for step in self._steps_box.findChildren(Step) if step.stand is Stand.NOW), None)
        if due is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # else it is sought where it was
            self._area.ensureWidgetVisible(due, 0, 0)

    def _all_steps(self) -> list[QWidget]:
        late = self._late()
        steps: list[QWidget] = [late] if late is not None else []
        steps += [self._freezing(), self._printing(), self._sealing(), self._sending(), self._arriving()]
        return steps

    def _late(self) -> QWidget | None:
        words = late_sentence(self._seen, self.context.workspace.clock()) if self._at < ORDER.index(SENT) else ""
        if not words:
            return None
        panel = Sheet(row(Label(words, wrap=True)), look="warn")
        panel.setObjectName("late")
        return panel

    def _stand(self, number: int) -> Stand:
        """Printing is never in the way: it is done when the next one is."""
        done_from = {1: FROZEN, 2: EXPORTED, 3: EXPORTED, 4: SENT, 5: RECEIVED}[number]
        if self._at >= ORDER.index(done_from):
            return Stand.DONE
        due = {DRAFT: 1, FROZEN: 3, EXPORTED: 4, SENT: 5}.get(ORDER[self._at])
        return Stand.NOW if number == due else Stand.LATER

    def _freezing(self) -> Step:
        stand = self._stand(1)
        if stand is Stand.DONE:
            newest = self._revisions[0]
            told = self.tr("Revision {number}, confirmed by {leader} at {moment}.").format(
                number=newest.number, leader=newest.confirmed_by, moment=moment(newest.frozen_at)
            )
            return Step(1, self.tr("Freeze the figures"), told, stand)
        told = self.tr(
            "The leader looks at the figures and confirms them. "
            "They are then kept as revision {number}; reopening is always possible."
        )
        told = told.format(number=self._seen.revision_number + 1)
        return Step(1, self.tr("Freeze the figures"), told, stand, *self._hindrances())

    def _hindrances(self) -> list[Part]:
        if not self._must:
            return []
        link = Button(self.tr("See what is to be mended"), "link")
        link.clicked.connect(lambda: self.go_to.emit("check", None))
        words = Label(self.tr("%n matter(s) to be mended before", "", len(self._must)), tone="bad", weight="medium")
        return [row(words, link, None)]

    def _printing(self) -> Step:
        told = self.tr(
            "The report as PDF, for the leader's table and the files. The number of the revision stands on every page."
        )
        demand = self._seen.part.campaign.demand
        if demand is not Demand.CONFIRMED:
            told += " " + self.tr("Asked for in this campaign: {demand}.").format(
                demand=wording.word(f"demand.{demand}", language.current())
            )
        parts: list[Part] = []
        if self._at >= ORDER.index(FROZEN):
            button = Button(self.tr("Save the report and open it"), "plain", "printer")
            button.setObjectName("print")
            button.clicked.connect(self._ask_print)
            parts.append(row(button, None))
        stand = self._stand(2)
        return Step(2, self.tr("Look at the report, print it"), told, stand, *parts)

    def _sealing(self) -> Step:
        stand = self._stand(3)
        if stand is not Stand.DONE:
            told = self.tr(
                "Everything goes into one sealed file: figures, report, evidence. "
                "Nobody can change it unnoticed on its way."
            )
            return Step(3, self.tr("Seal and export"), told, stand)
        return Step(3, self.tr("Seal and export"), "", stand, *self._written())

    def _written(self) -> list[Part]:
        file = self._files[0] if self._files else None
        parts: list[Part] = []
        if file is not None:
            good = Label(self.tr("Written and checked."), tone="good", weight="medium")
            facts = " · ".join((file.file_name, language.size_text(file.size), moment(file.at)))
            parts += [good, Label(facts, wrap=True, selectable=True), *self._where(file)]
        if self._key is not None:
            parts.append(CheckCode(self._key.check_code, self._seen.part.name))
        return parts

    def _where(self, file: SentFile) -> list[Part]:
        folder = submitting.last_folder(self.context.workspace, self.context.part_id)
        again = Button(self.tr("Export again"), "plain", "package")
        again.setObjectName("again")
        again.clicked.connect(self._ask_seal)
        details = Button(self.tr("See details"), "link")
        digest = Label(
            self.tr("Content digest (SHA-256): {digest}").format(digest=file.content_digest),
            "hint",
            "ink-soft",
            wrap=True,
            selectable=True,
        )
        digest.hide()
        details.clicked.connect(lambda: digest.setVisible(digest.isHidden()))
        shown = Button(self.tr("Open the folder"), "plain", "folder-open")
        shown.clicked.connect(lambda: _open_folder(folder))
        shown.setEnabled(folder is not None and folder.is_dir())
        where = Label(str(folder or ""), "hint", "ink-soft", wrap=True, selectable=True)
        return [where, row(shown, again, details, None, gap=8), digest]

    def _sending(self) -> Step:
        stand = self._stand(4)
        if stand is Stand.DONE:
            return Step(4, self.tr("Send the file"), self.tr("Noted as sent."), stand)
        receiver = self._seen.part.campaign.authority.name or self.tr("the reviewing authority")
        told = self.tr(
            "Hand the file to {receiver} by USB stick, e-mail or chat. "
            "Send this very file: do not open, rename or zip it again."
        )
        return Step(4, self.tr("Send the file"), told.format(receiver=receiver), stand)

    def _arriving(self) -> Step:
        stand = self._stand(5)
        if stand is Stand.DONE:
            note = self._revisions[0].reason if self._revisions else ""
            told = self.tr("Received, as reported: {note}").format(note=note) if note else self.tr("Received.")
        else:
            told = self.tr(
                "When somebody confirms that the file arrived, note who and when. "
                "Feedback and results are loaded at Result."
            )
        return Step(5, self.tr("Received"), told, stand)

    def _tell_acts(self) -> None:
        state = ORDER[self._at]
        words, icon = {
            DRAFT: (self.tr("Freeze the figures"), "lock"),
            FROZEN: (self.tr("Seal and export"), "package"),
            EXPORTED: (self.tr("Mark as sent"), "send"),
            SENT: (self.tr("Note that it was received"), "circle-check"),
            RECEIVED: (self.tr("On to Result"), "trophy"),
        }[state]
        if state == DRAFT and self._must:
            words, icon = self.tr("Mend %n matter(s) first", "", len(self._must)), "list-checks"
        self._main.setText(words)
        self._main.set_icon(icon)
        self._back.setVisible(state != DRAFT)
        number = self._revisions[0].number if self._revisions else 0
        told = (
            self.tr("Being prepared")
            if state == DRAFT
            else self.tr("Revision {number} · round {round}").format(number=number, round=self._seen.round)
        )
        self._told.setText(told)

    # What a person does ------------------------------------------------------------------------------------------

    def _on_main(self) -> None:
        state = ORDER[self._at]
        if state == DRAFT and self._must:
            self.go_to.emit("check", None)
        elif state == RECEIVED:
            self.go_to.emit("result", None)
        else:
            {DRAFT: self._ask_freeze, FROZEN: self._ask_seal, EXPORTED: self._mark_sent, SENT: self._ask_received}[
                state
            ]()

    def _ask_freeze(self) -> None:
        opened, part = self.context.workspace, self.context.part_id
        leader = workspace.setting(opened, f"leader:{part}")
        title = workspace.setting(opened, f"leader_title:{part}", CHAIR)
        dialog = FreezeDialog(self._seen, leader, title, self.window())
        dialog.accepted.connect(lambda: self.context.run(_freeze, part, *dialog.values()))
        dialog.open()

    def _ask_print(self) -> None:
        newest = self._revisions[0]
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = submitting.suggested_name(self._seen.part, newest).removesuffix(".thuocso") + ".pdf"
        dialog = QFileDialog(self, self.tr("Save the report"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF (*.pdf)")])
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.save_report(Path(path)))
        dialog.open()

    def save_report(self, target: Path) -> None:
        """Writes the report and shows it with the program that opens PDF files."""
        self.context.read(
            submitting.print_report,
            self.context.part_id,
            target,
            title=self.tr("Making the report"),
            on_done=self._on_printed,
        )

    def _on_printed(self, path: Path) -> None:
        self.context.notices.good(self.tr("The report was saved: {path}").format(path=path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _ask_seal(self) -> None:
        newest = self._revisions[0]
        dialog = SealDialog(
            submitting.suggested_name(self._seen.part, newest),
            submitting.evidence_size(newest) + _REPORT_SIZE,
            submitting.last_folder(self.context.workspace, self.context.part_id),
            self.window(),
            is_new=self._key is None,
        )
        dialog.accepted.connect(lambda: self.seal(*dialog.values()))
        dialog.open()

    def seal(self, folder: Path, passphrase: str) -> None:
        """Writes the sealed file; a wrong passphrase offers another try and a new key."""
        self.context.run(
            submitting.seal_and_export,
            self.context.part_id,
            folder,
            passphrase,
            title=self.tr("Sealing and exporting"),
            on_done=self._on_written,
            on_failed=partial(self._on_not_written, folder),
        )

    def _on_written(self, exported: Exported) -> None:
        words = self.tr("Written and checked: {name}, {size}.").format(
            name=exported.path.name, size=language.size_text(exported.written.size)
        )
        self.context.notices.good(words, Act(self.tr("Open the folder"), lambda: _open_folder(exported.path.parent)))
        self.context.changed.emit(frozenset({"keys", "assessment"}))

    def _on_not_written(self, folder: Path, error: AppError) -> None:
        again = Act(self.tr("Export again"), self._ask_seal)
        if error.code == "passphrase.wrong":
            new = Act(self.tr("Make a new key"), lambda: self._ask_new_key(folder))
            self.context.notices.error(error, Act(self.tr("Type it again"), self._ask_seal), new)
        else:
            self.context.notices.error(error, again)

    def _ask_new_key(self, folder: Path) -> None:
        dialog = NewKeyDialog(self.window())
        dialog.accepted.connect(lambda: self.renew_key(folder, dialog.passphrase()))
        dialog.open()

    def renew_key(self, folder: Path, passphrase: str) -> None:
        """Sets the old key aside, and exports with the new one."""
        self.context.run(
            trusting.create_key, self._seen.part, passphrase, "lost", on_done=lambda _: self.seal(folder, passphrase)
        )

    def _mark_sent(self) -> None:
        self.context.run(submitting.mark_sent, self.context.part_id)

    def _ask_received(self) -> None:
        dialog = NoteDialog(
            self.tr("The file was received"),
            self.tr("Noted as received by word, until a receipt or feedback comes."),
            self.tr("Who said so, how and when"),
            self.tr("Note it"),
            self.window(),
            hint=self.tr("For example: by telephone at 16:05"),
        )
        dialog.accepted.connect(lambda: self.context.run(submitting.mark_received, self.context.part_id, dialog.note()))
        dialog.open()

    def _ask_reopen(self) -> None:
        sent = self._at >= ORDER.index(EXPORTED)
        sentence = self.tr("The figures can be changed again. The frozen revision stays as it is.")
        if sent:
            sentence += " " + self.tr("The file that was exported counts until a further revision replaces it.")
        dialog = NoteDialog(
            self.tr("Reopen to mend"), sentence, self.tr("Reason"), self.tr("Reopen"), self.window(),
            hint=self.tr("For example: figure of criterion 4.3 corrected"),
            wanted=self.tr("Write the reason in a few words."),
        )  # fmt: skip
        dialog.accepted.connect(lambda: self.context.run(submitting.reopen, self.context.part_id, dialog.note()))
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.current().px(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)
        if event.size().height() < event.oldSize().height():  # a notice took room
            QTimer.singleShot(0, self, self._show_due)


_REPORT_SIZE = 400_000  # bytes of a report with its figures, about


def _freeze(opened: Workspace, part: str, leader: str, title: str) -> submitting.Frozen:
    """Freezes, and remembers who confirmed for the next time."""
    frozen = submitting.freeze(opened, part, leader, title)
    workspace.set_setting(opened, f"leader:{part}", leader)
    workspace.set_setting(opened, f"leader_title:{part}", title)
    return frozen


def late_sentence(seen: View, now: datetime) -> str:
    """That the deadline has passed, and that nothing is refused; "" while it has not."""
    agency = seen.part.campaign.agency(seen.part.agency)
    deadline = seen.part.campaign.round(seen.round).deadline
    day = now.astimezone(VIETNAM).date()
    extended = agency.extended_to if agency is not None else None
    own_day = agency.inspection_day if agency is not None else None
    last = extended or (deadline.last_day(own_day) if deadline is not None else None)
    if last is None or day <= last:
        return ""
    shown = language.date_text(last) if extended or deadline is None else deadline.shown(language.current(), own_day)
    contact = seen.part.campaign.authority.contact.name or seen.part.campaign.authority.name
    return sentence_for(AppError("deadline.passed", deadline=shown, contact=contact))


def moment(stored: str) -> str:
    return language.moment_text(datetime.fromisoformat(stored))


def _open_folder(folder: Path | None) -> None:
    if folder is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
