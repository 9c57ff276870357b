"""``key``: sealing keys of one's own, and those accepted for others."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.bundles.medium import unreadable
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.operations.trust.trusting import KeyInfo


@dataclass(frozen=True, slots=True)
class KeyShown:
    """A sealing key of one's own: the code to compare, its digest, and its certificate as PEM."""

    agency: str
    role: str
    check_code: str
    spki_sha256: str
    created_at: str
    certificate: str


def _shown(key: "KeyInfo") -> KeyShown:
    return KeyShown(key.agency, key.role, key.check_code, key.spki, key.created_at, key.certificate)


def _create(context: Context, options: Namespace) -> KeyShown:
    from app.operations.trust import trusting

    part = context.part()
    made = trusting.create_key(context.workspace(), part, context.passphrase(), options.replace)
    return _shown(made)


def _show(context: Context, options: Namespace) -> KeyShown:
    from app.operations.trust import trusting

    part = context.part()
    if options.pem:
        return _shown(trusting.write_certificate(context.workspace(), part, Path(options.pem)))
    return _shown(trusting.key_in_use(context.workspace(), part))


def _show_key(result: KeyShown, printer: Printer) -> None:
    printer.fields(
        (
            (("Khóa niêm phong của", "Sealing key of"), f"{result.agency} ({result.role})"),
            (("Mã đối chiếu", "Check code"), result.check_code),
            (("Lập lúc", "Made"), printer.moment(result.created_at)),
        )
    )


# Keys of others ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeyPin:
    """A key accepted for an agency and a role: how, by whom, from when until when (null: still) and why it ended."""

    agency: str
    role: str
    spki_sha256: str
    how: str
    by: str
    valid_from: str
    valid_to: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class KeyPins:
    """Every key ever accepted, oldest first."""

    pins: tuple[KeyPin, ...]


def _list(context: Context, _: Namespace) -> KeyPins:
    from app.operations.trust import trusting

    return KeyPins(
        tuple(
            KeyPin(pin.agency, pin.role, pin.spki, pin.how, pin.by, pin.valid_from, pin.valid_to, pin.reason)
            for pin in trusting.pins(context.workspace())
        )
    )


def _pin(context: Context, options: Namespace) -> KeyPins:
    from app.operations.trust import trusting

    if bool(options.certificate) == bool(options.code):
        raise WrongUsage("CERT.pem | --code")
    workspace = context.workspace()
    if options.certificate:
        role = options.role or trusting.role_of_others(context.part())
        trusting.pin_certificate(workspace, options.agency, role, Path(options.certificate), options.how)
    else:
        trusting.accept_code(workspace, options.agency, options.code, options.how)
    return _list(context, options)


def _show_pins(result: KeyPins, printer: Printer) -> None:
    printer.table(
        (("Mã", "Code"), ("Vai", "Role"), ("Cách đối chiếu", "How"), ("Từ", "From"), ("Đến", "To")),
        [
            (pin.agency, pin.role, pin.how, printer.moment(pin.valid_from), printer.moment(pin.valid_to or ""))
            for pin in result.pins
        ],
    )


# Looking after one's own --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeyCopied:
    """A copy of the key that was written, and the check code of the key in it."""

    path: str
    check_code: str


def _show_copy(result: KeyCopied, printer: Printer) -> None:
    printer.fields(
        (
            (("Đã ghi và kiểm tra xong", "Written and checked"), result.path),
            (("Mã đối chiếu", "Check code"), result.check_code),
        )
    )


def _passphrase(context: Context, options: Namespace) -> KeyShown:
    from app.operations.trust import keyring

    part, new = context.part(), context.new_passphrase(options.new_passphrase_file)
    return _shown(keyring.change_passphrase(context.workspace(), part, context.passphrase(), new).key)


def _replace(context: Context, options: Namespace) -> KeyShown:
    from app.operations.trust import keyring

    return _shown(keyring.replace(context.workspace(), context.part(), context.passphrase(), options.reason).key)


def _backup(context: Context, options: Namespace) -> KeyCopied:
    from app.operations.trust import keyring

    part = context.part()
    copied = keyring.back_up(context.workspace(), part, _target(options, keyring.file_name(part)), context.passphrase())
    return KeyCopied(str(copied.path), copied.check_code)


def _sheet(context: Context, options: Namespace) -> KeyCopied:
    from app.operations.trust import keyring

    part = context.part()
    target = _target(options, keyring.sheet_name(part))
    copied = keyring.print_sheet(context.workspace(), part, target, context.passphrase())
    return KeyCopied(str(copied.path), copied.check_code)


def _identity(context: Context, options: Namespace) -> KeyCopied:
    from app.operations.trust import keyring

    copied = keyring.write_identity(context.workspace(), context.part(), Path(options.out), context.passphrase())
    return KeyCopied(str(copied.path), copied.check_code)


def _target(options: Namespace, name: str) -> Path:
    told = Path(options.out)
    return told / name if told.is_dir() else told


