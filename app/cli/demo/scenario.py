"""The demonstration: an authority and its communes, two rounds through bundles on disk, a ranking, a publication.

Clocks run behind this computer's, so that deadlines fall as they would: twelve days ago the campaign goes out, one
commune is late in round 1, and the result is published today.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from app.domain.agency import Contact
from app.domain.appraisal import Opinion
from app.operations import (
    appraising,
    assessing,
    campaigning,
    collecting,
    improving,
    parts,
    publishing,
    sample,
    submitting,
    trusting,
    workspace,
)
from app.operations.sample import PASSPHRASE, Cast, Member
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress

FILES = 300
LAST_DAYS = (-6, -1)  # from today
LATE = 10  # the member that sends after the last day
REPLACED = 4  # the member that sends twice before it
CONTENT = 1  # the member whose first submission raises no question
SECOND_ASSESSOR = Contact(name="Nguyễn Đình Khoa", title="Thành viên Tổ giúp việc")


@dataclass(slots=True)
class Made:
    """What the demonstration left behind."""

    out: Path
    agencies: int = 0
    evidence_files: int = 0
    ranking_pdf: Path = Path()
    ranking_xlsx: Path = Path()
    codes: dict[str, str] = field(default_factory=dict)


def play(out: Path, is_small: bool = False, progress: Progress = SILENT) -> Made:
    """Plays everything into `out`; raises what the operations raise."""
    return _Story(out, sample.cast(is_small), progress).play()


class _Story:
    def __init__(self, out: Path, everybody: Cast, progress: Progress) -> None:
        self._out = out
        self._all = everybody
        self._progress = progress
        self._made = Made(out, len(everybody.members))
        self._done = 0
        self._steps = 3 * len(everybody.members) + 4
        self._campaign_file = Path()
        self._letter_code = ""
        self._files = 2 if everybody.is_small else FILES // len(everybody.members)

    def play(self) -> Made:
        """All of it, in order."""
        for folder in ("trust", "reports"):
            (self._out / folder).mkdir(parents=True, exist_ok=True)
        self._send_campaign()
        for member in self._all.members:
            self._step(self._first_round, member)
        self._review()
        for member in self._all.members:
            self._step(self._second_round, member)
        self._publish()
        for member in self._all.members:
            self._step(self._read_result, member)
        self._progress.step(self._steps, self._steps)
        return self._made

    def _step(self, act: Callable[[Member], None], member: Member) -> None:
        act(member)
        self._done += 1
        self._progress.step(self._done, self._steps)

    def _bundles(self, name: str) -> Path:
        folder = self._out / "bundles" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @contextmanager
    def _open(self, code: str, days_ago: Fraction) -> Iterator[Workspace]:
        opened = workspace.open_workspace(self._out / "data" / code, sample.clock_at(days_ago))
        try:
            yield opened
        finally:
            opened.close()

    # The campaign goes out ---------------------------------------------------------------------------------------

    def _send_campaign(self) -> None:
        code = self._all.authority.code
        with self._open(code, Fraction(12)) as opened:
            part = sample.begin_campaign(opened, self._all, LAST_DAYS)
            self._campaign_file = self._bundles("1-campaign") / campaigning.suggested_name(part)
            campaigning.export_campaign(opened, part.id, self._campaign_file, PASSPHRASE)
            key = trusting.write_certificate(opened, part, self._out / "trust" / f"{code}.pem")
            self._letter_code = key.check_code

    def _first_round(self, member: Member) -> None:
        """One commune takes up the campaign, answers, proves, and sends."""
        at = self._all.members.index(member)
        code = member.agency.code
        with self._open(code, Fraction(5) if at == LATE else Fraction(8)) as opened:
            part = sample.take_up(opened, self._all, member, self._campaign_file, self._letter_code)
            papers = self._out / "papers" / code
            kept = 1 if self._all.is_small or at == CONTENT else 2  # for the second round
            files = self._files - (0 if at == CONTENT else kept)
            self._made.evidence_files += sample.answer_all(opened, part, self._all, member, papers, files)
            folder = self._bundles("2-submissions-late" if at == LATE else "2-submissions")
            done = sample.send(opened, part, member, folder)
            if at == REPLACED:
                submitting.reopen(opened, part.id, "Sửa số liệu sau khi đối chiếu với Công an xã.")
                done = sample.send(opened, part, member, folder)
            self._made.codes[code] = done.check_code
            submitting.print_report(opened, part.id, self._out / "reports" / f"{code}_TuDanhGia_Lan1.pdf")
            trusting.write_certificate(opened, part, self._out / "trust" / f"{code}.pem")

    # The authority ------------------------------------------------------------------------------------------------

    def _review(self) -> None:
        """Takes in what came in time, then what came late; compares codes, gives opinions, sends them back."""
        code = self._all.authority.code
        with self._open(code, Fraction(7)) as opened:
            collecting.import_paths(opened, parts.find(opened).id, [self._bundles("2-submissions")])
        with self._open(code, Fraction(4)) as opened:
            part = parts.find(opened)
            if len(self._all.members) > LATE:
                collecting.import_paths(opened, part.id, [self._bundles("2-submissions-late")])
            for agency, told in self._made.codes.items():
                trusting.accept_code(opened, agency, told, sample.BY_TELEPHONE)
            for at, member in enumerate(self._all.members):
                if at == CONTENT:
                    appraising.agree_with(opened, part.id, member.agency.code)
                else:
                    sample.appraise(opened, part, member)
            appraising.export_feedback(opened, part.id, self._bundles("3-feedback"), PASSPHRASE)
            appraising.close_round(opened, part.id)
        self._done += 2

    def _second_round(self, member: Member) -> None:
        """One commune reads the opinions; where it is asked, it explains, adds papers and sends again."""
        feedback = self._file_for("3-feedback", member)
        with self._open(member.agency.code, Fraction(2)) as opened:
            part = parts.find(opened)
            brought = improving.receive(opened, feedback)
            if not brought.open_nodes:
                return
            seen = assessing.view(opened, part.id)
            left = self._files - self._attached(seen)
            papers = self._out / "papers" / member.agency.code
            with opened.transaction():
                for at, place in enumerate(place for place in seen.criteria if place.id in (seen.open_nodes or ())):
                    words = "Xã đã rà soát, bổ sung bảng kê chi tiết và giải trình cách tính kèm theo."
                    assessing.answer(opened, part.id, place.id, explanation=words, is_complete=True)
                    if at < left:
                        told = sample.supplement(self._all, member, place, at)
                        sample.attach(opened, part, place, told, papers, self._all.is_small)
                        self._made.evidence_files += 1
            sample.send(opened, part, member, self._bundles("4-submissions-round-2"))

    @staticmethod
    def _attached(seen: assessing.View) -> int:
        return sum(1 for piece in seen.evidence if piece.digest)

    def _publish(self) -> None:
        """The second round comes in; assessors agree or differ, the council settles, the result is published."""
        code = self._all.authority.code
        with self._open(code, Fraction(1)) as opened:
            part = parts.find(opened)
            collecting.import_paths(opened, part.id, [self._bundles("4-submissions-round-2")])
            for member in self._all.members:
                appraising.agree_with(opened, part.id, member.agency.code)
            self._differ(opened, part)
        with self._open(code, Fraction(0)) as opened:
            part = parts.find(opened)
            sample.conclude_open(opened, part, publishing.compute(opened, part.id).waiting)
            for table in publishing.compute(opened, part.id).tables:
                for tie in table.ties:
                    publishing.settle_tie(
                        opened, part.id, table.code, tie, "Hội đồng xét điểm nhóm Chính quyền số trước."
                    )
            done = publishing.publish(opened, part.id, self._bundles("5-results"), PASSPHRASE)
            self._made.ranking_pdf = done.ranking_pdf.replace(self._out / "reports" / done.ranking_pdf.name)
            self._made.ranking_xlsx = done.ranking_xlsx.replace(self._out / "reports" / done.ranking_xlsx.name)
        self._done += 2

    def _differ(self, opened: Workspace, part: campaigning.Part) -> None:
        """A second assessor sees one criterion otherwise: the council will have to settle it."""
        agency = self._all.members[-1].agency.code
        item = appraising.dossier(opened, part.id, agency)
        place = next(place for place in item.nodes if place.maximum > 0)
        sample.sit_down(opened, SECOND_ASSESSOR)
        reason = "Biên bản làm việc ngày kiểm tra ghi khác số liệu trong hồ sơ."
        appraising.give(opened, part.id, agency, place.id, Opinion.ADJUST, points="0,5", reason=reason)
        sample.sit_down(opened, self._all.authority.contact)

    def _read_result(self, member: Member) -> None:
        with self._open(member.agency.code, Fraction(0)) as opened:
            improving.receive(opened, self._file_for("5-results", member))

    def _file_for(self, folder: str, member: Member) -> Path:
        """The file in a folder that is addressed to a member."""
        from app.operations import bundling

        for path in sorted(self._bundles(folder).glob("*.thuocso")):
            claimed = bundling.inspect(path).envelope
            if claimed is not None and claimed.receiver is not None and claimed.receiver.code == member.agency.code:
                return path
        raise AssertionError(member.agency.code)
