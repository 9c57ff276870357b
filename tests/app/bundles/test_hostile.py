# ruff: noqa: E501 - the lines of a table
"""What bundle-format.md promises under "Reading a hostile file", line by line, and where each line is shown.

conformance: a file in tests/data/bundles, by the beginning of its name · otherwise file::test

| line | shown by |
| --- | --- |
| entries contiguous from byte 0 | conformance: junk-before, gap, overlap, an-entry-that-no-directory-knows |
| directory, then end record, then nothing | conformance: junk-behind, twice, the-directory-twice, a-kilobyte-of-zeros |
| no comment | conformance: archive-comment, the-comment-of-an-entry |
| no extra field but ZIP64 where a size needs it | conformance: extra-field, needless-zip64 · test_container.py::test_zip64_where_a_size_or_a_place_needs_it |
| flag bits 0 | conformance: encrypted-flag, data-descriptor-flag, utf-8-flag |
| time 1980-01-01 | conformance: a-time |
| stored or deflated, evidence always stored | conformance: method-bzip2, deflated-evidence |
| a deflate stream ends exactly at its size | conformance: junk-behind-a-deflate-stream, deflate-stream-cut, bomb-that-lies |
| CRC and SHA-256 | conformance: wrong-crc, bit-flipped-in-evidence, evidence-is-not-what-its-name-says |
| no duplicates, encryption, multi-disk | conformance: duplicate-entry, a-second-disk |
| names match the few allowed forms | conformance: entry-with-a-path, an-absolute-name, a-name-of-another-system, evidence-of-an-unlisted-kind |
| JSON is written again and compared | conformance: a-duplicate-key, a-float, white-space, a-byte-order-mark, decomposed-letters, keys-out-of-order |
| integers below 2^53 | conformance: a-huge-integer, an-integer-of-a-thousand-digits |
| the ASiCManifest is written again and compared | conformance: xml-entity, xml-laughs, xml-white-space, xml-with-a-comment, xml-in-utf-16 |
| CMS re-encodes to the same DER | conformance: seal-ber, seal-indefinite-length, seal-bytes-behind |
| no eContent, one SignerInfo | conformance: seal-content-inside, seal-two-signers, seal-no-signer |
| no repeated or unsigned attributes | conformance: seal-repeated-attribute, seal-unsigned-attribute |
| the ESS certificate digest matches | conformance: seal-wrong-certificate-reference, seal-no-certificate-reference |
| allowed digests, keys and curves | conformance: seal-sha-1, seal-p-521, seal-ed25519 · test_signing.py::test_every_allowed_algorithm, test_signing.py::test_a_short_key_is_weak |
| META-INF holds exactly the two names | conformance: second-signature, a-third-file-in-meta-inf, seal-missing |
| limits: entries, bytes, ratio, size of JSON | test_container.py::test_limits, test_container.py::test_at_the_limits_all_is_well |
| limits: depth and number of JSON values | conformance: 65-levels, nested-beyond-measure · ../domain/test_canonical.py::test_more_values_than_any_bundle_has_are_not_even_read |
| limits: PDF pages, objects, unpacked bytes | conformance: report-with-too-many-pages, report-with-a-bomb, report-whose-table-is-a-bomb |
| limits: seconds and memory | test_bounds.py::test_what_is_made_to_cost_much_costs_little |
| inputs, codes, ids, links against the receiver's framework, before anything is stored | test_hostile.py::test_what_does_not_fit_the_framework_held_here_is_refused_before_anything_is_stored |
| a temporary folder on the same disk, removed when refused | test_conformance.py::test_each_file_gets_its_verdict_code_and_sentence, test_fuzz.py::test_no_mutant_is_valid_or_surprises |
| a crash leaves only what is swept | ../storage/test_evidence_store.py::test_what_a_crash_left_is_cleared_at_the_next_start, ../operations/test_folders.py::test_evidence_that_nobody_refers_to_is_swept_at_the_next_start |
| one bad file never stops a batch | test_hostile.py::test_no_file_of_the_folder_stops_a_batch |
| neither name nor extension matters | conformance: valid/tai-ve.tmp, valid/Bao cao |
| a .zip of one bundle is opened one level and said | conformance: taken-out-of-a-zip, a-zip-in-a-zip, a-zip-of-two-bundles, a-flat-bomb, an-overlapping-bomb |
| partial downloads, lock files, files of the system are named | conformance: invalid/goi.crdownload, invalid/~$bao-cao.docx, invalid/desktop.ini |
| what cannot be read still tells a suggested sender | test_hostile.py::test_what_cannot_be_read_still_tells_who_may_have_sent_it |
| the skeleton gives back the very file | test_writing.py::test_the_skeleton_and_the_evidence_give_back_the_very_file |
| evidence is read only in a helper process with limits | ../helpers/test_preview.py::test_the_process_may_write_no_file_and_hold_no_more_than_its_memory |
| its death is a grey card | ../helpers/test_preview.py::test_a_process_that_dies_is_told_and_the_next_page_is_shown, ../../ui/pages/test_evidence_preview.py::test_a_damaged_file_is_a_grey_card_and_the_page_lives_on |
| `<ext>` agrees with the first bytes, else `.bin` | conformance: a-program-called-a-pdf, a-page-called-a-picture · ../domain/test_file_kinds.py::test_a_claim_the_bytes_contradict_does_not_count |
| opening outside: listed types, a read-only copy, a cleaned name | ../operations/test_evidence_copies.py::test_a_copy_for_opening_is_read_only_and_made_once |
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.bundles import names
from app.bundles.reading import inspect, verify
from app.operations.authority import collecting
from app.operations.authority.collecting import Outcome
from app.storage import submissions
from tests.app.bundles import fixed, importing
from tests.app.bundles.conformance import FOLDER, INVALID
from tests.app.bundles.faults import by_zip, newer
from tests.app.bundles.forging import NOW, Sample
from tests.app.bundles.importing import House
from tests.app.bundles.mutating import entries_of, replaced, said_anew
from tests.app.bundles.mutating_inside import canonical_like, relisted

HERE = Path(__file__).resolve().parent


def lines() -> list[tuple[str, str]]:
    rows = [row.strip("|").split(" | ") for row in (__doc__ or "").splitlines() if row.startswith("| ")]
    return [(line.strip(), shown.strip()) for line, shown in rows[2:]]


def test_every_line_is_shown_by_something_that_is_there() -> None:
    files = [path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*")]
    missing = []
    for line, told in lines():
        for part in told.split(" · "):
            kind, _, wanted = part.partition("conformance: ") if "conformance: " in part else ("", "", part)
            for each in wanted.split(", "):
                if "::" in each:
                    path, test = each.split("::")
                    found = f"def {test}(" in (HERE / path).read_text("utf-8")
                else:
                    found = any(each in (name[: len(each)], name.partition("/")[2][: len(each)]) for name in files)
                if not found:
                    missing.append((line, each, kind))
    assert missing == []
    assert len(lines()) > 30


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign at its authority and one commune's submission."""
    folder = tmp_path_factory.mktemp("made")
    importing.prepare(folder)
    return folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Iterator[House]:
    opened = House(tmp_path / "house")
    opened.prepare(made, take=False)
    with closing(opened):
        yield opened


