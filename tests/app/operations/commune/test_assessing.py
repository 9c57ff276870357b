"""The commune's own work: kept at once, checked, never losing what was given."""

from fractions import Fraction
from pathlib import Path

import pytest

from app.domain.assessment import Citation, EvidenceLevel, Response, ResponseState
from app.errors import AppError
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.authority import campaigning
from app.operations.commune import assessing, evidencing, reviewing
from app.operations.commune.reviewing import Severity
from app.operations.workspace import Workspace
from app.storage import people
from tests.app.operations.sets import AGENCIES, PERIOD, pdf, small_set


@pytest.fixture
def part(workspace: Workspace) -> str:
    return campaigning.start_alone(workspace, small_set(), AGENCIES[0], PERIOD).id


def test_an_answer_is_there_after_a_restart_and_in_the_journal(workspace: Workspace, part: str) -> None:
    assessing.answer(workspace, part, "1.1", inputs={"online": "1506", "total": "2000"}, explanation="Số liệu của tỉnh")
    assessing.answer(workspace, part, "n1.1", inputs={"online": "1498"})
    workspace.close()
    again = folders.open_workspace(workspace.folder)
    seen = assessing.view(again, part)
    assert seen.response("n1.1").inputs == {"online": "1498", "total": "2000"}
    assert seen.response("n1.1").explanation == "Số liệu của tỉnh"
    line = workspaces.journal_lines(again, part)[0]
    assert (line.person, line.subject, line.field, line.before, line.after) == (
        "Trần Thị Hạnh, Công chức Văn hóa - Xã hội", "n1.1", "online", "1506", "1498",
    )  # fmt: skip
    again.close()


@pytest.mark.parametrize(
    ("node", "given", "code"),
    [
        ("1.1", {"inputs": {"online": "1e9"}}, "input.not_a_number"),
        ("1.1", {"inputs": {"online": "-1"}}, "input.out_of_range"),
        ("1.1", {"inputs": {"không có": "1"}}, "answers.unknown_input"),
        ("1.2", {"inputs": {"issued": "có"}}, "input.not_yes_no"),
        ("1.1", {"not_applicable": "none"}, "answers.unknown_ground"),
        ("2.2", {"points": "10.01"}, "points.out_of_range"),
        ("9.9", {"explanation": "x"}, "answers.unknown_node"),
    ],
)
def test_what_the_framework_does_not_allow_changes_nothing(
    workspace: Workspace, part: str, node: str, given: dict[str, object], code: str
) -> None:
    before = (assessing.view(workspace, part).kept, len(workspaces.journal_lines(workspace)))
    with pytest.raises(AppError) as refused:
        assessing.answer(workspace, part, node, **given)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert (assessing.view(workspace, part).kept, len(workspaces.journal_lines(workspace))) == before


def test_emptying_an_input_makes_it_empty_and_not_zero(workspace: Workspace, part: str) -> None:
    assessing.answer(workspace, part, "1.1", inputs={"online": "0", "total": "2000"})
    assert assessing.view(workspace, part).score.nodes["n1.1"].points == 0
    assessing.answer(workspace, part, "1.1", inputs={"online": ""})
    assert assessing.view(workspace, part).score.nodes["n1.1"].points is None


def test_a_preview_is_the_view_that_would_follow(workspace: Workspace, part: str) -> None:
    seen = assessing.view(workspace, part)
    typed = assessing.preview(seen, "n1.1", Response(inputs={"online": "1498", "total": "2000"}))
    assert typed.score.nodes["n1.1"].points == Fraction(749, 100)
    half = assessing.preview(seen, "n1.1", Response(inputs={"online": "14x", "total": "2000"}))
    assert half.score.nodes["n1.1"].points is None
    assert assessing.view(workspace, part).kept == {}
    assessing.answer(workspace, part, "1.1", inputs={"online": "1498", "total": "2000"})
    assert assessing.view(workspace, part).score.total == typed.score.total


def test_the_states_of_a_criterion_follow_the_work(workspace: Workspace, part: str, tmp_path: Path) -> None:
    def state(node: str = "n1.2") -> ResponseState:
        return assessing.view(workspace, part).states[node]

    assert state() is ResponseState.NOT_STARTED
    assessing.answer(workspace, part, "1.2", inputs={"issued": "yes"})
    assert state() is ResponseState.MISSING_EVIDENCE
    attached = evidencing.attach(workspace, part, "1.2", [pdf(tmp_path, "Kế hoạch số 12.pdf")])
    assert state() is ResponseState.IN_PROGRESS
    assessing.answer(workspace, part, "1.2", is_complete=True)
    assert state() is ResponseState.COMPLETE
    assessing.answer(workspace, part, "1.2", level="incomplete")
    assert state() is ResponseState.INCOMPLETE_EVIDENCE
    assessing.answer(workspace, part, "1.2", explanation="Bản ký đang chờ số")
    assert state() is ResponseState.COMPLETE
    evidencing.detach(workspace, attached.ids[0], "1.2")
    assessing.answer(workspace, part, "1.2", not_applicable="none", level="")
    assert state() is ResponseState.NOT_APPLICABLE


