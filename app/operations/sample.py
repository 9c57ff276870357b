"""Made-up communes to look round with: a province, its communes, their answers and the papers that prove them.

Everything goes through the operations a person would use. One process has one data folder open at a time: whoever
calls `make_sample` has none open.
"""

import dataclasses
import secrets
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from app import resources
from app.domain import codec
from app.domain.agency import Agency, Authority, Contact
from app.domain.appraisal import Opinion, Standing
from app.domain.assessment import Citation, read_answers
from app.domain.campaign import Period, Round
from app.domain.codec import Amount
from app.domain.deadline import VIETNAM, through_day
from app.domain.framework import Criterion, Framework, Group, Placed, Role
from app.domain.text import date_text
from app.errors import AppError, Cause, cause
from app.operations import folders, parts, sample_files, workspace
from app.operations.authority import appraising, campaigning, collecting
from app.operations.commune import assessing, evidencing, submitting
from app.operations.frameworks import authoring
from app.operations.parts import Part
from app.operations.trust import trusting
from app.operations.workspace import Workspace, local_now
from app.progress import SILENT, Progress

PASSPHRASE = "dùng thử"  # of every key in made-up data; they protect nothing
CAST = "minh-hoa-xa-2026.json"
TITLE = "Đánh giá chuyển đổi số cấp xã năm 2026 (dùng thử)"
BY_TELEPHONE = "Đối chiếu mã qua điện thoại"
BY_LETTER = "Đối chiếu mã trong công văn triển khai"
_LEADER = "Chủ tịch Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Member:
    """One commune with its answers in their JSON form and the name of its leader."""

    agency: Agency
    answers: Any
    leader: str
    seed: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who plays, and the framework they answer; `is_small`: a handful of criteria and tiny files."""

    framework: Framework
    authority: Authority
    period: Period
    members: tuple[Member, ...]
    is_small: bool


_LEADERS = (
    "Nguyễn Văn Hùng",
    "Trần Thị Bích Ngọc",
    "Lê Quang Vinh",
    "Phạm Thị Thúy Hằng",
    "Đặng Hữu Phước",
    "Hồ Đắc Thọ",
)


def cast(is_small: bool = False) -> Cast:
    """The made-up province: 12 communes with full answers, or 3 with a few."""
    told = authoring.read_json(resources.SAMPLES / CAST)
    framework = authoring.find(None, told["framework"]["id"])
    if is_small:
        framework = _cut(framework)
    listed = told["agencies"][:3] if is_small else told["agencies"]
    members = tuple(
        Member(
            codec.from_json(Agency, one["agency"]),
            _answers_for(framework, one["answers"]),
            _LEADERS[at % len(_LEADERS)],
            at,
        )
        for at, one in enumerate(listed)
    )
    return Cast(
        framework,
        codec.from_json(Authority, told["authority"]),
        codec.from_json(Period, told["period"]),
        members,
        is_small,
    )


def _cut(whole: Framework) -> Framework:
    """The first two criteria of the first three groups: little to read, little to keep."""
    groups = [node for node in whole.nodes if isinstance(node, Group)][:3]
    cut = []
    for group in groups:
        criteria = [node for node in group.nodes if isinstance(node, Criterion)][:2]
        nodes = tuple(dataclasses.replace(node, guidance="", method="") for node in criteria)
        cut.append(dataclasses.replace(group, nodes=nodes, maximum=_sum(node.maximum for node in nodes)))
    return dataclasses.replace(
        whole,
        id=f"{whole.id}-rut-gon",
        title=f"{whole.title}, rút gọn",
        short_title="Bộ minh họa rút gọn",
        nodes=tuple(cut),
        totals=dataclasses.replace(whole.totals, maximum=_sum(group.maximum for group in cut)),
        grounds=(),
        pillars=(),
        bands=(),
        ranking_tables=tuple(table for table in whole.ranking_tables if not table.pillar),
    )


def _sum(amounts: Any) -> Amount:
    total = sum((Fraction(amount.value) for amount in amounts), Fraction(0))
    return Amount(str(total))


def _answers_for(framework: Framework, answers: Any) -> Any:
    known = {name: one for name, one in answers["responses"].items() if framework.index.find(name) is not None}
    return {**answers, "responses": known}


# What people do --------------------------------------------------------------------------------------------------


def clock_at(days: Fraction) -> Callable[[], datetime]:
    """A clock that is so many days behind this computer's."""
    behind = timedelta(seconds=int(days * 86_400))
    return lambda: local_now() - behind


