"""Whatever is typed: nothing is raised, a changed number changes the suggestion, long texts end."""

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.checks import check
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Totals
from app.domain.nodes import Role
from app.domain.problems import Severity
from app.domain.text import nfc
from app.suggesting import Composed, compose, suggest
from app.suggesting.amounts import decimal, read_maximum
from tests.app.suggesting.tables import TABLES, suggested, sure_of, wordings

ROWS = [row for name in TABLES for row in wordings(name)]
PIECES = sorted({piece for row in ROWS for piece in re.split(r"(?<=[\s;:,.])|(?=[\s;:,.])", row.text) if piece})


def problems(made: Composed, maximum: str, method: str) -> set[tuple[str, str]]:
    value = read_maximum(maximum) or Fraction(10)
    if made.role is Role.PENALTY:  # its author writes the maximum of a penalty below zero
        value = -abs(value)
    node = Criterion(
        id="x", title="Tỷ lệ hồ sơ", maximum=Amount(decimal(value)), rule=made.rule, inputs=made.inputs, role=made.role,
        method=method or "–",
    )  # fmt: skip
    frame = Framework(id="f", version="1", title="Bộ", totals=Totals(maximum=Amount("10")), nodes=(node,))
    return {(problem.severity.value, problem.code) for problem in check(frame) if problem.node}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.text(max_size=6))
def test_any_text_gives_a_suggestion_that_composes(text: str, maximum: str) -> None:
    made = suggest(text, maximum)
    composed = compose(made, text[:50], maximum)
    assert Severity.ERROR.value not in {severity for severity, _ in problems(composed, maximum, text)}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["10", "2", "0,5", "-1", ""]))
def test_any_words_of_the_trade_give_a_suggestion_that_composes(text: str, maximum: str) -> None:
    made = suggest(text, maximum)
    composed = compose(made, "Tỷ lệ hồ sơ trực tuyến", maximum)
    assert Severity.ERROR.value not in {severity for severity, _ in problems(composed, maximum, text)}
    assert not made.sure or maximum


@pytest.mark.parametrize("name", TABLES)
def test_composed_rules_pass_the_checks(name: str) -> None:
    for row in wordings(name):
        made = suggested(row)
        found = problems(compose(made, "Tỷ lệ hồ sơ trực tuyến", row.maximum), row.maximum, row.text)
        assert not {code for severity, code in found if severity == "error" or (made.sure and severity == "warning")}, (
            row.place
        )


@pytest.mark.parametrize("name", TABLES)
def test_a_changed_number_never_gives_the_old_points(name: str) -> None:
    for row, old in sure_of(name):
        for match in re.finditer(r"\d+", row.text):
            more = str(int(match.group()) + 1)
            text = row.text[: match.start()] + more + row.text[match.end() :]
            new = suggest(text, row.maximum)
            same = new.sure and (new.kind, new.parameters) == (old.kind, old.parameters)
            assert not same or is_marker(row.text, match), text


_NAMING = re.compile(
    r"(Phần|Trường hợp|trường hợp|Mức|mức|Phương án|[-+=] Điểm|khoản|Điều|Nghị định số|Kế hoạch|hạn ngày|giao năm) $"
    r"|tính đến $|\d/$"
)
_NAMED = re.compile(r"G\b|/\d{4}/|/KH-")


def is_marker(text: str, match: re.Match[str]) -> bool:
    """Whether a number only counts items off: "1.", "(2)", "Phần 1", "Trường hợp 2"."""
    line_start = (
        text[: match.start()].rsplit("\n", 1)[-1].strip(" (;") == "" or text[match.start() - 1 : match.start()] == "("
    )
    marked = line_start and text[match.end() : match.end() + 1] in (".", ")")
    return (
        marked
        or _NAMING.search(nfc(text[: match.start()])) is not None
        or _NAMED.match(text[match.end() :]) is not None
    )


STRAY = [
    "riêng xã miền núi tính 80%",
    "nếu báo cáo chậm thì trừ 1 điểm",
    "nhân hệ số 1,2 đối với xã biên giới",
    "không quá 50% số điểm",
    "xã mới thành lập được cộng 1 điểm",
    "Hội đồng thẩm định quyết định mức điểm",
    "lấy trung bình cộng với năm 2024",
    "số điểm còn lại do Sở chấm",
]


@pytest.mark.parametrize("said", STRAY)
@pytest.mark.parametrize("form", ["{text}. {said}.", "{text}; {said}", "{text}\nGhi chú: {said}", "{said}. {text}"])
def test_a_sentence_more_that_changes_points_is_never_passed_over(form: str, said: str) -> None:
    for row, old in sure_of("first"):
        new = suggest(form.format(text=row.text.rstrip(" .;"), said=said), row.maximum)
        assert not new.sure or new.parameters != old.parameters, row.place


LONG = ["từ 75% trở lên: điểm tối đa; ", "(", "a+", "1", "\n- ", "a) b (5 điểm): ", "từ 1 đến "]
LONG_TOO = ["số hồ sơ / tổng số hồ sơ ", "mỗi ", "số ", "Có kế hoạch ", "1/2 ", "x (", "tỷ lệ × "]


@pytest.mark.parametrize("piece", [*LONG, *(pytest.param(each, marks=pytest.mark.slow) for each in LONG_TOO)], ids=repr)
def test_twenty_thousand_letters_end(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    assert not suggest(text, "10").sure
    assert not suggest(text + "x", "10").sure
