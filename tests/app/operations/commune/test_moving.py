"""A commune's answers on the corrected version of its framework: carried over, reported, undone."""

import dataclasses
from fractions import Fraction

import pytest

from app.domain.assessment import ResponseState
from app.domain.framework import Framework, Group
from app.domain.revising import Fate, OnScoring
from app.errors import AppError
from app.operations.authority import campaigning, correcting
from app.operations.commune import assessing, evidencing, moving, submitting
from app.operations.commune.assessing import View
from app.storage import assessments, journal
from tests.app.operations.authority.test_correcting import asking_more, lowered, mended
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import small_set

F = Fraction


def without(code: str) -> Framework:
    """The small set without one criterion."""
    groups = []
    for group in small_set().nodes:
        assert isinstance(group, Group)
        groups.append(dataclasses.replace(group, nodes=tuple(node for node in group.nodes if node.code != code)))
    return dataclasses.replace(small_set(), version="2", nodes=tuple(groups))


def corrected(houses: Houses, value: Framework, code: str = "X1") -> str:
    """The campaign corrected at the authority, and its new file taken up by the commune."""
    with houses.at("SKHCN") as here:
        correcting.correct(here, houses.authority_part, value)
        file = houses.folder / "sua-doi.thuocso"
        campaigning.export_campaign(here, houses.authority_part, file, SECRET)
    with houses.at(code) as here:
        return campaigning.accept(here, file, code).id


def seen(houses: Houses, part: str, code: str = "X1") -> View:
    with houses.at(code) as here:
        return assessing.view(here, part)


def test_nothing_is_offered_while_the_version_is_the_campaigns(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        assert moving.offer(here, part) is None
        with pytest.raises(AppError, match=r"assessment\.same_version"):
            moving.carry_over(here, part)


def test_a_newer_version_is_offered_and_nothing_moves_by_itself(filled: Houses) -> None:
    before = seen(filled, filled.parts["X1"])
    part = corrected(filled, lowered())
    with filled.at("X1") as here:
        told = moving.offer(here, part)

    assert part == filled.parts["X1"]
    assert told is not None
    assert (told.old.version, told.new.version, told.is_draft) == ("1", "2", True)
    after = seen(filled, part)
    assert (after.framework.digest, after.kept) == (before.framework.digest, before.kept)


def test_another_threshold_moves_the_points_and_keeps_every_answer(filled: Houses) -> None:
    with filled.at("X1") as here:
        assessing.answer(here, filled.parts["X1"], "1.1", inputs={"online": "1450"})
    before = seen(filled, filled.parts["X1"])
    part = corrected(filled, lowered())
    with filled.at("X1") as here:
        report = moving.preview(here, part)
        moving.carry_over(here, part)
    after = seen(filled, part)

    assert (before.score.nodes["n1.1"].points, after.score.nodes["n1.1"].points) == (F(29, 4), 10)
    assert [(node.before, node.after, node.to_answer) for node in report.move.nodes] == [(F(29, 4), 10, False)]
    assert {node: kept.response for node, kept in after.kept.items()} == {
        node: kept.response for node, kept in before.kept.items()
    }
    assert after.evidence == before.evidence
    assert after.states == before.states


def test_other_inputs_are_asked_again_and_what_was_given_stays(filled: Houses) -> None:
    part = corrected(filled, asking_more())
    with filled.at("X1") as here:
        moving.carry_over(here, part)
    after = seen(filled, part)

    assert after.response("n1.1").inputs == {"online": "1506", "total": "2000"}
    assert after.asked_again == {"n1.1"}
    assert after.states["n1.1"] is ResponseState.IN_PROGRESS
    assert after.evidence_of("n1.1")


def test_a_removed_criterion_leaves_its_file_in_the_list_and_is_told(filled: Houses) -> None:
    part = corrected(filled, without("2.2"))
    with filled.at("X1") as here:
        moving.carry_over(here, part)
        report = moving.last(here, part)
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        with here.session():
            frozen = assessments.revisions(part)[0]
    after = seen(filled, part)

    assert report is not None
    assert report.loose == ("Ảnh X1.pdf",)
    assert {id_: response.points for id_, response in report.move.aside.items()} == {"n2.2": "8.5"}
    assert [node.change.fate for node in report.move.nodes] == [Fate.REMOVED]
    assert len(after.evidence) == 2
    assert "Ảnh X1.pdf" not in frozen.content


def test_undoing_brings_back_what_was_dropped(filled: Houses) -> None:
    before = seen(filled, filled.parts["X1"])
    part = corrected(filled, without("2.2"))
    with filled.at("X1") as here:
        moving.carry_over(here, part, OnScoring.EMPTY)
        moving.undo(here, part)
        assert moving.last(here, part) is None
        assert moving.offer(here, part) is not None
    after = seen(filled, part)

    assert after.kept == before.kept
    assert after.evidence == before.evidence
    assert after.score == before.score


def test_undoing_keeps_what_was_answered_and_attached_since(filled: Houses) -> None:
    part = corrected(filled, asking_more())
    with filled.at("X1") as here:
        moving.carry_over(here, part)
        assessing.answer(here, part, "1.1", inputs={"online": "1600", "late": "3"}, explanation="Đã sửa số")
        paper = filled.folder / "Công văn mới.pdf"
        paper.write_bytes(b"%PDF-1.7 moi")
        evidencing.attach(here, part, "2.1", [paper])
        moving.undo(here, part)
    after = seen(filled, part)

    assert after.response("n1.1").inputs == {"online": "1600", "total": "2000"}
    assert after.response("n1.1").explanation == "Đã sửa số"
    assert [piece.name for piece in after.evidence_of("n2.1")] == ["Công văn mới.pdf"]
    assert not after.asked_again


def test_a_frozen_assessment_does_not_move(filled: Houses) -> None:
    part = corrected(filled, lowered())
    with filled.at("X1") as here:
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        told = moving.offer(here, part)
        assert told is not None
        assert not told.is_draft
        with pytest.raises(AppError, match=r"assessment\.closed"):
            moving.carry_over(here, part)


def test_nothing_can_be_undone_where_nothing_was_moved(filled: Houses) -> None:
    with filled.at("X1") as here, pytest.raises(AppError, match=r"assessment\.nothing_moved"):
        moving.undo(here, filled.parts["X1"])


def test_moving_and_undoing_stand_in_the_journal(filled: Houses) -> None:
    part = corrected(filled, mended("1.1", title="Tiêu chí khác"))
    with filled.at("X1") as here:
        moving.carry_over(here, part)
        moving.undo(here, part)
        with here.session():
            actions = [line.action for line in journal.latest(part, 99)]
    assert {"assessment.moved", "assessment.moved_back"} <= set(actions)
