"""Where a data folder may lie: long and odd paths, a share, a stick, a medium that can't be written, two people."""

import json
import multiprocessing.pool
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app import drives
from app.drives import Drive, Kind
from app.errors import AppError
from app.operations import folders, inspecting, parts
from app.operations import workspace as workspaces
from app.operations.commune import assessing, evidencing
from app.operations.keeping import backing_up, handing_over, restoring
from app.operations.keeping.handing_over import Party
from app.operations.workspace import DATABASE, Workspace
from app.storage.connection import database
from app.wording import sentence
from tests.app.operations.comparing_folders import everything
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from tests.app.operations.older import data_of, every_byte
from tests.app.operations.sets import pdf
from tests.rights import without_root
from tests.scanning import refusal

ROOT = Path(__file__).resolve().parents[3]
ALONE = ("unshare", "-m") if os.geteuid() == 0 else ("unshare", "-Urm")
LOCKED = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'
LOOK = """
import json, sys
from pathlib import Path
from app.errors import AppError
from app.operations import evidence_copies, folders, inspecting, parts, workspace
from app.operations.commune import assessing
from app.operations.keeping import backing_up, handing_over
from app.operations.keeping.handing_over import Party
folder, out = Path(sys.argv[1]), Path(sys.argv[2])
here, other = folders.open_workspace(folder), ""
seen = assessing.view(here, parts.find(here).id)
piece = seen.evidence[0]
told = {"only": here.is_read_only, "medium": here.drive.is_read_only, "done": seen.done, "total": str(seen.score.total)}
told["copy"] = evidence_copies.copy_for_opening(here, piece.id).stat().st_size == piece.size
told["lines"] = inspecting.hand_out(here, out).proof.lines
backing_up.backup(here, out.with_name("sao lưu.zip"))
handing_over.hand_over(here, out.with_name("bàn giao.zip.age"), "mật khẩu", Party("Hạnh"), Party("Bảo"))
told["words"] = {kept.response.explanation for kept in seen.kept.values()}.pop()
try:
    workspace.add_person(here, "Ai đó")
except AppError as error:
    told["refused"] = error.code
passing = here.passing
here.close()
told["gone"] = not passing.exists()
print(json.dumps(told))
"""


def look(folder: Path, out: Path) -> dict[str, object]:
    """What a process sees for which the folder lies on a medium that nobody can write."""
    command = [*ALONE, "sh", "-c", LOCKED, "sh", folder, sys.executable, "-c", LOOK, folder, out]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


# Paths ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Dữ liệu   của xã Hòa Bình (bản 1) #2%41?", "x" * 200, "Ủy ban nhân dân phường " * 8])
def test_work_goes_on_under_any_path(filled: Houses, tmp_path: Path, clock: Clock, name: str) -> None:
    folder = tmp_path / name.strip() / "ThuocSo"
    shutil.copytree(filled.folder / "X1", folder)
    proof = pdf(tmp_path, "Báo cáo.pdf")
    for at in range(2):
        here = folders.open_workspace(folder, clock)
        evidencing.attach(here, filled.parts["X1"], "2.2", [proof])
        assert len(assessing.view(here, filled.parts["X1"]).evidence_of("n2.2")) >= 1, at
        here.close()
    assert (folder / DATABASE).is_file()
    assert [path.name for path in tmp_path.rglob("*.sqlite")].count(DATABASE) >= 1


def test_a_path_that_is_too_long_is_one_sentence_and_makes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / ("ệ" * 80) / ("ệ" * 80)
    with pytest.raises(AppError) as told:
        folders.open_workspace(folder)
    assert told.value.code == "data.path_long"
    assert "ngắn hơn" in sentence(told.value)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_the_system_takes_not_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(AppError) as told:
        folders.open_workspace(tmp_path / ("x" * 300))
    assert (told.value.code, str(told.value.details["detail"])) == ("data.folder", "name_too_long")


