"""``receive`` and ``result show``: what comes back to a commune."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import CampaignPart, part_line, show_part
from app.cli.commands.rankings import RankLine, show_table
from app.cli.commands.scores import decimal
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument
from app.errors import AppError

if TYPE_CHECKING:
    from app.domain.contents import Figures, ResultRow


@dataclass(frozen=True, slots=True)
class Received:
    """A file taken in: its kind, how many criteria it opens again, and whether its sender's key is accepted.

    `waits`: why it was kept and does not act yet (null: it acts)."""

    part: CampaignPart
    kind: str
    open_nodes: int
    is_new: bool
    is_known_sender: bool
    check_code: str
    waits: str | None = None


def _receive(context: Context, options: Namespace) -> Received:
    from app.operations.commune import improving
    from app.wording import sentence

    path, workspace = Path(options.file), context.workspace()
    passphrase = context.passphrase_for([path])
    brought = improving.receive(workspace, path, context.progress, passphrase=passphrase)
    return Received(
        part_line(brought.part),
        brought.kind.value,
        brought.open_nodes,
        brought.is_new,
        brought.is_known_sender,
        brought.check_code,
        None if brought.waits is None else sentence(brought.waits, context.language),
    )


def _show_received(result: Received, printer: Printer) -> None:
    show_part(result.part, printer)
    printer.line(printer.term(f"bundle_{result.kind}"))
    if not result.is_new:
        printer.say("Tệp này đã nạp từ trước; không có gì thay đổi.", "Loaded before; nothing changed.")
    if result.open_nodes:
        printer.say(
            "{count} tiêu chí cần giải trình, bổ sung.",
            "{count} criteria to explain or prove.",
            count=result.open_nodes,
        )
    if result.waits:
        printer.line(result.waits)
    elif not result.is_known_sender:
        printer.say(
            "Khóa của nơi gửi chưa ghi nhận. Mã đối chiếu: {code}",
            "The sender's key is not accepted yet. Check code: {code}",
            code=result.check_code,
        )


@dataclass(frozen=True, slots=True)
class ResultNode:
    """One node: points stated, points that count (decimal text), and why they differ."""

    node: str
    self_points: str | None
    points: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class ResultTableShown:
    """One published table, and the own row in it."""

    code: str
    title: str
    own: RankLine | None
    rows: tuple[RankLine, ...]


@dataclass(frozen=True, slots=True)
class ResultShown:
    """The newest result received; numbers are decimal text."""

    number: int
    standing: str
    published_at: str
    total: str
    percent: str | None
    tables: tuple[ResultTableShown, ...]
    nodes: tuple[ResultNode, ...]


def _show(context: Context, _: Namespace) -> ResultShown:
    from app.operations.commune import improving

    seen = improving.result(context.workspace(), context.part().id)
    if seen is None or seen.content.own is None:
        raise AppError("result.none")
    figures: Figures = seen.content.own.figures
    return ResultShown(
        number=seen.content.number,
        standing=seen.standing,
        published_at=seen.content.published_at,
        total=_decimal(figures.total) or "",
        percent=_decimal(figures.percent),
        tables=tuple(
            ResultTableShown(
                table.code,
                table.title,
                _line(seen.own_rows[table.code]) if table.code in seen.own_rows else None,
                tuple(_line(row) for row in table.rows),
            )
            for table in seen.content.tables
        ),
        nodes=tuple(
            ResultNode(item.node, decimal(item.self_points), decimal(item.points), item.reason) for item in seen.nodes
        ),
    )


def _decimal(stored: str | None) -> str | None:
    from app.domain.numbers import from_stored

    return None if stored is None else decimal(from_stored(stored))


def _line(row: "ResultRow") -> RankLine:
    return RankLine(row.agency, row.name, _decimal(row.value), row.value, row.rank, row.is_tied, row.band, row.reason)


def _show_result(result: ResultShown, printer: Printer) -> None:
    printer.fields(
        (
            (("Kết quả số", "Result"), f"{result.number} ({result.standing})"),
            (("Công bố lúc", "Published"), printer.moment(result.published_at)),
            (("Tổng điểm", "Total"), printer.number(result.total)),
        )
    )
    for table in result.tables:
        printer.line()
        show_table(table.title, table.rows, printer)
    printer.line()
    changed = [item for item in result.nodes if item.self_points != item.points]
    printer.table(
        (("Tiêu chí", "Node"), ("Tự đánh giá", "Claimed"), ("Chính thức", "Counts"), ("Lý do", "Reason")),
        [(item.node, printer.number(item.self_points), printer.number(item.points), item.reason) for item in changed],
        right=(1, 2),
    )


COMMANDS = (
    Command(
        name="receive",
        help=("nạp gói ý kiến thẩm định hoặc gói kết quả (xã, phường)", "take in feedback or a result (commune)"),
        run=_receive,
        result=Received,
        show=_show_received,
        arguments=(argument("file", metavar="FILE", help=("gói nhận được", "the bundle")),),
    ),
    Command(
        name="result show",
        help=("xem kết quả đã nhận", "the newest result received"),
        run=_show,
        result=ResultShown,
        show=_show_result,
    ),
)
