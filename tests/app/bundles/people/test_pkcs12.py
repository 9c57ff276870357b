"""A PKCS#12 file opens with its password, as openssl makes it, and everything else is one sentence."""

import subprocess
import unicodedata
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import pkcs12 as written

from app.bundles.people import pkcs12
from app.bundles.people.signers import Mechanism
from app.errors import AppError
from tests.app.bundles.people import pki

PASSWORD = "mật khẩu của lãnh đạo"


def made(who: str, folder: Path, *options: str, password: str = PASSWORD) -> bytes:
    holder = pki.people()[who]
    key = holder.key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(key)
    (folder / "cert.pem").write_bytes(holder.cert.public_bytes(serialization.Encoding.PEM))
    (folder / "above.pem").write_bytes(pki.BETWEEN.cert.public_bytes(serialization.Encoding.PEM))
    command = "openssl pkcs12 -export -inkey key.pem -in cert.pem -certfile above.pem -out made.p12 -passout".split()
    subprocess.run([*command, f"pass:{password}", *options], cwd=folder, check=True)
    return (folder / "made.p12").read_bytes()


@pytest.mark.parametrize(("who", "mechanism"), [("leader", Mechanism.RSA_PSS), ("agency", Mechanism.ECDSA)])
@pytest.mark.parametrize("options", [(), ("-legacy",)])
def test_a_file_of_openssl_gives_key_certificate_and_chain(
    who: str, mechanism: Mechanism, options: tuple[str, ...], tmp_path: Path
) -> None:
    signer = pkcs12.open_file(made(who, tmp_path, *options), PASSWORD)
    assert signer.certificate == pki.people()[who].certificate
    assert signer.chain == (pki.BETWEEN.certificate,)
    assert signer.mechanism is mechanism
    assert signer.sign(b"x") != b"x"
    assert "key" not in repr(signer)


def test_a_file_closed_with_letters_taken_apart_opens(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", PASSWORD)
    data = made("agency", tmp_path, password=apart)
    assert pkcs12.open_file(data, apart).certificate == pki.people()["agency"].certificate
    assert pkcs12.open_file(data, PASSWORD).certificate == pki.people()["agency"].certificate


def test_a_file_without_a_password_opens_with_none(tmp_path: Path) -> None:
    holder = pki.people()["agency"]
    data = written.serialize_key_and_certificates(None, holder.key, holder.cert, None, serialization.NoEncryption())
    assert pkcs12.open_file(data, "").certificate == holder.certificate


def test_a_wrong_password_is_told_from_a_damaged_file(tmp_path: Path) -> None:
    data = made("agency", tmp_path)
    with pytest.raises(AppError, match=r"signer\.password_wrong"):
        pkcs12.open_file(data, "nhớ nhầm")
    with pytest.raises(AppError, match=r"signer\.password_wrong"):
        pkcs12.open_file(data, "")
    for damaged in (data[:-20], b"", b"-----BEGIN", pki.ROOT.certificate, data + b"\x00" * (1 << 20)):
        with pytest.raises(AppError, match=r"signer\.file_unreadable"):
            pkcs12.open_file(damaged, PASSWORD)


def test_a_file_without_its_key_or_with_a_kind_of_key_that_may_not_sign_is_refused() -> None:
    holder = pki.people()["agency"]
    alone = written.serialize_key_and_certificates(None, None, holder.cert, None, serialization.NoEncryption())
    with pytest.raises(AppError, match=r"signer\.no_key"):
        pkcs12.open_file(alone, "")
    other = ed25519.Ed25519PrivateKey.generate()
    odd = written.serialize_key_and_certificates(None, other, None, None, serialization.NoEncryption())
    with pytest.raises(AppError, match=r"signer\.(no_key|weak_key)"):
        pkcs12.open_file(odd, "")
