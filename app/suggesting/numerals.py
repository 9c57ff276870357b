"""Numbers in words: "hai cuộc", "mười hai", "hai mươi lăm", "một nửa", "ba phần tư"."""

from dataclasses import replace
from fractions import Fraction

from app.suggesting import lexicon
from app.suggesting.lexeme import Lexeme
from app.suggesting.lexicon import FRACTION, NUMBER, WORD
from app.suggesting.spelling import bare, key, same

_DIGITS = {key(word): value for word, value in lexicon.NUMERALS.items() if value < 10} | {
    key(word): value for word, value in (("mốt", 1), ("tư", 4), ("lăm", 5), ("nhăm", 5))
}
_PLAIN_DIGITS = {bare(word): value for word, value in lexicon.NUMERALS.items() if value < 10}
_TIMES = {key(word): value for word, value in (("chục", 10), ("trăm", 100), ("nghìn", 1000), ("ngàn", 1000))}
_DOUBTFUL = frozenset((key("năm"), "nam", "sau", "tu", "lam"))  # years, twenty-five; without diacritics: after, from
_UNSAID = frozenset(bare(word) for word in _TIMES)
_BIGGER = frozenset(map(key, ("mươi", "trăm", "nghìn", "ngàn", "linh", "lẻ", "triệu", "rưỡi", "chục", "tá")))
_NUMERALS = {key(word): value for word, value in lexicon.NUMERALS.items()} | {
    bare(word): value
    for word, value in lexicon.NUMERALS.items()
    if value not in (5, 6)  # "nam", "sau" mean much else
}
_BEFORE_NUMERAL = frozenset("FT<>glCE+mGH")


def read(found: list[Lexeme]) -> list[Lexeme]:
    """Numbers in words, where an amount is expected: "một điểm", "từ hai cuộc", "một phần hai", "một nửa"."""
    out: list[Lexeme] = []
    at = 0
    while at < len(found):
        one = found[at]
        words = [key(item.words) for item in found[at : at + 3]]
        number = _NUMERALS.get(words[0]) if one.sign == WORD else None
        parts = _NUMERALS.get(words[-1]) or _DIGITS.get(words[-1])
        if number and len(words) == 3 and same(words[1], "phần") and parts:
            value = Fraction(number, parts)
            out.append(Lexeme(FRACTION, one.start, found[at + 2].end, str(value), value))
            at += 3
            continue
        times = _TIMES.get(words[0]) if one.sign == WORD and out and out[-1].sign == NUMBER else None
        if times:  # "2 nghìn lượt"
            value = out[-1].value * times
            out[-1] = replace(out[-1], end=one.end, words=str(value), value=value)
            at += 1
            continue
        if one.sign == WORD and words[0] in _UNSAID and out and out[-1].sign == NUMBER:
            one = replace(one, sign="!")  # without diacritics: "2 nghìn", "2 ngân hàng"
        half = number == 1 and len(words) > 1 and same(words[1], "nửa")
        if half or same(words[0], "nửa"):
            out.append(Lexeme(FRACTION, one.start, found[at + half].end, "1/2", Fraction(1, 2)))
            at += 1 + half
            continue
        spoken = _spoken(found, at) if number else None
        if spoken is not None:
            number, length = spoken
            one = replace(one, end=found[at + length - 1].end, words=" ".join(i.words for i in found[at : at + length]))
            at += length - 1
        after = found[at + 1].sign if at + 1 < len(found) else ""
        before = out[-1].sign if out else "\n"
        vague = number == 1 and after and bare(found[at + 1].words) in ("trong", "so", "phan", "cach", "vai")
        if (
            number
            and not vague
            and (
                after == "d" or ((number != 5 or spoken) and (before in _BEFORE_NUMERAL or _counts(found, at, before)))
            )
        ):
            one = replace(one, sign=NUMBER, value=Fraction(number))
        out.append(one)
        at += 1
    return out


def _spoken(found: list[Lexeme], at: int) -> tuple[int, int] | None:
    """A number of several words, "mười hai", "hai mươi lăm", and of how many; None for a single word."""
    words = [key(one.words) if one.sign == WORD else "" for one in found[at : at + 4]] + [""] * 4
    unit = _DIGITS.get(words[0]) or _PLAIN_DIGITS.get(words[0])
    length, value = 0, 0
    if same(words[0], "mười"):
        length, value = 1, 10
    elif unit and bare(words[1]) == "muoi":
        length, value = 2, 10 * unit
    elif unit and same(words[1], "trăm"):
        return (100 * unit, 2) if words[2] not in _BIGGER and words[2] not in _DIGITS else (0, 1)
    elif unit and words[1] in _BIGGER:
        return 0, 1
    if not length:
        return None
    following = words[length]
    if following in _BIGGER or following in _DOUBTFUL:
        return 0, 1
    last = _DIGITS.get(following) or _PLAIN_DIGITS.get(following)
    if last:
        length, value = length + 1, value + last
    return (0, 1) if words[length] in _BIGGER else (value, length)


def _counts(found: list[Lexeme], at: int, before: str) -> bool:
    """Whether a number word begins a clause like "Hai cuộc: 5 điểm"."""
    if before not in "\n;.,:I-+•" or at + 2 >= len(found):
        return False
    return found[at + 1].sign == WORD and any(item.sign in ":=vY~U" for item in found[at + 2 : at + 4])