@pytest.mark.parametrize(
    ("name", "prefixed"),
    [
        ("D:\\Hồ sơ\\Xã.thuocso", "\\\\?\\D:\\Hồ sơ\\Xã.thuocso"),
        ("\\\\MAYCHU\\chung\\Xã.thuocso", "\\\\?\\UNC\\MAYCHU\\chung\\Xã.thuocso"),
        ("\\\\?\\D:\\Hồ sơ", "\\\\?\\D:\\Hồ sơ"),
    ],
)
def test_a_long_path_of_windows_gets_its_prefix_and_is_shown_without(name: str, prefixed: str) -> None:
    assert drives.prefixed(name) == prefixed
    assert drives.shown(PureWindowsPath(prefixed)) == drives.shown(PureWindowsPath(name))
    assert "?" not in drives.shown(PureWindowsPath(prefixed))


# What somebody else still reads -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "is_held"), [(5, True), (32, True), (33, True), (2, False), (112, False)])
def test_what_windows_says_of_a_file_somebody_else_reads(number: int, is_held: bool) -> None:
    assert drives.is_held_by_another(refusal(number)) == is_held
    assert not drives.is_held_by_another(PermissionError(13, "no right, and no word of Windows"))


@pytest.mark.parametrize(("number", "most"), [(32, 3), (112, 1)])
def test_only_what_may_pass_is_tried_again_and_not_for_ever(
    monkeypatch: pytest.MonkeyPatch, number: int, most: int
) -> None:
    monkeypatch.setattr(drives, "WAITS", (0, 0))
    tries: list[int] = []

    def refuse() -> None:
        tries.append(number)
        raise refusal(number)

    with pytest.raises(PermissionError):
        drives.patiently(refuse)
    assert len(tries) == most


# What kind of drive --------------------------------------------------------------------------------------------


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A list of what is mounted as the kernel gives it, for this test's folder."""
    listed = tmp_path / "mounts"
    monkeypatch.setattr(drives, "MOUNTS", listed)
    return listed


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("//may-chu/chung {place} cifs rw 0 0", Kind.SHARE),
        ("may-chu:/xa {place} nfs4 rw 0 0", Kind.SHARE),
        ("hoa@may-chu:/xa {place} fuse.sshfs rw 0 0", Kind.SHARE),
        ("share {place} 9p rw 0 0", Kind.SHARE),
        ("/dev/sdz1 {place} vfat rw 0 0", Kind.STICK),
        ("/dev/sdz1 {place} exfat rw 0 0", Kind.STICK),
        ("/dev/vda1 {place} ext4 rw 0 0", Kind.LOCAL),
        ("//may-chu/khac {place}/khac cifs rw 0 0", Kind.LOCAL),
    ],
)
def test_the_kind_of_drive_decides_how_the_database_is_written(
    tmp_path: Path, mounted: Path, clock: Clock, line: str, kind: Kind
) -> None:
    place = tmp_path / "Ổ của xã"
    place.mkdir()
    written = str(place).replace(" ", "\\040")
    mounted.write_text(f"/dev/vda / ext4 rw 0 0\n{line.format(place=written)}\n", "utf-8")
    folder = place / "dữ liệu"
    for _ in range(2):
        here = folders.open_workspace(folder, clock)
        assert here.drive == Drive(kind)
        workspaces.add_person(here, "Trần Thị Hạnh")
        mode = "wal" if kind is Kind.LOCAL else "delete"
        assert database.execute("PRAGMA journal_mode").fetchone()[0] == mode
        assert database.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert (folder / f"{DATABASE}-shm").exists() == (kind is Kind.LOCAL)
        here.close()


def test_data_carried_from_this_computer_to_a_share_and_back(
    filled: Houses, tmp_path: Path, mounted: Path, clock: Clock
) -> None:
    folder, there = filled.folder / "X1", tmp_path / "chung"
    for line, mode in (("", "wal"), (f"//may-chu/chung {there} cifs rw 0 0", "delete"), ("", "wal")):
        mounted.write_text(f"/dev/vda / ext4 rw 0 0\n{line}\n", "utf-8")
        shutil.move(folder, there / "x" if line else tmp_path / "máy")
        folder = there / "x" if line else tmp_path / "máy"
        here = folders.open_workspace(folder, clock)
        assert database.execute("PRAGMA journal_mode").fetchone()[0] == mode
        assert assessing.view(here, filled.parts["X1"]).evidence
        here.close()
        assert sorted(path.name for path in folder.glob(f"{DATABASE}*")) == [DATABASE]


