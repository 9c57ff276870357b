"""Corrections one after another: renamed criteria, forks, opinions, and feedback that speaks of another version."""

import dataclasses
from fractions import Fraction

import pytest

from app.domain.agency import Agency
from app.domain.appraisal import Opinion, Standing
from app.domain.framework import Framework
from app.errors import AppError
from app.operations import counting
from app.operations.authority import (
    appraisal_desk,
    appraising,
    campaigning,
    collecting,
    comparing,
    correcting,
    replying,
)
from app.operations.authority.comparing import Field
from app.operations.commune import assessing, improving, moving, submitting
from app.storage import campaigns
from tests.app.operations.authority.test_correcting import asking_more, correct, lowered, mended, totals
from tests.app.operations.commune.test_moving import corrected, seen
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import AUTHORITY, PERIOD, ROUNDS, small_set

F = Fraction


def renamed(version: str = "2") -> Framework:
    """1.1 is 1.9 from now on."""
    return mended("1.1", version, id="n1.9", code="1.9")


def sent_on_new(houses: Houses, code: str = "X1", inputs: dict[str, str] | None = None) -> None:
    """A commune that has sent takes up the campaign's new version, goes over to it and sends again."""
    with houses.at("SKHCN") as here:
        file = houses.folder / "ban-moi.thuocso"
        campaigning.export_campaign(here, houses.authority_part, file, SECRET)
    with houses.at(code) as here:
        part = campaigning.accept(here, file, code).id
        submitting.reopen(here, part, "Chuyển sang bản mới")
        moving.carry_over(here, part)
        if inputs:
            assessing.answer(here, part, "n1.1", inputs=inputs, is_complete=True)
    imported(houses, code)


def imported(houses: Houses, code: str) -> None:
    path = houses.send(code)
    with houses.at("SKHCN") as here:
        collecting.import_paths(here, houses.authority_part, [path])


def said(houses: Houses, code: str = "X1") -> dict[str, Fraction | None]:
    with houses.at("SKHCN") as here:
        return {item.node: item.points for item in appraising.dossier(here, houses.authority_part, code).opinions}


def dealt(houses: Houses) -> int:
    with houses.at("SKHCN") as here:
        return int(counting.state(here, houses.authority_part).counts["appraising"].split("/")[0])


def adjusted(houses: Houses, node: str, points: str = "5") -> None:
    with houses.at("SKHCN") as here:
        appraising.give(
            here, houses.authority_part, "X1", node, Opinion.ADJUST, points=points, reason="Theo sổ một cửa"
        )


# What the authority said ---------------------------------------------------------------------------------------------


def test_an_opinion_follows_its_criterion_to_another_code_and_stays_there_when_the_commune_follows(
    received: Houses,
) -> None:
    adjusted(received, "n1.1")
    correct(received, renamed())
    assert said(received) == {"n1.9": 5}
    assert dealt(received) == 1

    sent_on_new(received)

    assert said(received) == {"n1.9": 5}
    assert dealt(received) == 1


def test_going_back_to_the_first_version_brings_its_opinions_back(received: Houses) -> None:
    adjusted(received, "n1.1")
    correct(received, asking_more())
    assert said(received) == {}  # agreed or not, it was said of other figures
    adjusted(received, "n1.1", "6")

    correct(received, small_set())

    assert said(received) == {"n1.1": 5}


def test_figures_given_anew_are_looked_at_anew(received: Houses) -> None:
    with received.at("SKHCN") as here:
        appraising.give(here, received.authority_part, "X1", "n1.1", Opinion.AGREE)
    correct(received, asking_more())
    with received.at("SKHCN") as here:
        found = appraising.dossier(here, received.authority_part, "X1")
        assert found.standing("n1.1") is Standing.CONTESTED
        appraising.agree_with(here, received.authority_part, "X1")
    assert set(said(received)) == {"n1.2", "n2.1", "n2.2"}
    assert dealt(received) == 4 + 2  # of X1 all, of the two others what goes back to them

    sent_on_new(received, inputs={"late": "3"})

    with received.at("SKHCN") as here:
        found = appraising.dossier(here, received.authority_part, "X1")
    assert not found.to_answer
    assert found.standing("n1.1") is Standing.UNDECIDED


def test_points_beyond_the_new_maximum_are_not_counted_as_dealt_with(received: Houses) -> None:
    from app.domain.codec import Amount

    adjusted(received, "n1.1", "9")
    correct(received, mended("1.1", maximum=Amount("5")))

    assert said(received) == {}
    assert dealt(received) == 0


def test_the_desk_lists_what_a_corrected_scale_gives_not_the_claim(received: Houses) -> None:
    correct(received, lowered())
    with received.at("SKHCN") as here:
        desk = appraisal_desk.desk(here, received.authority_part)
        rows = appraising.progress_of(here, received.authority_part, "n1.1")

    assert [line.points for line in desk.by_criterion("n1.1") if line.agency.code == "X3"] == [10]
    assert [row.points for row in rows if row.agency.code == "X3"] == [10]


def test_both_totals_of_a_submission_on_the_earlier_version_are_told(received: Houses) -> None:
    before = totals(received)["X3"]
    correct(received, lowered())
    with received.at("SKHCN") as here:
        (item,) = comparing.versions(here, received.authority_part, "X3")

    assert (item.claimed, item.total) == (before, before + F(251, 100))
    assert item.framework.version == "1"


