"""What the tests of papers stand on."""

import functools
import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from app import resources
from app.domain import codec, contents, deadline, framework, ranking, results
from app.domain.agency import Agency, Authority, Contact, Person
from app.domain.assessment import Answers, Citation, EvidenceLevel, read_answers
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
    ReceiptContent,
    ReceivedItem,
    ResultContent,
    ResultRow,
    ResultTable,
    SubmissionContent,
)
from app.domain.framework import Framework, Group, Node
from app.domain.numbers import grouped, to_stored
from app.domain.ranking import Candidate
from app.reports import (
    campaign_page,
    feedback_page,
    guidance_letter,
    ranking_paper,
    receipt_page,
    result_page,
    self_assessment,
)

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


def receipt(**changes: Any) -> ReceiptContent:
    item = ReceivedItem(
        content_digest=DIGEST, round=1, revision=2, received_at="2026-11-14T16:05:00+07:00", place="current",
        integrity="VALID", seal="UNKNOWN", source="Sổ công văn đến số 512", volumes=3, volumes_received=2,
        volume_numbers=(1, 3),
    )  # fmt: skip
    older = replace(item, content_digest=DIGEST[::-1], revision=1, place="history", reason="Xã gửi nhầm")
    return replace(ReceiptContent(items=(item, older)), **changes)


def receipted(campaign: Campaign, content: ReceiptContent) -> bytes:
    made_at = datetime.fromisoformat("2026-11-15T08:00:00+07:00")
    return receipt_page.render(campaign, campaign.agencies[7], content, made_at, CODE, DIGEST)


PAPERS: dict[str, Callable[[], bytes]] = {
    "self_assessment": report,
    "campaign": lambda: campaign_page.render(CAMPAIGN, (SET,), CODE, DIGEST),
    "guidance": lambda: guidance_letter.render(CAMPAIGN, (SET,), CODE),
    "feedback": lambda: notice(feedback()),
    "receipt": lambda: receipted(CAMPAIGN, receipt()),
    "result": lambda: result_page.render(SET, CAMPAIGN, AGENCIES[7], result(), DIGEST),
    "ranking": lambda: ranking_paper.render(CAMPAIGN, {"": SET}, ranked(), everyone(), is_final=False),
}


@functools.cache
def paper(name: str) -> bytes:
    return PAPERS[name]()


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


def longer(node: Node) -> Node:
    title = f"{node.title}, {'tính theo số liệu của toàn địa bàn, ' * 12}"
    return (
        replace(node, title=title, nodes=tuple(map(longer, node.nodes)))
        if isinstance(node, Group)
        else replace(node, title=title)
    )


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


def hostile_receipt() -> ReceiptContent:
    items = tuple(replace(item, place=HOSTILE, source=HOSTILE, reason=HOSTILE) for item in receipt().items)
    return ReceiptContent(items=items, note=HOSTILE)


def hostile_tables() -> tuple[ranking.Table, ...]:
    row = ranking.Row("HG08", Fraction(1, 3), 1, band=HOSTILE, settled_by=HOSTILE)
    return (ranking.Table("chung", HOSTILE, (row, ranking.Row(HOSTILE, None, None, reason=HOSTILE)), HOSTILE),)


HOSTILE_PAPERS: dict[str, Callable[[Framework, Campaign], bytes]] = {
    "self_assessment": lambda set_, campaign: self_assessment.render(
        set_, campaign, "HG08", hostile_submission(), number=1, round_=1, content_digest=DIGEST
    ),
    "campaign": lambda set_, campaign: campaign_page.render(campaign, (set_,), CODE, DIGEST),
    "guidance": lambda set_, campaign: guidance_letter.render(campaign, (set_,), CODE),
    "feedback": lambda set_, campaign: feedback_page.render(
        set_, campaign, campaign.agencies[7], hostile_feedback(), hostile_submission(), DIGEST
    ),
    "receipt": lambda _, campaign: receipted(campaign, hostile_receipt()),
    "result": lambda set_, campaign: result_page.render(set_, campaign, campaign.agencies[7], hostile_result(), DIGEST),
    "ranking": lambda set_, campaign: ranking_paper.render(campaign, {"": set_}, hostile_tables(), {}, is_final=True),
}
