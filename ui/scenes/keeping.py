"""Backups as they stand in the settings, what is asked before one is made or put back, and what a look found."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.bundles.passphrase_cover import CoverWriter, Passphrase
from app.operations.keeping import backing_up, places
from app.operations.keeping.checking import Diagnosis, Finding
from app.operations.keeping.handing_over import Party, file_name, hand_over
from app.operations.workspace import DATABASE
from ui.dialogs.backup_file import BackupFileDialog, BackupPlaceDialog
from ui.dialogs.damaged import DamagedDialog
from ui.dialogs.findings import FindingsDialog
from ui.dialogs.handover import HandoverDialog
from ui.dialogs.restore import RestoreDialog
from ui.main_window import MainWindow
from ui.scenes import commune_send
from ui.scenes.authority_collect import settle

GIVER = Party("Nguyễn Thị Hạnh", "Công chức Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội")
RECEIVER = Party("Lê Quốc Bảo", "Chuyên viên", "Phòng Văn hóa - Xã hội")
DIGEST = "3f2a91c07be4d85516af02c9e1b7d3480a6c5f9e2d1b4873c6e0f5a9d2b8c417"
_JOINED = Path("E:\\SaoLuu_ThuocSo_XaHoaBinh_1a2b3c4d")
SECRET = "bốn từ dễ nhớ"
NAMES = {DIGEST: "Báo cáo kết quả chuyển đổi số năm 2026.pdf", DIGEST[::-1]: "Ảnh điểm truy cập Internet thôn 3.jpg"}


def _stick() -> Path:
    place = Path(tempfile.mkdtemp(prefix="thuocso-scene-")) / "USB của xã Hòa Bình"
    place.mkdir()
    return place


def _settings(prepare: Callable[[Any], object]) -> Callable[[], QWidget]:
    """The sheet about backups, scrolled into view."""

    def make() -> QWidget:
        shown = commune_send.window("exported", "settings")
        prepare(shown.context.workspace)
        shown.resize(1366, 768)
        shown.show()
        page: Any = shown.page()
        page.refresh()
        settle(shown)
        page.show_sheet(page.backups)
        return shown

    return make


def _kept(opened: Any) -> None:
    backing_up.choose_second(opened, _stick())
    backing_up.automatic(opened)
    backing_up.now(opened)


def _kept_locked(opened: Any) -> None:
    backing_up.choose_second(opened, _stick(), SECRET)
    backing_up.automatic(opened)


def _away(opened: Any) -> None:
    stick = _stick()
    backing_up.choose_second(opened, stick)
    backing_up.automatic(opened)
    stick.rename(stick.with_name("rút ra"))


def _alone(opened: Any) -> None:
    backing_up.make(opened)


def _dialog(make: Callable[[MainWindow], QWidget]) -> Callable[[], QWidget]:
    def made() -> QWidget:
        shown = commune_send.window("exported", "settings")
        dialog = make(shown)
        settle(shown)
        return dialog

    return made


def _restore(shown: MainWindow) -> QWidget:
    backing_up.make(shown.context.workspace)
    return RestoreDialog(shown.context, None)


def _locked(shown: MainWindow) -> QWidget:
    target = _stick() / "SaoLuu_ThuocSo_2026-11-13.zip.age"
    backing_up.backup(shown.context.workspace, target, SECRET)
    return RestoreDialog(shown.context, None, target)


def _locked_place(shown: MainWindow) -> QWidget:
    opened = shown.context.workspace
    _kept_locked(opened)
    place = backing_up.second(opened.folder)
    assert place is not None
    dialog = RestoreDialog(shown.context, None, place.root)
    settle(shown)
    dialog.open_with("mật khẩu gõ nhầm")
    return dialog


def _place() -> QWidget:
    dialog = BackupPlaceDialog(Path("E:\\"), None)
    dialog.lock(True)
    return dialog


def _take_over(shown: MainWindow) -> QWidget:
    target = _stick() / file_name(shown.context.workspace)
    hand_over(shown.context.workspace, target, SECRET, GIVER, RECEIVER)
    dialog = RestoreDialog(shown.context, None, target)
    settle(shown)
    dialog.open_with(SECRET)
    return dialog


def _findings() -> QWidget:
    found = (Finding("evidence_missing", DIGEST), Finding("evidence_damaged", DIGEST[::-1]), Finding("leftover", "x"))
    return FindingsDialog(Diagnosis(Path(), 4, 42, 88_000_000, found, names=NAMES), None)


def _mended() -> QWidget:
    done = ((Finding("evidence_missing", DIGEST), "E:\\SaoLuu_ThuocSo_XaHoaBinh_1a2b3c4d"),)
    return FindingsDialog(Diagnosis(Path(), 4, 42, 88_000_000, (), done), None)


def _damaged(*, has_copies: bool = True) -> QWidget:
    shown = commune_send.window("exported", "settings")
    opened = shown.context.workspace
    backing_up.make(opened)
    folder = opened.folder
    opened.close()
    for path in () if has_copies else (folder / places.BACKUPS).iterdir():
        path.unlink()
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    return DamagedDialog(folder)


def _damaged_locked() -> QWidget:
    dialog = _damaged()
    assert isinstance(dialog, DamagedDialog)
    target = _stick() / "SaoLuu_ThuocSo_2026-11-13.zip.age"
    with target.open("wb") as file:
        cover = CoverWriter(file, Passphrase(SECRET))
        cover.finish()
    dialog.choose(target)
    return dialog


SCENES: dict[str, Callable[[], QWidget]] = {
    "settings-backups": _settings(_kept),
    "settings-backups-away": _settings(_away),
    "settings-backups-alone": _settings(_alone),
    "dialog-backup-file": lambda: BackupFileDialog(None),
    "dialog-restore-backup": _dialog(_restore),
    "dialog-restore-locked": _dialog(_locked),
    "dialog-take-over": _dialog(_take_over),
    "dialog-handover": lambda: HandoverDialog(GIVER, None),
    "dialog-findings": _findings,
    "dialog-mended": _mended,
    "dialog-damaged": _damaged,
    "dialog-damaged-alone": partial(_damaged, has_copies=False),
    "dialog-damaged-locked": _damaged_locked,
    "settings-backups-locked": _settings(_kept_locked),
    "dialog-backup-place": _place,
    "dialog-backup-place-open": lambda: BackupPlaceDialog(Path("E:\\"), None),
    "dialog-backup-place-joined": lambda: BackupPlaceDialog(_JOINED, None, is_there=True),
    "dialog-restore-locked-place": _dialog(_locked_place),
}
