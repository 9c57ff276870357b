"""Where the PKCS#11 drivers of signing devices lie, and what a file is before anything of it is loaded.

Names as published by programs of Vietnamese providers and offices that list the drivers they try (tax, social
insurance and e-invoice signing plug-ins), and the guide of Tuyên Quang's centre for digital transformation (2023) for
the devices of Ban Cơ yếu Chính phủ, which are SafeNet or Bit4id. Most providers' devices come from EnterSafe (Feitian)
and carry the provider's name in the name of the file, hence the patterns. Not tried on devices of each provider.
"""

import os
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path

from app.errors import AppError

LARGEST = 128 * 2**20  # bytes; no driver is as large
_ENTRY = b"C_GetFunctionList"  # what every PKCS#11 driver gives out


@dataclass(frozen=True, slots=True)
class Driver:
    """The drivers of one maker or provider: file names in lower case, ``*`` for anything."""

    name: str
    windows: tuple[str, ...] = ()
    linux: tuple[str, ...] = ()


DRIVERS = (
    Driver("SafeNet eToken (VGCA)", ("etpkcs11.dll", "etoken.dll"), ("libetpkcs11.so*", "libetoken.so*")),
    Driver("Bit4id (VGCA)", ("bit4xpki.dll", "bit4ipki.dll"), ("libbit4xpki.so*", "libbit4ipki.so*")),
    Driver("Viettel-CA", ("viettel-ca*.dll",), ("*viettel-ca*.so*",)),
    Driver("VNPT-CA", ("vnpt-ca*.dll", "vnptca*.dll", "vdctdcsp11.dll"), ("*vnpt-ca*.so*", "*vnptca*.so*")),
    Driver("BkavCA", ("bkavca*.dll",), ("*bkavca*.so*",)),
    Driver("FPT-CA", ("fpt-ca*.dll", "fptca*.dll", "fpt_ca*.dll"), ("*fptca*.so*", "*fpt-ca*.so*")),
    Driver("NewCA", ("newtel-ca*.dll", "nca_*.dll", "newca*.dll"), ("*newtel-ca*.so*", "*newca*.so*")),
    Driver("CA2", ("ca2_*.dll", "ca2csp11*.dll"), ("*ca2_csp11*.so*",)),
    Driver("Vina-CA", ("vina-ca*.dll", "vinaca*.dll"), ()),
    Driver("SAFE-CA", ("safe-ca*.dll",), ()),
    Driver("CK-CA", ("ckca*.dll",), ()),
    Driver("FastCA", ("fca_v*.dll",), ()),
    Driver("I-CA", ("ica_csp11*.dll",), ()),
    Driver("NC-CA", ("ncca_csp11*.dll",), ()),
    Driver(
        "ePass",
        ("eps2003csp11*.dll", "shuttlecsp11_3003.dll", "ngp11v211.dll", "st3csp11.dll", "ost*_csp11.dll"),
        ("libcastle*.so*", "libeps2003csp11*.so*", "libshuttle_p11*.so*"),
    ),
    Driver("WatchData", ("wdpkcs*.dll", "wdsafe3.dll", "signaturep11.dll"), ("libwdpkcs*.so*",)),
    Driver("Thales IDPrime", ("idprimepkcs11*.dll", "gclib.dll"), ("libidprimepkcs11.so*", "libgclib.so*")),
    Driver("OpenSC", ("opensc-pkcs11.dll",), ("opensc-pkcs11.so",)),
    Driver("SoftHSM", ("softhsm2*.dll",), ("libsofthsm2.so",)),
    Driver("", ("*csp11*.dll", "*pkcs11*.dll", "*_p11*.dll"), ("*csp11*.so*", "*pkcs11*.so*")),
)
# Shells of Windows' own interface beside the driver, and modules that hold no device.
_NO_DEVICE = (
    *("*_s.dll", "*_csp.dll", "*_csp.*.dll", "onepin-opensc-*"),
    *("p11-kit-*", "gnome-keyring-pkcs11*", "libpkcs11-helper*", "libp11*", "pkcs11-spy*", "opensc-pkcs11-local*"),
)
_LINUX = (
    *("usr/lib", "usr/lib64", "usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/local/lib"),
    *("usr/local/lib64", "usr/lib/WatchData/ProxKey/lib"),
)
_BELOW = ("", "pkcs11", "softhsm", "opensc", "bit4id")
_REGISTERED = ("etc/pkcs11/modules", "usr/share/p11-kit/modules")
_WINDOWS = ("System32", "SysWOW64")
_PROGRAMS = ("OpenSC Project/OpenSC/pkcs11", "SoftHSM2/lib", "Bit4id/Universal MW", "HyperPKI")


class Fit(StrEnum):
    """Whether this program can load a driver."""

    FITS = "fits"
    BITS_32 = "32bit"  # a 64-bit program cannot load it
    FOREIGN = "foreign"  # no driver, or one for another system


@dataclass(frozen=True, slots=True)
class Module:
    """A driver on this computer: its file and the name of its maker ("" where the file's name tells nothing)."""

    path: Path
    name: str
    fit: Fit