def said(house: House, change: Callable[[dict[str, Any]], object], name: str = names.CONTENT) -> bytes:
    """The commune's submission with another value in a JSON entry, put together again and sealed."""
    entries = entries_of(house.sound)
    value = json.loads(dict(entries)[name])
    change(value)
    entries = replaced(entries, name, canonical_like(value))
    return said_anew(relisted(entries, with_frameworks=False) if name == names.CONTENT else entries)


def first(value: dict[str, Any]) -> dict[str, Any]:
    """The response that has inputs."""
    return next(each for each in value["responses"].values() if each.get("inputs"))


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], object], str, str]] = {
    "an answer to no criterion": (lambda c: c["responses"].update({"n9.9": {}}), names.CONTENT, "content"),
    "an input nobody asks for": (lambda c: first(c)["inputs"].update(secret="1"), names.CONTENT, "content"),
    "an input that is no number": (lambda c: first(c)["inputs"].update(online="1e100000000"), names.CONTENT, "content"),
    "an input of a thousand digits": (lambda c: first(c)["inputs"].update(online="9" * 999), names.CONTENT, "content"),
    "a link to no criterion": (lambda c: c["files"][0]["links"][0].update(node="../x"), names.CONTENT, "content"),
    "a field nobody knows": (lambda c: c.update(surprise=True), names.CONTENT, "content"),
    "claims that are no numbers": (lambda c: c["claims"].update({"1.1": {"points": "1/0"}}), names.CONTENT, "content"),
    "another agency": (lambda b: b["sender"].update(code="X9"), names.BUNDLE, "bundle.unknown_agency"),
    "another campaign": (lambda b: b["campaign"].update(id="khac"), names.BUNDLE, "bundle.other_campaign"),
    "another receiver": (lambda b: b["receiver"].update(code="khac"), names.BUNDLE, "bundle.other_receiver"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_does_not_fit_the_framework_held_here_is_refused_before_anything_is_stored(
    name: str, house: House, tmp_path: Path
) -> None:
    change, entry, code = CHANGES[name]
    path = tmp_path / "x.thuocso"
    path.write_bytes(said(house, change, entry))
    before = sorted(house.here.evidence.digests())
    (taken,) = collecting.import_paths(house.here, house.part, [path]).files
    assert taken.outcome is Outcome.REFUSED
    assert taken.error is not None
    assert taken.error.code == {"content": "bundle.content_malformed"}.get(code, code)
    assert sorted(house.here.evidence.digests()) == before
    assert not list(house.here.evidence.incoming.iterdir())
    with house.here.session():
        assert submissions.submissions(house.part) == ()


def test_no_file_of_the_folder_stops_a_batch(house: House, tmp_path: Path) -> None:
    """All broken files at once, and one good one among them."""
    good = tmp_path / "m.thuocso"
    good.write_bytes(house.sound)
    broken = sorted((FOLDER / INVALID).iterdir())
    half = len(broken) // 2
    drop = collecting.import_paths(house.here, house.part, [*broken[:half], good, *broken[half:]])
    assert drop.count(Outcome.RECEIVED) == 1
    assert drop.count(Outcome.REFUSED) + drop.count(Outcome.OTHER_KIND) == len(broken)
    assert len(drop.files) == len(broken) + 1


@pytest.mark.parametrize("make", ["cut", "zip", "newer", "flipped", "extended"])
def test_what_cannot_be_read_still_tells_who_may_have_sent_it(make: str, tmp_path: Path) -> None:
    sound: Sample = fixed.sample(tmp_path)
    data = {
        "cut": lambda: sound.bytes[:-500],
        "zip": lambda: by_zip(sound),
        "newer": lambda: newer(sound),
        "flipped": lambda: sound.bytes[:-900] + bytes([sound.bytes[-900] ^ 1]) + sound.bytes[-899:],
        "extended": lambda: sound.bytes + b"junk",
    }[make]()
    path = tmp_path / "x"
    path.write_bytes(data)
    assert inspect(path).sender == sound.envelope.sender
    verdict = verify(path, fixed.policy(), NOW)
    assert verdict.sender == sound.envelope.sender
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", verdict.reasons[0].code)
