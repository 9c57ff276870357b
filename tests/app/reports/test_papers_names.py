"""How offices, signers, numbers and days are written on papers (Nghị định 30/2020/NĐ-CP, Phụ lục I and II)."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.campaign import Campaign, Period
from app.domain.framework import Input, InputKind, Option
from app.reports import names, phrases
from app.reports.signatures import Signer

HOA_BINH = ("Ủy ban nhân dân xã Hòa Bình", ("Ủy ban nhân dân", "xã Hòa Bình"), "Hòa Bình", "UBND")
OFFICES = {
    "Xã Hòa Bình": HOA_BINH,
    "UBND xã Hòa Bình": HOA_BINH,
    "Ủy ban nhân dân xã Hòa Bình": HOA_BINH,
    "Uỷ ban nhân dân xã Hòa Bình": HOA_BINH,
    "  Xã \u202e Hòa Bình\n": HOA_BINH,
    "Phường 1": ("Ủy ban nhân dân Phường 1", ("Ủy ban nhân dân", "Phường 1"), "Phường 1", "UBND"),
    "Đặc khu Phú Quốc": (
        "Ủy ban nhân dân đặc khu Phú Quốc",
        ("Ủy ban nhân dân", "đặc khu Phú Quốc"),
        "Phú Quốc",
        "UBND",
    ),
    "UBND Thành phố Hồ Chí Minh": (
        "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        ("Ủy ban nhân dân", "Thành phố Hồ Chí Minh"),
        "Hồ Chí Minh",
        "UBND",
    ),
    "Sở Khoa học và Công nghệ": ("Sở Khoa học và Công nghệ", ("Sở Khoa học và Công nghệ",), "", "SKHCN"),
    "": ("cơ quan thẩm định", ("Cơ quan thẩm định",), "", ""),
}


@pytest.mark.parametrize("name", OFFICES)
def test_an_office_is_named_as_the_decree_asks(name: str) -> None:
    inside, letterhead, place, symbol = OFFICES[name]
    assert names.office(name) == inside
    assert names.letterhead(name) == letterhead
    assert names.place(name) == place
    assert names.symbol("BC", name) == f"BC-{symbol}"


SIGNERS = [
    ("Xã Hòa Bình", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ("Xã Hòa Bình", "Chủ tịch UBND xã", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ("Xã Hòa Bình", "Phó Bí thư Đảng ủy, Chủ tịch UBND xã", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ("Xã Hòa Bình", "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    ("Xã Hòa Bình", "Quyền Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
    ("Xã Hòa Bình", "", ("TM. ỦY BAN NHÂN DÂN",)),
    ("Sở Nội vụ", "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    ("Sở Nội vụ", "Giám đốc", ("GIÁM ĐỐC",)),
]


@pytest.mark.parametrize(("office", "title", "lines"), SIGNERS)
def test_the_block_follows_the_issuer_and_the_post(office: str, title: str, lines: tuple[str, ...]) -> None:
    signer = names.signer(office, "Nguyễn Văn An", title)
    assert (signer.lines, signer.name) == (lines, "Nguyễn Văn An")


def test_an_unnamed_signer_leaves_the_name_free() -> None:
    assert names.unnamed_signer("UBND tỉnh Hải Giang").lines == ("TM. ỦY BAN NHÂN DÂN",)
    assert names.unnamed_signer("Sở Nội vụ") == Signer("", "Giám đốc")


@given(st.text(max_size=300))
def test_any_name_can_stand_at_a_head(name: str) -> None:
    assert all(line.strip() and "\n" not in line for line in names.letterhead(name))
    assert " " not in names.symbol("BC", name)
    assert len(names.office(name)) < 300


@pytest.mark.parametrize(
    ("title", "told"),
    [("Năm 2026", "năm 2026"), ("2026", "năm 2026"), ("Quý I năm 2026", "quý I năm 2026"), ("CĐS 2026", "CĐS 2026")],
)
def test_a_period_is_told_inside_a_sentence(title: str, told: str) -> None:
    assert phrases.period(_campaign(title)) == told


def test_a_period_is_not_said_twice() -> None:
    assert phrases.of_period("Bộ chỉ số năm 2026", _campaign("Năm 2026")) == "Bộ chỉ số năm 2026"
    assert phrases.of_period("Bộ chỉ số", _campaign("Năm 2026")) == "Bộ chỉ số năm 2026"


def _campaign(period: str) -> Campaign:
    from app.domain.agency import Authority

    authority = Authority(code="A", name="A")
    return Campaign(
        id="c", title="c", authority=authority, period=Period(title=period), frameworks=(), agencies=(), rounds=()
    )


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 15), "ngày 15 tháng 3 năm 2026"),
        (date(2026, 11, 30), "ngày 30 tháng 11 năm 2026"),
    ],
)
def test_zeros_of_days_and_months(day: date, told: str) -> None:
    assert phrases.long_day(day) == told


@pytest.mark.parametrize("written", ["", "yesterday", "2026-13-01"])
def test_a_moment_that_is_none_does_not_end_a_paper(written: str) -> None:
    assert phrases.moment(written) == phrases.NO_TIME


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_at_the_end_of_time_does_not_end_a_paper(written: str) -> None:
    assert phrases.moment(written).year == int(written[:4])


def test_a_moment_is_told_in_vietnams_time() -> None:
    assert phrases.moment("2026-12-31T20:00:00+00:00").isoformat() == "2027-01-01T03:00:00+07:00"


ANSWERS = [
    (Input(key="a", label="a", unit="hồ sơ"), "1506.50", "1.506,50 hồ sơ"),
    (Input(key="a", label="a"), "0", "0"),
    (Input(key="a", label="a"), "", "–"),
    (Input(key="a", label="a", may_be_absent=True), "none", "Không có số liệu"),
    (Input(key="a", label="a"), "1e9", "1e9"),
    (Input(key="a", label="a", kind=InputKind.YES_NO), "yes", "Có"),
    (Input(key="a", label="a", kind=InputKind.YES_NO), "no", "Không"),
    (Input(key="a", label="a", kind=InputKind.CHOICE, options=(Option(key="k", label="Đại học"),)), "k", "Đại học"),
    (Input(key="a", label="a", kind=InputKind.CHOICE), "gone", "gone"),
]


@pytest.mark.parametrize(("input_", "given", "told"), ANSWERS)
def test_answers_are_told_as_entered(input_: Input, given: str, told: str) -> None:
    assert phrases.answer(input_, given) == told


@pytest.mark.parametrize(("text", "value"), [("1/2", Fraction(1, 2)), ("2/4", None), ("x", None), (None, None)])
def test_a_claim_that_is_no_number_is_none(text: str | None, value: Fraction | None) -> None:
    assert phrases.stored(text) == value


@pytest.mark.parametrize(("number", "told"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")])
def test_roman_figures(number: int, told: str) -> None:
    assert phrases.roman(number) == told
