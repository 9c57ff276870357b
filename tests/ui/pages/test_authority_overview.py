"""The authority's first page: the step under way, the figures, and where each waiting thing is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.operations.authority import appraising, collecting, overseeing, replying
from app.operations.authority.overseeing import Stage
from app.operations.trust import trusting
from tests.ui.accessibility import nameless
from tests.ui.pages.collecting_house import House, opened, words_of
from ui.pages.authority_overview import AuthorityOverview
from ui.pages.step_line import StepLine
from ui.scenes.collecting_world import new_campaign, sample
from ui.widgets.text import Label
from ui.widgets.views import TableView


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path) as made:
        yield made


def todos(page: AuthorityOverview) -> list[tuple[str, str, object]]:
    rows = page.findChild(TableView, "todo").model().rows()
    return [(row.words, row.page, row.place) for row in rows]


def test_a_campaign_not_sent_out(tmp_path: Path, qtbot):
    with opened(tmp_path, fresh=True) as house:
        known = sample()
        house.context.part_id = new_campaign(house.workspace, known, known.agencies).id
        page = house.show(qtbot, AuthorityOverview(house.context))
        assert todos(page)[0] == ("Xuất gói triển khai", "campaigns", None)
        with qtbot.waitSignal(page.go_to) as asked:
            page.main_action.click()
        assert asked.args == ["campaigns", None]


def test_what_waits_leads_to_its_place(house: House, qtbot):
    collecting.import_paths(house.workspace, house.part, list(house.files.values()))
    page = house.show(qtbot, AuthorityOverview(house.context))
    assert todos(page) == [
        ("1 nơi gửi hai bản khác nhau", "collecting", "HG02"),
        ("1 tệp không đọc được", "collecting", "HG03"),
        ("1 khóa cần đối chiếu, ghi nhận", "collecting", "keys"),
        ("21 nơi chưa gửi hồ sơ", "collecting", "missing"),
        ("51 nội dung chưa thẩm định", "appraising", None),
    ]
    table = page.findChild(TableView, "todo")
    table.selectRow(0)
    with qtbot.waitSignal(page.go_to) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["collecting", "HG02"]
    assert page.main_action.words() == "Xử lý 3 hồ sơ"


def test_figures_and_the_deadline(house: House, qtbot):
    collecting.import_paths(house.workspace, house.part, [house.files["HG01"]])
    page = house.show(qtbot, AuthorityOverview(house.context))
    told = words_of(page, Label)
    assert "hết ngày 14/11/2026" in told
    assert "Chưa gửi: 23" in told
    assert "/\u00a024" in told
    house.clock.move(days=4)
    page.refresh()
    house.wait(qtbot)
    assert "ngày quá hạn" in words_of(page, Label)


def test_the_steps_follow_the_work(house: House):
    def now() -> tuple[Stage, int]:
        step = overseeing.overview(house.workspace, house.part).now
        return step.stage, step.round

    assert now() == (Stage.COLLECTING, 0)
    collecting.import_paths(house.workspace, house.part, [house.files["HG01"]])
    assert now() == (Stage.COLLECTING, 0)
    appraising.agree_with(house.workspace, house.part, "HG01")
    replying.close_round(house.workspace, house.part)
    assert now() == (Stage.APPRAISING, 2)
    seen = overseeing.overview(house.workspace, house.part)
    assert seen.progress["HG01"][0] == seen.progress["HG01"][1] == seen.opined == seen.criteria > 40


def test_the_page_follows_a_key_accepted_elsewhere(house: House, qtbot):
    collecting.import_paths(house.workspace, house.part, [house.files["HG01"]])
    page = house.show(qtbot, AuthorityOverview(house.context))
    assert ("1 khóa cần đối chiếu, ghi nhận", "collecting", "keys") in todos(page)
    row = next(row for row in collecting.board(house.workspace, house.part) if row.submission)
    house.context.run(trusting.accept_key, "HG01", "agency", row.spki, "letter")
    house.wait(qtbot)
    house.wait(qtbot)
    assert not any(page_ == "collecting" and place == "keys" for _, page_, place in todos(page))


def test_where_room_is_short_the_present_step_stays(house: House, qtbot):
    page = house.show(qtbot, AuthorityOverview(house.context))
    page.resize(560, 420)
    line = page.findChild(StepLine)
    shown = [step.accessibleName() for step in line.findChildren(type(line._steps[0][1])) if step.isVisible()]
    assert [name.split(" · ")[0] for name in shown] == ["Tiếp nhận"]


def test_everything_has_a_name(house: House, qtbot):
    page = house.show(qtbot, AuthorityOverview(house.context))
    assert nameless(page) == []
