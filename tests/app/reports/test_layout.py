"""Papers measured back from their PDF against the figures of Nghị định 30/2020/NĐ-CP (Phụ lục I)."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.reports import figures, layout
from app.reports.figures import MM
from app.reports.layout import (
    LANDSCAPE,
    SAMPLE_TABLE,
    TEMPLATES,
    Paper,
)
from tests.app.reports.layouts import DIGEST, META, find, pages, report, rule_below


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
