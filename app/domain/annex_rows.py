"""The rows of an annex before they have a place: code, title, points and texts of each, and what it plainly is not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from app.domain.annex import (
    Annex,
    AnnexCell,
    AnnexRow,
    AnnexTable,
    ColumnRole,
    Doubt,
    Place,
    TableColumns,
)
from app.domain.annex_codes import Code, read_code, split_code
from app.domain.annex_columns import body
from app.domain.annex_points import points_in, points_in_title
from app.domain.text import fold

TEXT_ROLES = tuple(
    role for role in ColumnRole if role not in (ColumnRole.CODE, ColumnRole.TITLE, ColumnRole.MAXIMUM, ColumnRole.OTHER)
)
_TOTAL = re.compile(
    r"(?:tong cong|tong diem|tong so diem|tong|cong|tong so|tong diem toi da|tong cong diem)"
    r"(?: (?:diem|chung|toan bo|bo chi so|nhom|muc|phan|toi da|a|b|c|[ivx]+|\d+))*"
)
_NOTE = re.compile(r"(?:ghi chu|luu y|chu thich|noi nhan|giai thich|\* ?ghi chu|tm uy ban nhan dan|nguoi lap)\b")
_LEAD = re.compile(r"trong do|bao gom|gom|gom co|cu the|cu the nhu sau")  # what only leads on to the rows below
_SIGNS = re.compile(r"[^0-9a-z*]+")


@dataclass(slots=True)
class Item:
    """One row with what it says; `candidates`: the codes it may have had where Excel changed it."""

    key: str
    place: Place
    title: str
    code: Code | None = None
    candidates: tuple[str, ...] = ()
    shown_code: str = ""
    points: Fraction | None = None
    texts: dict[str, str] = field(default_factory=dict)
    original: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    is_across: bool = False
    is_bold: bool = False
    indent: int = 0
    group_level: int | None = None  # from a column of groups: its place is certain
    is_part: bool = False
    is_total: bool = False
    is_note: bool = False

    @property
    def is_upper(self) -> bool:
        """Whether the title is in capitals."""
        return self.title.upper() == self.title and any(letter.isalpha() for letter in self.title)


def items(annex: Annex, columns: Sequence[TableColumns]) -> Iterator[Item]:
    """The rows of all tables that are taken, in order."""
    tables = {table.number: table for table in annex.tables}
    groups: list[str] = []
    for known in columns:
        if known.is_taken and known.table in tables:
            if not known.continues:
                groups = []
            yield from _Rows(tables[known.table], known, groups).items()


class _Rows:
    """Reads one table; `groups` are the names in the columns of groups that hold at the moment."""

    def __init__(self, table: AnnexTable, known: TableColumns, groups: list[str]) -> None:
        self._table, self._known, self._groups = table, known, groups
        self._before: Item | None = None
        self._codes = known.at(ColumnRole.CODE)
        self._titles = known.at(ColumnRole.TITLE)
        self._maxima = known.at(ColumnRole.MAXIMUM)

    def items(self) -> Iterator[Item]:
        for row in body(self._table, self._known):
            yield from self._new_groups(row)
            item = self._item(row)
            yield item
            if not (item.is_part or item.is_note or item.is_total):
                self._before = item

    # Groups that stand in a column beside --------------------------------------------------------------------------

    def _new_groups(self, row: AnnexRow) -> Iterator[Item]:
        title = self._titles[0] if self._titles else -1
        for level, at in enumerate(at for at in self._known.at(ColumnRole.GROUP)):
            cell = row.cell(at)
            name = cell.own.strip()
            if not name or (title >= 0 and row.cell(title).from_left) or self._groups[level : level + 1] == [name]:
                continue
            del self._groups[level:]
            self._groups += [""] * (level - len(self._groups)) + [name]
            code, rest = split_code(name)
            points, rest = points_in_title(rest)
            yield Item(
                key=f"t{self._table.number}r{row.number}g{level}",
                place=self._place(row),
                title=_line(rest),
                code=code,
                points=points,
                original={self._heading(at): name},
                group_level=level,
                is_bold=True,
            )

    # One row -------------------------------------------------------------------------------------------------------

    def _item(self, row: AnnexRow) -> Item:
        item = Item(f"t{self._table.number}r{row.number}", self._place(row), "")
        item.original = self._original(row)
        cell, item.is_across = self._title_cell(row)
        item.title, item.is_bold, item.indent = cell.text.strip(), cell.is_bold, cell.indent
        item.texts = self._texts(row, item.is_across)
        self._read_code(row, item)
        self._read_points(row, item)
        item.title = _line(item.title)
        folded = _SIGNS.sub(" ", fold(item.title)).strip()
        bare = item.code is None and not item.candidates
        item.is_total = bool(folded) and _TOTAL.fullmatch(folded) is not None and (bare or not item.texts)
        is_lead = _LEAD.fullmatch(folded) is not None and not item.texts
        item.is_note = bare and item.points is None and (is_lead or _NOTE.match(folded) is not None)
        item.is_part = self._goes_on(item)
        if item.is_part and item.title and self._before is not None:
            self._before.title, item.title = f"{self._before.title} {item.title}", ""
        return item

    def _title_cell(self, row: AnnexRow) -> tuple[AnnexCell, bool]:
        """The cell of the title, and whether it is merged across columns as the title of a section is."""
        if not self._titles:
            return AnnexCell(), False
        at = self._titles[0]
        cell = row.cell(at)
        beside = at + 1 < len(row.cells) and row.cell(at + 1).from_left
        if cell.from_above:
            return AnnexCell(), False
        if cell.from_left:
            start = max(place for place in range(at) if not row.cell(place).from_left)
            alone = self._is_alone(row, start)
            return cell, beside or alone
        if not cell.text.strip():
            first = next((place for place in self._codes if row.cell(place).own.strip()), None)
            if first is not None and read_code(row.cell(first).own) is None and not row.cell(first).may_mean:
                return row.cell(first), True
        return cell, beside

    def _is_alone(self, row: AnnexRow, at: int) -> bool:
        """Whether nothing else begins in the row but a figure of points."""
        others = [row.cell(place).own for place in range(len(row.cells)) if place != at and place not in self._maxima]
        return not any(text.strip() for text in others)

    def _texts(self, row: AnnexRow, is_across: bool) -> dict[str, str]:
        texts: dict[str, str] = {}
        for role in TEXT_ROLES:
            if role is ColumnRole.GROUP:
                continue
            said = [row.cell(at).text.strip() for at in self._known.at(role) if self._is_own(row.cell(at), is_across)]
            text = "\n".join(part for part in said if part)
            if text:
                texts[role.value] = text
        return texts

    @staticmethod
    def _is_own(cell: AnnexCell, is_across: bool) -> bool:
        """A cell merged with the row above says the same for this row; one merged sideways belongs to its first."""
        return not cell.from_left and not (is_across and cell.from_above)

    def _read_code(self, row: AnnexRow, item: Item) -> None:
        cells = [row.cell(at) for at in self._codes]
        cell = next((cell for cell in cells if cell.own.strip()), None)
        if cell is not None and (cell.may_mean or read_code(cell.own) is not None):
            item.shown_code = cell.own.strip()
            item.code = read_code(cell.may_mean[0] if cell.may_mean else item.shown_code)
            if len(cell.may_mean) > 1 or (cell.may_mean and cell.may_mean[0] != item.shown_code.replace(",", ".")):
                item.candidates = cell.may_mean
            own, rest = split_code(item.title)
            if own is not None and item.code is not None and own.pieces == item.code.pieces:
                item.title = rest  # the code stands in both columns
            return
        if cell is not None and cell.text.strip() != item.title:
            item.doubts.append(Doubt("code_unclear", {"found": cell.own.strip()[:40]}))
        item.code, item.title = split_code(item.title)
        item.shown_code = item.code.text if item.code is not None else ""

    def _read_points(self, row: AnnexRow, item: Item) -> None:
        in_title, rest = points_in_title(item.title)
        text = next((row.cell(at).own.strip() for at in self._maxima if row.cell(at).own.strip()), "")
        item.points = points_in(text)
        if item.points is None and text and text.strip("-–—/ "):
            item.doubts.append(Doubt("maximum_unclear", {"found": text[:60]}))
        if in_title is not None and item.points in (None, in_title):
            item.title = rest
            if item.points is None:
                item.points = in_title
                item.doubts.append(Doubt("maximum_from_title"))
        elif in_title is not None:
            item.doubts.append(Doubt("maximum_two", {"cell": text[:20]}))

    def _goes_on(self, item: Item) -> bool:
        """Whether the row only continues the one above: split by a page, or merged with it at the left."""
        if self._before is None or item.code is not None or item.candidates or item.is_total or item.is_note:
            return False
        if not item.title:
            return True
        above = self._before.title
        is_rest = item.title[0].islower() and bool(above) and above[-1] not in ".:;"
        return is_rest and item.points is None and not item.is_across and not item.is_bold

    def _original(self, row: AnnexRow) -> dict[str, str]:
        said: dict[str, str] = {}
        for at in range(len(self._known.columns)):
            cell = row.cell(at)
            text = cell.text.strip()
            if text and not cell.from_left:
                said[self._heading(at)] = text
        return said

    def _heading(self, at: int) -> str:
        return self._known.columns[at].heading or f"({at + 1})"

    def _place(self, row: AnnexRow) -> Place:
        return Place(self._table.number, row.number, self._table.sheet)


def joined(texts: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Texts of several rows by name, each on lines of its own, said once where merged cells repeat it."""
    out: dict[str, list[str]] = {}
    for each in texts:
        for name, text in each.items():
            lines = out.setdefault(name, [])
            if text not in lines:
                lines.append(text)
    return {name: "\n".join(lines) for name, lines in out.items()}


def _line(text: str) -> str:
    """A title in one line, a hyphen at a line's end kept."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    glued = "".join(
        line if line.endswith("-") and after[:1].islower() else f"{line} " for line, after in pairwise([*lines, ""])
    )
    return " ".join(glued.split()).rstrip(":").strip()
