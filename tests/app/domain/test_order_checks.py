"""What an author is told about order and words: codes left out, targets beside the rule, sums kept as they are."""

import dataclasses

from app.domain.checks import check
from app.domain.framework import Remark
from app.domain.rule_checks import check_rule
from tests.app.domain.making import FULL, criterion, framework, group, judged
from tests.app.domain.test_checks import REMARK, WARNING, found, on_bands


def test_a_target_in_the_words_is_no_matter_where_the_rule_has_a_threshold():
    told = criterion(on_bands(("95%", None, FULL), (None, "95%", "literal")), method="≥ 95 %: điểm tối đa")
    assert [problem.code for problem in check_rule(told, "1")] == []
    assert "target_unused" not in [p.code for p in check_rule(criterion(method="Đạt 100%: điểm tối đa"), "1")]


def test_a_wrong_sum_of_the_decision_can_be_kept_with_both_figures():
    odd = framework(group("1", judged("1.1"), maximum="11"))
    assert (WARNING, "group_sum", "1") in found(odd)
    kept = Remark(words="Văn bản cộng 11, các mục cộng 10.", problem="group_sum", node="1")
    assert (REMARK, "group_sum", "1") in found(dataclasses.replace(odd, remarks=(kept,)))


def test_codes_that_go_on_elsewhere_are_not_left_out():
    running = framework(group("I", judged("1"), judged("2")), group("II", judged("3"), judged("4")))
    lettered = framework(group("1", judged("a)"), judged("b)"), judged("c)"), judged("d)"), judged("đ)")))
    spread = framework(group("1", judged("1.1"), judged("1.3")), group("2", judged("1.2")))
    for value in (running, lettered, spread):
        assert not {problem.code for problem in check(value)} & {"code_skipped", "code_missing"}
