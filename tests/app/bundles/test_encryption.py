"""The cover for the road against the public `age`: both ways, and every way it can be wrong."""

import base64
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pyrage
import pytest

from app.bundles import age_keys, encryption
from app.bundles.keys import make_seal_key
from app.bundles.manifest import Role
from app.errors import AppError
from app.progress import Cancelled, Progress

KEY = make_seal_key("TTCP", "Sở Khoa học và Công nghệ", Role.AUTHORITY)
OTHER = make_seal_key("TTCP", "Sở Khoa học và Công nghệ", Role.AUTHORITY)
IDENTITY, RECIPIENT = age_keys.identity_of(KEY), age_keys.recipient_of(KEY)


def age(*arguments: str | Path) -> None:
    subprocess.run(["age", *map(str, arguments)], check=True, capture_output=True)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "Xã Hòa Bình.thuocso"
    path.write_bytes(os.urandom(300_000))
    return path


@pytest.fixture
def covered(plain: Path, tmp_path: Path) -> Path:
    target = tmp_path / "Xã Hòa Bình.thuocso.age"
    assert encryption.encrypt(plain, target, RECIPIENT) == target.stat().st_size
    return target


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


def test_age_opens_what_is_encrypted_here(plain: Path, covered: Path, tmp_path: Path) -> None:
    identity = tmp_path / "khóa.txt"
    identity.write_text(IDENTITY)
    age("-d", "-i", identity, "-o", tmp_path / "mở", covered)
    assert (tmp_path / "mở").read_bytes() == plain.read_bytes()


@pytest.mark.parametrize("form", [(), ("-a",)], ids=["bytes", "letters"])
def test_what_age_encrypts_opens_here(form: tuple[str, ...], plain: Path, tmp_path: Path, room: Path) -> None:
    target = tmp_path / "từ nơi khác.bin"
    age("-r", RECIPIENT, *form, "-o", target, plain)
    assert encryption.is_encrypted(target)
    with encryption.decrypted(target, [age_keys.identity_of(OTHER), IDENTITY], room) as opened:
        assert opened.read_bytes() == plain.read_bytes()
    assert list(room.iterdir()) == []


@pytest.mark.parametrize(("recipients", "code"), [(150, ""), (200, "encrypted.damaged")])
def test_a_file_for_more_recipients_than_anybody_has_is_refused(
    recipients: int, code: str, plain: Path, room: Path
) -> None:
    everybody = [pyrage.x25519.Recipient.from_str(RECIPIENT)] * recipients
    target = plain.with_suffix(".age")
    target.write_bytes(pyrage.encrypt(plain.read_bytes(), everybody))
    if not code:
        with encryption.decrypted(target, [IDENTITY], room) as opened:
            assert opened.read_bytes() == plain.read_bytes()
        return
    with pytest.raises(AppError) as told, encryption.decrypted(target, [IDENTITY], room):
        pass
    assert told.value.code == code


@pytest.mark.parametrize("is_armoured", [False, True])
def test_a_header_is_read_up_to_its_limit(is_armoured: bool) -> None:
    def header(length: int) -> io.BytesIO:
        first, mark = b"age-encryption.org/v1\n", b"\n--- "
        head = first + b"a" * (length - len(first) - len(mark)) + mark
        armoured = b"-----BEGIN AGE ENCRYPTED FILE-----\n" + base64.encodebytes(head + bytes(90))
        return io.BytesIO(armoured if is_armoured else head)

    encryption._check_header(header(encryption.MAX_HEADER), Path("x.age"))
    with pytest.raises(AppError, match=r"encrypted\.damaged"):
        encryption._check_header(header(encryption.MAX_HEADER + 1), Path("x.age"))


def test_only_the_receiver_can_open_it(covered: Path) -> None:
    head = covered.read_bytes().split(b"\n---")[0]
    assert head.count(b"-> X25519 ") == 1  # neither a second recipient nor one for ourselves


