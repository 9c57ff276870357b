"""Every problem that a check can find has its sentence, filled, in both languages."""

import datetime
from fractions import Fraction

import pytest

from app.domain.checks import check
from app.domain.problems import error, warning
from app.domain.rule_checks import check_rule
from app.wording.problems import PROBLEMS
from app.wording.rules import problem_sentence
from tests.app.domain import test_checks as planted
from tests.app.domain.making import JUDGED, criterion, framework

F = Fraction


def everything_found():
    for more, _ in planted.WHOLE:
        yield from check(planted.whole(**more))
    for node, _ in planted.NODES:
        yield from check(framework(node))
    for rule, maximum, inputs, _ in planted.RULES:
        yield from check_rule(criterion(rule, maximum, inputs), "1.1")
    yield from check_rule(criterion(JUDGED, inputs=(), method=""), "1.1")


FOUND = list(everything_found())
# found by tests of their own: gaps and ends of grades, skeletons, a threshold left out
ELSEWHERE = {
    "grades_begin",
    "grades_empty",
    "grades_end",
    "grades_gap",
    "grades_overlap",
    "grade_unreachable",
    "count_missing",
    "band_without_threshold",
    "maximum_missing",
    "skeleton_lacks",
    "skeleton_lacks_criteria",
    "skeleton_lacks_groups",
    "totals_missing",
}


def test_every_problem_has_a_sentence_and_every_sentence_a_problem():
    assert {problem.code for problem in FOUND} | ELSEWHERE == PROBLEMS.keys()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sentences_are_filled(language):
    for problem in FOUND:
        sentence = problem_sentence(problem, language)
        assert "{" not in sentence
        assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("problem", "vietnamese", "english"),
    [
        (
            warning("grades_gap", at_least=F(198), below=F(19801, 100)),
            "Khoảng từ 198 đến dưới 198,01 không thuộc mức xếp loại nào. Nối hai mức liền nhau.",
            "Values from 198 to below 198.01 get no grade. Make the grades meet.",
        ),
        (
            warning("group_sum", "1", sum=F(1250), maximum=F(25, 2)),
            "Các mục bên trong cộng lại 1.250 điểm, nhóm ghi 12,5 điểm. Đối chiếu với văn bản.",
            "The nodes inside add up to 1,250 points, the group says 12.5. Compare with the decision.",
        ),
        (
            warning("legal_basis_ended", "1", text="Luật CNTT", ended=datetime.date(2026, 7, 1)),
            "“Luật CNTT” đã hết hiệu lực từ 01/07/2026. Thay bằng văn bản còn hiệu lực.",
            "“Luật CNTT” ceased to hold on 01/07/2026. Replace it by one in force.",
        ),
        (
            error("bands_overlap", "1", below=F(1)),
            "Khoảng dưới 1 thuộc hai mức; chỉ mức ghi trước được dùng. Sửa lại ngưỡng.",
            "Values below 1 lie in two bands; only the first counts. Let each value lie in one.",
        ),
    ],
)
def test_figures_and_dates_are_written_as_people_read_them(problem, vietnamese, english):
    assert problem_sentence(problem) == vietnamese
    assert problem_sentence(problem, "en") == english
