"""What stands between the review and a publication: the council's agenda, values near a band, the last check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from app.domain.agency import Agency
from app.domain.appraisal import UNDECIDED, Appraisal, Standing
from app.domain.framework import Figure, Framework, GradeBand, GradeBands, Placed
from app.domain.numbers import from_stored
from app.domain.ranking import Table, TieSettlement
from app.domain.scoring import Cause, NodeScore
from app.operations.authority import collecting, publishing
from app.operations.authority.appraising import Dossier
from app.operations.authority.collecting import BoardState
from app.operations.authority.publishing import Ranked
from app.operations.workspace import Workspace
from app.storage import people, submissions

NEAR = Fraction(1, 100)  # of the number's own range: a hair from the next band


class Matter(StrEnum):
    """Why something lies before the council."""

    DISAGREEMENT = "disagreement"
    WAITING = "waiting"
    TIE = "tie"
    CONCLUDED = "concluded"
    TIE_SETTLED = "tie_settled"


@dataclass(frozen=True)
class Item:
    """One criterion of one agency before the council: what it claims, what was computed, who said what."""

    matter: Matter
    dossier: Dossier
    place: Placed
    counted: NodeScore
    claimed: Fraction | None
    opinions: tuple[Appraisal, ...]
    cause: Cause | None
    points: Fraction | None
    reason: str

    @property
    def agency(self) -> Agency:
        """Whose criterion it is."""
        return self.dossier.agency

    @property
    def key(self) -> tuple[str, str]:
        """Agency and node."""
        return self.agency.code, self.place.id


@dataclass(frozen=True)
class Tied:
    """Agencies with one value in a table; `reason` once the council has settled their order."""

    matter: Matter
    table: str
    title: str
    rank: int
    value: Fraction
    agencies: tuple[str, ...]
    reason: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Table and agencies, whatever their order."""
        return self.table, " ".join(sorted(self.agencies))


@dataclass(frozen=True)
class Agenda:
    """All that lies before the council; `people`: names of assessors by id."""

    ranked: Ranked
    items: tuple[Item, ...]
    ties: tuple[Tied, ...]
    people: Mapping[str, str]

    @property
    def open(self) -> int:
        """How much is still to be settled."""
        done = (Matter.CONCLUDED, Matter.TIE_SETTLED)
        matters = [item.matter for item in self.items] + [tie.matter for tie in self.ties]
        return sum(matter not in done for matter in matters)


def agenda(workspace: Workspace, part_id: str) -> Agenda:
    """Scores everything, so it takes a moment."""
    ranked = publishing.compute(workspace, part_id)
    with workspace.session():
        settled = submissions.ties(part_id)
        names = {person.id: person.name for person in people.everybody()}
    return Agenda(ranked, tuple(_items(ranked)), (*open_ties(ranked), *_settled_ties(ranked, settled)), names)


def _items(ranked: Ranked) -> Iterator[Item]:
    waiting = set(ranked.waiting)
    found: dict[Matter, list[Item]] = {matter: [] for matter in Matter}
    for code, dossier in ranked.dossiers.items():
        for place in dossier.nodes:
            standing = dossier.standing(place.id)
            if standing is Standing.DISAGREEMENT:
                matter = Matter.DISAGREEMENT
            elif (code, place.id) in waiting:
                matter = Matter.WAITING
            elif standing is Standing.SETTLED:
                matter = Matter.CONCLUDED
            else:
                continue
            found[matter].append(_item(ranked, dossier, place, matter))
    yield from (*found[Matter.DISAGREEMENT], *found[Matter.WAITING], *found[Matter.CONCLUDED])


