"""Drivers found in the usual places and told by their headers; nothing here is loaded."""

import struct
from pathlib import Path

import pytest

from app.errors import AppError
from app.helpers import drivers
from app.helpers.drivers import DRIVERS, Fit


def elf(bits: int, entry: bytes = b"C_GetFunctionList") -> bytes:
    return b"\x7fELF" + bytes([{32: 1, 64: 2}[bits], 1, 1]) + bytes(80) + entry


def pe(machine: int, entry: bytes = b"C_GetFunctionList") -> bytes:
    return b"MZ" + bytes(58) + struct.pack("<I", 128) + bytes(64) + b"PE\0\0" + struct.pack("<H", machine) + entry


def put(root: Path, name: str, content: bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_drivers_are_found_on_linux_and_named(tmp_path: Path) -> None:
    put(tmp_path, "usr/lib/libeTPkcs11.so", elf(64))
    put(tmp_path, "usr/lib/bit4id/libbit4xpki.so", elf(64))
    put(tmp_path, "usr/lib/x86_64-linux-gnu/pkcs11/opensc-pkcs11.so", elf(64))
    put(tmp_path, "usr/lib/libcastle.so.1.0.0", elf(32))
    put(tmp_path, "usr/lib/libc.so.6", elf(64))
    put(tmp_path, "usr/lib/pkcs11/p11-kit-client.so", elf(64))
    put(tmp_path, "opt/ky-so/lib/ky-so.so", elf(64))
    put(tmp_path, "etc/pkcs11/modules/ky-so.module", b"module: /opt/ky-so/lib/ky-so.so\n")
    put(tmp_path, "etc/pkcs11/modules/trust.module", b"module: p11-kit-trust.so\n")
    found = drivers.found(tmp_path, windows=False)
    assert [(one.path.name, one.name, one.fit) for one in found] == [
        ("libeTPkcs11.so", "SafeNet eToken (VGCA)", Fit.FITS),
        ("libbit4xpki.so", "Bit4id (VGCA)", Fit.FITS),
        ("opensc-pkcs11.so", "OpenSC", Fit.FITS),
        ("ky-so.so", "", Fit.FITS),
        ("libcastle.so.1.0.0", "ePass", Fit.BITS_32),
    ]


def test_a_link_to_a_driver_is_the_same_driver(tmp_path: Path) -> None:
    real = put(tmp_path, "usr/lib/libeToken.so.10", elf(64))
    (tmp_path / "usr/lib/libeToken.so").symlink_to(real)
    assert len(drivers.found(tmp_path, windows=False)) == 1


def test_drivers_are_found_on_windows_and_named(tmp_path: Path) -> None:
    put(tmp_path, "Windows/System32/viettel-ca_v6.dll", pe(0x8664))
    put(tmp_path, "Windows/System32/viettel-ca_v6_s.dll", pe(0x8664))
    put(tmp_path, "Windows/SysWOW64/viettel-ca_v6.dll", pe(0x14C))
    put(tmp_path, "Windows/SysWOW64/vnptca_p11_v8.dll", pe(0x14C))
    put(tmp_path, "Windows/System32/xyz_csp11_v1.dll", pe(0x8664))
    put(tmp_path, "Windows/System32/kernel32.dll", pe(0x8664))
    put(tmp_path, "Windows/System32/BkavCA.dll", pe(0x8664, b"nothing"))
    put(tmp_path, "Program Files/OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll", pe(0x8664))
    found = drivers.found(tmp_path, windows=True)
    assert [(one.path.name, one.name, one.fit) for one in found] == [
        ("viettel-ca_v6.dll", "Viettel-CA", Fit.FITS),
        ("opensc-pkcs11.dll", "OpenSC", Fit.FITS),
        ("xyz_csp11_v1.dll", "", Fit.FITS),
        ("vnptca_p11_v8.dll", "VNPT-CA", Fit.BITS_32),
    ]


def test_a_chosen_32_bit_driver_is_named_before_it_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(AppError) as told:
        drivers.chosen(put(tmp_path, "libcastle.so.1.0.0", elf(32)))
    assert (told.value.code, told.value.details) == ("token.driver_32bit", {"file": "libcastle.so.1.0.0"})


@pytest.mark.parametrize("content", [elf(64, b"other"), pe(0x8664), b"\x7fELF", b""])
def test_what_is_no_driver_of_this_system_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(AppError) as told:
        drivers.chosen(put(tmp_path, "x.so", content))
    assert told.value.code == "token.not_a_driver"


def test_a_folder_and_a_missing_file_are_no_drivers(tmp_path: Path) -> None:
    assert drivers.fit(tmp_path) is Fit.FOREIGN
    assert drivers.fit(tmp_path / "none.so") is Fit.FOREIGN


def test_every_pattern_is_in_small_letters_and_belongs_to_one_maker() -> None:
    patterns = [pattern for driver in DRIVERS for pattern in (*driver.windows, *driver.linux)]
    assert [pattern for pattern in patterns if pattern != pattern.lower()] == []
    assert len(set(patterns)) == len(patterns)
