"""The token's child process: the only place where a driver is loaded, and where a PIN ends.

A PIN comes through the pipe, goes to the driver once, and is forgotten: it is in no argument list, no environment,
no log and no exception. One call is one attempt; nothing here tries again.
"""

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import AppError
from app.helpers import windows_store
from app.helpers.limits import MIB, Limits

if TYPE_CHECKING:
    import pkcs11
    from pkcs11 import Mechanism

LIMITS = Limits(memory=2048 * MIB, cpu_seconds=300, file_bytes=64 * MIB, open_files=256)
PSS, PKCS1, ECDSA = "rsassa_pss", "rsassa_pkcs1v15", "ecdsa"  # the words of app.bundles.people.signers.Mechanism
SALT = 32  # bytes, as long as the digest
# DigestInfo of SHA-256 (RFC 8017, 9.2, note 1) before the digest itself.
_DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
PIN_STATES = ("ok", "low", "last", "locked")


@dataclass(slots=True)
class _Opened:
    """A token somebody logged in to: its key and how it signs. `pin` only where each signature asks for it."""

    token: "pkcs11.Token"
    session: "pkcs11.Session"
    key: Any
    mechanism: str
    pin: str | None


_opened: list[_Opened] = []


def tokens(module: str) -> list[dict[str, Any]]:
    """Every token the driver sees, with its certificates (DER) and what it tells of its PIN; nobody logs in.

    Raises `AppError` "token.driver_not_loaded" or "token.driver_failed".
    """
    import pkcs11

    told = []
    try:
        for slot in _load(module).get_slots(token_present=True):
            told += _told(slot)
    except pkcs11.PKCS11Error as error:
        raise _failed(error) from None
    return told


def open_token(module: str, serial: str, label: str, certificate: bytes, pin: str) -> str:
    """Logs in, once, finds the certificate's private key and says how it signs; "" as `pin` where a pad asks.

    RSA signs as PSS where it can prove so on random bytes, else as PKCS#1 v1.5. Raises `AppError` "token.pin_wrong",
    "token.pin_wrong_low", "token.pin_wrong_last", "token.locked", "token.pin_expired", "token.pin_not_set",
    "token.removed", "token.no_key", "token.cancelled" or "token.driver_failed".
    """
    import pkcs11

    close_token()
    try:
        token = _find(module, serial, label)
        if token.flags & pkcs11.TokenFlag.USER_PIN_LOCKED:
            raise AppError("token.locked")
        session = _log_in(token, pin)
        key, needs_pin = _private_key(session, certificate)
        opened = _Opened(token, session, key, "", pin if needs_pin and pin else None)
        _opened.append(opened)
        opened.mechanism = _mechanism_of(opened, certificate)
    except pkcs11.PKCS11Error as error:
        raise (AppError("token.removed") if _opened and _is_gone(_opened[-1].token) else _failed(error)) from None
    return opened.mechanism


def sign(data: bytes) -> bytes:
    """The signature over `data` (SHA-256) by the token that is open; ECDSA as DER.

    Raises `AppError` "token.removed", "token.cancelled" or "token.driver_failed".
    """
    import pkcs11

    if not _opened:
        raise AppError("token.removed")
    opened = _opened[-1]
    try:
        return _signature(opened, opened.mechanism, data)
    except pkcs11.PKCS11Error as error:
        raise (AppError("token.removed") if _is_gone(opened.token) else _failed(error)) from None


def close_token() -> None:
    """Logs out; what the driver says to that changes nothing any more."""
    import pkcs11

    while _opened:
        try:
            _opened.pop().session.close()
        except pkcs11.PKCS11Error:
            continue


METHODS = {
    "tokens": tokens,
    "open": open_token,
    "sign": sign,
    "close": close_token,
    "store_certificates": windows_store.certificates,
    "store_open": windows_store.open_key,
    "store_sign": windows_store.sign,
}


# The driver --------------------------------------------------------------------------------------------------------


def _load(module: str) -> Any:
    import pkcs11

    try:
        return pkcs11.lib(module)
    except pkcs11.PKCS11Error as error:
        if type(error) is pkcs11.PKCS11Error:  # not loaded at all; a driver's own answer has its own class
            raise AppError("token.driver_not_loaded", file=Path(module).name) from None
        raise


def _told(slot: "pkcs11.Slot") -> list[dict[str, Any]]:
    """What one slot holds; one that cannot be read does not hide the others."""
    import pkcs11

    try:
        token = slot.get_token()
        if not token.flags & pkcs11.TokenFlag.TOKEN_INITIALIZED:
            return []
        with token.open() as session:
            return [{**_about(token), "certificates": _certificates(session)}]
    except (pkcs11.TokenNotPresent, pkcs11.TokenNotRecognised, pkcs11.DeviceRemoved):
        return []


