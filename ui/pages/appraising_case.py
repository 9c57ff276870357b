"""The middle of the assessor's desk: what the agency says at one criterion, how it is scored, what others found."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.bundles.trust import Light
from app.bundles.trust import Lights as FileLights
from app.domain.appraisal import Appraisal, Standing
from app.domain.assessment import Response
from app.domain.framework import Framework
from app.domain.scoring import NodeScore, State
from app.errors import AppError
from app.operations.authority import appraising
from app.operations.authority.appraisal_desk import Earlier
from app.operations.authority.appraising import Case
from app.operations.authority.comparing import Difference
from app.wording import rules
from app.wording.figures import share
from ui import language
from ui.context import Context
from ui.dialogs.explanation import ExplainButton, of_criterion
from ui.dialogs.verification import show_submission
from ui.pages.appraising_figures import FiguresTable
from ui.pages.appraising_words import light_look, opinion_words, points_text
from ui.pages.authority_kit import fact_line
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.differences import field_words, value_words
from ui.widgets.lights import Lights
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, name


@dataclass(frozen=True, slots=True)
class Seen:
    """A case with all that stands around it. `acting`: id of who sits here; `people`: names by id; `changed`: what a
    replacement changed here since the last opinion; `lights`: the three of the file."""

    case: Case
    earlier: tuple[Earlier, ...]
    light: Light
    people: Mapping[str, str]
    acting: str
    round: int
    changed: tuple[Difference, ...] = ()
    lights: FileLights | None = None

    @property
    def framework(self) -> Framework:
        """Of the submission."""
        return self.case.dossier.framework

    @property
    def mine(self) -> Appraisal | None:
        """The acting person's opinion of this round."""
        return next(
            (one for one in self.case.opinions if one.round == self.round and one.assessor == self.acting), None
        )

    @property
    def others(self) -> tuple[Appraisal, ...]:
        """Every other opinion, newest first."""
        return tuple(reversed([one for one in self.case.opinions if one is not self.mine]))


