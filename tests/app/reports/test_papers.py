"""The papers of the loop, made from the sample set and its twelve agencies, read back with poppler's tools."""

import functools
import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app import resources
from app.domain import codec, contents, deadline, framework, ranking, results
from app.domain.agency import Agency, Authority, Contact, Person
from app.domain.assessment import Answers, Citation, EvidenceLevel, Response, read_answers
from app.domain.campaign import Campaign, Demand, FrameworkReference, Period, Round
from app.domain.contents import (
    AgencyResult,
    CitationItem,
    Claim,
    Confirmation,
    FeedbackContent,
    FeedbackKind,
    FileItem,
    Link,
    NodeFeedback,
    ResultContent,
    ResultRow,
    ResultTable,
    SubmissionContent,
)
from app.domain.framework import Framework, Group, Node
from app.domain.numbers import grouped, to_stored
from app.domain.ranking import Candidate
from app.reports import campaign_page, feedback_page, ranking_paper, result_page, self_assessment
from app.reports.phrases import answer
from app.wording import word

SAMPLE = json.loads((resources.SAMPLES / "minh-hoa-xa-2026.json").read_text(encoding="utf-8"))
SET = framework.from_json(json.loads((resources.FRAMEWORKS / "minh-hoa-xa.json").read_text(encoding="utf-8")))
SET_62 = framework.from_json(json.loads((resources.FRAMEWORKS / "tay-ninh-62.json").read_text(encoding="utf-8")))
AGENCIES = tuple(codec.from_json(Agency, each["agency"]) for each in SAMPLE["agencies"])
CAMPAIGN = Campaign(
    id="c",
    title="Đánh giá chuyển đổi số cấp xã tỉnh Hải Giang năm 2026",
    authority=codec.from_json(Authority, SAMPLE["authority"]),
    period=codec.from_json(Period, SAMPLE["period"]),
    frameworks=(FrameworkReference(id=SET.id, version=SET.version, digest=SET.digest),),
    agencies=AGENCIES,
    rounds=(
        Round(number=1, deadline=deadline.before_day("trước ngày 16/01/2027", date(2027, 1, 16)), evidence_days=5),
        Round(number=2, deadline=deadline.through_day("đến hết ngày 26/02/2027", date(2027, 2, 26))),
    ),
    demand=Demand.LEADER_AND_AGENCY,
    guidance="Chấm điểm theo kết quả thực tế.\nKhông chấm theo kế hoạch.",
)
DIGEST = "0123456789abcdef" * 4
CODE = "10482 95511 00373 62048 19990 55127"
HOSTILE = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202efdp"
SHOWN = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 fdp"
OPINIONS = ("agree", "adjust", "reject", "ask_supplement")
PAGE_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">')


# --- what is printed


@functools.cache
def answers(at: int) -> Answers:
    given, _ = read_answers(SET, SAMPLE["agencies"][at]["answers"])
    return Answers(responses=given.responses, profile=AGENCIES[at].profile)


@functools.cache
def submission(at: int) -> SubmissionContent:
    """A submission with one paper for each criterion that has evidence, every seventh of them without a file."""
    given = answers(at)
    proven = [id_ for id_, response in given.responses.items() if response.evidence is not EvidenceLevel.NONE]
    files, cited = [], []
    for number, id_ in enumerate(proven, 1):
        citation = Citation(
            number=f"{number}/KH-UBND", date="2026-01-15", issuer="UBND xã", subject=f"Kế hoạch {number}"
        )
        links = (Link(node=id_, page=f"trang {number}"),)
        if number % 7:
            files.append(
                FileItem(
                    digest=f"{number:064x}", ext="pdf", size=9, name=f"{number}.pdf", citation=citation, links=links
                )
            )
        else:
            cited.append(CitationItem(citation=replace(citation, subject=""), links=links))
    return submitted(SET, given, tuple(files), tuple(cited))


def submitted(
    set_: Framework, given: Answers, files: tuple[FileItem, ...] = (), cited: tuple[CitationItem, ...] = ()
) -> SubmissionContent:
    score = results.score(set_, given)
    return SubmissionContent(
        responses=given.responses,
        files=files,
        citations=cited,
        claims=contents.claims_of(score),
        figures=contents.figures_of(score),
        focal=Person(id="p", name="Nguyễn Thị Thu Hà", title="Phó Trưởng phòng", office="Phòng Văn hóa - Xã hội"),
        contact=AGENCIES[0].contact,
        confirmation=Confirmation(name="Trần Văn Bình", title="Phó Chủ tịch UBND xã", at="2027-01-10T09:30:05+07:00"),
        note="Đề nghị tỉnh hỗ trợ kinh phí.",
    )


def report(at: int = 7, **changes: Any) -> bytes:
    content = replace(submission(at), **changes)
    return self_assessment.render(SET, CAMPAIGN, AGENCIES[at].code, content, number=2, round_=1, content_digest=DIGEST)


@functools.cache
def everyone() -> dict[str, results.Score]:
    entries = {agency.code: results.Entry(answers=answers(at)) for at, agency in enumerate(AGENCIES)}
    return results.score_campaign(SET, entries, is_complete=True)


