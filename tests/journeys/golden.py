"""What a release leaves for all later ones: a small data folder and one bundle of each kind, from the demonstration.

    python -m tests.journeys.golden 0.1

plays `thuocso-cli demo --small` and keeps the first commune's part of it in tests/data/0.1, and of another commune what
travelled in parts; it is then never changed again. Since 0.3 all of it lies in one archive, because the data folder
holds most bundles once more and only a packer that sees both makes it small. `released` gives the files themselves.
"""

import dataclasses
import functools
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.bundles.trust import AcceptedSigner, PeopleRole, TrustPolicy
from app.cli.demo import scenario, signatures
from app.operations import bundling, folders
from app.operations.keeping import backing_up
from app.operations.trust import trusting
from app.operations.workspace import Workspace

DATA = Path(__file__).resolve().parents[1] / "data"
ARCHIVE, PACKED = "data.zip", "kept.tar.xz"
BUNDLES = {
    "1-campaign": "campaign",
    "1-registrations": "registration",
    "2-submissions": "submission",
    "2-receipts": "receipt",
    "3-feedback": "feedback",
    "5-results": "result",
}
OWN, AUTHORITY, IN_PARTS = "HG01", "HG", "HG03"
PART_1, VOLUME = "submission-part1", "submission-volume1"
_unpacked: list[tempfile.TemporaryDirectory[str]] = []  # gone when the tests end


@functools.cache
def released(name: str) -> Path:
    """The folder with what a release left: `data.zip`, bundles, `trust/`."""
    packed = DATA / name / PACKED
    if not packed.exists():
        return DATA / name
    _unpacked.append(tempfile.TemporaryDirectory())
    folder = Path(_unpacked[-1].name) / name
    with tarfile.open(packed) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # 3.11 has it from 3.11.4 on, Debian 12 not
        archive.extractall(folder)
    return folder


def kinds(kept: Path) -> list[str]:
    """The kinds of bundle a release left, whole ones."""
    return [kind for kind in BUNDLES.values() if (kept / f"{kind}.thuocso").exists()]


def trust_of(kept: Path) -> TrustPolicy:
    """Whom one believes who has the trust folder of a release."""
    trust = kept / "trust"
    pinned = [(pem.stem, pem) for pem in sorted(trust.glob("*.pem"))]
    subject = trust / signatures.SUBJECT
    if not subject.exists():
        return trusting.policy_of_files(pinned)
    policy = trusting.policy_of_files(pinned, [trust / signatures.CERTIFICATE], [trust / signatures.REVOKED])
    signer = AcceptedSigner(OWN, PeopleRole.LEADER, subject.read_text("utf-8"))
    return dataclasses.replace(policy, signers=(signer,))


def moment_of(bundle: Path) -> datetime:
    """When its maker says that it was made."""
    envelope = bundling.inspect(bundle).envelope
    assert envelope is not None
    return datetime.fromisoformat(envelope.claimed_time)


@contextmanager
def opened(folder: Path, at: datetime) -> Iterator[Workspace]:
    """A data folder at a moment."""
    found = folders.open_workspace(folder, lambda: at)
    try:
        yield found
    finally:
        found.close()


def keep(target: Path) -> None:
    """Plays the small demonstration and keeps what `target` is to hold."""
    with tempfile.TemporaryDirectory() as scratch:
        out, kept = Path(scratch) / "demo", Path(scratch) / "kept"
        (kept / "trust").mkdir(parents=True)
        scenario.play(out, is_small=True)
        for folder, kind in BUNDLES.items():
            shutil.copyfile(_own(out / "bundles" / folder), kept / f"{kind}.thuocso")
        for name, sent in zip((PART_1, VOLUME), _of(out / "bundles" / "2-submissions", IN_PARTS), strict=True):
            shutil.copyfile(sent, kept / f"{name}.thuocso")
        pems = (f"{code}.pem" for code in (AUTHORITY, OWN, IN_PARTS))
        for name in (*pems, signatures.CERTIFICATE, signatures.REVOKED, signatures.SUBJECT):
            shutil.copyfile(out / "trust" / name, kept / "trust" / name)
        with opened(out / "data" / OWN, moment_of(kept / "result.thuocso")) as found:
            backing_up.backup(found, kept / ARCHIVE)
        target.mkdir(parents=True)
        with tarfile.open(target / PACKED, "w:xz", preset=9) as archive:
            archive.add(kept, ".", filter=_plain)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without whose it was and when."""
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


def _own(folder: Path) -> Path:
    """The bundle in a folder that came from the first commune or is for it; a campaign is for all."""
    return (_of(folder, OWN) or sorted(folder.iterdir()))[0]


def _of(folder: Path, code: str) -> list[Path]:
    """The bundles of one commune in a folder, the figures before the volumes."""
    found = []
    for path in sorted(folder.iterdir()):
        envelope = bundling.inspect(path).envelope
        if envelope is not None and code in (envelope.sender.code, envelope.receiver and envelope.receiver.code):
            found.append(path)
    return found


if __name__ == "__main__":
    keep(DATA / sys.argv[1])
