"""Windows' own store of certificates, for devices whose driver gives no PKCS#11: behind the same few methods.

Windows asks for the PIN itself, in its own window; this program never sees it. Written after Microsoft's pages of
crypt32, ncrypt and advapi32; not tried on a real device yet.
"""

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, byref, c_int, c_uint8, c_uint32, c_void_p, c_wchar_p
from dataclasses import dataclass
from typing import Any

from app.errors import AppError

PSS, PKCS1, ECDSA = "rsassa_pss", "rsassa_pkcs1v15", "ecdsa"
SALT = 32

_STORE_PROV_SYSTEM = 10
_CURRENT_USER, _READ_ONLY, _EXISTING = 0x10000, 0x8000, 0x4000
_FILE_NOT_FOUND = 2  # ERROR_FILE_NOT_FOUND: nobody kept a certificate here yet
_KEY_PROV_INFO = 2
_COMPARE_KEY, _PREFER_NCRYPT = 0x4, 0x20000
_NCRYPT_KEY = 0xFFFFFFFF  # CERT_NCRYPT_KEY_SPEC
_PAD_PKCS1, _PAD_PSS = 0x2, 0x8
_CALG_SHA_256, _HP_HASHVAL = 0x800C, 0x2

_CANCELLED = {0x8010006E, 0x80090036, 0x800704C7}  # SCARD_W_CANCELLED_BY_USER, NTE_USER_CANCELLED, ERROR_CANCELLED
_WRONG_PIN = {0x8010006B}  # SCARD_W_WRONG_CHV
_LOCKED = {0x8010006C}  # SCARD_W_CHV_BLOCKED
_GONE = {
    *(0x80100069, 0x8010000C, 0x8010002E, 0x80100017),  # SCARD_W_REMOVED_CARD, _NO_SMARTCARD, _NO_READERS_AVAILABLE, …
    *(0x80090016, 0x8009000D),  # NTE_BAD_KEYSET, NTE_NO_KEY
}


class CertContext(Structure):
    """CERT_CONTEXT of wincrypt.h."""

    _fields_ = [
        ("encoding", c_uint32),
        ("encoded", POINTER(c_uint8)),
        ("size", c_uint32),
        ("info", c_void_p),
        ("store", c_void_p),
    ]


class PssPadding(Structure):
    """BCRYPT_PSS_PADDING_INFO of bcrypt.h."""

    _fields_ = [("algorithm", c_wchar_p), ("salt", c_uint32)]


class Pkcs1Padding(Structure):
    """BCRYPT_PKCS1_PADDING_INFO of bcrypt.h."""

    _fields_ = [("algorithm", c_wchar_p)]


@dataclass(slots=True)
class Key:
    """A private key as Windows gives it: its handle, and whether it is one of CNG or of an older provider."""

    handle: int
    spec: int

    @property
    def is_cng(self) -> bool:
        return self.spec == _NCRYPT_KEY


