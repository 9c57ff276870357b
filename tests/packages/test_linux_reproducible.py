"""Two builds of the same sources in different folders, under different masks, give the same files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packages.linux.building import ROOT, packages

pytestmark = pytest.mark.packages
TAKEN = ("app", "ui", "resources", "packaging", "LICENSE", "CHANGELOG.md", "pyproject.toml")
COLLECT = "from pathlib import Path; from building import linux; linux.collect(Path(r'{}'))"


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
    made = ROOT / "build" / "linux" / "venv"
    if made.exists():
        (place / "build" / "linux" / "venv").symlink_to(made)
    return place


def collected(place: Path, mask: str) -> Path:
    scratch = place / "build" / "linux"
    environment = {**os.environ, "PYTHONPATH": str(place / "packaging"), "SOURCE_DATE_EPOCH": "1750000000"}
    command = ["sh", "-c", f'umask {mask}; exec "$0" "$@"', sys.executable, "-c", COLLECT.format(scratch)]
    subprocess.run(command, cwd=place, env=environment, check=True, timeout=1_500)
    return scratch / "thuocso"


def test_two_builds_are_the_same_file_by_file(tmp_path: Path) -> None:
    packages()  # the environment of the locked wheels stands
    one = collected(checkout(tmp_path / "một"), "022")
    other = collected(checkout(tmp_path / "một thư mục khác và dài hơn"), "077")
    script = ROOT / "packaging" / "build.py"
    told = subprocess.run([sys.executable, script, "compare", one, other], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
    assert "byte for byte" in told.stdout
