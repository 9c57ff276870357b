"""Every call that changes the disk, in every step that writes, ends the process or fails once: old or new, never half.

The faults are made by a small library preloaded into a child (`shim.c`); what is left is opened as the next start
would open it, looked at by `doctor`, and compared with what stood before and what stands after. A file under a final
name is sound. After a fault that only failed the same act succeeds. With the current gone whatever was not synced is
gone, and what was acknowledged is there.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.runner import ENDS, MODES
from tests.faults.scenarios import SCENARIOS, prepare

HERE = Path(__file__).resolve().parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("shim") / "shim.so"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-o", made, HERE / "shim.c", "-ldl", "-lpthread"]
    subprocess.run(command, check=True)
    return made


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faults") / "Dữ liệu"
    prepare(folder)
    return folder


@pytest.mark.parametrize("mode", [name for name in MODES if name != "count"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_fault_anywhere_leaves_old_or_new(name: str, mode: str, shim: Path, prepared: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.runner", str(prepared), name, mode]
    environment = {**os.environ, "LD_PRELOAD": str(shim)}
    ran = subprocess.run(command, cwd=HERE.parents[1], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    print(f"{name}, {mode}: {len(told)} points, {dict(Counter(one['told'] or one['status'] for one in told))}")

    assert [one for one in told if one["harm"]] == []
    assert len(told) >= told[0]["of"] > 10
    if mode in ENDS:
        assert any(one["status"] < 0 for one in told)
