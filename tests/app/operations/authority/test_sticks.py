"""The stick for communes: what lies on it, that it proves itself, that what was there stays."""

import hashlib
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import parts, portable
from app.operations.authority import campaigning, sticks
from app.operations.authority.sticks import CAMPAIGN, CODE, INSTALLER, LETTER, PAGE, PORTABLE, SUMS, Enclosed, Stick
from app.operations.trust import keyring, trusting
from app.wording import sentence
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses

NEW = "mật khẩu khác hẳn"


def portable_copy(folder: Path, name: str = "ThuocSo-0.4.0-portable") -> Path:
    """A portable copy in which somebody worked."""
    made = folder / name
    (made / "runtime" / "lib").mkdir(parents=True)
    (made / "thuocso.exe").write_bytes(b"MZ window")
    (made / portable.MARKER).write_text("", "utf-8")
    (made / "runtime" / "lib" / "x.pyc").write_bytes(b"code")
    (made / portable.DATA).mkdir()
    (made / portable.DATA / "thuocso.sqlite").write_bytes(b"somebody's own data")
    (made / "DuLieu-minh-hoa").mkdir()
    (made / "DuLieu-minh-hoa" / "thuocso.sqlite").write_bytes(b"sample")
    (made / portable.ANSWER).write_text("{}", "utf-8")
    (made / portable.SETTINGS).write_text("[window]", "utf-8")
    return made


def zipped(copy: Path) -> Path:
    made = copy.with_suffix(".0.zip") if copy.suffix else copy.with_suffix(".zip")
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(copy.rglob("*")):
            archive.write(path, path.relative_to(copy.parent).as_posix())
    return made


@pytest.fixture
def enclosed(tmp_path: Path) -> Enclosed:
    programs = tmp_path / "tải về"
    programs.mkdir()
    installer = programs / "ThuocSo-0.4.0-setup.exe"
    installer.write_bytes(b"MZ setup" * 100_000)
    return Enclosed(installer, portable_copy(programs))


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def written(houses: Houses, enclosed: Enclosed, passphrase: str = "") -> Stick:
    with houses.at("SKHCN") as here:
        return sticks.write(here, houses.authority_part, houses.out, enclosed, passphrase)


PAPERS = {PAGE, CAMPAIGN, LETTER, CODE, SUMS}


def test_one_folder_in_reading_order_that_proves_itself(houses: Houses, enclosed: Enclosed) -> None:
    stick = written(houses, enclosed)
    copied = {f"{PORTABLE}/{name}" for name in ("thuocso.exe", portable.MARKER, "runtime/lib/x.pyc")}
    assert names(stick.folder) == {*PAPERS, f"{INSTALLER}/ThuocSo-0.4.0-setup.exe", *copied}
    assert (stick.files, stick.left_out, stick.beside) == (9, (), "")
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", SUMS], cwd=stick.folder, capture_output=True, text=True, check=True
    )
    assert checked.stdout.count(": OK") == 8
    assert stick.check_code in (stick.folder / CODE).read_text("utf-8-sig")


def test_a_commune_takes_the_campaign_up_from_it(houses: Houses, enclosed: Enclosed) -> None:
    stick = written(houses, enclosed)
    with houses.at("X1") as here:
        offer = campaigning.look(here, stick.folder / CAMPAIGN)
        assert (offer.campaign.title, offer.verdict.check_code) == ("Chuyển đổi số 2026", stick.check_code)
        assert offer.content_digest == stick.content_digest
        assert campaigning.accept(here, stick.folder / CAMPAIGN, "X1").agency == "X1"


def test_what_was_sent_by_mail_lies_on_the_stick_without_a_passphrase(houses: Houses, enclosed: Enclosed) -> None:
    with houses.at("SKHCN") as here:
        told = sticks.plan(here, houses.authority_part, enclosed)
    assert (told.needs_passphrase, told.has_key) == (False, True)
    assert told.size > 800_000
    stick = written(houses, enclosed)
    assert (stick.folder / CAMPAIGN).read_bytes() == houses.campaign.read_bytes()


