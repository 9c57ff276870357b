"""A commune whose name is markup, a formula and a turned line at once goes through all pages, papers and commands.

Both walks run in a process of their own under an audit hook: whatever they ask of the network, of another program, or
of a file that is neither theirs nor the program's own is noted.
"""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.domain import text
from app.resources import FOLDER
from tests.journeys import looking
from tests.journeys.hostile import FORMULA, NAME, PLAIN
from tests.journeys.looking import TURNING
from ui.widgets.text import Label, set_tip

WAIT = 300
PAGES = {
    "nothing yet": ("start", "new_campaign", "settings", "help"),
    "answered": ("overview", "assessment", "evidence", "check", "submit", "result", "settings", "help"),
    "received": ("frameworks", "campaigns", "collecting", "appraising", "council", "ranking", "publication"),
    "published": ("overview", "ranking", "publication"),
}
ACTS = ("/AA", "/OpenAction", "/JavaScript", "/EmbeddedFiles", "/Launch", "/URI", "/A")


@dataclass(frozen=True)
class Walked:
    """What a walk told, and the folder it worked in."""

    folder: Path
    told: dict[str, Any]
    complaints: str

    def files(self, ending: str) -> Iterator[tuple[str, bytes]]:
        """Every file of that kind: those written, and those inside bundles."""
        for path in self.folder.rglob("*"):
            if path.suffix == ending:
                yield path.name, path.read_bytes()
            elif path.suffix == ".thuocso" and zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as bundle:
                    for name in bundle.namelist():
                        if name.endswith(ending) and not name.startswith("evidence"):
                            yield f"{path.name}/{name}", bundle.read(name)


def guarded_environment(passing: Path) -> dict[str, str]:
    """A child whose temporary files lie in `passing`, and which writes no bytecode beside the program."""
    told = {"PYTHONPATH": str(FOLDER.parent), "TMPDIR": str(passing), "PYTHONDONTWRITEBYTECODE": "1"}
    return {**os.environ, **told}


def walked(folder: Path, way: str) -> Walked:
    for name in ("tạm", "nhà"):
        (folder / name).mkdir()
    environment = {
        **guarded_environment(folder / "tạm"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder / "nhà"),
    }
    command = [sys.executable, "-m", "tests.journeys.hostile_walk", str(folder), way]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=WAIT, check=False)
    complaints = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, complaints
    return Walked(folder, json.loads(done.stdout), complaints)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    return walked(tmp_path_factory.mktemp("cửa sổ"), "window")


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    return walked(tmp_path_factory.mktemp("dòng lệnh"), "shell")


# What was asked of the computer --------------------------------------------------------------------------------------


def test_the_window_asks_for_nothing_but_its_own_files(window: Walked) -> None:
    assert window.told["accesses"] == []


def test_the_shell_asks_for_nothing_but_its_own_files(shell: Walked) -> None:
    assert shell.told["accesses"] == []


@pytest.mark.parametrize(
    ("act", "noted"),
    [
        ("socket.create_connection(('127.0.0.1', 9), timeout=0.1)", "socket."),
        ("open('/etc/hostname').read()", "open '/etc/hostname'"),
        ("open('//10.0.0.9/s/x.png').read()", "open '//10.0.0.9/s/x.png'"),
        ("(pathlib.Path(sys.prefix) / 'x').write_text('x')", "open "),
        ("subprocess.run(['true'])", "subprocess.Popen"),
        ("subprocess.run([sys.executable, '-P', '-m', 'app', '--version'], stdout=-3)", "subprocess.Popen"),
        ("os.listdir('/etc')", "os.listdir '/etc'"),
        ("sqlite3.connect('/etc/x.sqlite')", "sqlite3.connect '/etc/x.sqlite'"),
    ],
)
def test_the_guard_notes_what_it_is_there_for(tmp_path: Path, act: str, noted: str) -> None:
    script = (
        "import contextlib, os, pathlib, socket, sqlite3, subprocess, sys\n"
        "from tests.journeys.guarded import Guard\n"
        f"guard = Guard(pathlib.Path({str(tmp_path)!r}))\n"
        f"(pathlib.Path({str(tmp_path)!r}) / 'own').write_text('own')\n"
        "own = list(guard.seen)\n"
        f"with contextlib.suppress(OSError, sqlite3.Error):\n    {act}\n"
        f"pathlib.Path(sys.prefix, 'x').unlink(missing_ok=True)\n"
        "print(own, guard.seen)"
    )
    environment = guarded_environment(tmp_path)
    told = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True)
    assert told.stdout.startswith("[] [")
    assert noted in told.stdout


# What the window shows -----------------------------------------------------------------------------------------------


def test_no_page_takes_the_name_for_markup_or_turns_a_line(window: Walked) -> None:
    assert sorted(set(window.told["troubles"])) == []


def test_nothing_went_wrong_on_the_way(window: Walked) -> None:
    assert window.told["bugs"] == []
    assert "Traceback" not in window.complaints


