"""The check of a file: the verdict, three lights with a sentence each, and on request everything behind them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.bundles.trust import PeopleRole, Verdict
from app.errors import AppError
from app.operations.trust import certifying, rebuilding, verification_paper, verifying
from app.operations.trust.finding_words import people_told, told_of
from app.operations.trust.verifying import Findings, Found
from app.wording.checks import FindingTold
from ui import language, tokens
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.dialogs.verification_pages import PagesDialog
from ui.dialogs.verification_signatures import SignatureList, SignaturesDialog, facts_grid
from ui.models.cell import LIGHTS
from ui.notices import Act, Notice, sentence_for
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.lights import TONES, Lights, at_top, light_row
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label


class VerificationDialog(Dialog):
    """Shows `findings`, the newest one first; what is asked here is done off the main thread and shown anew."""

    def __init__(self, context: Context, findings: Findings, parent: QWidget | None) -> None:
        super().__init__(self.tr("Verification of the file"), parent, width=820)
        self._context, self._findings, self._at = context, findings, len(findings.all) - 1
        self._again_offered = False
        self._body_ = QWidget()
        self._column = QVBoxLayout(self._body_)
        fill(self._column, [], gap=tokens.GROUP)
        self.add(self._body_)
        self._said = Label("", wrap=True)
        self._said.setObjectName("said")
        self._note = Sheet(self._said, look="warn", margins=(12, 8, 12, 8))
        self._note.setObjectName("note")
        self.add(self._note)
        self._note.hide()
        is_kept = bool(findings.file_id)
        others = (self._act("rebuild", self.tr("Save the very file"), "save", self._ask_target),) if is_kept else ()
        paper = self._act("print", self.tr("Print the sheet"), "printer", self._ask_paper)
        words = self.tr("Check again") if is_kept else self.tr("Print the sheet")
        icon = "refresh-cw" if is_kept else "printer"
        self._main = self.set_acts(
            words, self.tr("Close"), *others, *((paper,) if is_kept else ()), icon=icon
        )  # fmt: skip
        self._show()
        self._main.setFocus()

    # Showing -----------------------------------------------------------------------------------------------------

    def show_findings(self, findings: Findings) -> None:
        """The same file with what was found meanwhile."""
        self._findings, self._at = findings, len(findings.all) - 1
        self._show()

    def show_finding(self, at: int) -> None:
        """One finding of those there are, 0: the first."""
        self._at = at
        self._show()

    def _show(self) -> None:
        told = told_of(self._findings, self._findings.all[self._at], language.current())
        empty(self._column)
        agency = self._findings.sender if self._findings.file_id else ""
        signatures = SignatureList(told, agency, has_pages=bool(self._findings.file_id))
        signatures.accepted.connect(self._accept)
        signatures.page_asked.connect(self._ask_page)
        has_people = bool(told.signatures or told.additions or told.remarks)
        parts: list[Part] = [
            self._head(told),
            Sheet(*[light_row(each.name, each.word, each.light, each.sentence) for each in told.lights]),
        ]
        if len(self._findings.all) > 1:
            parts.append(self._history())
        if has_people:
            parts += [Label(self.tr("Signatures"), weight="bold"), signatures]
        else:
            signatures.deleteLater()
        fill(self._column, [*parts, self._codes(told)], gap=tokens.GROUP)

    def _head(self, told: FindingTold) -> QWidget:
        icon, tone = LIGHTS[TONES[told.light]]
        came = self._findings.received_at
        facts = [self._findings.sender, self._findings.file_name, language.size_text(self._findings.size)]
        if came:
            facts.append(self.tr("received {moment}").format(moment=_moment(came)))
        words = column(
            Label(told.word, "title", tone, "bold", wrap=True),
            Label(told.sentence, wrap=True),
            Label(" · ".join(filter(None, facts)), "hint", "ink-soft", wrap=True, selectable=True),
            Label(told.checked, "hint", "ink-soft", wrap=True, selectable=True),
            gap=2,
        )
        head = Sheet(at_top(icon, tone, words), look=TONES[told.light])
        head.setObjectName("verdict")
        return head

    def _history(self) -> QWidget:
        """Every finding with its day; the first stands as it was found."""
        lines: list[Part] = [Label(self.tr("Findings so far"), weight="medium")]
        for at, found in enumerate(self._findings.all):
            lines.append(self._finding(at, found))
        return well(*lines)

    def _finding(self, at: int, found: Found) -> QWidget:
        first = self.tr("First received, {moment}").format(moment=_moment(found.at))
        again = self.tr("Checked again, {moment}").format(moment=_moment(found.at))
        told = again if at else first
        if found.judged_at != found.at and at:
            told += " · " + self.tr("as of {moment}").format(moment=_moment(found.judged_at))
        if found.by:
            told += f" · {found.by}"
        lights = Lights([light.value if light else None for light in found.lights])
        if at == self._at:
            return row(lights, (Label(told, weight="medium", wrap=True), 1), Label(self.tr("shown above"), "hint"))
        see = Button(self.tr("Show"), "link")
        see.setObjectName(f"finding-{at}")
        see.clicked.connect(partial(self._on_finding, at))
        return row(lights, (Label(told, wrap=True), 1), see)

    def _on_finding(self, at: int) -> None:
        self.show_finding(at)

    def _codes(self, told: FindingTold) -> QWidget:
        grid = well(facts_grid(told.codes))
        grid.hide()
        more = Button(self.tr("See details"), "link")
        more.setObjectName("codes")
        more.setCheckable(True)
        more.toggled.connect(grid.setVisible)
        return column(rule(), row(more, None), grid, gap=tokens.STEP)

    def _tell(self, words: str, tone: str = "good") -> None:
        self._note.set_look(tone)
        self._said.setText(words)
        self._note.show()

    def _act(self, name: str, words: str, icon: str, do: object) -> Button:
        button = Button(words, "plain", icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        return button

    # Acts ----------------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """The main act stays here: check again, or the paper of a file that is only looked at."""
        if self._findings.file_id:
            self.check_again()
        else:
            self._ask_paper()

    def check_again(self) -> None:
        """Judges the file once more with what is trusted now."""
        self._main.setEnabled(False)
        self._context.run(
            verifying.verify_again,
            self._context.part_id,
            self._findings.file_id,
            title=self.tr("Checking the file"),
            on_done=self._on_again,
            on_failed=self._on_failed,
        )

    def _on_again(self, verdict: Verdict) -> None:
        self._context.changed.emit(frozenset({"submissions", "results"}))
        if isValid(self):
            self._main.setEnabled(True)
            self._context.read(verifying.findings, self._findings.file_id, on_done=self._on_findings)

    def _on_findings(self, findings: Findings) -> None:
        if isValid(self):
            self.show_findings(findings)
            self._tell(self.tr("Checked again; the earlier finding is kept beside it."))

    def _on_failed(self, error: AppError) -> None:
        if isValid(self):
            self._main.setEnabled(True)
            self._tell(sentence_for(error), "warn")
        else:
            self._context.notices.error(error)

    def _accept(self, role: str, subject: str, how: str) -> None:
        self._context.run(
            certifying.accept_signer,
            self._findings.agency,
            PeopleRole(role),
            subject,
            how,
            on_done=lambda _: self._on_accepted(),
            on_failed=self._on_failed,
        )

    def _on_accepted(self) -> None:
        if isValid(self):
            self._tell(self.tr("The signer is accepted. Check again, and the signature is judged with it."))
            self._main.setFocus()

    def _ask_page(self, page: int) -> None:
        def show(pictures: tuple[bytes, bytes]) -> None:
            if isValid(self):
                PagesDialog(page, *pictures, self).open()

        file_id = self._findings.file_id
        self._context.read(verifying.pictures, file_id, page, on_done=show, on_failed=self._on_failed)

    def _ask_target(self) -> None:
        from ui.pages.authority_kit import ask_target

        kinds = (self.tr("Bundles (*.thuocso)"),)
        ask_target(self, self.tr("Save the very file"), self._findings.file_name, kinds, self.rebuild)

    def rebuild(self, target: Path) -> None:
        """Writes the very bytes that came in."""
        told = (self._context.part_id, self._findings.file_id, target)
        done = self.tr("Saved byte for byte as it came: {name}")
        self._context.run(
            rebuilding.rebuild, *told, title=self.tr("Saving the file"), on_failed=self._on_failed,
            on_done=lambda path: self._tell_if_there(done.format(name=path.name)),
        )  # fmt: skip

    def _tell_if_there(self, words: str) -> None:
        if isValid(self):
            self._tell(words)
        else:
            self._context.notices.good(words)

    def _ask_paper(self) -> None:
        from ui.pages.authority_kit import ask_target

        name = verification_paper.suggested_name(self._findings)
        ask_target(self, self.tr("Print the sheet"), name, (self.tr("Papers (*.pdf)"),), self.print_sheet)

    def print_sheet(self, target: Path) -> None:
        """Writes the sheet as PDF and opens it."""
        from ui.dialogs.files_written import open_paper

        def opened(path: Path) -> None:
            open_paper(path)
            self._tell_if_there(self.tr("The sheet was written: {name}").format(name=path.name))

        told = (self._context.part_id, self._findings, target)
        self._context.run(verification_paper.print_sheet, *told, on_done=opened, on_failed=self._on_failed)


def _moment(stored: str) -> str:
    from datetime import datetime

    from app.domain.moments import in_vietnam

    return language.moment_text(in_vietnam(datetime.fromisoformat(stored)))


# Ways in ---------------------------------------------------------------------------------------------------------


def show_submission(context: Context, part_id: str, submission: str, window: QWidget) -> None:
    """The panel for the file a submission came in."""
    context.read(verifying.of_submission, part_id, submission, on_done=partial(_open, context, window))


def show_newest(context: Context, part_id: str, kind: str, window: QWidget) -> None:
    """The panel for the newest file of a kind that came in."""

    def show(found: Findings | None) -> None:
        if found is not None:
            _open(context, window, found)

    context.read(verifying.newest, part_id, kind, on_done=show)


def show_file(context: Context, path: Path, window: QWidget) -> None:
    """The panel for a file that is only looked at: nothing of it is kept. Any other PDF: its signatures."""
    title = QCoreApplication.translate("VerificationDialog", "Checking the file")
    if path.suffix.lower() == ".pdf":
        context.read(
            verifying.signatures_in, path, title=title,
            on_done=lambda signed: SignaturesDialog(
                path.name, people_told(signed, language.current()), window.window()
            ).open(),
        )  # fmt: skip
        return
    context.read(verifying.look_at, path, title=title, on_done=partial(_open, context, window))


def _open(context: Context, window: QWidget, findings: Findings) -> None:
    if isValid(window):
        VerificationDialog(context, findings, window.window()).open()


def tell(context: Context, error: AppError, path: Path, window: QWidget) -> None:
    """The sentence for a file that was not taken in, with a way to see everything found of it."""
    words = QCoreApplication.translate("VerificationDialog", "See the verification")
    act = Act(words, lambda: show_file(context, path, window))
    context.notices.show(Notice(sentence_for(error), "warn", acts=(act,), lasting=True))
