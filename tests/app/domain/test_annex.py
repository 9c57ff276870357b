"""Codes, points and the tree of an annex: what follows what, what lies under what, and rows that a person moves."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.annex import Annex, AnnexCell, AnnexRow, AnnexTable, OutlineRow, Place, RowKind
from app.domain.annex_audit import audit
from app.domain.annex_codes import follows, read_code, split_code
from app.domain.annex_columns import guess_columns
from app.domain.annex_outline import changed, marked, outline, settled, shifted, twigs
from app.domain.annex_points import points_in, points_in_title

HEAD = ("STT", "Chỉ số", "Điểm tối đa", "Cách tính điểm")


def table(*rows: Sequence[str]) -> Annex:
    made = [AnnexRow(at, tuple(AnnexCell(text) for text in row)) for at, row in enumerate((HEAD, *rows), start=1)]
    return Annex("pl.docx", (AnnexTable(1, tuple(made)),))


def levels(*codes: str) -> list[int]:
    """The levels that rows with these codes get."""
    annex = table(*((code, f"Tên {at}", "", "x") for at, code in enumerate(codes)))
    return [row.level for row in outline(annex, guess_columns(annex)).rows if row.is_node]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("1", "1"), ("1.", "1"), ("4.22.11", "4 22 11"), ("II.", "II"), ("a)", "a"), ("đ)", "đ"), ("(3)", "3"),
     ("4/1", "4 1"),     ("I.1.2", "I 1 2"), ("A1", "A 1"), ("CS01", "CS 01"), ("-", "-"), ("1.a", "1 a")],
)  # fmt: skip
def test_codes_are_read_in_pieces(text: str, pieces: str) -> None:
    code = read_code(text)
    assert code is not None
    assert list(code.pieces) == pieces.split()


@pytest.mark.parametrize("text", ["Tổng", "100%", "Nhận thức số", "", "2025-2030 giai đoạn", "5G phủ sóng"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_code(text) is None


@pytest.mark.parametrize(
    ("title", "code", "rest"),
    [("1.1. Tên", "1.1", "Tên"), ("A. NHÓM CHỈ SỐ CHUNG", "A", "NHÓM CHỈ SỐ CHUNG"), ("II - Thể chế", "II", "Thể chế"),
     ("đ) Zalo", "đ", "Zalo"), ("Nhóm 1: Hạ tầng", "1", "Hạ tầng"), ("Tiêu chí 1.2. Tên", "1.2", "Tên"),
     ("100% thôn có Internet", "", "100% thôn có Internet"), ("5G phủ sóng", "", "5G phủ sóng"),
     ("3 hệ thống dùng chung", "", "3 hệ thống dùng chung"), ("Mục tiêu số", "", "Mục tiêu số")],
)  # fmt: skip
def test_a_code_before_a_title_is_split_off(title: str, code: str, rest: str) -> None:
    found, left = split_code(title)
    assert (found.text if found else "", left) == (code, rest)


@pytest.mark.parametrize(
    ("before", "after", "is_next"),
    [("1.9", "1.10", True), ("1.1", "1.10", False), ("d", "đ", True), ("d", "e", True), ("e", "g", True),
     ("a", "c", False),     ("H", "I", False), ("IV", "V", True), ("1.2", "2.1", False)],
)  # fmt: skip
def test_what_follows_what(before: str, after: str, is_next: bool) -> None:
    first, second = read_code(before), read_code(after)
    assert first is not None
    assert second is not None
    assert follows(second, first) is is_next


@pytest.mark.parametrize(
    ("text", "points"),
    [("10", "10"), ("7,5", "15/2"), ("7.5", "15/2"), ("(10 điểm)", "10"), ("10đ", "10"), ("-5", "-5"),
     ("– 5 điểm", "-5"),     ("Trừ 5", "-5"), ("Tối đa: 20", "20"), ("1.000", "1000"), ("0,25", "1/4"), ("5%", None),
     ("10-20", None), ("Có", None)],
)  # fmt: skip
def test_points_are_read_as_people_write_them(text: str, points: str | None) -> None:
    read = points_in(text)
    assert (None if read is None else str(read)) == points


def test_points_in_brackets_are_taken_out_of_a_title() -> None:
    points, rest = points_in_title("Hạ tầng số (tối đa 10,5 điểm)")
    assert (str(points), rest) == ("21/2", "Hạ tầng số")
    assert points_in_title("Năm (2025)") == (None, "Năm (2025)")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("1 1.1 1.2 2 2.1", [0, 1, 1, 0, 1]),
        ("I 1 2 II 1 2", [0, 1, 1, 0, 1, 1]),
        ("I 1 2 II 3 4", [0, 1, 1, 0, 1, 1]),  # numbers that go on over the sections
        ("A I 1 2 II 1 B I 1", [0, 1, 2, 2, 1, 2, 0, 1, 2]),
        ("1 1.1 1.1.1 1.1.2 1.2 2", [0, 1, 2, 2, 1, 0]),
        ("4 4.21 4.22.1 4.22.2 5", [0, 1, 1, 1, 0]),  # no row 4.22
        ("I 1.1 1.2 II 2.1", [0, 1, 1, 0, 1]),
        ("A B C D", [0, 0, 0, 0]),  # C and D are letters here, not Roman
        ("I II III IV V VI", [0] * 6),
        ("G H I K", [0] * 4),  # I after H is a letter
        ("1.1 1.2 2.1", [0, 0, 0]),  # groups without rows of their own
    ],
)
def test_levels_from_codes(codes: str, expected: list[int]) -> None:
    assert levels(*codes.split()) == expected


def test_letters_with_points_that_add_up_are_criteria_in_vietnamese_order() -> None:
    rows = [("1", "Kênh", "14", ""), *[(f"{letter})", f"Kênh {letter}", "2", "Có: 2") for letter in "abcdđeg"]]
    read = outline(table(*rows), guess_columns(table(*rows)))
    assert [(each.level, each.kind.value, each.code) for each in read.rows] == [
        (0, "group", "1"),
        *[(1, "criterion", letter) for letter in "abcdđeg"],
    ]


# Moving rows -------------------------------------------------------------------------------------------------------


def row(key: str, level: int, kind: RowKind = RowKind.CRITERION, maximum: str = "1") -> OutlineRow:
    return OutlineRow(key, kind, level, Place(1, 1), code=key, title=key, maximum=maximum)


def tree() -> tuple[OutlineRow, ...]:
    return settled([row("a", 0, maximum="3"), row("b", 1), row("c", 1), row("d", 2), row("e", 0), row("f", 0)])


def shape(rows: Sequence[OutlineRow]) -> str:
    marks = {RowKind.GROUP: "+", RowKind.CRITERION: "", RowKind.PART: "|", RowKind.SKIPPED: "x"}
    return " ".join(f"{each.key}{marks[each.kind]}{each.level}" for each in rows)


def test_a_row_moves_with_what_lies_under_it() -> None:
    assert shape(tree()) == "a+0 b1 c+1 d2 e0 f0"
    assert shape(shifted(tree(), ["c"], -1)) == "a+0 b1 c+0 d1 e0 f0"
    assert shape(shifted(tree(), ["c"], 1)) == "a+0 b+1 c+2 d3 e0 f0"
    assert shape(shifted(tree(), ["e", "f"], 1)) == "a+0 b1 c+1 d2 e1 f1"


def test_a_row_cannot_leave_the_tree() -> None:
    assert shifted(tree(), ["a"], 1) == tree()
    assert shifted(tree(), ["a"], -1) == tree()
    assert shape(shifted(tree(), ["b"], 1)) == shape(tree())  # already right under a


def test_a_group_made_a_criterion_takes_in_what_lies_under_it_and_gives_it_back() -> None:
    folded = marked(tree(), ["c"], RowKind.CRITERION)
    assert shape(folded) == "a+0 b1 c1 d|2 e0 f0"
    assert [part.key for twig in twigs(folded) for each in twig.walk() for part in each.parts] == ["d"]
    assert shape(marked(folded, ["d"], RowKind.CRITERION)) == shape(tree())


def test_a_row_left_out_counts_no_more() -> None:
    rows = marked(tree(), ["b"], RowKind.SKIPPED)
    assert shape(rows) == "a+0 bx0 c+1 d2 e0 f0"
    assert [doubt.code for doubt in audit(rows).nodes["a"].doubts] == ["group_sum"]
    assert shape(marked(rows, ["b"], RowKind.CRITERION)) == "a+0 b1 c+1 d2 e0 f0"


def test_changed_points_change_the_sums() -> None:
    rows = changed(tree(), "b", maximum="2.5")
    assert str(audit(rows).sums["a"]) == "3"
    assert dict(audit(rows).nodes["a"].doubts[0].values) == {"declared": "3", "sum": "3.5"}


kinds = st.sampled_from(RowKind)
some_rows = st.lists(
    st.tuples(st.integers(0, 4), kinds, st.sampled_from(["", "1", "2.5", "-1", "0"])), max_size=12
).map(lambda given: settled(row(f"r{at}", level, kind, points) for at, (level, kind, points) in enumerate(given)))
steps = st.lists(
    st.tuples(st.sampled_from(["in", "out", *RowKind]), st.sets(st.integers(0, 11), min_size=1, max_size=4)), max_size=5
)


@given(rows=some_rows, moves=steps)
def test_no_move_loses_a_row_or_leaves_a_level_out(
    rows: tuple[OutlineRow, ...], moves: list[tuple[str, set[int]]]
) -> None:
    keys = [each.key for each in rows]
    for what, places in moves:
        chosen = [f"r{at}" for at in places]
        rows = (
            shifted(rows, chosen, 1 if what == "in" else -1)
            if what in ("in", "out")
            else marked(rows, chosen, RowKind(what))
        )
        assert [each.key for each in rows] == keys
        depth = -1
        for each in rows:
            if each.is_node:
                assert 0 <= each.level <= depth + 1
                depth = each.level
        nodes = {each.key for each in rows if each.is_node}
        assert {twig.row.key for top in twigs(rows) for twig in top.walk()} == nodes
        assert set(audit(rows).nodes) == nodes


cells = st.sampled_from(
    ["", "1", "1.1", "I", "A", "a)", "-", "Tên", "Tổng cộng", "10", "10,5", "x y z", "Điểm tối đa", "Chỉ số"]
)
tables = st.lists(st.lists(cells, min_size=3, max_size=5), min_size=1, max_size=10)


@given(rows=tables)
def test_any_table_is_understood_somehow(rows: list[list[str]]) -> None:
    annex = table(*rows)
    known = guess_columns(annex)
    read = outline(annex, known)
    assert len({each.key for each in read.rows}) == len(read.rows)
    audit(read.rows, read.total)
