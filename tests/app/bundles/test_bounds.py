"""Files made to cost as much as they can: each is judged in a process that may spend little time and memory."""

import json
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Name

from app.bundles import names
from app.bundles.container import MAX_ENTRIES
from app.bundles.foreign import MAX_WRAPPED_RATIO, WELL_PACKED, _most_unpacked
from app.bundles.manifest import Digested, asic_manifest, manifest_json, sha256
from app.bundles.report_pdf import MAX_OBJECTS, embed_manifest
from tests.app.bundles.fixed import sample
from tests.app.bundles.forging import Sample, page, said_of
from tests.app.bundles.mutating import joined, stranger_seal
from tests.app.bundles.mutating_inside import relisted
from tests.app.bundles.pdf_faults import numbered, updated

SECONDS = 10  # of processor time: what the slowest office PC needs for what takes a second here
MEMORY = 200 << 20  # of address space above what the program takes by itself (bench_hostile measures what is held)
JUDGE = """
import json, resource, sys
from datetime import datetime
from pathlib import Path
from app.bundles.reading import inspect, verify
from tests.app.bundles.fixed import policy
from tests.app.bundles.forging import NOW
import app.bundles.report_pdf, app.bundles.people.judging
verify(Path(sys.argv[2]), policy(), NOW)
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
used = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))
resource.setrlimit(resource.RLIMIT_AS, (taken + int(sys.argv[3]),) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (used + int(sys.argv[4]),) * 2)
inspect(Path(sys.argv[1]))
print(json.dumps([reason.code for reason in verify(Path(sys.argv[1]), policy(), NOW).reasons]))
"""


def judged(path: Path, sound: Path) -> list[str]:
    """The codes found, by a process that is killed where it takes more than it may."""
    command = [sys.executable, "-c", JUDGE, str(path), str(sound), str(MEMORY), str(SECONDS)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={"PYTHONPATH": ".", "MALLOC_ARENA_MAX": "1"},
    )
    assert done.returncode == 0, (done.returncode, done.stderr[-2000:])
    return list(json.loads(done.stdout))


def with_content(data: bytes) -> Callable[[Sample], bytes]:
    """content.json with these bytes, listed, with its manifest and sealed."""

    def make(sound: Sample) -> bytes:
        entries = list({**said_of(sound), names.CONTENT: data}.items())
        return put_together(dict(relisted(entries, with_frameworks=False)))

    return make


def put_together(entries: dict[str, bytes], report: bytes = b"", asic: bytes = b"") -> bytes:
    covered = [Digested(name, len(data), sha256(data)) for name, data in sorted(entries.items(), key=placed)]
    entries = {**entries, names.REPORT: report or embed_manifest(page("x"), manifest_json(covered))}
    ordered = dict(sorted(entries.items(), key=placed))
    asic = asic or asic_manifest([Digested(name, len(data), sha256(data)) for name, data in ordered.items()])
    whole = {names.MIMETYPE: names.MEDIA_TYPE, **ordered, names.ASIC_MANIFEST: asic, names.SEAL: stranger_seal(asic)}
    return joined(list(whole.items()))


def placed(item: tuple[str, bytes]) -> tuple[int, str]:
    return names.place(item[0]) or (0, "")


def with_report(make: Callable[[bytes], bytes]) -> Callable[[Sample], bytes]:
    def fault(sound: Sample) -> bytes:
        said = said_of(sound)
        covered = [Digested(name, len(data), sha256(data)) for name, data in sorted(said.items(), key=placed)]
        return put_together(said, make(embed_manifest(page("x"), manifest_json(covered))))

    return fault


def with_asic(xml: bytes) -> Callable[[Sample], bytes]:
    return lambda sound: put_together(said_of(sound), asic=xml)


def many_entries(sound: Sample) -> bytes:
    """As many pieces of evidence as there may be, of a byte each, in a directory of megabytes."""
    entries = said_of(sound)
    few = {name: data for name, data in entries.items() if not names.is_evidence(name)}
    count = MAX_ENTRIES - len(few) - 4
    return put_together({**few, **{f"e-{number:064x}.txt": b"x" for number in range(count)}})


def many_objects(pdf: bytes) -> bytes:
    return updated(pdf, {number: b"[%d 0 R]" % (number - 1) for number in range(100, MAX_OBJECTS + 200)})


def deep_pages(pdf: bytes) -> bytes:
    """A tree of pages that is a chain of thousands."""
    top = numbered(pdf, "/Type", Name.Pages)
    chain = {top: b"<< /Type /Pages /Count 1 /Kids [ 1000 0 R ] >>"}
    chain |= {
        n: b"<< /Type /Pages /Count 1 /Parent %d 0 R /Kids [ %d 0 R ] >>" % (n - 1, n + 1) for n in range(1000, 31_000)
    }
    return updated(pdf, chain)


