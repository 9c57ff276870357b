"""The commune's overview: where the work stands, how many points there are, where more can be won, what comes next."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.domain.assessment import ResponseState
from app.domain.scoring import State
from app.operations.commune import assessing, reviewing, standing
from app.operations.commune.assessing import View
from app.operations.commune.reviewing import Severity
from app.operations.commune.standing import GroupStanding
from app.wording import rules
from app.wording.own_names import own_name
from ui import language, theme, tokens
from ui.context import Context
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.page import Page
from ui.pages.assessment_desk import words
from ui.pages.overview_parts.cards import DeadlineCard, TotalCard
from ui.pages.overview_parts.registration_notice import RegistrationNotice
from ui.pages.overview_parts.steps import AHEAD, DONE, HERE, Step, Steps
from ui.pages.overview_parts.version_notice import VersionNotice
from ui.widgets.boxes import column, fill, row, rule, scrolled
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.views import TableView

_BESIDE_FROM = 1040  # below, what can be won stands under the groups
_CARDS_FROM = 720  # below, the cards stand under each other
_GAINS_WIDTH = 376
_LEAST_WIDTHS = {1: 480, 4: 620}  # of the table, for its columns "entered" and "not entered yet"


@dataclass(frozen=True, slots=True)
class GainRow:
    """A criterion that may still bring points, with what it takes."""

    id: str
    code: str
    title: str
    takes: str
    tone: str
    points: str


class _GroupTable(TableView):
    """Lets go of what can also be seen elsewhere where there is little room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        for number, least in _LEAST_WIDTHS.items():
            self.setColumnHidden(number, self.width() < theme.current().px(least))
        super().resizeEvent(event)


