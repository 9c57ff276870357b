"""What a backup is, whatever holds it: named entries with size and SHA-256, facts about them, and one archive of all.

An archive is a plain ZIP that any program opens: the database, every evidence file under its digest, and
`manifest.json`. With a passphrase it lies inside an age file, which the public `age` tool opens.
"""

import base64
import contextlib
import errno
import hashlib
import io
import json
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from app import VERSION
from app.bundles.medium import part_file, unreadable
from app.errors import AppError
from app.operations.keeping.sweeping import Reason as Reason
from app.progress import SILENT, Progress
from app.storage.migrations import VERSION as SCHEMA_VERSION

DATABASE, MANIFEST = "thuocso.sqlite", "manifest.json"
FORMAT, SCHEMA = "thuocso-backup", 1
MAX_MANIFEST = 64 << 20
CHUNK = 1 << 20
_EVIDENCE = re.compile(r"evidence/([0-9a-f]{2})/(\1[0-9a-f]{62})")
_COVERED = b"age-encryption.org/v1\n-> scrypt "
_TIME = (1980, 1, 1, 0, 0, 0)
BAD_ZIP = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError,
    RuntimeError, OverflowError, KeyError, ValueError, MemoryError,
)  # fmt: skip
"""What `zipfile` raises for bytes that are none, or are made to hurt."""
_MOST = 1 << 50  # bytes of one file that anybody could mean
_BAD_TELLING = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a backup: size in bytes, SHA-256 of its bytes as they were then, "" where they were gone."""

    name: str
    size: int
    sha256: str

    @property
    def digest(self) -> str:
        """The digest an evidence file is kept under; "" for the database."""
        found = _EVIDENCE.fullmatch(self.name)
        return found[2] if found else ""


@dataclass(frozen=True, slots=True)
class Facts:
    """About a whole backup: when, why, whose ("Xã Hòa Bình · Chuyển đổi số 2026"), by which version of the program.

    `data_version` is that of the schema. `parties` are those of a handover: giver, receiver and what goes with it.
    `number` counts the copies of a place in the order they came to it, whatever a clock said: 1, 2, …; 0 for none.
    `run` is the opening of the data folder in which it was made, `gone` the evidence a dated copy lacked then already.
    """

    at: str
    reason: Reason
    whose: tuple[str, ...] = ()
    software: str = VERSION
    data_version: int = SCHEMA_VERSION
    parties: dict[str, str] = field(default_factory=dict)
    number: int = 0
    run: str = ""
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a manifest says: in a locked place of the closed files, with that of what they hold, closed, `inside`."""

    facts: Facts
    entries: tuple[Entry, ...]
    inside: bytes = b""

    @property
    def size(self) -> int:
        """Bytes of everything together."""
        return sum(entry.size for entry in self.entries)

    @property
    def database(self) -> Entry:
        """The entry of the database."""
        return next(entry for entry in self.entries if entry.name == DATABASE)

    @property
    def evidence(self) -> tuple[Entry, ...]:
        """The entries of evidence files."""
        return tuple(entry for entry in self.entries if entry.digest)

    @property
    def missing(self) -> tuple[str, ...]:
        """Digests of evidence that belongs to it and was gone when it was made."""
        return tuple(entry.digest for entry in self.evidence if not entry.sha256)


def evidence_name(digest: str) -> str:
    """The name of an evidence file inside a backup."""
    return f"evidence/{digest[:2]}/{digest}"


