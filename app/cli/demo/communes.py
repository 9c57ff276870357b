"""What each commune of the demonstration does, on a computer of its own: nothing but files goes between them."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from app.operations import assessing, bundling, improving, parts, sample, submitting, trusting, workspace
from app.operations.sample import Cast, Member
from app.operations.workspace import Workspace

FILES, FILES_WHEN_SMALL = 300, 6
CONTENT = 1  # the member whose first submission raises no question
LATE = 10  # the member that sends after the last day
REPLACED = 4  # the member that sends twice before it
BUNDLES = ("1-campaign", "2-submissions", "2-submissions-late", "3-feedback", "4-submissions-round-2", "5-results")
_WORDS = "Xã đã rà soát, bổ sung bảng kê chi tiết và giải trình cách tính kèm theo."
_MENDED = "Sửa số liệu sau khi đối chiếu với Công an xã."

_cast = functools.cache(sample.cast)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demonstration plays, and what everybody has been sent: the campaign, and the code in the letter."""

    out: Path
    is_small: bool
    campaign_file: Path = Path()
    letter_code: str = ""

    @property
    def everybody(self) -> Cast:
        """Who plays."""
        return _cast(self.is_small)

    @property
    def files(self) -> int:
        """How many evidence files each member has in all."""
        return (FILES_WHEN_SMALL if self.is_small else FILES) // len(self.everybody.members)

    def bundles(self, name: str) -> Path:
        """One folder of bundles."""
        return self.out / "bundles" / name

    def papers(self, member: Member) -> Path:
        """Where a member's papers lie before they are attached."""
        return self.out / "papers" / member.agency.code

    @contextmanager
    def open(self, code: str, days_ago: Fraction) -> Iterator[Workspace]:
        """Somebody's data folder, some days ago."""
        opened = workspace.open_workspace(self.out / "data" / code, sample.clock_at(days_ago))
        try:
            yield opened
        finally:
            opened.close()

    def addressed_to(self, name: str, member: Member) -> Path:
        """The file in a folder that is for a member."""
        for path in sorted(self.bundles(name).iterdir()):
            claimed = bundling.inspect(path).envelope
            if claimed is not None and claimed.receiver is not None and claimed.receiver.code == member.agency.code:
                return path
        raise AssertionError(member.agency.code)


@dataclass(frozen=True, slots=True)
class Played:
    """What a commune tells: the check code of its key (by telephone), and how many files it attached."""

    agency: str
    check_code: str = ""
    files: int = 0


def first_round(stage: Stage, at: int) -> Played:
    """Takes up the campaign, answers, proves, and sends; one is late, another sends a replacement."""
    member = stage.everybody.members[at]
    code = member.agency.code
    with stage.open(code, Fraction(5) if at == LATE else Fraction(8)) as opened:
        part = sample.take_up(opened, stage.everybody, member, stage.campaign_file, stage.letter_code)
        kept = 0 if at == CONTENT else 1  # for the second round
        files = sample.answer_all(opened, part, stage.everybody, member, stage.papers(member), stage.files - kept)
        folder = stage.bundles("2-submissions-late" if at == LATE else "2-submissions")
        done = sample.send(opened, part, member, folder)
        if at == REPLACED:
            submitting.reopen(opened, part.id, _MENDED)
            done = sample.send(opened, part, member, folder)
        submitting.print_report(opened, part.id, stage.out / "reports" / f"{code}_TuDanhGia_Lan1.pdf")
        trusting.write_certificate(opened, part, stage.out / "trust" / f"{code}.pem")
        return Played(code, done.check_code, files)


def second_round(stage: Stage, at: int) -> Played:
    """Reads the opinions; where it is asked, it explains, adds a paper and sends again."""
    member = stage.everybody.members[at]
    code = member.agency.code
    with stage.open(code, Fraction(2)) as opened:
        part = parts.find(opened)
        brought = improving.receive(opened, stage.addressed_to("3-feedback", member))
        if not brought.open_nodes:
            return Played(code)
        seen = assessing.view(opened, part.id)
        contested = [place for place in seen.criteria if place.id in (seen.open_nodes or ())]
        with opened.transaction():
            for place in contested:
                assessing.answer(opened, part.id, place.id, explanation=_WORDS, is_complete=True)
            told = sample.supplement(stage.everybody, member, contested[0], 0)
            sample.attach(opened, part, contested[0], told, stage.papers(member), stage.is_small)
        sample.send(opened, part, member, stage.bundles("4-submissions-round-2"))
        return Played(code, files=1)


def read_result(stage: Stage, at: int) -> Played:
    """Takes in the published result."""
    member = stage.everybody.members[at]
    with stage.open(member.agency.code, Fraction(0)) as opened:
        improving.receive(opened, stage.addressed_to("5-results", member))
        return Played(member.agency.code)
