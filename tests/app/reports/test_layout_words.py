"""Signatures, end marks, annexes and hostile words in the layout of a paper."""

import itertools
import re
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab import rl_config

from app.progress import Cancelled, Progress
from app.reports import layout
from app.reports.figures import MM
from app.reports.layout import (
    Authority,
    Column,
    Paper,
    Row,
    Signer,
    Table,
)
from tests.app.reports.layouts import (
    HOSTILE,
    META,
    REACHING_OUT,
    RECEIVERS,
    SHOWN,
    SIGNER,
    find,
    pages,
    report,
    rule_below,
    words,
)


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
