"""`campaign stick`: the folder for the communes, with and without programs."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import Desk
from tests.app.cli.playing import begun
from tests.app.operations.authority.test_sticks import portable_copy, zipped


def test_a_stick_is_written_and_its_campaign_taken_up(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    installer = tmp_path / "ThuocSo-0.4.0-setup.exe"
    installer.write_bytes(b"MZ")
    given = ("--installer", installer, "--portable", zipped(portable_copy(tmp_path)))
    told = table.authority.does("campaign", "stick", "--out", tmp_path / "USB", *given)
    folder = Path(told["folder"])
    assert (told["files"], told["left_out"], told["beside"]) == (9, [], "")
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS.txt"], cwd=folder, check=True)
    taken = desk("xã khác").does("campaign", "import", folder / "4-Goi-trien-khai.thuocso", "--as", "X2")
    assert taken["check_code"] == told["check_code"]


def test_the_files_used_last_are_used_again_and_can_be_other_ones(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    bare = table.authority.does("campaign", "stick", "--out", tmp_path / "USB")
    assert bare["left_out"] == ["2-Cai-dat", "3-Chay-khong-can-cai-dat"]
    (tmp_path / "p").mkdir()
    copy = portable_copy(tmp_path / "p")
    table.authority.does("campaign", "stick", "--out", tmp_path / "USB", "--portable", copy)
    again = table.authority.does("campaign", "stick", "--out", tmp_path / "USB 2")
    assert again["left_out"] == ["2-Cai-dat"]
    shown = table.authority.reads("campaign", "stick", "--out", tmp_path / "USB 2")
    assert "Đã ghi và kiểm tra xong" in shown
    assert "giữ nguyên" in shown


def test_what_cannot_go_along_is_refused(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    letter = tmp_path / "công văn.docx"
    letter.write_bytes(b"PK")
    out = ("campaign", "stick", "--out", tmp_path / "USB")
    assert table.authority.refused(*out, "--letter", letter)["code"] == "stick.letter_not_pdf"
    assert table.authority.refused(*out, "--portable", letter)["code"] == "stick.not_portable"
    assert table.authority.refused(*out, "--installer", tmp_path / "x.exe")["code"] == "file.unreadable"
    assert table.commune.refused(*out)["code"] == "part.not_authority"
    assert not (tmp_path / "USB").exists()
