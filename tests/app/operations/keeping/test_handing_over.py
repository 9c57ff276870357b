"""Everything to the next officer: one encrypted file with data, evidence and key, and one page for both to sign."""

import subprocess
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import parts, workspace
from app.operations.commune import assessing, evidencing
from app.operations.keeping import checking, handing_over, places, restoring
from app.operations.keeping.handing_over import Party
from app.operations.trust import trusting
from app.progress import Cancelled, Progress
from tests.app.operations.comparing_folders import files, rows
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf

GIVER = Party("Trần Thị Hạnh", "Công chức Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội")
RECEIVER = Party("Lê <b>Quốc</b> Bảo & con", "Chuyên viên", "Văn phòng")
PASSPHRASE = "bốn từ dễ nhớ lắm"


def words(pdf: Path) -> str:
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())


@pytest.fixture
def handed(filled: Houses, tmp_path: Path) -> tuple[Houses, handing_over.HandedOver]:
    filled.send("X1")
    with filled.at("X1") as here:
        assert handing_over.file_name(here) == "BanGiao_XaHoaBinh_2026-11-02.zip.age"
        target = tmp_path / handing_over.file_name(here)
        return filled, handing_over.hand_over(here, target, PASSPHRASE, GIVER, RECEIVER, "Kèm 01 USB", Progress())


def test_the_record_is_one_page_and_names_the_file(handed: tuple[Houses, handing_over.HandedOver]) -> None:
    house, done = handed
    assert done.record.name == "BanGiao_XaHoaBinh_2026-11-02_BienBan.pdf"
    info = subprocess.run(["pdfinfo", done.record], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1" in info
    told = words(done.record)
    with house.at("X1") as here:
        key = trusting.own_key(here, parts.find(here, house.parts["X1"]))
    assert key is not None
    for each in (
        "BIÊN BẢN", "Trần Thị Hạnh", "Lê <b>Quốc</b> Bảo & con", done.backup.path.name, done.check_code,
        "02 bản", "BÊN GIAO", "BÊN NHẬN", "Kèm 01 USB", "Xã Hòa Bình: Chuyển đổi số 2026", key.check_code,
    ):  # fmt: skip
        assert each in told, each
    assert done.sha256 in told.replace(" ", "")
    assert PASSPHRASE not in told
    assert handing_over.file_code(done.backup.path) == done.check_code


def test_the_receiver_has_everything_and_works_under_their_own_name(
    handed: tuple[Houses, handing_over.HandedOver], tmp_path: Path, clock: Clock
) -> None:
    house, done = handed
    told = restoring.look(done.backup.path, PASSPHRASE)
    assert handing_over.parties(told) == (GIVER, RECEIVER)
    new = house.folder / "máy mới"
    handing_over.take_over(new, done.backup.path, PASSPHRASE, RECEIVER, clock)
    left_out = {"journal", "person", "setting"}
    old = rows(house.folder / "X1")
    assert {k: v for k, v in rows(new).items() if k not in left_out} == {
        k: v for k, v in old.items() if k not in left_out
    }
    assert files(new) == files(house.folder / "X1")
    with house.at("máy mới") as here:
        assert here.acting is not None
        assert here.acting.name == RECEIVER.name
        lines = workspace.journal_lines(here)
        assert [line.action for line in lines[:2]] == ["handover.taken", "person.added"]
        assert (lines[0].before, lines[0].after) == (GIVER.name, RECEIVER.name)
        trusting.unlock(here, parts.find(here, house.parts["X1"]), SECRET)  # the key came along, locked as it was
    with house.at("X1") as here:
        assert workspace.journal_lines(here)[0].action == "handover.made"
    assert checking.doctor(new).findings == ()


def test_over_other_data_they_become_a_copy(handed: tuple[Houses, handing_over.HandedOver], clock: Clock) -> None:
    house, done = handed
    taken = handing_over.take_over(house.folder / "SKHCN", done.backup.path, PASSPHRASE, RECEIVER, clock)
    assert taken.aside in [copy.stem for copy in places.copies(house.folder / "SKHCN")]


@pytest.mark.parametrize(
    ("giver", "receiver", "passphrase", "code"),
    [
        (Party(" "), RECEIVER, PASSPHRASE, "handover.no_name"),
        (GIVER, Party(""), PASSPHRASE, "handover.no_name"),
        (GIVER, RECEIVER, "", "handover.no_passphrase"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    filled: Houses, tmp_path: Path, giver: Party, receiver: Party, passphrase: str, code: str
) -> None:
    with filled.at("X1") as here, pytest.raises(AppError) as told:
        handing_over.hand_over(here, tmp_path / "b.zip.age", passphrase, giver, receiver)
    assert told.value.code == code
    assert list(tmp_path.glob("*.age")) == []


def test_file_and_record_are_there_or_neither(filled: Houses, tmp_path: Path) -> None:
    target = tmp_path / "b.zip.age"
    handing_over.record_of(target).mkdir()
    with filled.at("X1") as here:
        with pytest.raises(AppError) as told:
            handing_over.hand_over(here, target, PASSPHRASE, GIVER, RECEIVER)
        assert told.value.code == "file.is_folder"
        assert not target.exists()
        assert workspace.journal_lines(here)[0].action != "handover.made"

        def stop(_done: int, _total: int) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            handing_over.hand_over(here, tmp_path / "c.zip.age", PASSPHRASE, GIVER, RECEIVER, "", Progress(stop))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.mark.parametrize("others", [0, 30])
def test_evidence_that_is_gone_or_damaged_is_named_for_both_who_sign(
    filled: Houses, tmp_path: Path, others: int
) -> None:
    with filled.at("X1") as here:
        gone, torn = assessing.view(here, filled.parts["X1"]).proving
        more = [pdf(tmp_path, f"Phụ lục {number} {'rất dài ' * 12}.pdf", str(number)) for number in range(others)]
        if more:
            evidencing.attach(here, filled.parts["X1"], "2.2", more)
        for piece in assessing.view(here, filled.parts["X1"]).proving:
            path = here.evidence.path(piece.digest)
            path.unlink() if piece.digest != torn.digest else path.write_bytes(bytes(piece.size))
        done = handing_over.hand_over(here, tmp_path / "b.zip.age", PASSPHRASE, GIVER, RECEIVER, "Kèm 01 USB")
    assert (done.backup.files, done.backup.damaged, len(done.backup.missing)) == (1, (torn.digest,), others + 1)
    told = words(done.record)
    assert "1 tệp minh chứng đã hỏng từ trước" in told
    assert f"{others + 1} tệp minh chứng không còn trong máy" in told
    assert "nguyên vẹn." not in told
    if not others:
        assert gone.name in told
    info = subprocess.run(["pdfinfo", done.record], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1" in info
    taken = handing_over.take_over(tmp_path / "mới", done.backup.path, PASSPHRASE, RECEIVER)
    assert len(taken.lost) == others + 1


def test_a_person_without_a_name_takes_nothing_over(handed: tuple[Houses, handing_over.HandedOver]) -> None:
    house, done = handed
    with pytest.raises(AppError) as told:
        handing_over.take_over(house.folder / "mới", done.backup.path, PASSPHRASE, Party(""))
    assert told.value.code == "person.no_name"
    assert not (house.folder / "mới").exists()
