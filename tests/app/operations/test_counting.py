"""The small numbers of the rail: what was dealt with of all there is to deal with, as the pages count it."""

from datetime import date

import pytest

from app.operations import counting
from app.operations.authority import appraisal_desk, appraising, collecting, replying
from app.operations.commune import improving, submitting
from app.operations.counting import state
from tests.app.operations.houses import SECRET, Houses


def test_the_review_counts_criteria_dealt_with_of_all_that_were_received(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        nodes = len(appraising.dossier(here, part, "X1").nodes)
        assert state(here, part).counts["appraising"] == f"0/{3 * nodes}"
        appraising.agree_with(here, part, "X1")
        appraising.agree_with(here, part, "X2", ["1.1"])
        assert state(here, part).counts["appraising"] == f"{nodes + 1}/{3 * nodes}"
        desk = appraisal_desk.desk(here, part).counts()
        assert state(here, part).counts["appraising"] == f"{desk.done}/{desk.total}"


def test_nothing_received_is_no_number(houses: Houses) -> None:
    with houses.at("SKHCN") as here:
        assert state(here, houses.authority_part).counts["appraising"] == ""


def test_no_deadline_presses_once_a_submission_is_out_until_a_return_names_its_day(filled: Houses) -> None:
    part, file = filled.parts["X1"], filled.send("X1")
    with filled.at("X1") as here:
        assert not state(here, part).is_out
        submitting.mark_sent(here, part)
        assert state(here, part).is_out
    with filled.at("SKHCN") as here:
        whole = filled.authority_part
        collecting.import_paths(here, whole, [file])
        sent = replying.return_submission(here, whole, "X1", filled.out, SECRET, "Thiếu", last_day="2026-11-18")
    with filled.at("X1") as here:
        improving.receive(here, sent.files["X1"][0])
        told = state(here, part)
        assert (told.is_out, told.again_by) == (False, date(2026, 11, 18))


@pytest.mark.parametrize(
    ("done", "total", "shown"),
    [(0, 0, ""), (306, 612, "306/612"), (5270, 10540, "50\u00a0%"), (10539, 10540, "99\u00a0%")],
)
def test_large_numbers_are_said_as_the_share_that_is_surely_reached(done: int, total: int, shown: str) -> None:
    assert counting._share(done, total) == shown
