"""Files between one commune and its authority in any order, doubled and lost: the same end, nothing lost, no mix-up."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.errors import AppError
from app.operations.authority import collecting, comparing, replying
from app.operations.commune import assessing, improving, submitting
from app.operations.trust import receipted, receipts, trusting
from app.operations.workspace import Workspace
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses

A, C = "X1", "SKHCN"


class Post(RuleBasedStateMachine):
    """Two data folders and a bag of files on their way; each step is what a person of one side may do."""

    start: Houses
    folder: Path
    runs = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).runs += 1
        self.clock = Clock()
        target = self.folder / f"lượt {self.runs}"
        self.houses = self.start.copied(target, self.clock)
        self.part = self.houses.parts[A]
        self.up: list[Path] = []  # on the way to the authority
        self.down: list[Path] = []  # … to the commune
        self.sent: set[str] = set()
        self.online = 1000

    @initialize()
    def pinned(self) -> None:
        with self.houses.at(A) as here:
            seen = next(key for key in trusting.seen_keys(here) if key.role == "authority")
            trusting.accept_key(here, seen.agency, seen.role, seen.spki, "công văn")

    def _mine(self, here: Workspace) -> Any:
        return assessing.view(here, self.part)

    @rule()
    def send(self) -> None:
        """The commune freezes what stands there, seals it and puts the file into the bag."""
        self.clock.move(minutes=1)
        with self.houses.at(A) as here:
            if not self._mine(here).is_draft:
                return
            self.online += 1
            assessing.answer(here, self.part, "1.1", inputs={"online": str(self.online)})
            submitting.freeze(here, self.part, "Nguyễn Văn An", "Chủ tịch")
            done = submitting.seal_and_export(here, self.part, self.houses.out, SECRET)
        kept = self.houses.folder / f"đi {len(self.up)} {done.path.name}"
        shutil.copy(done.path, kept)
        self.sent.add(done.written.content_digest)
        self.up.append(kept)

    @rule()
    def take_back(self) -> None:
        """Withdrawn while no receipt is in, replaced after."""
        self.clock.move(minutes=1)
        with self.houses.at(A) as here:
            if not self._mine(here).is_draft:
                submitting.reopen(here, self.part, "Sửa số liệu")

    @precondition(lambda self: self.up)
    @rule(data=st.data())
    def deliver_up(self, data: st.DataObject) -> None:
        """Some files of the bag arrive, in any order, some of them twice; those not chosen stay or are lost."""
        chosen = data.draw(st.lists(st.sampled_from(self.up), min_size=1, max_size=3))
        with self.houses.at(C) as here:
            taken = collecting.import_paths(here, self.houses.authority_part, chosen)
        assert not taken.count(collecting.Outcome.REFUSED)

    @rule(is_return=st.booleans())
    def answer(self, is_return: bool) -> None:
        """The authority makes a receipt, or returns what counts."""
        self.clock.move(minutes=1)
        with self.houses.at(C) as here:
            folder = self.houses.folder / f"về {len(self.down)}"
            folder.mkdir(exist_ok=True)
            try:
                if is_return:
                    made = replying.return_submission(here, self.houses.authority_part, A, folder, SECRET, "Thiếu")
                else:
                    made = receipts.export_receipts(here, self.houses.authority_part, folder, SECRET, [A])
            except AppError as error:
                if error.code != "submission.not_received":
                    raise
                return
        self.down.append(made.files[A][0])

    @precondition(lambda self: self.down)
    @rule(data=st.data())
    def deliver_down(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.down), min_size=1, max_size=3))
        with self.houses.at(A) as here:
            for path in chosen:
                improving.receive(here, path)

    @invariant()
    def one_counts_and_nothing_is_lost(self) -> None:
        with self.houses.at(C) as here:
            known = comparing.versions(here, self.houses.authority_part, A)
        assert sum(item.state in ("current", "returned") for item in known) <= 1
        numbers = [item.revision_number for item in known]
        assert len(set(numbers)) == len(numbers)
        counted = [item for item in known if item.state != "history"]
        assert all(item.revision_number == max(numbers) for item in counted)

    @invariant()
    def only_what_a_receipt_names_is_received(self) -> None:
        with self.houses.at(A) as here:
            told = {each.item.content_digest: each for each in receipted.of(here, self.part)}
            revisions = submitting.revisions(here, self.part)
        assert set(told) <= self.sent
        for item in revisions:
            if item.state == "received":
                assert told[item.content_digest or ""].acts
            if item.content_digest in told:
                assert item.state in ("received", "withdrawn", "returned")

    def teardown(self) -> None:
        """Everything ever sent arrives on fresh copies in two orders: the end is the same."""
        with self.houses.at(C) as here:
            before = {x.revision_number: x.state for x in comparing.versions(here, self.houses.authority_part, A)}
            if self.up:
                collecting.import_paths(here, self.houses.authority_part, self.up)
            after = {x.revision_number: x.state for x in comparing.versions(here, self.houses.authority_part, A)}
        assert before.keys() <= after.keys()
        assert len(after) == len(self.up)
        ends = []
        for order in (self.down, self.down[::-1]):
            clock = Clock()
            target = self.houses.folder.parent / f"{self.houses.folder.name} cuối {len(ends)}"
            twin = self.houses.copied(target, clock)
            with twin.at(A) as here:
                for path in (*order, *order):
                    improving.receive(here, path)
                seen = self._mine(here)
                ends.append((seen.state, seen.round, [x.state for x in submitting.revisions(here, self.part)]))
            shutil.rmtree(target)
        assert ends[0] == ends[1]
        shutil.rmtree(self.houses.folder)


@pytest.fixture
def post(houses_with_one: Houses, tmp_path: Path) -> type[Post]:
    Post.start, Post.folder = houses_with_one, tmp_path
    return Post


@pytest.mark.parametrize("examples", [3, pytest.param(60, marks=pytest.mark.slow)])
def test_files_in_any_order_lead_to_one_end(post: type[Post], examples: int) -> None:
    run_state_machine_as_test(
        post,
        settings=settings(
            max_examples=examples,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
