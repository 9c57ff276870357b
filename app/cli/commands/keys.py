"""``key``: sealing keys of one's own, and those accepted for others."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.operations.trusting import KeyInfo


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
    from app.operations import trusting

    part = context.part()
    made = trusting.create_key(context.workspace(), part, context.passphrase(), options.replace)
    return _shown(made)


def _show(context: Context, options: Namespace) -> KeyShown:
    from app.operations import trusting

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
    from app.operations import trusting

    return KeyPins(
        tuple(
            KeyPin(pin.agency, pin.role, pin.spki, pin.how, pin.by, pin.valid_from, pin.valid_to, pin.reason)
            for pin in trusting.pins(context.workspace())
        )
    )


def _pin(context: Context, options: Namespace) -> KeyPins:
    from app.operations import trusting

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


COMMANDS = (
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
