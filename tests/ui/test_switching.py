"""From one data folder to another in the same window: the sample and back, a backup brought back, what may go wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QWidget

from app.errors import AppError, Cause
from app.operations import folders, parts, workspace
from app.operations.commune import assessing
from app.operations.keeping import backing_up, places
from app.operations.keeping.packing import Reason
from app.operations.workspace import DATABASE
from tests.app.operations.comparing_folders import everything
from tests.app.operations.older import data_of
from tests.ui.keyboard import compose
from ui import crash
from ui.context import Context
from ui.dialogs.cannot_open import CannotOpen
from ui.dialogs.crash_report import CrashReport
from ui.dialogs.restore import RestoreDialog
from ui.main_window import MainWindow
from ui.preferences import DATA_FOLDER
from ui.scenes.commune_loop import clock, loop
from ui.session import LAST_PART, Session
from ui.switching import sample_folder
from ui.widgets.button import Button
from ui.widgets.text import Label


@contextmanager
def begun(context: Context, qtbot) -> Iterator[Session]:
    """The window as the program's start makes it, and its end."""
    window = MainWindow(context, ())
    qtbot.addWidget(window)
    made = Session(window)
    made.begin()
    window.show()
    yield made
    context.close()
    context.workspace.close()


@pytest.fixture
def session(qtbot, tmp_path: Path, preferences):
    with begun(Context(loop().opened("begun", tmp_path), preferences), qtbot) as made:
        yield made


@pytest.fixture
def net(qtbot):
    """The bridge of the crash net, without its hooks."""
    crash._bridge[:] = [crash._Bridge()]
    crash._bridge[0].reported.connect(crash._show)
    yield
    crash._bridge.clear()


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


def test_the_choice_of_another_place_for_copies_is_one_step_away(session, qtbot):
    context_of(session).place_asked.emit()
    assert session.parent().page_name() == "settings"
    qtbot.waitUntil(lambda: not context_of(session).jobs(), timeout=20_000)


def asked() -> RestoreDialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, RestoreDialog) and each.isVisible())


class Mouse:
    """Clicks in the middle of what is seen and counts them."""

    def __init__(self, qtbot) -> None:
        self._qtbot, self.clicks = qtbot, 0

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.clicks += 1


@pytest.fixture
def carried(tmp_path: Path) -> tuple[Path, object]:
    """One file with everything of the computer before, and what lay there."""
    before = loop().opened("frozen", tmp_path / "máy cũ")
    try:
        workspace.set_setting(before, LAST_PART, loop().part)  # as its window left it
        backing_up.backup(before, tmp_path / "USB Sao lưu.zip")
    finally:
        before.close()
    return tmp_path / "USB Sao lưu.zip", everything(before.folder)


@pytest.fixture
def new_computer(qtbot, tmp_path: Path, preferences, carried) -> Session:
    """The first page of an empty folder."""
    with begun(Context(folders.open_workspace(tmp_path / "máy mới" / "ThuocSo", clock), preferences), qtbot) as made:
        yield made


def chosen_in(files: QFileDialog, path: Path, mouse: Mouse) -> None:
    """The name typed and the dialog's own button pressed."""
    compose(files.findChild(QLineEdit, "fileNameEdit"), text=str(path))
    mouse.click(files.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open))


def test_three_clicks_bring_the_work_to_a_new_computer(new_computer: Session, carried, qtbot):
    context, (file, left) = context_of(new_computer), carried
    own = context.workspace.folder
    assert new_computer.parent().page_name() == "start"
    mouse, choosing = Mouse(qtbot), Mouse(qtbot)
    mouse.click(new_computer.parent().page().findChild(Button, "start-backup"))
    dialog = asked()
    mouse.click(dialog.findChild(Button, "other-file"))
    chosen_in(dialog.findChild(QFileDialog), file, choosing)
    qtbot.waitUntil(dialog.findChild(Button, "act").isEnabled)
    assert "Xã Hòa Bình" in " ".join(label.text() for label in dialog.findChildren(Label))
    mouse.click(dialog.findChild(Button, "act"))
    qtbot.waitUntil(lambda: context.part_id == loop().part, timeout=20_000)
    assert (mouse.clicks, choosing.clicks) == (3, 1)
    assert context.workspace.folder == own
    assert assessing.view(context.workspace, context.part_id).state == "frozen"
    context.close()
    context.workspace.close()
    assert left[1] != {}
    assert everything(own) == left


def test_a_backup_is_brought_back_and_what_was_there_becomes_a_copy(session, qtbot, tmp_path: Path):
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


# What stands in the way, and no folder is open ---------------------------------------------------------------------


def why_not() -> list[CannotOpen]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CannotOpen) and each.isVisible()]


def press(name: str) -> None:
    why_not()[0].findChild(Button, name).click()


@pytest.fixture
def gone(session, qtbot, tmp_path: Path) -> Path:
    """The share with the data broke away before the sample was asked for: where the data are meanwhile."""
    context, away = context_of(session), tmp_path / "ổ mạng đã ngắt"
    own = context.workspace.folder
    own.rename(away)
    sample_folder(own).write_text("không lập được thư mục ở đây")
    with qtbot.captureExceptions() as raised:
        context.sample_asked.emit()
        qtbot.waitUntil(lambda: bool(why_not()), timeout=20_000)
    assert raised == []
    assert "không còn ở chỗ cũ" in why_not()[0].sentence.text()
    return away


