"""``appraisal``: opinions criterion by criterion, findings of the council, and what goes back."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import TO, BundleWritten, bundle_line, key_code
from app.cli.commands.scores import decimal
from app.cli.commands.sent_parts import ENCRYPT
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.operations.authority.appraising import Case, Dossier


@dataclass(frozen=True, slots=True)
class AppraisalGiven:
    """Where one agency stands after an opinion: the round under way, criteria dealt with of all."""

    agency: str
    round: int
    decided: int
    criteria: int


def _given(context: Context, agency: str) -> AppraisalGiven:
    from app.operations.authority import appraising

    item = appraising.dossier(context.workspace(), context.part().id, agency)
    return AppraisalGiven(agency, item.round, item.decided, len(item.nodes))


def _show_given(result: AppraisalGiven, printer: Printer) -> None:
    printer.say(
        "{agency}, lần {round}: đã thẩm định {decided}/{criteria} tiêu chí.",
        "{agency}, round {round}: {decided} of {criteria} criteria dealt with.",
        agency=result.agency,
        round=result.round,
        decided=result.decided,
        criteria=result.criteria,
    )


def _set(context: Context, options: Namespace) -> AppraisalGiven:
    from app.domain.appraisal import Opinion
    from app.operations.authority import appraising

    appraising.give(
        context.workspace(),
        context.part().id,
        options.agency,
        options.node,
        Opinion(options.opinion),
        points=options.points,
        reason=options.reason,
        internal_note=options.internal_note,
    )
    return _given(context, options.agency)


def _agree_rest(context: Context, options: Namespace) -> AppraisalGiven:
    from app.operations.authority import appraising

    appraising.agree_with(context.workspace(), context.part().id, options.agency)
    return _given(context, options.agency)


def _take_back(context: Context, options: Namespace) -> AppraisalGiven:
    from app.operations.authority import appraising

    appraising.take_back(context.workspace(), context.part().id, options.agency, options.node)
    return _given(context, options.agency)


def _conclude(context: Context, options: Namespace) -> AppraisalGiven:
    from app.operations.authority import appraising

    appraising.conclude(
        context.workspace(), context.part().id, options.agency, options.node, options.points, options.reason
    )
    return _given(context, options.agency)


# show --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One opinion; points are decimal text, null where the opinion brings none."""

    opinion: str
    round: int
    points: str | None
    reason: str
    internal_note: str
    at: str


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One criterion of one agency: points claimed, computed here and counting now, and the opinions on it."""

    node: str
    code: str
    title: str
    maximum: str
    standing: str
    claimed: str | None
    own: str | None
    counted: str | None
    explanation: str
    evidence: tuple[str, ...]
    opinions: tuple[OpinionLine, ...]


@dataclass(frozen=True, slots=True)
class AgencyProgress:
    """How far the review of one agency is."""

    agency: str
    name: str
    decided: int
    criteria: int


@dataclass(frozen=True, slots=True)
class AppraisalShown:
    """The desk: every agency that has sent something, and the criteria of the one asked for."""

    round: int
    agencies: tuple[AgencyProgress, ...]
    criteria: tuple[CaseLine, ...] = ()


def _show(context: Context, options: Namespace) -> AppraisalShown:
    from app.operations.authority import appraising

    workspace, part = context.workspace(), context.part()
    progress = tuple(
        AgencyProgress(row.agency.code, row.agency.name, row.decided, row.total)
        for row in appraising.progress_of(workspace, part.id)
    )
    criteria: tuple[CaseLine, ...] = ()
    if options.agency:
        item = appraising.dossier(workspace, part.id, options.agency)
        nodes = [options.node] if options.node else _worth_showing(item, options.open)
        criteria = tuple(_case(appraising.case(workspace, part.id, options.agency, node)) for node in nodes)
    return AppraisalShown(appraising.open_round(workspace, part.id), progress, criteria)


def _worth_showing(item: "Dossier", only_open: bool) -> list[str]:
    from app.domain.appraisal import Standing

    closed = (Standing.DECIDED, Standing.SETTLED)
    return [place.id for place in item.nodes if not only_open or item.standing(place.id) not in closed]


def _case(case: "Case") -> CaseLine:
    from app.domain.numbers import exact_text

    return CaseLine(
        node=case.place.id,
        code=case.place.node.code,
        title=case.place.node.title,
        maximum=exact_text(case.place.maximum),
        standing=case.standing.value,
        claimed=decimal(case.claimed),
        own=decimal(case.own.points),
        counted=decimal(case.counted.points),
        explanation=case.response.explanation,
        evidence=tuple(piece.name or piece.citation.number for piece in case.evidence),
        opinions=tuple(
            OpinionLine(one.opinion.value, one.round, decimal(one.points), one.reason, one.internal_note, one.at)
            for one in case.opinions
        ),
    )


def _show_shown(result: AppraisalShown, printer: Printer) -> None:
    printer.say("Thẩm định lần {round}", "Appraisal round {round}", round=result.round)
    if not result.criteria:
        printer.table(
            (("Mã", "Code"), ("Tên", "Name"), ("Đã thẩm định", "Dealt with")),
            [(row.agency, row.name, f"{row.decided}/{row.criteria}") for row in result.agencies],
            right=(2,),
        )
        return
    printer.table(
        (
            ("Mã", "Code"),
            ("Tự đánh giá", "Claimed"),
            ("Tính lại", "Computed"),
            ("Thẩm định", "Counts"),
            ("Tối đa", "Maximum"),
            ("Tình trạng", "Standing"),
            ("Tiêu chí", "Criterion"),
        ),
        [
            (
                row.code or row.node,
                printer.number(row.claimed),
                printer.number(row.own),
                printer.number(row.counted),
                printer.number(row.maximum),
                printer.term(f"standing.{row.standing}"),
                row.title,
            )
            for row in result.criteria
        ],
        right=(1, 2, 3, 4),
    )
    for row in result.criteria:
        for opinion in row.opinions:
            told = printer.term(f"opinion.{opinion.opinion}")
            printer.line(f"{row.code or row.node} · {opinion.round} · {told} {opinion.points or ''} {opinion.reason}")


# feedback, close-round ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FeedbackWritten:
    """One sealed file for each agency."""

    files: tuple[BundleWritten, ...]


def _feedback(context: Context, options: Namespace) -> FeedbackWritten:
    from app.operations.authority import replying

    part = context.part()
    folder = Path(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    sent = replying.export_feedback(
        context.workspace(),
        part.id,
        folder,
        context.passphrase(),
        options.agency,
        options.note,
        context.progress,
        is_encrypted=options.encrypt,
    )
    code = key_code(context, part)
    return FeedbackWritten(tuple(bundle_line(path, written, code) for path, written in sent.files.values()))


def _show_feedback(result: FeedbackWritten, printer: Printer) -> None:
    for item in result.files:
        printer.line(item.path)
    printer.say("Đã ghi {count} gói ý kiến thẩm định.", "{count} feedback bundles written.", count=len(result.files))


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """The round that is now under way."""

    round: int


def _close_round(context: Context, _: Namespace) -> RoundClosed:
    from app.operations.authority import appraising, replying

    workspace, part = context.workspace(), context.part()
    replying.close_round(workspace, part.id)
    return RoundClosed(appraising.open_round(workspace, part.id))


def _show_closed(result: RoundClosed, printer: Printer) -> None:
    printer.say("Đang ở thẩm định lần {round}.", "Round {round} is under way.", round=result.round)


_AGENCY = argument("agency", metavar="AGENCY", help=("mã xã, phường", "code of the agency"))
_NODE = argument("node", metavar="NODE", help=("mã tiêu chí", "code or id of a criterion"))
COMMANDS = (
    Command(
        name="appraisal set",
        help=("cho ý kiến thẩm định một tiêu chí", "give an opinion on one criterion"),
        run=_set,
        result=AppraisalGiven,
        show=_show_given,
        arguments=(
            _AGENCY,
            _NODE,
            argument(
                "opinion",
                choices=("agree", "adjust", "reject", "ask_supplement"),
                help=("ý kiến: agree, adjust, reject, ask_supplement", "the opinion"),
            ),
            argument("--points", default="", help=("điểm, khi điều chỉnh", "points, to adjust")),
            argument("--reason", default="", metavar="TEXT", help=("lý do, gửi cho xã", "the reason, told the agency")),
            argument("--internal-note", default="", metavar="TEXT", help=("ghi chú nội bộ", "a note that stays here")),
        ),
    ),
    Command(
        name="appraisal agree-rest",
        help=("thống nhất các tiêu chí chưa thẩm định", "agree with all that nobody dealt with yet"),
        run=_agree_rest,
        result=AppraisalGiven,
        show=_show_given,
        arguments=(_AGENCY,),
    ),
    Command(
        name="appraisal take-back",
        help=("bỏ ý kiến của mình ở lần này", "take one's opinion of this round back"),
        run=_take_back,
        result=AppraisalGiven,
        show=_show_given,
        arguments=(_AGENCY, _NODE),
    ),
    Command(
        name="appraisal conclude",
        help=("ghi kết luận của Hội đồng về một tiêu chí", "the council's finding on one criterion"),
        run=_conclude,
        result=AppraisalGiven,
        show=_show_given,
        arguments=(
            _AGENCY,
            _NODE,
            argument("--points", required=True, help=("điểm kết luận", "the points")),
            argument("--reason", required=True, metavar="TEXT", help=("lý do", "the reason")),
        ),
    ),
    Command(
        name="appraisal show",
        help=("xem tiến độ, một xã hoặc một tiêu chí", "progress, one agency or one criterion"),
        run=_show,
        result=AppraisalShown,
        show=_show_shown,
        arguments=(
            argument("agency", nargs="?", default="", metavar="AGENCY", help=("mã xã, phường", "code of the agency")),
            argument("node", nargs="?", default="", metavar="NODE", help=("mã tiêu chí", "code or id of a criterion")),
            argument("--open", action="store_true", help=("chỉ tiêu chí chưa xong", "only what is still open")),
        ),
    ),
    Command(
        name="appraisal feedback",
        help=("niêm phong và xuất gói ý kiến thẩm định", "seal one feedback file for each agency"),
        run=_feedback,
        result=FeedbackWritten,
        show=_show_feedback,
        arguments=(
            argument("agency", nargs="*", metavar="AGENCY", help=("chỉ các xã này", "only these agencies")),
            TO,
            argument("--note", default="", metavar="TEXT", help=("lời gửi kèm", "a note sent along")),
            ENCRYPT,
        ),
    ),
    Command(
        name="appraisal close-round",
        help=("kết thúc lần thẩm định đang mở", "end the appraisal round under way"),
        run=_close_round,
        result=RoundClosed,
        show=_show_closed,
    ),
)
