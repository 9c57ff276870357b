"""``rank`` and ``publish``: exact order, ties shown, results sealed and printed."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import TO, BundleWritten, bundle_line, key_code
from app.cli.commands.scores import decimal
from app.cli.commands.sent_parts import ENCRYPT
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.domain.ranking import Row


@dataclass(frozen=True, slots=True)
class RankLine:
    """One agency in a table: decimal text and the exact fraction it is ranked on; rank null: not ranked, and why."""

    agency: str
    name: str
    value: str | None
    fraction: str | None
    rank: int | None
    is_tied: bool
    band: str
    reason: str


@dataclass(frozen=True, slots=True)
class RankTable:
    """One ranking table; `parent` where one list is made for each superior agency."""

    code: str
    title: str
    parent: str
    rows: tuple[RankLine, ...]
    ties: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Points a reviewer has still to settle."""

    agency: str
    node: str


@dataclass(frozen=True, slots=True)
class RankingShown:
    """All tables at this moment; provisional while anything may still move. `files`: papers written."""

    provisional: bool
    undecided: int
    waiting: tuple[Waiting, ...]
    tables: tuple[RankTable, ...]
    files: tuple[str, ...]


def _rank(context: Context, options: Namespace) -> RankingShown:
    from app.operations.authority import publishing

    workspace, part = context.workspace(), context.part()
    if options.settle:
        table, equals, order = options.settle.partition("=")
        if not equals:
            raise WrongUsage("--settle TABLE=CODE,CODE")
        publishing.settle_tie(workspace, part.id, table, order.split(","), options.reason)
    ranked = publishing.compute(workspace, part.id)
    files = tuple(str(publishing.write_ranking(ranked, Path(target))) for target in options.to)
    return RankingShown(
        provisional=ranked.is_provisional,
        undecided=ranked.undecided,
        waiting=tuple(Waiting(agency, node) for agency, node in ranked.waiting),
        tables=tuple(
            RankTable(
                table.code,
                table.title,
                table.parent,
                tuple(_line(row, ranked.names[row.agency]) for row in table.rows),
                table.ties,
            )
            for table in ranked.tables
        ),
        files=files,
    )


def _line(row: "Row", name: str) -> RankLine:
    from app.domain.numbers import to_stored

    return RankLine(
        agency=row.agency,
        name=name,
        value=decimal(row.value),
        fraction=None if row.value is None else to_stored(row.value),
        rank=row.rank,
        is_tied=row.is_tied,
        band=row.band,
        reason=row.reason,
    )


def show_table(title: str, rows: tuple[RankLine, ...], printer: Printer) -> None:
    """One table with its title."""
    printer.line(title)
    printer.table(
        (("Hạng", "Rank"), ("Tên", "Name"), ("Điểm", "Points"), ("Xếp loại", "Band"), ("Ghi chú", "Note")),
        [
            (
                "–" if row.rank is None else str(row.rank),
                row.name,
                printer.number(row.fraction),
                row.band,
                printer.term("tie") if row.is_tied else _why(row.reason, printer),
            )
            for row in rows
        ],
        right=(0, 2),
    )


def _why(reason: str, printer: Printer) -> str:
    if not reason:
        return ""
    return printer.term(reason if reason == "not_received" else f"not_ranked.{reason}")


def _show_ranking(result: RankingShown, printer: Printer) -> None:
    if result.provisional:
        printer.line(printer.term("provisional"))
    for table in result.tables:
        show_table(f"{table.title} {table.parent}", table.rows, printer)
        printer.line()
    for path in result.files:
        printer.line(path)


# publish -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ResultPublished:
    """What was written: one result for each agency, and the ranking as PDF and XLSX."""

    number: int
    files: tuple[BundleWritten, ...]
    ranking_pdf: str
    ranking_xlsx: str


def _publish(context: Context, options: Namespace) -> ResultPublished:
    from app.operations.authority import publishing

    part = context.part()
    folder = Path(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    done = publishing.publish(
        context.workspace(),
        part.id,
        folder,
        context.passphrase(),
        is_final=not options.draft,
        key_reason=options.reason,
        signature_reason=options.signature_reason,
        note=options.note,
        is_explained=options.explain,
        is_encrypted=options.encrypt,
        progress=context.progress,
    )
    code = key_code(context, part)
    return ResultPublished(
        done.number,
        tuple(bundle_line(path, written, code) for path, written in done.files.values()),
        str(done.ranking_pdf),
        str(done.ranking_xlsx),
    )


def _show_published(result: ResultPublished, printer: Printer) -> None:
    for item in result.files:
        printer.line(item.path)
    printer.line(result.ranking_pdf)
    printer.line(result.ranking_xlsx)
    printer.say(
        "Đã công bố kết quả số {number}: {count} gói kết quả.",
        "Result {number} published: {count} bundles.",
        number=result.number,
        count=len(result.files),
    )


COMMANDS = (
    Command(
        name="rank",
        help=("xếp hạng ở thời điểm này", "the ranking as of now"),
        run=_rank,
        result=RankingShown,
        show=_show_ranking,
        arguments=(
            argument(
                "--to",
                action="append",
                default=[],
                metavar="FILE",
                help=("ghi bảng xếp hạng ra .pdf hoặc .xlsx", "write the ranking as .pdf or .xlsx"),
            ),
            argument(
                "--settle",
                metavar="TABLE=CODE,CODE",
                help=("thứ tự Hội đồng quyết định khi đồng hạng", "the council's order of a tie"),
            ),
            argument("--reason", default="", metavar="TEXT", help=("lý do xếp thứ tự", "the reason of that order")),
        ),
    ),
    Command(
        name="publish",
        help=("công bố kết quả", "publish the result"),
        run=_publish,
        result=ResultPublished,
        show=_show_published,
        arguments=(
            TO,
            argument("--draft", action="store_true", help=("bản dự thảo", "as a draft")),
            argument(
                "--reason",
                default="",
                metavar="TEXT",
                help=("lý do công bố khi còn khóa chưa ghi nhận; được in ra", "why with keys not accepted; printed"),
            ),
            argument(
                "--signature-reason",
                default="",
                metavar="TEXT",
                help=(
                    "lý do công bố khi còn chữ ký chưa đủ căn cứ xác nhận; được in ra",
                    "why with signatures not confirmed; printed",
                ),
            ),
            argument("--note", default="", metavar="TEXT", help=("lời gửi kèm", "a note sent along")),
            argument(
                "--explain",
                action="store_true",
                help=("in thêm phụ lục diễn giải điểm cho từng cơ quan", "print an annex that explains every point"),
            ),
            ENCRYPT,
        ),
    ),
)
