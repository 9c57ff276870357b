"""What a file is that is no .docx or .xlsx, told by its content: people rename, and programs lie."""

import zipfile
from enum import StrEnum, auto

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
_WEB = ("<html", "<!doctype html", "<table", "mime-version", "<head", "urn:schemas-microsoft-com:office", "<body")
_OLD_WORD, _OLD_EXCEL = ("WordDocument",), ("Workbook", "Book")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


class Foreign(StrEnum):
    """What people hand over in place of a file that is read."""

    PDF = auto()
    PICTURE = auto()
    OLD_WORD = auto()  # .doc, .rtf
    OLD_EXCEL = auto()  # .xls, .xlsb
    LOCKED = auto()  # a password to open it
    OPEN_DOCUMENT = auto()  # .ods, .odt
    WEB_PAGE = auto()  # often named .xls
    TEXT_FILE = auto()
    OTHER = auto()


def recognised(data: bytes) -> Foreign:
    """What a file is that is no zip."""
    if b"%PDF-" in data[:1024]:
        return Foreign.PDF
    if data.startswith(_PICTURES):
        return Foreign.PICTURE
    if data.startswith(OLE):
        return _old(data)
    if data.startswith(b"{\\rtf"):
        return Foreign.OLD_WORD
    start = _decoded(data[:8192])
    if any(word in start for word in _WEB):
        return Foreign.WEB_PAGE
    return Foreign.TEXT_FILE if start and "\0" not in start else Foreign.OTHER


def recognised_zip(archive: zipfile.ZipFile) -> Foreign:
    """What a zip is that is neither a .docx nor an .xlsx."""
    listed = {item.filename: item for item in archive.infolist()}
    if any(name.endswith("workbook.bin") for name in listed):
        return Foreign.OLD_EXCEL
    kept = listed.get("mimetype")
    if kept is not None and kept.file_size < 200 and archive.read(kept).startswith(_OPEN_DOCUMENT):
        return Foreign.OPEN_DOCUMENT
    return Foreign.OTHER


def _old(data: bytes) -> Foreign:
    def holds(*names: str) -> bool:
        return any(name.encode("utf-16-le") in data for name in names)

    if holds("EncryptedPackage"):
        return Foreign.LOCKED
    if holds(*_OLD_WORD):
        return Foreign.OLD_WORD
    return Foreign.OLD_EXCEL if holds(*_OLD_EXCEL) else Foreign.OTHER


def _decoded(data: bytes) -> str:
    """The beginning as lower-case text; "" where it is no text in any usual encoding."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding, errors="strict" if encoding == "utf-16" else "ignore").lower()
    except UnicodeDecodeError:
        return ""
