"""What people type in a shell becomes what answers keep."""

import pytest

from app.domain.framework import Criterion, Framework, Input, InputKind, Option, Placed, Totals
from app.domain.rules import Judgement, Scored, UnitPoints
from app.errors import AppError
from app.operations.commune.typed import typed_inputs, typed_number

INPUTS = (
    Input(key="so", label="Số hồ sơ", kind=InputKind.INTEGER),
    Input(key="ty_le", label="Tỷ lệ", may_be_absent=True),
    Input(key="co", label="Đã có", kind=InputKind.YES_NO),
    Input(key="chon", label="Mức", kind=InputKind.CHOICE, options=(Option(key="dung_han", label="Đúng hạn"),)),
)


def place() -> Placed:
    from app.domain.codec import Amount

    rule = Scored(measure=Judgement(), scale=UnitPoints(points=Amount("1")))
    node = Criterion(id="a", title="A", maximum=Amount("1"), rule=rule, inputs=INPUTS)
    framework = Framework(id="f", version="1", title="F", totals=Totals(maximum=Amount("1")), nodes=(node,))
    return framework.index.places["a"]


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("so", "1.506", "1506"),
        ("so", " 12 ", "12"),
        ("ty_le", "75,5", "75.5"),
        ("ty_le", "75.5", "75.5"),
        ("ty_le", "none", "none"),
        ("ty_le", "", ""),
        ("co", "Có", "yes"),
        ("co", "không", "no"),
        ("co", "yes", "yes"),
        ("co", "có lẽ", "có lẽ"),
        ("chon", "đúng hạn", "dung_han"),
        ("chon", "dung_han", "dung_han"),
    ],
)
def test_typed_and_stored(key: str, typed: str, stored: str) -> None:
    assert typed_inputs(place(), {key: typed}) == {key: stored}


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("so", "1e9", "input.not_a_number"),
        ("so", "none", "input.not_a_number"),
        ("la", "1", "answers.unknown_input"),
    ],
)
def test_what_is_no_answer(key: str, typed: str, code: str) -> None:
    with pytest.raises(AppError) as caught:
        typed_inputs(place(), {key: typed})
    assert caught.value.code == code


def test_points() -> None:
    assert typed_number("1,25") == "1.25"