def test_a_changed_campaign_is_sealed_again_once_for_all_sticks(houses: Houses, clock: Clock) -> None:
    clock.move(minutes=5)
    with houses.at("SKHCN") as here:
        campaigning.revise(here, houses.authority_part, guidance="Đọc kỹ trước khi chấm.")
        assert sticks.plan(here, houses.authority_part, Enclosed()).needs_passphrase
        with pytest.raises(AppError) as told:
            sticks.write(here, houses.authority_part, houses.out, Enclosed(), "sai")
        assert told.value.code == "passphrase.wrong"
        assert list(houses.out.iterdir()) == []
        first = sticks.write(here, houses.authority_part, houses.out, Enclosed(), SECRET)
        second = sticks.write(here, houses.authority_part, houses.folder, Enclosed())
        assert first.content_digest == second.content_digest
        assert first.folder.name == second.folder.name == "ThuocSo_ChuyenDoiSo2026_Ban2"
        (sent, *_) = campaigning.sent_out(here, houses.authority_part)
        assert (sent.revision, sent.content_digest) == (2, first.content_digest)


def test_a_kept_file_that_was_touched_or_sealed_by_an_old_key_is_made_anew(houses: Houses) -> None:
    with houses.at("SKHCN") as here:
        part = parts.find(here, houses.authority_part)
        place = campaigning.sealed_place(here, part)
        place.write_bytes(place.read_bytes()[:-1])
        assert sticks.plan(here, part.id, Enclosed()).needs_passphrase
        sticks.write(here, part.id, houses.out, Enclosed(), SECRET)
        assert not sticks.plan(here, part.id, Enclosed()).needs_passphrase
        keyring.replace(here, part, NEW, "lost")
        assert sticks.plan(here, part.id, Enclosed()).needs_passphrase
        stick = sticks.write(here, part.id, houses.out, Enclosed(), NEW)
        assert stick.check_code == trusting.key_in_use(here, part).check_code


def test_without_programs_the_page_says_so_and_what_is_on_the_stick_stays(houses: Houses) -> None:
    (houses.out / "ảnh.jpg").write_bytes(b"x")
    first = written(houses, Enclosed())
    before = {path: path.read_bytes() for path in houses.out.rglob("*") if path.is_file()}
    second = written(houses, Enclosed())
    assert names(first.folder) == names(second.folder) == PAPERS
    assert first.left_out == (INSTALLER, PORTABLE)
    assert (second.folder.name, second.beside) == (f"{first.folder.name}-2", first.folder.name)
    assert {path: path.read_bytes() for path in before} == before
    assert "không kèm bộ cài" in (first.folder / PAGE).read_text("utf-8")


def test_the_portable_copy_may_be_a_zip_with_or_without_a_folder_of_its_own(houses: Houses, enclosed: Enclosed) -> None:
    copy = enclosed.portable
    with_folder = zipped(copy)
    flat = copy.parent / "phẳng.zip"
    with zipfile.ZipFile(flat, "w") as archive:
        for path in copy.rglob("*"):
            archive.write(path, path.relative_to(copy).as_posix())
    for archive_path in (with_folder, flat):
        stick = written(houses, Enclosed(portable=archive_path))
        assert names(stick.folder / PORTABLE) == {"thuocso.exe", portable.MARKER, "runtime/lib/x.pyc"}
        assert (stick.folder / PORTABLE / "thuocso.exe").read_bytes() == b"MZ window"
        assert "không kèm bộ cài" not in (stick.folder / PAGE).read_text("utf-8")


@pytest.mark.parametrize("name", ["../ngoài.exe", "/tuyệt đối.exe", "C:\\x.exe"])
def test_a_zip_that_leads_elsewhere_is_refused(houses: Houses, tmp_path: Path, name: str) -> None:
    path = tmp_path / "portable.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(portable.MARKER, "")
        archive.writestr(name, "x")
    with pytest.raises(AppError) as told:
        written(houses, Enclosed(portable=path))
    assert told.value.code == "stick.not_portable"
    assert "portable.zip" in sentence(told.value)
    assert list(houses.out.iterdir()) == []


def _twice(archive: zipfile.ZipFile) -> None:
    for name in ("runtime/Lib.dll", "runtime/lib.dll"):
        archive.writestr(name, b"code")


def _file_and_folder(archive: zipfile.ZipFile) -> None:
    for name in ("runtime", "runtime/lib.dll"):
        archive.writestr(name, b"code")


def _long(archive: zipfile.ZipFile) -> None:
    archive.writestr("runtime/" + "ắ" * 100, b"code")


def _lzma(archive: zipfile.ZipFile) -> None:
    archive.writestr("runtime/lib.dll", b"code", zipfile.ZIP_LZMA)


