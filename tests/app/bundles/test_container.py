"""The written form itself: beyond 4 GiB, beside `zipfile`, and at its limits."""

import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.bundles import names
from app.bundles.container import (
    DEFLATED,
    MAX_DIRECTORY,
    MAX_ENTRIES,
    MAX_FILE,
    MAX_HELD,
    MAX_RATIO,
    STORED,
    Member,
    check_members,
    directory,
    lay_out,
    layout_of_tail,
    local_header,
    pack,
    read_layout,
    unpack,
)
from app.bundles.envelope import MAX_AWAITED, check_files
from app.bundles.manifest import Part
from app.bundles.refusal import Refused
from tests.app.bundles.forging import Sample, envelope

GIB = 1 << 30


def plain(name: str, size: int = 10) -> Member:
    return Member(name, STORED, 1, size, size)


def whole(*evidence: Member) -> list[Member]:
    """The members every bundle has, and evidence."""
    required = {name: plain(name, len(names.MEDIA_TYPE) if name == names.MIMETYPE else 10) for name in names.REQUIRED}
    return sorted([*required.values(), *evidence], key=lambda m: names.place(m.name) or (0, ""))


def sized(**sizes: int) -> list[Member]:
    """The same without evidence, each entry named (REPORT, SEAL …) with so many bytes; framework.json comes along."""
    known = {getattr(names, name): size for name, size in sizes.items()}
    return [replace(each, packed=known.get(each.name, 10), size=known.get(each.name, 10))
            if each.name != names.MIMETYPE else each for each in whole(plain(names.FRAMEWORK))]  # fmt: skip


def held(more: int) -> list[Member]:
    """All entries but evidence have together so many bytes more than a reader holds."""
    few = sum(each.size for each in sized()) - 3 * 10
    last = MAX_HELD + more - few - names.MAX_REPORT - names.MAX_JSON
    return sized(REPORT=names.MAX_REPORT, FRAMEWORK=names.MAX_JSON, CONTENT=last)


def sparse(path: Path, members: list[Member]) -> int:
    """A file with the headers of `members` and holes for their data."""
    layout = lay_out(members)
    with path.open("wb") as file:
        for member, at in zip(members, layout.headers, strict=True):
            file.seek(at)
            file.write(local_header(member))
        file.seek(layout.directory_at)
        file.write(layout.directory)
    return path.stat().st_size


@pytest.mark.parametrize(
    "sizes",
    [(3 * GIB, 3 * GIB, 5), (5 * GIB, 7), (0xFFFFFFFE, 9), (0xFFFFFFFF, 9), (0x100000000, 9), (4 * GIB - 400, 9, 9)],
)
def test_zip64_where_a_size_or_a_place_needs_it(sizes: tuple[int, ...], tmp_path: Path) -> None:
    members = whole(*(plain(f"e-{number:064x}.mp4", size) for number, size in enumerate(sizes)))
    path = tmp_path / "lớn.thuocso"
    size = sparse(path, members)
    with path.open("rb") as file:
        layout = read_layout(file, size)
    assert layout.members == tuple(members)
    with zipfile.ZipFile(path) as archive:  # a reader that is not ours finds the same
        found = [(i.filename, i.file_size, i.header_offset) for i in archive.infolist()]
        assert found == [(m.name, m.size, at) for m, at in zip(members, layout.headers, strict=True)]
        for info in archive.infolist():
            archive.open(info).close()


def test_zip64_only_where_it_is_needed() -> None:
    assert b"PK\6\6" not in directory(whole(plain("e-" + "0" * 64 + ".pdf")))
    assert len(local_header(plain("bundle.json"))) == 30 + len("bundle.json")
    assert len(local_header(plain("bundle.json", 5 * GIB))) == 30 + len("bundle.json") + 20


BEYOND = {
    "extension": (whole(plain("e-" + "0" * 64 + ".exe")), "bundle.malformed"),
    "capitals": (whole(plain("e-" + "A" * 64 + ".pdf")), "bundle.malformed"),
    "two scans": (whole(plain("signed-page.pdf"), plain("signed-page.png")), "bundle.malformed"),
    "kind of scan": (whole(plain("signed-page.gif")), "bundle.malformed"),
    "second signature": (whole(plain("META-INF/signature002.p7s")), "bundle.malformed"),
    "evidence too large": (whole(plain("e-" + "0" * 64 + ".mp4", names.MAX_EVIDENCE + 1)), "bundle.too_large"),
    "JSON too large": (whole(plain("framework.json", names.MAX_JSON + 1)), "bundle.too_large"),
    "scan too large": (whole(plain("signed-page.jpg", names.MAX_SIGNED_PAGE + 1)), "bundle.too_large"),
    "ratio": (whole(Member("framework.json", DEFLATED, 1, 10, 10 * MAX_RATIO + 1)), "bundle.too_large"),
    "bundle.json too large": (sized(BUNDLE=names.MAX_BUNDLE_JSON + 1), "bundle.too_large"),
    "report too large": (sized(REPORT=names.MAX_REPORT + 1), "bundle.too_large"),
    "ASiCManifest too large": (sized(ASIC_MANIFEST=names.MAX_ASIC_MANIFEST + 1), "bundle.too_large"),
    "seal too large": (sized(SEAL=names.MAX_SEAL + 1), "bundle.too_large"),
    "all but evidence": (held(1), "bundle.too_large"),
    "one content twice": (whole(plain("e-" + "0" * 64 + ".csv"), plain("e-" + "0" * 64 + ".txt")), "bundle.malformed"),
    "all together": (whole(*(plain(f"e-{n:064x}.mp4", names.MAX_EVIDENCE) for n in range(5))), "bundle.too_large"),
    "entries": (whole(*(plain(f"e-{n:064x}.pdf") for n in range(MAX_ENTRIES))), "bundle.too_large"),
    "sizes": (whole(Member("framework.json", STORED, 1, 10, 11)), "bundle.malformed"),
    "empty": (whole(Member("framework.json", DEFLATED, 1, 10, 0)), "bundle.malformed"),
}


