"""Signing a report: PAdES-B-B (ETSI EN 319 142-1) in one of its two fields, as an update behind the bytes it has.

Nothing before the update changes. The certificate is looked at before anything is signed (Thông tư 15/2025/TT-BKHCN,
Điều 5.1a). pyhanko is loaded here, at the first signature.
"""

import io
from datetime import datetime
from typing import Any

import pikepdf
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pikepdf import Array, Name

from app.bundles.people import lists
from app.bundles.people.appearance import Look, draw
from app.bundles.people.signers import Mark, Mechanism, Signer
from app.domain.text import clean_name
from app.errors import AppError

_MIN_RSA = 2048  # bits (Phụ lục I)
_CURVES = ("secp256r1", "secp384r1", "secp521r1")
_LONGEST_RAW = 1024  # bytes of a signature: what is set aside before it is made
_MAX_FIELDS = 100
_HOSTILE = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, IndexError)


def check_certificate(certificate: bytes, now: datetime) -> None:
    """Raises `AppError` unless the certificate (DER) may sign now: "signer.not_yet_valid", "signer.expired",
    "signer.is_authority", "signer.wrong_usage", "signer.weak_key", "signer.file_unreadable".
    """
    try:
        read = x509.load_der_x509_certificate(certificate)
        usage, is_authority, key = _usage(read), _is_authority(read), read.public_key()
        begins, ends = read.not_valid_before_utc, read.not_valid_after_utc
    except (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as error:
        raise AppError("signer.file_unreadable") from error
    name = name_of(read)
    if now < begins:
        raise AppError("signer.not_yet_valid", name=name, day=lists.day(begins))
    if now > ends:
        raise AppError("signer.expired", name=name, day=lists.day(ends))
    if is_authority:
        raise AppError("signer.is_authority", name=name)
    if usage is not None and not (usage.digital_signature or usage.content_commitment):
        raise AppError("signer.wrong_usage", name=name)
    is_strong = (isinstance(key, rsa.RSAPublicKey) and key.key_size >= _MIN_RSA) or (
        isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in _CURVES
    )
    if not is_strong:
        raise AppError("signer.weak_key", name=name)


def name_of(certificate: x509.Certificate) -> str:
    """The common name of the subject, or the whole subject."""
    common = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return clean_name(str(common[0].value) if common else certificate.subject.rfc4514_string())


def sign(report: bytes, field: str, signer: Signer, at: datetime, look: Look | None = None) -> bytes:
    """`report` with a signature of `signer` in its empty field `field`; `at` is the time it claims, with its zone.

    Raises `AppError`: what `check_certificate` says, "signer.no_field" when the PDF has no such field,
    "signer.field_taken" when it is signed already, and whatever the signer raises ("token.…").
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.general import SigningError

    check_certificate(signer.certificate, at)
    box = _empty_field(report, field)
    meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    style = None if look is None else _stamp(draw(look, box[2] - box[0], box[3] - box[1]))
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(report))
        made = _pdf_signer(meta, _pyhanko_signer(signer), style, at).sign_pdf(writer, existing_fields_only=True)
    except (PdfError, SigningError) as error:
        raise AppError("signer.no_field", field=field) from error
    signed: bytes = made.getvalue()
    return signed


def marks(pdf: bytes) -> tuple[Mark, ...]:
    """The signed fields of a PDF in the order in which they were signed; nothing is judged."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            found = [_mark(field) for field in _fields(opened) if field.get("/FT") == Name.Sig and "/V" in field]
    except _HOSTILE:
        return ()
    return tuple(mark for _, mark in sorted(found, key=lambda each: each[0]))


def _mark(field: Any) -> tuple[int, Mark]:
    value = field["/V"]
    if not isinstance(value["/Contents"], pikepdf.String):  # bytes(9) would be nine of them
        raise ValueError("contents")
    signed = cms.ContentInfo.load(bytes(value["/Contents"]))["content"]
    serial = signed["signer_infos"][0]["sid"].chosen["serial_number"].native
    certificates = [each.chosen for each in signed["certificates"]]
    own = next(each for each in certificates if each.serial_number == serial)
    subject = own.subject.native
    named = [subject.get(key, "") for key in ("common_name", "organization_name")]
    name, unit = (clean_name(each if isinstance(each, str) else "") for each in named)
    covered = int(value["/ByteRange"][2]) + int(value["/ByteRange"][3])
    return covered, Mark(str(field.get("/T", "")), name, unit, _iso(str(value.get("/M", ""))))


def _iso(written: str) -> str:
    """ "D:20261114093005+07'00'" as ISO text; "" for anything else."""
    digits, zone = written.removeprefix("D:")[:14], written.removeprefix("D:")[14:].replace("'", "")
    try:
        return datetime.strptime(digits + (zone.replace("Z", "") or "+0000"), "%Y%m%d%H%M%S%z").isoformat()
    except ValueError:
        return ""


def _fields(pdf: pikepdf.Pdf) -> list[Any]:
    form = pdf.Root.get("/AcroForm")
    waiting: list[Any] = list(form.get("/Fields", Array())) if form is not None else []
    found: list[Any] = []
    while waiting and len(found) < _MAX_FIELDS:
        found.append(waiting.pop(0))
        waiting += list(found[-1].get("/Kids", Array()))
    return found


def _empty_field(report: bytes, name: str) -> tuple[float, ...]:
    try:
        with pikepdf.open(io.BytesIO(report)) as pdf:
            found = [field for field in _fields(pdf) if field.get("/T") == name and field.get("/FT") == Name.Sig]
            boxes = [tuple(float(side) for side in field["/Rect"]) for field in found]
            is_taken = any("/V" in field for field in found)
    except _HOSTILE as error:
        raise AppError("signer.no_field", field=name) from error
    if is_taken:
        raise AppError("signer.field_taken", field=name)
    if len(boxes) != 1 or len(boxes[0]) != 4:
        raise AppError("signer.no_field", field=name)
    return boxes[0]


def _usage(certificate: x509.Certificate) -> x509.KeyUsage | None:
    try:
        return certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return None


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _algorithm(mechanism: Mechanism) -> Any:
    from asn1crypto import algos

    if mechanism is not Mechanism.RSA_PSS:
        return algos.SignedDigestAlgorithm(
            {"algorithm": "sha256_ecdsa" if mechanism is Mechanism.ECDSA else "sha256_rsa"}
        )
    sha256 = {"algorithm": "sha256"}
    mask = {"algorithm": "mgf1", "parameters": sha256}
    parameters = {"hash_algorithm": sha256, "mask_gen_algorithm": mask, "salt_length": 32}
    return algos.SignedDigestAlgorithm({"algorithm": "rsassa_pss", "parameters": algos.RSASSAPSSParams(parameters)})


def _pyhanko_signer(signer: Signer) -> Any:
    from asn1crypto import x509 as asn1
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class Given(signers.Signer):
        """Our signer in pyhanko's words. The key is used once: sizes are told without it."""

        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
            if digest_algorithm != "sha256":
                raise ValueError(digest_algorithm)
            return bytes(_LONGEST_RAW) if dry_run else signer.sign(data)

    store: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(asn1.Certificate.load(each) for each in signer.chain)
    own = asn1.Certificate.load(signer.certificate)
    return Given(signing_cert=own, cert_registry=store, signature_mechanism=_algorithm(signer.mechanism))


def _pdf_signer(meta: Any, signer: Any, style: Any, at: datetime) -> Any:
    from pyhanko.sign import signers

    class AtTime(signers.PdfSigner):
        """Claims the program's own time in every place."""

        def init_signing_session(self, *given: Any, **options: Any) -> Any:
            session = super().init_signing_session(*given, **options)
            session.system_time = at.replace(microsecond=0)
            return session

    return AtTime(meta, signer=signer, stamp_style=style)


def _stamp(page: bytes) -> Any:
    from pyhanko.pdf_utils import content, layout
    from pyhanko.pdf_utils.generic import pdf_name
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp import StaticStampStyle

    class Drawn(content.PdfContent):
        """The page as it was drawn."""

        def render(self) -> bytes:
            writer = self._ensure_writer
            self.resources.xobject[pdf_name("/Drawn")] = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(page)))
            return b"/Drawn Do"

    middle = layout.AxisAlignment.ALIGN_MID
    rule = layout.SimpleBoxLayoutRule(middle, middle, inner_content_scaling=layout.InnerScaling.NO_SCALING)
    return StaticStampStyle(background=Drawn(), border_width=0, background_opacity=1, background_layout=rule)
