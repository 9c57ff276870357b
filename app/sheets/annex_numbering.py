"""Word's automatic numbers: what stands before a paragraph on the screen though it is in no text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_MAX_NUMBER = 30_000
_DASHES = "-–—−‐\uf02d\u2212"
_SHADE = {"b": "bullet", "+": "+", "\uf02b": "+", "*": "*"}


def value(element: Any, name: str = "val", default: str = "") -> str:
    """An attribute of Word's own; `default` where the element or the attribute is missing."""
    return default if element is None else str(element.get(f"{W}{name}", default))


def whole(element: Any, name: str = "val", default: int = 0) -> int:
    """An attribute that is a whole number; `default` for anything else."""
    text = value(element, name)
    bare = text.lstrip("-")
    return int(text) if bare.isascii() and bare.isdigit() and len(bare) < 9 and text.count("-") <= 1 else default


def is_on(element: Any) -> bool:
    """Whether a switch such as bold is there and not turned off."""
    return element is not None and value(element, default="1") not in ("0", "false", "off", "none")


def own(element: Any, *names: str) -> Any:
    """The element below by its path of names; None where there is none."""
    for name in names:
        element = None if element is None else element.find(f"{W}{name}")
    return element


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False
    restarts: bool = True


@dataclass(slots=True)
class _List:
    """One numbering of the document; several `num` share its counters."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """Counts through a document in the order of its paragraphs."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, tuple[_List, dict[int, int]]] = {}
        self._started: set[str] = set()
        self._styles = {value(item, "styleId"): item for item in _all(styles, "style")}
        links = {style: item for item in _all(numbering, "abstractNum") if (style := value(own(item, "styleLink")))}
        for item in _all(numbering, "abstractNum"):
            linked = links.get(value(own(item, "numStyleLink")), item)
            self._lists[value(item, "abstractNumId")] = _List(_levels(linked))
        for item in _all(numbering, "num"):
            known = self._lists.get(value(own(item, "abstractNumId")))
            if known is not None:
                overridden = {
                    whole(over, "ilvl"): whole(own(over, "startOverride"))
                    for over in _all(item, "lvlOverride")
                    if own(over, "startOverride") is not None
                }
                self._numbers[value(item, "numId")] = (known, overridden)

    def label(self, paragraph: Any) -> str:
        """The number or bullet Word shows before the paragraph ("1.1.", "a)", "-"); "" for none. Counts on."""
        number, level = self._where(paragraph)
        if number not in self._numbers or not 0 <= level < LEVELS:
            return ""
        known, overridden = self._numbers[number]
        counters = known.counters
        if number not in self._started:
            self._started.add(number)
            for at, start in overridden.items():
                if 0 <= at < LEVELS:
                    counters[at] = start - 1
        before = counters[level]
        counters[level] = known.levels.get(level, _Level()).start if before is None else min(before + 1, _MAX_NUMBER)
        for deeper in range(level + 1, LEVELS):
            if known.levels.get(deeper, _Level()).restarts:
                counters[deeper] = None
        return _shown(known, level)

    def is_bold(self, style: str) -> bool:
        """Whether a style of paragraphs or letters is bold, itself or through what it is based on."""
        return next(
            (is_on(found) for item in self._chain(style) if (found := own(item, "rPr", "b")) is not None), False
        )

    def _where(self, paragraph: Any) -> tuple[str, int]:
        """The list and the level a paragraph is in, by itself or by its style."""
        properties = own(paragraph, "pPr")
        named = own(properties, "numPr")
        style = value(own(properties, "pStyle"))
        places = [own(item, "pPr", "numPr") for item in self._chain(style)]
        for place in (named, *places):
            number = value(own(place, "numId"))
            if number:
                level = own(named, "ilvl") if own(named, "ilvl") is not None else own(place, "ilvl")
                return number, whole(level)
        return "", 0

    def _chain(self, style: str) -> Iterator[Any]:
        for _ in range(10):
            item = self._styles.get(style)
            if item is None:
                return
            yield item
            style = value(own(item, "basedOn"))


def _all(element: Any, name: str) -> list[Any]:
    return [] if element is None else list(element.findall(f"{W}{name}"))


def _levels(item: Any) -> dict[int, _Level]:
    return {
        whole(level, "ilvl"): _Level(
            start=whole(own(level, "start"), default=1),
            form=value(own(level, "numFmt"), default="decimal"),
            text=value(own(level, "lvlText")),
            is_legal=is_on(own(level, "isLgl")),
            restarts=whole(own(level, "lvlRestart"), default=1) != 0,
        )
        for level in _all(item, "lvl")
    }


def _shown(known: _List, level: int) -> str:
    meant = known.levels.get(level, _Level())
    if meant.form == "none":
        return ""
    if meant.form == "bullet":
        return "-" if meant.text[:1] in _DASHES else _SHADE.get(meant.text[:1], "•")
    text = meant.text
    for at in range(level + 1):
        if f"%{at + 1}" in text:
            upper = known.levels.get(at, _Level())
            number = known.counters[at]
            form = "decimal" if meant.is_legal else upper.form
            text = text.replace(f"%{at + 1}", written(upper.start if number is None else number, form))
    return text.strip()


def written(number: int, form: str) -> str:
    """A number in one of Word's forms: "4", "iv", "D"; letters go on as aa, bb."""
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and number > 0:
        times, at = divmod(number - 1, 26)
        letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at] * (min(times, 20) + 1)
        return letter if form == "upperLetter" else letter.lower()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        times, number = divmod(max(number, 0), size)
        out += letters * times
    return out
