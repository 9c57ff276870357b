"""A commune's whole way through the loop with the sample's figures: a data folder for every stage of it.

Pictures and tests of the commune's pages begin from here. The people, communes and papers are made up.
"""

import functools
import json
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain import codec, framework
from app.domain.agency import Agency, Authority
from app.domain.appraisal import Opinion
from app.domain.assessment import Citation, read_answers
from app.domain.campaign import Period, Round
from app.domain.deadline import VIETNAM, before_day, through_day
from app.domain.framework import Framework
from app.operations import folders, workspace
from app.operations.authority import appraising, campaigning, collecting, publishing, replying
from app.operations.commune import assessing, evidencing, improving, reviewing, submitting
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.resources import FRAMEWORKS, SAMPLES

PASSPHRASE = "giữ kín niêm phong 2026"
COMMUNES = 5
STAGES = ("begun", "half", "ready", "frozen", "exported", "received", "feedback", "round2", "result")

_PAPERS = (
    ("lanh-dao-phu-trach", "Quyết định kiện toàn Ban Chỉ đạo.pdf", "21/QĐ-UBND", "15/01/2026", "UBND xã Hòa Bình",
     "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số xã"),
    ("hop-ban-chi-dao", "Thông báo kết luận phiên họp quý III.pdf", "48/TB-UBND", "02/10/2026", "UBND xã Hòa Bình",
     "Kết luận phiên họp Ban Chỉ đạo chuyển đổi số quý III năm 2026"),
    ("chuyen-muc", "Ảnh chụp chuyên mục chuyển đổi số.png", "", "", "", ""),
    ("ngay-chuyen-doi-so", "Kế hoạch hưởng ứng Ngày Chuyển đổi số 10-10.pdf", "75/KH-UBND", "12/09/2026",
     "UBND xã Hòa Bình", "Hưởng ứng Ngày Chuyển đổi số quốc gia năm 2026"),
    ("ke-hoach-nam", "Kế hoạch chuyển đổi số năm 2026.pdf", "08/KH-UBND", "20/01/2026", "UBND xã Hòa Bình",
     "Chuyển đổi số xã Hòa Bình năm 2026"),
    ("ket-qua-ke-hoach", "Báo cáo kết quả chuyển đổi số.pdf", "112/BC-UBND", "28/10/2026", "UBND xã Hòa Bình",
     "Kết quả thực hiện kế hoạch chuyển đổi số năm 2026"),
    ("bao-cao-quy", "Báo cáo quý I–III.docx", "", "", "", ""),
    ("may-tinh", "Biên bản kiểm kê máy tính.xlsx", "03/BB-VP", "30/06/2026", "Văn phòng HĐND và UBND",
     "Kiểm kê máy tính, thiết bị số"),
    ("dau-moi", "Quyết định phân công đầu mối.pdf", "22/QĐ-UBND", "15/01/2026", "UBND xã Hòa Bình",
     "Phân công công chức đầu mối chuyển đổi số và an toàn thông tin"),
    ("ho-so-truc-tuyen", "Trích xuất Cổng dịch vụ công 01-01 đến 31-10.xlsx", "", "", "", ""),
    ("dung-han", "Báo cáo giải quyết thủ tục hành chính.pdf", "109/BC-UBND", "25/10/2026", "UBND xã Hòa Bình",
     "Tình hình giải quyết thủ tục hành chính 10 tháng năm 2026"),
    ("trang-thong-tin", "Ảnh màn hình trang thông tin điện tử.png", "", "", "", ""),
)  # fmt: skip
_HEADS = {"pdf": b"%PDF-1.4 ", "png": b"\x89PNG\r\n\x1a\n", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}


def clock() -> datetime:
    """The moment every picture shows."""
    return datetime(2026, 11, 2, 14, 32, tzinfo=VIETNAM)


