"""What goes back and forth after a submission came: receipts, returns, replacements, two versions, on both sides."""

import functools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.operations import folders, parts
from app.operations.authority import appraising, collecting, replying
from app.operations.commune import assessing, improving, submitting
from app.operations.trust import receipts, trusting
from app.operations.workspace import Workspace
from ui import preferences
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages import COMMUNE, START
from ui.scenes import collecting_world
from ui.scenes.authority_collect import _inlay, _press, settle
from ui.scenes.collecting_world import PASSPHRASE, World
from ui.session import Session

RETURNED, FORKED, REPLACED, RECEIVED = "HG01", "HG02", "HG04", "HG05"
_LACKING = ("Thiếu quyết định phân công lãnh đạo phụ trách.", "Báo cáo quý III chưa ghi số, ngày ban hành.")
_NOTE = "Báo cáo chưa có chữ ký của lãnh đạo; hai tiêu chí thiếu tài liệu kiểm chứng."


@contextmanager
def _at(made: World, folder: Path) -> Iterator[Workspace]:
    opened = folders.open_workspace(folder, made.clock)
    try:
        yield opened
    finally:
        opened.close()


@functools.cache
def world() -> World:
    """Five communes sent; one was returned, one replaced its submission after the last day, some have a receipt.

    Of the one with two computers the second's key was accepted before what the first one sent came in.
    """
    made = collecting_world.build(Path(tempfile.mkdtemp(prefix="thuocso-scene-")), senders=5)
    with _at(made, made.folder) as here:
        collecting.import_paths(here, made.part, [path for code, path in made.files.items() if code != FORKED])
        for row in collecting.board(here, made.part):
            if row.submission:
                trusting.accept_key(here, row.agency.code, "agency", row.spki, "telephone")
        collecting.import_paths(here, made.part, [made.files[FORKED]])
        made.clock.move(hours=1)
        receipts.export_receipts(here, made.part, back(made), PASSPHRASE, [RETURNED, RECEIVED, REPLACED, FORKED])
        nodes = appraising.dossier(here, made.part, RETURNED).nodes
        told = {place.id: words for place, words in zip(nodes, _LACKING, strict=False)}
        replying.return_submission(here, made.part, RETURNED, back(made), PASSPHRASE, _NOTE, told, "2026-11-18")
    second = _replacement(made)
    made.clock.move(days=4)
    with _at(made, made.folder) as here:
        collecting.import_paths(here, made.part, [second])
    return made


def back(made: World) -> Path:
    """Where the authority writes what goes back."""
    folder = made.folder.parent / "Gửi về"
    folder.mkdir(exist_ok=True)
    return folder


def home(made: World, code: str) -> Path:
    """A commune's own folder."""
    return made.folder.parent / f"Máy của {code}"


def _replacement(made: World) -> Path:
    with _at(made, home(made, REPLACED)) as here:
        part = parts.find(here).id
        submitting.reopen(here, part, "Sửa số điểm Wi-Fi theo biên bản kiểm đếm")
        assessing.answer(here, part, "wifi-cong-cong", inputs={"diem_wifi": "12"})
        submitting.freeze(here, part, "Nguyễn Văn Bình", "Chủ tịch UBND xã")
        return submitting.seal_and_export(here, part, back(made), PASSPHRASE).path


def _file(made: World, *words: str) -> Path:
    return next(path for path in sorted(back(made).iterdir()) if all(word in path.name for word in words))


Act = Callable[[MainWindow], object]


def _window(opened: Workspace, scratch: Path) -> MainWindow:
    context = Context(opened, preferences.stored(scratch))
    shown = MainWindow(context, START)
    shown.resize(1366, 768)

    def close() -> None:
        context.close(cancel=True)
        opened.close()

    shown.destroyed.connect(close)
    return shown


def _authority(code: str, act: Act | None = None) -> Callable[[], QWidget]:
    """The board with one row chosen."""

    def make() -> QWidget:
        made = world()
        scratch = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
        shutil.copytree(made.folder, scratch / "a")
        shown = _window(folders.open_workspace(scratch / "a", made.clock), scratch)
        Session(shown).choose(made.part)
        shown.open_page("collecting")
        settle(shown)
        page = shown.page()
        assert page is not None
        page.show_place(code)
        settle(shown)
        if act is not None:
            act(shown)
            settle(shown)
        return shown

    return make


def _commune(code: str, act: Callable[[World, Workspace, str], object]) -> Callable[[], QWidget]:
    """A commune's page of sending, after something came back."""

    def make() -> QWidget:
        made = world()
        scratch = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
        shutil.copytree(home(made, code), scratch / "x")
        opened = folders.open_workspace(scratch / "x", made.clock)
        part = parts.find(opened).id
        act(made, opened, part)
        shown = _window(opened, scratch)
        shown.context.part_id = part
        shown.set_pages(COMMUNE, "submit")
        Session(shown).refresh()
        settle(shown)
        return shown

    return make


def _accept(opened: Workspace) -> None:
    seen = next(key for key in trusting.seen_keys(opened) if key.role == "authority")
    trusting.accept_key(opened, seen.agency, seen.role, seen.spki, "công văn")


def _unaccepted(made: World, opened: Workspace, _: str) -> None:
    improving.receive(opened, _file(made, "PhieuTiepNhan", "TanLap"))


def _received(made: World, opened: Workspace, part: str) -> None:
    _unaccepted(made, opened, part)
    _accept(opened)


def _earlier(made: World, opened: Workspace, _: str) -> None:
    _accept(opened)
    improving.receive(opened, _file(made, "PhieuTiepNhan", "DacKhu"))


def _returned(made: World, opened: Workspace, _: str) -> None:
    _accept(opened)
    improving.receive(opened, _file(made, "TraLai"))


def _foreign(made: World, opened: Workspace, _: str) -> None:
    """The commune's own computer gets a receipt that names what its second computer sent."""
    _accept(opened)
    improving.receive(opened, _file(made, "PhieuTiepNhan", "DongHai"))


def _withdrawn(_: World, opened: Workspace, part: str) -> None:
    submitting.withdraw(opened, part, "Sai số liệu tiêu chí 3.5")


def _lacking(window: MainWindow) -> None:
    from ui.dialogs.return_submission import ReturnDialog

    _press(window, "act-return")
    settle(window)
    dialog = window.findChildren(ReturnDialog)[0]
    dialog._reason.set_text(_NOTE)
    for node in list(dialog._places)[:2]:
        dialog.add_criterion(node, _LACKING[0])
    _inlay(window)


SCENES: dict[str, Callable[[], QWidget]] = {
    "collecting-waiting": _authority(REPLACED),
    "collecting-replacement": _authority(REPLACED, lambda window: _press(window, "act-replacement")),
    "collecting-returned": _authority(RETURNED),
    "collecting-return": _authority(RECEIVED, _lacking),
    "collecting-receipted": _authority(RECEIVED),
    "collecting-receipts": _authority(RECEIVED, lambda window: _press(window, "act-receipt")),
    "submit-receipt-unaccepted": _commune(RECEIVED, _unaccepted),
    "submit-receipt": _commune(RECEIVED, _received),
    "submit-earlier": _commune(REPLACED, _earlier),
    "submit-returned": _commune(RETURNED, _returned),
    "submit-foreign": _commune(FORKED, _foreign),
    "submit-withdrawn": _commune(RECEIVED, _withdrawn),
}
