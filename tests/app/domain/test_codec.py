"""Strict reading: whatever is written reads back, and unknown, missing, wrong, huge or deep things are refused."""

import dataclasses
import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import campaign as campaigns
from app.domain import codec, deadline
from app.domain import framework as frameworks
from app.domain.agency import Agency, Authority, Contact
from app.domain.campaign import Campaign, Demand, FrameworkReference, Period, PeriodKind, Round
from app.domain.codec import Amount
from app.domain.framework import Framework, RoundField
from app.domain.rules import Band, Ladder, Rounding
from app.errors import AppError
from tests.app.domain.making import PLAIN, REFUSED, attempt, criterion, framework, group

F = Fraction


class Colour(enum.StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, kw_only=True)
class Circle:
    TAG: ClassVar[str] = "circle"
    radius: Amount


@dataclass(frozen=True, kw_only=True)
class Square:
    TAG: ClassVar[str] = "square"
    side: int = 1


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A little of everything."""

    name: str
    shape: Circle | Square = Square()
    shapes: tuple[Circle | Square, ...] = ()
    colour: Colour = Colour.RED
    day: datetime.date | None = None
    tags: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)
    is_good: bool = False
    anything: Any = None


SMALL = {"name": "Ảnh"}
FULL = {
    "name": "Ảnh",
    "shape": {"type": "circle", "radius": "1/3"},
    "shapes": [{"type": "square", "side": 2}, {"type": "circle", "radius": "75%"}],
    "colour": "blue",
    "day": "2026-11-14",
    "tags": ["a", "b"],
    "counts": {"xã": 3},
    "is_good": True,
    "anything": {"deep": [1, None]},
}


@pytest.mark.parametrize("value", [SMALL, FULL])
def test_what_is_written_reads_back(value):
    picture = codec.from_json(Picture, value)

    assert codec.to_json(picture) == value
    assert codec.from_json(Picture, codec.to_json(picture)) == picture


def test_values_are_what_they_mean():
    picture = codec.from_json(Picture, FULL)

    assert picture.shape.radius.value == F(1, 3)
    assert picture.shapes[0] == Square(side=2)
    assert picture.day == datetime.date(2026, 11, 14)
    assert picture.tags == {"a", "b"}


def test_text_is_composed():
    assert codec.from_json(Picture, {"name": "e\u0301"}).name == "é"


BAD = [
    ([], "/", "object"),
    (None, "/", "object"),
    ({}, "name", "present"),
    ({"name": 5}, "name", "text"),
    ({"name": None}, "name", "text"),
    ({"name": "x" * 20_001}, "name", "text"),
    (SMALL | {"nam": "x"}, "nam", "unknown"),
    (SMALL | {"type": "picture"}, "type", "unknown"),
    (SMALL | {"colour": "green"}, "colour", "red | blue"),
    (SMALL | {"colour": ["red"]}, "colour", "text"),
    (SMALL | {"shape": {"radius": "1"}}, "shape.type", "circle | square"),
    (SMALL | {"shape": {"type": "star"}}, "shape.type", "circle | square"),
    (SMALL | {"shape": {"type": ["circle"]}}, "shape.type", "circle | square"),
    (SMALL | {"shape": {"type": "circle"}}, "shape.radius", "present"),
    (SMALL | {"shape": {"type": "circle", "radius": "một"}}, "shape.radius", "amount"),
    (SMALL | {"shape": {"type": "circle", "radius": "1e100000000"}}, "shape.radius", "amount"),
    (SMALL | {"shape": {"type": "circle", "radius": 1}}, "shape.radius", "text"),
    (SMALL | {"shapes": {"type": "square"}}, "shapes", "list"),
    (SMALL | {"shapes": [{"type": "square"}, {"type": "square", "side": "2"}]}, "shapes[1].side", "int"),
    (SMALL | {"shapes": [{"type": "square", "side": True}]}, "shapes[0].side", "int"),
    (SMALL | {"shapes": [{"type": "square"}] * 20_001}, "shapes", "≤ 20000"),
    (SMALL | {"day": "14/11/2026"}, "day", "yyyy-mm-dd"),
    (SMALL | {"day": "20261114"}, "day", "yyyy-mm-dd"),
    (SMALL | {"day": "2026-W46-6"}, "day", "yyyy-mm-dd"),
    (SMALL | {"day": "2026-02-30"}, "day", "yyyy-mm-dd"),
    (SMALL | {"tags": "ab"}, "tags", "list"),
    (SMALL | {"tags": [1]}, "tags", "text"),
    (SMALL | {"counts": [1]}, "counts", "object"),
    (SMALL | {"counts": {"x": "1"}}, "counts.x", "int"),
    (SMALL | {"is_good": 1}, "is_good", "bool"),
]


@pytest.mark.parametrize(("value", "path", "expected"), BAD)
def test_refused_with_its_place(value, path, expected):
    with pytest.raises(AppError) as refused:
        codec.from_json(Picture, value)

    assert refused.value.code == "data.malformed"
    assert refused.value.details["path"] == path
    assert refused.value.details["expected"].startswith(expected)


def test_a_class_with_a_tag_asks_for_it():
    assert codec.from_json(Square, {"type": "square"}) == Square()
    with pytest.raises(AppError, match=r"path='\.type'"):
        codec.from_json(Square, {"type": "circle"})


def nested(depth):
    node = {"type": "criterion", "title": "T", "code": "x", "maximum": "1", "rule": codec.to_json(PLAIN)}
    for at in range(depth):
        node = {"type": "group", "title": "N", "code": str(at), "maximum": "1", "nodes": [node]}
    return {"id": "b", "version": "1", "title": "B", "totals": {"maximum": "1"}, "nodes": [node]}


def test_depth_is_bounded():
    assert frameworks.from_json(nested(20)).index.find("x") is not None
    for depth in (40, 5_000):
        with pytest.raises(AppError, match=r"data\.malformed"):
            frameworks.from_json(nested(depth))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)
WHOLE = codec.to_json(framework(group("1", criterion())))


def paths(value, at=()):
    yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*at, key))


def replaced(value, path, new):
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


@given(st.sampled_from(list(paths(WHOLE))), JSON)
def test_any_change_gives_a_framework_or_one_refusal(path, new):
    read = attempt("data.malformed", frameworks.from_json, replaced(WHOLE, path, new))

    assert read is REFUSED or frameworks.from_json(frameworks.to_json(read)) == read


@pytest.mark.parametrize("decimals", [-1, 13, 10**9])
def test_absurd_decimals_are_refused(decimals):
    with pytest.raises(AppError, match=r"path='decimals'"):
        frameworks.from_json(WHOLE | {"decimals": decimals})


@pytest.mark.parametrize("size", ["0", "-1", "0.000", "-75%"])
def test_nothing_divides_by_zero_or_less(size):
    zero = Amount(size)
    with pytest.raises(AppError, match=r"rule\.not_positive"):
        Rounding(unit=zero)
    with pytest.raises(AppError, match=r"rule\.not_positive"):
        Band(threshold=zero)
    with pytest.raises(AppError, match=r"rule\.not_positive"):
        Ladder(start=Amount("0"), start_points=Amount("1"), each=zero, points=Amount("1"))


def test_a_rule_that_can_not_be_built_is_refused_at_its_place():
    value = codec.to_json(framework(criterion()))
    value["nodes"][0]["rule"]["rounding"] = {"unit": "0"}
    with pytest.raises(AppError) as refused:
        frameworks.from_json(value)

    assert refused.value.details == {"path": "nodes[0].rule.rounding", "expected": "rule.not_positive"}


CAMPAIGN = Campaign(
    id="đợt-2026",
    title="Đánh giá năm 2026",
    authority=Authority(code="H1", name="Sở Khoa học và Công nghệ", contact=Contact(telephone="0255 123")),
    period=Period(title="Năm 2026", kind=PeriodKind.HALF_YEAR, data_from=datetime.date(2026, 1, 1)),
    frameworks=(FrameworkReference(id="b", version="1", digest="0" * 64, target_group="xã"),),
    agencies=(
        Agency(
            code="X1",
            name="Xã <img src='//10.0.0.9/s/x.png'> R&D",
            target_group="xã",
            traits=frozenset({"b", "a"}),
            inspection_day=datetime.date(2026, 12, 1),
            predecessors=("X0",),
        ),
    ),
    rounds=(
        Round(number=1, deadline=deadline.before_day("trước ngày 15/11", datetime.date(2026, 11, 15))),
        Round(number=2, opens=(RoundField.EVIDENCE,), evidence_days=3),
    ),
    demand=Demand.LEADER,
)


def test_a_campaign_comes_back():
    value = campaigns.to_json(CAMPAIGN)

    assert campaigns.from_json(value) == CAMPAIGN
    assert value["agencies"][0]["traits"] == ["a", "b"]


def test_the_schema_accepts_what_is_read_and_refuses_what_is_not():
    schema = codec.schema(Picture, "Ảnh")
    validator = jsonschema.Draft202012Validator(schema)

    assert schema["title"] == "Ảnh"
    assert schema["$defs"]["Picture"]["description"] == "A little of everything."
    for value in (SMALL, FULL):
        assert validator.is_valid(value)
    for value, _, _ in BAD:
        is_day = isinstance(value, dict) and "day" in value  # a format, which validators only note
        assert is_day or not validator.is_valid(value), value


def test_every_framework_fits_its_schema():
    jsonschema.Draft202012Validator(codec.schema(Framework, "Bộ chỉ số")).validate(WHOLE)


def test_dates_in_an_open_field_are_written_as_text():
    assert codec.to_json(
        dataclasses.replace(codec.from_json(Picture, SMALL), anything=[datetime.date(2026, 1, 2)])
    ) == {
        **SMALL,
        "anything": ["2026-01-02"],
    }
