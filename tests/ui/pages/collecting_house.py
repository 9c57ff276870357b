"""A province that collects, on a real folder of its own for every test: built once, copied, opened."""

import functools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.workspace import Workspace
from ui.context import Context
from ui.page import Page
from ui.preferences import stored
from ui.scenes import collecting_world
from ui.scenes.collecting_world import Clock, World


@functools.cache
def world() -> World:
    """24 communes; HG01 sent one file, HG02 two different ones with one number, HG03 one that was cut short."""
    return collecting_world.build(Path(tempfile.mkdtemp(prefix="thuocso-tests-")), senders=3)


@dataclass
class House:
    workspace: Workspace
    context: Context
    part: str
    files: dict[str, Path]
    clock: Clock

    def wait(self, qtbot: object) -> None:
        qtbot.waitUntil(lambda: not self.context.jobs(), timeout=30_000)

    def show(self, qtbot: object, page: Page) -> Page:
        """As the window does: made, shown, read."""
        qtbot.addWidget(page)
        page.resize(1174, 700)
        page.show()
        page.refresh_if_stale()
        self.context.changed.connect(page.on_changed)
        self.wait(qtbot)
        return page

    def notices(self) -> str:
        return "\n".join(notice.text for notice in self.context.notices.waiting())


@contextmanager
def opened(tmp_path: Path, *, fresh: bool = False) -> Iterator[House]:
    """The authority's folder, or an empty one where `fresh`."""
    known = world()
    folder = tmp_path / "Sở KH&CN"
    if not fresh:
        shutil.copytree(known.folder, folder)
    clock = Clock()
    workspace = folders.open_workspace(folder, clock)
    if fresh:
        workspaces.add_person(workspace, "Nguyễn Thị Thảo", "Đầu mối")
    context = Context(workspace, stored(tmp_path))
    context.part_id = "" if fresh else known.part
    yield House(workspace, context, known.part, known.files, clock)
    context.close(cancel=True)
    workspace.close()


def dialog_of(kind: type[QWidget], parent: QWidget) -> QWidget:
    """The dialog of this kind that is open."""
    return next(each for each in parent.window().findChildren(kind) if each.isVisible())


def press(widget: QWidget, kind: type[QWidget], name: str) -> None:
    """Clicks the button with this name."""
    button = widget.findChild(kind, name)
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()


def words_of(widget: QWidget, kind: type[QWidget]) -> str:
    """All words of the labels inside a widget."""
    return "\n".join(label.text() for label in widget.findChildren(kind))
