"""From an annex to a framework: nothing accepted silently, wrong sums kept with both figures, work that survives."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain import annex_outline
from app.domain.annex import RowKind
from app.domain.annex_framework import MANUAL, About
from app.domain.assessment import Answers, Response
from app.domain.checks import check
from app.domain.framework import Criterion, Group, Role, Standing
from app.domain.problems import Severity
from app.domain.results import score
from app.errors import AppError
from app.operations.frameworks import annexing, drafting
from app.operations.frameworks.annexing import Verdict
from app.operations.workspace import Workspace
from app.wording.rules import rule_sentences
from tests.app.sheets.annexes import HEADS, excel, framework_rows, tree, word
from tests.app.sheets.test_annex_docx import tay_ninh

ROWS: list[list[Any]] = [
    ["PHỤ LỤC V"],
    ["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ"],
    ["(Kèm theo Quyết định số 815/QĐ-UBND ngày 20 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Hải Giang)"],
    HEADS,
    ["1", "Thể chế số", 40, "", "", ""],
    ["1.1", "Kế hoạch của xã", 20, "Đã ban hành: điểm tối đa; chưa ban hành: 0 điểm", "Kế hoạch\nBáo cáo", "g"],
    ["1.2", "Kinh phí", 20, "Giảm trừ tương ứng theo mức độ thực hiện", "", ""],
    ["2", "Hoạt động", 50, "", "", ""],
    ["2.1", "Văn bản ký số", 30, "Số văn bản ký số / Tổng số văn bản × Điểm tối đa", "", ""],
    ["2.2", "Không ghi điểm", "", "Có: 10; Không: 0", "", ""],
    ["3", "Điểm trừ", "", "", "", ""],
    ["3.1", "Chậm báo cáo", -2, "Mỗi lần chậm trừ 1 điểm", "", ""],
    ["", "Tổng cộng", 100, "", "", ""],
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return excel(tmp_path / "pl.xlsx", ROWS)


@pytest.fixture
def proposal(path: Path) -> annexing.Proposal:
    return annexing.propose(annexing.read(path))


def key_of(proposal: annexing.Proposal, code: str) -> str:
    return next(key for key, seen in proposal.audit.nodes.items() if seen.code == code)


def criterion_of(framework: Any, code: str) -> Criterion:
    node = framework.index.find(code).node
    assert isinstance(node, Criterion)
    return node


def test_the_decision_is_recognised_from_the_lines_above(proposal: annexing.Proposal) -> None:
    regulation = proposal.about.regulation
    assert proposal.about.title == "BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ"
    assert (regulation.kind, regulation.number, str(regulation.date)) == ("Quyết định", "815/QĐ-UBND", "2026-05-20")
    assert regulation.issuer == "Ủy ban nhân dân tỉnh Hải Giang"
    assert regulation.annex == "Phụ lục V"


def test_without_a_word_from_a_person_every_rule_is_by_hand_and_listed(proposal: annexing.Proposal) -> None:
    built = annexing.build(proposal, {})
    assert built.standing is Standing.SKELETON
    assert all(place.criterion.rule == MANUAL for place in built.index.criteria() if place.criterion)
    open_ = [remark.node for remark in built.remarks if "chưa được xác nhận" in remark.words]
    assert open_ == ["1.1", "1.2", "2.1", "2.2", "3.1"]


def test_what_is_confirmed_becomes_the_rule_and_what_is_left_to_the_hand_is_not_listed(
    proposal: annexing.Proposal,
) -> None:
    plan, money = key_of(proposal, "1.1"), key_of(proposal, "1.2")
    assert proposal.suggested[plan].is_sure
    assert not proposal.suggested[money].is_sure
    built = annexing.build(proposal, {plan: Verdict.ACCEPTED, money: Verdict.MANUAL})
    assert criterion_of(built, "1.1").rule != MANUAL
    assert "điểm tối đa" in " ".join(rule_sentences(built, criterion_of(built, "1.1")))
    assert criterion_of(built, "1.2").rule == MANUAL
    open_ = [remark.node for remark in built.remarks if "chưa được xác nhận" in remark.words]
    assert open_ == ["2.1", "2.2", "3.1"]


def test_sums_that_are_wrong_stay_as_decided_with_both_figures_and_are_accepted_by_the_checks(
    proposal: annexing.Proposal,
) -> None:
    built = annexing.build(proposal, {})
    group = built.index.find("2")
    assert group is not None
    assert str(group.node.maximum) == "50"
    assert str(built.totals.maximum) == "100"
    told = [remark.words for remark in built.remarks]
    assert "Văn bản ghi 50 điểm, cộng các dòng bên dưới được 30." in told
    assert "Văn bản ghi tổng 100 điểm, cộng các nhóm được 90." in told
    found = {(problem.code, problem.node) for problem in check(built) if problem.severity is Severity.WARNING}
    assert ("totals_mismatch", "") not in found


def test_penalties_are_beside_the_scale_and_negative(proposal: annexing.Proposal) -> None:
    built = annexing.build(proposal, {})
    group = built.index.find("3")
    assert group is not None
    assert isinstance(group.node, Group)
    assert (group.node.role, str(group.node.maximum)) == (Role.PENALTY, "-2")
    assert str(criterion_of(built, "3.1").maximum) == "-2"


def test_every_cell_stays_word_for_word_beside_its_criterion(proposal: annexing.Proposal) -> None:
    plan = criterion_of(annexing.build(proposal, {}), "1.1")
    assert plan.original == {
        "STT": "1.1",
        "Chỉ số": "Kế hoạch của xã",
        "Điểm tối đa": "20",
        "Cách xác định và tính điểm": "Đã ban hành: điểm tối đa; chưa ban hành: 0 điểm",
        "Tài liệu kiểm chứng": "Kế hoạch\nBáo cáo",
        "Ghi chú": "g",
    }
    assert plan.evidence_guidance == ("Kế hoạch", "Báo cáo")
    assert plan.method == "Đã ban hành: điểm tối đa; chưa ban hành: 0 điểm"


def test_a_complete_annex_with_every_rule_settled_is_complete_and_without_errors(tmp_path: Path) -> None:
    known = tay_ninh()
    rows = framework_rows(known, "Tỷ lệ = a/b; Điểm = Tỷ lệ × Điểm tối đa, trong đó a là số đạt; b là tổng số")
    proposal = annexing.propose(annexing.read(word(tmp_path / "pl.docx", rows)))
    verdicts = dict.fromkeys(proposal.suggested, Verdict.ACCEPTED)
    built = annexing.build(proposal, verdicts, About(title="Bộ chỉ số cấp xã"))
    assert built.standing is Standing.COMPLETE
    assert tree(built) == tree(known)
    assert [problem for problem in check(built) if problem.severity is Severity.ERROR] == []
    assert (built.id, built.remarks) == ("bo-chi-so-cap-xa", ())


def test_changing_points_asks_for_the_rule_anew_and_leaves_the_others(proposal: annexing.Proposal) -> None:
    key = key_of(proposal, "2.2")
    fresh = annexing.with_rows(proposal, annex_outline.changed(proposal.rows, key, maximum="10"))
    assert fresh.suggested[key] != proposal.suggested[key]
    assert all(fresh.suggested[other] is proposal.suggested[other] for other in proposal.suggested if other != key)


def test_codes_used_again_below_other_groups_are_told_apart(tmp_path: Path) -> None:
    rows = [HEADS[:3], ["I", "Một", 5], ["1", "a", 5], ["II", "Hai", 5], ["1", "b", 5]]
    built = annexing.build(annexing.propose(annexing.read(excel(tmp_path / "a.xlsx", rows))), {}, About(title="x"))
    assert [place.node.code for place in built.index.places.values()] == ["I", "I.1", "II", "II.1"]
    assert not [problem for problem in check(built) if problem.code == "code_twice"]


def test_nothing_to_build_is_told(tmp_path: Path, proposal: annexing.Proposal) -> None:
    with pytest.raises(AppError, match=r"annex\.no_title"):
        annexing.build(proposal, {}, About())
    skipped = annex_outline.marked(proposal.rows, [row.key for row in proposal.rows], RowKind.SKIPPED)
    with pytest.raises(AppError, match=r"annex\.no_criterion"):
        annexing.build(annexing.with_rows(proposal, skipped), {}, About(title="x"))
    plain = annexing.read(excel(tmp_path / "b.xlsx", [["a", "b"], ["c", "d"]]))
    with pytest.raises(AppError, match=r"annex\.no_columns"):
        annexing.propose(plain)


def test_columns_can_be_given_by_hand(tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", [["x", "y", "z"], ["1", "Một", 5], ["1.1", "Hai", 5]])
    annex = annexing.read(path)
    columns = annexing.chosen_columns(annex, "1=code,2=title,3=maximum")
    proposal = annexing.propose(annex, [replace(known, head=1) for known in columns])
    assert [row.code for row in proposal.rows if row.is_node] == ["1", "1.1"]
    for text in ("1=xyz", "title", "9=title"):
        with pytest.raises(AppError, match=r"annex\.columns_unfit"):
            annexing.chosen_columns(annex, text)


# Kept over a restart -----------------------------------------------------------------------------------------------


def test_unfinished_work_is_kept_and_taken_up_again(workspace: Workspace, proposal: annexing.Proposal) -> None:
    verdicts = {key_of(proposal, "1.1"): Verdict.ACCEPTED}
    work = annexing.Work(
        proposal.annex, proposal.columns, proposal.rows, proposal.declared, proposal.about, verdicts, step=3
    )
    assert annexing.kept(workspace) is None
    annexing.keep(workspace, work)
    again = annexing.kept(workspace)
    assert again == work
    assert again is not None
    resumed = annexing.resumed(again)
    assert resumed is not None
    assert annexing.build(resumed, verdicts) == annexing.build(proposal, verdicts)
    annexing.forget(workspace)
    assert annexing.kept(workspace) is None


def test_finishing_makes_a_draft_and_forgets_the_work(workspace: Workspace, proposal: annexing.Proposal) -> None:
    annexing.keep(workspace, annexing.Work(proposal.annex, proposal.columns))
    finished = annexing.finish(workspace, proposal, {}, proposal.about)
    draft = drafting.read(workspace, finished.draft)
    assert draft.framework.title == proposal.about.title
    assert len(list(draft.framework.index.criteria())) == 5
    assert annexing.kept(workspace) is None


def test_a_penalty_is_taken_off_for_what_happened(tmp_path: Path) -> None:
    rows: list[list[Any]] = [HEADS[:4], ["I", "Điểm trừ", "", ""], ["1", "Nhắc nhở", 2, "Bị nhắc nhở: trừ 2 điểm"]]
    proposal = annexing.propose(annexing.read(excel(tmp_path / "a.xlsx", rows)))
    key = key_of(proposal, "1")
    assert proposal.suggested[key].is_sure
    built = annexing.build(proposal, {key: Verdict.ACCEPTED}, About(title="x"))
    answers = Answers(responses={"1": Response(inputs={criterion_of(built, "1").inputs[0].key: "yes"})})
    assert str(score(built, answers).penalty) == "2"
