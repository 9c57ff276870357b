"""Ranking and results: exact, provisional until all are in, ties shown, published as sealed files and as papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app import VERSION
from app.bundles import manifest
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, Receiver, Role, Sender
from app.bundles.trust import Light
from app.bundles.writing import Written, write_bundle
from app.domain import canonical, codec, contents, ranking, text
from app.domain.appraisal import Standing as Settlement
from app.domain.campaign import Campaign
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import AgencyResult, ResultContent, ResultRow, ResultTable
from app.domain.framework import Framework
from app.domain.numbers import to_stored
from app.domain.ranking import Candidate, Table, TieSettlement
from app.domain.results import Score
from app.errors import AppError
from app.operations import bundling, parts
from app.operations.authority import appraising, collecting
from app.operations.authority.appraising import Dossier
from app.operations.authority.collecting import BoardState
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, submissions
from app.storage.campaigns import Part
from app.storage.submissions import Told

__all__ = ["Told"]


@dataclass(frozen=True, slots=True)
class Ranked:
    """All tables of a campaign at this moment.

    `frameworks` and `tables_by_group` by target group ("" : all); `names` by agency code. `is_complete`: every agency
    has been received; `undecided`: criteria nobody dealt with yet; `waiting`: criteria whose points a reviewer has
    still to settle (peers, a ground), as (agency, node).
    """

    campaign: Campaign
    frameworks: Mapping[str, Framework]
    tables_by_group: Mapping[str, tuple[Table, ...]]
    scores: Mapping[str, Score]
    dossiers: Mapping[str, Dossier]
    names: Mapping[str, str]
    is_complete: bool
    undecided: int
    waiting: tuple[tuple[str, str], ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables, framework by framework."""
        return tuple(table for tables in self.tables_by_group.values() for table in tables)

    @property
    def is_provisional(self) -> bool:
        """Whether anything may still move."""
        return not self.is_complete or self.undecided > 0 or bool(self.waiting)


def compute(workspace: Workspace, part_id: str) -> Ranked:
    """Scores every current submission with its peers and ranks; nothing is kept."""
    with workspace.session():
        part = campaigns.part(part_id)
        return _ranked(part, _everyone_is_in(part))


def _everyone_is_in(part: Part) -> bool:
    current = {item.agency for item in submissions.submissions(part.id, state=submissions.CURRENT)}
    return all(agency.code in current for agency in part.campaign.agencies)


def _ranked(part: Part, is_complete: bool) -> Ranked:
    found, scored = appraising.scores(part, is_complete)
    sets = parts.frameworks_of(part.campaign)
    settled = submissions.ties(part.id)
    listed: dict[str, tuple[Framework, list[Candidate]]] = {}
    for group, framework in sets.items():
        if any(framework.digest == known.digest for known, _ in listed.values()):
            continue  # two kinds of agency on one set: they stand in its tables already
        everyone = part.campaign.agencies
        members = [item for item in everyone if _is_same(sets.get(item.target_group, sets.get("")), framework)]
        candidates = [
            Candidate(
                agency=agency, score=scored.get(agency.code), barred="" if agency.code in scored else "not_received"
            )
            for agency in members
        ]
        listed[group] = (framework, candidates)
    tables = ranking.rank_sets(listed, settled)
    waiting = tuple(
        (code, id_)
        for code, score in scored.items()
        for id_, node in score.nodes.items()
        if node.points is None and node.state.value == "provisional"
    )
    open_ones = (Settlement.UNDECIDED, Settlement.DISAGREEMENT)
    undecided = sum(item.standing(place.id) in open_ones for item in found.values() for place in item.nodes)
    names = {agency.code: agency.name for agency in part.campaign.agencies}
    return Ranked(part.campaign, sets, tables, scored, found, names, is_complete, undecided, waiting)


def _is_same(known: Framework | None, framework: Framework) -> bool:
    return known is not None and known.digest == framework.digest


def settle_tie(workspace: Workspace, part_id: str, table: str, order: Sequence[str], reason: str) -> Changes:
    """The council's order of agencies with one value; raises "opinion.no_reason", "ranking.no_such_tie"."""
    if not reason.strip():
        raise AppError("opinion.no_reason")
    ties = [set(tie) for item in compute(workspace, part_id).tables if item.code == table for tie in item.ties]
    if set(order) not in ties:
        raise AppError("ranking.no_such_tie")
    settlement = TieSettlement(table=table, order=tuple(order), reason=reason.strip())
    with workspace.transaction():
        submissions.save_tie(part_id, settlement, workspace.now())
        workspace.note("tie.settled", part=part_id, subject=table, field=reason.strip(), after=" > ".join(order))
    return changed(Changed.RANKING)


# Publishing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: one result file for each agency by code, and the ranking as PDF and XLSX."""

    changes: Changes
    number: int
    files: Mapping[str, tuple[Path, Written]]
    ranking_pdf: Path
    ranking_xlsx: Path


