"""Lists of things a framework names (target groups, grounds, steps …): the list, and the form of the chosen one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.framework import Framework
from ui import tokens
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.framework_editor.fields import Form
from ui.widgets.boxes import Part, fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.views import TableView


@dataclass(frozen=True)
class Kind:
    """One list of a framework. `attribute` holds it; `make` begins a new one with a code that is free; `name` is how
    one is called in the list, `told` what follows from it in a sentence; `noun` one of them in words.
    """

    attribute: str
    noun: str
    explained: str
    form: Callable[[], Form]
    make: Callable[[Framework, str], Any]
    name: Callable[[Any], str]
    told: Callable[[Framework, Any], str] = lambda framework, record: ""
    has_codes: bool = True


class Records(QWidget):
    """`edited` carries (the new tuple of records, words for undoing, key of the field typed into)."""

    edited = Signal(object, str, str)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self._records: tuple[Any, ...] = ()
        self._framework: Framework | None = None
        self._at = -1
        self._is_filling = False
        columns: tuple[Column[tuple[int, Any]], ...] = (
            Column("", lambda item: Cell(kind.name(item[1]) or self.tr("(no name yet)"))),
        )
        self._model = RowsModel(columns, key=lambda item: item[0], parent=self)
        self.table = TableView(kind.noun, self._model)
        self.table.setObjectName("records")
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(self._on_chosen)
        self.form = kind.form()
        self.form.edited.connect(self._on_edited)
        self._told = Label("", wrap=True)
        self._tell_box = Sheet(
            row(Icon("text-quote", "lead"), (self._told, 1), gap=8), look="lead", margins=(12, 8, 12, 8)
        )
        self._nothing = Label(self.tr("Nothing is entered here yet."), tone="ink-soft", wrap=True)
        acts = [
            self._button("add", self.tr("Add"), "plus", self.add),
            self._button("up", "", "arrow-up", lambda: self._shift(-1), self.tr("Move up")),
            self._button("down", "", "arrow-down", lambda: self._shift(1), self.tr("Move down")),
            self._button("remove", "", "trash-2", self.remove, self.tr("Take out")),
        ]
        self._lesser = acts[1:]
        self._frame = framed(self.table)
        parts: list[Part] = [
            Label(kind.explained, "hint", "ink-soft", wrap=True),
            row(acts[0], None, *acts[1:], gap=4),
            self._nothing,
            self._frame,
            self.form,
            self._tell_box,
            None,
        ]
        fill(QVBoxLayout(self), parts, gap=tokens.FIELD)

    def show_records(self, framework: Framework) -> None:
        self._framework = framework
        self._records = getattr(framework, self.kind.attribute)
        self._is_filling = True  # a fresh model puts the cursor where it was
        self._model.replace(list(enumerate(self._records)))
        self._is_filling = False
        if self._records and not 0 <= self._at < len(self._records):
            self._at = 0
        self._show()

    def select(self, number: int) -> None:
        """Shows the form of one of them."""
        self._at = number
        self._show()

    def add(self) -> None:
        assert self._framework is not None
        made = self.kind.make(self._framework, self._free_code())
        self._at = len(self._records)
        self._change((*self._records, made), self.tr("Add: {noun}"), made)
        self.form.setFocus()
        first = next(iter(self.form.bounds.values()), None)
        if first is not None:
            first.field.setFocus()

    def remove(self) -> None:
        if 0 <= self._at < len(self._records):
            gone = self._records[self._at]
            rest = (*self._records[: self._at], *self._records[self._at + 1 :])
            self._at = min(self._at, len(rest) - 1)
            self._change(rest, self.tr("Take out: {noun}"), gone)

    # Inside --------------------------------------------------------------------------------------------------------

    def _free_code(self) -> str:
        if not self.kind.has_codes:
            return ""
        taken = {record.code for record in self._records}
        numbers = range(1, len(taken) + 2)
        stem = self.kind.attribute.rstrip("s").replace("_", "-")
        return next(code for number in numbers if (code := f"{stem}-{number}") not in taken)

    def _shift(self, way: int) -> None:
        there = self._at + way
        if 0 <= self._at < len(self._records) and 0 <= there < len(self._records):
            moved = list(self._records)
            moved[self._at], moved[there] = moved[there], moved[self._at]
            one = self._records[self._at]
            self._at = there
            self._change(tuple(moved), self.tr("Move: {noun}"), one)

    def _change(self, records: tuple[Any, ...], words: str, one: Any) -> None:
        name = self.kind.name(one)
        noun = f"{self.kind.noun} “{name}”" if name else self.kind.noun
        self.edited.emit(records, words.format(noun=noun), "")

    def _on_chosen(self, item: tuple[int, Any] | None) -> None:
        if item is not None and item[0] != self._at and not self._is_filling:
            self._at = item[0]
            self._show()

    def _on_edited(self, record: Any, field: str, words: str) -> None:
        records = (*self._records[: self._at], record, *self._records[self._at + 1 :])
        self._records = records
        self._model.replace(list(enumerate(records)))
        key = f"{self.kind.attribute}.{self._at}.{field}"
        self.edited.emit(records, self.tr("Change: {noun}").format(noun=f"{self.kind.noun}, {words}"), key)
        self._show_told()

    def _show(self) -> None:
        is_one = 0 <= self._at < len(self._records)
        for widget in (self._frame, self.form, *self._lesser):
            widget.setVisible(bool(self._records) and (is_one or widget is self._frame))
        self._nothing.setVisible(not self._records)
        rows = min(max(len(self._records), 1), 6)
        self.table.setFixedHeight(rows * (self.table.verticalHeader().defaultSectionSize()) + 2)
        if is_one and self._framework is not None:
            self.table.select_key(self._at)
            self.form.show_record(self._records[self._at], self._framework)
        self._show_told()

    def _show_told(self) -> None:
        is_one = 0 <= self._at < len(self._records) and self._framework is not None
        told = self.kind.told(self._framework, self._records[self._at]) if is_one and self._framework else ""
        self._told.setText(told)
        self._tell_box.setVisible(bool(told))

    def _button(self, name: str, words: str, icon: str, do: Callable[[], object], tip: str = "") -> Button:
        button = Button(words, "plain" if words else "quiet", icon, tip=tip)
        button.setObjectName(f"record-{name}")
        button.clicked.connect(lambda: do())
        return button
