"""`backup`, `restore`, `doctor`: everything, or a plain word why not."""

import json
import shutil
import sqlite3
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.cli.calling import Desk, shell


@pytest.fixture
def commune(tmp_path: Path, desk: Callable[[str], Desk]) -> Desk:
    one = desk("xã")
    one.does("assessment", "start", "--framework", "minh-hoa-xa", "--agency-name", "Xã Hòa", "--person", "Lê Thị Hà")
    one.does("assessment", "answer", "may-tinh", "may_tinh=1.027", "can_bo=1.034", "--complete")
    proof = tmp_path / "Danh sách máy tính.txt"
    proof.write_text("Danh sách máy tính của xã", "utf-8")
    one.does("assessment", "attach", "may-tinh", proof)
    return one


def evidence(one: Desk) -> Path:
    digest = one.does("assessment", "show")["evidence"][0]["digest"]
    return one.folder / "evidence" / digest[:2] / digest


def test_back_from_a_backup(commune: Desk, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    before = commune.does("assessment", "show")
    assert before["score"]["criteria"][8]["points"] is not None
    archive = tmp_path / "sao lưu.zip"
    made = commune.does("backup", archive)
    assert (made["files"], made["damaged"]) == (1, [])
    assert made["size"] == archive.stat().st_size
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        assert json.loads(opened.read("manifest.json"))["format"] == "thuocso-backup"

    other = desk("máy khác")
    assert other.does("restore", archive)["files"] == 1
    assert other.does("assessment", "show") == before
    assert other.does("doctor")["is_sound"]
    assert [path.name for path in tmp_path.glob(".*.part")] == []


def test_nothing_is_restored_over_something(commune: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "sao lưu.zip"
    commune.does("backup", archive)
    before = commune.does("assessment", "show")
    assert commune.refused("restore", archive)["code"] == "restore.not_empty"
    assert commune.does("assessment", "show") == before


@pytest.mark.parametrize("harm", ["cut", "byte", "added", "text", "gone"])
def test_a_damaged_backup_makes_no_folder(
    commune: Desk, tmp_path: Path, desk: Callable[[str], Desk], harm: str
) -> None:
    archive = tmp_path / "sao lưu.zip"
    commune.does("backup", archive)
    data = archive.read_bytes()
    if harm == "cut":
        archive.write_bytes(data[: len(data) * 2 // 3])
    elif harm == "byte":
        archive.write_bytes(data.replace(b"SQLite format 3", b"SQLite format 4", 1))
    elif harm == "added":
        with zipfile.ZipFile(archive, "a") as opened:
            opened.writestr("../../ngoài.txt", "x")
    elif harm == "text":
        archive.write_text("không phải bản sao lưu", "utf-8")
    else:
        archive.unlink()
    other = desk("máy khác")
    expected = "file.unreadable" if harm == "gone" else "backup.damaged"
    assert other.refused("restore", archive)["code"] == expected
    assert not other.folder.exists()
    assert [path.name for path in tmp_path.glob(".*.part")] == []


def test_a_newer_backup_is_refused(commune: Desk, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    with sqlite3.connect(commune.folder / "thuocso.sqlite") as connection:
        connection.execute("PRAGMA user_version = 900")
    connection.close()
    assert commune.refused("assessment", "show")["code"] == "data.newer"
    assert commune.refused("doctor")["code"] == "data.newer"


def test_doctor_names_what_is_lost(commune: Desk) -> None:
    assert commune.does("doctor")["findings"] == []
    file = evidence(commune)
    kept = file.read_bytes()

    file.write_bytes(kept + b"!")
    told = commune.does("doctor", code=1)
    assert [(item["code"], item["detail"]) for item in told["findings"]] == [("evidence_damaged", file.name)]
    assert told["error"]["code"] == "data.unsound"

    file.unlink()
    assert [item["code"] for item in commune.does("doctor", code=1)["findings"]] == ["evidence_missing"]
    assert "Mất tệp minh chứng" in commune._call("doctor").out


def test_doctor_changes_nothing_and_sees_what_is_left_over(commune: Desk) -> None:
    stray = commune.folder / "evidence" / "ab" / ("ab" + "0" * 62)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    (commune.folder / "evidence" / "incoming" / "dở dang").write_bytes(b"x")
    told = commune.does("doctor")
    assert sorted(item["code"] for item in told["findings"]) == ["leftover", "unreferenced"]
    assert told["is_sound"]
    assert stray.exists()
    commune.does("assessment", "show")
    assert commune.does("doctor")["findings"] == []


def test_a_database_that_is_none(commune: Desk) -> None:
    (commune.folder / "thuocso.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 4_000)
    assert commune.refused("doctor")["code"] == "data.damaged"


def test_damaged_evidence_is_backed_up_and_named(commune: Desk, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    file = evidence(commune)
    file.write_bytes(b"khac")
    made = commune.does("backup", tmp_path / "b.zip")
    assert len(made["damaged"]) == 1
    other = desk("máy khác")
    other.does("restore", tmp_path / "b.zip")
    assert [item["code"] for item in other.does("doctor", code=1)["findings"]] == ["evidence_damaged"]


def test_decomposed_letters_are_put_together(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    one = desk("mac")
    name = unicodedata.normalize("NFD", "Phường Đông Hải")
    told = one.does("assessment", "start", "--framework", "minh-hoa-xa", "--agency-name", name)
    assert told["name"] == "Phường Đông Hải"
    one.does("assessment", "answer", "1.1", "--explanation", unicodedata.normalize("NFD", "Đã kiện toàn"))
    assert one.does("assessment", "show")["score"]["total"] == "0"


def test_journal_names_the_person(commune: Desk) -> None:
    lines = commune.does("journal", "list", "--limit", "50")["lines"]
    changed = [line for line in lines if line["action"] == "response.changed" and line["field"] == "may_tinh"]
    assert [(line["person"], line["after"]) for line in changed] == [("Lê Thị Hà", "1027")]
    assert "1027" in commune.reads("journal", "list")


def test_a_folder_in_use_is_left_alone(commune: Desk) -> None:
    from app.operations import folders

    opened = folders.open_workspace(commune.folder)
    try:
        for command in (("doctor",), ("journal", "list")):
            ran = shell("--data", commune.folder, *command, "--json")
            assert (ran.code, ran.json["error"]["code"]) == (1, "data.in_use")
    finally:
        opened.close()


def test_a_folder_moves_as_it_is(commune: Desk, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    shutil.move(commune.folder, tmp_path / "nơi khác")
    assert desk("nơi khác").does("doctor")["files"] == 1
