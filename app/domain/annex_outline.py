"""The tree of an annex: rows find their level from codes, sections, bold and indented titles. Pure.

`outline` proposes; a person moves rows with `shifted`, `marked` and `changed`; `audit` says what to look at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.annex import Annex, Doubt, OutlineRow, RowKind, TableColumns
from app.domain.annex_codes import Code, Style, chosen, follows, ordinal, read_code
from app.domain.annex_points import written
from app.domain.annex_rows import Item, items, joined

_RANKS = {Style.UPPER: 0, Style.ROMAN: 1, Style.WORD: 2, Style.NUMBER: 2, Style.LOWER_ROMAN: 12, Style.LOWER: 13,
          Style.DASH: 14}  # fmt: skip
_FIXED, _SECTION, _PLAIN = -2, -1, 11
_LISTED = (Style.LOWER, Style.LOWER_ROMAN, Style.DASH)  # what lists inside a criterion are numbered with


@dataclass(frozen=True, slots=True)
class Outline:
    """The rows in the tree; `total`: the sum the annex itself declares, "" where it has none."""

    rows: tuple[OutlineRow, ...]
    total: str = ""


@dataclass(slots=True)
class _Open:
    """A row that later ones may lie under."""

    level: int
    rank: int
    code: Code | None
    item: Item


def outline(annex: Annex, columns: Sequence[TableColumns]) -> Outline:
    """The tree as the rows themselves tell it."""
    placer, total = _Placer(), ""
    placed: list[tuple[Item, int, RowKind]] = []
    for item in items(annex, columns):
        if item.is_total or item.is_note:
            total = written(item.points) if item.is_total and item.points is not None else total
            placed.append((item, 0, RowKind.SKIPPED))
        elif item.is_part:
            placed.append((item, placer.level + 1, RowKind.PART))
        else:
            placed.append((item, placer.place(item), RowKind.CRITERION))
    rows = settled(_row(item, level, kind) for item, level, kind in placed)
    known = {item.key: item for item, _, _ in placed}
    return Outline(_folded(_gathered(rows, known), known), total)


def _row(item: Item, level: int, kind: RowKind) -> OutlineRow:
    is_section = item.group_level is not None or (item.is_across and item.points is None)
    is_head = (item.is_across or item.is_bold or item.is_upper) and not item.texts
    if kind is RowKind.CRITERION and (is_section or (is_head and item.points is None)):
        kind = RowKind.GROUP
    return OutlineRow(
        key=item.key,
        kind=kind,
        level=level,
        place=item.place,
        code=item.code.text if item.code is not None and item.code.style is not Style.DASH else "",
        title=item.title,
        maximum="" if item.points is None else written(item.points),
        texts=item.texts,
        original=item.original,
        doubts=tuple(item.doubts),
    )


class _Placer:
    """Keeps the rows a next one may lie under, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def level(self) -> int:
        return self._open[-1].level if self._open else 0

    def place(self, item: Item) -> int:
        self._settle_code(item)
        if item.group_level is not None:
            level, rank = item.group_level, _FIXED
        elif item.code is not None:
            rank = _RANKS[item.code.style] + (item.code.depth - 1 if item.code.style is Style.NUMBER else 0)
            level = self._coded(item.code, rank)
        else:
            rank = _SECTION if item.is_across else _PLAIN
            level = self._uncoded(item)
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        level = min(level, self.level + 1 if self._open else 0)
        self._open.append(_Open(level, rank, item.code, item))
        return level

    def _settle_code(self, item: Item) -> None:
        """Which of the codes is meant that a cell may have held, by what came before."""
        before = [known.code for known in reversed(self._open) if known.code is not None]
        candidates = [code for text in item.candidates if (code := read_code(text)) is not None]
        if candidates:
            following = (code for code in candidates for known in before if follows(code, known))
            under = (code for code in candidates for known in before if code.pieces[:-1] == known.pieces)
            item.code = next(following, None) or next(under, None) or candidates[0]
            if item.code.text != item.shown_code.replace(",", "."):
                item.doubts.append(Doubt("code_mended", {"found": item.shown_code, "code": item.code.text}))
        elif item.code is not None:
            item.code = chosen(item.code, before)

    def _coded(self, code: Code, rank: int) -> int:
        above = self._beneath(code) if code.depth > 1 else self._sibling(code)
        if above is not None:
            return above
        while self._open and self._open[-1].rank >= rank and self._open[-1].rank != _FIXED:
            self._open.pop()
        return self.level + 1 if self._open else 0

    def _beneath(self, code: Code) -> int | None:
        """Under the row whose code it begins with, else beside one of the same length."""
        for known in reversed(self._open):
            if known.code is not None and known.code.pieces == code.pieces[: known.code.depth] != code.pieces:
                return known.level + 1
        same = [known for known in self._open if known.code is not None and known.code.styles == code.styles]
        return same[-1].level if same else None

    def _sibling(self, code: Code) -> int | None:
        """Beside the row of the same kind it goes on with; a list that begins anew lies deeper."""
        same = [known for known in self._open if known.code is not None and known.code.styles == code.styles]
        if not same:
            return None
        if code.style is Style.DASH or not code.is_first:
            return same[-1].level
        inner = self._open[-1]
        is_new = inner is same[-1] and ordinal(inner.code.pieces[-1], code.style) > 0 if inner.code else False
        return same[-1].level + 1 if is_new and code.style is not Style.NUMBER else same[-1].level

    def _uncoded(self, item: Item) -> int:
        if not self._open:
            return 0
        if item.is_across:
            alike = [known for known in self._open if known.code is None and known.item.is_across]
            if alike:
                return alike[-1].level
            first = self._open[0]
            fixed = [known for known in self._open if known.rank == _FIXED]
            if fixed:
                return fixed[-1].level + 1
            return 0 if first.code is None or not _is_head(first.item) else first.level + 1
        last = self._open[-1]
        item.doubts.append(Doubt("placed_by_look"))
        is_bare = last.item.points is None and not last.item.texts and (item.points is not None or bool(item.texts))
        if (_is_head(last.item) and not _is_head(item)) or (is_bare and last.code is not None):
            return last.level + 1
        if last.code is None:
            return self._like(item)
        deeper = item.indent > last.item.indent + 4 or (last.item.is_bold and not item.is_bold)
        return last.level + 1 if deeper else last.level

    def _like(self, item: Item) -> int:
        """Beside the nearest row without a code that looks the same."""
        for known in reversed(self._open):
            if known.code is None and known.item.is_bold == item.is_bold and abs(known.item.indent - item.indent) <= 4:
                return known.level
        return self._open[-1].level + (0 if item.is_bold else 1)


