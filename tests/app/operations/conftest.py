"""A workspace on a real folder with a clock that stands still until it is moved."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.domain.deadline import VIETNAM
from app.operations import workspace as workspaces
from app.operations.workspace import Workspace


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
    opened = workspaces.open_workspace(tmp_path / "Dữ liệu của xã Hòa Bình", clock)
    workspaces.add_person(opened, "Trần Thị Hạnh", "Công chức Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội")
    yield opened
    opened.close()
