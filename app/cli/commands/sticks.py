"""``campaign stick``: one folder for the communes, in reading order, read back and checked."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument
from app.errors import AppError


@dataclass(frozen=True, slots=True)
class StickWritten:
    """The folder written and read back: files, bytes, the code to compare, folders left out for want of programs.

    `beside` is a folder of the same name that was there already and stays as it was; "" for none.
    """

    folder: str
    files: int
    size: int
    check_code: str
    content_digest: str
    left_out: tuple[str, ...]
    beside: str


def _stick(context: Context, options: Namespace) -> StickWritten:
    from app.operations.authority import sticks

    workspace, part = context.workspace(), context.part()
    at_hand = sticks.found(workspace)
    enclosed = sticks.Enclosed(
        installer=_given(options.installer) or at_hand.installer,
        portable=_given(options.portable) or at_hand.portable,
        letter=_given(options.letter),
    )
    planned = sticks.plan(workspace, part.id, enclosed)
    passphrase = context.passphrase() if planned.needs_passphrase else ""
    where = Path(options.out)
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError("disk.read_only", drive=str(where)) from error
    done = sticks.write(workspace, part.id, where, enclosed, passphrase, context.progress)
    return StickWritten(
        str(done.folder), done.files, done.size, done.check_code, done.content_digest, done.left_out, done.beside
    )


def _given(told: str) -> Path | None:
    return Path(told) if told else None


def _show(result: StickWritten, printer: Printer) -> None:
    printer.fields(
        (
            (("Đã ghi và kiểm tra xong", "Written and checked"), result.folder),
            (("Số tệp", "Files"), str(result.files)),
            (("Dung lượng (byte)", "Size (bytes)"), str(result.size)),
            (("Mã đối chiếu khóa", "Check code"), result.check_code),
        )
    )
    if result.left_out:
        printer.say("Không kèm: {names}.", "Left out: {names}.", names=", ".join(result.left_out))
    if result.beside:
        printer.say(
            "Thư mục có sẵn {name} giữ nguyên.", "The folder {name} was there and stays as it was.", name=result.beside
        )


COMMANDS = (
    Command(
        name="campaign stick",
        help=("chuẩn bị USB cho xã", "prepare a USB stick for the communes"),
        run=_stick,
        result=StickWritten,
        show=_show,
        arguments=(
            argument("--out", required=True, metavar="DIR", help=("USB hoặc thư mục ghi vào", "stick or folder")),
            argument("--installer", default="", metavar="FILE", help=("bộ cài (.exe)", "the installer (.exe)")),
            argument(
                "--portable",
                default="",
                metavar="FILE_OR_FOLDER",
                help=("bản chạy không cần cài đặt: .zip hoặc thư mục", "the portable copy: .zip or folder"),
            ),
            argument(
                "--letter",
                default="",
                metavar="PDF",
                help=("công văn đã phát hành, thay cho công văn mẫu", "the issued letter instead of the model"),
            ),
        ),
    ),
)
