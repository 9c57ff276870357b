"""Sentences that say how the rest is meant: the best case counts, parts are added, figures come from elsewhere."""

import re

from app.suggesting.spelling import bare
from app.suggesting.stream import Run

_WHOLE = (("B", "wkvJNS,:BVA&dxUe"), ("S", "wkvSNdAeQ:,xnH()"), ("L", "wkvJLRd,:"), ("j", "wkvjd!NJ,:"))
_SUMMED = re.compile("[wkv]{0,3}S[wNdAQ]{0,4}:")
_LESS_IS_MORE = re.compile("R?w{0,20}L(?=[,:])")
_PERIOD = re.compile(
    r"[wNHtJQ]{0,8}\(?n?w{0,2}E?Q\)?(?=[:,])|/?w?E?n?Q(?=[,;.)]|$)|\(w?E?n?Q\)|[w+]{0,2}nQ(?=[,;.)]|$)"
)
_AT_LEAST_NONE = re.compile("(?:thấp nhất|tối thiểu|ít nhất|không dưới)( là| bằng)? 0 ?(?:điểm|đ)")
_UNTIL_NONE = re.compile(r"(?:cho )?(?:đến|tới) (?:khi )?(?:hết|còn 0|0) điểm(?! \w)")
_NONE_OF_ITS_OWN = re.compile(
    r"(noi dung|y|muc|tieu chi|yeu cau|phan|nhiem vu) nao (khong|chua) (co|dat|thuc hien|hoan thanh)( du)?,?( thi)? "
    r"khong (duoc )?(tinh|cong|co|cham) diem( (cua )?(noi dung|y|muc|tieu chi|yeu cau|phan|nhiem vu)( do| ay)?)?[ .]*$"
)
_INSPECTED = re.compile("kiem tra|tham dinh|thuc te|ho so|minh chung")  # what a person judges


def read(rest: Run) -> tuple[str, int] | None:
    """The mark that a clause begins with ("" where it changes nothing) and how many lexemes say so; None for none."""
    signs, words = rest.signs, rest.words.casefold()
    for sign, allowed in _WHOLE:
        if sign in signs and set(signs) <= set(allowed + sign) and not re.search("nd", signs):
            return sign, len(rest)
    if _NONE_OF_ITS_OWN.match(bare(rest.words)):
        return "S", len(rest)
    summed = _SUMMED.match(signs)
    if summed is not None:
        return "S", summed.end()
    if re.match("[bq][:.;,]?", signs) and (len(signs) == 1 or signs[1] in ":."):
        return signs[0], 1
    inverse = _LESS_IS_MORE.match(signs)
    if inverse is not None:
        return "L", inverse.end()
    period = _PERIOD.match(signs)
    if period is not None:
        return "Q", period.end()
    if _AT_LEAST_NONE.match(words) or _UNTIL_NONE.match(words):
        return "", signs.index("d") + 1
    imported = re.match("[vwkJed]{0,4}i|d[wkJev]{2,20}i", signs)
    if imported and not set(signs) & set("npfM*/<>gj!") and not _INSPECTED.search(bare(rest.words)):
        return "i", len(rest)
    return None