@pytest.mark.parametrize("name", BEYOND)
def test_limits(name: str) -> None:
    members, code = BEYOND[name]
    with pytest.raises(Refused) as refused:
        check_members(members)
    assert refused.value.code == code


def test_at_the_limits_all_is_well() -> None:
    check_members(whole(plain("framework.json", names.MAX_JSON), plain("signed-page.pdf", names.MAX_SIGNED_PAGE)))
    check_members(whole(plain("e-" + "0" * 64 + ".mp4", names.MAX_EVIDENCE)))
    check_members(whole(Member("framework.json", DEFLATED, 1, 10, 10 * MAX_RATIO)))
    check_members(sized(BUNDLE=names.MAX_BUNDLE_JSON, ASIC_MANIFEST=names.MAX_ASIC_MANIFEST, SEAL=names.MAX_SEAL))
    check_members(sized(REPORT=names.MAX_REPORT))
    check_members(held(0))
    check_members(whole(*(plain(f"e-{n:064x}.pdf") for n in range(MAX_ENTRIES - len(names.REQUIRED)))))


def test_a_file_beyond_the_limit_is_not_even_looked_at(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_layout(io.BytesIO(b""), MAX_FILE + 1)
    assert refused.value.code == "bundle.too_large"


@pytest.mark.parametrize(("more", "told"), [(0, "no entry may be called"), (1, "size of the directory")])
def test_a_directory_is_read_up_to_its_limit(more: int, told: str, tmp_path: Path) -> None:
    """So large a directory needs names that no entry may have: that is what it is refused for, once it is read."""
    members = whole()
    while MAX_DIRECTORY - len(directory(members)) > 60_000:
        members.append(plain("x" * 50_000))
    members.append(plain("x" * (MAX_DIRECTORY + more - len(directory([*members, plain("")])))))
    assert len(directory(members)) == MAX_DIRECTORY + more
    path = tmp_path / "x"
    size = sparse(path, members)
    with path.open("rb") as file, pytest.raises(Refused) as refused:
        read_layout(file, size)
    assert told in refused.value.detail


def test_part_one_awaits_so_many_files_and_no_more() -> None:
    files = [{"digest": f"{n:064x}", "ext": "pdf", "size": 1, "name": "x"} for n in range(MAX_AWAITED + 1)]
    first = envelope(part=Part(0, 1))
    check_files(first, {"files": files[1:]}, {})
    with pytest.raises(Refused) as refused:
        check_files(first, {"files": files}, {})
    assert refused.value.code == "bundle.too_large"


def test_many_entries_in_one_directory(tmp_path: Path) -> None:
    members = whole(*(plain(f"e-{n:064x}.pdf") for n in range(MAX_ENTRIES - len(names.REQUIRED))))
    assert layout_of_tail(directory(members)).members == tuple(members)


def test_packing_is_stored_unless_it_is_long_json() -> None:
    assert pack("content.json", b"a" * 1000)[0].method == STORED
    assert pack("report.pdf", b"a" * (2 << 20))[0].method == STORED
    assert pack("content.json", b"a" * (2 << 20))[0].method == STORED  # a ratio the reader would refuse
    member, packed = pack("content.json", b"".join(b'"%d",' % n for n in range(300_000)))
    assert member.method == DEFLATED
    assert len(unpack(member, packed)) == member.size


def test_a_deflate_stream_ends_exactly_where_it_says() -> None:
    data = b"".join(b'"%d",' % n for n in range(300_000))
    member, packed = pack("content.json", data)
    crc = zlib.crc32(data)
    for broken in (packed + b"\0", packed[:-1], packed[:-1] + b"\xff\xff", b"", b"\0"):
        with pytest.raises(Refused) as refused:
            unpack(Member(member.name, DEFLATED, crc, len(broken), len(data)), broken)
        assert refused.value.code == "bundle.altered"


def test_unzip_finds_nothing_to_complain_of(sample: Sample) -> None:
    with zipfile.ZipFile(sample.path) as archive:
        assert archive.testzip() is None
        assert [info.filename for info in archive.infolist()][:2] == [names.MIMETYPE, names.BUNDLE]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(info.flag_bits, info.extra, info.comment, info.compress_type) for info in archive.infolist()} == {
            (0, b"", b"", 0)
        }
