"""Files under another key than the accepted one: kept and loud, in nobody's place until a person settles it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.bundles.trust import Light
from app.domain.appraisal import Opinion
from app.errors import AppError
from app.operations.authority import appraising, collecting, publishing, registry, replying, ruling, settling
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.authority.settling import Check
from app.operations.commune import assessing, improving, submitting
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.storage import campaigns
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses


@dataclass
class Two:
    """What X1 sent, what somebody else sent in its name, and the keys of both."""

    houses: Houses
    own: Path
    strange: Path
    own_key: str
    strange_key: str

    @property
    def part(self) -> str:
        return self.houses.authority_part

    def take(self, here: Workspace, *paths: Path) -> list[str]:
        return [collecting.import_paths(here, self.part, [path]).files[0].outcome.value for path in paths]

    def row(self, here: Workspace) -> BoardRow:
        return collecting.board(here, self.part)[0]

    def accept(self, here: Workspace, key: str) -> None:
        trusting.accept_key(here, "X1", "agency", key, "điện thoại")

    def stands(self, here: Workspace) -> tuple[int | None, BoardState, Light | None, bool]:
        row = self.row(here)
        return row.revision_number, row.state, row.seal, bool(row.waiting)


OWN_COUNTS = (1, BoardState.OTHER_KEY, Light.VALID, True)


def key_of(houses: Houses) -> str:
    with houses.at("X1") as here:
        with here.session():
            part = campaigns.part(houses.parts["X1"])
        own = trusting.own_key(here, part)
        assert own is not None
        return own.spki


def stranger(houses: Houses, round_: int = 1, revision: int = 5) -> tuple[Path, str]:
    """Somebody with the campaign's file who writes as X1."""
    folder = houses.folder / "máy lạ"
    folder.mkdir()
    other = Houses(folder, houses.clock)
    other.campaign = houses.campaign
    other.fill_in("X1", online=2000)
    with other.at("X1") as here, here.transaction():
        campaigns.set_assessment(other.parts["X1"], round=round_, revision_number=revision - 1)
    return other.send("X1"), key_of(other)


@pytest.fixture
def two(filled: Houses) -> Two:
    own = filled.send("X1")
    strange, key = stranger(filled)
    return Two(filled, own, strange, key_of(filled), key)


@pytest.mark.parametrize("is_first", [True, False], ids=["own first", "strange first"])
@pytest.mark.parametrize("is_known", [True, False], ids=["accepted before", "accepted after"])
def test_it_waits_whatever_came_first_and_counts_once_its_key_is_accepted(
    two: Two, clock: Clock, is_first: bool, is_known: bool
) -> None:
    order = [two.own, two.strange] if is_first else [two.strange, two.own]
    with two.houses.at("SKHCN") as here:
        if is_known:
            two.accept(here, two.own_key)
        outcomes = two.take(here, *order)
        assert not is_known or outcomes[order.index(two.own)] == "received"
        assert not (is_known and is_first) or outcomes == ["received", "other_key"]
        clock.move(hours=1)
        two.accept(here, two.own_key)
        assert two.stands(here) == OWN_COUNTS
        assert (two.row(here).spki, two.row(here).has_other_key) == (two.strange_key, True)
        clock.move(hours=1)
        two.accept(here, two.strange_key)
        assert two.stands(here) == (5, BoardState.RECEIVED, Light.VALID, False)


def test_what_a_replaced_key_sealed_stands_when_the_new_one_turns_out_to_be_stolen(two: Two, clock: Clock) -> None:
    with two.houses.at("SKHCN") as here:
        two.accept(here, two.own_key)
        two.take(here, two.own)
        since = clock.now
        clock.move(hours=1)
        two.take(here, two.strange)
        clock.move(hours=1)
        two.accept(here, two.strange_key)
        trusting.close_key(here, "X1", "agency", "stolen", "Công an xã báo", since)
        assert two.stands(here) == OWN_COUNTS
        trusting.reopen_key(here, "X1", "agency", two.strange_key, "Báo nhầm")
        assert two.stands(here) == (5, BoardState.RECEIVED, Light.VALID, False)


def test_what_came_first_stands_after_the_accepted_key_ended_and_none_follows(two: Two, clock: Clock) -> None:
    with two.houses.at("SKHCN") as here:
        two.accept(here, two.own_key)
        two.take(here, two.own)
        clock.move(hours=1)
        trusting.close_key(here, "X1", "agency", "lost", "Xã báo mất máy")
        two.take(here, two.strange)
        assert two.stands(here) == OWN_COUNTS


def test_with_consent_it_counts_and_its_key_is_settled_before_publication_all_the_same(two: Two) -> None:
    with two.houses.at("SKHCN") as here:
        two.accept(here, two.own_key)
        two.take(here, two.own, two.strange)
        ruling.consent(here, two.part, two.row(here).waiting, "Xã xác nhận bằng công văn 12")
        assert two.stands(here) == (5, BoardState.OTHER_KEY, Light.UNKNOWN, False)
        refused_for_its_key(two, here)


