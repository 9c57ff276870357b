"""Windows' store of certificates behind stand-ins for the functions of Windows, called through the real C interface.

What Windows itself answers with a real device is not tried here.
"""

import ctypes
import hashlib
import sys
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, c_int, c_uint32, c_void_p, c_wchar_p, cast
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, utils

from app.errors import AppError
from app.helpers import windows_store
from app.helpers.limits import BasicLimits, ExtendedLimits
from app.helpers.windows_store import ECDSA, PKCS1, PSS, CertContext, PssPadding, Store, encoded, mechanism_of
from tests.app.helpers.devices import Made

DATA = b"bao cao"
DIGEST = hashlib.sha256(DATA).digest()
NCRYPT, OLDER, REFUSED = 0xFFFFFFFF, 2, 0x80090029  # AT_SIGNATURE; NTE_NOT_SUPPORTED
HASHED = utils.Prehashed(hashes.SHA256())


class Windows:
    """One store with these certificates; `signs` answers NCryptSignHash with bytes, or with a status."""

    def __init__(self, made: list[Made], spec: int = NCRYPT, keyless: int = -1) -> None:
        self.made, self.spec, self.keyless = made, spec, keyless
        self.error = self.closed_by = 0
        self.signs: Callable[[int, Any, bytes], bytes | int] = lambda flags, info, digest: self._signed(flags, digest)
        self.opened = self.closed = 0
        self._buffers = [ctypes.create_string_buffer(one.der, len(one.der)) for one in made]
        self._contexts = [
            CertContext(1, cast(buffer, POINTER(ctypes.c_uint8)), len(one.der), None, None)
            for buffer, one in zip(self._buffers, made, strict=True)
        ]
        self._digest = b""
        crypt32 = SimpleNamespace(
            CertOpenStore=CFUNCTYPE(c_void_p, c_void_p, c_uint32, c_void_p, c_uint32, c_wchar_p)(self._open),
            CertCloseStore=CFUNCTYPE(c_int, c_void_p, c_uint32)(self._close),
            CertEnumCertificatesInStore=CFUNCTYPE(c_void_p, c_void_p, c_void_p)(self._next),
            CertFreeCertificateContext=CFUNCTYPE(c_int, c_void_p)(lambda _: 1),
            CertGetCertificateContextProperty=CFUNCTYPE(c_int, c_void_p, c_uint32, c_void_p, c_void_p)(self._has_key),
            CryptAcquireCertificatePrivateKey=CFUNCTYPE(
                c_int, c_void_p, c_uint32, c_void_p, POINTER(c_void_p), POINTER(c_uint32), POINTER(c_int)
            )(self._acquire),
        )
        sign = CFUNCTYPE(
            c_uint32, c_void_p, c_void_p, c_void_p, c_uint32, c_void_p, c_uint32, POINTER(c_uint32), c_uint32
        )
        ncrypt = SimpleNamespace(NCryptSignHash=sign(self._sign))
        advapi32 = SimpleNamespace(
            CryptCreateHash=CFUNCTYPE(c_int, c_void_p, c_uint32, c_void_p, c_uint32, POINTER(c_void_p))(self._hash),
            CryptSetHashParam=CFUNCTYPE(c_int, c_void_p, c_uint32, c_void_p, c_uint32)(self._set_hash),
            CryptSignHashW=CFUNCTYPE(c_int, c_void_p, c_uint32, c_wchar_p, c_uint32, c_void_p, POINTER(c_uint32))(
                self._sign_older
            ),
            CryptDestroyHash=CFUNCTYPE(c_int, c_void_p)(lambda _: 1),
        )
        self.store = Store(crypt32, ncrypt, advapi32, lambda: self.error)

    def _open(self, provider, _, __, flags, name) -> int:
        assert (provider, flags & 0x10000, name) == (10, 0x10000, "MY")
        self.opened += 1
        self.error = self.closed_by or self.error
        return 0 if self.closed_by else 0x51

    def _close(self, store, _) -> int:
        assert store == 0x51
        self.closed += 1
        return 1

    def _addresses(self) -> list[int]:
        return [ctypes.addressof(context) for context in self._contexts]

    def _next(self, _, before) -> int:
        at = 0 if before is None else self._addresses().index(before) + 1
        return self._addresses()[at] if at < len(self._contexts) else 0

    def _has_key(self, context, kind, _, __) -> int:
        assert kind == 2
        return int(self._addresses().index(context) != self.keyless)

    def _acquire(self, context, _, __, handle, spec, ___) -> int:
        if self.error:
            return 0
        handle[0], spec[0] = 0x70 + self._addresses().index(context), self.spec
        return 1

    def _sign(self, key, info, digest, size, made, room, told, flags) -> int:
        answer = self.signs(flags, info, ctypes.string_at(digest, size))
        if isinstance(answer, int):
            return answer
        told[0] = len(answer)
        if made:
            assert room >= len(answer)
            ctypes.memmove(made, answer, len(answer))
        return 0

    def _signed(self, flags: int, digest: bytes) -> bytes:
        key = self.made[0].key
        if isinstance(key, ec.EllipticCurvePrivateKey):
            r, s = utils.decode_dss_signature(key.sign(digest, ec.ECDSA(HASHED)))
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")
        pss = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
        return key.sign(digest, pss if flags == 8 else padding.PKCS1v15(), HASHED)

    def _hash(self, key, kind, _, __, hashed) -> int:
        assert kind == 0x800C
        hashed[0] = 0x99
        return 1

    def _set_hash(self, _, kind, data, __) -> int:
        assert kind == 2
        self._digest = ctypes.string_at(data, 32)
        return 1

    def _sign_older(self, _, spec, __, ___, made, size) -> int:
        assert spec == OLDER
        answer = self.made[0].key.sign(self._digest, padding.PKCS1v15(), HASHED)[::-1]
        size[0] = len(answer)
        if made:
            ctypes.memmove(made, answer, len(answer))
        return 1


