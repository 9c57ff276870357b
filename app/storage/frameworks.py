"""Framework versions, each kept once by its digest and never changed."""

import functools

from app.domain import canonical, framework
from app.domain.framework import Framework
from app.errors import AppError
from app.storage.schema import FrameworkRow


def add(value: Framework, at: str) -> str:
    """Keeps a version; one already there stays as it is. Gives its digest."""
    body = canonical.encode(framework.to_json(value)).decode("utf-8")
    FrameworkRow.insert(
        digest=value.digest,
        framework_id=value.id,
        version=value.version,
        title=value.title,
        body=body,
        added_at=at,
    ).on_conflict_ignore().execute()
    return value.digest


def get(digest: str) -> Framework:
    """The version with this digest; raises `AppError("framework.unknown", digest=…)`."""
    row = FrameworkRow.get_or_none(FrameworkRow.digest == digest)
    if row is None:
        raise AppError("framework.unknown", digest=digest)
    return _parsed(row.digest, row.body)


def is_known(digest: str) -> bool:
    """Whether the version with this digest is kept here."""
    return FrameworkRow.get_or_none(FrameworkRow.digest == digest) is not None


def everything() -> tuple[Framework, ...]:
    """All versions kept here, newest first."""
    return tuple(_parsed(row.digest, row.body) for row in FrameworkRow.select().order_by(FrameworkRow.added_at.desc()))


@functools.lru_cache(maxsize=32)
def _parsed(digest: str, body: str) -> Framework:
    """Parsed once: a version never changes, and an opened page asks for it again and again."""
    return framework.from_json(canonical.decode(body.encode("utf-8")))
