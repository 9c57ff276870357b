"""Ranking tables: exact values, equal values share a rank, ties are listed and settled by people, never silently."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

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
    return rank_sets({"": (framework, tuple(candidates))}, settlements)[""]


def rank_sets(
    sets: Mapping[str, tuple[Framework, Sequence[Candidate]]], settlements: Iterable[TieSettlement] = ()
) -> dict[str, tuple[Table, ...]]:
    """The tables of several frameworks, each in its order, by the same names.

    A common table stands once, with the first framework that has it, and lists the agencies of all that have it.
    """
    settled = list(settlements)
    told: set[str] = set()
    ranked: dict[str, tuple[Table, ...]] = {}
    for name, (framework, _) in sets.items():
        tables: list[Table] = []
        for table in framework.ranking_tables:
            if table.is_common and table.code in told:
                continue
            told |= {table.code} if table.is_common else set()
            listed = _listed(sets.values() if table.is_common else [sets[name]], table)
            chosen = {frozenset(item.order): item for item in settled if _settles(item, table)}
            parents = sorted({item.agency.parent for item in listed}) if table.is_split_by_parent else [""]
            for parent in parents:
                own = [item for item in listed if not table.is_split_by_parent or item.agency.parent == parent]
                tables.append(Table(table.code, table.title, _rows(own, chosen), parent))
        ranked[name] = tuple(tables)
    return ranked


class _Listed(NamedTuple):
    """An agency with the number it is ranked by and, where it is not ranked, why."""

    agency: Agency
    value: Fraction | None
    reason: str
    band: str


def _listed(sets: Iterable[tuple[Framework, Sequence[Candidate]]], wanted: RankingTable) -> list[_Listed]:
    """Everybody in a table: each by what the own framework says of the table with this code."""
    listed = []
    for framework, candidates in sets:
        unranked = {group.code for group in framework.target_groups if not group.is_ranked}
        for table in framework.ranking_tables:
            if table is wanted or (wanted.is_common and table.is_common and table.code == wanted.code):
                listed += [_entry(table, item, unranked) for item in candidates if _is_meant(table, item.agency)]
    return listed


def _entry(table: RankingTable, item: Candidate, unranked: Collection[str]) -> _Listed:
    value = item.score.figure(table.measure, table.pillar) if item.score is not None else None
    reason = item.barred or ("group_not_ranked" if item.agency.target_group in unranked else "")
    reason = reason or ("no_score" if item.score is None else "no_maximum" if value is None else "")
    return _Listed(item.agency, value, reason, _band(item.score))


def _settles(settlement: TieSettlement, table: RankingTable) -> bool:
    """Whether it orders each agency once and says why: never silently."""
    once = len(set(settlement.order)) == len(settlement.order)
    return settlement.table == table.code and once and bool(settlement.reason.strip())


def _is_meant(table: RankingTable, agency: Agency) -> bool:
    return not table.target_groups or agency.target_group in table.target_groups


def _rows(listed: Iterable[_Listed], settlements: Mapping[frozenset[str], TieSettlement]) -> tuple[Row, ...]:
    by_value: dict[Fraction, list[_Listed]] = {}
    rows: list[Row] = []
    left_out: list[Row] = []
    for item in listed:
        if item.reason or item.value is None:
            left_out.append(Row(item.agency.code, item.value, None, band=item.band, reason=item.reason))
        else:
            by_value.setdefault(item.value, []).append(item)
    for value in sorted(by_value, reverse=True):
        rows += _place(by_value[value], value, len(rows) + 1, settlements)
    return (*rows, *left_out)


def _place(
    equal: list[_Listed], value: Fraction, first: int, settlements: Mapping[frozenset[str], TieSettlement]
) -> list[Row]:
    """Rows of those with one value: a shared rank, or the council's order where it settled this very group."""
    bands = {item.agency.code: item.band for item in equal}
    settlement = settlements.get(frozenset(bands))
    if settlement is None:
        tied = len(equal) > 1
        return [Row(code, value, first, tied, band) for code, band in bands.items()]
    return [
        Row(code, value, first + at, False, bands[code], settled_by=settlement.reason)
        for at, code in enumerate(settlement.order)
    ]


def _band(score: Score | None) -> str:
    return next(iter(score.bands.values()), "") if score is not None else ""