def rounds(last_days: Sequence[int]) -> tuple[Round, ...]:
    """One round for each number of days from today, in Vietnam, to its last day."""
    found = []
    for number, days in enumerate(last_days, start=1):
        last = (local_now().astimezone(VIETNAM) + timedelta(days=days)).date()
        found.append(Round(number=number, deadline=through_day(f"đến hết ngày {date_text(last)}", last)))
    return tuple(found)


def begin_campaign(opened: Workspace, everybody: Cast, last_days: Sequence[int]) -> Part:
    """The authority's campaign for all members, with its officer at the keyboard."""
    sit_down(opened, everybody.authority.contact)
    return campaigning.create(
        opened,
        title=TITLE,
        authority=everybody.authority,
        period=everybody.period,
        sets={"": everybody.framework},
        agencies=[member.agency for member in everybody.members],
        rounds=rounds(last_days),
        guidance="Số liệu giả định để dùng thử, không dùng để báo cáo.",
        is_sample=True,
    )


def sit_down(opened: Workspace, contact: Contact) -> None:
    """Somebody begins to work."""
    known = next((person for person in workspace.persons(opened) if person.name == contact.name), None)
    if known is None:
        workspace.add_person(opened, contact.name, contact.title)
    else:
        workspace.act_as(opened, known.id)


def take_up(opened: Workspace, everybody: Cast, member: Member, campaign_file: Path, letter_code: str) -> Part:
    """A commune takes up the campaign and accepts the authority's key by the code printed in the letter."""
    sit_down(opened, member.agency.contact)
    part = campaigning.accept(opened, campaign_file, member.agency.code)
    trusting.accept_code(opened, everybody.authority.code, letter_code, BY_LETTER)
    return part


def answer_all(
    opened: Workspace,
    part: Part,
    everybody: Cast,
    member: Member,
    papers: Path,
    files: int,
    share: Fraction = Fraction(1),
) -> int:
    """Enters a share of the member's answers and proves them with up to `files` files, the rest with citations.

    Gives how many files were attached.
    """
    answers, _ = read_answers(everybody.framework, member.answers)
    criteria = [place for place in everybody.framework.index.criteria() if place.id in answers.responses]
    criteria = criteria[: int(len(criteria) * share)]
    chosen = dataclasses.replace(answers, responses={place.id: answers.responses[place.id] for place in criteria})
    proven = [place for place in criteria if member.answers["responses"][_given(member, place)].get("evidence")]
    with opened.transaction():
        assessing.load_answers(opened, part.id, chosen)
        attached = _prove(opened, part, everybody, member, proven, papers, files)
        for place in criteria:
            assessing.answer(opened, part.id, place.id, is_complete=True)
    return attached


def _given(member: Member, place: Placed) -> str:
    responses = member.answers["responses"]
    return place.id if place.id in responses else place.node.code


def _prove(
    opened: Workspace, part: Part, everybody: Cast, member: Member, places: list[Placed], papers: Path, files: int
) -> int:
    attached = 0
    for at, place in enumerate(places):
        told = _paper(everybody, member, place, at)
        if at < files:
            attach(opened, part, place, told, papers, everybody.is_small)
            attached += 1
        else:
            evidencing.cite(opened, part.id, place.id, _citation(told), page=f"trang {1 + at % 4}")
    return attached


def attach(
    opened: Workspace, part: Part, place: Placed, told: sample_files.Paper, papers: Path, is_small: bool
) -> None:
    """Makes the file of a paper, attaches it to a node and writes down what it is."""
    file = sample_files.make(told, papers, is_small)
    done = evidencing.attach(opened, part.id, place.id, [file])
    for evidence_id in done.ids:
        evidencing.describe(opened, evidence_id, citation=_citation(told), pages={place.id: "trang 1"})


