"""A rule at one place: a measure on a scale, a condition before it, or parts with a card each, one open at a time."""

from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.framework import InputKind
from app.domain.rule_checks import scored_rules
from app.domain.rule_tree import (
    Path,
    as_best,
    as_single,
    as_sum,
    below,
    find_input,
    is_single,
    moved_part,
    with_gate,
    with_part,
    with_rule,
    without_gate,
    without_part,
)
from app.domain.rules import Best, Gate, Policy, Rule, Scored, Sum
from app.wording.speaking import divides
from ui import tokens
from ui.widgets import text
from ui.widgets.boxes import column, empty, row, rule
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.rule_builder.amounts import AmountEntry, GradeEntry
from ui.widgets.rule_builder.inputs_form import InputChoice
from ui.widgets.rule_builder.measure_form import MeasureForm
from ui.widgets.rule_builder.scale_form import ScaleForm
from ui.widgets.rule_builder.site import Form, Line, Site, hint, section, short, terms, word
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label
from ui.widgets.text import Line as OneLine

DEEPEST = 2  # combinations within combinations that are built in place; deeper ones are told in words


class RuleForm(Form):
    """Whatever rule stands at `path`; made anew only when another sort of rule stands there.

    `between` stands between the measure and the scale, or before the parts: the figures asked for.
    """

    def __init__(self, site: Site, path: Path = (), depth: int = 0, between: Form | None = None) -> None:
        super().__init__(site, path, gap=tokens.FIELD)
        self._depth, self._between = depth, between
        self._sort: type | None = None
        self.forms: list[Form] = []
        self.follow()

    def follow(self) -> None:
        found = self.site.rule(self.path)
        if type(found) is not self._sort:
            self._sort = type(found)
            self._rebuild(found)
            return
        for form in self.forms:
            form.follow()

    def _rebuild(self, found: Rule) -> None:
        if self._between is not None:
            self._between.setParent(self)  # it outlives the rows around it
        empty(self.column)
        self.forms = []
        for part in self._parts(found):
            self.column.addWidget(part)
            part.show()

    def _parts(self, found: Rule) -> list[QWidget]:
        match found:
            case Scored():
                return self._scored()
            case Gate():
                inner = RuleForm(self.site, (*self.path, 0), self._depth, self._between)
                self.forms = [GateForm(self.site, self.path), inner]
                return list(self.forms)
        if self._depth >= DEEPEST:
            self.forms = [InWords(self.site, self.path)]
            return list(self.forms)
        parts = PartsForm(self.site, self.path, self._depth)
        self.forms = [parts]
        return [*self._figures(), parts]

    def _figures(self) -> list[QWidget]:
        return [self._between, rule()] if self._between is not None else []

    def _scored(self) -> list[QWidget]:
        measure, scale = MeasureForm(self.site, self.path), ScaleForm(self.site, self.path)
        self.forms = [measure, scale]
        gate = Button(self.tr("Add a condition"), "link", "plus")
        gate.clicked.connect(lambda: self.site.do(with_gate, self.path))
        gate.setObjectName("add-condition")
        split = Button(self.tr("Make it of parts"), "link", "git-fork")
        split.clicked.connect(lambda: self.site.do(as_sum, self.path))
        split.setObjectName("split")
        titles = [section(self.tr("Measured by what")), section(self.tr("Turned into points"))]
        more = row(gate, *([split] if self._depth < DEEPEST else []), None, gap=tokens.GROUP)
        return [titles[0], measure, rule(), *self._figures(), titles[1], scale, more]


