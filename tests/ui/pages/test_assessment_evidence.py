"""The desk with evidence, in a later round, in narrow windows, and after an end by force."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.assessment import Citation, ResponseState
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.commune import assessing, evidencing
from app.resources import FOLDER
from tests.ui.accessibility import nameless
from tests.ui.pages import desk_house
from tests.ui.pages.desk_house import House
from ui import theme
from ui.pages.assessment_desk.evidence_pane import EvidenceCard
from ui.widgets.button import Button
from ui.widgets.desk import DRAWER, LEAST, PROOF, TABBED, WIDE
from ui.widgets.text import Label


@pytest.fixture
def house(tmp_path: Path, preferences, qtbot):
    with desk_house.opened(tmp_path, preferences, qtbot) as made:
        yield made


def part_of(house: House, name: str) -> QWidget:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # a form that was set down
    found = house.page.findChild(QWidget, name)
    assert found is not None, name
    return found


def words_of(house: House, name: str) -> str:
    return " ".join(label.text() for label in part_of(house, name).findChildren(Label))


def papers(folder: Path, count: int) -> list[Path]:
    made = [folder / f"Văn bản số {number}.pdf" for number in range(count)]
    for number, path in enumerate(made):
        path.write_bytes(b"%PDF-1.4 " + str(number).encode())
    return made


TYPES_AND_DIES = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.operations import folders, workspace
from app.operations.authority import campaigning
from app.operations.commune import assessing
from app.domain.agency import Agency
from app.domain.campaign import Period
from tests.ui.pages.desk_house import every_kind
from ui import language, theme
from ui.context import Context
from ui.pages.assessment import Assessment
from ui.preferences import stored

application = QApplication([])
theme.install(application)
language.install("vi")
opened = folders.open_workspace(Path(sys.argv[1]))
part = campaigning.start_alone(opened, every_kind(), Agency(code="hb", name="Xã"), Period(title="2026"))
context = Context(opened, stored(Path(sys.argv[1])))
context.part_id = part.id
context.saving.connect(lambda pending: None if pending else os.kill(os.getpid(), signal.SIGKILL))
page = Assessment(context)
page.show()
page.refresh_if_stale()
entry = page.findChild(object, "input-online").entry.entry
QTest.keyClicks(entry, "1506")
application.exec()
"""


@pytest.fixture
def stage(tmp_path: Path, preferences, qtbot):
    """The desk at a stage of the sample's loop."""
    from ui.scenes.commune_loop import loop

    told = loop()
    made = []

    def open_at(name: str) -> House:
        manager = desk_house.shown(told.opened(name, tmp_path), told.part, preferences, qtbot)
        made.append(manager)
        return manager.__enter__()

    yield open_at
    for manager in made:
        manager.__exit__(None, None, None)


def test_a_hundred_files_in_one_drop_and_the_bad_ones_told(house: House, tmp_path: Path):
    house.at("1.1")
    folder = tmp_path / "kéo thả"
    folder.mkdir()
    papers(folder, 100)
    (folder / "rỗng.pdf").write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(folder / "mất.pdf"))])
    assert house.page._evidence_acts.take(data)
    house.until(lambda: len(house.seen().evidence) == 100)
    house.settle()
    notice = house.context.notices.waiting()[-1]
    assert len(notice.details) == 2
    assert all(any(name in line for line in notice.details) for name in ("rỗng.pdf", "mất.pdf"))
    assert len(house.page.findChildren(EvidenceCard)) == 100


def test_stopping_keeps_nothing_of_the_drop(house: House, tmp_path: Path):
    house.at("1.1")
    house.page._evidence_acts.attach(papers(tmp_path, 300))
    for job in house.context.jobs():
        job.cancel()
    house.settle()
    assert house.seen().evidence == ()


