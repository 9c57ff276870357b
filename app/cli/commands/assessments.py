"""``assessment``: a commune's own work."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import CampaignPart, part_line, show_part
from app.cli.commands.frameworks import find
from app.cli.commands.scores import Scored, scored
from app.cli.context import Context
from app.cli.marking import MARKED_COPY, marking
from app.cli.output import Printer
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, Told, argument, told
from app.errors import AppError

if TYPE_CHECKING:
    from app.operations.commune.assessing import View
    from app.operations.commune.evidencing import Attached
    from app.operations.commune.reviewing import Issue


def _start(context: Context, options: Namespace) -> CampaignPart:
    from app.domain.agency import Agency
    from app.domain.campaign import Period
    from app.operations.authority import campaigning

    value = find(context, options.framework)
    agency = Agency(
        code=options.agency_code,
        name=options.agency_name,
        target_group=options.target_group,
        traits=frozenset(options.trait or ()),
    )
    part = campaigning.start_alone(
        context.workspace(may_make=True), value, agency, Period(title=options.period or value.version)
    )
    return part_line(part)


# answer ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answered:
    """How many criteria were answered by this call, and the total now (decimal text)."""

    answered: tuple[str, ...]
    total: str
    done: int
    criteria: int


def _answer(context: Context, options: Namespace) -> Answered:
    from app.operations.commune import assessing, typed
    from app.operations.frameworks import authoring

    workspace, part = context.workspace(), context.part()
    seen = assessing.view(workspace, part.id)
    if options.file:
        if options.node:
            raise WrongUsage("--file" if context.language == "en" else "--file không đi cùng tiêu chí")
        path = Path(options.file)
        with marking(path, options):
            answers, _ = authoring.read_answers_file(seen.framework, path)
        assessing.load_answers(workspace, part.id, answers)
        return _answered(assessing.view(workspace, part.id), tuple(answers.responses))
    if not options.node:
        raise WrongUsage("NODE, --file")
    place = seen.framework.index.find(options.node)
    if place is None:
        raise AppError("answers.unknown_node", node=options.node)
    inputs = dict(_pair(context, item) for item in options.input)
    assessing.answer(
        workspace,
        part.id,
        place.id,
        inputs=typed.typed_inputs(place, inputs),
        not_applicable=None if options.applicable else options.not_applicable,
        explanation=options.explanation,
        points=typed.typed_number(options.points) if options.points else "",
        level=options.evidence,
        is_complete=True if options.complete else None,
    )
    return _answered(assessing.view(workspace, part.id), (place.id,))


def _pair(context: Context, item: str) -> tuple[str, str]:
    key, equals, value = item.partition("=")
    if not equals:
        said = "mỗi số liệu ghi dạng khóa=giá trị: {}" if context.language == "vi" else "inputs are key=value: {}"
        raise WrongUsage(said.format(item))
    return key, value


def _answered(seen: "View", nodes: tuple[str, ...]) -> Answered:
    from app.domain.numbers import exact_text

    return Answered(nodes, exact_text(seen.score.total), seen.done, len(seen.criteria))


def _show_answered(result: Answered, printer: Printer) -> None:
    printer.say(
        "Đã lưu {count} tiêu chí. {done}/{criteria} tiêu chí đã hoàn thành · Tổng điểm tự đánh giá {total}",
        "Kept {count} criteria. {done}/{criteria} criteria complete · Total {total}",
        count=len(result.answered),
        done=result.done,
        criteria=result.criteria,
        total=printer.number(result.total),
    )


# attach, cite ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EvidenceAttached:
    """What became of the files: how many are linked, their ids, and those refused; `error` when none was taken."""

    added: int
    ids: tuple[str, ...]
    refused: tuple[Told, ...]
    error: Told | None = None


def _attach(context: Context, options: Namespace) -> EvidenceAttached:
    from app.operations.commune import evidencing

    done = evidencing.attach(
        context.workspace(), context.part().id, options.node, [Path(path) for path in options.path], context.progress
    )
    return _attached(done, context.language)


def _attached(done: "Attached", language: str) -> EvidenceAttached:
    refused = tuple(told(error, language) for error in done.refused)
    return EvidenceAttached(done.added, done.ids, refused, refused[0] if refused and not done.added else None)


def _cite(context: Context, options: Namespace) -> EvidenceAttached:
    from app.domain.assessment import Citation
    from app.operations.commune import evidencing

    citation = Citation(number=options.number, date=options.date, issuer=options.issuer, subject=options.subject)
    done = evidencing.cite(context.workspace(), context.part().id, options.node, citation, options.page)
    return _attached(done, context.language)


def _show_attached(result: EvidenceAttached, printer: Printer) -> None:
    printer.say("Đã đính kèm {added} tài liệu.", "{added} pieces of evidence attached.", added=result.added)
    for refused in result.refused:
        printer.line(f"- {refused.message}")


# check -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AssessmentIssue:
    """One thing to do before freezing: must, should or note; `node` is an id, "" for the whole."""

    severity: str
    code: str
    node: str
    message: str


@dataclass(frozen=True, slots=True)
class AssessmentChecked:
    """What is still to be done; with anything that must be done it is refused and says so under `error`."""

    must: int
    should: int
    issues: tuple[AssessmentIssue, ...]
    error: Told | None = None


def _check(context: Context, _: Namespace) -> AssessmentChecked:
    from app.operations.commune import reviewing
    from app.operations.commune.reviewing import Severity

    found = reviewing.review(context.workspace(), context.part().id)
    must = sum(issue.severity is Severity.MUST for issue in found)
    return AssessmentChecked(
        must=must,
        should=sum(issue.severity is Severity.SHOULD for issue in found),
        issues=tuple(_issue(issue, context.language) for issue in found),
        error=told(AppError("submission.not_ready", count=must), context.language) if must else None,
    )


def _issue(issue: "Issue", language: str) -> AssessmentIssue:
    from app.wording.issues import issue_sentence

    message = issue_sentence(issue.code, issue.details, language)
    return AssessmentIssue(issue.severity.value, issue.code, issue.node, message)


_SEVERITIES = {"must": ("Phải sửa", "Must"), "should": ("Nên xem lại", "Should"), "note": ("Lưu ý", "Note")}


def _show_checked(result: AssessmentChecked, printer: Printer) -> None:
    printer.table(
        (("Mức", "Severity"), ("Tiêu chí", "Criterion"), ("Nội dung", "Issue")),
        [
            (
                printer.words(_SEVERITIES[issue.severity]),
                issue.node,
                issue.message,
            )
            for issue in result.issues
        ],
    )
    printer.say(
        "{must} mục phải sửa, {should} mục nên xem lại.",
        "{must} must be mended, {should} should be looked at.",
        must=result.must,
        should=result.should,
    )


# show --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence: file digest and size in bytes ("" and 0 for a citation alone) and the nodes it proves."""

    id: str
    name: str
    digest: str
    size: int
    number: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """What the reviewers said of a node; points are decimal text."""

    node: str
    opinion: str
    points: str | None
    reason: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class StateLine:
    """The state of one criterion."""

    node: str
    code: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class AssessmentShown:
    """A commune's work as it stands now."""

    part: CampaignPart
    state: str
    round: int
    revision_number: int
    done: int
    criteria: int
    score: Scored
    states: tuple[StateLine, ...]
    evidence: tuple[EvidenceLine, ...]
    feedback: tuple[FeedbackLine, ...]


