"""Ranking tables: exact values, equal values share a rank, ties are listed and settled by people, never silently."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.domain.agency import Agency
from app.domain.framework import Framework, RankingTable
from app.domain.results import Score


@dataclass(frozen=True, slots=True)
class Row:
    """One agency in a table. `rank` is None when it is not ranked, and `reason` says why; `is_tied`: shares its rank.

    `settled_by`: the council's reason where a tie was settled.
    """

    agency: str
    value: Fraction | None
    rank: int | None
    is_tied: bool = False
    band: str = ""
    reason: str = ""
    settled_by: str = ""


@dataclass(frozen=True, kw_only=True)
class TieSettlement:
    """The council's order of agencies that reached the same value, with its reason."""

    table: str
    order: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """A ranking table for one population. `parent` is set where one list is made per superior agency."""

    code: str
    title: str
    rows: tuple[Row, ...]
    parent: str = ""

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """The groups of agencies that share a rank, unsettled."""
        by_rank: dict[int, list[str]] = {}
        for row in self.rows:
            if row.is_tied and row.rank is not None and not row.settled_by:
                by_rank.setdefault(row.rank, []).append(row.agency)
        return tuple(tuple(agencies) for agencies in by_rank.values())


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """An agency that may be ranked, with its score; `barred` is a code for why it is not (withdrawn, invalid …)."""

    agency: Agency
    score: Score | None
    barred: str = ""


def rank(
    framework: Framework, candidates: Iterable[Candidate], settlements: Iterable[TieSettlement] = ()
) -> tuple[Table, ...]:
    """Every ranking table the framework defines, in its order."""
    everyone, settled = list(candidates), list(settlements)
    tables: list[Table] = []
    for table in framework.ranking_tables:
        meant = [item for item in everyone if _is_meant(table, item.agency)]
        parents = sorted({item.agency.parent for item in meant}) if table.is_split_by_parent else [""]
        for parent in parents:
            own = [item for item in meant if not table.is_split_by_parent or item.agency.parent == parent]
            chosen = {frozenset(item.order): item for item in settled if _settles(item, table)}
            tables.append(Table(table.code, table.title, _rows(framework, table, own, chosen), parent))
    return tuple(tables)


def _settles(settlement: TieSettlement, table: RankingTable) -> bool:
    """Whether it orders each agency once and says why: never silently."""
    once = len(set(settlement.order)) == len(settlement.order)
    return settlement.table == table.code and once and bool(settlement.reason.strip())


def _is_meant(table: RankingTable, agency: Agency) -> bool:
    return not table.target_groups or agency.target_group in table.target_groups


def _rows(
    framework: Framework,
    table: RankingTable,
    candidates: list[Candidate],
    settlements: Mapping[frozenset[str], TieSettlement],
) -> tuple[Row, ...]:
    unranked = {group.code for group in framework.target_groups if not group.is_ranked}
    by_value: dict[Fraction, list[Candidate]] = {}
    rows: list[Row] = []
    left_out: list[Row] = []
    for item in candidates:
        value = item.score.figure(table.measure, table.pillar) if item.score is not None else None
        reason = item.barred or ("group_not_ranked" if item.agency.target_group in unranked else "")
        reason = reason or ("no_score" if item.score is None else "no_maximum" if value is None else "")
        if reason or value is None:
            left_out.append(Row(item.agency.code, value, None, band=_band(item.score), reason=reason))
        else:
            by_value.setdefault(value, []).append(item)
    for value in sorted(by_value, reverse=True):
        rows += _place(by_value[value], value, len(rows) + 1, settlements)
    return (*rows, *left_out)


def _place(
    equal: list[Candidate], value: Fraction, first: int, settlements: Mapping[frozenset[str], TieSettlement]
) -> list[Row]:
    """Rows of those with one value: a shared rank, or the council's order where it settled this very group."""
    codes = {item.agency.code: item for item in equal}
    settlement = settlements.get(frozenset(codes))
    if settlement is None:
        tied = len(equal) > 1
        return [Row(code, value, first, tied, _band(item.score)) for code, item in codes.items()]
    return [
        Row(code, value, first + at, False, _band(codes[code].score), settled_by=settlement.reason)
        for at, code in enumerate(settlement.order)
    ]


def _band(score: Score | None) -> str:
    return next(iter(score.bands.values()), "") if score is not None else ""