def _paper(everybody: Cast, member: Member, place: Placed, at: int) -> sample_files.Paper:
    guidance = place.criterion.evidence_guidance if place.criterion is not None else ()
    subject = guidance[0] if guidance else f"Báo cáo về {place.node.title}"
    year = everybody.period.data_to.year if everybody.period.data_to else 2026
    return sample_files.paper(subject, f"Ủy ban nhân dân {member.agency.name}", year, member.seed * 97 + at * 13 + 1)


def supplement(everybody: Cast, member: Member, place: Placed, at: int) -> sample_files.Paper:
    """A paper that is handed in later, when the reviewers asked for more."""
    year = everybody.period.data_to.year if everybody.period.data_to else 2026
    subject = f"Báo cáo bổ sung, giải trình tiêu chí {place.node.code} của {member.agency.name}"
    return sample_files.paper(subject, f"Ủy ban nhân dân {member.agency.name}", year, 5_000 + member.seed * 31 + at)


def _citation(told: sample_files.Paper) -> Citation:
    return Citation(number=told.number, date=told.day, issuer=told.issuer, subject=told.subject)


def title_of_leader(member: Member) -> str:
    """What a commune's leader is."""
    return f"{_LEADER} {member.agency.name}"


def send(opened: Workspace, part: Part, member: Member, folder: Path) -> submitting.Exported:
    """The leader confirms, the file is sealed into `folder` and goes out."""
    folder.mkdir(parents=True, exist_ok=True)
    submitting.freeze(opened, part.id, member.leader, title_of_leader(member))
    done = submitting.seal_and_export(opened, part.id, folder, PASSPHRASE)
    submitting.mark_sent(opened, part.id)
    return done


# Opinions --------------------------------------------------------------------------------------------------------

_REASONS = {
    Opinion.ADJUST: "Số liệu trên hệ thống của tỉnh thấp hơn số xã báo cáo; tính lại theo số của hệ thống.",
    Opinion.REJECT: "Tài liệu kiểm chứng không đúng nội dung tiêu chí.",
    Opinion.ASK_SUPPLEMENT: "Đề nghị bổ sung bảng kê chi tiết và giải trình cách tính.",
}
_CYCLE = {3: Opinion.ASK_SUPPLEMENT, 9: Opinion.ADJUST, 16: Opinion.REJECT, 20: Opinion.ASK_SUPPLEMENT}
_PERIOD = 23


def appraise(opened: Workspace, part: Part, member: Member, share: Fraction = Fraction(1)) -> None:
    """An assessor goes through a share of one commune's criteria: mostly agreement, here and there something else."""
    item = appraising.dossier(opened, part.id, member.agency.code)
    places = item.nodes[: int(len(item.nodes) * share)]
    rest = []
    with opened.transaction():
        for at, place in enumerate(places):
            opinion = _CYCLE.get((at + 5 * member.seed) % _PERIOD)
            points = _claimed(item, place)
            if opinion is None or place.role is not Role.SCALE or not points:
                rest.append(place.id)
                continue
            appraising.give(
                opened,
                part.id,
                member.agency.code,
                place.id,
                opinion,
                points=_half(points) if opinion is Opinion.ADJUST else "",
                reason=_REASONS[opinion],
                internal_note="Trao đổi lại tại cuộc họp Tổ giúp việc." if opinion is Opinion.REJECT else "",
            )
        if rest:
            appraising.agree_with(opened, part.id, member.agency.code, rest)


def _claimed(item: appraising.Dossier, place: Placed) -> Fraction | None:
    claim = item.content.claims.get(place.id)
    if claim is None or claim.points is None:
        return None
    above, _, below = claim.points.partition("/")
    return Fraction(int(above), int(below))


def _half(points: Fraction) -> str:
    """Half the points, in quarters, as a person types them."""
    quarters = int(points * 2)
    return f"{quarters // 4},{quarters % 4 * 25:02}"


def conclude_open(opened: Workspace, part: Part, waiting: Sequence[tuple[str, str]]) -> None:
    """The council settles what is left: disagreements, and points that wait for its word."""
    named = [(item.agency.code, item.place.id) for item in appraising.disagreements(opened, part.id)]
    for agency, node in dict.fromkeys([*named, *waiting]):
        seen = appraising.case(opened, part.id, agency, node)
        if seen.standing is Standing.SETTLED:
            continue
        points = _half(seen.place.maximum)
        appraising.conclude(opened, part.id, agency, node, points, "Hội đồng thống nhất tại phiên họp tổng kết.")