class CaseView(QWidget):
    """`figures_read` carries the figures that differ from the agency's own and the points they give (or None)."""

    figures_read = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=10, margins=(16, 12, 16, 16))
        self.table: FiguresTable | None = None
        self._seen: Seen | None = None
        self._read: Mapping[str, str] = {}

    def reckon(self) -> None:
        """Tell the points that the figures give as they were read."""
        if self.table is not None:
            self._on_edited(self.table.inputs())

    def show_nothing(self, words: str) -> None:
        """No case at hand."""
        self._seen = self.table = None
        empty(self._layout)
        fill(self._layout, [Label(words, tone="ink-soft", wrap=True), None], gap=10, margins=(16, 12, 16, 16))

    def show_case(self, seen: Seen, read: Mapping[str, str]) -> None:
        """Another case, or the same with what was recorded meanwhile; `read`: figures as they were read."""
        self._seen, self._read = seen, read
        empty(self._layout)
        parts: list[Part] = [self._head(seen), *self._changed(seen), rule(), self._rule(seen), *self._figures(seen)]
        parts += [*self._claim(seen), *self._explanation(seen), *self._opinions(seen), self._why(seen), None]
        fill(self._layout, parts, gap=10, margins=(16, 12, 16, 16))

    # Parts -----------------------------------------------------------------------------------------------------

    def _head(self, seen: Seen) -> QWidget:
        case = seen.case
        title = Label(case.dossier.agency.name, "section", weight="bold", wrap=True, selectable=True)
        node = case.place.node
        about = self.tr("{criterion} · revision {number} · round {round}").format(
            criterion=f"{node.code} {node.title}".strip(),
            number=case.dossier.submission.revision_number,
            round=case.dossier.submission.round,
        )
        badge = Badge(*light_look(seen.light))
        badge.setObjectName("verdict")
        signs = [Lights(_values(seen.lights))] if seen.lights is not None else []
        see = Button(self.tr("Verification"), "link", tip=self.tr("See the verification of the file"))
        see.setObjectName("see-verdict")
        see.clicked.connect(
            lambda: show_submission(self._context, self._context.part_id, case.dossier.submission.id, self)
        )
        told = row((Label(about, tone="ink-soft", wrap=True), 1), *signs, see, gap=8)
        return column(row((title, 1), badge), told, gap=2)

    def _changed(self, seen: Seen) -> list[Part]:
        """What a replacement changed since the last opinion, so that it is looked at again."""
        if not seen.changed:
            return []
        decimals = seen.framework.decimals
        head = self.tr("Changed by a replacement: to be looked at again")
        lines: list[Part] = [Label(head, weight="bold", wrap=True)]
        for item in seen.changed:
            values = (value_words(item, value, decimals) for value in (item.first, item.second))
            lines.append(Label(f"{field_words(item)}: {' → '.join(values)}", "hint", wrap=True, selectable=True))
        sheet = Sheet(*lines, look="warn", gap=4, margins=(12, 8, 12, 8))
        sheet.setObjectName("changed")
        return [sheet]

    def _rule(self, seen: Seen) -> QWidget:
        criterion = seen.case.place.criterion
        assert criterion is not None
        lines = rules.rule_sentences(seen.framework, criterion, language.current())
        parts = [Label(self.tr("How it is scored"), weight="bold")]
        parts += [Label(line, wrap=True, selectable=True) for line in lines]
        return column(*parts, gap=2)

    def _figures(self, seen: Seen) -> list[Part]:
        case = seen.case
        criterion = case.place.criterion
        assert criterion is not None
        self.table = None
        if case.response.not_applicable is not None:
            return [self._not_applicable(seen)]
        self.table = FiguresTable(case, self._read)
        self.table.edited.connect(self._on_edited)
        self._meter, self._cautions = Meter(""), Sheet(look="warn", gap=4, margins=(12, 8, 12, 8))
        self._cautions.setObjectName("cautions")
        inputs = self.table.inputs()
        response = replace(case.response, inputs={**case.response.inputs, **inputs})
        self._show_bar(seen, response)
        if inputs:
            self._show_read(self.table, seen, response, inputs)
        return [self.table, self._meter, self._cautions]

    def _not_applicable(self, seen: Seen) -> QWidget:
        """What the agency claims, and on what it rests."""
        claimed = seen.case.response.not_applicable
        ground = next((one for one in seen.framework.grounds if one.code == claimed), None)
        words: list[Part] = [Label(ground.words if ground is not None else str(claimed), wrap=True, selectable=True)]
        if ground is not None:
            policy = wording.word(f"policy.{ground.policy.value}", language.current())
            told = policy + (f" ({ground.article})" if ground.article else "")
            words.append(Label(told, "hint", "ink-soft", wrap=True))
        head = Label(self.tr("The agency says: not applicable"), weight="bold", wrap=True)
        line = fact_line("circle-minus", "lead", column(head, *words, gap=4))
        return Sheet(line, look="lead", margins=(12, 10, 12, 10))

    def _show_bar(self, seen: Seen, response: Response) -> None:
        criterion = seen.case.place.criterion
        assert criterion is not None
        spoken = language.current()
        gauge = rules.gauge(criterion, response)
        self._meter.setVisible(gauge is not None)
        if gauge is not None:
            mark = None if gauge.threshold is None else float(gauge.threshold)
            limit = "" if gauge.threshold is None else share(gauge.threshold, spoken)
            words = self.tr("threshold {share}").format(share=limit) if limit else ""
            is_below = gauge.threshold is not None and gauge.value < gauge.threshold
            self._meter.show_bars([("warn" if is_below else "lead", min(float(gauge.value), 1.0))])
            self._meter.show_mark(mark, words, ("0 %", "" if mark is not None and mark > 0.9 else "100 %"))
            name(self._meter, f"{share(gauge.value, spoken)} {words}")
        empty(self._cautions.column())
        cautions = rules.cautions(seen.framework, criterion, response, spoken)
        for line in cautions:
            self._cautions.column().addWidget(fact_line("triangle-alert", "warn", Label(line, wrap=True)))
        self._cautions.setVisible(bool(cautions))

    def _claim(self, seen: Seen) -> list[Part]:
        """The agency's own sum where it is not what comes out here."""
        case, decimals = seen.case, seen.framework.decimals
        if case.claimed == case.own.points or case.own.state is State.PROVISIONAL:
            return []
        told = self.tr("Claimed: {claimed} points. Computed here from its figures: {own}.").format(
            claimed=points_text(case.claimed, decimals), own=points_text(case.own.points, decimals)
        )
        return [Sheet(fact_line("scale", "warn", Label(told, wrap=True)), look="warn", margins=(12, 8, 12, 8))]

    def _explanation(self, seen: Seen) -> list[Part]:
        """What the agency wrote, this round's first."""
        told = [(seen.case.dossier.submission.round, seen.case.response.explanation)]
        told += [(item.round, item.response.explanation) for item in seen.earlier]
        told = [(number, words) for number, words in told if words.strip()]
        if not told:
            return []
        parts: list[Part] = [Label(self.tr("Explanation of the agency"), weight="bold")]
        for number, words in told:
            if seen.earlier:
                head = self.tr("Round {number}").format(number=number)
                parts.append(Label(head, "hint", "ink-soft", "medium"))
            parts.append(Label(words, wrap=True, selectable=True))
        return [column(*parts, gap=2)]

    def _opinions(self, seen: Seen) -> list[Part]:
        parts: list[Part] = []
        differ = seen.case.standing is Standing.DISAGREEMENT
        if seen.others or differ:
            badge = Badge("git-fork", self.tr("Opinions differ"), "warn")
            badge.setVisible(differ)
            parts.append(row(Label(self.tr("Opinions there are"), weight="bold"), None, badge))
        parts += [self._opinion(seen, item) for item in seen.others]
        if seen.case.settled.standing is Standing.SETTLED:
            decision = seen.case.settled.decision
            points = None if decision is None else decision.points
            told = self.tr("The council's finding: {points} points. {reason}").format(
                points=points_text(points, seen.framework.decimals), reason=seen.case.settled.reason
            )
            line = fact_line("gavel", "lead", Label(told, wrap=True, selectable=True))
            parts.append(Sheet(line, look="lead", margins=(12, 8, 12, 8)))
        return [column(*parts, gap=8)] if parts else []

    def _opinion(self, seen: Seen, item: Appraisal) -> QWidget:
        who = seen.people.get(item.assessor) or self.tr("Nobody named")
        if item.assessor == seen.acting and item.assessor:
            who = self.tr("{name} (the same person)").format(name=who)
        told = self.tr("{who}, round {number}: {opinion}").format(
            who=who, number=item.round, opinion=opinion_words(item, seen.framework.decimals)
        )
        words: list[QWidget] = [Label(told, tone="ink-soft", wrap=True)]
        if item.reason:
            words.append(Label(item.reason, wrap=True, selectable=True))
        if item.internal_note:
            words.append(internal_note(self.tr("Internal"), item.internal_note))
        return fact_line("circle-user", "ink-soft", column(*words, gap=2))

    def _why(self, seen: Seen) -> QWidget:
        """The full account of the points that count, with who decided them."""
        case = seen.case
        criterion = case.place.criterion
        assert criterion is not None
        latest = max(case.opinions, key=lambda one: (one.round == 0, one.round, one.at), default=None)
        who = "" if latest is None else seen.people.get(latest.assessor, "")
        response = case.dossier.entry.answers.responses.get(case.place.id, case.response)  # as the reviewers read it
        return row(
            ExplainButton(
                lambda: of_criterion(
                    seen.framework, criterion, response, case.counted,
                    settled=case.settled, who=who, agency=case.dossier.agency.name,
                )
            ),
            None,
        )  # fmt: skip

    # Typing ----------------------------------------------------------------------------------------------------

    def _on_edited(self, inputs: dict[str, str]) -> None:
        """Reckon what the figures as read would give, and show it beside the agency's own."""
        seen, table = self._seen, self.table
        assert seen is not None
        assert table is not None
        response = replace(seen.case.response, inputs={**seen.case.response.inputs, **inputs})
        score = self._show_read(table, seen, response, inputs)
        if score is not None:
            self._show_bar(seen, response)
        self.figures_read.emit(inputs, score.points if score is not None and inputs else None)

    def _show_read(
        self, table: FiguresTable, seen: Seen, response: Response, inputs: Mapping[str, str]
    ) -> NodeScore | None:
        """What the figures give as they were read; None where one can't stand there, which is said."""
        try:
            score = appraising.with_figures(seen.case, inputs)
        except AppError as error:
            table.complain(error)
            return None
        table.show_read(response, score)
        return score


def _values(lights: FileLights) -> list[str | None]:
    return [light.value if light else None for light in (lights.integrity, lights.seal, lights.people)]


def internal_note(head: str, words: str) -> QWidget:
    """What never leaves the house looks like it: a tinted slip with a lock."""
    line = fact_line("lock", "warn", column(Label(head, "hint", "warn", "medium"), Label(words, wrap=True), gap=0), 16)
    return Sheet(line, look="warn", margins=(10, 6, 10, 6))
