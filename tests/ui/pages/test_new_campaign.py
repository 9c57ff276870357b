"""A new campaign needs three things; lists come from anywhere, deadlines in a decision's words."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain import framework
from app.domain.deadline import DeadlineKind, from_to
from app.domain.framework import (
    Framework,
    OpenQuestion,
    PeriodKind,
    QuestionOption,
    RegularPeriod,
    RoundField,
    Standing,
    Step,
    StepKind,
)
from app.operations import parts
from app.operations.authority import campaigning
from app.operations.frameworks import authoring
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.collecting_house import House, dialog_of, opened, press, words_of
from ui.dialogs.paste_list import PasteListDialog
from ui.pages.new_campaign import NewCampaign
from ui.scenes.authority_collect import LIST
from ui.scenes.collecting_world import HOSTILE
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.tick import Tick


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path, fresh=True) as made:
        yield made


@pytest.fixture
def page(house: House, qtbot) -> NewCampaign:
    return house.show(qtbot, NewCampaign(house.context))


def made(page: NewCampaign, house: House, qtbot) -> parts.Part:
    with qtbot.waitSignal(house.context.part_asked) as asked:
        press(page, Button, "create")
    return parts.find(house.workspace, asked.args[0])


def deadline(page: NewCampaign, words: str) -> None:
    compose(page.deadline.words, text=words)


def test_name_list_and_deadline_are_enough(page: NewCampaign, house: House, qtbot):
    compose(page.authority_name, "Sơ", text="Sở Khoa học và Công nghệ")
    page.agencies.paste(LIST)
    deadline(page, "Trước ngày 15/11")
    part = made(page, house, qtbot)
    campaign = part.campaign
    assert (campaign.authority.code, campaign.authority.name) == ("SKHVCN", "Sở Khoa học và Công nghệ")
    assert (campaign.title, campaign.period.title) == ("Đợt đánh giá năm 2026", "Năm 2026")
    assert campaign.agencies[0].name == "Xã Hòa Bình"
    assert campaign.agencies[1].contact.telephone == "0900 000 102"
    assert {agency.target_group for agency in campaign.agencies} == {"xa"}
    first, second = campaign.rounds
    assert (first.deadline.wording, first.deadline.kind) == ("Trước ngày 15/11", DeadlineKind.BEFORE_DAY)
    assert first.deadline.last_day() == date(2026, 11, 14)
    assert second.opens == (RoundField.EXPLANATION, RoundField.EVIDENCE)


def test_what_is_missing_is_said_one_after_another(page: NewCampaign, house: House):
    press(page, Button, "create")
    assert page.authority_name.property("complaint")
    page.authority_name.setText("Sở KH&CN")
    press(page, Button, "create")
    assert "Danh sách còn trống" in house.notices()
    page.agencies.paste("Xã A\nXã B")
    press(page, Button, "create")
    assert page.deadline.day.property("complaint")
    assert parts.everything(house.workspace) == ()


@pytest.mark.parametrize(
    ("words", "kind", "shown"),
    [
        ("trước ngày 15/11", DeadlineKind.BEFORE_DAY, "14/11/2026 (thứ Bảy)"),
        ("chậm nhất ngày 30 tháng 11 năm 2026", DeadlineKind.THROUGH_DAY, "30/11/2026 (thứ Hai)"),
        ("trong tháng 12", DeadlineKind.WITHIN_MONTH, "31/12/2026 (thứ Năm)"),
        ("trong Quý I năm 2027", DeadlineKind.WITHIN_QUARTER, "31/03/2027 (thứ Tư)"),
        ("từ ngày 20/6 đến ngày 30/6", DeadlineKind.FROM_TO, "30/06/2026 (thứ Ba)"),
        ("chậm nhất 3 ngày trước ngày kiểm tra", DeadlineKind.DAYS_BEFORE_AGENCY_DATE, "ngày kiểm tra thực tế"),
    ],
)
def test_a_deadline_is_shown_as_the_last_day_meant(page: NewCampaign, words: str, kind: DeadlineKind, shown: str):
    deadline(page, words)
    assert page.deadline.value().kind is kind
    assert page.deadline.value().wording == words
    assert shown in words_of(page.deadline, Label)


@pytest.mark.parametrize("typed", ["31/02/2026", "ngày mai", "12", "0/0/0000", "1e999"])
def test_a_day_in_no_calendar_is_no_deadline(page: NewCampaign, typed: str):
    page.deadline.day.setText(typed)
    assert page.deadline.value() is None


def test_the_day_alone_words_the_deadline(page: NewCampaign):
    page.deadline.day.setText("15/11/2026")
    assert page.deadline.value().wording == "trước ngày 15/11/2026"


def test_lines_with_one_code_are_marked_and_stop_it(page: NewCampaign, house: House):
    page.authority_name.setText("Sở KH&CN")
    page.agencies.paste("X1,Xã A\nX1,Xã B\nX2,Xã C")
    deadline(page, "trước ngày 15/11")
    assert page.agencies.trouble() == 2
    press(page, Button, "create")
    assert "Cần sửa 2 dòng" in house.notices()


def test_a_cell_is_mended_in_place_and_a_line_taken_out(page: NewCampaign, qtbot):
    page.agencies.paste("X1,Xã A\nX1,Xã B")
    model = page.agencies.table.model()
    assert model.setData(model.index(1, 1), "X2", Qt.ItemDataRole.EditRole)
    assert page.agencies.trouble() == 0
    page.agencies.table.selectRow(0)
    qtbot.keyClick(page.agencies.table, Qt.Key.Key_Delete)
    assert [agency.code for agency in page.agencies.agencies()] == ["X2"]


def test_a_line_is_typed(page: NewCampaign, qtbot):
    press(page, Button, "add-line")
    field = QApplication.focusWidget()
    compose(field, "xa", text="Xã Hòa Bình")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.name for each in page.agencies.agencies()] == ["Xã Hòa Bình"])
    assert page.agencies.agencies()[0].code == "XHB"


def test_the_clipboard_is_offered_and_shown_as_understood(page: NewCampaign):
    QApplication.clipboard().setText(LIST)
    press(page, Button, "paste")
    dialog = dialog_of(PasteListDialog, page)
    assert "Đọc được 5 dòng" in words_of(dialog, Label)
    press(dialog, Button, "act")
    assert len(page.agencies.agencies()) == 5
    QApplication.clipboard().clear()


def test_ctrl_v_on_the_table_pastes(page: NewCampaign, qtbot):
    QApplication.clipboard().setText("1. Xã A\n2. Phường B")
    page.agencies.table.setFocus()
    qtbot.keyClick(page.agencies.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [agency.name for agency in page.agencies.agencies()] == ["Xã A", "Phường B"]
    QApplication.clipboard().clear()


def test_a_workbook_brings_the_list_or_names_its_cells(page: NewCampaign, house: House, qtbot, tmp_path: Path):
    target = tmp_path / "Danh sách xã.xlsx"
    agencies = [campaigning.Agency(code="HG01", name="Xã Hòa Bình"), campaigning.Agency(code="HG02", name="Xã B")]
    campaigning.write_agencies(agencies, target)
    page.agencies.load(target)
    house.wait(qtbot)
    assert [agency.code for agency in page.agencies.agencies()] == ["HG01", "HG02"]
    book = openpyxl.load_workbook(target)
    sheet = book["Danh sách"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "HG02")
    sheet.cell(row, 2).value = None
    book.save(target)
    page.agencies.load(target)
    house.wait(qtbot)
    assert f"B{row}" in house.context.notices.waiting()[-1].details[0]
    assert len(page.agencies.agencies()) == 2  # what stood there stays


def test_a_skeleton_cannot_be_chosen_and_says_why(page: NewCampaign, house: House, qtbot, tmp_path: Path):
    value = replace(authoring.find(None, "minh-hoa-xa"), id="khung", title="Bộ khung của tỉnh", short_title="",
                    standing=Standing.SKELETON)  # fmt: skip
    path = tmp_path / "khung.json"
    path.write_text(json.dumps(framework.to_json(value)), encoding="utf-8")
    page.frameworks.load(path)
    house.wait(qtbot)
    assert "Chưa chọn được “Bộ khung của tỉnh”" in words_of(page, Label)
    choice = page.findChild(Choice, "framework")
    assert value.digest not in [choice.itemData(number) for number in range(choice.count())]


def decided(**more) -> Framework:
    """The illustrative set with two periods of a decision."""
    entry = Step(code="nhap", name="Nhập số liệu", kind=StepKind.SELF)
    due = {month: from_to("từ ngày 20 đến ngày 30", date(2022, month, 20), date(2022, month, 30)) for month in (6, 12)}
    periods = tuple(
        RegularPeriod(code=f"thang-{month}", name=f"Kỳ tháng {month}", year=2022, kind=PeriodKind.HALF_YEAR,
                      data_from=date(2022, 1, 1), deadlines={"nhap": day})
        for month, day in due.items()
    )  # fmt: skip
    known = authoring.find(None, "minh-hoa-xa")
    return replace(known, id="van-ban", standing=Standing.COMPLETE, steps=(entry,), periods=periods, **more)


def test_a_period_of_the_decision_fills_days_and_rounds(page: NewCampaign, house: House):
    year = page._year
    page.frameworks.take(decided())
    choice = page.findChild(Choice, "regular-period")
    assert choice.isVisibleTo(page)
    choice.set_value("thang-12")
    choice.chosen.emit("thang-12")
    assert page.deadline.value().last_day() == date(year, 12, 30)
    assert (page.period().title, page.period().kind) == (f"Kỳ tháng 12 {year}", PeriodKind.HALF_YEAR)
    assert [round_.number for round_ in page.rounds()] == [1]
    page.deadline.words.clear()
    page.deadline.day.clear()
    deadline(page, "trước ngày 15/11")
    choice.set_value("thang-6")
    choice.chosen.emit("thang-6")
    assert page.deadline.value().wording == "trước ngày 15/11", "what a person typed stays"


def test_an_open_question_is_told_and_stops_the_campaign(page: NewCampaign, house: House, qtbot):
    asked = OpenQuestion(code="q", words="Có xếp hạng chung không?", options=(QuestionOption(key="co", label="Có"),))
    page.frameworks.take(decided(questions=(asked,)))
    assert "Có xếp hạng chung không?" in words_of(page, Label)
    page.authority_name.setText("Sở KH&CN")
    page.agencies.paste("X1,Xã A")
    page.create_campaign()
    house.wait(qtbot)
    assert "Có xếp hạng chung không?" in house.context.notices.waiting()[-1].text


def test_an_own_framework_is_read_from_a_file_and_its_problems_are_counted(
    page: NewCampaign, house: House, qtbot, tmp_path: Path
):
    known = authoring.find(None, "minh-hoa-xa")
    value = replace(known, id="cua-tinh", totals=replace(known.totals, maximum=known.nodes[0].maximum))
    path = tmp_path / "của tỉnh.json"
    path.write_text(json.dumps(framework.to_json(value)), encoding="utf-8")
    page.frameworks.load(path)
    house.wait(qtbot)
    assert page.frameworks.sets()[""].id == "cua-tinh"
    assert "mục nên xem lại" in words_of(page.frameworks, Label)


def test_one_round_only(page: NewCampaign, house: House, qtbot):
    page.findChild(Tick, "second").click()
    page.authority_name.setText("Sở KH&CN")
    page.agencies.paste("Xã A")
    deadline(page, "trong Quý I năm 2027")
    assert len(made(page, house, qtbot).campaign.rounds) == 1


def test_the_office_of_last_time_stands_ready(page: NewCampaign, house: House, qtbot):
    page.authority_name.setText("Sở KH&CN")
    page.agencies.paste("Xã A")
    deadline(page, "trước ngày 15/11")
    made(page, house, qtbot)
    again = house.show(qtbot, NewCampaign(house.context))
    assert again.authority_name.value() == "Sở KH&CN"


def test_hostile_names_stay_text(page: NewCampaign, house: House, qtbot):
    page.authority_name.setText(HOSTILE)
    page.agencies.paste(f"X1\t{HOSTILE}\nX2\t=1+1")
    deadline(page, "trước ngày 15/11")
    part = made(page, house, qtbot)
    assert "\u202e" not in part.campaign.agencies[0].name
    assert part.campaign.agencies[1].name == "=1+1"


def test_everything_has_a_name(page: NewCampaign):
    press(page, Button, "authority-more")
    page.agencies.paste(LIST)
    assert nameless(page) == []
    assert isinstance(page.findChild(Entry, "title"), Entry)
