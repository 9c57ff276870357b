"""What an officer types or pastes: lists in any shape, deadlines in a decision's words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import DeadlineKind
from app.domain.framework import TargetGroup
from app.errors import AppError
from app.operations.authority import typed_campaign
from app.operations.authority.typed_campaign import Line, Slip


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("HG01\tXã Hòa Bình\tChị Hà\t0900 000 101", ("HG01", "Xã Hòa Bình", "Chị Hà", "0900 000 101")),
        ("HG01, Xã Hòa Bình", ("HG01", "Xã Hòa Bình", "", "")),
        ("0203;Phường Đông Hải;0900000102", ("0203", "Phường Đông Hải", "", "0900000102")),
        ("1\tHG01\tXã Hòa Bình\tChị Hà\t0900000101", ("HG01", "Xã Hòa Bình", "Chị Hà", "0900000101")),
        ("1. Xã Hòa Bình", ("XHB", "Xã Hòa Bình", "", "")),
        ("Xã Hòa Bình\tHG01", ("HG01", "Xã Hòa Bình", "", "")),
        ("Xã Hòa Bình\t0900 000 101", ("XHB", "Xã Hòa Bình", "", "0900 000 101")),
        ("  Xa\u0303 Ho\u0300a Bi\u0300nh  ", ("XHB", "Xã Hòa Bình", "", "")),
    ],
)
def test_a_pasted_line(pasted: str, expected: tuple[str, ...]):
    (line,) = typed_campaign.pasted_lines(pasted)
    assert (line.code, line.name, line.contact, line.telephone) == expected


def test_a_head_says_which_column_is_which():
    pasted = "STT\tSố điện thoại\tTên xã\tMã\n1\t0900000101\tXã A\tX1\n2\t\tXã B\tX2"
    lines = typed_campaign.pasted_lines(pasted, 7)
    assert [(line.number, line.code, line.name, line.telephone) for line in lines] == [
        (7, "X1", "Xã A", "0900000101"),
        (8, "X2", "Xã B", ""),
    ]


def test_codes_that_are_made_differ():
    lines = typed_campaign.pasted_lines("Xã Hòa Bình\nXã Hải Bắc\nXã Hồng Bàng\nĐặc khu Đảo Xa")
    assert [line.code for line in lines] == ["XHB", "XHB2", "XHB3", "DKDX"]


def test_the_first_slip_of_each_line():
    groups = (TargetGroup(code="xa", name="Xã, phường"),)
    lines = [
        Line(1, "A", "Xã A", "xã, phường"),
        Line(2, "A", "Xã B"),
        Line(3, "B"),
        Line(4),
        Line(5, "C", "Xã C", "sở"),
    ]
    assert typed_campaign.slips(lines, groups) == {
        1: Slip.SAME_CODE, 2: Slip.SAME_CODE, 3: Slip.NO_NAME, 5: Slip.UNKNOWN_GROUP,
    }  # fmt: skip
    made = typed_campaign.agencies(lines[:1], groups)
    assert made[0].target_group == "xa"


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Trước ngày 15/11/2026", date(2026, 11, 14)),
        ("trước 15.11", date(2026, 11, 14)),
        ("chậm nhất ngày 30-11-2026", date(2026, 11, 30)),
        ("đến hết ngày 28 tháng 02 năm 2027", date(2027, 2, 28)),
        ("từ ngày 20 tháng 6 đến ngày 30 tháng 6", date(2026, 6, 30)),
        ("trong tháng 12", date(2026, 12, 31)),
        ("trong quý I năm 2027", date(2027, 3, 31)),
        ("trong Quí IV", date(2026, 12, 31)),
    ],
)
def test_a_deadline_in_words(words: str, last: date):
    meant = typed_campaign.deadline_in_words(words, 2026)
    assert meant is not None
    assert meant.last_day() == last
    assert meant.wording == words
    typed, until = typed_campaign.typed_of(meant)
    assert typed_campaign.deadline_of(meant.kind, typed, until, words) == meant


def test_days_before_the_inspection():
    meant = typed_campaign.deadline_in_words("gửi trước ngày kiểm tra chậm nhất 3 ngày", 2026)
    assert meant is None or meant.kind is DeadlineKind.DAYS_BEFORE_AGENCY_DATE
    plain = typed_campaign.deadline_in_words("chậm nhất 3 ngày trước ngày kiểm tra", 2026)
    assert plain is not None
    assert plain.last_day(date(2026, 12, 10)) == date(2026, 12, 7)


@pytest.mark.parametrize("kind", list(DeadlineKind))
def test_nonsense_is_no_deadline(kind: DeadlineKind):
    with pytest.raises(AppError, match=r"deadline\.malformed"):
        typed_campaign.deadline_of(kind, "sớm", None, "")


@given(st.text(max_size=200))
def test_any_text_can_be_pasted(pasted: str):
    lines = typed_campaign.pasted_lines(pasted)
    typed_campaign.slips(lines)
    assert len({line.number for line in lines}) == len(lines)
    assert all(line.code for line in lines if line.name)


@given(st.text(max_size=60))
def test_any_text_can_be_a_deadline_s_words(words: str):
    meant = typed_campaign.deadline_in_words(words, 2026)
    assert meant is None or meant.wording == words.strip()
