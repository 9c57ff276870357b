"""The lists that a framework holds beside its criteria: which fields each has, and what follows from one."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from fractions import Fraction

from PySide6.QtCore import QObject

from app import wording
from app.domain.codec import Amount
from app.domain.framework import (
    Figure,
    Framework,
    GradeBand,
    GradeBands,
    Ground,
    PeriodKind,
    Pillar,
    RankingTable,
    RegularPeriod,
    Remark,
    RoundField,
    StatedBy,
    Step,
    StepKind,
    TargetGroup,
    Trait,
)
from app.domain.intervals import SIDES
from app.domain.rules import Policy
from app.wording.figures import number
from app.wording.grounds import ground_sentence
from app.wording.intervals import interval_text
from ui import language
from ui.pages.framework_editor.deadlines import DeadlineBound
from ui.pages.framework_editor.fields import (
    AmountBound,
    AreaBound,
    ChoiceBound,
    CountBound,
    DateBound,
    Form,
    NodesBound,
    Options,
    TextBound,
    TickBound,
    TicksBound,
    amount_text,
)
from ui.pages.framework_editor.intervals import GradesBound
from ui.pages.framework_editor.node_sheets import target_groups
from ui.pages.framework_editor.records import Kind


def words_of(prefix: str, kind: type[StrEnum]) -> Options:
    """The members of an enumeration with their words."""
    return lambda _: [(each, wording.word(f"{prefix}.{each.value}", language.current())) for each in kind]


def or_none(options: Options, words: str) -> Options:
    """The same with a first choice for none."""
    return lambda framework: [(None, words), *options(framework)]


class SetKinds(QObject):
    """Makes the lists; `year` is the one in which days are written that the decision gives without one."""

    def __init__(self, year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._year = year

    def pillars(self, framework: Framework) -> Sequence[tuple[str, str]]:
        return [("", self.tr("(none)")), *((each.code, each.name) for each in framework.pillars)]

    def traits(self, framework: Framework) -> Sequence[tuple[str, str]]:
        return [("", self.tr("(none)")), *((each.code, each.name) for each in framework.traits)]

    def target_group_kind(self) -> Kind:
        return Kind(
            "target_groups",
            self.tr("target group"),
            self.tr(
                "Kinds of agencies the set is put to. One may have a maximum of its own, or take part without a rank."
            ),
            lambda: Form(
                [
                    TextBound("name", self.tr("Name")),
                    AmountBound("maximum", self.tr("Maximum of its own"), is_optional=True, unit=self.tr("points")),
                    TickBound("is_ranked", self.tr("Is ranked")),
                    TickBound("is_banded", self.tr("Gets a grade")),
                ]
            ),
            lambda _, code: TargetGroup(code=code, name=""),
            lambda each: str(each.name),
        )

    def trait_kind(self) -> Kind:
        return Kind(
            "traits",
            self.tr("trait"),
            self.tr("Properties of agencies the set refers to, such as having no public service of its own."),
            lambda: Form([TextBound("name", self.tr("Name"))]),
            lambda _, code: Trait(code=code, name=""),
            lambda each: str(each.name),
        )

    def ground_kind(self) -> Kind:
        return Kind(
            "grounds",
            self.tr("ground"),
            self.tr("Reasons for not applicable, each with its article and with what it does to the points."),
            lambda: Form(
                [
                    AreaBound("words", self.tr("Reason in words")),
                    ChoiceBound("policy", self.tr("What it does"), words_of("policy", Policy)),
                    TextBound("article", self.tr("Article")),
                    ChoiceBound("stated_by", self.tr("Who states it"), words_of("stated_by", StatedBy)),
                    ChoiceBound("trait", self.tr("By the trait"), self.traits),
                    NodesBound("nodes", self.tr("Criteria or groups"), hint=self.tr("Left empty: any criterion.")),
                    TicksBound("target_groups", self.tr("Only for"), target_groups, hint=self.tr("None ticked: all")),
                    TickBound("proof_required", self.tr("Must be proven")),
                ]
            ),
            lambda _, code: Ground(code=code, words="", policy=Policy.REVIEWER_DECIDES),
            lambda each: str(each.words),
            self._ground_told,
        )

    def _ground_told(self, framework: Framework, ground: Ground) -> str:
        if not ground.words:
            return ""
        return self.tr("What will be printed: {sentence}").format(
            sentence=ground_sentence(framework, ground, language.current())
        )

    def pillar_kind(self) -> Kind:
        return Kind(
            "pillars",
            self.tr("pillar"),
            self.tr("Named sets of groups. A group may stand in several, so their maxima may overlap."),
            lambda: Form(
                [
                    TextBound("name", self.tr("Name")),
                    NodesBound("nodes", self.tr("Groups")),
                    AmountBound("maximum", self.tr("Maximum"), is_optional=True, unit=self.tr("points")),
                ]
            ),
            lambda _, code: Pillar(code=code, name="", nodes=()),
            lambda each: str(each.name),
            self._pillar_told,
        )

    def _pillar_told(self, framework: Framework, pillar: Pillar) -> str:
        places = [framework.index.find(name) for name in pillar.nodes]
        reached = sum((place.maximum for place in places if place is not None), Fraction(0))
        if not pillar.nodes:
            return ""
        return self.tr("The groups named add up to {sum} points.").format(sum=number(reached, language.current()))

    def bands_kind(self) -> Kind:
        return Kind(
            "bands",
            self.tr("grade table"),
            self.tr("The grades of one number. Gaps and overlaps between their limits are named at once."),
            lambda: Form(
                [
                    TextBound("name", self.tr("Name")),
                    ChoiceBound("reads", self.tr("Reads"), words_of("figure", Figure)),
                    ChoiceBound("pillar", self.tr("Pillar"), self.pillars),
                    GradesBound("bands"),
                    TicksBound("target_groups", self.tr("Only for"), target_groups, hint=self.tr("None ticked: all")),
                    TextBound("article", self.tr("Article")),
                ]
            ),
            lambda _, code: GradeBands(
                code=code, reads=Figure.PERCENT, bands=(GradeBand(name="", at_least=Amount("90")),)
            ),
            lambda each: str(each.name) or ", ".join(band.name for band in each.bands if band.name),
            self._bands_told,
        )

    def _bands_told(self, _: Framework, table: GradeBands) -> str:
        told = []
        for band in table.bands:
            sides = {side: amount_text(value) for side in SIDES if (value := getattr(band, side)) is not None}
            if band.name and sides:
                told.append(f"{band.name}: {interval_text(sides, language.current())}")
        return "; ".join(told)

    def ranking_kind(self) -> Kind:
        return Kind(
            "ranking_tables",
            self.tr("ranking table"),
            self.tr("Lists in order by one number, each for its agencies."),
            lambda: Form(
                [
                    TextBound("title", self.tr("Title")),
                    ChoiceBound("measure", self.tr("Ordered by"), words_of("figure", Figure)),
                    ChoiceBound("pillar", self.tr("Pillar"), self.pillars),
                    TicksBound("target_groups", self.tr("Only for"), target_groups, hint=self.tr("None ticked: all")),
                    TickBound("is_split_by_parent", self.tr("A table for each superior agency")),
                    TickBound("is_common", self.tr("One list with the other sets of the campaign")),
                ]
            ),
            lambda _, code: RankingTable(code=code, title=""),
            lambda each: str(each.title),
        )

    def step_kind(self) -> Kind:
        return Kind(
            "steps",
            self.tr("step"),
            self.tr(
                "The procedure in its order; each step is also a column of points. Days stand in the period's year."
            ),
            lambda: Form(
                [
                    TextBound("name", self.tr("Name")),
                    ChoiceBound("kind", self.tr("What it is"), words_of("step_kind", StepKind)),
                    CountBound("round", self.tr("Round"), is_optional=False),
                    TextBound("actor", self.tr("Who does it")),
                    TextBound("column", self.tr("Name of the column")),
                    TicksBound("opens", self.tr("May be changed then"), words_of("round_field", RoundField)),
                    DeadlineBound("deadline", self.tr("Deadline"), self._year),
                    TextBound("article", self.tr("Article")),
                ]
            ),
            lambda _, code: Step(code=code, name="", kind=StepKind.SELF),
            lambda each: str(each.name),
            self._step_told,
        )

    def _step_told(self, _: Framework, step: Step) -> str:
        if step.deadline is None:
            return ""
        return self.tr("Last moment: {day}").format(day=step.deadline.shown(language.current()))

    def period_kind(self) -> Kind:
        return Kind(
            "periods",
            self.tr("period"),
            self.tr("Periods assessed again and again, written for one year; a campaign moves them to its own."),
            lambda: Form(
                [
                    TextBound("name", self.tr("Name")),
                    ChoiceBound("kind", self.tr("How long"), words_of("period_kind", PeriodKind)),
                    CountBound("year", self.tr("Written for the year"), is_optional=False),
                    DateBound("data_from", self.tr("Data from")),
                    DateBound("data_to", self.tr("Data through")),
                    TextBound("article", self.tr("Article")),
                ]
            ),
            lambda _, code: RegularPeriod(code=code, name="", year=self._year),
            lambda each: str(each.name),
        )

    def remark_kind(self) -> Kind:
        return Kind(
            "remarks",
            self.tr("remark"),
            self.tr("What was seen in the decision and is left as it stands, such as sums that do not add up."),
            lambda: Form([AreaBound("words", self.tr("Remark"), least=2), TextBound("article", self.tr("Article"))]),
            lambda _, code: Remark(words=""),
            lambda each: str(each.words),
            has_codes=False,
        )

    def kinds(self) -> dict[str, Callable[[], Kind]]:
        """The makers of all lists by the name of their section."""
        return {
            "target_groups": self.target_group_kind,
            "traits": self.trait_kind,
            "grounds": self.ground_kind,
            "pillars": self.pillar_kind,
            "bands": self.bands_kind,
            "ranking_tables": self.ranking_kind,
            "steps": self.step_kind,
            "periods": self.period_kind,
            "remarks": self.remark_kind,
        }
