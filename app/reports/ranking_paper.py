"""Ranking tables as annexes, one for each population, under a short head: what the decision that publishes them takes.

Equal values share a rank and are marked; who is not ranked stands below with the reason.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.domain import ranking
from app.domain.campaign import Campaign
from app.domain.framework import Figure, Framework, RankingTable, Role
from app.domain.numbers import grouped
from app.domain.results import Score
from app.reports import names, phrases
from app.reports.layout import Column, Paper, PaperMeta, Row, Table
from app.reports.phrases import NOTHING, Words
from app.wording import word

_SHARES = (Figure.PERCENT, Figure.PILLAR_PERCENT)
_MOST_DECIMALS = 30
PROVISIONAL = (
    "Tạm tính, chưa phải kết quả chính thức: điểm và thứ hạng còn có thể thay đổi đến khi thẩm định đủ hồ sơ và Hội "
    "đồng kết luận."
)


def render(
    campaign: Campaign,
    frameworks: Mapping[str, Framework],
    tables: tuple[ranking.Table, ...],
    scores: Mapping[str, Score],
    *,
    is_final: bool,
) -> bytes:
    """The ranking as PDF; `frameworks` by target group ("": all), `scores` by agency code."""
    authority = campaign.authority
    subject = phrases.of_period(names.shown(campaign.title), campaign)
    told = "chính thức" if is_final else "tạm tính"
    told += ", tập huấn, dùng thử" if campaign.is_sample else ""
    paper = Paper(
        PaperMeta(
            kind="Kết quả xếp hạng",
            issuer=names.letterhead(authority.name),
            parent=names.shown(authority.parent),
            place=authority.place or names.place(authority.name),
            made_at=phrases.NO_TIME,
            footer=f"Kết quả xếp hạng {told} · {subject}, bản {campaign.revision}",
            title=f"Kết quả xếp hạng - {subject}",
        )
    )
    paper.head()
    paper.title(subject)
    told_tables = [_Told(campaign, _framework_of(campaign, frameworks, table), table, scores) for table in tables]
    _overview(paper, told_tables, is_final)
    for number, told_table in enumerate(told_tables, 1):
        paper.annex(phrases.roman(number) if len(told_tables) > 1 else "", told_table.title, attached=False)
        if not is_final:
            paper.centred("Tạm tính")
        paper.table(told_table.rows())
    return paper.to_pdf()


def _framework_of(campaign: Campaign, frameworks: Mapping[str, Framework], table: ranking.Table) -> Framework:
    """The set a table belongs to: that of the agencies in it (two sets may both have a table "chung")."""
    for row in table.rows:
        agency = campaign.agency(row.agency)
        found = frameworks.get(agency.target_group if agency else "") or frameworks.get("")
        if found is not None:
            return found
    having = (item for item in frameworks.values() if any(table.code == each.code for each in item.ranking_tables))
    return next(having, next(iter(frameworks.values())))


def _overview(paper: Paper, tables: "list[_Told]", is_final: bool) -> None:
    if not is_final:
        paper.article("Lưu ý.", PROVISIONAL)
    paper.body("Kết quả gồm các bảng xếp hạng sau:" if len(tables) > 1 else "Kết quả gồm bảng xếp hạng sau:")
    columns = (
        Column(word("ranking_table"), 75),
        Column("Xếp theo", 38),
        Column("Số được xếp hạng", 22, "right"),
        Column("Số không xếp hạng", 22, "right"),
    )
    lines = []
    for told in tables:
        ranked = sum(row.rank is not None for row in told.table.rows)
        lines.append(Row((told.title, told.measure_name, str(ranked), str(len(told.table.rows) - ranked))))
    paper.table(Table(columns, lines, size=11))
    ties = [line for told in tables for line in told.ties()]
    if ties:
        paper.body(f"Các trường hợp đồng hạng, trình {tables[0].words.term('council')} xem xét:")
        paper.items(*(f"{tie};" for tie in ties))


@dataclass(frozen=True)
class _Told:
    """One ranking table as printed."""

    campaign: Campaign
    framework: Framework
    table: ranking.Table
    scores: Mapping[str, Score]

    @property
    def words(self) -> Words:
        return Words(self.framework)

    @property
    def title(self) -> str:
        parent = self.campaign.agency(self.table.parent)
        below = parent.name if parent else self.table.parent
        return f"{self.table.title}: {below}" if below else self.table.title

    @property
    def defined(self) -> RankingTable:
        known = (item for item in self.framework.ranking_tables if item.code == self.table.code)
        return next(known, RankingTable(code=self.table.code, title=self.table.title))

    @property
    def measure_name(self) -> str:
        measure = self.defined.measure
        if measure in (Figure.PILLAR_POINTS, Figure.PILLAR_PERCENT):
            return "Tỷ lệ đạt (%)" if measure is Figure.PILLAR_PERCENT else "Điểm"
        return word(f"figure.{measure.value}")

    def rows(self) -> Table:
        """The table: rank, name, what makes up the number, the number, grade, remarks."""
        extra = self._extra()
        wide = self.words.points_width(self.framework.totals.maximum.value)
        columns = (
            Column(word("rank"), 14, "centre"),
            Column("Cơ quan, địa phương", 46),
            *(Column(head, wide, "right") for head, _ in extra),
            Column(self.measure_name, max(wide, 20), "right"),
            *([Column("Xếp loại", 24)] if any(row.band for row in self.table.rows) else []),
            Column("Ghi chú", 34),
        )
        has_band = any(row.band for row in self.table.rows)
        notes = self._notes()
        lines = []
        for row in self.table.rows:
            score = self.scores.get(row.agency)
            cells = [read(score) if score else NOTHING for _, read in extra]
            band = [row.band or NOTHING] if has_band else []
            rank = NOTHING if row.rank is None else str(row.rank)
            lines.append(Row((rank, self._name(row.agency), *cells, self._value(row), *band, notes[row.agency])))
        return Table(columns, lines, size=11)

    def _extra(self) -> list[tuple[str, Callable[[Score], str]]]:
        """Columns that say what the number is made of: for the total its parts, for a percentage its points."""
        words, defined = self.words, self.defined
        if defined.measure is Figure.PILLAR_PERCENT:
            return [("Điểm", lambda score: words.points(score.figure(Figure.PILLAR_POINTS, defined.pillar)))]
        points: list[tuple[str, Callable[[Score], str]]] = [
            ("Điểm theo thang", lambda score: words.points(score.scale_points))
        ]
        if defined.measure is Figure.PERCENT:
            return points
        if defined.measure is not Figure.TOTAL:
            return []
        roles = {place.role for place in self.framework.index.places.values()}
        bonus = [(words.term("bonus"), lambda score: words.points(score.bonus))] if Role.BONUS in roles else []
        penalty = [(words.term("penalty"), lambda score: words.points(score.penalty))] if Role.PENALTY in roles else []
        share = [("Tỷ lệ đạt (%)", lambda score: words.percent(score.percent))]
        return [*(points if bonus or penalty else []), *bonus, *penalty, *share]

    def _value(self, row: ranking.Row) -> str:
        if self.defined.measure in _SHARES:
            return self.words.percent(row.value)
        return self.words.points(row.value)

    def _notes(self) -> dict[str, str]:
        """Remarks by agency: tied, settled, not ranked, and the digits where rounding hides a difference."""
        alike: dict[str, set[Fraction]] = {}
        for row in self.table.rows:
            if row.rank is not None and row.value is not None:
                alike.setdefault(self._value(row), set()).add(row.value)
        notes = {}
        for row in self.table.rows:
            told = [word("tie")] if row.is_tied else []
            if row.settled_by:
                told.append(f"{self.words.term('council')} quyết định thứ hạng: {row.settled_by}")
            if row.rank is None:
                told.append(f"Không xếp hạng: {phrases.lowered(phrases.why_not_ranked(row.reason))}")
            values = alike.get(self._value(row), set())
            if row.value is not None and len(values) > 1:
                told.append(f"Giá trị trước khi làm tròn: {_telling_apart(row.value, values)}")
            notes[row.agency] = "\n".join(told)
        return notes

    def ties(self) -> Iterator[str]:
        """The groups that share a rank, unsettled, in words."""
        ranks = {row.agency: row for row in self.table.rows}
        for tied in self.table.ties:
            row = ranks[tied[0]]
            who = ", ".join(self._name(code) for code in tied)
            yield f"{self.title}: hạng {row.rank} ({self._value(row)}): {who}"

    def _name(self, code: str) -> str:
        agency = self.campaign.agency(code)
        return agency.name if agency else code


def _telling_apart(value: Fraction, values: set[Fraction]) -> str:
    """`value` with as many decimals as it takes to tell all `values` apart."""
    for decimals in range(3, _MOST_DECIMALS):
        if len({grouped(each, decimals) for each in values}) == len(values):
            return grouped(value, decimals)
    return f"{value.numerator}/{value.denominator}"
