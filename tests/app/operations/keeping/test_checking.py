"""A thorough look, and mending: evidence taken back by its digest from wherever it still is, indexes, what is left."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations.keeping import backing_up, checking, places
from app.operations.workspace import DATABASE
from tests.app.operations.comparing_folders import everything, files
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses


def harm(folder: Path) -> tuple[Path, Path]:
    """One evidence file is gone, the other damaged."""
    gone, torn = sorted((folder / "evidence").glob("??/*"))
    gone.unlink()
    torn.write_bytes(bytes(torn.stat().st_size))
    return gone, torn


def codes(found: checking.Diagnosis) -> list[str]:
    return sorted(finding.code for finding in found.findings)


@pytest.mark.parametrize("where", ["second", "place", "archive", "bundle", "folder of bundles", "sent"])
def test_evidence_comes_back_by_its_digest_wherever_it_is(filled: Houses, tmp_path: Path, where: str) -> None:
    folder = filled.folder / "X1"
    good = files(folder)
    stick = tmp_path / "USB"
    stick.mkdir()
    sent = filled.send("X1") if "bundle" in where or where == "sent" else Path()
    with filled.at("X1") as here:
        if where in ("second", "place"):
            backing_up.choose_second(here, stick)
            backing_up.now(here)
        if where == "place":
            backing_up.choose_second(here, None)
        if where == "archive":
            backing_up.backup(here, tmp_path / "b.zip")
        good = files(folder)
    if where not in ("sent",):
        shutil.move(filled.out, tmp_path / "rút ra")
    source = {
        "place": [next(stick.iterdir())] if where == "place" else [],
        "archive": [tmp_path / "b.zip"],
        "bundle": [tmp_path / "rút ra" / sent.name],
        "folder of bundles": [tmp_path / "rút ra"],
    }.get(where, [])
    papers = [path for path in (folder / "evidence").glob("??/*") if path.read_bytes().startswith(b"%PDF-1.4\nX1")]
    papers[0].unlink()
    papers[1].write_bytes(bytes(papers[1].stat().st_size))
    with filled.at("X1") as here:
        assert codes(checking.examine(here)) == ["evidence_damaged", "evidence_missing"]
        found = checking.mend(here, source)
    assert found.findings == ()
    assert len(found.mended) == 2
    assert all(came for _, came in found.mended)
    assert files(folder) == good


def test_what_cannot_be_mended_is_left_as_it_is_and_named(filled: Houses) -> None:
    folder = filled.folder / "X1"
    _, torn = harm(folder)
    before = torn.read_bytes()
    with filled.at("X1") as here:
        found = checking.mend(here, [filled.folder / "không có", filled.campaign])
    assert codes(found) == ["evidence_damaged", "evidence_missing"]
    assert found.mended == ()
    assert torn.read_bytes() == before


def test_an_index_is_built_anew(filled: Houses) -> None:
    folder = filled.folder / "X1"
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        another = (
            """UPDATE sqlite_master SET sql = replace(sql, '("owner")', '("name")') WHERE name = 'evidence_owner'"""
        )
        assert connection.execute(another).rowcount == 1
        connection.commit()
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok"
    with filled.at("X1") as here:
        assert codes(checking.examine(here)).count("database") > 0
        found = checking.mend(here)
    assert found.findings == ()
    assert {finding.code for finding, _ in found.mended} == {"database"}


def test_a_sound_folder_is_not_touched(filled: Houses) -> None:
    folder = filled.folder / "X1"
    before = everything(folder)
    with filled.at("X1") as here:
        assert checking.mend(here).is_sound
        assert checking.mend(here).mended == ()
    assert everything(folder) == before
    assert checking.doctor(folder).findings == ()


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_looking_changes_no_byte_and_makes_no_log_on_any_drive(filled: Houses, mode: str) -> None:
    path = filled.folder / "X1" / DATABASE
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
    before = path.read_bytes()
    assert checking.doctor(path.parent).is_sound
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir() if each.name.startswith(DATABASE)) == [DATABASE]


def test_what_a_crash_left_in_the_log_is_looked_at_and_left_there(filled: Houses) -> None:
    path = filled.folder / "X1" / DATABASE
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("UPDATE journal SET after = 'khác' WHERE id = 2")
        connection.commit()
        kept = {log: Path(f"{path}{log}").read_bytes() for log in ("", "-wal")}
    for log, data in kept.items():
        Path(f"{path}{log}").write_bytes(data)
    assert codes(checking.doctor(path.parent)) == ["journal"]
    assert {log: Path(f"{path}{log}").read_bytes() for log in kept} == kept
    assert not Path(f"{path}-shm").exists()


def test_what_interrupted_copies_left_is_found_and_swept_at_the_next_start(filled: Houses, clock: Clock) -> None:
    folder = filled.folder / "X1"
    with filled.at("X1") as here:
        kept = backing_up.make(here)
        clock.move(minutes=1)
        half = backing_up.make(here)
    half.manifest.unlink()
    (folder / "backups" / ".0123.thuocso.part").write_bytes(b"x")
    assert codes(checking.doctor(folder)) == ["leftover", "leftover"]
    with filled.at("X1"):
        pass
    assert checking.doctor(folder).findings == ()
    assert [copy.stem for copy in places.copies(folder)] == [kept.stem]


def test_evidence_only_a_copy_names_is_no_finding(filled: Houses) -> None:
    folder = filled.folder / "X1"
    with filled.at("X1") as here:
        backing_up.make(here)
        [first, *_] = sorted(here.evidence.digests())
        with here.transaction():
            from app.storage.schema import EvidenceLinkRow, EvidenceRow, FileRow

            EvidenceLinkRow.delete().execute()
            EvidenceRow.delete().execute()
            FileRow.delete().where(FileRow.digest == first).execute()
    assert checking.doctor(folder).findings == ()


def test_a_database_that_cannot_be_read_is_told(filled: Houses) -> None:
    (filled.folder / "X1" / DATABASE).write_bytes(b"x" * 5000)
    with pytest.raises(AppError) as told:
        checking.doctor(filled.folder / "X1")
    assert told.value.code == "data.damaged"
