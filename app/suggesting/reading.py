"""Text as it was typed to tokens with their places: words, numbers, signs, line ends.

Places are those of the text as given, whatever its Unicode form; the words themselves are NFC in small letters.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

LONGEST = 20_000  # letters; a wording of that length is no rule
_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("✕✖⨯∗＊·⋅∙", "*"),
    **dict.fromkeys("∕⁄／", "/"),
    **dict.fromkeys("⩾≧", "≥"),
    **dict.fromkeys("⩽≦", "≤"),
    **dict.fromkeys("⇒➔➜➡⟶", "→"),
    **dict.fromkeys("“”„«»‘’\"'`", '"'),
    **dict.fromkeys("●▪▫◦■□‣⁃", "•"),
    **dict.fromkeys("\r\v\f\u2028\u2029", "\n"),
    "％": "%",
    "；": ";",
    "：": ":",
    "（": "(",
    "）": ")",
    "＝": "=",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "…": "…",
    "\u200b": "",
    "\ufeff": "",
    "\u00ad": "",
    "ð": "đ",
    "ɖ": "đ",
}
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5"}
_TOKEN = re.compile(
    r"(?P<reference>\d+/(?:\d{4}/)?[^\W\d_]+-[^\W\d_]+(?:-[^\W\d_]+)*\d*|\d+/\d{4}/[^\W\d_]+\d*|\b\d{1,2}[gG]\b)"
    r"|(?P<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}/\d{4}(?!\d))"
    r"|(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘])"
    r"|(?P<code>\d+(?:\.\d+){2,}|\d+\.\d+\.(?=\s))"
    r"|(?P<number>[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<break>\n)"
    r"|(?P<sign>>\s?=|<\s?=|=\s?>|=\s?<|-+>|\.\.\.+|\S)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


class Sort(Enum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    FRACTION = "fraction"
    REFERENCE = "reference"  # the number of a document, a date, a code: no amount
    SIGN = "sign"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign; `text` in small letters; `value` of a number; `touches`: no space before it."""

    sort: Sort
    text: str
    start: int
    end: int
    value: Fraction = Fraction(0)
    touches: bool = False
    is_capital: bool = False


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    clean, starts = _cleaned(text)
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(clean):
        start, end = starts[match.start()], starts[match.end()]
        touches = match.start() == last
        last = match.end()
        kind, written = match.lastgroup or "", match.group()
        capital = written[:1].isupper()
        low = written.lower()
        if kind == "vulgar":
            above, _, below = _VULGAR[written].partition("/")
            value = Fraction(int(above), int(below))
            found.append(Token(Sort.FRACTION, _VULGAR[written], start, end, value, touches))
        elif kind == "number":
            found.append(Token(Sort.NUMBER, low, start, end, _value(low), touches))
        elif kind in ("reference", "date", "code"):
            found.append(Token(Sort.REFERENCE, low, start, end, touches=touches))
        else:
            sort = {"word": Sort.WORD, "break": Sort.BREAK}.get(kind, Sort.SIGN)
            found.append(Token(sort, low.replace(" ", ""), start, end, touches=touches, is_capital=capital))
    return found


def _value(written: str) -> Fraction:
    """The number as Vietnam writes it: comma for decimals, points between thousands."""
    if _GROUPED.fullmatch(written):
        written = written.replace(".", "")
    return Fraction(written.replace(",", ".")[:40])


def _cleaned(text: str) -> tuple[str, list[int]]:
    """NFC with signs made alike, and for each of its letters the place in `text` (one more for the end)."""
    letters: list[str] = []
    starts: list[int] = []
    at = 0
    text = text[:LONGEST]
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = unicodedata.normalize("NFC", text[at:end])
        piece = _SIGNS.get(piece, piece)
        if len(piece) == 1 and piece not in _VULGAR and unicodedata.category(piece) in ("Zs", "Cc") and piece != "\n":
            piece = " "
        for letter in piece:
            letters.append(letter)
            starts.append(at)
        at = end
    starts.append(len(text))
    return "".join(letters), starts
