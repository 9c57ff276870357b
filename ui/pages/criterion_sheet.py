"""One criterion as an officer reads it: how it is scored, what is asked, what proves it, what it rests on."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.framework import Criterion, Framework, Group, Input, Placed
from app.wording.rules import rule_sentences
from ui import language
from ui.pages.authority_kit import SIDE_MARGINS, labelled
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row
from ui.widgets.sheet import well
from ui.widgets.text import Label


class CriterionSheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=12, margins=SIDE_MARGINS)

    def show_nothing(self) -> None:
        self._show(Label(self.tr("Choose a criterion to read how it is scored."), tone="ink-soft", wrap=True), None)

    def show_place(self, framework: Framework, place: Placed) -> None:
        maximum = self.tr("{points} points").format(points=language.number_text(place.maximum, framework.decimals))
        if isinstance(place.node, Group) and not place.maximum:
            maximum = self.tr("The decision gives no maximum here.")
        parts: list[Part] = [
            column(
                Label(f"{place.node.code} {place.node.title}".strip(), "section", weight="bold", wrap=True),
                Label(maximum, tone="ink-soft"),
                gap=2,
            )
        ]
        if isinstance(place.node, Group):
            parts.append(Label(self._group(place.node), tone="ink-soft", wrap=True))
        elif place.criterion is not None:
            parts += self._criterion(framework, place.criterion)
        if place.node.note:
            parts.append(labelled(self.tr("Note"), place.node.note))
        self._show(*parts, None)

    def _group(self, item: Group) -> str:
        if item.nodes:
            return self.tr("A group with %n part(s)", "", len(item.nodes))
        if item.declared_count:
            return self.tr("The decision counts %n criterion(s); none is entered yet.", "", item.declared_count)
        return self.tr("The criteria stand in the decision's annex and are not entered yet.")

    def _criterion(self, framework: Framework, item: Criterion) -> list[Part]:
        sentences = rule_sentences(framework, item, language.current())
        rule = [Label(self.tr("How it is scored"), "hint", "ink-soft", "medium")]
        rule += [Label(sentence, wrap=True) for sentence in sentences]
        parts: list[Part] = [well(*rule)]
        if item.inputs:
            lines = (self._input(each) for each in item.inputs)
            parts.append(self._list(self.tr("What is asked"), lines))
        if item.evidence_guidance or item.evidence_required:
            none = self.tr("Evidence is asked for; the framework does not say which.")
            parts.append(self._list(self.tr("What proves it"), item.evidence_guidance or (none,)))
        missing = item.missing_evidence or framework.evidence.missing
        if missing is not None:
            words = wording.word(f"evidence_policy.{missing.value}", language.current())
            parts.append(labelled(self.tr("Where evidence is missing"), words))
        for name, value in (
            (self.tr("How it is determined"), item.method),
            (self.tr("Guidance"), item.guidance),
            (self.tr("Source of the figures"), item.data_source),
            (self.tr("Who checks"), item.verifier),
        ):
            if value:
                parts.append(labelled(name, value))
        if item.legal_basis:
            parts.append(self._list(self.tr("Legal basis"), (basis.text for basis in item.legal_basis)))
        if item.target_groups:
            names = {group.code: group.name for group in framework.target_groups}
            badges = [Badge("users", names.get(code, code)) for code in item.target_groups]
            parts.append(row(*badges, None, gap=8))
        return parts

    def _input(self, item: Input) -> str:
        kind = wording.word(f"input_kind.{item.kind.value}", language.current())
        told = ", ".join(part for part in (kind.lower(), item.unit) if part)
        options = "; ".join(option.label for option in item.options)
        return f"{item.label} ({told})" + (f": {options}" if options else "")

    def _list(self, title: str, lines: Iterable[str]) -> QWidget:
        texts = [Label(f"• {line}", wrap=True) for line in lines]
        return column(Label(title, "hint", "ink-soft", "medium"), *texts, gap=2)

    def _show(self, *parts: Part) -> None:
        empty(self._layout)
        fill(self._layout, parts, gap=12, margins=SIDE_MARGINS)
