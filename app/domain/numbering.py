"""Codes in the pattern of their siblings: after 4.3 comes 4.4, after 4.9 4.10, after b) c), after d) đ), after IX X."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

LETTERS = "abcdđeghiklmnopqrstuvxy"  # how lists run in Vietnamese papers
_PARTS = re.compile(r"(?P<head>.*?)(?P<sign>[0-9]+|[A-Za-zĐđ]+)(?P<tail>[^0-9A-Za-zĐđ]*)")
_ROMAN = re.compile(r"(?=.)(X{0,3})(IX|IV|V?I{0,3})")
_TENS, _ONES = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
MOST_ROMAN = 39


class Sign(StrEnum):
    """What counts on in a code."""

    NUMBER = "number"
    ROMAN = "roman"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A code without its number: "4.3" is "4." with a number, "b)" a letter before ")"."""

    head: str
    sign: Sign
    is_upper: bool
    tail: str

    def code(self, ordinal: int) -> str:
        """The code with this place in the list, from 1."""
        return f"{self.head}{self._written(ordinal)}{self.tail}"

    def _written(self, ordinal: int) -> str:
        if self.sign is Sign.ROMAN and ordinal <= MOST_ROMAN:
            return _TENS[ordinal // 10] + _ONES[ordinal % 10]
        if self.sign is Sign.LETTER and ordinal <= len(LETTERS):
            letter = LETTERS[ordinal - 1]
            return letter.upper() if self.is_upper else letter
        return str(ordinal)


def pattern_of(code: str) -> tuple[Pattern, int] | None:
    """What stays and what counts on in a code, with its place in the list; None where nothing counts ("-", "")."""
    match = _PARTS.fullmatch(code.strip())
    if match is None:
        return None
    head, sign, tail = match["head"], match["sign"], match["tail"]
    if sign.isdigit():
        return Pattern(head, Sign.NUMBER, False, tail), int(sign)
    if _ROMAN.fullmatch(sign) is not None:
        return Pattern(head, Sign.ROMAN, True, tail), _roman(sign)
    if len(sign) == 1 and sign.lower() in LETTERS:
        return Pattern(head, Sign.LETTER, sign.isupper(), tail), LETTERS.index(sign.lower()) + 1
    return None


def patterns_of(codes: Sequence[str]) -> list[tuple[Pattern, int] | None]:
    """The patterns of a list of codes; an I, V or X among letters is a letter."""
    found = [pattern_of(code) for code in codes]
    known = [pattern for pattern, _ in filter(None, found)]
    if not known or known[0].sign is not Sign.LETTER:
        return found
    return [_as_letter(item) if item is not None else None for item in found]


def _as_letter(found: tuple[Pattern, int]) -> tuple[Pattern, int]:
    pattern, ordinal = found
    sign = pattern.code(ordinal)[len(pattern.head) :][:1].lower()
    if pattern.sign is not Sign.ROMAN or ordinal not in (1, 5, 10):
        return found
    return Pattern(pattern.head, Sign.LETTER, True, pattern.tail), LETTERS.index(sign) + 1


def fits(code: str, siblings: Sequence[str]) -> bool:
    """Whether a code goes on in the pattern of its siblings; among none that counts, whether it is no one else's: 1.1
    belongs to 1, a) to nobody.
    """
    *known, own = patterns_of([*siblings, code])
    coded = [pattern for pattern, _ in filter(None, known)]
    if own is None:
        return not coded
    return own[0] == coded[-1] if coded else not own[0].head


def next_code(siblings: Sequence[str], parent: str, taken: Collection[str]) -> str:
    """The code for one more after `siblings` that is not `taken`; "" where the siblings have none."""
    coded = [found for found in patterns_of(siblings) if found is not None]
    if coded:
        pattern, ordinal = coded[-1]
        return _free(pattern, ordinal + 1, taken)
    if siblings:
        return ""
    return _free(first_pattern(parent), 1, taken)


def first_pattern(parent: str) -> Pattern:
    """How a list begins below `parent`: 4.3 goes on as 4.3.1, and so does I as I.1; nothing counts below b) and -."""
    bare = parent.strip().rstrip(".")
    found = pattern_of(parent)
    if found is None or found[0].tail not in ("", "."):
        return Pattern("", Sign.NUMBER, False, "")
    return Pattern(f"{bare}.", Sign.NUMBER, False, "")


def renumbered(codes: Sequence[str], parents: tuple[str, str], elsewhere: Collection[str]) -> tuple[str, ...]:
    """The codes of siblings, counted anew in the pattern of the first; those without one stay without.

    `parents`: the parent's code before and now, which a code may begin with. A list that goes on from another one
    (3, 4 after 1, 2 of the group before: `elsewhere`) keeps going on from it.
    """
    found = patterns_of(codes)
    known = [item for item in found if item is not None]
    if not known:
        return tuple(codes)
    before, now = parents
    pattern = known[0][0]
    head = f"{now}{pattern.head[len(before) :]}" if _goes_on(before, pattern.head) else pattern.head
    counted = Pattern(head, pattern.sign, pattern.is_upper, pattern.tail)
    first = min(ordinal for _, ordinal in known)
    is_continued = first > 1 and counted.code(first - 1) in elsewhere
    numbers = iter(range(first if is_continued else 1, len(codes) + first + 1))
    return tuple(code if item is None else counted.code(next(numbers)) for code, item in zip(codes, found, strict=True))


def _goes_on(before: str, head: str) -> bool:
    """Whether codes of children begin with the parent's: 4 and 4. but not 4 and 42."""
    return bool(before) and head.startswith(before) and not any(map(str.isalnum, head[len(before) :]))


def _free(pattern: Pattern, ordinal: int, taken: Iterable[str]) -> str:
    known = frozenset(taken)
    while pattern.code(ordinal) in known:
        ordinal += 1
    return pattern.code(ordinal)


def _roman(sign: str) -> int:
    tens = len(sign) - len(sign.lstrip("X"))
    return 10 * tens + _ONES.index(sign[tens:])
