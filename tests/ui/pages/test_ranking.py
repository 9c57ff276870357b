"""The ranking: exact order, ties said, what is provisional and where it is settled, one agency, papers."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.operations import parts
from app.operations.authority import appraising, campaigning, publishing, settling
from tests.ui.accessibility import nameless
from tests.ui.pages.appraising_house import House, opened, press, words
from ui.pages.ranking import Ranking
from ui.pages.ranking_sheet import AgencySheet, RankingSummary
from ui.widgets.button import Button
from ui.widgets.views import TableView


@pytest.fixture
def house(tmp_path: Path):
    with opened(tmp_path, "done") as made:
        yield made


def ranking(qtbot, house: House) -> Ranking:
    return house.show(qtbot, Ranking(house.context))


def table(page: QWidget) -> TableView:
    return [each for each in page.findChildren(TableView, "ranking") if not each.isHidden()][-1]


def rows(page: QWidget) -> list[list[str]]:
    model = table(page).model()
    return [
        [model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
        for row in range(model.rowCount())
    ]


def test_the_order_is_the_exact_one_and_the_difference_to_the_claim_is_signed(qtbot, house: House) -> None:
    page = ranking(qtbot, house)
    ranked = publishing.compute(house.workspace, house.part)
    names = [ranked.names[row.agency] for row in ranked.tables[0].rows]
    assert all(row[1].startswith(name) for row, name in zip(rows(page), names, strict=True))
    assert any(row[3].startswith(("+", "−")) for row in rows(page))


def test_what_is_provisional_leads_to_where_it_is_settled(qtbot, house: House) -> None:
    page = ranking(qtbot, house)
    banner = page.findChild(QWidget, "provisional")
    told = words(banner)
    assert "tạm tính" in told
    links = [button for button in banner.findChildren(Button) if "ý kiến khác nhau" in button.words()]
    links[0].click()
    assert house.asked == [("council", "disagreement")]
    press(page, "go-on")
    assert house.asked[-1] == ("council", None)


def test_a_tie_is_said_in_the_row_and_can_be_laid_before_the_council(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "ready") as house:
        for item in publishing.compute(house.workspace, house.part).dossiers.values():
            for place in item.nodes:
                appraising.conclude(house.workspace, house.part, item.agency.code, place.id, "1", "Như nhau")
        page = ranking(qtbot, house)
        assert [row[0] for row in rows(page)] == ["1", "1", "1"]
        assert all("đồng hạng" in row[1] for row in rows(page))
        press(page, "lay-tie")
        assert house.asked[0][0] == "council"
        assert "HG01" in str(house.asked[0][1])


def test_the_summary_names_whose_points_were_changed_most(qtbot, house: House) -> None:
    page = ranking(qtbot, house)
    summary = page.findChild(RankingSummary)
    ranked = publishing.compute(house.workspace, house.part)
    moved = {code: abs(settling.change_from_claim(ranked, code) or 0) for code in ranked.scores}
    most = max(moved, key=lambda code: moved[code])
    assert moved[most]
    named = [button for button in summary.findChildren(Button) if button.words() == ranked.names[most]]
    named[0].click()
    assert ranked.names[most] in words(page.findChild(AgencySheet))


def test_an_agency_shows_its_five_numbers_and_leads_to_its_criteria(qtbot, house: House) -> None:
    page = ranking(qtbot, house)
    page.show_place("HG02")
    told = words(page.findChild(AgencySheet))
    for line in ("Điểm trong thang", "Điểm tối đa được tính", "Tỷ lệ đạt", "Điểm thưởng", "Điểm trừ"):
        assert line in told
    assert page.findChild(RankingSummary).isHidden()
    press(page, "see-desk")
    assert house.asked == [("appraising", "HG02")]


def test_nothing_received_is_an_empty_table_that_leads_on(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "begun") as house:
        page = ranking(qtbot, house)
        assert not page.main_action.isEnabled()
        assert page.findChild(RankingSummary).visibleRegion().isEmpty()  # it has nothing to say
        assert "3 nơi chưa gửi" in "".join(
            button.words() for button in page.findChild(QWidget, "provisional").findChildren(Button)
        )


@pytest.mark.parametrize("ending", [".xlsx", ".pdf"])
def test_the_papers_are_written(qtbot, house: House, tmp_path: Path, ending: str) -> None:
    page = ranking(qtbot, house)
    target = tmp_path / f"Xếp hạng{ending}"
    page.export(target)
    house.wait(qtbot)
    assert "Đã ghi bảng xếp hạng" in house.notices()
    if ending == ".xlsx":
        assert "Xã Hòa Bình" in str(list(openpyxl.load_workbook(target).active.values))
    else:
        assert target.read_bytes().startswith(b"%PDF")


def test_a_hostile_name_is_only_text(qtbot, house: House) -> None:
    name = "Xã <img src='//10.0.0.9/s/x.png'> & \u202egnoul\u202c"
    campaign = parts.find(house.workspace, house.part).campaign
    campaigning.set_agency(house.workspace, house.part, replace(campaign.agencies[0], name=name))
    page = ranking(qtbot, house)
    assert any("<img src=" in row[1] and "\u202e" not in row[1] for row in rows(page))


def test_everything_has_a_name_and_the_table_is_sound(qtbot, qtmodeltester, house: House) -> None:
    page = ranking(qtbot, house)
    assert nameless(page) == []
    qtmodeltester.check(table(page).model())
