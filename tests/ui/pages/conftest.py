"""A commune's window on a real data folder, at any stage of the loop."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ui.context import Context
from ui.main_window import MainWindow
from ui.pages import COMMUNE
from ui.preferences import Preferences
from ui.scenes.commune_loop import loop


class House:
    """The window, the page that is looked at, and what it asked for."""

    def __init__(self, stage: str, page: str, folder: Path, preferences: Preferences) -> None:
        told = loop()
        self.told, self.folder = told, folder
        self.context = Context(told.opened(stage, folder), preferences)
        self.context.part_id = told.part
        self.window = MainWindow(self.context, ())
        self.asked: list[tuple[str, object]] = []
        # the page alone: what it asks of the window is written down, no other page is made
        spec = next(each for each in COMMUNE if each.identifier == page)
        self.window.set_pages([spec])
        self.page = self.window.page()
        assert self.page is not None
        self.page.go_to.disconnect(self.window.open_page)
        self.page.go_to.connect(lambda name, place: self.asked.append((name, place)))
        self.window.resize(1366, 768)
        self.window.show()

    @property
    def workspace(self):
        return self.context.workspace

    @property
    def part(self) -> str:
        return self.context.part_id

    def wait(self, qtbot) -> None:
        """Until everything asked for is done and shown."""
        qtbot.waitUntil(lambda: not self.context.jobs(), timeout=20_000)

    def notices(self) -> list[str]:
        return [notice.text for notice in self.context.notices.waiting()]


@pytest.fixture
def house(qtbot, tmp_path: Path, preferences: Preferences) -> Iterator[Callable[[str, str], House]]:
    """Opens the window at a stage and a page; only one in a test, as in a process."""
    made: list[House] = []

    def opened(stage: str, page: str) -> House:
        made.append(House(stage, page, tmp_path, preferences))
        qtbot.addWidget(made[-1].window)
        return made[-1]

    yield opened
    for each in made:
        each.context.close()
        each.context.workspace.close()
