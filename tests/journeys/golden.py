"""What a release leaves for all later ones: a small data folder and one bundle of each kind, from the demonstration.

    python -m tests.journeys.golden 0.1

plays `thuocso-cli demo --small` and keeps the first commune's part of it in tests/data/0.1, which is then never
changed again. A backup is stored, not packed; here it is packed, the folder being mostly empty pages.
"""

import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.cli.demo import scenario
from app.operations import bundling, keeping, workspace
from app.operations.workspace import Workspace

DATA = Path(__file__).resolve().parents[1] / "data"
ARCHIVE = "data.zip"
BUNDLES = {"1-campaign": "campaign", "2-submissions": "submission", "3-feedback": "feedback", "5-results": "result"}
OWN, AUTHORITY = "HG01", "HG"


def moment_of(bundle: Path) -> datetime:
    """When its maker says that it was made."""
    envelope = bundling.inspect(bundle).envelope
    assert envelope is not None
    return datetime.fromisoformat(envelope.claimed_time)


@contextmanager
def opened(folder: Path, at: datetime) -> Iterator[Workspace]:
    """A data folder at a moment."""
    found = workspace.open_workspace(folder, lambda: at)
    try:
        yield found
    finally:
        found.close()


def keep(target: Path) -> None:
    """Plays the small demonstration and keeps what `target` is to hold."""
    (target / "trust").mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "demo"
        scenario.play(out, is_small=True)
        for folder, kind in BUNDLES.items():
            shutil.copyfile(_own(out / "bundles" / folder), target / f"{kind}.thuocso")
        for code in (AUTHORITY, OWN):
            shutil.copyfile(out / "trust" / f"{code}.pem", target / "trust" / f"{code}.pem")
        with opened(out / "data" / OWN, moment_of(target / "result.thuocso")) as found:
            keeping.backup(found, out / ARCHIVE)
        _pack(out / ARCHIVE, target / ARCHIVE)


def _own(folder: Path) -> Path:
    """The bundle in a folder that came from the first commune or is for it; a campaign is for all."""
    bundles = sorted(folder.iterdir())
    for path in bundles:
        envelope = bundling.inspect(path).envelope
        assert envelope is not None
        if OWN in (envelope.sender.code, envelope.receiver and envelope.receiver.code):
            return path
    return bundles[0]


def _pack(stored: Path, packed: Path) -> None:
    with zipfile.ZipFile(stored) as source, zipfile.ZipFile(packed, "w") as target:
        for entry in source.infolist():
            target.writestr(entry, source.read(entry), zipfile.ZIP_LZMA)


if __name__ == "__main__":
    keep(DATA / sys.argv[1])
