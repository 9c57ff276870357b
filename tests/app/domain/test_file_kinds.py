"""The kind of a file: its name proposes, its first bytes decide."""

import pytest

from app.domain.file_kinds import borne_out, extension


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.pdf", b"%PDF-1.4", "pdf"),
        ("a.PDF", b"MZ\x90", "bin"),
        ("ảnh.JPEG", b"\xff\xd8\xff\xe0", "jpg"),
        ("ảnh.png", b"\xff\xd8\xff\xe0", "jpg"),
        ("bảng.xlsx", b"PK\x03\x04", "xlsx"),
        ("bảng.exe", b"PK\x03\x04", "bin"),
        ("cũ.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        ("ghi chú.txt", "chữ thường".encode(), "txt"),
        ("ghi chú.txt", b"a\x00b", "bin"),
        ("không đuôi", b"\x89PNG\r\n\x1a\n", "png"),
        ("không đuôi", b"???", "bin"),
    ],
)
def test_the_extension_is_what_the_first_bytes_bear_out(name: str, head: bytes, expected: str) -> None:
    assert extension(name, head) == expected


@pytest.mark.parametrize(
    ("claimed", "head", "expected"),
    [("pdf", b"MZ\x90\0", "bin"), ("pdf", b"PK\3\4", "bin"), ("png", b"\xff\xd8\xff", "jpg"), ("bin", b"MZ", "bin")],
)
def test_a_claim_the_bytes_contradict_does_not_count(claimed: str, head: bytes, expected: str) -> None:
    assert borne_out(claimed, head) == expected
