"""What is done while the disk fails: one function for each, on a copy of a data folder made beforehand.

`prepare` makes the folders once; a scenario gets its copy and the stage's own facts, and acts.
"""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.operations import folders, parts
from app.operations.authority import collecting
from app.operations.commune import assessing, evidencing, submitting
from app.operations.keeping import backing_up, going_back, restoring
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "data" / "0.1" / "data.zip"
Facts = dict[str, Any]


def prepare(folder: Path) -> Facts:
    """The houses of the tests: X1 filled in, frozen, and sent; what later steps need, by name."""
    folder.mkdir(parents=True)
    (folder / "gốc").mkdir()
    made = Houses(folder / "gốc", Clock())
    made.open_campaign()
    made.fill_in("X1")
    shutil.copytree(made.folder / "X1", folder / "filled")
    with made.at("X1") as here:
        submitting.freeze(here, made.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        trusting.create_key(here, parts.find(here, made.parts["X1"]), SECRET)  # a step of its own, else made on the way
    shutil.copytree(made.folder / "X1", folder / "frozen")
    with made.at("X1") as here:
        submitting.seal_and_export(here, made.parts["X1"], made.out, SECRET)
        backing_up.backup(here, folder / "sao lưu.zip")
    shutil.copytree(made.folder / "SKHCN", folder / "authority")
    with zipfile.ZipFile(GOLDEN) as archive:
        archive.extractall(folder / "golden-all")
    golden = next((folder / "golden-all").rglob("thuocso.sqlite")).parent
    golden.rename(folder / "golden")
    shutil.copytree(folder / "golden", folder / "upgraded")
    folders.open_workspace(folder / "upgraded", Clock()).close()
    (folder / "empty").mkdir()
    for number in range(2):
        pdf(folder, f"Báo cáo số {number} của xã.pdf", str(number) * 300_000)
    facts = {
        "part": made.parts["X1"],
        "authority_part": made.authority_part,
        "sent": str(next(made.out.glob("*.thuocso"))),
        "papers": [str(path) for path in sorted(folder.glob("Báo cáo số *.pdf"))],
        "backup": str(folder / "sao lưu.zip"),
    }
    (folder / "facts.json").write_text(json.dumps(facts), "utf-8")
    return facts


def opened(work: Path) -> Workspace:
    return folders.open_workspace(work / "data", Clock())


def save(here: Workspace, _: Path, facts: Facts) -> None:
    assessing.answer(here, facts["part"], "1.1", inputs={"online": "1750", "total": "2000"}, explanation="Số mới")


def attach(here: Workspace, _: Path, facts: Facts) -> None:
    evidencing.attach(here, facts["part"], "2.2", [Path(each) for each in facts["papers"]])


def freeze(here: Workspace, _: Path, facts: Facts) -> None:
    submitting.freeze(here, facts["part"], "Nguyễn Văn An", "Chủ tịch")


def export(here: Workspace, work: Path, facts: Facts) -> None:
    submitting.seal_and_export(here, facts["part"], work / "usb", SECRET)


def receive(here: Workspace, _: Path, facts: Facts) -> None:
    drop = collecting.import_paths(here, facts["authority_part"], [Path(facts["sent"])])
    if drop.files[0].error is not None:
        raise drop.files[0].error


def backup(here: Workspace, work: Path, _: Facts) -> None:
    backing_up.backup(here, work / "usb" / "sao lưu.zip")


def place(here: Workspace, work: Path, _: Facts) -> None:
    """A copy here and in a second place, chosen just before."""
    backing_up.choose_second(here, work / "usb")
    backing_up.now(here)


def locked_place(here: Workspace, work: Path, _: Facts) -> None:
    """The same, opened by a passphrase only."""
    backing_up.choose_second(here, work / "usb", SECRET)
    backing_up.now(here)


def nothing(_: Workspace, __: Path, ___: Facts) -> None:
    """The opening itself is the act."""


def restore(_: Workspace | None, work: Path, facts: Facts) -> None:
    restoring.restore(Path(facts["backup"]), work / "data")


def put_back(_: Workspace | None, work: Path, facts: Facts) -> None:
    restoring.put_back(work / "data", Path(facts["backup"]), clock=Clock())


def go_back(here: Workspace, work: Path, _: Facts) -> None:
    """Into a folder of the next free name, as the window does."""
    names = (f"Cho bản cũ {number}" for number in range(1, 3))
    going_back.go_back(here, next(work / "usb" / name for name in names if not (work / "usb" / name).exists()))


# name: the folder it begins from, the act, whether opening the folder is part of what may fail
SCENARIOS: dict[str, tuple[str, Callable[..., None], bool]] = {
    "begin": ("empty", nothing, True),
    "save": ("filled", save, False),
    "attach": ("filled", attach, False),
    "freeze": ("filled", freeze, False),
    "export": ("frozen", export, False),
    "receive": ("authority", receive, False),
    "backup": ("filled", backup, False),
    "migrate": ("golden", nothing, True),
    "go_back": ("upgraded", go_back, False),
    "restore": ("empty", restore, True),
    "place": ("filled", place, False),
    "locked_place": ("filled", locked_place, False),
    "put_back": ("filled", put_back, True),
}
