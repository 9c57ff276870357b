"""From one data folder to another in the same window: the sample and back, a backup brought back, what may go wrong."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.operations import parts, workspace
from app.operations.keeping import backing_up, places
from app.operations.keeping.packing import Reason
from ui.context import Context
from ui.dialogs.restore import RestoreDialog
from ui.main_window import MainWindow
from ui.preferences import DATA_FOLDER
from ui.scenes.commune_loop import loop
from ui.session import Session
from ui.switching import sample_folder
from ui.widgets.button import Button


@pytest.fixture
def session(qtbot, tmp_path: Path, preferences):
    context = Context(loop().opened("begun", tmp_path), preferences)
    window = MainWindow(context, ())
    qtbot.addWidget(window)
    made = Session(window)
    made.begin()
    window.show()
    yield made
    context.close()
    context.workspace.close()


def context_of(session: Session) -> Context:
    return session.parent().context


def test_the_sample_is_made_beside_the_data_opened_and_left_again(session, qtbot):
    context = context_of(session)
    own = context.workspace.folder
    context.sample_asked.emit()
    qtbot.waitUntil(lambda: context.workspace.folder == sample_folder(own) and context.part_id != "", timeout=120_000)
    assert session.switcher.home == own
    assert all(part.campaign.is_sample for part in parts.everything(context.workspace))
    session.switcher.go_home()
    qtbot.waitUntil(lambda: context.workspace.folder == own and context.part_id == loop().part, timeout=20_000)
    assert session.switcher.home is None
    assert context.preferences.get(DATA_FOLDER) == ""  # the next start opens the own data again


def test_what_changed_just_before_the_end_is_not_counted_any_more(session, qtbot):
    context = context_of(session)
    context.changed.emit(frozenset({"people"}))
    context.close()
    with qtbot.captureExceptions() as raised:
        qtbot.wait(20)
    assert raised == []


def asked() -> RestoreDialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, RestoreDialog) and each.isVisible())


def test_three_clicks_bring_a_backup_back_and_what_was_there_becomes_a_copy(session, qtbot, tmp_path: Path):
    context = context_of(session)
    own = context.workspace.folder
    backing_up.backup(context.workspace, tmp_path / "Sao lưu.zip")
    workspace.add_person(context.workspace, "Người đến sau")
    context.backup_asked.emit(tmp_path / "Sao lưu.zip")
    dialog = asked()
    qtbot.waitUntil(dialog.findChild(Button, "act").isEnabled)
    dialog.findChild(Button, "act").click()
    qtbot.waitUntil(lambda: context.part_id != "" and bool(places.copies(own)), timeout=20_000)
    assert context.workspace.folder == own
    assert context.part_id == loop().part
    assert "Người đến sau" not in [person.name for person in workspace.persons(context.workspace)]
    (copy,) = places.copies(own)
    assert copy.told.facts.reason is Reason.RESTORE
    qtbot.waitUntil(lambda: any(copy.stem in notice.text for notice in context.notices.waiting()))
    assert context.preferences.get(DATA_FOLDER) == ""  # window and shell go on in the same place

    context.backup_asked.emit(copy)  # and back again
    dialog = asked()
    qtbot.waitUntil(dialog.findChild(Button, "act").isEnabled)
    dialog.findChild(Button, "act").click()
    qtbot.waitUntil(lambda: context.part_id != "" and len(places.copies(own)) == 2, timeout=20_000)
    assert "Người đến sau" in [person.name for person in workspace.persons(context.workspace)]


def test_a_damaged_backup_leads_back_to_where_one_was(session, qtbot, tmp_path: Path):
    context = context_of(session)
    own = context.workspace.folder
    backing_up.backup(context.workspace, tmp_path / "hỏng.zip")
    data = bytearray((tmp_path / "hỏng.zip").read_bytes())
    data[len(data) // 3] ^= 255
    (tmp_path / "hỏng.zip").write_bytes(data)
    context.backup_asked.emit(tmp_path / "hỏng.zip")
    dialog = asked()
    qtbot.waitUntil(dialog.findChild(Button, "act").isEnabled)
    dialog.findChild(Button, "act").click()
    qtbot.waitUntil(lambda: any("không còn nguyên vẹn" in notice.text for notice in context.notices.waiting()))
    assert context.workspace.folder == own
    assert context.part_id == loop().part
    assert places.copies(own) == ()
    assert [path.name for path in own.parent.iterdir() if path.is_dir()] == [own.name]


def test_stopping_never_takes_away_a_folder_that_was_there_before(session, qtbot):
    context = context_of(session)
    own = context.workspace.folder
    kept = sample_folder(own) / "ghi chú của văn thư.txt"
    kept.parent.mkdir()
    kept.write_text("giữ lại", encoding="utf-8")
    with qtbot.waitSignal(context.job_started, timeout=20_000) as started:
        context.sample_asked.emit()
    started.args[0].cancel()
    qtbot.waitUntil(lambda: context.workspace.folder == own and context.part_id == loop().part, timeout=120_000)
    assert kept.read_text("utf-8") == "giữ lại"
