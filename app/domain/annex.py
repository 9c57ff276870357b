"""The annex of a decision as it lies in a Word or Excel file: plain tables, and what each column is taken to be.

Nothing is understood here yet: `annex_columns` says what the columns are, `annex_outline` makes the tree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ColumnRole(StrEnum):
    """What a column of an annex tells of a criterion; OTHER is kept word for word and read no further."""

    CODE = "code"
    GROUP = "group"
    TITLE = "title"
    MAXIMUM = "maximum"
    METHOD = "method"
    EVIDENCE = "evidence"
    SOURCE = "source"
    VERIFIER = "verifier"
    OWNER = "owner"
    UNIT = "unit"
    BASIS = "basis"
    NOTE = "note"
    OTHER = "other"


ONCE = (ColumnRole.CODE, ColumnRole.TITLE, ColumnRole.MAXIMUM, ColumnRole.UNIT)  # the others may stand over several


@dataclass(frozen=True, slots=True)
class AnnexCell:
    """One cell. A merged cell's text stands in all it covers, marked `from_above` or `from_left` but in the first.

    `indent` in points. `may_mean`: the codes it may have been before Excel made a number or a date of it.
    """

    text: str = ""
    is_bold: bool = False
    indent: int = 0
    from_above: bool = False
    from_left: bool = False
    may_mean: tuple[str, ...] = ()

    @property
    def own(self) -> str:
        """The text where it begins, "" in what a merged cell covers besides."""
        return "" if self.from_above or self.from_left else self.text


NO_CELL = AnnexCell()


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One row; `number` counts from 1, in Excel as the sheet does. `is_head`: Word repeats it on every page."""

    number: int
    cells: tuple[AnnexCell, ...]
    is_head: bool = False

    def cell(self, at: int) -> AnnexCell:
        """The cell in that column, from 0; an empty one where the row is shorter."""
        return self.cells[at] if at < len(self.cells) else NO_CELL

    @property
    def texts(self) -> tuple[str, ...]:
        """What begins in each cell."""
        return tuple(cell.own.strip() for cell in self.cells)

    @property
    def is_empty(self) -> bool:
        return not any(cell.text.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """One table: of Word the `number`-th (`sheet` is ""), of Excel a sheet. `caption`: the lines above it."""

    number: int
    rows: tuple[AnnexRow, ...]
    sheet: str = ""
    caption: str = ""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Annex:
    """Everything read from one file. `preamble`: the words before the first table."""

    name: str
    tables: tuple[AnnexTable, ...]
    preamble: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row came from."""

    table: int
    row: int
    sheet: str = ""


class Why(StrEnum):
    """What a guess of a column rests on."""

    HEADING_AND_CONTENT = "heading_and_content"
    HEADING = "heading"
    CONTENT = "content"
    HEADING_AGAINST_CONTENT = "heading_against_content"
    CHOSEN = "chosen"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Column:
    """What one column is taken to be, how sure that is and why."""

    heading: str
    role: ColumnRole
    is_sure: bool = False
    why: Why = Why.NOTHING


@dataclass(frozen=True, slots=True)
class TableColumns:
    """How one table is read: whether at all, how many rows its head takes, what its columns are.

    `continues`: it has no head of its own and goes on with the table before it.
    """

    table: int
    is_taken: bool
    head: int
    columns: tuple[Column, ...]
    continues: bool = False

    def at(self, role: ColumnRole) -> list[int]:
        """The columns of that role, from the left."""
        return [number for number, column in enumerate(self.columns) if column.role is role]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at: a key of the wording `annex.DOUBTS` and what fills its sentence."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class RowKind(StrEnum):
    """What a row is in the tree. A part's texts belong to the group or criterion above it; skipped ones to nobody."""

    GROUP = "group"
    CRITERION = "criterion"
    PART = "part"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row of the annex in the tree; `level` 0 is the top, `maximum` a decimal text or "" where none stands.

    `texts` by the value of a `ColumnRole`, `original` word for word by heading.
    """

    key: str
    kind: RowKind
    level: int
    place: Place
    code: str = ""
    title: str = ""
    maximum: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    original: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_node(self) -> bool:
        return self.kind in (RowKind.GROUP, RowKind.CRITERION)