def test_what_the_system_says_of_this_computer_is_understood() -> None:
    assert drives.drive_of(Path("/dev/shm/không có")).kind is Kind.LOCAL
    assert drives.drive_of(Path("/proc/self")).kind is Kind.LOCAL


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath("C:/Users/Hòa/OneDrive - UBND xã Hòa Bình/Tài liệu/ThuocSo"), "OneDrive"),
        (PureWindowsPath("C:/Users/Hòa/OneDrive/ThuocSo"), "OneDrive"),
        (PureWindowsPath("G:/My Drive/ThuocSo"), "Google Drive"),
        (PureWindowsPath("G:/Drive của tôi/ThuocSo"), "Google Drive"),
        (PurePosixPath("/srv/hoa/Dropbox (Personal)/ThuocSo"), "Dropbox"),
        (PurePosixPath("/srv/hoa/Google Drive/ThuocSo"), "Google Drive"),
        (PurePosixPath("/srv/hoa/onedrives/ThuocSo"), ""),
        (PurePosixPath("/srv/hoa/.local/share/ThuocSo"), ""),
    ],
)
def test_folders_that_a_service_copies_are_known_by_name(path: PurePosixPath, service: str) -> None:
    assert drives.synced_by(path) == service


# Looking only --------------------------------------------------------------------------------------------------


def handed_out_whole(folder: Path, out: Path) -> None:
    """Backup and handover of a folder that was only looked at bring everything back."""
    restoring.restore(out / "sao lưu.zip", out / "từ sao lưu")
    restoring.restore(out / "bàn giao.zip.age", out / "từ bàn giao", "mật khẩu")
    assert (out / "bàn giao_BienBan.pdf").is_file()
    for each in ("từ sao lưu", "từ bàn giao"):
        assert everything(out / each) == everything(folder)


def test_a_medium_that_cannot_be_written_is_looked_at(filled: Houses, tmp_path: Path) -> None:
    folder = filled.folder / "X1"
    before = every_byte(folder)
    told = look(folder, tmp_path / "nhật ký.xlsx")
    assert (told["only"], told["medium"], told["copy"], told["refused"]) == (True, True, True, "data.only_look")
    assert told["gone"]
    assert int(str(told["lines"])) > 5
    assert every_byte(folder) == before
    handed_out_whole(folder, tmp_path)


def test_an_older_version_s_data_on_such_a_medium_are_looked_at_too(tmp_path: Path) -> None:
    folder = data_of("0.1", tmp_path / "xã")
    before = every_byte(folder)
    told = look(folder, tmp_path / "nhật ký.xlsx")
    assert (told["refused"], told["total"]) == ("data.only_look", "36/5") or told["done"]
    assert every_byte(folder) == before


def test_what_a_crash_left_in_the_log_is_seen_there(filled: Houses, tmp_path: Path) -> None:
    folder, crashed = filled.folder / "X1", tmp_path / "mất điện"
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("UPDATE response SET explanation = 'vừa gõ xong'")
    connection.commit()
    shutil.copytree(folder, crashed)
    connection.close()
    before = every_byte(crashed)
    assert look(crashed, tmp_path / "nhật ký.xlsx")["words"] == "vừa gõ xong"
    assert every_byte(crashed) == before


