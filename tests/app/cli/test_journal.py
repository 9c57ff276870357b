"""`journal export`: the whole journal handed out as a workbook and as lines, and proven without the data folder."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app.operations.workspace import DATABASE
from tests.app.cli.calling import Desk
from tests.app.cli.playing import begun


@pytest.fixture
def authority(tmp_path: Path, desk: Callable[[str], Desk]) -> Desk:
    return begun(tmp_path, desk).authority


def test_it_is_handed_out_in_words_and_proven_elsewhere(
    authority: Desk, tmp_path: Path, desk: Callable[[str], Desk]
) -> None:
    done = authority.does("journal", "export", "--out", tmp_path / "Nhật ký.xlsx")
    book, lines = map(Path, done["files"])
    assert (book, lines) == (tmp_path / "Nhật ký.xlsx", tmp_path / "Nhật ký.jsonl")
    assert (done["broken_at"], done["chained"]) == (None, done["lines"])
    rows = list(openpyxl.load_workbook(book)["Nhật ký"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == done["lines"]
    assert (rows[-1][2], rows[-1][4], rows[-1][9]) == ("Trần Thị Lan, Chuyên viên", "Xuất nhật ký", done["head"])
    told = desk("thanh tra").does("journal", "verify", lines)
    assert (told["lines"], told["head"], told["broken_at"]) == (done["lines"], done["head"], None)
    assert "Nhật ký nguyên vẹn" in authority.reads("journal", "export", "--out", tmp_path / "lần hai.xlsx")


def test_a_place_that_is_gone_is_told_and_nothing_is_left(authority: Desk, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    refused = authority.refused("journal", "export", "--out", tmp_path / "không có" / "Nhật ký.xlsx")
    assert refused["code"] == "medium.gone"
    assert refused["message"].startswith("USB đã ngắt khi đang ghi. Số liệu trong máy nguyên vẹn")
    assert sorted(tmp_path.iterdir()) == before


def test_an_altered_journal_is_handed_out_with_the_line_that_no_longer_fits(authority: Desk, tmp_path: Path) -> None:
    with sqlite3.connect(authority.folder / DATABASE) as connection:
        connection.execute("UPDATE journal SET after = 'Ai đó' WHERE id = 2")
    connection.close()
    done = authority.does("journal", "export", "--out", tmp_path / "Nhật ký.xlsx", code=1)
    assert (done["broken_at"], done["error"]["code"]) == (2, "journal.broken")
    assert done["error"]["message"].startswith("Nhật ký không còn khớp từ dòng 2:")
    assert all(Path(path).is_file() for path in done["files"])
