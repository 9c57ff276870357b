"""Does one thing again and again on fresh copies, with a fault one call later each time, and looks at what is left.

    LD_PRELOAD=shim.so python -m tests.faults.runner FOLDER SCENARIO MODE [EVERY]

A line of JSON for each fault: its number, how it ended, and what is wrong with what it left ("" for nothing).
"""

import ctypes
import json
import os
import re
import shutil
import sqlite3
import sys
import traceback
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

from app.domain.deadline import VIETNAM
from app.errors import AppError
from app.operations import bundling, folders
from app.operations.keeping import checking, places, restoring
from app.operations.workspace import DATABASE
from app.storage import campaigns
from tests import costs
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET
from tests.faults.scenarios import SCENARIOS, Facts, opened

MODES = {"count": 0, "kill": 1, "eio": 2, "full": 3, "torn": 4, "power": 5, "gone": 6}
ENDS = {"kill", "torn", "power"}
STARTING = ("begin", "migrate")  # the opening itself is the act
TOGETHER = ("publish",)  # files of which all stand there or none
COPYING = ("backup", "place", "locked_place", "go_back")  # the data stay what they were
SHIM = ctypes.CDLL(None)
_RANDOM = re.compile(r"[0-9a-f]{32,64}")
_LEFT_OUT = {"journal", "setting"}
_VARYING = {"size", "file_digest", "locked", "identity"}  # a signature is a byte longer or shorter, a key is random


def look(data: Path) -> dict[str, list[str]] | None:
    """Everything in the database with ids and digests masked; None where there is none."""
    if not (data / DATABASE).exists():
        return None
    found = {}
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in sorted(set(names) - _LEFT_OUT):
            cursor = connection.execute(f'SELECT * FROM "{name}"')
            kept = [at for at, column in enumerate(cursor.description) if column[0] not in _VARYING]
            found[name] = sorted(_masked([row[at] for at in kept]) for row in cursor)
    return found


def _masked(row: list[Any]) -> str:
    return repr([_RANDOM.sub("…", value) if isinstance(value, str) else type(value) for value in row])


