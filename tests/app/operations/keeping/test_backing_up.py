"""Copies by themselves, in a second place and in one file: when they are made, what they hold, what makes room."""

import itertools
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest

from app import wording
from app.errors import AppError
from app.operations import folders
from app.operations.commune import assessing, evidencing, submitting
from app.operations.keeping import backing_up, handing_over, packing, places, restoring, sweeping
from app.operations.keeping.packing import Reason
from app.operations.workspace import DATABASE, Workspace
from app.progress import Cancelled, Progress
from app.storage import assessments
from tests.app.operations.comparing_folders import everything, files
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses
from tests.decaying import Harm, altered, torn

PASSPHRASE = "bốn từ dễ nhớ lắm"


def reasons(folder: Path) -> list[str]:
    return [copy.told.facts.reason.value for copy in places.copies(folder)]


def change(house: Houses, words: str) -> None:
    with house.at("X1") as here:
        assessing.answer(here, house.parts["X1"], "1.1", inputs={"online": "1500", "total": "2000"}, explanation=words)


def detach_all(here: Workspace, part: str) -> None:
    for piece in assessing.view(here, part).proving:
        for link in piece.links:
            evidencing.detach(here, piece.id, link.node)
    with here.transaction():
        assessments.drop_unused_files()


def torn_pages(path: Path) -> None:
    """What a bad disk makes of a database."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 4096 // 2 * 4096
    data[middle : middle + 40 * 4096] = os.urandom(40 * 4096)
    path.write_bytes(data)


def whole(folder: Path) -> dict[Path, bytes]:
    """Every file of a place but the open database and its log."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(DATABASE))
    return {path: path.read_bytes() for path in found}


# By themselves ------------------------------------------------------------------------------------------------------


def test_a_copy_only_where_something_changed_and_one_of_a_day_of_each_start(filled: Houses, clock: Clock) -> None:
    with filled.at("X1") as here:
        first = backing_up.automatic(here).made
        assert first is not None
        assert first.told.facts.whose == ("Xã Hòa Bình · Chuyển đổi số 2026",)
        assert backing_up.automatic(here).made is None
    change(filled, "Sửa trong ngày")
    with filled.at("X1") as here:
        hourly = []
        for hour in range(9):
            clock.move(hours=1)
            assessing.answer(here, filled.parts["X1"], "1.2", explanation=f"Giờ {hour}")
            made = backing_up.automatic(here).made
            assert made is not None
            hourly.append(made)
            assert backing_up.automatic(here).made is None
        assert [copy.stem for copy in places.copies(here.folder)] == [hourly[-1].stem, first.stem]
        restoring.restore_copy(hourly[-1], filled.folder / "lại")
        assert everything(filled.folder / "lại") == everything(here.folder)
        clock.move(days=1)
        assert backing_up.automatic(here).made is None  # nothing changed since
    assert reasons(filled.folder / "X1") == ["daily"]  # the last of its day


def test_hourly_copies_push_out_neither_earlier_days_nor_those_before_sign_off(filled: Houses, clock: Clock) -> None:
    part, folder = filled.parts["X1"], filled.folder / "X1"
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        place = backing_up.choose_second(here, stick)
        assert place is not None
        assert place.root is not None
        for day in range(12):
            for hour in range(6):
                assessing.answer(here, part, "1.2", explanation=f"Ngày {day}, giờ {hour}")
                if day == 11 and hour == 0:
                    submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
                    submitting.reopen(here, part, "sửa lại")
                backing_up.automatic(here)
                clock.move(hours=1)
            clock.move(hours=18)
    for root in (folder, place.root):
        kept = [copy for copy in places.copies(root) if copy.told.facts.reason is Reason.DAILY]
        assert len({copy.at.date() for copy in kept}) == len(kept) == places.KEPT
    assert "sign_off" in reasons(folder)


