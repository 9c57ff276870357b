"""Exact numbers: what may be typed, what is stored, what is shown."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import numbers
from app.errors import AppError
from tests.app.domain.making import REFUSED, attempt

F = Fraction

FRACTIONS = st.fractions(max_denominator=10**9)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=6)

BAD = [
    "",
    " ",
    "1e5",
    "1e100000000",
    "0x1",
    "1,5",
    "1.",
    ".5",
    "+1",
    "--1",
    "1 000",
    "NaN",
    "٣",
    "1\n",
    "1" * 16,
    "1/2",
]


@pytest.mark.parametrize("text", [*BAD, "0." + "1" * 13])
def test_only_plain_decimals_are_numbers(text):
    with pytest.raises(AppError) as refused:
        numbers.parse_decimal(text)

    assert refused.value.code == "number.malformed"
    assert len(refused.value.details["text"]) <= 40


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", F(0)), ("-0.5", F(-1, 2)), ("007", F(7)), ("9" * 15 + "." + "9" * 12, F(10**27 - 1, 10**12))],
)
def test_plain_decimals_are_exact(text, value):
    assert numbers.parse_decimal(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("7.5", F(15, 2)), ("75%", F(3, 4)), ("75 %", F(3, 4)), ("0.5%", F(1, 200)), ("1/3", F(1, 3)), ("-1/3", F(-1, 3))],
)
def test_amounts(text, value):
    assert numbers.parse_amount(text) == value


@pytest.mark.parametrize("text", ["", "%", "1/0", "1/-3", "1//3", "1/2/3", "a/b", "1/", "/2", "75%%", "1/3%"])
def test_what_is_no_amount(text):
    with pytest.raises(AppError, match=r"number\.malformed"):
        numbers.parse_amount(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("1.506", "1506"),
        ("1.506,25", "1506.25"),
        ("75,3", "75.3"),
        ("75.3", "75.3"),
        ("1 506", "1506"),
        ("1\u202f506", "1506"),
        (" 12 ", "12"),
        ("−5,5", "-5.5"),
        ("–5", "-5"),
        ("0.250", "0.250"),  # nothing to group: a decimal point
        ("0,250", "0.250"),
        ("12.345.678", "12345678"),
        ("1.50", "1.50"),
        ("1234.567", "1234.567"),  # four digits before the point: not groups
    ],
)
def test_what_people_type(typed, text):
    assert numbers.normalise_typed(typed) == text


@pytest.mark.parametrize("typed", ["", "1.2.3", "1,2,3", "5,", ",5", "1.50.000", "12 hồ sơ", "1,000.5", "²"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(AppError, match=r"number\.malformed"):
        numbers.normalise_typed(typed)


@given(DECIMALS)
def test_vietnamese_figures_come_back_as_they_were_shown(value):
    exact = F(value)

    assert numbers.parse_decimal(numbers.normalise_typed(numbers.grouped(exact, 6))) == exact


@given(st.text(max_size=30))
def test_typing_anything_gives_a_number_or_one_refusal(text):
    typed = attempt("number.malformed", numbers.normalise_typed, text)

    assert typed is REFUSED or isinstance(numbers.parse_decimal(typed), Fraction)


@given(FRACTIONS)
def test_stored_text_comes_back(value):
    assert numbers.from_stored(numbers.to_stored(value)) == value


def test_the_sum_of_a_whole_framework_can_be_stored():
    total = sum((F(1, 10**6 + at) for at in range(200)), F(0))  # 200 ratios over populations

    assert len(str(total.denominator)) > 400
    assert numbers.from_stored(numbers.to_stored(total)) == total


@pytest.mark.parametrize("text", ["2/4", "1/0", "0/0", "-0/1", "1/-2", "1", "", "1/2 ", "01/2", "9" * 4001 + "/1"])
def test_only_lowest_terms_are_stored(text):
    with pytest.raises(AppError, match=r"number\.malformed"):
        numbers.from_stored(text)


@given(FRACTIONS, FRACTIONS)
def test_sort_keys_never_contradict_the_values(left, right):
    if numbers.sort_key(left) < numbers.sort_key(right):
        assert left < right


@given(FRACTIONS, st.integers(0, 12))
def test_rounded_text_is_within_half_a_unit(value, decimals):
    shown = F(numbers.decimal_text(value, decimals))

    assert abs(shown - value) <= F(1, 2 * 10**decimals)
    assert len(numbers.decimal_text(value, decimals).partition(".")[2]) == decimals


@given(FRACTIONS)
def test_rounding_is_symmetric(value):
    unit = F(1, 4)
    assert numbers.round_half_up(-value, unit) == -numbers.round_half_up(value, unit)


@given(st.integers(-(10**20), 10**20), st.integers(0, 20), st.integers(0, 20))
def test_a_decimal_that_ends_is_written_whole(numerator, twos, fives):
    value = F(numerator, 2**twos * 5**fives)
    text = numbers.exact_text(value)

    assert F(text) == value
    assert not text.endswith(".")


@pytest.mark.parametrize(
    ("value", "text"),
    [(F(253, 4), "63.25"), (F(5, 6), "0.833333333333"), (F(-1, 3), "-0.333333333333"), (F(7), "7"), (F(-1, 2), "-0.5")],
)
def test_exact_text(value, text):
    assert numbers.exact_text(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (F(12345, 10), 2, "1.234,50", "1,234.50"),
        (F(-12345678), 0, "-12.345.678", "-12,345,678"),
        (F(-1, 1000), 2, "0,00", "0.00"),
        (F(999995, 1000), 2, "1.000,00", "1,000.00"),
        (F(1, 2), 0, "1", "1"),
    ],
)
def test_grouped(value, decimals, vi, en):
    assert numbers.grouped(value, decimals) == vi
    assert numbers.grouped(value, decimals, "en") == en


@pytest.mark.parametrize(
    ("whole", "told"), [((), ""), ((4,), "4"), ((1, 2, 3, 5), "1–3, 5"), ((1, 3, 4, 7, 9, 10), "1, 3–4, 7, 9–10")]
)
def test_whole_numbers_are_told_in_runs(whole, told):
    assert numbers.numbers_text(whole) == told
