"""Pictures of evidence: what is shown, what is refused, and what the process that reads it does not survive."""

import io
import resource
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.domain.file_kinds import extension
from app.errors import AppError
from app.helpers import preview
from app.helpers.child import Child
from app.helpers.limits import MIB
from tests.app.bundles.pdf_faults import updated


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child("preview") as opened:
        yield opened


def pdf_of(pages: int, size: tuple[float, float] = (595, 842)) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for number in range(pages):
        canvas.setFillColorRGB(1, 0, 0) if number % 2 else canvas.setFillColorRGB(0, 0, 1)
        canvas.rect(0, 0, size[0], size[1], fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def image_of(form: str, size: tuple[int, int] = (300, 200), colour: str = "red", **settings: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("P" if form == "GIF" else "RGB", size, colour if form != "GIF" else 1).save(buffer, form, **settings)
    return buffer.getvalue()


def ask(child: Child, path: Path, data: bytes, page: int = 1, side: int = 400) -> tuple[dict[str, object], Image.Image]:
    path.write_bytes(data)
    told = child.call("picture", 20, path=str(path), kind=path.suffix[1:], page=page, side=side)
    return told, Image.open(io.BytesIO(told["png"]))


def refusal(child: Child, path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(AppError) as error:
        child.call("picture", 20, path=str(path), kind=path.suffix[1:], page=1, side=800)
    return error.value.code


def test_a_page_of_a_pdf_is_the_page_asked_for(child: Child, tmp_path: Path) -> None:
    told, first = ask(child, tmp_path / "báo cáo.pdf", pdf_of(3))
    assert (told["pages"], told["page"], told["width"], told["height"]) == (3, 1, 595, 842)
    assert max(first.size) == 400
    assert first.convert("RGB").getpixel((50, 50)) == (0, 0, 255)
    _, second = ask(child, tmp_path / "báo cáo.pdf", pdf_of(3), page=2)
    assert second.convert("RGB").getpixel((50, 50)) == (255, 0, 0)
    told, _ = ask(child, tmp_path / "báo cáo.pdf", pdf_of(3), page=99)
    assert told["page"] == 3  # cited beyond the end: the last one is shown


@pytest.mark.parametrize(
    ("form", "ext"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif"), ("TIFF", "tif")]
)
def test_an_image_is_shown_no_larger_than_asked(form: str, ext: str, child: Child, tmp_path: Path) -> None:
    told, shown = ask(child, tmp_path / f"ảnh.{ext}", image_of(form), side=150)
    assert (told["width"], told["height"], told["pages"]) == (300, 200, 1)
    assert shown.size == (150, 100)


def test_a_photograph_stands_upright(child: Child, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    told, shown = ask(child, tmp_path / "ảnh.jpg", image_of("JPEG", exif=exif), side=150)
    assert (told["width"], told["height"]) == (200, 300)
    assert shown.size == (100, 150)


def test_the_first_frame_of_many_and_what_shines_through_is_white(child: Child, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("green", "red")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "TIFF", save_all=True, append_images=frames[1:])
    _, shown = ask(child, tmp_path / "quét.tif", buffer.getvalue())
    assert shown.convert("RGB").getpixel((5, 5)) == (0, 128, 0)
    clear = io.BytesIO()
    Image.new("RGBA", (60, 60), (0, 0, 0, 0)).save(clear, "PNG")
    _, shown = ask(child, tmp_path / "trong.png", clear.getvalue())
    assert shown.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def locked() -> bytes:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf_of(1))) as pdf:
        buffer = io.BytesIO()
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    return buffer.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def png_with(width: int, height: int, *chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size and packs its rows of zeros into a few kilobytes."""
    body = zlib.compress(bytes(min(width * 3 + 1, 1 << 20) * min(height, 50)), 9)
    return png_with(width, height, chunk(b"IDAT", body))


def pages_that_loop() -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 5000000/Kids[2 0 R 2 0 R]>>"
        b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


def stream(number: int, told: bytes, data: bytes) -> bytes:
    return b"%d 0 obj<<%s/Length %d>>stream\n" % (number, told, len(data)) + data + b"\nendstream endobj\n"


def page_with(told: bytes, objects: bytes) -> bytes:
    """One page that is drawn by object 4."""
    body = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    body += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]%s/Contents 4 0 R>>endobj\n" % told
    return body + objects + b"trailer<</Root 1 0 R>>\n%%EOF\n"


def form_that_draws_itself() -> bytes:
    """A page whose drawing calls itself without end."""
    xobject = b"/Resources<</XObject<</X 4 0 R>>>>"
    form = stream(4, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + xobject, b"/X Do /X Do /X Do")
    return page_with(xobject, form)


GIB = 1024 * MIB
TWICE = b"/Filter[/FlateDecode/FlateDecode]"


def zeros(size: int) -> bytes:
    """So many zeros (whole megabytes), deflated: one packed megabyte again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = struct.pack(">2H", size % 65_521, 1)  # Adler-32
    return b"\x78\xda" + piece * (size // MIB) + b"\3\0" + check


def zeros_twice(size: int) -> bytes:
    return zlib.compress(zeros(size), 9)


def drawing_of(size: int) -> bytes:
    return page_with(b"", stream(4, TWICE, zeros_twice(size)))


def drawing_in_pieces(count: int, size: int) -> bytes:
    """A page that draws the same forms, each of which unpacks to `size` bytes, one after another."""
    names = b"".join(b"/X%d %d 0 R" % (at, 5 + at) for at in range(count))
    drawn = stream(4, b"", b" ".join(b"/X%d Do" % at for at in range(count)))
    packed, told = zeros_twice(size), b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + TWICE
    forms = b"".join(stream(5 + at, told, packed) for at in range(count))
    return page_with(b"/Resources<</XObject<<" + names + b">>>>", drawn + forms)


def font_of(size: int) -> bytes:
    font = b"5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/LastChar 1/Widths[9 9]/FontDescriptor 6 0 R>>"
    font += b"endobj 6 0 obj<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>endobj\n"
    drawn = stream(4, b"", b"BT /F 9 Tf (a) Tj ET")
    return page_with(b"/Resources<</Font<</F 5 0 R>>>>", drawn + font + stream(7, TWICE, zeros_twice(size)))


def objects_of(size: int) -> bytes:
    held = stream(5, b"/Type/ObjStm/N 1/First 10" + TWICE, zeros_twice(size))
    return page_with(b"", stream(4, b"", b" ") + held)


def picture_of(size: int) -> bytes:
    """A page with a picture of one pixel, whose stream unpacks to `size` bytes."""
    told = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    drawn = stream(4, b"", b"/X Do") + stream(5, told + TWICE, zeros_twice(size))
    return page_with(b"/Resources<</XObject<</X 5 0 R>>>>", drawn)


def tiff_of(side: int, *places: tuple[int, int]) -> bytes:
    """A TIFF of ten pixels by ten of zeros, deflated; `places`: the tags that tell how they lie in the data behind."""
    data = zeros(max(1, side * side * 3 // MIB + 1) * MIB)
    plain = ((256, 10), (257, 10), (259, 8), (262, 2), (277, 3), *places)
    tags = [(tag, 1, value) for tag, value in plain] + [(258, 3, 0)]
    begin = 8 + 2 + 12 * (len(tags) + 2) + 4
    tiled = any(tag == 322 for tag, _value in places)
    tags += [(324 if tiled else 273, 1, begin + 6), (325 if tiled else 279, 1, len(data))]
    entries = b"".join(
        struct.pack("<2H2L", tag, 3 if tag == 258 else 4, count, begin if tag == 258 else value)
        for tag, count, value in sorted(tags)
    )
    return b"II*\0" + struct.pack("<LH", 8, len(tags)) + entries + bytes(4) + struct.pack("<3H", 8, 8, 8) + data


def gif_of(width: int, height: int) -> bytes:
    """A GIF of ten pixels by ten whose first frame is larger."""
    frame = b"," + struct.pack("<4HB", 0, 0, width, height, 0) + b"\2\2\x4c\1\0;"
    return b"GIF89a" + struct.pack("<2H3B", 10, 10, 0x80, 0, 0) + bytes(6) + frame


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a program called a PDF": ("x.pdf", lambda: b"MZ\x90\0" + bytes(200), "preview.other_kind"),
    "a page of a website called a picture": ("x.png", lambda: b"<html>", "preview.other_kind"),
    "a picture called by another kind": ("x.jpg", lambda: image_of("PNG"), "preview.other_kind"),
    "a PDF with a password": ("x.pdf", locked, "preview.locked"),
    "a PDF cut short": ("x.pdf", lambda: b"%PDF-1.7\n1 0 obj", "preview.unreadable"),
    "a picture cut short": ("x.jpg", lambda: image_of("JPEG")[:300], "preview.unreadable"),
    "a PNG of four billion pixels": ("x.png", lambda: png_of(65_535, 65_535), "preview.too_large"),
    "a PNG of two billion columns": ("x.png", lambda: png_of(2_000_000_000, 1), "preview.too_large"),
    "a film": ("x.mp4", lambda: b"\0\0\0\x20ftypisom", "preview.not_pictured"),
    "an office file": ("x.docx", lambda: b"PK\3\4", "preview.not_pictured"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_shown_is_told_why(name: str, child: Child, tmp_path: Path) -> None:
    file, make, code = REFUSED[name]
    before = child.pid
    assert refusal(child, tmp_path / file, make()) == code
    assert before in (None, child.pid)  # and the process lives on


HARMLESS: dict[str, Callable[[], bytes]] = {
    "a page of 200,000 points": lambda: pdf_of(1, (200_000, 200_000)),
    "a page a thousand times as wide as high": lambda: pdf_of(1, (14_000, 14)),
    "three thousand pages": lambda: pdf_of(3_000),
    "a tree of pages that loops": pages_that_loop,
    "a drawing that draws itself": form_that_draws_itself,
    "a table of objects that leads back": lambda: updated(pdf_of(1), {}, b"/Size 20 /Root 1 0 R /Prev 9"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_hostile_pdf_is_shown_or_refused_within_its_limits(name: str, child: Child, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(HARMLESS[name]())
    code = ""
    try:
        told = child.call("picture", 20, path=str(path), kind="pdf", page=1, side=1200)  # else "helper.too_slow"
        assert max(Image.open(io.BytesIO(told["png"])).size) <= 1200
    except AppError as error:
        code = error.code
    assert code in ("", "preview.unreadable", "preview.too_large", "helper.died")


TOO_MUCH: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a TIFF with a tile of 768 megabytes": (
        "x.tif",
        lambda: tiff_of(16_000, (322, 16_000), (323, 16_000)),
        "preview.too_large",
    ),
    "a GIF whose frame is larger than it says": ("x.gif", lambda: gif_of(65_535, 65_535), "preview.too_large"),
    "a PNG with words of two gigabytes": (
        "x.png",
        lambda: png_with(10, 10, chunk(b"zTXt", b"a\0\0" + zeros(2 * GIB))),
        "preview.unreadable",
    ),
    "a PNG with five hundred words of a megabyte": (
        "x.png",
        lambda: png_with(10, 10, *[chunk(b"zTXt", b"a\0\0" + zeros(MIB))] * 500),
        "preview.unreadable",
    ),
    "a PNG with colours of two gigabytes": (
        "x.png",
        lambda: png_with(10, 10, chunk(b"iCCP", b"a\0\0" + zeros(2 * GIB)), png_of(10, 10)[33:]),
        "preview.unreadable",
    ),
    "a PNG of ten rows with two gigabytes of them": (
        "x.png",
        lambda: png_with(10, 10, chunk(b"IDAT", zeros(2 * GIB))),
        "",
    ),
    "a TIFF of ten rows with two gigabytes of them": ("x.tif", lambda: tiff_of(26_000, (278, 10)), ""),
    "a picture on a page with four gigabytes for its pixel": ("x.pdf", lambda: picture_of(4 * GIB), ""),
}
FATAL: dict[str, Callable[[], bytes]] = {
    "a drawing": lambda: drawing_of(4 * GIB),
    "a font": lambda: font_of(4 * GIB),
    "objects": lambda: objects_of(4 * GIB),
    "pieces": lambda: drawing_in_pieces(200, 300 * MIB),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_unpacks_to_more_than_its_pixels_is_not_unpacked(name: str, tmp_path: Path) -> None:
    """Shown as what its pixels are, or refused: by a process that lives on and has never held much."""
    file, make, code = TOO_MUCH[name]
    data = make()
    assert len(data) < 4 * MIB
    with Child("preview") as child:
        ask(child, tmp_path / "y.png", image_of("PNG"))
        before = child.pid
        if code:
            assert refusal(child, tmp_path / file, data) == code
        else:
            ask(child, tmp_path / file, data)
        assert before == child.pid
        told = Path(f"/proc/{before}/status").read_text()
    held = next(line for line in told.splitlines() if line.startswith("VmHWM"))
    assert int(held.split()[1]) < 150_000  # KiB


@pytest.mark.parametrize("name", FATAL)
def test_a_pdf_that_unpacks_to_gigabytes_is_a_grey_card(name: str, tmp_path: Path) -> None:
    """Its memory ends it, or its seconds where piece after piece is unpacked; the next page is shown."""
    data = FATAL[name]()
    assert len(data) < MIB
    with Child("preview") as child:
        ask(child, tmp_path / "x.png", image_of("PNG"))
        if name == "pieces":
            resource.prlimit(child.pid or 0, resource.RLIMIT_CPU, (3, 3))
        assert refusal(child, tmp_path / "y.pdf", data) in ("helper.died", "preview.too_large", "preview.unreadable")
        told, _ = ask(child, tmp_path / "z.pdf", pdf_of(1))
        assert told["pages"] == 1


def test_a_process_that_dies_is_told_and_the_next_page_is_shown(tmp_path: Path) -> None:
    """A PNG within the limit of pixels, but beyond what the process may hold, whatever it does with it."""
    with Child("preview") as child:
        ask(child, tmp_path / "x.png", image_of("PNG"))
        resource.prlimit(child.pid or 0, resource.RLIMIT_AS, (200 * MIB, 200 * MIB))
        assert refusal(child, tmp_path / "y.png", png_of(8_000, 9_900)) in (
            "preview.too_large",
            "helper.died",
            "preview.unreadable",
        )
        told, _ = ask(child, tmp_path / "z.pdf", pdf_of(1))
        assert told["pages"] == 1


def test_the_process_may_write_no_file_and_hold_no_more_than_its_memory(child: Child, tmp_path: Path) -> None:
    ask(child, tmp_path / "x.png", image_of("PNG"))
    limits = Path(f"/proc/{child.pid}/limits").read_text()
    told = {line[:25].strip(): line[25:].split()[0] for line in limits.splitlines()[1:]}
    assert told["Max file size"] == "0"
    assert told["Max address space"] == str(preview.LIMITS.memory)
    assert told["Max cpu time"] == str(preview.LIMITS.cpu_seconds)


@pytest.mark.parametrize("macros", [True, False])
def test_an_office_file_tells_whether_it_holds_a_program(macros: bool, child: Child, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
        if macros:
            archive.writestr("word/vbaProject.bin", "x")
    assert extension(path.name, path.read_bytes()) == "docx"
    assert child.call("facts", 20, path=str(path), kind="docx") == {"macros": macros}
    old = tmp_path / "cũ.xls"
    hidden = "_VBA_PROJECT".encode("utf-16-le") if macros else b""
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(MIB - 16) + hidden + bytes(500))
    assert child.call("facts", 20, path=str(old), kind="xls") == {"macros": macros}
