"""Part 1 and volumes: one content digest however a submission travels, and what neither of them may be."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bundles import names, volumes
from app.bundles.keys import SealKey, make_seal_key
from app.bundles.manifest import Kind, Part, Role, bundle_json, list_entries
from app.bundles.reading import open_verified, verify
from app.bundles.report_pdf import embed_manifest
from app.bundles.trust import Light, Pin, TrustPolicy
from app.bundles.volumes import first_part, split, volume
from app.bundles.writing import EvidenceFile, Frozen, freeze, rebuild, write_frozen
from app.domain import canonical
from tests.app.bundles.forging import (
    FRAMEWORK,
    HOSTILE,
    NOW,
    Entries,
    content_of,
    envelope,
    evidence,
    packed,
    page,
    sealed,
)

KEY = make_seal_key("26734", HOSTILE, Role.AGENCY)
TRUST = TrustPolicy((Pin("26734", Role.AGENCY, KEY.spki_sha256),))
LIMIT = 1_200_000


class Travelling:
    """A frozen submission of five files, its one report, and its parts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = evidence(folder, *[os.urandom(size) for size in (900_000, 500_000, 400_000, 300_000, 100_000)])
        self.whole = freeze(envelope(), FRAMEWORK, content_of(self.files), self.files)
        self.report = embed_manifest(page(self.whole.content_digest), self.whole.manifest)
        self.volumes = split(self.files, LIMIT)

    def first(self) -> Path:
        return self.write("part1", first_part(self.whole, len(self.volumes)), self.report)

    def volume(self, number: int) -> Path:
        frozen = volume(self.whole, number, len(self.volumes), self.volumes[number - 1].files)
        return self.write(f"volume{number}", frozen, embed_manifest(page("x"), frozen.manifest))

    def write(self, name: str, frozen: Frozen, report: bytes, key: SealKey = KEY) -> Path:
        write_frozen(self.folder / name, frozen, report, key)
        return self.folder / name


@pytest.fixture
def sent(tmp_path: Path) -> Travelling:
    return Travelling(tmp_path)


def code_of(path: Path) -> list[str]:
    verdict = verify(path, TRUST, NOW)
    assert verdict.light is Light.INVALID
    return [reason.code for reason in verdict.reasons]


def test_part_one_has_the_content_digest_of_the_whole(sent: Travelling) -> None:
    whole = write_frozen(sent.folder / "whole", sent.whole, sent.report, KEY)
    received = open_verified(sent.first(), None, TRUST, NOW)
    assert received.verdict.light is Light.VALID
    assert received.verdict.content_digest == whole.content_digest == sent.whole.content_digest
    assert received.verdict.seal_digest != whole.seal_digest
    assert (received.evidence, received.report) == ((), sent.report)
    assert received.envelope.is_first_part
    assert not received.envelope.is_volume


def test_however_it_is_split_part_one_says_the_same(sent: Travelling) -> None:
    for count in (1, 7):
        path = sent.write(f"p{count}", first_part(sent.whole, count), sent.report)
        assert verify(path, TRUST, NOW).content_digest == sent.whole.content_digest


def test_a_volume_names_its_submission_and_carries_evidence_only(sent: Travelling) -> None:
    digests = set()
    for number in range(1, len(sent.volumes) + 1):
        received = open_verified(sent.volume(number), None, TRUST, NOW)
        assert received.verdict.light is Light.VALID
        assert received.envelope.part == Part(number, 3, sent.whole.content_digest)
        assert received.envelope.is_volume
        assert received.framework is None
        assert set(received.content) == {"files"}
        assert received.verdict.content_digest != sent.whole.content_digest
        digests |= {piece.digest for piece in received.evidence}
    assert digests == {file.digest for file in sent.files}


def test_parts_can_be_rebuilt(sent: Travelling) -> None:
    store = {file.digest: file.path for file in sent.files}
    for path in (sent.first(), sent.volume(2)):
        received = open_verified(path, None, TRUST, NOW)
        rebuild(received.skeleton, store.__getitem__, sent.folder / "again")
        assert (sent.folder / "again").read_bytes() == path.read_bytes()


def test_a_volume_that_lost_its_evidence_is_broken(sent: Travelling) -> None:
    path = sent.volume(2)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert code_of(path) == ["bundle.altered"]


def forged(sent: Travelling, part: dict[str, Any] | None, change: Any = None, **fields: Any) -> Path:
    """Part 1 with other words about parts, sealed as if nothing were wrong."""
    entries = dict(first_part(sent.whole, 3).entries)
    told = canonical.decode(entries[names.BUNDLE])
    told.update(fields)
    told["part"] = part
    entries[names.BUNDLE] = canonical.encode(told)
    if change is not None:
        change(entries)
    path = sent.folder / "forged"
    path.write_bytes(packed(sealed(entries, KEY, sent.report)))
    return path


