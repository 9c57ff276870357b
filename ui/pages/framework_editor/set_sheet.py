"""What holds for the whole set: its regulation, totals, lists, own names and open questions, section by section."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain import questions
from app.domain.framework import (
    EvidencePolicy,
    Framework,
    PeerScope,
    Regulation,
    Rescale,
    Standing,
)
from app.domain.rules import Policy
from app.wording.terms import TERMS
from ui import language, theme, tokens
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.authority_kit import Panes
from ui.pages.framework_editor.fields import (
    AmountBound,
    AreaBound,
    Bound,
    ChoiceBound,
    CountBound,
    DateBound,
    Form,
    TextBound,
    TickBound,
)
from ui.pages.framework_editor.question_cards import QuestionCards
from ui.pages.framework_editor.records import Records
from ui.pages.framework_editor.set_kinds import SetKinds, or_none, words_of
from ui.pages.framework_editor.work import Part, Work
from ui.widgets.boxes import column, fill, rule, scrolled
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView

OWN_NAMES = (
    "group", "criterion", "subcriterion", "evidence", "explanation", "self_points", "appraised_points",
    "final_points", "percent", "bonus", "penalty", "rank", "grade_band", "pillar", "authority", "council",
    "helper_team", "inspection_team", "responsible_office", "leader",
)  # fmt: skip
_MARGINS = (tokens.GROUP, tokens.FIELD, tokens.GROUP, tokens.GROUP)
_LEAST = 236
_NARROW = 780


class SetSheet(QWidget):
    """Sections on the left, the form of the chosen one on the right; each is made when it is first looked at."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._is_own = False
        self._made: dict[str, Any] = {}
        self._areas: dict[str, QWidget] = {}
        self._kinds = SetKinds(self._year(), self)
        self._sections: dict[str, tuple[str, Callable[[], Any]]] = self._all_sections()
        columns: tuple[Column[str], ...] = (
            Column("", lambda key: Cell(self._sections[key][0])),
            Column("", self._count, width=44, right=True),
        )
        self._model = RowsModel(columns, list(self._sections), key=lambda key: key, parent=self)
        self.list = TableView(self.tr("What holds for the whole set"), self._model)
        self.list.setObjectName("sections")
        self.list.setMinimumWidth(theme.current().px(_LEAST))
        self.list.horizontalHeader().hide()
        self.list.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        titles = (self.tr("Sections"), self.tr("Chosen section"))
        self._panes = Panes(framed(self.list), framed(self._stack), titles, [280, 860], _NARROW)
        self.list.opened.connect(lambda _: self._panes.turn_to(1))
        fill(QVBoxLayout(self), [(self._panes, 1)])
        self.list.selectRow(0)
        work.changed.connect(self._on_changed)

    def show_section(self, key: str) -> None:
        """Goes to a section by its name, such as "grounds"."""
        if key in self._sections:
            self.list.select_key(key)
            self._panes.turn_to(1)

    def section(self, key: str) -> Any:
        """The form or list of a section, made now if it never was."""
        if key not in self._made:
            self._made[key] = self._sections[key][1]()
            title = Label(self._sections[key][0], "section", weight="bold")
            holder = column(title, self._made[key], None, margins=_MARGINS)
            holder.setMaximumWidth(theme.current().px(760))
            area = scrolled(column(holder))
            area.setObjectName(f"section-{key}")
            self._areas[key] = area
            self._stack.addWidget(area)
            self._show(key)
        return self._made[key]

    # Inside --------------------------------------------------------------------------------------------------------

    def _year(self) -> int:
        framework = self._work.framework
        if framework.periods:
            return framework.periods[0].year
        regulation = framework.regulation
        return regulation.date.year if regulation is not None and regulation.date else self._work.today().year

    def _all_sections(self) -> dict[str, tuple[str, Callable[[], Any]]]:
        kinds = self._kinds.kinds()
        return {
            "general": (self.tr("Name and standing"), self._general),
            "regulation": (self.tr("Regulation"), self._regulation),
            "totals": (self.tr("Scale and totals"), self._totals),
            "questions": (self.tr("Open questions"), self._questions),
            "target_groups": (self.tr("Target groups"), self._lister(kinds["target_groups"])),
            "traits": (self.tr("Traits of agencies"), self._lister(kinds["traits"])),
            "grounds": (self.tr("Not applicable: grounds"), self._lister(kinds["grounds"])),
            "evidence": (self.tr("Where evidence is missing"), self._evidence),
            "pillars": (self.tr("Pillars"), self._lister(kinds["pillars"])),
            "bands": (self.tr("Grades"), self._lister(kinds["bands"])),
            "ranking_tables": (self.tr("Ranking tables"), self._lister(kinds["ranking_tables"])),
            "steps": (self.tr("Steps and deadlines"), self._lister(kinds["steps"])),
            "periods": (self.tr("Periods"), self._lister(kinds["periods"])),
            "terms": (self.tr("The decision's own names"), self._terms),
            "remarks": (self.tr("Remarks"), self._lister(kinds["remarks"])),
        }

    def _count(self, key: str) -> Cell:
        framework = self._work.framework
        if key == "questions":
            left = len(questions.unanswered(framework))
            return Cell(str(left) if left else "", right=True, tone="warn", weight="bold")
        held = getattr(framework, key, None)
        return Cell(str(len(held)) if isinstance(held, tuple) and held else "", right=True, tone="ink-soft")

    def _on_chosen(self, key: str | None) -> None:
        if key is not None:
            self.section(key)
            self._stack.setCurrentWidget(self._areas[key])
            self._show(key)

    def _on_changed(self, part: str, _: str) -> None:
        if self._is_own:
            return
        if part == Part.SET:
            self._model.replace(list(self._sections))
        if self.isVisible() and (key := self._current()) in self._made:
            self._show(key)

    def _current(self) -> str:
        chosen = self.list.selected_rows()
        return chosen[0] if chosen else ""

    def _show(self, key: str) -> None:
        made, framework = self._made[key], self._work.framework
        if isinstance(made, Records):
            made.show_records(framework)
        elif isinstance(made, QuestionCards):
            made.show_questions(framework)
        elif isinstance(made, Form):
            made.show_record(_record(framework, key), framework)

    def _change(self, after: Framework, words: str, key: str) -> None:
        self._is_own = True
        self._work.change(after, words, Part.SET, key=key)
        self._is_own = False
        self._model.replace(list(self._sections))

    # Sections ------------------------------------------------------------------------------------------------------

    def _lister(self, make: Callable[[], Any]) -> Callable[[], Records]:
        def made() -> Records:
            records = Records(make())

            def take(value: Any, words: str, key: str) -> None:
                self._change(dataclasses.replace(self._work.framework, **{records.kind.attribute: value}), words, key)
                if not key:
                    records.show_records(self._work.framework)

            records.edited.connect(take)
            return records

        return made

    def _form(self, attribute: str, form: Form) -> Form:
        """A form of the framework itself ("") or of the record it holds there."""

        def take(record: Any, name: str, words: str) -> None:
            framework = self._work.framework
            if not attribute:
                after = dataclasses.replace(framework, **{name: getattr(record, name)})
            else:
                after = dataclasses.replace(framework, **{attribute: record})
            self._change(after, self.tr("Change: {noun}").format(noun=words), f"{attribute}.{name}")

        form.edited.connect(take)
        return form

    def _general(self) -> Form:
        return self._form(
            "",
            Form(
                [
                    AreaBound("title", self.tr("Title of the set")),
                    TextBound("short_title", self.tr("Short title")),
                    ChoiceBound("standing", self.tr("Standing"), words_of("standing", Standing)),
                    AreaBound("notice", self.tr("Notice always shown with it")),
                    CountBound("decimals", self.tr("Decimals shown"), is_optional=False),
                    ChoiceBound("peers", self.tr("Who is compared"), words_of("peer_scope", PeerScope)),
                ]
            ),
        )

    def _regulation(self) -> Form:
        return self._form(
            "regulation",
            Form(
                [
                    TextBound("kind", self.tr("Kind of document"), placeholder=self.tr("such as: Decision")),
                    TextBound("number", self.tr("Number")),
                    DateBound("date", self.tr("Issued on")),
                    TextBound("issuer", self.tr("Issued by")),
                    AreaBound("title", self.tr("Subject")),
                    TextBound("annex", self.tr("Annex")),
                    TextBound("article", self.tr("Article on this set")),
                    AreaBound("note", self.tr("Note")),
                ]
            ),
        )

    def _totals(self) -> Form:
        points = self.tr("points")
        return self._form(
            "totals",
            Form(
                [
                    AmountBound("maximum", self.tr("Maximum of the scale"), unit=points),
                    CountBound("declared_count", self.tr("Criteria counted by the decision")),
                    ChoiceBound("rescale", self.tr("Brought to a common scale"), words_of("rescale", Rescale)),
                    AmountBound("rescale_to", self.tr("Common scale"), unit=points),
                    AmountBound("bonus_cap", self.tr("Bonus at most"), is_optional=True, unit=points),
                    AmountBound("penalty_cap", self.tr("Penalty at most"), is_optional=True, unit=points),
                    TickBound("bonus_in_percent", self.tr("Bonus and penalty count in the percentage")),
                    TickBound("is_capped", self.tr("The total stops at the maximum")),
                ]
            ),
        )

    def _evidence(self) -> QWidget:
        none = or_none(words_of("evidence_policy", EvidencePolicy), self.tr("(the decision does not say)"))
        proof = self._form(
            "evidence",
            Form(
                [
                    ChoiceBound("missing", self.tr("Evidence missing"), none),
                    ChoiceBound("incomplete", self.tr("Evidence incomplete"), none),
                    TextBound("article", self.tr("Article")),
                ]
            ),
        )
        rest = self._form(
            "",
            Form(
                [
                    ChoiceBound("zero_denominator", self.tr("Denominator is 0"), words_of("policy", Policy)),
                    TextBound("zero_denominator_article", self.tr("Article")),
                ]
            ),
        )
        return _Two(proof, rest)

    def _terms(self) -> "_Terms":
        terms = _Terms()

        def take(record: Mapping[str, str], name: str, words: str) -> None:
            after = dataclasses.replace(self._work.framework, terms=record)
            self._change(after, self.tr("Change: {noun}").format(noun=words), f"terms.{name}")

        terms.edited.connect(take)
        return terms

    def _questions(self) -> QuestionCards:
        cards = QuestionCards()

        def take(after: Framework, words: str, key: str) -> None:
            self._change(after, words, key)
            cards.show_questions(self._work.framework)

        cards.answered.connect(take)
        return cards


class _Two(Form):
    """Two forms in one section, shown together."""

    def __init__(self, proof: Form, rest: Form) -> None:
        super().__init__([], [proof, rule(), rest])
        self._proof, self._rest = proof, rest

    def show_record(self, record: Any, framework: Framework) -> None:
        self._proof.show_record(framework.evidence, framework)
        self._rest.show_record(framework, framework)


class _Terms(Form):
    """The decision's own names by their terms; one that is left empty is the program's own word."""

    def __init__(self) -> None:
        own = {key: TERMS[key][0 if language.current() == "vi" else 1] for key in OWN_NAMES}
        super().__init__([TextBound(key, words, placeholder=words) for key, words in own.items()])

    def show_record(self, record: Any, framework: Framework) -> None:
        self.record = framework.terms
        for name, bound in self.bounds.items():
            bound.show(framework.terms.get(name, ""))

    def _changed(self, bound: Bound, value: Any) -> Any:
        rest = {name: words for name, words in self.record.items() if name != bound.name}
        return {**rest, bound.name: value} if value else rest


def _record(framework: Framework, key: str) -> Any:
    if key == "regulation":
        return framework.regulation or Regulation(title="")
    if key == "totals":
        return framework.totals
    return framework
