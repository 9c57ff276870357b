"""Tables of papers, read back from the PDF: heads, figures, rows over page breaks."""

import itertools
import re
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reports.figures import LANDSCAPE, MM
from app.reports.layout import Column, Paper, PaperMeta, Row, Table

META = PaperMeta(
    kind="Báo cáo",
    issuer=("Ủy ban nhân dân", "xã Hòa Bình"),
    symbol="BC-UBND",
    made_at=datetime(2026, 11, 14, tzinfo=UTC),
)
COLUMNS = (Column("TT", 1, "centre"), Column("Tiêu chí", 6), Column("Điểm", 2, "right"))
LONG = "Giải trình về việc chưa có văn bản kết luận của cơ quan có thẩm quyền. "


def printed(table: Table, landscape: bool = False, has_end_mark: bool = True) -> list[list[tuple[str, Any, str]]]:
    """Pages of (text, bounds, face) in the order drawn."""
    meta = PaperMeta(
        META.kind, META.issuer, META.made_at, has_end_mark=has_end_mark, **({"page": LANDSCAPE} if landscape else {})
    )
    paper = Paper(meta)
    paper.table(table)
    found = []
    for page in pypdfium2.PdfDocument(paper.to_pdf()):
        pieces = page.get_objects(filter=[1], textpage=page.get_textpage())
        texts = [(piece.extract().strip(), piece.get_bounds(), piece.get_font().get_base_name()) for piece in pieces]
        found.append([text for text in texts if text[0]])
    return found


def test_heads_are_repeated_on_every_page_and_no_row_is_lost_or_split() -> None:
    rows = [Row((str(n), f"Tiêu chí {n}\ndòng thứ hai", f"{n},50")) for n in range(1, 101)]
    pages = printed(Table(COLUMNS, rows))
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        texts = [text for text, _, _ in page]
        assert [text for text in texts if text in {"TT", "Điểm"}] == ["TT", "Điểm"], number
        assert sum(text.startswith("Tiêu chí ") for text in texts) == texts.count("dòng thứ hai")
    drawn = [text for page in pages for text, _, _ in page if text.startswith("Tiêu chí ")]
    assert drawn == [f"Tiêu chí {n}" for n in range(1, 101)]


def test_figures_stand_right_and_numbers_in_the_middle() -> None:
    page = printed(Table(COLUMNS, [Row(("1", "a", "9,50")), Row(("10", "b", "100,50"))]))[0]
    place = {text: bounds for text, bounds, _ in page}
    assert place["9,50"][2] == pytest.approx(place["100,50"][2], abs=0.5)
    assert place["100,50"][2] == pytest.approx(195 * MM - 3, abs=1)
    middles = [(place[text][0] + place[text][2]) / 2 for text in ("1", "10", "TT")]
    assert middles == pytest.approx([middles[0]] * 3, abs=1)


def test_heads_and_groups_are_bold() -> None:
    rows = [Row(("I", "Nhận thức số", "20,00"), is_group=True), Row(("1", "Kế hoạch", "2,00"))]
    faces = {text: face for text, _, face in printed(Table(COLUMNS, rows, is_numbered=True))[0]}
    assert {faces[text] for text in ("TT", "Tiêu chí", "Điểm", "I", "Nhận thức số", "20,00")} == {
        "LiberationSerif-Bold"
    }
    assert {faces[text] for text in ("1", "Kế hoạch", "2,00")} == {"LiberationSerif"}
    assert {faces[text] for text in ("(1)", "(2)", "(3)")} == {"LiberationSerif-Italic"}


@pytest.mark.parametrize("before", range(30, 42))
def test_a_group_is_never_the_last_row_of_a_page(before: int) -> None:
    rows = [Row((str(n), "Tiêu chí", "1,00")) for n in range(before)]
    rows += [Row(("II", "Nhóm hai", "20,00"), is_group=True), Row(("x", "Sau nhóm", "2,00"))]
    pages = [[text for text, _, _ in page] for page in printed(Table(COLUMNS, rows))]
    assert [("Nhóm hai" in page) == ("Sau nhóm" in page) for page in pages] == [True] * len(pages)


