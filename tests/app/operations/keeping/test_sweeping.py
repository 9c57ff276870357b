"""A start takes evidence away only where nothing can need it any more; a database that is merely busy is left alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import folders
from app.operations.commune import assessing, evidencing
from app.operations.keeping import backing_up, restoring, salvaging
from app.operations.workspace import DATABASE
from app.storage import opening
from tests.app.operations.comparing_folders import files
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from tests.app.operations.keeping.test_backing_up import detach_all
from tests.app.operations.keeping.test_restoring import damage
from tests.app.operations.sets import pdf


def evidence_of(house: Houses) -> set[str]:
    with house.at("X1") as here:
        return set(here.evidence.digests())


def test_evidence_attached_after_the_copy_stays_when_the_copy_takes_the_place_of_a_damaged_database(
    filled: Houses, clock: Clock, tmp_path: Path
) -> None:
    folder, part = filled.folder / "X1", filled.parts["X1"]
    with filled.at("X1") as here:
        backing_up.make(here)
    clock.move(hours=6)
    with filled.at("X1") as here:
        evidencing.attach(here, part, "2.2", [pdf(tmp_path, "Ảnh chụp buổi chiều.pdf", "chiều" * 50)])
        held = set(here.evidence.digests())
    damage(folder / DATABASE, at=0, pages=1)
    good = restoring.last_good(folder)
    assert good is not None
    aside = restoring.put_back(folder, good, clock=clock).aside
    assert evidence_of(filled) == held
    (folder / aside).unlink()  # looked at, and not needed any more
    assert len(evidence_of(filled)) == len(held) - 1


@pytest.mark.parametrize("harm", ["cannot be read", "torn"])
def test_evidence_that_only_a_copy_names_stays_when_its_list_cannot_be_read(filled: Houses, harm: str) -> None:
    with filled.at("X1") as here:
        copy = backing_up.make(here)
        detach_all(here, filled.parts["X1"])
        held = set(here.evidence.digests())
    manifest = copy.database.with_suffix(".json")
    told = manifest.read_bytes()
    manifest.unlink()
    if harm == "torn":
        manifest.write_bytes(told[:60])
    else:
        manifest.mkdir()
    assert evidence_of(filled) == held


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)


@pytest.mark.usefixtures("_impatient")
def test_a_database_that_another_program_holds_is_busy_and_not_damaged(filled: Houses, clock: Clock) -> None:
    folder = filled.folder / "X1"
    with filled.at("X1") as here:
        copy = backing_up.make(here)
        assessing.answer(here, filled.parts["X1"], "1.2", explanation="Sau bản sao")
    before = files(folder)
    with closing(sqlite3.connect(folder / DATABASE)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        for attempt in (
            lambda: folders.open_workspace(folder, clock),
            lambda: restoring.put_back(folder, copy, clock=clock),
            lambda: salvaging.salvage(folder, clock),
        ):
            with pytest.raises(AppError) as told:
                attempt()
            assert told.value.code == "data.busy"
        other.rollback()
    assert files(folder) == before
    with filled.at("X1") as here:
        assert assessing.view(here, filled.parts["X1"]).response("n1.2").explanation == "Sau bản sao"