class InWords(Form):
    """A rule too deep to be built in place: told in words and kept as it is."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, path)
        self._words = Label(wrap=True, selectable=True)
        told = hint(self.tr("This part is put together too deeply to be built here. It is kept as it is."))
        self.column.addWidget(well(self._words, told))
        self.follow()

    def follow(self) -> None:
        sentences = self.site.speaker().rule(self.site.rule(self.path), self.site.maximum(self.path))
        self._words.setText(" ".join(sentences))


class GateForm(Form):
    """The condition before a rule: which answer opens it, and what there is otherwise."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, path)
        self.input = InputChoice(site, self.tr("Condition"), (InputKind.YES_NO, InputKind.CHOICE))
        self.answer = Choice(self.tr("Answer that opens it"))
        self.otherwise = GradeEntry(self.tr("Otherwise"))
        remove = Button("", "quiet", "x", tip=self.tr("Remove the condition"))
        remove.clicked.connect(lambda: site.do(without_gate, path))
        remove.setObjectName("remove-condition")
        self.column.addWidget(
            Sheet(
                row(section(self.tr("Condition")), None, remove),
                Line(self.tr("Counts only if"), (self.input, 1)),
                Line(self.tr("is answered"), (self.answer, 1)),
                Line(self.tr("Otherwise"), self.otherwise, None),
                look="well",
                gap=tokens.NEAR,
                margins=(12, 6, 12, 12),
            )
        )
        self.input.chosen.connect(self._on_input)
        self.answer.chosen.connect(lambda answer: self._put(replace(self._gate(), expects=answer)))
        self.otherwise.typed.connect(lambda grade: self._put(replace(self._gate(), otherwise=grade)))
        self.follow()

    def follow(self) -> None:
        gate = self._gate()
        self.input.show_key(gate.input)
        self.answer.set_options(self._answers(gate.input, gate.expects))
        self.answer.set_value(gate.expects)
        self.otherwise.set_grade(gate.otherwise, self.site.maximum(self.path))

    def _answers(self, key: str, expected: str) -> list[tuple[str, str]]:
        input_ = find_input(self.site.criterion, key)
        options = [(option.key, option.label) for option in input_.options] if input_ is not None else []
        options = options or [(answer, word(f"answer.{answer}")) for answer in ("yes", "no")]
        return options if expected in dict(options) else [*options, (expected, expected)]

    def _gate(self) -> Gate:
        found = self.site.rule(self.path)
        assert isinstance(found, Gate)
        return found

    def _put(self, gate: Gate) -> None:
        self.site.change(with_rule(self.site.criterion, self.path, gate))

    def _on_input(self, key: str) -> None:
        if key == InputChoice.NEW:
            key = self.site.new_input(InputKind.YES_NO)
        answers = [answer for answer, _ in self._answers(key, "")][:-1]
        gate = self._gate()
        expects = gate.expects if gate.expects in answers else answers[0]
        self._put(replace(gate, input=key, expects=expects))


class PartCard(Form):
    """One part: a line that opens it; inside its words, maximum, place and rule."""

    def __init__(self, owner: "PartsForm", at: int) -> None:
        super().__init__(owner.site, (*owner.path, at))
        self._owner, self._at = owner, at
        number = str(at + 1)
        self.fold = Button("", "quiet", "chevron-right", tip=self.tr("Open part {number}").format(number=number))
        self._title = OneLine(weight="medium")
        self._points = Label(tone="ink-soft")
        self._said = hint()
        self._inside = column(gap=tokens.FIELD)
        self._inside.hide()
        self.rule: RuleForm | None = None
        head = row(self.fold, (self._title, 1), self._points, gap=tokens.STEP)
        self.column.addWidget(Sheet(head, self._said, self._inside, gap=tokens.STEP, margins=(4, 4, 8, 8)))
        self._said.setContentsMargins(40, 0, 0, 4)
        self._inside.setContentsMargins(4, 0, 0, 8)
        self.fold.clicked.connect(lambda: owner.open(at))
        self.follow()

    def is_open(self) -> bool:
        return not self._inside.isHidden()

    def set_open(self, opened: bool) -> None:
        if opened and self.rule is None:
            self._make()
        self._fold(opened)
        self.follow()

    def close_part(self) -> None:
        """Close it and let go of the form inside."""
        self._fold(False)
        layout = self._inside.layout()
        assert isinstance(layout, QVBoxLayout)
        empty(layout)
        self.rule = None

    def _fold(self, opened: bool) -> None:
        self._inside.setVisible(opened)
        self._said.setVisible(not opened)
        self.fold.set_icon("chevron-down" if opened else "chevron-right")

    def _make(self) -> None:
        site, path, at = self.site, self._owner.path, self._at
        self.words = Entry(self.tr("Name of the part"), self.tr("What this part is for"))
        self.maximum = AmountEntry(self.tr("Points at most"), self.tr("points"))
        self.zero = Choice(self.tr("With a total of 0"))
        self.words.textEdited.connect(lambda _: site.do_part(path, at, label=self.words.value()))
        self.maximum.typed.connect(lambda amount: site.do_part(path, at, maximum=amount))
        self.zero.set_options([(None, self.tr("As the criterion says")), *terms("policy", Policy)])
        self.zero.chosen.connect(lambda policy: site.do_part(path, at, zero_denominator=policy))
        acts = [("arrow-up", self.tr("Move the part up"), lambda: self._owner.shift(at, -1))]
        acts.append(("arrow-down", self.tr("Move the part down"), lambda: self._owner.shift(at, 1)))
        acts.append(("trash-2", self.tr("Remove the part"), lambda: self._owner.remove(at)))
        buttons = []
        for icon, tip, act in acts:
            buttons.append(Button("", "quiet", icon, tip=tip))
            buttons[-1].clicked.connect(act)
        self._maximum_line = Line(self.tr("Points at most"), self.maximum, None)
        self._zero_line = Line(self.tr("With a total of 0"), (self.zero, 1))
        self.rule = RuleForm(site, self.path, self._owner.level + 1)
        layout = self._inside.layout()
        assert layout is not None
        acts_row = row(*buttons[:2], None, buttons[2], gap=tokens.STEP)
        name = Line(self.tr("Name"), (self.words, 1))
        for part in (name, self._maximum_line, self._zero_line, rule(), self.rule, rule(), acts_row):
            layout.addWidget(part)

    def follow(self) -> None:
        outer = self.site.rule(self._owner.path)
        assert isinstance(outer, (Sum, Best))
        part = outer.parts[self._at] if isinstance(outer, Sum) else outer.alternatives[self._at]
        limit = self.site.maximum(self.path)
        self._title.setText(f"{self._at + 1}. {part.label or self.tr('Part without a name')}")
        self._points.setText(self.tr("{points} points").format(points=short(limit)))
        self._said.setText(" ".join(self.site.speaker().rule(part.rule, limit)) if not self.is_open() else "")
        if self.rule is None:
            return
        if self.words.value() != part.label.strip():
            self.words.set_text(part.label)
            self.words.setCursorPosition(0)
        self.maximum.setVisible(isinstance(outer, Sum))
        self._maximum_line.label.setVisible(isinstance(outer, Sum))
        if isinstance(outer, Sum):
            own = outer.parts[self._at]
            self.maximum.set_amount(own.maximum)
            self.zero.set_value(own.zero_denominator)
        can_divide = any(divides(scored.measure) for scored, _ in scored_rules(part.rule, limit))
        self._zero_line.setVisible(isinstance(outer, Sum) and can_divide)
        self.rule.follow()


