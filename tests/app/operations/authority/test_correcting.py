"""A framework corrected inside a campaign: what was received on the earlier version is taken over or asked again."""

import dataclasses
from fractions import Fraction

import pytest

from app.domain.agency import Agency
from app.domain.appraisal import Opinion
from app.domain.codec import Amount
from app.domain.framework import Framework, Group, Input, Standing
from app.domain.revising import Correction
from app.errors import AppError
from app.operations.authority import appraising, campaigning, collecting, correcting, publishing, replying
from app.operations.authority.collecting import Outcome
from app.operations.commune import submitting
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import AGENCIES, small_set

F = Fraction


def mended(code: str, version: str = "2", /, **changes: object) -> Framework:
    """The small set with one criterion changed."""
    old = small_set()
    groups = []
    for group in old.nodes:
        assert isinstance(group, Group)
        nodes = tuple(dataclasses.replace(n, **changes) if n.code == code else n for n in group.nodes)  # type: ignore[arg-type]
        groups.append(dataclasses.replace(group, nodes=nodes))
    return dataclasses.replace(old, version=version, nodes=tuple(groups))


def lowered() -> Framework:
    """1.1 gives all points from 70 % on."""
    (group, _) = small_set().nodes
    rule = group.nodes[0].rule  # type: ignore[union-attr]
    bands = tuple(
        dataclasses.replace(band, **{side: Amount("70%") for side in ("at_least", "below") if getattr(band, side)})
        for band in rule.scale.bands
    )
    return mended("1.1", rule=dataclasses.replace(rule, scale=dataclasses.replace(rule.scale, bands=bands)))


def asking_more() -> Framework:
    """1.1 asks for one more figure."""
    (group, _) = small_set().nodes
    inputs = (*group.nodes[0].inputs, Input(key="late", label="Số hồ sơ trễ hạn"))  # type: ignore[union-attr]
    return mended("1.1", inputs=inputs)


def points(houses: Houses, code: str, node: str) -> Fraction | None:
    with houses.at("SKHCN") as here:
        return publishing.compute(here, houses.authority_part).scores[code].nodes[node].points


def totals(houses: Houses) -> dict[str, Fraction]:
    with houses.at("SKHCN") as here:
        return {row.agency.code: row.total or F(0) for row in collecting.board(here, houses.authority_part)}


def correct(houses: Houses, value: Framework) -> None:
    with houses.at("SKHCN") as here:
        correcting.correct(here, houses.authority_part, value)


def test_another_threshold_moves_the_points_of_what_was_received(received: Houses) -> None:
    before = totals(received)
    assert points(received, "X3", "n1.1") == F(749, 100)

    correct(received, lowered())

    assert points(received, "X3", "n1.1") == 10
    assert {code: total - before[code] for code, total in totals(received).items()} == {
        "X1": 0,
        "X2": 0,
        "X3": F(251, 100),
    }


def test_the_effect_is_told_before_anything_is_kept(received: Houses) -> None:
    before = totals(received)
    with received.at("SKHCN") as here:
        told = correcting.effect(here, received.authority_part, lowered())

    assert [(item.agency.code, item.after - item.before, item.to_answer) for item in told.moved] == [
        ("X3", F(251, 100), 0)
    ]
    assert told.received == 3
    assert told.comparison.count(Correction.SCORING) == 1
    assert totals(received) == before


def test_other_words_change_no_points_and_send_nothing_back(received: Houses) -> None:
    before = totals(received)
    with received.at("SKHCN") as here:
        told = correcting.effect(here, received.authority_part, mended("2.2", title="Chấm theo hồ sơ", guidance="Xem"))

    correct(received, mended("2.2", title="Chấm theo hồ sơ", guidance="Xem"))

    assert not told.moved
    assert totals(received) == before
    with received.at("SKHCN") as here:
        case = appraising.case(here, received.authority_part, "X1", "n2.2")
        assert case.place.node.title == "Chấm theo hồ sơ"
        assert case.response.points == "8.5"
        assert case.evidence


