"""The Linux package at work: in a folder with spaces and diacritics, in an empty environment, without a network."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import VERSION
from app.helpers.child import Child
from app.operations import folders
from app.operations.workspace import DATABASE
from tests.app.helpers.devices import MODULE, PIN, Device, Made
from tests.app.helpers.test_preview import pdf_of
from tests.packages.linux.building import ROOT, unpacked
from tests.packages.linux.desktop import bare, picture, screen, shell
from ui import theme
from ui.context import Context
from ui.main_window import MainWindow
from ui.preferences import stored
from ui.session import Session
from ui.switching import sample_folder

pytestmark = pytest.mark.packages
ALONE = ("unshare", "--map-root-user", "--net", "--")
PATIENCE = 120_000  # milliseconds
COLOURS = 600  # a page with text, bars and icons; an empty window has a handful


@cache
def home() -> Path:
    return unpacked().parent / "Nhà của chị Ngọc"


@cache
def demonstration() -> tuple[Path, Any]:
    """The whole demonstration, played in a network namespace that holds no interface but its own loopback, down."""
    folder = home() / "Diễn thử"
    done = shell(home(), "demo", "--out", folder, "--json", before=ALONE)
    assert (done.returncode, done.stderr) == (0, "")
    return folder, json.loads(done.stdout)


def test_the_namespace_of_the_demonstration_has_no_network() -> None:
    told = subprocess.run([*ALONE, "cat", "/proc/net/dev"], check=True, capture_output=True, text=True).stdout
    assert [line.split(":")[0].strip() for line in told.splitlines()[2:]] == ["lo"]
    lost = subprocess.run([*ALONE, "bash", "-c", "exec 3<>/dev/udp/192.0.2.1/9"], capture_output=True, check=False)
    assert lost.returncode != 0


def test_both_programs_tell_their_version_and_help() -> None:
    done = shell(home(), "--version")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, f"thuocso-cli {VERSION}", "")
    assert "Cách dùng" in shell(home(), "--help").stdout
    told = subprocess.run(
        [unpacked() / "thuocso", "--help"], env=bare(home()), capture_output=True, text=True, check=True
    )
    assert "--data" in told.stdout


def test_the_whole_demonstration_runs_without_a_network() -> None:
    folder, made = demonstration()
    assert made["agencies"] > 3
    assert Path(made["ranking_pdf"]).read_bytes().startswith(b"%PDF-")
    bundles = sorted((folder / "bundles").rglob("*.thuocso"))
    assert len(bundles) > made["agencies"]
    trust = [word for pem in sorted((folder / "trust").glob("*.pem")) for word in ("--trust", f"{pem.stem}={pem}")]
    done = shell(home(), "bundle", "verify", bundles[-1], *trust, "--json")
    assert done.returncode in (0, 10), done.stdout


def test_no_socket_of_a_network_is_ever_made(tmp_path: Path) -> None:
    told = tmp_path / "calls.txt"
    before = ("strace", "--follow-forks", "--trace=%network", "--output", str(told))
    done = shell(home(), "demo", "--small", "--out", tmp_path / "nhỏ", before=before)
    assert done.returncode == 0, done.stderr
    assert "exited with 0" in told.read_text()
    assert [line for line in told.read_text().splitlines() if "AF_INET" in line] == []


def helper(name: str, *environment: str) -> Child:
    return Child(name, environment=environment, command=[str(unpacked() / "thuocso-cli"), "--helper", name])


def test_the_window_s_and_the_shell_s_helper_picture_evidence(tmp_path: Path) -> None:
    path = tmp_path / "Quyết định số 12.pdf"
    path.write_bytes(pdf_of(2))
    for program in ("thuocso", "thuocso-cli"):
        with Child("preview", command=[str(unpacked() / program), "--helper", "preview"]) as child:
            told = child.call("picture", 60, path=str(path), kind="pdf", page=2, side=400)
        assert told["png"].startswith(b"\x89PNG")
        assert told["pages"] == 2


def test_a_helper_runs_on_the_package_s_own_python() -> None:
    with helper("preview") as child:
        child.call("facts", 60, path=str(ROOT / "LICENSE"), kind="txt")
        assert child.pid is not None
        maps = Path(f"/proc/{child.pid}/maps").read_text()
    assert str(unpacked() / "_internal" / "libpython3") in maps


def test_a_token_signs_in_the_package(tmp_path: Path) -> None:
    device = Device(tmp_path / "device")
    today = datetime.now(UTC)
    device.plug([Made(first=today - timedelta(days=9), last=today + timedelta(days=9))])
    settings = {"SOFTHSM2_CONF": str(device.conf)}
    listed = json.loads(shell(home(), "token", "list", "--json", environment=settings).stdout)
    assert {"path": str(MODULE), "maker": "SoftHSM", "fit": "fits"} in listed["drivers"]
    done = shell(home(), "token", "try", "--pin-stdin", "--json", environment=settings, input=PIN)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert (told["name"], told["mechanism"]) == ("Lê Văn Bình", "rsassa_pss")


def tabs_to(name: str, qtbot: Any, folder: Path) -> int:
    """How often Tab is pressed on the first page until the button of that name has the focus."""
    workspace = folders.open_workspace(folder)
    context = Context(workspace, stored(folder))
    window = MainWindow(context, ())
    qtbot.addWidget(window)
    Session(window).begin()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    count = 0
    while QApplication.focusWidget().objectName() != name:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        count += 1
        assert count < 100
    context.close()
    workspace.close()
    return count


def pressed(display: str, *keys: str) -> None:
    """Keys for the one window there; without a window manager nobody else gives it the focus."""
    to_it = ("search", "--onlyvisible", "--name", "Thước Số", "windowfocus", "--sync")
    command = ["xdotool", *to_it, "key", "--delay", "80", *keys]
    subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=True)


def drawn(display: str, differs_from: Any = None) -> Any:
    """The picture of a page full of text and colours, once it stands; another than the one given."""
    for _ in range(PATIENCE // 500):
        QTest.qWait(500)
        seen = picture(display)
        if len(seen.getcolors(1 << 20) or ()) > COLOURS and seen == picture(display) and seen != differs_from:
            return seen
    raise AssertionError("no page came")


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_the_sample_is_played_in_the_window_without_a_network(qapp: Any, qtbot: Any, tmp_path: Path) -> None:
    """From the first page by keys alone: the sample is made there, and every page of it can be seen."""
    theme.install(qapp, "light", 100)
    count, data = tabs_to("start-sample", qtbot, tmp_path / "đếm"), tmp_path / "Dữ liệu"
    with screen() as display:
        command = [*ALONE, unpacked() / "thuocso", "--data", data]
        with subprocess.Popen(command, env=bare(home(), DISPLAY=display, LANG="C.UTF-8")) as window:
            first = drawn(display)
            pressed(display, *["Tab"] * count, "Return")
            made = sample_folder(data) / DATABASE
            for _ in range(PATIENCE // 500):
                if made.is_file():
                    break
                QTest.qWait(500)
            seen = [first, drawn(display, first)]
            for number in range(1, 7):
                pressed(display, f"alt+{number}")
                QTest.qWait(1500)  # the first page stands already: its picture comes again
                seen.append(drawn(display))
            assert window.poll() is None
            window.terminate()
    for number, one in enumerate(seen):
        one.save(tmp_path / f"{number}.png")
    assert len({one.tobytes() for one in seen}) >= 7
    assert shell(home(), "--data", made.parent, "doctor").returncode == 0
    log = data / "thuocso.log"
    assert not log.exists() or "ERROR" not in log.read_text("utf-8")


@pytest.mark.parametrize(("before", "after"), [({}, "none"), ({"LD_LIBRARY_PATH_ORIG": "/opt/lib"}, "/opt/lib")])
def test_what_is_started_from_the_window_gets_the_person_s_own_libraries(
    before: dict[str, str], after: str, tmp_path: Path
) -> None:
    """A program opened from the package, such as a PDF reader, must not load the package's libraries."""
    code = "import os, surroundings; surroundings.restore(); print(os.environ.get('LD_LIBRARY_PATH', 'none'))"
    given = bare(tmp_path, LD_LIBRARY_PATH="/package", PYTHONPATH=str(ROOT / "packaging" / "linux"), **before)
    told = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == after


def test_the_window_shows_the_demonstration_s_authority(tmp_path: Path) -> None:
    folder, _made = demonstration()
    data = next(path.parent for path in sorted(folder.rglob("thuocso.sqlite")))
    with screen() as display:
        environment = bare(home(), DISPLAY=display, LANG="C.UTF-8")
        with subprocess.Popen([unpacked() / "thuocso", "--data", data], env=environment) as window:
            seen = drawn(display)
            seen.save(os.environ.get("THUOCSO_PICTURE") or tmp_path / "window.png")
            assert window.poll() is None
            window.terminate()
