"""The seal against openssl, and every CMS that openssl would take and a careful reader must not."""

import hashlib
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from app.bundles.keys import SealKey, check_code, load_seal_key, make_seal_key, save_seal_key, spki_of_pem
from app.bundles.manifest import Role
from app.bundles.refusal import Refused
from app.bundles.signing import make_seal, read_seal
from app.errors import AppError
from tests.app.bundles.forging import HOSTILE, NOW

CONTENT = "<asic:ASiCManifest>nội dung</asic:ASiCManifest>".encode()


@pytest.fixture(scope="module")
def key() -> SealKey:
    return make_seal_key("26734", HOSTILE, Role.AGENCY)


def certified(private_key: Any) -> asn1_x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Xã Hòa Bình")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private_key.public_key())
    made = made.serial_number(7).not_valid_before(datetime(2020, 1, 1)).not_valid_after(datetime(2030, 1, 1))
    algorithm = None if isinstance(private_key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return asn1_x509.Certificate.load(made.sign(private_key, algorithm).public_bytes(Encoding.DER))


class Forger:
    """A CMS made part by part, each of which can be made wrong."""

    def __init__(self, private_key: Any, digest: str = "sha256", certificate: Any = None) -> None:
        self.private_key, self.digest = private_key, digest
        self.certificate = certificate or certified(private_key)
        self.eci: dict[str, Any] = {"content_type": "data"}
        self.reference = hashlib.new("sha256", self.certificate.dump()).digest()
        self.attributes: list[tuple[str, list[Any]]] = [
            ("content_type", ["data"]),
            ("signing_time", [cms.Time({"utc_time": NOW})]),
            ("message_digest", [hashlib.new(digest, CONTENT).digest()]),
            ("signing_certificate_v2", [self.signing_certificate()]),
        ]
        self.signer: dict[str, Any] = {}
        self.signed: dict[str, Any] = {}
        self.signers = 1
        self.pss = False

    def signing_certificate(self) -> tsp.SigningCertificateV2:
        return tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": self.reference})]})

    def sign(self, data: bytes) -> tuple[dict[str, Any], bytes]:
        hashed = getattr(hashes, self.digest.upper())()
        if isinstance(self.private_key, ec.EllipticCurvePrivateKey):
            return {"algorithm": f"{self.digest}_ecdsa"}, self.private_key.sign(data, ec.ECDSA(hashed))
        if isinstance(self.private_key, ed25519.Ed25519PrivateKey):
            return {"algorithm": "ed25519"}, self.private_key.sign(data)
        if self.pss:
            inner = algos.DigestAlgorithm({"algorithm": self.digest})
            parameters = {
                "hash_algorithm": inner,
                "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": inner},
                "salt_length": hashed.digest_size,
            }
            scheme = padding.PSS(padding.MGF1(hashed), hashed.digest_size)
            return {"algorithm": "rsassa_pss", "parameters": parameters}, self.private_key.sign(data, scheme, hashed)
        named = {"algorithm": f"{self.digest}_rsa", "parameters": core.Null()}
        return named, self.private_key.sign(data, padding.PKCS1v15(), hashed)

    def dump(self) -> bytes:
        attributes = cms.CMSAttributes([cms.CMSAttribute({"type": t, "values": v}) for t, v in self.attributes])
        algorithm, signature = self.sign(attributes.dump())
        digest = algos.DigestAlgorithm({"algorithm": self.digest})
        named = {"issuer": self.certificate.issuer, "serial_number": self.certificate.serial_number}
        signer = {
            "version": "v1",
            "sid": cms.SignerIdentifier("issuer_and_serial_number", named),
            "digest_algorithm": digest,
            "signed_attrs": attributes,
            "signature_algorithm": algos.SignedDigestAlgorithm(algorithm),
            "signature": signature,
            **self.signer,
        }
        signed = {
            "version": "v1",
            "digest_algorithms": [digest],
            "encap_content_info": self.eci,
            "certificates": [self.certificate],
            "signer_infos": [signer] * self.signers,
            **self.signed,
        }
        return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump())


def forge(**settings: Any) -> bytes:
    forger = Forger(settings.pop("private_key", None) or ec.generate_private_key(ec.SECP256R1()))
    for name, value in settings.items():
        setattr(forger, name, value)
    return forger.dump()


def without(kind: str) -> bytes:
    forger = Forger(ec.generate_private_key(ec.SECP256R1()))
    forger.attributes = [(name, values) for name, values in forger.attributes if name != kind]
    return forger.dump()


def with_attribute(kind: str, values: list[Any]) -> bytes:
    forger = Forger(ec.generate_private_key(ec.SECP256R1()))
    forger.attributes = [(n, v) for n, v in forger.attributes if n != kind] + [(kind, values)]
    return forger.dump()


def repeated_attribute() -> bytes:
    forger = Forger(ec.generate_private_key(ec.SECP256R1()))
    forger.attributes.append(("message_digest", [bytes(32)]))
    return forger.dump()


