"""The check code of a sealing key: what two people compare over the telephone, or find in a letter."""


def of_key(spki_sha256: str) -> str:
    """Six groups of five digits, from the SHA-256 of a key's SubjectPublicKeyInfo in hexadecimal."""
    digits = f"{int(spki_sha256, 16) % 10**30:030d}"
    return " ".join(digits[at : at + 5] for at in range(0, 30, 5))


def fits(typed: str, code: str) -> bool:
    """Whether a typed code is the check code; blanks and signs between the digits do not matter."""
    return [c for c in typed if c.isdigit()] == [c for c in code if c.isdigit()]
