"""The file of a seal key, against the programs others open it with."""

import subprocess
from pathlib import Path

import pytest
from asn1crypto import pkcs12 as pkcs12_form
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12

from app.bundles import key_file
from app.bundles.keys import MAX_KEY_FILE, SealKey, load_seal_key, make_seal_key, save_seal_key
from app.bundles.manifest import Role
from app.bundles.people.pkcs12 import open_file
from app.errors import AppError

SECRET = "mật khẩu của xã 😀"


@pytest.fixture(scope="module")
def key() -> SealKey:
    return make_seal_key("26734", "Xã Hòa Bình", Role.AGENCY)


def made_by_openssl(key: SealKey, folder: Path, *how: str) -> bytes:
    pem = key.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "k.pem").write_bytes(pem + key.pem)
    command = ["openssl", "pkcs12", "-export", "-in", "k.pem", "-out", "k.p12", "-passout", f"pass:{SECRET}", *how]
    subprocess.run(command, cwd=folder, check=True)
    return (folder / "k.p12").read_bytes()


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
    made = made_by_openssl(key, tmp_path, *how)
    again = load_seal_key(made, SECRET)
    assert (again.certificate, again.spki) == (key.certificate, key.spki)
    with pytest.raises(AppError, match=r"passphrase\.wrong"):
        load_seal_key(made, "khác")


OLD = ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"]


@pytest.mark.parametrize("mac", ["sha1", "sha256", "sha384", "sha512"])
@pytest.mark.parametrize("cipher", ["AES-128-CBC", "AES-192-CBC", "AES-256-CBC"])
def test_no_new_form_is_left_to_what_holds_everything_up(cipher: str, mac: str, key: SealKey, tmp_path: Path) -> None:
    made = made_by_openssl(key, tmp_path, "-keypbe", cipher, "-certpbe", cipher, "-macalg", mac, "-iter", "2500")
    found = key_file.opened(made, SECRET.encode())
    assert found is not None
    assert found[1] == (key.certificate,)
    assert key_file.opened(made, b"other") is None
    assert open_file(made, SECRET).certificate == key.certificate
    with pytest.raises(AppError, match=r"signer\.password_wrong"):
        open_file(made, "khác")


def test_an_old_form_opens_unless_it_asks_for_endless_work(key: SealKey, tmp_path: Path) -> None:
    made = made_by_openssl(key, tmp_path, *OLD)
    assert load_seal_key(made, SECRET).spki == key.spki
    assert open_file(made, SECRET).certificate == key.certificate
    pfx = pkcs12_form.Pfx.load(made)
    pfx["mac_data"]["iterations"] = 2_000_000_000
    endless = pfx.dump(force=True)
    with pytest.raises(AppError, match=r"key\.file_damaged"):
        load_seal_key(endless, SECRET)
    with pytest.raises(AppError, match=r"signer\.file_unreadable"):
        open_file(endless, SECRET)


def named_at_length(key: SealKey, letters: int) -> bytes:
    """The key as another program writes it, under a name of so many letters."""
    how = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1_000).hmac_hash(hashes.SHA256())
    how = how.key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
    certificate = x509.load_der_x509_certificate(key.certificate)
    name, secret = b"x" * letters, SECRET.encode()
    return pkcs12.serialize_key_and_certificates(name, key.private_key, certificate, None, how.build(secret))


def test_a_key_file_is_read_up_to_its_limit(key: SealKey) -> None:
    letters = (MAX_KEY_FILE - len(named_at_length(key, 0))) // 4 - 32  # each stands there twice, two bytes a time
    while len(beyond := named_at_length(key, letters + 1)) <= MAX_KEY_FILE:
        letters += 1
    at_limit = named_at_length(key, letters)
    assert MAX_KEY_FILE - 20 < len(at_limit) <= MAX_KEY_FILE < len(beyond)
    assert load_seal_key(at_limit, SECRET).spki == key.spki
    with pytest.raises(AppError, match=r"key\.file_damaged"):
        load_seal_key(beyond, SECRET)


def test_a_changed_byte_anywhere_is_told(key: SealKey) -> None:
    kept = save_seal_key(key, SECRET)
    for at in range(0, len(kept), 61):
        with pytest.raises(AppError, match=r"passphrase\.wrong|key\.file_damaged"):
            load_seal_key(kept[:at] + bytes([kept[at] ^ 0x11]) + kept[at + 1 :], SECRET)
