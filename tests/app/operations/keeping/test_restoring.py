"""Back from a backup: byte for byte, into nothing or over what is there; old or new whatever happens in between."""

import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import parts
from app.operations.authority import campaigning, collecting, sticks
from app.operations.authority.collecting import Outcome
from app.operations.commune import assessing, evidencing
from app.operations.keeping import backing_up, checking, places, restoring, salvaging, sweeping
from app.operations.keeping.packing import Reason
from app.operations.workspace import DATABASE
from app.progress import Cancelled, Progress
from tests.app.operations.comparing_folders import everything, files, rows
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses

PASSPHRASE = "bốn từ dễ nhớ lắm"
Made = tuple[Houses, Path, Path, Path]


@pytest.fixture
def backed_up(filled: Houses, tmp_path: Path) -> Made:
    """A house, a plain archive, an encrypted one, and a stick with a place."""
    stick = tmp_path / "USB của xã"
    stick.mkdir()
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
        backing_up.now(here)
        backing_up.backup(here, tmp_path / "rõ.zip")
        backing_up.backup(here, tmp_path / "kín.zip.age", PASSPHRASE)
    return filled, tmp_path / "rõ.zip", tmp_path / "kín.zip.age", stick


def damage(path: Path, at: float = 0.5, pages: int = 40) -> None:
    data = bytearray(path.read_bytes())
    begin = int(len(data) // 4096 * at) * 4096
    data[begin : begin + pages * 4096] = os.urandom(min(pages * 4096, len(data) - begin))
    path.write_bytes(data)


def source(made: Made, kind: str) -> Path | places.Copy:
    _house, plain, closed, stick = made
    if kind == "stick":
        return restoring.copies_in(stick)[0]
    return {"plain": plain, "encrypted": closed}[kind]


@pytest.mark.parametrize("kind", ["plain", "encrypted", "stick"])
def test_a_new_machine_gets_every_row_and_every_byte(backed_up: Made, tmp_path: Path, kind: str) -> None:
    done = restoring.put_back(tmp_path / "máy mới", source(backed_up, kind), PASSPHRASE)
    assert done.files == 2
    assert done.aside == ""
    assert everything(tmp_path / "máy mới") == everything(backed_up[0].folder / "X1")


@pytest.mark.parametrize("kind", ["plain", "encrypted", "stick"])
def test_over_other_data_which_become_a_copy(backed_up: Made, clock: Clock, kind: str) -> None:
    house = backed_up[0]
    before, other = everything(house.folder / "X1"), everything(house.folder / "SKHCN")
    done = restoring.put_back(house.folder / "SKHCN", source(backed_up, kind), PASSPHRASE, clock)
    assert everything(house.folder / "SKHCN") == before
    with house.at("SKHCN") as here:
        assert assessing.view(here, house.parts["X1"]).proving
    aside = restoring.copy_in(house.folder / "SKHCN", done.aside)
    assert aside.told.facts.reason is Reason.RESTORE
    assert aside.told.facts.whose == ("Sở Khoa học và Công nghệ · Chuyển đổi số 2026",)
    restoring.put_back(house.folder / "SKHCN", aside, clock=clock)
    assert rows(house.folder / "SKHCN") == other[0]


def test_going_back_and_forth_loses_no_evidence(backed_up: Made, clock: Clock) -> None:
    house, plain, _, _ = backed_up
    before = everything(house.folder / "X1")
    done = restoring.put_back(house.folder / "X2", plain, clock=clock)
    assert done.aside == ""  # nobody ever worked there
    with house.at("X2"):
        pass
    assert files(house.folder / "X2") == before[1]


def test_damaged_evidence_here_is_replaced_by_what_the_backup_has(backed_up: Made, clock: Clock) -> None:
    house, plain, _, _ = backed_up
    folder = house.folder / "X1"
    good = files(folder)
    first, second = sorted((folder / "evidence").glob("??/*"))
    first.write_bytes(b"x" * first.stat().st_size)
    second.unlink()
    restoring.put_back(folder, plain, clock=clock)
    assert files(folder) == good


def test_stopping_leaves_what_was_there(backed_up: Made, tmp_path: Path, clock: Clock) -> None:
    house, plain, closed, _ = backed_up
    for target in (tmp_path / "trống", house.folder / "SKHCN"):
        before = sorted(target.rglob("*")) if target.exists() else None
        for stop_at in (1, 2, 3):
            steps = 0

            def stop(_done: int, _total: int, at: int = stop_at) -> None:
                nonlocal steps
                steps += 1
                if steps == at:
                    raise Cancelled

            with pytest.raises(Cancelled):
                restoring.put_back(target, closed, PASSPHRASE, clock, Progress(stop))
            now = sorted(path for path in target.rglob("*") if path.name != "incoming") if target.exists() else None
            assert now == (before if before is None else [path for path in before if path.name != "incoming"])
    assert plain.exists()


def test_a_folder_that_is_open_or_holds_other_things_is_left_alone(backed_up: Made, tmp_path: Path) -> None:
    house, plain, _, _ = backed_up
    with house.at("X1"), pytest.raises(AppError) as told:
        restoring.put_back(house.folder / "X1", plain)
    assert told.value.code == "data.in_use"
    (tmp_path / "tài liệu").mkdir()
    (tmp_path / "tài liệu" / "thư.docx").write_bytes(b"x")
    with pytest.raises(AppError) as told:
        restoring.restore(plain, tmp_path / "tài liệu")
    assert told.value.code == "restore.not_empty"


@pytest.mark.parametrize("harm", ["database", "manifest", "other", "newer"])
def test_a_damaged_copy_is_told_and_changes_nothing(backed_up: Made, tmp_path: Path, harm: str) -> None:
    _house, _, _, stick = backed_up
    place = next(stick.iterdir())
    if harm == "database":
        damage(next(place.glob("backups/*.sqlite")))
    elif harm == "manifest":
        next(place.glob("backups/*.json")).write_text('{"format": "thuocso-backup"}', "utf-8")
    elif harm == "other":
        shutil.rmtree(place)
    else:
        manifest = next(place.glob("backups/*.json"))
        manifest.write_text(manifest.read_text("utf-8").replace('"data_version": ', '"data_version": 9'), "utf-8")
    with pytest.raises(AppError) as told:
        restoring.put_back(tmp_path / "máy mới", restoring.copies_in(stick)[0])
    expected = {"manifest": "backup.none_there", "other": "backup.none_there", "newer": "data.newer"}
    assert told.value.code == expected.get(harm, "backup.damaged")
    assert not (tmp_path / "máy mới").exists()


def harm_one_evidence(made: Made, kind: str) -> None:
    """A bit of one of the two evidence files falls over; in the stick the other one is gone as well."""
    house, plain, _, stick = made
    if kind in ("stick", "locked"):
        first, second = sorted(path for path in stick.glob("*/evidence/??/*") if path.is_file())
        first.write_bytes(first.read_bytes()[:-1] + b"\0")
        second.unlink()
        return
    with house.at("X1") as here:
        needle = here.evidence.path(max(here.evidence.digests())).read_bytes()
    data = bytearray(plain.read_bytes())
    data[data.index(needle) + len(needle) - 1] ^= 1
    plain.write_bytes(data)


@pytest.mark.parametrize("kind", ["plain", "stick", "locked"])
def test_damaged_evidence_is_left_out_and_named_and_all_else_comes_back(
    backed_up: Made, tmp_path: Path, clock: Clock, kind: str
) -> None:
    house, _, _, stick = backed_up
    if kind == "locked":
        shutil.rmtree(next(stick.iterdir()))
        with house.at("X1") as here:
            backing_up.choose_second(here, stick, PASSPHRASE)
            backing_up.now(here)
    before = everything(house.folder / "X1")
    harm_one_evidence(backed_up, kind)
    done = restoring.put_back(
        tmp_path / "máy mới", source(backed_up, "stick" if kind == "locked" else kind), PASSPHRASE
    )
    assert len(done.lost) == (1 if kind == "plain" else 2)
    assert set(done.lost) <= {"Báo cáo của X1.pdf", "Ảnh X1.pdf"}
    came = everything(tmp_path / "máy mới")
    assert came[0] == before[0]
    assert came[1].items() < before[1].items()
    found = checking.doctor(tmp_path / "máy mới")
    assert [each.code for each in found.findings] == ["evidence_missing"] * len(done.lost)
    over = restoring.put_back(house.folder / "X1", source(backed_up, "plain"), clock=clock)
    assert over.lost == ()  # what is here and sound is not lost


def test_an_encrypted_file_with_one_bad_sector_gives_back_the_rest(backed_up: Made, tmp_path: Path) -> None:
    house = backed_up[0]
    (tmp_path / "Ảnh lớn.pdf").write_bytes(b"%PDF-1.4\n" + os.urandom(400_000))
    with house.at("X1") as here:
        evidencing.attach(here, house.parts["X1"], "2.2", [tmp_path / "Ảnh lớn.pdf"])
        backing_up.backup(here, tmp_path / "rõ.zip")
        backing_up.backup(here, tmp_path / "kín.age", PASSPHRASE)
    at = (tmp_path / "rõ.zip").read_bytes().index((tmp_path / "Ảnh lớn.pdf").read_bytes()) + 200_000
    data = bytearray((tmp_path / "kín.age").read_bytes())
    data[at + at // 65536 * 16 + 200] ^= 1
    (tmp_path / "kín.age").write_bytes(data)
    assert restoring.restore(tmp_path / "kín.age", tmp_path / "máy mới", PASSPHRASE).lost == ("Ảnh lớn.pdf",)
    assert len(files(tmp_path / "máy mới")) == 2


def test_an_archive_that_lost_an_evidence_file_names_it(backed_up: Made, tmp_path: Path) -> None:
    with zipfile.ZipFile(backed_up[1]) as old, zipfile.ZipFile(tmp_path / "thiếu.zip", "w") as new:
        *kept, gone = (name for name in old.namelist() if name.startswith("evidence/"))
        for name in (*kept, DATABASE, "manifest.json"):
            new.writestr(name, old.read(name))
    done = restoring.restore(tmp_path / "thiếu.zip", tmp_path / "máy mới")
    assert len(done.lost) == 1
    assert gone not in {path.relative_to(tmp_path / "máy mới").as_posix() for path in (tmp_path / "máy mới").rglob("*")}


def test_a_medium_that_is_pulled_out_brings_back_nothing(backed_up: Made, tmp_path: Path) -> None:
    stick = backed_up[3]
    [copy] = restoring.copies_in(stick)
    pulled = Progress(lambda done, _total: shutil.rmtree(stick) if done and stick.exists() else None)
    with pytest.raises(AppError) as told:
        restoring.restore_copy(copy, tmp_path / "máy mới", progress=pulled)
    assert told.value.code in ("backup.damaged", "file.unreadable")
    assert not (tmp_path / "máy mới").exists()


def test_into_a_linked_folder_and_one_that_must_stay_where_it_is(backed_up: Made, tmp_path: Path) -> None:
    before = everything(backed_up[0].folder / "X1")
    (tmp_path / "đích").mkdir()
    (tmp_path / "đích" / "lost+found").mkdir()  # as on a disk that was just made
    (tmp_path / "lối tắt").symlink_to(tmp_path / "đích")
    (tmp_path / "lối cụt").symlink_to(tmp_path / "chưa có")
    mounted = (tmp_path / "đích").stat().st_ino
    for name, lies_in in (("lối tắt", "đích"), ("lối cụt", "chưa có")):
        restoring.restore(backed_up[1], tmp_path / name)
        assert (tmp_path / name).is_symlink()
        assert everything(tmp_path / lies_in) == before
        assert sorted(path.name for path in tmp_path.glob("**/*.part")) == []
    assert (tmp_path / "đích").stat().st_ino == mounted


KILLED = """
import sys
from pathlib import Path
from app.operations.keeping import restoring
from app.progress import Progress
def wait(done, total):
    if done:
        print("ready", flush=True)
        sys.stdin.read()
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), progress=Progress(wait))
"""


@pytest.mark.parametrize("is_there", [False, True])
def test_what_a_killed_restoring_left_goes_and_one_that_goes_on_stays(
    backed_up: Made, tmp_path: Path, *, is_there: bool
) -> None:
    target = tmp_path / "máy" / "dữ liệu"
    (target if is_there else target.parent).mkdir(parents=True)
    command = [sys.executable, "-c", KILLED, str(backed_up[1]), str(target)]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4])
    assert running.stdout is not None
    assert running.stdin is not None
    assert running.stdout.readline().strip() == b"ready"
    sweeping.sweep_beside(target)
    [left] = (tmp_path / "máy").glob("**/*.thuocso.part")
    running.kill()
    running.wait()
    running.stdin.close()
    running.stdout.close()
    assert left.is_dir()
    restoring.put_back(target, backed_up[1])
    assert not left.exists()
    left.mkdir()
    with backed_up[0].at(str(target)):
        assert not left.exists()


