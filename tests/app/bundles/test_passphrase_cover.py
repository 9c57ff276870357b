"""A cover that a passphrase opens: the public tool opens ours, we open its, a piece can be read alone, harm is told."""

import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pyrage
import pytest

from app.bundles import passphrase_cover
from app.bundles.passphrase_cover import CoverReader, CoverWriter, Passphrase, plain64
from app.errors import AppError

SECRET = "mật khẩu của chị Hạnh"
PIECE = 64 << 10
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 300_000)


def covered(path: Path, data: bytes, work: int = 10) -> Path:
    with path.open("wb") as file:
        cover = CoverWriter(file, Passphrase(SECRET, work))
        for at in range(0, len(data), 50_000):
            cover.write(data[at : at + 50_000])
        cover.finish()
    return path


def opened(path: Path, passphrase: str = SECRET) -> bytes:
    with path.open("rb") as file:
        return CoverReader(file, Passphrase(passphrase), path.name).read()


@pytest.mark.parametrize("size", SIZES)
def test_ours_is_opened_by_another_age(size: int, tmp_path: Path) -> None:
    data = os.urandom(size)
    path = covered(tmp_path / "a.age", data)
    assert opened(path) == data
    assert pyrage.passphrase.decrypt(path.read_bytes(), SECRET) == data


@pytest.mark.parametrize("size", [300_000, pytest.param(1, marks=pytest.mark.slow)])
def test_that_of_another_age_is_opened_by_us(size: int, tmp_path: Path) -> None:
    data = os.urandom(size)
    path = tmp_path / "a.age"
    path.write_bytes(pyrage.passphrase.encrypt(data, SECRET))
    assert opened(path) == data


def test_what_the_program_writes_asks_for_its_work_and_is_opened_by_another_age(
    tmp_path: Path, shipped_work: int
) -> None:
    assert shipped_work == 17
    path = covered(tmp_path / "a.age", b"x" * 100, passphrase_cover.WORK)
    assert b" 17\n" in path.read_bytes()[:80]
    assert opened(path) == pyrage.passphrase.decrypt(path.read_bytes(), SECRET) == b"x" * 100


def test_a_part_is_read_without_what_lies_before(tmp_path: Path) -> None:
    data = os.urandom(5 * PIECE + 17)
    with covered(tmp_path / "a.age", data).open("rb") as file:
        reader = io.BufferedReader(CoverReader(file, Passphrase(SECRET), "a"))
        for at, length in ((4 * PIECE - 3, 10), (0, 5), (len(data) - 4, 100), (PIECE, PIECE)):
            reader.seek(at)
            assert reader.read(length) == data[at : at + length]
        assert reader.seek(-2, io.SEEK_END) == len(data) - 2
        assert reader.read() == data[-2:]


def test_what_is_asked_for_over_the_end_of_a_piece_comes_whole(tmp_path: Path) -> None:
    """Who reads the head of an entry asks once, and takes less for the end of the file."""
    data = os.urandom(3 * PIECE)
    with covered(tmp_path / "a.age", data).open("rb") as file:
        reader = CoverReader(file, Passphrase(SECRET), "a")
        for at, length in ((PIECE - 3, 30), (10, 2 * PIECE), (3 * PIECE - 4, 100)):
            reader.seek(at)
            assert reader.read(length) == data[at : at + length]


def test_another_passphrase_opens_nothing(tmp_path: Path) -> None:
    path = covered(tmp_path / "a.age", b"x" * 100)
    with pytest.raises(AppError) as told:
        opened(path, "mật khẩu khác")
    assert told.value.code == "backup.passphrase_wrong"


def test_the_same_words_open_it_however_their_letters_are_composed(tmp_path: Path) -> None:
    path, apart = covered(tmp_path / "a.age", b"x" * 100), unicodedata.normalize("NFD", SECRET)
    assert apart != SECRET
    assert opened(path, apart) == b"x" * 100


