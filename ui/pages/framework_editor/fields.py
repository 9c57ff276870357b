"""Fields bound to the attributes of a record: what is typed becomes a new record, key by key, nothing is rebuilt."""

import dataclasses
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.codec import Amount
from app.domain.framework import MAX_DECIMALS, Framework
from app.domain.numbers import normalise_typed
from app.errors import AppError
from ui import language, theme, tokens
from ui.widgets.boxes import Part, column, fill, row
from ui.widgets.choice import Choice
from ui.widgets.date_entry import DateEntry, read_date
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick

LABEL = 132  # pixels at 100 % for the words beside a field
Options = Callable[[Framework], Sequence[tuple[Any, str]]]
BAD = object()


class Bound(QObject):
    """One attribute and its widget. `edited` comes when a person made something readable of it.

    Subclasses give `read` (the value, or BAD where it can't be read) and `write`.
    """

    edited = Signal()

    def __init__(self, name: str, label: str, field: QWidget, *, hint: str = "", below: bool = False) -> None:
        super().__init__()
        self.name, self.label, self.field, self.hint, self.below = name, label, field, hint, below
        self.is_narrow = False

    def read(self) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> None:
        raise NotImplementedError

    def prepare(self, framework: Framework) -> None:
        """Before a value is shown: what there is to choose from."""

    def show(self, value: Any) -> None:
        """Shows a value; a field that says it already is left alone, so that the cursor stays where it is."""
        if self.read() != value:
            self.write(value)

    def part(self) -> QWidget:
        """The field with its words beside or above it."""
        words = Label(self.label, "body", "ink-soft", wrap=True)
        told = [Label(self.hint, "hint", "ink-soft", wrap=True)] if self.hint else []
        if self.below:
            return column(words, self.field, *told, gap=tokens.STEP)
        words.setFixedWidth(theme.current().px(LABEL))
        field = row(self.field, None) if self.is_narrow else self.field
        return row(words, (column(field, *told, gap=tokens.STEP), 1), gap=tokens.NEAR)


class TextBound(Bound):
    """One line."""

    def __init__(self, name: str, label: str, *, placeholder: str = "", width: int = 0, hint: str = "") -> None:
        self.entry = Entry(label, placeholder, width=width)
        super().__init__(name, label, self.entry, hint=hint)
        self.is_narrow = bool(width)
        self.entry.textEdited.connect(lambda _: self.edited.emit())

    def read(self) -> str:
        return self.entry.value()

    def write(self, value: str) -> None:
        self.entry.set_text(value)


class AreaBound(Bound):
    """Several lines."""

    def __init__(self, name: str, label: str, *, placeholder: str = "", least: int = 1, hint: str = "") -> None:
        self.area = TextArea(label, placeholder, least=least)
        super().__init__(name, label, self.area, hint=hint, below=True)
        self._is_shown = False
        self.area.textChanged.connect(self._on_changed)

    def read(self) -> Any:
        return self.area.value()

    def write(self, value: Any) -> None:
        self._is_shown = True
        self.area.set_text(self._text(value))
        self._is_shown = False

    def _text(self, value: Any) -> str:
        return str(value)

    def _on_changed(self) -> None:
        if not self._is_shown:
            self.edited.emit()


class LinesBound(AreaBound):
    """One thing a line."""

    def read(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.area.value().splitlines() if line.strip())

    def _text(self, value: Any) -> str:
        return "\n".join(value)


class AmountBound(Bound):
    """A number, a percentage or a fraction; empty is none where `is_optional`."""

    def __init__(self, name: str, label: str, *, unit: str = "", is_optional: bool = False, hint: str = "") -> None:
        self.entry = Entry(label, width=88, right=True)
        super().__init__(name, label, row(self.entry, Label(unit, tone="ink-soft"), None, gap=8), hint=hint)
        self._is_optional = is_optional
        self.entry.textEdited.connect(lambda _: self._on_edited())

    def read(self) -> Any:
        typed = self.entry.value()
        if not typed:
            return None if self._is_optional else BAD
        return read_amount(typed)

    def write(self, value: Amount | None) -> None:
        self.entry.complain()
        self.entry.set_text(amount_text(value) if value is not None else "")

    def _on_edited(self) -> None:
        if self.read() is BAD:
            self.entry.complain(QCoreApplication.translate("Bound", "Write a number, for example 12,5 or 75 %."))
        else:
            self.entry.complain()
            self.edited.emit()