def nested_arrays(pdf: bytes) -> bytes:
    return updated(pdf, {1: b"[" * 5_000_000})


def many_numbers(pdf: bytes) -> bytes:
    return updated(pdf, {100: b"[" + b"0 " * 5_000_000 + b"]"})


def packed_numbers(pdf: bytes) -> bytes:
    """The same, packed into a stream of objects that a table of streams names."""
    held = zlib.compress(b"101 0 [" + b"0 " * 5_000_000 + b"]", 9)
    return with_table_stream(pdf, b"/Type /ObjStm /N 1 /First 6", held, [(101, 100)])


def packed_table(pdf: bytes) -> bytes:
    """A table whose entries, a million of a byte each, are packed into a kilobyte, before bytes that mean nothing."""
    return with_table_stream(pdf + b"%" + b"x" * 3_000_000 + b"\n", b"", b"x", [], count=1_000_000)


def with_table_stream(pdf: bytes, head: bytes, held: bytes, inner: list[tuple[int, int]], count: int = 0) -> bytes:
    """An update with stream 100 and, as its table, a stream that also names `inner` and `count` entries of a byte."""
    root, last = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1], int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    begin = b"100 0 obj\n<< %s /Filter /FlateDecode /Length %d >>\nstream\n" % (head, len(held))
    at, body = len(pdf), begin + held + b"\nendstream\nendobj\n"
    places = [(1, at), *((2, stream) for _, stream in inner)]
    entries = b"".join(bytes([kind]) + place.to_bytes(4, "big") + b"\0" for kind, place in places)
    ranges, widths = b"100 %d" % (1 + len(inner)), b"1 4 1"
    if count:
        entries, ranges, widths = bytes(count), b"200 %d" % count, b"0 1 0"
    packed, table_at = zlib.compress(entries, 9), at + len(body)
    told = b"/Type /XRef /Size %d /Index [%s] /W [%s] /Root %s /Prev %d" % (200 + count, ranges, widths, root, last)
    table = b"199 0 obj\n<< %s /Filter /FlateDecode /Length %d >>\nstream\n" % (told, len(packed))
    return pdf + body + table + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % table_at


COSTLY: dict[str, tuple[Callable[[Sample], bytes], str]] = {
    "five million lists": (with_content(b"[" + b",".join([b"[]"] * 5_000_000) + b"]"), "bundle.json_form"),
    "as many lists as may be": (with_content(b"[" + b",".join([b"[]"] * 290_000) + b"]"), "bundle.malformed"),
    "as many words as may be": (with_content(b"[" + b",".join([b'"ab"'] * 590_000) + b"]"), "bundle.malformed"),
    "a list of sixteen million levels": (with_content(b"[" * (names.MAX_JSON - 1)), "bundle.json_form"),
    "a word of sixteen million letters": (with_content(b'"' + b"a" * (names.MAX_JSON - 3) + b'"'), "bundle.malformed"),
    "a number of sixteen million digits": (with_content(b"9" * (names.MAX_JSON - 1)), "bundle.json_form"),
    "twenty thousand entries": (many_entries, "bundle.altered"),
    "XML that never comes to a digest": (with_asic(b'<x URI="a" MimeType="b">' * 300_000), "bundle.altered"),
    "XML of eight million brackets": (with_asic(b"<" * (names.MAX_ASIC_MANIFEST - 1)), "bundle.altered"),
    "a report of too many objects": (with_report(many_objects), "report.unreadable"),
    "a report of a chain of pages": (with_report(deep_pages), "report.unreadable"),
    "a report of five million brackets": (with_report(nested_arrays), "report.unreadable"),
    "a report of five million numbers": (with_report(many_numbers), "report.unreadable"),
    "a report of five million numbers, packed": (with_report(packed_numbers), "report.unreadable"),
    "a report whose table has a million entries, packed": (with_report(packed_table), "report.unreadable"),
    "a report of zeros": (with_report(lambda pdf: pdf[:-6] + bytes(names.MAX_REPORT - len(pdf))), "report.unreadable"),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return sample(tmp_path_factory.mktemp("sound"))


@pytest.mark.slow
@pytest.mark.parametrize("name", COSTLY)
def test_what_is_made_to_cost_much_costs_little(name: str, sound: Sample, tmp_path: Path) -> None:
    make, code = COSTLY[name]
    path = tmp_path / "x.thuocso"
    path.write_bytes(make(sound))
    assert code in judged(path, sound.path)


def test_a_zip_holds_no_more_than_a_bundle_could_be_packed_into_it() -> None:
    assert _most_unpacked(1_000) == 200_000
    assert _most_unpacked(10 << 20) == WELL_PACKED
    assert _most_unpacked(1 << 30) == MAX_WRAPPED_RATIO << 30
