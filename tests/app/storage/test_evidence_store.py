"""Evidence by digest: copied whole, named by content, refused with a reason."""

import hashlib
import os
import threading
from pathlib import Path

import pytest

from app.errors import AppError
from app.progress import Cancelled, Progress
from app.storage.evidence_store import EvidenceStore
from tests.rights import without_root
from tests.scanning import held_once


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    made = EvidenceStore(tmp_path / "minh chứng")
    made.prepare()
    return made


def _left(store: EvidenceStore) -> list[Path]:
    return list(store.incoming.iterdir())


def test_a_file_is_kept_under_the_digest_of_its_bytes(store: EvidenceStore, tmp_path: Path) -> None:
    source = tmp_path / "Báo cáo số 212-BC-UBND ngày 30-10-2026.PDF"
    data = b"%PDF-1.7\n" + os.urandom(3_000_000)
    source.write_bytes(data)
    stored = store.add(source)
    assert stored.digest == hashlib.sha256(data).hexdigest()
    assert (stored.ext, stored.size) == ("pdf", len(data))
    assert store.path(stored.digest).read_bytes() == data
    assert not store.damaged(stored.digest)
    assert _left(store) == []


def test_the_same_content_is_kept_once_whatever_its_name(store: EvidenceStore, tmp_path: Path) -> None:
    for name in ("a.pdf", "ảnh chụp.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.4 same")
    digests = {store.add(tmp_path / name).digest for name in ("a.pdf", "ảnh chụp.pdf")}
    assert len(digests) == 1
    assert list(store.digests()) == sorted(digests)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(("make", "reason"), [(lambda path: None, "gone"), (_empty, "empty"), (_folder, "folder")])
def test_what_cannot_be_read_is_refused_with_the_reason(
    store: EvidenceStore, tmp_path: Path, make, reason: str
) -> None:
    source = tmp_path / ("tên rất dài " * 15 + ".pdf")
    make(source)
    with pytest.raises(AppError) as refused:
        store.add(source)
    assert (refused.value.code, refused.value.details["name"]) == (f"evidence.{reason}", source.name)
    assert _left(store) == []


def test_a_file_that_grows_while_it_is_read_is_refused(store: EvidenceStore, tmp_path: Path) -> None:
    source = tmp_path / "đang ghi.txt"
    source.write_bytes(b"x" * 3_000_000)

    def grow(done: int, total: int) -> None:
        with source.open("ab") as file:
            file.write(b"y")

    with pytest.raises(AppError) as refused:
        store.add(source, Progress(grow))
    assert refused.value.code == "evidence.changing"
    assert _left(store) == []
    assert list(store.digests()) == []


def test_cancelling_leaves_nothing(store: EvidenceStore, tmp_path: Path) -> None:
    source = tmp_path / "lớn.txt"
    source.write_bytes(b"x" * 3_000_000)
    stop = threading.Event()
    with pytest.raises(Cancelled):
        store.add(source, Progress(lambda done, total: stop.set(), stop))
    assert _left(store) == []
    assert list(store.digests()) == []


def test_a_disk_that_takes_no_large_file_is_blamed_and_not_the_file(store: EvidenceStore, tmp_path: Path) -> None:
    """A limit on the size of files, as FAT32 has one."""
    source = tmp_path / "phim.mp4"
    source.write_bytes(b"x" * 3_000_000)
    import resource  # Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, hard))
    try:
        with pytest.raises(AppError) as refused:
            store.add(source)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.value.code == "evidence.disk_limit"
    assert _left(store) == []


def test_a_file_that_vanishes_while_it_is_read_is_refused(store: EvidenceStore, tmp_path: Path) -> None:
    source = tmp_path / "trên USB.txt"
    source.write_bytes(b"x" * 3_000_000)
    with pytest.raises(AppError) as refused:
        store.add(source, Progress(lambda done, total: source.unlink(missing_ok=True)))
    assert refused.value.code == "evidence.gone"
    assert _left(store) == []
    assert list(store.digests()) == []


def test_a_file_that_may_not_be_read_is_told_from_a_store_that_may_not_be_written(
    store: EvidenceStore, tmp_path: Path
) -> None:
    source = tmp_path / "đang mở trong Word.docx"
    source.write_bytes(b"PK\x03\x04 x")
    with without_root():
        source.chmod(0)
        with pytest.raises(AppError) as locked:
            store.add(source)
        source.chmod(0o600)
        store.incoming.chmod(0o500)
        with pytest.raises(AppError) as shut:
            store.add(source)
        store.incoming.chmod(0o700)
    assert (locked.value.code, shut.value.code) == ("evidence.locked", "evidence.disk_read_only")
    assert _left(store) == []


def test_what_a_crash_left_is_cleared_at_the_next_start(store: EvidenceStore) -> None:
    (store.incoming / "dở dang").write_bytes(b"half")
    store.prepare()
    assert _left(store) == []


def test_a_scanner_that_reads_what_was_just_copied_is_waited_for(store: EvidenceStore, tmp_path: Path) -> None:
    source = tmp_path / "Báo cáo.pdf"
    source.write_bytes("%PDF-1.7 vừa ký".encode())
    with held_once():
        stored = store.add(source)
    assert store.path(stored.digest).read_bytes() == source.read_bytes()
    store.path(stored.digest).unlink()
    with held_once(), source.open("rb") as reading:
        assert store.bring_back(reading, {stored.digest}) == stored.digest
    assert _left(store) == []
