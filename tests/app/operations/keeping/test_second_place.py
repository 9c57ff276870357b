"""The second place: what goes there, how it is known again, and whose stick it must not be."""

import re
import shutil

import pytest

from app import wording
from app.errors import AppError
from app.operations.commune import assessing, evidencing
from app.operations.keeping import backing_up, places, restoring
from app.progress import Progress
from tests.app.operations.comparing_folders import everything, files
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from tests.app.operations.keeping.test_backing_up import PASSPHRASE, detach_all, whole
from tests.app.operations.sets import pdf
from tests.decaying import altered


def test_the_second_place_gets_only_what_is_new(filled: Houses, clock: Clock) -> None:
    stick = filled.folder / "USB của xã"
    stick.mkdir()
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, stick)
        assert chosen is not None
        assert chosen.root is not None
        assert re.fullmatch(r"SaoLuu_ThuocSo_XaHoaBinh_[0-9a-f]{8}", chosen.name)
        assert backing_up.automatic(here).carried is not None
        written = {path: path.stat().st_ino for path in (chosen.root / "evidence").rglob("*") if path.is_file()}
        assert len(written) == 2
        evidencing.attach(here, filled.parts["X1"], "2.2", [pdf(filled.folder, "Báo cáo mới.pdf", "mới")])
        clock.move(days=1)
        carried = backing_up.automatic(here).carried
    assert carried is not None
    assert carried.lacking == ()
    now = {path: path.stat().st_ino for path in (chosen.root / "evidence").rglob("*") if path.is_file()}
    assert {path: now[path] for path in written} == written
    assert len(now) == 3
    assert len(places.copies(chosen.root)) == 2
    for copy in places.copies(chosen.root):
        places.check(copy)
    restoring.restore_copy(carried, filled.folder / "máy mới")
    assert everything(filled.folder / "máy mới") == everything(filled.folder / "X1")


def test_a_place_that_is_away_is_told_once(filled: Houses, clock: Clock) -> None:
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
        backing_up.automatic(here)
        shutil.move(stick, filled.folder / "rút ra")
        clock.move(days=1)
        assert backing_up.automatic(here).is_newly_away
        assert not backing_up.automatic(here).is_newly_away
        shutil.move(filled.folder / "rút ra", stick)
        backing_up.automatic(here)
        backing_up.now(here)
        shutil.move(stick, filled.folder / "rút ra")
        assert backing_up.automatic(here).is_newly_away


def test_a_stick_under_another_letter_is_known_again(filled: Houses) -> None:
    (filled.folder / "E").mkdir()
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, filled.folder / "E")
        assert chosen is not None
        backing_up.automatic(here)
        (filled.folder / "E").rename(filled.folder / "F")
        found = backing_up.second(here.folder, [filled.folder / "D", filled.folder / "F"])
        assert found is not None
        assert found.root == filled.folder / "F" / chosen.name
        assert backing_up.now(here, [filled.folder / "F"]).carried is not None


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_nothing_is_written_to_a_strangers_stick_under_the_letter_of_the_own(
    filled: Houses, clock: Clock, passphrase: str
) -> None:
    own, other = filled.folder / "E", filled.folder / "F"
    own.mkdir()
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, own, passphrase)
        assert chosen is not None
        backing_up.automatic(here)
        own.rename(other)
        shutil.copytree(other / chosen.name, filled.folder / "G" / chosen.name)
        own.mkdir()
        (own / "ảnh gia đình.jpg").write_text("x")
        assert backing_up.now(here).carried is None
        carried = backing_up.now(here, [own, other]).carried
        assert carried is not None
        assert carried.root == other / chosen.name
        other.rename(filled.folder / "rút ra")
        clock.move(days=1)
        assert backing_up.automatic(here, [own]).is_newly_away
        (own / chosen.name / "backups").mkdir(parents=True)  # a place of that name that belongs to another folder
        (own / chosen.name / "backups" / "owner").write_text("ab" * 16)
        assert backing_up.now(here, [own]).carried is None
        carried = backing_up.now(here, [own, filled.folder / "G"]).carried
        assert carried is not None
        assert carried.root.parent == filled.folder / "G"
    assert sorted(path.name for path in own.rglob("*") if path.is_file()) == ["owner", "ảnh gia đình.jpg"]


def test_a_place_that_was_taken_away_is_not_made_again_until_somebody_chooses(filled: Houses) -> None:
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        place = backing_up.choose_second(here, stick)
        assert place is not None
        assert place.root is not None
        shutil.rmtree(place.root)
        assert backing_up.now(here).is_away
        assert list(stick.iterdir()) == []
        backing_up.choose_second(here, stick)
        assert backing_up.now(here).carried is not None


