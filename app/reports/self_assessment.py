"""The commune's report "Báo cáo kết quả tự đánh giá", with its annexes: groups, criteria with every answer, evidence.

Printed points are the sealed claims; the receiver takes them out of the paper and compares.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain import results, text
from app.domain.agency import Agency
from app.domain.assessment import EMPTY, Answers, EvidenceLevel, Response
from app.domain.campaign import Campaign
from app.domain.contents import Confirmation, SubmissionContent
from app.domain.framework import Framework, Placed, Standing
from app.domain.results import Score
from app.domain.scoring import Cause, State
from app.reports import evidence_list, names, phrases, rows
from app.reports.evidence_list import EvidenceList
from app.reports.layout import LANDSCAPE, Column, Paper, PaperMeta, Printed, Row, Table
from app.reports.phrases import NOTHING, Words, lowered, sentences
from app.reports.rows import Step
from app.wording import word
from app.wording.rules import remarkable

_EVIDENCE_CAUSES = (Cause.MISSING_EVIDENCE, Cause.INCOMPLETE_EVIDENCE)
_SPECIAL_CAUSES = (Cause.NOT_APPLICABLE, Cause.ZERO_DENOMINATOR, Cause.NO_PREVIOUS)  # no points by the rule itself


def render(
    framework: Framework,
    campaign: Campaign,
    agency_code: str,
    content: SubmissionContent,
    *,
    number: int,
    round_: int,
    content_digest: str,
    signer: Confirmation | None = None,
) -> bytes:
    """The report of one frozen revision as PDF; without a digest it says that it is a preview.

    `signer` is who will sign it, if not the person who confirmed the figures.
    """
    made = lay_out(framework, campaign, agency_code, content, number, round_, content_digest, signer)
    return made.pdf


def lay_out(
    framework: Framework,
    campaign: Campaign,
    agency_code: str,
    content: SubmissionContent,
    number: int,
    round_: int,
    content_digest: str,
    signer: Confirmation | None = None,
) -> Printed:
    """The report with the places kept free on it; see `render`."""
    agency = campaign.agency(agency_code) or Agency(code=agency_code, name=agency_code)
    score = results.score(framework, Answers(responses=content.responses, profile=agency.profile))
    made = _Report(framework, campaign, agency, content, score, round_, signer)
    return made.paper(number, content_digest).lay_out()


@dataclass(frozen=True)
class _Report:
    """One report; `score` is reckoned anew for the reasons behind the points, which are the content's."""

    framework: Framework
    campaign: Campaign
    agency: Agency
    content: SubmissionContent
    score: Score
    round: int
    signer: Confirmation | None = None

    @property
    def words(self) -> Words:
        return Words(self.framework)

    @functools.cached_property
    def step(self) -> Step:
        points = {id_: phrases.stored(claim.points) for id_, claim in self.content.claims.items()}
        return Step(self.words.term("self_points"), points, self.content.figures, self.score)

    @property
    def office(self) -> str:
        return names.office(self.agency.name)

    def paper(self, number: int, content_digest: str) -> Paper:
        confirmed = self.content.confirmation or Confirmation(name="", title="", at="")
        title = "Kết quả tự đánh giá" if self.round == 1 else "Giải trình, bổ sung kết quả tự đánh giá"
        title = phrases.of_period(f"{title} {names.shown(self.framework.title)}", self.campaign)
        told = (f"bản chốt số {number}", f"lần {self.round}")
        paper = Paper(
            PaperMeta(
                kind="Báo cáo",
                issuer=names.letterhead(self.agency.name),
                symbol=names.symbol("BC", self.agency.name),
                place=names.place(self.agency.name),
                made_at=phrases.moment(confirmed.at),
                footer=phrases.footer(self.campaign, content_digest, *told),
                title=f"{title} - {self.agency.name}",
                has_fields=True,
            )
        )
        paper.head()
        paper.title(f"{title} (lần {self.round})" if self.round > 1 else title)
        paper.addressees(phrases.capital(names.office(self.campaign.authority.name)))
        self._body(paper)
        signer = self.signer or confirmed
        paper.signature(names.signer(self.agency.name, signer.name, signer.title), self._receivers())
        self._annexes(paper)
        return paper

    # The text ------------------------------------------------------------------------------------------------------

    def _body(self, paper: Paper) -> None:
        behind = phrases.regulation(self.framework) or f"đợt đánh giá “{names.shown(self.campaign.title)}”"
        paper.body(
            f"Thực hiện {behind}, {self.office} báo cáo kết quả tự đánh giá theo {lowered(self.framework.title)}, "
            "cụ thể như sau:"
        )
        paper.heading("I. Tổ chức tự đánh giá")
        paper.body(*self._organisation())
        paper.heading("II. Kết quả tự đánh giá")
        self._results(paper)
        paper.heading("III. Giải trình")
        self._explanations(paper)
        if self.content.note.strip():
            paper.heading("IV. Nội dung báo cáo thêm")
            paper.body(*filter(str.strip, self.content.note.splitlines()))
        authority = names.office(self.campaign.authority.name)
        paper.body(f"{phrases.capital(self.office)} báo cáo và đề nghị {authority} xem xét, thẩm định.")

    def _organisation(self) -> Iterator[str]:
        period = self.campaign.period
        data = phrases.span(self.agency.data_from or period.data_from, self.agency.data_to or period.data_to)
        yield sentences(
            f"Bộ chỉ số áp dụng: {self.framework.title}, bản {self.framework.version}",
            f"Kỳ số liệu: {data}" if data else "",
        )
        if self.framework.notice and self.framework.standing is not Standing.COMPLETE:
            yield self.framework.notice
        criteria = list(self._criteria())
        answered = sum(self.score.nodes[place.id].state is not State.EMPTY for place in criteria)
        evidence, files, cited = self.words.inside("evidence"), len(self.content.files), len(self.content.citations)
        yield sentences(
            f"Đã tự đánh giá {answered}/{len(criteria)} {self.words.inside('criterion')}",
            f"Kèm theo {files} tệp {evidence}" if files else f"Không kèm tệp {evidence}",
            f"Trích dẫn {cited} văn bản không kèm tệp" if cited else "",
        )
        yield from self._people()

    def _people(self) -> Iterator[str]:
        focal, contact, confirmed = self.content.focal, self.content.contact, self.content.confirmation
        known = (focal.name, focal.title, focal.office) if focal.name else (contact.name, contact.title)
        reached = (f"điện thoại {contact.telephone}" if contact.telephone else "", contact.email)
        person = ", ".join(part for part in (*known, *reached) if part)
        yield from [sentences(f"Đầu mối: {person}")] if person else []
        if confirmed is not None:
            at = phrases.moment(confirmed.at)
            when = f" lúc {text.moment_text(at)}" if at != phrases.NO_TIME else ""
            who = ", ".join(part for part in (confirmed.name, confirmed.title) if part)
            yield sentences(f"Lãnh đạo xác nhận số liệu: {who}{when}")

    def _results(self, paper: Paper) -> None:
        figures, words = self.content.figures, self.words
        total, percent = phrases.stored(figures.total), phrases.stored(figures.percent)
        grade = ", ".join(figures.bands.values())
        paper.heading("1. Kết quả chung", 2)
        share = "" if percent is None else f"; tỷ lệ đạt {words.percent(percent)}% thang điểm"
        paper.body(
            f"Tổng điểm tự đánh giá: {words.points(total)} điểm{share}{f'; xếp loại: {grade}' if grade else ''}."
            f"{' Kết quả là tạm tính.' if figures.is_provisional else ''}"
        )
        paper.table(rows.figures_table(words, self.step))
        pillars = rows.pillars_table(words, self.agency.target_group, self.step)
        at = 2
        if pillars is not None:
            paper.heading("2. Kết quả theo trụ cột", 2)
            paper.table(pillars)
            at = 3
        paper.heading(f"{at}. Kết quả theo {words.inside('group')} và theo {words.inside('criterion')}", 2)
        paper.body(
            f"Kết quả theo {words.inside('group')} tại Phụ lục I; số liệu, điểm, giải trình theo từng "
            f"{words.inside('criterion')} tại Phụ lục II."
        )
        self._provisional(paper, at + 1)

    def _provisional(self, paper: Paper, at: int) -> None:
        waiting = [place for place in self._topmost() if self.score.nodes[place.id].state is State.PROVISIONAL]
        if not waiting:
            return
        paper.heading(f"{at}. {phrases.capital(self.words.inside('criterion'))} có điểm tạm tính", 2)
        columns = (*self._named_columns(), Column("Điểm", 20, "right"), Column("Lý do tạm tính", 67))
        lines = (
            Row((*self._named(place), self.words.points(self.step.points.get(place.id)), self._why(place)))
            for place in waiting
        )
        paper.table(Table(columns, list(lines), size=11))

    def _why(self, place: Placed) -> str:
        node = self.score.nodes[place.id]
        reasons = [self.words.applied(told) for told in node.applied]
        if "incomplete" in node.remarks:
            reasons.append("Còn phần chưa nhập, điểm chỉ gồm các phần đã có")
        if node.measured is not None:
            reasons.append("Điểm tính theo giá trị cao nhất của các cơ quan, địa phương cùng nhóm")
        return sentences(*reasons) or "Cơ quan thẩm định xem xét."

    def _explanations(self, paper: Paper) -> None:
        evidence, criterion = self.words.inside("evidence"), self.words.term("criterion")
        tables = (
            (f"{criterion} chưa có hoặc chưa đủ {evidence}", "Tình trạng, giải trình", list(self._unproven())),
            ("Nội dung không áp dụng hoặc tính theo quy định riêng", "Lý do, căn cứ, cách tính", list(self._special())),
            (f"{criterion} chưa có số liệu", "Giải trình", list(self._empty())),
        )
        told = [item for item in tables if item[2]]
        for at, (heading, head, lines) in enumerate(told, 1):
            paper.heading(f"{at}. {heading}", 2)
            paper.table(Table((*self._named_columns(), Column(head, 87)), lines, size=11))
        if not told:
            paper.body(f"Các {criterion.lower()} đều có số liệu và đủ {evidence}.")

    def _unproven(self) -> Iterator[Row]:
        """Criteria that claim points without all the evidence asked for, with what the agency says of it."""
        for place in self._topmost():
            response = self._response(place)
            if self._lacks_evidence(place, response):
                told = self._applied(place, *_EVIDENCE_CAUSES) or [word(f"evidence_level.{response.evidence.value}")]
                yield Row((*self._named(place), sentences(*told, response.explanation or "Chưa có giải trình")))

    def _lacks_evidence(self, place: Placed, response: Response) -> bool:
        """Whether points are claimed that the evidence does not carry; a penalty and a zero need none."""
        criterion = place.criterion
        if criterion is None or not criterion.evidence_required or place.maximum < 0 or response.is_empty:
            return False
        if response.evidence is EvidenceLevel.SUFFICIENT or self._applied(place, Cause.NOT_APPLICABLE):
            return False
        return self.step.points.get(place.id) != 0 or bool(self._applied(place, *_EVIDENCE_CAUSES))

    def _special(self) -> Iterator[Row]:
        for place in self._topmost():
            told = self._applied(place, *_SPECIAL_CAUSES)
            if told:
                yield Row((*self._named(place), sentences(*told, self._response(place).explanation)))

    def _empty(self) -> Iterator[Row]:
        for place in self._topmost():
            if place.criterion is not None and self.score.nodes[place.id].state is State.EMPTY:
                yield Row((*self._named(place), self._response(place).explanation or NOTHING))

    # Annexes -------------------------------------------------------------------------------------------------------

    def _annexes(self, paper: Paper) -> None:
        listed = evidence_list.listed(self.framework, self.content)
        paper.annex("I", f"Bảng tổng hợp kết quả tự đánh giá theo {self.words.inside('group')}")
        paper.table(rows.groups_table(self.words, self.agency.target_group, self.step))
        paper.annex("II", "Bảng điểm tự đánh giá chi tiết", page=LANDSCAPE)
        paper.table(self._details(listed))
        if listed.items:
            paper.annex("III", f"Danh mục {self.words.inside('evidence')}", page=LANDSCAPE)
            paper.table(evidence_list.table(self.framework, listed))

    def _details(self, listed: EvidenceList) -> Table:
        words = self.words
        wide = words.points_width(self.framework.totals.maximum.value)
        columns = (
            Column("Mã", 16),
            Column(words.term("criterion"), 58),
            Column(word("maximum"), wide, "right"),
            Column(word("input"), 62),
            Column(words.term("self_points"), max(wide, 20), "right"),
            Column(word("explanation"), 46),
            Column(words.term("evidence"), 32),
        )
        lines = [self._detail(place, listed) for place in rows.in_scope(self.framework, self.agency.target_group)]
        lines += rows.totals(words, (self.step,), lambda head, cells: ("", head, "", "", *cells, "", ""))
        return Table(columns, lines, is_numbered=True, size=11)

    def _detail(self, place: Placed, listed: EvidenceList) -> Row:
        words, response = self.words, self._response(place)
        maximum = self.framework.index.maximum(place.id, self.agency.target_group)
        given = words.answers(place.criterion, response) if place.criterion else ""
        told = [f"{line}." for line in self._applied(place, *_SPECIAL_CAUSES)]
        if place.criterion is not None and not given and not told:
            given = word("state.empty")
        if place.criterion is not None and given:
            told += remarkable(self.framework, place.criterion, response, self.score.nodes[place.id])
        cells = (given, words.points(self.step.points.get(place.id)), "\n".join([*told, response.explanation]).strip())
        node = place.node
        shown = (node.code, node.title, words.points(maximum), *cells, self._proof(place, response, listed))
        return Row(shown, is_group=place.criterion is None)

    def _proof(self, place: Placed, response: Response, listed: EvidenceList) -> str:
        """Which of the listed papers prove it, and how far."""
        lacking = word(f"evidence_level.{response.evidence.value}") if self._lacks_evidence(place, response) else ""
        return "\n".join(line for line in (listed.cited(place.id), lacking) if line)

    # How it is done ------------------------------------------------------------------------------------------------

    def _response(self, place: Placed) -> Response:
        return self.content.responses.get(place.id, EMPTY)

    def _topmost(self) -> Iterator[Placed]:
        """The nodes in scope without what is settled together with a node above it."""
        for place in rows.in_scope(self.framework, self.agency.target_group):
            node = self.score.nodes.get(place.id)
            if node is not None and "covered" not in node.remarks and (place.criterion or node.applied):
                yield place

    def _criteria(self) -> Iterator[Placed]:
        for place in rows.in_scope(self.framework, self.agency.target_group):
            if place.criterion is not None and place.id in self.score.nodes:
                yield place

    def _applied(self, place: Placed, *causes: Cause) -> list[str]:
        """What was applied at a node for one of `causes`, in words."""
        node = self.score.nodes.get(place.id)
        told = [each for each in (node.applied if node else ()) if each.cause in causes]
        if node is not None and told and "covered" in node.remarks:
            return ["Tính cùng với mục cấp trên"]
        return [self.words.applied(each) for each in told]

    def _named_columns(self) -> tuple[Column, Column]:
        return Column("Mã", 16), Column(self.words.term("criterion"), 62)

    @staticmethod
    def _named(place: Placed) -> tuple[str, str]:
        return place.node.code, place.node.title

    def _receivers(self) -> tuple[str, ...]:
        kind = names.kind_of_unit(self.agency.name)
        leaders = (f"Chủ tịch, các PCT UBND {kind}",) if kind else ()
        return ("Như trên", *leaders, "Lưu: VT")
