"""``signature``: people's signatures on the report of the frozen revision. Secrets come by standard input alone."""

import sys
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.commands import tokens as devices
from app.cli.commands.frameworks import FileWritten, show_written
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.errors import AppError

_MISSING = {
    "leader": ("chữ ký số của lãnh đạo", "the digital signature of the leader"),
    "agency": ("chữ ký số của cơ quan", "the digital signature of the agency"),
    "wet_signed": ("bản quét báo cáo đã ký, đóng dấu", "the scan of the report signed and sealed on paper"),
}


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A signature as it says of itself; nothing is proven here. `at` is the time it claims."""

    field: str
    name: str
    unit: str
    at: str


@dataclass(frozen=True, slots=True)
class PapersShown:
    """How far the report is: state, what the campaign demands, who signed, what is missing, the kind of scan."""

    state: str
    demand: str
    signer: str
    title: str
    marks: tuple[MarkLine, ...]
    missing: tuple[str, ...]
    scan: str


@dataclass(frozen=True, slots=True)
class TakenShown:
    """The file that was kept and what stands in it; `light` is what was found of the signatures here."""

    file: str
    light: str
    is_rewritten: bool
    is_known: bool
    marks: tuple[MarkLine, ...]
    refused: tuple[Told, ...]


def _papers(context: Context) -> PapersShown:
    from app.operations.trust import signing

    found = signing.papers(context.workspace(), context.part().id)
    if found is None:
        raise AppError("submission.not_frozen")
    return PapersShown(
        state=found.state,
        demand=found.demand.value,
        signer=found.signer,
        title=found.title,
        marks=tuple(MarkLine(each.field, each.name, each.unit, each.at) for each in found.marks),
        missing=found.missing,
        scan=found.scan,
    )


def _show(context: Context, _: Namespace) -> PapersShown:
    return _papers(context)


def _make(context: Context, options: Namespace) -> PapersShown:
    from app.operations.trust import signing

    workspace, part = context.workspace(), context.part()
    field = signing.AGENCY if options.role == "agency" else signing.LEADER
    if options.picture:
        signing.keep_picture(workspace, part.id, field, Path(options.picture))
    if options.p12:
        password = first_line() if options.password_stdin else ""
        signing.sign_with_file(workspace, part.id, field, Path(options.p12), password)
        return _papers(context)
    from app.operations.trust.tokens import sign_with

    chosen = devices.certificate_of(options)
    pin = devices.pin_for(chosen, options)
    sign_with(workspace, chosen, pin, lambda opened, signer: signing.sign(opened, part.id, field, signer))
    return _papers(context)


def first_line() -> str:
    """The first line of standard input."""
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.rstrip("\r\n")


def _signer(context: Context, options: Namespace) -> PapersShown:
    from app.operations.trust import signing

    signing.change_signer(context.workspace(), context.part().id, options.name, options.title)
    return _papers(context)


def _hand_out(context: Context, options: Namespace) -> FileWritten:
    from app.operations.trust import signing

    return FileWritten(str(signing.hand_out(context.workspace(), context.part().id, Path(options.file))))


def _take_back(context: Context, options: Namespace) -> TakenShown:
    from app.operations.trust import signing

    taken = signing.take_back(context.workspace(), context.part().id, [Path(each) for each in options.files])
    return TakenShown(
        file=taken.path.name,
        light=taken.people.light.value if taken.people.light else "",
        is_rewritten=taken.is_rewritten,
        is_known=taken.is_known,
        marks=tuple(MarkLine(each.field, each.name, each.unit, each.at) for each in taken.marks),
        refused=tuple(told(error, context.language) for _, error in taken.refused),
    )


def _scan(context: Context, options: Namespace) -> PapersShown:
    from app.operations.trust import signing

    signing.attach_scan(context.workspace(), context.part().id, Path(options.file))
    return _papers(context)


def _drop(context: Context, options: Namespace) -> PapersShown:
    from app.operations.trust import signing

    signing.drop(context.workspace(), context.part().id, scan=options.scan)
    return _papers(context)


def _show_papers(result: PapersShown, printer: Printer) -> None:
    printer.line(printer.term(result.state))
    _show_marks(result.marks, printer)
    if result.scan:
        printer.say("Bản quét văn bản đã ký, đóng dấu: {kind}.", "Scan of the print signed in ink: {kind}.",
                    kind=result.scan)  # fmt: skip
    for each in result.missing:
        printer.say("Đợt này yêu cầu, chưa có: {what}.", "Asked for, not there yet: {what}.",
                    what=printer.words(_MISSING[each]))  # fmt: skip


def _show_marks(marks: tuple[MarkLine, ...], printer: Printer) -> None:
    if marks:
        heads = (("Người ký", "Signer"), ("Cơ quan", "Unit"), ("Thời điểm ký (theo máy)", "Signed (claimed)"))
        printer.table(heads, [(each.name, each.unit, printer.moment(each.at) if each.at else "–") for each in marks])


def _show_taken(result: TakenShown, printer: Printer) -> None:
    printer.say("Đã nạp báo cáo đã ký: {file}.", "The signed report was loaded: {file}.", file=result.file)
    _show_marks(result.marks, printer)
    for each in result.refused:
        printer.line(each.message)


_FILE = argument("file", metavar="FILE.pdf", help=("tệp PDF", "a PDF file"))
COMMANDS = (
    Command(
        name="signature show",
        help=("chữ ký trên báo cáo của bản chốt", "signatures on the report of the frozen revision"),
        run=_show,
        result=PapersShown,
        show=_show_papers,
    ),
    Command(
        name="signature make",
        help=("ký số báo cáo trên máy này", "sign the report on this computer"),
        run=_make,
        result=PapersShown,
        show=_show_papers,
        arguments=(
            argument("--role", choices=("leader", "agency"), default="leader",
                     help=("ký cho lãnh đạo hay cho cơ quan", "for the leader or for the agency")),
            argument("--p12", default="", metavar="FILE", help=("tệp chứng thư .p12, .pfx", "a certificate file")),
            argument("--password-stdin", action="store_true",
                     help=("đọc mật khẩu của tệp từ đầu vào", "read the password of the file from input")),
            argument("--picture", default="", metavar="FILE",
                     help=("ảnh chữ ký hoặc con dấu", "a picture of the signature or seal")),
            *devices.CHOOSING,
        ),
    ),
    Command(
        name="signature signer",
        help=("đổi người ký báo cáo", "make the report out for another signer"),
        run=_signer,
        result=PapersShown,
        show=_show_papers,
        arguments=(
            argument("--name", required=True, metavar="NAME", help=("họ và tên", "full name")),
            argument("--title", default="", help=("chức vụ", "title")),
        ),
    ),
    Command(
        name="signature hand-out",
        help=("lưu PDF để ký ở máy khác", "save the PDF to sign on another computer"),
        run=_hand_out,
        result=FileWritten,
        show=show_written,
        arguments=(_FILE,),
    ),
    Command(
        name="signature take-back",
        help=("nạp PDF đã ký", "load the signed PDF, whatever it is called"),
        run=_take_back,
        result=TakenShown,
        show=_show_taken,
        arguments=(argument("files", nargs="+", metavar="FILE", help=("các tệp PDF", "PDF files")),),
    ),
    Command(
        name="signature scan",
        help=("đính kèm bản quét đã ký, đóng dấu", "attach the scan of the print signed in ink"),
        run=_scan,
        result=PapersShown,
        show=_show_papers,
        arguments=(argument("file", metavar="FILE", help=("tệp PDF, JPG, PNG", "a PDF, JPG or PNG file")),),
    ),
    Command(
        name="signature drop",
        help=("bỏ bản đã ký, hoặc bản quét", "set the signed report aside, or the scan"),
        run=_drop,
        result=PapersShown,
        show=_show_papers,
        arguments=(argument("--scan", action="store_true", help=("bỏ bản quét", "the scan")),),
    ),
)  # fmt: skip