def test_other_inputs_send_that_criterion_alone_back(received: Houses) -> None:
    correct(received, asking_more())

    with received.at("SKHCN") as here:
        sent = replying.export_feedback(here, received.authority_part, received.out, SECRET, ["X1"])
        found = appraising.dossier(here, received.authority_part, "X1")
    assert found.to_answer == {"n1.1"}
    content = replying.feedback_of(found, found.counted)
    assert {node: told.is_open for node, told in content.nodes.items()} == {"n1.1": True}
    assert "sửa đổi" in content.nodes["n1.1"].reason
    assert set(sent.files) == {"X1"}


def test_a_submission_on_the_earlier_version_is_still_received(filled: Houses) -> None:
    path = filled.send("X1")
    correct(filled, lowered())

    with filled.at("SKHCN") as here:
        (taken,) = collecting.import_paths(here, filled.authority_part, [path]).files
        board = collecting.board(here, filled.authority_part)

    assert (taken.outcome, taken.differing) == (Outcome.RECEIVED, 0)
    assert taken.total == board[0].total
    assert points(filled, "X1", "n1.1") == 10


def test_both_results_are_at_hand_for_a_submission_on_the_earlier_version(received: Houses) -> None:
    correct(received, lowered())
    with received.at("SKHCN") as here:
        case = appraising.case(here, received.authority_part, "X3", "n1.1")

    assert (case.claimed, case.own.points) == (F(749, 100), 10)


def test_a_version_that_was_never_part_of_the_campaign_is_refused(filled: Houses) -> None:
    with filled.at("X1") as here:
        part = filled.parts["X1"]
        other = mended("1.1", "9", title="Lạ")
        from app.operations.authority.campaigning import keep_revision
        from app.storage import campaigns, frameworks

        with here.transaction():
            frameworks.add(other, here.now())
            reference = dataclasses.replace(
                campaigns.part(part).campaign.frameworks[0], version="9", digest=other.digest
            )
            keep_revision(campaigns.part(part).campaign, frameworks=(reference,))
            campaigns.set_assessment(part, framework=other.digest)
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        path = submitting.seal_and_export(here, part, filled.out, SECRET).path
    with filled.at("SKHCN") as here:
        (taken,) = collecting.import_paths(here, filled.authority_part, [path]).files

    assert taken.outcome is Outcome.REFUSED
    assert taken.error is not None
    assert taken.error.code == "framework.older_version"


def test_points_beyond_the_new_maximum_are_decided_again(received: Houses) -> None:
    with received.at("SKHCN") as here:
        appraising.give(here, received.authority_part, "X1", "n2.2", Opinion.ADJUST, points="9", reason="Đủ hồ sơ")
    assert points(received, "X1", "n2.2") == 9

    correct(received, mended("2.2", maximum=Amount("5")))

    with received.at("SKHCN") as here:
        found = appraising.dossier(here, received.authority_part, "X1")
    assert "n2.2" not in {item.node for item in found.opinions}
    assert found.to_answer == {"n2.2"}  # 8.5 points were typed by hand and cannot be computed anew


def test_the_campaign_is_a_new_revision_that_remembers_the_earlier_version(received: Houses) -> None:
    correct(received, lowered())
    with received.at("SKHCN") as here, here.session():
        from app.storage import campaigns

        own = campaigns.part(received.authority_part).campaign

    assert own.revision == 2
    assert [item.version for item in own.frameworks] == ["2"]
    assert [item.version for item in own.earlier] == ["1"]
    agency: Agency = AGENCIES[0]
    assert own.version_of(agency, small_set().digest) is not None


def test_the_same_version_and_a_skeleton_correct_nothing(received: Houses) -> None:
    for value, code in (
        (small_set(), "campaign.same_version"),
        (dataclasses.replace(lowered(), standing=Standing.SKELETON), "campaign.skeleton"),
    ):
        with received.at("SKHCN") as here, pytest.raises(AppError) as refused:
            correcting.correct(here, received.authority_part, value)
        assert refused.value.code == code
    with received.at("SKHCN") as here, pytest.raises(AppError) as refused:
        correcting.correct(here, received.authority_part, lowered(), "sở")
    assert refused.value.code == "campaign.no_framework"
    with received.at("SKHCN") as here:
        assert campaigning.sent_out(here, received.authority_part)[0].revision == 1
