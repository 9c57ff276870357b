"""Evidence that is gone is named in every copy; what could not be copied is told; a copy that may go is removed."""

from pathlib import Path

import pytest

from app.errors import AppError
from app.operations.commune import assessing, submitting
from app.operations.keeping import backing_up, places, restoring
from app.operations.workspace import Workspace
from tests.app.operations.comparing_folders import files
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from tests.app.operations.keeping.test_backing_up import PASSPHRASE, detach_all


def lose_one(here: Workspace, part: str, which: int = 0) -> tuple[str, str]:
    """Digest and name of an evidence file whose bytes are gone."""
    piece = assessing.view(here, part).proving[which]
    here.evidence.path(piece.digest).unlink()
    return piece.digest, piece.name


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_evidence_that_is_gone_is_named_in_every_copy_and_when_it_is_put_back(
    filled: Houses, tmp_path: Path, clock: Clock, passphrase: str
) -> None:
    with filled.at("X1") as here:
        digest, name = lose_one(here, filled.parts["X1"])
        backing_up.choose_second(here, tmp_path, passphrase)
        archive = backing_up.backup(here, tmp_path / "b.zip", passphrase)
        assert (archive.files, archive.damaged, archive.missing) == (1, (), (name,))
        done = backing_up.automatic(here)
        assert done.made is not None
        assert done.carried is not None
        assert done.made.lacking == (digest,)
        assert [(each.code, each.details["names"]) for each in done.told] == [("backup.lacking", name)]
        clock.move(days=1)
        assessing.answer(here, filled.parts["X1"], "1.2", explanation="Ngày sau")
        again = backing_up.automatic(here)
        assert again.made is not None
        assert again.told == ()  # said once
        assert [each.code for each in backing_up.now(here).told] == ["backup.lacking"]
        other, _ = lose_one(here, filled.parts["X1"], 1)
        assessing.answer(here, filled.parts["X1"], "1.2", explanation="Trước khi chốt")
        with backing_up.beforehand(here):
            pass
        assert [each.details["count"] for each in here.besides()] == [2]
        assert backing_up.automatic(here).told == ()
        told = b"".join(path.read_bytes() for path in done.carried.root.rglob("*.json"))
        assert not passphrase or (digest.encode() not in told and other.encode() not in told)
        assert restoring.look(archive.path, passphrase).missing == (digest,)
    assert restoring.restore(archive.path, filled.folder / "từ tệp", passphrase).lost == (name,)
    assert name in restoring.restore_copy(done.made, filled.folder / "từ đây").lost
    assert restoring.restore_copy(done.carried, filled.folder / "từ USB", passphrase).lost == (name,)


def test_evidence_that_is_brought_back_is_in_the_earlier_copies_again(filled: Houses) -> None:
    with filled.at("X1") as here:
        piece = assessing.view(here, filled.parts["X1"]).proving[0]
        path = here.evidence.path(piece.digest)
        kept = path.read_bytes()
        path.unlink()
        copy = backing_up.make(here)
        assert copy.lacking == (piece.digest,)
        path.write_bytes(kept)
        [copy] = places.copies(here.folder)
        assert copy.lacking == ()
    assert restoring.restore_copy(copy, filled.folder / "lại").lost == ()


def test_that_no_copy_came_before_sign_off_is_told_once_and_the_step_goes_on(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        (here.folder / "backups").write_text("in the way")
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        assert len(submitting.revisions(here, part)) == 1
        assert [each.code for each in here.besides()] == ["backup.none_before"]
        submitting.reopen(here, part, "sửa lại")
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        assert here.besides() == ()


def test_a_copy_made_by_hand_can_be_removed_but_never_the_last_sound_one(filled: Houses, clock: Clock) -> None:
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
        first = backing_up.now(here)
        assert first.made is not None
        assert first.carried is not None
        detach_all(here, filled.parts["X1"])
        clock.move(minutes=1)
        second = backing_up.now(here)
        assert second.made is not None
        assert second.carried is not None
        assert len(files(first.carried.root)) == 2
        for one, other in ((first.made, second.made), (first.carried, second.carried)):
            backing_up.remove(here, one)
            assert [copy.stem for copy in places.copies(one.root)] == [other.stem]
            with pytest.raises(AppError) as told:
                backing_up.remove(here, other)
            assert told.value.code == "backup.last_sound"
            assert other.database.exists()
        assert files(first.carried.root) == {}  # only the removed one named it
        clock.move(minutes=1)
        torn = backing_up.make(here)
        torn.database.write_bytes(b"x" * torn.database.stat().st_size)
        with pytest.raises(AppError):
            backing_up.remove(here, second.made)  # the other one would bring nothing back
        backing_up.remove(here, torn)
    assert [copy.stem for copy in places.copies(filled.folder / "X1")] == [second.made.stem]
