"""The Debian package laid out by dpkg: by the system itself where the tester may, in a folder of its own elsewhere."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import VERSION
from tests.packages.linux.building import ROOT, package
from tests.packages.linux.desktop import bare

pytestmark = pytest.mark.packages
HOME = "usr/lib/thuocso"
BUNDLE = ROOT / "tests" / "data" / "bundles" / "valid" / "a-campaign-of-two-sets.thuocso"


def apt(*arguments: str | Path) -> str:
    """apt-get without a question; `dpkg` alone would not fetch what the package depends on."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    command = ["apt-get", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the package's files lie from."""
    if os.geteuid() == 0:
        apt("install", package())
        yield Path("/")
        apt("remove", "thuocso")
        assert not Path("/", HOME).exists()
        assert not Path("/usr/bin/thuocso").is_symlink()
        return
    place = tmp_path_factory.mktemp("root")
    subprocess.run(["dpkg-deb", "--extract", package(), place], check=True)
    yield place


def test_both_commands_are_on_the_path_and_run(root: Path, tmp_path: Path) -> None:
    for name, words in (("thuocso-cli", f"thuocso-cli {VERSION}"), ("thuocso", "--data")):
        command = [root / "usr/bin" / name, "--version" if name == "thuocso-cli" else "--help"]
        told = subprocess.run(command, env=bare(tmp_path), capture_output=True, text=True, check=True).stdout
        assert words in told


def test_a_person_s_data_lie_in_the_person_s_own_folder(root: Path, tmp_path: Path) -> None:
    framework = root / HOME / "_internal/resources/frameworks/minh-hoa-xa.json"
    told = subprocess.run(
        [root / "usr/bin/thuocso-cli", "framework", "list"],
        env=bare(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert framework.exists()
    assert told.stderr == ""
    assert not list((root / HOME).rglob("*.sqlite"))


def test_the_desktop_finds_menu_entry_icon_type_and_help(root: Path) -> None:
    entry = root / "usr/share/applications/thuocso.desktop"
    told = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")
    assert (root / "usr/share/icons/hicolor/128x128/apps/thuocso.png").read_bytes().startswith(b"\x89PNG")
    assert 'pattern="*.thuocso"' in (root / "usr/share/mime/packages/thuocso.xml").read_text("utf-8")
    assert (root / "usr/share/doc/thuocso/huong-dan" / "01-bat-dau.md").exists()


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A person's environment on a desktop that has the package's files beside the system's own, and nothing older."""
    place = tmp_path_factory.mktemp("desktop")
    subprocess.run(["dpkg-deb", "--extract", package(), place], check=True)
    share = place / "usr" / "share"
    subprocess.run(["update-mime-database", share / "mime"], check=True)
    subprocess.run(["update-desktop-database", share / "applications"], check=True)
    return bare(
        place / "nhà",
        PATH="/usr/bin:/bin",
        LC_ALL="C.UTF-8",
        XDG_CURRENT_DESKTOP="GNOME",
        XDG_DATA_HOME=str(place / "nhà" / "dữ liệu"),
        XDG_DATA_DIRS=f"{share}:/usr/share",
    )


@pytest.mark.parametrize("name", ["x.thuocso", "Xã Hòa Bình (bản 2).thuocso"])
def test_the_desktop_knows_a_bundle_by_its_name_and_opens_it_with_the_program(
    desktop: dict[str, str], tmp_path: Path, name: str
) -> None:
    """What lies inside is a ZIP, which other programs open: the name counts for more."""

    def asked(*query: str | Path) -> str:
        command = ["xdg-mime", "query", *query]
        return subprocess.run(command, env=desktop, capture_output=True, text=True, check=True).stdout.strip()

    shutil.copyfile(BUNDLE, tmp_path / name)
    kind = asked("filetype", tmp_path / name)
    assert kind == "application/vnd.thuocso+zip"
    assert asked("default", kind) == "thuocso.desktop"


def test_the_files_are_the_ones_that_were_packed(root: Path) -> None:
    sums = subprocess.run(["dpkg-deb", "--info", package(), "md5sums"], capture_output=True, check=True).stdout
    checked = subprocess.run(["md5sum", "--check", "--quiet", "-"], cwd=root, input=sums, check=False)
    assert checked.returncode == 0
