"""What the tests of the layout stand on: one paper with everything in it, and ways to measure a PDF."""

import functools
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

import pypdfium2

from app.reports import figures
from app.reports.layout import (
    LANDSCAPE,
    Authority,
    Column,
    Paper,
    PaperMeta,
    Row,
    Signer,
    Table,
)

DIGEST = "0123456789abcdef" * 4


HOSTILE = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202efdp &amp; <b>x</b> \x00\ud800"


SHOWN = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 fdp &amp; <b>x</b>"


REACHING_OUT = {"open", "socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen"}


META = PaperMeta(
    kind="Báo cáo",
    issuer=("Ủy ban nhân dân", "xã Hòa Bình"),
    symbol="BC-UBND",
    place="Hòa Bình",
    year=2026,
    made_at=datetime(2026, 11, 14, 9, 30, 5, tzinfo=timezone(timedelta(hours=7))),
    footer=f"Bản chốt số 2 · mã nội dung {DIGEST}",
)


SIGNER = Signer("Nguyễn Thị Thu Hường", "Chủ tịch", "Phó Chủ tịch", Authority.DEPUTY, "Ủy ban nhân dân")


RECEIVERS = ("Như trên", "Chủ tịch, các PCT UBND xã", "Lưu: VT, VHXH")


SENTENCE = "Ủy ban nhân dân xã đã ban hành kế hoạch, phân công các đơn vị phụ trách từng tiêu chí. "


@dataclass(frozen=True)
class Line:
    """A run of text, or a drawn line (no text), in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    top: float
    size: float = 0
    face: str = ""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left


@functools.lru_cache
def pages(pdf: bytes) -> tuple[tuple[Line, ...], ...]:
    document = pypdfium2.PdfDocument(pdf)
    return tuple(tuple(lines(page)) for page in document)


def lines(page: Any) -> list[Line]:
    found = []
    textpage = page.get_textpage()
    for piece in page.get_objects(textpage=textpage):
        left, low, right, high = piece.get_bounds()
        if isinstance(piece, pypdfium2.PdfTextObj):
            base = piece.get_matrix().get()[5]
            face = piece.get_font().get_base_name()
            found.append(Line(piece.extract().strip(), left, right, base, high, piece.get_font_size(), face))
        else:  # the box of a line reaches as far as its thickness on every side
            found.append(Line("", left + figures.RULE, right - figures.RULE, (low + high) / 2, high))
    return [line for line in found if line.text or line.width > 5]


def words(pdf: bytes) -> str:
    """All text of the file in the order of the pages."""
    return "".join(page.get_textpage().get_text_range() + "\r\n" for page in pypdfium2.PdfDocument(pdf))


def find(page: tuple[Line, ...], words: str) -> Line:
    hits = [line for line in page if words in line.text]
    assert len(hits) == 1, (words, [line.text for line in page])
    return hits[0]


def rule_below(page: tuple[Line, ...], text: Line) -> Line:
    hits = [line for line in page if not line.text and 0 < text.base - line.base < 12]
    hits = [line for line in hits if abs(line.middle - text.middle) < 10]
    assert len(hits) == 1
    return hits[0]


def report(meta: PaperMeta = META) -> Paper:
    paper = Paper(meta)
    paper.head()
    paper.title("Kết quả tự đánh giá mức độ chuyển đổi số năm 2026 theo Bộ chỉ số chuyển đổi số cấp xã tỉnh Phú Thọ")
    paper.addressees("Sở Khoa học và Công nghệ")
    paper.bases("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "Theo đề nghị của Phòng.")
    paper.heading("I. Kết quả tự đánh giá")
    paper.heading("1. Kết quả chung", 2)
    paper.heading("a) Theo nhóm", 3)
    for _ in range(9):
        paper.body(SENTENCE * 4)
    paper.body("Ủy ban nhân dân xã Hòa Bình đề nghị Sở xem xét, thẩm định.")
    paper.signature(SIGNER, RECEIVERS)
    rows = [Row((str(n), f"Tiêu chí {n}", f"{n},50")) for n in range(1, 61)]
    paper.annex("I", "Bảng điểm chi tiết theo tiêu chí", LANDSCAPE)
    paper.table(Table((Column("TT", 1, "centre"), Column("Tiêu chí", 6), Column("Điểm", 2, "right")), rows))
    paper.annex("II", "Giải trình")
    paper.body("Không có nội dung giải trình.")
    return paper
