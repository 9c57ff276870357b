"""``submission recover``: a commune's work brought back from what it sent."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import CampaignPart, part_line, show_part
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told

if TYPE_CHECKING:
    from app.operations.commune.recovering import Offer


@dataclass(frozen=True, slots=True)
class WorkBack:
    """What the files hold, and the part it became (None with ``--look``). `number` 0: no submission was among them.

    `missing` of `files` are not here yet; `lacks` names what the files cannot bring back; `refused` are files that
    came along and were not taken. `sent_at` is claimed (ISO time), `total` decimal text. `follows`: the revision here
    whose place it takes, 0 for none.
    """

    part: CampaignPart | None
    agency: str
    name: str
    campaign: str
    authority: str
    number: int
    round: int
    sent_at: str
    total: str | None
    check_code: str
    answers: int
    files: int
    missing: int
    lacks: tuple[str, ...]
    refused: tuple[Told, ...]
    follows: int


def _recover(context: Context, options: Namespace) -> WorkBack:
    from app.operations.commune import recovering

    key = Path(options.key) if options.key else None
    files = [Path(path) for path in options.file]
    is_asked = key is not None or options.encrypted
    passphrase = context.passphrase() if is_asked else context.passphrase_for(files)
    given = (context.workspace(may_make=True), files, passphrase, key, context.progress)
    if options.look:
        return _told(recovering.look(*given))
    done = recovering.recover(*given)
    refused = tuple(told(error, context.language) for error in done.refused)
    return _told(done.offer, part_line(done.part), refused)


def _told(offer: "Offer", part: CampaignPart | None = None, refused: tuple[Told, ...] = ()) -> WorkBack:
    from app.domain.numbers import exact_text, from_stored

    return WorkBack(
        part, offer.agency, offer.name, offer.campaign, offer.authority, offer.number, offer.round, offer.sent_at,
        exact_text(from_stored(offer.total)) if offer.total else None, offer.check_code, offer.answers, offer.files,
        offer.missing, tuple(each.value for each in offer.lacks), refused, offer.follows,
    )  # fmt: skip


def _show(result: WorkBack, printer: Printer) -> None:
    if result.part is not None:
        show_part(result.part, printer)
    heads = [(("Đơn vị", "Agency"), result.name), (("Đợt đánh giá", "Campaign"), result.campaign)]
    if result.number:
        heads += [
            (("Bản chốt", "Revision"), f"{result.number} · {printer.words(('lần', 'round'))} {result.round}"),
            (("Thời điểm ghi trong tệp", "Time as claimed"), printer.moment(result.sent_at)),
            (("Tổng điểm", "Total"), printer.number(result.total)),
            (("Tiêu chí có số liệu", "Criteria answered"), str(result.answers)),
            (("Tài liệu kiểm chứng", "Evidence"), f"{result.files - result.missing}/{result.files}"),
        ]
    printer.fields(heads)
    if result.follows:
        printer.say(
            "Bản chốt số {number} trên máy này đúng như khi gửi: bản sau thay chỗ, bản đó vẫn còn trong lịch sử.",
            "Revision {number} here is as it was sent: the later one takes its place, and it stays in the history.",
            number=result.follows,
        )
    for each in (*result.lacks, "never"):
        printer.line(printer.term(f"recover_{each}"))
    for error in result.refused:
        printer.line(error.message)


COMMANDS = (
    Command(
        name="submission recover",
        help=("khôi phục phần việc của xã từ hồ sơ đã gửi", "bring a commune's work back from what it sent"),
        run=_recover,
        result=WorkBack,
        show=_show,
        arguments=(
            argument(
                "file",
                nargs="+",
                metavar="FILE",
                help=(
                    "hồ sơ đã gửi, các tập, gói triển khai, phiếu tiếp nhận, ý kiến, kết quả, hoặc thư mục",
                    "what was sent, volumes, campaign, receipts, feedback, result, or folders",
                ),
            ),
            argument(
                "--key", default="", metavar="FILE.p12", help=("bản sao lưu khóa của xã", "a copy of the own key")
            ),
            argument(
                "--encrypted",
                action="store_true",
                help=("mở cả tệp đã mã hóa trong thư mục", "open encrypted files inside folders too"),
            ),
            argument("--look", action="store_true", help=("chỉ xem, chưa khôi phục", "only look, keep nothing")),
        ),
    ),
)