def feedback(**changes: Any) -> FeedbackContent:
    score = everyone()["HG08"]
    nodes = {}
    for number, place in enumerate(SET.index.criteria()):
        points = score.nodes[place.id].points
        opinion = OPINIONS[number % 4]
        nodes[place.id] = NodeFeedback(
            opinion=opinion,
            points=None if points is None else to_stored(points),
            reason="" if opinion == "agree" else f"Lý do thứ {number}.",
            is_open=opinion != "agree",
        )
    content = FeedbackContent(
        kind=FeedbackKind.APPRAISAL, nodes=nodes, figures=contents.figures_of(score), deadline="2027-02-26"
    )
    return replace(content, **changes)


def notice(content: FeedbackContent, sent: SubmissionContent | None = None, **more: Any) -> bytes:
    return feedback_page.render(SET, CAMPAIGN, AGENCIES[7], content, sent or submission(7), DIGEST, **more)


def ranked(scores: dict[str, results.Score] | None = None, barred: str = "") -> tuple[ranking.Table, ...]:
    scores = scores or everyone()
    return ranking.rank(
        SET,
        [
            Candidate(agency=each, score=scores[each.code], barred="not_received" if each.code == barred else "")
            for each in AGENCIES
        ],
    )


def result(**changes: Any) -> ResultContent:
    score = everyone()["HG08"]
    tables = tuple(
        ResultTable(
            code=table.code,
            title=table.title,
            measure=next(each.measure.value for each in SET.ranking_tables if each.code == table.code),
            rows=tuple(
                ResultRow(
                    agency=row.agency,
                    name=row.agency,
                    value=None if row.value is None else to_stored(row.value),
                    rank=row.rank,
                    is_tied=row.is_tied,
                    band=row.band,
                    reason=row.reason,
                )
                for row in table.rows
            ),
        )
        for table in ranked()
    )
    own = AgencyResult(
        figures=contents.figures_of(score),
        points={id_: None if node.points is None else to_stored(node.points) for id_, node in score.nodes.items()},
        reasons={"chi-ngan-sach": "So với xã cao nhất."},
        self_points={id_: claim.points for id_, claim in submission(7).claims.items()},
    )
    content = ResultContent(number=1, published_at="2027-03-20T14:32:00+07:00", tables=tables, own=own)
    return replace(content, **changes)


PAPERS: dict[str, Callable[[], bytes]] = {
    "self_assessment": report,
    "campaign": lambda: campaign_page.render(CAMPAIGN, (SET,), CODE, DIGEST),
    "feedback": lambda: notice(feedback()),
    "result": lambda: result_page.render(SET, CAMPAIGN, AGENCIES[7], result(), DIGEST),
    "ranking": lambda: ranking_paper.render(CAMPAIGN, {"": SET}, ranked(), everyone(), is_final=False),
}


@functools.cache
def paper(name: str) -> bytes:
    return PAPERS[name]()


# --- how it is read back