class AsTyped(Passphrase):
    """As an earlier version closed files: with the letters as the keyboard composed them."""

    def wrapped(self, file_key: bytes) -> tuple[bytes, bytes]:
        salt = bytes(range(16))
        body = self._wrapping(salt, self.work, self.words).encrypt(bytes(12), file_key, None)
        return b"scrypt %s %d" % (plain64(salt), self.work), body


def test_what_was_closed_with_letters_taken_apart_opens_however_they_are_typed_now(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", SECRET)
    with (tmp_path / "a.age").open("wb") as file:
        cover = CoverWriter(file, AsTyped(apart, 10))
        cover.write(b"x" * 100)
        cover.finish()
    assert opened(tmp_path / "a.age", apart) == b"x" * 100
    assert opened(tmp_path / "a.age", SECRET) == b"x" * 100
    with pytest.raises(AppError, match=r"backup\.passphrase_wrong"):
        opened(tmp_path / "a.age", "mật khẩu khác")


@pytest.mark.parametrize("cut", [1, 16, PIECE + 16, 2 * PIECE + 32 + 16])
def test_a_file_that_was_cut_is_told_before_anything_is_read(cut: int, tmp_path: Path) -> None:
    path = covered(tmp_path / "a.age", os.urandom(3 * PIECE))
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(AppError) as told, path.open("rb") as file:
        CoverReader(file, Passphrase(SECRET), "a.age")
    assert told.value.code == "backup.damaged"


@pytest.mark.parametrize("at", [30, 60, 110, 250, 250 + PIECE, -1])
def test_a_changed_byte_anywhere_is_told(at: int, tmp_path: Path) -> None:
    path = covered(tmp_path / "a.age", os.urandom(3 * PIECE))
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    with pytest.raises(AppError) as told:
        opened(path)
    assert told.value.code in ("backup.damaged", "backup.passphrase_wrong")


def test_two_pieces_that_changed_places_are_told(tmp_path: Path) -> None:
    path = covered(tmp_path / "a.age", os.urandom(3 * PIECE))
    data = path.read_bytes()
    begin = len(data) - 3 * (PIECE + 16)
    first, second = data[begin : begin + PIECE + 16], data[begin + PIECE + 16 : begin + 2 * (PIECE + 16)]
    path.write_bytes(data[:begin] + second + first + data[begin + 2 * (PIECE + 16) :])
    with pytest.raises(AppError):
        opened(path)


def test_a_file_that_asks_for_endless_work_is_refused_at_once(tmp_path: Path, shipped_work: int) -> None:
    path = covered(tmp_path / "a.age", b"x")
    path.write_bytes(path.read_bytes().replace(b" 10\n", b" 62\n", 1))
    with pytest.raises(AppError) as told:
        opened(path)
    assert told.value.code == "backup.damaged"
    assert shipped_work <= passphrase_cover.MAX_WORK


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"age-encryption.org/v1\n", b"age-encryption.org/v1\n" + b"-" * 90]
)
def test_what_is_no_such_file_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.age").write_bytes(data)
    with pytest.raises(AppError) as told:
        opened(tmp_path / "a.age")
    assert told.value.code == "backup.damaged"


BIG = """
import sys
from pathlib import Path
from app.bundles.passphrase_cover import CoverReader, CoverWriter, Passphrase
path = Path(sys.argv[1])
with path.open("wb") as file:
    cover = CoverWriter(file, Passphrase("x", 10))
    for _ in range(200):
        cover.write(bytes(1 << 20))
    cover.finish()
with path.open("rb") as file:
    reader, size = CoverReader(file, Passphrase("x"), "x"), 0
    while piece := reader.read(1 << 20):
        size += len(piece)
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(size, most.split()[1])
"""


def test_memory_stays_flat(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BIG, str(tmp_path / "big.age")], capture_output=True, text=True, check=True
    )
    size, most = map(int, ran.stdout.split())
    assert size == 200 << 20
    assert most < 120_000  # KiB
