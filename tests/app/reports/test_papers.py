"""The papers of the loop, made from the sample set and its twelve agencies, read back with poppler's tools."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pikepdf
import pytest

from app.domain import results
from app.domain.agency import Authority, Person
from app.domain.assessment import Answers, EvidenceLevel, Response
from app.domain.contents import (
    Link,
)
from app.reports import ranking_paper, self_assessment
from app.reports.phrases import answer
from tests.app.reports.papers import (
    CAMPAIGN,
    DIGEST,
    HOSTILE_PAPERS,
    PAPERS,
    SET,
    SET_62,
    SHOWN,
    answers,
    everyone,
    flat,
    hostile_campaign,
    hostile_set,
    lines,
    longer,
    paper,
    points,
    ranked,
    report,
    stays_inside,
    submission,
    submitted,
    words,
)


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_values_give_the_same_bytes(name: str) -> None:
    assert PAPERS[name]() == paper(name)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_a_pdf_without_active_parts_and_stays_inside_its_margins(name: str, tmp_path: Path) -> None:
    assert stays_inside(paper(name), tmp_path)
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        assert not pdf.attachments
        assert not any("/Annots" in page or page.get_images() for page in pdf.pages)
        assert "/AcroForm" not in pdf.Root


@pytest.mark.parametrize("name", [name for name in PAPERS if name not in ("ranking", "guidance")])
def test_the_digest_stands_on_every_page(name: str, tmp_path: Path) -> None:
    pages = words(paper(name), tmp_path).split("\f")[:-1]
    assert len(pages) > (0 if name == "receipt" else 2)
    assert all(f"mã nội dung {DIGEST}" in page for page in pages)


def test_an_exercise_says_so_on_every_page(tmp_path: Path) -> None:
    exercise = replace(CAMPAIGN, is_sample=True)
    made = ranking_paper.render(exercise, {"": SET}, ranked(), everyone(), is_final=True)
    pages = words(made, tmp_path).split("\f")[:-1]
    assert all("tập huấn, dùng thử" in page for page in pages)
    assert "dùng thử" not in words(paper("ranking"), tmp_path)


def test_every_criterion_stands_in_its_row_with_maximum_and_points(tmp_path: Path) -> None:
    score = results.score(SET, answers(7))
    rows = lines(paper("self_assessment"), tmp_path)
    start = next(at for at, row in enumerate(rows) if row == "Phụ lục II")
    for place in SET.index.places.values():
        code, first = re.escape(place.node.code), re.escape(place.node.title.split()[0])
        told = f"{points(place.maximum)} .*{points(score.nodes[place.id].points)}|{points(place.maximum)} "
        told += points(score.nodes[place.id].points)
        assert any(re.match(rf"{code} {first}.* ({told})", row) for row in rows[start:]), place.node.code


@pytest.mark.parametrize("at", range(12))
def test_totals_and_every_answer_of_an_agency_are_readable(at: int, tmp_path: Path) -> None:
    score, given = results.score(SET, answers(at)), answers(at).responses
    text = flat(words(report(at), tmp_path))
    for head, value in (("Điểm theo thang điểm", score.scale_points), ("Tổng điểm", score.total)):
        assert f"{head} {points(value)}" in text
    assert f"Tỷ lệ đạt (%) {points(score.percent)}" in text
    for place in SET.index.criteria():
        criterion, response = place.criterion, given.get(place.id)
        assert criterion is not None
        if response is None:
            continue
        assert flat(response.explanation) in text
        for input_ in criterion.inputs:
            if any(response.inputs.values()):
                told = answer(input_, response.inputs.get(input_.key, ""))
                assert flat(f"{input_.label.rstrip(' :')}: {told}") in text


def test_what_is_lacking_left_out_or_waiting_is_told_with_its_article(tmp_path: Path) -> None:
    text = flat(words(paper("self_assessment"), tmp_path))
    assert "Minh chứng chưa đủ: chấp nhận giải trình bằng văn bản (Quy định chung, mục 5)" in text
    assert "Địa bàn không có chợ, tuyến phố thương mại: không tính vào thang điểm (Quy định chung, mục 3)" in text
    assert "Không có số liệu kỳ trước để so sánh: không tính vào thang điểm" in text
    assert "Điểm tính theo giá trị cao nhất của các cơ quan, địa phương cùng nhóm" in text
    empty = [
        place.node for place in SET.index.criteria() if results.score(SET, answers(7)).nodes[place.id].state == "empty"
    ]
    told = text.partition("Tiêu chí chưa có số liệu")[2].partition("Nội dung báo cáo thêm".upper())[0]
    assert empty
    assert all(f"{node.code} {node.title}" in told for node in empty)


def test_points_that_are_not_plainly_the_figures_say_why_beside_them(tmp_path: Path) -> None:
    text = flat(words(paper("self_assessment"), tmp_path))
    assert "Lấy trường hợp có điểm cao nhất: Kênh thông tin số của thôn, tổ dân phố" in text


def test_a_group_that_does_not_apply_is_explained_once(tmp_path: Path) -> None:
    group = next(place for place in SET.index.places.values() if place.node.code == "7")
    given = Answers(responses={group.id: Response(not_applicable="thien-tai-dich-benh", explanation="Do bão số 3.")})
    content = submitted(SET, given)
    made = self_assessment.render(SET, CAMPAIGN, "HG02", content, number=1, round_=1, content_digest=DIGEST)
    text = flat(words(made, tmp_path))
    special = text.partition("Nội dung không áp dụng hoặc tính theo quy định riêng")[2].partition("chưa có số liệu")[0]
    assert special.count("Không triển khai được do thiên tai") == 1
    assert f"7 {group.node.title} " in special
    assert "Do bão số 3." in special
    assert text.count("Tính cùng với mục cấp trên.") == len(SET.index.children[group.id])


def test_head_body_and_signature_are_those_of_a_report_of_a_commune(tmp_path: Path) -> None:
    text = flat(words(paper("self_assessment"), tmp_path, "-layout"))
    assert "ỦY BAN NHÂN DÂN" in text
    assert "Suối Ngọc, ngày" in text
    assert "/BC-UBND" in text
    assert "Kết quả tự đánh giá Bộ chỉ số chuyển đổi số cấp xã (minh họa) năm 2026" in text
    assert "Kính gửi: Ủy ban nhân dân tỉnh Hải Giang" in text
    assert "Phó Chủ tịch UBND xã lúc 09:30, 10/01/2027" in text
    assert re.search(r"KT\. CHỦ TỊCH .*PHÓ CHỦ TỊCH .*Trần Văn Bình", text)
    assert "Bản chốt số 2 · lần 1" in text


def test_every_paper_of_evidence_is_listed_once_and_referred_to_by_its_number(tmp_path: Path) -> None:
    content = submission(7)
    text = words(paper("self_assessment"), tmp_path)
    annex = flat(text.partition("DANH MỤC TÀI LIỆU KIỂM CHỨNG")[2])
    for item in content.files:
        assert f"{item.citation.number} 15/01/2026 {item.citation.subject} UBND xã" in annex
        assert " ".join(re.findall("....", item.digest[:16])) in annex
    assert annex.count("Không kèm tệp") == len(content.citations) > 0
    assert annex.count("[…]") == len(content.citations)  # their subject, which is not invented
    assert "Số 1 (trang 1)" in flat(text.partition("DANH MỤC")[0])


def test_one_file_for_several_criteria_is_listed_once(tmp_path: Path) -> None:
    shared = replace(submission(7).files[0], links=(Link(node="lanh-dao-phu-trach"), Link(node="hop-ban-chi-dao")))
    text = flat(words(report(files=(shared,), citations=()), tmp_path))
    assert "1.1, 1.2 1/KH-UBND" in text
    assert text.count("1/KH-UBND") == 1


def test_a_preview_and_an_empty_report_say_so(tmp_path: Path) -> None:
    nothing = replace(submitted(SET, Answers()), confirmation=None, focal=Person(id="", name=""), note="")
    alone = replace(CAMPAIGN, authority=Authority(code="unnamed", name=""))
    made = self_assessment.render(SET, alone, "HG02", nothing, number=1, round_=1, content_digest="")
    text = flat(words(made, tmp_path))
    assert "bản xem trước, chưa niêm phong" in text
    assert "mã nội dung" not in text
    assert "Đã tự đánh giá 0/51 tiêu chí. Không kèm tệp tài liệu kiểm chứng." in text
    assert "DANH MỤC" not in text
    assert "Kính gửi: Cơ quan thẩm định" in text


def test_a_later_round_is_named_in_the_title(tmp_path: Path) -> None:
    made = self_assessment.render(SET, CAMPAIGN, "HG08", submission(7), number=3, round_=2, content_digest=DIGEST)
    text = flat(words(made, tmp_path))
    assert "Giải trình, bổ sung kết quả tự đánh giá" in text
    assert "năm 2026 (lần 2)" in text


def test_62_criteria_with_long_titles_fit_their_pages(tmp_path: Path) -> None:
    long = replace(SET_62, nodes=tuple(map(longer, SET_62.nodes)))
    given = {
        place.id: Response(points="7.25", evidence=EvidenceLevel.SUFFICIENT, explanation="Đã thực hiện đủ. " * 15)
        for place in long.index.criteria()
    }
    content = submitted(long, Answers(responses=given))
    made = self_assessment.render(long, CAMPAIGN, "HG01", content, number=1, round_=1, content_digest=DIGEST)
    assert stays_inside(made, tmp_path)
    text = words(made, tmp_path)
    assert text.count("Điểm tự chấm: 7,25") == 62
    assert f"Tổng điểm {points(Fraction(62 * 29, 4))}" in flat(text)
    assert "Chỉ tiêu" in text  # the set's own word for a criterion


@pytest.mark.parametrize("decimals", [0, 3, 12])
def test_points_have_the_decimals_of_the_framework_on_one_line(decimals: int, tmp_path: Path) -> None:
    fine = replace(SET, decimals=decimals)
    made = self_assessment.render(fine, CAMPAIGN, "HG08", submission(7), number=1, round_=1, content_digest=DIGEST)
    score = results.score(fine, answers(7))
    tokens = set(words(made, tmp_path).split())
    assert {points(node.points, decimals) for node in score.nodes.values()} <= tokens


@pytest.mark.parametrize("name", HOSTILE_PAPERS)
def test_hostile_words_are_printed_as_words(name: str, tmp_path: Path) -> None:
    made = HOSTILE_PAPERS[name](hostile_set(), hostile_campaign())
    text = flat(words(made, tmp_path))
    assert text.count(SHOWN) > 3
    assert "\u202e" not in text
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        assert not any("/Annots" in page or page.get_images() for page in pdf.pages)
