"""Keys of our own: another passphrase, copies on a stick and on paper and back; nothing stops a submission."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from app.bundles.key_sheet import LineState
from app.errors import AppError
from app.operations import parts
from app.operations.authority import campaigning
from app.operations.commune import submitting
from app.operations.parts import Part
from app.operations.trust import keyring, trusting
from app.operations.workspace import Workspace
from tests.app.operations.houses import SECRET, Houses

NEW = "mật khẩu khác của xã"


def played(here: Workspace, houses: Houses, code: str = "X1") -> Part:
    """The commune's part, its key made."""
    part = parts.find(here, houses.parts[code]) if code in houses.parts else None
    part = part or campaigning.accept(here, houses.campaign, code)
    houses.parts[code] = part.id
    if trusting.own_key(here, part) is None:
        keyring.create(here, part, SECRET)
    return part


def test_both_derivations_of_the_key_file_take_600000_rounds(
    houses: Houses, tmp_path: Path, shipped_rounds: int
) -> None:
    assert shipped_rounds == 600_000
    with houses.at("X1") as here:
        part = played(here, houses)
        copied = keyring.back_up(here, part, tmp_path / keyring.file_name(part), SECRET)
    assert copied.path.name == "KhoaNiemPhong_XaHoaBinh.p12"
    told = subprocess.run(
        ["openssl", "pkcs12", "-info", "-in", str(copied.path), "-passin", f"pass:{SECRET}", "-noout"],
        capture_output=True, text=True, check=True,
    ).stderr  # fmt: skip
    assert "MAC: sha256, Iteration 600000" in told
    assert re.findall(r"AES-256-CBC, Iteration (\d+), PRF hmacWithSHA256", told) == ["600000", "600000"]
    listed = subprocess.run(
        ["openssl", "asn1parse", "-inform", "DER", "-in", str(copied.path)], capture_output=True, text=True, check=True
    ).stdout
    rounds = [int(found, 16) for found in re.findall(r"INTEGER +:([0-9A-F]+)", listed)]
    assert rounds[-1] == 600_000  # of the MAC, last in the file (RFC 7292, 4)


def test_a_new_passphrase_opens_the_same_key_and_the_old_one_no_more(houses: Houses) -> None:
    with houses.at("X1") as here:
        part = played(here, houses)
        before = trusting.key_in_use(here, part)
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            keyring.change_passphrase(here, part, "nhớ nhầm", NEW)
        with pytest.raises(AppError, match=r"passphrase\.empty"):
            keyring.change_passphrase(here, part, SECRET, "")
        assert trusting.unlock(here, part, SECRET).spki_sha256 == before.spki
        assert keyring.change_passphrase(here, part, SECRET, NEW).key == before
        assert trusting.unlock(here, part, NEW).spki_sha256 == before.spki
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            trusting.unlock(here, part, SECRET)


def test_a_copy_on_a_stick_brings_the_key_back_on_another_computer(houses: Houses, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    with houses.at("X1") as here:
        part = played(here, houses)
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            keyring.back_up(here, part, stick / "khoa.p12", "nhớ nhầm")
        assert list(stick.iterdir()) == []
        key = trusting.key_in_use(here, part)
        keyring.back_up(here, part, stick / "khoa.p12", SECRET)
    with houses.at("máy mới") as here:
        part = campaigning.accept(here, houses.campaign, "X1")
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            keyring.restore_file(here, part, stick / "khoa.p12", "nhớ nhầm")
        back = keyring.restore_file(here, part, stick / "khoa.p12", SECRET).key
        assert (back.check_code, back.certificate, back.recipient) == (key.check_code, key.certificate, key.recipient)


def test_a_key_of_another_agency_or_a_damaged_file_is_not_taken(houses: Houses, tmp_path: Path) -> None:
    with houses.at("X2") as here:
        keyring.back_up(here, played(here, houses, "X2"), tmp_path / "X2.p12", SECRET)
    (tmp_path / "hỏng.p12").write_bytes((tmp_path / "X2.p12").read_bytes()[:-9])
    with houses.at("X1") as here:
        part = played(here, houses)
        before = trusting.key_in_use(here, part)
        with pytest.raises(AppError, match=r"key\.of_another"):
            keyring.restore_file(here, part, tmp_path / "X2.p12", SECRET, "lost")
        with pytest.raises(AppError, match=r"key\.file_damaged"):
            keyring.restore_file(here, part, tmp_path / "hỏng.p12", SECRET, "lost")
        with pytest.raises(AppError, match=r"file\.unreadable"):
            keyring.restore_file(here, part, tmp_path / "không có.p12", SECRET, "lost")
        assert trusting.key_in_use(here, part) == before


def printed_lines(path: Path) -> list[str]:
    """The lines of a printed sheet as a person reads them off the paper."""
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"^\s*[1-7]\s+((?:[0-9A-Z]{5}\s+){3}[0-9A-Z]{5})\s*$", text, re.MULTILINE)
    return [" ".join(line.split()) for line in found]


def test_the_printed_sheet_typed_back_is_the_key(houses: Houses, tmp_path: Path) -> None:
    with houses.at("X1") as here:
        part = played(here, houses)
        key = trusting.key_in_use(here, part)
        sheet = keyring.print_sheet(here, part, tmp_path / keyring.sheet_name(part), SECRET)
        lines = printed_lines(sheet.path)
        assert len(lines) == keyring.LINES
        assert [keyring.line_state(at, line) for at, line in enumerate(lines, 1)] == [LineState.GOOD] * 7
    typed = "\n".join(lines).lower().replace("0", "o").replace(" ", "-")
    with houses.at("máy mới") as here:
        part = campaigning.accept(here, houses.campaign, "X1")
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            keyring.restore_sheet(here, part, typed, "nhớ nhầm")
        back = keyring.restore_sheet(here, part, typed, SECRET).key
        assert (back.check_code, back.certificate, back.recipient) == (key.check_code, key.certificate, key.recipient)
        assert trusting.unlock(here, part, SECRET).spki_sha256 == key.spki


