"""``journal``: who changed what; handed out for an inspection, and proven whole again without a data folder."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.domain.journal import Proof
from app.errors import AppError


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One change: who, when, what, from what to what."""

    at: str
    person: str
    part: str
    action: str
    subject: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class JournalShown:
    """The latest lines, newest first."""

    lines: tuple[JournalLine, ...]


def _list(context: Context, options: Namespace) -> JournalShown:
    from app.operations import workspace

    lines = workspace.journal_lines(context.workspace(), limit=options.limit)
    return JournalShown(
        tuple(
            JournalLine(one.at, one.person, one.part, one.action, one.subject, one.field, one.before, one.after)
            for one in lines
        )
    )


def _show_lines(result: JournalShown, printer: Printer) -> None:
    from app.wording.journal import action_text

    for one in result.lines:
        change = " → ".join(filter(None, (one.before, one.after)))
        done = action_text(one.action, printer.language)
        printer.line(f"{printer.moment(one.at)}  {one.person or '–'}  {done}  {one.subject} {one.field}  {change}")


@dataclass(frozen=True, slots=True)
class JournalProof:
    """How many lines, how many in the chain, the last one's digest; a broken chain is refused under `error`."""

    lines: int
    chained: int
    head: str
    broken_at: int | None
    files: tuple[str, ...] = ()
    error: Told | None = None


def _proof(proof: Proof, context: Context, *files: Path) -> JournalProof:
    error = AppError("journal.broken", line=proof.broken_at) if proof.broken_at else None
    said = told(error, context.language) if error else None
    return JournalProof(proof.lines, proof.chained, proof.head, proof.broken_at, tuple(map(str, files)), said)


def _export(context: Context, options: Namespace) -> JournalProof:
    from app.operations import inspecting

    done = inspecting.hand_out(context.workspace(), Path(options.out), context.progress)
    return _proof(done.proof, context, done.book, done.lines)


def _verify(context: Context, options: Namespace) -> JournalProof:
    from app.operations import inspecting

    if options.file:
        return _proof(inspecting.prove_file(Path(options.file)), context)
    return _proof(inspecting.prove(context.workspace()), context)


def _show_proof(result: JournalProof, printer: Printer) -> None:
    for path in result.files:
        printer.say("Đã ghi {path}.", "Written: {path}.", path=path)
    if result.error is not None:
        printer.line(result.error.message)
        return
    printer.say(
        "Nhật ký nguyên vẹn: {lines} dòng, {chained} dòng trong chuỗi. Mã băm của dòng cuối: {head}",
        "The journal is whole: {lines} lines, {chained} of them chained. Digest of the last line: {head}",
        lines=result.lines,
        chained=result.chained,
        head=result.head or "–",
    )


COMMANDS = (
    Command(
        name="journal list",
        help=("các dòng mới nhất", "the latest lines"),
        run=_list,
        result=JournalShown,
        show=_show_lines,
        arguments=(
            argument("--limit", type=int, default=100, metavar="N", help=("số dòng mới nhất", "how many lines")),
        ),
    ),
    Command(
        name="journal export",
        help=("xuất toàn bộ nhật ký để kiểm tra", "hand the whole journal out for an inspection"),
        run=_export,
        result=JournalProof,
        show=_show_proof,
        arguments=(
            argument(
                "--out",
                required=True,
                metavar="FILE.xlsx",
                help=("tệp Excel; tệp .jsonl cùng tên ghi bên cạnh", "the workbook; a .jsonl of the same name beside"),
            ),
        ),
    ),
    Command(
        name="journal verify",
        help=("kiểm tra chuỗi của nhật ký", "prove the journal's chain"),
        run=_verify,
        result=JournalProof,
        show=_show_proof,
        arguments=(
            argument(
                "file",
                nargs="?",
                metavar="FILE.jsonl",
                help=("tệp đã xuất; không ghi: nhật ký đang dùng", "a file handed out; left out: the journal in use"),
            ),
        ),
    ),
)
