"""What a number is beside its neighbours: a share, a fraction, a date, the name of something, so many people."""

from dataclasses import replace
from fractions import Fraction

from app.suggesting import lexicon
from app.suggesting.lexeme import Lexeme
from app.suggesting.lexicon import FRACTION, NUMBER, PERCENT, REFERENCE, ROMAN, WORD
from app.suggesting.spelling import bare, same

_NUMBERED = ("quý", "phần", "nhóm", "loại", "mức")


def percents(found: list[Lexeme]) -> list[Lexeme]:
    """ "75 %", "75 phần trăm"; "%" without a number is a word."""
    out: list[Lexeme] = []
    for one in found:
        last = out[-1] if out else None
        if last is not None and last.sign == NUMBER and one.words == "%":
            out[-1] = replace(last, sign=PERCENT, end=one.end)
        elif (
            last is not None
            and last.sign == WORD
            and same(last.words, "phần")
            and same(one.words, "trăm")
            and len(out) > 1
        ):
            if out[-2].sign == NUMBER:
                out.pop()
                out[-1] = replace(out[-1], sign=PERCENT, end=one.end)
            else:
                out.append(one)
        else:
            out.append(replace(one, sign=WORD) if one.sign == "%" else one)
    return out


def fractions(found: list[Lexeme]) -> list[Lexeme]:
    """Whole / whole is a fraction where it is below one, a date or a number of a document otherwise."""
    out: list[Lexeme] = []
    at = 0
    while at < len(found):
        one, rest = found[at], found[at + 1 : at + 3]
        if one.sign == NUMBER and len(rest) == 2 and rest[0].sign == "/" and rest[1].sign == NUMBER and rest[1].value:
            value = one.value / rest[1].value
            before = out[-1].words if out else ""
            dated = before in ("ngày", "trước", "tháng", "hết", "hạn") or value >= 1 or rest[1].value.denominator != 1
            dated = dated or any(side.words.startswith("0") and side.words.isdigit() for side in (one, rest[1]))
            sign = REFERENCE if dated else FRACTION
            out.append(Lexeme(sign, one.start, rest[1].end, f"{one.words}/{rest[1].words}", value))
            at += 3
            continue
        out.append(one)
        at += 1
    return out


def months(found: list[Lexeme]) -> list[Lexeme]:
    """ "6 tháng" names a period unless it is measured."""
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        last = out[-1] if out else None
        after = found[at + 1].sign if at + 1 < len(found) else ""
        measured = after == "U" or (len(out) > 1 and out[-2].sign in "F<>glT-")
        is_period = one.sign == "Q" and one.words == "tháng" and not measured
        if is_period and last is not None and last.sign == NUMBER and last.value in (3, 6, 9):
            out[-1] = replace(last, sign="Q", end=one.end, words=f"{last.words} tháng")
            continue
        out.append(one)
    return out


def named(found: list[Lexeme]) -> list[Lexeme]:
    """Numbers that name: "Điều 7", "mức độ 3", "năm 2025", "quý II", "2025-2030"."""
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        words = " ".join(item.words for item in out[-2:]).split()
        counts = at + 1 < len(found) and found[at + 1].sign == "d"
        if one.sign in (NUMBER, FRACTION):
            if words and not counts and _names(one, words, out):
                one = replace(one, sign=REFERENCE)
        elif one.sign == WORD and one.words in ROMAN and words and words[-1] in _NUMBERED:
            one = replace(one, sign=REFERENCE)
        out.append(one)
    return out


def _names(one: Lexeme, words: list[str], before: list[Lexeme]) -> bool:
    """Whether a number only names something, given the words before it."""
    if one.value.denominator == 1 and 1990 <= one.value <= 2100 and len(one.words) == 4:
        spans = len(before) > 1 and before[-1].sign == "-" and before[-2].sign == REFERENCE
        return words[-1] in lexicon.YEARS or spans
    if one.value >= 100 and one.words.isdigit() and words[-1] in lexicon.SYSTEMS:
        return True
    single = words[-1] in lexicon.NAMING and before[-1].sign in (WORD, "Q", "J")
    return single or " ".join(words[-2:]) in lexicon.NAMING_PAIRS


_PERS = {"100": 100, "1000": 1000, "1,000": 1000, "10000": 10_000, "10,000": 10_000, "100000": 100_000}


def populations(found: list[Lexeme]) -> list[Lexeme]:
    """ "trên 1.000 dân", "/1000 người dân", "/100 hộ" are one notion."""
    out: list[Lexeme] = []
    at = 0
    while at < len(found):
        one = found[at]
        counts = bool(out) and out[-1].sign == "E" and (len(out) == 1 or out[-2].sign in "\n;.:,I-+•")  # "Cứ 100 người"
        length = 0 if counts else _people(found, at, out[-1] if out else None)
        if not length:
            out.append(one)
            at += 1
            continue
        start = one.start
        while out and (out[-1].sign in "/>E" or bare(out[-1].words) in ("tren", "cho", "tinh", "binh", "quan", "moi")):
            start = out.pop().start
        words = " ".join(item.words for item in found[at : at + length])
        out.append(Lexeme("u", start, found[at + length - 1].end, words, Fraction(_PERS[one.words.replace(".", "")])))
        at += length
    return out


def _people(found: list[Lexeme], at: int, before: Lexeme | None) -> int:
    """How many lexemes say "1.000 dân" here, for each so many; 0 where people are merely counted."""
    one, after = found[at], [item.words for item in found[at + 1 : at + 3]]
    if one.sign != NUMBER or one.words.replace(".", "") not in _PERS or before is None or not after:
        return 0
    divides = before.sign in "/E"
    if same(after[0], "dân") and (divides or before.sign == ">" or before.words in ("trên", "cho", "quân")):
        return 2
    if same(after[0], "người") and len(after) > 1 and same(after[1], "dân") and (divides or before.sign == ">"):
        return 3
    return 2 if divides and (same(after[0], "người") or same(after[0], "hộ")) else 0
