"""How the names inside certificates are said; what stands there is a claim of whoever issued it."""

from asn1crypto import x509

from app.domain import text

_LONGEST = 200


def common_name(name: x509.Name) -> str:
    """A certificate's name as people say it: the common name, else its organisation, else all of it."""
    return named(name, "common_name") or named(name, "organization_name") or _clean(name.human_friendly)


def named(name: x509.Name, *kinds: str) -> str:
    """The values of some attributes of a name in the order asked, joined by commas."""
    found: list[str] = []
    for kind in kinds:
        values = name.native.get(kind, ())
        found += [values] if isinstance(values, str) else [each for each in values if isinstance(each, str)]
    return _clean(", ".join(found))


def _clean(words: str) -> str:
    return text.clean_name(words)[:_LONGEST]