def test_a_hundred_files_with_long_names_and_one_bad_one(workspace: Workspace, part: str, tmp_path: Path) -> None:
    folder = tmp_path / "Tài liệu kiểm chứng"
    folder.mkdir()
    for number in range(100):
        pdf(
            folder,
            f"Báo cáo kết quả giải quyết thủ tục hành chính tháng {number:03} năm 2026 của UBND xã.pdf",
            str(number),
        )
    (folder / "rỗng.pdf").write_bytes(b"")
    (folder / "~$đang mở.docx").write_bytes(b"khoa")
    attached = evidencing.attach(workspace, part, "1.1", [folder])
    assert attached.added == 100
    assert [error.details["name"] for error in attached.refused] == ["rỗng.pdf"]
    seen = assessing.view(workspace, part)
    assert len(seen.evidence_of("n1.1")) == 100
    assert all(workspace.evidence.holds(piece.digest) for piece in seen.evidence)


def test_one_file_may_prove_several_criteria_and_is_kept_once(workspace: Workspace, part: str, tmp_path: Path) -> None:
    source = pdf(tmp_path, "212-BC-UBND.pdf")
    first = evidencing.attach(workspace, part, "1.1", [source]).ids[0]
    second = evidencing.attach(workspace, part, "1.2", [source]).ids[0]
    assert first == second
    citation = Citation(number="212/BC-UBND", subject="Kết quả")
    evidencing.describe(workspace, first, citation=citation, pages={"n1.1": "3"})
    seen = assessing.view(workspace, part)
    assert [(link.node, link.page) for link in seen.evidence[0].links] == [("n1.1", "3"), ("n1.2", "")]
    evidencing.detach(workspace, first, "1.1")
    assert [piece.citation.number for piece in assessing.view(workspace, part).evidence_of("n1.2")] == ["212/BC-UBND"]
    evidencing.detach(workspace, first, "1.2")
    assert assessing.view(workspace, part).evidence == ()


def test_a_citation_needs_no_file_but_words(workspace: Workspace, part: str) -> None:
    with pytest.raises(AppError, match=r"evidence\.empty_citation"):
        evidencing.cite(workspace, part, "1.1", Citation(date="05/08/2026"))
    evidencing.cite(
        workspace, part, "1.1", Citation(number="476/KH-UBND", date="05/08/2026", subject="Kế hoạch"), page="2"
    )
    seen = assessing.view(workspace, part)
    assert seen.response("n1.1").evidence is EvidenceLevel.SUFFICIENT
    assert seen.evidence_of("n1.1")[0].links[0].page == "2"


def test_the_check_names_what_is_missing_most_serious_first(workspace: Workspace, part: str, tmp_path: Path) -> None:
    assessing.answer(workspace, part, "1.1", inputs={"online": "2100", "total": "2000"}, is_complete=True)
    assessing.answer(workspace, part, "1.2", not_applicable="none")
    issues = reviewing.review(workspace, part)
    assert [(issue.severity, issue.code, issue.node) for issue in issues] == [
        (Severity.MUST, "ground_without_proof", "n1.2"),
        (Severity.SHOULD, "missing_evidence", "n1.1"),
        (Severity.SHOULD, "above_one", "n1.1"),
        (Severity.SHOULD, "ground_without_words", "n1.2"),
        (Severity.SHOULD, "not_started", "n2.1"),
        (Severity.SHOULD, "not_started", "n2.2"),
    ]


def test_a_file_that_vanished_from_the_store_is_told(workspace: Workspace, part: str, tmp_path: Path) -> None:
    evidencing.attach(workspace, part, "1.1", [pdf(tmp_path, "a.pdf")])
    piece = assessing.view(workspace, part).evidence[0]
    workspace.evidence.path(piece.digest).unlink()
    assert (reviewing.review(workspace, part)[0].code, reviewing.review(workspace, part)[0].severity) == (
        "evidence_file_gone", Severity.MUST,
    )  # fmt: skip
    with pytest.raises(AppError, match=r"evidence\.missing_file"):
        evidencing.evidence_path(workspace, piece.digest)


def test_recorded_files_are_exactly_those_attached(workspace: Workspace, part: str, tmp_path: Path) -> None:
    evidencing.attach(workspace, part, "1.1", [pdf(tmp_path, "a.pdf", "1"), pdf(tmp_path, "b.pdf", "2")])
    with workspace.session():
        assert people.known_files() == set(workspace.evidence.digests())


def test_typing_on_stays_one_line_of_the_journal_for_a_minute(workspace: Workspace, part: str, clock) -> None:
    for seconds, text in ((0, "15"), (1, "150"), (2, "1506")):
        clock.move(seconds=seconds)
        assessing.answer(workspace, part, "1.1", inputs={"online": text})
    clock.move(seconds=120)
    assessing.answer(workspace, part, "1.1", inputs={"online": "1498"})
    lines = [line for line in workspaces.journal_lines(workspace) if line.action == "response.changed"]
    assert [(line.before, line.after) for line in lines] == [("1506", "1498"), ("", "1506")]


def test_copies_made_for_looking_at_are_gone_at_the_next_start(workspace: Workspace) -> None:
    left = workspace.folder / workspaces.OPENED / "abc" / "Báo cáo.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"%PDF")
    left.chmod(0o400)  # as it is handed out: Windows removes no such file
    workspace.close()
    folders.open_workspace(workspace.folder).close()
    assert not left.exists()