def in_child(do: Any) -> tuple[int, str]:
    """Runs `do` in a fork; its status (negative: the signal that ended it) and what it wrote."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 0
        try:
            told = do()
        except AppError as error:
            told, status = error.code, 1
        except BaseException:  # noqa: BLE001 - told to the parent, whatever it is
            told, status = traceback.format_exc(), 2
        SHIM.fault_disarm()
        os.write(writing, str(told).encode()[-4000:])
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        told = file.read().decode()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), told


class Trial:
    """One scenario on copies of one folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self.start, self.act, self.is_opening = SCENARIOS[name]
        self.facts: Facts = json.loads((folder / "facts.json").read_text("utf-8"))
        self.work = folder / "thử" / name
        self.old = self.new = None

    def fresh(self) -> None:
        shutil.rmtree(self.work, ignore_errors=True)
        (self.work / "usb").mkdir(parents=True)
        shutil.copytree(self.folder / self.start, self.work / "data")

    def do(self, at: int, mode: int, cut: bool = False) -> Any:
        here = None if self.is_opening else opened(self.work)
        SHIM.fault_arm(os.fsencode(self.work), ctypes.c_long(at), mode)
        if self.name in STARTING:
            here = opened(self.work)
        self.act(here, self.work, self.facts)
        if cut:
            SHIM.fault_cut()
        SHIM.fault_disarm()
        count = SHIM.fault_count()
        if here is not None:
            here.close()
        return count

    def begin(self) -> int:
        """How many calls there are; keeps what stands before and after."""
        self.fresh()
        self.old = look(self.work / "data")
        status, told = in_child(lambda: self.do(0, MODES["count"]))
        assert status == 0, told
        self.new = look(self.work / "data")
        assert self.name in COPYING or self.old != self.new
        return int(told)

    def wrong(self, status: int, told: str, is_cut: bool) -> str:
        """What is wrong with what a fault left behind, "" for nothing."""
        if status == 2:
            return told
        if self.name == "migrate" and look(self.work / "data") not in (self.old, self.new):
            return "neither old nor new before the next start"
        status, said = in_child(self.sound)
        if status != 0:
            return f"unsound: {said}"
        now = look(self.work / "data")
        if is_cut and now != self.new:
            return "acknowledged, and lost with the current"
        return "" if now in self.allowed() else "neither old nor new"

    def allowed(self) -> tuple[Any, ...]:
        if self.name in STARTING:
            return (self.new,)  # the look itself opens the folder, and so begins or migrates it
        return (self.old, self.new)

    def sound(self) -> str:
        """Opens what was left as the next start would, and looks at every byte of it."""
        data = self.work / "data"
        if (data / DATABASE).exists() or self.name == "begin":
            folders.open_workspace(data, Clock()).close()
            found = checking.doctor(data).findings
            assert not found, found
        elif data.exists():
            assert not any(data.iterdir()), list(data.iterdir())
        for path in (self.work / "usb").glob("[!.]*"):
            if path.name.endswith(".part"):
                continue
            if (path / DATABASE).exists():
                assert look(path) == look(self.folder / "golden")
                assert not [file for file in (path / "evidence").rglob("?" * 64) if places.sha256_of(file) != file.name]
            elif path.is_dir():
                for copy in places.copies(path):
                    places.check(copy)
            elif path.suffix in (".thuocso", ".age"):
                with closing(opened(self.work)) as here:
                    from app.operations.trust import trusting

                    with here.session():
                        opener = bundling.Opener(here, campaigns.parts(), SECRET)
                    with opener.opened(path) as plain:
                        verdict = bundling.verify(plain, trusting.policy(here), Clock()().astimezone(VIETNAM))
                assert verdict.lights.integrity.value == "VALID", verdict.reasons
            elif path.suffix == ".pdf":
                assert path.read_bytes().rstrip().endswith(b"%%EOF")
            elif path.suffix == ".xlsx":
                with zipfile.ZipFile(path) as archive:
                    assert archive.testzip() is None
            else:
                restoring.restore(path, self.work / "probe")
                shutil.rmtree(self.work / "probe")
        return ""

    def wrong_again(self) -> str:
        """What is wrong when the same is done once more with the disk well again, where it was not done after all."""
        if look(self.work / "data") == self.new and self.name not in COPYING:
            return ""  # the disk held the transaction, though it could not say so
        ended, said = in_child(self.again)
        if ended != 0:
            return f"does not succeed afterwards: {said}"
        return "" if look(self.work / "data") == self.new else "another outcome afterwards"

    def again(self) -> Any:
        here = None if self.is_opening else opened(self.work)
        if self.name in STARTING:
            here = opened(self.work)
        self.act(here, self.work, self.facts)
        if here is not None:
            here.close()
        return ""


def main(folder: Path, name: str, mode: str, every: int) -> None:
    costs.lower()
    trial = Trial(folder, name)
    total = trial.begin()
    points = [*range(1, total + 1, every)] + ([0] if mode == "power" else [])
    for at in points:
        trial.fresh()
        is_cut = at == 0
        status, told = in_child(lambda at=at, is_cut=is_cut: trial.do(at or 10**9, MODES[mode], is_cut))
        harm = trial.wrong(status, told, is_cut)
        if not harm and status == 1:
            lying = [*(trial.work / "usb").rglob(".*"), *(trial.work / "usb").glob("*.part")]
            lying += (trial.work / "usb").iterdir() if name in TOGETHER else ()
            left = [path.name for path in lying] if mode != "gone" else []
            harm = f"left half-written: {left}" if left else ""
            harm = harm or trial.wrong_again()
        print(json.dumps({"at": at, "of": total, "status": status, "told": told[-300:], "harm": harm}), flush=True)
    shutil.rmtree(trial.work, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 1)
