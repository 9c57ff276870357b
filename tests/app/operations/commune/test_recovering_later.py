"""Work that was brought back or sent, and a later file of the same commune: taken over if nothing was done since."""

from pathlib import Path

import pytest

from app.domain.appraisal import Opinion
from app.errors import AppError
from app.operations.authority import appraising, collecting, publishing, replying
from app.operations.commune import assessing, improving, recovering, submitting
from app.operations.keeping import checking, places
from app.operations.trust import receipts, trusting
from app.operations.workspace import Workspace
from tests.app.operations.commune.test_recovering import answers, lines
from tests.app.operations.houses import SECRET, Houses

NEW = "máy mới"


@pytest.fixture
def twice(filled: Houses) -> tuple[Houses, Path, Path]:
    """A house that sent revisions 1 and 2."""
    first = filled.send("X1")
    return filled, first, changed_and_sent(filled, "11")


def changed_and_sent(house: Houses, number: str) -> Path:
    with house.at("X1") as here:
        submitting.reopen(here, house.parts["X1"], "Sửa")
        assessing.answer(here, house.parts["X1"], "2.1", inputs={"lines": number})
    return house.send("X1")


def numbers(here: Workspace, part: str) -> list[int]:
    return [each.number for each in submitting.revisions(here, part)]


def test_a_later_revision_takes_the_place_of_what_stands_as_it_was_sent(twice: tuple[Houses, Path, Path]) -> None:
    house, first, second = twice
    with house.at("X1") as here:
        after = answers(here, house.parts["X1"])
    with house.at(NEW) as here:
        part = recovering.recover(here, [first]).part.id
        assert recovering.look(here, [second]).follows == 1
        assert lines(here, part) != "11"  # looking keeps nothing
        done = recovering.recover(here, [second])
        assert (done.part.id, done.offer.follows) == (part, 1)
        assert answers(here, part) == after
        assert numbers(here, part) == [2, 1]
        assert [each.state for each in submitting.revisions(here, part)] == [submitting.SENT, submitting.SENT]
        assert len(places.copies(here.folder)) == 1  # of how it stood before
        assert recovering.recover(here, [second]).offer.follows == 0
        submitting.reopen(here, part, "Sửa")
        assert submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch").revision.number == 3
    assert checking.doctor(house.folder / NEW).is_sound


@pytest.mark.parametrize("done", ["reopened", "answered", "frozen"])
def test_what_was_entered_since_is_never_overwritten(twice: tuple[Houses, Path, Path], done: str) -> None:
    house, first, second = twice
    with house.at(NEW) as here:
        part = recovering.recover(here, [first]).part.id
        submitting.reopen(here, part, "Sửa")
        if done == "reopened":  # and nothing else: it is as it was sent
            assert recovering.recover(here, [second]).offer.follows == 1
            assert lines(here, part) == "11"
            return
        assessing.answer(here, part, "2.1", inputs={"lines": "7"})
        if done == "frozen":
            submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        before = answers(here, part)
        with pytest.raises(AppError) as told:
            recovering.recover(here, [second])
        assert told.value.code == ("recover.two_versions" if done == "frozen" else "recover.exists")
        assert answers(here, part) == before
        assert places.copies(here.folder) == () or done == "frozen"


def test_an_earlier_file_is_told_as_such_and_another_of_the_same_number(twice: tuple[Houses, Path, Path]) -> None:
    house, first, second = twice
    with house.at(NEW) as here:
        part = recovering.recover(here, [second]).part.id
        with pytest.raises(AppError, match=r"recover\.older"):
            recovering.look(here, [first])
        assert numbers(here, part) == [2]
    with house.at("máy khác") as here:  # both went on from revision 1
        part = recovering.recover(here, [first]).part.id
        submitting.reopen(here, part, "Sửa")
        assessing.answer(here, part, "2.1", inputs={"lines": "9"})
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        submitting.seal_and_export(here, part, house.folder, "mật khẩu khác")
        with pytest.raises(AppError, match=r"recover\.two_versions"):
            recovering.look(here, [second])
    third = changed_and_sent(house, "12")
    with house.at("máy khác") as here:
        done = recovering.recover(here, [third])
        assert (done.offer.follows, lines(here, part), numbers(here, part)) == (2, "12", [3, 2, 1])


def test_feedback_and_result_join_what_is_here_and_touch_no_answer(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        receipt = receipts.export_receipts(here, part, received.out, SECRET, ["X1"]).files["X1"][0]
        published = publishing.publish(here, part, received.out, SECRET, key_reason="Đã đối chiếu tại cuộc họp")
        result = published.files["X1"][0]
    with received.at("X1") as here:
        before = answers(here, received.parts["X1"])
        seen = recovering.look(here, [result, receipt])
        assert (seen.number, seen.follows) == (0, 0)
        assert recovering.Lacks.ANSWERS not in seen.lacks
        done = recovering.recover(here, [result, receipt])
        assert done.refused == ()
        assert improving.result(here, done.part.id) is not None
        after = answers(here, done.part.id)
        assert (after["kept"], after["evidence"]) == (before["kept"], before["evidence"])


def test_a_later_file_of_an_earlier_round_does_not_set_the_round_back(received: Houses) -> None:
    house, part = received, received.authority_part
    with house.at("X1") as here:
        first = submitting.seal_and_export(here, house.parts["X1"], house.out, SECRET).path
    with house.at("SKHCN") as here:
        appraising.give(here, part, "X1", "1.2", Opinion.REJECT, reason="Kế hoạch chưa ban hành")
        told = replying.export_feedback(here, part, house.out, SECRET, ["X1"]).files["X1"][0]
    second = changed_and_sent(house, "11")
    with house.at(NEW) as here:
        own = recovering.recover(here, [first]).part.id
        improving.receive(here, told)
        assert assessing.view(here, own).round == 2
        recovering.recover(here, [second])
        seen = assessing.view(here, own)
        assert (seen.round, seen.is_draft, lines(here, own), numbers(here, own)) == (2, True, "11", [2, 1])


def test_a_receipt_that_came_before_its_submission_counts(twice: tuple[Houses, Path, Path]) -> None:
    house, first, second = twice
    with house.at("SKHCN") as here:
        collecting.import_paths(here, house.authority_part, [second])
        receipt = receipts.export_receipts(here, house.authority_part, house.out, SECRET, ["X1"]).files["X1"][0]
    with house.at(NEW) as here:
        part = recovering.recover(here, [first, receipt]).part.id
        trusting.accept_code(here, "SKHCN", trusting.seen_keys(here)[0].check_code, "công văn")
        assert recovering.recover(here, [second]).offer.follows == 1
        assert submitting.revisions(here, part)[0].state == submitting.RECEIVED
