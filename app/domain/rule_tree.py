"""A rule as a tree that is edited in place: paths into it, its inputs, and the ways to combine rules.

A path leads from the whole rule to one inside it: 0 into a gate, the number of the part into a sum or a best-of.
Every function gives a new criterion; inputs that a change leaves unread stay where they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, TypeVar

from app.domain.codec import Amount
from app.domain.nodes import Criterion, Input, InputKind
from app.domain.numbers import exact_text
from app.domain.rule_checks import gate_kinds, inputs_read, scored_rules
from app.domain.rules import (
    FULL_GRADE,
    NO_GRADE,
    Alternative,
    Best,
    Gate,
    Items,
    Options,
    Part,
    Periods,
    Rule,
    Scored,
    Sum,
    Ticks,
    YesNo,
)

Path = tuple[int, ...]
T = TypeVar("T")

_STEMS = {InputKind.YES_NO: "co", InputKind.CHOICE: "chon"}


def amount_of(value: Fraction) -> Amount:
    """The shortest exact writing of a number: "7.5", else "20/3"."""
    text = exact_text(value)
    return Amount(text if Amount(text).value == value else f"{value.numerator}/{value.denominator}")


# Places in a rule. -------------------------------------------------------------------------------------------------


def below(rule: Rule) -> tuple[Rule, ...]:
    """The rules a rule is put together from."""
    match rule:
        case Gate():
            return (rule.then,)
        case Sum():
            return tuple(part.rule for part in rule.parts)
        case Best():
            return tuple(case.rule for case in rule.alternatives)
    return ()


def leaves(rule: Rule, path: Path = (), label: str = "") -> Iterator[tuple[Path, str]]:
    """The places of all measures on a scale, each with the words of the part it stands in."""
    if isinstance(rule, Scored):
        yield path, label
    for at, inner in enumerate(below(rule)):
        own = label
        if isinstance(rule, (Sum, Best)):
            own = (rule.parts[at] if isinstance(rule, Sum) else rule.alternatives[at]).label
        yield from leaves(inner, (*path, at), own)


def rule_at(rule: Rule, path: Path) -> Rule:
    """The rule at the end of `path`; raises `IndexError` where there is none."""
    return rule if not path else rule_at(below(rule)[path[0]], path[1:])


def with_rule(criterion: Criterion, path: Path, rule: Rule) -> Criterion:
    """The criterion with another rule at `path`."""
    return replace(criterion, rule=_put(criterion.rule, path, rule))


def _put(outer: Rule, path: Path, rule: Rule) -> Rule:
    if not path:
        return rule
    inner = _put(below(outer)[path[0]], path[1:], rule)
    match outer:
        case Sum():
            return replace(outer, parts=_with(outer.parts, path[0], replace(outer.parts[path[0]], rule=inner)))
        case Best():
            cases = outer.alternatives
            return replace(outer, alternatives=_with(cases, path[0], replace(cases[path[0]], rule=inner)))
        case Gate():
            return replace(outer, then=inner)
    raise IndexError(path)


def _with(items: tuple[T, ...], at: int, item: T) -> tuple[T, ...]:
    return (*items[:at], item, *items[at + 1 :])


def maximum_at(criterion: Criterion, path: Path) -> Fraction:
    """The points the rule at `path` can give: the criterion's maximum in size, or the part's own."""
    rule, maximum = criterion.rule, abs(criterion.maximum.value)
    for step in path:
        if isinstance(rule, Sum):
            maximum = rule.parts[step].maximum.value
        rule = below(rule)[step]
    return maximum


# Inputs. -----------------------------------------------------------------------------------------------------------


def read_by_rule(criterion: Criterion) -> frozenset[str]:
    """The keys of inputs that the rule reads anywhere."""
    keys = {key for scored, _ in scored_rules(criterion.rule, Fraction(1)) for key in inputs_read(scored.measure)}
    return frozenset(keys | _gate_inputs(criterion.rule))


def _gate_inputs(rule: Rule) -> set[str]:
    own = {rule.input} if isinstance(rule, Gate) else set()
    return own.union(*(_gate_inputs(inner) for inner in below(rule)))


def find_input(criterion: Criterion, key: str) -> Input | None:
    """The input with this key."""
    return next((input_ for input_ in criterion.inputs if input_.key == key), None)


def free_key(criterion: Criterion, kind: InputKind) -> str:
    """A key no input has and no rule reads."""
    stem = _STEMS.get(kind, "so")
    taken = read_by_rule(criterion) | {input_.key for input_ in criterion.inputs}
    number = 1
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def with_input(criterion: Criterion, input_: Input) -> Criterion:
    """The criterion with `input_` in place of the one with its key, or behind all others."""
    if find_input(criterion, input_.key) is None:
        return replace(criterion, inputs=(*criterion.inputs, input_))
    inputs = tuple(input_ if each.key == input_.key else each for each in criterion.inputs)
    return replace(criterion, inputs=inputs)


def moved_input(criterion: Criterion, key: str, step: int) -> Criterion:
    """An input `step` places further down (up: negative); at the end it stays."""
    keys = [input_.key for input_ in criterion.inputs]
    if key not in keys:
        return criterion
    return replace(criterion, inputs=_moved(criterion.inputs, keys.index(key), step))


def _moved(items: tuple[T, ...], at: int, step: int) -> tuple[T, ...]:
    to = at + step
    if not 0 <= to < len(items):
        return items
    rest = [*items[:at], *items[at + 1 :]]
    rest.insert(to, items[at])
    return tuple(rest)


def kinds_allowed(criterion: Criterion, input_: Input) -> tuple[InputKind, ...]:
    """The kinds an input may have without making the rule that reads it senseless."""
    if input_.key not in read_by_rule(criterion):
        return tuple(InputKind)
    numbers = (InputKind.NUMBER, InputKind.INTEGER, InputKind.IMPORTED)
    return numbers if input_.kind in numbers else (input_.kind,)


def is_removable(criterion: Criterion, key: str) -> bool:
    """Whether the rule can do without an input: nothing reads it, or lists of items that keep another one do."""
    if key in _gate_inputs(criterion.rule):
        return False
    for scored, _ in scored_rules(criterion.rule, Fraction(1)):
        measure = scored.measure
        listed = isinstance(measure, (Ticks, Periods)) and len(measure.inputs) > 1
        if key in inputs_read(measure) and not listed:
            return False
    return True


def without_input(criterion: Criterion, key: str) -> Criterion:
    """The criterion without an input that `is_removable`; lists of items lose it too."""
    if not is_removable(criterion, key):
        return criterion
    inputs = tuple(input_ for input_ in criterion.inputs if input_.key != key)
    return replace(criterion, inputs=inputs, rule=_without_item(criterion.rule, key))


def _without_item(rule: Rule, key: str) -> Rule:
    match rule:
        case Gate():
            return replace(rule, then=_without_item(rule.then, key))
        case Sum():
            return replace(rule, parts=tuple(replace(part, rule=_without_item(part.rule, key)) for part in rule.parts))
        case Best():
            cases = tuple(replace(case, rule=_without_item(case.rule, key)) for case in rule.alternatives)
            return replace(rule, alternatives=cases)
    measure, scale = rule.measure, rule.scale
    if isinstance(measure, (Ticks, Periods)) and key in measure.inputs:
        measure = replace(measure, inputs=tuple(each for each in measure.inputs if each != key))
        if isinstance(scale, Items):
            scale = replace(scale, grades=_less(scale.grades, key))
        return replace(rule, measure=measure, scale=scale)
    return rule


def _less(grades: Mapping[str, T], key: str) -> dict[str, T]:
    return {each: grade for each, grade in grades.items() if each != key}


# Combining. --------------------------------------------------------------------------------------------------------


def with_gate(criterion: Criterion, path: Path, label: str = "") -> Criterion:
    """A condition before the rule at `path`: a yes/no input nothing reads yet, or a new one labelled `label`."""
    unread = (each for each in criterion.inputs if each.key not in read_by_rule(criterion))
    input_ = next((each for each in unread if each.kind is InputKind.YES_NO), None)
    if input_ is None:
        input_ = Input(key=free_key(criterion, InputKind.YES_NO), label=label, kind=InputKind.YES_NO)
    gate = Gate(input=input_.key, then=rule_at(criterion.rule, path))
    return with_rule(with_input(criterion, input_), path, gate)


def without_gate(criterion: Criterion, path: Path) -> Criterion:
    """The rule at `path` without the condition before it."""
    rule = rule_at(criterion.rule, path)
    return with_rule(criterion, path, rule.then) if isinstance(rule, Gate) else criterion


def may_gate(input_: Input) -> bool:
    """Whether a condition can look at this input."""
    return input_.kind in gate_kinds()


def as_sum(criterion: Criterion, path: Path) -> Criterion:
    """Parts that are added: the rule at `path` becomes the first, cases of a best-of share the maximum."""
    rule, maximum = rule_at(criterion.rule, path), maximum_at(criterion, path)
    if isinstance(rule, Sum):
        return criterion
    cases = rule.alternatives if isinstance(rule, Best) else (Alternative(label="", rule=rule),)
    each = amount_of(maximum / max(len(cases), 1))
    parts = tuple(Part(label=case.label, maximum=each, rule=case.rule) for case in cases)
    return with_rule(criterion, path, Sum(parts=parts))


def as_best(criterion: Criterion, path: Path) -> Criterion:
    """Cases of which the best counts: the rule at `path` becomes the first, parts of a sum become cases.

    A part that could give less than the whole keeps that as its cap where it is one measure on a scale.
    """
    rule, maximum = rule_at(criterion.rule, path), maximum_at(criterion, path)
    if isinstance(rule, Best):
        return criterion
    if isinstance(rule, Sum):
        cases = tuple(Alternative(label=part.label, rule=_capped(part, maximum)) for part in rule.parts)
    else:
        cases = (Alternative(label="", rule=rule),)
    return with_rule(criterion, path, Best(alternatives=cases))


def _capped(part: Part, maximum: Fraction) -> Rule:
    rule = part.rule
    if not isinstance(rule, Scored) or rule.cap is not None or part.maximum.value >= maximum:
        return rule
    return replace(rule, cap=part.maximum)


def is_single(rule: Rule) -> bool:
    """Whether a combination holds just one rule, so that nothing is lost when it is taken apart."""
    return isinstance(rule, (Sum, Best)) and len(below(rule)) == 1


def as_single(criterion: Criterion, path: Path) -> Criterion:
    """The only part of a combination in its place; a combination of several stays."""
    rule = rule_at(criterion.rule, path)
    return with_rule(criterion, path, below(rule)[0]) if is_single(rule) else criterion


def with_part(criterion: Criterion, path: Path, label: str = "") -> Criterion:
    """One more part or case, asked with yes or no; a part gets what the others leave of the maximum."""
    rule = rule_at(criterion.rule, path)
    key = free_key(criterion, InputKind.YES_NO)
    made = with_input(criterion, Input(key=key, label=label, kind=InputKind.YES_NO))
    new = Scored(measure=YesNo(input=key), scale=Options(grades={"yes": FULL_GRADE, "no": NO_GRADE}))
    if isinstance(rule, Sum):
        left = maximum_at(criterion, path) - sum((part.maximum.value for part in rule.parts), Fraction(0))
        part = Part(label=label, maximum=amount_of(max(left, Fraction(0))), rule=new)
        return with_rule(made, path, replace(rule, parts=(*rule.parts, part)))
    if isinstance(rule, Best):
        case = Alternative(label=label, rule=new)
        return with_rule(made, path, replace(rule, alternatives=(*rule.alternatives, case)))
    return criterion


def without_part(criterion: Criterion, path: Path, at: int) -> Criterion:
    """The combination at `path` without one part; its inputs stay. The last one stays too."""
    rule = rule_at(criterion.rule, path)
    if isinstance(rule, Sum) and len(rule.parts) > 1:
        return with_rule(criterion, path, replace(rule, parts=(*rule.parts[:at], *rule.parts[at + 1 :])))
    if isinstance(rule, Best) and len(rule.alternatives) > 1:
        cases = (*rule.alternatives[:at], *rule.alternatives[at + 1 :])
        return with_rule(criterion, path, replace(rule, alternatives=cases))
    return criterion


def moved_part(criterion: Criterion, path: Path, at: int, step: int) -> Criterion:
    """A part or case `step` places further down; at the end it stays."""
    rule = rule_at(criterion.rule, path)
    if isinstance(rule, Sum):
        return with_rule(criterion, path, replace(rule, parts=_moved(rule.parts, at, step)))
    if isinstance(rule, Best):
        return with_rule(criterion, path, replace(rule, alternatives=_moved(rule.alternatives, at, step)))
    return criterion


def with_part_fields(criterion: Criterion, path: Path, at: int, **fields: Any) -> Criterion:
    """A part or case with another `label`; a part also with another `maximum` or `zero_denominator`."""
    rule = rule_at(criterion.rule, path)
    if isinstance(rule, Sum):
        return with_rule(criterion, path, replace(rule, parts=_with(rule.parts, at, replace(rule.parts[at], **fields))))
    if isinstance(rule, Best):
        case = replace(rule.alternatives[at], **fields)
        return with_rule(criterion, path, replace(rule, alternatives=_with(rule.alternatives, at, case)))
    return criterion
