"""The walls of pyproject stand: each planted violation is caught by the one rule meant for it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project import ROOT

ROOMS = ["operations", "storage", "bundles", "sheets", "reports", "helpers", "wording", "suggesting", "domain", "cli"]
TOOLS = Path(sys.executable).parent

LAYERS = "Imports point down, and every room has its place"
SCREEN = "The product knows no screen"
SHELL = "The window does not go through the shell"
DATA = "Window and shell reach the data through operations alone"
PURE = "The domain is pure: no files, no clock, no chance, no database"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house with the project's rooms and its contracts."""
    for folder in ["ui", "app", *(f"app/{room}" for room in ROOMS)]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    for module in ["app/resources.py", "app/progress.py", "app/errors.py", "app/storage/schema.py"]:
        (tmp_path / module).touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(house: Path) -> list[str]:
    done = subprocess.run(
        [TOOLS / "lint-imports", "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )
    broken = [line.removesuffix(" BROKEN") for line in done.stdout.splitlines() if line.endswith(" BROKEN")]
    assert (done.returncode != 0) == bool(broken), done.stdout + done.stderr
    return broken


def test_house_without_violation_passes(house: Path) -> None:
    (house / "app/operations/collecting.py").write_text("import app.storage.schema, app.bundles, app.domain")
    (house / "ui/window.py").write_text("import PySide6.QtWidgets, app.operations.collecting")
    assert broken_contracts(house) == []


@pytest.mark.parametrize(
    ("module", "imported", "contract"),
    [
        ("app/errors.py", "app.progress", LAYERS),
        ("app/domain/scoring.py", "app.wording", LAYERS),
        ("app/bundles/reading.py", "app.sheets", LAYERS),
        ("app/helpers/preview.py", "app.reports", LAYERS),
        ("app/storage/journal.py", "app.operations", LAYERS),
        ("app/operations/collecting.py", "app.cli", LAYERS),
        ("app/extra.py", "app.domain", LAYERS),
        ("app/reports/ranking.py", "PySide6.QtGui", SCREEN),
        ("app/operations/workspace.py", "ui.context", SCREEN),
        ("ui/window.py", "app.cli", SHELL),
        ("ui/page.py", "app.storage.schema", DATA),
        ("app/cli/main.py", "peewee", DATA),
        ("app/domain/scoring.py", "pathlib", PURE),
        ("app/domain/deadline.py", "time", PURE),
    ],
)
def test_import_through_a_wall_is_caught(house: Path, module: str, imported: str, contract: str) -> None:
    (house / "ui/context.py").touch()
    (house / module).write_text(f"import {imported}\n", "utf-8")
    assert broken_contracts(house) == [contract]


def findings(module: str, source: str) -> set[str]:
    """Codes of the rules that ruff finds broken, were `source` the content of `module`."""
    command = [TOOLS / "ruff", "check", "--no-cache", "--output-format=json", "--stdin-filename", module, "-"]
    done = subprocess.run(command, cwd=ROOT, input=source, capture_output=True, text=True, check=False)
    return {finding["code"] for finding in json.loads(done.stdout)}


@pytest.mark.parametrize(
    ("module", "line", "code"),
    [
        ("app/storage/planted.py", "from peewee import DecimalField\n\npoints = DecimalField()", "TID251"),
        ("app/storage/planted.py", "import peewee\n\npoints = peewee.FloatField()", "TID251"),
        ("ui/pages/planted.py", "from PySide6.QtWidgets import QTableWidget\n\nt = QTableWidget()", "TID251"),
        ("ui/pages/planted.py", "from PySide6 import QtWidgets\n\nt = QtWidgets.QTableWidget()", "TID251"),
        ("tests/app/test_planted.py", "from unittest.mock import Mock\n\nm = Mock()", "TID251"),
        ("tests/app/test_planted.py", "import pytest\n\npytest.importorskip('x')", "TID251"),
        ("tests/app/test_planted.py", "import time\n\ntime.sleep(1)", "TID251"),
        ("app/domain/planted.py", "print('x')", "T201"),
        ("app/domain/planted.py", "def points():\n    return 1", "D103"),
        ("app/bundles/planted.py", "import pickle\n\npickle.loads(b'')", "S301"),
    ],
)
def test_banned_call_is_caught(module: str, line: str, code: str) -> None:
    assert findings(module, f'"""Planted."""\n\n{line}\n') == {code}


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("app/cli/innocent.py", "print('xã Hoà Bình – đạt')"),
        ("ui/pages/innocent.py", "from PySide6.QtWidgets import QTableView\n\nt = QTableView()"),
        ("app/storage/innocent.py", "from peewee import TextField\n\ncode = TextField()"),
    ],
)
def test_innocent_source_passes(module: str, line: str) -> None:
    assert findings(module, f'"""Innocent."""\n\n{line}\n') == set()