def check(made: Made, mechanism: str, signature: bytes) -> None:
    public = x509.load_der_x509_certificate(made.der).public_key()
    if isinstance(public, ec.EllipticCurvePublicKey):
        public.verify(encoded(signature), DATA, ec.ECDSA(hashes.SHA256()))
        return
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
    public.verify(signature, DATA, pss if mechanism == PSS else padding.PKCS1v15(), hashes.SHA256())


def test_certificates_with_a_key_are_listed_and_the_store_is_closed() -> None:
    windows = Windows([Made(), Made(name="Không có khóa"), Made(kind="p256")], keyless=1)
    assert windows.store.certificates() == [windows.made[0].der, windows.made[2].der]
    assert (windows.opened, windows.closed) == (1, 1)


def test_a_store_that_nobody_used_yet_is_empty_and_one_that_is_closed_to_us_is_told() -> None:
    windows = Windows([Made()])
    windows.closed_by = 2  # ERROR_FILE_NOT_FOUND
    assert windows.store.certificates() == []
    with pytest.raises(AppError, match=r"token\.removed"):
        windows.store.key(windows.made[0].der)
    windows.closed_by = 5  # ERROR_ACCESS_DENIED
    with pytest.raises(AppError, match=r"token\.driver_failed"):
        windows.store.certificates()
    assert windows.closed == 0


@pytest.mark.parametrize(("kind", "mechanism"), [("rsa2048", PSS), ("p256", ECDSA)])
def test_a_key_of_cng_signs_its_best_way(kind: str, mechanism: str) -> None:
    windows = Windows([Made(kind=kind)])
    key = windows.store.key(windows.made[0].der)
    assert mechanism_of(windows.store, key, windows.made[0].der) == mechanism
    check(windows.made[0], mechanism, windows.store.sign(key, mechanism, DIGEST))


def test_the_padding_says_sha_256_and_a_salt_of_32_bytes() -> None:
    windows = Windows([Made()])
    told: list[tuple[str, int]] = []

    def signs(flags: int, info: Any, digest: bytes) -> bytes:
        given = cast(info, POINTER(PssPadding)).contents
        told.append((given.algorithm, given.salt))
        return windows._signed(flags, digest)

    windows.signs = signs
    windows.store.sign(windows.store.key(windows.made[0].der), PSS, DIGEST)
    assert set(told) == {("SHA256", 32)}


def test_a_key_that_refuses_pss_signs_the_older_way() -> None:
    windows = Windows([Made()])
    windows.signs = lambda flags, _, digest: REFUSED if flags == 8 else windows._signed(flags, digest)
    key = windows.store.key(windows.made[0].der)
    assert mechanism_of(windows.store, key, windows.made[0].der) == PKCS1
    check(windows.made[0], PKCS1, windows.store.sign(key, PKCS1, DIGEST))


def test_a_key_of_an_older_provider_signs_the_older_way() -> None:
    windows = Windows([Made()], spec=OLDER)
    key = windows.store.key(windows.made[0].der)
    assert mechanism_of(windows.store, key, windows.made[0].der) == PKCS1
    check(windows.made[0], PKCS1, windows.store.sign(key, PKCS1, DIGEST))


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (0x8010006E, "token.cancelled"),
        (0x8010006B, "token.pin_wrong"),
        (0x8010006C, "token.locked"),
        (0x80100069, "token.removed"),
        (0x80090020, "token.driver_failed"),
    ],
)
def test_what_windows_answers_is_one_of_our_errors(status: int, code: str) -> None:
    windows = Windows([Made()])
    key = windows.store.key(windows.made[0].der)
    windows.signs = lambda *_: status
    with pytest.raises(AppError) as told:
        windows.store.sign(key, PSS, DIGEST)
    assert told.value.code == code
    if code != "token.driver_failed":  # nobody is asked a second time
        with pytest.raises(AppError):
            mechanism_of(windows.store, key, windows.made[0].der)
    windows.error = status
    with pytest.raises(AppError) as told:
        windows.store.key(windows.made[0].der)
    assert told.value.code == code


def test_a_certificate_that_is_gone_is_told() -> None:
    with pytest.raises(AppError) as told:
        Windows([Made()]).store.key(Made().der)
    assert told.value.code == "token.removed"


@pytest.mark.parametrize("ask", [windows_store.certificates, lambda: windows_store.open_key(b"")])
def test_elsewhere_there_is_no_such_store(ask: Callable[[], object]) -> None:
    assert sys.platform != "win32"
    with pytest.raises(AppError) as told:
        ask()
    assert told.value.code == "token.no_store"


def test_structures_lie_as_windows_lays_them_out() -> None:
    assert [getattr(CertContext, name).offset for name, _ in CertContext._fields_] == [0, 8, 16, 24, 32]
    assert (PssPadding.algorithm.offset, PssPadding.salt.offset) == (0, ctypes.sizeof(c_void_p))
    assert (ctypes.sizeof(BasicLimits), ctypes.sizeof(ExtendedLimits)) == (64, 144)
    assert (BasicLimits.flags.offset, ExtendedLimits.process_memory.offset) == (16, 112)
