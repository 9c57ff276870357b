"""Two versions in words."""

import dataclasses

import pytest

from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group, InputKind, Role
from app.domain.revising import compare
from app.domain.rules import Policy
from app.wording.versions import FIELDS, WHOLE, field_changes, summary_words, whole_words
from tests.app.domain.making import AB, cliff, criterion, framework, number

OLD = criterion(cliff("75%"), "20", AB, code="4.3", id="dvc", title="Hồ sơ trực tuyến")


def told(language="vi", **changes):
    comparison = compare(framework(OLD), framework(dataclasses.replace(OLD, **changes)))
    (change,) = comparison.nodes
    return [(each.label, each.before, each.after) for each in field_changes(comparison, change, language)]


def test_every_field_that_can_differ_has_its_word():
    fields = {field.name for kind in (Criterion, Group) for field in dataclasses.fields(kind)}
    assert fields - {"id", "nodes"} == FIELDS.keys()
    assert {field.name for field in dataclasses.fields(Framework)} - {"nodes", "version"} == WHOLE.keys()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": "Hồ sơ nộp trực tuyến"}, ("Tên", "Hồ sơ trực tuyến", "Hồ sơ nộp trực tuyến")),
        ({"maximum": Amount("7.5")}, ("Điểm tối đa", "20", "7,5")),
        ({"guidance": "Xem Cổng"}, ("Hướng dẫn", "Không ghi", "Xem Cổng")),
        (
            {"zero_denominator": Policy.FULL},
            ("Khi mẫu số bằng 0", "Theo quy định chung", "Tính điểm tối đa"),
        ),
        ({"evidence_required": True}, ("Phải có minh chứng", "Không", "Có")),
        ({"role": Role.BONUS}, ("Loại điểm", "Trong thang điểm", "Điểm thưởng")),
        ({"evidence_guidance": ("Báo cáo", "Ảnh")}, ("Minh chứng cần có", "Không ghi", "Báo cáo\nẢnh")),
    ],
)
def test_a_field_is_told_before_and_after(changes, expected):
    assert told(**changes) == [expected]


def test_a_rule_is_told_in_sentences():
    ((label, before, after),) = told(rule=cliff("80%"))

    assert label == "Cách tính điểm"
    assert "75 %" in before
    assert "80 %" in after


def test_figures_are_told_by_their_labels():
    ((_, before, after),) = told(inputs=(*AB, number("c", "Số hồ sơ trễ hạn", unit="hồ sơ")))

    assert after == f"{before}\nSố hồ sơ trễ hạn (hồ sơ)"


@pytest.mark.parametrize(
    "change",
    [{"hint": "Cả năm"}, {"maximum": Amount("9")}, {"minimum": None}, {"may_be_absent": True}, {"unit": "nghìn"},
     {"kind": InputKind.INTEGER}],
)  # fmt: skip
def test_whatever_differs_at_a_figure_can_be_seen(change):
    for language in ("vi", "en"):
        ((_, before, after),) = told(language, inputs=(AB[0], dataclasses.replace(AB[1], **change)))
        assert before != after


def test_corrections_are_counted_the_furthest_first():
    old = framework(OLD, criterion(code="5", id="khac"))
    new = framework(
        dataclasses.replace(OLD, rule=cliff("80%"), title="Khác"), criterion(code="5", id="khac", guidance="Xem")
    )

    assert summary_words(compare(old, new)) == ("1 tiêu chí đổi cách tính điểm", "1 tiêu chí sửa hướng dẫn")
    assert whole_words(compare(old, dataclasses.replace(new, title="Mới", version="2"))) == ("Tên bộ chỉ số",)
