"""The faces papers are set in: Liberation 2.x, with letters as wide as those of Times New Roman and Arial.

The files travel with the program: a system's own Liberation 1.x lacks 92 of the 134 Vietnamese letters, and
reportlab then draws boxes without a word.
"""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "liberation"

SERIF = "LiberationSerif"  # stands for Times New Roman: Nghị định 30/2020/NĐ-CP, Phụ lục I, I.4
SERIF_BOLD = f"{SERIF}-Bold"
SERIF_ITALIC = f"{SERIF}-Italic"
SERIF_BOLD_ITALIC = f"{SERIF}-BoldItalic"
SANS = "LiberationSans"  # charts
SANS_BOLD = f"{SANS}-Bold"

_INSTEAD = {"\u2011": "-", "\u2610": "□", "\u2611": "√", "\u2713": "√", "\u2714": "√"}
_MISSING = "□"


def register() -> None:
    """Make both families known to reportlab; a second call does nothing."""
    for family in (SERIF, SANS):
        if family in pdfmetrics.getRegisteredFontNames():
            continue
        faces = {"normal": "Regular", "bold": "Bold", "italic": "Italic", "boldItalic": "BoldItalic"}
        names = {}
        for style, file in faces.items():
            names[style] = family if style == "normal" else f"{family}-{file}"
            pdfmetrics.registerFont(TTFont(names[style], FOLDER / f"{family}-{file}.ttf"))
        pdfmetrics.registerFontFamily(family, **names)


def width(text: str, face: str, size: float) -> float:
    """Width in points of `text` on one line."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))


def drawable(text: str, face: str = SERIF) -> str:
    """`text` with every character the face cannot draw replaced by its like or by "□"; line ends are kept."""
    register()
    glyphs = pdfmetrics.getFont(face).face.charToGlyph
    return "".join(c if ord(c) in glyphs or c == "\n" else _INSTEAD.get(c, _MISSING) for c in text)
