"""Publishing: what is looked at before, draft or final, the files that go out, and what was published so far."""

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.errors import AppError
from app.operations import bundling
from app.operations.authority import publishing, settling
from app.operations.authority.publishing import Published, Told
from app.operations.authority.settling import Check, Checked, Readiness
from app.operations.workspace import Workspace
from ui import looking
from ui.context import Context
from ui.dialogs.dialog import ask
from ui.dialogs.files_written import FilesWrittenDialog, WrittenFile, open_paper
from ui.dialogs.seal_many import SealManyDialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.notices import Act
from ui.page import Page
from ui.pages.authority_kit import Panes, moment, read
from ui.widgets.boxes import Part, column, empty, fill, row, rule, scrolled
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick
from ui.widgets.views import TableView
from ui.widgets.worded import OneOf

_DRAFT, _FINAL = "draft", "final"
_PLACES: dict[Check, tuple[str, object]] = {
    Check.RECEIVED: ("collecting", "missing"),
    Check.OTHER_KEYS: ("collecting", "keys"),
    Check.KEYS: ("collecting", "keys"),
    Check.SIGNATURES: ("collecting", "signatures"),
    Check.CONFLICTS: ("collecting", "todo"),
    Check.UNDECIDED: ("appraising", None),
    Check.DISAGREEMENTS: ("council", "disagreement"),
    Check.WAITING: ("council", "waiting"),
    Check.TIES: ("council", "tie"),
}
_NARROW = 900
_NAMES = 6


