"""Rules of answers in words, and rules made of rules."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from app.domain.codec import Amount
from app.domain.nodes import Option
from app.domain.rules import (
    NO_GRADE,
    Alternative,
    Best,
    Choice,
    Items,
    Options,
    Part,
    Periods,
    PerPeriod,
    Rule,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    YesNo,
)
from app.suggesting.asking import Asked
from app.suggesting.scales import grade_of
from app.suggesting.suggestion import Kind

_ON_TIME = (("on_time", "Đúng hạn"), ("late", "Chậm"), ("none", "Không thực hiện"))
_MOST = 60


def chosen(kind: Kind, told: Mapping[str, Any], asked: Asked, maximum: Fraction) -> Rule | None:
    """Kinds that read answers and ticks."""
    if kind is Kind.YES_NO:
        return _yes_no(told, asked)
    if kind is Kind.CHOICE:
        return _choice(told, asked)
    if kind is Kind.ADDITIVE:
        grades = {asked.yes_no(part["label"]): grade_of(part) or NO_GRADE for part in told.get("parts", ())}
        return Scored(measure=Ticks(inputs=tuple(grades)), scale=Items(grades=grades)) if grades else None
    if kind is Kind.CHECKLIST:
        return _checklist(told, asked)
    return _periods(told, asked) if kind is Kind.TIMELINESS else None


def _yes_no(told: Mapping[str, Any], asked: Asked) -> Rule | None:
    yes, no = grade_of(told.get("yes", {})), grade_of(told.get("no", {}))
    if yes is None:
        return None
    label = str(told.get("label", ""))
    key = asked.yes_no(label if len(label.split()) > 1 else asked.title)
    return Scored(measure=YesNo(input=key), scale=Options(grades={"yes": yes, "no": no or NO_GRADE}))


def _choice(told: Mapping[str, Any], asked: Asked) -> Rule | None:
    rows = told.get("options", ())
    if not rows:
        return None
    options = tuple(Option(key=f"o{at}", label=_capital(row["label"])) for at, row in enumerate(rows, 1))
    grades = {option.key: grade_of(row) or NO_GRADE for option, row in zip(options, rows, strict=True)}
    key = asked.choice(asked.title, options)
    return Scored(measure=Choice(input=key), scale=Options(grades=grades))


def _checklist(told: Mapping[str, Any], asked: Asked) -> Rule | None:
    items = told.get("items", "")
    if isinstance(items, str):
        if not items.isdigit() or not 0 < int(items) <= _MOST:
            return None
        items = [f"{asked.title} – nội dung {at}" for at in range(1, int(items) + 1)]
    return Scored(measure=Ticks(inputs=tuple(dict.fromkeys(map(asked.yes_no, items)))), scale=ShareOfItems())


def _periods(told: Mapping[str, Any], asked: Asked) -> Rule | None:
    number = str(told.get("periods", ""))
    if not number.isdigit() or not 0 < int(number) <= _MOST:
        return None
    named = [(key, words) for key, words in _ON_TIME if key in told]
    options = tuple(Option(key=key, label=words) for key, words in named)
    grades = {key: grade_of(told[key]) or NO_GRADE for key, _ in named}
    unit = _capital(re.sub(r"^6 ", "", str(told.get("unit", "kỳ")))) or "Kỳ"
    keys = tuple(asked.choice(f"{asked.title} – {unit.lower()} {at}", options) for at in range(1, int(number) + 1))
    return Scored(measure=Periods(inputs=keys), scale=PerPeriod(grades=grades))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def combined(
    kind: Kind, told: Mapping[str, Any], asked: Asked, maximum: Fraction, composed: Callable[..., Rule | None]
) -> Rule | None:
    """Sums of parts and the best of alternatives; None where one of them can't be composed."""
    rows = told.get("parts" if kind is Kind.SUM else "alternatives", ())
    title = asked.title
    rules: list[tuple[str, Amount, Rule]] = []
    for at, row in enumerate(rows, 1):
        name = str(row.get("label") or ("Phần" if kind is Kind.SUM else "Trường hợp") + f" {at}")
        limit = Amount(row.get("maximum", "")) if row.get("maximum") else Amount(str(maximum))
        if "parameters" not in row:
            return None
        asked.title = f"{title} – {name[:1].lower()}{name[1:]}"
        rule = composed(Kind(row["kind"]), row["parameters"], asked, limit.value, is_sure=True)
        asked.title = title
        if rule is None:
            return None
        rules.append((_capital(name), limit, rule))
    if not rules:
        return None
    if kind is Kind.SUM:
        return Sum(parts=tuple(Part(label=name, maximum=limit, rule=rule) for name, limit, rule in rules))
    return Best(alternatives=tuple(Alternative(label=name, rule=rule) for name, _, rule in rules))