def _about(token: "pkcs11.Token") -> dict[str, Any]:
    from pkcs11 import TokenFlag

    asks = not token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH
    return {
        "label": token.label,
        "serial": _text(token.serial),
        "maker": token.manufacturer_id,
        "model": token.model,
        "pin": _pin_state(token),
        "must_change": bool(token.flags & TokenFlag.USER_PIN_TO_BE_CHANGED),
        "asks_pin": bool(asks and token.flags & TokenFlag.LOGIN_REQUIRED),
    }


def _pin_state(token: "pkcs11.Token") -> str:
    """What the token tells of wrong PINs; it never tells a number."""
    from pkcs11 import TokenFlag

    flags = (TokenFlag.USER_PIN_LOCKED, TokenFlag.USER_PIN_FINAL_TRY, TokenFlag.USER_PIN_COUNT_LOW)
    states = zip(flags, reversed(PIN_STATES[1:]), strict=True)
    return next((state for flag, state in states if token.flags & flag), PIN_STATES[0])


def _text(serial: bytes) -> str:
    return serial.rstrip(b"\0 ").decode("latin-1")


def _certificates(session: "pkcs11.Session") -> list[bytes]:
    from pkcs11 import Attribute, ObjectClass

    found = session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    values = [_attribute(one, Attribute.VALUE) for one in found]
    return [value for value in values if value]


def _attribute(thing: Any, name: Any) -> Any:
    """An attribute of an object, None where the token does not have it."""
    from pkcs11 import PKCS11Error

    try:
        return thing[name]
    except (PKCS11Error, NotImplementedError, ValueError):
        return None


def _find(module: str, serial: str, label: str) -> "pkcs11.Token":
    """The token chosen before, by what it tells of itself: numbers of slots change."""
    import pkcs11

    for slot in _load(module).get_slots(token_present=True):
        try:
            token: pkcs11.Token = slot.get_token()
        except (pkcs11.TokenNotPresent, pkcs11.TokenNotRecognised, pkcs11.DeviceRemoved):
            continue
        if (_text(token.serial), token.label) == (serial, label):
            return token
    raise AppError("token.removed")


def _is_gone(token: "pkcs11.Token") -> bool:
    """Whether it was pulled out: many drivers answer then with any error at all."""
    import pkcs11

    try:
        there = token.slot.get_token()
    except pkcs11.PKCS11Error:
        return True
    return (there.serial, there.label) != (token.serial, token.label)


def _log_in(token: "pkcs11.Token", pin: str) -> "pkcs11.Session":
    """One attempt."""
    import pkcs11

    if not token.flags & pkcs11.TokenFlag.LOGIN_REQUIRED:
        return token.open()
    pad = token.flags & pkcs11.TokenFlag.PROTECTED_AUTHENTICATION_PATH
    try:
        return token.open(user_pin=pkcs11.PROTECTED_AUTH if pad else pin)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange):
        raise _wrong_pin(token) from None
    except pkcs11.UserAlreadyLoggedIn:  # drivers that share one login between programs
        return token.open()


def _wrong_pin(token: "pkcs11.Token") -> AppError:
    """What the token tells after a wrong PIN."""
    import pkcs11

    try:
        state = _pin_state(token.slot.get_token())
    except pkcs11.PKCS11Error:
        state = PIN_STATES[0]
    if state == "locked":
        return AppError("token.locked")
    if state == "last":
        return AppError("token.pin_wrong_last")
    return AppError("token.pin_wrong_low") if state == "low" else AppError("token.pin_wrong")


def _private_key(session: "pkcs11.Session", certificate: bytes) -> tuple[Any, bool]:
    """The key of a certificate, by the identifier both bear, and whether each signature asks for the PIN again."""
    from pkcs11 import Attribute, ObjectClass

    wanted = {Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.VALUE: certificate}
    ids = [_attribute(one, Attribute.ID) for one in session.get_objects(wanted)]
    keys = [key for key in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}) if hasattr(key, "sign")]
    if any(ids):
        keys = [key for key in keys if _attribute(key, Attribute.ID) in ids]
    if len(keys) > 1:
        keys = [key for key in keys if _belongs(key, certificate)]
    if len(keys) != 1:
        raise AppError("token.no_key")
    return keys[0], bool(_attribute(keys[0], Attribute.ALWAYS_AUTHENTICATE))


