"""The next file of a drop is verified and copied in while the one before it is recorded.

Reading waits for the disk's bytes, recording for its acknowledgements: one after the other they leave it idle by turns.
What is read ahead is not yet taken in: files are recorded in their order, each in a transaction of its own.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from app.bundles import encryption
from app.bundles.manifest import Kind
from app.bundles.reading import ReceivedBundle
from app.bundles.trust import TrustPolicy
from app.errors import AppError
from app.operations import bundling
from app.operations.workspace import Workspace
from app.progress import Cancelled, Progress


class Ahead:
    """Reads one file further than asked for."""

    def __init__(self, workspace: Workspace, files: Sequence[Path], trust: TrustPolicy, beside: Executor) -> None:
        self._workspace, self._trust, self._beside = workspace, trust, beside
        self._left, self._stop = enumerate(files), Event()
        self._waiting = self._begun()

    def next(self) -> ReceivedBundle | None:
        """What was read of the next file, None for one to be looked at more closely; the one after it is begun.

        Raises what the reader refuses.
        """
        waiting, self._waiting = self._waiting, self._begun()
        return waiting.result() if waiting is not None else None

    def drop(self) -> None:
        """Clears away what was read and not asked for any more."""
        self._stop.set()
        with suppress(AppError, Cancelled):
            left = self._waiting.result() if self._waiting is not None else None
            if left is not None:
                clear(left)

    def _begun(self) -> "Future[ReceivedBundle | None] | None":
        at, path = next(self._left, (0, None))
        return None if path is None else self._beside.submit(self._read, path, f"{at}-")

    def _read(self, path: Path, prefix: str) -> ReceivedBundle | None:
        if encryption.is_encrypted(path):
            return None
        claimed = bundling.inspect(path).envelope
        if claimed is not None and claimed.kind is not Kind.SUBMISSION:
            return None
        return bundling.read_inspected(self._workspace, path, self._trust, Progress(stop=self._stop), prefix=prefix)


@contextmanager
def reading_ahead(workspace: Workspace, files: Sequence[Path], trust: TrustPolicy) -> Iterator[Ahead]:
    """The first of `files` is begun; what was not asked for is gone when the block is left."""
    with ThreadPoolExecutor(1, "drop-ahead") as beside:
        ahead = Ahead(workspace, files, trust, beside)
        try:
            yield ahead
        finally:
            ahead.drop()


def clear(received: ReceivedBundle) -> None:
    """Copies that were not taken into the store go."""
    for piece in received.evidence:
        if piece.path is not None:
            with suppress(OSError):  # what stays in "incoming" goes at the next start
                piece.path.unlink(missing_ok=True)
