import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codec import Amount
from app.sheets import cells
from app.sheets.cells import Found, Unfit
from app.sheets.kinds import CODE, Telephone
from tests.app.sheets.strategies import amounts


def found(value: Any, form: str = "General") -> Found:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return Found("Trang", "B2", cells.shown_number(value) if number else value, form)


def outcome(take: Callable[[Found], Any], cell: Found) -> Any:
    try:
        return take(cell)
    except Unfit as unfit:
        return f"cần {unfit.expected}"


READ = [
    # what a person typed or pasted, how it is asked for, what it means
    (cells.decimal_of, found("75,5"), "75.5"),
    (cells.decimal_of, found("1.234,5"), "1234.5"),
    (cells.decimal_of, found("1.506"), "1506"),
    (cells.decimal_of, found("75.3"), "75.3"),
    (cells.decimal_of, found("1 506"), "1506"),
    (cells.decimal_of, found("−4"), "-4"),
    (cells.decimal_of, found(4.0999999999999996), "4.1"),
    (cells.decimal_of, found(0.1 + 0.2), "0.3"),
    (cells.decimal_of, found(1e-12), "0.000000000001"),
    (cells.decimal_of, found(1506.0), "1506"),
    (cells.decimal_of, found("75 %"), "cần plain_number"),
    (cells.decimal_of, found(0.75, "0%"), "cần plain_number"),
    (lambda cell: cells.decimal_of(cell, True), found("75 %"), "75"),
    (lambda cell: cells.decimal_of(cell, True), found(0.333, "0.0%"), "33.3"),
    (cells.decimal_of, found("1e100000000"), "cần number"),
    (cells.decimal_of, found(1e300), "cần number"),
    (cells.decimal_of, found("khoảng 20"), "cần number"),
    (cells.decimal_of, found(datetime.date(2026, 3, 1)), "cần number"),
    (cells.decimal_of, found(True), "cần number"),
    (cells.decimal_of, Found("T", "A1", None, trouble="computed"), "cần computed"),
    (cells.decimal_of, Found("T", "A1", "#N/A", trouble="no_error"), "cần no_error"),
    (cells.amount_of, found("75 %"), Amount("75%")),
    (cells.amount_of, found(0.75, "0%"), Amount("75%")),
    (cells.amount_of, found("1/3"), Amount("1/3")),
    (cells.amount_of, found("1/0"), "cần amount"),
    (cells.amount_of, found(datetime.date(2026, 3, 1)), "cần amount"),
    (cells.whole_of, found("1.506"), 1506),
    (cells.whole_of, found(2.5), "cần whole"),
    (cells.date_of, found(datetime.datetime(2026, 12, 31, 14, 5)), datetime.date(2026, 12, 31)),
    (cells.date_of, found("31/12/2026"), datetime.date(2026, 12, 31)),
    (cells.date_of, found("1-2-2026"), datetime.date(2026, 2, 1)),
    (cells.date_of, found("31/02/2026"), "cần date"),
    (cells.date_of, found(46022), "cần date"),
    (cells.is_yes, found("CÓ"), True),
    (cells.is_yes, found("x"), True),
    (cells.is_yes, found(1), True),
    (cells.is_yes, found(False), False),
    (cells.is_yes, found("khong"), False),
    (cells.is_yes, found("chưa"), "cần yes_no"),
    (cells.text_of, found(2.5), "2.5"),
    (cells.text_of, found(datetime.date(2026, 3, 1)), "01/03/2026"),
    (cells.text_of, found(datetime.date(2026, 3, 1), "dd/mm/yyyy"), "01/03/2026"),
    (cells.text_of, found(datetime.date(2023, 1, 1), "mmm-yy"), "cần as_typed"),  # the document 1/2023
    (cells.text_of, found(datetime.date(2026, 1, 4), "d-mmm"), "cần as_typed"),
    (cells.codes_of, found("4.10"), ("4.10",)),
    (cells.codes_of, found(4), ("4",)),
    (cells.codes_of, found(123, "00000"), ("00123",)),
    (cells.codes_of, found(4.1), ("4.1", "4.10")),
    (cells.codes_of, found(4.1, "0.00"), ("4.10",)),
    (cells.codes_of, found(4.25), ("4.25",)),
    (cells.codes_of, found(datetime.date(2026, 1, 4)), "cần code_as_text"),
    (cells.codes_of, found(0.5, "0%"), "cần code_as_text"),
]