def _belongs(key: Any, certificate: bytes) -> bool:
    """Whether an RSA key is that of the certificate."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import rsa
    from pkcs11 import Attribute

    public = x509.load_der_x509_certificate(certificate).public_key()
    modulus = _attribute(key, Attribute.MODULUS)
    return isinstance(public, rsa.RSAPublicKey) and int.from_bytes(modulus or b"", "big") == public.public_numbers().n


# Signing -----------------------------------------------------------------------------------------------------------


def _mechanism_of(opened: _Opened, certificate: bytes) -> str:
    """How the key signs, best first; PSS is believed when a signature over random bytes proves right."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import rsa

    public = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(public, rsa.RSAPublicKey):
        return ECDSA
    return PSS if _signs_pss(opened, certificate, public) else PKCS1


def _signs_pss(opened: _Opened, certificate: bytes, public: Any) -> bool:
    """Tried in a session of its own: a driver that fails half-way leaves the one in use alone."""
    import pkcs11
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    noise = os.urandom(64)
    try:
        with opened.token.open() as session:
            key, _ = _private_key(session, certificate)
            signature = _signature(replace(opened, key=key), PSS, noise)
        public.verify(signature, noise, padding.PSS(padding.MGF1(hashes.SHA256()), SALT), hashes.SHA256())
    except (
        *(pkcs11.MechanismInvalid, pkcs11.MechanismParamInvalid, pkcs11.FunctionNotSupported, pkcs11.FunctionFailed),
        *(pkcs11.FunctionRejected, pkcs11.KeyTypeInconsistent, pkcs11.KeySizeRange, pkcs11.ArgumentsBad),
        *(pkcs11.DataLenRange, pkcs11.DataInvalid, pkcs11.GeneralError, pkcs11.DeviceError),
        *(pkcs11.SessionCount, InvalidSignature),
    ):
        return False
    return True


def _signature(opened: _Opened, mechanism: str, data: bytes) -> bytes:
    """Raw over the digest where the token knows that mechanism, else the token hashes as well."""
    from pkcs11 import MGF, Mechanism
    from pkcs11.util.ec import encode_ecdsa_signature

    digest = hashlib.sha256(data).digest()
    known = opened.token.slot.get_mechanisms()
    if mechanism == PSS:
        parameters = (Mechanism.SHA256, MGF.SHA256, SALT)
        raw = Mechanism.RSA_PKCS_PSS
        return _sign(opened, known, raw, digest, Mechanism.SHA256_RSA_PKCS_PSS, data, parameters)
    if mechanism == PKCS1:
        raw = Mechanism.RSA_PKCS
        return _sign(opened, known, raw, _DIGEST_INFO + digest, Mechanism.SHA256_RSA_PKCS, data)
    made = _sign(opened, known, Mechanism.ECDSA, digest, Mechanism.ECDSA_SHA256, data)
    return encode_ecdsa_signature(made)


def _sign(
    opened: _Opened,
    known: "set[Mechanism]",
    raw: "Mechanism",
    digest: bytes,
    whole: "Mechanism",
    data: bytes,
    parameters: Any = None,
) -> bytes:
    import pkcs11

    if raw not in known and whole not in known:
        raise pkcs11.MechanismInvalid
    mechanism, given = (raw, digest) if raw in known else (whole, data)
    made: bytes = opened.key.sign(given, mechanism=mechanism, mechanism_param=parameters, pin=opened.pin)
    return made


def _failed(error: "pkcs11.PKCS11Error") -> AppError:
    """A driver's answer as one of ours; its name is told, never its words, which may hold anything."""
    import pkcs11

    gone = (
        *(pkcs11.DeviceRemoved, pkcs11.TokenNotPresent, pkcs11.TokenNotRecognised, pkcs11.SlotIDInvalid),
        *(pkcs11.SessionHandleInvalid, pkcs11.SessionClosed, pkcs11.KeyHandleInvalid, pkcs11.ObjectHandleInvalid),
        *(pkcs11.UserNotLoggedIn, pkcs11.NoSuchToken),
    )
    if isinstance(error, gone):
        return AppError("token.removed")
    if isinstance(error, pkcs11.PinLocked):
        return AppError("token.locked")
    if isinstance(error, pkcs11.PinExpired):
        return AppError("token.pin_expired")
    if isinstance(error, pkcs11.UserPinNotInitialized):
        return AppError("token.pin_not_set")
    if isinstance(error, pkcs11.FunctionCancelled):
        return AppError("token.cancelled")
    return AppError("token.driver_failed", reason=type(error).__name__)
