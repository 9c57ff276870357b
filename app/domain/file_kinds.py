"""What kind of file some bytes are: the ending of a name counts only where the first bytes bear it out."""

HEAD = 64  # bytes that are enough to tell

_SIGNS: tuple[tuple[bytes, int, tuple[str, ...]], ...] = (
    (b"%PDF-", 0, ("pdf",)),
    (b"\xff\xd8\xff", 0, ("jpg",)),
    (b"\x89PNG\r\n\x1a\n", 0, ("png",)),
    (b"WEBP", 8, ("webp",)),
    (b"II*\x00", 0, ("tif",)),
    (b"MM\x00*", 0, ("tif",)),
    (b"GIF8", 0, ("gif",)),
    (b"ftyp", 4, ("heic", "mp4")),
    (b"PK\x03\x04", 0, ("docx", "xlsx", "pptx", "zip")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, ("doc", "xls", "ppt")),
    (b"Rar!\x1a\x07", 0, ("rar",)),
)
_ALIASES = {"jpeg": "jpg", "jpe": "jpg", "tiff": "tif", "heif": "heic", "m4v": "mp4"}
_PLAIN = ("txt", "csv")
UNKNOWN = "bin"


def extension(name: str, head: bytes) -> str:
    """The extension of `name` where the first bytes agree with it, else "bin"."""
    claimed = name.rpartition(".")[2].lower() if "." in name else ""
    return borne_out(_ALIASES.get(claimed, claimed), head)


def borne_out(claimed: str, head: bytes) -> str:
    """`claimed` (an extension of the list) where the first `HEAD` bytes agree; what they tell by themselves; "bin"."""
    for sign, at, allowed in _SIGNS:
        if head[at : at + len(sign)] == sign:
            return claimed if claimed in allowed else (allowed[0] if len(allowed) == 1 else UNKNOWN)
    return claimed if claimed in _PLAIN and b"\x00" not in head else UNKNOWN
