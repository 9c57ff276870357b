"""`score`: exact, from JSON and from Excel, with nothing but two files."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.calling import Desk

NODE = {"type": "criterion", "evidence_required": False}
RATIO = {
    "type": "scored",
    "measure": {"type": "ratio", "numerator": "a", "denominator": "b"},
    "scale": {"type": "times_maximum"},
}
INPUTS = [{"key": "a", "label": "Tử số"}, {"key": "b", "label": "Mẫu số"}]


@pytest.fixture
def framework(tmp_path: Path) -> Path:
    value = {
        "id": "thu",
        "version": "1",
        "title": "Bộ thử",
        "totals": {"maximum": "10"},
        "zero_denominator": "full",
        "zero_denominator_article": "Điều 7",
        "bands": [
            {"reads": "total", "bands": [{"name": "Đạt", "at_least": "5"}, {"name": "Chưa đạt", "below": "5"}]},
        ],
        "nodes": [
            {
                "type": "group",
                "code": "1",
                "title": "Nhóm",
                "maximum": "10",
                "nodes": [
                    {**NODE, "code": "1.1", "title": "Một", "maximum": "5", "rule": RATIO, "inputs": INPUTS},
                    {**NODE, "code": "1.10", "title": "Mười", "maximum": "5", "rule": RATIO, "inputs": INPUTS},
                ],
            }
        ],
    }
    path = tmp_path / "bộ.json"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def answers(tmp_path: Path, value: Any) -> Path:
    path = tmp_path / "trả lời.json"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def test_numbers_are_exact(framework: Path, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    given = {"responses": {"1.1": {"inputs": {"a": "1", "b": "6"}}, "1.10": {"inputs": {"a": "0", "b": "0"}}}}
    told = desk("x").does("score", "--framework", framework, "--answers", answers(tmp_path, given))
    first, second = told["criteria"]
    assert first == {
        "code": "1.1",
        "points": "0.833333333333",
        "fraction": "5/6",
        "maximum": "5",
        "state": "scored",
        "policies_applied": [],
    }
    assert second["policies_applied"] == [
        {"policy": "full", "cause": "zero_denominator", "ground": "", "article": "Điều 7"}
    ]
    assert Fraction(told["total"]).limit_denominator(1000) == Fraction(35, 6)
    assert told["percent"] == "58.333333333333"
    assert told["groups"] == [{"code": "1", "points": "5.833333333333", "maximum": "10"}]
    assert (told["band"], told["provisional"], told["bonus"]) == ("Đạt", False, "0")
    assert not (tmp_path / "x").exists()


def test_what_is_left_out_is_empty(framework: Path, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    told = desk("x").does("score", "--framework", framework, "--answers", answers(tmp_path, {"responses": {}}))
    assert [(item["points"], item["fraction"], item["state"]) for item in told["criteria"]] == [
        (None, None, "empty"),
        (None, None, "empty"),
    ]


@pytest.mark.parametrize(
    ("given", "code", "inner"),
    [
        ({"responses": {"9.9": {}}}, "answers.refused", "answers.unknown_node"),
        ({"responses": {"1.1": {"inputs": {"zz": "1"}}}}, "answers.refused", "answers.unknown_input"),
        ({"responses": {"1.1": {"inputs": {"a": "1e9"}}}}, "answers.refused", "input.not_a_number"),
        ({"responses": {"1.1": {"not_applicable": "gì đó"}}}, "answers.refused", "answers.unknown_ground"),
        ({"peers": {"4": ["1"]}}, "answers.refused", "answers.unknown_node"),
        ({"responses": {}, "thừa": 1}, "data.malformed", None),
        ({"responses": {"1.1": {"inputs": {"a": 1}}}}, "data.malformed", None),
    ],
)
def test_what_is_unknown_is_refused(
    framework: Path, tmp_path: Path, desk: Callable[[str], Desk], given: Any, code: str, inner: str | None
) -> None:
    error = desk("x").refused("score", "--framework", framework, "--answers", answers(tmp_path, given))
    assert error["code"] == code
    assert [item["code"] for item in error["details"].get("errors", [])] == ([inner] if inner else [])


def test_excel_form_scores_as_json_does(framework: Path, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    import openpyxl

    form, book = tmp_path / "biểu.xlsx", tmp_path / "bộ.xlsx"
    one = desk("x")
    one.does("framework", "export", framework, form, "--answers-form")
    one.does("framework", "export", framework, book)
    opened = openpyxl.load_workbook(form)
    sheet = opened["Tự đánh giá"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "Giá trị" for cell in row))
    column = next(cell.column for cell in head if cell.value == "Giá trị")
    rows = [row for row in range(head[0].row + 1, sheet.max_row + 1) if sheet.cell(row, 2).value in ("a", "b")]
    for row, value in zip(rows, (1, 6, 3, 4), strict=True):
        sheet.cell(row, column).value = value
    opened.save(form)
    given = {
        "responses": {"1.1": {"inputs": {"a": "1", "b": "6"}}, "1.10": {"inputs": {"a": "3", "b": "4"}}},
    }
    by_json = one.does("score", "--framework", framework, "--answers", answers(tmp_path, given))
    assert by_json["total"] == "4.583333333333"
    assert one.does("score", "--framework", book, "--answers", form) == by_json


def test_explained_and_read_by_a_person(framework: Path, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    given = answers(tmp_path, {"responses": {"1.1": {"inputs": {"a": "1", "b": "6"}}}})
    one = desk("x")
    told = one.does("score", "--framework", framework, "--answers", given, "--explain")
    assert told["criteria"][0]["explanation"][-1] == "Điểm: 0,83/5,00 (chính xác 5/6)."
    assert told["explanation"][-1] == "Tổng điểm: 0,83 (chính xác 5/6)."
    assert "0,83" in one.reads("score", "--framework", framework, "--answers", given)
    read = one.reads("score", "--framework", framework, "--answers", given, "--lang", "en", "--explain")
    assert "  Points: 0.83 of 5.00 (exactly 5/6)." in read
    assert "  Total: 0.83 (exactly 5/6)." in read


def test_peers_are_compared_with(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    from app import resources

    examples = resources.SCHEMAS / "examples"
    told = desk("x").does(
        "score",
        "--framework",
        examples / "relative_to_best.json",
        "--answers",
        examples / "relative_to_best.answers.json",
    )
    expected = json.loads((examples / "relative_to_best.expected.json").read_text("utf-8"))
    assert told["total"] == expected["total"]


def test_shipped_framework_by_id(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    told = desk("x").does("score", "--framework", "minh-hoa-xa", "--answers", answers(tmp_path, {}))
    assert (told["total"], told["maximum"], len(told["criteria"])) == ("0", "100", 51)
    error = desk("x").refused("score", "--framework", "khong-co", "--answers", answers(tmp_path, {}))
    assert error["code"] == "framework.unknown"
