"""The commune's desk: typing, points at once, autosave, evidence, keys, rounds, narrow windows."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.assessment import Citation, ResponseState
from app.operations import assessing, evidencing
from app.operations import workspace as workspaces
from app.resources import FOLDER
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages import desk_house
from tests.ui.pages.desk_house import House
from ui.pages.assessment_desk.evidence_pane import EvidenceCard
from ui.widgets.button import Button
from ui.widgets.desk import DRAWER, LEAST, PROOF, TABBED, WIDE
from ui.widgets.text import Label


@pytest.fixture
def house(tmp_path: Path, preferences, qtbot):
    with desk_house.opened(tmp_path, preferences, qtbot) as made:
        yield made


class Windows(QObject):
    """Counts windows that appear."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def part_of(house: House, name: str) -> QWidget:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # a form that was set down
    found = house.page.findChild(QWidget, name)
    assert found is not None, name
    return found


def words_of(house: House, name: str) -> str:
    return " ".join(label.text() for label in part_of(house, name).findChildren(Label))


def type_into(house: House, key: str, typed: str) -> QWidget:
    """Keys on the number field of an input."""
    entry = part_of(house, f"input-{key}").entry.entry
    entry.setFocus()
    entry.selectAll()
    house.qtbot.keyClicks(entry, typed)
    return entry


# Typing ------------------------------------------------------------------------------------------------------------


def test_points_follow_the_keys_before_anything_is_saved(house: House):
    house.at("1.1")
    assert "–" in words_of(house, "points")
    type_into(house, "online", "1506")
    type_into(house, "total", "2000")
    house.until(lambda: "20,00" in words_of(house, "points"))
    house.page.leave()
    house.settle()
    assert house.seen().response("n1.1").inputs == {"online": "1506", "total": "2000"}
    assert "chỉ hơn ngưỡng 6 hồ sơ" in " ".join(x.text() for x in house.page.findChildren(Label)).lower()


def test_what_is_typed_is_on_disk_soon_without_leaving_the_field(house: House):
    house.at("1.1")
    saving: list[bool] = []
    house.context.saving.connect(saving.append)
    type_into(house, "online", "1506")
    house.until(lambda: house.seen().response("n1.1").inputs.get("online") == "1506")
    house.settle()
    assert saving[0] is True
    assert saving[-1] is False


def test_typing_on_and_on_is_saved_meanwhile(house: House):
    """The pause is not started anew by every key, so that an end by force loses little."""
    house.at("1.1")
    area = part_of(house, "explanation")
    area.setFocus()
    for _ in range(60):
        house.qtbot.keyClicks(area, "a", delay=30)
        if house.seen().response("n1.1").explanation:
            break
    assert house.seen().response("n1.1").explanation


def test_leaving_a_field_saves_at_once(house: House):
    house.at("1.1")
    entry = type_into(house, "online", "75,0")
    house.qtbot.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    house.qtbot.keyClicks(entry, "1506")
    house.qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert entry.text() == "1.506"
    house.settle()
    assert house.seen().response("n1.1").inputs["online"] == "1506"


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("online", "12 hồ", "Cần một số"),
        ("online", "12,5", "số nguyên"),
        ("total", "10000", "từ 0 đến 9.999"),
    ],
)
def test_what_cannot_be_kept_stays_in_the_field_with_one_sentence(house: House, key: str, typed: str, told: str):
    house.at("1.1")
    type_into(house, key, "15")
    house.page.leave()
    entry = part_of(house, f"input-{key}").entry.entry
    entry.setFocus()
    entry.selectAll()
    compose(entry, text=typed)
    house.page.leave()
    house.settle()
    assert told in words_of(house, f"input-{key}")
    assert house.seen().response("n1.1").inputs[key] == "15"
    house.at("1.2")
    house.at("1.1")
    assert part_of(house, f"input-{key}").entry.entry.text().replace(".", "") == typed
    assert told in words_of(house, f"input-{key}")


def test_a_criterion_with_an_unreadable_figure_is_not_completed(house: House):
    house.at("1.1")
    type_into(house, "online", "15")
    type_into(house, "total", "2x")
    house.page.complete()
    house.settle()
    assert not house.seen().kept["n1.1"].is_complete
    assert words_of(house, "heading") == ""
    assert "1.1" in part_of(house, "heading").text()


