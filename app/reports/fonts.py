"""The faces papers are set in: Liberation 2.x, with letters as wide as those of Times New Roman and Arial.

The files travel with the program: a system's own Liberation 1.x lacks 92 of the 134 Vietnamese letters, and
reportlab then draws boxes without a word. What a paper embeds of them is outlines only (`app.reports.outlines`).
"""

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from app.reports import outlines

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "liberation"

SERIF = "LiberationSerif"  # stands for Times New Roman: Nghị định 30/2020/NĐ-CP, Phụ lục I, I.4
SERIF_BOLD = f"{SERIF}-Bold"
SERIF_ITALIC = f"{SERIF}-Italic"
SERIF_BOLD_ITALIC = f"{SERIF}-BoldItalic"
SANS = "LiberationSans"  # charts
SANS_BOLD = f"{SANS}-Bold"

_INSTEAD = {"\u2011": "-", "\u2610": "□", "\u2611": "√", "\u2713": "√", "\u2714": "√"}
_MISSING = "□"

rl_config.useA85 = 0  # streams as they are: written as letters they would be a quarter longer


class _Outlines(TTFontFace):  # type: ignore[misc]  # reportlab ships no types
    """A face whose subsets hold the outlines of their letters and nothing for coarse screens."""

    def makeSubset(self, subset: Iterable[int]) -> bytes:  # noqa: N802  # reportlab's name
        return outlines.only(super().makeSubset(subset))

    def getCharWidth(self, code: int) -> int:  # noqa: N802  # reportlab's name
        """For the list of widths beside the font: whole thousandths, as other programs write them."""
        return round(float(super().getCharWidth(code)))


class _Face(TTFont):  # type: ignore[misc]
    """A face that remembers how wide a word is: papers say the same words again and again."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, file, asciiReadable=False)  # else all of ASCII is embedded, used or not
        self.face.__class__ = _Outlines
        self.stringWidth: Any = functools.lru_cache(1 << 14)(super().stringWidth)


def register() -> None:
    """Make both families known to reportlab; a second call does nothing."""
    for family in (SERIF, SANS):
        if family in pdfmetrics.getRegisteredFontNames():
            continue
        faces = {"normal": "Regular", "bold": "Bold", "italic": "Italic", "boldItalic": "BoldItalic"}
        names = {}
        for style, file in faces.items():
            names[style] = family if style == "normal" else f"{family}-{file}"
            pdfmetrics.registerFont(_Face(names[style], FOLDER / f"{family}-{file}.ttf"))
        pdfmetrics.registerFontFamily(family, **names)


def width(text: str, face: str, size: float) -> float:
    """Width in points of `text` on one line."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))


def drawable(text: str, face: str = SERIF) -> str:
    """`text` with every character the face cannot draw replaced by its like or by "□"; line ends are kept."""
    register()
    glyphs = pdfmetrics.getFont(face).face.charToGlyph
    missing = {c for c in set(text) if ord(c) not in glyphs and c != "\n"}
    return text.translate({ord(c): _INSTEAD.get(c, _MISSING) for c in missing}) if missing else text
