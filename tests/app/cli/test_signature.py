"""``signature`` on the command line: made here, handed out, taken back, a scan, and the way back."""

import io
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from PIL import Image

from app.bundles.people import making
from app.bundles.people.areas import LEADER
from tests.app.bundles.people import pki
from tests.app.cli.calling import Desk
from tests.app.cli.playing import Table, begun

PASSWORD = "mật khẩu tệp"


@pytest.fixture
def table(tmp_path: Path, desk: Any) -> Table:
    made = begun(tmp_path, desk)
    made.commune.does("submission", "freeze", "--leader", "Nguyễn Văn An", "--title", "Chủ tịch")
    return made


def p12(folder: Path, who: str) -> Path:
    holder = pki.people()[who]
    lock = serialization.BestAvailableEncryption(PASSWORD.encode())
    path = folder / f"{who}.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, holder.key, holder.cert, [pki.BETWEEN.cert], lock))
    return path


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{words}\n"))


def test_leader_and_agency_sign_with_files(table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commune: Desk = table.commune
    typed(monkeypatch, "sai")
    refused = commune.refused("signature", "make", "--p12", p12(tmp_path, "leader"), "--password-stdin")
    assert refused["code"] == "signer.password_wrong"
    typed(monkeypatch, PASSWORD)
    first = commune.does("signature", "make", "--p12", p12(tmp_path, "leader"), "--password-stdin")
    assert first["state"] == "signed_by_leader"
    typed(monkeypatch, PASSWORD)
    both = commune.does("signature", "make", "--role", "agency", "--p12", p12(tmp_path, "agency"), "--password-stdin")
    assert [mark["name"] for mark in both["marks"]] == ["Nguyễn Văn An", pki.UNIT]
    assert both["state"] == "signed_by_agency"
    assert "Nguyễn Văn An" in commune.reads("signature", "show")
    assert commune.does("signature", "drop")["marks"] == []


def test_handed_out_signed_elsewhere_and_taken_back(table: Table, tmp_path: Path) -> None:
    commune: Desk = table.commune
    out = Path(commune.does("signature", "hand-out", tmp_path / "báo cáo.pdf")["path"])
    assert commune.refused("signature", "take-back", out)["code"] == "signed_pdf.unsigned"
    back = tmp_path / "khác tên.pdf"
    back.write_bytes(making.sign(out.read_bytes(), LEADER, pki.people()["leader"], pki.SIGNED))
    taken = commune.does("signature", "take-back", out, back)
    assert (taken["file"], taken["is_rewritten"], taken["light"]) == ("khác tên.pdf", False, "UNKNOWN")
    assert [error["code"] for error in taken["refused"]] == ["signed_pdf.unsigned"]
    assert "Nguyễn Văn An" in commune.reads("signature", "take-back", back)


def test_another_signer_and_a_scan(table: Table, tmp_path: Path) -> None:
    commune: Desk = table.commune
    shown = commune.does("signature", "signer", "--name", "Trần Thị Bình", "--title", "Phó Chủ tịch")
    assert (shown["signer"], shown["title"]) == ("Trần Thị Bình", "Phó Chủ tịch")
    Image.new("RGB", (40, 60), "white").save(tmp_path / "quét.png")
    assert commune.does("signature", "scan", tmp_path / "quét.png")["scan"] == "png"
    assert commune.does("signature", "drop", "--scan")["scan"] == ""
    assert commune.refused("signature", "drop", "--scan")["code"] == "signed_pdf.none"
