"""What an officer types or pastes for a new campaign: lines of agencies, and a deadline in a decision's words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain import deadline, text
from app.domain.agency import Agency
from app.domain.deadline import Deadline, DeadlineKind
from app.domain.framework import TargetGroup
from app.errors import AppError


class Slip(StrEnum):
    """What is missing or wrong in a line."""

    NO_NAME = "no_name"
    NO_CODE = "no_code"
    SAME_CODE = "same_code"
    UNKNOWN_GROUP = "unknown_group"


@dataclass(frozen=True, slots=True)
class Line:
    """One agency as typed; `group` is a code or a name of a target group. `number` tells lines apart."""

    number: int
    code: str = ""
    name: str = ""
    group: str = ""
    contact: str = ""
    telephone: str = ""
    kept: Agency | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any((self.code, self.name, self.group, self.contact, self.telephone))


_HEADS = {
    "code": ("ma", "ma xa", "ma don vi", "ma co quan", "code"),
    "name": (
        *("ten", "ten xa", "ten don vi", "ten co quan", "don vi", "xa, phuong", "xa", "co quan", "dia phuong", "name"),
    ),
    "group": ("nhom", "nhom doi tuong", "loai", "group"),
    "contact": ("dau moi", "ho ten", "ho va ten", "nguoi phu trach", "contact"),
    "telephone": ("dien thoai", "so dien thoai", "sdt", "telephone"),
    "": ("stt", "tt", "so tt", "ghi chu"),
}
_ORDER = ("code", "name", "contact", "telephone")
_TELEPHONE = re.compile(r"\+?[\d .()-]{8,}")
_NUMBERED = re.compile(r"\s*\d{1,4}\s*[.)]\s+")


def pasted_lines(pasted: str, first_number: int = 1) -> tuple[Line, ...]:
    """The agencies of a text copied from Excel, Word or a chat: one a line, cells parted by tab, semicolon or comma.

    A head is recognised by its words; without one the order is code, name, contact, telephone. A line of one cell is
    a name; a running number before it goes; a code is made where there is none.
    """
    rows = [cells for cells in map(_cells, text.nfc(pasted).splitlines()) if any(cells)]
    fields: Sequence[str] = ()
    if rows and (found := _head(rows[0])):
        fields, rows = found, rows[1:]
    made = [_line(first_number + at, cells, fields) for at, cells in enumerate(rows)]
    return with_codes(made)


def _cells(line: str) -> list[str]:
    sign = next((sign for sign in ("\t", ";", ",") if sign in line), "\t")
    return [text.clean_name(cell) for cell in line.split(sign)]


def _head(cells: Sequence[str]) -> tuple[str, ...]:
    """The fields a head names; empty when the line is no head."""
    names = [next((field for field, words in _HEADS.items() if text.fold(cell) in words), None) for cell in cells]
    return tuple(name or "" for name in names) if "name" in names else ()


def _line(number: int, cells: list[str], fields: Sequence[str]) -> Line:
    if fields:
        return _made(number, {field: cell for field, cell in zip(fields, cells, strict=False) if field})
    if len(cells) == 1:
        return Line(number, name=_NUMBERED.sub("", cells[0], count=1))
    if len(cells) > 2 and cells[0].isdigit() and len(cells[0]) < 4:  # a running number
        cells = cells[1:]
    if _looks_like_name(cells[0]) and not _looks_like_name(cells[1]):
        cells = ["", *cells] if _TELEPHONE.fullmatch(cells[1]) or " " in cells[1] else [cells[1], cells[0], *cells[2:]]
    values = dict(zip(_ORDER, cells[:2], strict=False))
    rest = [cell for cell in cells[2:] if cell]
    values["telephone"] = next((cell for cell in rest if _TELEPHONE.fullmatch(cell)), "")
    values["contact"] = next((cell for cell in rest if cell != values["telephone"]), "")
    return _made(number, values)


def _made(number: int, values: Mapping[str, str]) -> Line:
    code, name, group, contact, telephone = (
        values.get(field, "") for field in ("code", "name", "group", "contact", "telephone")
    )
    return Line(number, code, name, group, contact, telephone)


def changed(line: Line, field: str, typed: str) -> Line:
    """The line with another code, name, group, contact or telephone."""
    values = {name: getattr(line, name) for name in ("code", "name", "group", "contact", "telephone")}
    return replace(_made(line.number, {**values, field: typed}), kept=line.kept)


def _looks_like_name(cell: str) -> bool:
    return text.fold(cell).startswith(("xa ", "phuong ", "dac khu ", "thi tran ", "so ", "ban ", "ubnd ", "uy ban "))


def with_codes(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, each that has a name but no code given one: initials of the name, numbered where they are taken."""
    given = list(lines)
    taken = {line.code for line in given if line.code}
    for at, line in enumerate(given):
        if line.name and not line.code:
            stem, number = initials(line.name), 2
            code = stem
            while code in taken:
                code, number = f"{stem}{number}", number + 1
            taken.add(code)
            given[at] = replace(line, code=code)
    return tuple(given)