class CountBound(Bound):
    """A whole number, or none."""

    def __init__(self, name: str, label: str, *, hint: str = "", is_optional: bool = True) -> None:
        self.entry = Entry(label, width=88, right=True)
        super().__init__(name, label, self.entry, hint=hint)
        self.is_narrow = True
        self._is_optional = is_optional
        self.entry.textEdited.connect(lambda _: self._on_edited())

    def read(self) -> Any:
        typed = self.entry.value()
        if not typed and self._is_optional:
            return None
        return int(typed) if re.fullmatch(r"[0-9]{1,6}", typed) else BAD

    def write(self, value: int | None) -> None:
        self.entry.complain()
        self.entry.set_text("" if value is None else str(value))

    def _on_edited(self) -> None:
        if self.read() is BAD:
            self.entry.complain(QCoreApplication.translate("Bound", "Write a whole number."))
        else:
            self.entry.complain()
            self.edited.emit()


class ChoiceBound(Bound):
    """One of a few, which may depend on the framework."""

    def __init__(self, name: str, label: str, options: Options, *, hint: str = "") -> None:
        self.choice = Choice(label)
        super().__init__(name, label, self.choice, hint=hint)
        self._options = options
        self._known: tuple[tuple[Any, str], ...] = ()
        self.choice.chosen.connect(lambda _: self.edited.emit())

    def prepare(self, framework: Framework) -> None:
        known = tuple(self._options(framework))
        if known != self._known:
            self._known = known
            self.choice.set_options(known)

    def read(self) -> Any:
        """The value itself: Qt makes plain text of a member of an enumeration."""
        number = self.choice.currentIndex()
        return self._known[number][0] if 0 <= number < len(self._known) else None

    def write(self, value: Any) -> None:
        self.choice.set_value(value)


class TickBound(Bound):
    """Yes or no."""

    def __init__(self, name: str, label: str) -> None:
        self.tick = Tick(label)
        super().__init__(name, "", self.tick)
        self.words = label
        self.tick.clicked.connect(lambda: self.edited.emit())

    def read(self) -> bool:
        return self.tick.isChecked()

    def write(self, value: bool) -> None:
        self.tick.setChecked(value)


class DateBound(Bound):
    """A day, or none."""

    def __init__(self, name: str, label: str) -> None:
        self.entry = DateEntry(label)
        super().__init__(name, label, self.entry)
        self.is_narrow = True
        self.entry.dated.connect(lambda _: self.edited.emit())

    def read(self) -> Any:
        return read_date(self.entry.text())

    def write(self, value: Any) -> None:
        self.entry.set_date(value)


class TicksBound(Bound):
    """Any of a few: codes with their names."""

    def __init__(self, name: str, label: str, options: Options, *, hint: str = "") -> None:
        self._holder = QWidget()
        self._layout = QVBoxLayout(self._holder)
        fill(self._layout, [], gap=0)
        super().__init__(name, label, self._holder, hint=hint)
        self._options = options
        self._known: tuple[tuple[Any, str], ...] = ()
        self._ticks: dict[Any, Tick] = {}

    def prepare(self, framework: Framework) -> None:
        known = tuple(self._options(framework))
        if known == self._known:
            return
        self._known = known
        for tick in self._ticks.values():
            self._layout.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = {value: Tick(words) for value, words in known}
        for tick in self._ticks.values():
            tick.clicked.connect(lambda: self.edited.emit())
            self._layout.addWidget(tick)

    def read(self) -> tuple[Any, ...]:
        return tuple(value for value, tick in self._ticks.items() if tick.isChecked())

    def write(self, value: Sequence[Any]) -> None:
        for each, tick in self._ticks.items():
            tick.setChecked(each in value)