def _item(ranked: Ranked, dossier: Dossier, place: Placed, matter: Matter) -> Item:
    score = ranked.scores[dossier.agency.code].nodes[place.id]
    settled = dossier.settled.get(place.id, UNDECIDED)
    decided = settled.decision.points if settled.decision is not None else None
    causes = [told.cause for told in score.applied]
    return Item(
        matter=matter,
        dossier=dossier,
        place=place,
        counted=score,
        claimed=dossier.own.nodes[place.id].points,
        opinions=tuple(item for item in dossier.opinions if item.node == place.id),
        cause=causes[0] if causes else None,
        points=decided if matter is Matter.CONCLUDED else None,
        reason=settled.reason if matter is Matter.CONCLUDED else "",
    )


def open_ties(ranked: Ranked) -> tuple[Tied, ...]:
    """Ranks shared by several, table by table."""
    found = []
    for table in ranked.tables:
        rows = {row.agency: row for row in table.rows}
        for tie in table.ties:
            first = rows[tie[0]]
            assert first.rank is not None
            assert first.value is not None
            found.append(Tied(Matter.TIE, table.code, table.title, first.rank, first.value, tie))
    return tuple(found)


def _settled_ties(ranked: Ranked, settled: tuple[TieSettlement, ...]) -> Iterator[Tied]:
    """Those settled that still hold: the agencies reach one value now as they did then."""
    latest = {(item.table, frozenset(item.order)): item for item in settled}
    for table in ranked.tables:
        rows = {row.agency: row for row in table.rows}
        for (code, agencies), item in latest.items():
            if code != table.code or not agencies <= set(rows):
                continue
            first = rows[item.order[0]]
            if first.settled_by and first.rank is not None and first.value is not None:
                yield Tied(
                    Matter.TIE_SETTLED, table.code, table.title, first.rank, first.value, item.order, item.reason
                )


# Values near a band ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NearBand:
    """An agency within a hair of a band: how far its number lies from the threshold (below it: negative)."""

    agency: str
    band: str
    value: Fraction
    distance: Fraction


def near_bands(ranked: Ranked) -> tuple[NearBand, ...]:
    """Numbers that a small change would move into another band, nearest first."""
    found = []
    for code, score in ranked.scores.items():
        framework = ranked.dossiers[code].framework
        for bands in framework.bands:
            value = score.figure(bands.reads, bands.pillar)
            if value is None or bands.code not in score.bands:
                continue
            reach = NEAR * _range(bands, framework)
            for band in bands.bands:
                limit = _limit(band)
                if limit is not None and abs(value - limit) <= reach:
                    found.append(NearBand(code, band.name, value, value - limit))
    return tuple(sorted(found, key=lambda item: (abs(item.distance), item.agency)))


def _range(bands: GradeBands, framework: Framework) -> Fraction:
    if bands.reads in (Figure.PERCENT, Figure.PILLAR_PERCENT):
        return Fraction(100)
    limits = [limit for limit in map(_limit, bands.bands) if limit is not None]
    return max(framework.index.maximum(""), *limits)


def _limit(band: GradeBand) -> Fraction | None:
    return None if band.low is None else Fraction(band.low.value)


def band_counts(ranked: Ranked) -> tuple[tuple[str, int], ...]:
    """How many agencies fall into each band of the first table of bands, best first."""
    tables = [bands for framework in ranked.frameworks.values() for bands in framework.bands]
    if not tables:
        return ()
    first = tables[0]
    held = [score.bands.get(first.code, "") for score in ranked.scores.values()]
    return tuple((band.name, held.count(band.name)) for band in first.bands)


# Before a publication ----------------------------------------------------------------------------------------------


class Check(StrEnum):
    """What is looked at before a publication, in this order."""

    RECEIVED = "received"
    OTHER_KEYS = "other_keys"
    KEYS = "keys"
    SIGNATURES = "signatures"
    CONFLICTS = "conflicts"
    UNDECIDED = "undecided"
    DISAGREEMENTS = "disagreements"
    WAITING = "waiting"
    TIES = "ties"


