"""Moves one after another, and undoing them after more work was done: nothing that somebody gave goes astray."""

import dataclasses
from fractions import Fraction

from app.domain.appraisal import Opinion
from app.domain.framework import Criterion, Framework, Group
from app.domain.revising import Correction, OnScoring
from app.operations.authority import appraising, correcting
from app.operations.commune import assessing, evidencing, improving, moving
from tests.app.operations.authority.test_correcting import asking_more, mended
from tests.app.operations.commune.test_moving import corrected, seen, without
from tests.app.operations.houses import Houses
from tests.app.operations.sets import small_set
from tests.app.operations.test_correcting_twice import feedback_to, sent_on_new

F = Fraction


def asking_more_and_reworded() -> Framework:
    """The third version: what the second asks, in other words."""
    value = asking_more()
    first, second = value.nodes
    assert isinstance(first, Group)
    nodes = (dataclasses.replace(first.nodes[0], title="Tỷ lệ hồ sơ"), first.nodes[1])
    return dataclasses.replace(value, version="3", nodes=(dataclasses.replace(first, nodes=nodes), second))


def with_new_criterion() -> Framework:
    """A version with one more criterion, 2.3, judged by hand."""
    value = small_set()
    first, second = value.nodes
    assert isinstance(second, Group)
    judged = second.nodes[1]
    assert isinstance(judged, Criterion)
    new = dataclasses.replace(judged, id="n2.3", code="2.3", title="Sáng kiến của xã")
    return dataclasses.replace(
        value, version="2", nodes=(first, dataclasses.replace(second, nodes=(*second.nodes, new)))
    )


def test_what_the_first_move_asks_again_is_still_asked_after_the_second(filled: Houses) -> None:
    part = corrected(filled, asking_more())
    with filled.at("X1") as here:
        moving.carry_over(here, part)
    corrected(filled, asking_more_and_reworded())
    with filled.at("X1") as here:
        moving.carry_over(here, part)  # in the same second as the first
        assert seen_versions(here, part) == ("2", "3")
        assert assessing.view(here, part).asked_again == {"n1.1"}
        moving.undo(here, part)
        assert seen_versions(here, part) == ("1", "2")


def seen_versions(here: object, part: str) -> tuple[str, str]:
    report = moving.last(here, part)  # type: ignore[arg-type]
    assert report is not None
    return report.move.comparison.old.version, report.move.comparison.new.version


def test_going_back_works_though_the_campaign_asks_for_a_third_version_by_now(filled: Houses) -> None:
    before = seen(filled, filled.parts["X1"])
    part = corrected(filled, without("2.2"))
    with filled.at("X1") as here:
        moving.carry_over(here, part)
    corrected(filled, asking_more_and_reworded())
    with filled.at("X1") as here:
        moving.undo(here, part)
        told = moving.offer(here, part)

    assert told is not None
    assert (told.old.version, told.new.version) == ("1", "3")
    assert seen(filled, part).kept == before.kept


def test_what_was_asked_again_is_shut_once_it_was_answered_sent_and_reviewed(received: Houses) -> None:
    with received.at("SKHCN") as here:
        correcting.correct(here, received.authority_part, asking_more())
    sent_on_new(received, inputs={"late": "3"})
    with received.at("SKHCN") as here:
        appraising.give(here, received.authority_part, "X1", "n2.2", Opinion.ADJUST, points="5", reason="Chưa đủ hồ sơ")
    path = feedback_to(received)
    with received.at("X1") as here:
        improving.receive(here, path)  # type: ignore[arg-type]
    after = seen(received, received.parts["X1"])

    assert after.round == 2
    assert not after.asked_again
    assert after.open_nodes == {"n2.2"}


def test_going_back_brings_dropped_points_back_though_the_explanation_was_edited_since(filled: Houses) -> None:
    part = corrected(filled, mended("2.2", maximum=small_set().nodes[0].maximum))
    with filled.at("X1") as here:
        moving.carry_over(here, part, OnScoring.RECOMPUTE)
        assert assessing.view(here, part).response("n2.2").points is None
        assessing.answer(here, part, "2.2", explanation="Xem phụ lục kèm theo")
        moving.undo(here, part)
    after = seen(filled, part).response("n2.2")

    assert (after.points, after.explanation) == ("8.5", "Xem phụ lục kèm theo")


def test_going_back_does_not_bring_back_what_was_taken_away_since(filled: Houses) -> None:
    part = corrected(filled, asking_more())
    with filled.at("X1") as here:
        moving.carry_over(here, part)
        assessing.answer(here, part, "1.1", inputs={"online": ""})
        piece = assessing.view(here, part).evidence_of("n1.2")[0]
        evidencing.detach(here, piece.id, "n1.2")
        moving.undo(here, part)
    after = seen(filled, part)

    assert after.response("n1.1").inputs == {"total": "2000"}
    assert not after.evidence_of("n1.2")


def test_answers_to_a_new_criterion_stand_again_after_going_back_and_over_again(filled: Houses) -> None:
    part = corrected(filled, with_new_criterion())
    with filled.at("X1") as here:
        moving.carry_over(here, part)
        assessing.answer(here, part, "2.3", points="7", explanation="Tổ công nghệ số cộng đồng")
        paper = filled.folder / "Sáng kiến.pdf"
        paper.write_bytes(b"%PDF-1.7 sang kien")
        evidencing.attach(here, part, "2.3", [paper])
        moving.undo(here, part)
        assert "n2.3" not in assessing.view(here, part).kept
        moving.carry_over(here, part)
    after = seen(filled, part)

    assert (after.response("n2.3").points, after.response("n2.3").explanation) == ("7", "Tổ công nghệ số cộng đồng")
    assert [piece.name for piece in after.evidence_of("n2.3")] == ["Sáng kiến.pdf"]


def test_another_policy_on_evidence_leaves_points_typed_by_hand_alone(filled: Houses) -> None:
    part = corrected(filled, mended("2.2", evidence_required=False))
    with filled.at("X1") as here:
        report = moving.preview(here, part)
    assert [(node.change.reach, dict(node.dropped)) for node in report.move.nodes] == [(Correction.SCORING, {})]


def test_a_version_that_comes_back_brings_back_what_was_put_aside(filled: Houses) -> None:
    before = seen(filled, filled.parts["X1"])
    part = corrected(filled, without("2.2"))
    with filled.at("X1") as here:
        moving.carry_over(here, part)
    corrected(filled, small_set())
    with filled.at("X1") as here:
        moving.carry_over(here, part)
    after = seen(filled, part)

    assert after.framework.digest == before.framework.digest
    assert after.response("n2.2") == before.response("n2.2")
    assert [piece.name for piece in after.evidence_of("n2.2")] == ["Ảnh X1.pdf"]
