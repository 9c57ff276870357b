"""Copies, a second place, locked files, handing over and mending from the shell."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.operations.workspace import DATABASE
from tests.app.cli.calling import Desk
from tests.app.cli.test_folders import commune, evidence

__all__ = ["commune"]
SECRET = "bốn từ dễ nhớ lắm"


@pytest.fixture
def locked(tmp_path: Path) -> tuple[str, Path]:
    (tmp_path / "mật khẩu.txt").write_text(f"{SECRET}\n", "utf-8")
    return "--backup-passphrase-file", tmp_path / "mật khẩu.txt"


def test_a_locked_backup_opens_with_its_passphrase_alone(
    commune: Desk, tmp_path: Path, desk: Callable[[str], Desk], locked: tuple[str, Path]
) -> None:
    before = commune.does("assessment", "show")
    commune.does("backup", tmp_path / "b.zip.age", "--encrypt", *locked)
    other = desk("máy khác")
    assert other.refused("restore", tmp_path / "b.zip.age")["code"] == "backup.passphrase_not_given"
    (tmp_path / "sai.txt").write_text("sai", "utf-8")
    wrong = other.refused("restore", tmp_path / "b.zip.age", locked[0], tmp_path / "sai.txt")
    assert wrong["code"] == "backup.passphrase_wrong"
    assert not other.folder.exists()
    assert other.does("restore", tmp_path / "b.zip.age", *locked)["files"] == 1
    assert other.does("assessment", "show") == before


def test_copies_here_and_on_a_stick(commune: Desk, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    (tmp_path / "USB").mkdir()
    assert commune.does("backups", "place", tmp_path / "USB")["place"].startswith(str(tmp_path / "USB"))
    made = commune.does("backups", "make")
    assert made["files"] == 1
    listed = commune.does("backups", "list")
    assert [line["name"] for line in listed["copies"]] == [made["name"]] * 2
    assert listed["is_second_there"]
    assert commune.does("backups", "list", tmp_path / "USB")["copies"][0]["whose"]
    assert made["name"] in commune.reads("backups", "list")
    other = desk("máy khác")
    assert other.does("restore", tmp_path / "USB")["files"] == 1
    assert other.does("assessment", "show") == commune.does("assessment", "show")
    assert commune.refused("restore", tmp_path / "USB")["code"] == "restore.not_empty"
    assert commune.refused("restore", tmp_path / "USB", "--aside", "--copy", "x")["code"] == "backup.no_copy"
    assert other.refused("backups", "list", tmp_path / "trống")["code"] == "backup.none_there"
    assert commune.does("backups", "place")["place"] == ""


def test_a_copy_is_removed_but_not_the_last_sound_one(commune: Desk, tmp_path: Path) -> None:
    (tmp_path / "USB").mkdir()
    commune.does("backups", "place", tmp_path / "USB")
    first = commune.does("backups", "make")["name"]
    assert commune.refused("backups", "remove", first)["code"] == "backup.last_sound"
    second = commune.does("backups", "make")["name"]
    assert commune.does("backups", "remove", first)["name"] == first
    assert commune.refused("backups", "remove", first)["code"] == "backup.no_copy"
    assert first in commune.reads("backups", "remove", first, tmp_path / "USB")
    assert {line["name"] for line in commune.does("backups", "list")["copies"]} == {second}


def test_what_is_gone_is_said_with_every_copy(commune: Desk, tmp_path: Path, locked: tuple[str, Path]) -> None:
    evidence(commune).unlink()
    assert len(commune.does("backup", tmp_path / "b.zip")["missing"]) == 1
    assert "1 tệp minh chứng không còn trong máy" in commune.reads("backup", tmp_path / "b.zip")
    assert "Có 1 tệp minh chứng không còn trong máy" in commune.reads("backups", "make")
    given = ("--to", "Lê Quốc Bảo", "--giver", "Trần Thị Hạnh", *locked)
    assert len(commune.does("handover", "make", tmp_path / "c.zip.age", *given)["missing"]) == 1
    assert "không còn trong máy" in commune.reads("handover", "make", tmp_path / "d.zip.age", *given)


def test_a_damaged_database_is_told_with_the_last_good_copy_and_put_back(commune: Desk) -> None:
    before = commune.does("assessment", "show")
    name = commune.does("backups", "make")["name"]
    (commune.folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    told = commune.refused("assessment", "show")
    assert told["code"] == "data.damaged_with_copy"
    assert f"--copy {name} --aside" in told["message"]
    assert commune.refused("salvage")["code"] == "salvage.nothing"
    done = commune.does("restore", "--copy", name, "--aside")
    assert done["aside"].startswith("thuocso-hong-")
    assert (commune.folder / done["aside"]).is_file()
    assert commune.does("assessment", "show") == before
    for path in (commune.folder / "backups").iterdir():
        path.unlink()
    (commune.folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    assert commune.refused("assessment", "show")["code"] == "data.damaged_no_copy"


def test_doctor_mends_from_what_is_named(commune: Desk, tmp_path: Path) -> None:
    commune.does("backup", tmp_path / "b.zip")
    file = evidence(commune)
    kept = file.read_bytes()
    file.unlink()
    left = commune.does("doctor", "--mend", code=1)
    assert [item["code"] for item in left["findings"]] == ["evidence_missing"]
    assert "đính kèm lại" in commune._call("doctor").out
    done = commune.does("doctor", "--mend", "--source", tmp_path / "b.zip")
    assert done["mended"][0]["came_from"] == str(tmp_path / "b.zip")
    assert done["is_sound"]
    assert file.read_bytes() == kept


def test_everything_is_handed_over(
    commune: Desk, tmp_path: Path, desk: Callable[[str], Desk], locked: tuple[str, Path]
) -> None:
    target = tmp_path / "BanGiao.zip.age"
    made = commune.does("handover", "make", target, "--to", "Lê Quốc Bảo, Chuyên viên, Văn phòng", *locked)
    assert Path(made["record"]).read_bytes().startswith(b"%PDF")
    assert len(made["check_code"].split()) == 6
    other = desk("máy mới")
    assert other.does("handover", "take", target, *locked)["files"] == 1
    lines = other.does("journal", "list", "--limit", "2")["lines"]
    assert [line["action"] for line in lines] == ["handover.taken", "person.added"]
    assert "Lê Quốc Bảo" in lines[0]["person"]
    assert other.does("assessment", "show")["score"] == commune.does("assessment", "show")["score"]


def test_what_a_torn_file_still_tells_becomes_a_copy(commune: Desk) -> None:
    told = commune.does("salvage")  # also of a sound one, which nobody has open
    assert told["rows"] > 0
    assert told["torn"] == []
    assert commune.does("backups", "list")["copies"][0]["reason"] == "salvaged"


def test_copies_on_a_stick_locked_by_a_passphrase(
    commune: Desk, tmp_path: Path, desk: Callable[[str], Desk], locked: tuple[str, Path]
) -> None:
    (tmp_path / "USB").mkdir()
    assert "ai cầm được cũng đọc được" in commune.reads("backups", "place", tmp_path / "USB")
    assert commune.refused("backups", "place", tmp_path / "USB", "--encrypt")["code"] == "backup.passphrase_not_given"
    chosen = commune.does("backups", "place", tmp_path / "USB", "--encrypt", *locked)
    assert chosen["is_locked"]
    made = commune.does("backups", "make")  # without asking
    assert made["carried_to"] == chosen["place"]
    assert [line["is_locked"] for line in commune.does("backups", "list")["copies"]] == [False, True]
    other = desk("máy khác")
    assert other.refused("restore", tmp_path / "USB")["code"] == "backup.passphrase_not_given"
    assert other.does("restore", tmp_path / "USB", *locked)["files"] == 1
    assert other.does("assessment", "show") == commune.does("assessment", "show")
    assert commune.refused("backups", "place", chosen["place"])["code"] == "backup.passphrase_not_given"
    assert commune.does("backups", "place", chosen["place"], *locked)["place"] == chosen["place"]
    file = evidence(commune)
    file.unlink()
    assert commune.refused("doctor", "--mend", "--source", tmp_path / "USB")["code"] == "backup.passphrase_not_given"
    assert commune.does("doctor", "--mend", "--source", tmp_path / "USB", *locked)["is_sound"]


def test_evidence_that_did_not_come_back_and_what_rotted_on_a_stick_are_told(
    commune: Desk, tmp_path: Path, desk: Callable[[str], Desk]
) -> None:
    (tmp_path / "USB").mkdir()
    place = Path(commune.does("backups", "place", tmp_path / "USB")["place"])
    commune.does("backups", "make")
    [path] = (each for each in place.glob("evidence/??/*") if each.is_file())
    path.write_bytes(bytes(path.stat().st_size))
    os.utime(path, (0, 0))
    lost = desk("máy khác").does("restore", tmp_path / "USB")["lost"]
    assert len(lost) == 1
    told = desk("máy khác nữa").reads("restore", tmp_path / "USB")
    assert f"1 tệp minh chứng đã hỏng hoặc không còn trong bản sao lưu nên chưa lấy lại được: {lost[0]}." in told
    assert "đã hỏng và được chép lại từ máy này" in commune.reads("backups", "make")
    assert "lost" not in desk("máy thứ tư").does("restore", tmp_path / "USB")