def _deflate64(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("runtime/lib.dll")
    archive.writestr(info, b"code")
    info.compress_type = 9  # as the directory at the end will tell


@pytest.mark.parametrize("odd", [_twice, _file_and_folder, _long, _lzma, _deflate64])
def test_a_zip_that_no_stick_could_hold_is_refused(
    houses: Houses, tmp_path: Path, odd: Callable[[zipfile.ZipFile], None]
) -> None:
    path = tmp_path / "portable.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(portable.MARKER, "")
        archive.writestr("thuocso.exe", b"MZ")
        odd(archive)
    with pytest.raises(AppError, match=r"stick\.not_portable"):
        written(houses, Enclosed(None, path))
    assert list(houses.out.iterdir()) == []


def test_what_is_no_installer_and_a_copy_without_the_program_are_refused(
    houses: Houses, enclosed: Enclosed, tmp_path: Path
) -> None:
    other = tmp_path / "ThuocSo-0.4.0-setup.exe"
    other.write_bytes(b"<html>404</html>")
    with pytest.raises(AppError, match=r"stick\.not_installer"):
        written(houses, Enclosed(other, None))
    (enclosed.portable / "thuocso.exe").unlink()  # type: ignore[operator]
    for copy in (enclosed.portable, zipped(enclosed.portable)):  # type: ignore[arg-type]
        with pytest.raises(AppError, match=r"stick\.not_portable"):
            written(houses, Enclosed(None, copy))
    assert list(houses.out.iterdir()) == []


def test_a_damaged_zip_and_other_things_are_refused(houses: Houses, enclosed: Enclosed, tmp_path: Path) -> None:
    whole = zipped(enclosed.portable).read_bytes()
    torn = tmp_path / "torn.zip"
    at = whole.index(b"MZ window")
    torn.write_bytes(whole[:at] + b"MZ wondow" + whole[at + 9 :])
    other = tmp_path / "other.zip"
    other.write_bytes(b"no zip")
    (tmp_path / "ảnh").mkdir()
    for path in (torn, other, tmp_path / "ảnh"):
        with pytest.raises(AppError) as told:
            written(houses, Enclosed(portable=path))
        assert told.value.code == "stick.not_portable"
    assert list(houses.out.iterdir()) == []


def test_the_authority_s_own_letter_goes_along_byte_for_byte(houses: Houses, tmp_path: Path) -> None:
    letter = tmp_path / "CV 12 đã ký.pdf"
    letter.write_bytes(b"%PDF-1.7 signed")
    stick = written(houses, Enclosed(letter=letter))
    assert (stick.folder / LETTER).read_bytes() == b"%PDF-1.7 signed"
    letter.write_bytes(b"PK docx")
    with pytest.raises(AppError) as told:
        written(houses, Enclosed(letter=letter))
    assert told.value.code == "stick.letter_not_pdf"


def test_the_model_letter_prints_code_deadline_and_contact(houses: Houses) -> None:
    stick = written(houses, Enclosed())
    text = subprocess.run(
        ["pdftotext", "-layout", stick.folder / LETTER, "-"], capture_output=True, text=True, check=True
    ).stdout
    for told in (stick.check_code, "14/11/2026", "Chị Thảo", "V/v hướng dẫn tự đánh giá", "Kính gửi", "Nơi nhận"):
        assert told in text, told


def test_programs_are_found_beside_the_program_and_where_they_were_taken_from(
    houses: Houses, enclosed: Enclosed, tmp_path: Path
) -> None:
    folder = tmp_path / "chương trình"
    folder.mkdir()
    with houses.at("SKHCN") as here:
        assert sticks.found(here, folder) == Enclosed()
        for name in ("ThuocSo-0.4.0-setup.exe", "ThuocSo-0.10.0-setup.exe", "ThuocSo-0.4.0-portable.zip", "x.exe"):
            (folder / name).write_bytes(b"MZ")
        assert sticks.found(here, folder) == Enclosed(
            folder / "ThuocSo-0.10.0-setup.exe", folder / "ThuocSo-0.4.0-portable.zip"
        )
        assert sticks.found(here, enclosed.portable).portable == enclosed.portable  # a portable copy hands itself on
        sticks.write(here, houses.authority_part, houses.out, enclosed)
        shutil.rmtree(folder)
        assert sticks.found(here, folder) == enclosed


def test_a_commune_cannot_make_one(filled: Houses) -> None:
    with filled.at("X1") as here, pytest.raises(AppError) as told:
        sticks.write(here, filled.parts["X1"], filled.out, Enclosed(), SECRET)
    assert told.value.code == "part.not_authority"


def test_digests_are_those_of_the_files(houses: Houses) -> None:
    stick = written(houses, Enclosed())
    for line in (stick.folder / SUMS).read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((stick.folder / name).read_bytes()).hexdigest() == digest