@pytest.mark.parametrize("passphrase", ["", "sai"])
def test_without_the_passphrase_nothing_is_shown(backed_up: Made, passphrase: str) -> None:
    with pytest.raises(AppError) as told:
        restoring.look(backed_up[2], passphrase)
    assert told.value.code == ("backup.passphrase_wrong" if passphrase else "backup.passphrase_needed")


def test_what_is_inside_is_shown_before(backed_up: Made) -> None:
    for told in (restoring.look(backed_up[1]), restoring.look(backed_up[2], PASSPHRASE)):
        assert told.facts.whose == ("Xã Hòa Bình · Chuyển đổi số 2026",)
        assert told.facts.at.startswith("2026-11-02T14:32")
        assert len(told.evidence) == 2
    for chosen in (backed_up[3], next(backed_up[3].iterdir()), next(backed_up[3].glob("*/backups"))):
        assert len(restoring.copies_in(chosen)) == 1


# A damaged database -------------------------------------------------------------------------------------------------


def test_the_last_good_copy_is_found_past_a_damaged_one(backed_up: Made, clock: Clock) -> None:
    house, _, _, _stick = backed_up
    folder = house.folder / "X1"
    good = rows(folder)
    clock.move(days=1)
    with house.at("X1") as here:
        assessing.answer(here, house.parts["X1"], "1.2", explanation="Sau bản sao")
        newest = backing_up.make(here)
    damage(folder / DATABASE)
    damage(newest.database)
    found = restoring.last_good(folder)
    assert found is not None
    assert found.at < newest.at
    done = restoring.put_back(folder, found, clock=clock)
    assert done.aside == f"{restoring.DAMAGED}-20261103-143200.sqlite"
    assert (folder / done.aside).is_file()
    assert rows(folder) == good
    assert not (folder / f"{DATABASE}-wal").exists()
    with house.at("X1") as here:
        assert assessing.view(here, house.parts["X1"]).proving


