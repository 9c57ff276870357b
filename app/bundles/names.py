"""The few names an entry may have, the order they stand in, their media types and how large each may be."""

import re

MIMETYPE = "mimetype"
BUNDLE = "bundle.json"
FRAMEWORK = "framework.json"
CONTENT = "content.json"
REPORT = "report.pdf"
ASIC_MANIFEST = "META-INF/ASiCManifest001.xml"
SEAL = "META-INF/signature001.p7s"
MANIFEST = "manifest.json"  # never an entry: it is embedded in the report

MEDIA_TYPE = b"application/vnd.etsi.asic-e+zip"

EVIDENCE_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "tif": "image/tiff",
    "gif": "image/gif",
    "heic": "image/heic",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "txt": "text/plain",
    "csv": "text/csv",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "mp4": "video/mp4",
    "bin": "application/octet-stream",
}
SIGNED_PAGE_TYPES = ("pdf", "jpg", "png")

MIB = 1 << 20
MAX_JSON = 16 * MIB
MAX_BUNDLE_JSON = 8 * MIB  # twice what the most entries need
MAX_REPORT = 64 * MIB
MAX_SIGNED_PAGE = 64 * MIB
MAX_ASIC_MANIFEST = 8 * MIB
MAX_SEAL = 64 << 10
MAX_EVIDENCE = 16 << 30

_EVIDENCE = re.compile(rf"e-[0-9a-f]{{64}}\.({'|'.join(EVIDENCE_TYPES)})")
_SIGNED_PAGE = re.compile(rf"signed-page\.({'|'.join(SIGNED_PAGE_TYPES)})")
_EVIDENCE_RANK = 6
_FIXED = {
    # name: (place in the written order, media type, most bytes)
    MIMETYPE: (0, "", len(MEDIA_TYPE)),
    BUNDLE: (1, "application/json", MAX_BUNDLE_JSON),
    FRAMEWORK: (2, "application/json", MAX_JSON),
    CONTENT: (3, "application/json", MAX_JSON),
    REPORT: (4, "application/pdf", MAX_REPORT),
    ASIC_MANIFEST: (7, "application/xml", MAX_ASIC_MANIFEST),
    SEAL: (8, "application/pkcs7-signature", MAX_SEAL),
}
REQUIRED = (MIMETYPE, BUNDLE, CONTENT, REPORT, ASIC_MANIFEST, SEAL)


def evidence_name(digest: str, ext: str) -> str:
    """The entry's name of an evidence file: ``e-<sha256>.<ext>``; `ValueError` for anything not allowed."""
    name = f"e-{digest}.{ext}"
    if not is_evidence(name):
        raise ValueError(f"no evidence may be called {name!r}")
    return name


def is_evidence(name: str) -> bool:
    """Whether the name is ``e-<sha256>.<ext>`` with a listed extension."""
    return _EVIDENCE.fullmatch(name) is not None


def is_signed_page(name: str) -> bool:
    """Whether the name is that of a scan of the wet-signed print."""
    return _SIGNED_PAGE.fullmatch(name) is not None


def evidence_parts(name: str) -> tuple[str, str]:
    """(SHA-256, extension) that an evidence entry's name promises."""
    return name[2:66], name[67:]


def place(name: str) -> tuple[int, str] | None:
    """Where `name` stands in the written order, as a sort key; None when no entry may be called so.

    One place for the scan, whatever its kind, and one for each content, whatever its extension: each once.
    """
    if name in _FIXED:
        return _FIXED[name][0], ""
    if is_signed_page(name):
        return 5, ""
    return (_EVIDENCE_RANK, evidence_parts(name)[0]) if is_evidence(name) else None


def media_type(name: str) -> str:
    """The media type that goes with an allowed entry name."""
    return _FIXED[name][1] if name in _FIXED else EVIDENCE_TYPES[name.rpartition(".")[2]]


def ceiling(name: str) -> int:
    """The most bytes an allowed entry may unpack to."""
    if name in _FIXED:
        return _FIXED[name][2]
    return MAX_EVIDENCE if is_evidence(name) else MAX_SIGNED_PAGE
