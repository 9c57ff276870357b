"""Words that only look like words of scoring: ages, "cấp tỉnh trở lên", "fanpage/Zalo", papers named on the way."""

import re
from dataclasses import replace

from app.suggesting.lexeme import Lexeme
from app.suggesting.lexicon import DIVISORS, NUMBER, REFERENCE, VARIABLE, WORD
from app.suggesting.spelling import bare

_PLACES = frozenset("wifi truy cau buu giao phuc truong tiep sac du tham internet camera lap dat van".split())
_STOPS = frozenset("\n;:.(I")
_PAPERS = ("theo quyết định", "theo hướng dẫn", "quy định tại", "theo công bố")
_STEPWISE = ("từng mức", "theo từng")
_DEGREES = ("mức độ hoàn thành", "mức độ thực hiện", "mức độ đáp ứng")


def misspelt(found: list[Lexeme]) -> list[Lexeme]:
    """ "tư 50% đên dưới 80%": what can only be a limit before a number."""
    out: list[Lexeme] = []
    for one, after in zip(found, [*found[1:], None], strict=False):
        limits = after is not None and (after.sign == NUMBER or after.sign in "<>")
        if one.sign == WORD and limits and len(one.words) < 4:
            sign = {"tu": "F", "den": "T"}.get(bare(one.words))
            one = replace(one, sign=sign) if sign else one
        out.append(one)
    return out


def ages(found: list[Lexeme]) -> list[Lexeme]:
    """ "từ 15 đến 60 tuổi", "14 tuổi trở lên": whom a figure counts."""
    out = list(found)
    for at, one in enumerate(found):
        if bare(one.words) != "tuoi" or not at or found[at - 1].sign != NUMBER:
            continue
        begin = at - 1
        while begin and found[begin - 1].sign in "FTnd<>gl-" and at - begin < 5:
            begin -= 1
        end = at + 1 + (found[at + 1 : at + 2] != [] and found[at + 1].sign in "UD")
        for here in range(begin, end):
            out[here] = replace(found[here], sign=REFERENCE if found[here].sign == NUMBER else WORD)
    return out


def indexed(found: list[Lexeme]) -> list[Lexeme]:
    """ "H1", "T2": letters of a formula; "công nghiệp 4.0": a name."""
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        last = out[-1] if out else None
        after = found[at + 1].sign if at + 1 < len(found) else "\n"
        if one.sign == NUMBER and last is not None and last.sign == WORD:
            letter = one.touches and len(last.words) == 1 and last.words.isascii() and one.words.isdigit()
            marks = after in ")." and (len(out) < 2 or out[-2].sign in "\n;.")  # "a1) …"
            if letter and one.value < 10 and after != "%" and not marks:
                out[-1] = replace(last, sign=VARIABLE, end=one.end, words=f"{last.words}{one.words}")
                continue
            if one.words == "4.0" and after not in "d%M":
                one = replace(one, sign=REFERENCE)
        out.append(one)
    return out


def slashes(found: list[Lexeme]) -> list[Lexeme]:
    """ "fanpage/Zalo", "4G/5G": one name, as a slash that touches both and divides by no total."""
    out = list(found)
    for at in range(1, len(found) - 1):
        before, one, after = found[at - 1 : at + 2]
        touches = one.words == "/" and one.sign == "/" and one.touches and after.touches
        names = all(each.sign in (WORD, REFERENCE) and len(each.words) > 1 for each in (before, after))
        if one.sign == "/" and not one.touches and before.sign == "d" and after.sign in "HX":  # "2đ / không có 0đ"
            out[at] = replace(one, sign=";")
        if touches and names and bare(after.words).split()[0] not in DIVISORS:
            out[at] = replace(one, sign=WORD)
    return out


