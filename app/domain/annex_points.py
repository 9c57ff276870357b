"""Points as annexes write them: "10", "7,5 điểm", "(10 điểm)", "tối đa 10", "-5", "– 5 đ"."""

import re
from fractions import Fraction

from app.domain.numbers import exact_text, parse_decimal
from app.domain.text import fold

_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?|\d{1,6}(?:[.,]\d{1,6})?"
_ALONE = re.compile(
    rf"\(?\s*(?:(?:toi da|diem toi da|diem|max|cong|khong qua)\s*:?\s*)?(?P<minus>[-−–]|tru\s*:?)?\s*\+?"
    rf"\s*(?P<figure>{_FIGURE})\s*(?:d|diem|d\.)?\s*\)?\s*[.;]?"
)
_IN_TITLE = re.compile(
    rf"[\s:,–-]*[(\[]\s*(?:(?:tối đa|điểm tối đa|thang điểm|tổng điểm|tổng|max)\s*:?\s*)?"
    rf"(?P<minus>[-−–]|trừ\s*)?(?P<figure>{_FIGURE})\s*(?:điểm|đ)\s*(?:tối đa)?\s*[)\]]\s*[.:;]?",
    re.IGNORECASE,
)


def points_in(text: str) -> Fraction | None:
    """The figure a whole cell is; None where it says anything else."""
    match = _ALONE.fullmatch(fold(text))
    return _figure(match) if match else None


def points_in_title(text: str) -> tuple[Fraction | None, str]:
    """Points in brackets within a title ("Nhận thức số (100 điểm)"), and the title without them."""
    found = list(_IN_TITLE.finditer(text))
    if len(found) != 1:
        return None, text
    match = found[0]
    rest = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
    return _figure(match), rest


def written(points: Fraction) -> str:
    """The decimal text of points as a framework keeps it."""
    return exact_text(points)


def _figure(match: re.Match[str]) -> Fraction | None:
    text = match["figure"]
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    elif text.count(".") > 1 or re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text):
        text = text.replace(".", "")  # a thousand, as Vietnamese write it
    points = parse_decimal(text)
    return -points if match["minus"] else points
