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
from app.operations.authority import campaigning, collecting, publishing
from app.operations.commune import assessing, evidencing, improving, parts_sending, submitting
from app.operations.keeping import backing_up, going_back, restoring
from app.operations.trust import receipts, trusting
from app.operations.workspace import Workspace
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "data" / "0.1" / "data.zip"
Facts = dict[str, Any]


def prepare(folder: Path) -> Facts:
    """The houses of the tests: X1 filled in, frozen, sent and received; what later steps need, by name."""
    folder.mkdir(parents=True)
    (folder / "gốc").mkdir()
    made = Houses(folder / "gốc", Clock())
    made.open_campaign()
    made.fill_in("X1")
    shutil.copytree(made.folder / "X1", folder / "filled")
    with made.at("X1") as here:
        key = next(key for key in trusting.seen_keys(here) if key.role == "authority")
        trusting.accept_key(here, key.agency, key.role, key.spki, "công văn 112")
        submitting.freeze(here, made.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        trusting.create_key(here, parts.find(here, made.parts["X1"]), SECRET)  # a step of its own, else made on the way
    shutil.copytree(made.folder / "X1", folder / "frozen")
    with made.at("X1") as here:
        sent = submitting.seal_and_export(here, made.parts["X1"], made.out, SECRET).path
        backing_up.backup(here, folder / "sao lưu.zip")
        covered = submitting.seal_and_export(here, made.parts["X1"], folder, SECRET, is_encrypted=True).path
        figures, volume = parts_sending.export(here, made.parts["X1"], folder, SECRET, parts_sending.MEGABYTE).paths
    shutil.copytree(made.folder / "X1", folder / "sent")
    shutil.copytree(made.folder / "SKHCN", folder / "authority")
    with made.at("SKHCN") as here:
        collecting.import_paths(here, made.authority_part, [figures])
    shutil.copytree(made.folder / "SKHCN", folder / "awaiting")
    with made.at("X2"):
        pass  # a commune that no campaign has reached yet
    shutil.copytree(made.folder / "X2", folder / "new")
    made.fill_in("X2")
    second = made.send("X2")
    with made.at("SKHCN") as here:
        collecting.import_paths(here, made.authority_part, [volume, second])
        receipt, _ = receipts.export_receipts(here, made.authority_part, folder, SECRET, ["X1"]).files["X1"]
    shutil.copytree(made.folder / "SKHCN", folder / "received")
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
        "campaign": str(made.campaign),
        "sent": str(sent),
        "covered": str(covered),
        "volume": str(volume),
        "receipt": str(receipt),
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


def export_covered(here: Workspace, work: Path, facts: Facts) -> None:
    submitting.seal_and_export(here, facts["part"], work / "usb", SECRET, is_encrypted=True)


def receive(here: Workspace, _: Path, facts: Facts) -> None:
    _take_in(here, facts, "sent")


def receive_covered(here: Workspace, _: Path, facts: Facts) -> None:
    _take_in(here, facts, "covered")


def receive_volume(here: Workspace, _: Path, facts: Facts) -> None:
    """The evidence of figures that came before, or that have not come yet."""
    _take_in(here, facts, "volume")


def _take_in(here: Workspace, facts: Facts, name: str) -> None:
    drop = collecting.import_paths(here, facts["authority_part"], [Path(facts[name])], passphrase=SECRET)
    if drop.files[0].error is not None:
        raise drop.files[0].error


def take_up(here: Workspace, _: Path, facts: Facts) -> None:
    campaigning.accept(here, Path(facts["campaign"]), "X2")


def receipt(here: Workspace, _: Path, facts: Facts) -> None:
    improving.receive(here, Path(facts["receipt"]))


def publish(here: Workspace, work: Path, facts: Facts) -> None:
    """For two communes, while the third is still awaited."""
    told = "Đã đối chiếu qua điện thoại"
    publishing.publish(here, facts["authority_part"], work / "usb", SECRET, is_final=False, key_reason=told)


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
    "export_covered": ("frozen", export_covered, False),
    "receive": ("authority", receive, False),
    "receive_covered": ("authority", receive_covered, False),
    "receive_volume": ("awaiting", receive_volume, False),
    "keep_volume_aside": ("authority", receive_volume, False),
    "take_up": ("new", take_up, False),
    "receipt": ("sent", receipt, False),
    "publish": ("received", publish, False),
    "backup": ("filled", backup, False),
    "migrate": ("golden", nothing, True),
    "go_back": ("upgraded", go_back, False),
    "restore": ("empty", restore, True),
    "place": ("filled", place, False),
    "locked_place": ("filled", locked_place, False),
    "put_back": ("filled", put_back, True),
}
