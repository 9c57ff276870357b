"""The age identity that belongs to a seal key: derived from it, so that one file, or one sheet, brings back both.

X25519 after RFC 7748, derived with HKDF-SHA256 (RFC 5869), written as age does (Bech32, BIP 173).
"""

from contextlib import suppress

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import x25519
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.bundles.keys import SealKey

_PURPOSE = b"thuocso: age identity of a seal key, 1"
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_RECIPIENT, _SECRET = "age", "age-secret-key-"
_DATA = 52  # letters of 32 bytes, to which the check adds six


def recipient_of(key: SealKey) -> str:
    """What others encrypt to: ``age1…``, public."""
    public = x25519.X25519PrivateKey.from_private_bytes(_scalar(key)).public_key()
    return recipient(public.public_bytes(Encoding.Raw, PublicFormat.Raw))


def identity_of(key: SealKey) -> str:
    """What opens it again: ``AGE-SECRET-KEY-1…``, as secret as the seal key itself."""
    return identity(_scalar(key))


def recipient(public: bytes) -> str:
    """An X25519 public key of 32 bytes as age writes it."""
    return _bech32(_RECIPIENT, public)


def identity(secret: bytes) -> str:
    """An X25519 private key of 32 bytes as age writes it."""
    return _bech32(_SECRET, secret).upper()


def secret_in(text: str) -> bytes:
    """The 32 bytes of an ``AGE-SECRET-KEY-1…``; raises `ValueError`."""
    return _data(_SECRET, text.lower())


def is_recipient(text: str) -> bool:
    """Whether this is an ``age1…`` X25519 recipient that can be encrypted to."""
    with suppress(ValueError):
        return bool(_data(_RECIPIENT, text))
    return False


def _scalar(key: SealKey) -> bytes:
    private = key.private_key.private_numbers().private_value.to_bytes(32, "big")
    return HKDF(hashes.SHA256(), 32, salt=None, info=_PURPOSE).derive(private)


def _bech32(prefix: str, data: bytes) -> str:
    bits = int.from_bytes(data, "big") << (-len(data) * 8 % 5)
    count = -(-len(data) * 8 // 5)
    values = [bits >> 5 * (count - 1 - at) & 31 for at in range(count)]
    check = _polymod([*_expanded(prefix), *values, 0, 0, 0, 0, 0, 0]) ^ 1
    values += [check >> 5 * (5 - at) & 31 for at in range(6)]
    return f"{prefix}1" + "".join(_LETTERS[value] for value in values)


def _data(prefix: str, text: str) -> bytes:
    letters = text[len(prefix) + 1 :]
    if not text.startswith(f"{prefix}1") or len(letters) != _DATA + 6 or any(each not in _LETTERS for each in letters):
        raise ValueError("no such text")
    values = [_LETTERS.index(letter) for letter in letters]
    bits = 0
    for value in values[:_DATA]:
        bits = bits << 5 | value
    if _polymod([*_expanded(prefix), *values]) != 1 or bits & 0xF:
        raise ValueError("mistyped")
    return (bits >> 4).to_bytes(32, "big")


def _expanded(prefix: str) -> list[int]:
    return [*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for at, factor in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= factor if top >> at & 1 else 0
    return check
