"""Who can sign: a certificate with a private key somewhere, in a PKCS#12 file or on a token."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Mechanism(StrEnum):
    """How a signature is made over SHA-256 (Thông tư 15/2025/TT-BKHCN, Phụ lục I: RSA-PSS, or ECDSA)."""

    RSA_PSS = "rsassa_pss"
    RSA_PKCS1 = "rsassa_pkcs1v15"  # only where the key cannot do better
    ECDSA = "ecdsa"


@dataclass(frozen=True, slots=True)
class Mark:
    """A signed field of a PDF as it says of itself, unproven: who signed and when it claims to be (ISO text or "")."""

    field: str
    name: str
    unit: str
    at: str


class Signer(Protocol):
    """A key that signs without being shown. All bytes are DER."""

    @property
    def certificate(self) -> bytes:
        """The signer's certificate."""

    @property
    def chain(self) -> tuple[bytes, ...]:
        """Certificates above it, as far as they are at hand."""

    @property
    def mechanism(self) -> Mechanism:
        """How it will sign, known before the first signature."""

    def sign(self, data: bytes) -> bytes:
        """The signature over `data` (hashed with SHA-256 inside); ECDSA as DER. Raises `AppError` "token.…"."""
