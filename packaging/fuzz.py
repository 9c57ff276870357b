"""Mutants of sound bundles against the reader, for as many minutes as asked: ``python3 packaging/dev.py fuzz``.

Workers read mutant after mutant under limits of their own: processor time per mutant, memory above where they began,
no file written and nothing opened for writing outside one passing folder, no process, no network. A mutant that is
VALID without saying what a sound bundle says, that raises what nobody expects, or that a worker does not survive is
kept and told. The same seed makes the same mutants.
"""

import argparse
import hashlib
import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.bundles import names  # noqa: E402 - the project's folder must be known first
from app.bundles.reading import RefusedBundle, inspect, open_verified  # noqa: E402
from app.bundles.report_pdf import read_manifest  # noqa: E402
from app.bundles.trust import Light  # noqa: E402
from app.errors import AppError  # noqa: E402
from tests.app.bundles import fixed, importing  # noqa: E402
from tests.app.bundles.conformance import FOLDER  # noqa: E402
from tests.app.bundles.forging import NOW  # noqa: E402
from tests.app.bundles.mutating import KINDS, mutant  # noqa: E402

SECONDS = 6  # of processor time a worker may spend on one mutant
MEMORY = 160 << 20  # bytes of address space a worker may take above where it began; "<= 100 MB" is resident
SILENCE = 90  # seconds after which a worker that says nothing is ended: the machine may be busy
IMPORTED = 25  # one mutant in so many goes through a whole import as well
SIGNED = 20  # one in so many has a report that people signed, whose judging takes its time
BATCH = 2_000  # mutants of one worker
BAD = ("VALID, other content", "unhandled", "written outside", "left behind", "too much memory or time", "unsound")


class Outside(BaseException):
    """Something was about to be written, started or reached that must not be."""


def watch(folder: Path) -> None:
    """From now on nothing outside `folder` is written, no process started, no address reached."""
    inside = str(folder.resolve())
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    changing = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
    forbidden = {"subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn", "socket.connect"}

    def hook(event: str, told: tuple[Any, ...]) -> None:
        if event in forbidden:
            raise Outside(event)
        if event == "open" and isinstance(told[0], str | bytes) and told[2] & writing:
            check(os.fsdecode(told[0]))
        elif event in changing:
            for each in told:
                if isinstance(each, str | bytes):
                    check(os.fsdecode(each))

    def check(path: str) -> None:
        if path != os.devnull and not os.path.abspath(path).startswith(inside):
            raise Outside(path)

    sys.addaudithook(hook)


