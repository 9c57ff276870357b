"""A data folder that can't be written, in the window: every page is read, an act is one sentence, nothing changes."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.operations import folders, parts, workspace
from app.operations.authority import collecting
from app.operations.commune import assessing
from app.operations.workspace import Workspace
from tests.app.operations.older import data_of, every_byte
from tests.rights import without_root
from tests.ui.pages import collecting_house
from ui.context import Context
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.session import Session
from ui.widgets.button import Button


def only_read(folder: Path) -> Workspace:
    """The folder opened by somebody who may not write there."""
    every = [folder, *folder.rglob("*")]
    for path in every:
        path.chmod(0o555 if path.is_dir() else 0o444)
    with without_root():
        return folders.open_workspace(folder)


@pytest.fixture(params=["commune", "authority"])
def session(request: pytest.FixtureRequest, qtbot, tmp_path: Path, preferences: Preferences) -> Iterator[Session]:
    folder = tmp_path / "Dữ liệu trên đĩa"
    if request.param == "commune":
        folders.open_workspace(data_of("0.3", folder)).close()
    else:
        known = collecting_house.world()
        shutil.copytree(known.folder, folder)
        with closing(folders.open_workspace(folder, known.clock)) as opened:
            collecting.import_paths(opened, known.part, list(known.files.values()))
    context = Context(only_read(folder), preferences)
    window = MainWindow(context, ())
    qtbot.addWidget(window)
    made = Session(window)
    window.show()
    yield made
    context.close()
    context.workspace.close()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)


def test_every_page_can_be_read_and_says_once_that_nothing_is_saved(session: Session, qtbot) -> None:
    context: Context = session.parent().context
    before = every_byte(context.workspace.folder)
    session.begin()
    window = session.parent()
    told = [notice.text for notice in context.notices.waiting()]
    assert len(told) == 1
    assert str(context.workspace.folder) in told[0]
    for identifier in list(window._specs):
        window.open_page(identifier)
        qtbot.waitUntil(lambda: not context.jobs(), timeout=30_000)
    assert [notice.text for notice in context.notices.waiting() if notice.tone != "lead"] == told
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert every_byte(context.workspace.folder) == before


def test_an_act_is_refused_with_one_sentence(session: Session, qtbot) -> None:
    context: Context = session.parent().context
    session.begin()
    before = every_byte(context.workspace.folder)
    for _ in range(2):
        context.run(workspace.add_person, "Ai đó")
        qtbot.waitUntil(lambda: not context.jobs(), timeout=30_000)
    refused = [notice.text for notice in context.notices.waiting() if "chế độ chỉ xem" in notice.text]
    assert len(refused) == 1
    assert every_byte(context.workspace.folder) == before


def test_what_would_write_is_off_and_says_why(session: Session, qtbot) -> None:
    context: Context = session.parent().context
    session.begin()
    window = session.parent()
    writing = {"backup", "add-person", "new", "send", "add", "annex", "load", "record", "round", "conclude", "receipts"}
    seen = set()
    for identifier in list(window._specs):
        page = window.open_page(identifier)
        qtbot.waitUntil(lambda: not context.jobs(), timeout=30_000)
        for button in page.findChildren(Button):
            if button.objectName() in writing:
                seen.add(button.objectName())
                button.setEnabled(True)  # as a page does when something is chosen
                assert not button.isEnabled(), (identifier, button.words())
                assert "Chỉ xem" in button.toolTip(), (identifier, button.words())
    assert {"backup", "add-person"} <= seen
    assert "appraising" not in window._specs or seen == writing


def test_fields_of_a_draft_are_shut(qtbot, tmp_path: Path, preferences: Preferences) -> None:
    from ui.scenes.commune_loop import loop

    opened = loop().opened("half", tmp_path)
    folder = opened.folder
    opened.close()
    context = Context(only_read(folder), preferences)
    try:
        part = parts.find(context.workspace).id
        seen = assessing.view(context.workspace, part)
        assert seen.is_draft
        assert not any(seen.may_change(place.id, what) for place in seen.criteria for what in assessing.RoundField)
        window = MainWindow(context, ())
        qtbot.addWidget(window)
        Session(window).begin()
        window.show()
        page = window.open_page("assessment", "1.1")
        qtbot.waitUntil(lambda: not context.jobs(), timeout=30_000)
        assert page.findChild(object, "explanation").isReadOnly()
    finally:
        context.close()
        context.workspace.close()
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