def sample() -> tuple[Framework, dict[str, object]]:
    """The illustrative framework and the sample that answers it."""
    value = framework.from_json(json.loads((FRAMEWORKS / "minh-hoa-xa.json").read_text("utf-8")))
    return value, json.loads((SAMPLES / "minh-hoa-xa-2026.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Loop:
    """Folders by stage, the part played in them, and the files that came from the authority."""

    folders: dict[str, Path]
    part: str
    feedback: Path
    result: Path

    def opened(self, stage: str, target: Path) -> Workspace:
        """A copy of the folder of that stage, open; only one may be open in a process."""
        folder = target / "Dữ liệu xã Hòa Bình"
        shutil.copytree(self.folders[stage], folder)
        return folders.open_workspace(folder, clock)


@functools.cache
def loop() -> Loop:
    """The loop, gone through once in a process; nothing may be open meanwhile."""
    return _Walk(Path(tempfile.mkdtemp(prefix="thuocso-loop-"))).walk()


class _Walk:
    """Plays the authority and its communes by turns, and keeps a copy of the first commune's folder at each stage."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.framework, self.told = sample()
        self.members = list(self.told["agencies"])[:COMMUNES]  # type: ignore[call-overload]
        self.folders: dict[str, Path] = {}
        self.parts: dict[str, str] = {}

    def walk(self) -> Loop:
        campaign = self._send_campaign()
        first = self.members[0]["agency"]["code"]
        files = [self._first(campaign)]
        files += [self._commune(campaign, member) for member in self.members[1:]]
        feedback = self._appraise(files, first)
        again = self._answer(feedback)
        result = self._publish(again, first)
        self._take_result(result)
        return Loop(self.folders, self.parts[first], feedback, result)

    def _open(self, name: str) -> Workspace:
        return folders.open_workspace(self.root / name, clock)

    def _send_campaign(self) -> Path:
        opened = self._open("authority")
        workspace.add_person(opened, "Trần Thị Thảo", "Chuyên viên", "Phòng Chuyển đổi số")
        agencies = [codec.from_json(Agency, member["agency"]) for member in self.members]
        part = campaigning.create(
            opened,
            title="Đợt đánh giá năm 2026",
            authority=codec.from_json(Authority, self.told["authority"]),
            period=Period(title="Năm 2026", data_from=date(2026, 1, 1), data_to=date(2026, 12, 31)),
            sets={"": self.framework},
            agencies=agencies,
            rounds=[
                Round(number=1, deadline=before_day("trước ngày 15/11/2026", date(2026, 11, 15))),
                Round(number=2, deadline=through_day("đến hết ngày 30/11/2026", date(2026, 11, 30))),
            ],
            is_sample=True,
        )
        self.parts["authority"] = part.id
        path = self.root / campaigning.suggested_name(part)
        campaigning.export_campaign(opened, part.id, path, PASSPHRASE)
        opened.close()
        return path

    def _take_part(self, campaign: Path, member: dict[str, object], person: tuple[str, str]) -> Workspace:
        code = member["agency"]["code"]  # type: ignore[index]
        opened = self._open(code)
        workspace.add_person(opened, *person)
        self.parts[code] = campaigning.accept(opened, campaign, code).id
        return opened

    def _first(self, campaign: Path) -> Path:
        member = self.members[0]
        opened = self._take_part(campaign, member, ("Nguyễn Thị Hạnh", "Công chức Văn hóa - Xã hội"))
        part = self.parts[member["agency"]["code"]]
        opened = self._stage(opened, "begun")
        self._attach(opened, part)
        self._answer_some(opened, part, 34)
        opened = self._stage(opened, "half")
        self._answer_all(opened, part, member)
        opened = self._stage(opened, "ready")
        submitting.freeze(opened, part, "Lê Văn Bình", "Chủ tịch")
        opened = self._stage(opened, "frozen")
        sent = submitting.seal_and_export(opened, part, self.root, PASSPHRASE)
        opened = self._stage(opened, "exported")
        submitting.mark_sent(opened, part)
        submitting.mark_received(opened, part, "Chị Thảo, Sở KH&CN báo qua điện thoại lúc 16:05")
        opened = self._stage(opened, "received")
        opened.close()
        return sent.path

    def _stage(self, opened: Workspace, stage: str) -> Workspace:
        """Keeps a copy of the folder as it is now, and opens the original again."""
        folder = opened.folder
        opened.close()
        self.folders[stage] = self.root / "stages" / stage
        shutil.copytree(folder, self.folders[stage])
        return folders.open_workspace(folder, clock)

    def _attach(self, opened: Workspace, part: str) -> None:
        scratch = self.root / "papers"
        scratch.mkdir(exist_ok=True)
        for at, (node, name, number, day, issuer, subject) in enumerate(_PAPERS):
            path = scratch / name
            path.write_bytes(_HEADS[path.suffix[1:]] + bytes([65 + at]) * (31_000 * (at + 3)))
            piece = evidencing.attach(opened, part, node, [path]).ids[0]
            if number:
                citation = Citation(number=number, date=day, issuer=issuer, subject=subject)
                evidencing.describe(opened, piece, citation=citation, pages={node: f"tr. {at + 1}"})
            if node == "ke-hoach-nam":
                evidencing.link(opened, piece, "ket-qua-ke-hoach", "mục II.3")
        cited = Citation(number="1205/STTTT-CNTT", date="14/07/2026", issuer="Sở Khoa học và Công nghệ",
                         subject="Kết quả diễn tập an toàn thông tin mạng năm 2026")  # fmt: skip
        evidencing.cite(opened, part, "dien-tap", cited, "biểu 2")

    def _answer_some(self, opened: Workspace, part: str, count: int) -> None:
        answers, _ = read_answers(self.framework, self.members[0]["answers"])
        with opened.transaction():
            for node, response in list(answers.responses.items())[:count]:
                assessing.answer(
                    opened, part, node, inputs=response.inputs, not_applicable=response.not_applicable,
                    explanation=response.explanation, points=response.points, is_complete=node != "so-hoa",
                )  # fmt: skip

    def _answer_all(self, opened: Workspace, part: str, member: dict[str, object]) -> None:
        answers, _ = read_answers(self.framework, member["answers"])
        with opened.transaction():
            assessing.load_answers(opened, part, answers)
            for node in answers.responses:
                assessing.answer(opened, part, node, level="sufficient", is_complete=True)
        for piece in assessing.view(opened, part).evidence:
            if not piece.citation.number:
                subject = piece.name.rpartition(".")[0]
                citation = Citation(number="02/PL-UBND", date="30/10/2026", issuer="UBND xã Hòa Bình", subject=subject)
                evidencing.describe(opened, piece.id, citation=citation)
        for issue in reviewing.review(opened, part):
            if issue.code == "ground_without_proof":
                cited = Citation(number="31/XN-UBND", date="20/10/2026", issuer="UBND xã", subject="Xác nhận")
                evidencing.cite(opened, part, issue.node, cited)

    def _commune(self, campaign: Path, member: dict[str, object]) -> Path:
        opened = self._take_part(campaign, member, ("Phạm Văn An", "Công chức"))
        part = self.parts[member["agency"]["code"]]  # type: ignore[index]
        self._answer_all(opened, part, member)
        submitting.freeze(opened, part, "Hoàng Văn Minh", "Chủ tịch")
        sent = submitting.seal_and_export(opened, part, self.root, PASSPHRASE)
        opened.close()
        return sent.path

    def _appraise(self, files: list[Path], first: str) -> Path:
        opened, part = self._open("authority"), self.parts["authority"]
        collecting.import_paths(opened, part, files)
        for row in collecting.board(opened, part):
            trusting.accept_key(opened, row.agency.code, "agency", str(row.spki), "telephone")
        give = functools.partial(appraising.give, opened, part, first)
        give("chuyen-muc", Opinion.REJECT, reason="Ảnh chụp không thấy ngày đăng; chưa đủ 4 tin mỗi tháng")
        give("so-hoa", Opinion.ADJUST, points="1,5", reason="Số hồ sơ số hóa lấy theo hệ thống của tỉnh: 1.486 hồ sơ")
        give("trang-thong-tin", Opinion.ASK_SUPPLEMENT, reason="Đề nghị bổ sung đường dẫn mục Công khai ngân sách")
        for member in self.members:
            appraising.agree_with(opened, part, member["agency"]["code"])
        sent = replying.export_feedback(opened, part, self.root, PASSPHRASE)
        replying.close_round(opened, part)
        opened.close()
        return sent.files[first][0]

    def _answer(self, feedback: Path) -> Path:
        first = self.members[0]["agency"]["code"]
        opened, part = self._open(first), self.parts[first]
        improving.receive(opened, feedback)
        opened = self._stage(opened, "feedback")
        for node in ("chuyen-muc", "so-hoa", "trang-thong-tin"):
            words = "Đã bổ sung ảnh chụp có ngày đăng và bảng kê 52 tin, bài."
            assessing.answer(opened, part, node, explanation=words, is_complete=True)
        opened = self._stage(opened, "round2")
        submitting.freeze(opened, part, "Lê Văn Bình", "Chủ tịch")
        sent = submitting.seal_and_export(opened, part, self.root, PASSPHRASE)
        submitting.mark_sent(opened, part)
        opened.close()
        return sent.path

    def _publish(self, again: Path, first: str) -> Path:
        opened, part = self._open("authority"), self.parts["authority"]
        collecting.import_paths(opened, part, [again])
        appraising.give(opened, part, first, "chuyen-muc", Opinion.AGREE, reason="Đã bổ sung đủ")
        appraising.give(opened, part, first, "so-hoa", Opinion.ADJUST, points="1,5",
                        reason="Giữ số liệu theo hệ thống của tỉnh: 1.486 hồ sơ")  # fmt: skip
        appraising.agree_with(opened, part, first)
        published = publishing.publish(opened, part, self.root, PASSPHRASE)
        opened.close()
        return published.files[first][0]

    def _take_result(self, result: Path) -> None:
        opened = self._open(self.members[0]["agency"]["code"])
        improving.receive(opened, result)
        self._stage(opened, "result").close()