def publish(
    workspace: Workspace,
    part_id: str,
    folder: Path,
    passphrase: str,
    *,
    is_final: bool = True,
    key_reason: str = "",
    signature_reason: str = "",
    note: str = "",
    is_explained: bool = False,
    is_encrypted: bool = False,
    progress: Progress = SILENT,
) -> Published:
    """Fixes the points that count, seals a result for every agency, and prints the ranking.

    `is_explained`: each agency's paper has an annex that explains every point; `is_encrypted`: each result goes to its
    agency's accepted key, the ranking stays open. Raises `AppError("encryption.no_keys")`.

    Keys seen first and signatures not confirmed are settled before: raises `AppError("publication.keys_open",
    agencies=…)`, "publication.signatures_open" unless its own reason is given, which is printed. No reason stands for
    "publication.other_keys" (another key than the accepted one) nor "publication.conflicts" while two submissions of
    an agency wait for a choice; "publication.nothing" when nothing was received.
    """
    reasons = _check_board(collecting.board(workspace, part_id), key_reason.strip(), signature_reason.strip())
    with workspace.session():
        part = campaigns.part(part_id)
        ranked = _ranked(part, is_complete=True if is_final else _everyone_is_in(part))
        earlier = submissions.results(part_id)
    if not ranked.scores:
        raise AppError("publication.nothing")
    members = [item.agency for item in ranked.dossiers.values()]
    recipients = bundling.recipients_for(workspace, members, is_encrypted)
    key = trusting.unlock(workspace, part, passphrase)
    number = len(earlier) + 1
    standing = manifest.Standing.DRAFT
    if is_final:
        amended = any(told.standing != manifest.Standing.DRAFT.value for told in earlier)
        standing = manifest.Standing.AMENDED if amended else manifest.Standing.FINAL
    tables = tuple(_table(ranked, table) for table in ranked.tables)
    told = ResultContent(
        number=number, published_at=workspace.now(), tables=tables, note=" ".join(filter(None, (note, *reasons)))
    )
    replaces = earlier[0].content_digest if earlier and standing is manifest.Standing.AMENDED else None
    pdf = folder / f"XepHang_{text.file_name_piece(part.campaign.title)}_{number}.pdf"
    xlsx = pdf.with_suffix(".xlsx")
    stems = bundling.file_stems(members)
    total = len(ranked.scores) + 2
    files: dict[str, tuple[Path, Written]] = {}
    envelopes: dict[str, Envelope] = {}
    with bundling.all_or_none() as batch:
        for at, (code, item) in enumerate(ranked.dossiers.items()):
            progress.step(at, total)
            content = _for_agency(told, ranked, code)
            target = bundling.named(folder / f"{stems[code]}_KetQua_{number}.thuocso", recipients[code])
            batch.before(target)
            envelopes[code] = _envelope(workspace, part, item, standing, replaces)
            render = _renderer(part, item, content, standing, ranked.scores[code], is_explained)
            with bundling.covered(workspace, target, recipients[code], key) as place:
                written = write_bundle(place, envelopes[code], None, codec.to_json(content), (), render, key)
            files[code] = (target, written)
        write_ranking(ranked, batch.before(pdf), is_final=is_final)
        progress.step(total - 1, total)
        for path in _books(ranked, xlsx).values():
            batch.before(path)
        write_ranking(ranked, xlsx, is_final=is_final)
        progress.step(total, total)  # the last moment at which it can be stopped
        with workspace.transaction():
            for code, (target, written) in files.items():
                bundling.keep_written(workspace, part, envelopes[code], written, target, code)
            _keep_result(workspace, part, ranked, told, standing, next(iter(files.values()))[1].content_digest)
            workspace.note(
                "result.published", part=part_id, subject=str(number), field=" ".join(reasons), after=standing.value
            )
    return Published(changed(Changed.RESULTS, Changed.RANKING), number, files, pdf, xlsx)


def _keep_result(
    workspace: Workspace,
    part: Part,
    ranked: Ranked,
    told: ResultContent,
    standing: manifest.Standing,
    content_digest: str,
) -> None:
    _fix_points(part.id, ranked)
    submissions.add_result(
        Told(
            id=workspace.new_id(),
            part=part.id,
            agency="",
            number=told.number,
            content=canonical.encode(codec.to_json(told)).decode("utf-8"),
            content_digest=content_digest,
            at=workspace.now(),
            standing=standing.value,
        )
    )


def _check_board(rows: Sequence[collecting.BoardRow], key_reason: str, signature_reason: str) -> tuple[str, ...]:
    """The reasons that are needed, to be printed; raises what is to be settled first."""
    unsettled = (BoardState.CONFLICTING, BoardState.WAITING)
    conflicts = [row.agency.name for row in rows if row.state in unsettled]
    if conflicts:
        raise AppError("publication.conflicts", agencies=", ".join(conflicts))
    other_keys = [row.agency.name for row in rows if row.has_other_key]
    if other_keys:
        raise AppError("publication.other_keys", agencies=", ".join(other_keys))
    keys = [row.agency.name for row in rows if row.is_key_open]
    if keys and not key_reason:
        raise AppError("publication.keys_open", count=len(keys), agencies=", ".join(keys[:10]))
    unsigned = [row.agency.name for row in rows if lacks_signatures(row)]
    if unsigned and not signature_reason:
        raise AppError("publication.signatures_open", count=len(unsigned), agencies=", ".join(unsigned[:10]))
    return (key_reason,) * bool(keys) + (signature_reason,) * bool(unsigned)


