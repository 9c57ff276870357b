"""What lies in the Linux packages: nothing too much, nothing too large, nothing whose terms are not told."""

import json
import re
import subprocess

import pytest

from app import VERSION
from tests.packages.linux.building import ROOT, archive, members, package, packages, unpacked

pytestmark = pytest.mark.packages

BILL = "thuocso.cdx.json"


def dpkg(*arguments: str) -> str:
    return subprocess.run(["dpkg-deb", *arguments], check=True, capture_output=True, text=True).stdout


def test_nothing_of_tests_or_tools_travels() -> None:
    forbidden = re.compile(
        r"(^|/)(tests?|scenes|hypothesis|pytest|_pytest|mypy|ruff|PyInstaller|pip|setuptools|tkinter)(/|-|\.)"
        r"|\.(py|ts|pyi|toml|lock)$|Qt6(Quick|Qml|OpenGL|Wayland)|dist-info/RECORD",
        re.IGNORECASE,
    )
    names = members().keys()
    assert {"thuocso", "thuocso-cli", "DOC-TRUOC.txt", BILL, "licences", "_internal"} == {
        name.partition("/")[0] for name in names if name
    }
    licences = {name for name in names if name.startswith("licences/")}
    assert [name for name in names - licences if forbidden.search(name)] == []
    assert "_internal/app/helpers/token.pyc" in names
    assert "_internal/shiboken6/files.dir/shibokensupport/signature/loader.pyc" in names, "compiled at every start"
    assert "_internal/resources/help/vi/01-bat-dau.md" in names


def test_sizes_fit_an_old_computer_and_a_small_stick() -> None:
    assert sum(one.size for one in members().values()) <= 190e6
    assert archive().stat().st_size <= 60e6
    assert package().stat().st_size <= 60e6


def test_every_entry_is_of_one_time_one_owner_and_one_of_two_modes() -> None:
    entries = [one for name, one in members().items()]
    assert {(one.uname, one.gname, one.uid, one.gid) for one in entries} == {("root", "root", 0, 0)}
    assert len({one.mtime for one in entries}) == 1
    assert {one.mode for one in entries} == {0o755, 0o644}
    names = [one.name for one in entries]
    assert names == sorted(names)


def test_no_file_names_the_folder_of_its_builder() -> None:
    here = re.compile(re.escape(str(ROOT).encode()) + rb"|build/linux/|localpycs|thuocso-linux-")
    told = [path for path in unpacked().rglob("*") if path.is_file() and here.search(path.read_bytes())]
    assert told == []


def test_every_library_is_inside_or_asked_of_the_system() -> None:
    inside = {name.rpartition("/")[2] for name in members()}
    depends = dpkg("--field", str(package()), "Depends")
    for path in sorted(unpacked().rglob("*.so*")):
        told = subprocess.run(["ldd", path], capture_output=True, text=True, check=False).stdout
        lost = set(re.findall(r"(\S+) => not found", told)) - inside
        assert lost == set(), path
    assert re.search(r"libc6 \(>= 2\.\d+\)", depends)
    assert {"libglib2.0-0t64 | libglib2.0-0", "libegl1"} <= set(depends.split(", "))


def test_the_program_knows_when_it_was_built() -> None:
    told = json.loads((unpacked() / "_internal" / "resources" / "build.json").read_text("utf-8"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["built"])
    assert re.fullmatch(r"[0-9a-f]{12}|", told["commit"])


def test_the_bill_of_materials_names_every_part() -> None:
    bill = json.loads((unpacked() / BILL).read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", bill["metadata"]["timestamp"])
    assert bill["metadata"]["component"]["version"] == VERSION
    parts = bill["components"]
    assert all(one["type"] and one["name"] and one["version"] and one["licenses"] and one["purl"] for one in parts)
    references = [one["bom-ref"] for one in parts]
    assert len(set(references)) == len(references)
    assert set(references) == set(bill["dependencies"][0]["dependsOn"])
    named = {one["name"] for one in parts}
    assert {"Python", "Qt", "ICU", "PySide6_Essentials", "peewee", "cryptography", "libsqlite3-0", "pyHanko"} <= named
    assert {"libssl3", "libssl3t64"} & named


def test_every_part_brings_the_text_of_its_licence() -> None:
    bill = json.loads((unpacked() / BILL).read_text("utf-8"))
    folder = unpacked() / "licences"
    for one in bill["components"]:
        place = folder / re.sub(r"[^A-Za-z0-9.+-]+", "-", f"{one['name']}-{one['version']}")
        assert any(path.stat().st_size > 100 for path in place.rglob("*") if path.is_file()), one["name"]
    told = (folder / "README.txt").read_text("utf-8")
    assert "LGPL-3.0" in told
    assert "libQt6" in told
    assert (folder / "thuoc-so.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert {"font-plex.txt", "font-liberation.txt", "icons.txt"} <= {path.name for path in folder.iterdir()}


def test_openssl_alone_checks_a_release() -> None:
    folder = packages()
    command = "openssl dgst -sha256 -verify release-key.pem -signature SHA256SUMS.sig SHA256SUMS"
    told = subprocess.run(command.split(), cwd=folder, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "Verified OK"
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, check=True, capture_output=True)
    named = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert {archive().name, package().name} <= named


def test_the_debian_package_is_at_home_on_a_desktop() -> None:
    fields = {name: dpkg("--field", str(package()), name).strip() for name in ("Package", "Version", "Architecture")}
    assert fields == {"Package": "thuocso", "Version": VERSION, "Architecture": "amd64"}
    names = {line.split(maxsplit=5)[5].split(" -> ")[0] for line in dpkg("--contents", str(package())).splitlines()}
    assert {
        "./usr/bin/thuocso",
        "./usr/bin/thuocso-cli",
        "./usr/share/applications/thuocso.desktop",
        "./usr/share/mime/packages/thuocso.xml",
        "./usr/share/icons/hicolor/48x48/apps/thuocso.png",
        "./usr/share/icons/hicolor/256x256/mimetypes/application-vnd.thuocso+zip.png",
        "./usr/share/doc/thuocso/copyright",
        "./usr/share/doc/thuocso/huong-dan",
        "./usr/share/man/vi/man1/thuocso.1.gz",
    } <= names


def test_the_menu_entry_is_valid() -> None:
    entry = ROOT / "packaging" / "linux" / "thuocso.desktop"
    told = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")
    assert "Name[vi]" in entry.read_text("utf-8") or "Name=Thước Số" in entry.read_text("utf-8")