def test_an_empty_medium_is_told_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    code = (
        "import sys; from pathlib import Path; from app.errors import AppError; from app.operations import folders\n"
        "try: folders.open_workspace(Path(sys.argv[1]) / 'dữ liệu')\n"
        "except AppError as error: print(error.code, error.details['detail'])\n"
    )
    command = [*ALONE, "sh", "-c", LOCKED, "sh", tmp_path / "trống", sys.executable, "-c", code, tmp_path / "trống"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == "data.folder read_only"


@pytest.fixture
def denied(filled: Houses) -> Iterator[Path]:
    """A folder of somebody else, which may be read."""
    folder = filled.folder / "X1"
    every = [folder, *folder.rglob("*")]
    for path in every:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    for path in every:
        path.chmod(0o755)


def test_a_folder_of_somebody_else_is_looked_at_and_its_owner_works_on(
    denied: Path, filled: Houses, tmp_path: Path, clock: Clock
) -> None:
    with without_root():
        here = folders.open_workspace(denied, clock)
        assert (here.is_read_only, here.drive.is_read_only) == (True, False)
        with pytest.raises(AppError) as told:
            assessing.answer(here, filled.parts["X1"], "1.1", explanation="x")
        assert told.value.code == "data.only_look"
        with pytest.raises(AppError) as told:
            evidencing.attach(here, filled.parts["X1"], "2.2", [pdf(denied.parents[2], "a.pdf")])
        assert told.value.code == "data.only_look"
        workspaces.set_setting(here, "last_part", "x")
        backing_up.backup(here, tmp_path / "sao lưu.zip")
        handing_over.hand_over(here, tmp_path / "bàn giao.zip.age", "mật khẩu", Party("Hạnh"), Party("Bảo"))
    handed_out_whole(denied, tmp_path)
    with sqlite3.connect(denied / DATABASE) as connection:  # the owner
        connection.execute("UPDATE response SET explanation = 'đã sửa'")
    connection.close()
    assert "đã sửa" not in {
        kept.response.explanation for kept in assessing.view(here, parts.find(here).id).kept.values()
    }
    assert inspecting.prove(here).broken_at is None
    here.close()


# Two people ----------------------------------------------------------------------------------------------------

HELD = """
import sys
from pathlib import Path
from app.operations import folders, workspace
here = folders.open_workspace(Path(sys.argv[1]))
workspace.add_person(here, "Lê Thị Hà", "Chuyên viên")
print("open", flush=True)
sys.stdin.read()
"""


def test_the_second_of_two_people_is_told_who_and_since_when(tmp_path: Path) -> None:
    folder = tmp_path / "Thư mục chung"
    first = subprocess.Popen(
        [sys.executable, "-c", HELD, folder], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    with pytest.raises(AppError) as told:
        folders.open_workspace(folder)
    first.communicate()
    assert told.value.details["who"] == "Lê Thị Hà"
    said = sentence(told.value)
    assert said.startswith("Thư mục dữ liệu đang được Lê Thị Hà mở trên máy ")
    assert "…" not in said
    folders.open_workspace(folder).close()


def test_who_may_only_read_a_folder_in_use_is_told_the_same(denied: Path, clock: Clock) -> None:
    (denied / "thuocso.lock").chmod(0o644)
    lock = workspaces.FolderLock.take(denied, clock())
    (denied / "thuocso.lock").chmod(0o444)
    with without_root(), pytest.raises(AppError) as told:
        folders.open_workspace(denied, clock)
    lock.release()
    assert told.value.code == "data.in_use"


def test_each_person_of_a_computer_has_a_folder_of_their_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("THUOCSO_DATA", raising=False)
    found = set()
    for person in ("Hòa", "Lâm"):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / person / "share"))
        found.add(folders.default_folder())
    assert found == {tmp_path / "Hòa" / "share" / "ThuocSo", tmp_path / "Lâm" / "share" / "ThuocSo"}


# Gone while it is open ------------------------------------------------------------------------------------------


def written(here: Workspace, part: str, words: str) -> None:
    """As the window writes: on a thread of its own, with a connection of its own."""
    pool = multiprocessing.pool.ThreadPool(1)
    try:
        pool.apply(assessing.answer, (here, part, "1.1"), {"explanation": words})
    finally:
        pool.close()
        pool.join()


@pytest.mark.parametrize("harm", ["renamed", "deleted", "replaced"])
def test_a_folder_that_goes_while_it_is_open_is_one_sentence(filled: Houses, clock: Clock, harm: str) -> None:
    folder, part = filled.folder / "X1", filled.parts["X1"]
    here = folders.open_workspace(folder, clock)
    written(here, part, "đã lưu")
    kept = folder.with_name("đổi tên")
    folder.rename(kept)
    if harm == "deleted":
        shutil.rmtree(kept)
    if harm == "replaced":
        folder.mkdir()
    with pytest.raises(AppError) as told:
        written(here, part, "gõ sau đó")
    assert told.value.code == "data.medium_gone"
    here.close()
    assert not (folder / DATABASE).exists()
    if harm != "deleted":
        again = folders.open_workspace(kept, clock)
        assert assessing.view(again, part).response("n1.1").explanation == "đã lưu"
        again.close()