def test_vietnamese_is_composed_and_kept(house: House):
    house.at("1.1")
    area = part_of(house, "explanation")
    area.setFocus()
    compose(area, "S", "Số", text="Số liệu của tỉnh đến hết ngày 30/10")
    house.page.leave()
    house.settle()
    assert house.seen().response("n1.1").explanation == "Số liệu của tỉnh đến hết ngày 30/10"


def test_yes_or_no_may_be_taken_back(house: House):
    house.at("1.2")
    options = part_of(house, "input-issued").options
    yes = options.findChildren(QWidget)[0]
    yes.click()
    house.settle()
    assert house.seen().response("n1.2").inputs == {"issued": "yes"}
    yes.click()
    house.settle()
    assert house.seen().response("n1.2").inputs == {}


def test_a_choice_is_taken_by_its_words(house: House):
    house.at("1.3")
    words = [x for x in part_of(house, "input-who").findChildren(Label) if "Phó Bí thư" in x.text()]
    house.qtbot.mouseClick(words[0], Qt.MouseButton.LeftButton)
    house.until(lambda: "10,00" in words_of(house, "points"))
    house.settle()
    assert house.seen().response("n1.3").inputs == {"who": "deputy"}


def test_ticks_and_none_of_these(house: House):
    house.at("2.1")
    none = part_of(house, "none-of-these")
    assert none.isVisible()
    part_of(house, "input-plan").tick.click()
    house.until(lambda: "6,67" in words_of(house, "points"))
    assert not none.isVisible()
    part_of(house, "input-plan").tick.click()
    house.settle()
    assert house.seen().response("n2.1").inputs == {"plan": "no"}


def test_none_of_the_items_is_an_answer(house: House):
    house.at("2.1")
    part_of(house, "none-of-these").click()
    house.settle()
    assert house.seen().response("n2.1").inputs == dict.fromkeys(("plan", "news", "school"), "no")
    assert house.seen().score.nodes["n2.1"].points == 0


def test_no_figure_from_the_previous_period_is_an_answer(house: House):
    house.at("2.2")
    type_into(house, "now", "40")
    part_of(house, "none-before").click()
    house.settle()
    assert house.seen().response("n2.2").inputs == {"now": "40", "before": "none"}
    assert not part_of(house, "input-before").entry.entry.isEnabled()


def test_points_by_judgement_stay_within_the_maximum(house: House):
    house.at("2.3")
    entry = part_of(house, "own-points").entry.entry
    entry.setFocus()
    house.qtbot.keyClicks(entry, "25")
    house.qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert "từ 0 đến 20" in words_of(house, "own-points")
    entry.setFocus()
    entry.selectAll()
    house.qtbot.keyClicks(entry, "17,5")
    house.qtbot.keyClick(entry, Qt.Key.Key_Tab)
    house.settle()
    assert house.seen().response("n2.3").points == "17.5"


def test_not_applicable_takes_its_only_ground_and_gives_it_back(house: House):
    house.at("1.1")
    tick = part_of(house, "not-applicable")
    tick.click()
    house.settle()
    assert house.seen().states["n1.1"] is ResponseState.NOT_APPLICABLE
    assert house.seen().score.effective_maximum == 100
    tick.click()
    house.settle()
    assert house.seen().response("n1.1").not_applicable is None


def test_a_group_may_be_not_applicable_as_a_whole(house: House):
    house.at("2")
    part_of(house, "not-applicable").click()
    house.settle()
    assert house.seen().score.nodes["g2"].points == 60
    house.at("2.1")
    assert part_of(house, "settled").isVisible()
    assert not part_of(house, "input-plan").isVisible()


def test_where_no_ground_is_named_nothing_can_be_claimed(house: House):
    house.at("1.2")
    assert not part_of(house, "not-applicable").isEnabled()


# The way through ---------------------------------------------------------------------------------------------------


