"""The way in: languages, exit codes, streams, common options, the last word of a bug."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.commands import COMMANDS
from app.cli.main import main
from tests.app.cli.calling import HOSTILE, ROOT, shell


def test_help_speaks_vietnamese_and_english() -> None:
    vietnamese, english = shell("--help"), shell("--help", "--lang", "en")
    assert (vietnamese.code, english.code) == (0, 0)
    assert "Cách dùng" in vietnamese.out
    assert "bộ chỉ số" in vietnamese.out
    assert "Usage" in english.out
    assert "bộ chỉ số" not in english.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_has_its_help(command: object, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.name.split(), "--help", "--lang", language]) == 0  # type: ignore[attr-defined]
    told = capsys.readouterr().out
    assert command.help[language == "en"].split(":")[0] in " ".join(told.split())  # type: ignore[attr-defined]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom app.cli.main import main\nmain(['--help'])\n"
        "heavy = {'reportlab', 'openpyxl', 'pikepdf', 'cryptography', 'peewee', 'PIL'} & set(sys.modules)\n"
        "sys.exit(len(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["framework"],
        ["khong-co"],
        ["framework", "show"],
        ["score", "--framework", "x"],
        ["framework", "list", "thừa"],
        ["appraisal", "set", "A", "1", "maybe"],
        ["schema", "output", "không có lệnh này"],
        ["bundle", "verify", "x", "--at", "hôm qua"],
        ["bundle", "verify", "x", "--trust", "no-equals"],
        ["--lan", "vi", "framework", "list"],
        ["submission", "reopen", "--reason", "n\udcffa"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "thuocso-cli:" in told.err

    assert main([*arguments, "--json"]) == 2
    told = capsys.readouterr()
    assert json.loads(told.out)["error"]["code"] == "usage"
    assert told.err == ""


def test_usage_complains_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main(["framework", "show"])
    assert "còn thiếu: FILE_OR_ID" in capsys.readouterr().err
    main(["framework", "show", "--lang", "en"])
    assert "required: FILE_OR_ID" in capsys.readouterr().err


def test_days_are_read_as_people_write_them(capsys: pytest.CaptureFixture[str]) -> None:
    from app.cli.commands.campaigns import day

    assert day("07/03/2026") == day("2026-03-07")
    main(["campaign", "create", "--round", "32/01/2026"])
    assert "--round: giá trị '32/01/2026' chưa đúng" in capsys.readouterr().err


def test_refused_is_1_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "không có")
    assert main(["--data", missing, "assessment", "show"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert missing in told.err

    assert main(["--data", missing, "assessment", "show", "--json", "--lang", "en"]) == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] == "data.none"
    assert error["details"] == {"path": missing}
    assert "no data" in error["message"]
    assert not Path(missing).exists()


def test_common_options_stand_before_or_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = ["--json", "--lang", "en", "--data", str(tmp_path), "framework", "list"]
    between = ["framework", "--json", "--data", str(tmp_path), "list", "--lang", "en"]
    behind = ["framework", "list", "--json", "--lang", "en", "--data", str(tmp_path)]
    outputs = set()
    for arguments in (before, between, behind):
        assert main(arguments) == 0
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_environment_names_the_folder(tmp_path: Path) -> None:
    ran = shell("journal", "list", "--json", env={"THUOCSO_DATA": str(tmp_path / "trống")})
    assert ran.json["error"]["details"]["path"] == str(tmp_path / "trống")


@pytest.mark.parametrize("encoding", ["ascii", "cp1258", "utf-16"])
def test_output_is_utf8_whatever_the_console(encoding: str) -> None:
    ran = shell("framework", "list", env={"PYTHONIOENCODING": encoding, "LC_ALL": "C"})
    assert ran.code == 0
    assert "chuyển đổi số" in ran.out


def test_half_a_character_of_a_file_name_is_told_as_an_escape(tmp_path: Path) -> None:
    ran = shell(b"--json".decode(), "framework", "check", os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json"))
    assert ran.code == 1
    assert "\\udcff" in ran.out
    assert ran.json["error"]["code"] == "file.unreadable"


def test_no_console_at_all() -> None:
    code = (
        "import sys\nsys.stdout = sys.stderr = None\nfrom app.cli.main import main\n"
        "sys.exit(main(['framework', 'list']) + main(['framework']) + main(['framework', 'show', 'khong-co']) - 3)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_reader_that_left_does_not_matter() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "app", "framework", "show", "minh-hoa-xa", "--json"]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_interrupted_is_130() -> None:
    code = (
        "import os, signal, sys\nfrom app.cli import main\n"
        "from app.cli.registry import Command\n"
        "def run(context, options): os.kill(os.getpid(), signal.SIGINT)\n"
        "c = Command(name='wait', help=('a', 'b'), run=run, result=dict, show=lambda r, p: None)\n"
        "main.COMMANDS = (c,)\n"
        "sys.exit(main.main(['wait']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


def test_a_bug_is_3_and_leaves_its_trace() -> None:
    code = (
        "import sys\nsys.argv = ['thuocso-cli', '--json']\nfrom app.cli import main\nsys.excepthook = main._on_bug\n"
        "raise ZeroDivisionError('bug')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 3
    assert json.loads(done.stdout)["error"]["code"] == "bug"
    assert b"ZeroDivisionError" in done.stderr


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from app import VERSION

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"thuocso-cli {VERSION}\n"


def test_a_cleaned_line_holds_no_control() -> None:
    from app.cli.output import Printer

    stream = io.StringIO()
    Printer(stream, "vi").table((("Tên", "Name"),), [(HOSTILE,)])
    told = stream.getvalue()
    assert "\u202e" not in told
    assert "\x1b" not in told
    assert "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 fdp" in told
