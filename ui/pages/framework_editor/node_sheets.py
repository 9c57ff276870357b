"""The middle column: the sheet of a criterion, or of a group."""

import dataclasses
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import wording
from app.domain.framework import Criterion, Framework, Group, Node, Placed, Role
from app.wording.figures import number
from ui import language, tokens
from ui.pages.framework_editor.fields import (
    AmountBound,
    AreaBound,
    Bound,
    ChoiceBound,
    CountBound,
    Form,
    LinesBound,
    TextBound,
    TickBound,
    TicksBound,
    exact_amount,
)
from ui.pages.framework_editor.legal_bases import LegalBasesBound
from ui.pages.framework_editor.work import Work
from ui.widgets.boxes import Part, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.rule_builder import RuleBuilder
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label

MARGINS = (tokens.GROUP, tokens.FIELD, tokens.GROUP, tokens.GROUP)


def roles(_: Framework) -> Sequence[tuple[Role, str]]:
    return [(role, wording.word(f"role.{role.value}", language.current())) for role in Role]


def target_groups(framework: Framework) -> Sequence[tuple[str, str]]:
    return [(group.code, group.name) for group in framework.target_groups]


def head(code: TextBound, title: AreaBound) -> QWidget:
    """Code and title in one line, as the decision's table has them."""
    line = row(code.entry, (title.area, 1), gap=tokens.NEAR)
    layout = line.layout()
    assert layout is not None
    layout.setAlignment(code.entry, Qt.AlignmentFlag.AlignTop)
    return line


class NodeSheet(QWidget):
    """What the sheets of criteria and groups share. `edited` carries (node, name of the field, its words)."""

    edited = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.node: Any = None
        self._original = Original()

    def _head_bounds(self) -> tuple[TextBound, AreaBound, AmountBound]:
        code = TextBound("code", self.tr("Code"), width=72)
        title = AreaBound("title", self.tr("Title"), placeholder=self.tr("Title, as in the decision"))
        return code, title, AmountBound("maximum", self.tr("Maximum"), unit=self.tr("points"))

    def focus_title(self) -> None:
        """Ready to type the title."""
        raise NotImplementedError

    def show_node(self, framework: Framework, place: Placed) -> None:
        raise NotImplementedError

    def follow(self, framework: Framework) -> None:
        """The framework after what was typed here."""

    def spoilt(self) -> list[tuple[str, str]]:
        """Fields that can't be read: their words and what stands there."""
        return [found for form in self.findChildren(Form) for found in form.spoilt()]


class CriterionSheet(NodeSheet):
    """A criterion: how it is called, measured and scored, what proves it, whose it is, what the decision says."""

    def __init__(self) -> None:
        super().__init__()
        code, self._title, maximum = self._head_bounds()
        method = AreaBound("method", self.tr("How it is determined, as in the decision"), least=2)
        top = Form([code, self._title, maximum, method], [head(code, self._title), maximum.part(), method.part()])
        self.builder = RuleBuilder()
        self.builder.setObjectName("rule-builder")
        proof = Form(
            [
                LinesBound(
                    "evidence_guidance",
                    self.tr("Evidence asked for"),
                    placeholder=self.tr("One paper in each line"),
                    least=2,
                ),
                TickBound("evidence_required", self.tr("Evidence must be attached")),
            ]
        )
        rest = Form(
            [
                AreaBound("guidance", self.tr("Guidance for who fills it in")),
                TextBound("owner", self.tr("Office in charge")),
                TextBound("data_source", self.tr("Source of the figures")),
                TextBound("verifier", self.tr("Who checks")),
                TextBound("unit", self.tr("Unit of the result")),
                LegalBasesBound("legal_basis", self.tr("Legal basis")),
                ChoiceBound("role", self.tr("Counts"), roles),
                TicksBound("target_groups", self.tr("Only for"), target_groups, hint=self.tr("None ticked: all")),
                AreaBound("note", self.tr("Note")),
            ]
        )
        self._forms = (top, proof, rest)
        for form in self._forms:
            form.edited.connect(self._on_form)
        self.builder.edited.connect(self._on_rule)
        parts: list[Part] = [
            top, self._original, rule(), self.builder, rule(), _title(self.tr("Evidence")), proof,
            rule(), _title(self.tr("Who, from where, on what ground")), rest, None,
        ]  # fmt: skip
        fill(QVBoxLayout(self), parts, gap=tokens.FIELD, margins=MARGINS)
        self._framework: Framework | None = None
        self._is_builder_behind = False

    def focus_title(self) -> None:
        self._title.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.area.selectAll()

    def show_node(self, framework: Framework, place: Placed) -> None:
        assert isinstance(place.node, Criterion)
        is_same_rule = self._shows_rule_of(framework, place.node)
        self.node, self._framework = place.node, framework
        for form in self._forms:
            form.show_record(place.node, framework)
        if not is_same_rule:
            self.builder.show_criterion(framework, place.node)
        self._original.show_row(place.node.original)

    def follow(self, framework: Framework) -> None:
        self._framework = framework
        if self._is_builder_behind:
            self._is_builder_behind = False
            self.builder.show_criterion(framework, self.node)

    def _shows_rule_of(self, framework: Framework, node: Node) -> bool:
        """Whether the builder need not look again: what it tells of stays the same on most keystrokes."""
        if not isinstance(self.node, Criterion) or not isinstance(node, Criterion) or self._framework is None:
            return False
        told = (
            "id",
            "rule",
            "inputs",
            "maximum",
            "role",
            "zero_denominator",
            "missing_evidence",
            "incomplete_evidence",
        )
        same = all(getattr(self.node, name) == getattr(node, name) for name in told)
        return same and self._framework.grounds is framework.grounds and self._framework.evidence == framework.evidence

    def _on_form(self, record: Criterion, name: str, words: str) -> None:
        assert self.node is not None
        self._is_builder_behind = name in ("maximum", "role")
        self._tell(dataclasses.replace(self.node, **{name: getattr(record, name)}), name, words)

    def _on_rule(self, criterion: Criterion) -> None:
        """The builder may be a keystroke behind with what is not its own."""
        assert self.node is not None
        kept = ("rule", "inputs", "zero_denominator", "missing_evidence", "incomplete_evidence")
        told = {name: getattr(criterion, name) for name in kept}
        self._tell(dataclasses.replace(self.node, **told), "rule", self.tr("How it is scored"))

    def _tell(self, node: Criterion, name: str, words: str) -> None:
        self.node = node
        for form in self._forms:
            form.record = node
        self.edited.emit(node, name, words)


