"""Where a commune stands: reached, possible and lost agree with the score; gains are what is really left."""

from fractions import Fraction

import pytest

from app.operations.authority import campaigning
from app.operations.commune import assessing, standing
from app.operations.workspace import Workspace
from tests.app.operations.sets import AGENCIES, PERIOD, small_set


@pytest.fixture
def part(workspace: Workspace) -> str:
    return campaigning.start_alone(workspace, small_set(), AGENCIES[0], PERIOD).id


def test_nothing_entered_is_all_possible(workspace: Workspace, part: str) -> None:
    share = standing.overall(assessing.view(workspace, part))
    assert (share.reached, share.possible, share.lost, share.maximum) == (0, 40, 0, 40)


def test_reached_possible_and_lost_make_the_maximum(workspace: Workspace, part: str) -> None:
    assessing.answer(workspace, part, "1.1", inputs={"online": "1000", "total": "2000"})
    assessing.answer(workspace, part, "2.2", points="8.5")
    seen = assessing.view(workspace, part)
    share = standing.overall(seen)
    assert (share.reached, share.possible, share.lost) == (Fraction(27, 2), 20, Fraction(13, 2))
    assert share.of_maximum(share.reached) == Fraction(27, 80)


def test_groups_count_what_is_finished(workspace: Workspace, part: str) -> None:
    assessing.answer(workspace, part, "2.2", points="8.5", explanation="Có lý do", is_complete=True)
    first, second = standing.groups(assessing.view(workspace, part))
    assert (first.done, first.count, first.points, first.share.possible) == (0, 2, None, 20)
    assert (second.done, second.count, second.points, second.share.possible) == (1, 2, Fraction(17, 2), 10)


def test_gains_leave_out_what_does_not_apply_and_what_is_full(workspace: Workspace, part: str) -> None:
    assessing.answer(workspace, part, "1.1", inputs={"online": "1506", "total": "2000"})
    assessing.answer(workspace, part, "1.2", not_applicable="none")
    assessing.answer(workspace, part, "2.2", points="8.5")
    found = standing.gains(assessing.view(workspace, part))
    assert [(gain.place.node.code, gain.points) for gain in found] == [("2.1", 10), ("2.2", Fraction(3, 2))]


def test_work_goes_on_at_the_first_that_is_not_finished(workspace: Workspace, part: str) -> None:
    assessing.answer(workspace, part, "1.1", inputs={"online": "1", "total": "2"}, explanation="x", is_complete=True)
    place = standing.next_open(assessing.view(workspace, part))
    assert place is not None
    assert place.node.code == "1.2"
