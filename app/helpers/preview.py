"""Pictures of evidence, made in a process of its own: one page of a PDF or the first frame of an image, as PNG.

Evidence is hostile. The file is read here and nowhere else, never written, by the one decoder its kind has, in bounded
memory, time and pixels; what is too much or broken is an `AppError`, and what kills this process is a grey card there.

What it unpacks to is bounded as well: an image by its pixels, which no decoder goes beyond, and by those of its largest
tile; a stream of a PDF, unpacked whole, by the memory; streams one after another by the time.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.file_kinds import HEAD, borne_out
from app.errors import AppError
from app.helpers.limits import MIB, Limits

if TYPE_CHECKING:
    from PIL.Image import Image

LIMITS = Limits(memory=1024 * MIB, cpu_seconds=60, file_bytes=0, open_files=32)
MAX_SIDE = 4_000  # pixels of a picture that is given back
MAX_PIXELS = 80_000_000  # of an image, or a tile, as it is stored: the largest photograph of a telephone, 240 MB
MAX_FILE = 2_048 * MIB
MAX_NAMES = 10_000  # entries of an office file whose names are looked at
_DECODERS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "tif": "TIFF"}
PICTURED = frozenset((*_DECODERS, "pdf"))
OFFICE = frozenset(("docx", "xlsx", "pptx", "doc", "xls", "ppt"))
_MACROS = ("vbaproject.bin", "vbadata.xml")
_TILE_WIDTH, _TILE_LENGTH = 322, 323  # TIFF 6.0, section 15
_OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def picture(path: str, kind: str, page: int, side: int) -> dict[str, Any]:
    """Page `page` (from 1) as PNG no wider or higher than `side` pixels, with the number of pages and its size.

    The size is in points for a PDF, in pixels for an image. Raises `AppError`: "preview.other_kind" where the first
    bytes are of another kind, "preview.not_pictured", "preview.locked" (a password), "preview.unreadable",
    "preview.too_large".
    """
    _check(path, kind)
    if kind not in PICTURED:
        raise AppError("preview.not_pictured", ext=kind)
    side = max(1, min(side, MAX_SIDE))
    try:
        return _page_of_pdf(path, page, side) if kind == "pdf" else _first_frame(path, kind, side)
    except MemoryError as error:
        raise AppError("preview.too_large") from error


def facts(path: str, kind: str) -> dict[str, Any]:
    """What can be told of an office file without opening it: `macros`, whether it holds a program.

    Raises `AppError("preview.other_kind")` and "preview.unreadable".
    """
    _check(path, kind)
    if kind not in OFFICE:
        return {"macros": False}
    return {"macros": _zip_holds_macros(path) if kind in ("docx", "xlsx", "pptx") else _ole_holds_macros(path)}


METHODS: dict[str, Callable[..., Any]] = {"picture": picture, "facts": facts}


def _check(path: str, kind: str) -> None:
    try:
        with Path(path).open("rb") as file:
            head = file.read(HEAD)
        size = Path(path).stat().st_size
    except OSError as error:
        raise AppError("preview.unreadable") from error
    if borne_out(kind, head) != kind:
        raise AppError("preview.other_kind", ext=kind)
    if size > MAX_FILE:
        raise AppError("preview.too_large")


def _page_of_pdf(path: str, number: int, side: int) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        code = "preview.locked" if getattr(error, "err_code", None) == 4 else "preview.unreadable"
        raise AppError(code) from error
    try:
        pages = len(document)
        if not pages:
            raise AppError("preview.unreadable")
        number = max(1, min(number, pages))
        page = document[number - 1]
        width, height = page.get_size()
        if not (0 < width < float("inf") and 0 < height < float("inf")):
            raise AppError("preview.unreadable")
        scale = side / max(width, height)
        if min(width, height) * scale < 1:
            raise AppError("preview.too_large")  # a thread of a page
        image = page.render(scale=scale, may_draw_forms=False, draw_annots=True).to_pil()
    except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
        raise AppError("preview.unreadable") from error
    finally:
        document.close()
    return _told(image, pages, number, round(width), round(height))


def _first_frame(path: str, kind: str, side: int) -> dict[str, Any]:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # ours is checked before anything is unpacked
    try:
        with Image.open(path, formats=[_DECODERS[kind]]) as image:
            width, height = image.size
            if max(width * height, _tile(image)) > MAX_PIXELS:
                raise AppError("preview.too_large")
            image.draft("RGB", (side, side))
            image.thumbnail((side, side))
            upright = ImageOps.exif_transpose(image)
    except AppError:
        raise
    except (OSError, ValueError, TypeError, KeyError, IndexError, SyntaxError, ArithmeticError, EOFError) as error:
        raise AppError("preview.unreadable") from error
    if upright.size != image.size and upright.size == image.size[::-1]:
        width, height = height, width
    return _told(upright, 1, 1, width, height)


def _tile(image: "Image") -> int:
    """The pixels of a tile of a TIFF, which is unpacked whole however little of it is shown; 0 where there is none."""
    tags = getattr(image, "tag_v2", {})
    return int(tags.get(_TILE_WIDTH, 0)) * int(tags.get(_TILE_LENGTH, 0))


def _told(image: "Image", pages: int, page: int, width: int, height: int) -> dict[str, Any]:
    from PIL import Image

    flat = image
    if image.mode not in ("RGB", "L"):
        seen = image.convert("RGBA")
        flat = Image.new("RGB", seen.size, "white")
        flat.paste(seen, mask=seen)
    buffer = io.BytesIO()
    flat.save(buffer, "PNG", compress_level=1)
    return {"png": buffer.getvalue(), "pages": pages, "page": page, "width": width, "height": height}


def _zip_holds_macros(path: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise AppError("preview.unreadable") from error
    if len(names) > MAX_NAMES:
        raise AppError("preview.too_large")
    return any(name.lower().endswith(_MACROS) for name in names)


def _ole_holds_macros(path: str) -> bool:
    """Whether a directory of the old office formats names a project of macros; looked for in every megabyte."""
    last = b""
    with Path(path).open("rb") as file:
        while piece := file.read(MIB):
            if _OLE_MACROS in last + piece:
                return True
            last = piece[-len(_OLE_MACROS) :]
    return False
