"""Another index than the one the program is named for, scored by the same people: an index of public administration.

Its shape is a real one of 2026: 62 + 14 points in seven fields, two surveys of 10, four times +1 and four times -1,
81 lines from 0.25 to 14 points. Every title here is invented; how the lines are marked is as the real ones word it.
"""

import ast
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.domain import framework as frameworks
from app.domain.assessment import Answers, read_answers
from app.domain.checks import Severity, check
from app.domain.framework import Framework, Role
from app.domain.results import Score, score
from app.domain.scoring import State
from app.sheets import answers_book, framework_book
from tests.architecture.project import modules

FULL, NONE, HALF = {"fraction": "1"}, {"points": "0"}, {"fraction": "1/2"}
YES_NO = {"type": "options", "grades": {"yes": FULL, "no": NONE}}
OWNERS = ("Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội")

FIELDS = {  # maximum and mark of each line
    "Chỉ đạo, điều hành": "0.25 yes|0.25 yes|0.5 yes|0.5 all|0.5 models|0.5 in_time|0.75 most|0.75 some|1 yes|1 all"
    "|1 in_time|1 most|1 none|1 models|1.5 all|2.5 most",
    "Cải cách thể chế": "0.25 yes|0.25 all|0.5 yes|0.5 in_time|0.5 most|1 all|1 in_time|2 most",
    "Cải cách thủ tục hành chính": "0.25 yes|0.25 yes|0.25 none|0.25 all|0.5 yes|0.5 yes|0.5 all|0.5 none|0.5 some"
    "|0.5 most|1 all|1 all|1 most|1 most|1 none|1 some|2 most|2 all",
    "Cải cách tổ chức bộ máy": "0.5 yes|0.5 yes|0.5 all|0.5 in_time|1 yes|1 all|1 most|1 some|2 all|2 most",
    "Cải cách chế độ công vụ": "0.5 yes|0.5 yes|0.5 all|0.5 in_time|1 yes|1 all|1 most|1 none|2 all|2 most",
    "Cải cách tài chính công": "0.5 yes|0.5 in_time|1 yes|1 all|1 most|1 some|1 none|2 most",
    "Chuyển đổi số": "14 imported",
    "Khảo sát ý kiến": "10 imported|10 imported",
}
BESIDE = {Role.BONUS: "1 yes|1 yes|1 models|1 models", Role.PENALTY: "-1 yes|-1 yes|-1 yes|-1 below"}
Made = tuple[dict[str, Any], list[dict[str, Any]], str]


