"""``collect receipt``, ``return``, ``choose``, ``consent`` …: what an authority answers, and what it decides."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import TO, BundleWritten, bundle_line, key_code
from app.cli.commands.collecting import Board, show_board, status
from app.cli.commands.scores import decimal
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.domain.changes import Changes
    from app.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AnswersWritten:
    """One sealed file for each agency."""

    files: tuple[BundleWritten, ...]


def _receipt(context: Context, options: Namespace) -> AnswersWritten:
    from app.operations.trust import receipts

    part = context.part()
    made = receipts.export_receipts(
        context.workspace(),
        part.id,
        _folder(options),
        context.passphrase(),
        options.agency,
        options.note,
        context.progress,
    )
    code = key_code(context, part)
    return AnswersWritten(tuple(bundle_line(path, written, code) for path, written in made.files.values()))


def _return(context: Context, options: Namespace) -> AnswersWritten:
    from app.operations.authority import replying

    part = context.part()
    lacking = dict(_pair(each) for each in options.lacking)
    made = replying.return_submission(
        context.workspace(),
        part.id,
        options.agency,
        _folder(options),
        context.passphrase(),
        options.reason,
        lacking,
        options.until,
    )
    code = key_code(context, part)
    return AnswersWritten(tuple(bundle_line(path, written, code) for path, written in made.files.values()))


def _folder(options: Namespace) -> Path:
    folder = Path(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _pair(told: str) -> tuple[str, str]:
    node, _, words = told.partition("=")
    return node, words


def _show_written(result: AnswersWritten, printer: Printer) -> None:
    for item in result.files:
        printer.line(item.path)
    printer.say("Đã ghi và kiểm tra {count} tệp.", "{count} files written and checked.", count=len(result.files))


def _ruled(name: str) -> Callable[[Context, Namespace], Board]:
    def run(context: Context, options: Namespace) -> Board:
        from app.operations.authority import ruling

        act: Callable[[Workspace, str, str, str], Changes] = getattr(ruling, name)
        act(context.workspace(), context.part().id, options.submission, options.reason)
        return status(context, options)

    return run


@dataclass(frozen=True, slots=True)
class MovedLine:
    """An agency whose total would be another; `before` null: nothing of it counts yet."""

    agency: str
    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Effects:
    """Whose points would move if a submission counted; nothing is kept."""

    moved: tuple[MovedLine, ...]


def _effects(context: Context, options: Namespace) -> Effects:
    from app.operations.authority import comparing

    found = comparing.effects(context.workspace(), context.part().id, options.submission)
    return Effects(
        tuple(
            MovedLine(item.agency.code, item.agency.name, decimal(item.before), decimal(item.after)) for item in found
        )
    )


def _show_effects(result: Effects, printer: Printer) -> None:
    printer.table(
        (("Mã", "Code"), ("Tên", "Name"), ("Hiện nay", "Now"), ("Nếu tiếp nhận", "If taken")),
        [(one.agency, one.name, printer.number(one.before), printer.number(one.after)) for one in result.moved],
        right=(2, 3),
    )
    if not result.moved:
        printer.say("Không cơ quan nào thay đổi điểm.", "Nobody's points would move.")


_REASON = argument("--reason", required=True, metavar="TEXT", help=("lý do", "the reason"))
_ID = argument("submission", metavar="ID", help=("mã hồ sơ", "id of the submission"))


def _rule(name: str, act: str, vietnamese: str, english: str) -> Command:
    return Command(
        name=f"collect {name}",
        help=(vietnamese, english),
        run=_ruled(act),
        result=Board,
        show=show_board,
        arguments=(_ID, _REASON),
    )


COMMANDS = (
    Command(
        name="collect receipt",
        help=("lập phiếu tiếp nhận, mỗi nơi một tệp", "make receipts, one file for each agency"),
        run=_receipt,
        result=AnswersWritten,
        show=_show_written,
        arguments=(
            argument(
                "agency",
                nargs="*",
                metavar="AGENCY",
                help=("chỉ các nơi này; bỏ trống: những nơi chưa có phiếu", "only these; none: those without one"),
            ),
            TO,
            argument("--note", default="", metavar="TEXT", help=("ghi chú gửi kèm", "note sent along")),
        ),
    ),
    Command(
        name="collect return",
        help=("trả lại hồ sơ để hoàn thiện", "return a submission for completion"),
        run=_return,
        result=AnswersWritten,
        show=_show_written,
        arguments=(
            argument("agency", metavar="AGENCY", help=("mã xã, phường", "code of the agency")),
            TO,
            _REASON,
            argument(
                "--lacking",
                action="append",
                default=[],
                metavar="CRITERION=TEXT",
                help=("tiêu chí còn thiếu gì, dùng nhiều lần được", "what a criterion lacks; may be repeated"),
            ),
            argument("--until", default="", metavar="YYYY-MM-DD", help=("ngày cuối gửi lại", "last day to send again")),
        ),
    ),
    _rule(
        "choose", "choose", "chọn bản chính thức giữa các hồ sơ khác nhau", "settle which of several submissions counts"
    ),
    _rule("consent", "consent", "đồng ý bản thay thế gửi sau hạn", "take a replacement that came after the deadline"),
    _rule("decline", "decline", "không nhận bản thay thế gửi sau hạn", "leave such a replacement in history"),
    _rule("keep", "keep", "thôi trả lại, hồ sơ tiếp tục được tính", "take a return back, the submission counts again"),
    Command(
        name="collect effects",
        help=("điểm của ai thay đổi nếu tính hồ sơ này", "whose points move if a submission counted"),
        run=_effects,
        result=Effects,
        show=_show_effects,
        arguments=(_ID,),
    ),
)
