"""The stick for communes: prepared, written, found by the program on it; where the data of a portable copy live."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from app.operations import folders, portable, workspace
from app.operations.authority import campaigning, sticks
from app.operations.authority.sticks import INSTALLER, PORTABLE, Enclosed
from app.operations.portable import MARKER, Portable, Standing
from app.operations.workspace import Workspace
from ui.dialogs.portable import PortableDialog
from ui.dialogs.stick import StickDialog
from ui.main_window import MainWindow
from ui.scenes import authority_collect as collect
from ui.scenes.collecting_world import PASSPHRASE, World


def _programs() -> Enclosed:
    """An installer and a portable copy of some size."""
    folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    installer = folder / "ThuocSo-0.4.0-setup.exe"
    installer.write_bytes(b"MZ" * 1_000_000)
    copy = folder / "ThuocSo-0.4.0-portable"
    copy.mkdir()
    (copy / MARKER).touch()
    (copy / "thuocso.exe").write_bytes(b"MZ" * 1_000_000)
    return Enclosed(installer, copy)


def _prepared(window: MainWindow, enclosed: Enclosed) -> StickDialog:
    dialog = StickDialog(window.context, window.context.part_id, window)
    dialog.open()
    collect.settle(window)
    for name, path in ((INSTALLER, enclosed.installer), (PORTABLE, enclosed.portable)):
        if path is not None:
            dialog.take(name, path)
            collect.settle(window)
    loop = QEventLoop(window)
    for _ in range(3):  # it grows with what came into it
        loop.processEvents()
    return dialog


def _prepare(window: MainWindow, _: World, __: Workspace) -> None:
    _prepared(window, _programs())
    collect._inlay(window)


def _bare(window: MainWindow, world: World, opened: Workspace) -> None:
    """Without programs, and to be sealed anew since the campaign changed."""
    campaigning.revise(opened, world.part, guidance="Đọc kỹ trước khi chấm.")
    _prepared(window, Enclosed())
    collect._inlay(window)


def _written(window: MainWindow, _: World, __: Workspace) -> None:
    dialog = _prepared(window, _programs())
    dialog.write_to(Path(tempfile.mkdtemp(prefix="USB-")), PASSPHRASE)
    collect.settle(window)
    collect._inlay(window)


def _offered() -> QWidget:
    """A portable copy that starts on the authority's stick."""
    collect.collected()
    known = collect.world()
    opened = folders.open_workspace(known.folder, known.clock)
    try:
        stick = sticks.write(opened, known.part, Path(tempfile.mkdtemp(prefix="USB-")), _programs(), PASSPHRASE)
    finally:
        opened.close()
    before, portable.program_folder = portable.program_folder, lambda: stick.folder / PORTABLE
    try:
        return collect._begin("start")()
    finally:
        portable.program_folder = before


def _asked(standing: Callable[[Path], Standing], *, has_data: bool) -> Callable[[], QWidget]:
    def make() -> QWidget:
        program = Path(tempfile.mkdtemp(prefix="USB-"))
        found = Portable(program)
        if has_data:
            found.data.mkdir()
            (found.data / workspace.DATABASE).touch()
        dialog = PortableDialog(found, standing(program), Path("ThuocSo"))
        dialog.setModal(False)
        return dialog

    return make


SCENES: dict[str, Callable[[], QWidget]] = {
    "stick-prepare": collect._scene("campaigns", _prepare),
    "stick-bare": collect._scene("campaigns", _bare),
    "stick-written": collect._scene("campaigns", _written),
    "start-offer": _offered,
    "portable-question": _asked(lambda program: Standing(program, asks=True), has_data=False),
    "portable-data": _asked(lambda program: Standing(program, asks=True), has_data=True),
    "portable-moved": _asked(
        lambda _: Standing(None, asks=True, moved=portable.Answer("MAY-VAN-THU", "x", "")), has_data=False
    ),
    "portable-locked": _asked(lambda _: Standing(None, is_locked=True), has_data=True),
}
