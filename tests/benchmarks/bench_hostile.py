"""How long refusing a hostile file takes and how much memory, whatever the file declares.

    python tests/benchmarks/bench_hostile.py [--runs 3] [--worst 10]

Every file of tests/data/bundles/invalid and those of tests/app/bundles/test_bounds, made to cost as much as they can:
each is looked at and verified in a process of its own, forked from one that has read a sound bundle already. Target:
at most 1 s and 100 MB above where that process began.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import app.bundles.people.judging  # noqa: F401 - what judging papers loads is no file's doing
from app.bundles.reading import inspect, verify
from app.bundles.trust import Light
from tests.app.bundles.conformance import FOLDER, INVALID
from tests.app.bundles.fixed import policy, sample
from tests.app.bundles.forging import NOW
from tests.app.bundles.test_bounds import COSTLY

SECONDS, MEGABYTES = 1.0, 100.0


def most_held() -> float:
    """The most this process held since it was last asked to forget that, in MB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def refused(path: Path) -> tuple[float, float, float, str]:
    """Seconds, of which of a processor, MB above the beginning, first code; this process is at its beginning."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    began, start, busy = most_held(), time.perf_counter(), time.process_time()
    inspect(path)
    verdict = verify(path, policy(), NOW)
    taken, used = time.perf_counter() - start, time.process_time() - busy
    assert verdict.light is Light.INVALID or path.is_relative_to(FOLDER), path.name  # some are refused for their place
    return taken, used, most_held() - began, verdict.reasons[0].code if verdict.reasons else ""


def in_child(path: Path) -> tuple[float, float, float, str]:
    """The same in a fork."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(refused(path)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        found = told.read()
    os.waitpid(child, 0)
    seconds, busy, megabytes, code = json.loads(found)
    return seconds, busy, megabytes, code


def main() -> int:
    """Prints the worst; 1 when one of them takes more than it may."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--worst", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sound = sample(folder)
        verify(sound.path, policy(), NOW)
        paths = sorted((FOLDER / INVALID).iterdir())
        for title, (make, _) in COSTLY.items():
            paths.append(folder / f"{title}.thuocso")
            paths[-1].write_bytes(make(sound))
        found = {}
        for path in paths:
            runs = [in_child(path) for _ in range(options.runs)]
            found[path] = (*(min(run[at] for run in runs) for at in (0, 1)), max(run[2] for run in runs), runs[0][3])
    print(f"{len(found)} files, best time and worst memory of {options.runs} runs")
    slow = sorted(found, key=lambda path: -found[path][0])[: options.worst]
    large = sorted(found, key=lambda path: -found[path][2])[: options.worst]
    for path in dict.fromkeys(slow + large):
        seconds, busy, megabytes, code = found[path]
        print(f"{seconds:6.2f} s ({busy:.2f} s of a processor) {megabytes:7.1f} MB  {code:24} {path.name}")
    seconds, megabytes = (max(each[at] for each in found.values()) for at in (0, 2))
    is_well = seconds <= SECONDS and megabytes <= MEGABYTES
    print(f"at most {seconds:.2f} s and {megabytes:.0f} MB   target {SECONDS:.0f} s and {MEGABYTES:.0f} MB   "
          f"{'ok' if is_well else 'MISSED'}")  # fmt: skip
    return int(not is_well)


if __name__ == "__main__":
    sys.exit(main())
