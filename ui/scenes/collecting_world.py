"""A made-up province that collects: a campaign sent out, submissions of its communes, some of them with trouble.

Everything goes through the operations on real folders, so that pictures and tests show what the program really does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app import resources
from app.domain.agency import Agency, Authority, Contact
from app.domain.assessment import Answers
from app.domain.campaign import Period, Round
from app.domain.codec import from_json
from app.domain.deadline import VIETNAM, before_day, through_day
from app.domain.framework import Framework
from app.operations import folders, workspace
from app.operations.authority import campaigning, collecting, ruling
from app.operations.commune import assessing, evidencing, reviewing, submitting
from app.operations.commune.reviewing import Severity
from app.operations.frameworks import authoring
from app.operations.parts import Part
from app.operations.trust import trusting
from app.operations.workspace import Workspace

PASSPHRASE = "mật khẩu dùng thử"
START = datetime(2026, 11, 13, 8, 5, tzinfo=VIETNAM)
MORE = (
    "Xã Bình Lâm, Xã Cẩm Sơn, Xã Thanh Vân, Xã Kim Phong, Phường Long Châu, Xã Minh Tâm, Xã Tân Hưng, "
    "Xã Vĩnh An, Đặc khu Hòn Mây, Xã Đông Giang, Xã Mỹ Thuận, Phường Lộc Hà"
)
HOSTILE = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202e fdp"


class Clock:
    """Stands where it is put."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **step: int) -> None:
        self.now += timedelta(**step)


@dataclass(frozen=True, slots=True)
class Sample:
    """Agencies of the sample with their answers, and its authority."""

    authority: Authority
    agencies: tuple[Agency, ...]
    answers: dict[str, Answers]
    framework: Framework


def sample() -> Sample:
    """The sample that comes with the program."""
    told = authoring.read_json(resources.FOLDER / "samples" / "minh-hoa-xa-2026.json")
    framework = authoring.find(None, "minh-hoa-xa")
    agencies = tuple(from_json(Agency, item["agency"]) for item in told["agencies"])
    answers = {
        item["agency"]["code"]: authoring.score_files(framework, item["answers"])[0] for item in told["agencies"]
    }
    return Sample(from_json(Authority, told["authority"]), agencies, answers, framework)


def more_agencies() -> tuple[Agency, ...]:
    """Communes without answers, for the rows of those that sent nothing."""
    people = "Lê Văn Lâm, Phạm Thị Mai, Hoàng Đức Anh, Vũ Thị Ngọc, Đỗ Minh Quân, Bùi Thị Hạnh".split(", ")
    return tuple(
        Agency(
            code=f"HG{number}",
            name=name,
            target_group="xa",
            contact=Contact(name=people[number % len(people)], telephone=f"0900 000 {number + 100}"),
        )
        for number, name in enumerate(MORE.split(", "), start=13)
    )


def new_campaign(opened: Workspace, known: Sample, agencies: Sequence[Agency]) -> Part:
    """The campaign of the sample with two rounds."""
    return campaigning.create(
        opened,
        title="Đợt đánh giá năm 2026",
        authority=known.authority,
        period=Period(title="Năm 2026", data_from=date(2026, 1, 1), data_to=date(2026, 12, 31)),
        sets={"": known.framework},
        agencies=agencies,
        rounds=[
            Round(number=1, deadline=before_day("trước ngày 15/11/2026", date(2026, 11, 15))),
            Round(number=2, deadline=through_day("chậm nhất ngày 30/11/2026", date(2026, 11, 30))),
        ],
        is_sample=True,
    )


