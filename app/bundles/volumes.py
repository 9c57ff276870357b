"""A submission in parts: part 1 holds everything but evidence, volumes hold evidence, each a sealed file of its own.

**One content digest, however it travels.** Leaders sign the report, and the report holds manifest.json, before anybody
knows whether the file will go whole or in parts. So part 1 carries the very report of the whole, and its content
digest is that of the whole: SHA-256 of the manifest over bundle.json as it stands in the whole (no `part`, every file
listed), framework.json, content.json and every file content.json lists. The reader writes that manifest from part 1
alone, since content.json tells digest, extension and size of each file, and compares it with the report's. Receipts,
replacements and answers name this digest; splitting again by another size changes no signature and no name.

A volume has a report, a manifest and a content digest of its own (so that the same volume is known when it comes
again) and names the submission's content digest. Whatever it carries counts only where part 1 lists that digest and
size: nobody, whatever key they hold, can bring in a file that the submission does not name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.bundles import names
from app.bundles.manifest import Part, bundle_json, list_entries
from app.bundles.writing import EvidenceFile, Frozen, freeze
from app.domain import canonical

_FIXED = 192 << 10  # bytes of a volume beside its evidence: headers, seal, a report of one page with its letters
_EACH = 2_048  # bytes by which one more file lengthens the lists, the directory and the report


@dataclass(frozen=True, slots=True)
class Volume:
    """The files of one volume (numbered from 1) and about how many bytes it will have."""

    number: int
    files: tuple[EvidenceFile, ...]

    @property
    def size(self) -> int:
        """Bytes, a little more than it turns out to be."""
        return _FIXED + sum(_EACH + file.size for file in self.files)


def split(evidence: Iterable[EvidenceFile], limit: int) -> tuple[Volume, ...]:
    """As few volumes of at most `limit` bytes as come of putting each file, largest first, where it still fits.

    The same files and limit give the same volumes, so that one of them can be written again by itself. A file that
    is too large by itself has a volume of its own, above the limit.
    """
    filled: list[list[EvidenceFile]] = []
    room: list[int] = []
    for file in sorted(evidence, key=lambda file: (-file.size, file.digest)):
        needed = file.size + _EACH
        at = next((at for at, left in enumerate(room) if left >= needed), None)
        if at is None:
            at = len(filled)
            filled.append([])
            room.append(limit - _FIXED)
        filled[at].append(file)
        room[at] -= needed
    return tuple(Volume(number, tuple(files)) for number, files in enumerate(filled, 1))


def first_part(whole: Frozen, volumes: int) -> Frozen:
    """Part 1 of a frozen submission whose evidence travels in so many volumes; its report is that of the whole."""
    sizes = {name: len(data) for name, data in whole.entries.items() if name != names.BUNDLE}
    envelope = replace(whole.envelope, part=Part(0, volumes))
    entries = {**whole.entries, names.BUNDLE: bundle_json(envelope, list_entries(sizes))}
    return Frozen(envelope, entries, (), whole.manifest)


def volume(whole: Frozen, number: int, volumes: int, files: Sequence[EvidenceFile]) -> Frozen:
    """A volume of a frozen submission, with the names its files bear there."""
    carried = {(file.digest, file.ext) for file in files}
    envelope = replace(whole.envelope, part=Part(number, volumes, whole.content_digest))
    told = canonical.decode(whole.entries[names.CONTENT])
    listed = [
        {key: item[key] for key in ("digest", "ext", "size", "name")}
        for item in told["files"]
        if (item["digest"], item["ext"]) in carried
    ]
    return freeze(envelope, None, {"files": listed}, files)
