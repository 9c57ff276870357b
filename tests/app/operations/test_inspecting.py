"""The journal under inspection: whatever is changed in the database behind the program's back comes out."""

import sqlite3
from pathlib import Path

import openpyxl
import pytest

from app.domain import journal
from app.errors import AppError
from app.operations import inspecting, workspace
from app.operations.folders import open_workspace
from app.operations.keeping import checking
from app.operations.workspace import DATABASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Dữ liệu xã Hòa Bình"
    with_people(made, "Nguyễn Thị Hạnh", "Trần Văn Bảy", "Lê Tư")
    return made


def with_people(folder: Path, *names: str) -> None:
    opened = open_workspace(folder)
    for name in names:
        workspace.add_person(opened, name, "", "")
    opened.close()


def tamper(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        assert connection.execute(statement).rowcount > 0
    connection.close()


def proof(folder: Path):
    opened = open_workspace(folder)
    try:
        return inspecting.prove(opened)
    finally:
        opened.close()


def test_what_the_program_wrote_is_whole(folder: Path) -> None:
    found = proof(folder)

    assert (found.chained, found.broken_at) == (found.lines, None)
    assert found.lines >= 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET after = 'Ai đó' WHERE id = 2",
        "UPDATE journal SET at = '2020-01-01T00:00:00+07:00' WHERE id = 2",
        "DELETE FROM journal WHERE id = 1",
        "UPDATE journal SET digest = previous WHERE id = 2",
        "UPDATE journal SET id = 100 WHERE id = 1",
        "UPDATE journal SET digest = '', previous = ''",
    ],
)
def test_a_line_changed_behind_the_programs_back_comes_out(folder: Path, statement: str) -> None:
    tamper(folder, statement)

    assert proof(folder).broken_at is not None
    found = checking.doctor(folder)
    assert [item.code for item in found.findings if item.is_harm] == ["journal"]


def test_lines_of_an_earlier_version_are_taken_into_the_chain_as_one(folder: Path) -> None:
    tamper(folder, "UPDATE journal SET digest = '', previous = ''")
    with_people(folder, "Phạm Năm")
    found = proof(folder)
    assert (found.chained, found.broken_at) == (1, None)

    tamper(folder, "UPDATE journal SET after = 'Ai đó' WHERE id = 1")
    assert proof(folder).broken_at == found.lines


def test_it_is_handed_out_in_words_and_for_a_program(folder: Path, tmp_path: Path) -> None:
    opened = open_workspace(folder)
    done = inspecting.hand_out(opened, tmp_path / "Nhật ký.xlsx")
    opened.close()

    sheet = openpyxl.load_workbook(done.book)["Nhật ký"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[4] for row in rows] == [*["Thêm người thao tác"] * 3, "Xuất nhật ký"]
    assert rows[-1][9] == done.proof.head
    assert inspecting.prove_file(done.lines) == done.proof


def test_a_handed_out_journal_that_was_edited_is_told(folder: Path, tmp_path: Path) -> None:
    opened = open_workspace(folder)
    done = inspecting.hand_out(opened, tmp_path / "n.xlsx")
    opened.close()
    done.lines.write_bytes(done.lines.read_bytes().replace("Lê Tư".encode(), "Lê Ba".encode(), 1))

    assert inspecting.prove_file(done.lines).broken_at is not None

    done.lines.write_bytes(b'{"at": "x"}\n')
    with pytest.raises(AppError) as refused:
        inspecting.prove_file(done.lines)
    assert refused.value.code == "journal.unreadable"


def test_typing_on_in_one_field_keeps_the_chain(folder: Path) -> None:
    from app.storage import journal as kept

    opened = open_workspace(folder)
    with opened.transaction():
        place = ("Hạnh", "p", "response.changed", "4.3", "explanation")
        kept.add("2026-11-22T08:00:00+07:00", *place, "", "Số")
        kept.add("2026-11-22T08:00:20+07:00", *place, "Số", "Số liệu")
        lines = kept.everything()
    opened.close()

    assert lines[-1].after == "Số liệu"
    assert journal.proven(lines).broken_at is None


def test_a_clock_put_back_does_not_go_on_in_the_last_line(folder: Path) -> None:
    from app.storage import journal as kept

    opened = open_workspace(folder)
    with opened.transaction():
        place = ("Hạnh", "p", "response.changed", "4.3", "explanation")
        kept.add("2026-11-22T08:00:00+07:00", *place, "", "Số")
        kept.add("2026-10-22T08:00:00+07:00", *place, "Số", "Số liệu")
        told = [line.after for line in kept.everything()]
    opened.close()

    assert told[-2:] == ["Số", "Số liệu"]


def test_what_was_handed_out_stays_a_line_of_the_journal(folder: Path, tmp_path: Path) -> None:
    from app.storage import journal as kept

    opened = open_workspace(folder)
    place = ("Hạnh", "p", "response.changed", "4.3", "explanation")
    with opened.transaction():
        kept.add(opened.now(), *place, "", "Số")
    head = inspecting.hand_out(opened, tmp_path / "n.xlsx").proof.head
    with opened.transaction():
        kept.add(opened.now(), *place, "Số", "Số liệu")
        lines = kept.everything()
    opened.close()

    assert head in {line.digest for line in lines}
    assert lines[-1].after == "Số liệu"
