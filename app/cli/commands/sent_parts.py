"""``submission parts``: a submission that goes as figures and volumes, each file by itself."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.commands.campaigns import TO
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument


@dataclass(frozen=True, slots=True)
class PartLine:
    """One file: 0 is the figures, volumes follow from 1; size in bytes, `written_at` is "" while it never was."""

    number: int
    name: str
    size: int
    files: int
    written_at: str
    is_too_large: bool


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """How the frozen revision goes in files of at most `limit` bytes, and about the size of the one file."""

    limit: int
    whole: int
    parts: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True)
class PartWritten:
    """A file that was written and verified: size in bytes."""

    path: str
    size: int
    content_digest: str


@dataclass(frozen=True, slots=True)
class PartsWritten:
    """The files written, in their order, and the code of the key that sealed them."""

    files: tuple[PartWritten, ...]
    check_code: str


def _plan(context: Context, options: Namespace) -> SplitPlan:
    from app.operations.commune import parts_sending

    limit = (options.size or 0) * parts_sending.MEGABYTE
    told = parts_sending.plan(context.workspace(), context.part().id, limit)
    lines = tuple(
        PartLine(part.number, part.name, part.size, part.files, part.written_at, part.is_too_large)
        for part in told.parts
    )
    return SplitPlan(told.limit, told.whole, lines)


def _show_plan(result: SplitPlan, printer: Printer) -> None:
    printer.table(
        (("Tập", "Part"), ("Tên tệp", "File"), ("Dung lượng (byte)", "Size (bytes)"), ("Đã ghi", "Written")),
        [
            (str(one.number or "–"), one.name, str(one.size), printer.moment(one.written_at) or "–")
            for one in result.parts
        ],
        right=(2,),
    )


def _export(context: Context, options: Namespace) -> PartsWritten:
    from app.operations.commune import parts_sending

    workspace, part, passphrase = context.workspace(), context.part(), context.passphrase()
    folder = Path(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    limit = options.size * parts_sending.MEGABYTE if options.size else parts_sending.chosen_limit(workspace, part.id)
    done = parts_sending.export(
        workspace,
        part.id,
        folder,
        passphrase,
        limit or parts_sending.LIMITS[0],
        options.only,
        context.progress,
        is_encrypted=options.encrypt,
    )
    files = tuple(
        PartWritten(str(path), path.stat().st_size, written.content_digest)
        for path, written in zip(done.paths, done.written, strict=True)
    )
    return PartsWritten(files, done.check_code)


def _show_written(result: PartsWritten, printer: Printer) -> None:
    for one in result.files:
        printer.say("Đã ghi và kiểm tra xong: {path}", "Written and checked: {path}", path=one.path)
    printer.fields(((("Mã đối chiếu khóa", "Check code"), result.check_code),))


_SIZE = argument(
    "--size",
    type=int,
    default=None,
    metavar="MB",
    help=("dung lượng lớn nhất của mỗi tệp", "the most each file may have"),
)
ENCRYPT = argument(
    "--encrypt",
    action="store_true",
    help=("mã hóa cho khóa đã ghi nhận của nơi nhận", "encrypt to the receiver's accepted key"),
)
COMMANDS = (
    Command(
        name="submission parts",
        help=("hồ sơ chia tập thế nào, tập nào đã ghi", "how it goes in parts, and which were written"),
        run=_plan,
        result=SplitPlan,
        show=_show_plan,
        arguments=(_SIZE,),
    ),
    Command(
        name="submission export-parts",
        help=("niêm phong và xuất số liệu cùng các tập minh chứng", "seal into figures and volumes of evidence"),
        run=_export,
        result=PartsWritten,
        show=_show_written,
        arguments=(
            TO,
            _SIZE,
            argument(
                "--only",
                action="append",
                type=int,
                default=[],
                metavar="N",
                help=("chỉ ghi tập này (0: số liệu); ghi nhiều lần", "only this one (0: figures); repeated"),
            ),
            ENCRYPT,
        ),
    ),
)
