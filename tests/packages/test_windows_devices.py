"""Signing devices in the Windows package: its token child with drivers of our own making, Windows' store of wine."""

import os
import shutil
import struct
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

from app.errors import AppError
from app.helpers.child import Child
from tests.packages.wine.computer import HERE, Computer, compiled
from tests.packages.wine.interpreter import Interpreter
from tests.packages.wine.talking import child, shell

pytestmark = pytest.mark.packages

LIBRARY_32 = Path("/usr/share/nsis/Plugins/x86-unicode/System.dll")  # of makensis, which builds the installer
DEVICE_ERROR = 0x30


@pytest.fixture(scope="module")
def token(computer: Computer, carried: Path) -> Iterator[Child]:
    with child(computer, carried / "thuocso-cli.exe", "token") as started:
        yield started


@pytest.fixture(scope="module")
def driver(computer: Computer) -> Callable[..., str]:
    """Compiles a driver: what it answers at its beginning, how many devices it has."""

    def make(name: str, begins: int = 0, tokens: int = 0) -> str:
        made = compiled(computer.drive / name, HERE / "pkcs11.c", "-shared", f"-DBEGINS={begins}", f"-DTOKENS={tokens}")
        return computer.path(made)

    return make


# Drivers -----------------------------------------------------------------------------------------------------------


def test_a_reader_with_nothing_in_it_has_no_devices(token: Child, driver: Callable[..., str]) -> None:
    assert token.call("tokens", 90, module=driver("empty.dll")) == []


def test_a_device_is_read_as_its_driver_packs_it(token: Child, driver: Callable[..., str]) -> None:
    (found,) = token.call("tokens", 90, module=driver("full.dll", tokens=1))
    assert (found["label"], found["serial"], found["maker"]) == ("Nguyễn Văn Bảo", "0042", "Nobody")
    assert (found["pin"], found["asks_pin"], found["certificates"]) == ("low", True, [])


def test_a_driver_that_fails_is_named_with_its_answer(token: Child, driver: Callable[..., str]) -> None:
    with pytest.raises(AppError, match="driver_failed") as failed:
        token.call("tokens", 90, module=driver("failing.dll", DEVICE_ERROR))
    assert failed.value.details == {"reason": "DeviceError"}


def test_a_library_that_is_no_driver_is_named_and_the_child_lives_on(
    token: Child, computer: Computer, carried: Path
) -> None:
    before = token.pid
    with pytest.raises(AppError, match="driver_not_loaded") as refused:
        token.call("tokens", 90, module=computer.path(carried / "runtime" / "sqlite3.dll"))
    assert refused.value.details == {"file": "sqlite3.dll"}
    assert token.call("close", 30) is None
    assert token.pid == before


def test_the_shell_lists_drivers_in_windows_own_folder_and_a_32_bit_one_as_such(
    computer: Computer, carried: Path, driver: Callable[..., str]
) -> None:
    system = computer.drive / "windows"
    (system / "SysWOW64").mkdir(exist_ok=True)
    driver("windows/system32/viettel-ca_v6.dll", tokens=1)
    old = system / "SysWOW64" / "vnpt-ca_csp11.dll"
    old.write_bytes(LIBRARY_32.read_bytes() + b"C_GetFunctionList")
    try:
        listed = shell(computer, carried, "token", "list").drivers
        refused = shell(computer, carried, "token", "certificates", "--module", computer.path(old), code=1)
        nothing = carried / "runtime" / "sqlite3.dll"
        foreign = shell(computer, carried, "token", "certificates", "--module", computer.path(nothing), code=1)
    finally:
        (system / "system32" / "viettel-ca_v6.dll").unlink()
        shutil.rmtree(system / "SysWOW64")
    assert [(one["maker"], one["fit"]) for one in listed] == [("Viettel-CA", "fits"), ("VNPT-CA", "32bit")]
    assert refused.error["code"] == "token.driver_32bit"
    assert "vnpt-ca_csp11.dll" in refused.error["message"]
    assert foreign.error["code"] == "token.not_a_driver"


def test_without_a_device_the_shell_says_so_in_a_sentence(computer: Computer, carried: Path) -> None:
    assert shell(computer, carried, "token", "list").drivers == []


# Windows' own store --------------------------------------------------------------------------------------------------


def certified(name: str, serial: int) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(65537, 2048)
    whose = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(whose).issuer_name(whose).public_key(key.public_key())
    begins = datetime(2026, 1, 1)
    made = made.serial_number(serial).not_valid_before(begins).not_valid_after(begins + timedelta(days=9_999))
    return key, made.sign(key, hashes.SHA256())


def blob(key: rsa.RSAPrivateKey) -> bytes:
    """A PRIVATEKEYBLOB (Microsoft, "RSA/Schannel Key BLOBs"): every number begins with its smallest byte."""
    own = key.private_numbers()
    size = key.key_size // 8
    head = struct.pack("<BBHI4sII", 7, 2, 0, 0x2400, b"RSA2", key.key_size, own.public_numbers.e)
    halves = b"".join(number.to_bytes(size // 2, "little") for number in (own.p, own.q, own.dmp1, own.dmq1, own.iqmp))
    return head + own.public_numbers.n.to_bytes(size, "little") + halves + own.d.to_bytes(size, "little")


def test_the_store_is_read_and_its_key_signs(computer: Computer, interpreter: Interpreter, token: Child) -> None:
    assert token.call("store_certificates", 60) == []
    key, certificate = certified("Trần Thị Bình", 7)
    _, without_key = certified("Nơi cấp", 8)
    ders = [one.public_bytes(serialization.Encoding.DER) for one in (certificate, without_key)]
    for name, data in (("mine.der", ders[0]), ("mine.blob", blob(key)), ("other.der", ders[1])):
        (computer.drive / name).write_bytes(data)
    interpreter.script("keep_certificate.py", r"C:\mine.der", r"C:\mine.blob")
    interpreter.script("keep_certificate.py", r"C:\other.der")
    assert token.call("store_certificates", 60) == ders[:1]
    with pytest.raises(AppError, match=r"token\.removed"):
        token.call("store_open", 60, certificate=ders[1][:-1])
    assert token.call("store_open", 60, certificate=ders[0]) == "rsassa_pkcs1v15"
    noise = os.urandom(100)
    signature = token.call("store_sign", 60, certificate=ders[0], data=noise)
    key.public_key().verify(signature, noise, padding.PKCS1v15(), hashes.SHA256())
