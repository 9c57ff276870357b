"""The council: both opinions, points that wait, ties put in order by keys; a finding needs its reason."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.appraisal import Standing
from app.operations.authority import appraising, publishing, settling
from app.operations.authority.settling import Matter
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.appraising_house import House, opened, press, words
from ui.pages.council import Council
from ui.pages.council_sheet import CouncilSheet, OrderList
from ui.widgets.entry import Entry
from ui.widgets.text_area import TextArea
from ui.widgets.views import TableView


@pytest.fixture
def house(tmp_path: Path):
    with opened(tmp_path, "done") as made:
        yield made


def council(qtbot, house: House, place: object = None) -> Council:
    page = house.show(qtbot, Council(house.context))
    if place is not None:
        page.show_place(place)
    return page


def reason(page: QWidget) -> TextArea:
    return page.findChildren(TextArea, "finding-reason")[-1]


def points(page: QWidget) -> Entry:
    return page.findChildren(Entry, "finding-points")[-1]


def test_both_opinions_stand_before_the_council_with_points_to_take_over(qtbot, house: House) -> None:
    page = council(qtbot, house)
    told = words(page.findChild(CouncilSheet))
    assert "Điều chỉnh điểm · 0,50" in told
    assert "Thống nhất" in told
    assert "Ghi chú nội bộ" in told
    assert points(page).text() == ""


def test_a_finding_needs_points_and_a_reason_and_settles_the_case(qtbot, house: House) -> None:
    page = council(qtbot, house)
    found = appraising.disagreements(house.workspace, house.part)
    agency, node = found[0].agency.code, found[0].place.id
    page.show_place((agency, node))
    press(page, "conclude")
    assert points(page).property("complaint") is True
    compose(points(page), text="1")
    press(page, "conclude")
    assert "Ghi lý do" in words(page.findChild(CouncilSheet))
    compose(reason(page), "thong", "thông", text="Hội đồng thống nhất 1 điểm")
    press(page, "conclude")
    house.wait(qtbot)
    case = appraising.case(house.workspace, house.part, agency, node)
    assert case.standing is Standing.SETTLED
    assert case.counted.points == 1
    assert len(appraising.disagreements(house.workspace, house.part)) == len(found) - 1


def test_points_beyond_the_maximum_are_told_at_the_field(qtbot, house: House) -> None:
    page = council(qtbot, house, "disagreement")
    compose(points(page), text="50")
    compose(reason(page), text="Thử")
    press(page, "conclude")
    house.wait(qtbot)
    assert points(page).property("complaint") is True
    assert not [item for item in settling.agenda(house.workspace, house.part).items if item.reason]


def test_a_tie_is_put_in_order_by_keys_with_a_reason(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "ready") as house:
        for item in publishing.compute(house.workspace, house.part).dossiers.values():
            for place in item.nodes:  # the same finding for all: equal to the last fraction
                appraising.conclude(house.workspace, house.part, item.agency.code, place.id, "1", "Như nhau")
        tie = settling.agenda(house.workspace, house.part).ties[0]
        assert len(tie.agencies) == 3
        page = council(qtbot, house, "tie")
        order = page.findChildren(OrderList)[-1]
        qtbot.waitUntil(order.isVisible)
        order.table.setFocus()
        qtbot.keyClick(order.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert order.order() == (tie.agencies[1], tie.agencies[0], tie.agencies[2])
        press(page, "conclude")
        assert publishing.compute(house.workspace, house.part).tables[0].ties
        compose(reason(page), text="Xét số hồ sơ nhiều hơn")
        press(page, "conclude")
        house.wait(qtbot)
        rows = publishing.compute(house.workspace, house.part).tables[0].rows
        assert [row.agency for row in rows][:2] == [tie.agencies[1], tie.agencies[0]]
        matters = [one.matter for one in settling.agenda(house.workspace, house.part).ties]
        assert Matter.TIE_SETTLED in matters


def test_nothing_before_the_council_says_so(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "received") as house:
        page = council(qtbot, house)
        if not settling.agenda(house.workspace, house.part).open:
            assert "không có nội dung nào chờ Hội đồng" in words(page)


def test_the_case_is_one_click_away_on_the_desk(qtbot, house: House) -> None:
    page = council(qtbot, house)
    found = appraising.disagreements(house.workspace, house.part)[0]
    page.show_place((found.agency.code, found.place.id))
    press(page, "see-case")
    assert house.asked == [("appraising", (found.agency.code, found.place.id))]


def test_everything_has_a_name_and_the_list_is_sound(qtbot, qtmodeltester, house: House) -> None:
    page = council(qtbot, house)
    assert nameless(page) == []
    qtmodeltester.check(page.findChild(TableView, "matters").model())
