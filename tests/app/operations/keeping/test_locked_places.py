"""Copies in a second place that only a passphrase opens: added to without asking, told apart by nobody else."""

import hashlib
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations.commune import evidencing
from app.operations.keeping import backing_up, checking, places, restoring
from app.operations.keeping.backing_up import Second
from app.operations.keeping.places import Copy
from app.operations.workspace import DATABASE, Workspace
from tests.app.operations.comparing_folders import everything, files
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from tests.app.operations.sets import pdf

PASSPHRASE = "bốn từ dễ nhớ lắm"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "USB của xã"
    folder.mkdir()
    return folder


def chosen(here: Workspace, folder: Path, passphrase: str = PASSPHRASE) -> Path:
    place = backing_up.choose_second(here, folder, passphrase)
    assert place is not None
    assert place.root is not None
    return place.root


def carried(here: Workspace) -> Copy:
    done = backing_up.automatic(here).carried
    assert done is not None
    return done


def refused(copy: Copy, passphrase: str) -> str:
    with pytest.raises(AppError) as told:
        restoring.opened(copy, passphrase)
    return told.value.code


def test_a_new_machine_gets_every_row_and_every_byte_with_the_passphrase_alone(
    filled: Houses, stick: Path, tmp_path: Path
) -> None:
    with filled.at("X1") as here:
        chosen(here, stick)
        carried(here)
    [copy] = restoring.copies_in(stick)
    assert copy.is_locked
    assert refused(copy, "") == "backup.passphrase_needed"
    assert refused(copy, "mật khẩu khác") == "backup.passphrase_wrong"
    for number, words in enumerate((PASSPHRASE, unicodedata.normalize("NFD", PASSPHRASE))):
        done = restoring.put_back(tmp_path / f"máy {number}", copy, words)
        assert done.files == 2
        assert everything(tmp_path / f"máy {number}") == everything(filled.folder / "X1")
    with pytest.raises(AppError) as told:
        restoring.put_back(tmp_path / "máy khác", copy)
    assert told.value.code == "backup.passphrase_needed"
    assert not (tmp_path / "máy khác").exists()


def test_nothing_on_the_medium_tells_what_is_inside(filled: Houses, stick: Path) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        carried(here)
        digests = set(here.evidence.digests())
        known = [here.evidence.path(digest).read_bytes()[:64] for digest in digests]
    told = b"".join(
        path.read_bytes() + str(path.relative_to(root)).encode() for path in root.rglob("*") if path.is_file()
    )
    known += [digest.encode() for digest in digests] + [b"SQLite format 3", "Hòa Bình".encode(), PASSPHRASE.encode()]
    assert [each for each in known if each in told] == []
    kept = (filled.folder / "X1" / "backups" / "place.json").read_text("utf-8")
    assert PASSPHRASE not in kept
    assert "AGE-SECRET-KEY" not in kept


