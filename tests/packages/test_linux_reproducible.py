"""Two builds of the same sources in different folders, under different masks, give the same files and packages."""

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packages.linux.building import ROOT, packages

pytestmark = pytest.mark.packages
TAKEN = ("app", "ui", "resources", "packaging", "LICENSE", "CHANGELOG.md", "pyproject.toml")
BEGIN = "from pathlib import Path; from building import archives, linux; scratch = Path('build/linux').absolute(); "
COLLECT = BEGIN + "linux.collect(scratch)"
# Pressed less hard than for a release, which would take minutes: the bytes to be pressed are the same.
PACK = BEGIN + "archives.XZ[1]['preset'] = 0; linux.pack(scratch.parent, scratch, scratch / 'thuocso')"


def copied(place: Path) -> None:
    """The sources in a folder of their own, their times those of now."""
    place.mkdir(parents=True)
    for name in TAKEN:
        if (ROOT / name).is_dir():
            leave_out = shutil.ignore_patterns("__pycache__", ".mypy_cache")
            shutil.copytree(ROOT / name, place / name, ignore=leave_out, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(ROOT / name, place / name)


def checkout(place: Path) -> Path:
    """The sources in a folder of their own, with the environment of the locked wheels that was made before."""
    copied(place)
    (place / "build" / "linux").mkdir(parents=True)
    known = ROOT / "build" / "linux" / "venv"
    if known.exists():
        (place / "build" / "linux" / "venv").symlink_to(known)
    return place


def made(code: str, place: Path, mask: str) -> None:
    """A piece of the build, in a folder with sources and under a mask."""
    environment = {**os.environ, "PYTHONPATH": str(place / "packaging"), "SOURCE_DATE_EPOCH": "1750000000"}
    command = ["sh", "-c", f'umask {mask}; exec "$0" "$@"', sys.executable, "-c", code]
    subprocess.run(command, cwd=place, env=environment, check=True, timeout=1_500)


def test_two_builds_are_the_same_file_by_file_and_so_are_their_packages(tmp_path: Path) -> None:
    packages()  # the environment of the locked wheels stands
    one, other = checkout(tmp_path / "một"), checkout(tmp_path / "một thư mục khác và dài hơn")
    for place, mask in ((one, "022"), (other, "077")):
        made(COLLECT, place, mask)
        made(PACK, place, mask)
    script, folders = ROOT / "packaging" / "build.py", [place / "build" / "linux" / "thuocso" for place in (one, other)]
    told = subprocess.run([sys.executable, script, "compare", *folders], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
    assert "byte for byte" in told.stdout
    packed = sorted(path.name for path in (one / "build").iterdir() if path.is_file())
    assert [name.rpartition(".")[2] for name in packed] == ["xz", "json", "deb"]
    assert filecmp.cmpfiles(one / "build", other / "build", packed, shallow=False) == (packed, [], [])
