"""From figures to a sealed file: freeze, print, seal, send, received; each says what comes next and a way back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.domain.campaign import Demand
from app.errors import AppError
from app.operations import workspace
from app.operations.commune import assessing, parts_sending, reviewing, submitting
from app.operations.commune.assessing import DRAFT
from app.operations.commune.improving import Brought
from app.operations.commune.parts_sending import ExportedParts
from app.operations.commune.reviewing import Severity
from app.operations.commune.submitting import EXPORTED, FROZEN, RECEIVED, SENT, Exported, SentFile
from app.operations.trust import signing, trusting
from app.operations.workspace import Workspace
from ui import language, looking, theme, tokens
from ui.context import Context
from ui.dialogs.dialog import ask
from ui.dialogs.freeze import CHAIR, FreezeDialog
from ui.dialogs.key import NewKeyDialog
from ui.dialogs.passphrase import SealDialog
from ui.dialogs.seal_submission import SealSubmissionDialog
from ui.notices import Act
from ui.page import Page
from ui.pages.submit_parts import PartsPanel
from ui.pages.submit_receipts import Arrival
from ui.pages.submit_signing import Due, Signing, SigningPanel, missing_sentence
from ui.pages.submit_steps import Stand, Step, late_panels, moment
from ui.pages.submit_summary import Summary
from ui.widgets.boxes import Part, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.check_code import CheckCode
from ui.widgets.text import Label, Line

ORDER = (DRAFT, FROZEN, EXPORTED, SENT, RECEIVED)
_READS = frozenset({"", "print", "hand-out", "copy-code"})  # buttons of the steps that change nothing
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
        self._also = Button(self.tr("Seal and export"), "plain", "package")
        self._also.setObjectName("also")
        self._also.clicked.connect(self._take_step)
        self._arrival = Arrival(self, context)
        self._arrival.wanted.connect(lambda node: self.go_to.emit("assessment", node))
        self._back.clicked.connect(lambda: self._arrival.ask_reopen(ORDER[self._at]))
        self.set_acts(self._back, self._also, self._main)
        self._signing = Signing(context, self)
        self._signing.printing.connect(self._ask_print)
        self._told = Line(tone="ink-soft")
        self.strip.show_left(self._told)
        looking.hold(context, self._back, self._also)

    # Showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        opened, part = self.context.workspace, self.context.part_id
        self._seen = assessing.view(opened, part)
        self._revisions = submitting.revisions(opened, part)
        self._must = [issue for issue in reviewing.review(opened, part) if issue.severity is Severity.MUST]
        self._files = submitting.exports(opened, part)
        self._key = trusting.own_key(opened, self._seen.part)
        self._papers = signing.papers(opened, part)
        self._arrival.read(self._seen, self._revisions)
        state = self._seen.state
        self._at = ORDER.index(state) if state in ORDER else 0
        limit = parts_sending.chosen_limit(opened, part) if self._files else 0
        self._plan = parts_sending.plan(opened, part, limit) if limit else None
        empty(self._steps)
        for step in self._all_steps():
            self._steps.addWidget(step)
        looking.hold(self.context, self._steps_box, reads=_READS)
        self._steps.addStretch(1)
        paper = self._papers.state if self._papers else ""
        self._summary.show_work(self._seen, self._revisions, paper, self._arrival.is_confirmed)
        QTimer.singleShot(0, self, self._show_due)
        self._tell_acts()

    def show_place(self, place: object) -> None:
        if isinstance(place, Brought):
            self._arrival.tell(place)

    def _show_due(self) -> None:
        """Scrolls to the step that is due, unless something stands above the steps that comes first."""
        if self._arrival.has_panels:
            return
        due = next((step for step in self._steps_box.findChildren(Step) if step.stand is Stand.NOW), None)
        if due is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # else it is sought where it was
            self._area.ensureWidgetVisible(due, 0, 0)

    def _all_steps(self) -> list[QWidget]:
        steps = self._arrival.panels()
        if self._at < ORDER.index(SENT) and not self._arrival.has_news:
            steps += late_panels(self._seen, self.context.workspace.clock())
        steps += [self._freezing(), self._printing(), self._sealing(), self._sending()]
        steps.append(self._arrival.step(5, self._stand(5)))
        return steps

    def _stand(self, number: int) -> Stand:
        """Signing is never in the way: it is done when the next one is, or when all that is asked for is there."""
        done_from = {1: FROZEN, 2: EXPORTED, 3: EXPORTED, 4: SENT, 5: RECEIVED}[number]
        asked = self._papers is not None and self._papers.demand is not Demand.CONFIRMED
        lacking = self._papers is not None and bool(self._papers.missing)
        if number == 2 and asked and not lacking:
            return Stand.DONE
        open_yet = (number == 2 and lacking) or (number == 3 and self._is_partly)
        if self._at >= ORDER.index(done_from) and not open_yet:
            return Stand.DONE
        sealing = 3 if self._is_partly else 4
        due = {DRAFT: 1, FROZEN: 2 if lacking else 3, EXPORTED: sealing, SENT: 5}.get(ORDER[self._at])
        return Stand.NOW if number == due else Stand.LATER

    @property
    def _is_partly(self) -> bool:
        """Whether files of a submission in parts are still to be written."""
        return ORDER[self._at] == EXPORTED and self._plan is not None and bool(self._plan.missing)

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
        title = self.tr("Look at the report, print it")
        if demand is not Demand.CONFIRMED:
            title = self.tr("Have the report signed")
            told = self.tr("Asked for in this campaign: {demand}.").format(
                demand=wording.word(f"demand.{demand}", language.current())
            )
        parts: list[Part] = []
        if self._papers is not None:
            parts.append(SigningPanel(self._signing, self._papers))
        return Step(2, title, told, self._stand(2), *parts)

    def _sealing(self) -> Step:
        stand = self._stand(3)
        if stand is not Stand.DONE and not self._is_partly:
            told = self.tr(
                "Everything goes into one sealed file: figures, report, evidence. "
                "Nobody can change it unnoticed on its way."
            )
            return Step(3, self.tr("Seal and export"), told, stand)
        return Step(3, self.tr("Seal and export"), "", stand, *self._written())

    def _written(self) -> list[Part]:
        file = self._files[0] if self._files else None
        parts: list[Part] = []
        if file is not None and self._plan is not None:
            panel = PartsPanel(self._plan)
            panel.wanted.connect(partial(self._ask_parts, self._plan.limit))
            parts += [panel, *self._where(file)]
        elif file is not None:
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

    def _tell_acts(self) -> None:
        state = ORDER[self._at]
        words, icon = {
            DRAFT: (self.tr("Freeze the figures"), "lock"),
            FROZEN: (self.tr("Seal and export"), "package"),
            EXPORTED: (self.tr("Mark as sent"), "send"),
            SENT: (self.tr("Note that it was received"), "circle-check"),
            RECEIVED: (self.tr("On to Result"), "trophy"),
        }[state]
        self._also.setText(words)
        self._also.set_icon(icon)
        due = self._first()
        self._also.setVisible(due is not None and state != DRAFT)
        words, icon, _ = due or (words, icon, None)
        self._main.setText(words)
        self._main.set_icon(icon)
        self._back.setVisible(state != DRAFT)
        back, icon = self._arrival.back_words(state)
        self._back.setText(back)
        self._back.set_icon(icon)
        if looking.is_only(self.context):
            self._main.setDisabled(state != RECEIVED)
        number = self._revisions[0].number if self._revisions else 0
        told = (
            self.tr("Being prepared")
            if state == DRAFT
            else self.tr("Revision {number} · round {round}").format(number=number, round=self._seen.round)
        )
        self._told.setText(told)

    # What a person does ------------------------------------------------------------------------------------------

    def _first(self) -> Due | None:
        """What is better done before the step that the state asks for, which stays possible beside it."""
        state = ORDER[self._at]
        if state == DRAFT and self._must:
            words = self.tr("Mend %n matter(s) first", "", len(self._must))
            return Due(words, "list-checks", partial(self.go_to.emit, "check", None))
        if self._is_partly and self._plan is not None:
            words = self.tr("Write the %n file(s) still missing", "", len(self._plan.missing))
            return Due(words, "package", partial(self._ask_parts, self._plan.limit, self._plan.missing))
        return self._signing.due(self._papers) if state == FROZEN else self._arrival.due()

    def _on_main(self) -> None:
        due = self._first()
        if due is not None:
            due.act()
        else:
            self._take_step()

    def _take_step(self) -> None:
        state = ORDER[self._at]
        if state == RECEIVED:
            self.go_to.emit("result", None)
        else:
            acts = {DRAFT: self._ask_freeze, FROZEN: self._ask_seal, EXPORTED: self._mark_sent}
            acts.get(state, self._arrival.ask_received)()

    def _ask_freeze(self) -> None:
        opened, part = self.context.workspace, self.context.part_id
        leader = workspace.setting(opened, f"leader:{part}")
        title = workspace.setting(opened, f"leader_title:{part}", CHAIR)
        dialog = FreezeDialog(self._seen, leader, title, self.window())
        making = self.tr("Making the report")
        dialog.accepted.connect(lambda: self.context.run(_freeze, part, *dialog.values(), title=making))
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
        lacking = missing_sentence(self._papers)
        if not lacking:
            self._ask_folder()
            return
        words = self.tr(
            "{lacking} The authority takes such a file only with a reason of its own. "
            "The file can be sealed all the same; once it is signed, seal it again before it is sent."
        )
        title = self.tr("Seal without what is asked for")
        dialog = ask(self.window(), title, words.format(lacking=lacking), self.tr("Seal all the same"),
                     self.tr("Not now"), "package")  # fmt: skip
        dialog.accepted.connect(self._ask_folder)

    def _ask_folder(self) -> None:
        newest = self._revisions[0]
        opened, authority = self.context.workspace, self._seen.part.campaign.authority
        can_open = bool(trusting.recipient_of(opened, authority.code, trusting.role_of_others(self._seen.part)))
        dialog = SealSubmissionDialog(
            submitting.suggested_name(self._seen.part, newest),
            submitting.evidence_size(newest) + _REPORT_SIZE,
            submitting.last_folder(opened, self.context.part_id),
            self.window(),
            is_new=self._key is None,
            plan=partial(parts_sending.plan, opened, self.context.part_id),
            receiver=authority.name if can_open else "",
        )
        ways = dialog.ways
        dialog.accepted.connect(
            lambda: self.seal(*dialog.values(), limit=ways.limit(), is_encrypted=ways.is_encrypted())
        )
        dialog.open()

    def _ask_parts(self, limit: int, numbers: Sequence[int]) -> None:
        """Some of the files of a submission that went in parts are written again, or at last."""
        plan = parts_sending.plan(self.context.workspace, self.context.part_id, limit)
        chosen = [part for part in plan.parts if part.number in numbers]
        last = submitting.last_folder(self.context.workspace, self.context.part_id)
        size = sum(part.size for part in chosen)
        dialog = SealDialog(", ".join(part.name for part in chosen), size, last, self.window(), is_new=False)
        dialog.accepted.connect(lambda: self.seal(*dialog.values(), limit=limit, only=numbers))
        dialog.open()

    def seal(
        self, folder: Path, passphrase: str, *, limit: int = 0, only: Sequence[int] = (), is_encrypted: bool = False
    ) -> None:
        """Writes the sealed file, or files of at most `limit` bytes; a wrong passphrase offers another try."""
        told = (self.context.part_id, folder, passphrase, *((limit, only) if limit else ()))
        self.context.run(
            parts_sending.export if limit else submitting.seal_and_export,
            *told,
            is_encrypted=is_encrypted,
            title=self.tr("Sealing and exporting"),
            on_done=self._on_written,
            on_failed=partial(self._on_not_written, folder),
        )

    def _on_written(self, exported: Exported | ExportedParts) -> None:
        if isinstance(exported, Exported):
            folder = exported.path.parent
            words = self.tr("Written and checked: {name}, {size}.").format(
                name=exported.path.name, size=language.size_text(exported.written.size)
            )
        else:
            folder = exported.paths[0].parent
            words = self.tr("%n file(s) written and checked.", "", len(exported.paths))
        self.context.notices.good(words, Act(self.tr("Open the folder"), lambda: _open_folder(folder)))
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


def _open_folder(folder: Path | None) -> None:
    if folder is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
