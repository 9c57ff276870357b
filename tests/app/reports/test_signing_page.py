"""The places kept free on the report: number and date on their lines, nothing under stamp, corner and signatures."""

import functools
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.bundles.people import areas
from app.bundles.people.areas import Area
from app.domain import signing_places as places
from app.reports import figures, self_assessment, signing_page
from app.reports.layout import Printed
from tests.app.reports import papers
from tests.app.reports.layouts import Line, pages

NAMES = (
    "Xã Hòa Bình",
    "Phường 1",
    "Đặc khu Trường Sa",
    "Xã Nguyễn Thị Minh Khai Thuộc Vùng Đồng Bào Dân Tộc Thiểu Số Và Miền Núi Phía Tây Bắc",
    "Sở Khoa học và Công nghệ tỉnh Hải Giang",
    f"Xã {'Rất Dài ' * 40}",
)
TITLES = ("", "Bộ chỉ số " + "đánh giá mức độ chuyển đổi số của các xã, phường, đặc khu " * 3)


@functools.cache
def printed(name: str = NAMES[0], title: str = "", note: str = "") -> Printed:
    agency = papers.AGENCIES[7]
    agencies = tuple(replace(each, name=name) if each is agency else each for each in papers.AGENCIES)
    campaign = replace(papers.CAMPAIGN, agencies=agencies)
    set_ = replace(papers.SET, title=title or papers.SET.title)
    content = replace(papers.submission(7), note=note)
    return self_assessment.lay_out(set_, campaign, agency.code, content, 2, 1, papers.DIGEST)


def inside(lines: Sequence[Line], area: Area) -> list[Line]:
    left, bottom, right, top = area.box
    return [line for line in lines if line.left < right and line.right > left and line.base < top and line.top > bottom]


def reserved_of(made: Printed, page: int) -> dict[str, Area]:
    field = next(each for each in signing_page.fields(made.areas) if each.name == areas.LEADER)
    leader = field.box if field.page == page else None
    return {area.name: area for area in areas.reserved(page, made.pages, places.SHEET, leader)}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("title", TITLES)
def test_number_and_date_stand_on_their_line_whatever_is_above_and_the_stamp_finds_room(name: str, title: str) -> None:
    made = printed(name, title)
    first = pages(made.pdf)[0]
    kept = reserved_of(made, 0)
    words = " ".join(line.text for line in inside(first, kept["number"]))
    dated = " ".join(line.text for line in inside(first, kept["date"]))
    assert words.split()[0] == "Số:"
    assert "/BC-" in words
    assert " ".join(dated.split()).endswith("ngày tháng năm")
    for area in ("number", "date"):
        assert {round(line.base) for line in inside(first, kept[area])} == {round(places.HEAD_LINE)}
    assert inside(first, kept["arrival"]) == []
    assert inside(first, kept["corner"]) == []


@pytest.mark.parametrize("name", [name for name in NAMES if len(name) < 60])
def test_the_blanks_lie_in_their_areas_with_room_for_13_points(name: str) -> None:
    made = printed(name)
    kept = reserved_of(made, 0)
    line = areas.Area("line", (places.LEFT, kept["number"].box[1], places.RIGHT, kept["number"].box[3]))
    blanks = {area.name: area for area in made.areas if area.name in ("number", "day", "month", "year")}
    for blank, figures_wide in (("number", 5), ("day", 2), ("month", 2), ("year", 4)):
        area = blanks[blank]
        assert area.width >= figures_wide * 6.5 * 0.99
        assert line.holds((area.x, area.y, area.x + area.width, area.y + area.height))


@pytest.mark.parametrize("note", ["", "Đề nghị hỗ trợ.\n" * 12, "Đề nghị hỗ trợ.\n" * 27, "Đề nghị hỗ trợ.\n" * 34])
def test_the_signature_block_is_whole_on_one_page_with_words_before_it(note: str) -> None:
    made = printed(note=note)
    fields = signing_page.fields(made.areas)
    assert len({field.page for field in fields}) == 1
    page = fields[0].page
    lines, kept = pages(made.pdf)[page], reserved_of(made, page)
    assert areas.is_leader_box(kept[areas.LEADER].box)
    assert kept[areas.AGENCY].holds(next(field.box for field in fields if field.name == areas.AGENCY))
    for name in (areas.LEADER, areas.AGENCY, "signatures"):
        assert inside(lines, kept[name]) == [], name
    said = [line.text for line in lines if line.text]
    assert any("CHỦ TỊCH" in text for text in said)
    assert any("Trần Văn Bình" in text for text in said)
    above = [line for line in lines if line.text and line.base > kept[areas.LEADER].box[3] + 60]
    assert any("thẩm định./." in line.text for line in above)


def test_a_page_that_is_not_ours_has_no_areas() -> None:
    leader = (places.LEADER_LEFT, 200.0, places.LEADER_LEFT + places.LEADER_SIZE[0], 200 + places.LEADER_SIZE[1])
    assert areas.is_leader_box(leader)
    assert not areas.is_leader_box((85.0, *leader[1:]))
    assert not areas.is_leader_box((*leader[:3], 500.0))
    assert areas.reserved(3, 9, places.SHEET) == ()
    assert areas.reserved(3, 9, places.SHEET, (0.0, 0.0, 595.0, 842.0)) == ()
    assert areas.reserved(0, 9, (842.0, 595.0), leader) == ()
    assert areas.reserved(9, 9, places.SHEET, leader) == ()


def test_the_format_and_the_figures_of_the_decree_agree() -> None:
    assert abs(places.MM - figures.MM) < 1e-9
    hand = (figures.HANDWRITING_WIDTH * figures.MM, figures.SIGNATURE_HEIGHT * figures.MM)
    assert all(abs(side - known) < 1e-9 for side, known in zip(places.LEADER_SIZE, hand, strict=True))
    assert abs(places.AGENCY_SIZE[0] - figures.SEAL_WIDTH * figures.MM) < 1e-9
    assert places.SEAL_OVER == figures.SEAL_OVER_HANDWRITING
    assert abs(places.RIGHT - places.LEFT - figures.PORTRAIT.text_width) < 0.01


def test_the_two_fields_say_what_they_are_for() -> None:
    made = printed()
    fields = signing_page.fields(made.areas)
    assert [field.name for field in fields] == [areas.LEADER, areas.AGENCY]
    assert all(field.told for field in fields)
