"""A made-up province in its review: submissions of all communes are in, two assessors are at work, a council waits.

Everything goes through the operations on real folders, so that pictures and tests show what the program really does.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from app.bundles.writing import Written
from app.domain.agency import Contact
from app.domain.appraisal import Opinion, Standing
from app.domain.deadline import VIETNAM
from app.operations import folders, parts, sample
from app.operations.authority import appraising, campaigning, collecting, publishing, replying
from app.operations.commune import assessing, improving, submitting
from app.operations.parts import Part
from app.operations.sample import Cast, Member
from app.operations.trust import trusting
from app.operations.workspace import Workspace

PASSPHRASE = sample.PASSPHRASE
THAO = Contact(name="Nguyễn Thị Thảo", title="Đầu mối")
PHUC = Contact(name="Trần Văn Phúc", title="Tổ giúp việc")
STAGES = ("begun", "received", "half", "done", "round2", "ready", "published")
"""begun: nothing received · received: nothing appraised yet · half: round 1 under way · done: all appraised, and the
council has work · round2: answers of round 1 are in · ready: settled · published: a draft and a final result went
out."""


def clock() -> datetime:
    """The moment every picture shows."""
    return datetime(2026, 11, 24, 16, 8, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class World:
    """Copies of the authority's folder by stage, and its part."""

    folders: dict[str, Path]
    part: str
    cast: Cast

    def opened(self, stage: str, target: Path) -> Workspace:
        """A copy of the folder of that stage, open; only one may be open in a process."""
        folder = target / "Sở KH&CN"
        shutil.copytree(self.folders[stage], folder)
        return folders.open_workspace(folder, clock)


def build(root: Path, stages: tuple[str, ...] = STAGES, *, is_small: bool = False) -> World:
    """Plays everybody by turns up to the last of `stages`; nothing may be open meanwhile."""
    return _Walk(root, is_small).walk(stages)