class Store:
    """The functions of Windows used here; the libraries are handed in."""

    def __init__(self, crypt32: Any, ncrypt: Any, advapi32: Any, last_error: Any) -> None:
        self._crypt32, self._ncrypt, self._advapi32, self._last_error = crypt32, ncrypt, advapi32, last_error
        crypt32.CertOpenStore.restype = c_void_p
        crypt32.CertOpenStore.argtypes = (c_void_p, c_uint32, c_void_p, c_uint32, c_wchar_p)
        crypt32.CertEnumCertificatesInStore.restype = POINTER(CertContext)
        crypt32.CertEnumCertificatesInStore.argtypes = (c_void_p, POINTER(CertContext))
        crypt32.CertGetCertificateContextProperty.argtypes = (
            *(POINTER(CertContext), c_uint32, c_void_p),
            POINTER(c_uint32),
        )
        crypt32.CertFreeCertificateContext.argtypes = (POINTER(CertContext),)
        crypt32.CertCloseStore.argtypes = (c_void_p, c_uint32)
        crypt32.CryptAcquireCertificatePrivateKey.argtypes = (
            *(POINTER(CertContext), c_uint32, c_void_p),
            *(POINTER(c_void_p), POINTER(c_uint32), POINTER(c_int)),
        )
        ncrypt.NCryptSignHash.restype = c_uint32
        ncrypt.NCryptSignHash.argtypes = (
            *(c_void_p, c_void_p, c_void_p, c_uint32),
            *(c_void_p, c_uint32, POINTER(c_uint32), c_uint32),
        )
        advapi32.CryptCreateHash.argtypes = (c_void_p, c_uint32, c_void_p, c_uint32, POINTER(c_void_p))
        advapi32.CryptSetHashParam.argtypes = (c_void_p, c_uint32, c_void_p, c_uint32)
        advapi32.CryptSignHashW.argtypes = (c_void_p, c_uint32, c_wchar_p, c_uint32, c_void_p, POINTER(c_uint32))
        advapi32.CryptDestroyHash.argtypes = (c_void_p,)

    def certificates(self) -> list[bytes]:
        """The person's certificates that have a private key, as DER."""
        with self._contexts() as contexts:
            return [_der(context) for context in contexts if self._has_key(context)]

    def key(self, certificate: bytes) -> Key:
        """The private key of one of them. Raises `AppError` "token.removed" and what `_refused` tells."""
        with self._contexts() as contexts:
            for context in contexts:
                if _der(context) == certificate:
                    return self._acquired(context)
        raise AppError("token.removed")

    def sign(self, key: Key, mechanism: str, digest: bytes) -> bytes:
        """The signature over a SHA-256 digest; ECDSA as r and s side by side. Raises what `_refused` tells."""
        if not key.is_cng:
            return self._sign_older(key, digest)
        padding: Structure | None = None
        flags = 0
        if mechanism == PSS:
            padding, flags = PssPadding("SHA256", SALT), _PAD_PSS
        elif mechanism == PKCS1:
            padding, flags = Pkcs1Padding("SHA256"), _PAD_PKCS1
        given = None if padding is None else byref(padding)
        size = c_uint32()
        call = self._ncrypt.NCryptSignHash
        status = call(key.handle, given, digest, len(digest), None, 0, byref(size), flags)
        made = ctypes.create_string_buffer(size.value)
        if status == 0:
            status = call(key.handle, given, digest, len(digest), made, size.value, byref(size), flags)
        if status != 0:
            raise _refused(status)
        return made.raw[: size.value]

    @contextmanager
    def _contexts(self) -> Iterator[Iterator[Any]]:
        flags = _CURRENT_USER | _READ_ONLY | _EXISTING
        store = self._crypt32.CertOpenStore(_STORE_PROV_SYSTEM, 0, None, flags, "MY")
        if not store:
            error = self._last_error()
            if error != _FILE_NOT_FOUND:
                raise _refused(error)
            yield iter(())
            return
        try:
            yield self._each(store)
        finally:
            self._crypt32.CertCloseStore(store, 0)

    def _each(self, store: int) -> Iterator[Any]:
        """Asking for the next one frees the one before."""
        context = self._crypt32.CertEnumCertificatesInStore(store, None)
        try:
            while context:
                yield context
                context = self._crypt32.CertEnumCertificatesInStore(store, context)
        finally:
            if context:
                self._crypt32.CertFreeCertificateContext(context)

    def _has_key(self, context: Any) -> bool:
        size = c_uint32()
        return bool(self._crypt32.CertGetCertificateContextProperty(context, _KEY_PROV_INFO, None, byref(size)))

    def _acquired(self, context: Any) -> Key:
        handle, spec, must_free = c_void_p(), c_uint32(), c_int()
        flags = _COMPARE_KEY | _PREFER_NCRYPT
        got = self._crypt32.CryptAcquireCertificatePrivateKey(
            context, flags, None, byref(handle), byref(spec), byref(must_free)
        )
        if not got or not handle.value:
            raise _refused(self._last_error())
        return Key(handle.value, spec.value)  # lives as long as this process

    def _sign_older(self, key: Key, digest: bytes) -> bytes:
        """A provider from before CNG: PKCS#1 v1.5 alone, its bytes the other way round (CryptSignHash)."""
        hashed, size = c_void_p(), c_uint32()
        api = self._advapi32
        if not api.CryptCreateHash(key.handle, _CALG_SHA_256, None, 0, byref(hashed)):
            raise _refused(self._last_error())
        try:
            done = api.CryptSetHashParam(hashed, _HP_HASHVAL, digest, 0)
            done = done and api.CryptSignHashW(hashed, key.spec, None, 0, None, byref(size))
            made = ctypes.create_string_buffer(size.value)
            if not (done and api.CryptSignHashW(hashed, key.spec, None, 0, made, byref(size))):
                raise _refused(self._last_error())
        finally:
            api.CryptDestroyHash(hashed)
        return made.raw[: size.value][::-1]


