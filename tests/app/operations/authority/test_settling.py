"""The assessor's desk as a whole, the council's agenda, values near a band, the check before a publication."""

from fractions import Fraction

import pytest

from app.bundles.trust import Light
from app.domain.appraisal import Opinion, Standing
from app.operations import workspace as workspaces
from app.operations.authority import appraisal_desk, appraising, collecting, publishing, replying, settling
from app.operations.authority.settling import Check, Matter
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from tests.app.operations.houses import Houses


def other_person(here: Workspace) -> None:
    workspaces.add_person(here, "Trần Văn Phúc", "Tổ giúp việc")


def test_the_desk_lists_by_criterion_and_by_agency_and_counts(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, inputs={"online": "1498"}, reason="Trang 3")
        desk = appraisal_desk.desk(here, part)
        node = appraising.case(here, part, "X1", "1.1").place.id
        lines = {line.agency.code: line for line in desk.by_criterion(node)}
        assert lines["X1"].points == Fraction(749, 100)
        assert (lines["X1"].standing, lines["X2"].standing) == (Standing.CONTESTED, Standing.UNDECIDED)
        assert [line.place.id for line in desk.by_agency("X2")] == [place.id for place in desk.dossiers["X2"].nodes]
        counts = desk.counts()
        assert (counts.done, counts.contested) == (1, 1)
        assert counts.total == sum(len(item.nodes) for item in desk.dossiers.values())
        assert desk.lights["X1"] is Light.UNKNOWN
        for row in collecting.board(here, part):
            trusting.accept_key(here, row.agency.code, "agency", row.spki, "văn bản")
        assert set(appraisal_desk.desk(here, part).lights.values()) == {Light.VALID}


def test_figures_read_in_two_ways_are_a_disagreement_and_count_for_nobody(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        claimed = appraising.case(here, part, "X1", "1.1").own.points
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, inputs={"online": "1498"}, reason="Trang 3")
        other_person(here)
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, inputs={"online": "1000"}, reason="Trang 5")
        case = appraising.case(here, part, "X1", "1.1")
        assert case.standing is Standing.DISAGREEMENT
        assert case.counted.points == claimed


def test_what_a_later_round_reads_stands_alone(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, inputs={"online": "1000"}, reason="Lần 1")
        replying.close_round(here, part)
        given = appraising.case(here, part, "X1", "1.1").response.inputs
        other = next(key for key in given if key != "online")
        changed = str(int(given[other]) * 2)
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, inputs={other: changed}, reason="Lần 2")
        case = appraising.case(here, part, "X1", "1.1")
        assert case.counted.points == appraising.with_figures(case, {other: changed}).points


def test_the_agenda_holds_disagreements_and_then_what_was_concluded(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        appraising.give(here, part, "X2", "1.1", Opinion.AGREE)
        other_person(here)
        appraising.give(here, part, "X2", "1.1", Opinion.REJECT, reason="Không có căn cứ")
        told = settling.agenda(here, part)
        item = next(one for one in told.items if one.matter is Matter.DISAGREEMENT)
        assert item.key == ("X2", appraising.case(here, part, "X2", "1.1").place.id)
        assert [one.opinion for one in item.opinions] == [Opinion.AGREE, Opinion.REJECT]
        assert "Trần Văn Phúc" in told.people.values()
        assert settling.readiness(here, part).open(Check.DISAGREEMENTS) == 1
        appraising.conclude(here, part, "X2", "1.1", "4,5", "Tính một phần")
        after = settling.agenda(here, part)
        done = next(one for one in after.items if one.matter is Matter.CONCLUDED)
        assert (done.points, done.reason) == (Fraction(9, 2), "Tính một phần")
        assert settling.readiness(here, part).open(Check.DISAGREEMENTS) == 0


def test_a_settled_tie_is_shown_as_settled_in_its_order(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        ranked = publishing.compute(here, part)
        for code, item in ranked.dossiers.items():
            for place in item.nodes:
                appraising.conclude(here, part, code, place.id, "1", "Như nhau")
        tie = next(one for one in settling.agenda(here, part).ties if one.matter is Matter.TIE)
        order = tuple(reversed(tie.agencies))
        publishing.settle_tie(here, part, tie.table, order, "Bốc thăm trước Hội đồng")
        settled = [one for one in settling.agenda(here, part).ties if one.matter is Matter.TIE_SETTLED]
        assert [(one.agencies, one.reason) for one in settled] == [(order, "Bốc thăm trước Hội đồng")]


@pytest.mark.parametrize("line", list(Check))
def test_every_line_of_the_check_is_there(received: Houses, line: Check) -> None:
    with received.at("SKHCN") as here:
        ready = settling.readiness(here, received.authority_part)
        assert ready.open(line) >= 0
        assert ready.open(Check.UNDECIDED) == ready.ranked.undecided > 0
        assert not ready.is_ready


def test_the_spread_is_exact(received: Houses) -> None:
    with received.at("SKHCN") as here:
        table = publishing.compute(here, received.authority_part).tables[0]
        found = settling.spread(table)
        values = [row.value for row in table.rows if row.rank is not None and row.value is not None]
        assert found is not None
        assert (found.highest, found.lowest) == (max(values), min(values))
        assert found.mean * len(values) == sum(values)