def initials(name: str) -> str:
    """ "Sở Khoa học và Công nghệ" → "SKHVCN": letters and digits that begin words, at most 10."""
    words = text.fold(name).split()
    return "".join(word[0] for word in words if word[0].isalnum())[:10].upper() or "X"


def slips(lines: Sequence[Line], groups: Sequence[TargetGroup] = ()) -> dict[int, Slip]:
    """The first slip of each line that has one, by number; empty lines are left out."""
    codes = [line.code for line in lines if line.code]
    found = {}
    for line in lines:
        if line.is_empty:
            continue
        if not line.name:
            found[line.number] = Slip.NO_NAME
        elif not line.code:
            found[line.number] = Slip.NO_CODE
        elif codes.count(line.code) > 1:
            found[line.number] = Slip.SAME_CODE
        elif line.group and groups and _group(line.group, groups) is None:
            found[line.number] = Slip.UNKNOWN_GROUP
    return found


def _group(typed: str, groups: Sequence[TargetGroup]) -> str | None:
    meant = (group.code for group in groups if text.fold(typed) in (text.fold(group.code), text.fold(group.name)))
    return next(meant, None)


def agencies(lines: Iterable[Line], groups: Sequence[TargetGroup] = ()) -> tuple[Agency, ...]:
    """The agencies meant; where there is only one target group, every agency belongs to it."""
    only = groups[0].code if len(groups) == 1 else ""
    made = []
    for line in lines:
        if not line.is_empty:
            old = line.kept or Agency(code=line.code, name=line.name)
            contact = replace(old.contact, name=line.contact.strip(), telephone=line.telephone.strip())
            group = _group(line.group, groups) if line.group else only
            made.append(replace(old, code=line.code, name=line.name, target_group=group or "", contact=contact))
    return tuple(made)


def lines_of(known: Iterable[Agency], first_number: int = 1) -> tuple[Line, ...]:
    """Agencies read from a file, as lines that can be mended."""
    return tuple(
        Line(number, item.code, item.name, item.target_group, item.contact.name, item.contact.telephone, item)
        for number, item in enumerate(known, start=first_number)
    )


# A deadline in words -----------------------------------------------------------------------------------------------

_DAY = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?"
_WORDED_DAY = r"(\d{1,2})\s+thang\s+(\d{1,2})(?:\s+nam\s+(\d{4}))?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def deadline_in_words(words: str, year: int) -> Deadline | None:
    """The deadline a decision's wording means, None where it is not plain; `year` where the wording names none.

    "trước ngày 15/11" → before that day; "chậm nhất ngày", "đến hết ngày" → through it; "trong tháng 12", "trong
    Quý I năm 2027"; "từ ngày 20/6 đến ngày 30/6"; "3 ngày trước ngày kiểm tra".
    """
    folded, wording = text.fold(words), words.strip()
    try:
        return _read(folded, wording, year)
    except (ValueError, AppError):  # a day that is in no calendar
        return None


