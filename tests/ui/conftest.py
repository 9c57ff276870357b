"""The window's tests: one application with the theme and Vietnamese, preferences in a folder of their own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui import language, theme
from ui.__main__ import import_plainly
from ui.context import Context
from ui.preferences import Preferences, stored

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of every window that has a smallest size; no other warning is passed over."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(scope="session")
def first_look(qapp: QApplication) -> theme.Theme:
    """As at the start of the program: plain imports; fonts, style and rules are loaded once."""
    import_plainly()
    language.install("vi")
    return theme.install(qapp, "light", 100)


@pytest.fixture(autouse=True)
def look(first_look: theme.Theme) -> theme.Theme:
    """What a test before may have changed is put back."""
    if language.current() != "vi":
        language.install("vi")
    made = theme.current()
    if (made.asked, made.scale) != ("light", 100):
        made.switch("light", 100)
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return stored(tmp_path)


@pytest.fixture
def context(preferences: Preferences, qtbot) -> Context:
    made = Context("the workspace", preferences)
    yield made
    made.close()


@pytest.fixture
def board(qtbot):
    """A table of communes with lights, badges and bars."""
    from ui.scenes import gallery

    view = gallery.table()
    qtbot.addWidget(view)
    view.show()
    return view
