"""The assessor's desk: cases, figures as read, four opinions by mouse and key, the round and its feedback."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.appraisal import Opinion, Standing
from app.operations import parts
from app.operations.authority import appraising, campaigning, replying
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.appraising_house import House, dialog_of, opened, press, words, world
from ui import language, preferences
from ui.dialogs.appraisal_round import RoundDialog
from ui.dialogs.dialog import Dialog
from ui.dialogs.files_written import FilesWrittenDialog
from ui.dialogs.note import NoteDialog
from ui.dialogs.seal_many import SealManyDialog
from ui.main_window import MainWindow
from ui.pages import AUTHORITY
from ui.pages.appraising import Appraising
from ui.pages.appraising_case import CaseView
from ui.pages.appraising_list import CaseList
from ui.pages.appraising_strip import OpinionStrip
from ui.scenes.appraising_world import PASSPHRASE
from ui.session import Session
from ui.widgets.button import Button
from ui.widgets.chips import ChoiceRow
from ui.widgets.desk import DRAWER
from ui.widgets.entry import Entry
from ui.widgets.text_area import TextArea

SHARE = "ket-qua-ke-hoach"  # a ratio of two figures
FIRST = "HG01"


@pytest.fixture
def house(tmp_path: Path):
    with opened(tmp_path, "received") as made:
        yield made


def desk(qtbot, house: House, *place: str) -> Appraising:
    page = house.show(qtbot, Appraising(house.context))
    if place:
        page.show_place(place if len(place) > 1 else place[0])
    return page


def strip(page: QWidget) -> OpinionStrip:
    return page.findChild(OpinionStrip)


def entry(page: QWidget, name: str) -> Entry:
    found = [each for each in page.findChildren(Entry) if each.objectName() == name and not each.isHidden()]
    return found[-1]


def lines(page: QWidget) -> list[tuple[str, str, Standing]]:
    return [(*line.key, line.standing) for line in page.findChild(CaseList).lines()]


def case(house: House, agency: str, node: str):
    return appraising.case(house.workspace, house.part, agency, node)


def type_figure(page: QWidget, key: str, text: str) -> None:
    found = entry(page, f"read-{key}")
    found.setText(text)
    found.textEdited.emit(text)


def test_it_begins_at_the_first_open_case_with_rule_figures_and_evidence(qtbot, house: House) -> None:
    page = desk(qtbot, house)
    told = words(page.findChild(CaseView))
    assert "Xã Hòa Bình" in told
    assert "Cách tính điểm" in told
    assert "Hợp lệ" in told
    assert len(lines(page)) == 3
    assert [each[2] for each in lines(page)] == [Standing.UNDECIDED] * 3
    assert page.findChildren(QWidget, "evidence-card")
    assert "0 đã thẩm định" in words(page.findChild(CaseList))


def test_figures_as_read_show_their_points_at_once_and_are_what_is_recorded(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    claimed = case(house, FIRST, SHARE)
    given = claimed.response.inputs
    assert claimed.own.points
    type_figure(page, "nhiem_vu_hoan_thanh", str(int(given["nhiem_vu_hoan_thanh"]) // 2))
    assert strip(page).draft().opinion is Opinion.ADJUST
    shown = entry(page, "points").text()
    assert shown not in ("", "–")
    press(page, "record")
    assert "opinion" not in house.notices()
    assert entry(page, "reason").property("complaint") is True
    compose(entry(page, "reason"), "t", "ti", text="tính lại theo báo cáo")
    press(page, "record")
    house.wait(qtbot)
    kept = case(house, FIRST, SHARE)
    assert kept.opinions[-1].reason == "tính lại theo báo cáo"
    assert kept.opinions[-1].points is None
    assert set(kept.opinions[-1].inputs) == {"nhiem_vu_hoan_thanh"}
    assert kept.counted.points is not None
    assert kept.counted.points < claimed.own.points
    assert page.findChild(CaseList).current() == ("HG02", SHARE)


def test_a_figure_that_cannot_stand_there_is_told_and_not_recorded(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    type_figure(page, "nhiem_vu_hoan_thanh", "12,5")
    assert "số nguyên" in words(page.findChild(CaseView))
    strip(page).choose(Opinion.ADJUST)
    compose(entry(page, "reason"), text="Sửa số liệu")
    press(page, "record")
    house.wait(qtbot)
    assert not case(house, FIRST, SHARE).opinions


@pytest.mark.parametrize(("key", "opinion"), list(enumerate(Opinion, start=1)))
def test_control_and_a_digit_choose_from_anywhere(qtbot, house: House, key: int, opinion: Opinion) -> None:
    page = desk(qtbot, house)
    page.findChild(CaseList).table.setFocus()
    qtbot.keyClick(page.findChild(CaseList).table, str(key), Qt.KeyboardModifier.ControlModifier)
    assert strip(page).draft().opinion is opinion


def test_a_bare_digit_chooses_only_in_the_strip_and_is_typed_in_a_field(qtbot, house: House) -> None:
    page = desk(qtbot, house)
    choice = strip(page).choices[Opinion.AGREE]
    choice.setFocus()
    qtbot.keyClick(choice, "3")
    assert strip(page).draft().opinion is Opinion.REJECT
    reason = entry(page, "reason")
    qtbot.keyClicks(reason, "adrs 2")
    assert reason.text() == "adrs 2"
    assert strip(page).draft().opinion is Opinion.REJECT
    qtbot.keyClick(page.findChild(CaseList).table, "1")
    assert strip(page).draft().opinion is Opinion.REJECT


def test_enter_in_the_reason_records_and_goes_on(qtbot, house: House) -> None:
    page = desk(qtbot, house)
    before = page.findChild(CaseList).current()
    qtbot.keyClick(page, "4", Qt.KeyboardModifier.ControlModifier)
    compose(entry(page, "reason"), "bo", "bổ", text="Đề nghị bổ sung bảng kê")
    qtbot.keyClick(entry(page, "reason"), Qt.Key.Key_Return)
    house.wait(qtbot)
    assert case(house, *before).settled.opinion is Opinion.ASK_SUPPLEMENT
    assert page.findChild(CaseList).current() != before


def test_an_opinion_is_shown_again_changed_and_taken_back(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    strip(page).choose(Opinion.REJECT)
    compose(entry(page, "reason"), text="Không có căn cứ")
    press(page, "record")
    house.wait(qtbot)
    page.show_place((FIRST, SHARE))
    assert strip(page).draft().opinion is Opinion.REJECT
    assert strip(page).draft().reason == "Không có căn cứ"
    strip(page).choose(Opinion.AGREE)
    press(page, "record")
    house.wait(qtbot)
    assert [one.opinion for one in case(house, FIRST, SHARE).opinions] == [Opinion.AGREE]
    page.show_place((FIRST, SHARE))
    press(page, "take-back")
    house.wait(qtbot)
    assert case(house, FIRST, SHARE).standing is Standing.UNDECIDED
    assert strip(page).draft().opinion is None


def test_an_opinion_begun_stays_with_its_case(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    strip(page).choose(Opinion.REJECT, by_hand=True)
    compose(entry(page, "reason"), text="Đang viết")
    page.findChild(CaseList).step(1)
    assert strip(page).draft().reason == ""
    cells = page.findChild(CaseList).table.model()
    assert "Đang thẩm định" in cells.data(cells.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    page.findChild(CaseList).step(-1)
    assert strip(page).draft().reason == "Đang viết"
    assert strip(page).draft().opinion is Opinion.REJECT
    page.leave()
    assert page.unkept().endswith("chưa ghi: 1.")  # asked before the window closes
    press(page, "record")
    house.wait(qtbot)
    assert not page.unkept()


def test_figures_read_and_not_recorded_stay_with_their_case(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    given = case(house, FIRST, SHARE).response.inputs["nhiem_vu_hoan_thanh"]
    read = str(int(given) // 2)
    type_figure(page, "nhiem_vu_hoan_thanh", read)
    points = entry(page, "points").text()
    page.findChild(CaseList).step(1)
    page.findChild(CaseList).step(-1)
    assert entry(page, "read-nhiem_vu_hoan_thanh").text() == read
    assert (entry(page, "points").text(), strip(page).draft().opinion) == (points, Opinion.ADJUST)
    assert page.unkept().endswith("chưa ghi: 1.")
    compose(entry(page, "reason"), text="Theo báo cáo")
    press(page, "record")
    house.wait(qtbot)
    assert case(house, FIRST, SHARE).opinions[-1].inputs == {"nhiem_vu_hoan_thanh": read}
    assert not page.unkept()
    page.findChild(CaseList).step(-1)
    type_figure(page, "nhiem_vu_hoan_thanh", given)  # the agency's own again: that too is something begun
    page.findChild(CaseList).step(1)
    assert page.unkept().endswith("chưa ghi: 1.")


@pytest.fixture
def window(qtbot, house: House) -> MainWindow:
    """The whole window with an opinion begun at the desk."""
    made = MainWindow(house.context, AUTHORITY)
    qtbot.addWidget(made, before_close_func=lambda shown: shown.set_pages(()))  # else closing asks as well
    made.show()
    page = made.open_page("appraising", (FIRST, SHARE))
    house.wait(qtbot)
    strip(page).choose(Opinion.ADJUST, by_hand=True)
    compose(entry(page, "points"), text="0,75")
    compose(entry(page, "reason"), text="Đang viết")
    return made


def begun(page: QWidget) -> tuple[str, str]:
    return strip(page).draft().points, strip(page).draft().reason


def ask_english(window: MainWindow) -> Dialog:
    """The question that comes of it."""
    tongues = window.open_page("settings").findChild(ChoiceRow, "language")
    tongues.set_value("en")
    tongues.chosen.emit("en")
    assert tongues.value() == language.current() == "vi"  # first it is asked
    return dialog_of(Dialog, window)


def test_another_language_asks_what_becomes_of_an_opinion_begun(qtbot, window: MainWindow) -> None:
    page = window.page()
    asked = ask_english(window)
    assert "chưa ghi: 1." in words(asked)
    asked.reject()
    qtbot.waitUntil(lambda: not isValid(asked))
    assert window.context.preferences.get(preferences.LANGUAGE) == "vi"
    assert window.open_page("appraising") is page
    assert begun(page) == ("0,75", "Đang viết")


def test_another_language_without_the_opinion_begun_makes_the_page_anew(qtbot, house: House, window) -> None:
    page = window.page()
    ask_english(window).findChild(Button, "act").click()
    qtbot.waitUntil(lambda: window.page().title == "Settings")
    assert window.context.preferences.get(preferences.LANGUAGE) == "en"
    anew = window.open_page("appraising", (FIRST, SHARE))
    house.wait(qtbot)
    assert anew is not page
    assert anew.title == "Appraisal"
    assert begun(anew) == ("", "")
    assert not anew.unkept()


def test_another_language_after_the_opinion_is_recorded_asks_nothing(qtbot, house: House, window) -> None:
    press(window.page(), "record")
    house.wait(qtbot)
    tongues = window.open_page("settings").findChild(ChoiceRow, "language")
    tongues.set_value("en")
    tongues.chosen.emit("en")
    qtbot.waitUntil(lambda: window.page().title == "Settings")
    assert case(house, FIRST, SHARE).settled.reason == "Đang viết"


def test_the_first_page_and_another_part_ask_as_well(house: House, window: MainWindow) -> None:
    page, session = window.page(), Session(window)
    for go in (session.start_anew, lambda: session.choose(house.part)):
        go()
        dialog_of(Dialog, window).reject()
        assert window.page() is page
        assert begun(page) == ("0,75", "Đang viết")


@pytest.mark.parametrize("typed", ["99", "nhiều"])
def test_points_out_of_range_are_told_at_the_field(qtbot, house: House, typed: str) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    strip(page).choose(Opinion.ADJUST)
    compose(entry(page, "points"), text=typed)
    compose(entry(page, "reason"), text="Thử")
    press(page, "record")
    house.wait(qtbot)
    assert entry(page, "points").property("complaint") is True
    assert not case(house, FIRST, SHARE).opinions


def test_typed_points_are_recorded_exactly(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    strip(page).choose(Opinion.ADJUST)
    compose(entry(page, "points"), text="0,75")
    compose(entry(page, "reason"), text="Một phần")
    press(page, "record")
    house.wait(qtbot)
    assert case(house, FIRST, SHARE).counted.points == Fraction(3, 4)


def test_an_internal_note_stays_at_home(qtbot, house: House, tmp_path: Path) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    press(page, "internal-note")
    dialog = dialog_of(NoteDialog, page)
    compose(dialog.findChild(TextArea), text="Hỏi lại Sở Tài chính")
    dialog.accept()
    strip(page).choose(Opinion.REJECT)
    compose(entry(page, "reason"), text="Chưa rõ nguồn số liệu")
    press(page, "record")
    house.wait(qtbot)
    kept = case(house, FIRST, SHARE)
    assert kept.opinions[-1].internal_note == "Hỏi lại Sở Tài chính"
    told = replying.feedback_of(kept.dossier, kept.dossier.counted)
    assert "Tài chính" not in repr(told)


def test_stock_reasons_use_the_words_of_the_framework(qtbot, house: House) -> None:
    page = desk(qtbot, house)
    strip(page).choose(Opinion.REJECT)
    acts = strip(page).stock_acts()
    assert any("tài liệu kiểm chứng" in act.words.lower() for act in acts)
    acts[0].trigger()
    assert entry(page, "reason").text() == acts[0].words


def test_agreement_with_the_rest_asks_first_and_says_how_many(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST)
    assert len(lines(page)) == 6
    press(page, "agree-rest")
    question = dialog_of(Dialog, page)
    assert "6 tiêu chí" in question.windowTitle()
    question.accept()
    house.wait(qtbot)
    item = appraising.dossier(house.workspace, house.part, FIRST)
    assert item.decided == len(item.nodes) == 6
    assert "Đã thẩm định xong" in house.notices()


def test_nothing_received_leads_to_collecting(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "begun") as house:
        page = desk(qtbot, house)
        assert "chưa tiếp nhận hồ sơ nào" in words(page)
        page._empty.button.click()
        assert house.asked == [("collecting", None)]


def test_differing_opinions_stand_side_by_side_with_the_note_marked_internal(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "half") as house:
        found = appraising.disagreements(house.workspace, house.part)[0]
        page = desk(qtbot, house, found.agency.code, found.place.id)
        told = words(page.findChild(CaseView))
        assert "Ý kiến khác nhau" in told
        assert "Trần Văn Phúc, lần 1: Điều chỉnh điểm · 0,50" in told
        assert "Ghi chú nội bộ" in told


def test_in_round_two_what_was_answered_again_is_open_and_shows_both_texts(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "round2") as house:
        item = appraising.dossier(house.workspace, house.part, FIRST)
        again = [one.id for one in item.nodes if item.standing(one.id) is Standing.UNDECIDED]
        assert again
        page = desk(qtbot, house, FIRST, again[0])
        told = words(page.findChild(CaseView))
        assert "Đã bổ sung bảng kê chi tiết" in told
        assert "lần 1:" in told
        assert "chờ ý kiến" in page.findChild(CaseList).table.model().cell_at(0, 0).second


def test_the_feedback_goes_out_sealed_and_is_listed(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "done") as house:
        page = desk(qtbot, house)
        press(page, "round")
        press(dialog_of(RoundDialog, page), "export")
        for passphrase in ("sai", PASSPHRASE):
            if passphrase == PASSPHRASE:
                page._ask_export()
            dialog = dialog_of(SealManyDialog, page)
            dialog.choose(tmp_path)
            entry(dialog, "passphrase").setText(passphrase)
            press(dialog, "act")
            house.wait(qtbot)
        assert "Mật khẩu" in house.notices()
        assert len(list(tmp_path.glob("*_YKien_Lan1.thuocso"))) == 3
        assert dialog_of(FilesWrittenDialog, page)


def test_the_end_of_a_round_names_its_counts(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "done") as house:
        page = desk(qtbot, house)
        press(page, "round")
        press(dialog_of(RoundDialog, page), "close-round")
        question = dialog_of(Dialog, page)
        assert "18/18" in words(question)
        question.accept()
        house.wait(qtbot)
        assert appraising.open_round(house.workspace, house.part) == 2


def test_a_hostile_name_is_only_text(qtbot, house: House) -> None:
    name = "Xã <img src='//10.0.0.9/s/x.png'> & \u202egnoul\u202c Hòa"
    campaign = parts.find(house.workspace, house.part).campaign
    campaigning.set_agency(house.workspace, house.part, replace(campaign.agencies[0], name=name))
    page = desk(qtbot, house, FIRST)
    shown = words(page.findChild(CaseView))
    assert "<img src=" in shown
    assert "\u202e" not in shown
    press(page, "agree-rest")
    assert "<img" in dialog_of(Dialog, page).windowTitle()
    dialog_of(Dialog, page).reject()


def test_in_a_narrow_window_the_list_is_a_drawer(qtbot, house: House) -> None:
    page = desk(qtbot, house)
    page.resize(640, 440)
    assert page._desk.mode == DRAWER
    assert strip(page).choices[Opinion.ASK_SUPPLEMENT].isVisible()
    assert strip(page).main.words()


def test_everything_has_a_name(qtbot, house: House) -> None:
    page = desk(qtbot, house, FIRST, SHARE)
    assert nameless(page) == []


def test_the_list_is_a_sound_model(qtbot, qtmodeltester, house: House) -> None:
    page = desk(qtbot, house)
    qtmodeltester.check(page.findChild(CaseList).table.model())
    assert world().part == house.part
