"""What all steps that send or receive a file share: reading with today's trust, decoding, keeping, papers on disk."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from app.bundles import envelope as envelopes
from app.bundles import reading
from app.bundles.manifest import Envelope, Kind, bundle_json
from app.bundles.medium import part_file
from app.bundles.reading import Inspection, ReceivedBundle
from app.bundles.trust import TrustPolicy, Verdict
from app.bundles.writing import Written
from app.domain import canonical, codec, framework, text
from app.domain.agency import Agency
from app.domain.framework import Framework
from app.errors import AppError
from app.operations import trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import submissions
from app.storage.campaigns import Part
from app.storage.submissions import Bundle

Renderer = Callable[[str], bytes]
Content = TypeVar("Content")
IN, OUT = "in", "out"
_SUFFIXES = (".thuocso", ".zip")


def inspect(path: Path) -> Inspection:
    """What a file claims to be, unverified; raises `AppError("file.unreadable")`."""
    return reading.inspect(path)


def verify(path: Path, trust: TrustPolicy, now: datetime, progress: Progress = SILENT) -> Verdict:
    """The verdict on a file; needs no data folder."""
    return reading.verify(path, trust, now, progress)


def read(workspace: Workspace, path: Path, kind: Kind, progress: Progress = SILENT) -> ReceivedBundle:
    """A verified bundle of this kind, its evidence in the store's incoming folder.

    Raises what the reader refuses, or `AppError("bundle.other_kind")`.
    """
    claimed = reading.inspect(path).envelope
    if claimed is not None and claimed.kind is not kind:
        raise AppError("bundle.other_kind", kind=claimed.kind.value, wanted=kind.value)
    return reading.open_verified(
        path, workspace.evidence.incoming, trusting.policy(workspace), workspace.clock(), progress
    )


def bundle_files(paths: Iterable[Path], progress: Progress = SILENT) -> Iterator[Path]:
    """The files named, and in folders those called like bundles or beginning like one, whatever they are called."""
    for path in paths:
        if path.is_dir():
            yield from sorted(item for item in path.rglob("*") if _may_be_bundle(item, progress))
        else:
            yield path


def _may_be_bundle(path: Path, progress: Progress) -> bool:
    progress.step(0, 1)
    if not path.is_file():
        return False
    return path.suffix.lower() in _SUFFIXES or reading.looks_like_bundle(path)


def content_of(received: ReceivedBundle, kind: type[Content]) -> Content:
    """content.json as a value; raises `AppError("bundle.content_malformed", path=…)`."""
    try:
        return codec.from_json(kind, received.content)
    except AppError as error:
        raise AppError("bundle.content_malformed", path=error.details.get("path", "/")) from error


def frameworks_of(received: ReceivedBundle) -> tuple[Framework, ...]:
    """The frameworks a bundle carries; raises `AppError("bundle.content_malformed")`."""
    if received.framework is None:
        return ()
    try:
        pieces = envelopes.split_frameworks(received.envelope, received.framework)
        values = tuple(framework.from_json(canonical.decode(piece)) for piece in pieces)
    except AppError as error:
        raise AppError("bundle.content_malformed", path=error.details.get("path", "/")) from error
    if [value.digest for value in values] != [item.digest for item in received.envelope.frameworks]:
        raise AppError("bundle.content_malformed", path="framework.json")
    return values


# Keeping -----------------------------------------------------------------------------------------------------------


def keep_written(
    workspace: Workspace, part: Part, envelope: Envelope, written: Written, target: Path, agency: str = ""
) -> None:
    """Records a file that went out (inside a transaction)."""
    submissions.add_bundle(
        Bundle(
            id=workspace.new_id(),
            part=part.id,
            direction=OUT,
            kind=envelope.kind.value,
            agency=agency or part.agency,
            round=envelope.round,
            content_digest=written.content_digest,
            seal_digest=written.seal_digest,
            file_digest=written.file_digest,
            file_name=target.name,
            size=written.size,
            verdict="{}",
            envelope=bundle_json(envelope, ()).decode("utf-8"),
            skeleton=None,
            at=workspace.now(),
            by=workspace.acting.name if workspace.acting else "",
        )
    )


def keep_received(workspace: Workspace, part: Part, received: ReceivedBundle, path: Path) -> str:
    """Records a file that came in, with the verdict found now; gives its id (inside a transaction)."""
    verdict = received.verdict
    told = {**verdict.to_json(), "check_code": verdict.check_code, "spki": verdict.spki_sha256}
    bundle_id = workspace.new_id()
    submissions.add_bundle(
        Bundle(
            id=bundle_id,
            part=part.id,
            direction=IN,
            kind=received.envelope.kind.value,
            agency=received.envelope.sender.code,
            round=received.envelope.round,
            content_digest=verdict.content_digest or "",
            seal_digest=verdict.seal_digest or "",
            file_digest=verdict.file_digest or "",
            file_name=path.name,
            size=path.stat().st_size,
            verdict=json.dumps(told, ensure_ascii=False),
            envelope=bundle_json(received.envelope, ()).decode("utf-8"),
            skeleton=received.skeleton,
            at=workspace.now(),
            by=workspace.acting.name if workspace.acting else "",
        )
    )
    return bundle_id


def answered(part_id: str) -> str | None:
    """The content digest of the feedback that the next submission answers (inside a session)."""
    told = submissions.feedback(part_id)
    return told[0].content_digest if told else None


def write_file(target: Path, data: bytes) -> Path:
    """Writes a paper whole or not at all; raises `AppError("disk.full")`, "disk.read_only", "medium.gone"."""
    with part_file(target, len(data)) as part:
        part.file.write(data)
        part.settle()
        part.keep()
    return target


class Batch:
    """Files that belong together: `before` is told of each before it is written."""

    def __init__(self, undo: ExitStack) -> None:
        self._undo = undo

    def before(self, path: Path) -> Path:
        """Gives `path` back; a file that was not there before goes again if the batch does not end well."""
        if not path.exists():
            self._undo.callback(path.unlink, missing_ok=True)
        return path


@contextmanager
def all_or_none() -> Iterator[Batch]:
    """Files written in the block stay when it ends well, and are gone when it is cancelled or refused."""
    with ExitStack() as undo:
        yield Batch(undo)
        undo.pop_all()


def file_stems(agencies: Iterable[Agency]) -> dict[str, str]:
    """A file name piece for each agency by code; those of one name bear their code as well."""
    pieces = {agency.code: text.file_name_piece(agency.name) for agency in agencies}
    counted = Counter(pieces.values())
    return {
        code: piece if counted[piece] == 1 else f"{piece}_{text.file_name_piece(code)}"
        for code, piece in pieces.items()
    }
