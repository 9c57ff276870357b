"""A new campaign: three things must be entered (who reviews, the list, the deadline), everything else stands ready."""

from datetime import date
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app import wording
from app.domain import planning
from app.domain.agency import Authority
from app.domain.campaign import Demand, Period, PeriodKind, Round
from app.domain.deadline import Deadline
from app.domain.framework import Framework, RoundField, Standing
from app.operations import parts
from app.operations.authority import campaigning, typed_campaign
from app.operations.frameworks import authoring
from app.operations.parts import Part, Role
from ui import language, looking, theme
from ui.context import Context
from ui.page import Page
from ui.pages.agencies_editor import AgenciesEditor
from ui.pages.authority_kit import read, today
from ui.pages.framework_choice import FrameworkChoice
from ui.pages.round_editor import DeadlineEditor
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.date_entry import DateEntry
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.tick import Tick

_BESIDE = 940


class NewCampaign(Page):
    """Nothing is kept before "Open the campaign" is pressed."""

    kinds = frozenset({"frameworks"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("New campaign"))
        self._year = today(context).year
        self.wanted = ""  # digest of the framework to begin with
        self.authority_name = Entry(self.tr("Name of the authority"), self.tr("For example: Sở Khoa học và Công nghệ"))
        self.authority_name.setObjectName("authority-name")
        self._code, self._short = Entry(self.tr("Code"), width=140), Entry(self.tr("Short name"))
        self._place = Entry(self.tr("Place on papers"), width=180)
        self._council, self._team = Entry(self.tr("Name of the council")), Entry(self.tr("Name of the helper team"))
        self.agencies = AgenciesEditor(context)
        self.deadline = DeadlineEditor(self.tr("Deadline of round 1"), self._year)
        self.deadline.setObjectName("round-1")
        self._second = Tick(self.tr("There is a round 2"))
        self._second.setObjectName("second")
        self._second_deadline = DeadlineEditor(self.tr("Deadline of round 2"), self._year)
        self._opens = {
            field: Tick(wording.word(f"round_field.{field.value}", language.current())) for field in RoundField
        }
        self._title = Entry(self.tr("Title of the campaign"))
        self._title.setObjectName("title")
        self._period = Entry(self.tr("Period"))
        kinds = [(kind, wording.word(f"period_kind.{kind.value}", language.current())) for kind in PeriodKind]
        self._kind = Choice(self.tr("Kind of period"), kinds, width=130)
        self._from, self._to = DateEntry(self.tr("Data from")), DateEntry(self.tr("Data to"))
        self.frameworks = FrameworkChoice(context)
        self._regular = Choice(self.tr("Period by the decision"))
        self._regular.setObjectName("regular-period")
        self._regular_of = ""  # digest of the framework whose periods are offered
        self._planned: Deadline | None = None  # the deadline that came from there
        demands = [(item, wording.word(f"demand.{item.value}", language.current())) for item in Demand]
        self._demand = Choice(self.tr("Who confirms"), demands)
        self._demand.setObjectName("demand")
        self._ticks: dict[str, tuple[Icon, Label]] = {}
        self._fill()
        self._lay()
        self._connect()
        self._tell()

    # Laying out ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._title.set_text(self.tr("Assessment campaign {year}").format(year=self._year))
        self._period.set_text(self.tr("Year {year}").format(year=self._year))
        self._from.set_date(date(self._year, 1, 1))
        self._to.set_date(date(self._year, 12, 31))
        self._second.setChecked(True)
        self._opens[RoundField.EXPLANATION].setChecked(True)
        self._opens[RoundField.EVIDENCE].setChecked(True)
        known = [part for part in parts.everything(self.context.workspace) if part.role is Role.AUTHORITY]
        if known:  # the same office as last time
            old = known[0].campaign.authority
            for entry, words in (
                (self.authority_name, old.name),
                (self._code, old.code),
                (self._short, old.short),
                (self._place, old.place),
                (self._council, old.council),
                (self._team, old.helper_team),
            ):
                entry.set_text(words)

    def _lay(self) -> None:
        self._name_field = Field(self.tr("Name of the authority"), self.authority_name)
        self._details = column(
            row(Field(self.tr("Code"), self._code), (Field(self.tr("Short name"), self._short), 1)),
            row(Field(self.tr("Place on papers"), self._place), (Field(self.tr("Council"), self._council), 1)),
            Field(self.tr("Helper team"), self._team),
        )
        self._details.hide()
        more = Button(self.tr("Code, short name, place, council…"), "link", "pencil")
        more.setObjectName("authority-more")
        more.clicked.connect(lambda: self._details.setVisible(self._details.isHidden()))
        left = column(
            self._sheet("1", self.tr("Who reviews"), self._name_field, row(more, None), self._details),
            self._sheet("2", self.tr("Until when"), self.deadline),
            (self._sheet("3", self.tr("Who is assessed"), self.agencies), 1),
        )
        self._second_part = column(
            Label(self.tr("What round 2 opens again"), weight="medium"),
            column(*self._opens.values(), gap=0),
            Label(self.tr("Deadline of round 2 (may be set later)"), weight="medium"),
            self._second_deadline,
            gap=4,
        )
        self._regular_field = Field(self.tr("Period by the decision"), self._regular)
        self._regular_field.hide()
        right = column(
            Sheet(
                Label(self.tr("Ready to use, change what is different"), "section", weight="bold", wrap=True),
                Field(self.tr("Framework"), self.frameworks),
                self._regular_field,
                Field(self.tr("Title of the campaign"), self._title),
                row(Field(self.tr("Kind of period"), self._kind), (Field(self.tr("Period"), self._period), 1)),
                row(Field(self.tr("Data from"), self._from), Field(self.tr("Data to"), self._to), None),
                Field(self.tr("Who confirms before sending"), self._demand),
                self._second,
                self._second_part,
            ),
            None,
        )
        self._right = right
        self._body = row((left, 1), right)
        self.add(row(Label(self.tr("New campaign"), "title", weight="bold"), None))
        self.add((scrolled(self._body), 1))
        marks = []
        for name, words in (
            ("authority", self.tr("Authority")),
            ("deadline", self.tr("Deadline")),
            ("list", self.tr("List")),
        ):
            pair = (Icon("circle"), Label(words))
            self._ticks[name] = pair
            marks.append(row(*pair, gap=6))
        self.strip.show_left(*marks)
        create = Button(self.tr("Open the campaign"), "main", "arrow-right")
        create.setObjectName("create")
        create.clicked.connect(self.create_campaign)
        looking.hold(self.context, create)
        self.set_acts(create)

    def _sheet(self, number: str, title: str, *content: QWidget) -> Sheet:
        head = row(Label(number, "section", "lead", "bold"), Label(title, "section", weight="bold"), None, gap=8)
        return Sheet(head, *content)

    def _connect(self) -> None:
        self.authority_name.textChanged.connect(lambda _: self._tell())
        self.agencies.edited.connect(self._tell)
        self.deadline.edited.connect(self._tell)
        self.frameworks.edited.connect(lambda: self.agencies.set_sets(tuple(self.frameworks.sets().values())))
        self.frameworks.edited.connect(self._offer_periods)
        self._regular.chosen.connect(lambda _: self._take_period())
        self._second.toggled.connect(self._second_part.setVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = theme.current().px
        beside = self.width() >= px(_BESIDE)
        layout = self._body.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._right.setMinimumWidth(px(340) if beside else 0)
        self._right.setMaximumWidth(px(380) if beside else 16777215)

    def refresh(self) -> None:
        read(self, self.context, authoring.everything, done=self._on_known)

    def _on_known(self, known: tuple[Framework, ...]) -> None:
        self.frameworks.show_known(known)
        wanted = next((value for value in known if value.digest == self.wanted), None)
        if wanted is not None:
            self.frameworks.take(wanted)

    # What the decision says ----------------------------------------------------------------------------------------

    def _offer_periods(self) -> None:
        """Periods of the chosen framework's decision; the first that has not ended fills the fields."""
        value = self._main_framework()
        if value is None or value.digest == self._regular_of:
            return
        self._regular_of = value.digest
        periods = [(item.code, f"{item.name} {self._year}") for item in value.periods]
        self._regular.set_options([("", self.tr("As entered below")), *periods])
        self._regular_field.setVisible(bool(periods))
        if value.standing is Standing.COMPLETE:  # an illustrative set has no decision that would name the days
            self._regular.set_value(planning.coming(value, today(self.context)))
            self._take_period()

    def _main_framework(self) -> Framework | None:
        return next(iter(self.frameworks.sets().values()), None)

    def _take_period(self) -> None:
        value, code = self._main_framework(), self._regular.value()
        if value is None or not code:
            return
        period, rounds = planning.period(value, code, self._year), planning.rounds(value, code, self._year)
        self._period.set_text(period.title)
        self._kind.set_value(period.kind)
        self._from.set_date(period.data_from)
        self._to.set_date(period.data_to)
        if self.deadline.is_empty() or self.deadline.value() == self._planned:  # what a person typed stays
            self._planned = rounds[0].deadline
            self.deadline.set_deadline(self._planned)
        self._second.setChecked(len(rounds) > 1)
        if len(rounds) > 1:
            self._second_deadline.set_deadline(rounds[1].deadline)
            for field, tick in self._opens.items():
                tick.setChecked(field in rounds[1].opens)
        self._tell()

    # Checking and making -------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Which of the three things are there."""
        done = {
            "authority": bool(self.authority_name.value()),
            "list": bool(self.agencies.agencies()) and not self.agencies.trouble(),
            "deadline": self.deadline.value() is not None,
        }
        for name, is_done in done.items():
            icon, label = self._ticks[name]
            icon.show_icon("circle-check" if is_done else "circle", "good" if is_done else "ink-soft")
            label.set_tone("ink" if is_done else "ink-soft")

    def _is_ready(self) -> bool:
        """Whether all that must be there is; the first field that lacks something gets the focus."""
        name = bool(self.authority_name.value())
        self._name_field.complain("" if name else self.tr("Type the name as it stands on papers."))
        listed, trouble = bool(self.agencies.agencies()), self.agencies.trouble()
        deadline = self.deadline.value() is not None
        if not name:
            self.authority_name.setFocus()
        elif not listed:
            self.context.notices.warn(self.tr("The list is empty. Paste the names of the communes or load a workbook."))
            self.agencies.setFocus()
        elif trouble:
            self.context.notices.warn(self.tr("%n line(s) of the list need mending first.", "", trouble))
            self.agencies.table.setFocus()
        elif not deadline:
            self.deadline.complain(self.tr("Add the deadline as it stands in the decision."))
            self.deadline.setFocus()
        return name and listed and not trouble and deadline

    def create_campaign(self) -> None:
        if not self._is_ready():
            return
        create = partial(
            campaigning.create,
            title=self._title.value(),
            authority=self.authority(),
            period=self.period(),
            sets=self.frameworks.sets(),
            agencies=self.agencies.agencies(),
            rounds=self.rounds(),
            demand=self._demand.value(),
        )
        self.context.run(create, on_done=self._made)  # `title` there is what the progress bar says

    def authority(self) -> Authority:
        name = self.authority_name.value()
        return Authority(
            code=self._code.value() or typed_campaign.initials(name),
            name=name,
            short=self._short.value(),
            place=self._place.value(),
            council=self._council.value(),
            helper_team=self._team.value(),
        )

    def period(self) -> Period:
        return Period(
            title=self._period.value(),
            kind=self._kind.value(),
            data_from=self._from.date(),
            data_to=self._to.date(),
        )

    def rounds(self) -> list[Round]:
        first = Round(number=1, deadline=self.deadline.value())
        if not self._second.isChecked():
            return [first]
        opens = tuple(field for field, tick in self._opens.items() if tick.isChecked())
        return [first, Round(number=2, deadline=self._second_deadline.value(), opens=opens)]

    def _made(self, part: Part) -> None:
        self.context.part_asked.emit(part.id)