def test_a_picture_is_pasted_as_evidence(house: House):
    house.at("1.1")
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B5CAD"))
    data = QMimeData()
    data.setImageData(image)
    assert house.page._evidence_acts.take(data)
    house.until(lambda: len(house.seen().evidence) == 1)
    assert house.seen().evidence[0].ext == "png"
    assert house.seen().evidence[0].name.startswith("Ảnh chụp màn hình")


def test_what_was_removed_can_be_put_back_as_it_was(house: House, tmp_path: Path):
    house.at("1.1")
    part = house.context.part_id
    piece = evidencing.attach(house.workspace, part, "1.1", papers(tmp_path, 1)).ids[0]
    citation = Citation(number="12/BC-UBND", date="05/08/2026", issuer="UBND xã", subject="Báo cáo")
    evidencing.describe(house.workspace, piece, citation=citation, pages={"n1.1": "tr. 3"})
    house.page.refresh()
    house.settle()
    before = house.seen().evidence
    house.page._evidence_acts.remove(before[0])
    house.settle()
    assert house.seen().evidence == ()
    notice = house.context.notices.waiting()[-1]
    assert "12/BC-UBND" in notice.text
    notice.acts[0].do()
    house.settle()
    assert house.seen().evidence == before


def test_the_menu_of_a_piece_offers_what_is_safe(house: House, tmp_path: Path):
    house.at("1.1")
    program = tmp_path / "cài đặt.pdf"
    program.write_bytes(b"MZ\x90\x00 not a paper")
    evidencing.attach(house.workspace, house.context.part_id, "1.1", [program, *papers(tmp_path, 1)])
    house.page.refresh()
    house.settle()
    offered = [[act.words for act in card.menu_acts() if act] for card in house.page.findChildren(EvidenceCard)]
    assert "Mở bản sao chỉ đọc" not in offered[0]
    assert "Lưu bản sao…" in offered[0]
    assert "Mở bản sao chỉ đọc" in offered[1]


def test_evidence_said_to_be_incomplete_asks_for_an_explanation(house: House, tmp_path: Path):
    assessing.answer(house.workspace, house.context.part_id, "1.2", inputs={"issued": "yes"})
    evidencing.attach(house.workspace, house.context.part_id, "1.2", papers(tmp_path, 1))
    house.page.refresh()
    house.settle()
    house.at("1.2")
    part_of(house, "incomplete").click()
    house.settle()
    assert house.seen().states["n1.2"] is ResponseState.INCOMPLETE_EVIDENCE


def test_an_end_by_force_after_saving_loses_nothing(tmp_path: Path):
    folder = tmp_path / "Dữ liệu"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(FOLDER.parent)}
    arguments = [sys.executable, "-c", TYPES_AND_DIES, str(folder), str(FOLDER.parent)]
    ended = subprocess.run(arguments, env=environment, capture_output=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    again = folders.open_workspace(folder)
    part = workspaces.journal_lines(again)[0].part
    assert assessing.view(again, part).response("n1.1").inputs == {"online": "1506"}
    again.close()


def test_names_are_data_and_everything_says_its_name(tmp_path: Path, preferences, qtbot):
    with desk_house.opened(tmp_path, preferences, qtbot, name=desk_house.HOSTILE) as house:
        paper = tmp_path / "<b>đậm & \u202egpj.exe.pdf"
        paper.write_bytes(b"%PDF-1.4 x")
        evidencing.attach(house.workspace, house.context.part_id, "1.1", [paper])
        house.page.refresh()
        house.settle()
        for code in ("1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3"):
            house.at(code)
            assert nameless(house.page) == [], code
        house.at("1.1")
        told = [label for label in house.page.findChildren(Label) if "đậm" in label.text()]
        assert told
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in told)
        assert not any("\u202e" in label.text() for label in told)


@pytest.mark.parametrize(("width", "mode"), [(1150, WIDE), (960, TABBED), (831, DRAWER), (603, DRAWER)])
def test_the_form_is_never_pressed(house: House, width: int, mode: str):
    house.page.resize(width, 500)
    house.qtbot.waitUntil(lambda: house.page._desk.mode == mode)
    assert part_of(house, "explanation").width() <= width
    assert house.page._desk._stack.width() >= LEAST[1]
    assert house.page.width() == width


