"""``collect versions`` and ``collect compare``: every submission of an agency by its id, and two of them compared."""

from argparse import Namespace
from dataclasses import dataclass

from app.cli.commands.scores import decimal
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

FIELDS = {
    "points": ("Điểm", "Points"),
    "input": ("Số liệu", "Figure"),
    "ground": ("Không áp dụng", "Not applicable"),
    "explanation": ("Giải trình", "Explanation"),
    "evidence": ("Minh chứng", "Evidence"),
    "confirmation": ("Người xác nhận", "Confirmed by"),
}


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One submission that was taken in: `state` is one of current, conflicting, history, waiting, returned,
    bad_signature; `total` what comes out here (decimal text), `files` how many it lists."""

    submission: str
    state: str
    round: int
    revision: int
    received_at: str
    total: str | None
    files: int
    file_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Versions:
    """Every submission of an agency, newest revision first."""

    agency: str
    submissions: tuple[VersionLine, ...]


def _versions(context: Context, options: Namespace) -> Versions:
    from app.errors import AppError
    from app.operations.authority import comparing

    found = comparing.versions(context.workspace(), context.part().id, options.agency)
    if not found:
        raise AppError("submission.not_received", agency=options.agency)
    return Versions(
        options.agency,
        tuple(
            VersionLine(
                submission=each.id,
                state=each.state,
                round=each.round,
                revision=each.revision_number,
                received_at=each.received_at,
                total=decimal(each.total),
                files=each.files,
                file_name=each.file_name,
                reason=each.reason,
            )
            for each in found
        ),
    )


def _show_versions(result: Versions, printer: Printer) -> None:
    printer.table(
        (
            ("Mã hồ sơ", "Id"),
            ("Lần", "Round"),
            ("Bản", "Revision"),
            ("Tình trạng", "State"),
            ("Tiếp nhận", "Received"),
            ("Tổng điểm", "Total"),
            ("Tệp", "File"),
        ),
        [
            (
                each.submission,
                str(each.round),
                str(each.revision),
                printer.term(f"place.{each.state}"),
                printer.moment(each.received_at),
                printer.number(each.total),
                each.file_name,
            )
            for each in result.submissions
        ],
        right=(1, 2, 5),
    )


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One field in which two submissions differ. `node` null: the whole; points are decimal text."""

    node: str | None
    code: str
    field: str
    label: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Two submissions field by field, criteria in tree order; empty where they say the same."""

    first: str
    second: str
    differences: tuple[DifferenceLine, ...]


def _compare(context: Context, options: Namespace) -> Differences:
    from app.domain.numbers import from_stored
    from app.operations.authority import comparing

    def told(field: str, value: str) -> str:
        return (decimal(from_stored(value)) or "") if field == "points" and value else value

    found = comparing.differences(context.workspace(), context.part().id, options.submission, options.other)
    return Differences(
        options.submission,
        options.other,
        tuple(
            DifferenceLine(
                node=each.place.id if each.place is not None else None,
                code=each.place.node.code if each.place is not None else "",
                field=each.field.value,
                label=each.label,
                first=told(each.field.value, each.first),
                second=told(each.field.value, each.second),
            )
            for each in found
        ),
    )


def _show_compare(result: Differences, printer: Printer) -> None:
    printer.table(
        (("Tiêu chí", "Criterion"), ("Nội dung", "What"), ("Bản thứ nhất", "First"), ("Bản thứ hai", "Second")),
        [
            (each.code or each.node or "", each.label or printer.words(FIELDS[each.field]), each.first, each.second)
            for each in result.differences
        ],
    )
    if not result.differences:
        printer.say("Hai hồ sơ không khác nhau.", "The two submissions say the same.")


COMMANDS = (
    Command(
        name="collect versions",
        help=("mọi hồ sơ đã nhận của một cơ quan, kèm mã hồ sơ", "every submission of an agency, with its id"),
        run=_versions,
        result=Versions,
        show=_show_versions,
        arguments=(argument("agency", metavar="CODE", help=("mã cơ quan", "the agency's code")),),
    ),
    Command(
        name="collect compare",
        help=("so sánh hai hồ sơ theo từng mục", "two submissions field by field"),
        run=_compare,
        result=Differences,
        show=_show_compare,
        arguments=(
            argument("submission", metavar="ID", help=("mã hồ sơ thứ nhất", "id of the first")),
            argument("other", metavar="ID", help=("mã hồ sơ thứ hai", "id of the second")),
        ),
    ),
)