def test_left_in_history_it_is_asked_of_no_more(two: Two) -> None:
    with two.houses.at("SKHCN") as here:
        two.accept(here, two.own_key)
        two.take(here, two.own, two.strange)
        refused_for_its_key(two, here)
        ruling.decline(here, two.part, two.row(here).waiting, "Xã nói không gửi")
        assert two.stands(here) == (1, BoardState.RECEIVED, Light.VALID, False)
        assert settling.readiness(here, two.part).open(Check.OTHER_KEYS) == 0
        assert publishing.publish(here, two.part, two.houses.out, SECRET).number == 1


def refused_for_its_key(two: Two, here: Workspace) -> None:
    """No reason stands for settling it, for a draft neither."""
    ready = settling.readiness(here, two.part)
    assert (ready.open(Check.OTHER_KEYS), ready.open(Check.KEYS), ready.is_ready) == (1, 0, False)
    for is_final in (True, False):
        with pytest.raises(AppError) as refused:
            publishing.publish(
                here, two.part, two.houses.out, SECRET, is_final=is_final, key_reason="có", signature_reason="có"
            )
        assert (refused.value.code, refused.value.details) == ("publication.other_keys", {"agencies": "Xã Hòa Bình"})


def test_it_is_no_fork_with_what_the_accepted_key_sealed(filled: Houses) -> None:
    own = filled.send("X1")
    strange, key = stranger(filled, revision=1)
    two = Two(filled, own, strange, key_of(filled), key)
    with filled.at("SKHCN") as here:
        two.accept(here, two.own_key)
        two.take(here, two.own, two.strange)
        assert two.stands(here) == OWN_COUNTS


def test_where_nothing_under_the_accepted_key_came_it_is_received_and_loud(two: Two) -> None:
    with two.houses.at("SKHCN") as here:
        two.accept(here, two.own_key)
        assert two.take(here, two.strange) == ["received"]
        assert two.stands(here) == (5, BoardState.OTHER_KEY, Light.UNKNOWN, False)
        refused_for_its_key(two, here)
        assert two.take(here, two.own) == ["received"]
        assert two.stands(here) == OWN_COUNTS


@pytest.mark.parametrize("is_first", [True, False], ids=["own first", "strange first"])
def test_the_same_content_sealed_again_by_another_takes_nothing_from_the_accepted_seal(
    filled: Houses, is_first: bool
) -> None:
    with filled.at("X1") as here:
        submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
    shutil.copytree(filled.folder / "X1", filled.folder / "bản sao")  # before a key was made: each makes its own
    files = []
    for house in ("X1", "bản sao"):
        (filled.folder / f"gói {house}").mkdir()
        with filled.at(house) as here:
            files.append(submitting.seal_and_export(here, filled.parts["X1"], filled.folder / f"gói {house}", SECRET))
    own, copy = (made.path for made in files)
    two = Two(filled, own, copy, key_of(filled), "")
    with filled.at("SKHCN") as here:
        two.accept(here, two.own_key)
        two.take(here, *([own, copy] if is_first else [copy, own]))
        assert two.stands(here) == (1, BoardState.RECEIVED, Light.VALID, False)


# Rounds ----------------------------------------------------------------------------------------------------------


def test_a_round_that_neither_the_campaign_nor_an_answer_opened_is_refused(filled: Houses) -> None:
    strange, _ = stranger(filled, round_=9)
    with filled.at("SKHCN") as here:
        (taken,) = collecting.import_paths(here, filled.authority_part, [strange]).files
        assert taken.error is not None
        assert taken.error.code == "bundle.no_such_round"
        assert taken.error.details == {"sender": "Xã Hòa Bình", "round": "9", "rounds": "2"}
        assert collecting.board(here, filled.authority_part)[0].state is BoardState.NOT_RECEIVED


def test_a_round_beyond_the_last_is_taken_once_an_answer_opened_it(received: Houses) -> None:
    part, mine = received.authority_part, received.parts["X1"]
    with received.at("SKHCN") as here:
        registry.accept(here, part, "X1", "điện thoại")
        replying.close_round(here, part)
        appraising.give(here, part, "X1", "1.1", Opinion.ASK_SUPPLEMENT, reason="Thiếu bảng kê")
        sent = replying.export_feedback(here, part, received.out, SECRET)
        answer = sent.files["X1"][0]
    with received.at("X1") as here:
        improving.receive(here, answer)
        assessing.answer(here, mine, "1.1", explanation="Đã bổ sung", is_complete=True)
    third = received.send("X1")
    with received.at("SKHCN") as here:
        (taken,) = collecting.import_paths(here, part, [third]).files
        assert taken.outcome.value == "received"
        assert collecting.board(here, part)[0].round == 3
