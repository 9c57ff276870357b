"""``token``: signing devices on this computer; the PIN comes by standard input alone, never as an argument."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, Told, argument, told
from app.errors import AppError

if TYPE_CHECKING:
    from app.operations.trust.tokens import Certificate, Found

_USES = {
    "usable": ("dùng được", "usable"),
    "expired": ("đã hết hạn", "expired"),
    "not_yet": ("chưa đến ngày hiệu lực", "not valid yet"),
    "authority": ("của cơ quan cấp chứng thư", "of an authority"),
    "other": ("không dùng để ký", "not for signing"),
}
_FITS = {"fits": ("nạp được", "can be loaded"), "32bit": ("bản 32 bit, không nạp được", "32-bit, cannot be loaded")}
_PINS = {
    "ok": ("–", "–"),
    "low": ("đã có lần nhập sai", "a wrong one was entered"),
    "last": ("sai một lần nữa sẽ khóa", "one more wrong one locks it"),
    "locked": ("đã khóa", "locked"),
}


@dataclass(frozen=True, slots=True)
class DriverShown:
    """A driver found: its file, its maker ("" unknown), and whether this program can load it ("fits", "32bit")."""

    path: str
    maker: str
    fit: str


@dataclass(frozen=True, slots=True)
class DriversShown:
    """The drivers in the usual places; nothing was loaded."""

    drivers: tuple[DriverShown, ...]


def _list(_: Context, __: Namespace) -> DriversShown:
    from app.operations.trust import tokens

    return DriversShown(tuple(DriverShown(os.fspath(one.path), one.name, one.fit.value) for one in tokens.modules()))


def _show_drivers(result: DriversShown, printer: Printer) -> None:
    printer.table(
        (("Nhà sản xuất, nơi cấp", "Maker"), ("Trình điều khiển", "Driver"), ("", "")),
        [(one.maker or "–", one.path, printer.words(_FITS[one.fit])) for one in result.drivers],
    )


# Certificates ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CertificateShown:
    """A certificate on a device; `use` says whether it signs now, `pin` what the device tells of wrong PINs."""

    serial: str
    name: str
    unit: str
    issuer: str
    valid_from: str
    valid_to: str
    use: str
    device: str
    pin: str
    driver: str


@dataclass(frozen=True, slots=True)
class CertificatesShown:
    """Certificates that sign now (with --all the others too), how many are hidden, and drivers in trouble."""

    certificates: tuple[CertificateShown, ...]
    hidden: int
    troubles: tuple[Told, ...] = ()


def _certificates(context: Context, options: Namespace) -> CertificatesShown:
    found = _found(options)
    shown = found.certificates if options.all else found.usable
    return CertificatesShown(
        tuple(_shown(each) for each in shown),
        len(found.certificates) - len(shown),
        tuple(told(error, context.language) for error in found.troubles),
    )


def _found(options: Namespace) -> "Found":
    """Raises `AppError("token.not_found")` and what `tokens.certificates` raises."""
    from app.operations.trust import tokens

    now = _now()
    found = tokens.certificates(now, Path(options.module)) if options.module else tokens.look(now)
    if not found.tokens and not found.troubles:
        raise AppError("token.not_found")
    return found


def _now() -> datetime:
    from app.operations.workspace import local_now

    return local_now()


def _shown(each: "Certificate") -> CertificateShown:
    first, last = (moment.isoformat(timespec="seconds") for moment in (each.valid_from, each.valid_to))
    token = each.token
    return CertificateShown(
        each.serial, each.name, each.unit, each.issuer, first, last, each.use.value,
        token.name, token.pin.value, os.fspath(token.module),
    )  # fmt: skip


def _show_certificates(result: CertificatesShown, printer: Printer) -> None:
    if result.certificates:
        heads = (
            *(("Số hiệu", "Serial"), ("Người ký", "Signer"), ("Nơi cấp", "Issuer"), ("Hiệu lực đến", "Valid until")),
            *(("", ""), ("Thiết bị", "Device"), ("Mã PIN", "PIN")),
        )
        printer.table(heads, [_line(each, printer) for each in result.certificates])
    if result.hidden:
        printer.say(
            "{count} chứng thư chưa dùng để ký được đang ẩn; xem bằng --all.",
            "{count} certificates that cannot sign now are hidden; see them with --all.",
            count=result.hidden,
        )
    for trouble in result.troubles:
        printer.line(trouble.message)


def _line(each: CertificateShown, printer: Printer) -> Sequence[str]:
    use, pin = printer.words(_USES[each.use]), printer.words(_PINS[each.pin])
    return (each.serial, each.name, each.issuer, printer.moment(each.valid_to), use, each.device, pin)


# Trying ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TokenTried:
    """A signature over random bytes was made and proven; nothing of it is kept. `mechanism` says how it signs."""

    name: str
    serial: str
    mechanism: str


def _try(_: Context, options: Namespace) -> TokenTried:
    from app.operations.trust.tokens import TokenSigner

    chosen = certificate_of(options)
    with TokenSigner(chosen, pin_for(chosen, options), _now()) as signer:
        signer.sign(os.urandom(64))
        return TokenTried(chosen.name, chosen.serial, signer.mechanism.value)


def certificate_of(options: Namespace) -> "Certificate":
    """The certificate meant by ``--module`` and ``--serial``, or the only one; raises "token.no_certificate"."""
    serial = options.serial.lower()
    fit = [each for each in _found(options).usable if serial in ("", each.serial)]
    if not fit:
        raise AppError("token.no_certificate")
    if len(fit) > 1:
        raise WrongUsage("--serial " + " | ".join(each.serial for each in fit))
    return fit[0]


def pin_for(chosen: "Certificate", options: Namespace) -> str:
    """The first line of standard input, with ``--pin-stdin``; "" where the device asks for it itself."""
    if not options.pin_stdin:
        if chosen.token.asks_pin:
            raise WrongUsage("--pin-stdin")
        return ""
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.rstrip("\r\n")


def _show_tried(result: TokenTried, printer: Printer) -> None:
    printer.say(
        "Thiết bị ký được bằng chứng thư của {name} ({mechanism}). Chữ ký thử đã kiểm tra và bỏ đi.",
        "The device signs with the certificate of {name} ({mechanism}). The trial signature was checked and let go.",
        name=result.name,
        mechanism=result.mechanism,
    )


MODULE = argument(
    "--module",
    default="",
    metavar="FILE",
    help=("tệp trình điều khiển PKCS#11", "a PKCS#11 driver of one's own choice"),
)
CHOOSING = (  # what `certificate_of` and `pin_for` read
    MODULE,
    argument("--serial", default="", metavar="HEX", help=("số hiệu chứng thư", "serial of the certificate")),
    argument("--pin-stdin", action="store_true", help=("đọc mã PIN từ đầu vào", "read the PIN from input")),
)
COMMANDS = (
    Command(
        name="token list",
        help=("các trình điều khiển thiết bị ký số trên máy", "drivers of signing devices on this computer"),
        run=_list,
        result=DriversShown,
        show=_show_drivers,
    ),
    Command(
        name="token certificates",
        help=("chứng thư trên các thiết bị đang cắm", "certificates on the devices plugged in"),
        run=_certificates,
        result=CertificatesShown,
        show=_show_certificates,
        arguments=(
            MODULE,
            argument("--all", action="store_true", help=("cả chứng thư không dùng được", "those that cannot sign too")),
        ),
    ),
    Command(
        name="token try",
        help=("ký thử nội dung ngẫu nhiên", "make a trial signature over random bytes"),
        run=_try,
        result=TokenTried,
        show=_show_tried,
        arguments=CHOOSING,
    ),
)
