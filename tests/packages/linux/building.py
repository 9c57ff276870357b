"""The Linux packages under test, built once in a run; `THUOCSO_LINUX_PACKAGES` names a folder built before."""

import os
import subprocess
import sys
import tarfile
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
GIVEN = "THUOCSO_LINUX_PACKAGES"


@cache
def packages() -> Path:
    """The folder with both packages, the bill of materials and the signed checksums."""
    if given := os.environ.get(GIVEN):
        return Path(given)
    out = Path(tempfile.mkdtemp(prefix="thuocso-linux-"))
    key = Path(tempfile.mkdtemp(prefix="thuocso-key-")) / "release.pem"
    command = [sys.executable, ROOT / "packaging" / "build.py"]
    subprocess.run([*command, "release-key", key], check=True, timeout=60)
    subprocess.run([*command, "linux", "--out", out, "--key", key], check=True, timeout=3_000)
    return out


def archive() -> Path:
    (found,) = packages().glob("ThuocSo-*-linux-x86_64.tar.xz")
    return found


def package() -> Path:
    (found,) = packages().glob("thuocso_*_amd64.deb")
    return found


@cache
def unpacked() -> Path:
    """The program as a person has it, in a folder with spaces and Vietnamese letters."""
    place = Path(tempfile.mkdtemp(prefix="thuocso-")) / "Máy của chị Nguyễn Thị Ngọc" / "Phần mềm"
    place.mkdir(parents=True)
    subprocess.run(["tar", "--extract", "--file", archive(), "--directory", place], check=True)
    (found,) = place.iterdir()
    return found


@cache
def members() -> dict[str, tarfile.TarInfo]:
    """The files of the archive, without its leading folder."""
    with tarfile.open(archive()) as opened:
        return {one.name.partition("/")[2]: one for one in opened.getmembers()}
