"""What an authority says twice, or takes back, comes in any order: its last word holds, and nothing acts too late."""

import itertools
from pathlib import Path

import pytest

from app.domain.appraisal import Opinion
from app.operations.authority import appraising, collecting, replying, ruling
from app.operations.commune import assessing, improving, submitting
from tests.app.operations.houses import SECRET, Houses


@pytest.fixture
def said(filled: Houses, clock) -> Houses:
    """Of revision 1: returned, the return taken back, feedback that asks for 1.2, feedback that asks for nothing."""
    filled.send("X1")
    part = filled.authority_part
    filled.files = {}  # type: ignore[attr-defined]
    with filled.at("SKHCN") as here:
        collecting.import_paths(here, part, [filled.out])

        def keep(name: str, path: Path) -> None:
            filled.files[name] = path.rename(filled.folder / f"{name}.thuocso")
            clock.move(hours=1)

        made = replying.return_submission(here, part, "X1", filled.out, SECRET, "Thiếu chữ ký")
        keep("return", made.files["X1"][0])
        ruling.keep(here, part, collecting.board(here, part)[0].submission, "Đã có bản giấy")
        appraising.give(here, part, "X1", "1.2", Opinion.REJECT, reason="Kế hoạch chưa ban hành")
        keep("asks", replying.export_feedback(here, part, filled.out, SECRET).files["X1"][0])
        appraising.give(here, part, "X1", "1.2", Opinion.AGREE)
        keep("agrees", replying.export_feedback(here, part, filled.out, SECRET).files["X1"][0])
    return filled


def end(house: Houses, folder: Path, clock, names: tuple[str, ...]) -> tuple[object, ...]:
    twin = house.copied(folder, clock)
    with twin.at("X1") as here:
        for name in names:
            improving.receive(here, house.files[name])
        seen = assessing.view(here, house.parts["X1"])
        states = [item.state for item in submitting.revisions(here, house.parts["X1"])]
        return seen.state, seen.round, states, sorted(seen.feedback.nodes if seen.feedback else ())


def test_the_last_word_holds_whatever_order_the_files_come_in(said: Houses, tmp_path: Path, clock) -> None:
    for names, expected in (
        (("return", "asks"), ("draft", 2, ["received"])),
        (("return", "agrees"), ("received", 1, ["received"])),
        (("asks", "agrees"), ("received", 1, ["received"])),
        (("return", "asks", "agrees"), ("received", 1, ["received"])),
    ):
        found = []
        for number, order in enumerate(itertools.permutations(names)):
            found.append(end(said, tmp_path / f"{len(names)}{names[0]}{names[-1]}{number}", clock, order))
        assert found[0][:3] == expected
        assert all(each == found[0] for each in found), names


def test_feedback_that_comes_after_the_next_round_was_sent_changes_nothing(said: Houses) -> None:
    part = said.parts["X1"]
    with said.at("X1") as here:
        improving.receive(here, said.files["asks"])
        assessing.answer(here, part, "1.2", explanation="Đã ban hành ngày 05/08/2026", is_complete=True)
    said.send("X1")
    with said.at("X1") as here:
        for name in ("agrees", "return"):
            improving.receive(here, said.files[name])
        seen = assessing.view(here, part)
        assert (seen.state, seen.round) == ("exported", 2)
        assert [item.state for item in submitting.revisions(here, part)] == ["exported", "received"]
