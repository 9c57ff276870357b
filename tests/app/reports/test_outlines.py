"""What is embedded of a face: the same letters to the pixel, and nothing but outlines."""

import io
import struct

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace
from reportlab.pdfgen.canvas import Canvas

from app.reports import fonts, outlines
from tests.app.reports.test_layout_fonts import LETTERS, PUNCTUATION

FACES = (fonts.SERIF, fonts.SERIF_BOLD, fonts.SERIF_ITALIC, fonts.SERIF_BOLD_ITALIC, fonts.SANS, fonts.SANS_BOLD)
TEXT = "".join(LETTERS) + PUNCTUATION


def file_of(face: str) -> str:
    return str(fonts.FOLDER / f"{face if '-' in face else f'{face}-Regular'}.ttf")


def tables(font: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * at) for at in range(count))
    return {tag.decode(): font[start : start + length] for tag, _, start, length in entries}


def picture(face: str) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(600, 120), invariant=1)
    for row, at in enumerate(range(0, len(TEXT), 60)):
        canvas.setFont(face, 11)
        canvas.drawString(10, 100 - 14 * row, TEXT[at : at + 60])
    canvas.save()
    page = pypdfium2.PdfDocument(made.getvalue())[0]
    return bytes(page.render(scale=150 / 72).buffer)


@pytest.mark.parametrize("face", FACES)
def test_letters_look_the_same(face: str) -> None:
    fonts.register()
    whole = f"{face}-whole"
    pdfmetrics.registerFont(TTFont(whole, file_of(face)))
    seen = picture(face)
    assert len(set(seen)) > 10
    assert seen == picture(whole)


@pytest.mark.parametrize("face", FACES)
def test_only_outlines_are_left(face: str) -> None:
    whole = TTFontFace(file_of(face)).makeSubset([0, *map(ord, TEXT)])
    bare = outlines.only(whole)
    before, after = tables(whole), tables(bare)
    assert sorted(after) == ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"]
    assert {tag: after[tag] for tag in ("cmap", "hhea", "hmtx", "maxp")} == {
        tag: before[tag] for tag in ("cmap", "hhea", "hmtx", "maxp")
    }
    assert len(bare) < len(whole) * 0.6
    assert outlines.only(bare) == bare