def scored(measure: dict[str, Any], *bands: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scored", "measure": measure, "scale": {"type": "bands", "bands": list(bands)}}


def count(key: str, label: str) -> dict[str, Any]:
    return {"key": key, "label": label, "kind": "integer", "unit": "việc"}


def marked(mark: str) -> Made:
    """Rule, inputs and the words of one way of marking, for one line."""
    share = {"type": "ratio", "numerator": "done", "denominator": "due"}
    two = [count("done", "Số việc đã làm"), count("due", "Số việc phải làm")]
    match mark:
        case "yes":
            rule = {"type": "scored", "measure": {"type": "yes_no", "input": "has"}, "scale": YES_NO}
            return rule, [{"key": "has", "label": "Đã thực hiện", "kind": "yes_no"}], "Có/Không"
        case "all":
            return scored(share, {"at_least": "100%"}, {"below": "100%", "grade": NONE}), two, "Có/Không 100%"
        case "some":
            return scored(share, {"above": "30%"}, {"up_to": "30%", "grade": NONE}), two, "> 30%"
        case "most":
            return scored(share, {"at_least": "80%"}, {"below": "80%", "kind": "literal"}), two, "≥ 80%; tỷ lệ × điểm"
        case "below":
            return scored(share, {"below": "95%"}, {"at_least": "95%", "grade": NONE}), two, "< 95%"
        case "models":
            number = {"type": "number", "input": "models"}
            rule = scored(number, {"above": "2"}, {"up_to": "2", "grade": NONE})
            return rule, [count("models", "Số mô hình")], "> 02 mô hình"
        case "in_time":
            ticks = {"type": "ticks", "inputs": ["in_time", "enough"]}
            rule = {"type": "scored", "measure": ticks, "scale": {"type": "items", "grades": {}}}
            rule["scale"]["grades"] = {"in_time": HALF, "enough": HALF}
            labels = {"in_time": "Đúng thời gian", "enough": "Đủ số lượng"}
            return (
                rule,
                [{"key": key, "label": label, "kind": "yes_no"} for key, label in labels.items()],
                "Đúng thời gian, đủ số lượng",
            )
        case "none":
            rule = {"type": "scored", "measure": share, "scale": {"type": "inverse", "is_confirmed": True}}
            return rule, two, "0%; (1 − tỷ lệ) × điểm"
    assert mark == "imported"
    value = {"key": "value", "label": "Điểm do nơi khảo sát công bố", "kind": "imported", "unit": "điểm"}
    return (
        {"type": "scored", "measure": {"type": "number", "input": "value"}, "scale": {"type": "as_points"}},
        [value],
        "Lấy điểm từ nguồn khác",
    )


def group(code: str, title: str, lines: str, role: Role = Role.SCALE) -> dict[str, Any]:
    nodes = []
    for at, line in enumerate(lines.split("|"), 1):
        maximum, mark = line.split()
        rule, inputs, words = marked(mark)
        node = {
            "type": "criterion", "code": f"{code}.{at}", "title": f"Việc đặt ra {code}.{at}", "maximum": maximum,
            "rule": rule, "inputs": inputs, "method": words, "owner": OWNERS[at % len(OWNERS)],
        }  # fmt: skip
        nodes.append(node | ({"evidence_required": False} if mark == "imported" else {}))
    total = sum((Fraction(line.split()[0]) for line in lines.split("|")), Fraction(0))
    made = {"type": "group", "code": code, "title": title, "maximum": str(total), "nodes": nodes}
    return made | ({"role": role.value} if role is not Role.SCALE else {})


def neighbour() -> Framework:
    scale = [group(str(at), title, lines) for at, (title, lines) in enumerate(FIELDS.items(), 1)]
    beside = [
        group(str(len(scale) + at), title, lines, role)
        for at, (title, (role, lines)) in enumerate(zip(("Điểm thưởng", "Điểm trừ"), BESIDE.items(), strict=True), 1)
    ]
    return frameworks.from_json(
        {
            "id": "hanh-chinh", "version": "1", "title": "Bộ chỉ số cải cách hành chính (đặt ra để thử)",
            "totals": {"maximum": "96", "bonus_cap": "4", "penalty_cap": "4"},
            "zero_denominator": "full", "evidence": {"missing": "zero_final"},
            "pillars": [
                {"code": "work", "name": "Kết quả thực hiện", "nodes": [str(at) for at in range(1, 8)],
                 "maximum": "76"},
                {"code": "impact", "name": "Tác động", "nodes": ["8"], "maximum": "20"},
            ],
            "ranking_tables": [
                {"code": "all", "title": "Xếp hạng chung"},
                {"code": "impact", "title": "Xếp hạng theo khảo sát", "measure": "pillar_percent", "pillar": "impact"},
            ],
            "nodes": [*scale, *beside],
        }
    )  # fmt: skip


BEST = {"has": "yes", "done": "8", "due": "8", "models": "3", "in_time": "yes", "enough": "yes"}


def answered(framework: Framework, **changed: dict[str, str]) -> Answers:
    """Everything done, nothing wrong; `changed` by code with "_" for the dot: other inputs."""
    responses = {}
    for place in framework.index.criteria():
        assert place.criterion is not None
        inputs = {item.key: BEST.get(item.key, str(place.criterion.maximum)) for item in place.criterion.inputs}
        if place.role is Role.PENALTY:
            inputs |= {"has": "no"} if "has" in inputs else {}
        elif place.criterion.method.startswith("0%"):
            inputs["done"] = "0"
        inputs |= changed.get("n" + place.node.code.replace(".", "_"), {})
        responses[place.node.code] = {"inputs": inputs, "evidence": 1}
    return read_answers(framework, {"responses": responses})[0]


@pytest.fixture(scope="module")
def index() -> Framework:
    return neighbour()


def points(result: Score, code: str, framework: Framework) -> Fraction | None:
    place = framework.index.find(code)
    assert place is not None
    return result.nodes[place.id].points


def test_it_has_the_shape_of_the_real_one(index: Framework) -> None:
    lines = list(index.index.criteria())
    sizes = [abs(place.maximum) for place in lines]
    assert (len(lines), min(sizes), max(sizes)) == (81, Fraction(1, 4), 14)
    groups = [(place.node.title, place.maximum) for place in index.index.places.values() if place.criterion is None]
    assert [size for _, size in groups] == [14, 6, 14, 10, 10, 8, 14, 20, 4, -4]
    assert [problem for problem in check(index) if problem.severity is not Severity.REMARK] == []


def test_everything_done_is_96_and_the_bonus(index: Framework) -> None:
    result = score(index, answered(index))
    assert (result.scale_points, result.bonus, result.penalty, result.total) == (96, 4, 0, 100)
    assert (result.pillars["work"].points, result.pillars["impact"].percent) == (76, 100)


def test_surveys_and_the_other_index_count_as_they_were_published(index: Framework) -> None:
    taken = {"n7_1": {"value": "11.83"}, "n8_1": {"value": "8.75"}, "n8_2": {"value": "9.1"}}
    result = score(index, answered(index, **taken))
    assert result.scale_points == 62 + Fraction("29.68")
    assert result.pillars["impact"].percent == Fraction("89.25")
    assert result.nodes["7.1"].state is State.SCORED


@pytest.mark.parametrize(
    ("code", "inputs", "expected"),
    [
        ("1.8", {"done": "30", "due": "100"}, "0"),  # above 30 %, so 30 % itself is not
        ("1.8", {"done": "301", "due": "1000"}, "0.75"),
        ("1.5", {"models": "2"}, "0"),  # more than two
        ("1.5", {"models": "3"}, "0.5"),
        ("1.4", {"done": "999", "due": "1000"}, "0"),
        ("1.6", {"in_time": "yes", "enough": "no"}, "0.25"),
        ("1.7", {"done": "799", "due": "1000"}, "0.59925"),
        ("1.7", {"done": "8", "due": "10"}, "0.75"),
        ("1.13", {"done": "1", "due": "8"}, "0.875"),  # the fewer the better
        ("1.13", {"done": "0", "due": "0"}, "1"),
        ("10.4", {"done": "94", "due": "100"}, "-1"),
        ("10.4", {"done": "95", "due": "100"}, "0"),
    ],
)
def test_each_mark_means_what_it_says(index: Framework, code: str, inputs: dict[str, str], expected: str) -> None:
    result = score(index, answered(index, **{"n" + code.replace(".", "_"): inputs}))
    assert points(result, code, index) == Fraction(expected)


def test_penalties_come_off_the_total_and_not_off_the_scale(index: Framework) -> None:
    wrong = {f"n10_{at}": {"has": "yes"} for at in (1, 2)}
    result = score(index, answered(index, **wrong))
    assert (result.scale_points, result.bonus, result.penalty, result.total) == (96, 4, 2, 98)


def test_it_goes_through_excel_and_back(index: Framework, tmp_path: Path) -> None:
    framework_book.write_framework(index, tmp_path / "bộ.xlsx")
    again = framework_book.read_framework(tmp_path / "bộ.xlsx")
    assert again == index
    answers = answered(index, n1_7={"done": "799", "due": "1000"}, n8_1={"value": "8.75"}, n10_2={"has": "yes"})
    answers_book.write_answers(index, answers, tmp_path / "trả lời.xlsx", "Xã Hòa Bình")
    read = answers_book.read_answers(again, tmp_path / "trả lời.xlsx")
    assert score(again, read).total == score(index, answers).total == Fraction("97.59925")


# Nothing knows an index --------------------------------------------------------------------------------------------

MADE_UP = ("app/operations/sample", "app/cli/demo/")  # what a newcomer is shown
OF_ONE_INDEX = re.compile(
    r"\bDTI\b|\bCCHC\b|\bPAR INDEX\b|Nha Trang|Tuyên Quang|Đà Nẵng|Mộ Đức|Lâm Đồng"
    r"|Nhận thức số|Thể chế số|Hạ tầng số|Nhân lực số|Chính quyền số|Kinh tế số|Xã hội số|An toàn thông tin mạng"
    r"|^minh-hoa-xa$|^dti-62-960$",
    re.IGNORECASE,
)


def named_in(tree: ast.Module) -> Iterator[str]:
    """Texts and names in code that belong to one index; what explains the code may name examples."""
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        text = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            text = node.value
        elif isinstance(node, ast.Name | ast.Attribute | ast.FunctionDef | ast.ClassDef):
            name = getattr(node, "id", "") or getattr(node, "attr", "") or getattr(node, "name", "")
            text = name.replace("_", " ")
        if OF_ONE_INDEX.search(text):
            yield text


@pytest.mark.parametrize("planted", ['if title == "Kinh tế số": pass', "def cchc_bonus(): pass", 'x = "minh-hoa-xa"'])
def test_a_rule_of_one_index_would_be_found(planted: str) -> None:
    assert list(named_in(ast.parse(planted)))


def test_nothing_in_the_engine_knows_an_index() -> None:
    seen = {path: tree for path, tree in modules("app").items() if not path.startswith(MADE_UP)}
    assert len(seen) > 100
    assert {path: found for path, tree in seen.items() if (found := list(named_in(tree)))} == {}
