"""What each commune of the demonstration does, on a computer of its own: nothing but files goes between them."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from app.cli.demo import signatures
from app.operations import bundling, folders, parts, sample
from app.operations.commune import assessing, improving, parts_sending, submitting
from app.operations.parts import Part
from app.operations.sample import PASSPHRASE, Cast, Member
from app.operations.trust import registering, reported, signing, trusting
from app.operations.workspace import Workspace
from app.reports import names

FILES, FILES_WHEN_SMALL = 300, 6
SIGNED = 0  # the member whose leader signs the report with the key in a file
CONTENT = 1  # the member whose submission raises no question
RETURNED = 1  # the member whose submission is sent back to be completed
ENCRYPTED = 1  # the member that sends for the authority's eyes only
IN_PARTS = 2  # the member that sends its figures first and its evidence behind them
LATE = 10  # the member that sends after the last day
REPLACED = 4  # the member that sends twice before it
BUNDLES = (
    "1-campaign",
    "1-registrations",
    "2-submissions",
    "2-returns",
    "2-submissions-again",
    "2-submissions-late",
    "2-receipts",
    "3-feedback",
    "4-submissions-round-2",
    "5-results",
)
_WORDS = "Xã đã rà soát, bổ sung bảng kê chi tiết và giải trình cách tính kèm theo."
_COMPLETED = "Bổ sung bảng kê theo yêu cầu khi trả lại hồ sơ."
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

    def key_of(self, member: Member) -> Path:
        """The file with the key of a member's leader."""
        return self.out / "keys" / f"{member.agency.code}-leader.p12"

    @contextmanager
    def open(self, code: str, days_ago: Fraction) -> Iterator[Workspace]:
        """Somebody's data folder, some days ago."""
        opened = folders.open_workspace(self.out / "data" / code, sample.clock_at(days_ago))
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
    """What a commune tells: the check code of its key (in its official letter), and how many files it attached.

    `subject`: whose certificate its leader signs with, as told in that letter; "" where nobody signs.
    """

    agency: str
    check_code: str = ""
    files: int = 0
    subject: str = ""


def register(stage: Stage, at: int) -> Played:
    """Takes up the campaign, accepts the authority's key by the letter's code, and makes itself known."""
    member = stage.everybody.members[at]
    with stage.open(member.agency.code, Fraction(11)) as opened:
        part = sample.take_up(opened, stage.everybody, member, stage.campaign_file, stage.letter_code)
        folder = stage.bundles("1-registrations")
        done = registering.make(opened, part.id, folder, PASSPHRASE, reported.own_contact(opened, part.id))
        trusting.write_certificate(opened, part, stage.out / "trust" / f"{member.agency.code}.pem")
        subject = _key_of_leader(stage, opened, member) if at == SIGNED else ""
    return Played(member.agency.code, done.check_code, subject=subject)


def _key_of_leader(stage: Stage, opened: Workspace, member: Member) -> str:
    named = (member.leader, names.office(member.agency.name))
    return signatures.hand_out(*named, opened.clock(), stage.key_of(member), stage.out / "trust", PASSPHRASE).subject


def first_round(stage: Stage, at: int) -> Played:
    """Answers, proves, and sends; one is late, another sends a replacement."""
    member = stage.everybody.members[at]
    code = member.agency.code
    with stage.open(code, Fraction(5) if at == LATE else Fraction(8)) as opened:
        part = parts.find(opened)
        kept = 0 if at == CONTENT else 1  # for the second round
        files = sample.answer_all(opened, part, stage.everybody, member, stage.papers(member), stage.files - kept)
        folder = stage.bundles("2-submissions-late" if at == LATE else "2-submissions")
        _send(stage, opened, part, at, folder)
        if at == REPLACED:
            submitting.reopen(opened, part.id, _MENDED)
            _send(stage, opened, part, at, folder)
        submitting.print_report(opened, part.id, stage.out / "reports" / f"{code}_TuDanhGia_Lan1.pdf")
        return Played(code, files=files)


def _send(stage: Stage, opened: Workspace, part: Part, at: int, folder: Path) -> None:
    """The leader confirms, here and there with a signature; the file goes out whole, in parts, or under a cover."""
    member = stage.everybody.members[at]
    submitting.freeze(opened, part.id, member.leader, sample.title_of_leader(member))
    if at == SIGNED:
        signing.sign_with_file(opened, part.id, signing.LEADER, stage.key_of(member), PASSPHRASE)
    if at == IN_PARTS:
        parts_sending.export(opened, part.id, folder, PASSPHRASE, parts_sending.SMALLEST)
    else:
        submitting.seal_and_export(opened, part.id, folder, PASSPHRASE, is_encrypted=at == ENCRYPTED)
    submitting.mark_sent(opened, part.id)


def complete(stage: Stage, at: int) -> Played:
    """What was sent back is completed and sent again."""
    member = stage.everybody.members[at]
    with stage.open(member.agency.code, Fraction(27, 4)) as opened:
        part = parts.find(opened)
        improving.receive(opened, stage.addressed_to("2-returns", member))
        place = assessing.view(opened, part.id).criteria[0]
        assessing.answer(opened, part.id, place.id, explanation=_COMPLETED, is_complete=True)
        _send(stage, opened, part, at, stage.bundles("2-submissions-again"))
    return Played(member.agency.code)


def second_round(stage: Stage, at: int) -> Played:
    """Takes in receipt and opinions; where it is asked, it explains, adds a paper and sends again."""
    member = stage.everybody.members[at]
    code = member.agency.code
    with stage.open(code, Fraction(2)) as opened:
        part = parts.find(opened)
        improving.receive(opened, stage.addressed_to("2-receipts", member))
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