def test_a_slip_of_the_typist_is_named_by_its_line(houses: Houses, tmp_path: Path) -> None:
    with houses.at("X1") as here:
        part = played(here, houses)
        lines = printed_lines(keyring.print_sheet(here, part, tmp_path / "phiếu.pdf", SECRET).path)
        wrong = list(lines)
        wrong[3] = wrong[3][:-1] + ("A" if wrong[3][-1] != "A" else "B")
        swapped = [lines[1], lines[0], *lines[2:]]
        for typed, code, detail in (
            (wrong, "key_sheet.line", {"line": 4}),
            (swapped, "key_sheet.line", {"line": 1}),
            (lines[:6], "key_sheet.short", {"signs": 120, "wanted": 140}),
        ):
            with pytest.raises(AppError) as refused:
                keyring.restore_sheet(here, part, "\n".join(typed), SECRET)
            assert (refused.value.code, refused.value.details) == (code, detail)
        assert keyring.line_state(4, wrong[3]) is LineState.WRONG
        assert keyring.line_state(4, wrong[3][:-1]) is LineState.SHORT
    with houses.at("X2") as here, pytest.raises(AppError, match=r"key_sheet\.other_agency"):
        keyring.restore_sheet(here, played(here, houses, "X2"), "\n".join(lines), SECRET)


def test_a_forgotten_passphrase_never_stops_a_submission(filled: Houses) -> None:
    part_id = filled.parts["X1"]
    with filled.at("X1") as here:
        part = played(here, filled)
        old = trusting.key_in_use(here, part)
        submitting.freeze(here, part_id, "Nguyễn Văn An", "Chủ tịch")
        new = keyring.replace(here, part, NEW, "lost").key
        sent = submitting.seal_and_export(here, part_id, filled.out, NEW)
        assert sent.check_code == new.check_code != old.check_code
        (before,) = keyring.former(here, part)
        assert (before.check_code, before.reason) == (old.check_code, "lost")


def test_the_key_set_aside_can_come_back_and_still_opens_what_was_encrypted_to_it(
    houses: Houses, tmp_path: Path
) -> None:
    with houses.at("X1") as here:
        part = played(here, houses)
        old = trusting.key_in_use(here, part)
        keyring.back_up(here, part, tmp_path / "cũ.p12", SECRET)
        keyring.replace(here, part, NEW, "lost")
        assert len(trusting.unlock_identities(here, part, SECRET)) == 1
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            trusting.unlock_identity(here, part, SECRET)
        with pytest.raises(AppError, match=r"key\.exists"):
            keyring.restore_file(here, part, tmp_path / "cũ.p12", SECRET)
        assert keyring.restore_file(here, part, tmp_path / "cũ.p12", SECRET, "replaced").key == old
        assert [key.reason for key in keyring.former(here, part)] == ["replaced"]


def test_the_age_identity_opens_what_was_encrypted_to_the_key(houses: Houses, tmp_path: Path) -> None:
    (tmp_path / "gốc.txt").write_text("hồ sơ", encoding="utf-8")
    with houses.at("X1") as here:
        part = played(here, houses)
        key = trusting.key_in_use(here, part)
        (tmp_path / "khóa.txt").write_text(trusting.unlock_identity(here, part, SECRET) + "\n", encoding="ascii")
        subprocess.run(
            ["age", "-r", key.recipient, "-o", str(tmp_path / "mã.age"), str(tmp_path / "gốc.txt")], check=True
        )
        opened = subprocess.run(
            ["age", "-d", "-i", str(tmp_path / "khóa.txt"), str(tmp_path / "mã.age")], capture_output=True, check=True
        )
        assert opened.stdout.decode("utf-8") == "hồ sơ"


def test_the_written_identity_is_locked_by_the_passphrase(houses: Houses, tmp_path: Path) -> None:
    import pyrage

    with houses.at("X1") as here:
        part = played(here, houses)
        typed = unicodedata.normalize("NFD", SECRET)  # however its letters are composed
        assert typed != SECRET == unicodedata.normalize("NFC", SECRET)
        written = keyring.write_identity(here, part, tmp_path / "khoa.age", typed).path.read_bytes()
        opened = pyrage.passphrase.decrypt(written, SECRET).decode("ascii").strip()
        assert opened == trusting.unlock_identity(here, part, SECRET)
        assert written.startswith(b"age-encryption.org/v1")
        assert b"AGE-SECRET-KEY" not in written


def test_a_key_of_an_earlier_release_gets_its_recipient_when_it_is_next_opened(houses: Houses) -> None:
    from app.storage import keys

    with houses.at("X1") as here:
        part = played(here, houses)
        key = trusting.key_in_use(here, part)
        with here.transaction():
            keys.set_own(key.spki, recipient="")
        assert trusting.key_in_use(here, part).recipient == ""
        trusting.unlock(here, part, SECRET)
        assert trusting.key_in_use(here, part).recipient == key.recipient


def test_no_passphrase_stands_in_the_journal(houses: Houses, tmp_path: Path) -> None:
    from app.operations import workspace

    with houses.at("X1") as here:
        part = played(here, houses)
        keyring.change_passphrase(here, part, SECRET, NEW)
        keyring.print_sheet(here, part, tmp_path / "phiếu.pdf", NEW)
        keyring.replace(here, part, SECRET, "stolen")
        told = "\n".join(str(line) for line in workspace.journal_lines(here))
        assert "key.passphrase" in told
        assert SECRET not in told
        assert NEW not in told
