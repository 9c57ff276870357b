"""How long a drop of many submissions takes, against the rate at which one large one is taken in, in the same run.

    python -m tests.benchmarks.bench_collecting --files 168 --size 20 [--folder PLACE]

Target: at least 0.7 of the rate of the single file (of at most 1,000 MB), with memory that does not grow with the
number of files.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from app.bundles.keys import make_seal_key
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, Receiver, RevisionRef, Role, Sender, sha256
from app.bundles.report_pdf import embed_manifest
from app.bundles.writing import EvidenceFile, freeze, write_frozen
from app.domain import canonical, codec, contents, framework, results
from app.domain.agency import Agency, Person
from app.domain.assessment import Answers
from app.domain.contents import FileItem, SubmissionContent
from app.operations import folders
from app.operations.authority import campaigning, collecting
from app.operations.authority.collecting import Outcome
from tests.app.operations.sets import AUTHORITY, PERIOD, ROUNDS, small_set
from tests.benchmarks.bench_bundles import render

_PIECES = 4  # evidence files of one submission
_LARGEST = 1000  # MB of the single file


def made(folder: Path, code: str, size: int, campaign: str) -> Path:
    """A submission without answers whose evidence has so many MB."""
    value = small_set()
    files = []
    for number in range(_PIECES):
        data = os.urandom(size * 10**6 // _PIECES)
        path = folder / f"{code}-{number}"
        path.write_bytes(data)
        files.append(EvidenceFile(sha256(data), len(data), "jpg", path))
    score = results.score(value, Answers(responses={}))
    told = SubmissionContent(
        responses={},
        files=tuple(FileItem(digest=f.digest, ext=f.ext, size=f.size, name=f"{f.path.name}.jpg") for f in files),
        citations=(),
        claims=contents.claims_of(score),
        figures=contents.figures_of(score),
        focal=Person(id="", name=""),
    )
    head = Envelope(
        kind=Kind.SUBMISSION,
        id=code.ljust(32, "0"),
        sender=Sender(code, f"Xã {code}", Role.AGENCY),
        receiver=Receiver(AUTHORITY.code, AUTHORITY.name),
        campaign=CampaignRef(campaign, 1, "Đợt 2026"),
        frameworks=(FrameworkRef(value.id, value.version, value.digest),),
        claimed_time="2026-11-14T08:00:00+07:00",
        software="bench",
        round=1,
        revision=RevisionRef(1, code),
    )
    frozen = freeze(head, canonical.encode(framework.to_json(value)), codec.to_json(told), files)
    report = embed_manifest(render(frozen.content_digest), frozen.manifest)
    target = folder / f"{code}.thuocso"
    write_frozen(target, frozen, report, make_seal_key(code, f"Xã {code}", Role.AGENCY))
    for file in files:
        file.path.unlink()
    return target


def peak_memory() -> float:
    """The most this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Prints both rates; 1 when the drop is too slow or memory grows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=168)
    parser.add_argument("--size", type=int, default=20, help="megabytes of each")
    parser.add_argument("--folder", type=Path, default=None, help="a folder on the disk to be measured")
    options = parser.parse_args()
    large = min(options.files * options.size, _LARGEST)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        opened = folders.open_workspace(folder / "data")
        codes = [f"X{number}" for number in range(options.files + 2)]
        agencies = [Agency(code=code, name=f"Xã {code}") for code in codes]
        part = campaigning.create(
            opened, title="Đợt 2026", authority=AUTHORITY, period=PERIOD, sets={"": small_set()}, agencies=agencies,
            rounds=ROUNDS,
        )  # fmt: skip
        first, single, *many = (
            made(folder, code, size, part.campaign.id)
            for code, size in zip(codes, [1, large, *[options.size] * options.files], strict=True)
        )

        def take(*paths: Path) -> float:
            os.sync()
            start = time.perf_counter()
            drop = collecting.import_paths(opened, part.id, paths)
            assert drop.count(Outcome.RECEIVED) == len(paths), [item.error for item in drop.files if item.error]
            return time.perf_counter() - start

        take(first)
        alone, before = take(single), peak_memory()
        together = take(*many)
        grown = peak_memory() - before
        opened.close()
    ratio = (options.files * options.size / together) / (large / alone)
    print(f"one file of {large} MB: {large / alone:.0f} MB/s; {options.files} of {options.size} MB: "
          f"{options.files * options.size / together:.0f} MB/s")  # fmt: skip
    print(f"rate of the drop / of one file {ratio:6.2f}   target at least 0.70   {'ok' if ratio >= 0.7 else 'MISSED'}")
    print(f"memory grown in the drop, MB   {grown:6.2f}   target at most 20      {'ok' if grown <= 20 else 'MISSED'}")
    return int(ratio < 0.7 or grown > 20)


if __name__ == "__main__":
    sys.exit(main())