class GroupSheet(NodeSheet):
    """A group: title, maximum against the sum inside, how many criteria the decision counts."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        code, self._title, maximum = self._head_bounds()
        bounds: list[Bound] = [
            CountBound("declared_count", self.tr("Criteria counted by the decision")),
            ChoiceBound("role", self.tr("Counts"), roles),
            TicksBound("target_groups", self.tr("Only for"), target_groups, hint=self.tr("None ticked: all")),
            AreaBound("note", self.tr("Note")),
        ]
        parts = [head(code, self._title), maximum.part(), *(bound.part() for bound in bounds)]
        self._form = Form([code, self._title, maximum, *bounds], parts)
        self._form.edited.connect(self._on_form)
        self._sum = Label("", wrap=True)
        self._sign = Icon("info", "ink-soft")
        self._take = Button(self.tr("Take the sum as the maximum"), "link")
        self._take.setObjectName("take-sum")
        self._take.clicked.connect(self._take_sum)
        self._renumber = Button(self.tr("Renumber this group"), "link", "list-checks")
        self._renumber.clicked.connect(lambda: self._work.renumber(self.node.id))
        told = well(row(self._sign, (self._sum, 1), gap=8), row(self._take, self._renumber, None, gap=8))
        fill(QVBoxLayout(self), [self._form, told, self._original, None], gap=tokens.FIELD, margins=MARGINS)

    def focus_title(self) -> None:
        self._title.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.area.selectAll()

    def show_node(self, framework: Framework, place: Placed) -> None:
        assert isinstance(place.node, Group)
        self.node = place.node
        self._form.show_record(place.node, framework)
        self._original.show_row(place.node.original)
        self._tell_sum(place.node)

    def follow(self, framework: Framework) -> None:
        self.show_node(framework, framework.index.places[self.node.id])

    def _tell_sum(self, group: Group) -> None:
        reached, declared = _sum(group), group.maximum.value
        words = [self.tr("%n part(s)", "", len(group.nodes))]
        told = number(reached, language.current())
        if not group.nodes:
            words = [self.tr("Nothing stands in this group yet. Ins adds a criterion.")]
        elif reached == declared:
            words.append(self.tr("they add up to {sum} points").format(sum=told))
        else:
            more = self.tr("they add up to {sum} points, the group says {maximum}")
            words.append(more.format(sum=told, maximum=number(declared, language.current())))
        is_off = bool(group.nodes) and reached != declared
        self._sign.show_icon("triangle-alert" if is_off else "info", "warn" if is_off else "ink-soft")
        self._sum.setText(" · ".join(words))
        self._take.setVisible(is_off)

    def _take_sum(self) -> None:
        maximum = exact_amount(_sum(self.node))
        self.edited.emit(dataclasses.replace(self.node, maximum=maximum), "maximum", self.tr("Maximum"))

    def _on_form(self, record: Group, name: str, words: str) -> None:
        self.node = dataclasses.replace(self.node, **{name: getattr(record, name)})
        self._tell_sum(self.node)
        self.edited.emit(self.node, name, words)


class Original(QWidget):
    """The decision's own row, word for word, by the headings of its columns; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.FIELD)
        self._grid.setVerticalSpacing(tokens.STEP)
        self._grid.setColumnStretch(1, 1)
        self._opener = Button(self.tr("As the decision writes it"), "link", "chevron-down")
        self._opener.setObjectName("original")
        self._opener.clicked.connect(self._turn)
        self._rows = QWidget()
        self._rows.setLayout(self._grid)
        words = row(self._opener, None)
        margins = (tokens.NEAR, tokens.STEP, tokens.FIELD, tokens.NEAR)
        fill(QVBoxLayout(self), [Sheet(words, self._rows, look="well", gap=0, margins=margins)])
        self._shown: dict[str, str] = {}
        self.hide()

    def _turn(self) -> None:
        """Open or closed, as it is left, for every criterion that is shown next."""
        is_open = self._rows.isHidden()
        self._rows.setVisible(is_open)
        self._opener.set_icon("chevron-down" if is_open else "chevron-right")

    def show_row(self, original: Any) -> None:
        self.setVisible(bool(original))
        if original == self._shown:
            return
        self._shown = dict(original)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, (heading, words) in enumerate(original.items()):
            self._grid.addWidget(Label(heading, "hint", "ink-soft", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(words, "hint", wrap=True, selectable=True), line, 1)


def _title(words: str) -> Label:
    return Label(words, weight="bold")


def _sum(group: Group) -> Fraction:
    return sum((node.maximum.value for node in group.nodes if node.role is group.role), Fraction(0))
