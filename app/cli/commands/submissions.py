"""``submission``: from answers to a sealed file."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import TO, BundleWritten, bundle_line, show_bundle
from app.cli.commands.frameworks import FileWritten, show_written
from app.cli.commands.sent_parts import ENCRYPT
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.operations.commune.submitting import Revision


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """A frozen revision; its content digest is known once it was exported.

    `is_confirmed`: a receipt or an appraisal proves that it arrived; what is received without one is so by word.
    """

    id: str
    number: int
    round: int
    state: str
    confirmed_by: str
    frozen_at: str
    content_digest: str | None
    total: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Revisions:
    """All revisions, newest first."""

    revisions: tuple[RevisionLine, ...]


def _line(revision: "Revision", is_confirmed: bool) -> RevisionLine:
    from app.domain.numbers import exact_text, from_stored
    from app.operations.commune import submitting

    return RevisionLine(
        id=revision.id,
        number=revision.number,
        round=revision.round,
        state=revision.state,
        confirmed_by=revision.confirmed_by,
        frozen_at=revision.frozen_at,
        content_digest=revision.content_digest,
        total=exact_text(from_stored(submitting.figures(revision).total)),
        is_confirmed=is_confirmed,
    )


def _revisions(context: Context) -> Revisions:
    from app.operations.commune import submitting
    from app.operations.trust import acting

    workspace, part_id = context.workspace(), context.part().id
    known, confirmed = submitting.revisions(workspace, part_id), acting.confirmed(workspace, part_id)
    return Revisions(tuple(_line(item, item.content_digest in confirmed) for item in known))


def _show(context: Context, _: Namespace) -> Revisions:
    return _revisions(context)


def _state(one: RevisionLine, result: Revisions, printer: Printer) -> str:
    if one.state == "received" and not one.is_confirmed:
        return printer.term("received_by_word")
    is_reopened = one.state == "superseded" and one == result.revisions[0]
    return printer.term("reopened" if is_reopened else one.state, number=one.number + 1)


def _show_revisions(result: Revisions, printer: Printer) -> None:
    printer.table(
        (("Bản", "Revision"), ("Lần", "Round"), ("Tổng điểm", "Total"), ("Trạng thái", "State"), ("Xác nhận", "By")),
        [
            (str(one.number), str(one.round), printer.number(one.total), _state(one, result, printer), one.confirmed_by)
            for one in result.revisions
        ],
        right=(0, 1, 2),
    )


def _freeze(context: Context, options: Namespace) -> Revisions:
    from app.operations.commune import submitting

    submitting.freeze(context.workspace(), context.part().id, options.leader, options.title, options.note)
    return _revisions(context)


def _reopen(context: Context, options: Namespace) -> Revisions:
    from app.operations.commune import submitting

    submitting.reopen(context.workspace(), context.part().id, options.reason)
    return _revisions(context)


def _withdraw(context: Context, options: Namespace) -> Revisions:
    from app.operations.commune import submitting

    submitting.withdraw(context.workspace(), context.part().id, options.reason)
    return _revisions(context)


def _replace(context: Context, options: Namespace) -> Revisions:
    from app.operations.commune import submitting

    submitting.replace(context.workspace(), context.part().id, options.reason)
    return _revisions(context)


def _close_again(context: Context, _: Namespace) -> Revisions:
    from app.operations.commune import submitting

    submitting.close_again(context.workspace(), context.part().id)
    return _revisions(context)


def _export(context: Context, options: Namespace) -> BundleWritten:
    from app.operations.commune import submitting

    workspace, part, passphrase = context.workspace(), context.part(), context.passphrase()
    folder = Path(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    if options.leader:
        submitting.freeze(workspace, part.id, options.leader, options.title, options.note)
    is_encrypted = options.encrypt
    done = submitting.seal_and_export(
        workspace, part.id, folder, passphrase, context.progress, is_encrypted=is_encrypted
    )
    return bundle_line(done.path, done.written, done.check_code)


def _report(context: Context, options: Namespace) -> FileWritten:
    from app.operations.commune import submitting

    return FileWritten(str(submitting.print_report(context.workspace(), context.part().id, Path(options.file))))


def _mark_sent(context: Context, _: Namespace) -> Revisions:
    from app.operations.commune import submitting

    submitting.mark_sent(context.workspace(), context.part().id)
    return _revisions(context)


def _mark_received(context: Context, options: Namespace) -> Revisions:
    from app.operations.commune import submitting

    submitting.mark_received(context.workspace(), context.part().id, options.note)
    return _revisions(context)


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What a receipt says of one revision. `acts`: sealed with the accepted key, and naming what was exported here."""

    round: int
    revision: int
    content_digest: str
    received_at: str
    place: str
    check_code: str
    is_accepted: bool
    is_ours: bool
    acts: bool


@dataclass(frozen=True, slots=True)
class Receipts:
    """One line for each revision that a receipt names, newest first."""

    receipts: tuple[ReceiptLine, ...]