def _der(context: Any) -> bytes:
    return ctypes.string_at(context.contents.encoded, context.contents.size)


def _refused(status: int) -> AppError:
    """What Windows answered, as one of ours."""
    code = status & 0xFFFFFFFF
    if code in _CANCELLED:
        return AppError("token.cancelled")
    if code in _WRONG_PIN:
        return AppError("token.pin_wrong")
    if code in _LOCKED:
        return AppError("token.locked")
    if code in _GONE:
        return AppError("token.removed")
    return AppError("token.driver_failed", reason=f"0x{code:08X}")


# What the helper offers -----------------------------------------------------------------------------------------


def _store() -> Store:
    if sys.platform != "win32":
        raise AppError("token.no_store")
    return Store(
        ctypes.WinDLL("crypt32", use_last_error=True),
        ctypes.WinDLL("ncrypt", use_last_error=True),
        ctypes.WinDLL("advapi32", use_last_error=True),
        ctypes.get_last_error,
    )


_keys: dict[bytes, tuple[Store, Key, str]] = {}


def certificates() -> list[bytes]:
    """The person's certificates that have a private key, as DER. Raises `AppError("token.no_store")`."""
    return _store().certificates()


def open_key(certificate: bytes) -> str:
    """How the key of a certificate signs: RSA as PSS where it does so over random bytes, else as PKCS#1 v1.5."""
    store = _store()
    key = store.key(certificate)
    mechanism = mechanism_of(store, key, certificate)
    _keys[certificate] = (store, key, mechanism)
    return mechanism


def sign(certificate: bytes, data: bytes) -> bytes:
    """The signature over `data` (SHA-256); ECDSA as DER. Raises "token.removed" where `open_key` came not before."""
    if certificate not in _keys:
        raise AppError("token.removed")
    store, key, mechanism = _keys[certificate]
    made = store.sign(key, mechanism, hashlib.sha256(data).digest())
    return encoded(made) if mechanism == ECDSA else made


def mechanism_of(store: Store, key: Key, certificate: bytes) -> str:
    """See `open_key`."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    public = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(public, rsa.RSAPublicKey):
        return ECDSA
    if not key.is_cng:
        return PKCS1
    noise = os.urandom(64)
    try:
        made = store.sign(key, PSS, hashlib.sha256(noise).digest())
        public.verify(made, noise, padding.PSS(padding.MGF1(hashes.SHA256()), SALT), hashes.SHA256())
    except InvalidSignature:
        return PKCS1
    except AppError as error:
        if error.code == "token.driver_failed":  # whoever cancelled or mistyped is not asked a second time
            return PKCS1
        raise
    return PSS


def encoded(made: bytes) -> bytes:
    """r and s side by side as DER."""
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    half = len(made) // 2
    return encode_dss_signature(int.from_bytes(made[:half], "big"), int.from_bytes(made[half:], "big"))
