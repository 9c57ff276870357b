"""What reviewers tell one agency after a round: opinions and points by criterion, what may be answered, until when."""

import functools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.agency import Agency
from app.domain.appraisal import Opinion
from app.domain.campaign import Campaign
from app.domain.contents import FeedbackContent, FeedbackKind, NodeFeedback, SubmissionContent
from app.domain.framework import Framework, Placed
from app.reports import names, phrases, rows
from app.reports.layout import LANDSCAPE, Column, Paper, PaperMeta, Row, Table
from app.reports.phrases import Words, lowered
from app.reports.rows import Step
from app.wording import word


def render(
    framework: Framework,
    campaign: Campaign,
    agency: Agency,
    content: FeedbackContent,
    submission: SubmissionContent,
    content_digest: str,
    round_: int = 0,
) -> bytes:
    """The notice as PDF; `round_` is named in its title where it is given."""
    return _Notice(framework, campaign, agency, content, submission, round_).paper(content_digest).to_pdf()


@dataclass(frozen=True)
class _Notice:
    """One notice; the points of the submission are the agency's claims."""

    framework: Framework
    campaign: Campaign
    agency: Agency
    content: FeedbackContent
    submission: SubmissionContent
    round: int

    @property
    def words(self) -> Words:
        return Words(self.framework)

    @property
    def is_return(self) -> bool:
        return self.content.kind is FeedbackKind.RETURN

    @property
    def office(self) -> str:
        return names.office(self.agency.name)

    @functools.cached_property
    def claimed(self) -> Step:
        points = {id_: phrases.stored(claim.points) for id_, claim in self.submission.claims.items()}
        return Step(self.words.term("self_points"), points, self.submission.figures)

    @functools.cached_property
    def appraised(self) -> Step:
        points = {id_: phrases.stored(node.points) for id_, node in self.content.nodes.items()}
        return Step(self.words.term("appraised_points"), points, self.content.figures)

    def paper(self, content_digest: str) -> Paper:
        authority = self.campaign.authority
        which = f" lần {self.round}" if self.round else ""
        title = "Trả lại hồ sơ tự đánh giá để hoàn thiện" if self.is_return else f"Kết quả thẩm định{which}"
        title = phrases.of_period(f"{title} {names.shown(self.framework.title)}", self.campaign)
        title = f"{title} của {self.office}"
        paper = Paper(
            PaperMeta(
                kind="Thông báo",
                issuer=names.letterhead(authority.name),
                parent=names.shown(authority.parent),
                symbol=names.symbol("TB", authority.name),
                place=authority.place or names.place(authority.name),
                made_at=phrases.NO_TIME,
                footer=phrases.footer(self.campaign, content_digest, self._sort(which)),
                title=title,
            )
        )
        paper.head()
        paper.title(title)
        self._body(paper)
        paper.signature(names.unnamed_signer(authority.name), (phrases.capital(self.office), "Lưu: VT"))
        if self.content.nodes and not self.is_return:
            paper.annex("", "Ý kiến thẩm định từng nội dung", page=LANDSCAPE)
            paper.table(self._details())
        return paper

    def _body(self, paper: Paper) -> None:
        behind = phrases.regulation(self.framework)
        done = f"Thực hiện {behind}, " if behind else ""
        authority = names.office(self.campaign.authority.name)
        authority = authority if done else phrases.capital(authority)
        act = "trả lại hồ sơ tự đánh giá của" if self.is_return else "thông báo kết quả thẩm định hồ sơ tự đánh giá của"
        paper.body(f"{done}{authority} {act} {self.office}, cụ thể như sau:")
        numbered = iter(range(1, 9))
        if not self.is_return and (self.content.nodes or self.content.figures):
            paper.heading(f"{next(numbered)}. Kết quả thẩm định", 2)
            paper.body(*self._summary())
        if self.content.figures is not None:
            paper.table(rows.figures_table(self.words, self.claimed, self.appraised))
        asked = list(self._asked())
        if asked:
            wanted = "Nội dung cần hoàn thiện" if self.is_return else "Nội dung cần giải trình, bổ sung"
            paper.heading(f"{next(numbered)}. {wanted}", 2)
            paper.table(self._lacking_table(asked) if self.is_return else self._asked_table(asked))
        if self.content.note.strip():
            general = "Lý do trả lại" if self.is_return else "Ý kiến chung"
            paper.heading(f"{next(numbered)}. {general}", 2)
            paper.body(*filter(str.strip, self.content.note.splitlines()))
        paper.body(self._closing(bool(asked)))

    def _summary(self) -> Iterator[str]:
        counted = Counter(self._opinion(node) for node in self.content.nodes.values())
        told = ", ".join(f"{lowered(opinion)} {count}" for opinion, count in counted.items())
        criteria = [place for place in self._places() if place.criterion is not None]
        criterion = self.words.inside("criterion")
        seen = sum(place.id in self.content.nodes for place in criteria)
        yield f"Đã có ý kiến về {seen}/{len(criteria)} {criterion}{f': {told}' if told else ''}. Chi tiết tại Phụ lục."

    def _closing(self, is_asked: bool) -> str:
        until = f" chậm nhất hết ngày {phrases.day(self.content.deadline)}" if self.content.deadline else ""
        office = phrases.capital(self.office)
        if self.is_return:
            return f"Đề nghị {office} hoàn thiện, xác nhận và gửi lại toàn bộ hồ sơ{until}."
        if not is_asked:
            return f"Thông báo để {office} biết."
        evidence = self.words.inside("evidence")
        return f"Đề nghị {office} giải trình, bổ sung {evidence} các nội dung nêu trên và gửi lại{until}."

    def _asked(self) -> Iterator[tuple[Placed, NodeFeedback]]:
        for place in self._places():
            node = self.content.nodes.get(place.id)
            if node is not None and node.is_open:
                yield place, node

    def _asked_table(self, asked: list[tuple[Placed, NodeFeedback]]) -> Table:
        wide = self.words.points_width(self.framework.totals.maximum.value)
        columns = (
            Column("Mã", 16),
            Column(self.words.term("criterion"), 50),
            Column(self.claimed.head, wide, "right"),
            Column(self.appraised.head, wide, "right"),
            Column("Ý kiến, lý do", 62),
        )
        lines = [
            Row((place.node.code, place.node.title, *self._points(place), self._said(node))) for place, node in asked
        ]
        return Table(columns, lines, size=11)

    def _lacking_table(self, asked: list[tuple[Placed, NodeFeedback]]) -> Table:
        """Of a return: what each criterion lacks; nothing was appraised."""
        columns = (Column("Mã", 16), Column(self.words.term("criterion"), 70), Column("Nội dung còn thiếu", 84))
        return Table(columns, [Row((place.node.code, place.node.title, node.reason)) for place, node in asked], size=11)

    def _sort(self, which: str) -> str:
        return "trả lại để hoàn thiện" if self.is_return else f"ý kiến thẩm định{which}"

    def _said(self, node: NodeFeedback) -> str:
        return phrases.sentences(self._opinion(node), node.reason)

    def _details(self) -> Table:
        wide = self.words.points_width(self.framework.totals.maximum.value)
        columns = (
            Column("Mã", 16),
            Column(self.words.term("criterion"), 78),
            Column(word("maximum"), wide, "right"),
            Column(self.claimed.head, max(wide, 22), "right"),
            Column(self.appraised.head, max(wide, 22), "right"),
            Column(word("appraisal_verdict"), 32),
            Column(word("reason"), 64),
        )
        return Table(columns, [self._detail(place) for place in self._places()], is_numbered=True, size=11)

    def _detail(self, place: Placed) -> Row:
        node = self.content.nodes.get(place.id)
        maximum = self.words.points(self.framework.index.maximum(place.id, self.agency.target_group))
        said = (self._opinion(node), node.reason) if node else ("", "")
        if node is None and place.criterion is not None:
            said = (word("undecided"), "")
        shown = (place.node.code, place.node.title, maximum, *self._points(place), *said)
        return Row(shown, is_group=place.criterion is None)

    def _points(self, place: Placed) -> tuple[str, str]:
        told = place.id in self.content.nodes or place.criterion is not None
        appraised = self.words.points(self.appraised.points.get(place.id)) if told else ""
        return self.words.points(self.claimed.points.get(place.id)), appraised

    def _places(self) -> Iterator[Placed]:
        return rows.in_scope(self.framework, self.agency.target_group)

    @staticmethod
    def _opinion(node: NodeFeedback) -> str:
        return word(f"opinion.{node.opinion}") if node.opinion in set(Opinion) else node.opinion
