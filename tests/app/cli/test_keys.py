"""``key``, ``registry`` and ``registration`` on the command line, with files between an authority and a commune."""

from pathlib import Path

import openpyxl
import pytest

from tests.app.cli.calling import PASSPHRASE, Desk
from tests.app.cli.playing import Table, begun
from tests.app.operations.trust.test_keyring import printed_lines


@pytest.fixture
def table(tmp_path: Path, desk) -> Table:
    return begun(tmp_path, desk)


def state(authority: Desk, code: str) -> str:
    return next(it["state"] for it in authority.does("registry", "list")["agencies"] if it["agency"] == code)


def reported(table: Table, *more: str) -> dict:
    told = ("--name", "Nguyễn Thị Hà", "--telephone", "0900 000 001", *more)
    return table.commune.does("registration", "make", "--to", table.post, *told)


def test_a_commune_reports_and_its_key_is_accepted_as_in_the_letter(table: Table, tmp_path: Path) -> None:
    sent = reported(table)
    taken = table.authority.does("collect", "import", sent["path"])
    assert [(item["outcome"], item["verdict"]) for item in taken["files"]] == [("registered", "UNKNOWN")]
    assert state(table.authority, "X1") == "first_seen"
    form = tmp_path / "danh bạ.xlsx"
    table.authority.does("registry", "form", form)
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[1]
    sheet["E2"], sheet["F2"] = sent["check_code"], "Công văn số 12"
    book.save(form)
    table.authority.does("registry", "load", form)
    assert state(table.authority, "X1") == "matches"
    told = table.authority.does("registry", "accept", "--all")["agencies"][0]
    assert (told["state"], told["accepted_how"], told["claimed_contact"]) == (
        "accepted", "Công văn số 12", "Nguyễn Thị Hà",
    )  # fmt: skip


def test_one_key_is_accepted_by_its_code_then_ended(table: Table) -> None:
    sent = reported(table)
    table.authority.does("collect", "import", sent["path"])
    wrong = ("registry", "accept", "X1", "--code", "1" * 30)
    assert table.authority.does(*wrong, code=1)["error"]["code"] == "key.code_differs"
    table.authority.does("registry", "accept", "X1", "--code", sent["check_code"], "--how", "telephone")
    assert state(table.authority, "X1") == "accepted"
    assert table.authority.refused("registry", "reopen", "X1", "--how", "chưa ngừng")["code"] == "key.not_closed"
    table.authority.does("registry", "close", "X1", "--reason", "stolen", "--how", "Nghe nhầm tên xã")
    table.authority.does("registry", "reopen", "X1", "--code", sent["check_code"], "--how", "Xã báo khóa vẫn còn")
    assert state(table.authority, "X1") == "accepted"
    table.authority.does("registry", "close", "X1", "--reason", "stolen", "--how", "Công văn số 15")
    assert state(table.authority, "X1") == "closed"
    again = reported(table, "--title", "Công chức")
    (item,) = table.authority.does("collect", "import", again["path"], code=1)["files"]
    assert item["error"]["code"] == "key.stolen"


def test_a_strange_key_is_set_aside(table: Table, tmp_path: Path, desk) -> None:
    table.authority.does("collect", "import", reported(table)["path"])
    table.authority.does("registry", "refuse", "X1", "--how", "Không phải máy của xã")
    assert state(table.authority, "X1") == "nothing"
    none = table.authority.does("registry", "refuse", "X1", "--how", "lần nữa", code=1)
    assert none["error"]["code"] == "key.not_seen"


def test_what_is_known_of_one_agency_is_written_down(table: Table) -> None:
    told = ("registry", "set", "X2", "--telephone", "0900 000 002", "--code", "12345 67890 " * 3, "--source", "CV 7")
    line = table.authority.does(*told)["agencies"][1]
    assert (line["telephone"], line["source"], line["state"]) == ("0900 000 002", "CV 7", "letter_only")
    short = table.authority.does("registry", "set", "X2", "--code", "12345", code=1)
    assert short["error"]["code"] == "registry.code_malformed"
    unknown = table.authority.does("registry", "set", "X9", "--code", "", code=1)
    assert unknown["error"]["code"] == "registry.unknown_agency"


def test_a_key_is_copied_printed_and_brought_back(table: Table, tmp_path: Path, monkeypatch) -> None:
    made = table.commune.does("key", "create")
    copied = table.commune.does("key", "backup", "--out", tmp_path)
    assert copied == {"path": str(tmp_path / "KhoaNiemPhong_XaHoaBinh.p12"), "check_code": made["check_code"]}
    sheet = table.commune.does("key", "sheet", "--out", tmp_path / "phiếu.pdf")
    typed = tmp_path / "gõ lại.txt"
    typed.write_text("\n".join(printed_lines(Path(sheet["path"]))).lower(), encoding="utf-8")
    new = table.commune.does("key", "replace", "lost")
    assert new["check_code"] != made["check_code"]
    refused = table.commune.does("key", "restore", copied["path"], code=1)
    assert refused["error"]["code"] == "key.exists"
    back = table.commune.does("key", "restore", copied["path"], "--replace", "replaced")
    assert back["check_code"] == made["check_code"]
    table.commune.does("key", "replace", "lost")
    back = table.commune.does("key", "restore", "--sheet", typed, "--replace", "replaced")
    assert back["check_code"] == made["check_code"]
    typed.write_text("ABCDE", encoding="utf-8")
    assert table.commune.does("key", "restore", "--sheet", typed, code=1)["error"]["code"] == "key_sheet.short"


def test_the_passphrase_is_changed(table: Table, tmp_path: Path, monkeypatch) -> None:
    made = table.commune.does("key", "create")
    (tmp_path / "mới.txt").write_text("mật khẩu mới tinh\n", encoding="utf-8")
    same = table.commune.does("key", "passphrase", "--new-passphrase-file", tmp_path / "mới.txt")
    assert same == made
    refused = table.commune.does("key", "backup", "--out", tmp_path / "k.p12", code=1)
    assert refused["error"]["code"] == "passphrase.wrong"
    monkeypatch.setenv("THUOCSO_NEW_PASSPHRASE", PASSPHRASE)
    refused = table.commune.does("key", "passphrase", code=1)
    assert refused["error"]["code"] == "passphrase.wrong"


def test_the_age_identity_goes_out_locked(table: Table, tmp_path: Path) -> None:
    table.commune.does("key", "create")
    path = Path(table.commune.does("key", "identity", "--out", tmp_path / "khoa.age")["path"])
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
