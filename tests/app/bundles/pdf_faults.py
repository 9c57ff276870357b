"""Reports that lie: updates appended to a PDF, trees that loop, files attached twice or packed strangely."""

import io
import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from app.bundles.report_pdf import MAX_PAGES, embed_manifest
from tests.app.bundles.faults import Fault, report
from tests.app.bundles.forging import page

Change = Callable[[Pdf, bytes], None]


def updated(pdf: bytes, objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """`pdf` with an incremental update: new bodies for these object numbers, and a table behind them."""
    last = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    size = max(int(re.findall(rb"/Size (\d+)", pdf)[-1]), *(number + 1 for number in objects), 1)
    root = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1]
    out, table = bytearray(pdf + b"\n"), bytearray(b"xref\n")
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    told = trailer or b"/Size %d /Root %s /Prev %d" % (size, root, last)
    return bytes(out + table + b"trailer\n<< " + told + b" >>\nstartxref\n%d\n%%%%EOF\n" % at)


def numbered(pdf: bytes, has: str, value: object = None) -> int:
    """The number of the object with this key (of this value)."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        for each in opened.objects:
            if isinstance(each, Dictionary | pikepdf.Stream) and has in each and value in (None, each.get(has)):
                return int(each.objgen[0])
    raise LookupError(has)


def changed(change: Change) -> Fault:
    """The sound report with its objects changed, sealed."""

    def make(_: object, manifest: bytes) -> bytes:
        with Pdf.open(io.BytesIO(embed_manifest(page("x"), manifest))) as pdf:
            change(pdf, manifest)
            buffer = io.BytesIO()
            pdf.save(
                buffer,
                deterministic_id=True,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
            )
        return buffer.getvalue()

    return report(make)


def appended(change: Callable[[bytes, bytes], bytes]) -> Fault:
    """The sound report with bytes appended, sealed."""
    return report(lambda _, manifest: change(embed_manifest(page("x"), manifest), manifest))


def other_manifest_appended(pdf: bytes, manifest: bytes) -> bytes:
    """The first revision holds the true manifest, the last one another."""
    other = manifest.replace(b'"size":', b'"size":1', 1)
    body = b"<< /Type /EmbeddedFile /Length %d >>\nstream\n%s\nendstream" % (len(other), other)
    return updated(pdf, {numbered(pdf, "/Type", Name.EmbeddedFile): body})


def second_file_appended(pdf: bytes, manifest: bytes) -> bytes:
    body = b"<< /Type /EmbeddedFile /Length %d >>\nstream\n%s\nendstream" % (len(manifest), manifest)
    return updated(pdf, {900: body})


def attachment_dropped(pdf: bytes, _: bytes) -> bytes:
    catalog = numbered(pdf, "/Type", Name.Catalog)
    pages = numbered(pdf, "/Type", Name.Pages)
    return updated(pdf, {catalog: b"<< /Type /Catalog /Pages %d 0 R >>" % pages})


def table_that_loops(pdf: bytes, _: bytes) -> bytes:
    root = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1]
    return updated(pdf, {}, b"/Size 20 /Root %s /Prev %d" % (root, len(pdf) + 1))


def root_that_is_none(pdf: bytes, _: bytes) -> bytes:
    return updated(pdf, {}, b"/Size 9999 /Root 7777 0 R")


def table_bomb(pdf: bytes, _: bytes) -> bytes:
    """The last table is a stream of a few kilobytes that unpacks to 100 MB."""
    packed = zlib.compress(bytes(100 << 20), 9)
    root = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1]
    told = b"<< /Type /XRef /Size 901 /W [1 4 1] /Root %s /Filter /FlateDecode /Length %d >>" % (root, len(packed))
    body = b"\n900 0 obj\n" + told + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    return pdf + body + b"startxref\n%d\n%%%%EOF\n" % (len(pdf) + 1)


def pages_that_loop(pdf: Pdf, _: bytes) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def too_many_pages(pdf: bytes, _: bytes) -> bytes:
    pages, one = numbered(pdf, "/Type", Name.Pages), numbered(pdf, "/Type", Name.Page)
    kids = b"%d 0 R " % one * (MAX_PAGES + 1)
    return updated(pdf, {pages: b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (MAX_PAGES + 1, kids)})


def fields_that_loop(pdf: Pdf, _: bytes) -> None:
    field = pdf.make_indirect(Dictionary(T="Leader"))
    field.Kids = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def embedded(pdf: Pdf) -> Any:
    return next(
        each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Type") == "/EmbeddedFile"
    )


def other_filter(name: str, encode: Callable[[bytes], bytes]) -> Change:
    def change(pdf: Pdf, manifest: bytes) -> None:
        embedded(pdf).write(encode(manifest), filter=Name(name))

    return change


def twice_packed(pdf: Pdf, manifest: bytes) -> None:
    embedded(pdf).write(zlib.compress(zlib.compress(manifest)), filter=Array([Name.FlateDecode, Name.FlateDecode]))


def other_name(name: str, key: str = "/UF") -> Change:
    def change(pdf: Pdf, _: bytes) -> None:
        next(iter(pdf.attachments.values())).obj[key] = pikepdf.String(name)

    return change


def named_otherwise(pdf: Pdf, manifest: bytes) -> None:
    pdf.attachments["Manifest.json"] = pdf.attachments["manifest.json"]
    del pdf.attachments["manifest.json"]


def second_name(pdf: Pdf, _: bytes) -> None:
    """One embedded file under two names."""
    pdf.attachments["báo cáo.xlsx"] = pdf.attachments["manifest.json"]


def orphan(pdf: Pdf, manifest: bytes) -> None:
    """A file that is embedded, but hangs nowhere."""
    pdf.Root.Spare = pdf.make_stream(manifest, Type=Name.EmbeddedFile)


PDF_FAULTS: dict[str, tuple[Fault, str]] = {
    "report with another manifest in an update": (appended(other_manifest_appended), "report.other_manifest"),
    "report with a second file in an update": (appended(second_file_appended), "report.manifest_count"),
    "report whose update drops the manifest": (appended(attachment_dropped), "report.manifest_count"),
    "report whose tables loop": (appended(table_that_loops), "report.unreadable"),
    "report whose table is a bomb": (appended(table_bomb), "report.unreadable"),
    "report without a root": (appended(root_that_is_none), "report.unreadable"),
    "report behind other bytes": (report(lambda _, m: b"MZ\x90\0" + embed_manifest(page("x"), m)), "report.unreadable"),
    "report whose pages loop": (changed(pages_that_loop), "report.unreadable"),
    "report with too many pages": (appended(too_many_pages), "report.unreadable"),
    "report whose form fields loop": (changed(fields_that_loop), "report.unreadable"),
    "manifest packed in hexadecimal": (
        changed(other_filter("/ASCIIHexDecode", lambda m: m.hex().encode() + b">")),
        "report.unreadable",
    ),
    "manifest packed twice": (changed(twice_packed), "report.unreadable"),
    "manifest attached under another name": (changed(named_otherwise), "report.manifest_count"),
    "manifest called otherwise in its description": (changed(other_name("khac.json")), "report.manifest_count"),
    "manifest attached under two names": (changed(second_name), "report.manifest_count"),
    "report with a file that hangs nowhere": (changed(orphan), "report.manifest_count"),
}