@pytest.mark.parametrize(("take", "cell", "meant"), READ)
def test_a_cell_is_read_as_what_is_seen_in_it(take: Callable[[Found], Any], cell: Found, meant: Any) -> None:
    assert outcome(take, cell) == meant


@pytest.mark.parametrize(
    ("above", "meant"),
    [([], "4.1"), (["4.9"], "4.10"), (["4.8"], "4.1"), (["4.1", "4.2"], "cần code_as_text")],
)
def test_a_code_that_became_a_number_is_taken_where_it_is_certain(above: list[str], meant: str) -> None:
    assert outcome(lambda cell: CODE.take(cell, above), found(4.1)) == meant


def test_excel_drops_the_first_zero_of_a_telephone_number() -> None:
    assert Telephone().take(found(912345678), []) == "0912345678"
    assert Telephone().take(found("0258 3 822 222"), []) == "0258 3 822 222"


def fresh() -> Any:
    return openpyxl.Workbook().active["B2"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("=1+1", "=1+1"),
        ("#N/A", "#N/A"),
        ("007", "007"),
        ("@cmd", "@cmd"),
        ("<img src='//10.0.0.9/s/x.png'>", "<img src='//10.0.0.9/s/x.png'>"),
        ("a\u202eb\u200bc\ufeff", "abc"),
        ("a\x00b\x0b\x1fc\ufffe", "a b  c"),
        ("dòng 1\r\ndòng 2", "dòng 1\ndòng 2"),
        ("_x0041_", "_x005F_x0041_"),
        ("mang_xa_hoi", "mang_x\u200ba_hoi"),
        ("\ud800x", "x"),
    ],
)
def test_text_is_a_string_cell_whatever_it_looks_like(text: str, held: str) -> None:
    cell = fresh()
    cells.write_text(cell, text)
    assert (cell.value, cell.data_type, cell.number_format) == (held, "s", "@")


@given(st.text(max_size=40))
def test_text_comes_back_but_for_what_nobody_sees(text: str) -> None:
    cell = fresh()
    cells.write_text(cell, text)
    seen = cells.clean(text).strip()
    assert cells.unescaped(cell.value or "") == seen or "_x000" in text


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("1506", 1506, "#,##0"),
        ("75.50", 75.5, "#,##0.00"),
        ("-0.25", -0.25, "#,##0.00"),
        ("123456789012345", 123456789012345, "#,##0"),
        ("1234567890123456", "1234567890123456", "@"),
        ("123456789012345.5", "123456789012345,5", "@"),
    ],
)
def test_numbers_are_numbers_until_excel_would_alter_them(text: str, value: Any, form: str) -> None:
    cell = fresh()
    cells.write_number(cell, text)
    assert (cell.value, cell.number_format) == (value, form)


@given(amounts | st.decimals(-(10**6), 10**6, places=4).map(lambda number: Amount(format(number, "f"))))
def test_amounts_come_back_letter_by_letter(amount: Amount) -> None:
    cell = fresh()
    cells.write_amount(cell, amount)
    assert cells.amount_of(found(cell.value, cell.number_format)) == amount
    assert isinstance(cell.value, (int, float, str))


def test_a_day_before_excels_calendar_is_text() -> None:
    cell = fresh()
    cells.write_date(cell, datetime.date(1890, 5, 19))
    assert cell.value == "19/05/1890"


def test_a_stored_number_is_what_excel_shows() -> None:
    assert cells.shown_number(38 / 40 * 100) == Decimal(95)
