"""What `packaging/machine.py` decides before it installs: which Python, what lacks, what is redone."""

import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.project import ROOT


@pytest.fixture
def machine(tmp_path: Path) -> ModuleType:
    """The module as it stands in a fresh checkout whose folder has a Vietnamese name and a space."""
    checkout = tmp_path / "thư mục mới"
    shutil.copytree(ROOT / "packaging", checkout / "packaging")
    shutil.copy(ROOT / "pyproject.toml", checkout)
    spec = importlib.util.spec_from_file_location("machine", checkout / "packaging" / "machine.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def script(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_this_python_can_carry_the_product(machine: ModuleType) -> None:
    base, version, missing = machine.probe(sys.executable)
    assert Path(base).exists()
    assert (version, missing) == (f"{sys.version_info.major}.{sys.version_info.minor}", [])


@pytest.mark.parametrize(
    "body",
    ["echo 'command not found' >&2; exit 127", "exit 0", "echo Python 3.12"],
    ids=["shim that refuses", "silent", "talks of something else"],
)
def test_what_is_no_python_is_passed_over(machine: ModuleType, tmp_path: Path, body: str) -> None:
    assert machine.probe(str(script(tmp_path / "python3.12", body))) is None
    assert machine.probe(str(tmp_path / "absent")) is None
    assert machine.probe(str(tmp_path)) is None


def test_pythons_of_pyenv_and_uv_are_found(
    machine: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = script(tmp_path / "pyenv/versions/3.12.1/bin/python3.12", "")
    managed = script(tmp_path / "uv/cpython-3.13/bin/python3.13", "")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    monkeypatch.setenv("UV_PYTHON_INSTALL_DIR", str(tmp_path / "uv"))
    assert {str(kept), str(managed)} <= set(machine.candidates())


def test_output_of_others_loses_the_names_of_servers(machine: ModuleType) -> None:
    told = machine.clean("Could not fetch https://mirror.example/simple/x: Pool(host='mirror.example', port=443)")
    assert "mirror" not in told
    assert "Could not fetch [server]" in told


def test_missing_packages_are_named_where_apt_is_not_there(
    machine: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(machine.Stop, match=r"apt-get install -y --no-install-recommends unzip zip$"):
        machine.install_packages(["zip", "unzip", "zip"], "This command")


def test_tools_of_a_tier_are_looked_for(machine: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    script(tmp_path / "zip", "")
    missing = machine.missing_tools(["quick", "slow"])
    assert missing["pdfsig"] == "poppler-utils"
    assert "soffice" in missing
    assert "zip" not in missing


def test_only_a_finished_preparation_counts(machine: ModuleType) -> None:
    machine.PYTHON.parent.mkdir(parents=True)
    machine.PYTHON.symlink_to(os.path.realpath(sys.executable))
    assert machine.present_state() == {}
    machine.STAMP.write_text('{"root": ', "utf-8")
    assert machine.present_state() == {}
    wanted = machine.wanted_state(True)
    machine.STAMP.write_text(json.dumps(wanted), "utf-8")
    assert machine.present_state() == wanted
    machine.prepare(dev=True)
    machine.prepare(dev=False)  # what tests the product also runs it
    assert machine.present_state() == wanted
    machine.PYTHON.unlink()
    assert machine.present_state() == {}


def test_a_changed_lock_is_noticed(machine: ModuleType) -> None:
    before = machine.wanted_state(True)
    machine.RUN_LOCK.write_text("# newer\n", "utf-8")
    after = machine.wanted_state(True)
    assert {part for part in before if before[part] != after[part]} == {"run"}
