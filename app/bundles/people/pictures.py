"""Pages of a PDF as pdfium shows and reads them, within limits of pixels, pages and seconds.

pdfium knows one caller at a time: whoever opens a document here holds the lock until it is closed.
"""

import ctypes
import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from app.bundles.people.found import Box
from app.bundles.people.weighing import check_weight
from app.bundles.refusal import Refused

MAX_PAGES = 400  # of a paper whose pages are compared or read; our longest reports have some sixty
MAX_SIDE = 2_400.0  # points; an A3 sheet has 1,191
MAX_PIXELS = 4_000_000  # of one page
MAX_SECONDS = 20.0  # for everything that is drawn of one document
FIRST_SECONDS, PAGE_SECONDS = 2.0, 0.5  # of them for a document of few pages: as much, and for each page as much more
MAX_LETTERS = 200_000  # on one page
_THICKEST = 3.0  # points of a line
_DARK, _OPAQUE = 128, 255

_ONE_AT_A_TIME = RLock()


@dataclass(frozen=True, slots=True)
class Letter:
    """One visible character and where it begins on its base line, in points."""

    sign: str
    across: float
    up: float


@contextmanager
def opened(data: bytes, seconds: float = MAX_SECONDS) -> Iterator["Pictures"]:
    """The pages of a PDF; raises `Refused("report.unreadable")` for what pdfium cannot open or shows too slowly."""
    check_weight(data)
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise Refused("report.unreadable", "pdfium") from error
        try:
            yield Pictures(document, seconds)
        except (pypdfium2.PdfiumError, ctypes.ArgumentError) as error:
            raise Refused("report.unreadable", "pdfium") from error
        finally:
            document.close()


class Pictures:
    """An open document. Pages count from 0; boxes are points from a page's lower left corner."""

    def __init__(self, document: Any, seconds: float) -> None:
        self._document = document
        self._until = time.monotonic() + min(seconds, FIRST_SECONDS + PAGE_SECONDS * len(document))
        self._forms = False
        if len(document) > MAX_PAGES:
            raise Refused("report.unreadable", f"{len(document)} pages")

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in points as shown; raises `Refused` beyond `MAX_SIDE`."""
        width, height = self._document.get_page_size(page)
        if not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE):
            raise Refused("report.unreadable", f"page {page + 1}: {width:.0f} × {height:.0f} pt")
        return float(width), float(height)

    def picture(self, page: int, dots: float, *, is_grey: bool = True) -> Any:
        """The page as a Pillow image, with annotations and form fields, `dots` to the inch."""
        width, height = self.size(page)
        scale = min(dots / 72, (MAX_PIXELS / (width * height)) ** 0.5)
        if not self._forms:
            if self._document.get_formtype() == raw.FORMTYPE_ACRO_FORM:  # an XFA form is no paper of ours
                self._document.init_forms()
            self._forms = True
        form = raw.FPDFBitmap_Gray if is_grey else raw.FPDFBitmap_BGR
        bitmap = pypdfium2.PdfBitmap.new_native(max(round(width * scale), 1), max(round(height * scale), 1), form)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
        opened_page = self._document[page]
        try:
            self._draw(bitmap, opened_page)
            drawn: Any = bitmap.to_pil()
            return drawn.copy()
        finally:
            opened_page.close()
            bitmap.close()

    def png(self, page: int, dots: float) -> bytes:
        """The page in colours as PNG."""
        made = io.BytesIO()
        self.picture(page, dots, is_grey=False).save(made, "PNG")
        return made.getvalue()

    def words(self, page: int) -> str:
        """All text of the page's own content (not of annotations), as pdfium reads it."""
        with self._text(page) as text:
            return str(text.get_text_range())

    def words_in(self, page: int, box: Box) -> str:
        """The text inside a box."""
        with self._text(page) as text:
            return " ".join(str(text.get_text_bounded(*box)).split())

    def lines(self, page: int) -> list[Box]:
        """Boxes of the runs of text."""
        with self._text(page) as text:
            return [tuple(text.get_rect(at)) for at in range(text.count_rects())]

    def letters(self, page: int) -> list[Letter]:
        """The visible characters in the order of the content."""
        found = []
        with self._text(page) as text:
            across, up = ctypes.c_double(), ctypes.c_double()
            for at in range(text.count_chars()):
                sign = chr(raw.FPDFText_GetUnicode(text, at))
                if not sign.isspace() and raw.FPDFText_GetCharOrigin(text, at, across, up):
                    found.append(Letter(sign, across.value, up.value))
        return found

    def strokes(self, page: int) -> list[Box]:
        """Boxes of the lines that are drawn: the grid of a table among them."""
        opened_page = self._document[page]
        try:
            pieces = opened_page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
            return [tuple(piece.get_bounds()) for piece in pieces]
        finally:
            opened_page.close()

    def is_plain(self, page: int) -> bool:
        """Whether the page's own content is dark letters and thin lines alone, as our papers are.

        Letters drawn invisibly or in a light colour, filled shapes, images and forms could show other figures than
        the text that is read.
        """
        opened_page = self._document[page]
        try:
            return all(_is_plain(piece) for piece in opened_page.get_objects(max_depth=1))
        finally:
            opened_page.close()

    @contextmanager
    def _text(self, page: int) -> Iterator[Any]:
        opened_page = self._document[page]
        text = opened_page.get_textpage()
        try:
            if text.count_chars() > MAX_LETTERS:
                raise Refused("report.unreadable", f"page {page + 1}: letters")
            yield text
        finally:
            text.close()
            opened_page.close()

    def _draw(self, bitmap: Any, page: Any) -> None:
        """Step by step, so that a page made to be slow is given up."""
        pause = raw.IFSDK_PAUSE(version=1)
        late = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > self._until)
        pause.NeedToPauseNow = late
        place = (0, 0, bitmap.width, bitmap.height, 0, raw.FPDF_ANNOT)
        status = raw.FPDF_RenderPageBitmap_Start(bitmap, page, *place, pause)
        raw.FPDF_RenderPage_Close(page)
        if status != raw.FPDF_RENDER_DONE:
            raise Refused("report.unreadable", "too slow to show" if status == 1 else "cannot be shown")
        if self._document.formenv:
            raw.FPDF_FFLDraw(self._document.formenv, bitmap, page, *place)


def before_and_after(before: bytes, after: bytes, page: int, dots: float = 96) -> tuple[bytes, bytes]:
    """A page (counted from 1) of two revisions as PNG; raises `Refused("report.unreadable")`."""
    with opened(before) as one, opened(after) as other:
        at = page - 1
        return tuple(each.png(min(at, each.count - 1), dots) for each in (one, other))  # type: ignore[return-value]


def _is_plain(piece: Any) -> bool:
    if piece.type == raw.FPDF_PAGEOBJ_PATH:
        left, bottom, right, top = piece.get_bounds()
        return bool(min(right - left, top - bottom) < _THICKEST)
    if piece.type != raw.FPDF_PAGEOBJ_TEXT or raw.FPDFTextObj_GetTextRenderMode(piece) != raw.FPDF_TEXTRENDERMODE_FILL:
        return False
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    is_known = raw.FPDFPageObj_GetFillColor(piece, red, green, blue, opacity)
    return bool(is_known and max(red.value, green.value, blue.value) < _DARK and opacity.value == _OPAQUE)
