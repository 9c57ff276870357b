"""A PDF taken apart into its revisions, and the times that signatures claim."""

from datetime import datetime

import pytest

from app.bundles.people.revisions import _date, field_box, notes, read_revisions
from app.domain.signing_places import AGENCY, LEADER
from tests.app.bundles.people import fixtures
from tests.app.bundles.people.fixtures import both, frozen, leader, numbered


def test_the_first_revision_is_the_frozen_bytes_and_each_signature_closes_its_own() -> None:
    found = read_revisions(both())
    assert found.first == frozen()
    assert [each.field for each in found.signatures] == [LEADER, AGENCY]
    assert [each.covered for each in found.signatures] == list(found.ends[1:])
    assert found.first_signed == found.data[: found.ends[1]]
    assert (found.removed, found.active) == ((), ())


def test_signatures_come_in_the_order_in_which_they_were_made() -> None:
    found = read_revisions(numbered())
    assert [each.field for each in found.signatures] == [LEADER, "So", "Ngay", AGENCY]
    assert [each.page for each in found.signatures] == [2, 1, 1, 2]


def test_a_paper_written_anew_has_one_revision() -> None:
    found = read_revisions(fixtures.rebuilt(leader(frozen())))
    assert len(found.ends) == 1
    assert found.signatures[0].covered is None  # its byte range is of another file


def test_fields_and_notes_are_found_with_their_places() -> None:
    place = field_box(frozen(), LEADER)
    assert place is not None
    assert place[0] == 1
    assert field_box(frozen(), "So") is None
    assert len(notes(frozen())) == 2


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("D:20261114093005+07'00'", "2026-11-14T09:30:05+07:00"),
        ("D:20261114093005+07'00", "2026-11-14T09:30:05+07:00"),
        ("D:20261114093005Z", "2026-11-14T09:30:05+00:00"),
        ("D:20261114093005Z00'00'", "2026-11-14T09:30:05+00:00"),
        ("D:20261114093005", "2026-11-14T09:30:05+07:00"),
        ("D:20261114093005-0330", "2026-11-14T09:30:05-03:30"),
    ],
)
def test_times_are_read_as_programs_write_them(written: str, moment: str) -> None:
    assert _date(written) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "written", ["", "2026", "D:2026", "D:20261314093005Z", "D:20261114093005+99'99'", "D:" + "9" * 99]
)
def test_what_is_no_time_is_none(written: str) -> None:
    assert _date(written) is None