def _read(folded: str, wording: str, year: int) -> Deadline | None:
    days = [_date(found.groups(), year) for found in re.finditer(f"{_DAY}|{_WORDED_DAY}", folded)]
    if found := re.search(r"(\d{1,3})\s+ngai\s+truoc|(\d{1,3})\s+ngay\s+truoc", folded):
        return deadline.days_before_agency_date(wording, int(found.group(1) or found.group(2)))
    if len(days) == 2 and "tu" in folded.split():
        return deadline.from_to(wording, days[0], days[1])
    if len(days) == 1:
        is_before = "truoc" in folded.split()
        return (deadline.before_day if is_before else deadline.through_day)(wording, days[0])
    named = re.search(r"(\d{4})", folded)
    meant = int(named.group(1)) if named else year
    if found := re.search(r"qui\s+(iv|i{1,3}|[1-4])\b", folded):
        return deadline.within_quarter(wording, meant, _ROMAN[found.group(1)])
    if found := re.search(r"thang\s+(\d{1,2})\b", folded):
        return deadline.within_month(wording, meant, int(found.group(1)))
    return None


def deadline_of(kind: DeadlineKind, typed: str, until: date | None, wording: str) -> Deadline:
    """The deadline of a kind. `typed`: a day ("15/11/2026"), a month or quarter ("12/2026", "I/2027"), or a number of
    days; `until`: the last day of a span. Without a `wording` the kind words it.

    Raises `AppError("deadline.malformed")`.
    """
    words = wording.strip() or worded(kind, typed, until)
    day = next((_date(found.groups(), 0) for found in re.finditer(f"{_DAY}|{_WORDED_DAY}", typed) if found[3]), None)
    pair = re.fullmatch(r"\s*([1-9]\d?|iv|i{1,3})\s*[/.-]\s*(\d{4})\s*", typed.casefold())
    number = int(typed) if typed.strip().isdigit() else None
    match kind:
        case DeadlineKind.BEFORE_DAY if day:
            return deadline.before_day(words, day)
        case DeadlineKind.THROUGH_DAY if day:
            return deadline.through_day(words, day)
        case DeadlineKind.FROM_TO if day and until and day <= until:
            return deadline.from_to(words, day, until)
        case DeadlineKind.WITHIN_MONTH if pair and pair[1].isdigit():
            return deadline.within_month(words, int(pair[2]), int(pair[1]))
        case DeadlineKind.WITHIN_QUARTER if pair and pair[1] in _ROMAN:
            return deadline.within_quarter(words, int(pair[2]), _ROMAN[pair[1]])
        case DeadlineKind.DAYS_BEFORE_AGENCY_DATE if number is not None:
            return deadline.days_before_agency_date(words, number)
    raise AppError("deadline.malformed", wording=typed[:80])


def worded(kind: DeadlineKind, typed: str, until: date | None) -> str:
    """The words a decision would use."""
    last = text.date_text(until) if until else "…"
    return {
        DeadlineKind.BEFORE_DAY: f"trước ngày {typed}",
        DeadlineKind.THROUGH_DAY: f"đến hết ngày {typed}",
        DeadlineKind.FROM_TO: f"từ ngày {typed} đến ngày {last}",
        DeadlineKind.WITHIN_MONTH: f"trong tháng {typed}",
        DeadlineKind.WITHIN_QUARTER: f"trong Quý {typed}",
        DeadlineKind.DAYS_BEFORE_AGENCY_DATE: f"chậm nhất {typed} ngày trước ngày kiểm tra",
    }[kind]


def typed_of(known: Deadline) -> tuple[str, date | None]:
    """What `deadline_of` would have to be given for this deadline."""
    start, end = known.start, known.end
    match known.kind:
        case DeadlineKind.FROM_TO:
            return (text.date_text(start) if start else ""), end
        case DeadlineKind.WITHIN_MONTH:
            return (f"{start.month}/{start.year}" if start else ""), None
        case DeadlineKind.WITHIN_QUARTER:
            return (f"{(start.month + 2) // 3}/{start.year}" if start else ""), None
        case DeadlineKind.DAYS_BEFORE_AGENCY_DATE:
            return str(known.days or 0), None
        case _:
            return (text.date_text(end) if end else ""), None


def _date(groups: Sequence[str | None], year: int) -> date:
    day, month, told = groups[:3] if groups[0] else groups[3:]
    return date(int(told or year), int(month or 0), int(day or 0))