@pytest.mark.parametrize("inside", ["Sao lưu", "Sao lưu/2026", ""])
def test_a_place_inside_a_folder_of_a_stick_is_known_again_under_another_letter(filled: Houses, inside: str) -> None:
    (filled.folder / "E" / inside).mkdir(parents=True)
    with filled.at("X1") as here:
        chosen = backing_up.choose_second(here, filled.folder / "E" / inside)
        assert chosen is not None
        backing_up.now(here)
        (filled.folder / "E").rename(filled.folder / "F")
        found = backing_up.second(here.folder, [filled.folder / "D", filled.folder / "F"])
        assert found is not None
        assert found.root == filled.folder / "F" / inside / chosen.name


def test_trouble_with_the_second_place_is_told_in_words_of_its_own(filled: Houses) -> None:
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        place = backing_up.choose_second(here, stick)
        assert place is not None
        assert place.root is not None
        root = place.root

        def pull(_done: int, _total: int) -> None:
            if stick.exists():
                stick.rename(filled.folder / "rút ra")

        with pytest.raises(AppError) as told:
            backing_up.automatic(here, (), Progress(pull))
    assert (told.value.code, told.value.details["place"]) == ("backup.place_gone", str(root))
    assert "Xuất lại" not in wording.sentence(told.value)


@pytest.mark.parametrize("number", range(4), ids=["evidence", "more evidence", "database", "manifest"])
@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_what_reads_back_otherwise_is_no_copy_there_and_the_older_one_stays(
    filled: Houses, clock: Clock, passphrase: str, number: int
) -> None:
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        place = backing_up.choose_second(here, stick, passphrase)
        assert place is not None
        backing_up.now(here)
        root = stick / place.name
        (older,), before = places.copies(root), whole(root)
        for name in ("một", "hai"):
            evidencing.attach(here, filled.parts["X1"], "2.2", [pdf(filled.folder, f"{name}.pdf", name)])
        clock.move(days=1)
        with pytest.raises(AppError) as told, altered(root, number):
            backing_up.now(here)
        assert (told.value.code, told.value.details["place"]) == ("backup.place_write_damaged", str(root))
        assert "đọc lại không đúng như đã ghi" in wording.sentence(told.value)
        now = whole(root)
        assert {path: now[path] for path in before} == before
        assert {path.parent.parent for path in now.keys() - before.keys()} <= {root / "evidence"}  # each of them sound
        assert places.copies(root) == (older,)
        places.check(older)
        carried = backing_up.now(here).carried
        assert carried is not None
        assert carried.lacking == ()
        places.check(carried)


def test_evidence_nobody_names_leaves_the_second_place(filled: Houses, clock: Clock) -> None:
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        place = backing_up.choose_second(here, stick)
        assert place is not None
        assert place.root is not None
        root = place.root
        backing_up.automatic(here)
        first = files(root)
        detach_all(here, filled.parts["X1"])
        for day in range(places.KEPT):
            clock.move(days=1)
            assessing.answer(here, filled.parts["X1"], "1.2", explanation=f"Ngày {day}")
            assert files(root) == first
            backing_up.automatic(here)
    assert files(root) == {}


@pytest.mark.parametrize("inside", ["", "backups"])
def test_the_data_folder_is_no_second_place(filled: Houses, inside: str) -> None:
    with filled.at("X1") as here:
        backing_up.make(here)
        with pytest.raises(AppError) as told:
            backing_up.choose_second(here, here.folder / inside)
        assert told.value.code == "backup.place_inside"
        with pytest.raises(AppError) as told:
            backing_up.choose_second(here, here.folder / "không có")
        assert told.value.code == "backup.place_away"
        assert backing_up.second(here.folder) is None


def test_damaged_evidence_is_left_out_and_a_good_copy_of_it_stays(filled: Houses, clock: Clock) -> None:
    stick = filled.folder / "USB"
    stick.mkdir()
    with filled.at("X1") as here:
        backing_up.choose_second(here, stick)
        digest = min(here.evidence.digests())
        good = here.evidence.path(digest).read_bytes()
        here.evidence.path(digest).write_bytes(bytes(len(good)))
        carried = backing_up.automatic(here).carried
        assert carried is not None
        assert carried.lacking == (digest,)
        here.evidence.path(digest).write_bytes(good)
        again = backing_up.now(here).carried
        assert again is not None
        assert again.lacking == ()
        here.evidence.path(digest).write_bytes(bytes(len(good)))
        after = backing_up.now(here).carried
        assert after is not None
        assert after.lacking == ()
        places.check(after)
