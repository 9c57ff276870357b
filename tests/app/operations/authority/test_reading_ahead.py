"""A drop whose next file is read while the one before it is recorded: nothing is mixed up, and nothing is left."""

from pathlib import Path

import pytest

from app.operations.authority import collecting
from app.operations.authority.collecting import Outcome
from app.operations.commune import evidencing
from app.progress import Cancelled, Progress
from app.storage import assessments, submissions
from tests.app.operations.houses import Houses
from tests.app.operations.sets import pdf


@pytest.fixture
def sent(houses: Houses) -> list[Path]:
    """Two communes' submissions that carry the same decision besides their own papers."""
    for code in ("X1", "X2"):
        houses.fill_in(code)
        with houses.at(code) as here:
            evidencing.attach(here, houses.parts[code], "1.1", [pdf(houses.folder, "Quyết định chung.pdf", "chung")])
        houses.send(code)
    return sorted(houses.out.glob("*.thuocso"))


def test_two_files_of_a_drop_may_carry_the_same_evidence(houses: Houses, sent: list[Path]) -> None:
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, [*sent, *sent])
        assert [item.outcome for item in drop.files] == [Outcome.RECEIVED] * 2 + [Outcome.ALREADY] * 2
        assert [item.path for item in drop.files] == [*sent, *sent]
        assert list(here.evidence.incoming.iterdir()) == []
        with here.session():
            for held in submissions.submissions(houses.authority_part):
                files = {piece.digest for piece in assessments.evidence(held.id) if piece.digest}
                assert len(files) == 3
                assert all(here.evidence.holds(digest) and not here.evidence.damaged(digest) for digest in files)


def test_files_of_other_kinds_in_between_are_told_in_their_place(houses: Houses, sent: list[Path]) -> None:
    letter = houses.out / "thư.txt"
    letter.write_text("Kính gửi", "utf-8")
    paths = [houses.campaign, sent[0], letter, houses.campaign, sent[1]]
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, paths)
    other, received = Outcome.OTHER_KIND, Outcome.RECEIVED
    assert [item.outcome for item in drop.files] == [other, received, Outcome.REFUSED, other, received]
    assert [item.path for item in drop.files] == paths


def test_what_was_read_ahead_is_gone_when_the_drop_is_cancelled(houses: Houses, sent: list[Path]) -> None:
    def stop(done: int, _: int) -> None:
        if done == 1:
            raise Cancelled

    with houses.at("SKHCN") as here:
        with pytest.raises(Cancelled):
            collecting.import_paths(here, houses.authority_part, sent, Progress(stop))
        assert list(here.evidence.incoming.iterdir()) == []
        with here.session():
            assert len(submissions.submissions(houses.authority_part)) == 1
        drop = collecting.import_paths(here, houses.authority_part, sent)
        assert [item.outcome for item in drop.files] == [Outcome.ALREADY, Outcome.RECEIVED]