def _receipts(context: Context, _: Namespace) -> Receipts:
    from app.operations.trust import receipted

    found = receipted.of(context.workspace(), context.part().id)
    return Receipts(
        tuple(
            ReceiptLine(
                each.item.round,
                each.number,
                each.item.content_digest,
                each.item.received_at,
                each.item.place,
                each.check_code,
                each.is_accepted,
                each.is_ours,
                each.acts,
            )
            for each in found
        )
    )


def _show_receipts(result: Receipts, printer: Printer) -> None:
    printer.table(
        (("Bản", "Revision"), ("Lần", "Round"), ("Tiếp nhận", "Received"), ("Tình trạng", "Standing"), ("", "")),
        [
            (
                str(one.revision),
                str(one.round),
                printer.moment(one.received_at),
                printer.term(f"place.{one.place}"),
                printer.words(_why(one)),
            )
            for one in result.receipts
        ],
        right=(0, 1),
    )


def _why(line: ReceiptLine) -> tuple[str, str]:
    """What keeps a receipt from acting."""
    if not line.is_accepted:
        return f"khóa chưa ghi nhận, mã {line.check_code}", f"key not accepted, code {line.check_code}"
    return ("", "") if line.is_ours else ("không xuất từ máy này", "not exported here")


_TITLE = argument("--title", default="", help=("chức vụ lãnh đạo", "the leader's title"))
_NOTE = argument("--note", default="", metavar="TEXT", help=("ghi chú gửi kèm", "note sent along"))
COMMANDS = (
    Command(
        name="submission show",
        help=("các bản chốt số liệu", "frozen revisions"),
        run=_show,
        result=Revisions,
        show=_show_revisions,
    ),
    Command(
        name="submission freeze",
        help=("chốt số liệu, do lãnh đạo xác nhận", "freeze the figures, confirmed by a leader"),
        run=_freeze,
        result=Revisions,
        show=_show_revisions,
        arguments=(
            argument("--leader", required=True, metavar="NAME", help=("lãnh đạo xác nhận", "who confirms")),
            _TITLE,
            _NOTE,
        ),
    ),
    Command(
        name="submission reopen",
        help=("mở lại để sửa", "open the answers again"),
        run=_reopen,
        result=Revisions,
        show=_show_revisions,
        arguments=(argument("--reason", required=True, metavar="TEXT", help=("lý do", "the reason")),),
    ),
    Command(
        name="submission withdraw",
        help=("rút lại bản đã xuất khi chưa có phiếu tiếp nhận", "take back what went out while no receipt is in"),
        run=_withdraw,
        result=Revisions,
        show=_show_revisions,
        arguments=(argument("--reason", required=True, metavar="TEXT", help=("lý do", "the reason")),),
    ),
    Command(
        name="submission replace",
        help=("mở lại để gửi bản thay thế", "open the answers for a revision that replaces the one sent"),
        run=_replace,
        result=Revisions,
        show=_show_revisions,
        arguments=(argument("--reason", required=True, metavar="TEXT", help=("lý do", "the reason")),),
    ),
    Command(
        name="submission close-again",
        help=(
            "khôi phục bản vừa rút lại hoặc mở lại, khi chưa sửa gì",
            "take the last withdrawal or reopening back while nothing was changed",
        ),
        run=_close_again,
        result=Revisions,
        show=_show_revisions,
    ),
    Command(
        name="submission receipts",
        help=("phiếu tiếp nhận đã nhận về", "what receipts say"),
        run=_receipts,
        result=Receipts,
        show=_show_receipts,
    ),
    Command(
        name="submission export",
        help=("niêm phong và xuất gói hồ sơ", "seal the frozen revision into one file"),
        run=_export,
        result=BundleWritten,
        show=show_bundle,
        arguments=(
            TO,
            argument(
                "--leader",
                default="",
                metavar="NAME",
                help=("chốt số liệu trước, lãnh đạo này xác nhận", "freeze first, confirmed by this leader"),
            ),
            _TITLE,
            _NOTE,
            ENCRYPT,
        ),
    ),
    Command(
        name="submission report",
        help=("ghi báo cáo của bản chốt ra PDF", "the report of the newest revision as PDF"),
        run=_report,
        result=FileWritten,
        show=show_written,
        arguments=(argument("file", metavar="FILE.pdf", help=("tệp PDF", "a PDF file")),),
    ),
    Command(
        name="submission mark-sent",
        help=("ghi nhận đã gửi", "say that it was sent"),
        run=_mark_sent,
        result=Revisions,
        show=_show_revisions,
    ),
    Command(
        name="submission mark-received",
        help=("ghi nhận đã được tiếp nhận theo thông báo", "say that it was received, by somebody's word"),
        run=_mark_received,
        result=Revisions,
        show=_show_revisions,
        arguments=(argument("--note", default="", metavar="TEXT", help=("theo thông báo nào", "by whose word")),),
    ),
)
