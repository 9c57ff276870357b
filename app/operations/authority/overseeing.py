"""Where a campaign stands as a whole: its steps, the figures of each, and what waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.appraisal import Standing
from app.domain.campaign import Campaign
from app.operations import parts
from app.operations.authority import appraising, campaigning, collecting
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, submissions

NEEDS_PERSON = frozenset(
    {BoardState.CONFLICTING, BoardState.WAITING, BoardState.BAD_SIGNATURE, BoardState.OTHER_KEY, BoardState.FIRST_SEEN}
    | {BoardState.UNREADABLE}
)


class Stage(StrEnum):
    """The steps of a campaign, in their order."""

    SENDING_OUT = "sending_out"
    COLLECTING = "collecting"
    APPRAISING = "appraising"  # once for each round
    RANKING = "ranking"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `round` where it is an appraisal (else 0), whether it is done, and whether it is the present one."""

    stage: Stage
    round: int
    is_done: bool
    is_now: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """A campaign at a glance. `opined` of `criteria`: criteria dealt with of all that were received.

    `progress`: (dealt with, all) by agency, of those received; `sent_out`: when the file went out last, "" never.
    """

    campaign: Campaign
    board: tuple[BoardRow, ...]
    steps: tuple[Step, ...]
    round: int
    sent_out: str
    is_outdated: bool
    opined: int
    criteria: int
    disagreements: int
    progress: Mapping[str, tuple[int, int]]
    published_at: str

    @property
    def received(self) -> tuple[BoardRow, ...]:
        """Agencies of which something counts."""
        return tuple(row for row in self.board if row.submission)

    @property
    def missing(self) -> tuple[BoardRow, ...]:
        """Agencies of which nothing was taken in yet."""
        return tuple(row for row in self.board if not row.submission)

    @property
    def now(self) -> Step:
        """The step under way; the last one when all is done."""
        return next((step for step in self.steps if step.is_now), self.steps[-1])


def overview(workspace: Workspace, part_id: str) -> Overview:
    """Everything the first page of an authority shows; reads every dossier, so it takes a moment."""
    board = collecting.board(workspace, part_id)
    sent = campaigning.sent_out(workspace, part_id)
    round_ = appraising.open_round(workspace, part_id)
    with workspace.session():
        part = campaigns.part(part_id)
        found = appraising.dossiers(part)
        results = submissions.results(part_id)
    standings = {code: [item.standing(place.id) for place in item.nodes] for code, item in found.items()}
    progress = {
        code: (sum(one is not Standing.UNDECIDED for one in known), len(known)) for code, known in standings.items()
    }
    opined, criteria = (sum(pair[at] for pair in progress.values()) for at in (0, 1))
    return Overview(
        campaign=part.campaign,
        board=board,
        steps=_steps(part.campaign, bool(sent), board, round_, opined == criteria > 0, bool(results)),
        round=round_,
        sent_out=sent[0].at if sent else "",
        is_outdated=bool(sent) and sent[0].revision < part.campaign.revision,
        opined=opined,
        criteria=criteria,
        disagreements=sum(known.count(Standing.DISAGREEMENT) for known in standings.values()),
        progress=progress,
        published_at=results[0].at if results else "",
    )


def _steps(
    campaign: Campaign, is_sent: bool, board: Sequence[BoardRow], round_: int, is_settled: bool, is_published: bool
) -> tuple[Step, ...]:
    """What is done, and the first that is not: the present one."""
    is_in = all(row.submission for row in board)
    last = max((item.number for item in campaign.rounds), default=1)
    done: list[tuple[Stage, int, bool]] = [
        (Stage.SENDING_OUT, 0, is_sent or any(row.submission for row in board)),
        (Stage.COLLECTING, 0, is_in or round_ > 1),
    ]
    done += [
        (Stage.APPRAISING, number, round_ > number or is_published or (number == last and is_settled and is_in))
        for number in range(1, last + 1)
    ]
    done += [(Stage.RANKING, 0, is_published), (Stage.PUBLICATION, 0, is_published)]
    now = next((at for at, item in enumerate(done) if not item[2]), len(done))
    return tuple(Step(stage, number, is_done, at == now) for at, (stage, number, is_done) in enumerate(done))


def write_board(
    workspace: Workspace, part_id: str, target: Path, words: Mapping[str, str], progress: Progress = SILENT
) -> Path:
    """Writes the board as a workbook: one line for each agency; `words` by state of the board.

    Raises `AppError` sheet.target_in_use or sheet.not_written.
    """
    from app.sheets.board_book import Line
    from app.sheets.board_book import write_board as write_book

    part = parts.find(workspace, part_id)
    decimals = {agency.code: 2 for agency in part.campaign.agencies}
    with workspace.session():
        sets = parts.frameworks_of(part.campaign)
    for agency in part.campaign.agencies:
        reference = part.campaign.reference(agency)
        decimals[agency.code] = sets[reference.target_group].decimals
    lines = [
        Line(
            code=row.agency.code,
            name=row.agency.name,
            state=words[row.state.value],
            is_late=row.is_late,
            received_at=row.received_at,
            revision=row.revision_number,
            total=row.total,
            decimals=decimals[row.agency.code],
            check_code=row.check_code,
            contact=row.agency.contact.name,
            telephone=row.agency.contact.telephone,
        )
        for row in collecting.board(workspace, part_id)
    ]
    write_book(part.campaign.title, lines, target, progress)
    return target
