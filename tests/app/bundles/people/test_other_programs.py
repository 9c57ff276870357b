"""Signatures as other programs make them: PKCS#7 of Acrobat, weak digests, times of servers."""

import io
from datetime import datetime

import pytest
from asn1crypto import keys, x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers, timestamps
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from app.bundles.people.found import People
from app.bundles.people.judging import judge
from app.bundles.trust import Light
from app.domain.campaign import Demand
from tests.app.bundles.people.fixtures import MANIFEST, claimed, frozen
from tests.app.bundles.people.pki import COMMUNE, NOW, SIGNED, crls, people, trust


def signer(who: str) -> signers.SimpleSigner:
    holder = people()[who]
    der = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    store = SimpleCertificateStore()
    store.register_multiple(x509.Certificate.load(each) for each in holder.chain)
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(holder.certificate),
        signing_key=keys.PrivateKeyInfo.load(holder.key.private_bytes(*der)),
        cert_registry=store,
    )


def signed(who: str, digest: str = "sha256", filter_: SigSeedSubFilter = SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
           stamper: timestamps.TimeStamper | None = None) -> bytes:  # fmt: skip
    """The frozen report signed by pyHanko in its own way, at the tests' time."""

    class AtTime(signers.PdfSigner):
        def init_signing_session(self, *given: object, **options: object) -> object:
            session = super().init_signing_session(*given, **options)  # type: ignore[arg-type]
            session.system_time = SIGNED
            return session

    meta = signers.PdfSignatureMetadata(field_name="Leader", md_algorithm=digest, subfilter=filter_)
    writer = IncrementalPdfFileWriter(io.BytesIO(frozen()))
    made = AtTime(meta, signer=signer(who), timestamper=stamper).sign_pdf(writer, existing_fields_only=True)
    return bytes(made.getvalue())


def judged(pdf: bytes, **changes: object) -> People:
    return judge(pdf, MANIFEST, trust(**changes), NOW, COMMUNE, Demand.LEADER, claimed())


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
def test_the_detached_form_of_acrobat_is_read_too(digest: str) -> None:
    found = judged(signed("leader", digest))
    assert (found.light, found.all_reasons) == (Light.VALID, ())
    assert found.signatures[0].algorithm == f"RSA PKCS#1 v1.5, {digest.upper().replace('SHA', 'SHA-')}"
    assert found.signatures[0].signed_at == SIGNED


def test_a_weak_digest_proves_nothing() -> None:
    found = judged(signed("leader", "sha1"))
    assert (found.light, found.all_reasons[0].code) == (Light.INVALID, "signature.weak")


def test_a_time_of_a_server_is_said_and_not_relied_upon() -> None:
    server = people()["leader"]  # any certificate with an RSA key will do
    der = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    stamper = timestamps.DummyTimeStamper(
        tsa_cert=x509.Certificate.load(server.certificate),
        tsa_key=keys.PrivateKeyInfo.load(server.key.private_bytes(*der)),
        fixed_dt=datetime(2026, 11, 14, 3, 0, tzinfo=SIGNED.tzinfo),
    )
    pdf = signed("leader", filter_=SigSeedSubFilter.PADES, stamper=stamper)
    found = judged(pdf)
    assert (found.light, found.signatures[0].is_timestamped) == (Light.VALID, True)
    revoked = judged(pdf, people_crls=crls(people()["leader"].cert, since=NOW))
    assert revoked.light is Light.INVALID
