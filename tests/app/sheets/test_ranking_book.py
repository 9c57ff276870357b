import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl

from app.domain.agency import Agency
from app.domain.appraisal import Opinion, Settled, Standing
from app.domain.assessment import Answers, Profile, Response
from app.domain.codec import Amount
from app.domain.framework import Criterion, Figure, Framework, Input, RankingTable, TargetGroup, Totals, from_json
from app.domain.ranking import Candidate, TieSettlement, rank
from app.domain.results import Score, score
from app.domain.rules import Number, Ratio, Scored, TimesMaximum, UnitPoints
from app.sheets.ranking_book import BY_CRITERION, write_ranking
from app.sheets.results_book import DETAILS, write_results

HOSTILE = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1\u202efdp"
FRAMEWORK = Framework(
    id="x",
    version="1",
    title="Bộ",
    totals=Totals(maximum=Amount("17.5")),
    nodes=(
        Criterion(
            title="=1+1",
            code="4.10",
            maximum=Amount("17.5"),
            inputs=(Input(key="a", label="a"), Input(key="b", label="b")),
            rule=Scored(measure=Ratio(numerator="a", denominator="b"), scale=TimesMaximum()),
            evidence_required=False,
        ),
    ),
    target_groups=(TargetGroup(code="xa", name="Xã"), TargetGroup(code="khac", name="Khác", is_ranked=False)),
    ranking_tables=(
        RankingTable(code="chung", title="Bảng chung [xã/phường]"),
        RankingTable(code="p", title="Tỷ lệ", measure=Figure.PERCENT),
    ),
)  # fmt: skip


def scored(a: str, b: str = "3") -> Score:
    return score(FRAMEWORK, Answers(responses={"4.10": Response(inputs={"a": a, "b": b})}))


def rows(path: Path, title: str) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(path)[title]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_rankings_hold_numbers_ties_and_reasons(tmp_path: Path) -> None:
    agencies = {
        "a": Agency(code="a", name=HOSTILE, target_group="xa"),
        "b": Agency(code="b", name="Xã B", target_group="xa"),
        "c": Agency(code="c", name="Xã C", target_group="xa"),
        "d": Agency(code="d", name="Sở D", target_group="khac"),
        "e": Agency(code="e", name="Xã E", target_group="xa"),
    }
    scores = {"a": scored("2"), "b": scored("2"), "c": scored("1"), "d": scored("3"), "e": scored("0")}
    candidates = [Candidate(agency=agency, score=scores[code]) for code, agency in agencies.items()]
    candidates[4] = replace(candidates[4], barred="withdrawn")
    settled = TieSettlement(table="p", order=("b", "a"), reason="theo biên bản")
    path = tmp_path / "xếp hạng.xlsx"
    write_ranking(FRAMEWORK, rank(FRAMEWORK, candidates, [settled]), agencies, scores, path, "Năm 2026")
    table = rows(path, "Bảng chung xã phường")
    assert table[2][:4] == ["Thứ hạng", "Tên cơ quan, địa phương", "Điểm", "Mức xếp loại"]
    assert [row[0] for row in table[3:]] == [1, 1, 3, "Không xếp hạng", "Không xếp hạng"]
    assert [row[2] for row in table[3:6]] == [11.67, 11.67, 5.83]
    assert [row[4] for row in table[3:6]] == ["Đồng hạng", "Đồng hạng", None]
    assert [row[5] for row in table[6:]] == ["Nhóm đối tượng không xếp hạng", "Đã rút lại"]
    assert table[3][1] == HOSTILE.replace("\u202e", "")
    percents = rows(path, "Tỷ lệ")
    assert [row[0] for row in percents[3:6]] == [1, 2, 3]
    assert percents[3][5] == "Hội đồng quyết định thứ tự: theo biên bản"
    sheet = openpyxl.load_workbook(path)["Bảng chung xã phường"]
    assert (sheet["C4"].data_type, sheet["C4"].number_format, sheet["B4"].data_type) == ("n", "#,##0.00", "s")
    by_criterion = rows(path, BY_CRITERION)
    assert by_criterion[0][2] == "4.10 =1+1"
    assert by_criterion[1][2] == 17.5
    assert [row[2] for row in by_criterion[2:]] == [11.67, 11.67, 5.83, 17.5, 0]


def test_detailed_results_show_claim_appraisal_difference_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "chi tiết.xlsx"
    settled = {"4.10": Settled(Standing.CONTESTED, opinion=Opinion.ADJUST, reason="=HYPERLINK(1)")}
    write_results(FRAMEWORK, HOSTILE, scored("2"), path, appraised=scored("1"), settled=settled)
    table = rows(path, DETAILS)
    assert table[2] == ["Mã", "Chỉ tiêu", "Điểm tối đa", "Tự đánh giá", "Thẩm định", "Chênh lệch", "Ý kiến", "Lý do"]
    assert table[3] == ["4.10", "=1+1", 17.5, 11.67, 5.83, -5.83, "Điều chỉnh điểm", "=HYPERLINK(1)"]
    sheet = openpyxl.load_workbook(path)[DETAILS]
    assert {cell.data_type for cell in sheet[4]} == {"s", "n"}


def test_what_has_no_points_is_empty_and_not_zero(tmp_path: Path) -> None:
    path = tmp_path / "chi tiết.xlsx"
    write_results(FRAMEWORK, "Xã A", score(FRAMEWORK, Answers()), path)
    assert rows(path, DETAILS)[3][3:6] == [None, None, None]


def test_points_too_long_for_excel_are_text(tmp_path: Path) -> None:
    framework = Framework(
        id="x",
        version="1",
        title="Bộ",
        totals=Totals(maximum=Amount("123456789012345")),
        nodes=(
            Criterion(
                title="C",
                code="1",
                maximum=Amount("123456789012345"),
                inputs=(Input(key="a", label="a"),),
                rule=Scored(measure=Number(input="a"), scale=UnitPoints(points=Amount("1"))),
                evidence_required=False,
            ),
        ),
    )
    own = score(framework, Answers(responses={"1": Response(inputs={"a": "123456789012344.99"})}))
    write_results(framework, "Xã A", own, tmp_path / "a.xlsx")
    assert rows(tmp_path / "a.xlsx", DETAILS)[3][3] == "123456789012344,99"


def test_the_illustrative_set_makes_both_books(tmp_path: Path) -> None:
    path = Path(__file__).parents[3] / "resources" / "frameworks" / "minh-hoa-xa.json"
    framework = from_json(json.loads(path.read_text("utf-8")))
    profile = Profile(target_group=framework.target_groups[0].code if framework.target_groups else "")
    own = score(framework, Answers(responses={}, profile=profile))
    agency = Agency(code="1", name="Xã Hòa Bình", target_group=profile.target_group)
    tables = rank(framework, [Candidate(agency=agency, score=own)])
    write_ranking(framework, tables, {"1": agency}, {"1": own}, tmp_path / "a.xlsx")
    assert len(openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames) == len(tables) + 2