def _show(context: Context, _: Namespace) -> AssessmentShown:
    from app.operations.commune import assessing

    seen = assessing.view(context.workspace(), context.part().id)
    return AssessmentShown(
        part=part_line(seen.part),
        state=seen.state,
        round=seen.round,
        revision_number=seen.revision_number,
        done=seen.done,
        criteria=len(seen.criteria),
        score=scored(seen.framework, seen.score),
        states=tuple(
            StateLine(place.id, place.node.code, place.node.title, seen.states[place.id].value)
            for place in seen.criteria
        ),
        evidence=tuple(
            EvidenceLine(
                piece.id,
                piece.name,
                piece.digest,
                piece.size,
                piece.citation.number,
                tuple(link.node for link in piece.links),
            )
            for piece in seen.evidence
        ),
        feedback=_feedback(seen),
    )


def _feedback(seen: "View") -> tuple[FeedbackLine, ...]:
    from app.domain.numbers import exact_text, from_stored

    nodes = seen.feedback.nodes if seen.feedback is not None else {}
    return tuple(
        FeedbackLine(
            node,
            item.opinion,
            None if item.points is None else exact_text(from_stored(item.points)),
            item.reason,
            item.is_open,
        )
        for node, item in nodes.items()
    )


def _show_shown(result: AssessmentShown, printer: Printer) -> None:
    show_part(result.part, printer)
    printer.fields(
        (
            (("Trạng thái", "State"), printer.term(result.state)),
            (("Lần", "Round"), str(result.round)),
            (("Bản chốt số", "Revision"), str(result.revision_number)),
            (("Đã hoàn thành", "Complete"), f"{result.done}/{result.criteria}"),
            (("Tổng điểm tự đánh giá", "Total"), printer.number(result.score.total)),
        )
    )
    printer.line()
    points = {item.code: item for item in result.score.criteria}
    printer.table(
        (("Mã", "Code"), ("Điểm", "Points"), ("Tối đa", "Maximum"), ("Trạng thái", "State"), ("Tiêu chí", "Criterion")),
        [
            (
                line.code or line.node,
                printer.number(points[line.code or line.node].fraction),
                printer.number(points[line.code or line.node].maximum),
                printer.term(f"response_state.{line.state}"),
                line.title,
            )
            for line in result.states
        ],
        right=(1, 2),
    )


