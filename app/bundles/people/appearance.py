"""What a signature shows on the page: the image of the hand, blue, or of the seal, red; words where there is none.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7d and II.8a: PNG, transparent, no words beside it.
"""

import io
from dataclasses import dataclass

from app import resources
from app.errors import AppError

BLUE, RED = (0.07, 0.2, 0.55), (0.75, 0.08, 0.1)
MAX_IMAGE = 8 << 20  # bytes as given
MOST_PIXELS = 25_000_000
_LARGEST = 1200  # pixels a side that are kept
_SIZE, _LEADING, _INSET = 9.0, 1.2, 3.0  # points; times the size; points
_FACE = "ThuocSoSigned"


@dataclass(frozen=True, slots=True)
class Look:
    """An image (PNG) that fills the field as far as its shape allows; else `lines` of words in `colour`.

    `middle` is where the middle of the words stands, as a part of the height: the two fields lie over each other.
    """

    image: bytes = b""
    lines: tuple[str, ...] = ()
    colour: tuple[float, float, float] = BLUE
    middle: float = 0.5


def tidy_image(data: bytes) -> bytes:
    """A picture of a signature or seal as a PNG fit to be kept; `AppError("signer.bad_image")` for what is none.

    One without transparency gets it: what is nearly white shows what lies below it.
    """
    from PIL import Image, ImageChops, UnidentifiedImageError

    if len(data) > MAX_IMAGE:
        raise AppError("signer.bad_image")
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as given:
            if given.width * given.height > MOST_PIXELS:
                raise AppError("signer.bad_image")
            picture = given.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise AppError("signer.bad_image") from error
    picture.thumbnail((_LARGEST, _LARGEST))
    if picture.getchannel("A").getextrema() == (255, 255):
        inked = ImageChops.invert(picture.convert("L")).point([min(255, 2 * value) for value in range(256)])
        picture.putalpha(inked)
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()


def draw(look: Look, width: float, height: float) -> bytes:
    """One PDF page of this size in points that shows `look`."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(width, height), invariant=1, pageCompression=1)
    if look.image:
        picture = ImageReader(io.BytesIO(look.image))
        canvas.drawImage(picture, 0, 0, width, height, mask="auto", preserveAspectRatio=True, anchor="c")
    elif look.lines:
        if _FACE not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(
                TTFont(_FACE, str(resources.FOLDER / "fonts" / "liberation" / "LiberationSerif-Regular.ttf"))
            )
        longest = max(pdfmetrics.stringWidth(line, _FACE, 1) for line in look.lines)
        tall = len(look.lines) * _LEADING
        size = min(_SIZE, (width - 2 * _INSET) / max(longest, 1), (height - 2 * _INSET) / tall)
        y = height * look.middle + tall * size / 2 - size
        canvas.setFillColorRGB(*look.colour)
        canvas.setFont(_FACE, size)
        for line in look.lines:
            canvas.drawCentredString(width / 2, y, line)
            y -= size * _LEADING
    canvas.showPage()
    canvas.save()
    return made.getvalue()