# Versions and forks --------------------------------------------------------------------------------------------------


def test_a_version_stays_known_where_another_target_group_goes_back_to_it(filled: Houses) -> None:
    groups = ("xã", "phường")
    agencies = tuple(Agency(code=f"Y{at}", name=f"Y{at}", target_group=group) for at, group in enumerate(groups))
    with filled.at("SKHCN") as here:
        part = campaigning.create(
            here,
            title="Hai nhóm",
            authority=AUTHORITY,
            period=PERIOD,
            sets=dict.fromkeys(groups, small_set()),
            agencies=agencies,
            rounds=ROUNDS,
        ).id
        for value, group in ((lowered(), "xã"), (lowered(), "phường"), (small_set(), "xã")):
            correcting.correct(here, part, value, group)
        with here.session():
            own = campaigns.part(part).campaign

    for agency in agencies:
        assert {own.version_of(agency, value.digest) is not None for value in (small_set(), lowered())} == {True}


def test_a_submission_on_the_first_version_that_comes_after_the_third_is_read_on_the_third(filled: Houses) -> None:
    path = filled.send("X1")
    correct(filled, renamed())
    correct(filled, dataclasses.replace(renamed("3"), notice="Lần ba"))
    with filled.at("SKHCN") as here:
        (taken,) = collecting.import_paths(here, filled.authority_part, [path]).files
        case = appraising.case(here, filled.authority_part, "X1", "n1.9")

    assert taken.outcome is collecting.Outcome.RECEIVED
    assert case.response.inputs == {"online": "1506", "total": "2000"}
    assert case.evidence


def test_two_files_with_one_number_on_two_versions_are_compared_and_counted_on_the_present_one(
    filled: Houses, tmp_path_factory: pytest.TempPathFactory
) -> None:
    twin = filled.copied(tmp_path_factory.mktemp("twin"), filled.clock)
    first = filled.send("X1")
    with twin.at("SKHCN") as here:
        correcting.correct(here, twin.authority_part, renamed())
        file = filled.folder / "sua.thuocso"
        campaigning.export_campaign(here, twin.authority_part, file, SECRET)
    with twin.at("X1") as here:
        part = campaigning.accept(here, file, "X1").id
        moving.carry_over(here, part)
        assessing.answer(here, part, "n1.9", inputs={"online": "1450"})
    second = twin.send("X1")
    with filled.at("SKHCN") as here:
        part = filled.authority_part
        correcting.correct(here, part, renamed())
        collecting.import_paths(here, part, [first, second])
        one, other = sorted(comparing.versions(here, part, "X1"), key=lambda item: item.framework.version)
        found = comparing.differences(here, part, one.id, other.id)
        assert {(each.place.id, each.field) for each in found if each.place} == {
            ("n1.1", Field.INPUT),
            ("n1.1", Field.POINTS),
        }
        assert len([each for each in found if each.field is Field.INPUT]) == 1
        sizes = [item.total for item in (one, other)]
        correcting.correct(here, part, mended("1.2", "3", maximum=small_set().nodes[1].maximum))
        after = {item.id: item.total for item in comparing.versions(here, part, "X1")}
    assert [after[item.id] - size for item, size in zip((one, other), sizes, strict=True)] == [10, 10]


# What the commune hears ----------------------------------------------------------------------------------------------


def feedback_to(houses: Houses, code: str = "X1") -> object:
    with houses.at("SKHCN") as here:
        sent = replying.export_feedback(here, houses.authority_part, houses.out, SECRET, [code])
    return sent.files[code][0]


def test_feedback_that_names_new_ids_opens_the_old_ones_where_the_commune_has_not_moved(received: Houses) -> None:
    correct(received, renamed())
    adjusted(received, "n1.9")
    path = feedback_to(received)

    with received.at("X1") as here, pytest.raises(AppError, match=r"feedback\.newer_version"):
        improving.receive(here, path)  # type: ignore[arg-type]
    with received.at("SKHCN") as here:
        file = received.folder / "moi.thuocso"
        campaigning.export_campaign(here, received.authority_part, file, SECRET)
    with received.at("X1") as here:
        part = campaigning.accept(here, file, "X1").id
        assert improving.receive(here, path).open_nodes == 1  # type: ignore[arg-type]
        assert assessing.view(here, part).open_nodes == {"n1.1"}
        assessing.answer(here, part, "1.1", explanation="Số liệu lấy từ cổng dịch vụ công")
        moving.carry_over(here, part)
        after = assessing.view(here, part)
        assert after.open_nodes == {"n1.9"}
        assert after.response("n1.9").explanation == "Số liệu lấy từ cổng dịch vụ công"


def test_feedback_given_before_the_correction_stays_open_after_the_move(received: Houses) -> None:
    adjusted(received, "n1.1")
    path = feedback_to(received)
    with received.at("X1") as here:
        improving.receive(here, path)  # type: ignore[arg-type]
    part = corrected(received, renamed())
    with received.at("X1") as here:
        moving.carry_over(here, part)
    assert seen(received, part).open_nodes == {"n1.9"}