def test_columns_share_a_head() -> None:
    columns = (
        Column("TT", 1),
        Column("Điểm tối đa", 2, "right", "Quy chuẩn"),
        Column("Cách tính", 4, group="Quy chuẩn"),
        Column("Điểm tự chấm", 2, "right", "Tự đánh giá"),
        Column("Giải trình", 4, group="Tự đánh giá"),
    )
    page = printed(Table(columns, [Row(("1", "2,00", "a", "1,00", "b"))]))[0]
    place = {text: bounds for text, bounds, _ in page}
    assert [text for text, _, _ in page].count("Quy chuẩn") == 1
    assert place["Quy chuẩn"][1] > place["Cách tính"][3]
    middle = (place["Quy chuẩn"][0] + place["Quy chuẩn"][2]) / 2
    left, right = 30 * MM + 165 * MM / 13, 30 * MM + 165 * MM * 7 / 13
    assert middle == pytest.approx((left + right) / 2, abs=1)


@pytest.mark.parametrize("landscape", [False, True])
def test_a_row_longer_than_pages_is_shown_whole(landscape: bool) -> None:
    words = [f"từ{n}" for n in range(3000)]
    rows = [Row(("1", "ngắn", "1,00")), Row(("2", " ".join(words), "2,00")), Row(("3", "cuối", "3,00"))]
    pages = printed(Table(COLUMNS, rows), landscape)
    assert len(pages) > 2
    drawn = re.findall(r"từ\d+", " ".join(text for page in pages for text, _, _ in page))
    assert drawn == words
    for page in pages:
        assert [text for text, _, _ in page].count("TT") == 1
        assert min(bounds[1] for _, bounds, _ in page) >= 20 * MM - 1
    assert [text for page in pages for text, _, _ in page if text in {"1,00", "2,00", "3,00"}] == [
        "1,00",
        "2,00",
        "3,00",
    ]


def test_words_without_a_break_stay_in_their_column() -> None:
    page = printed(Table(COLUMNS, [Row(("0123456789abcdef" * 4, "https://" + "a" * 200, "1" * 60))]))[0]
    assert max(bounds[2] for _, bounds, _ in page) <= 195 * MM
    edges = list(itertools.accumulate([30 * MM, 165 * MM / 9, 165 * MM * 6 / 9, 165 * MM * 2 / 9]))
    for _, (left, _, right, _), _ in page:
        assert any(low <= left and right <= high for low, high in itertools.pairwise(edges))


def test_the_end_mark_stays_with_the_last_row() -> None:
    for count in range(38, 48):
        rows = [Row((str(n), "Tiêu chí", "1,00")) for n in range(count)]
        last = [text for text, _, _ in printed(Table(COLUMNS, rows))[-1]]
        assert str(count - 1) in last
        assert last[-1] == "./."


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="zip"):
        printed(Table(COLUMNS, [Row(("1", "2"))]))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=40), st.sampled_from(["", LONG, LONG * 40]), st.text(max_size=8)), max_size=6)
)
def test_any_table_can_be_printed(cells: list[tuple[str, str, str]]) -> None:
    pages = printed(Table(COLUMNS, [Row(row, is_group=bool(n % 2)) for n, row in enumerate(cells)]), has_end_mark=False)
    shown = " ".join(text for page in pages for text, _, _ in page)
    assert shown.count("Giải trình") == sum(row[1].count("Giải trình") for row in cells)


@pytest.mark.parametrize("name", ["Nhóm", "Nhóm " + LONG * 5, "Nhóm " + LONG * 40])
def test_pages_of_groups_alone_can_be_printed(name: str) -> None:
    rows = [Row((f"số {n}", name, "1,00"), is_group=True) for n in range(100)]
    drawn = [text for page in printed(Table(COLUMNS, rows)) for text, _, _ in page if text.startswith("số ")]
    assert drawn == [f"số {n}" for n in range(100)]
