"""A withdrawal or a reopening taken back: while nothing was changed and the authority has not acted."""

import pytest

from app.errors import AppError
from app.operations.authority import collecting, replying
from app.operations.commune import assessing, evidencing, improving, submitting
from app.operations.workspace import Workspace
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf
from tests.app.operations.trust.test_receipts import pin, receipt, states


def digest(here: Workspace, part: str) -> str | None:
    return submitting.revisions(here, part)[0].content_digest


def test_what_was_withdrawn_stands_again_and_goes_out_as_the_same(filled: Houses) -> None:
    filled.send("X1")
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        before = digest(here, part)
        submitting.withdraw(here, part, "Gửi nhầm")
        assert states(here, part) == ["withdrawn"]
        submitting.close_again(here, part)
        assert states(here, part) == ["exported"]
        assert assessing.view(here, part).state == "exported"
        again = submitting.seal_and_export(here, part, filled.out, SECRET)
        assert again.written.content_digest == before
        with pytest.raises(AppError, match=r"submission\.not_reopened"):
            submitting.close_again(here, part)


def test_what_was_only_frozen_is_frozen_again(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        submitting.reopen(here, part, "Xem lại")
        submitting.close_again(here, part)
        assert states(here, part) == ["frozen"]


@pytest.mark.parametrize("what", ["answer", "evidence"])
def test_a_change_stays_and_asks_for_a_new_revision(what: str, filled: Houses) -> None:
    filled.send("X1")
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        submitting.withdraw(here, part, "Sửa số liệu")
        if what == "answer":
            assessing.answer(here, part, "2.1", inputs={"lines": "12"})
        else:
            evidencing.attach(here, part, "2.2", [pdf(filled.folder, "Mới.pdf", "mới")])
        with pytest.raises(AppError, match=r"submission\.changed_since"):
            submitting.close_again(here, part)
        assert states(here, part) == ["withdrawn"]
        if what == "answer":  # put back as it was: nothing is changed any more
            assessing.answer(here, part, "2.1", inputs={"lines": "10"})
            submitting.close_again(here, part)


def test_a_receipt_that_came_meanwhile_acts_at_once(filled: Houses) -> None:
    path, part = filled.send("X1"), filled.parts["X1"]
    made = receipt(filled, path)
    with filled.at("X1") as here:
        submitting.withdraw(here, part, "Gửi nhầm")
        improving.receive(here, made)
        pin(here)
        assert states(here, part) == ["withdrawn"]
        submitting.close_again(here, part)
        assert states(here, part) == ["received"]


def test_once_the_authority_has_answered_there_is_no_way_back(filled: Houses) -> None:
    path, part = filled.send("X1"), filled.parts["X1"]
    with filled.at("SKHCN") as here:
        collecting.import_paths(here, filled.authority_part, [path])
        told = replying.return_submission(
            here, filled.authority_part, "X1", filled.out, SECRET, "Thiếu chữ ký lãnh đạo"
        ).files["X1"][0]
    with filled.at("X1") as here:
        improving.receive(here, told)
        with pytest.raises(AppError, match=r"submission\.not_reopened"):
            submitting.close_again(here, part)
