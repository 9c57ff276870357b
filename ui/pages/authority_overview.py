"""Where the campaign stands: its steps, the figures that matter, and what waits for a person, each leading there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain import text
from app.operations.authority import overseeing
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.authority.overseeing import Overview, Stage, Step
from ui import language, theme
from ui.context import Context
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.page import Page
from ui.pages import collecting_rows as board
from ui.pages.authority_kit import Fitting, moment, read, today
from ui.pages.step_line import StepLine, StepShown
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.button import Button
from ui.widgets.figure import Figure
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label, Line
from ui.widgets.views import TableView

_BESIDE = 900
_PAGES = {
    Stage.SENDING_OUT: "campaigns",
    Stage.COLLECTING: "collecting",
    Stage.APPRAISING: "appraising",
    Stage.RANKING: "ranking",
    Stage.PUBLICATION: "publication",
}
_SOON = 3


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing that waits for a person and where it is done."""

    icon: str
    tone: str
    words: str
    hint: str
    page: str
    place: object = None


class AuthorityOverview(Page):
    kinds = frozenset({"campaigns", "submissions", "keys", "appraisals", "ranking", "results"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Overview"))
        self._seen: Overview | None = None
        self._steps = StepLine()
        self._steps.asked.connect(lambda page: self.go_to.emit(page, None))
        self.add(self._steps)
        self._received, self._of = Figure(), Label("", "hint", "ink-soft", wrap=True)
        self._meter = Meter(self.tr("Submissions received"))
        self._due, self._due_day = Figure(), Label("", wrap=True)
        self._due_hint = Label("", "hint", "ink-soft", wrap=True)
        self._opined, self._opined_hint = Figure(), Label("", "hint", "ink-soft", wrap=True)
        self._opined_meter = Meter(self.tr("Criteria appraised"))
        tiles = row(*((tile, share) for tile, share in self._tiles()))
        self._missing_model = RowsModel(self._missing_columns(), key=lambda item: item.agency.code, parent=self)
        self._missing = TableView(self.tr("Not received yet"), self._missing_model)
        self._missing.opened.connect(lambda item: self.go_to.emit("collecting", item.agency.code))
        self._missing_title = Line("", "section", weight="bold")
        Fitting(self._missing, {1: 640, 2: 470})
        below = framed(column(row(self._missing_title, margins=(15, 10, 15, 4)), (self._missing, 1), gap=0))
        below.setMinimumHeight(theme.current().px(150))
        columns: tuple[Column[Todo], ...] = (Column(self.tr("What needs a person now"), self._todo_cell),)
        self._todo_model = RowsModel(columns, key=lambda item: (item.page, item.icon), parent=self)
        self._todo = TableView(self.tr("What needs a person now"), self._todo_model, lines=2, second=True)
        self._todo.setObjectName("todo")
        self._todo.opened.connect(self._go)
        self._todo.clicked.connect(lambda index: self._go(self._todo_model.row_at(index)))
        self._todo.setCursor(Qt.CursorShape.PointingHandCursor)
        right = framed(self._todo)
        left = column(tiles, (below, 1))
        self._body = row((left, 1), right)
        self._right = right
        self.add((scrolled(self._body), 1))
        self.strip.show()

    def _tiles(self) -> list[tuple[QWidget, int]]:
        received = Sheet(
            Label(self.tr("Submissions received"), "hint", "ink-soft"),
            self._received,
            self._meter,
            self._of,
            None,
            gap=4,
        )
        due = Sheet(
            Label(self.tr("Deadline"), "hint", "ink-soft"), self._due, self._due_day, self._due_hint, None, gap=4
        )
        opined = Sheet(
            Label(self.tr("Criteria appraised"), "hint", "ink-soft"),
            self._opined,
            self._opined_meter,
            self._opined_hint,
            None,
            gap=4,
        )
        return [(received, 4), (due, 3), (opined, 4)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.current().px(_BESIDE)
        layout = self._body.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop)
        px = theme.current().px
        self._right.setMinimumWidth(px(330) if beside else 0)
        self._right.setMaximumWidth(px(380) if beside else 16777215)
        self._fit_todos(beside)

    def _fit_todos(self, beside: bool) -> None:
        """Below each other the page scrolls, and the list in it does not scroll once more."""
        whole = self._todo.height_of_rows(self._todo_model.rowCount()) + 2
        self._right.setMinimumHeight(theme.current().px(220) if beside else whole)

    # Reading -------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, overseeing.overview, self.context.part_id, done=self._show)

    def _show(self, seen: Overview) -> None:
        self._seen = seen
        self._steps.show_steps([self._step(item, seen) for item in seen.steps])
        self._show_received(seen)
        self._show_due(seen)
        self._show_opined(seen)
        todos = self._todos(seen)
        self._todo_model.replace(todos or [self._nothing()])
        self._fit_todos(self.width() >= theme.current().px(_BESIDE))
        missing = sorted(seen.missing, key=lambda item: text.name_key(item.agency.name))
        self._missing_model.replace(missing)
        self._missing_title.setText(
            self.tr("Not received yet: {count}").format(count=len(missing)) if missing else self.tr("All are in.")
        )
        words, _, _ = self._next_step(seen)
        button = Button(words, "main", "arrow-right")
        button.setObjectName("next")
        button.clicked.connect(self._on_next)
        self.strip.show_left((Line(seen.campaign.title, tone="ink-soft"), 1))
        self.set_acts(button)

    def _show_received(self, seen: Overview) -> None:
        all_, received = len(seen.board), len(seen.received)
        open_ = sum(board.needs_person(item) for item in seen.received)
        late = sum(item.is_late for item in seen.board)
        self._received.show_value(str(received), f"/ {all_}")
        whole = max(all_, 1)
        self._meter.show_bars((("good", (received - open_) / whole), ("warn", open_ / whole)))
        words = [self.tr("%n to be settled", "", open_)] if open_ else []
        words += [self.tr("%n late", "", late)] if late else []
        missing = all_ - received
        words.append(self.tr("%n missing", "", missing))
        self._of.setText(" · ".join(words))

    def _show_due(self, seen: Overview) -> None:
        round_ = seen.campaign.round(seen.round)
        last = round_.deadline.last_day() if round_.deadline is not None else None
        if last is None:
            self._due.show_value("–")
            self._due_day.setText(
                round_.deadline.wording if round_.deadline is not None else self.tr("No deadline set")
            )
            self._due_hint.setText("")
            return
        left = (last - today(self.context)).days
        if left >= 0:
            words = self.tr("day left") if left == 1 else self.tr("days left")
            self._due.show_value(str(left), words, "warn" if left <= _SOON else "ink")
        else:
            self._due.show_value(str(-left), self.tr("days past"), "bad")
        assert round_.deadline is not None
        self._due_day.setText(round_.deadline.shown(language.current()))
        extended = sum(item.agency.extended_to is not None for item in seen.board)
        self._due_hint.setText(self.tr("%n extended", "", extended) if extended else self._round_words(seen.round))

    def _show_opined(self, seen: Overview) -> None:
        self._opined.show_value(
            str(seen.opined) if seen.criteria else "–", f"/ {seen.criteria}" if seen.criteria else ""
        )
        self._opined_meter.show_bars((("lead", seen.opined / max(seen.criteria, 1)),))
        done = sum(one == all_ for one, all_ in seen.progress.values())
        words = [self.tr("%n submission(s) finished", "", done)] if seen.progress else [self._round_words(seen.round)]
        words += [self.tr("%n disagreement(s)", "", seen.disagreements)] if seen.disagreements else []
        self._opined_hint.setText(" · ".join(words))

    def _round_words(self, number: int) -> str:
        return self.tr("Round {number}").format(number=number)

    # Steps ---------------------------------------------------------------------------------------------------------

    def _step(self, step: Step, seen: Overview) -> StepShown:
        words = {
            Stage.SENDING_OUT: self.tr("Send out"),
            Stage.COLLECTING: self.tr("Collect"),
            Stage.APPRAISING: self.tr("Appraise, round {number}").format(number=step.round),
            Stage.RANKING: self.tr("Rank"),
            Stage.PUBLICATION: self.tr("Publish"),
        }
        return StepShown(words[step.stage], self._step_hint(step, seen), _PAGES[step.stage], step.is_done, step.is_now)

    def _step_hint(self, step: Step, seen: Overview) -> str:
        if step.stage is Stage.SENDING_OUT:
            return moment(seen.sent_out) if seen.sent_out else self.tr("not sent out yet")
        if step.stage is Stage.COLLECTING:
            return self.tr("{received}/{all} submissions").format(received=len(seen.received), all=len(seen.board))
        if step.stage is Stage.APPRAISING:
            if step.is_now:
                return self.tr("{done}/{all} criteria").format(done=seen.opined, all=seen.criteria)
            deadline = seen.campaign.round(step.round).deadline
            last = deadline.last_day() if deadline is not None else None
            return self.tr("sent in through {day}").format(day=f"{last:%d/%m}") if last and step.round > 1 else ""
        if step.stage is Stage.PUBLICATION:
            return moment(seen.published_at)
        return ""

    def _next_step(self, seen: Overview) -> tuple[str, str, object]:
        """Words, page and place of the main act."""
        now, todo = seen.now, sum(board.needs_person(item) for item in seen.board)
        if now.stage is Stage.SENDING_OUT:
            return self.tr("Send the campaign out"), "campaigns", None
        if now.stage is Stage.COLLECTING:
            if todo:
                return self.tr("Settle %n submission(s)", "", todo), "collecting", board.TODO
            return self.tr("Go on collecting"), "collecting", None
        if now.stage is Stage.APPRAISING:
            return self.tr("Appraise, round {number}").format(number=now.round), "appraising", None
        if now.stage is Stage.RANKING:
            return self.tr("Go to the ranking"), "ranking", None
        return self.tr("Go to the publication"), "publication", None

    def _on_next(self) -> None:
        if self._seen is not None:
            _, page, place = self._next_step(self._seen)
            self.go_to.emit(page, place)

    # What waits ----------------------------------------------------------------------------------------------------

    def _todos(self, seen: Overview) -> list[Todo]:
        found = []
        if not seen.sent_out and not seen.received:
            hint = self.tr("One file for all; the code goes into the official letter")
            found.append(Todo("package", "lead", self.tr("Send the campaign out"), hint, "campaigns"))
        elif seen.is_outdated:
            hint = self.tr("The file sent out is of an older revision")
            found.append(Todo("package", "warn", self.tr("Send the changed campaign out"), hint, "campaigns"))
        found += self._board_todos(seen.board)
        if seen.criteria > seen.opined:
            left = seen.criteria - seen.opined
            words = self.tr("%n criterion(s) left to appraise", "", left)
            found.append(Todo("scale", "lead", words, self._round_words(seen.round), "appraising"))
        if seen.disagreements:
            words = self.tr("%n disagreement(s) among assessors", "", seen.disagreements)
            found.append(Todo("gavel", "warn", words, self.tr("For the council to conclude"), "council"))
        return found

    def _board_todos(self, rows: Sequence[BoardRow]) -> list[Todo]:
        def those(*states: BoardState) -> list[BoardRow]:
            return [item for item in rows if item.state in states]

        conflicts, unreadable = those(BoardState.CONFLICTING), those(BoardState.UNREADABLE)
        keys, missing = [item for item in rows if item.is_key_open], those(BoardState.NOT_RECEIVED)
        differing = [item for item in rows if item.differing]
        found = []
        if conflicts:
            words = self.tr("%n agency(ies) sent two different files", "", len(conflicts))
            place = conflicts[0].agency.code if len(conflicts) == 1 else board.TODO
            found.append(Todo("git-compare", "bad", words, _names(conflicts), "collecting", place))
        waiting, returned = those(BoardState.WAITING), those(BoardState.RETURNED)
        if waiting:
            words = self.tr("%n replacement(s) came after the deadline", "", len(waiting))
            place = waiting[0].agency.code if len(waiting) == 1 else board.TODO
            found.append(Todo("calendar-clock", "warn", words, _names(waiting), "collecting", place))
        unsigned = those(BoardState.BAD_SIGNATURE)
        if unsigned:
            words = self.tr("%n submission(s) whose signature does not hold", "", len(unsigned))
            place = unsigned[0].agency.code if len(unsigned) == 1 else board.TODO
            found.append(Todo("user-x", "bad", words, _names(unsigned), "collecting", place))
        if unreadable:
            words = self.tr("%n file(s) could not be read", "", len(unreadable))
            place = unreadable[0].agency.code if len(unreadable) == 1 else board.TODO
            found.append(Todo("file-x", "bad", words, _names(unreadable), "collecting", place))
        if keys:
            words = self.tr("%n key(s) to compare and accept", "", len(keys))
            found.append(Todo("key-round", "warn", words, _names(keys), "collecting", board.KEYS))
        if differing:
            words = self.tr("%n submission(s) with other points than computed here", "", len(differing))
            found.append(Todo("scale", "warn", words, _names(differing), "collecting", board.TODO))
        if returned:
            words = self.tr("%n submission(s) returned, awaited again", "", len(returned))
            found.append(Todo("undo-2", "ink-soft", words, _names(returned), "collecting", board.RETURNED))
        if missing:
            words = self.tr("%n submission(s) still missing", "", len(missing))
            found.append(Todo("inbox", "ink-soft", words, _names(missing), "collecting", board.MISSING))
        return found

    def _nothing(self) -> Todo:
        return Todo("circle-check", "good", self.tr("Nothing waits for a person."), "", "collecting")

    def _todo_cell(self, item: Todo) -> Cell:
        return Cell(item.words, second=item.hint, icon=item.icon, tone=item.tone if item.tone == "bad" else "ink",
                    second_tone=item.tone, weight="medium")  # fmt: skip

    def _go(self, item: Todo) -> None:
        self.go_to.emit(item.page, item.place)

    def _missing_columns(self) -> tuple[Column[BoardRow], ...]:
        return (
            Column(self.tr("Agency"), lambda item: Cell(item.agency.name)),
            Column(self.tr("Focal officer"), lambda item: Cell(item.agency.contact.name or "–"), width=160),
            Column(self.tr("Telephone"), lambda item: Cell(item.agency.contact.telephone or "–"), width=120),
            Column(self.tr("State"), board.state_cell, width=264),
        )


def _names(rows: Sequence[BoardRow]) -> str:
    return ", ".join(item.agency.name for item in rows)
