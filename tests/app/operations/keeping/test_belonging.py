"""A second place belongs to one data folder: nobody else's copies come between, and none are taken away for them."""

import json
import shutil
from pathlib import Path

import pytest

from app.operations.commune import assessing
from app.operations.keeping import backing_up, belonging, places, restoring
from app.operations.keeping.backing_up import Automatic
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses

PASSPHRASE = "bốn từ dễ nhớ lắm"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "USB").mkdir()
    return tmp_path / "USB"


def root_of(house: Houses, name: str) -> Path:
    found = backing_up.second(house.folder / name)
    assert found is not None
    assert found.root is not None
    return found.root


def day(house: Houses, name: str) -> Automatic:
    with house.at(name) as here:
        assessing.answer(here, house.parts["X1"], "1.2", explanation=f"{name} {house.clock()}")
        return backing_up.automatic(here)


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_the_place_of_another_folder_is_not_shared_a_neighbour_is_made(
    filled: Houses, stick: Path, clock: Clock, passphrase: str
) -> None:
    shutil.copytree(filled.folder / "X1", filled.folder / "B")
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick, passphrase)
    day(filled, "X1")
    with filled.at("B") as here:
        backing_up.choose_second(here, root_of(filled, "X1"), passphrase)
    for _ in range(3):
        day(filled, "B")
        day(filled, "X1")
        clock.move(days=1)
    mine, other = root_of(filled, "X1"), root_of(filled, "B")
    assert mine != other
    assert mine.parent == other.parent == stick
    assert (len(places.copies(mine)), len(places.copies(other))) == (3, 3)


def test_two_folders_that_an_earlier_version_let_into_one_place_part(filled: Houses, stick: Path, clock: Clock) -> None:
    shutil.copytree(filled.folder / "X1", filled.folder / "B")
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    day(filled, "X1")
    told = (filled.folder / "X1" / "backups" / "place.json").read_text("utf-8")
    (filled.folder / "B" / "backups").mkdir(exist_ok=True)
    (filled.folder / "B" / "backups" / "place.json").write_text(told.partition(', "home"')[0] + "}", "utf-8")
    carried = day(filled, "B").carried
    assert carried is not None
    assert carried.root == root_of(filled, "B") != root_of(filled, "X1")
    assert len(places.copies(root_of(filled, "X1"))) == 1


def test_a_copied_data_folder_writes_nowhere_until_somebody_chooses(filled: Houses, stick: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    day(filled, "X1")
    shutil.copytree(filled.folder / "X1", filled.folder / "bản chép")
    clock.move(days=1)
    done = day(filled, "bản chép")
    assert (done.carried, [each.code for each in done.told]) == (None, ["backup.place_of_original"])
    assert day(filled, "bản chép").told == ()
    assert len(places.copies(root_of(filled, "X1"))) == 1
    with filled.at("bản chép") as here:
        backing_up.choose_second(here, root_of(filled, "X1"))
        assert backing_up.now(here).carried is not None
    assert root_of(filled, "bản chép") != root_of(filled, "X1")
    assert day(filled, "X1").carried is not None


def of_another(house: Houses, **facts: str) -> None:
    """The place was chosen on a computer of which these facts are told."""
    told = house.folder / "X1" / "backups" / "place.json"
    place = json.loads(told.read_text("utf-8"))
    place["home"] = {key: value for key, value in (place["home"] | facts).items() if value}
    told.write_text(json.dumps(place), "utf-8")


def test_a_computer_that_got_another_name_goes_on(filled: Houses, stick: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    first = day(filled, "X1").carried
    of_another(filled, host="MAY-CU")
    clock.move(days=1)
    done = day(filled, "X1")
    assert first is not None
    assert done.carried is not None
    assert (done.carried.root, done.told) == (first.root, ())


@pytest.mark.parametrize(
    "facts",
    [
        {"machine": "another"},
        {"host": "MAY-KHAC", "number": "1"},  # set up from the same image
        {"host": "MAY-KHAC", "machine": ""},  # chosen by a version that knew names alone
    ],
)
def test_on_another_computer_copies_are_held_back_and_that_is_said_every_week(
    filled: Houses, stick: Path, clock: Clock, facts: dict[str, str]
) -> None:
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    day(filled, "X1")
    of_another(filled, **facts)
    said = []
    for _ in range(15):
        clock.move(days=1)
        done = day(filled, "X1")
        assert (done.carried, done.is_away) == (None, False)
        said.append([each.code for each in done.told])
    assert [at for at, codes in enumerate(said) if codes] == [0, 7, 14]
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
        assert backing_up.now(here).carried is not None


def test_data_chosen_by_name_alone_are_known_by_the_id_from_then_on(filled: Houses, stick: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    of_another(filled, machine="", number="")
    assert day(filled, "X1").carried is not None
    of_another(filled, host="MAY-CU")
    clock.move(days=1)
    assert day(filled, "X1").carried is not None


def test_a_folder_that_was_moved_goes_on(filled: Houses, stick: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    first = day(filled, "X1").carried
    (filled.folder / "X1").rename(filled.folder / "chỗ mới")
    clock.move(days=1)
    second = day(filled, "chỗ mới").carried
    assert first is not None
    assert second is not None
    assert first.root == second.root


def test_a_new_machine_joins_the_place_its_data_came_from(
    filled: Houses, stick: Path, tmp_path: Path, clock: Clock
) -> None:
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    for _ in range(3):
        day(filled, "X1")
        clock.move(days=1)
    place = root_of(filled, "X1")
    restoring.restore_copy(places.copies(place)[0], filled.folder / "máy mới")
    with filled.at("máy mới") as here:
        backing_up.choose_second(here, place)
    carried = day(filled, "máy mới").carried
    assert carried is not None
    assert carried.root == place
    assert places.copies(place)[0].stem == carried.stem  # counted on after those that are there
    assert len(places.copies(place)) == 4


def test_another_copy_of_the_same_name_is_carried_beside_it(filled: Houses, stick: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    day(filled, "X1")
    for path in (filled.folder / "X1" / "backups").glob("2*"):
        path.unlink()
    done = day(filled, "X1")  # the same second again, and other data
    assert done.made is not None
    assert done.carried is not None
    assert done.carried.stem == f"{done.made.stem}-2"
    assert len(places.copies(root_of(filled, "X1"))) == 2
    with filled.at("X1") as here:
        assert backing_up.automatic(here).carried is None
    assert belonging.owner_of(root_of(filled, "X1")) != ""
