"""What lies beside a portable copy is offered: read like any file that comes in."""

import shutil
from pathlib import Path

import pytest

from app.operations import beside
from app.operations.authority import sticks
from app.operations.authority.sticks import CAMPAIGN, PORTABLE, Enclosed
from app.operations.portable import MARKER
from tests.app.operations.authority.test_sticks import portable_copy
from tests.app.operations.houses import Houses


@pytest.fixture
def program(houses: Houses, tmp_path: Path) -> Path:
    """The portable copy on a stick that the authority wrote."""
    with houses.at("SKHCN") as here:
        enclosed = Enclosed(portable=portable_copy(tmp_path))
        return sticks.write(here, houses.authority_part, houses.out, enclosed).folder / PORTABLE


def test_the_campaign_of_the_stick_is_found_and_said(houses: Houses, program: Path) -> None:
    (path,) = beside.places(program)
    assert path == program.parent / CAMPAIGN
    with houses.at("X2") as here:
        (only,) = beside.look(here, (path,))
    assert only.error is None
    assert (only.offer.campaign.title, only.offer.known) == ("Chuyển đổi số 2026", None)


def test_an_installed_program_looks_at_nothing(program: Path) -> None:
    (program / MARKER).unlink()
    assert beside.places(program) == ()
    assert beside.places() == ()


def test_a_broken_one_is_told_and_other_kinds_are_passed_over(filled: Houses, tmp_path: Path) -> None:
    program = tmp_path / "USB" / "3"
    program.mkdir(parents=True)
    (program / MARKER).touch()
    whole = filled.campaign.read_bytes()
    (program.parent / CAMPAIGN).write_bytes(whole[: len(whole) // 2])
    shutil.copyfile(filled.campaign, program / "gói.thuocso")
    shutil.copyfile(filled.send("X1"), program / "hồ sơ của xã.thuocso")
    with filled.at("X3") as here:
        told = beside.look(here, beside.places(program))
    assert [(item.path.name, item.error.code if item.error else "") for item in told] == [
        ("gói.thuocso", ""),
        (CAMPAIGN, "bundle.incomplete"),
    ]
