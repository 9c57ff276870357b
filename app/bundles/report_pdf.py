"""manifest.json inside report.pdf: put there reproducibly, taken out of a PDF that may be hostile."""

import io
import zlib
from collections.abc import Sequence
from decimal import Decimal

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, Stream

from app.bundles.names import MANIFEST, MAX_JSON, MAX_REPORT
from app.bundles.refusal import Refused
from app.bundles.report_cost import check_cost, check_held
from app.domain.signing_places import Field

_PRINTED = 4  # flag of an annotation
_HUNDREDTH = Decimal("0.01")
MAX_PAGES = 2_000
MAX_OBJECTS = 200_000
MAX_FIELDS = 10_000
# what pikepdf raises on bytes that are no sound PDF, and on values of another type than their place asks for
UNREADABLE = (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, KeyError, AttributeError, RuntimeError)
_MAX_UNPACKED = 16 << 20  # of one stream that qpdf decodes on its own account (cross-reference and object streams)

pikepdf.settings.set_qpdf_limits(flate_max_memory=_MAX_UNPACKED, run_length_max_memory=_MAX_UNPACKED)


def embed_manifest(report: bytes, manifest: bytes, fields: Sequence[Field] = ()) -> bytes:
    """`report` with `manifest` as its one attached file manifest.json; the same input gives the same bytes.

    `fields` are the empty signature fields people sign in, here or in another program.

    `ValueError` when the report already carries an attached file or is no PDF: our own reports never do.
    """
    try:
        with Pdf.open(io.BytesIO(report)) as pdf:
            if len(pdf.attachments):
                raise ValueError("the report already has an attached file")
            pdf.attachments[MANIFEST] = AttachedFileSpec(
                pdf,
                manifest,
                description="",
                filename=MANIFEST,
                mime_type="application/json",
                creation_date="D:19800101000000Z",
                mod_date="D:19800101000000Z",
            )
            if fields:
                _add_fields(pdf, fields)
            made = io.BytesIO()
            pdf.save(made, deterministic_id=True)
    except pikepdf.PdfError as error:
        raise ValueError("the report is no PDF") from error
    return made.getvalue()


def _add_fields(pdf: Pdf, fields: Sequence[Field]) -> None:
    widgets = Array()
    for field in fields:
        page = pdf.pages[field.page]
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=field.name,
                TU=field.told,
                Rect=[Decimal(round(side, 2)).quantize(_HUNDREDTH) for side in field.box],
                F=_PRINTED,
                P=page.obj,
            )
        )
        widgets.append(widget)
        page.obj["/Annots"] = Array([*page.obj.get("/Annots", Array()), widget])
    pdf.Root["/AcroForm"] = pdf.make_indirect(Dictionary(Fields=widgets))


def read_manifest(report: bytes) -> tuple[bytes, bool]:
    """The embedded manifest.json, and whether the PDF carries people's signatures (which are not judged here).

    Raises `Refused("report.unreadable")` for what cannot be read within the limits and
    `Refused("report.manifest_count")` unless exactly one file is attached and it is called manifest.json.
    """
    if len(report) > MAX_REPORT:
        raise Refused("report.unreadable", f"{len(report)} bytes")
    if not report.startswith(b"%PDF-"):
        raise Refused("report.unreadable", "begins with something else")
    try:
        check_cost(report)
        with Pdf.open(io.BytesIO(report), attempt_recovery=False) as pdf:
            check_held(pdf, report)
            if len(pdf.objects) > MAX_OBJECTS or len(pdf.pages) > MAX_PAGES:
                raise Refused("report.unreadable", "objects or pages")
            return _only_attachment(pdf), _has_signatures(pdf)
    except UNREADABLE as error:
        raise Refused("report.unreadable", type(error).__name__) from error


def _only_attachment(pdf: Pdf) -> bytes:
    attached = list(pdf.attachments)
    streams = [each for each in pdf.objects if isinstance(each, Stream) and each.get("/Type") == "/EmbeddedFile"]
    if attached != [MANIFEST] or len(streams) != 1 or _has_file_annotations(pdf):
        raise Refused("report.manifest_count", f"{len(attached)} attached, {len(streams)} embedded")
    specification = pdf.attachments[MANIFEST].obj
    files = specification["/EF"]
    if specification.get("/UF") != MANIFEST or len({file.objgen for _, file in files.items()}) != 1:
        raise Refused("report.manifest_count", "names of the attached file")
    stream = files["/F"]
    if not isinstance(stream, Stream) or stream.objgen != streams[0].objgen:
        raise Refused("report.manifest_count", "another embedded file")
    return _content(stream)


def _content(stream: Stream) -> bytes:
    """Unpacked here rather than by qpdf, so that a few bytes cannot become gigabytes."""
    raw = stream.read_raw_bytes()
    if "/Filter" not in stream:
        return raw
    if stream["/Filter"] not in (Name.FlateDecode, Array([Name.FlateDecode])) or "/DecodeParms" in stream:
        raise Refused("report.unreadable", "filter of manifest.json")
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(raw, MAX_JSON + 1)
    except zlib.error as error:
        raise Refused("report.unreadable", "manifest.json: deflate") from error
    if not unpacker.eof or len(data) > MAX_JSON:
        raise Refused("report.unreadable", "manifest.json: size")
    return data


def _has_file_annotations(pdf: Pdf) -> bool:
    return any(
        isinstance(each, Dictionary) and each.get("/Subtype") == "/FileAttachment" for each in pdf.objects
    ) or any(note.get("/Subtype") == "/FileAttachment" for page in pdf.pages for note in page.get("/Annots", Array()))


def _has_signatures(pdf: Pdf) -> bool:
    form = pdf.Root.get("/AcroForm")
    waiting = list(form.get("/Fields", Array())) if form is not None else []
    seen = 0
    while waiting:
        field = waiting.pop()
        seen += 1
        if seen > MAX_FIELDS:
            raise Refused("report.unreadable", "form fields")
        if field.get("/FT") == Name.Sig and "/V" in field:
            return True
        waiting.extend(field.get("/Kids", Array()))
    return False
