"""What a skeleton lacks: criteria and points the decision counts, figures it keeps for its annex, open questions."""

import dataclasses

import pytest

from app.domain.checks import check
from app.domain.framework import OpenQuestion, QuestionOption, Role, Standing, Totals
from app.domain.lacking import completed, lacking
from app.domain.problems import Severity
from app.errors import AppError
from tests.app.domain.making import A, framework, group, judged


def skeleton(*nodes, maximum=None, **more):
    value = framework(*nodes, standing=Standing.SKELETON, **more)
    return value if maximum is None else dataclasses.replace(value, totals=Totals(maximum=A(maximum)))


def counts(value):
    lack = lacking(value)
    return lack.criteria, lack.points, lack.uncounted, lack.unmeasured


EMPTY = skeleton(group("1", maximum="50", declared_count=5), group("2", maximum="60", declared_count=6))
CASES = [
    (EMPTY, (11, 110, (), ())),
    (skeleton(group("1", judged("1.1"), maximum="50", declared_count=5)), (4, 40, (), ())),
    (skeleton(group("1", judged("1.1"), judged("1.2"), maximum="20", declared_count=2)), (0, 0, (), ())),
    (skeleton(group("1", judged("1.1"), maximum="50", declared_count=1)), (0, 0, (), ())),  # a sum that is wrong
    (
        skeleton(group("1", group("1.1", maximum="30", declared_count=3), group("1.2", maximum="20"), maximum="50")),
        (3, 50, ("1.2",), ()),
    ),
    (
        skeleton(group("1", group("1.1", judged("1.1.1"), maximum="10"), maximum="50", declared_count=4)),
        (3, 40, (), ()),
    ),
    (skeleton(group("1", maximum="0"), group("2", maximum="0"), maximum="0"), (0, 0, ("1", "2"), ("", "1", "2"))),
    (skeleton(group("1", maximum="0"), maximum="100"), (0, 100, ("1",), ("1",))),
    (skeleton(group("9", maximum="0", role=Role.PENALTY), judged("1"), maximum="10"), (0, 0, ("9",), ("9",))),
]


@pytest.mark.parametrize(("value", "lack"), CASES)
def test_what_is_missing_is_counted(value, lack):
    assert counts(value) == lack


@pytest.mark.parametrize(("value", "_"), CASES)
def test_a_skeleton_has_remarks_and_no_errors(value, _):
    assert {problem.severity for problem in check(value)} <= {Severity.REMARK}


def test_a_skeleton_tells_what_it_lacks_as_a_whole():
    unmeasured = skeleton(group("1", maximum="0", declared_count=3), maximum="0")

    assert check(EMPTY)[0].code == "skeleton_lacks"
    assert check(unmeasured)[0].code == "skeleton_lacks_criteria"
    told = [problem.code for problem in check(skeleton(group("1", maximum="0"), maximum="0"))]
    assert told == ["skeleton_lacks_groups", "totals_missing", "maximum_missing", "count_missing"]


ASKED = OpenQuestion(code="c", words="Có xếp hạng chung không?", options=(QuestionOption(key="co", label="Có"),))


def test_a_skeleton_becomes_complete_when_nothing_is_missing():
    full = skeleton(group("1", judged("1.1"), judged("1.2"), maximum="20", declared_count=2))

    assert completed(full).standing is Standing.COMPLETE
    assert not lacking(full).lacks_content
    assert lacking(full).is_nothing
    with pytest.raises(AppError, match=r"framework.lacking\(.*criteria=11"):
        completed(EMPTY)
    with pytest.raises(AppError, match=r"framework.open_question\(.*Có xếp hạng chung"):
        completed(dataclasses.replace(full, questions=(ASKED,)))
    settled = dataclasses.replace(full, questions=(dataclasses.replace(ASKED, answer="co"),))
    assert completed(settled).standing is Standing.COMPLETE
