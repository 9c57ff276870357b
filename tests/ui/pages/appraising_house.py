"""A province in its review, on a real folder of its own for every test: played once, copied, opened."""

import functools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.page import Page
from ui.preferences import stored
from ui.scenes import appraising_world
from ui.scenes.appraising_world import World
from ui.widgets.button import Button
from ui.widgets.text import Label


@functools.cache
def world() -> World:
    """Three communes with six criteria each; the first two answered alike; the key of the third is not accepted."""
    return appraising_world.build(Path(tempfile.mkdtemp(prefix="thuocso-tests-")), is_small=True)


@dataclass
class House:
    context: Context
    asked: list[tuple[str, object]] = field(default_factory=list)

    @property
    def workspace(self):
        return self.context.workspace

    @property
    def part(self) -> str:
        return self.context.part_id

    def wait(self, qtbot) -> None:
        qtbot.waitUntil(lambda: not self.context.jobs(), timeout=30_000)

    def show(self, qtbot, page: Page) -> Page:
        """As the window does: made, shown, read; what it asks of the window is written down."""
        qtbot.addWidget(page)
        page.resize(1174, 708)
        page.show()
        page.refresh_if_stale()
        self.context.changed.connect(page.on_changed)
        page.go_to.connect(lambda name, place: self.asked.append((name, place)))
        self.wait(qtbot)
        return page

    def notices(self) -> str:
        return "\n".join(notice.text for notice in self.context.notices.waiting())


@contextmanager
def opened(tmp_path: Path, stage: str) -> Iterator[House]:
    """The authority's folder at a stage of the review."""
    workspace = world().opened(stage, tmp_path)
    context = Context(workspace, stored(tmp_path))
    context.part_id = world().part
    try:
        yield House(context)
    finally:
        context.close(cancel=True)
        workspace.close()


def dialog_of(kind: type[QWidget], parent: QWidget) -> QWidget:
    """The dialog of this kind that is open."""
    return next(each for each in parent.window().findChildren(kind) if each.isVisible())


def press(widget: QWidget, name: str) -> None:
    """Clicks the button with this name; the newest where older ones are on their way out."""
    buttons = widget.findChildren(Button, name)
    assert buttons, name
    assert buttons[-1].isEnabled(), name
    buttons[-1].click()


def words(widget: QWidget) -> str:
    """All that is said in it."""
    return "\n".join(label.text() for label in widget.findChildren(Label) if not label.isHidden())