def test_what_was_done_since_the_morning_reaches_a_stick_that_is_plugged_in_at_half_past_four(
    filled: Houses, clock: Clock
) -> None:
    stick, part = filled.folder / "USB", filled.parts["X1"]
    stick.mkdir()
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
        backing_up.automatic(here)
        stick.rename(filled.folder / "rút ra")
        assessing.answer(here, part, "1.2", explanation="Việc cả ngày")
        clock.move(hours=1)
        assert backing_up.automatic(here).is_away
        (filled.folder / "rút ra").rename(stick)
        assessing.answer(here, part, "1.2", explanation="Việc cả ngày, đến chiều")
        clock.move(hours=2)
        carried = backing_up.automatic(here).carried
    assert carried is not None
    restoring.restore_copy(carried, filled.folder / "máy mới")
    assert everything(filled.folder / "máy mới") == everything(filled.folder / "X1")


def test_nothing_is_kept_of_a_folder_nobody_worked_in(tmp_path: Path, clock: Clock) -> None:
    opened = folders.open_workspace(tmp_path / "mới", clock)
    assert backing_up.automatic(opened).made is None
    opened.close()


def test_a_copy_before_freezing_and_before_sealing(filled: Houses) -> None:
    folder, part = filled.folder / "X1", filled.parts["X1"]
    filled.send("X1")
    assert reasons(folder) == ["sign_off", "sign_off"]
    second, first = places.copies(folder)
    for copy, state in ((first, "draft"), (second, "frozen")):
        restoring.restore_copy(copy, filled.folder / state)
        with filled.at(state) as here:
            assert bool(submitting.revisions(here, part)) == (state == "frozen")


def test_a_step_that_is_refused_leaves_no_copy(filled: Houses) -> None:
    filled.send("X1")
    with filled.at("X1") as here:
        before = reasons(here.folder)
        with pytest.raises(AppError):
            submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        with pytest.raises(AppError):
            submitting.seal_and_export(here, filled.parts["X1"], filled.out, "mật khẩu sai")
        assert reasons(here.folder) == before


def test_room_is_made_one_a_day_of_ten_days_and_what_was_made_by_hand_stays(filled: Houses, clock: Clock) -> None:
    folder = filled.folder / "X1"
    with filled.at("X1") as here:
        backing_up.make(here)
    for day in range(14):
        change(filled, f"Ngày {day}")
        with filled.at("X1") as here, backing_up.beforehand(here):
            pass
        change(filled, f"Ngày {day}, chiều")
        clock.move(hours=1)
        with filled.at("X1") as here, backing_up.beforehand(here):
            pass
        clock.move(hours=23)
    kept = places.copies(folder)
    assert [copy.told.facts.reason for copy in kept if copy.told.facts.reason is Reason.BY_HAND] == [Reason.BY_HAND]
    automatic = [copy for copy in kept if copy.told.facts.reason is Reason.SIGN_OFF]
    assert len(automatic) == places.KEPT + 1  # two of today
    days = [copy.at.date() for copy in automatic[2:]]
    assert len(days) == len(set(days))
    assert all(copy.at.hour == 15 for copy in automatic[2:])  # the last of its day


def test_evidence_a_copy_names_is_not_swept(filled: Houses) -> None:
    folder, part = filled.folder / "X1", filled.parts["X1"]
    with filled.at("X1") as here:
        before = everything(folder)
        copy = backing_up.make(here)
        detach_all(here, part)
    with filled.at("X1"):
        pass
    assert files(folder) == before[1]  # the next start swept nothing that the copy needs
    restoring.restore_copy(copy, filled.folder / "lại")
    assert everything(filled.folder / "lại") == before
    places.remove(copy)
    with filled.at("X1"):
        pass
    assert files(folder) == {}


def test_a_damaged_database_is_no_copy(filled: Houses) -> None:
    with filled.at("X1"):
        pass
    torn_pages(filled.folder / "X1" / DATABASE)
    with pytest.raises(AppError) as told, filled.at("X1") as here:
        backing_up.make(here)
    assert told.value.code == "data.damaged"
    assert places.copies(filled.folder / "X1") == ()


