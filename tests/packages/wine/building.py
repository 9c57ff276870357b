"""The Windows packages under test, built once in a run; `THUOCSO_WINDOWS_PACKAGES` names a folder built before."""

import importlib
import os
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
GIVEN = "THUOCSO_WINDOWS_PACKAGES"


def packaging(name: str) -> ModuleType:
    """A module of packaging/, which is a folder of scripts."""
    if (folder := str(ROOT / "packaging")) not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


@cache
def packages() -> Path:
    """The folder with the installer, the portable zip and what belongs to them."""
    if given := os.environ.get(GIVEN):
        return Path(given)
    out = Path(tempfile.mkdtemp(prefix="thuocso-windows-"))
    build(ROOT, out)
    return out


def build(checkout: Path, out: Path, *arguments: str) -> None:
    """What a person types."""
    script = checkout / "packaging" / "build.py"
    subprocess.run([sys.executable, script, "windows", "--out", out, *arguments], check=True, timeout=3_000)


def installer() -> Path:
    (found,) = packages().glob("ThuocSo-*-setup.exe")
    return found


def portable() -> Path:
    (found,) = packages().glob("ThuocSo-*-portable.zip")
    return found


@cache
def contents() -> dict[str, bytes]:
    """{path: bytes} of the portable folder, without its leading folder."""
    with zipfile.ZipFile(portable()) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
