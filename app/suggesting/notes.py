"""Clauses that give no points: titles, what is announced and must be met in the rule, notes on sources."""

import re
from dataclasses import dataclass
from fractions import Fraction

from app.suggesting.spelling import bare, is_bare
from app.suggesting.stream import Run

_NOTED = tuple(
    "ghi chu|minh chung|nguon|luu y|tinh den|so lieu|tlkc|kiem chung"
    "|tai lieu:|tai lieu kiem chung|tai lieu chung minh|tai lieu minh chung".split("|")  # "tài liệu mô tả" is an item
)
_SCORING = re.compile(r"\b(điểm|cộng|trừ|(?<!xác )(?<!cá )(?<!tiếp )nhân|giảm|hệ số|mức|nửa)\b")
_BARE_SCORING = re.compile(r"\b(diem|cong|tru|(?<!xac )(?<!ca )(?<!tiep )nhan|giam|he so|muc|nua)\b")
_SELF = re.compile(r"\bkhong (phai )?tu (cham|danh gia)( diem)?( tieu chi nay| noi dung nay)?[ .]*$")
_ENTERED = re.compile(r"\bnhap (ket qua|so lieu|diem)[ .]*$")  # who brings the figure in
# how a title or a note begins, or what it holds, where it changes points or what is counted
_WEIGHING = re.compile(
    r"^[(:. ]*(?:(?:ghi chú|lưu ý)[(:. ]*)?(trừ|chỉ(?! tiêu| số| đạo| thị)|tính(?! đến)|áp dụng|lấy|nếu|riêng|không"
    r"|số điểm|điểm|mỗi|được|quy đổi|chia(?! sẻ)|các xã)\b"
    r"|\b(trung bình (cộng|của|hai|các)|bình quân (hai|ba|các|cả|[23])"
    r"|chia đôi|áp dụng (mức|cho|đối với|từ|hệ số)|còn lại|mức thấp hơn|mức cao hơn|nếu|ngoại trừ|được hưởng|gấp)\b"
)
_BARE_WEIGHING = re.compile(bare(_WEIGHING.pattern))
_SAID = frozenset("anpfM*!=EGmjYBLC~…Ud")


@dataclass(frozen=True, slots=True)
class Announced:
    """A number told beside the scoring: "gồm 04 mức", "chỉ tiêu giao 50%"; it must be met again in the rule."""

    value: Fraction
    place: tuple[int, int]


def weighs(rest: Run) -> bool:
    """Whether a clause without points yet says how they are given: "chỉ tính từ tháng 7", "lấy trung bình"."""
    words = rest.words.casefold()
    return any(
        pattern.search(words) for pattern in ((_WEIGHING, _BARE_WEIGHING) if is_bare(rest.text) else (_WEIGHING,))
    )


def is_note(rest: Run, in_brackets: bool) -> bool:
    """Whether a clause says nothing of points: a source, evidence, who does not score himself."""
    plain = bare(rest.words)
    is_told = _SELF.search(plain) or _ENTERED.search(plain)
    if is_told and len(rest) < 16 and not set(rest.signs) & set("npfM*Jj!"):
        return True
    if weighs(rest):
        return False
    scores = _SCORING.search(rest.words.casefold()) or (is_bare(rest.text) and _BARE_SCORING.search(plain))
    if set(rest.signs) & set("fM*!EGmjYBLC~…d") or scores:
        return False
    in_brackets = in_brackets or (rest.words.startswith("(") and rest.words.endswith(")"))
    is_counted = set(rest.signs) & set("np")
    return (plain.startswith(_NOTED) or in_brackets) and not is_counted


def announced(rest: Run) -> list[Announced] | None:
    """The numbers a title names, none for most; None where a clause is no title."""
    if set(rest.signs) & (_SAID - set("np")):
        return None
    return [Announced(one.value, (one.start, one.end)) for one in rest.lexemes if one.sign in "np"]