def test_the_form_has_room_in_the_narrowest_window_whatever_the_size_of_the_text(house: House):
    theme.current().switch(scale=150)
    try:
        house.page.resize(556, 420)
        house.qtbot.waitUntil(lambda: house.page._desk.mode == DRAWER)
        stack = house.page._desk._stack
        house.qtbot.waitUntil(lambda: stack.mapTo(house.page, stack.rect().topRight()).x() < 556)
    finally:
        theme.current().switch(scale=100)


def test_the_drawer_opens_by_button_and_closes_with_a_choice_or_escape(house: House):
    house.page.resize(831, 500)
    desk = house.page._desk
    house.qtbot.waitUntil(lambda: desk.mode == DRAWER)
    part_of(house, "open-list").click()
    assert desk.is_drawer_open()
    view = part_of(house, "criteria")
    view.select_key("n1.3")
    house.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert not desk.is_drawer_open()
    assert "1.3" in part_of(house, "heading").text()
    part_of(house, "open-list").click()
    house.qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not desk.is_drawer_open()


def test_evidence_is_a_tab_beside_the_form(house: House):
    house.page.resize(831, 500)
    house.qtbot.waitUntil(lambda: house.page._desk.mode == DRAWER)
    assert not part_of(house, "drop").isVisible()
    house.page._desk.show_tab(PROOF)
    assert part_of(house, "drop").isVisible()
    house.page.resize(1150, 690)
    house.qtbot.waitUntil(lambda: house.page._desk.mode == WIDE)
    assert part_of(house, "drop").isVisible()
    assert part_of(house, "explanation").isVisible()


def test_a_later_round_opens_what_the_reviewers_ask_for(stage):
    house = stage("feedback")
    assert "1.3" in part_of(house, "heading").text()
    assert "Không thống nhất" in words_of(house, "feedback")
    assert "Ảnh chụp không thấy ngày đăng" in words_of(house, "feedback")
    assert part_of(house, "input-so_tin").entry.entry.isReadOnly()
    assert not part_of(house, "explanation").isReadOnly()
    house.at("1.2")
    assert part_of(house, "explanation").isReadOnly()
    assert not part_of(house, "drop").isVisible()
    assert part_of(house, "complete").words() == "Đến tiêu chí chưa xong"


def test_frozen_figures_are_read_only_until_reopened(stage):
    house = stage("frozen")
    assert part_of(house, "closed").isVisible()
    assert part_of(house, "explanation").isReadOnly()
    part_of(house, "reopen").click()
    dialog = house.page.window().findChild(QWidget, "note").window()
    dialog.findChild(QWidget, "note").setPlainText("Sửa số liệu tiêu chí 6.1")
    dialog.findChild(Button, "act").click()
    house.until(lambda: not part_of(house, "closed").isVisible())
    assert house.seen().is_draft
    assert not part_of(house, "explanation").isReadOnly()


def test_the_header_says_what_is_saved(qtbot):
    from ui.scenes import commune_send

    window = commune_send.window("half", "assessment")
    qtbot.addWidget(window)
    page = window.page()
    page.show_place("2.2")
    told: list[str] = []
    window.context.saving.connect(lambda _: told.append(window.header._saved.text()))
    form = page.findChild(QWidget, "input-nhiem_vu_hoan_thanh")
    form.entry.entry.setText("20")
    form.entry.entry.textEdited.emit("20")
    page.leave()
    qtbot.waitUntil(lambda: not window.context.jobs() and len(told) > 1, timeout=10_000)
    assert told[0] == "Đang lưu"
    assert told[-1].startswith("Đã lưu ")
    page.leave()
    window.context.close()
    commune_send._opened.pop().close()
