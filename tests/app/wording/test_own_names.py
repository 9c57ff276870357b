"""A decision's own names in trees, forms and papers; what a skeleton lacks and what was chosen, in words."""

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from app.domain import framework as frameworks
from app.domain.assessment import Answers, EvidenceLevel, Response
from app.domain.framework import Criterion, Framework, Group, Role
from app.domain.questions import answered
from app.domain.results import score
from app.reports.phrases import Words
from app.sheets.answers_book import FORM, read_answers, write_answers
from app.sheets.ranking_book import write_ranking
from app.sheets.results_book import DETAILS, write_results
from app.wording.lacking import lack_words, settled_words
from app.wording.own_names import is_own, own_name
from tests.app.domain.making import JUDGED, A

FOLDER = Path(__file__).parents[3] / "resources" / "frameworks"


def load(name: str) -> Framework:
    return frameworks.from_json(json.loads((FOLDER / f"{name}.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def wards() -> Framework:
    """The wards' set of Đà Nẵng with one invented criterion in each heading."""
    skeleton = load("da-nang-2901-2023/pl5")
    nodes = []
    for node in skeleton.nodes:
        assert isinstance(node, Group)
        made = Criterion(title="Tiêu chí đặt ra để thử", code=f"{node.code}.1", maximum=A("10"), rule=JUDGED)
        nodes.append(replace(node, nodes=(made,), role=Role.SCALE))
    return replace(skeleton, nodes=tuple(nodes))


def test_the_decision_s_word_wins_over_its_column_and_the_program_s() -> None:
    city, province, ours = load("da-nang-2901-2023/pl5"), load("tuyen-quang-742-2022/xa"), load("minh-hoa-xa")

    assert [own_name(city, key) for key in ("group", "evidence")] == ["Mục", "Tài liệu chứng minh"]
    assert own_name(replace(city, terms={}), "appraised_points") == "Điểm kiểm tra", "the head of the step's column"
    assert own_name(province, "evidence") == "Tài liệu kiểm chứng"
    assert own_name(ours, "inspection_day", "en") == "Inspection day"
    assert not is_own(province, "evidence")
    assert Words(city).inside("evidence") == "tài liệu chứng minh"


def test_the_form_in_excel_bears_the_own_names_and_is_read_under_both(wards: Framework, tmp_path: Path) -> None:
    given = {"1.1": Response(points="7", explanation="Theo sổ", evidence=EvidenceLevel.INCOMPLETE)}
    path = tmp_path / "bieu.xlsx"
    write_answers(wards, Answers(responses=given), path)
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book[FORM][1]]

    assert "Tài liệu chứng minh" in heads
    assert "Gợi ý, tài liệu chứng minh cần có" in heads
    assert "Đặc thù" in heads, "what the decision calls not applicable"
    assert read_answers(wards, path).responses == given
    for cell in book[FORM][1]:
        if cell.value == "Tài liệu chứng minh":
            cell.value = "Tài liệu kiểm chứng"
    book.save(path)
    assert read_answers(wards, path).responses == given


def test_an_own_name_that_another_column_bears_is_left_alone(wards: Framework, tmp_path: Path) -> None:
    odd = replace(wards, terms={"evidence": "Giải trình", "ground": "Mã"})
    given = {"1.1": Response(points="7", explanation="Theo sổ", evidence=EvidenceLevel.INCOMPLETE)}
    write_answers(odd, Answers(responses=given), tmp_path / "bieu.xlsx")
    assert read_answers(odd, tmp_path / "bieu.xlsx").responses == given


def test_results_and_rankings_in_excel_bear_the_own_names(wards: Framework, tmp_path: Path) -> None:
    write_results(wards, "Phường A", score(wards, Answers()), tmp_path / "kq.xlsx")
    heads = [cell.value for cell in openpyxl.load_workbook(tmp_path / "kq.xlsx")[DETAILS][3]]
    write_ranking(wards, (), {}, {}, tmp_path / "xh.xlsx")

    assert [name for name in heads if name and name.startswith("Điểm")] == [
        "Điểm tối đa",
        "Điểm theo số liệu cung cấp",
        "Điểm kiểm tra",
    ]
    assert "Điểm theo mục" in openpyxl.load_workbook(tmp_path / "xh.xlsx").sheetnames


# What is missing ---------------------------------------------------------------------------------------------------


def test_what_a_skeleton_lacks_is_said_with_its_figures() -> None:
    assert lack_words(load("tuyen-quang-742-2022/xa")) == "còn thiếu 34 tiêu chí, 350 điểm; 5 câu hỏi chưa chọn"
    city = lack_words(load("da-nang-2901-2023/pl5"), "en")
    assert city == "lacks the content of 10 groups, the maximum of the whole scale; 9 questions unanswered"
    assert lack_words(load("minh-hoa-xa")) == ""


def test_what_was_chosen_is_said_with_the_question_and_the_reason() -> None:
    city = load("da-nang-2901-2023/pl3")
    chosen = answered(city, "muc-thuong", "7.5", "Ban Chỉ đạo")
    chosen = answered(chosen, "ky-so-lieu", "2024-11-30")
    chosen = answered(chosen, "vuot-thang", "khong")
    told = dict(settled_words(chosen))

    assert told["Điểm thưởng cộng nhiều nhất bao nhiêu? (mục 9 Điều 4)"] == "7,5 (Ban Chỉ đạo)"
    assert "30/11/2024" in told.values()
    assert "Không, cao nhất bằng thang điểm" in told.values()
    assert list(told.values()).count("chưa chọn") == 5
