"""A workspace on a real folder with a clock that stands still until it is moved."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.domain.deadline import VIETNAM
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.authority import collecting
from app.operations.workspace import Workspace
from tests.app.operations.houses import Houses


class Clock:
    """The stand-in for time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 14, 32, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **step: int) -> None:
        self.now += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    opened = folders.open_workspace(tmp_path / "Dữ liệu của xã Hòa Bình", clock)
    workspaces.add_person(opened, "Trần Thị Hạnh", "Công chức Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def first_houses(tmp_path_factory: pytest.TempPathFactory) -> Houses:
    made = Houses(tmp_path_factory.mktemp("houses"), Clock())
    made.open_campaign()
    return made


@pytest.fixture(scope="session")
def houses_with_one(first_houses: Houses, tmp_path_factory: pytest.TempPathFactory) -> Houses:
    made = first_houses.copied(tmp_path_factory.mktemp("filled"), Clock())
    made.fill_in("X1")
    return made


@pytest.fixture(scope="session")
def houses_received(first_houses: Houses, tmp_path_factory: pytest.TempPathFactory) -> Houses:
    """Three communes sent; 1.1 is 10, 10 and 7.49; bandwidth 10, 20 and 5 of a best of 20."""
    made = first_houses.copied(tmp_path_factory.mktemp("received"), Clock())
    for code, online, lines in (("X1", 1506, 10), ("X2", 2000, 20), ("X3", 1498, 5)):
        made.fill_in(code, online, lines)
        made.send(code)
    with made.at("SKHCN") as here:
        collecting.import_paths(here, made.authority_part, [made.out])
    for path in made.out.iterdir():
        path.unlink()
    return made


@pytest.fixture
def houses(first_houses: Houses, tmp_path: Path, clock: Clock) -> Houses:
    return first_houses.copied(tmp_path / "nhà", clock)


@pytest.fixture
def filled(houses_with_one: Houses, tmp_path: Path, clock: Clock) -> Houses:
    return houses_with_one.copied(tmp_path / "nhà", clock)


@pytest.fixture
def received(houses_received: Houses, tmp_path: Path, clock: Clock) -> Houses:
    return houses_received.copied(tmp_path / "nhà", clock)
