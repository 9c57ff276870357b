"""The file of a seal key, against the programs others open it with."""

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12

from app.bundles.keys import SealKey, load_seal_key, make_seal_key, save_seal_key
from app.bundles.manifest import Role
from app.errors import AppError

SECRET = "mật khẩu của xã 😀"


@pytest.fixture(scope="module")
def key() -> SealKey:
    return make_seal_key("26734", "Xã Hòa Bình", Role.AGENCY)


def test_another_program_finds_key_and_certificate_as_a_pair(key: SealKey, tmp_path: Path) -> None:
    kept = save_seal_key(key, SECRET)
    private_key, certificate, further = pkcs12.load_key_and_certificates(kept, SECRET.encode())
    assert isinstance(private_key, ec.EllipticCurvePrivateKey)
    assert private_key.private_numbers() == key.private_key.private_numbers()
    assert certificate is not None
    assert (certificate.public_bytes(Encoding.DER), further) == (key.certificate, [])
    path = tmp_path / "k.p12"
    path.write_bytes(kept)
    command = ["openssl", "pkcs12", "-in", str(path), "-nodes", "-passin", f"pass:{SECRET}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.count("friendlyName: seal") == 2
    identities = [line for line in told.splitlines() if "localKeyID" in line]
    assert len(identities) == 2
    assert len(set(identities)) == 1


@pytest.mark.parametrize(
    "how",
    [
        ["-keypbe", "AES-128-CBC", "-certpbe", "AES-128-CBC"],
        ["-macalg", "sha512"],
        ["-keypbe", "NONE", "-certpbe", "NONE"],
        ["-iter", "3000"],
    ],
    ids=["another cipher", "another MAC", "nothing encrypted", "the same form"],
)
def test_a_file_made_by_openssl_opens_whatever_its_form(how: list[str], key: SealKey, tmp_path: Path) -> None:
    pem = key.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "k.pem").write_bytes(pem + key.pem)
    command = ["openssl", "pkcs12", "-export", "-in", "k.pem", "-out", "k.p12", "-passout", f"pass:{SECRET}", *how]
    subprocess.run(command, cwd=tmp_path, check=True)
    made = (tmp_path / "k.p12").read_bytes()
    again = load_seal_key(made, SECRET)
    assert (again.certificate, again.spki) == (key.certificate, key.spki)
    with pytest.raises(AppError, match=r"passphrase\.wrong"):
        load_seal_key(made, "khác")


def test_a_changed_byte_anywhere_is_told(key: SealKey) -> None:
    kept = save_seal_key(key, SECRET)
    for at in range(0, len(kept), 61):
        with pytest.raises(AppError, match=r"passphrase\.wrong|key\.file_damaged"):
            load_seal_key(kept[:at] + bytes([kept[at] ^ 0x11]) + kept[at + 1 :], SECRET)
