"""`bundle verify` and `bundle inspect`: a file and nothing else."""

import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.app.cli.calling import Desk, shell
from tests.app.cli.playing import Table, begun, exported

VERIFY = ("bundle", "verify")


@pytest.fixture
def table(tmp_path: Path, desk: Callable[[str], Desk]) -> Table:
    return begun(tmp_path, desk)


def test_verdicts_and_exit_codes(table: Table, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    sent = exported(table)
    own, other = tmp_path / "xã.pem", tmp_path / "tỉnh.pem"
    table.commune.does("key", "show", "--pem", own)
    table.authority.does("key", "show", "--pem", other)
    nobody = desk("chưa có")

    unknown = nobody.does(*VERIFY, sent["path"], "--file-digest", code=10)
    assert unknown["verdict"] == "UNKNOWN"
    assert unknown["lights"] == {"integrity": "VALID", "seal": "UNKNOWN", "people": None}
    assert [reason["code"] for reason in unknown["reasons"]] == ["key.first_seen"]
    assert (unknown["kind"], unknown["sender"]["code"]) == ("submission", "X1")
    assert unknown["check_code"] == sent["check_code"]
    assert unknown["content_digest"] == sent["content_digest"]
    assert unknown["file_digest"] == sha256(Path(sent["path"]).read_bytes()).hexdigest()

    assert nobody.does(*VERIFY, sent["path"], "--trust", f"X1={own}")["verdict"] == "VALID"
    assert nobody.does(*VERIFY, sent["path"], "--trust", f"X1={other}", code=10)["reasons"][0]["code"] == "key.changed"
    misused = nobody.does(*VERIFY, sent["path"], "--trust", f"X2={own}", code=20)
    assert misused["reasons"][0]["code"] == "key.other_agency"
    assert not nobody.folder.exists()


def test_what_is_no_bundle_is_invalid(table: Table, tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    data = Path(exported(table)["path"]).read_bytes()
    files = {
        "chữ.thuocso": b"xin ch\xc3\xa0o",
        "rỗng.thuocso": b"",
        "cụt.thuocso": data[: len(data) // 2],
        "sửa.thuocso": data.replace(b'"kind":"submission"', b'"kind":"sUbmission"'),
    }
    nobody = desk("chưa có")
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        told = nobody.does(*VERIFY, tmp_path / name, code=20)
        assert told["verdict"] == "INVALID"
        assert told["reasons"][0]["message"]
    with zipfile.ZipFile(tmp_path / "khác.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    nobody.does(*VERIFY, tmp_path / "khác.zip", code=20)


def test_what_cannot_be_read_is_refused(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    nobody = desk("chưa có")
    assert nobody.refused(*VERIFY, tmp_path / "không có")["code"] == "file.unreadable"
    (tmp_path / "a.pem").write_text("không phải chứng thư", "utf-8")
    (tmp_path / "b").write_text("b", "utf-8")
    error = nobody.refused(*VERIFY, tmp_path / "b", "--trust", f"X={tmp_path / 'a.pem'}")
    assert error["code"] == "key.pem_unreadable"


def test_inspecting_believes_nothing(table: Table, desk: Callable[[str], Desk]) -> None:
    sent = exported(table)
    told = desk("chưa có").does("bundle", "inspect", sent["path"])
    assert (told["kind"], told["sender"]["name"], told["receiver"]) == ("submission", "Xã Hòa Bình", "T")
    assert (told["round"], told["revision"], told["reason"]) == (1, 1, None)
    assert "Chưa kiểm tra" in desk("chưa có").reads("bundle", "inspect", sent["path"])


def test_exit_codes_of_a_real_process(table: Table, tmp_path: Path) -> None:
    sent = exported(table)
    assert shell(*VERIFY, sent["path"]).code == 10
    assert shell(*VERIFY, sent["path"], "--at", "2026-01-01T00:00:00+07:00", "--lang", "en").code == 10
    (tmp_path / "x").write_text("x", "utf-8")
    assert shell(*VERIFY, tmp_path / "x").code == 20


def test_passphrases(table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(table)
    table.commune._passphrase.write_text("khác\n", "utf-8")
    assert table.commune.refused("submission", "export", "--to", table.post)["code"] == "passphrase.wrong"
    table.commune._passphrase.write_text("", "utf-8")
    assert table.commune.refused("submission", "export", "--to", table.post)["code"] == "passphrase.empty"
    table.commune._passphrase.write_bytes(b"\xff\xd8\xff\xe0 mot anh chup")
    assert table.commune.refused("submission", "export", "--to", table.post)["code"] == "passphrase.file_unreadable"
    table.commune._passphrase.unlink()
    assert table.commune.refused("submission", "export", "--to", table.post)["code"] == "file.unreadable"
    monkeypatch.delenv("THUOCSO_PASSPHRASE", raising=False)
    ran = shell("--data", table.commune.folder, "--json", "submission", "export", "--to", table.post)
    assert ran.json["error"]["code"] == "passphrase.not_given"
    ran = shell(
        *("--data", table.commune.folder, "--json", "submission", "export", "--to", table.post),
        env={"THUOCSO_PASSPHRASE": "một mật khẩu đủ dài"},
    )
    assert ran.code == 0


def test_keys_by_code_and_by_certificate(table: Table, tmp_path: Path) -> None:
    sent = exported(table)
    assert table.authority.refused("key", "pin", "X1", "--code", sent["check_code"])["code"] == "key.not_seen"
    table.authority.does("collect", "import", sent["path"])
    assert table.authority.refused("key", "pin", "X1", "--code", "1" * 30)["code"] == "key.code_differs"
    typed = sent["check_code"].replace(" ", "-")
    pins = table.authority.does("key", "pin", "X1", "--code", typed, "--how", "điện thoại")["pins"]
    assert [(pin["agency"], pin["role"], pin["how"]) for pin in pins] == [("X1", "agency", "điện thoại")]

    certificate = tmp_path / "T.pem"
    table.authority.does("key", "show", "--pem", certificate)
    pins = table.commune.does("key", "pin", "T", certificate, "--how", "công văn 12")["pins"]
    assert [(pin["agency"], pin["role"]) for pin in pins] == [("T", "authority")]
    assert table.authority.refused("key", "create")["code"] == "key.exists"
    assert table.authority.does("key", "create", "--replace", "lost")["check_code"] != sent["check_code"]
