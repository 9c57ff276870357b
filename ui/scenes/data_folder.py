"""The data folder as the window speaks of it: About after an upgrade, the upgrade, in use, gone, not upgraded."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.errors import AppError, Cause
from app.operations import folders, workspace
from app.operations.workspace import PROGRAM
from ui import folder_told
from ui.dialogs.cannot_open import CannotOpen
from ui.dialogs.upgrading import UpgradingDialog
from ui.scenes import commune_send
from ui.scenes.authority_collect import settle


def _about() -> QWidget:
    shown = commune_send.window("exported", "settings")
    before = shown.context.workspace
    workspace.set_setting(before, PROGRAM, "0.3")
    before.close()
    shown.context.workspace = folders.open_workspace(before.folder, before.clock)
    shown.resize(1366, 768)
    shown.show()
    folder_told.tell(shown.context)
    page: Any = shown.page()
    page.refresh()
    settle(shown)
    page.show_sheet(page.about)
    return shown


class _Still(UpgradingDialog):
    """As it looks while it works."""

    def _work(self, _: object) -> None:
        pass

    def done(self, result: int) -> None:
        self._runner.close()


def _in_use() -> QWidget:
    details = {"who": "Nguyễn Thị Hạnh", "host": "VANTHU-PC", "since": "08:12 22/11/2026"}
    return CannotOpen(AppError("data.in_use", **details))


def _gone() -> QWidget:
    path = "\\\\MAYCHU\\chung\\Chuyển đổi số\\ThuocSo"
    return CannotOpen(AppError("data.folder", path=path, detail=Cause.GONE))


def _failed() -> QWidget:
    return CannotOpen(AppError("data.upgrade_failed", before="0.3", after="0.4.0", what="points HG01"))


SCENES: dict[str, Callable[[], QWidget]] = {
    "settings-about": _about,
    "dialog-upgrading": lambda: _Still(Path()),
    "dialog-in-use": _in_use,
    "dialog-folder-gone": _gone,
    "dialog-upgrade-failed": _failed,
}