def other_certificate() -> bytes:
    """Names and carries somebody else's certificate."""
    mine, others = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    return Forger(mine, certificate=certified(others)).dump()


def wrong_reference() -> bytes:
    reference = tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": bytes(32)})]})
    return with_attribute("signing_certificate_v2", [reference])


def unsigned_attribute() -> bytes:
    stamp = cms.CMSAttribute({"type": "signing_time", "values": [cms.Time({"utc_time": NOW})]})
    return forge(signer={"unsigned_attrs": cms.CMSAttributes([stamp])})


def in_ber() -> bytes:
    """The same with an outer length of more bytes than it needs."""
    der = forge()
    length = len(der) - 4
    assert der[1] == 0x82
    return der[:1] + b"\x83\0" + length.to_bytes(2, "big") + der[4:]


def second_certificate() -> bytes:
    mine = ec.generate_private_key(ec.SECP256R1())
    own = certified(mine)
    other = certified(ec.generate_private_key(ec.SECP256R1()))
    forger = Forger(mine, certificate=own)
    forger.signed = {"certificates": [own, other]}
    return forger.dump()


def inside() -> bytes:
    return forge(eci={"content_type": "data", "content": CONTENT})


def by_digest(kind: str) -> bytes:
    forger = Forger(rsa.generate_private_key(65537, 2048), kind)
    return forger.dump()


def rsa_key(bits: int) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, bits)


