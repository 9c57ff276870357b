"""The codes of an annex's rows: 1, 1.1, I, II, A, a) b) c) d) đ), dashes; what follows what, what lies under what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_SKIPPED = frozenset("đfjwz")  # letters that one list has and another leaves out
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"(?=.)(x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_TOKEN = re.compile(r"\d{1,3}|[^\W\d_]{1,4}")
_WHOLE = re.compile(r"[(\[]?([^\W_]{1,4}(?:[./\-–]?[^\W_]{1,4}){0,6})\s*[.):/\]\-–]*")
_DASHES = "-–—+*•●○▪◦·−"
_NAMED = re.compile(
    r"^(?:phần|mục|nhóm|chỉ số|tiêu chí|nhóm chỉ số|nhóm tiêu chí|lĩnh vực|trụ cột)\s+"
    r"(?=(?:\d{1,2}|[IVXivx]{1,5}|[A-ZĐ])(?:\.\d{1,2}){0,4}\s*[.:)\-–])",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\s*(?:(?P<dash>[-–—+*•●○▪◦·−])\s+(?=\S)"
    r"|(?P<dotted>[A-ZĐ]?\d{1,3}(?:\.\d{1,3}){1,5})(?:\s*[.):]\s*|\s*[-–]\s+|\s+)(?=\S)"
    r"|(?P<mixed>(?:[IVX]{1,5}|[A-ZĐ])(?:\.\d{1,3}){1,5})(?:\s*[.):]\s*|\s*[-–]\s+|\s+)(?=\S)"
    r"|\(?(?P<single>\d{1,3}|[IVX]{1,6}|[A-ZĐ]|[ivx]{1,5}|[a-zđ])(?:[.):]+\s*|\s*/\s+|\s+[-–]\s+)(?=[^\W\d_]|[\"“(]))"
)


class Style(StrEnum):
    """What kind of sign one piece of a code is."""

    NUMBER = "number"
    ROMAN = "roman"
    UPPER = "upper"
    LOWER_ROMAN = "lower_roman"
    LOWER = "lower"
    WORD = "word"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Code:
    """A code in its pieces: "4.22.1" is ("4", "22", "1"); `text` is how it is written, without what closes it."""

    text: str
    pieces: tuple[str, ...]
    styles: tuple[Style, ...]

    @property
    def style(self) -> Style:
        return self.styles[-1]

    @property
    def depth(self) -> int:
        return len(self.pieces)

    @property
    def is_first(self) -> bool:
        """Whether a list begins with it."""
        return ordinal(self.pieces[-1], self.style) == 1


def read_code(text: str) -> Code | None:
    """The code that the whole text is; None for anything else."""
    bare = " ".join(text.split())
    if bare and all(letter in _DASHES for letter in bare) and len(bare) <= 2:
        return Code(bare[0], (bare[0],), (Style.DASH,))
    match = _WHOLE.fullmatch(bare)
    if match is None or len(bare) > 20:
        return None
    pieces = tuple(_TOKEN.findall(match[1]))
    styles = tuple(_style(piece) for piece in pieces)
    if Style.WORD in styles[1:] or (styles[0] is Style.WORD and len(pieces) == 1):
        return None
    return Code(match[1].replace("/", ".").replace("–", "-"), pieces, styles)


def split_code(text: str) -> tuple[Code | None, str]:
    """A code at the beginning of a title, and the title without it."""
    named = _NAMED.sub("", text, count=1)
    match = _LEADING.match(named)
    if match is None:
        return None, text
    found = next(group for group in match.groups() if group)
    code = read_code(found)
    return (code, named[match.end() :].strip()) if code is not None else (None, text)


def ordinal(piece: str, style: Style) -> int:
    """Which place in its list a piece has, from 1; 0 where there is none."""
    if style is Style.NUMBER:
        return int(piece)
    if style in (Style.ROMAN, Style.LOWER_ROMAN):
        return _roman(piece)
    if style in (Style.UPPER, Style.LOWER) and len(piece) == 1:
        return LETTERS.find(piece.lower()) + 1
    return 0


def follows(code: Code, before: Code) -> bool:
    """Whether `code` is the very next after `before` in the same list."""
    if code.pieces[:-1] != before.pieces[:-1] or code.style is not before.style:
        return False
    mine, its = ordinal(code.pieces[-1], code.style), ordinal(before.pieces[-1], before.style)
    if mine == its + 1:
        return mine > 1
    letters = code.style in (Style.UPPER, Style.LOWER)
    return letters and 0 < its < mine and set(LETTERS[its : mine - 1]) <= _SKIPPED


def readings(code: Code) -> tuple[Code, ...]:
    """The code, and where a single letter may be a Roman number or a letter, the other reading too."""
    if code.depth > 1 or len(code.pieces[0]) > 1 or code.pieces[0].lower() not in _ROMANS:
        return (code,)
    upper = code.pieces[0].isupper()
    both = (Style.ROMAN, Style.UPPER) if upper else (Style.LOWER_ROMAN, Style.LOWER)
    return (code, *(Code(code.text, code.pieces, (style,)) for style in both if style is not code.style))


def chosen(code: Code, before: Sequence[Code]) -> Code:
    """The reading that goes on with one of the codes `before`, the latest first; as it stands where none does."""
    for known in before:
        for reading in readings(code):
            if follows(reading, known):
                return reading
    return code


def _style(piece: str) -> Style:
    if piece.isdigit():
        return Style.NUMBER
    is_roman = _ROMAN.fullmatch(piece) is not None and (len(piece) > 1 or piece.lower() in "ivx")
    if is_roman and piece == piece.upper():
        return Style.ROMAN
    if is_roman and piece == piece.lower():
        return Style.LOWER_ROMAN
    if len(piece) == 1 and piece.lower() in LETTERS:
        return Style.UPPER if piece.isupper() else Style.LOWER
    return Style.WORD


def _roman(piece: str) -> int:
    values = [_ROMANS.get(letter, 0) for letter in piece.lower()]
    return sum(-value if value < later else value for value, later in zip(values, [*values[1:], 0], strict=True))
