"""A program that was killed: what it had committed lies in SQLite's log beside the database."""

import signal
import subprocess
import sys
from pathlib import Path

from app.operations import folders, workspace

KILLED = """
import os, signal, sys
from pathlib import Path
from app.operations.folders import open_workspace
opened = open_workspace(Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGKILL)
"""


def listing(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_the_first_start_killed_is_no_older_version(tmp_path: Path) -> None:
    folder = tmp_path / "Dữ liệu"
    root = Path(workspace.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", KILLED, folder], cwd=root, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (folder / "thuocso.sqlite-wal").stat().st_size > 0
    before = listing(folder)
    assert not folders.is_upgrade_due(folder)
    assert listing(folder) == before
    folders.open_workspace(folder).close()
    assert not (folder / "backups").exists()