def test_complete_marks_and_goes_to_the_next_open_one(house: House):
    house.at("1.2")
    part_of(house, "input-issued").options.findChildren(QWidget)[0].click()
    house.qtbot.keyClick(house.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.settle()
    assert house.seen().kept["n1.2"].is_complete
    assert "1.3" in part_of(house, "heading").text()


def test_what_is_empty_is_not_completed_but_told(house: House):
    house.at("1.2")
    part_of(house, "complete").click()
    house.settle()
    assert "n1.2" not in house.seen().kept
    assert "chưa có số liệu" in house.context.notices.waiting()[-1].text


@pytest.mark.parametrize(
    ("key", "modifier", "code"),
    [
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier, "2.1"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "2.1"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier, "1.2"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "1.2"),
    ],
)
def test_keys_go_from_criterion_to_criterion(house: House, key, modifier, code: str):
    house.at("1.3")
    house.qtbot.keyClick(house.page, key, modifier)
    assert part_of(house, "heading").text().startswith(code)


def test_search_forgives_and_finds_documents(house: House, tmp_path: Path):
    paper = tmp_path / "Báo cáo.pdf"
    paper.write_bytes(b"%PDF-1.4 x")
    piece = evidencing.attach(house.workspace, house.context.part_id, "1.3", [paper]).ids[0]
    evidencing.describe(house.workspace, piece, citation=Citation(number="212/BC-UBND"))
    house.page.refresh()
    house.settle()
    tree = house.page.search_box().parent().parent()
    for typed, codes in (("ho so truc tuyen", {"1.1"}), ("212/bc", {"1.3"}), ("2.2", {"2.2"}), ("không có gì", set())):
        house.page.search_box().setText(typed)
        house.qtbot.keyClick(house.page.search_box(), Qt.Key.Key_Return)
        rows = [tree.model.row_at(index) for index in tree.model.walk()]
        assert {row.code for row in rows if not row.is_group} == codes, typed


def test_a_criterion_stays_in_its_filter_while_it_is_answered(house: House):
    house.page._tree.set_filter("open")
    house.at("1.2")
    part_of(house, "input-issued").options.findChildren(QWidget)[0].click()
    house.settle()
    model = house.page._tree.model
    assert model.index_of("n1.2").isValid()
    house.at("1.3")
    house.page._tree.set_filter("open")
    assert not model.index_of("n1.2").isValid()


def test_only_changed_rows_are_drawn_again(house: House):
    house.at("1.1")
    told: list[str] = []
    model = house.page._tree.model
    model.dataChanged.connect(lambda first, *_: told.append(model.key_at(first)))
    type_into(house, "online", "7")
    house.until(lambda: bool(told))
    house.settle()
    assert set(told) <= {"n1.1", "g1"}


def test_the_tree_keeps_the_rules_of_qt(house: House, qtmodeltester):
    qtmodeltester.check(house.page._tree.model)


def test_another_form_never_flashes_a_window_of_its_own(house: House, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    for code in ("1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3"):
        house.at(code)
        qapp.processEvents()
    qapp.removeEventFilter(windows)
    assert windows.seen == []


# Evidence ----------------------------------------------------------------------------------------------------------


def papers(folder: Path, count: int) -> list[Path]:
    made = [folder / f"Văn bản số {number}.pdf" for number in range(count)]
    for number, path in enumerate(made):
        path.write_bytes(b"%PDF-1.4 " + str(number).encode())
    return made


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
    house.page._evidence_acts.attach(papers(tmp_path, 30))
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
    evidencing.describe(house.workspace, piece, node="n1.1", citation=citation, page="tr. 3")
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


# Safety ------------------------------------------------------------------------------------------------------------

TYPES_AND_DIES = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.operations import assessing, campaigning, workspace
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
opened = workspace.open_workspace(Path(sys.argv[1]))
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


def test_an_end_by_force_after_saving_loses_nothing(tmp_path: Path):
    folder = tmp_path / "Dữ liệu"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(FOLDER.parent)}
    arguments = [sys.executable, "-c", TYPES_AND_DIES, str(folder), str(FOLDER.parent)]
    ended = subprocess.run(arguments, env=environment, capture_output=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    again = workspaces.open_workspace(folder)
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


# Narrow windows ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "mode"), [(1150, WIDE), (960, TABBED), (831, DRAWER), (603, DRAWER)])
def test_the_form_is_never_pressed(house: House, width: int, mode: str):
    house.page.resize(width, 500)
    house.qtbot.waitUntil(lambda: house.page._desk.mode == mode)
    assert part_of(house, "explanation").width() <= width
    assert house.page._desk._stack.width() >= LEAST[1]
    assert house.page.width() == width


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


# Later rounds and frozen figures -----------------------------------------------------------------------------------


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