def test_every_page_was_seen_and_shows_the_name_as_it_is(window: Walked) -> None:
    painted: dict[str, str] = window.told["painted"]
    for stage, pages in PAGES.items():
        for page in pages:
            assert painted[f"{stage}/{page}"].strip(), page
    named = {place for place, told in painted.items() if "<img src='//10.0.0.9" in told}
    assert named >= {
        "answered/overview", "answered/assessment", "answered/evidence", "published/overview", "received/campaigns",
        "received/collecting", "received/appraising", "before publication/ranking", "result/ranking", "menu 0",
        "menu of the person", "X1 chooses its name", "each file", "round",
    }  # fmt: skip


def test_looking_finds_what_it_is_there_for(qtbot) -> None:
    wrong = {
        "markup": QLabel(NAME),
        "tip": Label("x"),
        "escaped by half": Label("x"),
        "turned": QPushButton(NAME),
        "spoken": Label("x"),
    }
    wrong["tip"].setToolTip(NAME)
    wrong["escaped by half"].setToolTip(f"<p style='white-space: pre-wrap'>{NAME}</p>")
    wrong["spoken"].setAccessibleName(NAME)
    right = Label(NAME)
    set_tip(right, NAME)
    assert looking.troubles("x") == []
    for widget in (*wrong.values(), right):
        qtbot.addWidget(widget)
    right.show()
    assert right.textFormat() == Qt.TextFormat.PlainText
    assert looking.troubles("right") == []
    right.hide()
    for name, widget in wrong.items():
        widget.show()
        assert looking.troubles(name), name
        widget.hide()
    QApplication.closeAllWindows()


# Papers and sheets ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["window", "shell"])
def test_papers_hold_letters_alone(way: str, request: pytest.FixtureRequest) -> None:
    papers = dict(request.getfixturevalue(way).files(".pdf"))
    papers = {name: data for name, data in papers.items() if data.startswith(b"%PDF") and len(data) > 1000}
    assert len(papers) >= {"window": 11, "shell": 5}[way]
    for name, data in papers.items():
        with pikepdf.open(io.BytesIO(data)) as paper:
            assert not set(paper.Root.keys()) & set(ACTS), name
            assert list(paper.attachments) in ([], ["manifest.json"]), name  # the report of a bundle names it
            assert all(_is_empty_field(each) for page in paper.pages for each in page.get("/Annots", [])), name
            assert not [found for found in paper.objects if _is_picture(found)], name
        shown = _told_on(data)
        assert not TURNING.search(shown), name
        assert "R&D a<b =1+1 fdp" in " ".join(shown.split()), name


def _is_empty_field(found: pikepdf.Object) -> bool:
    """A place kept free for a signature: nothing in it, nothing that acts."""
    kinds = (found.get("/Subtype"), found.get("/FT"))
    return kinds == ("/Widget", "/Sig") and not {"/V", "/A", "/AA"} & set(found.keys())


def _is_picture(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"


def _told_on(data: bytes) -> str:
    paper = pypdfium2.PdfDocument(data)
    told = "\n".join(page.get_textpage().get_text_range() for page in paper)
    paper.close()
    return told


@pytest.mark.parametrize("way", ["window", "shell"])
def test_sheets_hold_no_formula_and_no_link(way: str, request: pytest.FixtureRequest) -> None:
    sheets = dict(request.getfixturevalue(way).files(".xlsx"))
    assert len(sheets) >= {"window": 8, "shell": 3}[way]
    for name, data in sheets.items():
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
        assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == [], name
        written = [cell for cell in cells if isinstance(cell.value, str)]
        assert not [cell.coordinate for cell in written if TURNING.search(cell.value)], name
        assert any("R&D a<b =1+1" in cell.value for cell in written), name
        parts = zipfile.ZipFile(io.BytesIO(data)).namelist()
        assert not [part for part in parts if "media" in part or "external" in part or "vba" in part.lower()], name


# The shell -----------------------------------------------------------------------------------------------------------


def test_the_shell_says_the_name_in_one_clean_line(shell: Walked) -> None:
    said = shell.told["said"]
    assert len(said) > 40
    assert "Traceback" not in shell.complaints
    for call in said:
        told, command = call["out"] + call["err"], (*call["command"], call["way"])
        assert call["code"] in (0, 1, 10), (command, told)
        if call["way"] == "json":
            json.loads(call["out"])
        else:
            assert text.clean_lines(told) == told, command
    named = {tuple(call["command"]) for call in said if PLAIN in call["out"]}
    assert {("campaign", "show"), ("assessment", "show"), ("collect", "status"), ("result", "show")} <= named


def test_data_stay_as_they_were_typed(shell: Walked) -> None:
    asked = (["collect", "status"], "json")
    told = [call["out"] for call in shell.told["said"] if (call["command"], call["way"]) == asked]
    assert [row["name"] for row in json.loads(told[0])["agencies"]][:2] == [NAME, FORMULA]
