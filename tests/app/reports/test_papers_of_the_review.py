"""Guidance, notices, results and rankings as papers."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from app.domain import ranking, results
from app.domain.campaign import FrameworkReference
from app.domain.contents import (
    Claim,
    FeedbackContent,
    FeedbackKind,
    ResultRow,
    ResultTable,
)
from app.domain.framework import OpenQuestion, QuestionOption
from app.reports import campaign_page, ranking_paper, result_page
from app.wording import word
from tests.app.reports.papers import (
    AGENCIES,
    CAMPAIGN,
    CODE,
    DIGEST,
    OPINIONS,
    SET,
    SET_62,
    answers,
    everyone,
    feedback,
    flat,
    notice,
    paper,
    points,
    ranked,
    result,
    stays_inside,
    submission,
    words,
)


def test_the_guidance_names_code_days_sets_and_agencies(tmp_path: Path) -> None:
    text = flat(words(paper("campaign"), tmp_path))
    assert CODE in text
    assert "Kính gửi: Ủy ban nhân dân các xã, phường, đặc khu" in text
    assert "Hết ngày 15/01/2027 (trước ngày 16/01/2027) Tệp tài liệu kiểm chứng được gửi tiếp trong 5 ngày" in text
    assert "Hết ngày 26/02/2027" in text
    assert "từ ngày 01/01/2026 đến ngày 31/12/2026" in text
    assert "Xác nhận hồ sơ: lãnh đạo và cơ quan ký số" in text
    assert "Thiếu tài liệu kiểm chứng: được bổ sung ở lần sau (Quy định chung, mục 5)" in text
    assert all(f"{agency.code} {agency.name}" in text for agency in AGENCIES)
    assert all(f"{place.node.code} {place.node.title}" in text for place in SET.index.places.values())
    assert all(ground.words in text for ground in SET.grounds)


def test_the_guidance_speaks_the_decision_s_words_and_says_what_was_chosen(tmp_path: Path) -> None:
    asked = OpenQuestion(
        code="q", words="Có xếp hạng chung không?", article="khoản 1 Điều 8", answer="co", reason="Hội đồng quyết định",
        options=(QuestionOption(key="co", label="Một danh sách chung"),),
    )  # fmt: skip
    own = replace(SET, terms={"evidence": "Tài liệu chứng minh", "ground": "Đặc thù"}, questions=(asked,))
    known = FrameworkReference(id=own.id, version=own.version, digest=own.digest)
    text = flat(words(campaign_page.render(replace(CAMPAIGN, frameworks=(known,)), (own,), CODE, DIGEST), tmp_path))
    assert "3. Hồ sơ và tài liệu chứng minh" in text
    assert "Tự đánh giá: nhập số liệu, giải trình, tài liệu chứng minh" in text
    assert "Giải trình, bổ sung sau thẩm định: giải trình, tài liệu chứng minh" in text
    assert "Đặc thù của tiêu chí" in text
    assert "Có xếp hạng chung không? (khoản 1 Điều 8) Một danh sách chung (Hội đồng quyết định)" in text


def test_an_agencys_own_days_stand_in_the_list(tmp_path: Path) -> None:
    changed = replace(AGENCIES[0], extended_to=date(2027, 1, 20), data_to=date(2026, 11, 30))
    made = campaign_page.render(replace(CAMPAIGN, agencies=(changed, *AGENCIES[1:])), (SET,), CODE, DIGEST)
    text = flat(words(made, tmp_path))
    assert "Gia hạn đến hết ngày 20/01/2027 Số liệu đến ngày 30/11/2026" in text
    assert "Gia hạn" not in words(paper("campaign"), tmp_path)


def test_each_set_of_a_campaign_has_its_own_annex(tmp_path: Path) -> None:
    references = tuple(
        FrameworkReference(id=each.id, version=each.version, digest=each.digest, target_group=group)
        for each, group in ((SET, "xa"), (SET_62, "so"))
    )
    made = campaign_page.render(replace(CAMPAIGN, frameworks=references), (SET, SET_62), CODE, DIGEST)
    text = flat(words(made, tmp_path))
    assert f"Phụ lục III {SET_62.title.upper()}" in text
    assert "960,00" in text


def test_the_notice_tells_both_points_opinion_and_reason_of_every_criterion(tmp_path: Path) -> None:
    text = flat(words(notice(feedback(), round_=1), tmp_path))
    annex = text.partition("Ý KIẾN THẨM ĐỊNH TỪNG NỘI DUNG")[2]
    score = everyone()["HG08"]
    for number, place in enumerate(SET.index.criteria()):
        claimed = points(results.score(SET, answers(7)).nodes[place.id].points)
        counted, said = points(score.nodes[place.id].points), word(f"opinion.{OPINIONS[number % 4]}")
        row = f"{place.node.code} {place.node.title} {points(place.maximum)} {claimed} {counted} {said}"
        assert row in annex
        assert f"Lý do thứ {number}." in annex or number % 4 == 0
    assert "Kết quả thẩm định lần 1" in text
    assert "chậm nhất hết ngày 26/02/2027" in text


def test_only_what_is_open_must_be_explained(tmp_path: Path) -> None:
    text = flat(words(notice(feedback()), tmp_path))
    asked = text.partition("Nội dung cần giải trình, bổ sung")[2].partition("Nơi nhận")[0]
    for number, place in enumerate(SET.index.criteria()):
        assert (f"{place.node.code} {place.node.title}" in asked) == bool(number % 4)


def test_a_notice_without_questions_asks_for_nothing(tmp_path: Path) -> None:
    agreed = {id_: replace(node, is_open=False) for id_, node in feedback().nodes.items()}
    text = flat(words(notice(feedback(nodes=agreed)), tmp_path))
    assert "cần giải trình" not in text
    assert "26/02/2027" not in text


def test_a_criterion_nobody_judged_is_said_to_be_so(tmp_path: Path) -> None:
    text = flat(words(notice(feedback(nodes={})), tmp_path))
    assert "Đã có ý kiến về 0/51 tiêu chí" in text
    some = dict(list(feedback().nodes.items())[1:])
    assert words(notice(feedback(nodes=some)), tmp_path).count("Chưa thẩm định") == 1


def test_a_return_asks_for_the_whole_again(tmp_path: Path) -> None:
    content = FeedbackContent(
        kind=FeedbackKind.RETURN, nodes={}, note="Thiếu chữ ký của lãnh đạo.", deadline="2027-01-20"
    )
    text = flat(words(notice(content), tmp_path))
    assert "Trả lại hồ sơ tự đánh giá để hoàn thiện" in text
    assert "Thiếu chữ ký của lãnh đạo." in text
    assert "gửi lại toàn bộ hồ sơ chậm nhất hết ngày 20/01/2027" in text


def test_claims_that_are_no_numbers_do_not_end_the_notice(tmp_path: Path) -> None:
    broken = replace(submission(7), claims={"lanh-dao-phu-trach": Claim(points="abc", state="?")})
    text = flat(words(notice(feedback(), broken), tmp_path))
    assert "chỉ đạo chuyển đổi số 2,00 – 1,00 Thống nhất" in text


def test_the_result_tells_ranks_numbers_and_changes(tmp_path: Path) -> None:
    text = flat(words(paper("result"), tmp_path))
    score, tables = everyone()["HG08"], ranked()
    for table in tables:
        row = next(row for row in table.rows if row.agency == "HG08")
        share = "" if table.code == "chung" else "%"
        assert f"{table.title} {points(row.value)}{share} {row.rank}/12 {row.band}" in text
    assert f"Tổng điểm {points(score.total)}" in text
    assert f"Tỷ lệ đạt (%) {points(score.percent)}" in text
    changed = text.partition("thay đổi so với tự đánh giá")[2].partition("Thông báo để")[0]
    assert "6.11" in changed
    assert "1.1 " not in changed
    assert "lập lúc 14:32, 20/03/2027" in text


def test_the_reason_stands_beside_what_was_changed(tmp_path: Path) -> None:
    node = next(place.id for place in SET.index.criteria() if place.node.code == "6.11")
    own = result().own
    assert own is not None
    content = result(own=replace(own, reasons={node: "So với xã cao nhất."}))
    text = flat(words(result_page.render(SET, CAMPAIGN, AGENCIES[7], content, DIGEST), tmp_path))
    assert re.search(r"6\.11 .{20,120} 1,00 – 0,36 So với xã cao nhất\.", text)


@pytest.mark.parametrize("has_annex", [False, True])
def test_a_reckoning_is_printed_in_short_and_where_wanted_in_full(has_annex: bool, tmp_path: Path) -> None:
    known = result_page.Reckoning(
        score=everyone()["HG08"], responses=answers(7).responses, settled={}, has_annex=has_annex
    )
    made = result_page.render(SET, CAMPAIGN, AGENCIES[7], result(), DIGEST, "", known)
    text = flat(words(made, tmp_path))
    assert "Lấy trường hợp có điểm cao nhất: Kênh thông tin số của thôn, tổ dân phố" in text
    assert "chấp nhận giải trình bằng văn bản (Quy định chung, mục 5)" in text
    assert stays_inside(made, tmp_path)
    full = text.partition("DIỄN GIẢI ĐIỂM")[2]
    assert bool(full) is has_annex
    if has_annex:
        assert "18 ÷ 33 = 54,55 % (chính xác 6/11); 54,55 % × 2 = 1,0909… điểm (chính xác 12/11)." in full
        assert "Tổng điểm: " in full


def test_nothing_changed_and_drafts_are_said(tmp_path: Path) -> None:
    own = result().own
    assert own is not None
    same = result(own=replace(own, points=own.self_points))
    text = flat(words(result_page.render(SET, CAMPAIGN, AGENCIES[7], same, DIGEST, standing="draft"), tmp_path))
    assert "Không có tiêu chí nào thay đổi so với điểm tự đánh giá" in text
    assert "đây là dự thảo để lấy ý kiến, chưa phải kết quả công bố" in text


def test_an_agency_that_is_not_ranked_reads_why(tmp_path: Path) -> None:
    row = ResultRow(agency="HG08", name="", value=None, rank=None, reason="group_not_ranked")
    table = ResultTable(code="chung", title="Xếp hạng chung", measure="total", rows=(row,))
    content = result(tables=(table,), own=None)
    text = flat(words(result_page.render(SET, CAMPAIGN, AGENCIES[7], content, DIGEST), tmp_path))
    assert "Xếp hạng chung – Không xếp hạng – Nhóm đối tượng không xếp hạng" in text


def test_every_agency_stands_in_order_in_every_table(tmp_path: Path) -> None:
    annexes = words(paper("ranking"), tmp_path).split("Phụ lục ")[1:]
    for table, annex in zip(ranked(), annexes, strict=True):
        text, at = flat(annex), 0
        for row in table.rows:
            name = next(agency.name for agency in AGENCIES if agency.code == row.agency)
            found = re.search(rf"\b{row.rank} {name} .*?{points(row.value)}", text[at:])
            assert found, (table.title, name)
            at += found.start() + 1


def test_a_provisional_ranking_says_so_and_a_final_one_does_not(tmp_path: Path) -> None:
    pages = words(paper("ranking"), tmp_path).split("\f")[:-1]
    assert ranking_paper.PROVISIONAL in flat(pages[0])
    assert all("TẠM TÍNH" in page for page in pages[1:])
    final = words(ranking_paper.render(CAMPAIGN, {"": SET}, ranked(), everyone(), is_final=True), tmp_path)
    assert "tạm tính" not in final.lower()


def test_ties_are_marked_and_listed_and_who_is_not_ranked_has_a_reason(tmp_path: Path) -> None:
    scores = {**everyone(), "HG04": everyone()["HG03"]}
    tables = ranked(scores, barred="HG11")
    text = flat(words(ranking_paper.render(CAMPAIGN, {"": SET}, tables, scores, is_final=True), tmp_path))
    assert text.count("Đồng hạng") == 2 * len(tables)
    assert re.search(r"hạng \d+ \([\d,]+\): Xã An Thạnh, Đặc khu Hòn Nhạn", text)
    assert text.count("Không xếp hạng: chưa gửi") == len(tables)


def test_a_settled_tie_carries_the_councils_reason(tmp_path: Path) -> None:
    rows = tuple(
        ranking.Row(code, Fraction(80), rank, settled_by="Điểm người dân hài lòng cao hơn")
        for rank, code in enumerate(("HG02", "HG01"), 1)
    )
    table = ranking.Table("chung", "Xếp hạng chung", rows)
    text = flat(words(ranking_paper.render(CAMPAIGN, {"": SET}, (table,), everyone(), is_final=True), tmp_path))
    assert text.count("Hội đồng thẩm định quyết định thứ hạng: Điểm người dân hài lòng cao hơn") == 2


def test_a_difference_that_rounding_hides_is_written_out(tmp_path: Path) -> None:
    rows = (
        ranking.Row("HG01", Fraction("80.1234"), 1),
        ranking.Row("HG02", Fraction("80.1231"), 2),
        ranking.Row("HG03", Fraction("79.1"), 3),
    )
    table = ranking.Table("chung", "Xếp hạng chung", rows)
    text = flat(words(ranking_paper.render(CAMPAIGN, {"": SET}, (table,), everyone(), is_final=True), tmp_path))
    assert "Giá trị trước khi làm tròn: 80,1234" in text
    assert "Giá trị trước khi làm tròn: 80,1231" in text
    assert text.count("trước khi làm tròn") == 2


def test_two_sets_may_both_have_a_table_of_one_code(tmp_path: Path) -> None:
    """Each table is read with the set of the agencies in it, and named with the superior it is split by."""
    office = replace(AGENCIES[0], code="S1", name="Sở Nội vụ", target_group="so")
    campaign = replace(CAMPAIGN, agencies=(*AGENCIES, office))
    other = replace(SET_62, decimals=0)
    tables = (
        ranking.Table("chung", "Xếp hạng xã", (ranking.Row("HG01", Fraction(80), 1),)),
        ranking.Table("chung", "Xếp hạng sở", (ranking.Row("S1", Fraction(700), 1),), parent="HG02"),
    )
    made = ranking_paper.render(campaign, {"xa": SET, "so": other}, tables, everyone(), is_final=True)
    text = flat(words(made, tmp_path))
    assert re.search(r"1 Sở Nội vụ – 700\b(?!,)", text)
    assert "XẾP HẠNG SỞ: PHƯỜNG ĐÔNG HẢI" in text