@pytest.mark.parametrize(("number", "harm"), [(0, torn_pages), (1, torn)], ids=["database", "manifest"])
def test_a_dated_copy_that_reads_back_otherwise_is_dropped_and_the_older_one_stays(
    filled: Houses, clock: Clock, number: int, harm: Harm
) -> None:
    with filled.at("X1") as here:
        older = backing_up.make(here)
        before = whole(here.folder)
        clock.move(days=1)
        with pytest.raises(AppError) as told, altered(here.folder, number, harm):
            backing_up.make(here)
        assert told.value.code == "backup.write_damaged"
        assert "nguyên vẹn" in wording.sentence(told.value)
        assert whole(here.folder) == before
        assert places.copies(here.folder) == (older,)
        places.check(older)
        backing_up.make(here)


# One file -----------------------------------------------------------------------------------------------------------


def test_the_public_tool_opens_an_encrypted_backup(filled: Houses, tmp_path: Path) -> None:
    target = tmp_path / "Sao lưu.zip.age"
    with filled.at("X1") as here:
        made = backing_up.backup(here, target, PASSPHRASE)
        backing_up.backup(here, tmp_path / "rõ.zip")
    assert made.files == 2
    assert b"thuocso" not in target.read_bytes()
    script = (
        "import os, pty, sys\n"
        "pid, terminal = pty.fork()\n"
        "if pid == 0: os.execvp('age', ['age', '-d', '-o', sys.argv[2], sys.argv[1]])\n"
        "os.read(terminal, 200)\n"
        "os.write(terminal, sys.argv[3].encode() + b'\\n')\n"
        "try:\n"
        "    while os.read(terminal, 200): pass\n"
        "except OSError: pass\n"
        "sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n"
    )
    opened = tmp_path / "mở.zip"
    command = [sys.executable, "-c", script, str(target), str(opened), PASSPHRASE]
    subprocess.run(command, check=True, timeout=60)
    with zipfile.ZipFile(opened) as archive, zipfile.ZipFile(tmp_path / "rõ.zip") as plain:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(plain.namelist())
        assert json.loads(archive.read("manifest.json"))["whose"] == ["Xã Hòa Bình · Chuyển đổi số 2026"]
        assert archive.read(DATABASE) == plain.read(DATABASE)
    restoring.restore(opened, tmp_path / "máy khác")
    assert everything(tmp_path / "máy khác") == everything(filled.folder / "X1")


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_an_archive_that_reads_back_otherwise_is_dropped_and_the_older_one_stays(
    filled: Houses, tmp_path: Path, passphrase: str
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        backing_up.backup(here, stick / "b.zip", passphrase)
        before, work = whole(stick), whole(here.folder)
        with pytest.raises(AppError) as told, altered(stick, 0):
            backing_up.backup(here, stick / "b.zip", passphrase)
        assert (told.value.code, told.value.details["path"]) == ("backup.write_damaged", str(stick / "b.zip"))
        assert "đọc lại không đúng" in wording.sentence(told.value)
        assert (whole(stick), whole(here.folder)) == (before, work)
        with packing.opened_archive(stick / "b.zip", passphrase) as archive:
            archive.check()


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_stopping_leaves_nothing(filled: Houses, tmp_path: Path, passphrase: str) -> None:
    steps = 0

    def stop(_done: int, _total: int) -> None:
        nonlocal steps
        steps += 1
        if steps == 2:
            raise Cancelled

    with filled.at("X1") as here:
        before = sorted(here.folder.iterdir())
        with pytest.raises(Cancelled):
            backing_up.backup(here, tmp_path / "b.zip", passphrase, Progress(stop))
        assert sorted(here.folder.iterdir()) == before
    assert [path for path in tmp_path.iterdir() if "zip" in path.name or path.name.startswith(".")] == []


def test_work_on_large_files_tells_how_far_it_is_and_can_be_stopped_while_it_is_read_again(
    filled: Houses, tmp_path: Path
) -> None:
    large = tmp_path / "Lớn.pdf"
    large.write_bytes(b"%PDF-1.4\n" + os.urandom(12 << 20))
    (tmp_path / "USB").mkdir()

    def told(act: Callable[[Progress], object]) -> list[float]:
        shares: list[float] = []
        act(Progress(lambda done, total: shares.append(done / total)))
        assert shares == sorted(shares)
        assert shares[-1] == 1
        assert max(after - before for before, after in itertools.pairwise(shares)) < 0.3
        late = Event()
        seen = iter(shares)

        def stop(_done: int, _total: int) -> None:
            if next(seen) > 0.6:
                late.set()

        with pytest.raises(Cancelled):
            act(Progress(stop, late))
        return shares

    with filled.at("X1") as here:
        evidencing.attach(here, filled.parts["X1"], "2.2", [large])
        parties = (handing_over.Party("A"), handing_over.Party("B"))
        told(lambda progress: backing_up.backup(here, tmp_path / "b.zip", progress=progress))
        told(lambda progress: backing_up.backup(here, tmp_path / "b.age", PASSPHRASE, progress))
        told(lambda progress: handing_over.hand_over(here, tmp_path / "c.zip.age", PASSPHRASE, *parties, "", progress))
        for passphrase in ("", PASSPHRASE):

            def carry(progress: Progress, passphrase: str = passphrase) -> None:
                backing_up.choose_second(here, tmp_path / "USB", passphrase)
                backing_up.now(here, (), progress)

            told(carry)


ENDLESS = """
import sys
from pathlib import Path
from app.operations import folders, workspace
from app.operations.keeping import backing_up
from tests.app.operations.conftest import Clock
here = folders.open_workspace(Path(sys.argv[1]), Clock())
print("ready", flush=True)
number = 0
while True:
    number += 1
    here.clock.move(seconds=1)
    backing_up.now(here)
    print(number, flush=True)
    backing_up.backup(here, Path(sys.argv[2]) / "một tệp.zip")
    print(number, flush=True)
"""


def test_a_process_killed_while_it_backs_up_leaves_only_sound_copies(filled: Houses, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    folder = filled.folder / "X1"
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
    kept = everything(folder)
    for number in range(5):
        command = [sys.executable, "-c", ENDLESS, str(folder), str(stick)]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4])
        assert running.stdout is not None
        assert running.stdout.readline().strip() == b"ready"
        for _ in range(number * number + 1):  # one more copy each, and somewhere in the next one
            assert running.stdout.readline() != b""
        running.kill()
        running.wait()
        running.stdout.close()
        with filled.at("X1") as here:  # the next start sweeps here, the next copy there
            backing_up.now(here)
        assert sweeping.leftovers(folder) == []
        assert list(folder.glob(".*.part")) == []
        for root in (folder, *stick.glob("SaoLuu*")):
            assert places.copies(root) != ()
            for copy in places.copies(root):
                places.check(copy)
            assert sweeping.leftovers(root) == []
        if (stick / "một tệp.zip").exists():
            with packing.opened_archive(stick / "một tệp.zip") as archive:
                archive.check()
    assert everything(folder) == kept
    assert datetime.fromisoformat(places.copies(folder)[0].told.facts.at)


def test_the_seal_key_goes_with_a_backup_locked_as_it_was(filled: Houses, tmp_path: Path) -> None:
    filled.send("X1")
    with filled.at("X1") as here:
        backing_up.backup(here, tmp_path / "b.zip")
    restoring.restore(tmp_path / "b.zip", filled.folder / "khác")
    other = Houses(filled.folder, filled.clock)
    with other.at("khác") as here:
        from app.operations import parts
        from app.operations.trust import trusting

        part = parts.find(here, filled.parts["X1"])
        trusting.unlock(here, part, SECRET)
        with pytest.raises(AppError) as told:
            trusting.unlock(here, part, PASSPHRASE)
        assert told.value.code == "passphrase.wrong"
