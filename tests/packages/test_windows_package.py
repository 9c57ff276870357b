"""What lies in the Windows packages, as far as it can be read without Windows."""

import importlib
import json
import os
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app import VERSION
from tests.packages.test_linux_reproducible import copied
from tests.packages.wine.building import ROOT, contents, installer, packages, portable

pytestmark = pytest.mark.packages

PROGRAMS = ("thuocso.exe", "thuocso-cli.exe")
sys.path.append(str(ROOT / "packaging"))
python = importlib.import_module("building.windows_python")
wheels = importlib.import_module("building.windows_wheels")
setup = importlib.import_module("building.windows_installer")
inputs = importlib.import_module("building.inputs")
tree = importlib.import_module("building.tree")
machine = importlib.import_module("machine")


def test_the_portable_folder_holds_both_programs_and_says_that_it_is_portable() -> None:
    names = contents().keys()
    assert {*PROGRAMS, "thuocso-portable.txt", "thuocso.cdx.json"} <= names
    assert {name.partition("/")[0] for name in names if "/" in name} == {"runtime", "licences"}
    with zipfile.ZipFile(portable()) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {f"ThuocSo-{VERSION}-portable"}


def test_nothing_of_tests_tools_or_wine_travels() -> None:
    forbidden = re.compile(
        r"(^|/)(tests?|scenes|hypothesis|pytest|_pytest|mypy|ruff|PyInstaller|pip|setuptools|tkinter)(/|-|\.)"
        r"|(^|/)(icuuc|mscms|bcryptprimitives|opengl32sw)\.dll$|\.(py|ts|pyi|lib|h)$|Qt6(Quick|Qml)|_wmi\.pyd$",
        re.IGNORECASE,
    )
    assert [name for name in contents() if forbidden.search(name)] == []


def test_sizes_fit_an_old_computer_and_a_small_stick() -> None:
    assert sum(map(len, contents().values())) <= 190e6
    assert installer().stat().st_size <= 60e6


@pytest.mark.parametrize(("program", "subsystem"), [("thuocso.exe", 2), ("thuocso-cli.exe", 3)])
def test_a_program_is_64_bit_without_a_time_and_tells_what_it_is(program: str, subsystem: int) -> None:
    data = contents()[program]
    header = struct.unpack_from("<I", data, 0x3C)[0]
    machine_kind, _sections, stamp = struct.unpack_from("<HHI", data, header + 4)
    assert (data[header : header + 4], machine_kind, stamp) == (b"PE\0\0", 0x8664, 0)
    assert struct.unpack_from("<H", data, header + 24 + 68)[0] == subsystem  # 2: windows, 3: console
    for words in ("Thước Số", VERSION, program):
        assert words.encode("utf-16-le") in data
    for setting in (b"longPathAware", b"PerMonitorV2", b'level="asInvoker"', b"{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"):
        assert setting in data


def test_the_installer_asks_for_no_rights() -> None:
    assert re.findall(rb'requestedExecutionLevel level="(\w+)"', installer().read_bytes()) == [b"asInvoker"]


def test_modules_are_bytecode_that_asks_no_clock_and_names_no_folder_of_the_builder() -> None:
    modules = {name: data for name, data in contents().items() if name.endswith(".pyc")}
    assert {"runtime/window.pyc", "runtime/shell.pyc", "runtime/lib/app/cli/main.pyc"} <= modules.keys()
    kinds = {struct.unpack_from("<HHI", data) for data in modules.values()}
    assert kinds == {(3571, 0x0A0D, 1)}  # Python 3.13, trusted by its hash without a look at a source
    assert [name for name, data in modules.items() if str(ROOT).encode() in data] == []


def test_what_the_program_reads_lies_where_it_looks() -> None:
    shipped = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in (".ts", ".py", ".pyc")
    }
    here = {name.removeprefix("runtime/lib/") for name in contents() if name.startswith("runtime/lib/resources/")}
    assert here == shipped | {"resources/build.json"}  # of what it was built


def test_the_bill_of_materials_names_every_wheel_and_its_licence_lies_there() -> None:
    bill = json.loads(contents()["thuocso.cdx.json"])
    listed = {part["purl"].partition("?")[0] for part in bill["components"]}
    locked = {line.split()[0] for line in wheels.chosen(python.setting()["version"])}
    assert {f"pkg:pypi/{name.replace('==', '@')}" for name in locked} <= listed
    assert {"Python", "Qt", "OpenSSL", "SQLite", "libffi", "nsis-common"} <= {one["name"] for one in bill["components"]}
    folders = {name.split("/")[1] for name in contents() if name.startswith("licences/") and name.count("/") > 1}
    assert len(folders) == len(bill["components"])


def test_windows_markers_of_the_lock_are_decided_for_windows() -> None:
    lines = wheels.chosen("3.13.2")
    names = {line.split("==")[0] for line in lines}
    assert "tzdata" in names
    assert "setuptools" not in names
    assert all("--hash=sha256:" in line and ";" not in line for line in lines)


def test_another_python_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    pinned = python.setting()
    given = tmp_path / "embed.zip"
    with zipfile.ZipFile(given, "w") as archive:
        archive.writestr("python313.dll", b"another")
    with pytest.raises(machine.Stop, match=re.escape(pinned["version"])):
        python.files(given, tmp_path)


def test_the_digest_of_the_python_is_of_its_files_whatever_zip_they_come_in(tmp_path: Path) -> None:
    files = {"python313.dll": b"library", "LICENSE.txt": b"words"}
    seen = set()
    for prefix, order in (("", sorted(files)), ("cp313/", sorted(files, reverse=True))):
        path = tmp_path / "embed.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in order:
                archive.writestr(prefix + name, files[name])
        seen.add(python.content_digest(python._unpacked(path.read_bytes())))
    assert len(seen) == 1


def test_two_whole_builds_give_the_same_installer_and_the_same_portable_folder(tmp_path: Path) -> None:
    """In another folder, with other times and under another mask; everything is made anew but the locked wheels."""
    place, out = tmp_path / "một thư mục khác và dài hơn", tmp_path / "ra"
    copied(place)
    for name in (".git", ".venv"):  # the same commit, the same wheels
        (place / name).symlink_to(ROOT / name)
    command = ["sh", "-c", 'umask 077; exec "$0" "$@"', sys.executable, place / "packaging" / "build.py"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(inputs.epoch())}
    subprocess.run([*command, "windows", "--out", out], env=environment, check=True, timeout=3_000)
    names = [path.name for path in packages().glob("ThuocSo-*") if path.suffix in (".exe", ".zip", ".json")]
    assert len(names) == 3
    assert {name: tree.sha256(out / name) for name in names} == {name: tree.sha256(packages() / name) for name in names}


def test_the_installer_for_any_windows_is_a_32_bit_program(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.mkdir()
    (program / "thuocso.exe").write_bytes(contents()["thuocso.exe"])
    kinds = {setup.NATIVE: 0x8664, setup.ANY: 0x014C}
    for stub, kind in kinds.items():
        setup.build(tmp_path / "setup.exe", program, tmp_path / "scratch", stub)
        data = (tmp_path / "setup.exe").read_bytes()
        assert struct.unpack_from("<H", data, struct.unpack_from("<I", data, 0x3C)[0] + 4)[0] == kind


def test_checksums_name_the_installer_and_the_portable_copy() -> None:
    told = (packages() / "SHA256SUMS").read_text("utf-8")
    assert installer().name in told
    assert portable().name in told