def words(pdf: bytes, folder: Path, *options: str) -> str:
    """The text of the paper, cell by cell ("-raw") unless other options of pdftotext are given."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    chosen = options or ("-raw",)
    done = subprocess.run(["pdftotext", *chosen, str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout


def flat(text: str) -> str:
    return " ".join(text.split())


def lines(pdf: bytes, folder: Path) -> list[str]:
    return [flat(line) for line in words(pdf, folder, "-layout").splitlines()]


def points(value: Fraction | None, decimals: int = 2) -> str:
    return "–" if value is None else grouped(value, decimals)


def stays_inside(pdf: bytes, folder: Path) -> bool:
    """Whether every word lies between the margins of its page (the number and the foot stand in them)."""
    for page in words(pdf, folder, "-bbox").split("<page ")[1:]:
        width, height = (float(each) for each in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        for left, top, right, bottom in (map(float, found) for found in PAGE_WORD.findall(page)):
            if left < 70 or right > width - 40 or top < 20 or bottom > height - 20:
                return False
    return True


# --- what holds for all of them


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


@pytest.mark.parametrize("name", [name for name in PAPERS if name != "ranking"])
def test_the_digest_stands_on_every_page(name: str, tmp_path: Path) -> None:
    pages = words(paper(name), tmp_path).split("\f")[:-1]
    assert len(pages) > 2
    assert all(f"mã nội dung {DIGEST}" in page for page in pages)


def test_an_exercise_says_so_on_every_page(tmp_path: Path) -> None:
    exercise = replace(CAMPAIGN, is_sample=True)
    made = ranking_paper.render(exercise, {"": SET}, ranked(), everyone(), is_final=True)
    pages = words(made, tmp_path).split("\f")[:-1]
    assert all("tập huấn, dùng thử" in page for page in pages)
    assert "dùng thử" not in words(paper("ranking"), tmp_path)


# --- the self-assessment report


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


def longer(node: Node) -> Node:
    title = f"{node.title}, {'tính theo số liệu của toàn địa bàn, ' * 12}"
    return (
        replace(node, title=title, nodes=tuple(map(longer, node.nodes)))
        if isinstance(node, Group)
        else replace(node, title=title)
    )


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


# --- hostile words


def hostile_set() -> Framework:
    named = framework.Regulation(title=HOSTILE, number=HOSTILE, issuer=HOSTILE, kind=HOSTILE)
    terms = dict.fromkeys(SET.terms, HOSTILE)
    return replace(SET, title=HOSTILE, notice=HOSTILE, terms=terms, regulation=named)


def hostile_campaign() -> Campaign:
    contact = Contact(name=HOSTILE, title=HOSTILE, telephone=HOSTILE, email=HOSTILE)
    authority = Authority(code="A", name=HOSTILE, parent=HOSTILE, place=HOSTILE, contact=contact)
    agencies = tuple(replace(each, name=HOSTILE, contact=contact) for each in AGENCIES)
    return replace(CAMPAIGN, title=HOSTILE, authority=authority, agencies=agencies, guidance=HOSTILE)


def hostile_submission() -> SubmissionContent:
    content = submission(7)
    cited = Citation(number=HOSTILE, date=HOSTILE, issuer=HOSTILE, subject=HOSTILE, page=HOSTILE)
    return replace(
        content,
        responses={id_: replace(response, explanation=HOSTILE) for id_, response in content.responses.items()},
        files=tuple(replace(item, name=HOSTILE, citation=cited) for item in content.files),
        claims={id_: Claim(points="1/0", state=HOSTILE) for id_ in content.claims},
        focal=Person(id="p", name=HOSTILE),
        confirmation=Confirmation(name=HOSTILE, title=HOSTILE, at=HOSTILE),
        note=HOSTILE,
    )


def hostile_feedback() -> FeedbackContent:
    nodes = {id_: replace(node, opinion=HOSTILE, reason=HOSTILE) for id_, node in feedback().nodes.items()}
    return feedback(nodes=nodes, note=HOSTILE, deadline=HOSTILE)


def hostile_result() -> ResultContent:
    row = ResultRow(agency="HG08", name=HOSTILE, value=HOSTILE, rank=None, band=HOSTILE, reason=HOSTILE)
    table = ResultTable(code=HOSTILE, title=HOSTILE, measure=HOSTILE, rows=(row,), parent=HOSTILE)
    return result(tables=(table,), note=HOSTILE, published_at=HOSTILE)


def hostile_tables() -> tuple[ranking.Table, ...]:
    row = ranking.Row("HG08", Fraction(1, 3), 1, band=HOSTILE, settled_by=HOSTILE)
    return (ranking.Table("chung", HOSTILE, (row, ranking.Row(HOSTILE, None, None, reason=HOSTILE)), HOSTILE),)


HOSTILE_PAPERS: dict[str, Callable[[Framework, Campaign], bytes]] = {
    "self_assessment": lambda set_, campaign: self_assessment.render(
        set_, campaign, "HG08", hostile_submission(), number=1, round_=1, content_digest=DIGEST
    ),
    "campaign": lambda set_, campaign: campaign_page.render(campaign, (set_,), CODE, DIGEST),
    "feedback": lambda set_, campaign: feedback_page.render(
        set_, campaign, campaign.agencies[7], hostile_feedback(), hostile_submission(), DIGEST
    ),
    "result": lambda set_, campaign: result_page.render(set_, campaign, campaign.agencies[7], hostile_result(), DIGEST),
    "ranking": lambda set_, campaign: ranking_paper.render(campaign, {"": set_}, hostile_tables(), {}, is_final=True),
}


@pytest.mark.parametrize("name", HOSTILE_PAPERS)
def test_hostile_words_are_printed_as_words(name: str, tmp_path: Path) -> None:
    made = HOSTILE_PAPERS[name](hostile_set(), hostile_campaign())
    text = flat(words(made, tmp_path))
    assert text.count(SHOWN) > 3
    assert "\u202e" not in text
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        assert not any("/Annots" in page or page.get_images() for page in pdf.pages)


# --- the campaign's guidance


def test_the_guidance_names_code_days_sets_and_agencies(tmp_path: Path) -> None:
    text = flat(words(paper("campaign"), tmp_path))
    assert CODE in text
    assert "Kính gửi: Ủy ban nhân dân các xã, phường, đặc khu" in text
    assert "Hết ngày 15/01/2027 (trước ngày 16/01/2027) Tệp minh chứng được gửi tiếp trong 5 ngày" in text
    assert "Hết ngày 26/02/2027" in text
    assert "từ ngày 01/01/2026 đến ngày 31/12/2026" in text
    assert "Xác nhận hồ sơ: lãnh đạo và cơ quan ký số" in text
    assert "Thiếu tài liệu kiểm chứng: được bổ sung ở lần sau (Quy định chung, mục 5)" in text
    assert all(f"{agency.code} {agency.name}" in text for agency in AGENCIES)
    assert all(f"{place.node.code} {place.node.title}" in text for place in SET.index.places.values())
    assert all(ground.words in text for ground in SET.grounds)


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


# --- feedback


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


# --- results


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


# --- ranking


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
    assert text.count("Hội đồng quyết định thứ hạng: Điểm người dân hài lòng cao hơn") == 2


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