@dataclass(frozen=True, slots=True)
class Checked:
    """One line: how many are still open, and the names of some."""

    check: Check
    open: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Readiness:
    """Whether a publication may go out. `keys`: names whose key was seen first and is not accepted, `signatures`: whose
    signatures are not confirmed: for each of the two a reason is asked for.
    """

    lines: tuple[Checked, ...]
    keys: tuple[str, ...]
    signatures: tuple[str, ...]
    received: int
    agencies: int
    ranked: Ranked

    def open(self, check: Check) -> int:
        """How many are open on one line."""
        return next(line.open for line in self.lines if line.check is check)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left but keys seen first and signatures, for which reasons may be given."""
        return all(not line.open for line in self.lines if line.check not in (Check.KEYS, Check.SIGNATURES))


def readiness(workspace: Workspace, part_id: str) -> Readiness:
    """Every line of the check; scores everything, so it takes a moment."""
    board = collecting.board(workspace, part_id)
    told = agenda(workspace, part_id)
    missing = tuple(row.agency.name for row in board if not row.submission)
    other_keys = tuple(row.agency.name for row in board if row.has_other_key)
    keys = tuple(row.agency.name for row in board if row.is_key_open and not row.has_other_key)
    signatures = tuple(row.agency.name for row in board if publishing.lacks_signatures(row))
    conflicts = tuple(row.agency.name for row in board if row.state in (BoardState.CONFLICTING, BoardState.WAITING))
    disagreeing = [item for item in told.items if item.matter is Matter.DISAGREEMENT]
    waiting = [item for item in told.items if item.matter is Matter.WAITING]
    ties = [item for item in told.ties if item.matter is Matter.TIE]
    ranked = told.ranked
    undecided = {code: count for code, count in standing_counts(ranked, Standing.UNDECIDED).items() if count}
    lines = (
        Checked(Check.RECEIVED, len(missing), missing),
        Checked(Check.OTHER_KEYS, len(other_keys), other_keys),
        Checked(Check.KEYS, len(keys), keys),
        Checked(Check.SIGNATURES, len(signatures), signatures),
        Checked(Check.CONFLICTS, len(conflicts), conflicts),
        Checked(Check.UNDECIDED, sum(undecided.values()), tuple(ranked.names[code] for code in undecided)),
        Checked(Check.DISAGREEMENTS, len(disagreeing), _places(disagreeing)),
        Checked(Check.WAITING, len(waiting), _places(waiting)),
        Checked(Check.TIES, len(ties), tuple(tie.title for tie in ties)),
    )
    return Readiness(lines, keys, signatures, len(board) - len(missing), len(board), ranked)


def standing_counts(ranked: Ranked, standing: Standing) -> dict[str, int]:
    """How many criteria stand so, by agency."""
    return {
        code: sum(item.standing(place.id) is standing for place in item.nodes) for code, item in ranked.dossiers.items()
    }


def _places(items: list[Item]) -> tuple[str, ...]:
    return tuple(f"{item.agency.name} {item.place.node.code}".strip() for item in items)


# Papers of the ranking -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spread:
    """The highest, the mean and the lowest value of a table."""

    highest: Fraction
    mean: Fraction
    lowest: Fraction


def spread(table: Table) -> Spread | None:
    """Over the agencies that are ranked; None where there are none."""
    values = [row.value for row in table.rows if row.rank is not None and row.value is not None]
    return Spread(max(values), sum(values, Fraction(0)) / len(values), min(values)) if values else None


def change_from_claim(ranked: Ranked, agency: str) -> Fraction | None:
    """How far the total lies above what the agency had claimed; None for one that sent nothing."""
    if agency not in ranked.scores:
        return None
    return ranked.scores[agency].total - from_stored(ranked.dossiers[agency].content.figures.total)


def export_ranking(workspace: Workspace, ranked: Ranked, target: Path) -> Path:
    """The ranking as PDF or XLSX, by the ending of `target`; raises "file.unwritable"."""
    written = publishing.write_ranking(ranked, target)
    with workspace.transaction():
        workspace.note("ranking.exported", field=target.name)
    return written
