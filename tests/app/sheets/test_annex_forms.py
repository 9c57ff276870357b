"""The same set in the forms offices give it: any order of columns, any numbering, split by pages, merged."""

import itertools
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.sheets.annexes import HEADS, excel, framework_rows, tree, understood, word
from tests.app.sheets.test_annex_docx import read_tree, tay_ninh

WORDS = (
    ("STT", "TT", "Mã", "Mã chỉ số"),
    ("Chỉ số", "TIÊU CHÍ", "Nội dung tiêu chí", "Chỉ số thành phần"),
    ("Điểm tối đa", "ĐIỂM CHUẨN", "Thang điểm", "Điểm"),
    ("Cách xác định và tính điểm", "Cách tính", "Hướng dẫn chấm điểm"),
    ("Tài liệu kiểm chứng", "Minh chứng"),
    ("Ghi chú", "Đơn vị phối hợp xác minh"),
)
# how each level is numbered: U A B C, R I II III, N 1 2 3, C going on over the groups, L a b c d đ, D the group's code
# and a number, P a number and a number, "" nothing
NUMBERINGS = (
    "U R N", "R N", "N D", "N D D", "R N D", "U N D", "R P", "N L", "R N L", "U R N D", "R D", "U D D", "R C", "N _",
    "U R N L",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


@pytest.mark.parametrize("seed", range(24))
def test_62_criteria_in_any_form_are_the_same_tree(seed: int, tmp_path: Path) -> None:
    chance, known = random.Random(seed), tay_ninh()
    order = chance.sample(range(6), 6)
    closing, points = chance.choice(("", ".", ")")), chance.choice(("{}", "{} điểm", "({})", "{},0"))
    in_title, is_bold = chance.random() < 0.3, chance.random() < 0.5
    made = []
    for code, title, maximum, *rest in framework_rows(known)[1:]:
        mark = "**" if code.startswith("**") and is_bold else ""
        bare = [cell.strip("*") for cell in (code, title, maximum)]
        shown = [f"{bare[0]}{closing}", bare[1]]
        if in_title:
            shown = ["", f"{bare[0]}{closing or '.'} {bare[1]}"]
        row = [*(f"{mark}{cell}{mark}" for cell in (*shown, points.format(bare[2]))), *rest]
        made.append([row[at] for at in order])
    if chance.random() < 0.3:
        made = [[unicodedata.normalize("NFD", cell) for cell in row] for row in made]
    head = [chance.choice(WORDS[at]) for at in order]
    if seed % 2:
        cuts = [0, *sorted(chance.sample(range(5, 60), 2)), len(made)]
        parts = [made[start:end] for start, end in itertools.pairwise(cuts)]
        path = word(tmp_path / "pl.docx", [head, *parts[0]], *([head, *part] for part in parts[1:]))
    else:
        path = excel(tmp_path / "pl.xlsx", [["", "PHỤ LỤC V"], ["Bộ chỉ số cấp xã"], [], head, *made])
    assert read_tree(path) == tree(known)


class Numbered:
    """An annex made at random after one numbering: its rows, the tree they mean, and which rows are merged across."""

    def __init__(self, chance: random.Random, numbering: str) -> None:
        self.rows: list[list[str]] = []
        self.meant: list[tuple[int, str, str, str]] = []
        self.across: list[int] = []
        self._chance, self._styles = chance, numbering.split()
        self._counted = 0
        self._bold, self._unsaid, self._merged = (chance.random() < 0.5 for _ in range(3))
        self.total = self._level(0, "", 0)

    def _code(self, style: str, at: int, above: str, place: int) -> str:
        self._counted += style == "C"
        signs: dict[str, Callable[[], str]] = {
            "U": lambda: "ABCDEGH"[at - 1],
            "R": lambda: ROMAN[at - 1],
            "N": lambda: str(at),
            "C": lambda: str(self._counted),
            "L": lambda: "abcdđeg"[at - 1],
            "D": lambda: f"{above}.{at}",
            "P": lambda: f"{place}.{at}",
            "_": lambda: "",
        }
        return signs[style]()

    def _level(self, depth: int, above: str, place: int) -> int:
        total = 0
        for at in range(1, self._chance.randint(2, 4) + 1):
            code = self._code(self._styles[depth], at, above, place)
            title = f"Nội dung {self._chance.randint(100, 999)} về chuyển đổi số"
            number = len(self.rows)
            self.rows.append([])
            self.meant.append((0, "", "", ""))
            is_leaf = depth == len(self._styles) - 1
            points = self._chance.choice((5, 10, 20)) if is_leaf else self._level(depth + 1, code, at)
            said = str(points) if is_leaf or not self._unsaid else ""
            self.meant[number] = (depth, code, title, said)
            self.rows[number] = self._row(number, depth, is_leaf)
            total += points
        return total

    def _row(self, number: int, depth: int, is_leaf: bool) -> list[str]:
        _, code, title, said = self.meant[number]
        if is_leaf:
            return [code, title, said, "Có: điểm tối đa; Không: 0 điểm", "", ""]
        if self._merged and depth == 0:
            self.across.append(number)
            return [f"{code}. {title}" + (f" ({said} điểm)" if said else ""), "", "", "", "", ""]
        mark = "**" if self._bold else ""
        return [*(f"{mark}{cell}{mark}" if cell else "" for cell in (code, title, said)), "", "", ""]


@pytest.mark.parametrize("numbering", NUMBERINGS)
@pytest.mark.parametrize("seed", range(4))
def test_any_numbering_is_read_to_the_tree_it_means(numbering: str, seed: int, tmp_path: Path) -> None:
    made = Numbered(random.Random(f"{numbering} {seed}"), numbering)
    rows = [HEADS, *made.rows, ["", "Tổng cộng", str(made.total), "", "", ""]]

    def merge_in_word(document: Any) -> None:
        for number in made.across:
            document.tables[0].cell(number + 1, 0).merge(document.tables[0].cell(number + 1, 5))

    def merge_in_excel(sheet: Any) -> None:
        for number in made.across:
            sheet.merge_cells(start_row=number + 2, end_row=number + 2, start_column=1, end_column=6)

    if seed % 2:
        path = word(tmp_path / "pl.docx", rows, finish=merge_in_word)
    else:
        path = excel(tmp_path / "pl.xlsx", rows, merge_in_excel)
    outline = understood(path)
    assert [(row.level, row.code, row.title, row.maximum) for row in outline.rows if row.is_node] == made.meant
    assert outline.total == str(made.total)