def test_later_copies_ask_nothing_and_write_only_what_is_new(filled: Houses, stick: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        carried(here)
        written = {path: path.stat().st_ino for path in (root / "evidence").rglob("*") if path.is_file()}
        assert len(written) == 2
        evidencing.attach(here, filled.parts["X1"], "2.2", [pdf(filled.folder, "Báo cáo mới.pdf", "mới")])
        clock.move(days=1)
    with filled.at("X1") as here:  # another start of the program
        assert carried(here).lacking == ()
    now = {path: path.stat().st_ino for path in (root / "evidence").rglob("*") if path.is_file()}
    assert {path: now[path] for path in written} == written
    assert len(now) == 3
    newest, oldest = places.copies(root)
    for copy in (newest, oldest):
        places.check(copy)
        places.check(restoring.opened(copy, PASSPHRASE))
    assert len(restoring.opened(oldest, PASSPHRASE).told.evidence) == 2


def test_evidence_nobody_names_leaves_the_place_and_the_rest_stays(filled: Houses, stick: Path, clock: Clock) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        old = carried(here)
        evidencing.attach(here, filled.parts["X1"], "2.2", [pdf(filled.folder, "Báo cáo mới.pdf", "mới")])
        clock.move(days=1)
        carried(here)
        assert len(files(root)) == 3
        places.remove(next(copy for copy in places.copies(root) if copy.stem != old.stem))
        places.make_room(root, clock(), owns_evidence=True)
    assert len(files(root)) == 2
    places.check(restoring.opened(places.copies(root)[0], PASSPHRASE))


def test_damaged_evidence_is_told_and_carried_once_it_is_whole_again(filled: Houses, stick: Path) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        digest = min(here.evidence.digests())
        good = here.evidence.path(digest).read_bytes()
        here.evidence.path(digest).write_bytes(bytes(len(good)))
        assert len(carried(here).lacking) == 1
        [copy] = places.copies(root)
        assert len(copy.lacking) == 1
        assert restoring.opened(copy, PASSPHRASE).lacking == (digest,)
        here.evidence.path(digest).write_bytes(good)
        again = backing_up.now(here).carried
    assert again is not None
    assert again.lacking == ()
    for copy in places.copies(root):
        places.check(restoring.opened(copy, PASSPHRASE))


@pytest.mark.parametrize("harmed", ["database", "key"])
def test_harm_on_the_medium_is_told_before_anything_changes(filled: Houses, stick: Path, harmed: str) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        copy = carried(here)
        other = everything(filled.folder / "SKHCN")
        path = {
            "database": copy.database,
            "key": root / "backups" / places.KEY,
        }[harmed]
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    if harmed == "evidence":  # left out and named
        assert len(restoring.put_back(filled.folder / "SKHCN", copy, PASSPHRASE).lost) == 1
    else:
        with pytest.raises(AppError) as told:
            restoring.put_back(filled.folder / "SKHCN", copy, PASSPHRASE)
        assert told.value.code in ("backup.damaged", "backup.passphrase_wrong")
        assert everything(filled.folder / "SKHCN") == other
    if harmed == "key":
        with filled.at("X1") as here:
            backing_up.now(here)  # the next copy lays the key there again
        assert restoring.opened(copy, PASSPHRASE).told.facts.whose == ("Xã Hòa Bình · Chuyển đổi số 2026",)
    else:
        with pytest.raises(AppError):
            places.check(copy)


def test_the_same_place_is_chosen_again_with_its_passphrase_alone(filled: Houses, stick: Path) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        carried(here)
        for passphrase, code in (("", "backup.passphrase_needed"), ("mật khẩu khác", "backup.passphrase_wrong")):
            with pytest.raises(AppError) as told:
                backing_up.choose_second(here, root, passphrase)
            assert told.value.code == code
        assert backing_up.second(here.folder) is not None
        assert chosen(here, root) == root
        backing_up.now(here)
        assert len(places.copies(root)) == 2


def test_open_and_locked_copies_never_lie_together(filled: Houses, stick: Path) -> None:
    with filled.at("X1") as here:
        plain = backing_up.choose_second(here, stick)
        assert plain is not None
        backing_up.now(here)
        closed = backing_up.choose_second(here, stick / plain.name, PASSPHRASE)
        assert isinstance(closed, Second)
        assert closed.folder == stick
        assert closed.name != plain.name
        backing_up.now(here)
    assert sorted(copy.is_locked for copy in restoring.copies_in(stick)) == [False, True]
    assert not places.is_locked(stick / plain.name)


def test_a_damaged_start_finds_the_locked_copy_where_no_other_is_left(filled: Houses, stick: Path) -> None:
    folder = filled.folder / "X1"
    with filled.at("X1") as here:
        root = chosen(here, stick)
        copy = carried(here)
    kept = everything(folder)
    for path in (folder / "backups").glob("*.sqlite"):
        path.unlink()
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    good = restoring.last_good(folder, (root,))
    assert good == copy
    restoring.put_back(folder, good, PASSPHRASE)
    assert everything(folder) == kept


def test_lost_evidence_is_taken_back_from_a_locked_place(filled: Houses, stick: Path) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        carried(here)
        kept = files(here.folder)
        gone, harmed = sorted(here.evidence.digests())
        here.evidence.path(gone).unlink()
        here.evidence.path(harmed).write_bytes(b"x" * here.evidence.path(harmed).stat().st_size)
        assert not checking.mend(here).is_sound  # the place is known, its passphrase is not
        with pytest.raises(AppError, match=r"backup\.passphrase_wrong"):
            checking.mend(here, [stick], passphrase="mật khẩu khác")
        done = checking.mend(here, [stick], passphrase=PASSPHRASE)
        assert done.is_sound
        assert {source for _, source in done.mended} == {str(root)}
        assert files(here.folder) == kept


TYPED = (
    "import os, pty, sys\n"
    "pid, terminal = pty.fork()\n"
    "if pid == 0: os.execvp('age', ['age', *sys.argv[2:]])\n"
    "os.read(terminal, 200)\n"
    "os.write(terminal, sys.argv[1].encode() + b'\\n')\n"
    "try:\n"
    "    while os.read(terminal, 200): pass\n"
    "except OSError: pass\n"
    "sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n"
)


def test_the_public_tool_opens_a_copy_with_the_key_that_lies_beside_it(
    filled: Houses, stick: Path, tmp_path: Path
) -> None:
    with filled.at("X1") as here:
        root = chosen(here, stick)
        copy = carried(here)
    target = tmp_path / "mở.sqlite"
    key = root / "backups" / places.KEY
    arguments = ["-d", "-i", str(key), "-o", str(target), str(copy.database)]
    subprocess.run([sys.executable, "-c", TYPED, PASSPHRASE, *arguments], check=True, timeout=60)
    inside = restoring.opened(copy, PASSPHRASE).told
    assert hashlib.sha256(target.read_bytes()).hexdigest() == inside.database.sha256
    outside = json.loads(copy.manifest.read_bytes())
    assert outside["whose"] == []