class NodesBound(Bound):
    """Nodes by their codes, one after another; kept by their ids once the field is left: 4 is on the way to 4.3."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        self.entry = Entry(label, QCoreApplication.translate("Bound", "codes, such as 4.1; 4.3"))
        super().__init__(name, label, self.entry, hint=hint)
        self._framework: Framework | None = None
        self.entry.committed.connect(lambda _: self._on_edited())

    def prepare(self, framework: Framework) -> None:
        self._framework = framework

    def read(self) -> Any:
        assert self._framework is not None
        found = [self._framework.index.find(name) for name in self._names()]
        return tuple(place.id for place in found if place is not None) if all(found) else BAD

    def _names(self) -> list[str]:
        return [name.strip() for name in re.split(r"[;,\n]", self.entry.value()) if name.strip()]

    def write(self, value: Sequence[str]) -> None:
        assert self._framework is not None
        places = self._framework.index.places
        self.entry.complain()
        self.entry.set_text("; ".join(places[id_].node.code or id_ if id_ in places else id_ for id_ in value))

    def _on_edited(self) -> None:
        assert self._framework is not None
        unknown = [name for name in self._names() if self._framework.index.find(name) is None]
        if unknown:
            told = QCoreApplication.translate("Bound", "No item has the code {code}.")
            self.entry.complain(told.format(code=unknown[0]))
        else:
            self.entry.complain()
            self.edited.emit()


class Form(QWidget):
    """Fields of one record, one below the other. `edited` carries the new record, the name and words of the field."""

    edited = Signal(object, str, str)

    def __init__(self, bounds: Sequence[Bound], parts: Sequence[Part] | None = None, gap: int = tokens.FIELD) -> None:
        """`parts`: how they are laid out, else each in a line of its own."""
        super().__init__()
        self.record: Any = None
        self.bounds = {bound.name: bound for bound in bounds}
        fill(QVBoxLayout(self), parts if parts is not None else [bound.part() for bound in bounds], gap=gap)
        for bound in bounds:
            bound.setParent(self)
            bound.edited.connect(self._teller(bound))

    def show_record(self, record: Any, framework: Framework) -> None:
        """Shows the record; tells nothing."""
        self.record = record
        for name, bound in self.bounds.items():
            bound.prepare(framework)
            bound.show(getattr(record, name))

    def spoilt(self) -> list[tuple[str, str]]:
        """Fields in which something stands that can't be read: their words and what stands there."""
        bad = (bound for bound in self.bounds.values() if self.record is not None and bound.read() is BAD)
        entries = ((bound.label, getattr(bound, "entry", None)) for bound in bad)
        return [(label, entry.value()) for label, entry in entries if entry is not None]

    def _changed(self, bound: Bound, value: Any) -> Any:
        """The record with one value put in."""
        return dataclasses.replace(self.record, **{bound.name: value})

    def _teller(self, bound: Bound) -> Callable[[], None]:
        def tell() -> None:
            value = bound.read()
            if value is BAD or self.record is None:
                return
            changed = self._changed(bound, value)
            if changed != self.record:
                self.record = changed
                self.edited.emit(changed, bound.name, bound.label or getattr(bound, "words", ""))

        return tell


def read_amount(typed: str) -> Any:
    """The amount meant by "12,5", "75 %" or "1/3"; BAD where it is none."""
    bare, percent = typed.strip(), ""
    if bare.endswith("%"):
        bare, percent = bare[:-1].strip(), "%"
    try:
        amount = Amount("/".join(normalise_typed(part) for part in bare.split("/")) + percent)
        _ = amount.value
    except AppError:
        return BAD
    return amount


def exact_amount(value: Fraction) -> Amount:
    """A number as a framework writes it: decimals where they end, else a fraction."""
    above, below = value.as_integer_ratio()
    for decimals in range(MAX_DECIMALS + 1):
        if 10**decimals % below == 0:
            whole, part = divmod(abs(above) * 10**decimals // below, 10**decimals)
            sign = "-" if value < 0 else ""
            return Amount(f"{sign}{whole}.{part:0{decimals}}" if decimals else f"{sign}{whole}")
    return Amount(f"{above}/{below}")


def amount_text(amount: Amount) -> str:
    """An amount as people of the language write it, in the same form."""
    text, percent = (amount[:-1], "\u00a0%") if amount.endswith("%") else (str(amount), "")
    return "/".join(map(_number, text.split("/"))) + percent


def _number(text: str) -> str:
    return language.number_text(Fraction(text), len(text.partition(".")[2]))
