"""The shell on what a decision leaves open: listed, answered into a file, and a skeleton that stays one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.operations.frameworks import authoring
from tests.app.cli.calling import Desk

WARDS = "da-nang-2901-2023-pl5"


def test_the_list_stands_by_decision_with_what_is_missing(desk: Callable[[str], Desk]) -> None:
    one = desk("x")
    told = {row["id"]: row for row in one.does("framework", "list")["frameworks"]}
    xa = told["tuyen-quang-742-2022-xa"]
    assert (xa["regulation"], xa["decision"]) == ("tuyen-quang-742-2022", "Quyết định 742/QĐ-UBND")
    assert (xa["missing_criteria"], xa["missing_points"], xa["questions"]) == (34, "350", 5)
    assert told[WARDS]["missing_groups"] == 10
    assert "regulation" not in told["minh-hoa-xa"] or not told["minh-hoa-xa"]["regulation"]
    lines = one.reads("framework", "list").splitlines()
    heads = [line for line in lines if line.startswith("Quyết định") and "[" in line]
    assert [line.partition("[")[2].rstrip("]") for line in heads] == sorted(
        line.partition("[")[2].rstrip("]") for line in heads
    )
    assert lines.index(next(line for line in lines if line.startswith("minh-hoa-xa"))) < lines.index(heads[0])


def test_a_skeleton_says_so_where_it_is_shown_and_checked(desk: Callable[[str], Desk]) -> None:
    one = desk("x")
    assert one.does("framework", "show", "tuyen-quang-742-2022-xa")["lacks"].startswith(
        "còn thiếu 34 tiêu chí, 350 điểm"
    )
    assert "Còn thiếu 34 tiêu chí, 350 điểm; 5 câu hỏi chưa chọn." in one.reads(
        "framework", "show", "tuyen-quang-742-2022-xa"
    )
    checked = one.does("framework", "check", WARDS)
    assert (checked["errors"], checked["warnings"]) == (0, 9)


def test_questions_are_listed_with_their_options_and_articles(desk: Callable[[str], Desk]) -> None:
    one = desk("x")
    told = one.does("framework", "questions", WARDS)
    by_code = {item["code"]: item for item in told["questions"]}
    assert told["open"] == len(by_code) == 9
    assert [option["key"] for option in by_code["quy-doi"]["options"]] == ["khong", "truoc-thuong", "sau-thuong"]
    assert by_code["muc-thuong"]["asks"] == "amount"
    assert any("bốn nhóm" in words for words in told["remarks"])
    assert "○ truoc-thuong: Quy về 100 rồi mới cộng" in one.reads("framework", "questions", WARDS)


def test_an_answer_is_written_into_a_file_and_told_from_there(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    one, first, book = desk("x"), tmp_path / "1.json", tmp_path / "2.xlsx"
    changed = one.does("framework", "answer", WARDS, "quy-doi", "truoc-thuong", "--reason", "Hội đồng", "--out", first)
    assert (changed["open"], changed["standing"]) == (8, "skeleton")
    one.does("framework", "answer", first, "muc-thuong", "2.5", "--out", book)
    told = {item["code"]: item for item in one.does("framework", "questions", book)["questions"]}
    assert told["quy-doi"]["told"] == "Quy về 100 rồi mới cộng điểm thưởng, trừ điểm trừ (Hội đồng)"
    assert told["muc-thuong"]["told"] == "2,5"
    assert "● truoc-thuong" in one.reads("framework", "questions", book)


def test_what_is_no_answer_and_what_is_not_complete_is_refused(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    one, out = desk("x"), tmp_path / "1.json"
    assert one.refused("framework", "answer", WARDS, "quy-doi", "sau", "--out", out)["code"] == "question.answer_unfit"
    assert one.refused("framework", "answer", WARDS, "gi-do", "sau", "--out", out)["code"] == "question.unknown"
    error = one.refused("framework", "complete", "tuyen-quang-742-2022-xa", "--out", out)
    assert (error["code"], error["details"]["criteria"]) == ("framework.lacking", 34)
    assert "34 tiêu chí" in error["message"]
    assert not out.exists()


def test_nobody_begins_on_a_skeleton(desk: Callable[[str], Desk]) -> None:
    one = desk("x")
    begin = ("--framework", WARDS, "--agency-name", "Phường A", "--person", "Lê Thị Hà")
    assert one.refused("assessment", "start", *begin)["code"] == "campaign.skeleton"


def test_a_campaign_takes_period_and_deadline_from_the_decision(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    one, path, listed = desk("x"), tmp_path / "bo.json", tmp_path / "ds.json"
    value = authoring.find(None, "minh-hoa-xa")
    province = authoring.find(None, "tuyen-quang-742-2022-xa")
    authoring.write_framework(replace(value, id="tam", steps=province.steps, periods=province.periods), path)
    listed.write_text('[{"code": "X1", "name": "Xã Hòa Bình", "target_group": "xa"}]', encoding="utf-8")
    begin = (
        "campaign",
        "create",
        "--title",
        "Kỳ tháng 12",
        "--framework",
        path,
        "--agencies",
        listed,
        "--person",
        "Hà",
    )
    office = ("--authority-code", "STTTT", "--authority-name", "Sở Thông tin và Truyền thông", "--period", "Kỳ 2/2026")
    assert one.refused(*begin, *office, "--by-decision", "thang-9:2026")["code"] == "period.unknown"
    assert one.refused(*begin, *office, "--by-decision", "thang-12")["code"] == "period.unknown"
    one.does(*begin, *office, "--by-decision", "thang-12:2026")
    told = one.does("campaign", "show")
    assert [(item["wording"], item["last_day"]) for item in told["rounds"]] == [
        ("Định kỳ từ ngày 20 đến ngày 30 tháng 12 hàng năm", "2026-12-30")
    ]
    assert told["period"] == "Kỳ 2/2026"
