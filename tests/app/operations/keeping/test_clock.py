"""Copies where the computer's clock is wrong: none is left out, none is taken away for it, and it is said once."""

from datetime import datetime
from pathlib import Path

import pytest

from app.operations.commune import assessing, submitting
from app.operations.keeping import backing_up, places, restoring
from app.operations.keeping.backing_up import Automatic
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses


@pytest.fixture
def stick(filled: Houses, tmp_path: Path) -> Path:
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, tmp_path)
    assert chosen is not None
    assert chosen.root is not None
    return chosen.root


def day(house: Houses) -> Automatic:
    with house.at("X1") as here:
        assessing.answer(here, house.parts["X1"], "1.2", explanation=f"Ngày {house.clock()}")
        return backing_up.automatic(here)


def told(done: Automatic) -> list[str]:
    return [each.code for each in done.told]


@pytest.mark.parametrize("year", [1980, 2000, 2099])
def test_a_day_with_a_wrong_clock_ends_nothing(filled: Houses, stick: Path, clock: Clock, year: int) -> None:
    folder, right = filled.folder / "X1", clock.now
    made = []
    for _ in range(12):
        made.append(day(filled).made)
        clock.move(days=1)
    right, clock.now = clock.now, datetime(year, 1, 1, 8, tzinfo=right.tzinfo)
    said = told(first := day(filled))
    made.append(first.made)
    made.append(day(filled).made)  # the same wrong day, and nothing changed
    assert made.pop() is None
    clock.now = right
    for _ in range(3):
        done = day(filled)
        said += told(done)
        assert done.made is not None
        assert done.made.database.exists()
        assert done.carried is not None
        made.append(done.made)
        clock.move(days=1)
    assert said == ["backup.clock_behind"]
    kept = [each.stem for each in made if each is not None][: -places.KEPT - 1 : -1]
    for root in (folder, stick):
        assert [copy.stem for copy in places.copies(root)] == kept
    good = restoring.last_good(folder)
    assert good is not None
    assert good.stem == kept[0]


def test_a_clock_that_begins_at_the_same_day_with_every_start_ends_no_copies(
    filled: Houses, stick: Path, clock: Clock
) -> None:
    assert day(filled).made is not None
    for minute in (1, 2, 3, 2, 1):
        clock.now = datetime(2000, 1, 1, 8, minute, tzinfo=clock.now.tzinfo)
        with filled.at("X1") as here:
            assert backing_up.automatic(here).made is None
            assessing.answer(here, filled.parts["X1"], "1.2", explanation=f"{clock()} {len(places.copies(stick))}")
        with filled.at("X1") as here:
            done = backing_up.automatic(here)
        assert done.made is not None
        assert done.carried is not None
        assert done.carried.stem == places.copies(stick)[0].stem
    for root in (filled.folder / "X1", stick):
        assert [copy.at.year for copy in places.copies(root)] == [2000] * places.KEPT_TODAY + [2026]


def test_ten_signings_in_a_day_push_out_no_copy_of_an_earlier_day(filled: Houses, clock: Clock) -> None:
    part, folder = filled.parts["X1"], filled.folder / "X1"
    earlier = []
    for _ in range(9):
        done = day(filled).made
        assert done is not None
        earlier.insert(0, done.stem)
        clock.move(days=1)
    with filled.at("X1") as here:
        for _ in range(10):
            clock.move(minutes=7)
            submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
            submitting.reopen(here, part, "sửa lại")
    kept = [copy.stem for copy in places.copies(folder)]
    assert kept[places.KEPT_TODAY :] == earlier
    assert len(kept) == places.KEPT_TODAY + 9
