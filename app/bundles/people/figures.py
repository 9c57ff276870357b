"""The points printed on a submission's report, taken out of the paper and compared with the data it is about.

Whoever signs reads the paper; whoever ranks reads the data. Every printed point and total must be the claim of
content.json, rounded as the framework says; a paper whose tables cannot be found proves nothing. The claims
themselves are recomputed elsewhere (`domain.contents.differing_claims`).
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from app.bundles.people import pictures
from app.bundles.people.grids import Grid, flat, read_grids
from app.bundles.people.pictures import Pictures
from app.bundles.trust import Light, Reason
from app.domain.contents import Figures, SubmissionContent
from app.domain.framework import Framework, Group, Placed, Rescale
from app.domain.numbers import from_stored, grouped, parse_decimal
from app.errors import AppError
from app.wording import word
from app.wording.own_names import own_name

NOTHING = "–"
_LONGEST_TERM = 80  # as the paper cuts them
_TOLD = 5  # differences told in the details
_TOTAL = "Tổng điểm tự đánh giá: "


@dataclass(frozen=True, slots=True)
class Claimed:
    """The data a report is about."""

    framework: Framework
    content: SubmissionContent


@dataclass(frozen=True, slots=True)
class Compared:
    """INVALID where a figure differs, UNKNOWN where figures could not be read, with the sentence."""

    light: Light
    reasons: tuple[Reason, ...] = ()


def compare(report: bytes, claimed: Claimed, untouched: bytes | None = None) -> Compared:
    """The figures printed in `report` (the first signed revision) and those claimed.

    Where figures may hide, the paper is to be looked at; `untouched` is the earlier revision of which that is asked,
    when what came after it is judged by its place.
    """
    with pictures.opened(untouched or report) as pages:
        unusual = _unusual(pages)
    with pictures.opened(report) as pages:
        checking = _Checking(claimed)
        checking.sentence("".join(flat(pages.words(page)) for page in range(pages.count)))
        for grid in read_grids(pages):
            checking.grid(grid)
    if checking.differing:
        told = "; ".join(checking.differing[:_TOLD])
        return Compared(Light.INVALID, (Reason("report.other_figures", told, {"count": len(checking.differing)}),))
    missing = checking.missing()
    if missing:
        return Compared(Light.UNKNOWN, (Reason("report.figures_unread", ", ".join(missing)),))
    if unusual:
        return Compared(Light.UNKNOWN, (Reason("report.figures_covered", f"page {unusual}", {"page": unusual}),))
    return Compared(Light.VALID)


def _unusual(pages: Pictures) -> int:
    """The first page (from 1) that holds more than black letters and lines, under which figures may hide; 0 if none."""
    return next((page + 1 for page in range(pages.count) if not pages.is_plain(page)), 0)


@dataclass
class _Checking:
    """One comparison. Keys of nodes are code and title, as they are printed."""

    claimed: Claimed
    differing: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        framework = self.claimed.framework
        self._places = tuple(framework.index.places.values())
        self._head = {
            key: _plain(own_name(framework, key)[:_LONGEST_TERM]) for key in ("self_points", "group", "criterion")
        }
        self._totals = _by_name(self._closing())

    # What is printed where

    def sentence(self, words: str) -> None:
        """The sentence that tells the total and the percentage; `words` is all text of the paper."""
        figures = self.claimed.content.figures
        start = words.find(flat(_TOTAL))
        if start < 0:
            return
        self.seen.add("sentence")
        percent = _value(figures.percent)
        share = "" if percent is None else f"; tỷ lệ đạt {self._percent(percent)}% thang điểm"
        expected = flat(f"{_TOTAL}{self._points(_value(figures.total))} điểm{share}")
        if not words.startswith(expected, start) or words[start + len(expected) : start + len(expected) + 1].isalnum():
            self.differing.append(word("figure.total"))

    def grid(self, grid: Grid) -> None:
        """A table of the paper: the four that print points, told by their heads."""
        head = tuple(map(_plain, grid.head))
        points = self._head["self_points"]
        if grid.columns == 7 and len(grid.heads) == 2 and (head[2], head[4]) == (_plain(word("maximum")), points):
            self._nodes(grid, 4, self._places, "details")
        elif grid.columns in (4, 5) and head[1] == self._head["group"] and head[3] == points:
            groups = [place for place in self._places if isinstance(place.node, Group) or not place.parent]
            self._nodes(grid, 3, groups, "groups")
        elif head[0] == _plain(word("pillar")) and grid.columns >= 3:
            self._pillars(grid)
        elif grid.columns == 2 and head[1] == points:
            self._figures(grid)
        elif grid.columns == 4 and head[2] == _plain("Điểm"):
            self._some(grid)

    def missing(self) -> list[str]:
        """Which of the places that print points were not found."""
        return [each for each in ("sentence", "figures", "groups", "details") if each not in self.seen]

    # Tables

    def _nodes(self, grid: Grid, at: int, places: Sequence[Placed], name: str) -> None:
        """Rows of nodes in the order of the tree, none with points left out, closed by the totals."""
        self.seen.add(name)
        waiting = list(places)
        has_total = False
        for row in filter(any, grid.rows):
            key = _plain(row[0]), _plain(row[1])
            found = next((which for which, place in enumerate(waiting) if _key(place) == key), None)
            if found is not None:
                self._passed(waiting[:found])
                self._node(waiting[found], row, at)
                waiting = waiting[found + 1 :]
            elif not row[0] and key[1] in self._totals:
                has_total |= key[1] == self._last_total
                self._compare(row[1], row[at], *self._totals[key[1]])
            else:
                self.differing.append(row[0] or row[1][:40])
        self._passed(waiting)
        if not has_total:
            self.differing.append(word("figure.total"))

    def _node(self, place: Placed, row: Sequence[str], at: int) -> None:
        name = place.node.code or place.node.title
        self._compare(name, row[at], self._points(self._claim(place.id)))
        if row[2] not in self._maxima(place):
            self.differing.append(f"{name}: {word('maximum')}")

    def _passed(self, places: Sequence[Placed]) -> None:
        """Nodes that are not printed must not have points."""
        self.differing += [each.node.code or each.node.title for each in places if self._claim(each.id) is not None]

    def _some(self, grid: Grid) -> None:
        """Rows of some nodes: those with provisional points."""
        for row in grid.rows:
            key = _plain(row[0]), _plain(row[1])
            known = [place for place in self._places if _key(place) == key]
            self._compare(row[0] or row[1], row[2], *(self._points(self._claim(place.id)) for place in known))

    def _figures(self, grid: Grid) -> None:
        figures, framework = self.claimed.content.figures, self.claimed.framework
        self.seen.add("figures")
        known = _by_name(
            [
                *self._closing(),
                ("Điểm tối đa của thang điểm", self._points(_value(figures.maximum))),
                ("Điểm tối đa sau khi loại phần không tính", self._points(_value(figures.effective_maximum))),
                (word("percent"), self._percent(_value(figures.percent))),
                *(
                    (table.name or word("grade_band"), figures.bands.get(table.code, NOTHING))
                    for table in framework.bands
                ),
            ]
        )
        for row in grid.rows:
            self._compare(row[0], row[1], *known.get(_plain(row[0]), ()))
        if self._last_total not in {_plain(row[0]) for row in grid.rows}:
            self.differing.append(word("figure.total"))

    def _pillars(self, grid: Grid) -> None:
        points = self.claimed.content.figures.pillars
        known = _by_name(
            (each.name, self._points(_value(points.get(each.code)))) for each in self.claimed.framework.pillars
        )
        for row in grid.rows:
            self._compare(row[0], row[2], *known.get(_plain(row[0]), ()))

    # Values

    def _closing(self) -> Iterator[tuple[str, str]]:
        """The totals under a table of points: their words and values."""
        framework, figures = self.claimed.framework, self.claimed.content.figures
        rules = framework.totals
        scale = f"về thang {_decimal(str(rules.rescale_to))}"
        yield word("figure.scale_points"), self._points(_value(figures.scale_points))
        if rules.rescale is Rescale.BEFORE_BONUS:
            yield f"Điểm quy đổi {scale}", self._points(_rescaled(figures, rules.rescale_to.value))
        yield own_name(framework, "bonus")[:_LONGEST_TERM], self._points(_value(figures.bonus))
        yield own_name(framework, "penalty")[:_LONGEST_TERM], self._points(_value(figures.penalty))
        total = word("figure.total")
        if rules.rescale is Rescale.AFTER_BONUS:
            total = f"{total} (đã quy đổi {scale})"
        self._last_total = _plain(total)
        yield total, self._points(_value(figures.total))

    def _claim(self, id_: str) -> Fraction | None:
        claim = self.claimed.content.claims.get(id_)
        return None if claim is None else _value(claim.points)

    def _maxima(self, place: Placed) -> set[str]:
        """What may stand as a node's maximum: it may differ between kinds of agencies."""
        framework = self.claimed.framework
        groups = ("", *(each.code for each in framework.target_groups))
        return {flat(self._points(framework.index.maximum(place.id, group))) for group in groups}

    def _compare(self, name: str, printed: str, *expected: str) -> None:
        """What is printed must be one of `expected`: several things may have one name."""
        if not any(_same(printed, each) for each in expected):
            self.differing.append(f"{name[:40]}: {printed or NOTHING} / {' | '.join(expected) or NOTHING}")

    def _points(self, value: Fraction | None) -> str:
        return NOTHING if value is None else grouped(value, self.claimed.framework.decimals)

    def _percent(self, value: Fraction | None) -> str:
        return NOTHING if value is None else grouped(value, max(2, self.claimed.framework.decimals))


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(_plain(name), []).append(value)
    return found


def _same(printed: str, expected: str) -> bool:
    """Figures sign by sign; the words of a grade by their letters."""
    if any(sign.isalpha() for sign in expected):
        return _plain(printed) == _plain(expected)
    return printed == flat(expected)


def _key(place: Placed) -> tuple[str, str]:
    """What tells a node on paper."""
    return _plain(place.node.code), _plain(place.node.title)


@functools.lru_cache(maxsize=4_096)
def _plain(words: str) -> str:
    """Letters and figures alone, and only those every paper can draw."""
    kept = (sign for sign in flat(words).casefold() if sign.isalnum())
    return "".join(sign for sign in kept if ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00)


def _value(stored: str | None) -> Fraction | None:
    try:
        return None if stored is None else from_stored(stored)
    except AppError:
        return None


def _rescaled(figures: Figures, to: Fraction) -> Fraction | None:
    points, effective = _value(figures.scale_points), _value(figures.effective_maximum)
    return points * to / effective if points is not None and effective else None


def _decimal(typed: str) -> str:
    try:
        return grouped(parse_decimal(typed), len(typed.partition(".")[2]))
    except AppError:
        return typed