def independent(data: bytes) -> str:
    """What speaks against a bundle that the reader found whole, by other means than the reader's; "" for nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        listed = archive.namelist()
        if archive.testzip() is not None or len(set(listed)) != len(listed):
            return "zipfile"
        found = {name: archive.read(name) for name in listed}
    part = json.loads(found[names.BUNDLE])["part"]
    if part is not None and part["volume"] == 0:  # its report tells of the whole
        return ""
    content = json.loads(found[names.CONTENT])
    covered = json.loads(read_manifest(found[names.REPORT])[0])["entries"]
    for entry in covered:
        if hashlib.sha256(found[entry["name"]]).hexdigest() != entry["sha256"]:
            return f"digest of {entry['name']}"
    said = {name for name in found if name.endswith(".json") or name.startswith("e-")}
    if said != {entry["name"] for entry in covered}:
        return "entries"
    told = content.get("files", []) if isinstance(content, dict) and any(n.startswith("e-") for n in found) else []
    files = {f"e-{each['digest']}.{each['ext']}" for each in told}
    return "" if files == {name for name in found if name.startswith("e-")} else "files"


def outcome(path: Path, sink: Path, data: bytes, sound: set[tuple[str | None, str | None]]) -> str:
    """One mutant read: how it ended, in a few words."""
    inspect(path)
    try:
        received = open_verified(path, sink, fixed.policy(), NOW)
    except RefusedBundle as refused:
        if any(sink.iterdir()):
            return "left behind"
        return refused.code
    except AppError as error:
        return error.code
    finally:
        for left in sink.iterdir():
            left.unlink()
    verdict = received.verdict
    if verdict.light is Light.VALID:
        same = (verdict.content_digest, verdict.seal_digest) in sound
        return "VALID, the same content" if same else "VALID, other content"
    is_wrapped = any(reason.code == "bundle.unwrapped" for reason in verdict.reasons)
    against = "" if is_wrapped else independent(data)
    return f"unsound: {against}" if against else f"UNKNOWN, {verdict.reasons[-1].code}"


def work(seed: int, first: int, count: int, folder: Path, made: Path, only: str) -> None:
    """A worker: mutants `first` to `first + count`, of all kinds or `only` one, each told in a line of JSON."""
    sound = [path.read_bytes() for path in sorted((FOLDER / "valid").glob("*.thuocso"))]
    signed = [path.read_bytes() for path in sorted((FOLDER / "unknown").glob("signed-*"))]
    path, sink = folder / "mutant.thuocso", folder / "sink"
    sink.mkdir()
    tempfile.tempdir = str(folder)
    known = set()
    for data in sound:
        path.write_bytes(data)
        verdict = open_verified(path, None, fixed.policy(), NOW).verdict
        known.add((verdict.content_digest, verdict.seal_digest))
    house = importing.House(folder / "house")
    house.prepare(made)
    began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    watch(folder)
    for number in range(first, first + count):
        chance = Random(f"{seed}:{number}")
        is_import = not only and number % IMPORTED == 0
        if not only and number % SIGNED == 1:
            kind, data = "signed report", mutant(chance, signed, "other report")[1]
        else:
            kind, data = house.mutant(chance) if is_import else mutant(chance, sound, only)
        path.write_bytes(data)
        spent = resource.getrusage(resource.RUSAGE_SELF)
        used = int(spent.ru_utime + spent.ru_stime)
        resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS + 1, resource.RLIM_INFINITY))
        at = time.process_time()
        try:
            told = house.take(path) if is_import else outcome(path, sink, data, known)
        except MemoryError:
            told = "too much memory or time"
        except Outside as error:
            told = f"written outside: {error}"
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            told = f"unhandled {type(error).__name__}: {error}"[:200]
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - began
        line = {"number": number, "kind": kind, "told": told, "cpu": time.process_time() - at, "grown": grown >> 10}
        if told.startswith(BAD):
            line["kept"] = str(shutil.copy(path, folder / f"bad-{number}"))
        print(json.dumps(line), flush=True)


class Tally:
    """What all workers told."""

    def __init__(self) -> None:
        self.by_kind: dict[str, Counter[str]] = {}
        self.bad: list[str] = []
        self.slowest, self.grown, self.count = 0.0, 0, 0

    def add(self, kind: str, told: str, cpu: float = 0, grown: int = 0) -> None:
        self.by_kind.setdefault(kind, Counter())[told.partition(":")[0]] += 1
        self.slowest, self.grown = max(self.slowest, cpu), max(self.grown, grown)
        self.count += 1

    def report(self) -> None:
        for kind, counted in sorted(self.by_kind.items()):
            print(f"{kind}: {counted.total()}")
            for told, count in counted.most_common():
                print(f"    {count:7d}  {told}")
        print(f"{self.count} mutants; slowest {self.slowest:.2f} s of processor time; memory grew by {self.grown} MB")
        print(f"{len(self.bad)} to be looked at" + "".join(f"\n  {line}" for line in self.bad))


def run_worker(seed: int, first: int, count: int, keep: Path, made: Path, tally: Tally, until: float, only: str) -> int:
    """Runs one worker to its end or its death; gives the next number."""
    memory = Path("/dev/shm")  # where there is one: nothing here needs to last
    with tempfile.TemporaryDirectory(prefix="thuocso-fuzz-", dir=memory if memory.is_dir() else None) as scratch:
        command = [sys.executable, "-B", __file__, "--worker", str(seed), str(first), str(count), scratch, made, only]
        environment = {**os.environ, "MALLOC_ARENA_MAX": "1", "PYTHONHASHSEED": "0"}
        worker = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        assert worker.stdout is not None
        number = first
        signal.signal(signal.SIGALRM, lambda *_: worker.kill())
        signal.alarm(SILENCE)
        for text in worker.stdout:
            signal.alarm(SILENCE)
            line = json.loads(text)
            number = line["number"] + 1
            tally.add(line["kind"], line["told"], line["cpu"], line["grown"])
            if "kept" in line:
                kept = shutil.copy(line["kept"], keep / f"{seed}-{line['number']}.thuocso")
                tally.bad.append(f"{line['kind']}: {line['told']} ({kept})")
            if time.monotonic() > until:
                worker.kill()
        signal.alarm(0)
        _, words = worker.communicate()
        if worker.returncode and time.monotonic() <= until:
            last = Path(scratch, "mutant.thuocso")
            if not last.exists() or ("Error" in words and number == first):
                raise SystemExit(f"A worker could not begin:\n{words[-2000:]}")
            kept = shutil.copy(last, keep / f"{seed}-{number}.thuocso")
            tally.bad.append(f"a worker ended with {worker.returncode}: {words[-200:]!r} ({kept})")
            tally.add("not survived", "too much memory or time")
            number += 1
        return number


def main(given: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--mutants", type=int, default=1 << 40, help="stop after so many")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--kind", choices=KINDS, default="", help="of one kind only")
    parser.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz", help="where mutants to be looked at go")
    options = parser.parse_args(given)
    options.keep.mkdir(parents=True, exist_ok=True)
    cleanup = tempfile.TemporaryDirectory(prefix="thuocso-fuzz-")
    made = Path(cleanup.name)
    importing.prepare(made)
    print(f"seed {options.seed}", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was counted is told all the same
    tally, number, until = Tally(), 0, time.monotonic() + options.minutes * 60
    try:
        while time.monotonic() < until and number < options.mutants:
            count = min(BATCH, options.mutants - number)
            number = run_worker(options.seed, number, count, options.keep, made, tally, until, options.kind)
    finally:
        cleanup.cleanup()
        tally.report()
    return 1 if tally.bad else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(*map(int, sys.argv[2:5]), *map(Path, sys.argv[5:7]), sys.argv[7])
    else:
        sys.exit(main(sys.argv[1:]))
