"""The figures a commune is asked for: words, unit, and behind a button kind, hint, limits, order."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.answer_tables import options_from_lines
from app.domain.framework import Input, InputKind
from app.domain.rule_tree import (
    find_input,
    free_key,
    is_removable,
    kinds_allowed,
    moved_input,
    read_by_rule,
    with_input,
    without_input,
)
from ui import tokens
from ui.widgets import text
from ui.widgets.boxes import column, empty, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.rule_builder.amounts import AmountEntry
from ui.widgets.rule_builder.site import Form, Line, Site, called, hint, section, terms
from ui.widgets.sheet import well
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick

_NUMBERS = (InputKind.NUMBER, InputKind.INTEGER, InputKind.IMPORTED)


class InputRow(Form):
    """One input: its words and unit in a line; the rest unfolds below."""

    def __init__(self, site: Site, key: str, number: int) -> None:
        super().__init__(site, gap=tokens.STEP)
        self.key = key
        self._more: InputDetails | None = None
        self.words = Entry(self.tr("Label of figure {number}").format(number=number), self.tr("Say what figure it is"))
        self.words.setObjectName(f"label-{key}")
        self.unit = Entry(self.tr("Unit of figure {number}").format(number=number), self.tr("unit"), width=88)
        self.fold = Button("", "quiet", "sliders-horizontal", tip=self.tr("Kind, hint and limits"), checkable=True)
        self._unread = hint(self.tr("Not used in the scoring yet."))
        self.column.addWidget(row((self.words, 1), self.unit, self.fold, gap=tokens.STEP))
        self.column.addWidget(self._unread)
        self.words.textEdited.connect(lambda _: self.set(label=self.words.value()))
        self.unit.textEdited.connect(lambda _: self.set(unit=self.unit.value()))
        self.fold.toggled.connect(self._on_folded)
        self.follow()

    def input(self) -> Input:
        return find_input(self.site.criterion, self.key) or Input(key=self.key, label=self.key)

    def set(self, **fields: object) -> None:
        """Change fields of the input."""
        self.site.do(with_input, replace(self.input(), **fields))  # type: ignore[arg-type]

    def follow(self) -> None:
        input_ = self.input()
        for entry, told in ((self.words, input_.label), (self.unit, input_.unit)):
            if entry.value() != told.strip():
                entry.set_text(told)
                entry.setCursorPosition(0)  # long words are read from their beginning
        self.unit.setVisible(input_.kind in _NUMBERS)
        self._unread.setVisible(self.key not in read_by_rule(self.site.criterion))
        if self._more is not None:
            self._more.follow()

    def _on_folded(self, opened: bool) -> None:
        if opened and self._more is None:
            self._more = InputDetails(self)
            self.column.addWidget(self._more)
        if self._more is not None:
            self._more.setVisible(opened)


class InputDetails(Form):
    """Kind, hint, limits, options and place of one input."""

    def __init__(self, owner: InputRow) -> None:
        super().__init__(owner.site)
        self._owner = owner
        self.kind = Choice(self.tr("Kind of answer"))
        self.hint = Entry(self.tr("Hint below the figure"), self.tr("Where the figure comes from, what counts"))
        self.low = AmountEntry(self.tr("Smallest value"), optional=True)
        self.high = AmountEntry(self.tr("Largest value"), optional=True)
        self.absent = Tick(self.tr("May be answered “no such figure”"))
        self.options = TextArea(self.tr("Answers, one a line"), least=2, most=6)
        self._limits = Line(self.tr("From"), self.low, hint(self.tr("to")), self.high, None)
        self._options = column(hint(self.tr("Answers, one a line")), self.options, gap=2)
        self.up = Button("", "quiet", "arrow-up", tip=self.tr("Move the figure up"))
        self.down = Button("", "quiet", "arrow-down", tip=self.tr("Move the figure down"))
        self.remove = Button(self.tr("Remove"), "quiet", "trash-2")
        parts: list[QWidget] = [
            Line(self.tr("Kind of answer"), (self.kind, 1)),
            Line(self.tr("Hint"), (self.hint, 1)),
            self._limits,
            self.absent,
            self._options,
            row(self.up, self.down, None, self.remove, gap=tokens.STEP),
        ]
        self.column.addWidget(well(*parts))
        self._connect()
        self.follow()

    def _connect(self) -> None:
        key, site = self._owner.key, self.site
        self.kind.chosen.connect(lambda kind: self._owner.set(kind=kind))
        self.hint.textEdited.connect(lambda _: self._owner.set(hint=self.hint.value()))
        self.low.typed.connect(lambda amount: self._owner.set(minimum=amount))
        self.high.typed.connect(lambda amount: self._owner.set(maximum=amount))
        self.absent.clicked.connect(lambda ticked: self._owner.set(may_be_absent=ticked))
        self.options.committed.connect(self._on_options)
        self.up.clicked.connect(lambda: site.do(moved_input, key, -1))
        self.down.clicked.connect(lambda: site.do(moved_input, key, 1))
        self.remove.clicked.connect(lambda: site.do(without_input, key))

    def follow(self) -> None:
        input_, keys = self._owner.input(), [each.key for each in self.site.criterion.inputs]
        allowed = kinds_allowed(self.site.criterion, input_)
        self.kind.set_options(terms("input_kind", allowed))
        self.kind.set_value(input_.kind)
        self.kind.setEnabled(len(allowed) > 1)
        if self.hint.value() != input_.hint.strip():
            self.hint.set_text(input_.hint)
        self.low.set_amount(input_.minimum)
        self.high.set_amount(input_.maximum)
        self.absent.setChecked(input_.may_be_absent)
        is_number = input_.kind in _NUMBERS
        self._limits.setVisible(is_number)
        self.absent.setVisible(is_number)
        self._options.setVisible(input_.kind is InputKind.CHOICE)
        lines = "\n".join(option.label for option in input_.options)
        if not self.options.hasFocus() and self.options.toPlainText() != lines:
            self.options.set_text(lines)
        at = keys.index(input_.key) if input_.key in keys else 0
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < len(keys) - 1)
        removable = is_removable(self.site.criterion, input_.key)
        self.remove.setEnabled(removable)
        text.set_tip(self.remove, "" if removable else self.tr("In use: let the scoring read another figure first."))

    def _on_options(self, typed: str) -> None:
        self._owner.set(options=options_from_lines(self._owner.input().options, typed.split("\n")))


class InputsForm(Form):
    """All inputs of the criterion. Rows stay while their keys do."""

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.add = Button(self.tr("Add figure"), "link", "plus")
        self.add.clicked.connect(self._on_add)
        self._title = section(self.tr("Figures asked for"))
        self._none = hint(self.tr("No figures are asked for."))
        self.column.addWidget(row(self._title, None, self.add))
        self.column.addWidget(self._none)
        self.rows: dict[str, InputRow] = {}
        self._holder = column(gap=tokens.STEP)
        self.column.addWidget(self._holder)
        self.follow()

    def follow(self) -> None:
        keys = list(dict.fromkeys(input_.key for input_ in self.site.criterion.inputs))
        self._none.setVisible(not keys)
        if keys == list(self.rows):
            for each in self.rows.values():
                each.follow()
            return
        opened = {key for key, each in self.rows.items() if each.fold.isChecked()}
        layout = self._holder.layout()
        assert layout is not None
        empty(layout)  # type: ignore[arg-type]
        self.rows = {key: InputRow(self.site, key, at + 1) for at, key in enumerate(keys)}
        for key, each in self.rows.items():
            layout.addWidget(each)
            each.fold.setChecked(key in opened)

    def forget(self) -> None:
        for each in self.rows.values():
            each.fold.setChecked(False)

    def _on_add(self) -> None:
        key = free_key(self.site.criterion, InputKind.NUMBER)
        self.site.do(with_input, Input(key=key, label=""))
        self.point_at(key)

    def point_at(self, key: str) -> None:
        """Let the person say what a new input is, once the form has grown."""
        QTimer.singleShot(0, self, lambda: self._focus(key))

    def _focus(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].words.setFocus()
            self.rows[key].words.selectAll()


class InputChoice(Choice):
    """A drop-down of the inputs of some kinds, and a new one."""

    NEW, FORMULA = "\0new", "\0formula"

    def __init__(self, site: Site, name: str, kinds: tuple[InputKind, ...], *, may_compute: bool = False) -> None:
        super().__init__(name)
        self._site, self._kinds, self._may_compute = site, kinds, may_compute
        self._shown: list[tuple[str, str]] = []

    def show_key(self, key: str) -> None:
        """Offer what there is now and show one of them; a key that no input has stays readable."""
        inputs = self._site.criterion.inputs
        options = [(each.key, called(each)) for each in inputs if each.kind in self._kinds or each.key == key]
        if key not in dict(options):
            options.insert(0, (key, self.tr("(no figure: {key})").format(key=key)))
        options.append((self.NEW, self.tr("New figure…")))
        if self._may_compute:
            options.append((self.FORMULA, self.tr("Several figures together…")))
        if options != self._shown:
            self._shown = options
            self.set_options(options)
        self.set_value(key)

    def unit(self, key: str) -> str:
        input_ = find_input(self._site.criterion, key)
        return input_.unit if input_ is not None else ""
