"""The seal against openssl, and every CMS that openssl would take and a careful reader must not."""

import hashlib
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key
from hypothesis import given
from hypothesis import strategies as st

from app.bundles.keys import SealKey, check_code, load_seal_key, make_seal_key, save_seal_key, spki_of_pem
from app.bundles.manifest import Role
from app.bundles.refusal import Refused
from app.bundles.signing import make_seal, read_seal
from app.errors import AppError
from tests.app.bundles.cms_faults import REFUSED, Forger, certified, curve_key
from tests.app.bundles.forging import HOSTILE, NOW
from tests.architecture.project import ROOT

CONTENT = "<asic:ASiCManifest>nội dung</asic:ASiCManifest>".encode()


@pytest.fixture(scope="module")
def key() -> SealKey:
    return make_seal_key("26734", HOSTILE, Role.AGENCY)


def rsa_key(bits: int) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, bits)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    make, code = REFUSED[name]
    with pytest.raises(Refused) as refused:
        read_seal(make(CONTENT), CONTENT)
    assert refused.value.code == code, refused.value


@pytest.mark.parametrize("digest", ["sha256", "sha1"])
def test_a_short_key_is_weak(digest: str) -> None:
    with pytest.raises(Refused) as refused:
        read_seal(Forger(CONTENT, rsa_key(1024), digest).dump(), CONTENT)
    assert refused.value.code == "seal.weak"


class FakeKey:
    """A private RSA key of any size that nobody waited for: its modulus is told, its signature is made up."""

    def __init__(self, bits: int) -> None:
        self.bits = bits

    def public_key(self) -> rsa.RSAPublicKey:
        return rsa.RSAPublicNumbers(65_537, (1 << self.bits) - 1).public_key()

    def sign(self, *_: object) -> bytes:
        return bytes(self.bits // 8)


@pytest.mark.parametrize(
    ("bits", "code"),
    [(2047, "seal.weak"), (2048, "seal.broken"), (8192, "seal.broken"), (8193, "seal.weak"), (16_384, "seal.weak")],
)
def test_the_size_of_an_rsa_key_is_judged_before_its_signature(bits: int, code: str) -> None:
    fake = FakeKey(bits)
    with pytest.raises(Refused) as refused:
        read_seal(Forger(CONTENT, fake, certificate=certified(fake, curve_key())).dump(), CONTENT)
    assert refused.value.code == code


def test_the_longest_rsa_key_seals() -> None:
    """A seal over `CONTENT` that `Forger` made once with a key of `openssl genrsa 8192`, which takes half a minute."""
    seal = read_seal((ROOT / "tests" / "data" / "seals" / "rsa-8192.p7s").read_bytes(), CONTENT)
    assert seal.signed_at == NOW
    assert load_der_public_key(seal.spki).key_size == 8192  # type: ignore[union-attr]


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
@pytest.mark.parametrize("make", ["P-256", "P-384", "RSA", "RSA-PSS"])
def test_every_allowed_algorithm(make: str, digest: str) -> None:
    keys = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1()}
    forger = Forger(CONTENT, ec.generate_private_key(keys[make]) if make in keys else rsa_key(2048), digest)
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

    def test_openssl_opens_it_and_finds_600000_rounds_twice(
        self, key: SealKey, tmp_path: Path, shipped_rounds: int
    ) -> None:
        assert shipped_rounds == 600_000
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
