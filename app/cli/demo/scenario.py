"""The demonstration: an authority and its communes, two rounds through bundles on disk, a ranking, a publication.

Clocks run behind this computer's, so that deadlines fall as they would: twelve days ago the campaign goes out, one
commune is late in round 1, and the result is published today.
"""

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from app.cli.demo import signatures
from app.cli.demo.communes import (
    BUNDLES,
    CONTENT,
    LATE,
    RETURNED,
    Played,
    Stage,
    complete,
    first_round,
    read_result,
    register,
    second_round,
)
from app.domain.agency import Contact
from app.domain.appraisal import Opinion
from app.operations import inspecting, parts, sample
from app.operations.authority import appraising, campaigning, collecting, publishing, registry, replying
from app.operations.parts import Part
from app.operations.sample import PASSPHRASE
from app.operations.trust import certifying, receipts, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.reports import names

LAST_DAYS = (-6, -1)  # from today
SECOND_ASSESSOR = Contact(name="Nguyễn Đình Khoa", title="Thành viên Tổ giúp việc")
LETTER = "Công văn của {office} báo mã đối chiếu"
RETURN = "Hồ sơ thiếu bảng kê kèm theo, đề nghị hoàn thiện rồi gửi lại."
_TIE = "Hội đồng xét điểm nhóm Chính quyền số trước."


@dataclass(frozen=True, slots=True)
class Made:
    """What the demonstration left behind."""

    agencies: int
    evidence_files: int
    ranking_pdf: Path
    ranking_xlsx: Path
    registered: int
    receipts: int
    returned: int
    journal: Path


def play(out: Path, is_small: bool = False, progress: Progress = SILENT) -> Made:
    """Plays everything; `out`, empty or not there yet, appears when all is done. Raises what the operations raise."""
    passing = out.with_name(f".{out.name}.part")
    try:
        made = _Story(Stage(passing, is_small), progress).play()
        if out.exists():
            out.rmdir()
        passing.rename(out)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    reports = out / "reports"
    told = {name: reports / getattr(made, name).name for name in ("ranking_pdf", "ranking_xlsx", "journal")}
    return replace(made, **told)


