"""A disk that fills at any moment of any stage: one sentence, data and disk as they were; with room it succeeds."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.operations.keeping import backing_up
from tests.app.operations.houses import Houses
from tests.app.operations.sets import pdf

ROOT = Path(__file__).resolve().parents[3]
ALONE = (("unshare", "-Urm"), ("unshare", "-m"))

FULL = {"data.disk_full", "data.folder", "disk.full", "disk.full_reading", "evidence.disk_full", "sheet.not_written"}
FULL |= {"restore.disk_full"}


@pytest.fixture(scope="session")
def alone() -> tuple[str, ...]:
    """The command that gives a process disks of its own, for root and for others."""
    for command in ALONE:
        tried = subprocess.run([*command, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
        if tried.returncode == 0:
            return command
    pytest.skip("this system gives no process a disk of its own")  # noqa: TID251 - a right, no tool that is missing


@pytest.fixture(scope="session")
def sent_house(houses_with_one: Houses, tmp_path_factory: pytest.TempPathFactory) -> Houses:
    """X1 froze and sent its file."""
    made = houses_with_one.copied(tmp_path_factory.mktemp("sent"), houses_with_one.clock)
    made.send("X1")
    return made


STAGES = {
    "first_start": "X1",
    "start": "X1",
    "answer": "X1",
    "attach": "X1",
    "paste": "X1",
    "freeze": "X1",
    "report": "sent",
    "export": "sent",
    "stick": "SKHCN",
    "take_up": "SKHCN",
    "receive": "SKHCN",
    "backup": "sent",
    "backup_from": "sent",
    "restore": "sent",
    "workbook": "X1",
}


Tries = list[dict[str, Any]]


@pytest.fixture(scope="module")
def tried(
    houses_with_one: Houses, sent_house: Houses, alone: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Tries]:
    """Every stage tried with more and more room, all in one process."""
    folder = tmp_path_factory.mktemp("đĩa")
    for stage, whose in STAGES.items():
        prepare(folder / stage, stage, sent_house if whose != "X1" else houses_with_one)
    command = [*alone, sys.executable, "-m", "tests.app.operations.cramped", str(folder), *STAGES]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout)


def prepare(folder: Path, stage: str, house: Houses) -> None:
    """What the stage needs."""
    name = "SKHCN" if STAGES[stage] == "SKHCN" else "X1"
    shutil.copytree(house.folder / name, folder / "nhà")
    papers = folder / "nguồn"
    papers.mkdir()
    for number in range(3):
        pdf(papers, f"Báo cáo số {number}.pdf", str(number) * 300_000)
    told = {"house": "nhà", "campaign": str(house.campaign), "part": house.parts["X1"]}
    if name == "SKHCN":
        told["part"] = house.authority_part
        told["sent"] = str(next(house.out.glob("*.thuocso")))
    if stage == "restore":
        with house.copied(folder / "lưu", house.clock).at("X1") as here:
            backing_up.backup(here, folder / "sao lưu gốc.zip")
        told["backup"] = str(folder / "sao lưu gốc.zip")
    (folder / "told.json").write_text(json.dumps(told), "utf-8")


@pytest.mark.parametrize("stage", STAGES)
def test_a_disk_that_fills(stage: str, tried: dict[str, Tries]) -> None:
    tries = tried[stage]
    assert [one for one in tries if one["harm"]] == []
    assert {one["code"] for one in tries[:-1]} <= FULL
    assert [
        one["sentence"] for one in tries[:-1] if "đầy" not in one["sentence"] and " MB" not in one["sentence"]
    ] == []
    assert len(tries) > 1, "the disk was never too small"
    assert tries[-1]["code"] == "", tries[-1]
