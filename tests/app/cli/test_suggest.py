"""`framework suggest`: one suggestion for each line, in order; bad lines are named."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import Desk


def lines(path: Path, *values: object) -> Path:
    path.write_text("\n".join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in values), "utf-8")
    return path


RATIO = {"id": "1.1", "text": "Tỷ lệ × Điểm tối đa", "maximum": "10"}
HALF = {"id": "1.2", "text": "từ 75% trở lên: điểm tối đa", "maximum": 10}


def test_each_line_gets_its_suggestion_in_order(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    told = desk("x").does("framework", "suggest", "--text", lines(tmp_path / "câu.jsonl", RATIO, "", HALF))
    first, second = told["suggestions"]
    assert first == {
        "id": "1.1",
        "kind": "ratio",
        "parameters": {},
        "sure": True,
        "because": [{"text": "Tỷ lệ × Điểm tối đa", "start": 0, "end": 19}],
        "remarks": [],
    }
    assert (second["id"], second["kind"], second["sure"], second["remarks"]) == (
        "1.2",
        "steps_percent",
        False,
        ["branch_missing"],
    )
    assert second["parameters"] == {"bands": [{"at_least": "75", "fraction": "1"}], "unit": "%"}
    assert "error" not in told


def test_bad_lines_are_named_and_the_others_answered(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    file = lines(
        tmp_path / "câu.jsonl", "không phải JSON", RATIO, {"id": ["5"], "text": "x"}, [1], {"chữ": "x"}, {"id": "a"}
    )
    told = desk("x").does("framework", "suggest", "--text", file, code=1)
    assert [line["id"] for line in told["suggestions"]] == ["1.1"]
    assert told["error"]["code"] == "suggest.bad_lines"
    assert [inner["details"]["line"] for inner in told["error"]["details"]["errors"]] == [1, 3, 4, 5, 6]


def test_a_line_may_lack_id_and_maximum(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    file = lines(tmp_path / "câu.jsonl", {"text": "Có/Không"}, {"text": "Có/Không", "maximum": None}, {**HALF, "id": 7})
    told = desk("x").does("framework", "suggest", "--text", file)
    assert [(line["id"], line["kind"], line["sure"]) for line in told["suggestions"]] == [
        ("", "yes_no", False),
        ("", "yes_no", False),
        ("7", "steps_percent", False),
    ]


def test_suggestions_are_written_line_by_line(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    out = tmp_path / "gợi ý.jsonl"
    told = desk("x").does("framework", "suggest", "--text", lines(tmp_path / "câu.jsonl", RATIO, HALF), "--out", out)
    assert [json.loads(line) for line in out.read_text("utf-8").splitlines()] == told["suggestions"]


def test_a_person_reads_kinds_and_doubts(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    file = lines(tmp_path / "câu.jsonl", RATIO, HALF)
    read = desk("x").reads("framework", "suggest", "--text", file)
    assert "1.1: Tỷ lệ × điểm tối đa · chắc chắn" in read
    assert "Thiếu một trường hợp có thể làm đổi điểm." in read
    assert "1/2" in read
    assert "to be looked at" in desk("x").reads("framework", "suggest", "--text", file, "--lang", "en")


def test_what_is_no_text_is_refused(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    (tmp_path / "nhị phân").write_bytes(b"\xff\xfe\x00")
    assert desk("x").refused("framework", "suggest", "--text", tmp_path / "nhị phân")["code"] == "suggest.not_lines"
    assert desk("x").refused("framework", "suggest", "--text", tmp_path / "không có")["code"].startswith("file.")
