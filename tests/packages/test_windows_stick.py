"""The stick an authority prepares, made here with the real packages and plugged into the Windows computer."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.operations.authority.sticks import CAMPAIGN, CODE, INSTALLER, PORTABLE, SUMS
from tests.packages.wine.building import contents, installer, portable
from tests.packages.wine.computer import DISC, HARD, SHARE, STICK, Computer
from tests.packages.wine.interpreter import Interpreter
from tests.packages.wine.seeing import BUTTON, photographed, pictured
from tests.packages.wine.talking import begun, here, shell

pytestmark = pytest.mark.packages

TITLE = "Đánh giá chuyển đổi số năm 2026"
DATA, ANSWER = "DuLieu", "noi-luu-so-lieu.json"
ENTER = "13"  # VK_RETURN
OK = "1"  # IDOK, which the installer gives its main button


@pytest.fixture(scope="module")
def medium(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is on the stick: one folder, written by `campaign stick` on this machine."""
    place = tmp_path_factory.mktemp("stick")
    made = begun(place)
    data = ("--data", made.data)
    here("campaign", "export", "--to", place / "gửi", *data, "--passphrase-file", made.secret)
    out = place / "USB"
    here("campaign", "stick", "--out", out, "--installer", installer(), "--portable", portable(), *data)
    return out


@pytest.fixture(scope="module")
def folder(medium: Path) -> Path:
    (made,) = medium.iterdir()
    return made


@pytest.fixture(scope="module")
def on_stick(computer: Computer, medium: Path, folder: Path) -> str:
    """The folder as Windows names it on the stick E:."""
    computer.plug(e=(medium, STICK))
    computer.make_runnable(folder / PORTABLE)
    return f"E:\\{folder.name}"


def test_the_real_packages_lie_on_it(folder: Path) -> None:
    assert (folder / INSTALLER / installer().name).read_bytes() == installer().read_bytes()
    program = folder / PORTABLE
    assert {name.relative_to(program).as_posix() for name in program.rglob("*") if name.is_file()} == contents().keys()


def test_it_is_read_there_checksum_by_checksum_and_its_campaign_found(
    interpreter: Interpreter, folder: Path, on_stick: str
) -> None:
    told = interpreter.script("read_stick.py", on_stick, f"{on_stick}\\{PORTABLE}")
    assert told["wrong"] == []
    assert told["count"] == len((folder / SUMS).read_text("utf-8").splitlines()) > 1_000
    ((path, title, code),) = told["offers"]
    assert (path, title) == (f"{on_stick}\\{CAMPAIGN}", TITLE)
    assert code in (folder / CODE).read_text("utf-8-sig")


def test_a_damaged_file_on_it_is_found(interpreter: Interpreter, folder: Path, on_stick: str) -> None:
    page = folder / "1-DOC-TRUOC.html"
    sound = page.read_bytes()
    page.write_bytes(sound[:-1] + b"?")
    try:
        assert interpreter.script("read_stick.py", on_stick, f"{on_stick}\\{PORTABLE}")["wrong"] == [page.name]
    finally:
        page.write_bytes(sound)


def test_windows_tells_what_kind_of_drive_it_is(
    computer: Computer, interpreter: Interpreter, on_stick: str, tmp_path: Path
) -> None:
    computer.plug(h=(tmp_path, HARD), n=(tmp_path, SHARE), r=(tmp_path, DISC))
    told = interpreter.script("drives_of.py", "E:\\", "H:\\", "N:\\", "R:\\")
    kinds = {"E:\\": "stick", "H:\\": "local", "N:\\": "share", "R:\\": "stick"}
    assert told == {root: [kind, root == "R:\\"] for root, kind in kinds.items()}


# Carried about -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def moving(computer: Computer, folder: Path, on_stick: str) -> Iterator[Path]:
    """The portable copy with its campaign beside it, on another disk: D:, and G: on another day."""
    place = computer.folder / "ổ đĩa khác"
    shutil.copytree(folder / PORTABLE, place / "Phần mềm của xã" / PORTABLE)
    shutil.copy(folder / CAMPAIGN, place / "Phần mềm của xã")
    computer.plug(d=(place, HARD), g=(place, HARD))
    yield place
    shutil.rmtree(place)