def relisted(change: Any) -> Any:
    """Changes content.json, and lists it truthfully."""

    def act(entries: Entries) -> None:
        content = canonical.decode(entries[names.CONTENT])
        change(content)
        entries[names.CONTENT] = canonical.encode(content)
        head = replace(envelope(), part=Part(0, 3))
        sizes = {name: len(data) for name, data in entries.items() if name != names.BUNDLE}
        entries[names.BUNDLE] = bundle_json(head, list_entries(sizes))

    return act


FIRST = {"volume": 0, "volumes": 3, "submission": None}


def test_the_forger_begins_with_what_is_valid(sent: Travelling) -> None:
    assert verify(forged(sent, FIRST), TRUST, NOW).light is Light.VALID


@pytest.mark.parametrize(
    "part",
    [
        None,
        {"volume": 0, "volumes": 3, "submission": "ab" * 32},
        {"volume": 1, "volumes": 3, "submission": None},
        {"volume": 4, "volumes": 3, "submission": "ab" * 32},
        {"volume": 0, "volumes": 0, "submission": None},
        {"volume": -1, "volumes": 3, "submission": None},
        {"volume": False, "volumes": 3, "submission": None},
        {"volume": 0, "volumes": "3", "submission": None},
        {"volume": 0, "volumes": 3},
        {"volume": 0, "volumes": 3, "submission": None, "more": 1},
    ],
    ids=str,
)
def test_what_no_part_may_say(part: dict[str, Any] | None, sent: Travelling) -> None:
    assert code_of(forged(sent, part))[0] in ("bundle.malformed", "evidence.not_there")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda c: c["files"].pop(), "report.other_manifest"),
        (lambda c: c["files"].clear(), "bundle.malformed"),
        (lambda c: c["files"][0].update(ext="exe"), "bundle.malformed"),
        (lambda c: c["files"][0].update(size=names.MAX_EVIDENCE + 1), "bundle.malformed"),
        (lambda c: c["files"][0].update(size=7), "report.other_manifest"),
        (lambda c: c["files"].append({**c["files"][0], "size": 7}), "bundle.malformed"),
        (lambda c: c["files"].append({**c["files"][0], "name": "Tên khác"}), "report.other_manifest"),
        (lambda c: c["answers"].update({"1.1": "40"}), "report.other_manifest"),
    ],
    ids=["one less", "none", "a program", "too large", "other size", "two sizes", "named twice", "other answer"],
)
def test_part_one_lists_what_the_whole_carries(change: Any, code: str, sent: Travelling) -> None:
    assert code_of(forged(sent, FIRST, relisted(change)))[0] == code


def test_part_one_with_evidence_is_none(sent: Travelling) -> None:
    def add(entries: Entries) -> None:
        entries[sent.files[0].entry] = sent.files[0].path.read_bytes()
        head = replace(envelope(), part=Part(0, 3))
        sizes = {name: len(data) for name, data in entries.items() if name != names.BUNDLE}
        entries[names.BUNDLE] = bundle_json(head, list_entries(sizes))

    assert code_of(forged(sent, FIRST, add))[0] == "bundle.malformed"


def test_only_submissions_go_in_parts() -> None:
    head = envelope(Kind.RESULT, part=Part(0, 2))
    with pytest.raises(ValueError, match="part"):
        freeze(head, None, {}, [])


@given(sizes=st.lists(st.integers(1, 3_000_000), min_size=1, max_size=60), limit=st.integers(1_000_000, 4_000_000))
def test_splitting_carries_each_file_once_within_the_limit(sizes: list[int], limit: int) -> None:
    files = [EvidenceFile(f"{number:064x}", size, "jpg", Path()) for number, size in enumerate(sizes)]
    made = split(files, limit)
    assert sorted(file.digest for each in made for file in each.files) == sorted(file.digest for file in files)
    assert [each.number for each in made] == list(range(1, len(made) + 1))
    assert made == split(reversed(files), limit)
    for each in made:
        assert each.size <= limit or len(each.files) == 1


def test_a_volume_is_no_larger_than_planned(sent: Travelling) -> None:
    many = evidence(sent.folder, *[os.urandom(40) + bytes([number]) for number in range(200)])
    whole = freeze(envelope(), FRAMEWORK, content_of(many), many)
    (only,) = split(many, LIMIT)
    frozen = volumes.volume(whole, 1, 1, only.files)
    path = sent.write("many", frozen, embed_manifest(page("x"), frozen.manifest))
    assert path.stat().st_size <= only.size
