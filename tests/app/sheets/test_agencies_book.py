import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.agency import Agency, Contact
from app.domain.framework import TargetGroup
from app.errors import AppError, Several
from app.sheets.agencies_book import SHEET, read_agencies, write_agencies, write_agencies_template
from tests.app.sheets.strategies import days, few, filled, maybe, texts

GROUPS = (TargetGroup(code="xa", name="Xã, phường, đặc khu"), TargetGroup(code="so", name="Sở, ngành"))
agencies = st.lists(
    st.builds(
        Agency,
        code=filled,
        name=filled,
        target_group=texts,
        parent=texts,
        traits=st.frozensets(filled, max_size=2),
        contact=st.builds(Contact, name=texts, title=texts, telephone=texts, email=texts),
        valid_from=maybe(days),
        valid_to=maybe(days),
        predecessors=few(filled),
        inspection_day=maybe(days),
        extended_to=maybe(days),
        data_from=maybe(days),
        data_to=maybe(days),
    ),
    max_size=4,
    unique_by=lambda item: item.code,
).map(tuple)


@given(listed=agencies)
@settings(max_examples=40, phases=[Phase.explicit, Phase.generate])
def test_any_list_comes_back_as_it_was(listed: tuple[Agency, ...], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("lists") / "danh sách.xlsx"
    write_agencies(listed, path)
    assert read_agencies(path) == listed


def own_list(path: Path, *rows: list[Any]) -> Path:
    """A list as an authority has it: a title, other columns, another order."""
    book = openpyxl.Workbook()
    book.active.title = "DS gửi Sở"
    book.active.append(["DANH SÁCH CÁC XÃ, PHƯỜNG"])
    book.active.append(["TT", "Tên đơn vị", "Mã đơn vị", "Nhóm đối tượng", "SỐ ĐIỆN THOẠI", "Ngày kiểm tra", "Đầu mối"])
    book.active.append(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"])
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_list_of_their_own_making_is_read(tmp_path: Path) -> None:
    path = own_list(
        tmp_path / "a.xlsx",
        [1, " Xã  Hòa Bình\n", "00123", "Xa, phuong, dac khu", 912345678, datetime.date(2026, 3, 1), "Bà Tường Vi"],
        [2, "Phường Tây Nha Trang", 22333, "xa", None, "15/3/2026", None],
        [None, None, None, None, None, None, None],
    )
    first, second = read_agencies(path, GROUPS)
    assert first == Agency(
        code="00123",
        name="Xã  Hòa Bình",
        target_group="xa",
        contact=Contact(name="Bà Tường Vi", telephone="0912345678"),
        inspection_day=datetime.date(2026, 3, 1),
    )
    assert (second.code, second.inspection_day) == ("22333", datetime.date(2026, 3, 15))


def test_every_bad_cell_of_a_list_is_named(tmp_path: Path) -> None:
    path = own_list(
        tmp_path / "a.xlsx",
        [1, "Xã A", "01", "xã", None, "32/13/2026", None],
        [2, None, "01", "xa", None, None, None],
    )
    with pytest.raises(Several) as caught:
        read_agencies(path, GROUPS)
    told = {error.details["cell"]: error.details["expected"] for error in caught.value.errors}
    assert set(told) == {"F4", "B5", "C5"}
    assert told["C5"] == "mã chưa dùng ở ô C4"
    path = own_list(tmp_path / "b.xlsx", [1, "Xã A", "01", "phường xã", None, None, None])
    with pytest.raises(Several) as caught:
        read_agencies(path, GROUPS)
    assert [error.details["cell"] for error in caught.value.errors] == ["D4"]


def test_the_template_is_empty_and_offers_the_groups(tmp_path: Path) -> None:
    write_agencies_template(tmp_path / "a.xlsx", GROUPS)
    assert read_agencies(tmp_path / "a.xlsx", GROUPS) == ()
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")[SHEET].data_validations.count == 1


def test_a_workbook_without_a_list_says_so(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Doanh thu", 1])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(AppError) as caught:
        read_agencies(tmp_path / "a.xlsx")
    assert caught.value.code == "sheet.missing_sheet"
