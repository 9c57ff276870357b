"""Archives and manifests that are damaged, or made to hurt: one sentence, never anything else."""

import copy
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import AppError
from app.operations.commune import submitting
from app.operations.keeping import backing_up, checking, packing, places, restoring
from app.operations.keeping.packing import MANIFEST
from app.storage.connection import database
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses

HURTING = {
    "deep": b"[" * 300_000,
    "endless": b'{"format": "thuocso-backup", "schema": Infinity}',
    "a list": b"[]",
    "no text": b"\xff\xfe\x00",
    "endless version": (
        b'{"format": "thuocso-backup", "schema": 1, "entries": [{"name": "thuocso.sqlite", "size": 1, "sha256": "x"}],'
        b' "at": "2026-11-22T08:00:00+07:00", "data_version": 1e999}'
    ),
}


def _no_size(value: dict[str, Any]) -> None:
    value["entries"][0]["size"] = float("inf")


def _below_nothing(value: dict[str, Any]) -> None:
    value["entries"][0]["size"] = -1


def _more_than_there_is(value: dict[str, Any]) -> None:
    value["entries"][0]["size"] = 10**30


CHANGED: dict[str, Callable[[dict[str, Any]], object]] = {
    "no date": lambda value: value.update(at="hôm qua"),
    "no offset": lambda value: value.update(at="2026-11-22T08:00:00"),
    "no moment": lambda value: value.update(at=""),
    "half a letter": lambda value: value.update(whose=["\ud800 xã"]),
    "half a letter of a newer one": lambda value: value.update(schema=9, software="\ud800"),
    "endless size": _no_size,
    "below nothing": _below_nothing,
    "more than there is": _more_than_there_is,
    "nobody's": lambda value: value.update(whose=None),
    "no parties": lambda value: value.update(parties=["x"]),
}


@pytest.fixture
def good(filled: Houses, tmp_path: Path) -> dict[str, bytes]:
    """The entries of a sound archive."""
    with filled.at("X1") as here:
        backing_up.backup(here, tmp_path / "tốt.zip")
    with zipfile.ZipFile(tmp_path / "tốt.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(path: Path, entries: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_evidence_a_volume_is_still_to_bring_is_not_missing(filled: Houses, tmp_path: Path) -> None:
    with filled.at("X1") as here:
        digest = min(here.evidence.digests())
        here.evidence.path(digest).unlink()
        assert len(backing_up.backup(here, tmp_path / "b.zip").missing) == 1
        with database.session():
            database.execute("PRAGMA foreign_keys = 0")
            database.execute("INSERT INTO awaited (submission_id, digest) VALUES ('x', ?)", (digest,))
        assert backing_up.backup(here, tmp_path / "b.zip").missing == ()
        assert backing_up.make(here).lacking == ()


def refused(path: Path) -> None:
    for act in (restoring.look, lambda path: restoring.restore(path, path.parent / "máy mới")):
        with pytest.raises(AppError) as told:
            act(path)
        assert told.value.code == "backup.damaged"
    assert not (path.parent / "máy mới").exists()


@pytest.mark.parametrize("kind", [*HURTING, *CHANGED])
def test_a_manifest_that_is_none_is_told_in_one_sentence(good: dict[str, bytes], tmp_path: Path, kind: str) -> None:
    data = HURTING.get(kind, b"")
    if kind in CHANGED:
        value = copy.deepcopy(json.loads(good[MANIFEST]))
        CHANGED[kind](value)
        data = json.dumps(value).encode("utf-8")
    refused(written(tmp_path / "b.zip", good | {MANIFEST: data}))


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_another_way_of_packing_is_read_and_harm_to_it_is_told(
    good: dict[str, bytes], tmp_path: Path, method: int
) -> None:
    path = written(tmp_path / "b.zip", good, method)
    assert len(restoring.look(path).evidence) == 2
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        begin = archive.getinfo(MANIFEST).header_offset + 30 + len(MANIFEST)
    data[begin + 20 : begin + 28] = b"\xff" * 8
    path.write_bytes(data)
    refused(path)


def test_a_method_nobody_knows_and_a_place_before_the_file_are_told(good: dict[str, bytes], tmp_path: Path) -> None:
    path = written(tmp_path / "b.zip", good)
    data = path.read_bytes()
    at = data.index(b"PK\x01\x02")
    for begin, wrong in ((10, b"\x09\x00"), (42, b"\xff\xff\xff\x7f")):
        harmed = bytearray(data)
        place = data.rindex(b"PK\x01\x02") if begin == 10 else at
        harmed[place + begin : place + begin + len(wrong)] = wrong
        path.write_bytes(harmed)
        with pytest.raises(AppError) as told, packing.opened_archive(path) as archive:
            archive.check()
        assert told.value.code == "backup.damaged"


@pytest.mark.parametrize("kind", HURTING)
def test_one_bad_manifest_among_the_copies_is_passed_over_and_named(filled: Houses, clock: Clock, kind: str) -> None:
    filled.send("X1")
    with filled.at("X1") as here:
        bad, other = (each.database for each in places.copies(here.folder))
        bad.with_suffix(".json").write_bytes(HURTING[kind])
        assert [each.database for each in backing_up.standing(here).here] == [other]
        submitting.reopen(here, filled.parts["X1"], "sửa số liệu")
        clock.move(days=1)
        assert backing_up.automatic(here).made is not None
        submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        found = checking.examine(here)
    assert [each.detail for each in found.findings if each.code == "copy"] == [bad.name]
    assert found.is_sound
