"""``framework compare``, ``campaign correct``, ``assessment move``: versions side by side, and going to a new one."""

from argparse import Namespace
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.cli.commands.frameworks import find
from app.cli.commands.scores import decimal
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.domain.revising import Comparison, NodeChange
    from app.operations.commune.moving import Report


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field in words, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NodeLine:
    """One node that differs: `fate` added, removed or changed, `corrections` how far a change reaches."""

    id: str
    code: str
    title: str
    fate: str
    corrections: tuple[str, ...]
    is_moved: bool
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class FrameworksCompared:
    """Two versions side by side: the nodes that differ and, in words, what differs of the whole."""

    old: str
    new: str
    summary: tuple[str, ...]
    whole: tuple[str, ...]
    nodes: tuple[NodeLine, ...]


def _compare(context: Context, options: Namespace) -> FrameworksCompared:
    from app.domain.revising import compare

    return _compared(compare(find(context, options.old), find(context, options.new)), context.language)


def _compared(comparison: "Comparison", language: str) -> FrameworksCompared:
    from app.wording.versions import summary_words, whole_words

    old, new = (f"{value.id}@{value.version}" for value in (comparison.old, comparison.new))
    return FrameworksCompared(
        old=old,
        new=new,
        summary=summary_words(comparison, language),
        whole=whole_words(comparison, language),
        nodes=tuple(_node(comparison, change, language) for change in comparison.changes),
    )


def _node(comparison: "Comparison", change: "NodeChange", language: str) -> NodeLine:
    from app.wording.versions import field_changes

    fields = field_changes(comparison, change, language)
    return NodeLine(
        id=change.place.id,
        code=change.place.node.code,
        title=change.place.node.title,
        fate=change.fate.value,
        corrections=tuple(correction.value for correction in change.corrections),
        is_moved=change.is_moved,
        fields=tuple(FieldLine(each.label, each.before, each.after) for each in fields),
    )


def _show_compared(result: FrameworksCompared, printer: Printer) -> None:
    printer.line(f"{result.old} → {result.new}")
    for words in (*result.summary, *result.whole):
        printer.line(f"· {words}")
    for node in result.nodes:
        told = ", ".join(printer.term(f"correction.{correction}") for correction in node.corrections)
        printer.line()
        printer.line(f"{node.code} {node.title} · {told or printer.term(f'fate.{node.fate}')}".strip())
        for each in node.fields:
            printer.line(f"  {each.label}:")
            printer.line(f"    − {each.before}".replace("\n", "\n      "))
            printer.line(f"    + {each.after}".replace("\n", "\n      "))


# campaign correct ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AgencyMoved:
    """An agency whose total the correction moves, and how many criteria go back to it."""

    agency: str
    name: str
    before: str
    after: str
    to_answer: int


@dataclass(frozen=True, slots=True)
class CampaignCorrected:
    """A correction inside a campaign: what differs, and what becomes of the submissions received."""

    is_kept: bool
    received: int
    moved: tuple[AgencyMoved, ...]
    compared: FrameworksCompared


def _correct(context: Context, options: Namespace) -> CampaignCorrected:
    from app.domain.numbers import exact_text
    from app.operations.authority import correcting

    workspace, part = context.workspace(), context.part()
    value = find(context, options.framework)
    told = correcting.effect(workspace, part.id, value, options.target_group)
    if not options.dry_run:
        correcting.correct(workspace, part.id, value, options.target_group)
    moved = tuple(
        AgencyMoved(item.agency.code, item.agency.name, exact_text(item.before), exact_text(item.after), item.to_answer)
        for item in told.moved
    )
    return CampaignCorrected(not options.dry_run, told.received, moved, _compared(told.comparison, context.language))


def _show_corrected(result: CampaignCorrected, printer: Printer) -> None:
    _show_compared(result.compared, printer)
    printer.line()
    for item in result.moved:
        printer.say(
            "{name}: {before} → {after} điểm, {count} tiêu chí gửi lại",
            "{name}: {before} → {after} points, {count} criteria sent back",
            name=item.name,
            before=printer.number(item.before),
            after=printer.number(item.after),
            count=item.to_answer,
        )
    if result.is_kept:
        printer.say(
            "Đã sửa đổi đợt đánh giá. Xuất lại gói triển khai để gửi các xã.",
            "The campaign is corrected. Export its bundle again for the agencies.",
        )
    else:
        printer.say("Chưa thay đổi gì.", "Nothing was changed.")


