"""From one data folder to another in the same window: the sample and back, a backup brought back, what may go wrong."""

from pathlib import Path

import pytest

from app.operations import keeping, parts, workspace
from app.progress import SILENT
from ui.context import Context
from ui.main_window import MainWindow
from ui.preferences import DATA_FOLDER
from ui.scenes.commune_loop import loop
from ui.session import Session
from ui.switching import sample_folder

pytestmark = pytest.mark.slow  # sealing keys are derived again and again


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


def test_a_backup_is_opened_in_a_new_folder_and_the_old_one_stays(session, qtbot, tmp_path: Path):
    context = context_of(session)
    own = context.workspace.folder
    keeping.backup(context.workspace, tmp_path / "Sao lưu.zip", SILENT)
    context.backup_asked.emit(tmp_path / "Sao lưu.zip")
    qtbot.waitUntil(lambda: context.workspace.folder != own and context.part_id != "", timeout=20_000)
    assert (own / workspace.DATABASE).is_file()
    assert context.part_id == loop().part
    assert Path(context.preferences.get(DATA_FOLDER)) == context.workspace.folder
    qtbot.waitUntil(lambda: any(str(own) in notice.text for notice in context.notices.waiting()))


def test_a_damaged_backup_leads_back_to_where_one_was(session, qtbot, tmp_path: Path):
    context = context_of(session)
    own = context.workspace.folder
    (tmp_path / "hỏng.zip").write_bytes(b"PK\x03\x04 khong phai ban sao luu")
    context.backup_asked.emit(tmp_path / "hỏng.zip")
    qtbot.waitUntil(lambda: any("không còn nguyên vẹn" in notice.text for notice in context.notices.waiting()))
    assert context.workspace.folder == own
    assert context.part_id == loop().part
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