def found(root: Path | None = None, *, windows: bool = sys.platform == "win32") -> tuple[Module, ...]:
    """Every driver in the usual places, those that fit first; `root` is another root of the file system, for tests.

    A 32-bit driver is left out where the same one is there for this program.
    """
    files = _windows_files(root) if windows else _linux_files(Path("/") if root is None else root)
    modules: dict[Path, Module] = {}
    for path, is_registered in files:
        name = _name_of(path, windows=windows, is_registered=is_registered)
        if name is not None:
            module = Module(path, name, fit(path, windows=windows))
            if module.fit is not Fit.FOREIGN:
                modules.setdefault(path.resolve(), module)
    fitting = {module.path.name.lower() for module in modules.values() if module.fit is Fit.FITS}
    told = [one for one in modules.values() if one.fit is Fit.FITS or one.path.name.lower() not in fitting]
    order = [driver.name for driver in DRIVERS]
    return tuple(sorted(told, key=lambda one: (one.fit is not Fit.FITS, order.index(one.name), str(one.path))))


def chosen(path: Path) -> Module:
    """A driver somebody chose. Raises `AppError` "token.not_a_driver" or "token.driver_32bit"."""
    for windows in (False, True):
        name = _name_of(path, windows=windows)
        if name:
            break
    module = Module(path, name or "", fit(path))
    check(module)
    return module


def check(module: Module) -> None:
    """Raises `AppError` "token.not_a_driver" or "token.driver_32bit" before anything is loaded."""
    if module.fit is Fit.BITS_32:
        raise AppError("token.driver_32bit", file=module.path.name)
    if module.fit is Fit.FOREIGN:
        raise AppError("token.not_a_driver", file=module.path.name)


def fit(path: Path, *, windows: bool = sys.platform == "win32") -> Fit:
    """Told by the file's header and the one name every driver gives out; nothing is loaded."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return Fit.FOREIGN
        data = path.read_bytes()
    except OSError:
        return Fit.FOREIGN
    bits = _pe_bits(data) if windows else _elf_bits(data)
    if bits is None or _ENTRY not in data:
        return Fit.FOREIGN
    return Fit.FITS if bits == 8 * struct.calcsize("P") else Fit.BITS_32 if bits == 32 else Fit.FOREIGN


def _elf_bits(data: bytes) -> int | None:
    """Byte 4 of an ELF file (System V ABI, "ELF Identification"): 1 is 32 bits, 2 is 64."""
    return {1: 32, 2: 64}.get(data[4]) if data[:4] == b"\x7fELF" and len(data) > 64 else None


def _pe_bits(data: bytes) -> int | None:
    """The machine of a PE file (Microsoft, "PE Format"): i386, or AMD64 and ARM64."""
    if data[:2] != b"MZ" or len(data) < 64:
        return None
    at = int.from_bytes(data[60:64], "little")
    if data[at : at + 4] != b"PE\0\0":
        return None
    return {0x14C: 32, 0x8664: 64, 0xAA64: 64}.get(int.from_bytes(data[at + 4 : at + 6], "little"))


def _name_of(path: Path, *, windows: bool, is_registered: bool = False) -> str | None:
    """The maker's name, "" for a driver of unknown make, None for what is none."""
    name = path.name.lower()
    if any(fnmatch(name, pattern) for pattern in _NO_DEVICE):
        return None
    for driver in DRIVERS:
        if any(fnmatch(name, pattern) for pattern in (driver.windows if windows else driver.linux)):
            return driver.name
    return "" if is_registered else None


def _linux_files(root: Path) -> Iterator[tuple[Path, bool]]:
    """Files that may be drivers, and whether somebody registered them as one."""
    for folder in _LINUX:
        for below in _BELOW:
            yield from ((path, False) for path in _files(root / folder / below))
    for folder in _REGISTERED:
        for listed in _files(root / folder):
            yield from ((path, True) for path in _registered(listed, root))


def _registered(listed: Path, root: Path) -> Iterator[Path]:
    """The driver a file of p11-kit names ("module: …", pkcs11.conf(5)), where it is written with its folder."""
    try:
        lines = listed.read_text("utf-8", "replace").splitlines() if listed.suffix == ".module" else []
    except OSError:
        return
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip() == "module" and value.strip().startswith("/"):
            yield root / value.strip().lstrip("/")


def _windows_files(root: Path | None) -> Iterator[tuple[Path, bool]]:
    system = root / "Windows" if root else Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
    programs = [root / "Program Files", root / "Program Files (x86)"] if root else list(_program_folders())
    folders = [*(system / name for name in _WINDOWS), *(one / name for one in programs for name in _PROGRAMS)]
    for folder in folders:
        yield from ((path, False) for path in _files(folder))


def _program_folders() -> Iterable[Path]:
    names = ("PROGRAMW6432", "PROGRAMFILES", "PROGRAMFILES(X86)")
    return dict.fromkeys(Path(os.environ[name]) for name in names if name in os.environ)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() != ".py")
    except OSError:
        return []
