"""The decision an annex belongs to, from the words around its tables."""

import datetime
import re

from app.domain.annex import Annex
from app.domain.framework import Regulation
from app.domain.text import fold

_DECISION = re.compile(
    r"(?P<kind>Quyết định|Kế hoạch|Công văn|Nghị quyết|Hướng dẫn|Thông tư)\s+số\s*:?\s*(?P<number>[\w./-]*)"
    r"(?:\s*,?\s*ngày\s+(?P<day>\d{1,2})?\s*(?:/|tháng|-)\s*(?P<month>\d{1,2})?\s*(?:/|năm|-)\s*(?P<year>\d{4}))?"
    r"(?:\s+của\s+(?P<issuer>[^()\n;]{3,120}))?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"phụ lục\s+(?:số\s+)?([ivx]{1,5}[a-d]?|\d{1,2}[a-d]?)\b", re.IGNORECASE)
_FIRST_ROWS = 12
_TITLE = re.compile(r"^(?:bo|khung|danh muc|he thong|bang) (?:cac )?(?:chi so|tieu chi|cham diem|chi tieu)\b")


def regulation_of(annex: Annex, first: int) -> Regulation:
    """What is said of the decision before the table numbered `first`; blank where nothing is."""
    captions = [table.caption for table in annex.tables if table.number <= first and not table.sheet]
    words = "\n".join([annex.preamble, *captions, *_lines_above(annex, first)])
    loose = " ".join(words.split())
    match = _DECISION.search(loose)
    title = title_of(annex, first)
    named = _NAMED.search(" ".join(_lines_above(annex, first)))
    own = f"Phụ lục {named[1].upper()}" if named else ""
    if match is None:
        return Regulation(title=title, annex=own)
    return Regulation(
        title=title,
        kind=match["kind"].capitalize(),
        number=match["number"].strip("./-") if any(letter.isdigit() for letter in match["number"]) else "",
        date=_date(match),
        annex=own,
        issuer=" ".join((match["issuer"] or "").split()).rstrip(" .,)"),
    )


def title_of(annex: Annex, first: int) -> str:
    """The name of the set as it stands above the table; "" where nothing looks like one."""
    above = _lines_above(annex, first)
    for at, line in enumerate(above):
        if len(line) < 300 and _TITLE.search(fold(line)):
            more = above[at + 1] if at + 1 < len(above) else ""
            is_rest = line.isupper() and more.isupper() and len(more) < 200
            return " ".join(f"{line} {more if is_rest else ''}".split())
    return ""


def _lines_above(annex: Annex, first: int) -> list[str]:
    """What stands right above a table: of a sheet its first rows."""
    table = next((table for table in annex.tables if table.number == first), None)
    if table is None:
        return []
    if table.sheet:
        return [" ".join(text.split()) for row in table.rows[:_FIRST_ROWS] for text in row.texts if text]
    return [line.strip() for line in table.caption.split("\n")]


def _date(match: "re.Match[str]") -> datetime.date | None:
    try:
        return datetime.date(int(match["year"] or 0), int(match["month"] or 0), int(match["day"] or 0))
    except ValueError:
        return None