class Overview(Page):
    """The main act leads to where the work goes on; a click on a row leads to its criterion."""

    kinds = frozenset({"responses", "evidence", "assessment", "campaigns", "results", "keys"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Overview"))
        self._seen: View | None = None
        self._steps = Steps()
        self._total, self._deadline = TotalCard(), DeadlineCard(context)
        self._welcome = self._make_welcome()
        self._cards = QWidget()
        self._card_line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._cards)
        fill(self._card_line, [(self._welcome, 5), (self._total, 5), (self._deadline, 3)])
        self._groups = self._make_groups()
        self._gains = self._make_gains()
        self._gains_sheet = self._gains_frame()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.FIELD)
        holder = QWidget()
        holder.setLayout(self._grid)
        self._is_wide: bool | None = None
        self._groups_sheet = framed(self._groups)
        self._lay(True)
        self._versions, self._registration = VersionNotice(context), RegistrationNotice(context)
        self.add(self._versions)
        self.add(self._registration)
        self.add((scrolled(holder), 1))
        self._go = Button(self.tr("Go on"), "main", "arrow-right")
        self._go.setObjectName("go-on")
        self._go.clicked.connect(self._go_on)
        self._target: tuple[str, object] = ("assessment", None)
        self.set_acts(self._go)

    def _make_welcome(self) -> Sheet:
        sentence = self.tr("Begin with the first criterion: type its figures, attach what proves them.")
        kept = self.tr("Everything is kept as it is typed; nothing leaves this computer before it is sent.")
        title = row(
            Icon("clipboard-list", "lead", 20), Label(self.tr("Nothing is entered yet"), "title", weight="bold"), None
        )
        return Sheet(title, Label(sentence, wrap=True), Label(kept, "hint", "ink-soft", wrap=True), None, gap=8)

    def refresh(self) -> None:
        seen = assessing.view(self.context.workspace, self.context.part_id)
        self._seen = seen
        is_empty = not seen.evidence and all(item.response.is_empty for item in seen.kept.values())
        is_begun = not is_empty or not seen.is_draft
        self._welcome.setVisible(not is_begun)
        self._total.setVisible(is_begun)
        self._steps.show_steps(self._steps_of(seen))
        self._total.show_view(seen)
        self._deadline.show_view(seen)
        self._groups_model.set_title(0, own_name(seen.framework, "group", language.current()))
        self._groups_model.replace(standing.groups(seen))
        self._gains_model.replace(self._gain_rows(seen))
        self._show_strip(seen, is_begun)
        self._versions.look_again(seen.is_draft)
        self._registration.look_again(is_first=seen.is_draft and seen.round == 1)
        self._measure()

    # What comes next -------------------------------------------------------------------------------------------

    def _show_strip(self, seen: View, is_begun: bool) -> None:
        waiting = sum(1 for place in seen.criteria if seen.score.nodes[place.id].state is State.PROVISIONAL)
        if waiting:
            told = self.tr("The running total may change: %n criterion(s) with provisional points.", "", waiting)
        else:
            told = self.tr("The running total follows every figure as it is typed.")
        self.strip.show_left(row(Icon("info", "ink-soft"), Label(told, tone="ink-soft"), gap=tokens.NEAR))
        self._target, act = self._next(seen, is_begun)
        self._go.setText(act)

    def _next(self, seen: View, is_begun: bool) -> tuple[tuple[str, object], str]:
        """Where the main act leads, and its words."""
        if seen.state == "received":
            return ("result", None), self.tr("See the result")
        if not seen.is_draft:
            return ("submit", None), self.tr("Sign and send")
        place = standing.next_open(seen)
        if place is None:
            return ("check", None), self.tr("Review before sending")
        name = place.node.code or place.node.title[:24]
        words_ = self.tr("Go on with {criterion}") if is_begun else self.tr("Begin with {criterion}")
        return ("assessment", place.id), words_.format(criterion=name)

    def _go_on(self) -> None:
        self.go_to.emit(*self._target)

    def _steps_of(self, seen: View) -> list[Step]:
        """Entering, review, freezing, sending, receipt; in a later round entering means explaining."""
        unfinished = standing.next_open(seen) is not None
        todo = sum(1 for issue in reviewing.issues_of(seen) if issue.severity is not Severity.NOTE)
        entering = self.tr("Enter and prove") if seen.round == 1 else self.tr("Explain and add")
        deadline = self._deadline_words(seen)
        at = 0 if seen.is_draft and unfinished else 1
        if not seen.is_draft:
            at = {"frozen": 3, "exported": 3, "sent": 4, "received": 5}.get(seen.state, 4)
        hints = (
            (entering, self.tr("{done}/{all} criteria").format(done=seen.done, all=len(seen.criteria))),
            (
                self.tr("Review"),
                self.tr("%n point(s) to look at", "", todo) if todo else self.tr("nothing left to look at"),
            ),
            (self.tr("Freeze the figures"), self.tr("the leader confirms")),
            (self.tr("Seal and send"), deadline),
            (self.tr("Receipt"), self.tr("from the reviewing authority")),
        )
        return [
            Step(title, hint, DONE if number < at else HERE if number == at else AHEAD)
            for number, (title, hint) in enumerate(hints)
        ]

    def _deadline_words(self, seen: View) -> str:
        deadline = seen.part.campaign.round(seen.round).deadline
        agency = seen.part.campaign.agency(seen.part.agency)
        own_day = agency.inspection_day if agency is not None else None
        return deadline.shown(language.current(), own_day) if deadline is not None else self.tr("no deadline yet")

    # Tables ----------------------------------------------------------------------------------------------------

    def _make_groups(self) -> TableView:
        columns: list[Column[GroupStanding]] = [
            Column(self.tr("Group"), lambda g: Cell(g.place.node.title, code=g.place.node.code, code_room=2)),
            Column(
                self.tr("Entered"), lambda g: Cell(str(g.done), tail=f" / {g.count}", right=True), width=84, right=True
            ),
            Column(self.tr("Reached"), _bar_cell, width=172),
            Column(self.tr("Points so far"), self._points_cell, width=128, right=True),
            Column(self.tr("Without points yet"), self._open_cell, width=116, right=True),
        ]
        self._groups_model: RowsModel[GroupStanding] = RowsModel(columns, key=lambda g: g.place.id, parent=self)
        table = _GroupTable(self.tr("Groups"), self._groups_model)
        table.setObjectName("groups")
        table.opened.connect(lambda g: self.go_to.emit("assessment", g.place.id))
        return table

    def _points_cell(self, group: GroupStanding) -> Cell:
        points = words.points_text(group.points, self._decimals)
        maximum = group.place.maximum if group.place.maximum < 0 else group.share.maximum
        return Cell(points, tail=f" / {words.short_number(maximum)}", right=True)

    def _open_cell(self, group: GroupStanding) -> Cell:
        if not group.share.possible:
            return Cell("–", tone="ink-soft", right=True)
        return Cell(language.number_text(group.share.possible, self._decimals), right=True)

    @property
    def _decimals(self) -> int:
        return self._seen.framework.decimals if self._seen is not None else 2

    def _make_gains(self) -> TableView:
        columns: list[Column[GainRow]] = [
            Column(self.tr("Code"), lambda gain: Cell(gain.code), width=56),
            Column(self.tr("Criterion"), lambda gain: Cell(gain.title, second=gain.takes, second_tone=gain.tone)),
            Column(
                self.tr("Points"),
                lambda gain: Cell(gain.points, tone="lead", weight="bold", right=True),
                width=72,
                right=True,
            ),
        ]
        self._gains_model: RowsModel[GainRow] = RowsModel(columns, key=lambda gain: gain.id, parent=self)
        table = TableView(self.tr("Where points can still be won"), self._gains_model, lines=2, second=True)
        table.setObjectName("gains")
        table.setCursor(Qt.CursorShape.PointingHandCursor)
        table.clicked.connect(lambda index: self._open_gain(self._gains_model.row_at(index)))
        table.opened.connect(self._open_gain)
        return table

    def _open_gain(self, gain: GainRow) -> None:
        self.go_to.emit("assessment", gain.id)

    def _gains_frame(self) -> Sheet:
        title = Label(self.tr("Where points can still be won"), "section", weight="bold")
        head = row(title, None, margins=(15, 11, 12, 11))
        return framed(column(head, rule(), (self._gains, 1), gap=0))

    def _gain_rows(self, seen: View) -> list[GainRow]:
        found = []
        for gain in standing.gains(seen):
            takes, tone = _what_it_takes(seen, gain.place.id)
            points = f"+{language.number_text(gain.points, seen.framework.decimals)}"
            found.append(GainRow(gain.place.id, gain.place.node.code, gain.place.node.title, takes, tone, points))
        return found

    # Room ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = theme.current().px
        self._lay(self.width() >= px(_BESIDE_FROM))
        way = QBoxLayout.Direction
        self._card_line.setDirection(way.LeftToRight if self.width() >= px(_CARDS_FROM) else way.TopToBottom)
        self._measure()

    def _lay(self, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for part in (self._steps, self._cards, self._groups_sheet, self._gains_sheet):
            self._grid.removeWidget(part)
        across = 2 if is_wide else 1
        self._grid.addWidget(self._steps, 0, 0, 1, across)
        self._grid.addWidget(self._cards, 1, 0)
        self._grid.addWidget(self._groups_sheet, 2, 0)
        if is_wide:
            self._grid.addWidget(self._gains_sheet, 1, 1, 2, 1)
        else:
            self._grid.addWidget(self._gains_sheet, 3, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, 1)
        self._gains_sheet.setMinimumWidth(theme.current().px(_GAINS_WIDTH) if is_wide else 0)
        self._gains_sheet.setMaximumWidth(theme.current().px(_GAINS_WIDTH) if is_wide else 16_777_215)

    def _measure(self) -> None:
        """The tables keep a readable height; where the window is low the page scrolls."""
        look = theme.current()
        rows = len(self._groups_model.rows())
        head = look.line("hint") + 18
        least = head + min(rows, 6 if self._is_wide else rows) * (look.row() + 4) + 8
        self._groups_sheet.setMinimumHeight(least)
        gains = min(len(self._gains_model.rows()), 5)
        self._gains_sheet.setMinimumHeight(0 if self._is_wide else look.row() + 20 + head + gains * look.row(2, True))


def _bar_cell(group: GroupStanding) -> Cell:
    share = group.share
    if not share.maximum:
        return Cell("–", tone="ink-soft", right=True)
    bars = (("lead", float(share.of_maximum(share.reached))), ("lead-soft", float(share.of_maximum(share.possible))))
    return Cell(language.percent_text(share.of_maximum(share.reached)), bars=bars)


def _what_it_takes(seen: View, node: str) -> tuple[str, str]:
    """A state that stands in the way, else how far the figures are from the next threshold."""
    state = seen.states[node]
    if state in (ResponseState.IN_PROGRESS, ResponseState.COMPLETE):
        criterion = seen.framework.index.places[node].criterion
        assert criterion is not None
        spoken, response = language.current(), seen.response(node)
        lines = rules.cautions(seen.framework, criterion, response, spoken)
        lines += rules.explain(seen.framework, criterion, response, seen.score.nodes[node], spoken)
        return (lines[0], "ink-soft") if lines else (words.word(state), "ink-soft")
    _, tone = words.mark(state)
    owner = getattr(seen.framework.index.places[node].node, "owner", "")
    return " · ".join(part for part in (words.word(state), owner) if part), tone
