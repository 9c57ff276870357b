"""`framework read`: an annex in, the proposal out as JSON, nothing accepted without ``--accept-sure``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.annex_framework import MANUAL
from app.domain.framework import Standing
from app.operations.frameworks.authoring import read_framework
from tests.app.cli.calling import Desk
from tests.app.sheets.annexes import HEADS, excel, word

ROWS = [
    HEADS,
    ["1", "Thể chế số", "30", "", "", ""],
    ["1.1", "Kế hoạch", "10", "Có: 10 điểm; Không: 0 điểm", "Kế hoạch", ""],
    ["1.2", "Kinh phí", "15", "Giảm trừ tương ứng theo mức độ thực hiện", "", ""],
]
READ = ("framework", "read")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return word(tmp_path / "pl.docx", ROWS, lines=["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ"])


def test_the_proposal_tells_columns_tree_rules_and_doubts(path: Path, desk: Callable[[str], Desk]) -> None:
    told = desk("nhà").does(*READ, path)
    assert [(line["code"], line["level"], line["kind"]) for line in told["rows"]] == [
        ("1", 0, "group"),
        ("1.1", 1, "criterion"),
        ("1.2", 1, "criterion"),
    ]
    assert [line["role"] for line in told["columns"]] == ["code", "title", "maximum", "method", "evidence", "note"]
    group, plan, money = told["rows"]
    assert [doubt["values"] for doubt in group["doubts"]] == [{"declared": "30", "sum": "25"}]
    assert plan["suggestion"]["sure"] is True
    assert plan["original"]["Cách xác định và tính điểm"] == "Có: 10 điểm; Không: 0 điểm"
    assert money["suggestion"]["sure"] is False
    assert told["title"] == "BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ"


def test_nothing_is_accepted_silently(path: Path, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    out = tmp_path / "bộ.json"
    told = desk("nhà").does(*READ, path, "--out", out)
    assert [line["accepted"] for line in told["rows"]] == [False, False, False]
    written = read_framework(out)
    assert written.standing is Standing.SKELETON
    assert [place.criterion.rule == MANUAL for place in written.index.criteria() if place.criterion] == [True, True]
    assert [remark.node for remark in written.remarks if not remark.problem] == ["1.1", "1.2"]


def test_sure_ones_are_taken_where_asked(path: Path, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    out = tmp_path / "bộ.json"
    told = desk("nhà").does(*READ, path, "--out", out, "--accept-sure", "--title", "Bộ chỉ số 2026")
    assert [line["accepted"] for line in told["rows"]] == [False, True, False]
    written = read_framework(out)
    assert written.title == "Bộ chỉ số 2026"
    assert [place.criterion.rule == MANUAL for place in written.index.criteria() if place.criterion] == [False, True]
    assert [remark.node for remark in written.remarks if not remark.problem] == ["1.2"]


def test_columns_by_hand_and_refusals(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    strange = excel(tmp_path / "lạ.xlsx", [["1", "Một", 5], ["2", "Hai", 6]])
    home = desk("nhà")
    assert home.refused(*READ, strange)["code"] == "annex.no_columns"
    told = home.does(*READ, strange, "--columns", "1=code,2=title,3=maximum")
    assert [(line["code"], line["maximum"]) for line in told["rows"]] == [("1", "5"), ("2", "6")]
    assert home.refused(*READ, strange, "--columns", "1=tên")["code"] == "annex.columns_unfit"
    (tmp_path / "pl.pdf").write_bytes(b"%PDF-1.5")
    assert home.refused(*READ, tmp_path / "pl.pdf")["code"] == "annex.pdf"


def test_people_read_the_tree_in_lines(path: Path, desk: Callable[[str], Desk]) -> None:
    said = desk("nhà").reads(*READ, path)
    assert "1.1 Kế hoạch" in said
    assert "Văn bản ghi 30 điểm, cộng các dòng bên dưới được 25." in said