def test_without_copies_here_the_second_place_helps(backed_up: Made) -> None:
    house, _, _, stick = backed_up
    folder = house.folder / "X1"
    for path in (folder / "backups").glob("20*"):
        path.unlink()
    assert restoring.last_good(folder) is None
    assert restoring.last_good(folder, tuple(stick.iterdir())) is not None
    assert restoring.damaged(folder).code == "data.damaged_with_copy"
    shutil.rmtree(stick)
    assert restoring.damaged(folder).code == "data.damaged_no_copy"


def test_what_was_typed_after_the_last_copy_is_read_from_the_damaged_file(backed_up: Made, clock: Clock) -> None:
    house = backed_up[0]
    folder, part = house.folder / "X1", house.parts["X1"]
    with house.at("X1") as here:
        assessing.answer(here, part, "1.2", explanation="Sau bản sao gần nhất")
    whole = rows(folder)
    path = folder / DATABASE
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'setting'").fetchone()
    torn = bytearray(data)
    torn[(page - 1) * 4096 : page * 4096] = os.urandom(4096)
    path.write_bytes(torn)

    told = salvaging.salvage(folder, clock)
    assert told.torn == ("setting",)
    assert path.read_bytes() == bytes(torn)
    good = restoring.last_good(folder)
    assert good is not None
    assert good.told.facts.reason is Reason.BY_HAND
    restoring.put_back(folder, told.copy, clock=clock)
    assert {name: rows(folder)[name] for name in whole if name != "setting"} == {
        name: whole[name] for name in whole if name != "setting"
    }