def _is_head(item: Item) -> bool:
    """Whether a row looks like the title of a group: across, from a column of groups, bold or in capitals, no texts."""
    return item.group_level is not None or item.is_across or ((item.is_bold or item.is_upper) and not item.texts)


# Lists that belong into a criterion --------------------------------------------------------------------------------


def _gathered(rows: tuple[OutlineRow, ...], known: dict[str, Item]) -> tuple[OutlineRow, ...]:
    """Rows without codes go under the coded row before them where their points add up to its own."""
    out = list(rows)
    nodes = [at for at, row in enumerate(rows) if row.is_node]
    for here, at in enumerate(nodes):
        row = rows[at]
        below: list[int] = []
        for place in nodes[here + 1 :]:
            if known[rows[place].key].code is not None or rows[place].level != row.level:
                break
            below.append(place)
        points = [Fraction(rows[place].maximum) for place in below if rows[place].maximum]
        is_sum = len(points) == len(below) > 0 and bool(row.maximum) and sum(points) == Fraction(row.maximum)
        if is_sum and known[row.key].code is not None:
            for place in below:
                out[place] = replace(out[place], level=row.level + 1)
    return settled(out)


def _folded(rows: tuple[OutlineRow, ...], known: dict[str, Item]) -> tuple[OutlineRow, ...]:
    """Rows under a criterion that only tell how it is scored become parts of it: dashes and letters without points of
    their own, or with points that do not add up to the row above."""
    out = list(rows)
    for at in range(len(rows) - 1, -1, -1):
        row = out[at]
        below = [place for place in _subtree(out, at) if out[place].is_node]
        children = [place for place in below if out[place].level == row.level + 1]
        if not row.is_node or not children or not all(_is_listed(known[out[place].key]) for place in children):
            continue
        points = [Fraction(out[place].maximum) for place in children if out[place].maximum]
        adds_up = bool(row.maximum) and len(points) == len(children) and sum(points) == Fraction(row.maximum)
        if adds_up or (points and not row.maximum):
            continue
        if points and max(points) < Fraction(row.maximum) and sum(points) > 0:
            continue  # neither a sum nor a choice: a person looks at it
        for place in below:
            out[place] = replace(out[place], kind=RowKind.PART, level=row.level + 1)
        out[at] = replace(
            row, kind=RowKind.CRITERION, doubts=(*row.doubts, Doubt("folded", {"count": str(len(below))}))
        )
    return tuple(out)


def _is_listed(item: Item) -> bool:
    return item.group_level is None and item.code is not None and item.code.style in _LISTED and item.code.depth == 1


# Changing the tree -------------------------------------------------------------------------------------------------


def _subtree(rows: Sequence[OutlineRow], at: int) -> range:
    """The places of the rows that lie under the one at that place."""
    end = at + 1
    while end < len(rows) and (not rows[end].is_node or rows[end].level > rows[at].level):
        end += 1
    return range(at + 1, end)


