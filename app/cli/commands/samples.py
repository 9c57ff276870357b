"""``demo``: a whole campaign on made-up data, through the operations everybody uses."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument
from app.errors import AppError


@dataclass(frozen=True, slots=True)
class DemoMade:
    """What the demonstration left in its folder; `size` counts the bytes of everything there.

    `registered` communes made themselves known, `receipts` were taken in, `returned` submissions came again.
    """

    out: str
    agencies: int
    evidence_files: int
    bundles: int
    ranking_pdf: str
    ranking_xlsx: str
    registered: int
    receipts: int
    returned: int
    journal: str
    size: int


def _demo(context: Context, options: Namespace) -> DemoMade:
    from app.cli.demo import scenario

    out = Path(options.out)
    if out.is_file() or (out.is_dir() and any(out.iterdir())):
        raise AppError("restore.not_empty", path=str(out))
    made = scenario.play(out, options.small, context.progress)
    return DemoMade(
        out=str(out),
        agencies=made.agencies,
        evidence_files=made.evidence_files,
        bundles=sum(1 for _ in (out / "bundles").rglob("*.thuocso*")),
        ranking_pdf=str(made.ranking_pdf),
        ranking_xlsx=str(made.ranking_xlsx),
        registered=made.registered,
        receipts=made.receipts,
        returned=made.returned,
        journal=str(made.journal),
        size=sum(path.stat().st_size for path in out.rglob("*") if path.is_file()),
    )


def _show(result: DemoMade, printer: Printer) -> None:
    printer.say(
        "Đã làm xong {agencies} xã, {files} tệp minh chứng, {bundles} gói trong {out}.",
        "{agencies} communes, {files} evidence files and {bundles} bundles are in {out}.",
        agencies=result.agencies,
        files=result.evidence_files,
        bundles=result.bundles,
        out=result.out,
    )
    printer.say(
        "{registered} xã báo nhận, khóa được chấp nhận theo mã trong công văn; trả lại {returned} hồ sơ rồi nhận bản "
        "thay thế; {receipts} phiếu tiếp nhận.",
        "Communes that made themselves known: {registered}, their keys accepted by the codes in their letters; "
        "submissions returned and replaced: {returned}; receipts: {receipts}.",
        registered=result.registered,
        returned=result.returned,
        receipts=result.receipts,
    )
    printer.say(
        "Một hồ sơ gửi thành nhiều phần, một hồ sơ mã hóa khi gửi, một báo cáo do lãnh đạo ký số.",
        "One submission went in parts, one encrypted, one report bears its leader's signature.",
    )
    printer.line(result.ranking_pdf)
    printer.line(result.ranking_xlsx)
    printer.line(result.journal)


COMMANDS = (
    Command(
        name="demo",
        help=("diễn thử cả một đợt đánh giá với số liệu giả định", "play a whole campaign on made-up data"),
        run=_demo,
        result=DemoMade,
        show=_show,
        arguments=(
            argument("--out", required=True, metavar="DIR", help=("thư mục còn trống", "an empty folder")),
            argument("--small", action="store_true", help=("3 xã, ít tiêu chí, tệp nhỏ", "3 communes, tiny files")),
        ),
    ),
)
