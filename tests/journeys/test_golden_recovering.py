"""A commune whose computer died under an earlier release takes its work up again from that release's own files."""

from pathlib import Path

import pytest

from app.domain.contents import figures_of
from app.operations.commune import assessing, recovering, submitting
from app.operations.commune.recovering import Lacks
from tests.journeys.golden import moment_of as moment
from tests.journeys.golden import opened, released

RELEASES = [released(name) for name in ("0.1", "0.2", "0.3", "0.4")]


@pytest.mark.parametrize("kept", RELEASES, ids=lambda path: path.name)
def test_the_work_comes_back_with_the_points_it_was_sent_with(kept: Path, tmp_path: Path) -> None:
    files = [kept / f"{kind}.thuocso" for kind in ("campaign", "submission", "feedback", "result")]
    with opened(tmp_path / "máy mới", moment(kept / "result.thuocso")) as here:
        alone = recovering.look(here, files[1:2])
        assert (Lacks.CAMPAIGN in alone.lacks) == (kept.name < "0.4")  # since then a submission carries it
        assert (alone.number, alone.round, alone.missing) == (1, 1, 0)
        back = recovering.recover(here, files)
        assert [error.code for error in back.refused] == ["feedback.not_ours"]  # the result is of the second round
        assert back.offer.lacks == (Lacks.KEY, Lacks.LATER)
        seen = assessing.view(here, back.part.id)
        (frozen,) = submitting.revisions(here, back.part.id)
        assert figures_of(seen.score) == submitting.figures(frozen)
        assert seen.feedback is not None