# assessment move ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnswerMoved:
    """One answer that is not simply as it was; points are decimal strings, null where there is no number."""

    id: str
    code: str
    title: str
    fate: str
    before: str | None
    after: str | None
    dropped: tuple[str, ...]
    to_answer: bool


@dataclass(frozen=True, slots=True)
class AssessmentMoved:
    """What carrying answers over does: `is_kept` is false for a trial; `loose` names files that prove nothing."""

    is_kept: bool
    is_undone: bool
    on_scoring: str
    answers: tuple[AnswerMoved, ...]
    loose: tuple[str, ...]


def _move(context: Context, options: Namespace) -> AssessmentMoved:
    from app.domain.revising import OnScoring
    from app.operations.commune import moving

    workspace, part = context.workspace(), context.part()
    if options.undo:
        if not options.dry_run:
            moving.undo(workspace, part.id)
        return AssessmentMoved(False, not options.dry_run, options.on_scoring, (), ())
    on_scoring = OnScoring(options.on_scoring)
    report = moving.preview(workspace, part.id, on_scoring)
    if not options.dry_run:
        moving.carry_over(workspace, part.id, on_scoring)
    return _moved(report, not options.dry_run)


def _moved(report: "Report", is_kept: bool) -> AssessmentMoved:
    answers = tuple(
        AnswerMoved(
            id=node.change.place.id,
            code=node.change.place.node.code,
            title=node.change.place.node.title,
            fate=node.change.fate.value,
            before=None if node.before is None else decimal(node.before),
            after=None if node.after is None else decimal(node.after),
            dropped=tuple(node.dropped),
            to_answer=node.to_answer,
        )
        for node in report.move.nodes
    )
    return AssessmentMoved(is_kept, False, report.on_scoring.value, answers, report.loose)


def _show_moved(result: AssessmentMoved, printer: Printer) -> None:
    if result.is_undone:
        printer.say("Đã quay lại bản bộ chỉ số trước.", "Back on the earlier version of the framework.")
        return
    for answer in result.answers:
        points = [printer.number(each) if each is not None else "–" for each in (answer.before, answer.after)]
        line = f"{answer.code} {answer.title}: {points[0]} → {points[1]}"
        printer.line(f"{line} · {printer.term(f'fate.{answer.fate}')}")
    again = sum(answer.to_answer for answer in result.answers)
    printer.say("{count} tiêu chí cần trả lời lại.", "{count} criteria to be answered again.", count=again)
    if result.is_kept:
        printer.say(
            "Đã chuyển sang bản mới; quay lại bằng --undo.", "Carried over to the new version; --undo takes it back."
        )
    else:
        printer.say("Chưa thay đổi gì.", "Nothing was changed.")


_DRY_RUN = argument("--dry-run", action="store_true", help=("chỉ xem, không lưu", "only tell, keep nothing"))
COMMANDS = (
    Command(
        name="framework compare",
        help=("so hai bản của một bộ chỉ số", "two versions of a framework side by side"),
        run=_compare,
        result=FrameworksCompared,
        show=_show_compared,
        arguments=(
            argument("old", metavar="OLD", help=("bản cũ: tệp, mã hoặc mã@bản", "the earlier version")),
            argument("new", metavar="NEW", help=("bản mới: tệp, mã hoặc mã@bản", "the newer version")),
        ),
    ),
    Command(
        name="campaign correct",
        help=("sửa đổi bộ chỉ số giữa đợt đánh giá", "use a corrected framework version inside a campaign"),
        run=_correct,
        result=CampaignCorrected,
        show=_show_corrected,
        arguments=(
            argument("framework", metavar="FILE_OR_ID", help=("bản sửa đổi", "the corrected version")),
            argument("--target-group", default="", help=("chỉ nhóm đối tượng này", "of this target group")),
            _DRY_RUN,
        ),
    ),
    Command(
        name="assessment move",
        help=("chuyển bản tự đánh giá sang bản bộ chỉ số mới của đợt", "carry answers to the campaign's new version"),
        run=_move,
        result=AssessmentMoved,
        show=_show_moved,
        arguments=(
            argument(
                "--on-scoring",
                default="recompute",
                choices=("recompute", "keep_points", "empty"),
                help=("khi thang điểm đổi", "where the scale changed"),
            ),
            argument("--undo", action="store_true", help=("quay lại bản trước lần chuyển cuối", "undo the last move")),
            _DRY_RUN,
        ),
    ),
)