def flipped(at: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def relettered(behind: bytes) -> Callable[[bytes], bytes]:
    """Another letter five places behind a mark of the header, where stanzas stand in any order."""

    def act(data: bytes) -> bytes:
        at = data.index(behind) + len(behind) + 5
        return data[:at] + (b"B" if data[at : at + 1] == b"A" else b"A") + data[at + 1 :]

    return act


WRONG: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut in the header": (lambda d: d[:100], "encrypted.damaged"),
    "cut by one byte": (lambda d: d[:-1], "encrypted.damaged"),
    "cut in half": (lambda d: d[: len(d) // 2], "encrypted.damaged"),
    "one byte more": (lambda d: d + b"x", "encrypted.damaged"),
    "last byte flipped": (flipped(-1), "encrypted.damaged"),
    "a byte of the content flipped": (flipped(200_000), "encrypted.damaged"),
    "another check of the header": (relettered(b"\n--- "), "encrypted.damaged"),
    "another share, which no key of ours fits": (relettered(b"-> X25519 "), "encrypted.other_key"),
    "an endless stanza": (lambda d: b"age-encryption.org/v1\n-> X25519 " + b"A" * 40_000_000, "encrypted.damaged"),
    "endless stanzas": (lambda d: b"age-encryption.org/v1\n" + b"-> X25519 aaaa\n\n" * 300_000, "encrypted.damaged"),
    "no stanza": (lambda d: b"age-encryption.org/v1\n", "encrypted.damaged"),
    "letters that are none": (lambda d: b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", "encrypted.damaged"),
    "a passphrase": (lambda d: pyrage.passphrase.encrypt(b"x", "mật khẩu"), "encrypted.other_key"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_what_cannot_be_opened_leaves_nothing(fault: str, covered: Path, room: Path) -> None:
    change, code = WRONG[fault]
    covered.write_bytes(change(covered.read_bytes()))
    with pytest.raises(AppError) as error, encryption.decrypted(covered, [IDENTITY], room):
        pytest.fail("nothing may come out")
    assert (error.value.code, error.value.details["file"]) == (code, covered.name)
    assert list(room.iterdir()) == []


def test_another_key_does_not_open_it(covered: Path, room: Path) -> None:
    for identities in ([], [age_keys.identity_of(OTHER)]):
        with pytest.raises(AppError, match=r"encrypted\.other_key"), encryption.decrypted(covered, identities, room):
            pytest.fail("nothing may come out")


def test_cancelling_leaves_nothing(plain: Path, covered: Path, room: Path) -> None:
    stop = Event()
    progress = Progress(lambda done, total: stop.set(), stop)
    with pytest.raises(Cancelled):
        encryption.encrypt(plain, room / "a.age", RECIPIENT, progress)
    with pytest.raises(Cancelled), encryption.decrypted(covered, [IDENTITY], room, progress):
        pytest.fail("nothing may come out")
    assert list(room.iterdir()) == []


def test_a_full_disk_is_called_so(plain: Path, covered: Path) -> None:
    """A limit on the size of files stands in for a disk without room, on a process of its own."""
    program = """
import resource, sys
from pathlib import Path
from app.bundles import encryption
from app.errors import AppError
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
plain, covered, room = map(Path, sys.argv[1:4])
try:
    encryption.encrypt(plain, room / "a.age", sys.argv[4])
except AppError as error:
    print(error.code)
try:
    with encryption.decrypted(covered, [sys.argv[5]], room):
        print("opened")
except AppError as error:
    print(error.code)
print(list(room.iterdir()))
"""
    room = plain.parent / "room"
    room.mkdir()
    given = [sys.executable, "-c", program, plain, covered, room, RECIPIENT, IDENTITY]
    told = subprocess.run(list(map(str, given)), capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["medium.file_too_big", "disk.not_kept", "[]"]


BIG = """
import sys
from pathlib import Path
from app.bundles import encryption
plain, recipient, identity = Path(sys.argv[1]), *sys.argv[2:]
with plain.open("wb") as file:
    file.truncate(300 << 20)
covered = plain.with_suffix(".age")
encryption.encrypt(plain, covered, recipient)
with encryption.decrypted(covered, [identity], plain.parent) as opened:
    size = opened.stat().st_size
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(size, most.split()[1])
"""


def test_memory_stays_flat(tmp_path: Path) -> None:
    given = [sys.executable, "-c", BIG, str(tmp_path / "big.thuocso"), RECIPIENT, IDENTITY]
    size, most = map(int, subprocess.run(given, capture_output=True, text=True, check=True).stdout.split())
    assert size == 300 << 20
    assert most < 120_000  # KiB


def test_only_a_recipient_is_encrypted_to(plain: Path, tmp_path: Path) -> None:
    for wrong in (
        "",
        RECIPIENT.upper(),
        RECIPIENT[:-1] + ("p" if RECIPIENT.endswith("q") else "q"),
        "ssh-ed25519 AAAA",
        IDENTITY,
    ):
        with pytest.raises(ValueError, match="recipient"):
            encryption.encrypt(plain, tmp_path / "x", wrong)
    assert not (tmp_path / "x").exists()


def test_an_older_file_of_that_name_survives_what_goes_wrong(plain: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.age"
    target.write_bytes(b"older")
    stop = Event()
    with pytest.raises(Cancelled):
        encryption.encrypt(plain, target, RECIPIENT, Progress(lambda done, total: stop.set(), stop))
    assert target.read_bytes() == b"older"
