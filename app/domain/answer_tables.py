"""The rows of a table of answers or items and their points: options of a choice, ticks, periods."""

from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.nodes import Criterion, Input, InputKind, Option
from app.domain.rule_checks import inputs_read
from app.domain.rule_kinds import scored_at
from app.domain.rule_tree import Path, find_input, free_key, with_input, with_rule
from app.domain.rules import NO_GRADE, Grade, Items, Options, Periods, PerPeriod, Scored, Ticks, YesNo
from app.domain.scaling import grade_points


@dataclass(frozen=True, slots=True)
class Row:
    """An answer or item; `grade` is None where the scale has none for it, `is_asked` False where no input offers it."""

    key: str
    label: str
    grade: Grade | None
    is_asked: bool = True


def rows(criterion: Criterion, path: Path) -> tuple[Row, ...]:
    """The answers of the measure at `path` with their points, in the order they are asked; then grades nobody asks."""
    scored = scored_at(criterion, path)
    if scored is None:
        return ()
    asked = _asked(criterion, scored)
    scale = scored.scale
    grades = scale.grades if isinstance(scale, (Options, Items, PerPeriod)) else {}
    own = tuple(Row(key, label, grades.get(key)) for key, label in asked.items())
    return own + tuple(Row(key, key, grade, is_asked=False) for key, grade in grades.items() if key not in asked)


def _asked(criterion: Criterion, scored: Scored) -> dict[str, str]:
    """The label of every answer (of an item: of its input), by key."""
    keys = inputs_read(scored.measure)
    found = [input_ for key in keys if (input_ := find_input(criterion, key)) is not None]
    if isinstance(scored.measure, Ticks):
        return {input_.key: input_.label for input_ in found}
    if isinstance(scored.measure, YesNo):
        return {"yes": "", "no": ""}
    return {option.key: option.label for input_ in reversed(found) for option in input_.options}


def total(scale: Items, maximum: Fraction) -> Fraction:
    """What all items give together."""
    return sum((grade_points(grade, maximum) for grade in scale.grades.values()), Fraction(0))


def with_grade(criterion: Criterion, path: Path, key: str, grade: Grade | None) -> Criterion:
    """Other points for one answer or item; None takes its row out of the scale."""
    scored = scored_at(criterion, path)
    if scored is None or not isinstance(scored.scale, (Options, Items, PerPeriod)):
        return criterion
    grades = {each: own for each, own in scored.scale.grades.items() if each != key or grade is not None}
    if grade is not None:
        grades[key] = grade
    return with_rule(criterion, path, replace(scored, scale=replace(scored.scale, grades=grades)))


def with_label(criterion: Criterion, path: Path, key: str, label: str) -> Criterion:
    """Other words for one answer, in every input that offers it, or for one item."""
    scored = scored_at(criterion, path)
    if scored is None:
        return criterion
    for input_ in _inputs(criterion, scored):
        if isinstance(scored.measure, Ticks):
            criterion = with_input(criterion, replace(input_, label=label)) if input_.key == key else criterion
        else:
            options = tuple(replace(each, label=label) if each.key == key else each for each in input_.options)
            criterion = with_input(criterion, replace(input_, options=options))
    return criterion


def _inputs(criterion: Criterion, scored: Scored) -> tuple[Input, ...]:
    found = (find_input(criterion, key) for key in inputs_read(scored.measure))
    return tuple(input_ for input_ in found if input_ is not None)


def with_row(criterion: Criterion, path: Path, label: str = "") -> Criterion:
    """One more answer (in every input of the measure) or one more item, worth nothing yet."""
    scored = scored_at(criterion, path)
    if scored is None or isinstance(scored.measure, YesNo):
        return criterion
    if isinstance(scored.measure, Ticks):
        key = free_key(criterion, InputKind.YES_NO)
        criterion = with_input(criterion, Input(key=key, label=label, kind=InputKind.YES_NO))
        wider = replace(scored, measure=Ticks(inputs=(*scored.measure.inputs, key)))
        criterion = with_rule(criterion, path, wider)
        return with_grade(criterion, path, key, NO_GRADE)
    inputs = _inputs(criterion, scored)
    taken = {option.key for input_ in inputs for option in input_.options} | {row.key for row in rows(criterion, path)}
    number = 1
    while f"option_{number}" in taken:
        number += 1
    for input_ in inputs:
        option = Option(key=f"option_{number}", label=label)
        criterion = with_input(criterion, replace(input_, options=(*input_.options, option)))
    return with_grade(criterion, path, f"option_{number}", NO_GRADE)


def without_row(criterion: Criterion, path: Path, key: str) -> Criterion:
    """The table without one answer, in every input of the measure; the last one stays. Items go with their input."""
    scored = scored_at(criterion, path)
    if scored is None or isinstance(scored.measure, (YesNo, Ticks)):
        return criterion
    for input_ in _inputs(criterion, scored):
        left = tuple(option for option in input_.options if option.key != key)
        if left:
            criterion = with_input(criterion, replace(input_, options=left))
    return with_grade(criterion, path, key, None)


def with_period(criterion: Criterion, path: Path, label: str = "") -> Criterion:
    """One more period, answered like the last one."""
    scored = scored_at(criterion, path)
    if scored is None or not isinstance(scored.measure, Periods):
        return criterion
    inputs = _inputs(criterion, scored)
    key = free_key(criterion, InputKind.CHOICE)
    options = inputs[-1].options if inputs else ()
    criterion = with_input(criterion, Input(key=key, label=label, kind=InputKind.CHOICE, options=options))
    return with_rule(criterion, path, replace(scored, measure=Periods(inputs=(*scored.measure.inputs, key))))


def options_from_lines(options: tuple[Option, ...], lines: list[str]) -> tuple[Option, ...]:
    """Options for labels written one a line: a label that was there keeps its key, one changed in place too."""
    labels = [line.strip() for line in lines if line.strip()]
    keys = {option.label.strip(): option.key for option in options}
    kept = {keys[label] for label in labels if label in keys}
    made: list[Option] = []
    for at, label in enumerate(labels):
        own = keys.get(label, "")
        if not own and at < len(options) and len(labels) == len(options) and options[at].key not in kept:
            own = options[at].key
        taken = {option.key for option in made} | kept | {option.key for option in options}
        free = next(f"option_{number}" for number in range(1, len(taken) + 2) if f"option_{number}" not in taken)
        made.append(Option(key=own if own and own not in {each.key for each in made} else free, label=label))
    return tuple(made)


def with_listed(criterion: Criterion, path: Path, measure: Ticks | Periods) -> Criterion:
    """Another list of items or periods at `path`; new items are worth nothing yet, those left out lose their points."""
    scored = scored_at(criterion, path)
    if scored is None:
        return criterion
    scale = scored.scale
    if isinstance(scale, Items):
        scale = Items(grades={key: scale.grades.get(key, NO_GRADE) for key in measure.inputs})
    return with_rule(criterion, path, replace(scored, measure=measure, scale=scale))
