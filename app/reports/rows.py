"""Tables that several papers share: the numbers of a result, its pillars and groups, one column for each step."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.domain.contents import Figures
from app.domain.framework import Framework, Group, Pillar, Placed, Rescale, Role
from app.domain.results import HUNDRED, Score
from app.reports.phrases import NOTHING, Words, number, stored
from app.reports.tables import Column, Row, Table
from app.wording import word


@dataclass(frozen=True, slots=True)
class Step:
    """One column of points: its head, the points of each node by id, its figures and score where there are any."""

    head: str
    points: Mapping[str, Fraction | None]
    figures: Figures | None = None
    score: Score | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """One number of a result; `closes`: it stands below a table of points too."""

    head: str
    read: Callable[[Figures], Fraction | None]
    write: Callable[[Fraction | None], str]
    closes: bool = True


def in_scope(framework: Framework, target_group: str) -> Iterator[Placed]:
    """The nodes put to one kind of agency, in tree order."""
    index, outside = framework.index, set[str]()
    for place in index.places.values():
        if place.parent in outside or not index.in_scope(place, target_group):
            outside.add(place.id)
        else:
            yield place


def figures_table(words: Words, *steps: Step) -> Table:
    """The five numbers, the total and the grades, one column for each step that has figures."""
    known = [(step.head, step.figures) for step in steps if step.figures is not None]
    lines = _lines(words)
    rows = [
        Row((line.head, *(line.write(line.read(figures)) for _, figures in known)), is_group=line is lines[-1])
        for line in lines
    ]
    for table in words.framework.bands:
        grades = [figures.bands.get(table.code, NOTHING) for _, figures in known]
        if any(grade != NOTHING for grade in grades):
            rows.append(Row((table.name or word("grade_band"), *grades)))
    heads = (Column(head, 35, "right") for head, _ in known)
    return Table((Column("Nội dung", 95), *heads), rows)


def _lines(words: Words) -> list[_Line]:
    rules = words.framework.totals
    beside = {place.role for place in words.framework.index.places.values()}
    lines = [
        _Line(word("figure.scale_points"), lambda figures: stored(figures.scale_points), words.points),
        _Line("Điểm tối đa của thang điểm", lambda figures: stored(figures.maximum), words.points, False),
        _Line("Điểm tối đa sau khi loại phần không tính", _effective, words.points, False),
        _Line(word("percent"), lambda figures: stored(figures.percent), words.percent, False),
    ]
    scale = f"về thang {number(str(rules.rescale_to))}"
    if rules.rescale is Rescale.BEFORE_BONUS:
        lines.append(_Line(f"Điểm quy đổi {scale}", lambda figures: _rescaled(words, figures), words.points))
    if Role.BONUS in beside:
        lines.append(_Line(words.term("bonus"), lambda figures: stored(figures.bonus), words.points))
    if Role.PENALTY in beside:
        lines.append(_Line(words.term("penalty"), lambda figures: stored(figures.penalty), words.points))
    total = word("figure.total")
    if rules.rescale is Rescale.AFTER_BONUS:
        total = f"{total} (đã quy đổi {scale})"
    return [*lines, _Line(total, lambda figures: stored(figures.total), words.points)]


def _effective(figures: Figures) -> Fraction | None:
    return stored(figures.effective_maximum)


def _rescaled(words: Words, figures: Figures) -> Fraction | None:
    points, effective = stored(figures.scale_points), _effective(figures)
    return points * words.framework.totals.rescale_to.value / effective if points is not None and effective else None


def pillars_table(words: Words, target_group: str, *steps: Step) -> Table | None:
    """Points of each pillar, and the percentage where a step has a score; None for a framework without pillars."""
    if not words.framework.pillars:
        return None
    known = [(step.head, step.figures, step.score) for step in steps if step.figures is not None]
    columns = [Column(word("pillar"), 85), Column(word("maximum"), 30, "right")]
    for head, _, score in known:
        columns.append(Column(head, 35, "right"))
        if score is not None:
            columns.append(Column(word("percent"), 30, "right"))
    rows = []
    for pillar in words.framework.pillars:
        cells = [pillar.name, words.points(_pillar_maximum(words.framework, pillar, target_group))]
        for _, figures, score in known:
            cells.append(words.points(stored(figures.pillars.get(pillar.code))))
            if score is not None:
                cells.append(words.percent(score.pillars[pillar.code].percent))
        rows.append(Row(tuple(cells)))
    return Table(columns=tuple(columns), rows=rows)


def _pillar_maximum(framework: Framework, pillar: Pillar, target_group: str) -> Fraction:
    """The declared maximum, else what its groups add up to."""
    if pillar.maximum is not None:
        return Fraction(pillar.maximum.value)
    places = (framework.index.find(name) for name in pillar.nodes)
    return sum((framework.index.maximum(place.id, target_group) for place in places if place), Fraction(0))


def groups_table(words: Words, target_group: str, *steps: Step) -> Table:
    """Groups, and criteria that stand in none, with maximum, points and percentage, and the total."""
    framework = words.framework
    wide = words.points_width(framework.totals.maximum.value)
    columns = [Column("Mã", 16), Column(words.term("group"), 70), Column(word("maximum"), max(wide, 22), "right")]
    columns += [Column(step.head, max(wide, 26), "right") for step in steps]
    score = steps[0].score
    if score is not None:
        columns.append(Column(word("percent"), 22, "right"))
    found = [place for place in in_scope(framework, target_group) if isinstance(place.node, Group) or not place.parent]
    is_nested = any(place.parent for place in found)
    rows = []
    for place in found:
        maximum = framework.index.maximum(place.id, target_group)
        cells = [words.points(maximum), *(words.points(step.points.get(place.id)) for step in steps)]
        cells += [_share(words, place, score, steps[0].points.get(place.id))] if score is not None else []
        rows.append(Row((place.node.code, place.node.title, *cells), is_nested and not place.parent))
    after = ("",) if score is not None else ()
    rows += totals(words, steps, lambda head, cells: ("", head, "", *cells, *after))
    return Table(tuple(columns), rows, size=11)


def _share(words: Words, place: Placed, score: Score, points: Fraction | None) -> str:
    """Percentage of what can be reached at a node of the scale."""
    node = score.nodes.get(place.id)
    if node is None or place.role is not Role.SCALE or points is None or node.effective_maximum <= 0:
        return NOTHING
    return words.percent(points * HUNDRED / node.effective_maximum)


def totals(
    words: Words, steps: tuple[Step, ...], arrange: Callable[[str, tuple[str, ...]], tuple[str, ...]]
) -> list[Row]:
    """The rows that close a table of points: what the scale gives, bonus and penalty, the total.

    A step without figures has blanks. `arrange` makes a row of a head and one text for each step.
    """
    lines = [line for line in _lines(words) if line.closes]
    lines = lines if len(lines) > 2 else lines[-1:]

    def cell(line: _Line, step: Step) -> str:
        return "" if step.figures is None else line.write(line.read(step.figures))

    return [Row(arrange(line.head, tuple(cell(line, step) for step in steps)), is_group=True) for line in lines]
