"""The bundled faces: the right version, every Vietnamese letter, and nothing that vanishes."""

import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from app.reports import fonts

FILES = sorted(fonts.FOLDER.glob("*.ttf"))
MARKS = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LOWER = [unicodedata.normalize("NFC", v + mark) for v in "aăâeêioôơuưy" for mark in MARKS] + ["đ"]
LETTERS = [letter for letter in LOWER + [letter.upper() for letter in LOWER] if not letter.isascii()]
PUNCTUATION = "–—…“”‘’«»·•≥≤≠×÷−±½%‰§°²³/\\()[]{}<>&@#*+=_|~^`'\"!?.,:;€₫□√→\u00a0"


def test_two_families_of_four_faces_and_their_licence() -> None:
    styles = ("Bold", "BoldItalic", "Italic", "Regular")
    expected = [f"Liberation{family}-{style}.ttf" for family in ("Sans", "Serif") for style in styles]
    assert [file.name for file in FILES] == expected
    licence = (fonts.FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "with Reserved Font Name Liberation" in licence


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_face_has_every_letter(file: Path) -> None:
    assert len(LETTERS) == 134
    glyphs = TTFontFile(str(file), validate=0).charToGlyph
    printable = [chr(code) for code in range(0x20, 0x7F)]
    assert [c for c in [*LETTERS, *printable, *PUNCTUATION] if not glyphs.get(ord(c))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_face_is_of_version_2(file: Path) -> None:
    assert TTFontFile(str(file), validate=0).fontRevision[0] == 2
    assert "Version 2.".encode("utf-16-be") in file.read_bytes()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ủy ban nhân dân – “xã”", "Ủy ban nhân dân – “xã”"),
        ("12\u2011BC", "12-BC"),
        ("☐ ✓ ☑", "□ √ √"),
        ("你 😀", "□ □"),
        ("một\nhai", "một\nhai"),
    ],
)
def test_what_cannot_be_drawn_is_replaced(text: str, shown: str) -> None:
    assert fonts.drawable(text) == shown


@pytest.mark.parametrize(
    ("text", "face", "size", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", fonts.SERIF_BOLD, 12, 88.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", fonts.SERIF_BOLD, 13, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", fonts.SERIF_BOLD, 13, 56.1),
        ("Độc lập - Tự do - Hạnh phúc", fonts.SERIF_BOLD, 14, 60.5),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", fonts.SERIF_BOLD, 13, 70.2),
    ],
)
def test_letters_are_as_wide_as_in_times(text: str, face: str, size: float, millimetres: float) -> None:
    assert fonts.width(text, face, size) * 25.4 / 72 == pytest.approx(millimetres, abs=0.1)
