"""The import of a decision's annex: five steps, kept at every change, finished in a framework."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.annex import Annex, TableColumns
from app.errors import AppError
from app.operations.frameworks import annexing
from app.operations.frameworks.annexing import Finished, Proposal, Verdict, Work
from app.operations.workspace import Workspace
from app.progress import Progress
from ui import theme
from ui.context import Context
from ui.page import Page
from ui.pages.annex_wizard.sitting import COLUMNS, FILE, RULES, SUMMARY, TREE, Sitting
from ui.pages.annex_wizard.step_columns import ColumnsStep
from ui.pages.annex_wizard.step_file import FileStep
from ui.pages.annex_wizard.step_rules import RulesStep, undecided
from ui.pages.annex_wizard.step_summary import SummaryStep
from ui.pages.annex_wizard.step_tree import TreeStep
from ui.pages.authority_kit import read
from ui.pages.step_line import StepLine, StepShown
from ui.widgets.button import Button
from ui.widgets.meter import Meter
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Label

_KEEP_AFTER = 1500


class AnnexWizard(Page):
    """`made` carries the id of the draft that came of it. It may be left at any step and shown again."""

    made = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Load an annex"))
        self.sitting = Sitting(self)
        self._line = StepLine()
        self._line.asked.connect(lambda step: self.go(int(step)))
        self.file = FileStep()
        self.file.given.connect(self.load)
        self.file.resumed.connect(self._resume)
        self.file.dropped_work.connect(self._drop_work)
        self.columns = ColumnsStep(self.sitting)
        self.tree = TreeStep(self.sitting)
        self.rules = RulesStep(self.sitting)
        self.summary = SummaryStep(self.sitting)
        self._stack = QStackedWidget()
        for step in (self.file, self.columns, self.tree, self.rules, self.summary):
            self._stack.addWidget(step)
        self.add(self._line)
        self.add((self._stack, 1))
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._keeping.timeout.connect(self.keep)
        self.sitting.moved.connect(self._show_step)
        self.sitting.changed.connect(self._on_changed)
        self.keep_widths("annex-columns", self.columns.splitter)
        self.keep_widths("annex-tree", self.tree.panes.splitter)
        self.keep_widths("annex-rules", self.rules.panes.splitter)
        self._show_step()

    # The page ------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if self.sitting.annex is None:
            self.file.setFocus()
            read(self, self.context, annexing.kept, done=self._offer)

    def leave(self) -> None:
        if self.isVisible():
            self.setFocus()  # what is still being typed is committed
        if self._keeping.isActive():
            self.keep()

    def search_box(self) -> SearchBox | None:
        return {TREE: self.tree.search, RULES: self.rules.search}.get(self.sitting.step)

    def keep(self) -> None:
        """Keeps the work in the data folder."""
        self._keeping.stop()
        work = self.sitting.work()
        if work is not None:
            self.context.run(annexing.keep, work)

    # Steps ---------------------------------------------------------------------------------------------------------

    def load(self, path: Path) -> None:
        """Reads a file; what was done before with another one is let go only when this one could be read."""
        title = self.tr("Reading the annex")
        self.context.read(_read, path, on_done=self._on_read, title=title)

    def go(self, step: int) -> None:
        """To a step; tree and rules are read anew where the columns changed."""
        if step > FILE and self.sitting.annex is None:
            return
        if step <= COLUMNS:
            self.sitting.go(step)
        elif not self.sitting.is_readable:
            self.context.notices.error(AppError("annex.no_columns"))
            self.sitting.go(COLUMNS)
        elif self.sitting.is_proposed:
            self.sitting.go(step)
        else:
            annex, columns = self.sitting.annex, self.sitting.columns
            title = self.tr("Reading tree and rules")
            self.context.read(
                _propose, annex, columns, on_done=lambda told: self._on_proposed(told, columns, step), title=title
            )

    def finish(self) -> None:
        """Makes the framework."""
        proposal = self.sitting.proposal
        if proposal is None:
            return
        if not self.sitting.about.title:
            self.summary.complain()
            return
        self._keeping.stop()
        self.context.run(
            annexing.finish, proposal, dict(self.sitting.verdicts), self.sitting.about, on_done=self._on_finished
        )

    # Inside --------------------------------------------------------------------------------------------------------

    def _on_read(self, told: tuple[Annex, tuple[TableColumns, ...]]) -> None:
        self.sitting.begin(*told)

    def _on_proposed(self, proposal: Proposal, columns: tuple[TableColumns, ...], step: int) -> None:
        if columns == self.sitting.columns and proposal.annex is self.sitting.annex:
            self.sitting.take(proposal)
            self.sitting.go(step)

    def _on_finished(self, finished: Finished) -> None:
        self.context.notices.good(self.tr("The framework was made. It is a draft until it is published."))
        self.sitting.empty()
        self.made.emit(finished.draft)

    def _offer(self, work: Work | None) -> None:
        if self.sitting.annex is None:
            criteria = sum(row.kind == "criterion" for row in work.rows) if work is not None else 0
            self.file.show_kept(work, len(work.verdicts) if work is not None else 0, criteria)

    def _resume(self, work: Work) -> None:
        read(self, self.context, _resumed, work, done=lambda proposal: self.sitting.go_on(work, proposal))

    def _drop_work(self) -> None:
        self.file.show_kept(None)
        self.context.run(annexing.forget)

    def _on_changed(self) -> None:
        if self.sitting.annex is not None:
            self._keeping.start()
        self._show_line()
        self._show_strip()

    def _show_step(self) -> None:
        step = self.sitting.step
        self._stack.setCurrentIndex(step)
        if step == FILE:
            self.file.show_kept(None)
        elif step == COLUMNS:
            self.columns.show_annex()
        elif step == TREE:
            self.tree.show_rows()
            self.tree.tree.setFocus()
        elif step == RULES:
            self.rules.show_rules()
            self.rules.list.setFocus()
        elif step == SUMMARY:
            self.summary.show_summary()
            self.summary.title.setFocus()
        self._show_line()
        self._show_strip()

    def _show_line(self) -> None:
        sitting = self.sitting
        looked = sitting.proposal.audit if sitting.proposal is not None else None
        taken = sum(known.is_taken for known in sitting.columns)
        hints = (
            sitting.annex.name if sitting.annex is not None else "",
            self.tr("%n table(s)", "", taken) if sitting.annex is not None else "",
            self.tr("%n criterion(s)", "", looked.criteria) if looked is not None else "",
            self.tr("{decided}/{criteria} confirmed").format(decided=sitting.decided, criteria=sitting.criteria)
            if looked is not None
            else "",
            "",
        )
        names = (self.tr("File"), self.tr("Columns"), self.tr("Tree"), self.tr("Rules"), self.tr("Summary"))
        done = (
            sitting.annex is not None,
            looked is not None,
            looked is not None and sitting.step > TREE,
            looked is not None and undecided(sitting) == 0,
            False,
        )
        self._line.show_steps(
            [
                StepShown(name, hints[at], str(at), done[at], at == sitting.step)
                for at, name in enumerate(names)
            ]
        )  # fmt: skip

    def _show_strip(self) -> None:
        step = self.sitting.step
        back = self._act("back", self.tr("Back"), "quiet", "arrow-left")
        back.clicked.connect(lambda: self.go(step - 1))
        if step == FILE:
            note = self.tr("PDF, .doc, .xls and scans are not read; the program says what to do with them.")
            self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
            if self.sitting.annex is None:
                self.set_acts()
                return
            self.set_acts(self._next(self.tr("On to the columns"), COLUMNS))
        elif step == COLUMNS:
            note = self.tr("Every cell is kept word for word beside its criterion, whatever its column is taken for.")
            self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
            self.set_acts(back, self._next(self.tr("On to the tree"), TREE))
        elif step == TREE:
            note = self.tr(
                "Alt+← and Alt+→ move rows out and in; 1 group, 2 criterion, 3 part of the row above, 4 leave out."
            )
            self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
            self.set_acts(back, self._next(self.tr("On to the rules"), RULES))
        elif step == RULES:
            self._show_rules_strip(back)
        else:
            note = self.tr("A draft is made; nothing is published yet.")
            self.strip.show_left((Label(note, tone="ink-soft", wrap=True), 1))
            make = self._act("make", self.tr("Make the framework"), "main", "check")
            make.clicked.connect(self.finish)
            self.set_acts(back, make)

    def _show_rules_strip(self, back: Button) -> None:
        decided, criteria = self.sitting.decided, max(1, self.sitting.criteria)
        accepted = sum(verdict is Verdict.ACCEPTED for verdict in self.sitting.verdicts.values())
        said = self.tr("{decided}/{criteria} confirmed").format(decided=decided, criteria=self.sitting.criteria)
        meter = Meter(said, (("good", accepted / criteria), ("lead-soft", (decided - accepted) / criteria)))
        meter.setFixedWidth(theme.current().px(180))
        self.strip.show_left(Label(said, "section", weight="bold"), meter)
        if self.sitting.proposal is not None and not undecided(self.sitting):
            self.set_acts(back, self._next(self.tr("On to the summary"), SUMMARY))
            return
        on = self._act("on", self.tr("On to the summary"), "quiet", "arrow-right")
        on.clicked.connect(lambda: self.go(SUMMARY))
        manual = self._act("manual", self.tr("Judge by hand (0)"), "plain", "user-pen")
        manual.clicked.connect(lambda: self.rules.decide(Verdict.MANUAL))
        accept = self._act("accept", self.tr("Confirm, next one"), "main", "check")
        accept.clicked.connect(lambda: self.rules.decide(Verdict.ACCEPTED))
        self.set_acts(back, on, manual, accept)

    def _next(self, said: str, step: int) -> Button:
        button = self._act("next", said, "main", "arrow-right")
        button.clicked.connect(lambda: self.go(step))
        return button

    def _act(self, name: str, said: str, look: str, icon: str) -> Button:
        button = Button(said, look, icon)
        button.setObjectName(name)
        return button


def _read(_: Workspace, path: Path, progress: Progress) -> tuple[Annex, tuple[TableColumns, ...]]:
    annex = annexing.read(path, progress)
    return annex, annexing.guess(annex)


def _propose(_: Workspace, annex: Annex, columns: tuple[TableColumns, ...], progress: Progress) -> Proposal:
    return annexing.propose(annex, columns, progress)


def _resumed(_: Workspace, work: Work, progress: Progress) -> Proposal | None:
    return annexing.resumed(work, progress)
