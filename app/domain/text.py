"""Vietnamese text: one written form, search that forgives, the order of names and codes, names safe to show
and to write to disk, dates and times as people read them. Our own, because Python has no ICU and every system
collates differently; in one place, so that window, shell, papers and sheets agree.
"""

import functools
import re
import unicodedata
from datetime import date, datetime, time
from typing import Any

Key = tuple[Any, ...]  # compares with keys of the same function only

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"  # f j w z, which Vietnamese lacks, where Latin has them

# huyền hỏi ngã sắc nặng; ngang is 0
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_PLACE = {letter: place for place, letter in enumerate(ALPHABET)}


def nfc(text: str) -> str:
    """The one form in which text is kept, compared and written: Unicode NFC."""
    return unicodedata.normalize("NFC", text)


# --- search

_UNSEEN_WHEN_FOLDED = frozenset(("Mn", "Me", "Cf", "Cs"))
# đ does not decompose; ð and ɖ are what old keyboards and scanners leave in its place
_FOLDED = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d", **dict.fromkeys("‐‑‒–—―−", "-")})
_Y_AFTER_LETTER = re.compile(r"(?<=[b-z])y")


def fold(text: str) -> str:
    """What search compares: no diacritics, tones or case, đ as d, every dash as "-", one space between words.

    Tone placement disappears with the tones (hoà, hòa), and y after a letter becomes i so that tỷ and tỉ, quý
    and quí meet; after a it stays, since hai and hay are two words. Figures and signs of "12/BC-UBND" are
    kept. Every step looks only backwards: the folded beginning of a word is the beginning of the folded word,
    so that a search may run while a person types.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).casefold()
    bare = "".join(c for c in decomposed if unicodedata.category(c) not in _UNSEEN_WHEN_FOLDED)
    return _Y_AFTER_LETTER.sub("i", " ".join(bare.translate(_FOLDED).split()))


def matches(query: str, *texts: str) -> bool:
    """Whether every word of `query` begins somewhere in one of `texts`; an empty query matches all.

    A word begins where no letter precedes its first letter, no figure its first figure: "bc" and "12" find
    "Số 12/BC-UBND", "an" does not find "Toàn", "12" does not find "2012".
    """
    places = [fold(text) for text in texts]
    return all(any(_begins_in(word, place) for place in places) for word in fold(query).split())


def _begins_in(word: str, place: str) -> bool:
    at = place.find(word)
    while at >= 0:
        before, first = place[at - 1 : at], word[0]
        if not ((before.isalpha() and first.isalpha()) or (before.isdigit() and first.isdigit())):
            return True
        at = place.find(word, at + 1)
    return False


# --- order of names

_RUN = re.compile(r"[0-9]+|[^\W0-9_]+|[\W_]+")

# what may stand before the name people look for: a committee, then the kind of unit
_COMMITTEES = ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd")
_UNITS = ("xã", "phường", "đặc khu", "thị trấn", "thị xã", "thành phố", "tp.", "tp", "tỉnh", "quận", "huyện")


def collation_key(text: str) -> Key:
    """Sorts Vietnamese: letters first, then tones (ngang huyền hỏi ngã sắc nặng), then the text itself.

    Figures compare as numbers, and anything between words counts as one break. Equal exactly when the NFC
    texts are equal, so the order is total.
    """
    composed = nfc(text)
    letters: list[Key] = []
    tones: list[int] = []
    for run in _RUN.findall(composed.casefold()):
        if run[0].isdecimal() and run.isascii():
            letters.append(_number(1, run))
        elif run[0].isalpha():
            letters.extend(_letter(c) for c in nfc(run))
            tones.append(_tone(run))
        else:
            letters.append((0, 0, ""))
    return tuple(letters), tuple(tones), composed


def name_key(name: str) -> Key:
    """Order of units by bare name, kind behind: "Xã Hòa Bình" stands under H, Phường 2 before Phường 10."""
    return collation_key(bare_name(name)), collation_key(name)


def bare_name(name: str) -> str:
    """`name` without the words for its kind: "UBND xã Hòa Bình" → "Hòa Bình"; the whole if nothing else."""
    words = rest = nfc(name).split()
    for kinds in (_COMMITTEES, _UNITS):
        plain = " ".join(rest).casefold() + " "
        length = max((kind.count(" ") + 1 for kind in kinds if plain.startswith(f"{kind} ")), default=0)
        rest = rest[length:]
    return " ".join(rest or words)


def _number(rank: int, digits: str) -> Key:
    bare = digits.lstrip("0")
    return rank, len(bare), bare  # compares as the number would, without parsing a million digits


def _letter(character: str) -> Key:
    bare = nfc("".join(c for c in unicodedata.normalize("NFD", character) if c not in _TONES))
    if bare not in _PLACE:
        bare = unicodedata.normalize("NFKD", bare)[:1]
    return (2, _PLACE[bare], "") if bare in _PLACE else (3, 0, character)


def _tone(word: str) -> int:
    """One tone for the whole syllable, so that hoà and hòa do not differ by where it is written."""
    return max(_TONES.get(c, 0) for c in unicodedata.normalize("NFD", word))


# --- order of codes

_PART = re.compile(r"[0-9]+|[^\W0-9_]+")
_ROMAN = re.compile(r"(?:[IVX]|(?=[IVXL]{2})(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def code_key(code: str) -> Key:
    """Order of codes of nodes: 4.2 before 4.10, II before IV, d before đ; no code at all comes last.

    Codes without a letter or figure share one key: a stable sort leaves them in the order given. I, V and X
    alone are Roman figures; other single letters are letters.
    """
    composed = nfc(code)
    parts = tuple(_code_part(part) for part in _PART.findall(composed))
    return (0, parts, composed) if parts else (1,)


def _code_part(part: str) -> Key:
    if part.isascii() and part.isdecimal():
        return _number(0, part)
    if _ROMAN.fullmatch(part):
        return 1, _roman_value(part), ""
    return 2, 0, collation_key(part)[:2]


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


# --- names to show and to write

# letters and marks that draw nothing: grapheme joiner, Hangul fillers, variation selectors, blank Braille
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0") | frozenset(
    chr(c) for c in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
)
_REMOVED = frozenset(("Cf", "Cs", "Co", "Cn"))
_SPACES = frozenset(("Cc", "Zl", "Zp", "Zs"))
_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {f"{port}{n}" for port in ("COM", "LPT") for n in range(10)}


def clean_lines(text: str) -> str:
    """`text` in NFC without what cannot be seen: bidirectional and other controls, lone surrogates, fillers.

    Line ends are kept as "\\n", no-break spaces as they are; every other control or space becomes a plain space.
    """
    lines = "".join(_seen(c) for c in text.replace("\r\n", "\n").replace("\r", "\n"))
    return nfc(lines)


def clean_name(text: str) -> str:
    """`text` as a name may be shown: on one line, nothing invisible, nothing that turns reading round."""
    return " ".join(clean_lines(text).split())


@functools.lru_cache(maxsize=4096)  # a workbook is read character by character
def _seen(character: str) -> str:
    if character in "\n\u00a0":
        return character
    kind = unicodedata.category(character)
    if kind in _SPACES:
        return "\n" if kind in ("Zl", "Zp") else " "
    return "" if kind in _REMOVED or character in _BLANK else character


def file_name_piece(text: str, limit: int = 40) -> str:
    """`text` as part of a file name that every system takes: "Xã Hòa Bình" → "XaHoaBinh", easy to read aloud.

    Letters A–Z, a–z, figures, "-" and "_" only, 1 to `limit` characters, never a device name of Windows; "_"
    when nothing is left.
    """
    plain = unicodedata.normalize("NFKD", text).translate(str.maketrans("đĐðÐ", "dDdD"))
    bare = "".join(c for c in plain if unicodedata.category(c) not in _UNSEEN_WHEN_FOLDED)
    words = (word[:1].upper() + word[1:] for word in bare.split())
    piece = re.sub(r"[^A-Za-z0-9]+", "-", "".join(words)).strip("-")[:limit].rstrip("-")
    return f"{piece[: limit - 1]}_" if piece.upper() in _RESERVED else piece or "_"


# --- dates and times


def date_text(day: date) -> str:
    """dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def time_text(moment: time | datetime) -> str:
    """HH:MM of the clock that `moment` carries; no time zone is applied."""
    return f"{moment.hour:02}:{moment.minute:02}"


def moment_text(moment: datetime) -> str:
    """HH:MM, dd/mm/yyyy."""
    return f"{time_text(moment)}, {date_text(moment)}"
