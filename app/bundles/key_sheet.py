"""A seal key as a few lines that can be printed, kept in an envelope and typed back.

Seven lines of four groups of five signs. A line is ten bytes and twenty bits of SHA-256 over them and its number, in
base 32 without I, L, O and U, so that a slip is found in its own line. The seventy bytes together: form (1), digest of
whose key it is (4), salt (17), and the private scalar (32) under AES-256-GCM with its tag (16); key and nonce come
from the passphrase by scrypt (RFC 7914; N 2^17, r 8, p 1: 128 MiB). Without the passphrase the sheet opens nothing.
"""

import hashlib
import os
import unicodedata
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.bundles.keys import SealKey, certified, secret_of
from app.bundles.manifest import Role
from app.errors import AppError

LINES, GROUPS, SIGNS = 7, 4, 5
_FORM = 1
_WHOSE, _SALT, _SEALED = 4, 17, 48
_LINE = 10  # bytes
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")  # signs that are not in the alphabet and look like ones that are
_COST = {"n": 1 << 17, "r": 8, "p": 1, "maxmem": 160 << 20, "dklen": 44}


class LineState(StrEnum):
    """What can be said of a line while it is being typed."""

    SHORT = "short"
    WRONG = "wrong"  # as long as it must be, but not what was printed there
    GOOD = "good"


def sheet_lines(key: SealKey, code: str, role: Role, passphrase: str) -> tuple[str, ...]:
    """The lines to print; the same key gives other lines each time. Raises `AppError("passphrase.empty")`."""
    head = bytes([_FORM]) + _whose(code, role) + os.urandom(_SALT)
    scalar = key.private_key.private_numbers().private_value.to_bytes(32, "big")
    cipher, nonce = _derived(passphrase, head)
    data = head + cipher.encrypt(nonce, scalar, head)
    return tuple(_line(at // _LINE + 1, data[at : at + _LINE]) for at in range(0, len(data), _LINE))


def line_state(number: int, typed: str) -> LineState:
    """What a typed line (1 to 7) is worth; blanks, dashes and small letters do not matter."""
    signs = _signs(typed)
    if len(signs) < GROUPS * SIGNS:
        return LineState.SHORT
    return LineState.GOOD if _bytes_of(number, signs) is not None else LineState.WRONG


def key_of_sheet(text: str, passphrase: str, code: str, name: str, role: Role) -> SealKey:
    """The key that was printed, for the agency it was printed for.

    `text` is what was typed, with or without line ends. Raises `AppError`: "key_sheet.short" (with `signs` so far),
    "key_sheet.line" (the first that does not fit), "key_sheet.newer", "key_sheet.other_agency", "passphrase.wrong".
    """
    signs, width = _signs(text), GROUPS * SIGNS
    pieces = [_bytes_of(at + 1, signs[at * width : (at + 1) * width]) for at in range(LINES)]
    for number, piece in enumerate(pieces, 1):
        if piece is None and len(signs) >= number * width:
            raise AppError("key_sheet.line", line=number)
    if len(signs) != LINES * width:
        raise AppError("key_sheet.short", signs=len(signs), wanted=LINES * width)
    data = b"".join(piece for piece in pieces if piece is not None)
    if data[0] != _FORM:
        raise AppError("key_sheet.newer")
    if data[1 : 1 + _WHOSE] != _whose(code, role):
        raise AppError("key_sheet.other_agency", agency=name)
    head, sealed = data[:-_SEALED], data[-_SEALED:]
    cipher, nonce = _derived(passphrase, head)
    try:
        scalar = cipher.decrypt(nonce, sealed, head)
        private = ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())
    except (InvalidTag, ValueError) as error:
        raise AppError("passphrase.wrong") from error
    return SealKey(private, certified(private, code, name, role))


def _whose(code: str, role: Role) -> bytes:
    told = f"{unicodedata.normalize('NFC', code)}\0{role.value}"
    return hashlib.sha256(told.encode("utf-8")).digest()[:_WHOSE]


def _derived(passphrase: str, head: bytes) -> tuple[AESGCM, bytes]:
    made = hashlib.scrypt(secret_of(passphrase), salt=head, **_COST)
    return AESGCM(made[:32]), made[32:]


def _signs(text: str) -> str:
    kept = unicodedata.normalize("NFKC", text).upper().translate(_MISREAD)
    return "".join(sign for sign in kept if sign.isalnum())


def _line(number: int, data: bytes) -> str:
    signs = _base32(int.from_bytes(data, "big"), _LINE * 8 // 5) + _base32(_check(number, data), 4)
    return " ".join(signs[at : at + SIGNS] for at in range(0, len(signs), SIGNS))


def _bytes_of(number: int, signs: str) -> bytes | None:
    """The bytes of a line, None unless they and the check at its end agree."""
    if len(signs) != GROUPS * SIGNS or any(sign not in _ALPHABET for sign in signs):
        return None
    value = 0
    for sign in signs:
        value = value << 5 | _ALPHABET.index(sign)
    data = (value >> 20).to_bytes(_LINE, "big")
    return data if value & 0xFFFFF == _check(number, data) else None


def _check(number: int, data: bytes) -> int:
    return int.from_bytes(hashlib.sha256(bytes([number]) + data).digest()[:3], "big") >> 4


def _base32(value: int, length: int) -> str:
    return "".join(_ALPHABET[value >> 5 * at & 31] for at in reversed(range(length)))