class _Walk:
    def __init__(self, root: Path, is_small: bool) -> None:
        self.root = root
        self.cast = _with_tie(sample.cast(is_small))
        self.folders: dict[str, Path] = {}
        self.part = ""

    def walk(self, stages: tuple[str, ...]) -> World:
        campaign, code = self._first_day()
        sent = self.root / "Hồ sơ đến"
        for member in self.cast.members:
            self._commune(member, campaign, code, sent)
        steps: dict[str, Callable[[Workspace], object]] = {
            "begun": lambda opened: None,
            "received": lambda opened: self._collect(opened, sent),
            "half": self._half,
            "done": self._all_done,
            "round2": self._second_round,
            "ready": self._settle,
            "published": self._publish,
        }
        for stage in STAGES[: STAGES.index(stages[-1]) + 1]:
            opened = folders.open_workspace(self.root / "authority", clock)
            try:
                steps[stage](opened)
            finally:
                opened.close()
            self.folders[stage] = self.root / "stages" / stage
            shutil.copytree(self.root / "authority", self.folders[stage])
        return World(self.folders, self.part, self.cast)

    def _first_day(self) -> tuple[Path, str]:
        opened = folders.open_workspace(self.root / "authority", clock)
        try:
            part = sample.begin_campaign(opened, self.cast, (12, 40))
            self.part = part.id
            target = self.root / campaigning.suggested_name(part)
            campaigning.export_campaign(opened, part.id, target, PASSPHRASE)
            return target, trusting.key_in_use(opened, part).check_code
        finally:
            opened.close()

    def _commune(self, member: Member, campaign: Path, code: str, sent: Path) -> None:
        opened = folders.open_workspace(self.root / member.agency.code, clock)
        try:
            part = sample.take_up(opened, self.cast, member, campaign, code)
            papers = self.root / "papers" / member.agency.code
            sample.answer_all(opened, part, self.cast, member, papers, 8)
            for at, place in enumerate(part_places(self.cast)):
                if at % 7 == 5:
                    words = "Số liệu lấy từ hệ thống của tỉnh đến hết ngày 31/10; gồm 8 hồ sơ nộp lại."
                    assessing.answer(opened, part.id, place, explanation=words, is_complete=True)
            sample.send(opened, part, member, sent)
        finally:
            opened.close()

    def _collect(self, opened: Workspace, sent: Path) -> None:
        collecting.import_paths(opened, self.part, [sent])
        for row in collecting.board(opened, self.part):
            if row.agency.code != self.cast.members[-1].agency.code:
                trusting.accept_key(opened, row.agency.code, "agency", row.spki, sample.BY_TELEPHONE)

    def _half(self, opened: Workspace) -> None:
        sample.sit_down(opened, THAO)
        part = self._opened_part(opened)
        for member in self.cast.members[: len(self.cast.members) * 2 // 3]:
            sample.appraise(opened, part, member, Fraction(3, 4))
        sample.sit_down(opened, PHUC)
        self._second_opinions(opened)
        sample.sit_down(opened, THAO)

    def _second_opinions(self, opened: Workspace) -> None:
        """Another assessor reads two criteria of the first communes otherwise."""
        nodes = part_places(self.cast)
        for member in self.cast.members[:2]:
            for node in (nodes[1], nodes[-1]):
                appraising.give(
                    opened,
                    self.part,
                    member.agency.code,
                    node,
                    Opinion.ADJUST,
                    points="0,5",
                    reason="Tài liệu kiểm chứng chỉ thể hiện một phần nội dung.",
                    internal_note="Hỏi lại phòng chuyên môn trước phiên họp.",
                )

    def _all_done(self, opened: Workspace) -> None:
        for member in self.cast.members:
            appraising.agree_with(opened, self.part, member.agency.code)

    def _second_round(self, opened: Workspace) -> None:
        """Feedback goes out, one commune explains and sends again."""
        folder = self.root / "Ý kiến gửi đi"
        folder.mkdir()
        told = replying.export_feedback(opened, self.part, folder, PASSPHRASE)
        replying.close_round(opened, self.part)
        member = self.cast.members[0]
        opened.close()
        answered = self._answer(member, told.files[member.agency.code])
        again = folders.open_workspace(self.root / "authority", clock)
        try:
            collecting.import_paths(again, self.part, [answered])
        finally:
            again.close()

    def _answer(self, member: Member, told: tuple[Path, Written]) -> Path:
        opened = folders.open_workspace(self.root / member.agency.code, clock)
        try:
            improving.receive(opened, told[0])
            part = opened_part_id(opened)
            for node in assessing.view(opened, part).open_nodes or ():
                words = "Đã bổ sung bảng kê chi tiết và văn bản xác nhận của đơn vị phụ trách."
                assessing.answer(opened, part, node, explanation=words, is_complete=True)
            submitting.freeze(opened, part, member.leader, "Chủ tịch Ủy ban nhân dân")
            return submitting.seal_and_export(opened, part, self.root, PASSPHRASE).path
        finally:
            opened.close()

    def _settle(self, opened: Workspace) -> None:
        for member in self.cast.members:
            item = appraising.dossier(opened, self.part, member.agency.code)
            if any(item.standing(place.id) is Standing.UNDECIDED for place in item.nodes):
                appraising.agree_with(opened, self.part, member.agency.code)
        ranked = publishing.compute(opened, self.part)
        sample.conclude_open(opened, self._opened_part(opened), ranked.waiting)

    def _publish(self, opened: Workspace) -> None:
        folder = self.root / "Kết quả"
        folder.mkdir()
        reason = "Khóa của nơi chưa đối chiếu được xác nhận bằng công văn."
        publishing.publish(
            opened, self.part, folder, PASSPHRASE, is_final=False, key_reason=reason, signature_reason=reason
        )
        publishing.publish(opened, self.part, folder, PASSPHRASE, key_reason=reason, signature_reason=reason)

    def _opened_part(self, opened: Workspace) -> Part:
        return parts.find(opened, self.part)


def _with_tie(cast: Cast) -> Cast:
    """The last commune but one answers as the one before it: they will share a rank."""
    *others, before, tied, last = cast.members
    agency = replace(tied.agency, traits=before.agency.traits, target_group=before.agency.target_group)
    return replace(cast, members=(*others, before, replace(tied, agency=agency, answers=before.answers), last))


def part_places(cast: Cast) -> list[str]:
    """The ids of the criteria of the scale."""
    return [place.id for place in cast.framework.index.criteria() if place.maximum > 0]


def opened_part_id(opened: Workspace) -> str:
    """The only part of a commune's folder."""
    return parts.everything(opened)[0].id