class Publication(Page):
    kinds = frozenset({"ranking", "results", "submissions", "keys", "appraisals", "campaigns"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Publication"))
        self._ready: Readiness | None = None
        self._results: tuple[Told, ...] = ()
        self._last: Published | None = None
        self.add(Label(self.tr("Publication"), "title", weight="bold"))
        self._checks = QVBoxLayout()
        fill(self._checks, [], gap=2)
        checks = QWidget()
        checks.setLayout(self._checks)
        head = Label(self.tr("Before publication"), "section", weight="bold")
        self._verdict = Label("", tone="ink-soft", wrap=True)
        sheet = Sheet(column(head, self._verdict, gap=2), rule(), checks, gap=10)
        left = scrolled(column(sheet, None, margins=(0, 0, 4, 0)))
        self._panes = Panes(
            left, self._form(), (self.tr("Before publication"), self.tr("What goes out")), [620, 500], _NARROW
        )
        self.keep_widths("publication", self._panes.splitter)
        self.add((self._panes, 1))
        self._state = Label("", weight="medium")
        self.strip.show_left(self._state)
        self._main = Button(self.tr("Publish"), "main", "megaphone")
        self._main.setObjectName("publish")
        self._main.clicked.connect(self.publish)
        looking.hold(context, self._main)
        self._main.setEnabled(False)
        self.set_acts(self._main)

    def _form(self) -> QWidget:
        self._kind = OneOf(
            self.tr("What is published"),
            (
                (_DRAFT, self.tr("Draft"), self.tr("To be looked through; petitions may follow. Nothing is final.")),
                (_FINAL, self.tr("Final"), self.tr("The points are fixed. A later one is marked as amended.")),
            ),
        )
        self._kind.setObjectName("kind")
        self._kind.chosen.connect(lambda _: self._show_main())
        self._key_reason = _Reason(
            "keys-reason",
            self.tr("Why it is published with keys not accepted yet"),
            self.tr("Is printed with the result. Or compare and accept the keys first, in Collecting."),
            self.tr("Write the reason, or have the keys accepted first."),
        )
        self._signature_reason = _Reason(
            "signatures-reason",
            self.tr("Why it is published with signatures not confirmed"),
            self.tr("Is printed with the result. Or settle the signatures first, in Collecting."),
            self.tr("Write the reason, or have the signatures settled first."),
        )
        self._model = RowsModel(self._columns(), key=lambda told: told.id, parent=self)
        self._table = TableView(self.tr("Published so far"), self._model)
        self._table.setObjectName("history")
        self._table.setMinimumHeight(150)
        self._none = Label(self.tr("Nothing has been published yet."), tone="ink-soft", wrap=True)
        self._papers = Button(self.tr("See the files written last"), "link", "folder-open")
        self._papers.setObjectName("papers")
        self._papers.clicked.connect(self._show_files)
        self._papers.hide()
        title = Label(self.tr("What goes out"), "section", weight="bold")
        out = Sheet(title, self._kind, self._key_reason, self._signature_reason, gap=8)
        told = Label(
            self.tr("One sealed result for each agency, and the ranking as PDF and Excel."), "hint", "ink-soft",
            wrap=True,
        )  # fmt: skip
        out.column().addWidget(told)
        self._explained = Tick(self.tr("Each agency's paper explains every point in an annex"))
        self._explained.setObjectName("explained")
        out.column().addWidget(self._explained)
        self._history = framed(self._table)
        past = row((Label(self.tr("Published so far"), "section", weight="bold"), 1), self._papers)
        out.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return scrolled(column(out, past, self._none, (self._history, 1), None, gap=10))

    def _columns(self) -> tuple[Column[Told], ...]:
        return (
            Column(self.tr("No."), lambda told: Cell(str(told.number), right=True), width=56, right=True),
            Column(self.tr("Standing"), self._standing),
            Column(self.tr("Published"), lambda told: Cell(moment(told.at), tone="ink-soft"), width=152),
            Column(self.tr("Agencies"), lambda told: Cell(str(_agencies(told)), right=True), width=96, right=True),
        )

    def _standing(self, told: Told) -> Cell:
        icon, words, tone = {
            "draft": ("file-pen-line", self.tr("Draft"), "warn"),
            "final": ("award", self.tr("Final"), "good"),
        }.get(told.standing, ("history", self.tr("Amended"), "lead"))
        return Cell(words, icon=icon, tone=tone, badge=True)

    # Reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, _read, self.context.part_id, done=self._take)

    def _take(self, told: tuple[Readiness, tuple[Told, ...]]) -> None:
        self._ready, self._results = told
        ready = self._ready
        empty(self._checks)
        fill(self._checks, [self._line(ready, line) for line in ready.lines], gap=2)
        open_ones = sum(bool(line.open) for line in ready.lines)
        verdict = self.tr("%n line(s) are still open.", "", open_ones)
        self._verdict.setText(verdict if open_ones else self.tr("Everything is settled."))
        self._verdict.set_tone("warn" if open_ones else "good")
        if not self._kind.value():
            self._kind.set_value(_FINAL if ready.is_ready else _DRAFT)
        self._key_reason.setVisible(bool(ready.keys))
        self._signature_reason.setVisible(bool(ready.signatures))
        self._model.replace(self._results)
        self._none.setVisible(not self._results)
        self._history.setVisible(bool(self._results))
        self._papers.setVisible(self._last is not None)
        self._show_main()

    def _line(self, ready: Readiness, line: Checked) -> QWidget:
        words, tone = self._words(ready, line)
        icon = "circle-check" if not line.open else "triangle-alert"
        parts: list[Part] = [Label(words, weight="medium" if line.open else "normal", wrap=True)]
        if line.names:
            shown = ", ".join(line.names[:_NAMES])
            if len(line.names) > _NAMES:
                shown += " " + self.tr("and %n more", "", len(line.names) - _NAMES)
            parts.append(Label(shown, "hint", "ink-soft", wrap=True))
        told = column(*parts, gap=0)
        all_: list[Part] = [Icon(icon, tone, 20), (told, 1)]
        if line.open:
            go = Button(self._step(line.check), "link")
            go.setObjectName(f"go-{line.check.value}")
            go.clicked.connect(partial(self._go, line.check))
            all_.append(go)
        widget = row(*all_, gap=12, margins=(0, 6, 0, 6))
        layout = widget.layout()
        assert layout is not None
        layout.setAlignment(told, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def _go(self, check: Check) -> None:
        page, place = _PLACES[check]
        self.go_to.emit(page, place)

    def _step(self, check: Check) -> str:
        return {
            Check.RECEIVED: self.tr("See who is missing"),
            Check.OTHER_KEYS: self.tr("Compare codes"),
            Check.KEYS: self.tr("Compare codes"),
            Check.SIGNATURES: self.tr("See the signatures"),
            Check.CONFLICTS: self.tr("Choose one"),
            Check.UNDECIDED: self.tr("Go on appraising"),
            Check.DISAGREEMENTS: self.tr("To the council"),
            Check.WAITING: self.tr("To the council"),
            Check.TIES: self.tr("To the council"),
        }[check]

    def _words(self, ready: Readiness, line: Checked) -> tuple[str, str]:
        if not line.open:
            return self._settled(ready, line.check), "good"
        count = line.open
        return {
            Check.RECEIVED: self.tr("%n agency(ies) sent nothing; they are not ranked", "", count),
            Check.OTHER_KEYS: self.tr("%n agency(ies) under another key than the accepted one", "", count),
            Check.KEYS: self.tr("%n key(s) not accepted yet", "", count),
            Check.SIGNATURES: self.tr("%n agency(ies) whose signatures are not confirmed", "", count),
            Check.CONFLICTS: self.tr("%n agency(ies) with two different submissions", "", count),
            Check.UNDECIDED: self.tr("%n criteria not appraised yet", "", count),
            Check.DISAGREEMENTS: self.tr("%n criteria on which opinions differ", "", count),
            Check.WAITING: self.tr("%n criteria wait for a decision", "", count),
            Check.TIES: self.tr("%n tie(s) not settled; a shared rank is published as such", "", count),
        }[line.check], "warn"

    def _settled(self, ready: Readiness, check: Check) -> str:
        return {
            Check.RECEIVED: self.tr("All %n submissions are in", "", ready.received),
            Check.OTHER_KEYS: self.tr("Nothing came under another key than the accepted one"),
            Check.KEYS: self.tr("Every key is accepted"),
            Check.SIGNATURES: self.tr("No signature waits to be confirmed"),
            Check.CONFLICTS: self.tr("No agency has two different submissions"),
            Check.UNDECIDED: self.tr("Every criterion is appraised"),
            Check.DISAGREEMENTS: self.tr("No opinions differ"),
            Check.WAITING: self.tr("No points wait for a decision"),
            Check.TIES: self.tr("No tie is open"),
        }[check]

    def _show_main(self) -> None:
        is_final = self._kind.value() != _DRAFT
        again = any(told.standing != _DRAFT for told in self._results)
        words = self.tr("Publish the draft")
        if is_final:
            words = self.tr("Publish the amended result") if again else self.tr("Publish the final result")
        self._main.setText(words)
        ready = self._ready
        self._main.setEnabled(ready is not None and ready.received > 0)
        number = len(self._results) + 1
        self._state.setText(self.tr("Result No. {number}").format(number=number))

    # Publishing ------------------------------------------------------------------------------------------------

    def publish(self) -> None:
        """Asks for what is missing first, then for the folder and the passphrase."""
        ready = self._ready
        if ready is None:
            return
        if ready.open(Check.OTHER_KEYS):
            names = ", ".join(next(line.names for line in ready.lines if line.check is Check.OTHER_KEYS))
            self.context.notices.error(AppError("publication.other_keys", agencies=names))
            return
        for field in (self._key_reason, self._signature_reason):
            if field.is_wanting():
                self._panes.turn_to(1)
                return
        if self._kind.value() != _DRAFT and not ready.is_ready:
            self._ask_unready(ready)
        else:
            self._ask_where()

    def _ask_unready(self, ready: Readiness) -> None:
        open_lines = [self._words(ready, line)[0] for line in ready.lines if line.open]
        told = self.tr(
            "Still open: {lines}. What is published as final fixes the points as they are now. "
            "A draft can be sent round first."
        ).format(lines="; ".join(open_lines))
        question = ask(
            self.window(),
            self.tr("Publish as final all the same?"),
            told,
            self.tr("Publish as final"),
            self.tr("Not now"),
            "megaphone",
        )
        question.accepted.connect(self._ask_where)

    def _ask_where(self) -> None:
        assert self._ready is not None
        count = len(self._ready.ranked.scores)
        told = self.tr("%n sealed result(s), one for each agency, and the ranking as PDF and Excel.", "", count)
        dialog = SealManyDialog(
            self._main.words(), told, self._main.words(), self.window(),
            note_hint=self.tr("Stands with every result, for example where petitions go and by when"),
            without_key=bundling.without_key(
                self.context.workspace, [item.agency for item in self._ready.ranked.dossiers.values()]
            ),
        )  # fmt: skip
        dialog.accepted.connect(
            lambda: self._publish(dialog.folder(), dialog.passphrase(), dialog.note(), dialog.is_encrypted())
        )
        dialog.open()

    def _publish(self, folder: Path, passphrase: str, note: str, is_encrypted: bool) -> None:
        self.context.run(
            publishing.publish,
            self.context.part_id,
            folder,
            passphrase,
            is_final=self._kind.value() != _DRAFT,
            key_reason=self._key_reason.value(),
            signature_reason=self._signature_reason.value(),
            note=note,
            is_explained=self._explained.isChecked(),
            is_encrypted=is_encrypted,
            title=self.tr("Publishing"),
            on_done=self._on_published,
        )

    def _on_published(self, published: Published) -> None:
        self._last = published
        done = self.tr("Result No. {number} was published.").format(number=published.number)
        paper = Act(self.tr("Open the ranking"), lambda: open_paper(published.ranking_pdf))
        self.context.notices.good(done, paper)
        self._show_files()

    def _show_files(self) -> None:
        published, ready = self._last, self._ready
        if published is None or ready is None:
            return
        names = ready.ranked.names
        files = [_file(path, "") for path in (published.ranking_pdf, published.ranking_xlsx)]
        files += [_file(path, names.get(code, code)) for code, (path, _) in published.files.items()]
        told = self.tr("Hand each result to its agency, unopened and not zipped again. The ranking is for everybody.")
        FilesWrittenDialog(self.tr("Files written"), told, files, self.window()).open()


class _Reason(Field):
    """What is written where something was not settled; shown only then, and asked for then."""

    def __init__(self, name: str, title: str, hint: str, wanted: str) -> None:
        self._text = TextArea(title, least=2, most=4)
        self._text.setObjectName(name)
        self._wanted = wanted
        super().__init__(title, self._text, hint)
        self.hide()

    def value(self) -> str:
        return "" if self.isHidden() else self._text.value()

    def is_wanting(self) -> bool:
        """Complains, and takes the focus, while nothing is written that is asked for."""
        is_wanting = not self.isHidden() and not self._text.value()
        self.complain(self._wanted if is_wanting else "")
        if is_wanting:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_wanting


def _file(path: Path, receiver: str) -> WrittenFile:
    return WrittenFile(path, receiver, path.stat().st_size if path.exists() else 0)


def _agencies(told: Told) -> int:
    tables = json.loads(told.content)["tables"]
    return len({line["agency"] for table in tables for line in table["rows"]})


def _read(workspace: Workspace, part_id: str) -> tuple[Readiness, tuple[Told, ...]]:
    return settling.readiness(workspace, part_id), publishing.results(workspace, part_id)
