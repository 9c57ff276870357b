"""What `packaging/dev.py` decides before the tests begin: where they write."""

import importlib.util
import sys
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.project import ROOT


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = {}
    for name in ("machine", "dev"):
        spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
        assert spec
        assert spec.loader
        made[name] = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, made[name])
        spec.loader.exec_module(made[name])
    return made["dev"]


def test_tests_write_in_memory_where_it_has_room(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "MEMORY", str(tmp_path))
    monkeypatch.setattr(dev, "MEMORY_ROOM", 1)
    with dev.quick_folder() as folder:
        assert Path(folder).parent == tmp_path
        (Path(folder) / "còn lại").write_text("x", "utf-8")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("memory", "room"), [("", 1 << 62), ("không có", 1)], ids=["full", "missing"])
def test_otherwise_where_passing_files_lie(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memory: str, room: int
) -> None:
    monkeypatch.setattr(dev, "MEMORY", str(tmp_path / memory))
    monkeypatch.setattr(dev, "MEMORY_ROOM", room)
    with dev.quick_folder() as folder:
        assert Path(folder).parent == Path(tempfile.gettempdir())
    assert not Path(folder).exists()