class _Story:
    def __init__(self, stage: Stage, progress: Progress) -> None:
        self._stage = stage
        self._all = stage.everybody
        self._progress = progress
        self._done = 0
        self._steps = 4 * len(self._all.members) + 6

    def play(self) -> Made:
        """All of it, in order."""
        for folder in ("trust", "reports", *(f"bundles/{name}" for name in BUNDLES)):
            (self._stage.out / folder).mkdir(parents=True, exist_ok=True)
        self._send_campaign()
        registered = self._everybody(register)
        self._believe(registered)
        first = self._everybody(first_round)
        returned, receipted = self._collect(), self._review()
        second = self._everybody(second_round)
        pdf, xlsx, journal = self._publish()
        self._everybody(read_result)
        return Made(
            agencies=len(self._all.members),
            evidence_files=sum(played.files for played in (*first, *second)),
            ranking_pdf=pdf,
            ranking_xlsx=xlsx,
            registered=len(registered),
            receipts=receipted,
            returned=returned,
            journal=journal,
        )

    def _everybody(self, act: Callable[[Stage, int], Played]) -> list[Played]:
        """Every commune does its part. They sit at computers of their own: two of them work at a time."""
        played = []
        for one in self._acted(act, range(len(self._all.members))):
            played.append(one)
            self._step()
        return played

    def _acted(self, act: Callable[[Stage, int], Played], members: Iterable[int]) -> Iterator[Played]:
        """In other processes, because one has one data folder open; a frozen program has no second way in."""
        if self._stage.is_small or getattr(sys, "frozen", False) or (os.cpu_count() or 1) < 2:
            yield from (act(self._stage, at) for at in members)
            return
        alone = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(2, alone, signal.signal, (signal.SIGINT, signal.SIG_IGN))  # Ctrl-C is for us to take
        try:
            yield from (waited.result() for waited in [pool.submit(act, self._stage, at) for at in members])
        finally:
            pool.shutdown(cancel_futures=True)

    def _step(self) -> None:
        self._done += 1
        self._progress.step(self._done, self._steps)

    @contextmanager
    def _at_work(self, days_ago: Fraction) -> Iterator[tuple[Workspace, Part]]:
        """The authority's folder, with its part."""
        with self._stage.open(self._all.authority.code, days_ago) as opened:
            yield opened, parts.find(opened)

    def _send_campaign(self) -> None:
        code = self._all.authority.code
        with self._stage.open(code, Fraction(12)) as opened:
            part = sample.begin_campaign(opened, self._all, LAST_DAYS)
            target = self._stage.bundles("1-campaign") / campaigning.suggested_name(part)
            campaigning.export_campaign(opened, part.id, target, PASSPHRASE)
            key = trusting.write_certificate(opened, part, self._stage.out / "trust" / f"{code}.pem")
        self._stage = replace(self._stage, campaign_file=target, letter_code=key.check_code)
        self._step()

    def _believe(self, registered: list[Played]) -> None:
        """Takes the registrations in, accepts keys by the codes of official letters, and whoever signs for whom."""
        trust = self._stage.out / "trust"
        with self._at_work(Fraction(10)) as (opened, part):
            collecting.import_paths(opened, part.id, [self._stage.bundles("1-registrations")])
            offices = {member.agency.code: names.office(member.agency.name) for member in self._all.members}
            letters = {code: LETTER.format(office=office) for code, office in offices.items()}
            entries = [
                registry.Entry(played.agency, check_code=played.check_code, source=letters[played.agency])
                for played in registered
            ]
            registry.set_entries(opened, part.id, entries)
            registry.accept_matching(opened, part.id)
            certifying.load(opened, [trust / signatures.CERTIFICATE, trust / signatures.REVOKED])
            for played in registered:
                if played.subject:
                    how = letters[played.agency]
                    certifying.accept_signer(opened, played.agency, certifying.PeopleRole.LEADER, played.subject, how)
        self._step()

    def _collect(self) -> int:
        """Takes in what came in time and sends one submission back, which comes again; gives how many were."""
        member = self._all.members[RETURNED]
        with self._at_work(Fraction(7)) as (opened, part):
            self._take_in(opened, part, "2-submissions")
            folder = self._stage.bundles("2-returns")
            sent = replying.return_submission(opened, part.id, member.agency.code, folder, PASSPHRASE, RETURN)
        complete(self._stage, RETURNED)
        with self._at_work(Fraction(13, 2)) as (opened, part):
            self._take_in(opened, part, "2-submissions-again")
        self._step()
        return len(sent.files)

    def _take_in(self, opened: Workspace, part: Part, name: str) -> None:
        collecting.import_paths(opened, part.id, [self._stage.bundles(name)], passphrase=PASSPHRASE)

    def _review(self) -> int:
        """Takes in what came late, gives a receipt to all, then opinions, and sends them back."""
        with self._at_work(Fraction(4)) as (opened, part):
            if len(self._all.members) > LATE:
                self._take_in(opened, part, "2-submissions-late")
            made = receipts.export_receipts(opened, part.id, self._stage.bundles("2-receipts"), PASSPHRASE)
            for at, member in enumerate(self._all.members):
                if at == CONTENT:
                    appraising.agree_with(opened, part.id, member.agency.code)
                else:
                    sample.appraise(opened, part, member)
            replying.export_feedback(opened, part.id, self._stage.bundles("3-feedback"), PASSPHRASE)
            replying.close_round(opened, part.id)
        self._step()
        return len(made.files)

    def _publish(self) -> tuple[Path, Path, Path]:
        """The second round comes in; assessors agree or differ, the council settles, the result is published.

        Gives the ranking on paper and as a workbook, and the journal as handed out for an inspection.
        """
        reports = self._stage.out / "reports"
        with self._at_work(Fraction(3, 2)) as (opened, part):
            self._take_in(opened, part, "4-submissions-round-2")
            for member in self._all.members:
                appraising.agree_with(opened, part.id, member.agency.code)
            self._differ(opened, part)
        with self._at_work(Fraction(0)) as (opened, part):
            sample.conclude_open(opened, part, publishing.compute(opened, part.id).waiting)
            for table in publishing.compute(opened, part.id).tables:
                for tie in table.ties:
                    publishing.settle_tie(opened, part.id, table.code, tie, _TIE)
            done = publishing.publish(opened, part.id, self._stage.bundles("5-results"), PASSPHRASE)
            journal = inspecting.hand_out(opened, reports / "NhatKy.xlsx").book
        self._step()
        return (
            done.ranking_pdf.replace(reports / done.ranking_pdf.name),
            done.ranking_xlsx.replace(reports / done.ranking_xlsx.name),
            journal,
        )

    def _differ(self, opened: Workspace, part: Part) -> None:
        """A second assessor sees one criterion otherwise: the council will have to settle it."""
        agency = self._all.members[-1].agency.code
        item = appraising.dossier(opened, part.id, agency)
        place = next(place for place in item.nodes if place.maximum > 0)
        sample.sit_down(opened, SECOND_ASSESSOR)
        reason = "Biên bản làm việc ngày kiểm tra ghi khác số liệu trong hồ sơ."
        appraising.give(opened, part.id, agency, place.id, Opinion.ADJUST, points="0,5", reason=reason)
        sample.sit_down(opened, self._all.authority.contact)
