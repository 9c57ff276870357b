"""``collect``: submissions taken in, and the board."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.scores import decimal
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.domain import text

if TYPE_CHECKING:
    from app.operations.authority.collecting import Taken
    from app.operations.authority.parts_receiving import InParts


@dataclass(frozen=True, slots=True)
class FileTaken:
    """What became of one file; `differing` counts claimed points that are not what is computed here."""

    path: str
    outcome: str
    agency: str
    name: str
    verdict: str | None
    check_code: str | None
    total: str | None
    differing: int
    error: Told | None


@dataclass(frozen=True, slots=True)
class Collected:
    """All files of one drop; refused as a whole (`error`) only when not one of them could be used."""

    received: int
    refused: int
    files: tuple[FileTaken, ...]
    error: Told | None = None


def _import(context: Context, options: Namespace) -> Collected:
    from app.operations.authority import collecting
    from app.operations.authority.collecting import Outcome

    paths = [Path(path) for path in options.path]
    passphrase = context.passphrase() if options.encrypted else context.passphrase_for(paths)
    drop = collecting.import_paths(
        context.workspace(), context.part().id, paths, context.progress, passphrase=passphrase
    )
    files = tuple(_taken(item, context.language) for item in drop.files)
    refused = drop.count(Outcome.REFUSED)
    useless = refused + drop.count(Outcome.OTHER_KIND)
    return Collected(
        received=drop.count(Outcome.RECEIVED),
        refused=refused,
        files=files,
        error=files[0].error if useless == len(files) else None,
    )


def _taken(item: "Taken", language: str) -> FileTaken:
    return FileTaken(
        path=str(item.path),
        outcome=item.outcome.value,
        agency=item.agency,
        name=item.name,
        verdict=item.verdict.light.value if item.verdict else None,
        check_code=item.verdict.check_code if item.verdict else None,
        total=decimal(item.total),
        differing=item.differing,
        error=told(item.error, language) if item.error is not None else None,
    )


_OUTCOMES = {
    "received": ("Đã tiếp nhận", "Received"),
    "already": ("Đã có từ trước", "Here already"),
    "signed": ("Nhận thêm chữ ký", "Signatures taken in"),
    "older": ("Bản cũ, lưu lịch sử", "Older, kept as history"),
    "conflicting": ("Có hai bản khác nhau", "Two different ones"),
    "registered": ("Đã báo nhận", "Registered"),
    "volume": ("Đã nhận minh chứng", "Evidence taken in"),
    "aside": ("Minh chứng, chờ số liệu", "Evidence, figures awaited"),
    "other_key": ("Khóa khác khóa đã ghi nhận, chờ đồng ý", "Other key than the accepted one, waiting for consent"),
    "waiting": ("Bản thay thế sau hạn, chờ đồng ý", "Replacement after the deadline, waiting for consent"),
    "bad_signature": ("Chữ ký không dùng được, giữ để đối chiếu", "A signature does not hold, kept for comparison"),
    "other_kind": ("Không phải hồ sơ", "No submission"),
    "refused": ("Chưa tiếp nhận", "Not taken in"),
}


def _show_collected(result: Collected, printer: Printer) -> None:
    printer.table(
        (("Tệp", "File"), ("Cơ quan, địa phương", "Agency"), ("Kết quả", "Outcome"), ("Tổng điểm", "Total")),
        [
            (
                text.nfc(Path(item.path).name),
                item.name,
                printer.words(_OUTCOMES[item.outcome]),
                printer.number(item.total),
            )
            for item in result.files
        ],
        right=(3,),
    )
    for item in result.files:
        if item.error is not None:
            printer.line(f"- {text.nfc(Path(item.path).name)}: {item.error.message}")


# status ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PartsLine:
    """How far a submission in parts has come: volumes here of all, files still awaited, until when they may follow."""

    volumes: int
    here: int
    files: int
    awaited: int
    last_day: str
    is_late: bool


def _parts(told: "InParts") -> PartsLine:
    last = told.last_day.isoformat()
    return PartsLine(told.volumes, told.here, told.files, told.awaited, last, told.is_late)


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One agency on the board; lights are null where nothing came, `received_at` is "" then.

    `waiting`: id of the replacement that waits for consent; `receipt_at`: when its last receipt was made.
    """

    agency: str
    name: str
    state: str
    integrity: str | None
    seal: str | None
    people: str | None
    round: int | None
    revision: int | None
    received_at: str
    is_late: bool
    total: str | None
    differing: tuple[str, ...]
    check_code: str
    content_digest: str
    submission: str
    versions: int
    parts: PartsLine | None
    aside: int
    waiting: str
    receipt_at: str


@dataclass(frozen=True, slots=True)
class Board:
    """Every agency of the campaign, and how many have been received."""

    received: int
    agencies: tuple[BoardLine, ...]


def status(context: Context, _: Namespace) -> Board:
    """The board as it stands."""
    from app.operations.authority import collecting

    rows = collecting.board(context.workspace(), context.part().id)
    return Board(
        received=sum(bool(row.submission) for row in rows),
        agencies=tuple(
            BoardLine(
                agency=row.agency.code,
                name=row.agency.name,
                state=row.state.value,
                integrity=row.integrity and row.integrity.value,
                seal=row.seal and row.seal.value,
                people=row.people and row.people.value,
                round=row.round,
                revision=row.revision_number,
                received_at=row.received_at,
                is_late=row.is_late,
                total=decimal(row.total),
                differing=row.differing,
                check_code=row.check_code,
                content_digest=row.content_digest,
                submission=row.submission,
                versions=row.versions,
                parts=None if row.parts is None else _parts(row.parts),
                aside=row.aside,
                waiting=row.waiting,
                receipt_at=row.receipt_at,
            )
            for row in rows
        ),
    )


def show_board(result: Board, printer: Printer) -> None:
    """Tells of every agency on one line."""
    printer.table(
        (
            ("Mã", "Code"),
            ("Tên", "Name"),
            ("Tình trạng", "State"),
            ("Lần", "Round"),
            ("Tiếp nhận", "Received"),
            ("Tổng điểm", "Total"),
            ("Mã đối chiếu khóa", "Check code"),
        ),
        [
            (
                row.agency,
                row.name,
                printer.term(row.state)
                + (f" {row.parts.here}/{row.parts.volumes}" if row.parts and row.parts.awaited else "")
                + (f" · {printer.term('late')}" if row.is_late else ""),
                str(row.round or ""),
                printer.moment(row.received_at),
                printer.number(row.total),
                row.check_code,
            )
            for row in result.agencies
        ],
        right=(3, 5),
    )
    printer.say(
        "Đã tiếp nhận {received}/{all}.",
        "{received} of {all} received.",
        received=result.received,
        all=len(result.agencies),
    )


COMMANDS = (
    Command(
        name="collect import",
        help=("tiếp nhận các gói hồ sơ trong tệp và thư mục", "take in the submissions among files and folders"),
        run=_import,
        result=Collected,
        show=_show_collected,
        arguments=(
            argument("path", nargs="+", metavar="PATH", help=("tệp hoặc thư mục", "files or folders")),
            argument(
                "--encrypted",
                action="store_true",
                help=("mở cả tệp đã mã hóa trong thư mục", "open encrypted files inside folders too"),
            ),
        ),
    ),
    Command(
        name="collect status",
        help=("bảng theo dõi tiếp nhận", "the board: what was received of whom"),
        run=status,
        result=Board,
        show=show_board,
    ),
)