def _restore(context: Context, options: Namespace) -> KeyShown:
    from app.operations.trust import keyring

    if bool(options.file) == bool(options.sheet):
        raise WrongUsage("KEY.p12 | --sheet FILE")
    workspace, part = context.workspace(), context.part()
    if options.sheet:
        typed, passphrase = _typed(Path(options.sheet)), context.passphrase()
        return _shown(keyring.restore_sheet(workspace, part, typed, passphrase, options.replace).key)
    return _shown(keyring.restore_file(workspace, part, Path(options.file), context.passphrase(), options.replace).key)


def _typed(path: Path) -> str:
    """The lines of a printed sheet as typed into a text file."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise unreadable(path, error) from error


_ENDS = ("replaced", "lost", "stolen")
_OUT = argument("--out", required=True, metavar="PATH", help=("tệp hoặc thư mục để ghi", "file or folder to write to"))
COMMANDS = (
    Command(
        name="key passphrase",
        help=("đổi mật khẩu khóa niêm phong", "change the passphrase of the sealing key"),
        run=_passphrase,
        result=KeyShown,
        show=_show_key,
        arguments=(
            argument(
                "--new-passphrase-file",
                default="",
                metavar="FILE",
                help=("tệp chứa mật khẩu mới (hoặc THUOCSO_NEW_PASSPHRASE)", "or THUOCSO_NEW_PASSPHRASE"),
            ),
        ),
    ),
    Command(
        name="key backup",
        help=("ghi bản sao khóa (PKCS#12) và kiểm tra lại", "write a copy of the key (PKCS#12) and check it"),
        run=_backup,
        result=KeyCopied,
        show=_show_copy,
        arguments=(_OUT,),
    ),
    Command(
        name="key sheet",
        help=("in phiếu sao lưu khóa để gõ lại khi cần (PDF)", "a sheet to be typed back when needed (PDF)"),
        run=_sheet,
        result=KeyCopied,
        show=_show_copy,
        arguments=(_OUT,),
    ),
    Command(
        name="key restore",
        help=("khôi phục khóa từ bản sao hoặc phiếu in", "bring the key back from a copy or a printed sheet"),
        run=_restore,
        result=KeyShown,
        show=_show_key,
        arguments=(
            argument("file", nargs="?", metavar="FILE.p12", help=("bản sao khóa", "a copy of the key")),
            argument(
                "--sheet",
                metavar="FILE",
                help=("tệp văn bản có bảy dòng của phiếu in", "text file with the seven lines of the sheet"),
            ),
            argument(
                "--replace",
                default="",
                choices=_ENDS,
                help=("thay khóa đang dùng, vì sao", "replace the key in use, and why"),
            ),
        ),
    ),
    Command(
        name="key replace",
        help=("lập khóa mới thay khóa đang dùng", "make a new key in the place of the one in use"),
        run=_replace,
        result=KeyShown,
        show=_show_key,
        arguments=(
            argument("reason", choices=_ENDS, help=("được thay, bị mất, bị lấy cắp", "replaced, lost or stolen")),
        ),
    ),
    Command(
        name="key identity",
        help=("ghi khóa giải mã cho công cụ age, có mật khẩu", "write the age identity, locked by the passphrase"),
        run=_identity,
        result=KeyCopied,
        show=_show_copy,
        arguments=(argument("--out", required=True, metavar="FILE", help=("tệp để ghi", "file to write")),),
    ),
    Command(
        name="key create",
        help=("lập khóa niêm phong", "make a sealing key"),
        run=_create,
        result=KeyShown,
        show=_show_key,
        arguments=(
            argument(
                "--replace",
                default="",
                choices=("replaced", "lost", "stolen"),
                help=("thay khóa đang dùng, vì sao", "replace the key in use, and why"),
            ),
        ),
    ),
    Command(
        name="key show",
        help=("xem mã đối chiếu của khóa mình", "the check code of one's own key"),
        run=_show,
        result=KeyShown,
        show=_show_key,
        arguments=(
            argument("--pem", metavar="FILE", help=("ghi chứng thư ra tệp PEM", "write the certificate to a PEM file")),
        ),
    ),
    Command(
        name="key list",
        help=("các khóa đã ghi nhận", "keys accepted for others"),
        run=_list,
        result=KeyPins,
        show=_show_pins,
    ),
    Command(
        name="key pin",
        help=("ghi nhận khóa của nơi gửi", "accept a sender's key"),
        run=_pin,
        result=KeyPins,
        show=_show_pins,
        arguments=(
            argument("agency", metavar="CODE", help=("mã nơi gửi", "the sender's code")),
            argument("certificate", nargs="?", metavar="CERT.pem", help=("chứng thư PEM", "its certificate in PEM")),
            argument(
                "--code",
                metavar="DIGITS",
                help=("mã đối chiếu đã nghe, đã đọc từ nơi khác", "the check code as heard or read elsewhere"),
            ),
            argument("--role", choices=("agency", "authority"), help=("chiều gửi", "the sender's direction")),
            argument("--how", default="", metavar="TEXT", help=("đối chiếu bằng cách nào", "how it was compared")),
        ),
    ),
)
