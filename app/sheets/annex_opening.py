"""Tells by its content what a file is that somebody wants read as an annex, and whether it may be opened at all."""

import zipfile
from enum import StrEnum
from pathlib import Path

from app.errors import AppError
from app.sheets.foreign import Foreign, recognised, recognised_zip
from app.sheets.opening import DAMAGE, MAX_FILE, MAX_PART, MAX_PARTS, MAX_UNPACKED

_CODES = {
    Foreign.PDF: "annex.pdf",
    Foreign.PICTURE: "annex.picture",
    Foreign.OLD_WORD: "annex.old_word",
    Foreign.OLD_EXCEL: "annex.old_excel",
    Foreign.LOCKED: "annex.locked",
    Foreign.OPEN_DOCUMENT: "annex.open_document",
    Foreign.WEB_PAGE: "annex.web_page",
    Foreign.TEXT_FILE: "annex.text_file",
    Foreign.OTHER: "annex.other_file",
}


class Kind(StrEnum):
    """The two kinds of files that are read."""

    WORD = "word"
    EXCEL = "excel"


def recognise(path: Path) -> Kind:
    """What the file is, whatever its name says.

    Raises `AppError`: sheet.vanished, sheet.unreadable, annex.too_big, annex.damaged, annex.locked, or for what is not
    read annex.pdf, annex.picture, annex.old_word, annex.old_excel, annex.open_document, annex.web_page,
    annex.text_file, annex.other_file.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise AppError("annex.too_big", name=path.name, limit=f"{MAX_FILE // 2**20} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise AppError("sheet.vanished", name=path.name) from error
    except IsADirectoryError as error:
        raise AppError("annex.other_file", name=path.name) from error
    except OSError as error:
        raise AppError("sheet.unreadable", name=path.name) from error
    if data.startswith(b"PK"):
        return _zipped(path)
    raise AppError(_CODES[recognised(data)], name=path.name)


def _zipped(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            listed = {item.filename: item for item in archive.infolist()}
            if any(item.flag_bits & 1 for item in listed.values()):
                raise AppError("annex.locked", name=path.name)
            kind = _kind(path, archive, listed)
            if kind is Kind.WORD:  # a workbook is looked through where it is opened
                _look_through(path, archive)
            return kind
    except DAMAGE as error:
        raise AppError("annex.damaged", name=path.name) from error


def _kind(path: Path, archive: zipfile.ZipFile, listed: dict[str, zipfile.ZipInfo]) -> Kind:
    if "word/document.xml" in listed or _main_part(archive, listed, b"wordprocessingml.document.main+xml"):
        return Kind.WORD
    if any(name.endswith("workbook.xml") for name in listed):
        return Kind.EXCEL
    raise AppError(_CODES[recognised_zip(archive)], name=path.name)


def _main_part(archive: zipfile.ZipFile, listed: dict[str, zipfile.ZipInfo], content: bytes) -> bool:
    """Whether the package says that a part of that content is in it, wherever it lies."""
    types = listed.get("[Content_Types].xml")
    return types is not None and types.file_size < MAX_PART and content in archive.read(types)


def _look_through(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuses what would unpack to too much, or holds entities."""
    listed = archive.infolist()
    if len(listed) > MAX_PARTS or sum(item.file_size for item in listed) > MAX_UNPACKED:
        raise AppError("annex.too_big", name=path.name, limit=f"{MAX_UNPACKED // 2**20} MB")
    for item in listed:
        if item.file_size > MAX_PART:
            raise AppError("annex.too_big", name=path.name, limit=f"{MAX_PART // 2**20} MB")
        if item.filename.endswith((".xml", ".rels")):
            data = archive.read(item)  # never more than the size it declares
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                raise AppError("annex.damaged", name=path.name)
