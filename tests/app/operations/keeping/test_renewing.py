"""What lies in a second place is read again little by little, and written anew where it rotted."""

import os
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations.keeping import backing_up, places, renewing, restoring
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses

PASSPHRASE = "bốn từ dễ nhớ lắm"


def rot(path: Path) -> None:
    """One bit falls over; size and times stay."""
    before, data = path.stat(), bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    os.utime(path, (before.st_atime, before.st_mtime))


def evidence(root: Path) -> list[Path]:
    return sorted(path for path in (root / "evidence").rglob("*") if path.is_file())


def codes(done: backing_up.Automatic) -> list[str]:
    return [each.code for each in done.told]


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_file_that_rotted_there_is_named_then_written_anew_and_told_once(
    filled: Houses, tmp_path: Path, clock: Clock, passphrase: str
) -> None:
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, tmp_path, passphrase)
        assert chosen is not None
        assert chosen.root is not None
        backing_up.automatic(here)
        clock.move(hours=25)
        rot(evidence(chosen.root)[0])
        [copy] = places.copies(chosen.root)
        with pytest.raises(AppError) as told:
            places.check(copy)
        assert told.value.details["name"].endswith(evidence(chosen.root)[0].name)
        done = backing_up.automatic(here)  # nothing changed here: no new copy, but it is looked at
        assert (done.made, done.carried) == (None, None)
        assert codes(done) == ["backup.place_renewed"]
        assert codes(backing_up.automatic(here)) == []
    [copy] = places.copies(chosen.root)
    places.check(copy)
    assert restoring.restore_copy(copy, tmp_path / "máy mới", passphrase).lost == ()


def test_what_is_damaged_here_as_well_is_told_and_not_taken_away(filled: Houses, tmp_path: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, tmp_path)
        assert chosen is not None
        assert chosen.root is not None
        backing_up.automatic(here)
        clock.move(hours=25)
        path = evidence(chosen.root)[0]
        rot(path)
        rot(here.evidence.path(path.name))
        assert codes(backing_up.automatic(here)) == ["backup.place_rotten"]
        assert path.is_file()


def test_the_longest_unread_comes_first_and_not_all_at_once(
    filled: Houses, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "AT_ONCE", 1)
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, tmp_path)
        assert chosen is not None
        assert chosen.root is not None
        backing_up.automatic(here)
        clock.move(days=30)
        first, second = evidence(chosen.root)
        now = clock().timestamp()
        for path, days in ((first, 3), (second, 9)):
            rot(path)
            os.utime(path, (now - days * 86_400,) * 2)
        found = []
        for _ in range(3):
            backing_up.automatic(here)
            found.append([places.sha256_of(path) == path.name for path in (first, second)])
    assert found == [[False, True], [True, True], [True, True]]


def test_a_stick_with_fat_keeps_even_seconds_only_and_all_is_read_once_a_day(
    filled: Houses, tmp_path: Path, clock: Clock
) -> None:
    """Linux rounds the times down, Windows up: a time to come."""
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, tmp_path)
        assert chosen is not None
        assert chosen.root is not None
        clock.now = clock.now.replace(second=1)
        backing_up.automatic(here)
        for rounded in (-1, 1):
            clock.move(hours=25)
            backing_up.automatic(here)
            for path in evidence(chosen.root):
                os.utime(path, (clock().timestamp() + rounded,) * 2)
                rot(path)
            clock.move(hours=1)
            assert codes(backing_up.automatic(here)) == []  # read an hour ago
            clock.move(hours=20)
            assert codes(backing_up.automatic(here)) == ["backup.place_renewed"]
    [copy] = places.copies(chosen.root)
    places.check(copy)