NODE = argument("node", metavar="NODE", help=("mã hoặc tên riêng của tiêu chí", "code or id of a node"))
COMMANDS = (
    Command(
        name="assessment start",
        help=("bắt đầu tự đánh giá khi chưa có gói triển khai", "begin before any campaign arrived"),
        run=_start,
        result=CampaignPart,
        show=show_part,
        arguments=(
            argument("--framework", required=True, metavar="FILE_OR_ID", help=("bộ chỉ số", "the framework")),
            argument("--agency-name", required=True, metavar="NAME", help=("tên xã, phường", "name of the commune")),
            argument("--agency-code", default="local", metavar="CODE", help=("mã xã, phường", "its code")),
            argument("--target-group", default="", metavar="CODE", help=("nhóm đối tượng", "its target group")),
            argument("--trait", action="append", metavar="CODE", help=("đặc điểm; ghi nhiều lần", "a trait; repeated")),
            argument("--period", default="", help=("kỳ đánh giá", "the period")),
        ),
    ),
    Command(
        name="assessment answer",
        help=("nhập số liệu một tiêu chí, hoặc nạp cả tệp", "answer one criterion, or load a file"),
        run=_answer,
        result=Answered,
        show=_show_answered,
        arguments=(
            argument("node", nargs="?", default="", metavar="NODE", help=("mã tiêu chí", "code or id of a node")),
            argument(
                "input",
                nargs="*",
                default=(),
                metavar="KEY=VALUE",
                help=("số liệu; số viết 1.506 hoặc 75,5", "inputs; numbers as 1.506 or 75,5"),
            ),
            argument("--file", metavar="FILE", help=("tệp số liệu .json hoặc biểu .xlsx", "answers .json or .xlsx")),
            MARKED_COPY,
            argument("--not-applicable", default="", metavar="GROUND", help=("lý do không áp dụng", "the ground")),
            argument("--applicable", action="store_true", help=("bỏ lý do không áp dụng", "take the claim back")),
            argument("--explanation", metavar="TEXT", help=("giải trình", "explanation")),
            argument("--points", metavar="POINTS", help=("điểm tự chấm", "points given by judgement")),
            argument(
                "--evidence",
                choices=("incomplete", "sufficient"),
                help=("mức độ tài liệu kiểm chứng", "how far it is proven"),
            ),
            argument("--complete", action="store_true", help=("đánh dấu hoàn thành", "mark it complete")),
        ),
    ),
    Command(
        name="assessment attach",
        help=("đính kèm tệp minh chứng", "attach evidence files"),
        run=_attach,
        result=EvidenceAttached,
        show=_show_attached,
        arguments=(
            NODE,
            argument("path", nargs="+", metavar="PATH", help=("tệp hoặc thư mục", "files or folders")),
        ),
    ),
    Command(
        name="assessment cite",
        help=("ghi trích dẫn văn bản, không kèm tệp", "cite a paper without a file"),
        run=_cite,
        result=EvidenceAttached,
        show=_show_attached,
        arguments=(
            NODE,
            argument("--number", default="", help=("số, ký hiệu", "number and symbol")),
            argument("--date", default="", help=("ngày", "date as written")),
            argument("--issuer", default="", help=("cơ quan ban hành", "issuer")),
            argument("--subject", default="", help=("trích yếu", "subject")),
            argument("--page", default="", help=("trang, mục", "page or section")),
        ),
    ),
    Command(
        name="assessment check",
        help=("rà soát trước khi chốt số liệu", "what is still to be done before freezing"),
        run=_check,
        result=AssessmentChecked,
        show=_show_checked,
    ),
    Command(
        name="assessment show",
        help=("xem bản tự đánh giá và điểm", "the work and its points"),
        run=_show,
        result=AssessmentShown,
        show=_show_shown,
    ),
)
