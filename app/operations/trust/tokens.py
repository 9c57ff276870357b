"""Signing devices: which are plugged in, whose certificates they hold, and a signature by one of them.

Drivers are loaded in a child process alone (`app.helpers.token`), one child for each driver: one that crashes or
hangs is one error and takes nothing with it. The PIN goes through the pipe to that child and is kept nowhere.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.bundles.people.signers import Mechanism, Signer
from app.domain import text
from app.domain.moments import in_vietnam
from app.errors import AppError
from app.helpers import drivers
from app.helpers.child import Child
from app.helpers.drivers import Fit as Fit
from app.helpers.drivers import Module as Module
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress

LOOKING, SIGNING = 30, 120  # seconds: a driver asks its readers; a pad waits for somebody's fingers
WINDOWS_STORE = Path("windows-store")  # stands where a driver's path would
# What drivers need to find their settings, their readers and their own libraries.
_ENVIRONMENT = (
    *("HOME", "PATH", "SOFTHSM2_CONF", "OPENSC_CONF", "PCSCLITE_CSOCK_NAME", "XDG_RUNTIME_DIR"),
    *("USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES"),
)
_SIGNS = {"digital_signature", "non_repudiation"}


class Use(StrEnum):
    """Whether a certificate signs papers now."""

    USABLE = "usable"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    AUTHORITY = "authority"  # of whoever issues certificates
    OTHER = "other"  # not meant for signatures, or unreadable


class PinState(StrEnum):
    """What the token tells of wrong PINs (PKCS#11, CK_TOKEN_INFO flags); it never tells how many are left."""

    OK = "ok"
    LOW = "low"
    LAST = "last"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Token:
    """A device: the driver it was found by, what it tells of itself, and whether a PIN is typed here.

    `asks_pin` is False where Windows or a pad on the device asks; `must_change` where the PIN is the one it came with.
    """

    module: Path
    label: str = ""
    serial: str = ""
    maker: str = ""
    pin: PinState = PinState.OK
    must_change: bool = False
    asks_pin: bool = True

    @property
    def name(self) -> str:
        """Its label, fit to be shown."""
        return text.clean_name(self.label)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate on a device, as people know it: name, unit, issuer, period (with zone)."""

    token: Token
    der: bytes
    name: str
    unit: str
    issuer: str
    serial: str
    valid_from: datetime
    valid_to: datetime
    use: Use


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on every device: certificates, those that sign first, and what went wrong with some drivers."""

    tokens: tuple[Token, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    troubles: tuple[AppError, ...] = ()

    @property
    def usable(self) -> tuple[Certificate, ...]:
        return tuple(each for each in self.certificates if each.use is Use.USABLE)

    @property
    def hidden(self) -> tuple[Certificate, ...]:
        """Expired, not yet valid, of authorities: shown on request only."""
        return tuple(each for each in self.certificates if each.use is not Use.USABLE)


# Looking -----------------------------------------------------------------------------------------------------------


def modules() -> tuple[Module, ...]:
    """The drivers on this computer, those this program can load first; nothing is loaded."""
    return drivers.found()


def certificates(now: datetime, module: Path) -> Found:
    """The certificates on the devices of one driver.

    Raises `AppError` "token.not_a_driver", "token.driver_32bit", "token.driver_not_loaded", "token.driver_failed",
    "token.too_slow".
    """
    one = drivers.chosen(module.absolute())
    return _sorted(_tokens_of(one.path), now)


def look(now: datetime, also: Path | None = None, progress: Progress = SILENT) -> Found:
    """The certificates on all devices: of every driver on this computer, of the one in `also`, of Windows' store.

    A driver in trouble is told in `troubles` and hides nothing.
    """
    told: list[tuple[Token, Sequence[bytes]]] = []
    troubles: list[AppError] = []
    known = [each.path for each in modules()]
    files = [*([also] if also is not None and also.is_file() and also not in known else []), *known]
    for number, path in enumerate(files):
        progress.step(number, len(files))
        try:
            told += _tokens_of(drivers.chosen(path.absolute()).path)
        except AppError as error:
            troubles.append(error)
    if sys.platform == "win32":
        try:
            told += _store_certificates()
        except AppError as error:
            troubles.append(error)
    return _sorted(told, now, troubles)


def _tokens_of(module: Path) -> list[tuple[Token, Sequence[bytes]]]:
    with Child("token", _ENVIRONMENT) as child:
        told = _call(child, "tokens", LOOKING, module=os.fspath(module))
    return [(_token(module, each), each["certificates"]) for each in told]


def _token(module: Path, told: dict[str, Any]) -> Token:
    return Token(
        module=module,
        label=told["label"],
        serial=told["serial"],
        maker=text.clean_name(told["maker"]),
        pin=PinState(told["pin"]),
        must_change=told["must_change"],
        asks_pin=told["asks_pin"],
    )


def _store_certificates() -> list[tuple[Token, Sequence[bytes]]]:
    with Child("token", _ENVIRONMENT) as child:
        found = _call(child, "store_certificates", LOOKING)
    return [(Token(WINDOWS_STORE, "Windows", asks_pin=False), found)] if found else []


def _sorted(told: Iterable[tuple[Token, Sequence[bytes]]], now: datetime, troubles: Iterable[AppError] = ()) -> Found:
    """One certificate seen through two drivers is one; a device's own driver stands before Windows' store."""
    read: dict[bytes, Certificate] = {}
    tokens: list[Token] = []
    for token, ders in told:
        tokens.append(token)
        for der in ders:
            if der not in read:
                read[der] = _read(token, der, now)
    order = list(Use)
    shown = sorted(read.values(), key=lambda each: (order.index(each.use), each.name, each.valid_to))
    return Found(tuple(tokens), tuple(shown), tuple(troubles))


def _read(token: Token, der: bytes, now: datetime) -> Certificate:
    from asn1crypto import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.x509 import load_der_x509_certificate

    from app.bundles.people.certificates import validity
    from app.bundles.people.names import common_name, named

    try:
        load_der_x509_certificate(der).public_key()
        found = x509.Certificate.load(der, strict=True)
        begins, ends = validity(found)
        use = _use(found, begins, ends, now)
        subject, issuer = common_name(found.subject), common_name(found.issuer)
        unit = named(found.subject, "organizational_unit_name", "organization_name")
        serial = f"{found.serial_number:x}"
    except (UnsupportedAlgorithm, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        return Certificate(token, der, "", "", "", "", now, now, Use.OTHER)
    return Certificate(token, der, subject, unit, issuer, serial, begins, ends, use)


def _use(found: Any, begins: datetime, ends: datetime, now: datetime) -> Use:
    usage = found.key_usage_value
    if found.ca:
        return Use.AUTHORITY
    if usage is not None and not _SIGNS & set(usage.native):
        return Use.OTHER
    if now > ends:
        return Use.EXPIRED
    return Use.NOT_YET if now < begins else Use.USABLE


# Signing -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Signed:
    """What signing changed, and how the token signed."""

    changes: Any
    mechanism: Mechanism


def sign_with(workspace: Workspace, chosen: Certificate, pin: str, work: Callable[[Workspace, Signer], Any]) -> Signed:
    """Does `work` with the token's signer, for one PIN, and logs out; raises what `TokenSigner` and `work` raise."""
    with TokenSigner(chosen, pin, workspace.clock()) as signer:
        return Signed(work(workspace, signer), signer.mechanism)


class TokenSigner:
    """A certificate on a device that signs (`app.bundles.people.signers.Signer`); a context manager.

    Made, it has logged in with one attempt; it signs until `close`, which logs out and ends the child. Raises
    `AppError` "token.expired", "token.not_yet_valid", "token.not_for_signing", "token.pin_empty",
    "token.pin_letters" (nothing was sent to the device), "token.pin_wrong" and its kin, "token.locked",
    "token.pin_expired", "token.pin_not_set", "token.no_key", "token.cancelled", "token.removed", "token.too_slow",
    "token.driver_failed".
    """

    def __init__(self, chosen: Certificate, pin: str, now: datetime) -> None:
        check_usable(chosen, now)
        _check_pin(chosen.token, pin)
        self._chosen = chosen
        self._is_store = chosen.token.module == WINDOWS_STORE
        self._child = Child("token", _ENVIRONMENT)
        with ExitStack() as undo:
            undo.callback(self._child.close)
            self._mechanism = Mechanism(self._open(pin))
            undo.pop_all()

    def __enter__(self) -> "TokenSigner":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def certificate(self) -> bytes:
        return self._chosen.der

    @property
    def chain(self) -> tuple[bytes, ...]:
        return ()

    @property
    def mechanism(self) -> Mechanism:
        return self._mechanism

    def sign(self, data: bytes) -> bytes:
        """The signature over `data`, proven with the certificate before it is given out.

        Raises `AppError` "token.removed", "token.cancelled", "token.too_slow", "token.driver_failed",
        "token.wrong_signature".
        """
        if self._is_store:
            made = _call(self._child, "store_sign", SIGNING, certificate=self._chosen.der, data=data)
        else:
            made = _call(self._child, "sign", SIGNING, data=data)
        if not isinstance(made, bytes) or not _fits(self._chosen.der, self._mechanism, made, data):
            raise AppError("token.wrong_signature", name=self._chosen.name)
        return made

    def close(self) -> None:
        """Logs out and ends the child; it may be called again and again."""
        if self._child.pid is not None and not self._is_store:
            with suppress(AppError):  # a session that is gone is what was wanted
                self._child.call("close", LOOKING)
        self._child.close()

    def _open(self, pin: str) -> str:
        token = self._chosen.token
        if self._is_store:
            return str(_call(self._child, "store_open", SIGNING, certificate=self._chosen.der))
        return str(
            _call(
                self._child, "open", SIGNING, module=os.fspath(token.module), serial=token.serial, label=token.label,
                certificate=self._chosen.der, pin=pin if token.asks_pin else "",
            )
        )  # fmt: skip


def check_usable(chosen: Certificate, now: datetime) -> None:
    """Raises `AppError` where the certificate signs no papers now (Thông tư 15/2025/TT-BKHCN, Điều 5.1a)."""
    if chosen.use in (Use.AUTHORITY, Use.OTHER):
        raise AppError("token.not_for_signing", name=chosen.name)
    if now > chosen.valid_to:
        raise AppError("token.expired", name=chosen.name, date=_day(chosen.valid_to))
    if now < chosen.valid_from:
        raise AppError("token.not_yet_valid", name=chosen.name, date=_day(chosen.valid_from))


def _check_pin(token: Token, pin: str) -> None:
    """What can't be right is not sent: the device would count it."""
    if token.pin is PinState.LOCKED:
        raise AppError("token.locked")
    if token.asks_pin and not pin:
        raise AppError("token.pin_empty")
    if not pin.isascii():
        raise AppError("token.pin_letters")


def _call(child: Child, method: str, timeout: float, **arguments: Any) -> Any:
    """Raises what the helper raised; its death and its silence are the driver's."""
    try:
        return child.call(method, timeout, **arguments)
    except AppError as error:
        if error.code == "helper.died":
            raise AppError("token.driver_failed", reason="—") from None
        if error.code == "helper.too_slow":
            raise AppError("token.too_slow", seconds=error.details["seconds"]) from None
        raise


def _fits(certificate: bytes, mechanism: Mechanism, signature: bytes, data: bytes) -> bool:
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    public = x509.load_der_x509_certificate(certificate).public_key()
    digest = hashes.SHA256()
    try:
        if isinstance(public, rsa.RSAPublicKey):
            pss = padding.PSS(padding.MGF1(digest), digest.digest_size)
            public.verify(signature, data, pss if mechanism is Mechanism.RSA_PSS else padding.PKCS1v15(), digest)
        elif isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature, data, ec.ECDSA(digest))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def _day(moment: datetime) -> str:
    return text.date_text(in_vietnam(moment).date())
