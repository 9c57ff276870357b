"""Submissions that travel in parts, and encrypted files: the commune's choice and list, the authority's board."""

import functools
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.operations import folders, workspace
from app.operations.authority import campaigning, collecting
from app.operations.authority.collecting import Drop
from app.operations.commune import assessing, evidencing, parts_sending, reviewing, submitting
from app.operations.commune.parts_sending import LIMITS, MEGABYTE, Plan, PlannedPart
from app.operations.commune.reviewing import Severity
from app.operations.trust import trusting
from ui.dialogs.drop_told import DropToldDialog
from ui.dialogs.open_encrypted import OpenEncryptedDialog
from ui.dialogs.seal_submission import SealSubmissionDialog
from ui.scenes import collecting_world
from ui.scenes.authority_collect import _window, settle
from ui.scenes.collecting_world import PASSPHRASE, World, sent_from
from ui.scenes.commune_send import window
from ui.session import Session

STEM = "XaHoaBinh_DotDanhGiaNam2026_Lan1_Ban1"


def photographs(folder: Path, name: str, count: int = 3) -> list[Path]:
    """Files that each fill a volume of one megabyte."""
    dice, made = random.Random(name), []
    for number in range(1, count + 1):
        path = folder / f"Ảnh nhà văn hóa thôn {number}.jpg"
        path.write_bytes(b"\xff\xd8\xff\xe0" + dice.randbytes(790_000))
        made.append(path)
    return made


def _commune(world: World, root: Path, code: str) -> list[Path]:
    """What a commune of the world sends in parts."""
    home = root / f"Máy của {code}"
    opened = folders.open_workspace(home, world.clock)
    try:
        workspace.add_person(opened, "Nguyễn Thị Thu Hà", "Phó Trưởng phòng Văn hóa - Xã hội")
        part = campaigning.accept(opened, world.bundle, code)
        assessing.load_answers(opened, part.id, world.sample.answers[code])
        nodes = [issue.node for issue in reviewing.review(opened, part.id) if issue.severity is Severity.MUST]
        for node in ("lanh-dao-phu-trach", *nodes):
            evidencing.attach(opened, part.id, node, photographs(home, code))
        submitting.freeze(opened, part.id, "Nguyễn Văn Bình", "Chủ tịch UBND xã")
        return list(parts_sending.export(opened, part.id, sent_from(home), PASSPHRASE, MEGABYTE).paths)
    finally:
        opened.close()


@functools.cache
def _collected() -> tuple[World, Drop]:
    """HG01 whole in two of three volumes, HG02 with a volume alone, HG03 complete, HG04 encrypted."""
    root = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    world = collecting_world.build(root, senders=0, extra=False)
    first, second, third = (_commune(world, root, code) for code in ("HG01", "HG02", "HG03"))
    covered = root / "HG04_Lan1_Ban1.thuocso.age"
    covered.write_bytes(b"age-encryption.org/v1\n-> X25519 abc\n")
    opened = folders.open_workspace(world.folder, world.clock)
    try:
        drop = collecting.import_paths(opened, world.part, [*first[:3], second[1], *third, covered])
        for key in trusting.seen_keys(opened):
            if key.agency in ("HG01", "HG03"):
                trusting.accept_key(opened, key.agency, "agency", key.spki, "telephone")
    finally:
        opened.close()
    return world, drop


def _board(code: str, told: bool = False) -> Callable[[], QWidget]:
    def make() -> QWidget:
        world, drop = _collected()
        opened = folders.open_workspace(world.folder, world.clock)
        shown = _window(opened, Path(tempfile.mkdtemp(prefix="thuocso-scene-")))
        Session(shown).choose(world.part)
        shown.open_page("collecting")
        settle(shown)
        page: Any = shown.page()
        page.show_place(code)
        if told:
            page.show_place(drop)
        settle(shown)
        return shown

    return make


def _told() -> QWidget:
    return DropToldDialog(_collected()[1], None)


def _sent(page: Any) -> None:
    """The frozen revision with photographs, of which two files of four were written."""
    opened, part = page.context.workspace, page.context.part_id
    submitting.reopen(opened, part, "Bổ sung ảnh")
    folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    evidencing.attach(opened, part, "lanh-dao-phu-trach", photographs(folder, "scene"))
    submitting.freeze(opened, part, "Nguyễn Văn Bình", "Chủ tịch UBND xã")
    parts_sending.export(opened, part, folder, PASSPHRASE, MEGABYTE, (0, 1))
    page.refresh()


def plan(limit: int) -> Plan:
    """A plan of 812 MB for the pictures of the dialog."""
    count = {LIMITS[0]: 44, LIMITS[1]: 2}[limit]
    figures = PlannedPart(0, f"{STEM}_SoLieu.thuocso", 640_000, 0, "", False)
    each = [
        PlannedPart(number, f"{STEM}_Tap{number}cua{count}.thuocso", 811_000_000 // count, 6, "", number == 1)
        for number in range(1, count + 1)
    ]
    return Plan(limit, 812_000_000, (figures, *each))


def _seal(limit: int = 0) -> Callable[[], QWidget]:
    def make() -> QWidget:
        told = {"is_new": False, "plan": plan, "receiver": "Sở Khoa học và Công nghệ tỉnh Hải Giang"}
        dialog = SealSubmissionDialog(f"{STEM}.thuocso", 812_000_000, None, None, **told)  # type: ignore[arg-type]
        dialog.ways.choose(limit)
        return dialog

    return make


def _open_encrypted() -> QWidget:
    return OpenEncryptedDialog([Path(f"{STEM}.thuocso.age"), Path("PhuongDongHai_Lan1_Ban2.thuocso.age")], None)


SCENES: dict[str, Callable[[], QWidget]] = {
    "collecting-parts": _board("HG01"),
    "collecting-parts-told": _board("HG03", told=True),
    "collecting-volume-aside": _board("HG02"),
    "dialog-drop-parts": _told,
    "submit-parts": lambda: window("frozen", "submit", _sent),
    "dialog-seal-whole": _seal(),
    "dialog-seal-split": _seal(LIMITS[0]),
    "dialog-open-encrypted": _open_encrypted,
}