# A folder to look round in -----------------------------------------------------------------------------------------


def make_sample(folder: Path, progress: Progress = SILENT) -> None:
    """A data folder half-way through round 1: the authority's part with submissions in, and a commune's own part.

    Its keys open with `PASSPHRASE`. Made aside and moved into place when all is done: whatever else happens, `folder`
    is as it was. Raises `AppError("restore.not_empty")` where data lie in it already, and what the operations raise.
    """
    if any((folder / name).exists() for name in (workspace.DATABASE, "evidence")):
        raise AppError("restore.not_empty", path=str(folder))
    if folder.exists() and not folder.is_dir():  # told before minutes are spent
        raise AppError("data.folder", path=str(folder), detail=Cause.NOT_A_FOLDER)
    passing = folder.with_name(f".{secrets.token_hex(8)}.thuocso.part")
    try:
        _play(passing, progress)
        _move(passing, folder)
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def _move(made: Path, folder: Path) -> None:
    """Other files of a folder that was there before stay; the database comes last, since it makes a data folder."""
    try:
        if not folder.exists():
            made.rename(folder)
            return
        for item in sorted(made.iterdir(), key=lambda item: item.name == workspace.DATABASE):
            item.replace(folder / item.name)
    except OSError as error:
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error


def _play(folder: Path, progress: Progress) -> None:
    everybody = cast()
    senders, own = everybody.members[1:7], everybody.members[0]
    total = len(senders) + 3
    with tempfile.TemporaryDirectory(prefix="thuocso-") as passing:
        place = Path(passing)
        campaign_file, code, part_id = _first_day(folder, everybody, place)
        progress.step(1, total)
        codes = {}
        for at, member in enumerate(senders):
            codes[member.agency.code] = _commune(place, everybody, member, campaign_file, code)
            progress.step(2 + at, total)
        opened = folders.open_workspace(folder)
        try:
            _half_way(opened, everybody, part_id, place / "sent", codes)
            progress.step(total - 1, total)
            part = take_up(opened, everybody, own, campaign_file, code)
            answer_all(opened, part, everybody, own, place / "own", 12, Fraction(3, 5))
        finally:
            opened.close()
    progress.step(total, total)


def _first_day(folder: Path, everybody: Cast, place: Path) -> tuple[Path, str, str]:
    """The authority makes and sends its campaign: the file, the code in its letter, and its part."""
    opened = folders.open_workspace(folder, clock_at(Fraction(9)))
    try:
        part = begin_campaign(opened, everybody, (12, 40))
        target = place / campaigning.suggested_name(part)
        campaigning.export_campaign(opened, part.id, target, PASSPHRASE)
        return target, trusting.key_in_use(opened, part).check_code, part.id
    finally:
        opened.close()


def _commune(place: Path, everybody: Cast, member: Member, campaign_file: Path, letter_code: str) -> str:
    """One commune does its work and sends it; gives its check code, as told over the telephone."""
    opened = folders.open_workspace(place / member.agency.code, clock_at(Fraction(2)))
    try:
        part = take_up(opened, everybody, member, campaign_file, letter_code)
        answer_all(opened, part, everybody, member, place / "papers" / member.agency.code, 8)
        return send(opened, part, member, place / "sent").check_code
    finally:
        opened.close()


def _half_way(opened: Workspace, everybody: Cast, part_id: str, sent: Path, codes: dict[str, str]) -> None:
    part = parts.find(opened, part_id)
    collecting.import_paths(opened, part.id, [sent])
    by_code = {member.agency.code: member for member in everybody.members}
    for at, (agency, code) in enumerate(codes.items()):
        if at < len(codes) - 2:  # the last two are still to be telephoned
            trusting.accept_code(opened, agency, code, BY_TELEPHONE)
        if at < 3:
            appraise(opened, part, by_code[agency], Fraction(1) if at < 2 else Fraction(1, 2))
