"""A published result for one agency: its place in every table, its numbers, what was changed and why."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain import text
from app.domain.agency import Agency
from app.domain.appraisal import Settled
from app.domain.assessment import EMPTY, Response
from app.domain.campaign import Campaign
from app.domain.contents import AgencyResult, ResultContent, ResultRow, ResultTable
from app.domain.framework import Figure, Framework, Placed
from app.domain.results import Score
from app.domain.scoring import Cause
from app.reports import names, phrases, rows
from app.reports.layout import LANDSCAPE, Column, Paper, PaperMeta, Row, Table
from app.reports.phrases import NOTHING, Words, sentences
from app.reports.rows import Step
from app.wording import word
from app.wording.rules import explain, explain_total, remarkable

_SHARES = (Figure.PERCENT, Figure.PILLAR_PERCENT)
_DRAFT = "draft"


def render(
    framework: Framework,
    campaign: Campaign,
    agency: Agency,
    content: ResultContent,
    content_digest: str,
    standing: str = "",
    reckoning: "Reckoning | None" = None,
) -> bytes:
    """The notice as PDF; `standing` "draft" says so above everything else.

    With a `reckoning` each criterion says what its points are not plainly by its figures, an annex all of it.
    """
    return _Result(framework, campaign, agency, content, standing, reckoning).paper(content_digest).to_pdf()


@dataclass(frozen=True, kw_only=True)
class Reckoning:
    """What the published points were reckoned from; `has_annex`: every point is explained in an annex of its own."""

    score: Score
    responses: Mapping[str, Response]
    settled: Mapping[str, Settled]
    has_annex: bool = False


@dataclass(frozen=True)
class _Result:
    """One agency's result."""

    framework: Framework
    campaign: Campaign
    agency: Agency
    content: ResultContent
    standing: str
    reckoning: Reckoning | None = None

    @property
    def words(self) -> Words:
        return Words(self.framework)

    @property
    def office(self) -> str:
        return names.office(self.agency.name)

    def paper(self, content_digest: str) -> Paper:
        authority = self.campaign.authority
        title = phrases.of_period(f"Kết quả đánh giá theo {names.shown(self.framework.title)}", self.campaign)
        title = f"{title} của {self.office}"
        paper = Paper(
            PaperMeta(
                kind="Thông báo",
                issuer=names.letterhead(authority.name),
                parent=names.shown(authority.parent),
                symbol=names.symbol("TB", authority.name),
                place=authority.place or names.place(authority.name),
                made_at=phrases.moment(self.content.published_at),
                footer=phrases.footer(self.campaign, content_digest, f"kết quả số {self.content.number}"),
                title=title,
            )
        )
        paper.head()
        paper.title(title)
        self._body(paper)
        paper.signature(names.unnamed_signer(authority.name), (phrases.capital(self.office), "Lưu: VT"))
        if self.content.own is not None:
            has_more = self.reckoning is not None and self.reckoning.has_annex
            paper.annex("I" if has_more else "", "Điểm từng nội dung", page=LANDSCAPE)
            paper.table(self._details(self.content.own))
            if self.reckoning is not None and has_more:
                paper.annex("II", "Diễn giải điểm", page=LANDSCAPE)
                paper.table(self._explained(self.reckoning))
        return paper

    @functools.cached_property
    def steps(self) -> tuple[Step, Step]:
        """What was claimed and what counts."""
        own, words = self.content.own, self.words
        assert own is not None
        claimed = {id_: phrases.stored(points) for id_, points in own.self_points.items()}
        final = {id_: phrases.stored(points) for id_, points in own.points.items()}
        return Step(words.term("self_points"), claimed), Step(words.term("final_points"), final, own.figures)

    def _body(self, paper: Paper) -> None:
        authority = phrases.capital(names.office(self.campaign.authority.name))
        paper.body(f"{authority} thông báo kết quả đánh giá của {self.office}, cụ thể như sau:")
        paper.body(*self._standing())
        numbered = iter(range(1, 9))
        own = self.content.own
        if own is not None:
            paper.heading(f"{next(numbered)}. Kết quả chung", 2)
            paper.table(rows.figures_table(self.words, self.steps[1]))
        places = list(self._places_in_tables())
        if places:
            paper.heading(f"{next(numbered)}. Thứ hạng", 2)
            paper.table(self._ranks(places))
        if own is not None:
            self._own(paper, own, numbered)
        if self.content.note.strip():
            paper.heading(f"{next(numbered)}. Ghi chú", 2)
            paper.body(*filter(str.strip, self.content.note.splitlines()))
        paper.body(f"Thông báo để {phrases.capital(self.office)} biết.")

    def _standing(self) -> Iterator[str]:
        at = phrases.moment(self.content.published_at)
        when = "" if at == phrases.NO_TIME else f", lập lúc {text.moment_text(at)}"
        drafted = "; đây là dự thảo để lấy ý kiến, chưa phải kết quả công bố" if self.standing == _DRAFT else ""
        waits = self.content.own is not None and self.content.own.figures.is_provisional
        yield sentences(
            f"Kết quả số {self.content.number}{when}{drafted}",
            "Điểm là tạm tính, có thể thay đổi khi thẩm định đủ các cơ quan, địa phương" if waits else "",
        )

    def _own(self, paper: Paper, own: AgencyResult, numbered: Iterator[int]) -> None:
        claimed, final = self.steps
        pillars = rows.pillars_table(self.words, self.agency.target_group, final)
        if pillars is not None:
            paper.heading(f"{next(numbered)}. Kết quả theo trụ cột", 2)
            paper.table(pillars)
        paper.heading(f"{next(numbered)}. Kết quả theo {self.words.inside('group')}", 2)
        paper.table(rows.groups_table(self.words, self.agency.target_group, claimed, final))
        changed = [place for place in self._places() if self._is_changed(place, own)]
        criterion = self.words.inside("criterion")
        paper.heading(f"{next(numbered)}. {phrases.capital(criterion)} thay đổi so với tự đánh giá", 2)
        if changed:
            paper.table(self._changes(changed, own))
        else:
            paper.body(f"Không có {criterion} nào thay đổi so với điểm tự đánh giá.")

    # Tables --------------------------------------------------------------------------------------------------------

    def _places_in_tables(self) -> Iterator[tuple[ResultTable, ResultRow]]:
        for table in self.content.tables:
            for row in table.rows:
                if row.agency == self.agency.code:
                    yield table, row

    def _ranks(self, places: list[tuple[ResultTable, ResultRow]]) -> Table:
        columns = (
            Column(word("ranking_table"), 62),
            Column("Giá trị xếp hạng", 30, "right"),
            Column(word("rank"), 26, "centre"),
            Column(word("grade_band"), 24),
            Column("Ghi chú", 28),
        )
        return Table(columns, [self._rank(table, row) for table, row in places], size=11)

    def _rank(self, table: ResultTable, row: ResultRow) -> Row:
        value = phrases.stored(row.value)
        is_share = table.measure in set(_SHARES)
        shown = f"{self.words.percent(value)}%" if is_share and value is not None else self.words.points(value)
        count = sum(other.rank is not None for other in table.rows)
        note = word("tie") if row.is_tied else ""
        if row.rank is None:
            note = phrases.why_not_ranked(row.reason)
        rank = word("not_ranked") if row.rank is None else f"{row.rank}/{count}"
        return Row((table.title, shown, rank, row.band or NOTHING, note))

    def _is_changed(self, place: Placed, own: AgencyResult) -> bool:
        if place.criterion is None and place.id not in own.reasons:
            return False
        return own.points.get(place.id) != own.self_points.get(place.id)

    def _changes(self, changed: list[Placed], own: AgencyResult) -> Table:
        wide = self.words.points_width(self.framework.totals.maximum.value)
        claimed, final = self.steps
        columns = (
            Column("Mã", 16),
            Column(self.words.term("criterion"), 52),
            Column(word("maximum"), wide, "right"),
            Column(claimed.head, max(wide, 20), "right"),
            Column(final.head, max(wide, 20), "right"),
            Column(word("reason"), 44),
        )
        return Table(columns, [Row(self._line(place, own)) for place in changed], size=11)

    def _details(self, own: AgencyResult) -> Table:
        wide = self.words.points_width(self.framework.totals.maximum.value)
        claimed, final = self.steps
        columns = (
            Column("Mã", 16),
            Column(self.words.term("criterion"), 110),
            Column(word("maximum"), max(wide, 22), "right"),
            Column(claimed.head, max(wide, 24), "right"),
            Column(final.head, max(wide, 24), "right"),
            Column(word("reason"), 56),
        )
        lines = [Row(self._line(place, own), is_group=place.criterion is None) for place in self._places()]
        lines += rows.totals(self.words, self.steps, lambda head, cells: ("", head, "", *cells, ""))
        return Table(columns, lines, is_numbered=True, size=11)

    def _line(self, place: Placed, own: AgencyResult) -> tuple[str, ...]:
        words = self.words
        points = [words.points(step.points.get(place.id)) for step in self.steps]
        maximum = words.points(self.framework.index.maximum(place.id, self.agency.target_group))
        told = "\n".join(filter(None, (*self._why(place), own.reasons.get(place.id, ""))))
        return (place.node.code, place.node.title, maximum, *points, told)

    def _why(self, place: Placed) -> Iterator[str]:
        """What was applied at a node, and what of its points is not plainly the figures."""
        known = self.reckoning
        node = None if known is None else known.score.nodes.get(place.id)
        if known is None or node is None or "covered" in node.remarks:
            return
        applied = [told for told in node.applied if told.cause is not Cause.DECIDED]
        yield from (sentences(self.words.applied(told)) for told in applied)
        if place.criterion is not None:
            response = known.responses.get(place.id, EMPTY)
            yield from remarkable(self.framework, place.criterion, response, node)

    def _explained(self, known: Reckoning) -> Table:
        """How every point came about, and the total."""
        columns = (Column("Mã", 16), Column(self.words.term("criterion"), 70), Column("Diễn giải", 160))
        lines = []
        for place in self._places():
            node = known.score.nodes.get(place.id)
            if place.criterion is None or node is None:
                continue
            told = explain(
                self.framework, place.criterion, known.responses.get(place.id, EMPTY), node,
                settled=known.settled.get(place.id),
            )  # fmt: skip
            lines.append(Row((place.node.code, place.node.title, "\n".join(told))))
        total = "\n".join(explain_total(self.framework, known.score))
        lines.append(Row(("", word("figure.total"), total)))
        return Table(columns, lines, size=11)

    def _places(self) -> Iterator[Placed]:
        return rows.in_scope(self.framework, self.agency.target_group)
