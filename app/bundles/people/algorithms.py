"""The algorithms that people's signatures and certificates may use (Thông tư 15/2025/TT-BKHCN, Phụ lục I).

RSA of at least 2,048 bits and ECDSA of at least 256, with SHA-256 or stronger. PKCS#1 v1.5 is read beside RSA-PSS:
most tokens in use cannot do better; `words` says which it was.
"""

from datetime import datetime
from typing import Any

from asn1crypto import algos, cms, keys, x509
from pyhanko.sign.validation.utils import CMSAlgorithmUsagePolicy
from pyhanko_certvalidator.policy_decl import AlgorithmUsageConstraint

DIGESTS = frozenset(
    {"sha256", "sha384", "sha512", "sha512_224", "sha512_256", "sha3_256", "sha3_384", "sha3_512", "shake256"}
)
_RSA_BITS = range(2048, 16385)
_CURVES = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}
_NAMES = {"rsassa_pkcs1v15": "RSA PKCS#1 v1.5", "rsassa_pss": "RSA-PSS", "ecdsa": "ECDSA"}


class Allowed(CMSAlgorithmUsagePolicy):
    """What certvalidator and pyHanko are let to accept."""

    def digest_algorithm_allowed(
        self, algo: algos.DigestAlgorithm, moment: datetime | None
    ) -> AlgorithmUsageConstraint:
        """Whether a digest is strong enough."""
        return AlgorithmUsageConstraint(algo["algorithm"].native in DIGESTS, failure_reason="digest")

    def signature_algorithm_allowed(
        self, algo: algos.SignedDigestAlgorithm, moment: datetime | None, public_key: keys.PublicKeyInfo | None
    ) -> AlgorithmUsageConstraint:
        """Whether a way of signing is strong enough, with this key."""
        name = _way(algo)
        if name not in _NAMES or (public_key is not None and not is_strong(public_key)):
            return AlgorithmUsageConstraint(False, failure_reason=f"{name} or the size of its key")
        digest = _digest(algo)
        return AlgorithmUsageConstraint(digest is None or digest in DIGESTS, failure_reason=f"{name} with {digest}")


def is_strong(key: keys.PublicKeyInfo) -> bool:
    """Whether the key has an allowed kind and size."""
    if key.algorithm in ("rsa", "rsassa_pss"):
        return key.bit_size in _RSA_BITS
    return key.algorithm == "ec" and key.curve[0] == "named" and key.curve[1] in _CURVES


def words(signer: cms.SignerInfo, certificate: x509.Certificate) -> str:
    """ "RSA-PSS, SHA-256" or "ECDSA P-256, SHA-384": how a signature was made."""
    way, key = _way(signer["signature_algorithm"]), certificate.public_key
    told = _NAMES.get(way, way)
    if way == "ecdsa" and key.algorithm == "ec":
        told = f"{told} {_CURVES.get(key.curve[1], '')}".strip()
    digest = signer["digest_algorithm"]["algorithm"].native
    return f"{told}, {digest.upper().replace('SHA', 'SHA-', 1).replace('_', '/')}"


def _way(algo: algos.SignedDigestAlgorithm) -> str:
    try:
        return str(algo.signature_algo)
    except ValueError:
        return str(algo["algorithm"].native)


def _digest(algo: algos.SignedDigestAlgorithm) -> Any:
    try:
        return algo.hash_algo
    except ValueError:
        return None