def test_data_lie_beside_it_and_travel_to_another_letter(computer: Computer, moving: Path) -> None:
    beside = "Phần mềm của xã"
    program = f"D:\\{beside}\\{PORTABLE}"
    taken = shell(computer, program, "campaign", "import", f"D:\\{beside}\\{CAMPAIGN}", "--as", "X1")
    assert taken.part["name"] == "Xã Hòa Bình"
    assert shell(computer, program, "folder", "show").folder == f"{program}\\{DATA}"
    assert (moving / beside / PORTABLE / DATA / "thuocso.sqlite").is_file()
    program = f"G:\\{beside}\\{PORTABLE}"
    shown = shell(computer, program, "folder", "show")
    assert (shown.folder, shown.drive) == (f"{program}\\{DATA}", "local")
    assert [part["title"] for part in shell(computer, program, "campaign", "list").parts] == [TITLE]
    assert not (computer.local / "ThuocSo").exists()


def test_its_window_works_in_the_same_data(computer: Computer, moving: Path, tmp_path: Path) -> None:
    program = f"G:\\Phần mềm của xã\\{PORTABLE}\\thuocso.exe"
    with computer.window(program):
        photographed(computer, "windows-portable", tmp_path)
    log = (moving / "Phần mềm của xã" / PORTABLE / DATA / "thuocso.log").read_text("utf-8")
    assert "ERROR" not in log


def test_on_a_stick_the_window_asks_once_then_offers_the_campaign(
    computer: Computer, folder: Path, on_stick: str, tmp_path: Path
) -> None:
    """Enter twice: the data live on this computer, and the campaign that was found, which asks for the commune."""
    program = f"{on_stick}\\{PORTABLE}\\thuocso.exe"
    with computer.window(program):
        asked = photographed(computer, "windows-stick-question", tmp_path, fills=False, least=BUTTON)
        assert not (folder / PORTABLE / DATA).exists()
        computer.press("key", ENTER)
        offered = photographed(computer, "windows-stick-offer", tmp_path, after=asked, least=BUTTON)
        computer.press("key", ENTER)
        photographed(computer, "windows-stick-taking", tmp_path, after=offered, least=BUTTON)
    answer = json.loads((folder / PORTABLE / ANSWER).read_text("utf-8"))
    assert answer["folder"] == computer.path(computer.local / "ThuocSo")
    assert (computer.local / "ThuocSo" / "thuocso.sqlite").is_file()
    with computer.window(program):
        photographed(computer, "windows-stick-again", tmp_path)
    assert not (folder / PORTABLE / DATA).exists()


def test_the_installer_on_it_begins_with_the_campaign(
    computer: Computer, folder: Path, on_stick: str, tmp_path: Path
) -> None:
    """Language, folder, progress, end: the main button each time, as somebody would who reads nothing."""
    with computer.window(f"{on_stick}\\{INSTALLER}\\{installer().name}"):
        computer.read("Ngôn ngữ khi cài đặt")
        pictured(computer, "cai-dat-ngon-ngu", tmp_path)
        computer.press("button", OK)
        computer.read("không cần quyền quản trị")
        pictured(computer, "cai-dat-thu-muc", tmp_path)
        computer.press("button", OK)
        pictured(computer, "cai-dat-dang-chay", tmp_path, stands=False)
        computer.read("Đã cài xong Thước Số")
        pictured(computer, "cai-dat-xong", tmp_path)
        for _ in range(300):
            computer.press("button", OK, must=False)
            if computer.running("thuocso.exe"):
                break
    running = computer.running("thuocso.exe")
    computer.run("taskkill", "/F", "/IM", "thuocso.exe")
    assert computer.run(computer.installed / "uninstall.exe", "/S").returncode == 0
    computer.settle()
    ((started, given),) = running
    assert started.casefold() == computer.path(computer.installed / "thuocso.exe").casefold()
    assert given == f"{on_stick}\\{CAMPAIGN}"
