"""``certificate``, ``signer``, ``bundle kept/rebuild/again`` and ``verification`` on the command line."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from app.bundles.people import making
from app.bundles.people.areas import LEADER
from tests.app.bundles.people import pki
from tests.app.cli.calling import Desk
from tests.app.cli.playing import Table, begun

AT = pki.NOW.isoformat()


@pytest.fixture
def authority(tmp_path: Path, desk: Any) -> Desk:
    return begun(tmp_path, desk).authority


def files(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    told = {"gốc.cer": pki.ROOT.certificate, "1.crl": pki.crls()[0], "2.crl": pki.crls()[1]}
    for name, data in told.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in told]


@pytest.fixture
def came_in(tmp_path: Path, desk: Any) -> tuple[Table, Path]:
    """The authority has a report that its leader signed elsewhere."""
    table = begun(tmp_path, desk)
    table.commune.does("submission", "freeze", "--leader", "Nguyễn Văn An", "--title", "Chủ tịch")
    out = Path(table.commune.does("signature", "hand-out", tmp_path / "báo cáo.pdf")["path"])
    out.write_bytes(making.sign(out.read_bytes(), LEADER, pki.people()["leader"], pki.SIGNED))
    table.commune.does("signature", "take-back", out)
    sent = Path(table.commune.does("submission", "export", "--to", table.post)["path"])
    table.authority.does("collect", "import", sent)
    return table, sent


def test_issuers_and_lists_are_loaded_shown_and_removed(authority: Desk, tmp_path: Path) -> None:
    (tmp_path / "thư.cer").write_text("không phải chứng thư", "utf-8")
    known = files(tmp_path / "tải về")
    loaded = authority.does("certificate", "add", *known, tmp_path / "thư.cer", code=1)
    assert (loaded["certificates"], loaded["lists"], loaded["known"]) == (1, 2, 0)
    assert "thư.cer" in str(loaded["error"])
    again = authority.does("certificate", "add", *known)
    assert (again["certificates"], again["lists"], again["known"], again.get("error")) == (0, 0, 3, None)
    shown = authority.does("certificate", "list")
    (issuer,) = shown["issuers"]
    assert "Tổ chức gốc thử nghiệm" in issuer["subject"]
    assert [each["is_newest"] for each in shown["lists"]] == [True, True]
    assert "Tổ chức gốc thử nghiệm" in authority.reads("certificate", "list")
    assert authority.does("certificate", "grace", "5")["grace_days"] == 5
    assert authority.refused("certificate", "grace", "91")["code"] == "trust.grace"
    told = authority.refused("certificate", "remove", issuer["digest"], "--reason", " ")
    assert told["code"] == "trust.no_reason"
    assert authority.does("certificate", "remove", issuer["digest"][:8], "--reason", "thử xong")["issuers"] == []


def test_a_signer_is_accepted_for_one_agency_and_ended(authority: Desk) -> None:
    subject = pki.people()["leader"].subject
    given = ("signer", "accept", "X1", subject, "--role", "leader", "--how")
    (line,) = authority.does(*given, "Công văn 12")["signers"]
    assert (line["agency"], line["role"], line["valid_to"]) == ("X1", "leader", None)
    refused = authority.refused("signer", "accept", "X2", subject, "--role", "leader", "--how", "điện thoại")
    assert refused["code"] == "signer.other_agency"
    assert "lãnh đạo" in authority.reads("signer", "list")
    (ended,) = authority.does("signer", "close", str(line["id"]), "--reason", "đã chuyển công tác")["signers"]
    assert ended["valid_to"]


def test_a_file_is_given_back_and_judged_again_with_what_is_known_by_then(
    came_in: tuple[Table, Path], tmp_path: Path
) -> None:
    table, sent = came_in
    desk = table.authority
    (kept,) = desk.does("bundle", "kept")["files"]
    assert (kept["agency"], kept["verdict"]) == ("X1", "UNKNOWN")
    rebuilt = desk.does("bundle", "rebuild", kept["id"][:8], "--out", tmp_path / "đúng tệp.thuocso")
    assert Path(rebuilt["path"]).read_bytes() == sent.read_bytes()
    desk.does("certificate", "add", *files(tmp_path / "tải về"))
    subject = desk.does("verification", "show", kept["id"], code=10)["findings"][0]["signatures"][0]["subject"]
    desk.does("signer", "accept", "X1", subject, "--role", "leader", "--how", "Công văn 12")
    again = desk.does("bundle", "again", kept["id"], "--at", AT, code=10)
    assert (again["lights"]["seal"], again["lights"]["people"]) == ("UNKNOWN", "VALID")
    first, second = desk.does("verification", "show", kept["id"], code=10)["findings"]
    assert [light["light"] for light in first["lights"]] == ["VALID", "UNKNOWN", "UNKNOWN"]
    assert [light["light"] for light in second["lights"]] == ["VALID", "UNKNOWN", "VALID"]
    facts = second["signatures"][0]["facts"]
    assert facts["Nơi cấp chứng thư"] == "CA cơ quan nhà nước thử nghiệm"
    assert (facts["Người ký"], facts["Đơn vị quản lý"]) == ("Nguyễn Văn An", pki.UNIT)
    assert facts["Thời điểm ký (theo máy của người ký)"] == "09:30 14/11/2026"
    assert facts["Hiệu lực chứng thư khi ký"] == "Còn hiệu lực, không bị thu hồi"
    assert "Người ký: Nguyễn Văn An" in desk._call("verification", "show", kept["id"]).out
    assert desk.refused("bundle", "again", "00000000")["code"] == "bundle.not_kept"


def test_the_sheet_names_every_field_and_both_findings(came_in: tuple[Table, Path], tmp_path: Path) -> None:
    desk = came_in[0].authority
    (kept,) = desk.does("bundle", "kept")["files"]
    desk.does("bundle", "again", kept["id"], code=10)
    made = desk.does("verification", "print", kept["id"], "--out", tmp_path / "phiếu.pdf")
    told = subprocess.run(["pdftotext", made["path"], "-"], capture_output=True, check=True).stdout.decode("utf-8")
    words = " ".join(told.split())
    for told in (
        *("PHIẾU KIỂM TRA TỆP", kept["file_name"], "Nguyên vẹn", "Khóa niêm phong", "Nơi cấp chứng thư"),
        *("Người ký", "Đơn vị quản lý", "Toàn vẹn của văn bản", "Hiệu lực chứng thư khi ký", "Thời hạn chứng thư"),
        *("KẾT QUẢ KIỂM TRA KHI NHẬN TỆP", "KẾT QUẢ KIỂM TRA LẠI", "Trần Thị Lan", "Mã đối chiếu của khóa"),
    ):
        assert told in words, told
