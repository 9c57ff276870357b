"""Files that are no annex, or mean harm: told apart by what is in them, each with what to do."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from app.errors import AppError
from app.sheets import annex_docx
from app.sheets.annex_file import read_annex
from app.wording import sentence
from tests.app.sheets.annexes import HEADS, excel, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def outcome(path: Path) -> str:
    """The code of the refusal, "" where it is read."""
    try:
        read_annex(path)
    except AppError as error:
        return error.code
    return ""


FOREIGN = {
    "annex.pdf": b"%PDF-1.7 ...",
    "annex.picture": b"\xff\xd8\xff\xe0 JFIF",
    "annex.old_word": OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
    "annex.old_excel": OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"),
    "annex.locked": OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "annex.open_document": zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<x/>"),
    "annex.web_page": "<html xmlns:x='urn'><table><tr><td>STT</td></tr></table>".encode("utf-16"),
    "annex.text_file": "STT;Chỉ số;Điểm\n1;Một;5".encode(),
    "annex.other_file": b"\x00\x01\x02\x03",
    "annex.damaged": zipped(word__document_xml=b"<w/>")[:60],
}


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("name", ["phụ lục.docx", "phụ lục.xls"])
def test_what_is_not_read_is_told_by_its_content(code: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FOREIGN[code])
    with pytest.raises(AppError) as caught:
        read_annex(path)
    assert caught.value.code == code
    told = sentence(caught.value)
    assert name in told
    assert len(told.split()) < 70


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"{\\rtf1 x}", "annex.old_word"), (b"MIME-Version: 1.0\nContent-Type: multipart/related", "annex.web_page"),
     (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "annex.web_page"),
     (b"", "annex.other_file"), (zipped(xl__workbook_bin=b"x"), "annex.old_excel"),
     (zipped(a_txt=b"x"), "annex.other_file")],
)  # fmt: skip
def test_other_disguises_are_known(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "pl.xlsx"
    path.write_bytes(data)
    with pytest.raises(AppError) as caught:
        read_annex(path)
    assert caught.value.code == code


def test_a_missing_file_a_folder_and_a_document_without_a_table_are_told(tmp_path: Path) -> None:
    cases = {
        "sheet.vanished": tmp_path / "không có.docx",
        "annex.other_file": tmp_path,
        "annex.no_table": word(tmp_path / "thư.docx", lines=["Kính gửi"]),
    }
    for code, path in cases.items():
        with pytest.raises(AppError) as caught:
            read_annex(path)
        assert caught.value.code == code


def test_the_name_says_nothing_a_document_named_xlsx_is_read(tmp_path: Path) -> None:
    word(tmp_path / "a.docx", [HEADS[:3], ["1", "Một", "5"]]).rename(tmp_path / "a.xlsx")
    assert len(read_annex(tmp_path / "a.xlsx").tables) == 1


def repacked(path: Path, part: str, data: bytes) -> Path:
    with zipfile.ZipFile(path) as archive:
        held = {item.filename: archive.read(item) for item in archive.infolist()}
    held[part] = data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return path


def test_a_document_with_macros_is_read_without_them(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docm", [HEADS[:3], ["1", "Một", "5"]])
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    changed = types.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    assert changed != types
    assert len(read_annex(repacked(path, "[Content_Types].xml", changed)).tables) == 1


def test_a_bomb_in_the_pictures_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", [HEADS[:3], ["1", "Một", "5"]])
    repacked(path, "word/media/image1.png", bytes(120 * 2**20))
    with pytest.raises(AppError, match=r"annex\.too_big"):
        read_annex(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", [HEADS[:3], ["1", "Một", "5"]])
    evil = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"
    with pytest.raises(AppError, match=r"annex\.damaged"):
        read_annex(repacked(path, "word/document.xml", evil))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("data", [b"", b"<a><b></a>", b"<x/>", b"\x00\xff" * 50])
def test_broken_parts_are_told_not_crashed_on(part: str, data: bytes, tmp_path: Path) -> None:
    path = repacked(word(tmp_path / "a.docx", [HEADS[:3], ["1", "Một", "5"]]), part, data)
    assert outcome(path) in ("", "annex.damaged", "annex.no_table", "annex.other_file")


def test_absurd_spans_numbers_and_depths_stay_bounded(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", [HEADS[:3], ["1", "Một", "5"]])
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
    wide = document.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="99999999"/>')
    annex = read_annex(repacked(path, "word/document.xml", wide.encode()))
    assert annex.tables[0].width <= annex_docx.MAX_COLUMNS
    deep = document.replace("<w:body>", "<w:body>" + "<w:sdt><w:sdtContent>" * 120).replace(
        "<w:sectPr", "</w:sdtContent></w:sdt>" * 120 + "<w:sectPr"
    )
    assert outcome(repacked(path, "word/document.xml", deep.encode())) in ("", "annex.damaged")


def test_too_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_docx, "MAX_CELLS", 10)
    path = word(tmp_path / "a.docx", [HEADS[:3]] * 5)
    with pytest.raises(AppError, match=r"annex\.too_big"):
        read_annex(path)


def test_a_file_cut_short_is_told(tmp_path: Path) -> None:
    whole = excel(tmp_path / "a.xlsx", [HEADS[:3], ["1", "Một", 5]]).read_bytes()
    for length in range(200, len(whole), max(1, len(whole) // 12)):
        (tmp_path / "cắt.xlsx").write_bytes(whole[:length])
        with pytest.raises(AppError) as caught:
            read_annex(tmp_path / "cắt.xlsx")
        assert caught.value.code in ("annex.damaged", "sheet.damaged")


def test_zips_that_lie_about_sizes_are_told(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", [HEADS[:3], ["1", "Một", "5"]])
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", zlib.crc32(b"x") & 0xFFFF)
    path.write_bytes(data)
    assert outcome(path) in ("", "annex.damaged", "annex.too_big")