class PartsForm(Form):
    """How parts come together, a card for each, and the sum of their maxima against the whole."""

    def __init__(self, site: Site, path: Path, depth: int) -> None:
        super().__init__(site, path)
        self.level = depth
        ways = [(Sum, self.tr("Parts are added")), (Best, self.tr("The best part counts"))]
        self.way = Choice(self.tr("How the parts come together"), ways)
        self.way.chosen.connect(lambda way: site.do(as_sum if way is Sum else as_best, path))
        self.single = Button(self.tr("Without parts"), "link", "undo-2")
        self.single.clicked.connect(lambda: site.do(as_single, path))
        self.add = Button(self.tr("Add a part"), "link", "plus")
        self.add.clicked.connect(self._on_add)
        gate = Button(self.tr("Add a condition"), "link", "plus")
        gate.clicked.connect(lambda: site.do(with_gate, path))
        self._sum = hint()
        self.cards: list[PartCard] = []
        self._holder = column(gap=tokens.NEAR)
        self.column.addWidget(row(section(self.tr("Made of parts")), None, self.single))
        self.column.addWidget(Line(self.tr("Together"), (self.way, 1)))
        self.column.addWidget(self._holder)
        self.column.addWidget(row(self.add, gate, None, gap=tokens.GROUP))
        self.column.addWidget(self._sum)
        self.follow()

    def follow(self) -> None:
        found = self.site.rule(self.path)
        inner = below(found)
        layout = self._holder.layout()
        assert layout is not None
        while len(self.cards) > len(inner):
            last = self.cards.pop()
            layout.removeWidget(last)
            last.hide()
            last.deleteLater()
        for card in self.cards:
            card.follow()
        while len(self.cards) < len(inner):
            self.cards.append(PartCard(self, len(self.cards)))
            layout.addWidget(self.cards[-1])
        self.way.set_value(type(found))
        self.single.setEnabled(is_single(found))
        why = self.tr("Remove the other parts first, so that none is lost.")
        text.set_tip(self.single, "" if is_single(found) else why)
        self._tell_sum(found)

    def _tell_sum(self, found: Rule) -> None:
        self._sum.setVisible(isinstance(found, Sum))
        if isinstance(found, Sum):
            total = sum((part.maximum.value for part in found.parts), Fraction(0))
            maximum = self.site.maximum(self.path)
            words = self.tr("Parts together: {total} of {maximum} points")
            self._sum.setText(words.format(total=short(total), maximum=short(maximum)))
            self._sum.set_tone("ink-soft" if total == maximum else "warn")

    def open(self, at: int) -> None:
        """Open one part and close the others; an open one closes."""
        wanted = not self.cards[at].is_open()
        for number, card in enumerate(self.cards):
            if card.is_open() != (wanted and number == at):
                card.set_open(wanted and number == at)

    def shift(self, at: int, step: int) -> None:
        to = at + step
        if 0 <= to < len(self.cards):
            self._close()
            self.site.do(moved_part, self.path, at, step)
            self.open(to)

    def remove(self, at: int) -> None:
        self._close()
        self.site.do(without_part, self.path, at)

    def forget(self) -> None:
        """Close every part without a look at what it shows: another criterion comes next."""
        for card in self.cards:
            card.close_part()

    def _close(self) -> None:
        for card in self.cards:
            if card.is_open():
                card.set_open(False)

    def _on_add(self) -> None:
        self._close()
        self.site.do(with_part, self.path)
        self.open(len(self.cards) - 1)
