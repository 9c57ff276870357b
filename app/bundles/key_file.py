"""PKCS#12 files, that of a seal key and those of other programs, derived where others can work meanwhile.

`cryptography` writes and opens such files too, but holds Python's lock all the while: a window stands still for as
long, whichever thread asks. Its plain PBKDF2 lets go of the lock; a MAC has a derivation of its own, which it does not
offer alone, and Python's loop gives way between rounds. It also keeps the MAC at 2,048 rounds whatever it is told, and
the MAC is what a guesser would attack: here it has as many as the rest.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from itertools import repeat
from typing import Any

from asn1crypto import core
from asn1crypto import pkcs12 as forms
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.padding import PKCS7

MAX_ROUNDS = 10_000_000
MAX_FOREIGN = 1_000_000  # rounds of an old form, which only `cryptography` derives: half a second
_MAC_KEY = 3  # RFC 7292, B.3: the purpose "integrity key"


_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha1": hashes.SHA1(), "sha224": hashes.SHA224(), "sha256": hashes.SHA256(), "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}  # fmt: skip


class OtherForm(ValueError):
    """A PKCS#12 file with other algorithms than PBES2 with AES; `check_rounds` first, then `cryptography` opens it."""


def slowed(made: bytes, secret: bytes, rounds: int) -> bytes:
    """`made`, derived with one round under the same secret, with so many for its key, its certificate and its MAC."""
    pfx = forms.Pfx.load(made)
    safe = pfx.authenticated_safe
    for held, name, algorithm, bags in _sealed_parts(safe):
        plain = _decrypted(algorithm, held[name].native, secret)
        algorithm["parameters"]["key_derivation_func"]["parameters"]["iteration_count"] = rounds
        padder, cipher = PKCS7(128).padder(), _cipher(algorithm, secret).encryptor()
        held[name] = cipher.update(padder.update(plain) + padder.finalize()) + cipher.finalize()
        if bags is not None:
            content, contents = bags
            content["content"] = core.OctetString(contents.dump(force=True))
    written = safe.dump(force=True)
    salt = os.urandom(16)
    mac = hmac.digest(_mac_key(secret, salt, rounds, "sha256"), written, "sha256")
    pfx["auth_safe"]["content"] = core.OctetString(written)
    pfx["mac_data"] = {
        "mac": {"digest_algorithm": {"algorithm": "sha256", "parameters": None}, "digest": mac},
        "mac_salt": salt,
        "iterations": rounds,
    }
    return bytes(pfx.dump(force=True))


def opened(data: bytes, secret: bytes) -> tuple[bytes, tuple[bytes, ...]] | None:
    """The private key (PKCS#8) and the certificates, in DER; None where the secret is another.

    Raises `OtherForm`, and `ValueError`, `TypeError` or `KeyError` for bytes that are no such file.
    """
    pfx = forms.Pfx.load(data, strict=True)
    mac, written = pfx["mac_data"], pfx["auth_safe"]["content"].native
    name = mac["mac"]["digest_algorithm"]["algorithm"].native
    if name not in _HASHES:
        raise OtherForm("MAC")
    key, certificates, parts = b"", [], list(_sealed_parts(pfx.authenticated_safe))
    for _, _, algorithm, _ in parts:
        _check_form(algorithm)
    derived = _mac_key(secret, mac["mac_salt"].native, _bounded(mac["iterations"].native), name)
    if not hmac.compare_digest(hmac.digest(derived, written, name), mac["mac"]["digest"].native):
        return None
    for held, name, algorithm, bags in parts:
        plain = _decrypted(algorithm, held[name].native, secret)
        if bags is not None:
            key = plain
            continue
        for bag in forms.SafeContents.load(plain, strict=True):
            if bag["bag_id"].native == "cert_bag":
                certificates.append(bag["bag_value"]["cert_value"].parsed.dump())
    return key, tuple(certificates)


def check_rounds(data: bytes) -> None:
    """Raises `ValueError` for a file of another form that would hold everything up: a file says itself how long."""
    pfx = forms.Pfx.load(data, strict=True)
    told = [pfx["mac_data"]["iterations"].native] if pfx["mac_data"].native else []
    told += [algorithm.kdf_iterations for algorithm in _algorithms(pfx.authenticated_safe)]
    if max(told, default=0) > MAX_FOREIGN:
        raise ValueError(max(told))


def _algorithms(safe: Any) -> Iterator[Any]:
    """How each part is encrypted, whatever the form."""
    for content in safe:
        if content["content_type"].native == "encrypted_data":
            yield content["content"]["encrypted_content_info"]["content_encryption_algorithm"]
        elif content["content_type"].native == "data":
            for bag in forms.SafeContents.load(content["content"].native, strict=True):
                if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
                    yield bag["bag_value"]["encryption_algorithm"]
                elif bag["bag_id"].native == "safe_contents":
                    raise ValueError("bags inside a bag")


def _sealed_parts(safe: Any) -> Iterator[tuple[Any, str, Any, tuple[Any, Any] | None]]:
    """What is encrypted: where it is held, under which name, how, and the content and bags it lies in, if in any."""
    for content in safe:
        if content["content_type"].native == "encrypted_data":
            info = content["content"]["encrypted_content_info"]
            yield info, "encrypted_content", info["content_encryption_algorithm"], None
        elif content["content_type"].native == "data":
            bags = forms.SafeContents.load(content["content"].native, strict=True)
            for bag in bags:
                if bag["bag_id"].native != "pkcs8_shrouded_key_bag":
                    raise OtherForm(bag["bag_id"].native)
                value = bag["bag_value"]
                yield value, "encrypted_data", value["encryption_algorithm"], (content, bags)
        else:
            raise OtherForm(content["content_type"].native)


def _check_form(algorithm: Any) -> None:
    if algorithm["algorithm"].native != "pbes2" or algorithm.kdf != "pbkdf2" or algorithm.kdf_hmac not in _HASHES:
        raise OtherForm("derivation")
    if algorithm.encryption_cipher != "aes" or algorithm.encryption_mode != "cbc":
        raise OtherForm("cipher")


def _cipher(algorithm: Any, secret: bytes) -> Cipher[modes.CBC]:
    _check_form(algorithm)
    rounds, prf = _bounded(algorithm.kdf_iterations), _HASHES[algorithm.kdf_hmac]
    key = PBKDF2HMAC(prf, algorithm.key_length, algorithm.kdf_salt, rounds).derive(secret)
    return Cipher(algorithms.AES(key), modes.CBC(algorithm.encryption_iv))


def _decrypted(algorithm: Any, data: bytes, secret: bytes) -> bytes:
    cipher, unpadder = _cipher(algorithm, secret).decryptor(), PKCS7(128).unpadder()
    return unpadder.update(cipher.update(data) + cipher.finalize()) + unpadder.finalize()


def _bounded(rounds: int) -> int:
    if not 1 <= rounds <= MAX_ROUNDS:
        raise ValueError(rounds)
    return rounds


def _mac_key(secret: bytes, salt: bytes, rounds: int, name: str) -> bytes:
    """RFC 7292, B.2 for a key as long as the hash, where one block is all there is to derive."""
    password, digest = secret.decode("utf-8").encode("utf-16-be") + b"\0\0", getattr(hashlib, name)
    size = digest().block_size

    def filled(part: bytes) -> bytes:
        length = -(-len(part) // size) * size
        return (part * (length // len(part) + 1))[:length] if part else b""

    block: bytes = bytes([_MAC_KEY]) * size + filled(salt) + filled(password)
    for _ in repeat(None, rounds):
        block = digest(block).digest()
    return block