def settled(rows: Iterable[OutlineRow]) -> tuple[OutlineRow, ...]:
    """The same rows with no level left out, a group where something lies under it."""
    out: list[OutlineRow] = []
    path: list[int] = []  # levels as given, of the nodes that are open
    for row in rows:
        if row.is_node:
            while path and path[-1] >= row.level:
                path.pop()
            path.append(row.level)
            out.append(replace(row, level=len(path) - 1))
        else:
            out.append(replace(row, level=len(path) if row.kind is RowKind.PART else 0))
    nodes = [at for at, row in enumerate(out) if row.is_node]
    for at, after in zip(nodes, [*nodes, None][1:], strict=True):
        row = out[at]
        if after is not None and out[after].level > row.level:
            out[at] = replace(row, kind=RowKind.GROUP)
        elif row.kind is RowKind.GROUP and "method" in row.texts:
            out[at] = replace(row, kind=RowKind.CRITERION)
    return tuple(out)


def shifted(rows: Sequence[OutlineRow], keys: Iterable[str], by: int) -> tuple[OutlineRow, ...]:
    """Rows one level deeper (`by` 1) or further out (-1), each with what lies under it."""
    wanted = set(keys)
    out = list(rows)
    moved: set[int] = set()
    for at, row in enumerate(out):
        if row.key not in wanted or not row.is_node or at in moved:
            continue
        before = next((other for other in reversed(out[:at]) if other.is_node), None)
        deepest = -1 if before is None else before.level
        level = max(0, min(row.level + by, deepest + 1))
        for place in (at, *_subtree(rows, at)):
            out[place] = replace(rows[place], level=max(0, rows[place].level + level - row.level))
            moved.add(place)
    return settled(out)


def marked(rows: Sequence[OutlineRow], keys: Iterable[str], kind: RowKind) -> tuple[OutlineRow, ...]:
    """Rows made a group, a criterion, a part of the row above, or left out.

    What lies under a group that becomes a criterion becomes part of it.
    """
    wanted = set(keys)
    out = list(rows)
    for at, row in enumerate(rows):
        if row.key not in wanted or row.kind is kind:
            continue
        if kind is RowKind.CRITERION and row.kind is RowKind.GROUP:
            for place in _subtree(rows, at):
                if out[place].is_node and out[place].key not in wanted:
                    out[place] = replace(out[place], kind=RowKind.PART)
        out[at] = replace(out[at], kind=kind, level=row.level if row.kind is not RowKind.SKIPPED else _near(out, at))
    return settled(out)


def _near(rows: Sequence[OutlineRow], at: int) -> int:
    """The level of the row above, for one that had none."""
    before = next((row for row in reversed(rows[:at]) if row.is_node), None)
    return 0 if before is None else before.level + (before.kind is RowKind.GROUP)


def changed(rows: Sequence[OutlineRow], key: str, **fields: str) -> tuple[OutlineRow, ...]:
    """A row with another code, title or maximum (a decimal text)."""
    return tuple(replace(row, **fields) if row.key == key else row for row in rows)  # type: ignore[arg-type]


# Reading the tree --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Twig:
    """A group or criterion with all its texts, its parts' included, and what lies under it."""

    row: OutlineRow
    parts: tuple[OutlineRow, ...]
    children: "tuple[Twig, ...]"

    @property
    def method(self) -> str:
        """How it is determined: its own text and that of its parts, points in brackets where a part has some."""
        lines = [self.row.texts.get("method", "")]
        for part in self.parts:
            words = " ".join(piece for piece in (_sign(part), part.title) if piece)
            points = f"{part.maximum.replace('.', ',')} điểm" if part.maximum else ""
            own = [": ".join(piece for piece in (words, points) if piece), part.texts.get("method", "")]
            lines += [line for line in own if line and line not in lines]
        return "\n".join(line for line in lines if line)

    def text(self, name: str) -> str:
        """Another text, its parts' added."""
        return joined([self.row.texts, *(part.texts for part in self.parts)]).get(name, "")

    @property
    def original(self) -> dict[str, str]:
        """The rows of the annex word for word, by heading."""
        return joined([self.row.original, *(part.original for part in self.parts)])

    def walk(self) -> "Iterator[Twig]":
        """Itself and all below, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()


def _sign(part: OutlineRow) -> str:
    return f"{part.code})" if part.code else "-" if part.title else ""


def twigs(rows: Sequence[OutlineRow]) -> tuple[Twig, ...]:
    """The tree that the rows' levels mean."""
    places = [at for at, row in enumerate(rows) if row.is_node]
    return _twigs(rows, places)


def _twigs(rows: Sequence[OutlineRow], places: Sequence[int]) -> tuple[Twig, ...]:
    out: list[Twig] = []
    start = 0
    while start < len(places):
        row = rows[places[start]]
        end = start + 1
        while end < len(places) and rows[places[end]].level > row.level:
            end += 1
        out.append(Twig(row, _parts(rows, places[start]), _twigs(rows, places[start + 1 : end])))
        start = end
    return tuple(out)


def _parts(rows: Sequence[OutlineRow], at: int) -> tuple[OutlineRow, ...]:
    parts = []
    for row in rows[at + 1 :]:
        if row.is_node:
            break
        if row.kind is RowKind.PART:
            parts.append(row)
    return tuple(parts)
