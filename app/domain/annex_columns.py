"""What the columns of an annex are, from the words of their heads and from what stands below."""

import collections
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.annex import ONCE, Annex, AnnexRow, AnnexTable, Column, ColumnRole, TableColumns, Why
from app.domain.annex_codes import read_code
from app.domain.annex_points import points_in
from app.domain.text import fold

HEAD_ROWS = 30
_MOST_HEADS = 4
_FEW_ROWS = 4
_LONG = 24  # letters of a cell that is no code and no figure

_WORDS: Mapping[ColumnRole, str] = {
    ColumnRole.CODE: "stt; tt; so tt; ma; ma so; ma chi so; ma tieu chi; muc; so thu tu; ky hieu; ma hieu; so",
    ColumnRole.GROUP: "nhom; nhom chi so; nhom tieu chi; linh vuc; tru cot; chi so chinh; truc; khoi; nhom noi dung",
    ColumnRole.TITLE: "chi so; tieu chi; chi tieu; noi dung; ten chi so; ten tieu chi; ten chi tieu; "
    "noi dung danh gia; chi so thanh phan; tieu chi thanh phan; noi dung tieu chi; chi so tieu chi; tieu chi danh "
    "gia; chi so danh gia; danh muc chi so; ten nhom tieu chi; noi dung chi so; nhiem vu; noi dung nhiem vu; tieu chi "
    "cham diem",
    ColumnRole.MAXIMUM: "diem toi da; diem chuan; thang diem; so diem; diem; diem quy dinh; diem so toi da; diem so; "
    "diem chuan toi da; max; toi da; diem toi da cua chi so; diem cong tru; muc diem",
    ColumnRole.METHOD: "cach xac dinh; cach tinh; cach tinh diem; cach xac dinh va tinh diem; phuong phap tinh; "
    "phuong phap xac dinh; huong dan cham diem; cach danh gia; huong dan tinh diem; cach thuc cham diem; "
    "cong thuc tinh; tieu chuan cham diem; quy dinh cham diem; cach cham diem; phuong phap danh gia; giai thich; "
    "phuong phap tinh diem; cach thuc tinh diem; cach thuc danh gia; huong dan danh gia; huong dan xac dinh; yeu cau; "
    "mo ta; thang diem chi tiet; cach thuc xac dinh; cach cham; muc diem cham; huong dan cham; huong dan",
    ColumnRole.EVIDENCE: "tai lieu kiem chung; minh chung; tai lieu minh chung; tai lieu chung minh; "
    "van ban kiem chung; ho so minh chung; ho so kiem chung; yeu cau minh chung; tai lieu; tai lieu xac minh; san "
    "pham minh chung",
    ColumnRole.SOURCE: "nguon thu thap du lieu; nguon du lieu; nguon so lieu; nguon thong tin; nguon cung cap; nguon; "
    "nguon thu thap; nguon cung cap so lieu; co quan cung cap so lieu",
    ColumnRole.VERIFIER: "don vi phoi hop xac minh; don vi xac minh; don vi tham dinh; co quan tham dinh; "
    "don vi phoi hop; co quan phoi hop; don vi kiem tra; don vi theo doi danh gia; co quan xac minh; co quan phoi hop "
    "xac minh; don vi danh gia; co quan danh gia; don vi theo doi",
    ColumnRole.OWNER: "don vi phu trach; don vi thuc hien; don vi chu tri; co quan chu tri; don vi tham muu; "
    "phu trach; bo phan phu trach; co quan thuc hien; don vi bao cao; co quan phu trach",
    ColumnRole.UNIT: "don vi tinh; dvt",
    ColumnRole.BASIS: "can cu; can cu phap ly; co so phap ly; van ban quy dinh; can cu thuc hien",
    ColumnRole.NOTE: "ghi chu; luu y; chu thich",
    ColumnRole.OTHER: "diem tu cham; diem tu danh gia; tu danh gia; tu cham diem; diem tham dinh; diem dat; "
    "diem dat duoc; ket qua; ket qua thuc hien; diem xa tu cham; diem hoi dong; tham dinh; chenh lech; trang thai; "
    "giai trinh; giai trinh ket qua; don vi tu danh gia; don vi tu cham; han xu ly; nhan xet; diem danh gia",
}
_KNOWN = {word: role for role, words in _WORDS.items() for word in words.split("; ")}
_BY_LENGTH = sorted(_KNOWN, key=len, reverse=True)
_SIGNS = re.compile(r"[^0-9a-z]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ORDINAL = re.compile(r"[(\[]?(?:\d{1,2}|[a-z])[)\]]?(?:\s*=.*)?")
_COMMUNE = re.compile(r"\b(?:cap xa|xa|phuong|dac khu)\b")
_ANNEX = re.compile(r"\bphu luc\b")


def guess_columns(annex: Annex) -> tuple[TableColumns, ...]:
    """How every table of the annex is best read; of several sets in one file, the one for communes is taken."""
    read: list[TableColumns] = []
    for table in annex.tables:
        before = read[-1] if read else None
        read.append(_table(table, before))
    return _taken(annex, read)


def with_role(known: TableColumns, at: int, role: ColumnRole) -> TableColumns:
    """The same with a column's role chosen by a person; another column of a role that stands once gives it up."""
    columns = [
        replace(column, role=ColumnRole.OTHER, why=Why.CHOSEN, is_sure=True)
        if role in ONCE and column.role is role
        else column
        for column in known.columns
    ]
    columns[at] = replace(columns[at], role=role, is_sure=True, why=Why.CHOSEN)
    return replace(known, columns=tuple(columns))


def with_head(table: AnnexTable, known: TableColumns, head: int) -> TableColumns:
    """The same with another number of rows taken as head: the roles stay, the headings are those rows'."""
    head = max(0, min(head, len(table.rows)))
    headings = _headings(table, range(_head_start(table, head), head))
    columns = tuple(
        replace(column, heading=heading or column.heading)
        for column, heading in zip(known.columns, headings, strict=True)
    )
    return replace(known, head=head, columns=columns, continues=False)


def body(table: AnnexTable, known: TableColumns) -> Iterator[AnnexRow]:
    """The rows below the head that say something; the head printed again on a later page is none."""
    heads = {_key(row) for row in table.rows[: known.head]} | {_key_of(column.heading for column in known.columns)}
    for row in table.rows[known.head :]:
        if not row.is_empty and _key(row) not in heads and not _is_numbering(row):
            yield row


def role_of(heading: str) -> ColumnRole | None:
    """The role the words of a head speak of."""
    plain = _plain(_IN_BRACKETS.sub(" ", heading)) or _plain(heading)
    last = _plain(heading.rpartition("/")[2])
    for words in (plain, last):
        if words in _KNOWN:
            return _KNOWN[words]
    if len(plain) > 90:
        return None
    within = f" {plain} "
    return next((_KNOWN[words] for words in _BY_LENGTH if len(words) > 3 and f" {words} " in within), None)


# One table ---------------------------------------------------------------------------------------------------------


def _table(table: AnnexTable, before: TableColumns | None) -> TableColumns:
    start, end = _head(table)
    if end:
        headings = _headings(table, range(start, end))
        if before is not None and _same(headings, before) and not _begins(table):
            return replace(before, table=table.number, head=end, continues=True)
        rows = [row for row in table.rows[end:] if not row.is_empty]
        columns = _roles(headings, rows)
        return TableColumns(table.number, _is_set(columns, len(rows)), end, columns)
    if before is not None and before.is_taken and table.width == len(before.columns) and not _begins(table):
        return TableColumns(table.number, True, 0, before.columns, continues=True)
    columns = _roles([""] * table.width, list(table.rows))
    return TableColumns(table.number, False, 0, columns)


def _is_set(columns: Sequence[Column], rows: int) -> bool:
    roles = {column.role for column in columns}
    known = roles & {ColumnRole.MAXIMUM, ColumnRole.METHOD, ColumnRole.EVIDENCE}
    return ColumnRole.TITLE in roles and bool(known) and rows > 0


def _head(table: AnnexTable) -> tuple[int, int]:
    """The first row of the head and the row after its last; (0, 0) where none looks like one."""
    rows = table.rows[:HEAD_ROWS]
    found = [(_recognised(row), -at) for at, row in enumerate(rows)]
    best, place = max(found, default=(0, 0))
    flagged = [at for at, row in enumerate(rows) if row.is_head]
    if best < 2 and not flagged:
        return 0, 0
    start = -place if best >= 2 else flagged[0]
    end = start + 1
    while end < len(table.rows) and end - start < _MOST_HEADS and _goes_on(table.rows[end], table.rows[end - 1]):
        end += 1
    while start > 0 and _spans_below(table.rows[start - 1], table.rows[start]):
        start -= 1
    return start, end


def _recognised(row: AnnexRow) -> int:
    """How many different roles the words of a row speak of; a row with codes, points or long texts is no head."""
    texts = [text for text in row.texts if text]
    if any(len(text) > 120 or read_code(text) is not None or points_in(text) is not None for text in texts):
        return 0
    return len({role for text in texts if (role := role_of(text)) is not None})


def _goes_on(row: AnnexRow, above: AnnexRow) -> bool:
    """Whether a row still belongs to the head: numbers of the columns, or cells below a merged head."""
    if row.is_head and above.is_head:
        return True
    if _is_numbering(row):
        return True
    covered = sum(cell.from_above for cell in row.cells)
    own = [text for text in row.texts if text]
    return covered > 0 and bool(own) and all(len(text) < 60 and read_code(text) is None for text in own)


def _spans_below(row: AnnexRow, below: AnnexRow) -> bool:
    """Whether a row is the upper half of a head, its cells merged with those below."""
    return any(cell.from_above for cell in below.cells) and _recognised(row) > 0


def _is_numbering(row: AnnexRow) -> bool:
    """Whether a row only numbers the columns: "(1) (2) (3)", "1 2 3 4=3/2" or "A B C"."""
    texts = [fold(text) for text in row.texts if text]
    if len(texts) < 3 or not all(_ORDINAL.fullmatch(text) for text in texts):
        return False
    bare = [re.sub(r"\W.*$", "", text.strip("([")) for text in texts]
    figures = [int(text) for text in bare if text.isdigit()]
    return figures == list(range(figures[0], figures[0] + len(figures))) if figures else bare == sorted(bare)


def _head_start(table: AnnexTable, head: int) -> int:
    """Where a head of which only the end is known begins: at the first of its rows with several texts."""
    several = [at for at in range(head) if sum(bool(text) for text in table.rows[at].texts) > 1]
    return several[0] if several else 0


def _headings(table: AnnexTable, rows: range) -> list[str]:
    """The words over each column, those of several rows with a slash between; alike ones are told apart."""
    headings = []
    for at in range(table.width):
        said = [" ".join(table.rows[row].cell(at).text.split()) for row in rows if not _is_numbering(table.rows[row])]
        headings.append(" / ".join(dict.fromkeys(text for text in said if text)))
    counts: collections.Counter[str] = collections.Counter()
    for at, heading in enumerate(headings):
        counts[heading] += 1
        if heading and counts[heading] > 1:
            headings[at] = f"{heading} ({counts[heading]})"
    return headings


# Roles -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Content:
    """What share of a column's filled cells are codes, figures of points, long texts."""

    filled: int
    codes: bool
    points: bool
    long: bool
    is_merged: bool


def _roles(headings: Sequence[str], rows: Sequence[AnnexRow]) -> tuple[Column, ...]:
    contents = [_content(at, rows) for at in range(len(headings))]
    columns = [_column(heading, contents[at]) for at, heading in enumerate(headings)]
    _settle_titles(columns, contents)
    for role in ONCE:
        _keep_one(columns, role)
    _fill_in(columns, contents)
    return tuple(columns)


def _content(at: int, rows: Sequence[AnnexRow]) -> _Content:
    cells = [cell for row in rows if (cell := row.cell(at)).own.strip()]
    texts = [cell.own.strip() for cell in cells]
    most = max(1, len(texts) * 6 // 10)

    def mostly(count: int) -> bool:
        return bool(texts) and count >= most

    return _Content(
        filled=len(texts),
        codes=mostly(sum(bool(cell.may_mean) or read_code(cell.own) is not None for cell in cells)),
        points=mostly(sum(points_in(text) is not None for text in texts)),
        long=mostly(sum(len(text) > _LONG for text in texts)),
        is_merged=sum(row.cell(at).from_above for row in rows) > len(texts),
    )  # fmt: skip


def _column(heading: str, content: _Content) -> Column:
    role = role_of(heading) if heading else None
    if role is None:
        return Column(heading, ColumnRole.OTHER, not content.filled)
    fits = {
        ColumnRole.CODE: content.codes or not content.filled,
        ColumnRole.MAXIMUM: content.points,
        ColumnRole.TITLE: not content.points,
    }.get(role, True)
    is_exact = _plain(_IN_BRACKETS.sub(" ", heading)) in _KNOWN or _plain(heading.rpartition("/")[2]) in _KNOWN
    if not fits:
        return Column(heading, role, False, Why.HEADING_AGAINST_CONTENT)
    return Column(heading, role, is_exact, Why.HEADING_AND_CONTENT if content.filled else Why.HEADING)


def _settle_titles(columns: list[Column], contents: Sequence[_Content]) -> None:
    """A set has one column of titles: among several the leading ones are groups where they are merged, else the last
    of two that both may be titles is read as method where its texts are the longer."""
    titles = [at for at, column in enumerate(columns) if column.role is ColumnRole.TITLE]
    groups = [at for at, column in enumerate(columns) if column.role is ColumnRole.GROUP]
    if not titles and groups:
        at = groups[-1]
        columns[at] = replace(columns[at], role=ColumnRole.TITLE, is_sure=False)
        titles = [at]
    for at in titles[:-1]:
        if contents[at].is_merged:
            columns[at] = replace(columns[at], role=ColumnRole.GROUP, is_sure=False)
    left = [at for at in titles if columns[at].role is ColumnRole.TITLE]
    others = left[1:]
    if others and contents[others[-1]].long and not any(column.role is ColumnRole.METHOD for column in columns):
        columns[others[-1]] = replace(columns[others[-1]], role=ColumnRole.METHOD, is_sure=False)
    for at in [at for at in groups if titles and at > titles[0]]:
        columns[at] = replace(columns[at], role=ColumnRole.OTHER, is_sure=False)


def _keep_one(columns: list[Column], role: ColumnRole) -> None:
    same = [at for at, column in enumerate(columns) if column.role is role]
    if len(same) < 2:
        return

    def worth(at: int) -> tuple[bool, bool, int]:
        column = columns[at]
        return (column.why is not Why.HEADING_AGAINST_CONTENT, "toi da" in fold(column.heading), -at)

    best = max(same, key=worth)
    for at in same:
        if at != best:
            columns[at] = replace(columns[at], role=ColumnRole.OTHER, is_sure=False)
    columns[best] = replace(columns[best], is_sure=False)


def _fill_in(columns: list[Column], contents: Sequence[_Content]) -> None:
    """Codes, titles and points that no head speaks of, by what stands in the columns left over."""

    def free(test: str) -> int | None:
        places = (at for at, column in enumerate(columns) if column.role is ColumnRole.OTHER and not column.heading)
        return next((at for at in places if getattr(contents[at], test)), None)

    roles = {column.role for column in columns}
    wanted = ((ColumnRole.CODE, "codes"), (ColumnRole.TITLE, "long"), (ColumnRole.MAXIMUM, "points"))
    for role, test in wanted:
        at = free(test) if role not in roles else None
        if at is not None:
            columns[at] = replace(columns[at], role=role, is_sure=False, why=Why.CONTENT)


# Which tables ------------------------------------------------------------------------------------------------------


def _taken(annex: Annex, read: Sequence[TableColumns]) -> tuple[TableColumns, ...]:
    """One set is taken: tables that continue each other or stand in the same annex; for communes if one says so."""
    sets: list[list[int]] = []
    for at, known in enumerate(read):
        if not known.is_taken:
            continue
        table = annex.tables[at]
        if not sets or (_begins(table) and not known.continues):
            sets.append([])
        sets[-1].append(at)

    def worth(members: list[int]) -> tuple[bool, int]:
        first = annex.tables[members[0]]
        rows = sum(len(annex.tables[at].rows) for at in members)
        return (_COMMUNE.search(fold(f"{first.sheet} {first.caption}")) is not None, rows)

    best = max(sets, key=worth, default=_headless(annex, read))
    return tuple(replace(known, is_taken=at in best) for at, known in enumerate(read))


def _headless(annex: Annex, read: Sequence[TableColumns]) -> list[int]:
    """Where no table has a head: the longest one whose content alone looks like criteria."""

    def looks(known: TableColumns) -> bool:
        roles = {column.role for column in known.columns}
        return ColumnRole.TITLE in roles and bool(roles & {ColumnRole.CODE, ColumnRole.MAXIMUM})

    found = [at for at, known in enumerate(read) if looks(known) and len(annex.tables[at].rows) >= _FEW_ROWS]
    return [max(found, key=lambda at: len(annex.tables[at].rows))] if found else []


def _begins(table: AnnexTable) -> bool:
    """Whether a set of its own begins with the table: a sheet, or another annex."""
    return bool(table.sheet) or _ANNEX.search(fold(table.caption)) is not None


def _same(headings: Sequence[str], before: TableColumns) -> bool:
    return len(headings) == len(before.columns) and _key_of(headings) == _key_of(
        column.heading for column in before.columns
    )


def _key(row: AnnexRow) -> tuple[str, ...]:
    return _key_of(row.texts)


def _key_of(texts: Iterator[str] | Sequence[str]) -> tuple[str, ...]:
    return tuple(_plain(text) for text in texts)


def _plain(text: str) -> str:
    """The words of a head alone: folded, without signs."""
    return _SIGNS.sub(" ", fold(text)).strip()