@pytest.mark.parametrize("harm", ["gone", "empty", "damaged"])
def test_where_nothing_brings_the_data_back_one_may_begin_anew_and_nothing_is_removed(
    backed_up: Made, clock: Clock, harm: str
) -> None:
    house = backed_up[0]
    folder = house.folder / "X1"
    for path in (folder / "backups").glob("2*.json"):
        path.write_bytes(b"{}")
    path = folder / DATABASE
    path.unlink() if harm == "gone" else path.write_bytes(b"" if harm == "empty" else b"x" * 5000)
    held = sorted(each.name for each in folder.rglob("*") if each.is_file() and each.name != "thuocso.lock")
    with pytest.raises(AppError) as told, house.at("X1"):
        pass
    assert told.value.code == "data.damaged"
    kept = salvaging.begin_anew(folder, clock)
    assert [name for name in kept if "20261102-143200" not in name] == []
    left = [each.name for each in folder.rglob("*") if each.is_file() and each.name != "thuocso.lock"]
    assert sorted(DATABASE if name.startswith(restoring.DAMAGED) else name for name in left) == held
    with house.at("X1") as here:
        assert here.acting is not None
        assert list(here.evidence.digests()) == []
    assert all((folder / name).exists() for name in kept)


def test_a_file_that_is_none_gives_nothing_and_stays(backed_up: Made, clock: Clock) -> None:
    folder = backed_up[0].folder / "X1"
    (folder / DATABASE).write_bytes(os.urandom(100_000))
    kept = (folder / DATABASE).read_bytes()
    with pytest.raises(AppError) as told:
        salvaging.salvage(folder, clock)
    assert told.value.code == "salvage.nothing"
    assert (folder / DATABASE).read_bytes() == kept
    assert list(folder.glob(".*.part")) == []


def test_the_sealed_campaign_which_no_backup_carries_is_made_again(
    filled: Houses, tmp_path: Path, clock: Clock
) -> None:
    sent = filled.send("X1")
    part = filled.authority_part
    with filled.at("SKHCN") as here:
        backing_up.backup(here, tmp_path / "sở.zip")
    restoring.restore(tmp_path / "sở.zip", filled.folder / "máy mới")
    clock.move(days=3)
    with filled.at("máy mới") as here:
        assert not campaigning.sealed_place(here, parts.find(here, part)).exists()
        assert sticks.plan(here, part, sticks.Enclosed()).needs_passphrase
        campaigning.export_campaign(here, part, tmp_path / "lại.thuocso", SECRET)
        assert not sticks.plan(here, part, sticks.Enclosed()).needs_passphrase
        drop = collecting.import_paths(here, part, [sent])
        assert [each.error for each in drop.files] == [None]
        assert drop.count(Outcome.RECEIVED) == 1
    with filled.at("X2") as here:  # who had the first file, and who gets the second, are in the same campaign
        mine = campaigning.accept(here, tmp_path / "lại.thuocso", "X2")
    with filled.at("X1") as here:
        assert parts.find(here, filled.parts["X1"]).campaign == mine.campaign