def submission(folder: Path, bundle: Path, code: str, answers: Answers, clock: Callable[[], datetime]) -> Path:
    """What a commune sends: its own folder, its own key, one frozen revision sealed into a file."""
    opened = folders.open_workspace(folder, clock)
    try:
        workspace.add_person(opened, "Nguyễn Thị Thu Hà", "Phó Trưởng phòng Văn hóa - Xã hội")
        part = campaigning.accept(opened, bundle, code)
        assessing.load_answers(opened, part.id, answers)
        proof = folder / f"Báo cáo số 12 {code}.pdf"
        proof.write_bytes(b"%PDF-1.4 " + code.encode() * 200)
        unproven = [issue.node for issue in reviewing.review(opened, part.id) if issue.severity is Severity.MUST]
        for node in ("lanh-dao-phu-trach", *unproven):
            evidencing.attach(opened, part.id, node, [proof])
        submitting.freeze(opened, part.id, "Nguyễn Văn Bình", "Chủ tịch UBND xã")
        return submitting.seal_and_export(opened, part.id, sent_from(folder), PASSPHRASE).path
    finally:
        opened.close()


def sent_from(home: Path) -> Path:
    """Where a commune writes what it sends: beside its data folder."""
    folder = home.with_name(f"{home.name}, tệp gửi đi")
    folder.mkdir(exist_ok=True)
    return folder


@dataclass(frozen=True, slots=True)
class World:
    """Where everything lies: the authority's folder and part, the campaign file, the submissions by code."""

    folder: Path
    part: str
    bundle: Path
    files: dict[str, Path]
    clock: Clock
    sample: Sample


def build(root: Path, senders: int = 9, extra: bool = True) -> World:
    """A campaign of 24 communes (12 without `extra`) whose first `senders` have made their files; none is taken in.

    HG02 made two different files with one number ("HG02 b"), HG03 one that was cut short.
    """
    clock, known = Clock(), sample()
    folder = root / "Cơ quan thẩm định"
    opened = folders.open_workspace(folder, clock)
    workspace.add_person(opened, "Nguyễn Thị Thảo", "Đầu mối")
    agencies = (*known.agencies, *more_agencies()) if extra else known.agencies
    part = new_campaign(opened, known, agencies)
    bundle = root / campaigning.suggested_name(part)
    campaigning.export_campaign(opened, part.id, bundle, PASSPHRASE)
    opened.close()
    files = {}
    for agency in known.agencies[:senders]:
        home = root / f"Máy của {agency.code}"
        files[agency.code] = submission(home, bundle, agency.code, known.answers[agency.code], clock)
    if senders > 1:
        files["HG02 b"] = submission(
            root / "Máy thứ hai của HG02", bundle, "HG02", _changed(known.answers["HG02"]), clock
        )
    if senders > 2:
        cut = root / "Bản tải dở của HG03.thuocso"
        cut.write_bytes(files["HG03"].read_bytes()[:-2000])
        files["HG03"] = cut
    return World(folder, part.id, bundle, files, clock, known)


def _changed(answers: Answers) -> Answers:
    """The same answers with two figures and an explanation changed."""
    responses = dict(answers.responses)
    wifi, web = responses["wifi-cong-cong"], responses["ho-so-truc-tuyen"]
    responses["wifi-cong-cong"] = replace(wifi, inputs={**wifi.inputs, "diem_wifi": "6"})
    responses["ho-so-truc-tuyen"] = replace(web, explanation="Số liệu chốt ngày 31/10/2026 theo báo cáo của Trung tâm.")
    return Answers(responses=responses, profile=answers.profile)


def collect(world: World, opened: Workspace) -> collecting.Drop:
    """Takes in all files of the world, accepts most keys, and sets one time of receipt after the deadline."""
    drop = collecting.import_paths(opened, world.part, list(world.files.values()))
    for row in collecting.board(opened, world.part):
        if row.submission and row.agency.code not in ("HG04", "HG05"):
            trusting.accept_key(opened, row.agency.code, "agency", row.spki, "telephone")
    late = next(row for row in collecting.board(opened, world.part) if row.agency.code == "HG07")
    at = datetime(2026, 11, 16, 9, 30, tzinfo=VIETNAM)
    ruling.set_received_at(opened, late.submission, world.part, at, "Nhận qua bưu điện, dấu bưu điện 16/11")
    return drop