def as_manifest(told: Told) -> bytes:
    """A manifest as it is written."""
    facts = told.facts
    value: dict[str, Any] = {
        "format": FORMAT,
        "schema": SCHEMA,
        "software": facts.software,
        "data_version": facts.data_version,
        "at": facts.at,
        "reason": facts.reason.value,
        **({"number": facts.number} if facts.number else {}),
        **({"run": facts.run} if facts.run else {}),
        **({"gone": list(facts.gone)} if facts.gone else {}),
        "whose": list(facts.whose),
        **({"parties": facts.parties} if facts.parties else {}),
        **({"inside": base64.b64encode(told.inside).decode("ascii")} if told.inside else {}),
        "entries": [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in told.entries],
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8")


def read_manifest(data: bytes) -> Told:
    """What `as_manifest` wrote, here or by an earlier version.

    Raises `AppError("backup.damaged")` for what is none, "data.newer".
    """
    try:
        value: Any = json.loads(data.decode("utf-8"))
        if value["format"] != FORMAT:
            raise ValueError("another format")
        if int(value["schema"]) > SCHEMA:
            raise AppError("data.newer", version=_sound(str(value.get("software"))))
        entries = tuple(
            Entry(_sound(str(one["name"])), _counted(one["size"]), _sound(str(one["sha256"])))
            for one in value["entries"]
        )
        reason = str(value.get("reason", ""))
        facts = Facts(
            at=_moment(str(value.get("at", ""))),
            reason=Reason(reason) if reason in set(Reason) else Reason.BY_HAND,
            whose=tuple(_sound(str(one)) for one in value.get("whose", ())),
            software=_sound(str(value.get("software", ""))),
            data_version=int(value.get("data_version", 0)),
            parties={_sound(str(key)): _sound(str(one)) for key, one in value.get("parties", {}).items()},
            number=_counted(value.get("number", 0)),
            run=_sound(str(value.get("run", ""))),
            gone=tuple(_sound(str(one)) for one in value.get("gone", ())),
        )
        inside = base64.b64decode(value.get("inside", ""), validate=True)
    except _BAD_TELLING as error:
        raise AppError("backup.damaged", name=MANIFEST) from error
    names = [entry.name for entry in entries]
    strange = [entry.name for entry in entries if entry.name != DATABASE and not entry.digest]
    if strange or names.count(DATABASE) != 1 or len(set(names)) != len(names):
        raise AppError("backup.damaged", name=strange[0] if strange else MANIFEST)
    return Told(facts, entries, inside)


def _moment(told: str) -> str:
    """A moment with its offset, as it stands; raises `ValueError`."""
    if datetime.fromisoformat(told).utcoffset() is None:
        raise ValueError("no offset")
    return told


def _counted(told: object) -> int:
    number = int(cast(int, told))
    if not 0 <= number <= _MOST:
        raise ValueError("no size")
    return number


def _sound(told: str) -> str:
    """Text that can be written again: half a character is none; raises `ValueError`."""
    told.encode("utf-8")
    return told


# Writing -----------------------------------------------------------------------------------------------------------

Sources = list[tuple[str, Path]]


def write_archive(
    target: Path,
    sources: Sources,
    facts: Facts,
    passphrase: str = "",
    progress: Progress = SILENT,
    missing: Iterable[str] = (),
) -> Told:
    """Writes one archive and reads it again before it gets its name; under a cover where there is a passphrase.

    `missing` names entries that belong to it and are gone: the manifest tells of them. Raises what `part_file` does,
    and "backup.write_damaged"; nothing half-written stays behind.
    """
    from app.bundles.passphrase_cover import CoverWriter, Passphrase  # cryptography: not before one is given

    needed = sum(path.stat().st_size for _, path in sources)
    gone = [Entry(name, 0, "") for name in missing]
    steps = Steps(progress.part(0, 1, 2), needed)
    with part_file(target, needed) as part:
        if passphrase:
            cover = CoverWriter(part.file, Passphrase(passphrase))
            told = _write(cover, sources, gone, facts, steps)
            cover.finish()
        else:
            told = _write(part.file, sources, gone, facts, steps)
        part.settle()
        try:
            with opened_archive(part.path, passphrase) as archive:
                archive.check(progress.part(1, 2, 2))
        except AppError as error:
            raise AppError("backup.write_damaged", path=str(target)) from error
        part.keep()
    return told


class Steps:
    """Bytes that go by, told to a `Progress` of `total` bytes."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, max(total, 1)
        progress.step(0, self._total)

    def __call__(self, piece: bytes) -> None:
        """One more piece; raises `Cancelled`."""
        self._done += len(piece)
        self._progress.step(min(self._done, self._total), self._total)


def _write(file: IO[bytes] | io.RawIOBase, sources: Sources, gone: Iterable[Entry], facts: Facts, steps: Steps) -> Told:
    entries: list[Entry] = []
    with zipfile.ZipFile(cast(BinaryIO, file), "w", zipfile.ZIP_STORED) as archive:
        for name, path in sources:
            info = zipfile.ZipInfo(name, _TIME)
            info.file_size = path.stat().st_size
            digest, size = hashlib.sha256(), 0
            with path.open("rb") as reading, archive.open(info, "w") as writing:
                while piece := reading.read(CHUNK):
                    steps(piece)
                    writing.write(piece)
                    digest.update(piece)
                    size += len(piece)
            entries.append(Entry(name, size, digest.hexdigest()))
        told = Told(facts, (*entries, *gone))
        archive.writestr(zipfile.ZipInfo(MANIFEST, _TIME), as_manifest(told))
    return told


# Reading -----------------------------------------------------------------------------------------------------------

Sink = Callable[[bytes], object]


class Archive:
    """An archive that is open; `told` is what its manifest says, `take` gives out the bytes of an entry, checked."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive, self.path = archive, path
        with archive.open(MANIFEST) as file:
            self.told = read_manifest(file.read(MAX_MANIFEST))
        names = archive.namelist()
        strange = set(names) - {MANIFEST, *(entry.name for entry in self.told.entries)}
        if strange or len(set(names)) != len(names):
            raise AppError("backup.damaged", name=MANIFEST)

    def take(self, entry: Entry, sink: Sink) -> None:
        """Hands the bytes of an entry to `sink`; raises `AppError("backup.damaged")`, "file.unreadable"."""
        try:
            with self._archive.open(entry.name) as file:
                pump(file, entry, sink)
        except BAD_ZIP as error:
            raise AppError("backup.damaged", name=entry.name) from error
        except OSError as error:
            raise _unread(self.path, error, entry.name) from error

    def check(self, progress: Progress = SILENT) -> None:
        """Reads everything that was there when it was made; raises `AppError("backup.damaged")`."""
        steps = Steps(progress, self.told.size)
        for entry in self.told.entries:
            if entry.sha256:
                self.take(entry, steps)


def pump(file: IO[bytes], entry: Entry, sink: Sink) -> None:
    """Hands over what `file` holds and compares it with what it ought to be; raises `AppError("backup.damaged")`."""
    digest, left = hashlib.sha256(), entry.size
    while piece := file.read(CHUNK):
        left -= len(piece)
        if left < 0:
            break
        digest.update(piece)
        sink(piece)
    if left != 0 or digest.hexdigest() != entry.sha256:
        raise AppError("backup.damaged", name=entry.name)


def is_encrypted(path: Path) -> bool:
    """Whether a passphrase is needed to see what is inside; raises `AppError("file.unreadable")`."""
    try:
        with path.open("rb") as file:
            return file.read(len(_COVERED)) == _COVERED
    except OSError as error:
        raise unreadable(path, error) from error


@contextlib.contextmanager
def opened_archive(path: Path, passphrase: str = "") -> Iterator[Archive]:
    """Raises `AppError("file.unreadable")`, "file.is_folder", "backup.damaged", "backup.passphrase_needed" and
    "backup.passphrase_wrong"."""
    with contextlib.ExitStack() as files:
        try:
            file: BinaryIO = files.enter_context(path.open("rb"))
            is_closed = file.read(len(_COVERED)) == _COVERED
        except OSError as error:
            raise unreadable(path, error) from error
        if is_closed and not passphrase:
            raise AppError("backup.passphrase_needed", name=path.name)
        try:
            reading = _uncovered(file, passphrase, path.name) if is_closed else file
            archive = Archive(files.enter_context(zipfile.ZipFile(reading)), path)
        except BAD_ZIP as error:
            raise AppError("backup.damaged", name=MANIFEST) from error
        except OSError as error:
            raise _unread(path, error, MANIFEST) from error
        yield archive


def _unread(path: Path, error: OSError, name: str) -> AppError:
    """A place before the beginning of the file, or what a packer says without a number, is no fault of the disk."""
    is_damaged = error.errno in (None, errno.EINVAL)
    return AppError("backup.damaged", name=name) if is_damaged else unreadable(path, error)


def _uncovered(file: BinaryIO, passphrase: str, name: str) -> BinaryIO:
    from app.bundles.passphrase_cover import CoverReader, Passphrase

    return cast(BinaryIO, CoverReader(file, Passphrase(passphrase), name))
