"""Frameworks: listed, read in sentences, checked, brought in and written out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from app.domain import framework
from app.domain.codec import Amount
from app.domain.framework import Standing
from app.operations.frameworks import authoring
from tests.ui.accessibility import nameless
from tests.ui.pages.collecting_house import House, opened, press, words_of
from ui.pages import frameworks as frameworks_page
from ui.pages.framework_editor import FrameworkEditor
from ui.pages.framework_reading import FrameworkReading
from ui.pages.frameworks import Frameworks
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Label
from ui.widgets.views import TreeView


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path, fresh=True) as made:
        yield made


@pytest.fixture
def page(house: House, qtbot) -> Frameworks:
    return house.show(qtbot, Frameworks(house.context))


def reading(page: Frameworks) -> FrameworkReading:
    return page.findChild(FrameworkReading)


def titles(page: Frameworks) -> list[str]:
    tree = page.findChild(TreeView, "tree").model()
    return [tree.row_at(index).node.title for index in tree.walk()]


def test_the_list_says_standing_count_and_maximum(page: Frameworks):
    model = page.findChild(TreeView, "frameworks").model()
    rows = [[index.siblingAtColumn(column).data() for column in range(5)] for index in model.walk()]
    assert ["Bộ chỉ số chuyển đổi số cấp xã (minh họa)", "Bộ chỉ số minh họa", "2", "51", "100"] in rows
    assert any(row[3:] == ["62", "960"] for row in rows)


def test_enter_opens_one_to_read_and_the_arrow_leads_back(page: Frameworks, qtbot):
    table = page.findChild(TreeView, "frameworks")
    digest = table.model().row_at(table.currentIndex()).version.digest
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert reading(page).framework.digest == digest
    press(page, Button, "back")
    assert table.isVisible()
    assert table.hasFocus()


def test_sets_stand_under_their_decision_and_skeletons_say_what_they_lack(page: Frameworks):
    model = page.findChild(TreeView, "frameworks").model()
    told = {model.row_at(index).title: index for index in model.walk()}
    decision = told["Quyết định 742/QĐ-UBND"]
    assert model.rowCount(decision) == 3
    lacks = [model.row_at(model.index(row, 0, decision)).second for row in range(3)]
    assert any("còn thiếu 34 tiêu chí, 350 điểm" in words for words in lacks)


def test_drafts_stand_first_and_open_to_be_written_on(page: Frameworks, house: House, qtbot):
    value = authoring.find(None, "tuyen-quang-742-2022-xa")
    page.show_place(value.digest)
    assert page.main_action.objectName() == "write"
    page.main_action.click()
    house.wait(qtbot)
    house.wait(qtbot)
    assert page.findChild(FrameworkEditor).framework.title == value.title
    press(page, Button, "back")
    house.wait(qtbot)
    tree = page.findChild(TreeView, "frameworks")
    first = next(index for index in tree.model().walk() if tree.model().row_at(index).draft is not None)
    assert first.row() == 0
    assert first.parent().row() == 0
    tree.setCurrentIndex(first)
    assert page.main_action.words() == "Soạn tiếp" or page.main_action.words() == "Go on writing"
    page.main_action.click()
    house.wait(qtbot)
    assert page.findChild(FrameworkEditor) is not None
    page.leave()


def test_the_sample_becomes_a_set_of_ones_own(page: Frameworks, house: House, qtbot):
    page.show_place(authoring.find(None, "minh-hoa-xa").digest)
    press(page, Button, "write")
    house.wait(qtbot)
    house.wait(qtbot)
    made = page.findChild(FrameworkEditor).framework
    assert made.id != "minh-hoa-xa"
    assert made.standing is Standing.COMPLETE
    page.leave()


def test_a_criterion_is_told_in_sentences(page: Frameworks):
    value = authoring.find(None, "minh-hoa-xa")
    page.show_place((value.digest, "ho-so-truc-tuyen"))
    told = words_of(reading(page), Label)
    assert "Tỷ lệ từ 80\u00a0% trở lên: điểm tối đa." in told
    assert "• Tổng số hồ sơ tiếp nhận" in told
    assert "5,00 điểm" in told


def test_search_keeps_the_groups_of_what_it_finds(page: Frameworks, qtbot):
    page.show_place(authoring.find(None, "minh-hoa-xa").digest)
    before = len(titles(page))
    search = reading(page).findChild(SearchBox)
    search.setText("wifi")
    search.setText("khong day")
    qtbot.waitUntil(lambda: len(titles(page)) < before)
    assert titles(page)[-1].startswith("Điểm truy cập Internet không dây")
    search.clear()
    assert len(titles(page)) == before


def test_what_a_check_found_leads_to_its_criterion(page: Frameworks, house: House, qtbot):
    known = authoring.find(None, "minh-hoa-xa")
    group = known.nodes[0]
    broken = replace(known, nodes=(replace(group, maximum=Amount("99")), *known.nodes[1:]))
    page.open_framework(broken)
    assert reading(page).findChild(TabRow, "reading-tabs") is not None
    found = authoring.check(broken)
    assert f"Cần xem lại {len(found)}" in [button.words() for button in reading(page).findChildren(Button)]


def test_one_from_a_file_is_read_first_and_kept_when_asked(page: Frameworks, house: House, qtbot, tmp_path: Path):
    value = replace(authoring.find(None, "minh-hoa-xa"), id="cua-tinh", title="Bộ chỉ số của tỉnh")
    path = tmp_path / "Bộ chỉ số.xlsx"
    authoring.write_framework(value, path)
    page.load(path)
    house.wait(qtbot)
    assert reading(page).framework.title == "Bộ chỉ số của tỉnh"
    assert not any(row.id == "cua-tinh" for row in authoring.rows(house.workspace))
    press(page, Button, "add")
    house.wait(qtbot)
    assert any(row.id == "cua-tinh" for row in authoring.rows(house.workspace))
    house.wait(qtbot)
    assert page.main_action.words() == "Dùng cho đợt đánh giá mới"


def test_a_file_that_is_no_framework_is_refused_with_its_sentence(
    page: Frameworks, house: House, qtbot, tmp_path: Path
):
    path = tmp_path / "hỏng.json"
    path.write_text("{", encoding="utf-8")
    page.load(path)
    house.wait(qtbot)
    assert "hỏng.json" in house.notices()
    assert page.findChild(TreeView, "frameworks").isVisible()


@pytest.mark.parametrize(("name", "is_form"), [("bộ.json", False), ("bộ.xlsx", False), ("biểu.xlsx", True)])
def test_it_is_written_in_three_ways(house: House, tmp_path: Path, name: str, is_form: bool):
    value = authoring.find(None, "minh-hoa-xa")
    target = tmp_path / name
    frameworks_page._write(house.workspace, value, target, is_form)
    if target.suffix == ".json":
        assert framework.from_json(json.loads(target.read_text("utf-8"))).digest == value.digest
    elif is_form:
        assert openpyxl.load_workbook(target).sheetnames
    else:
        assert authoring.read_framework(target).totals.maximum.value == Fraction(100)


def test_it_leads_to_a_new_campaign(page: Frameworks, qtbot):
    value = authoring.find(None, "minh-hoa-xa")
    page.show_place(value.digest)
    with qtbot.waitSignal(page.go_to) as asked:
        page.main_action.click()
    assert asked.args == ["campaigns", ("new", value.digest)]


def test_everything_has_a_name(page: Frameworks):
    assert nameless(page) == []
    page.show_place(authoring.find(None, "minh-hoa-xa").digest)
    assert nameless(page) == []
