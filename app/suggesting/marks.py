"""Sentences that say how the rest is meant: the best case counts, parts are added, figures come from elsewhere."""

import re

from app.suggesting.spelling import bare
from app.suggesting.stream import Run

_WHOLE = (("B", "wkvJNS,:BVA&dxUe"), ("S", "wkvSNdAeQ:,xnH()a&"), ("L", "wkvJLRd,:"), ("j", "wkvjd!NJ,:"))
_SUMMED = re.compile("[wkv]{0,3}S[wNdAQ]{0,4}:")
_LESS_IS_MORE = re.compile("R?w{0,20}L(?=[,:])")
_PERIOD = re.compile(
    r"[wNHtJQ]{0,8}\(?n?w{0,2}E?Q\)?(?=[:,])|/?w?E?n?Q(?=[,;.)]|$)|\(w?E?n?Q\)|[w+]{0,2}nQ(?=[,;.)]|$)"
)
_BEGUN = (  # "" stands for the sign itself
    (_SUMMED, "S"),
    (re.compile("[bq]w{1,8}:(?=R?w{0,4}[F<>gl])"), ""),  # "Điểm trừ về giải ngân: từ 95% …"
    (re.compile("[bq](?=[:.]|$)"), ""),
    (_LESS_IS_MORE, "L"),
    (_PERIOD, "Q"),
)
_AT_LEAST_NONE = re.compile("(?:thấp nhất|tối thiểu|ít nhất|không dưới)( là| bằng)? 0 ?(?:điểm|đ)")
_UNTIL_NONE = re.compile(
    r"(?:trừ )?(?:cho )?(?:đến|tới) (?:khi )?(?:hết|còn 0|0) (?:số )?điểm"
    r"(?: (?:của )?(?:tiêu chí|nội dung|chỉ tiêu|mục)(?: này)?)?(?! ?\w)"
)
_ONE_OF = re.compile(
    r"\(?chi (duoc )?(chon|tinh|cham|tich) (01|1|mot)( trong)?( so)?( cac| nhung)?"
    r" (muc|phuong an|truong hop|lua chon|dap an)( tren| nay| diem)?\)?[ .]*$"
)
_FROM_OTHERS = re.compile(
    r"diem [^;]*\b(khao sat|dieu tra xa hoi hoc|chi so)\b[^;]*\b(do|tren cong)\b.*"
    r"\b(cong bo|cung cap|tong hop|cham|nhap)\b( diem)?[ .]*$"
)
_NONE_OF_ITS_OWN = re.compile(
    r"(noi dung|y|muc|tieu chi|yeu cau|phan|nhiem vu) nao (khong|chua) (co|dat|thuc hien|hoan thanh)( du)?,?( thi)? "
    r"khong (duoc )?(tinh|cong|co|cham) diem( (cua )?(noi dung|y|muc|tieu chi|yeu cau|phan|nhiem vu)( do| ay)?)?[ .]*$"
)
_OWN_FIGURE = re.compile(r"(?<!khong )(?<!khong phai )\btu (?!dong)|\bdo (ubnd )?(xa|phuong|cap xa)\b")
_INSPECTED = re.compile("kiem tra|tham dinh|thuc te|ho so|minh chung")  # what a person judges


def read(rest: Run) -> tuple[str, int] | None:
    """The mark that a clause begins with ("" where it changes nothing) and how many lexemes say so; None for none."""
    signs, words = rest.signs, rest.words.casefold()
    for sign, allowed in _WHOLE:
        if sign in signs and set(signs) <= set(allowed + sign) and not re.search("nd", signs):
            return sign, len(rest)
    if _NONE_OF_ITS_OWN.match(bare(rest.words)):
        return "S", len(rest)
    if _ONE_OF.match(bare(rest.words)):
        return "1", len(rest)
    for pattern, sign in _BEGUN:
        begun = pattern.match(signs)
        if begun is not None:
            return sign or signs[0], begun.end()
    if _AT_LEAST_NONE.match(words) or _UNTIL_NONE.match(words):
        return "", signs.index("d") + 1
    return ("i", len(rest)) if _is_imported(rest) else None


def _is_imported(rest: Run) -> bool:
    """Whether points come from elsewhere: "lấy theo kết quả …", "điểm khảo sát … do Sở Nội vụ công bố"."""
    signs, plain = rest.signs, bare(rest.words)
    if set(signs) & set("npfM*/<>gj!") or _INSPECTED.search(plain):
        return False
    if re.match("[vwkJed]{0,4}i|d[wkJev]{2,20}i", signs):
        return True
    told = re.match("d[wkJev,&:x]{2,30}i", signs) or _FROM_OTHERS.match(plain)
    return told is not None and not set(signs) & set("oOZ+my") and not _OWN_FIGURE.search(plain)