def lacks_signatures(row: collecting.BoardRow) -> bool:
    """Whether people's signatures that are there or asked for are not confirmed."""
    return row.people in (Light.UNKNOWN, Light.INVALID)


def _table(ranked: Ranked, table: Table) -> ResultTable:
    measures = {item.code: item.measure.value for value in ranked.frameworks.values() for item in value.ranking_tables}
    rows = tuple(
        ResultRow(
            agency=row.agency,
            name=ranked.names[row.agency],
            value=None if row.value is None else to_stored(row.value),
            rank=row.rank,
            is_tied=row.is_tied,
            band=row.band,
            reason=row.reason,
        )
        for row in table.rows
    )
    return ResultTable(code=table.code, title=table.title, measure=measures[table.code], rows=rows, parent=table.parent)


def _for_agency(told: ResultContent, ranked: Ranked, code: str) -> ResultContent:
    score, item = ranked.scores[code], ranked.dossiers[code]
    own = AgencyResult(
        figures=contents.figures_of(score),
        points={id_: None if node.points is None else to_stored(node.points) for id_, node in score.nodes.items()},
        reasons={node: settled.reason for node, settled in item.settled.items() if settled.reason},
        self_points={node: claim.points for node, claim in item.content.claims.items()},
    )
    return ResultContent(
        number=told.number, published_at=told.published_at, tables=told.tables, own=own, note=told.note
    )


def _renderer(
    part: Part, item: Dossier, content: ResultContent, standing: manifest.Standing, score: Score, is_explained: bool
) -> bundling.Renderer:
    def render(content_digest: str) -> bytes:
        from app.reports import result_page

        reckoning = result_page.Reckoning(
            score=score, responses=item.entry.answers.responses, settled=item.settled, has_annex=is_explained
        )
        return result_page.render(
            item.framework, part.campaign, item.agency, content, content_digest, standing.value, reckoning
        )

    return render


def _envelope(
    workspace: Workspace, part: Part, item: Dossier, standing: manifest.Standing, replaces: str | None
) -> Envelope:
    authority = part.campaign.authority
    value = item.framework
    return Envelope(
        kind=Kind.RESULT,
        id=workspace.new_id(),
        sender=Sender(authority.code, authority.name, Role.AUTHORITY),
        receiver=Receiver(item.agency.code, item.agency.name),
        campaign=CampaignRef(part.campaign.id, part.campaign.revision, part.campaign.title),
        frameworks=(FrameworkRef(value.id, value.version, value.digest),),
        claimed_time=workspace.now(),
        software=VERSION,
        round=item.round,
        answers=item.submission.content_digest,
        replaces=replaces,
        standing=standing,
    )


def _fix_points(part_id: str, ranked: Ranked) -> None:
    figures = {
        code: (canonical.encode(codec.to_json(contents.figures_of(score))).decode("utf-8"), score.total)
        for code, score in ranked.scores.items()
    }
    points = ((code, id_, node.points) for code, score in ranked.scores.items() for id_, node in score.nodes.items())
    submissions.replace_points(part_id, figures, points)


# Papers ------------------------------------------------------------------------------------------------------------


def write_ranking(ranked: Ranked, target: Path, *, is_final: bool = False) -> Path:
    """The ranking as PDF or as a workbook with real numbers, by the ending of `target`.

    Several frameworks make several workbooks: the first under this name, the others with their target group's.
    """
    if target.suffix.lower() == ".pdf":
        from app.reports import ranking_paper

        data = ranking_paper.render(
            ranked.campaign, ranked.frameworks, ranked.tables, ranked.scores, is_final=is_final and not ranked.waiting
        )
        return bundling.write_file(target, data)
    from app.sheets import ranking_book

    agencies = {agency.code: agency for agency in ranked.campaign.agencies}
    for group, path in _books(ranked, target).items():
        tables = ranked.tables_by_group[group]
        members = {code for code, agency in agencies.items() if not group or agency.target_group == group}
        scores = {code: score for code, score in ranked.scores.items() if code in members}
        framework = ranked.frameworks[group]
        ranking_book.write_ranking(framework, tables, agencies, scores, path, ranked.campaign.title)
    return target


def _books(ranked: Ranked, target: Path) -> dict[str, Path]:
    """The workbook of each framework by its target group."""
    first, *others = ranked.tables_by_group
    return {first: target} | {
        group: target.with_stem(f"{target.stem}_{text.file_name_piece(group)}") for group in others
    }


def results(workspace: Workspace, part_id: str) -> tuple[Told, ...]:
    """Results published or received, newest first."""
    with workspace.session():
        return submissions.results(part_id)
