"""Papers measured back from their PDF against the figures of Nghị định 30/2020/NĐ-CP (Phụ lục I)."""

import functools
import itertools
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab import rl_config

from app.progress import Cancelled, Progress
from app.reports import figures, layout
from app.reports.figures import MM
from app.reports.layout import (
    LANDSCAPE,
    SAMPLE_TABLE,
    TEMPLATES,
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


@pytest.fixture(scope="module")
def printed() -> layout.Printed:
    return report().lay_out()


@pytest.fixture(scope="module")
def read(printed: layout.Printed) -> tuple[tuple[Line, ...], ...]:
    return pages(printed.pdf)


# --- the page


def test_sheets_are_a4_and_a_landscape_annex_is_turned(printed: layout.Printed) -> None:
    sizes = [page.get_size() for page in pypdfium2.PdfDocument(printed.pdf)]
    turned = [width > height for width, height in sizes]
    assert len(sizes) == printed.pages
    assert turned == [False, False, True, True, True, False]
    for width, height in sizes:
        assert sorted((width, height)) == pytest.approx([210 * MM, 297 * MM], abs=0.1)


def test_words_stay_within_margins_the_decree_allows(printed: layout.Printed, read: Any) -> None:
    assert all(20 <= getattr(page, side) <= 25 for page in (figures.PORTRAIT, LANDSCAPE) for side in ("top", "bottom"))
    assert all(30 <= page.left <= 35 and 15 <= page.right <= 20 for page in (figures.PORTRAIT, LANDSCAPE))
    for page, sheet in zip(read, pypdfium2.PdfDocument(printed.pdf), strict=True):
        width, height = sheet.get_size()
        body = [line for line in page if not line.text.isdecimal() or line.size < 14]
        body = [line for line in body if DIGEST not in line.text]
        assert min(line.left for line in body) >= 30 * MM - 1
        assert max(line.right for line in body) <= width - 15 * MM + 1
        assert min(line.base for line in body) >= 20 * MM
        assert max(line.top for line in body) <= height - 20 * MM + 1


def test_pages_are_numbered_from_the_second_and_anew_in_each_annex(printed: layout.Printed, read: Any) -> None:
    numbers = []
    for page, sheet in zip(read, pypdfium2.PdfDocument(printed.pdf), strict=True):
        width, height = sheet.get_size()
        above = [line for line in page if line.base > height - 20 * MM and line.text]
        numbers.append([line.text for line in above])
        for line in above:
            assert line.face == "LiberationSerif"
            assert 13 <= line.size <= 14
            assert line.middle == pytest.approx((30 * MM + width - 15 * MM) / 2, abs=1)
            assert height - 20 * MM < line.base < line.top < height - 8 * MM
    assert numbers == [[], ["2"], [], ["2"], ["3"], []]


def test_every_page_tells_its_revision_and_digest(read: Any) -> None:
    for page in read:
        footer = find(page, DIGEST)
        assert footer.text == f"Bản chốt số 2 · mã nội dung {DIGEST}"
        assert 0 < footer.base < 20 * MM


def test_a_long_footer_is_made_to_fit() -> None:
    paper = Paper(replace(META, footer=f"{'Bản chốt số 2 · ' * 8}{DIGEST}"))
    paper.body("x")
    footer = find(pages(paper.to_pdf())[0], DIGEST)
    assert footer.left >= 30 * MM - 1
    assert footer.right <= 195 * MM + 1


def test_only_liberation_is_used_embedded_and_black(printed: layout.Printed, tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.pdf"
    path.write_bytes(printed.pdf)
    assert shutil.which("pdffonts")
    told = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    rows = told.splitlines()[2:]
    assert {re.split(r"\s+", row)[0].partition("+")[2].partition("-")[0] for row in rows} == {"LiberationSerif"}
    assert all(" yes yes yes " in row for row in rows)
    for page in pypdfium2.PdfDocument(printed.pdf):
        colours = page.render(scale=1).to_pil().convert("RGB").getcolors(100_000)
        assert all(red == green == blue for _, (red, green, blue) in colours)


# --- the head


def test_head_sizes_and_faces(read: Any) -> None:
    page = read[0]
    bold = "LiberationSerif-Bold"
    for words, size, face in [
        ("ỦY BAN NHÂN DÂN", 12, bold),
        ("XÃ HÒA BÌNH", 12, bold),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold),
        ("Độc lập - Tự do - Hạnh phúc", 13, bold),
        ("Số:", 13, "LiberationSerif"),
        ("Hòa Bình, ngày", 13, "LiberationSerif-Italic"),
        ("BÁO CÁO", 14, bold),
        ("Kính gửi: Sở Khoa học và Công nghệ", 14, "LiberationSerif"),
        ("Căn cứ Luật", 14, "LiberationSerif-Italic"),
        ("I. KẾT QUẢ TỰ ĐÁNH GIÁ", 14, bold),
        ("1. Kết quả chung", 14, bold),
        ("a) Theo nhóm", 14, "LiberationSerif-BoldItalic"),
    ]:
        line = find(page, words)
        assert (line.size, line.face) == (size, face), words


@pytest.mark.parametrize("sizes", [SAMPLE_TABLE, TEMPLATES])
def test_lines_are_as_long_as_the_decree_says(sizes: figures.Sizes) -> None:
    page = pages(report(replace(META, sizes=sizes)).to_pdf())[0]
    motto = find(page, "Độc lập")
    assert rule_below(page, motto).width == pytest.approx(motto.width, abs=MM)
    for words in ("XÃ HÒA BÌNH", "cấp xã tỉnh Phú Thọ"):
        text = find(page, words)
        line = rule_below(page, text)
        assert 1 / 3 <= line.width / text.width <= 1 / 2
        assert line.middle == pytest.approx(text.middle, abs=1)


@pytest.mark.parametrize("sizes", [SAMPLE_TABLE, TEMPLATES])
def test_number_and_date_stand_on_one_line_under_their_heads(sizes: figures.Sizes) -> None:
    meta = replace(META, sizes=sizes, number="5", dated=date(2026, 2, 3))
    page = pages(report(meta).to_pdf())[0]
    number, place = find(page, "Số: 05/BC-UBND"), find(page, "Hòa Bình, ngày 03 tháng 02 năm 2026")
    assert number.base == pytest.approx(place.base, abs=0.1)
    assert number.middle == pytest.approx(find(page, "XÃ HÒA BÌNH").middle, abs=1)
    assert place.middle == pytest.approx(find(page, "CỘNG HÒA").middle, abs=2)
    assert find(page, "ỦY BAN NHÂN DÂN").base == pytest.approx(find(page, "CỘNG HÒA").base, abs=0.1)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_zeros_of_days_and_months(day: date, shown: str) -> None:
    paper = Paper(replace(META, dated=day, number="12"))
    paper.head()
    page = pages(paper.to_pdf())[0]
    assert find(page, "Hòa Bình,").text == f"Hòa Bình, {shown}"
    assert find(page, "Số:").text == "Số: 12/BC-UBND"


def test_a_parent_stands_above_not_bold_and_a_letter_tells_its_subject_below_the_number() -> None:
    meta = replace(
        META, kind="", parent="Ủy ban nhân dân tỉnh Phú Thọ", issuer=("Sở Khoa học và Công nghệ",),
        symbol="SKHCN-CĐS", letter_subject="V/v hướng dẫn tự đánh giá năm 2026", place="Phú Thọ",
    )  # fmt: skip
    paper = Paper(meta)
    paper.head()
    paper.addressees("Ủy ban nhân dân xã Hòa Bình;", "Ủy ban nhân dân phường Phú Thọ")
    paper.body("Nội dung.")
    page = pages(paper.to_pdf())[0]
    parent, issuer = find(page, "TỈNH PHÚ THỌ"), find(page, "SỞ KHOA HỌC")
    assert (parent.face, issuer.face) == ("LiberationSerif", "LiberationSerif-Bold")
    assert parent.base > issuer.base
    subject, number = find(page, "V/v"), find(page, "Số:")
    assert subject.size == 12
    assert number.base - number.size * 0.3 - subject.top >= 6 - 0.5
    colon = find(page, "Kính gửi:")
    first, second = find(page, "- Ủy ban nhân dân xã Hòa Bình;"), find(page, "- Ủy ban nhân dân phường Phú Thọ.")
    assert first.left == pytest.approx(second.left, abs=0.5)
    assert first.left == pytest.approx(colon.right - 2, abs=3)


def test_minutes_have_no_place_and_working_forms_no_number() -> None:
    paper = Paper(replace(META, kind="Phiếu thẩm định", symbol="", place=None, has_end_mark=False))
    paper.head()
    paper.title("Năm 2026")
    paper.body("Thống nhất.")
    text = " ".join(line.text for line in pages(paper.to_pdf())[0])
    assert "ngày" not in text
    assert "Số:" not in text
    assert "./." not in text


@pytest.mark.parametrize("place", ["Thành phố Hồ Chí Minh", "Phường Nguyễn Thị Minh Khai", ""])
def test_long_and_missing_places_stay_on_the_sheet(place: str) -> None:
    paper = Paper(replace(META, place=place, sizes=TEMPLATES, dated=date(2026, 12, 29) if place else None))
    paper.head()
    page = pages(paper.to_pdf())[0]
    line = find(page, ", ngày")
    assert find(page, "Số:").right < line.left
    assert line.right <= 195 * MM + 1


# --- room for what comes later


def test_areas_kept_free_are_empty_and_on_their_page(printed: layout.Printed) -> None:
    names = {area.name for area in printed.areas}
    assert names == {"top", "number", "day", "month", "signature", "seal"}
    document = pypdfium2.PdfDocument(printed.pdf)
    for area in printed.areas:
        picture = document[area.page].render(scale=2).to_pil().convert("L")
        height = picture.height
        box = [
            area.x * 2 + 1,
            height - (area.y + area.height) * 2 + 1,
            (area.x + area.width) * 2 - 1,
            height - area.y * 2 - 1,
        ]
        assert picture.crop(tuple(round(edge) for edge in box)).getextrema() == (255, 255), area


def test_blanks_hold_figures_of_13_points(printed: layout.Printed, read: Any) -> None:
    areas = {area.name: area for area in printed.areas}
    for name, figures_wide in [("number", "123456"), ("day", "14"), ("month", "11")]:
        assert areas[name].width >= 6.5 * len(figures_wide)
        assert areas[name].height >= 13
    line = find(read[0], "Số:")
    assert line.text == "Số: /BC-UBND"
    assert line.left < areas["number"].x < areas["number"].x + areas["number"].width < line.right
    assert areas["number"].y < line.base < areas["number"].y + areas["number"].height
    assert find(read[0], "Hòa Bình, ngày").text == "Hòa Bình, ngày tháng năm 2026"


def test_the_seal_lies_over_a_third_of_the_signature_on_its_left(printed: layout.Printed) -> None:
    areas = {area.name: area for area in printed.areas}
    hand, seal = areas["signature"], areas["seal"]
    assert hand.page == seal.page == 1
    assert seal.x < hand.x
    assert (seal.x + seal.width - hand.x) / hand.width == pytest.approx(1 / 3, abs=0.01)
    assert seal.width >= 34 * MM
    assert seal.height >= 34 * MM


# --- below the content


def test_signature_and_receivers(printed: layout.Printed, read: Any) -> None:
    page = read[1]
    titles = [find(page, words) for words in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")]
    own = next(line for line in page if line.text == "PHÓ CHỦ TỊCH")
    name = find(page, "Nguyễn Thị Thu Hường")
    assert name.text == "Nguyễn Thị Thu Hường"  # one string, as tools that look for it need
    for line in (*titles, own, name):
        assert (line.size, line.face) == (14, "LiberationSerif-Bold")
        assert line.middle == pytest.approx(titles[0].middle, abs=1)
    assert titles[0].base > titles[1].base > own.base > name.base
    hand = next(area for area in printed.areas if area.name == "signature")
    assert hand.x + hand.width / 2 == pytest.approx(name.middle, abs=1)
    assert name.top < hand.y + 2
    assert hand.y + hand.height < own.base
    head = find(page, "Nơi nhận:")
    assert (head.size, head.face) == (12, "LiberationSerif-BoldItalic")
    assert head.left == pytest.approx(30 * MM, abs=1)
    assert head.base == pytest.approx(titles[0].base, abs=3)
    listed = [find(page, words) for words in ("- Như trên;", "- Chủ tịch, các PCT UBND xã;", "- Lưu: VT, VHXH.")]
    assert {line.size for line in listed} == {11}


@pytest.mark.parametrize(
    ("signer", "expected"),
    [
        (Signer("A", "Chủ tịch", collective="Ủy ban nhân dân"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (SIGNER, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (Signer("A", "Chủ tịch"), ("CHỦ TỊCH",)),
        (Signer("A", "Chủ tịch", "Phó Chủ tịch", Authority.DEPUTY), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (Signer("A", "Chủ tịch", authority=Authority.ACTING), ("Q. CHỦ TỊCH",)),
        (Signer("A", "Giám đốc", "Phó Giám đốc", Authority.DEPUTY), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (Signer("A", "Chủ tịch", "Trưởng phòng", Authority.BY_ORDER), ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG")),
        (Signer("A", "Chủ tịch", "Phó Chủ tịch", Authority.AUTHORISED), ("TUQ. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (Signer("A", "Chủ tịch", collective="Hội đồng", office="Phó Chủ tịch UBND tỉnh"), ("TM. HỘI ĐỒNG", "CHỦ TỊCH")),
        (Signer("A", "Thư ký", is_sealed=False), ("THƯ KÝ",)),
    ],
)
def test_words_of_authority(signer: Signer, expected: tuple[str, ...]) -> None:
    assert signer.lines == expected


def test_a_council_signs_with_the_office_above_the_name() -> None:
    paper = Paper(META)
    paper.body("Nội dung.")
    paper.signature(Signer("Lê Văn Đức", "Chủ tịch", collective="Hội đồng", office="Phó Chủ tịch UBND tỉnh"))
    page = pages(paper.to_pdf())[0]
    order = [find(page, words).base for words in ("TM. HỘI ĐỒNG", "PHÓ CHỦ TỊCH UBND TỈNH", "Lê Văn Đức")]
    assert order == sorted(order, reverse=True)


def test_minutes_are_signed_side_by_side_with_the_receivers_below() -> None:
    paper = Paper(replace(META, kind="Biên bản", symbol="BB-HĐTĐ", place=None))
    paper.body("Cuộc họp kết thúc vào 11 giờ 30, ngày 14 tháng 11 năm 2026.")
    secretary = Signer("Trần Thị Ánh", "Thư ký", is_sealed=False)
    paper.signatures(secretary, Signer("Lê Văn Đức", "Chủ tọa"), receivers=("Thành viên Hội đồng", "Lưu: VT, Hồ sơ"))
    printed = paper.lay_out()
    page = pages(printed.pdf)[0]
    left, right = find(page, "Trần Thị Ánh"), find(page, "Lê Văn Đức")
    assert left.base == right.base
    assert left.right < right.left
    assert find(page, "Nơi nhận:").base < left.base
    assert [a.name for a in printed.areas] == ["top", "signature", "signature 2", "seal 2"]


@pytest.mark.parametrize("paragraphs", range(20, 34))
def test_the_signature_is_never_alone_on_a_page(paragraphs: int) -> None:
    paper = Paper(META)
    for _ in range(paragraphs):
        paper.body("Một dòng.")
    paper.body("Đề nghị Sở xem xét, thẩm định.")
    paper.signature(SIGNER, RECEIVERS)
    signed = [page for page in pages(paper.to_pdf()) if any("Hường" in line.text for line in page)]
    assert len(signed) == 1
    assert find(signed[0], "thẩm định./.")
    assert find(signed[0], "TM. ỦY BAN NHÂN DÂN")


def test_the_end_mark_stands_once_in_the_document_and_in_each_annex(read: Any) -> None:
    marks = [[line.text[-13:].strip() for line in page if "./." in line.text] for page in read]
    assert marks == [[], ["thẩm định./."], [], [], ["./."], ["giải trình./."]]


@pytest.mark.parametrize(
    ("last", "shown"),
    [("Hết.", "Hết./."), ("Hết;", "Hết./."), ("Hết", "Hết./."), ("a > b", "a > b./."), ("R&D", "R&D./.")],
)
def test_the_end_mark_follows_the_last_word(last: str, shown: str) -> None:
    paper = Paper(META)
    paper.article("Điều 3.", last)
    assert f"Điều 3. {shown}\r\n" in words(paper.to_pdf())


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop(read: Any) -> None:
    assert find(read[0], "Căn cứ Luật").text.endswith("năm 2025;")
    assert find(read[0], "Theo đề nghị").text == "Theo đề nghị của Phòng."


def test_paragraphs_are_indented_justified_and_apart(read: Any) -> None:
    body = [line for line in read[0] if line.face == "LiberationSerif" and line.size == 14 and "Kính" not in line.text]
    first = [line for line in body if line.text.startswith("Ủy ban nhân dân xã đã ban hành")]
    assert len(first) >= 4
    assert all(line.left == pytest.approx(40 * MM, abs=1) for line in first)
    gaps = [above.base - below.base for above, below in itertools.pairwise(body)]
    assert min(gaps) >= 14 * 1.1
    assert max(gaps) >= 14 * 1.1 + 6
    assert all(line.right == pytest.approx(195 * MM, abs=2) for line in first)


# --- annexes


def test_annex_heads(read: Any) -> None:
    page = read[2]
    head, title, bracket = find(page, "Phụ lục I"), find(page, "BẢNG ĐIỂM CHI TIẾT"), find(page, "(Kèm theo")
    assert (head.size, head.face) == (14, "LiberationSerif-Bold")
    assert (title.size, title.face) == (14, "LiberationSerif-Bold")
    assert bracket.face == "LiberationSerif-Italic"
    assert re.sub(r"\s+", " ", bracket.text) == (
        "(Kèm theo Báo cáo số /BC-UBND ngày tháng năm 2026 của Ủy ban nhân dân xã Hòa Bình)"
    )
    middle = (30 + (297 - 15)) / 2 * MM
    assert all(line.middle == pytest.approx(middle, abs=1) for line in (head, title, bracket))
    assert 1 / 3 <= rule_below(page, bracket).width / bracket.width <= 1 / 2
    assert find(read[5], "Phụ lục II").text == "Phụ lục II"


def test_an_annex_names_a_paper_that_has_its_number() -> None:
    paper = Paper(replace(META, number="7", dated=date(2026, 11, 9)))
    paper.body("x")
    paper.annex("", "Danh mục")
    page = pages(paper.to_pdf())[1]
    assert find(page, "Phụ lục").text == "Phụ lục"
    text = " ".join(line.text for line in page)
    assert "số 07/BC-UBND ngày 09 tháng 11 năm 2026 của" in text


# --- data is text


def test_hostile_words_are_shown_as_they_are_and_fetch_nothing() -> None:
    assert not rl_config.trustedHosts
    assert not rl_config.trustedSchemes
    reached: list[str] = []
    sys.addaudithook(lambda event, _: reached.append(event) if event in REACHING_OUT else None)
    meta = replace(META, issuer=(HOSTILE,), place=HOSTILE, parent=HOSTILE, symbol=HOSTILE, footer=HOSTILE)
    paper = Paper(meta)
    paper.head()
    paper.title(HOSTILE)
    paper.addressees(HOSTILE, HOSTILE)
    paper.bases(HOSTILE)
    paper.heading(HOSTILE, 2)
    paper.body(HOSTILE)
    paper.article(HOSTILE, HOSTILE)
    paper.items(HOSTILE)
    paper.table(Table((Column(HOSTILE, 1, group=HOSTILE),), [Row((HOSTILE,), True)], is_numbered=True))
    paper.signature(Signer(HOSTILE, HOSTILE, office=HOSTILE), (HOSTILE,))
    paper.annex(HOSTILE, HOSTILE)
    reached.clear()
    text = words(paper.to_pdf())
    assert not reached
    assert text.count("R&D") >= 10
    assert text.count("<b>x</b>") >= 5
    assert "&amp;amp;" not in text
    assert "\u202e" not in text


def test_one_paragraph_shows_its_text_and_nothing_else() -> None:
    paper = Paper(replace(META, footer="", has_end_mark=False))
    paper.body(HOSTILE)
    assert words(paper.to_pdf()).strip() == SHOWN


# --- the file


def test_the_same_words_give_the_same_bytes(printed: layout.Printed) -> None:
    paper = report()
    assert paper.to_pdf() == printed.pdf
    assert paper.lay_out() == printed
    assert report(replace(META, footer="Bản chốt số 3")).to_pdf() != printed.pdf


def test_what_the_file_says_of_itself(printed: layout.Printed) -> None:
    document = pypdfium2.PdfDocument(printed.pdf)
    told = document.get_metadata_dict()
    assert told["Title"] == "Báo cáo Ủy ban nhân dân xã Hòa Bình"
    assert told["Author"] == "Ủy ban nhân dân xã Hòa Bình"
    assert told["Producer"] == told["Creator"] == "Thước Số"
    assert told["CreationDate"] == told["ModDate"] == "D:20261114093005+07'00'"
    assert document.get_version() == 17
    assert b"/Lang (vi-VN)" in printed.pdf


def test_letters_come_back_composed(printed: layout.Printed, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(printed.pdf)
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "Nguyễn Thị Thu Hường" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text


def test_the_same_words_on_another_machine_clock_and_settings(printed: layout.Printed, tmp_path: Path) -> None:
    environment = {"TZ": "America/New_York", "LANG": "C", "PYTHONPATH": str(Path(__file__).parents[3])}
    program = (
        "import runpy, sys; names = runpy.run_path(sys.argv[1]); "
        "open(sys.argv[2], 'wb').write(names['report']().to_pdf())"
    )
    path = tmp_path / "a.pdf"
    subprocess.run([sys.executable, "-c", program, __file__, str(path)], env=environment, check=True)
    assert path.read_bytes() == printed.pdf


def test_it_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    report().lay_out(Progress(lambda done, total: told.append((done, total))))
    assert told
    assert all(0 <= done <= total for done, total in told)
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        report().lay_out(Progress(stop=stop))