def test_a_share_that_comes_back_is_tried_again(session, qtbot, gone: Path):
    window, context = session.parent(), context_of(session)
    own = context.workspace.folder
    press("act")
    assert not own.exists()  # nothing is begun anew in its place
    gone.rename(own)
    press("act")
    assert why_not() == []
    assert (context.workspace.folder, context.part_id) == (own, loop().part)
    assert window.page_name() == "overview"
    assert window.rail.isEnabled()
    assert context.notices.waiting()  # and why there is no sample


def test_another_folder_is_worked_in_where_the_share_stays_away(session, qtbot, gone: Path, tmp_path: Path):
    window, context = session.parent(), context_of(session)
    (tmp_path / "máy này").mkdir()
    why_not()[0].choose(tmp_path / "máy này")
    assert context.workspace.folder == tmp_path / "máy này"
    assert window.page_name() == "start"
    assert window.rail.isEnabled()
    assert context.preferences.get(DATA_FOLDER) == str(tmp_path / "máy này")


def test_without_any_folder_the_window_closes(session, qtbot, gone: Path):
    press("leave")
    assert not session.parent().isVisible()
    context_of(session).workspace.close()  # as the program does at its end


def test_a_bug_while_the_sample_is_made_leads_back_as_well(session, qtbot, net):
    window, context = session.parent(), context_of(session)
    own = context.workspace.folder

    def broken(folder: Path, progress: object) -> None:
        folder.mkdir()
        raise ZeroDivisionError

    session.switcher._leave_for(sample_folder(own), broken, home=own)
    qtbot.waitUntil(lambda: context.part_id == loop().part, timeout=20_000)
    assert window.page_name() == "overview"
    assert window.rail.isEnabled()
    assert not sample_folder(own).exists()
    (report,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, CrashReport) and each.isVisible())
    report.close()


class Slow:
    """A folder that is being made, with work in it, until it may go on."""

    def __init__(self) -> None:
        self.made, self.may_go_on = Event(), Event()

    def make(self, folder: Path, progress: object) -> None:
        opened = folders.open_workspace(folder)
        workspace.add_person(opened, "Người của dữ liệu minh họa")
        self.made.set()
        self.may_go_on.wait(20)
        opened.close()


def test_no_copy_is_made_of_a_folder_that_is_being_left(session, qtbot):
    """The process has the new one open by then, so that would be copied, and what it lacks be told."""
    context, slow = context_of(session), Slow()
    own = context.workspace.folder
    session.switcher._leave_for(sample_folder(own), slow.make, home=own)
    qtbot.waitUntil(slow.made.is_set, timeout=20_000)
    try:
        session.keeper.look()
        session.keeper.look_for_place()
        with pytest.raises(AppError, match=r"data\.closed"):
            backing_up.automatic(context.workspace)
    finally:
        slow.may_go_on.set()
    qtbot.waitUntil(lambda: context.workspace.folder == sample_folder(own) and not context.jobs(), timeout=20_000)
    assert places.copies(own) == ()
    assert not [notice.text for notice in context.notices.waiting() if "minh chứng" in notice.text]


def test_a_file_given_while_another_folder_is_gone_to_is_opened_there(session, qtbot, tmp_path: Path):
    context, slow, file = context_of(session), Slow(), tmp_path / "Hồ sơ.thuocso"
    own = context.workspace.folder
    file.write_bytes(b"")
    session.switcher._leave_for(sample_folder(own), slow.make, home=own)
    qtbot.waitUntil(slow.made.is_set, timeout=20_000)
    context.file_asked.emit(file)
    slow.may_go_on.set()
    qtbot.waitUntil(lambda: bool(context.notices.waiting()), timeout=20_000)
    assert context.workspace.folder == sample_folder(own)
    assert "Hồ sơ.thuocso" in " ".join(notice.text for notice in context.notices.waiting())


def test_a_folder_that_was_only_out_of_reach_is_never_taken_away(session, qtbot, tmp_path: Path):
    context, away = context_of(session), tmp_path / "ngắt mạng một lúc"
    own = context.workspace.folder
    own.rename(away)

    def comes_back(folder: Path, progress: object) -> None:
        away.rename(folder)
        raise AppError("file.unreadable", file="Sao lưu.zip", reason=Cause.GONE)

    session.switcher._leave_for(own, comes_back)
    qtbot.waitUntil(lambda: context.part_id == loop().part, timeout=20_000)
    assert (own / DATABASE).is_file()


def test_another_data_folder_is_worked_in_from_the_settings(session, qtbot, tmp_path: Path):
    context = context_of(session)
    own, other = context.workspace.folder, data_of("0.2", tmp_path / "Máy khác")
    context.folder_asked.emit(other)
    qtbot.waitUntil(lambda: context.workspace.folder == other and context.part_id != "", timeout=60_000)
    assert not folders.is_upgrade_due(other)
    assert context.preferences.get(DATA_FOLDER) == str(other)
    assert any(str(other) in notice.text for notice in context.notices.waiting())
    context.folder_asked.emit(own)
    qtbot.waitUntil(lambda: context.part_id == loop().part, timeout=20_000)
    assert context.preferences.get(DATA_FOLDER) == str(own)


def test_no_folder_is_worked_in_that_lies_inside_the_open_one(session, qtbot):
    context = context_of(session)
    own = context.workspace.folder
    for inside in (own, own / "evidence", own / "backups"):
        context.folder_asked.emit(inside)
        assert context.workspace.folder == own
        assert any("nằm trong chính thư mục dữ liệu" in notice.text for notice in context.notices.waiting())
    assert context.part_id == loop().part
