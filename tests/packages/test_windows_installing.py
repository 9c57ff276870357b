"""The installer over an earlier version and somebody's work, an earlier one over it, and what of it Windows keeps."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import VERSION
from app.operations.workspace import BACKUPS, DATABASE
from tests.app.operations.older import SCHEMAS, data_of, every_byte, rows
from tests.packages.wine.building import ROOT, contents, installer, packaging
from tests.packages.wine.computer import Computer
from tests.packages.wine.seeing import pictured
from tests.packages.wine.talking import here, shell

pytestmark = pytest.mark.packages

OLDER, RELEASED = "0.3.9", "0.3"
MARKER = "thuocso-portable.txt"
LEFT_SINCE = ("runtime/lib/app/old_module.pyc", "runtime/lib/old_library/old.dll", "licences/old-1.0/LICENSE.txt")
NEWER_THERE = 6
OK, NO = "1", "7"  # IDOK, IDNO
UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\ThuocSo"


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An earlier installer: the same program, but that it calls itself so and brings files that have left since."""
    place = tmp_path_factory.mktemp("older")
    runtime = place / "program" / "runtime"
    for name, data in [*contents().items(), *((name, b"of an earlier version") for name in LEFT_SINCE)]:
        path = place / "program" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (place / "program" / MARKER).unlink()
    source = (ROOT / "app" / "__init__.py").read_text("utf-8")
    (runtime / "lib" / "app" / "__init__.py").write_text(source.replace(VERSION, OLDER), "utf-8")
    windows_python = packaging("building.windows_python")
    version = windows_python.setting()["version"]
    python = windows_python.files("", ROOT / "build" / "windows" / "downloads")
    packaging("building.windows_collect").compile_modules(runtime, version, python)
    made = place / f"ThuocSo-{OLDER}-setup.exe"
    build = packaging("building.windows_installer").build
    build(made, place / "program", place / "scratch", version=OLDER, quick=True)
    return made


@pytest.fixture(scope="module")
def machine_before(computer: Computer) -> set[str]:
    return of_the_machine(computer)


@pytest.fixture(scope="module")
def worked(computer: Computer, older: Path, machine_before: set[str]) -> Iterator[Path]:
    """The earlier program installed there, and the data folder in which a commune worked with it."""
    folder = computer.local / "ThuocSo"
    assert computer.run(older, "/S", timeout=900).returncode == 0
    assert {name for name in LEFT_SINCE if (computer.installed / name).is_file()} == set(LEFT_SINCE)
    assert told_version(computer) == OLDER
    yield data_of(RELEASED, folder)
    assert computer.run(computer.installed / "uninstall.exe", "/S").returncode == 0
    computer.settle()
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def upgraded(computer: Computer, worked: Path) -> Path:
    """The same after this installer ran over it, silently."""
    before = every_byte(worked)
    assert computer.run(installer(), "/S", timeout=900).returncode == 0
    assert every_byte(worked) == before
    return worked


def of_the_machine(computer: Computer) -> set[str]:
    """What is not one person's own: every value of the machine's programs, every file outside of `users`."""
    computer.settle()  # the server writes its file when it ends
    found, section = set(), ""
    for line in (computer.drive.parent / "system.reg").read_text("utf-8", "replace").splitlines():
        if line.startswith("["):
            section = line.partition("]")[0]
        elif section.startswith("[Software") and line and not line.startswith("#time"):
            found.add(f"{section}] {line}")
    files = (path.relative_to(computer.drive) for path in computer.drive.rglob("*"))
    return found | {str(path) for path in files if path.parts[0] != "users"}


def told_version(computer: Computer) -> str:
    told = computer.run(computer.installed / "thuocso-cli.exe", "--version")
    return told.stdout.strip().removeprefix("thuocso-cli ")


def test_of_an_earlier_program_nothing_stays(computer: Computer, upgraded: Path) -> None:
    program = computer.installed
    lie_there = {path.relative_to(program).as_posix() for path in program.rglob("*") if path.is_file()}
    assert lie_there == contents().keys() - {MARKER} | {"uninstall.exe"}
    assert not (program / "licences" / "old-1.0").exists()
    assert not (program / "runtime.old").exists()
    assert told_version(computer) == VERSION
    assert computer.registry(UNINSTALL, "DisplayVersion") == VERSION


def test_nothing_was_written_that_is_not_this_person_s_own(
    computer: Computer, machine_before: set[str], upgraded: Path
) -> None:
    changed = of_the_machine(computer) ^ machine_before
    assert sorted(changed) == []


def test_the_first_start_finds_the_work_and_keeps_a_copy_of_what_was_there(
    computer: Computer, upgraded: Path, tmp_path: Path
) -> None:
    before = rows(data_of(RELEASED, tmp_path / "bản cũ") / DATABASE)
    told = shell(computer, computer.installed, "folder", "show").upgraded
    assert (told["before"], told["after"], told["can_go_back"]) == (RELEASED, VERSION, True)
    (copy,) = (upgraded / BACKUPS).glob(f"before-upgrade-{SCHEMAS[RELEASED]}-*.sqlite")
    assert rows(copy) == before
    shown = shell(computer, computer.installed, "assessment", "show")
    assert shown.score == here("assessment", "show", "--data", tmp_path / "bản cũ").score


def test_an_earlier_installer_leaves_a_newer_program_alone(
    computer: Computer, older: Path, upgraded: Path, tmp_path: Path
) -> None:
    """Silently it says so by its exit code; in front of a person it asks, and No is the answer that is ready."""
    before = every_byte(computer.installed), every_byte(upgraded)
    assert computer.run(older, "/S", timeout=900).returncode == NEWER_THERE
    with computer.window(older) as setup:
        computer.read("Language of the installation")
        computer.press("button", OK)
        said = computer.read("mới hơn")
        pictured(computer, "windows-newer", tmp_path)
        computer.press("button", NO)
        assert setup.wait(120) == NEWER_THERE
    assert f"Máy này đã có Thước Số {VERSION}, mới hơn bản {OLDER} sắp cài." in said
    assert f"Thước Số {VERSION} is installed here, newer than the version {OLDER} of this installer." in said
    assert (every_byte(computer.installed), every_byte(upgraded)) == before
    assert computer.registry(UNINSTALL, "DisplayVersion") == VERSION