def between(found: list[Lexeme]) -> list[Lexeme]:
    """ "tỷ lệ giữa … và tổng số …", "thương số giữa …", "… so với tổng số …" divide."""
    out: list[Lexeme] = []
    opened = False
    for at, one in enumerate(found):
        after = bare(found[at + 1].words).split(" ")[0] if at + 1 < len(found) else ""
        if one.sign in "\n;.:=*":
            opened = False
        if bare(one.words) == "giua" and out and out[-1].sign in ("R", WORD):
            named = bare(out[-1].words) in ("ti le", "ti so")
            divided = len(out) > 1 and bare(out[-2].words) == "thuong" and bare(out[-1].words) == "so"
            if named or divided:
                del out[-2 if divided else -1 :]
                opened = True
                continue
        joins = bare(one.words) == "so voi" or (opened and one.sign == "&")
        if joins and (after in ("tong", "toan") or (opened and after == "so")):
            one, opened = replace(one, sign="/"), False
        out.append(one)
    return out


def totals(found: list[Lexeme]) -> list[Lexeme]:
    """ "số mục đạt / tổng số 4 mục": so many contents, the word for all of them left out."""
    words = [bare(one.words) for one in found]
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        inside = words[at] == "tong" or (words[at] == "so" and words[at - 1 : at] == ["tong"])
        counted = "".join(each.sign for each in found[at + 1 : at + 4]).removeprefix(WORD).startswith(NUMBER + "N")
        if not (inside and counted and out and out[-1].sign == "/"):
            out.append(one)
    return out


def preambles(found: list[Lexeme]) -> list[Lexeme]:
    """ "Căn cứ khoản 2 Điều 9 Quy chế …, tỷ lệ …": without the law that is named at first."""
    signs = "".join(one.sign for one in found)
    match = re.match(r"w[wE][wxNE!k&iJ/-]*?x[wxNE!k&iJ/-]*,(?=[RwHdn])", signs)
    if match is None or bare(found[0].words) != "can" or bare(found[1].words) != "cu":
        return found
    return found[match.end() :]


def levels(found: list[Lexeme]) -> list[Lexeme]:
    """ "cấp tỉnh trở lên" has no number to rise from; "VNeID mức 2" names one."""
    out: list[Lexeme] = []
    counted = False
    for at, one in enumerate(found):
        counted = (counted and one.sign not in _STOPS) or one.sign in "npfx"
        if one.sign in "UD" and not counted:
            one = replace(one, sign=WORD)
        after = found[at + 1].sign if at + 1 < len(found) else "\n"
        named = one.sign == NUMBER and len(out) > 1 and out[-1].words == "mức" and out[-2].sign == WORD
        if named and one.value in (1, 2, 3, 4, 5) and after in "w:,;).\n":
            one = replace(one, sign=REFERENCE)
            out[-1] = replace(out[-1], sign=WORD)
        out.append(one)
    return out


def places(found: list[Lexeme]) -> list[Lexeme]:
    """ "số điểm wifi", "tổng số điểm giao dịch" count places, not points."""
    return [
        replace(one, sign=WORD)
        if one.sign == "A" and one.words.endswith("số điểm") and after is not None and bare(after.words) in _PLACES
        else one
        for one, after in zip(found, [*found[1:], None], strict=False)
    ]


def papers(found: list[Lexeme]) -> list[Lexeme]:
    """ "Xếp loại theo Quyết định của UBND tỉnh: …", "Mức độ hoàn thành kế hoạch: …" name what is scored."""
    signs = "".join(one.sign for one in found)
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        if one.sign == "!" and one.words in (*_PAPERS, *_DEGREES, *_STEPWISE):
            stop = re.compile("[:\n]").search(signs, at)
            named = re.sub(r"\(nd\)$", "", signs[at + 1 : stop.start()]) if stop is not None else ""
            heads = stop is not None and not set(named) & set("npfMdA!j*/=")
            begun = not out or out[-1].sign in "\n;.I"
            clear = begun if one.words in _DEGREES else not re.search("[fMdA]", signs[:at])
            one = replace(one, sign=WORD) if heads and clear else one
        out.append(one)
    return out