REFUSED = {
    "content inside": (inside, "seal.malformed"),
    "other content inside": (lambda: forge(eci={"content_type": "data", "content": b"B"}), "seal.malformed"),
    "bytes behind": (lambda: forge() + b"\0", "seal.malformed"),
    "BER": (in_ber, "seal.malformed"),
    "two signers": (lambda: forge(signers=2), "seal.malformed"),
    "no signer": (lambda: forge(signers=0), "seal.malformed"),
    "unsigned attribute": (unsigned_attribute, "seal.malformed"),
    "repeated attribute": (repeated_attribute, "seal.malformed"),
    "no signing time": (lambda: without("signing_time"), "seal.malformed"),
    "no certificate reference": (lambda: without("signing_certificate_v2"), "seal.malformed"),
    "no message digest": (lambda: without("message_digest"), "seal.malformed"),
    "two values": (lambda: with_attribute("message_digest", [bytes(32), bytes(32)]), "seal.malformed"),
    "further attribute": (lambda: with_attribute("1.2.3.4", [core.Null()]), "seal.malformed"),
    "two certificates": (second_certificate, "seal.malformed"),
    "other type of content": (lambda: forge(eci={"content_type": "digested_data"}), "seal.malformed"),
    "other version": (lambda: forge(signed={"version": "v3"}), "seal.malformed"),
    "another's certificate": (other_certificate, "seal.broken"),
    "wrong certificate reference": (wrong_reference, "seal.broken"),
    "other content": (lambda: with_attribute("message_digest", [hashlib.sha256(b"x").digest()]), "seal.broken"),
    "RSA of 1024 bits": (lambda: forge(private_key=rsa_key(1024)), "seal.weak"),
    "P-521": (lambda: forge(private_key=ec.generate_private_key(ec.SECP521R1())), "seal.weak"),
    "secp256k1": (lambda: forge(private_key=ec.generate_private_key(ec.SECP256K1())), "seal.weak"),
    "Ed25519": (lambda: forge(private_key=ed25519.Ed25519PrivateKey.generate()), "seal.weak"),
    "SHA-1": (lambda: by_digest("sha1"), "seal.weak"),
    "SHA-224": (lambda: by_digest("sha224"), "seal.weak"),
    "nothing": (lambda: b"", "seal.malformed"),
    "a certificate": (lambda: certified(ec.generate_private_key(ec.SECP256R1())).dump(), "seal.malformed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    make, code = REFUSED[name]
    with pytest.raises(Refused) as refused:
        read_seal(make(), CONTENT)
    assert refused.value.code == code, refused.value


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
@pytest.mark.parametrize("make", ["P-256", "P-384", "RSA", "RSA-PSS"])
def test_every_allowed_algorithm(make: str, digest: str) -> None:
    keys = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1()}
    forger = Forger(ec.generate_private_key(keys[make]) if make in keys else rsa_key(2048), digest)
    forger.pss = make == "RSA-PSS"
    assert read_seal(forger.dump(), CONTENT).signed_at == NOW


def test_a_seal_made_here_is_read_here_and_by_openssl(key: SealKey, tmp_path: Path) -> None:
    made = make_seal(key, CONTENT, NOW)
    seal = read_seal(made, CONTENT)
    assert (seal.spki, seal.certificate, seal.signed_at) == (key.spki, key.certificate, NOW)
    assert (seal.check_code, seal.spki_sha256) == (key.check_code, key.spki_sha256)
    for name, data in (("s.p7s", made), ("c.xml", CONTENT), ("k.pem", key.pem)):
        (tmp_path / name).write_bytes(data)
    command = "openssl cms -verify -binary -inform DER -in s.p7s -content c.xml -CAfile k.pem -partial_chain"
    command += " -no_check_time -purpose any -cades -out out"
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "CAdES Verification successful" in done.stderr
    assert (tmp_path / "out").read_bytes() == CONTENT


def test_a_time_beyond_2049_is_a_generalized_time(key: SealKey) -> None:
    late = datetime(2061, 5, 4, 3, 2, 1, tzinfo=UTC)
    assert read_seal(make_seal(key, CONTENT, late), CONTENT).signed_at == late


def test_no_flipped_bit_of_a_seal_is_accepted(key: SealKey) -> None:
    made = make_seal(key, CONTENT, NOW)
    for at in range(0, len(made), 3):
        with pytest.raises(Refused):
            read_seal(made[:at] + bytes([made[at] ^ (1 << at % 8)]) + made[at + 1 :], CONTENT)


@given(junk=st.binary(max_size=300))
def test_no_bytes_crash_the_reader_of_seals(junk: bytes) -> None:
    with pytest.raises(Refused):
        read_seal(junk, CONTENT)


class TestKeys:
    def test_kept_under_a_passphrase(self, key: SealKey) -> None:
        kept = save_seal_key(key, "mật khẩu của xã 😀")
        again = load_seal_key(kept, "mật khẩu của xã 😀")
        assert (again.certificate, again.spki) == (key.certificate, key.spki)
        assert read_seal(make_seal(again, CONTENT, NOW), CONTENT).spki == key.spki

    def test_openssl_opens_it_and_finds_600000_rounds_twice(self, key: SealKey, tmp_path: Path) -> None:
        path = tmp_path / "k.p12"
        path.write_bytes(save_seal_key(key, "mật khẩu"))
        command = ["openssl", "pkcs12", "-in", str(path), "-info", "-noout", "-passin"]
        told = subprocess.run([*command, "pass:mật khẩu"], capture_output=True, text=True, check=True).stderr
        assert "MAC: sha256, Iteration 600000" in told
        assert told.count("PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256") == 2
        assert subprocess.run([*command, "pass:khác"], capture_output=True, check=False).returncode != 0

    @pytest.mark.parametrize(
        ("damage", "passphrase", "code"),
        [
            (lambda d: d, "khác", "passphrase.wrong"),
            (lambda d: d, "", "passphrase.empty"),
            (lambda d: d[:-40], "x", "key.file_damaged"),
            (lambda d: b"", "x", "key.file_damaged"),
            (lambda d: b"\0" * (2 << 20), "x", "key.file_damaged"),
            (lambda d: d[:-4] + b"\x7f\xff\xff\xff", "x", "key.file_damaged"),  # would derive for hours
        ],
        ids=["other passphrase", "no passphrase", "cut", "empty", "too long", "rounds beyond measure"],
    )
    def test_a_file_that_does_not_open(self, damage: Any, passphrase: str, code: str, key: SealKey) -> None:
        with pytest.raises(AppError) as error:
            load_seal_key(damage(save_seal_key(key, "x")), passphrase)
        assert error.value.code == code

    @pytest.mark.parametrize("name", ["Xã Hòa Bình " * 30, "", "\0\x07\u202e", "a\ud800b", "O=x,CN=y\n+z", "Hoà"])
    def test_any_name_can_be_a_subject(self, name: str, tmp_path: Path) -> None:
        made = make_seal_key(name, name, Role.AUTHORITY)
        assert made.is_for(name, Role.AUTHORITY)
        assert not made.is_for(name + "9", Role.AUTHORITY) or len(name.encode(errors="ignore")) > 64
        assert not made.is_for(name, Role.AGENCY)
        (tmp_path / "k.pem").write_bytes(made.pem)
        command = ["openssl", "x509", "-in", str(tmp_path / "k.pem"), "-noout", "-dates", "-text"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert "notBefore=Jan  1 00:00:00 2020 GMT" in told
        assert "notAfter=Dec 31 23:59:59 9999 GMT" in told
        assert "P-256" in told

    def test_check_code_is_what_the_letter_prints(self) -> None:
        number = int(hashlib.sha256(b"spki").hexdigest(), 16) % 10**30
        assert check_code(b"spki").replace(" ", "") == str(number).zfill(30)
        assert [len(group) for group in check_code(b"spki").split(" ")] == [5] * 6

    def test_pem_of_a_certificate_and_of_a_key(self, key: SealKey) -> None:
        public = subprocess.run(
            ["openssl", "x509", "-noout", "-pubkey"], input=key.pem, capture_output=True, check=True
        ).stdout
        assert spki_of_pem(key.pem) == spki_of_pem(public) == key.spki
        for damaged in (b"", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", key.pem[:90]):
            with pytest.raises(AppError) as error:
                spki_of_pem(damaged)
            assert error.value.code == "key.pem_unreadable"
