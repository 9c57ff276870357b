"""One fault each: none is ever VALID, each is called by its name, and nothing is left in the sink or beside it."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bundles import names
from app.bundles.keys import make_seal_key
from app.bundles.manifest import SCHEMA, Kind, Role
from app.bundles.reading import RefusedBundle, inspect, open_verified, verify
from app.bundles.trust import Light
from app.errors import AppError
from tests.app.bundles.faults import FAULTS, by_zip, data_of, entries_of, first_evidence, flipped, newer, patched
from tests.app.bundles.forging import (
    NOW,
    Sample,
    content_of,
    envelope,
    joined,
    listing,
    packed,
    said_of,
    sealed,
)


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_invalid_and_called_by_its_name(name: str, sample: Sample, tmp_path: Path, sink: Path) -> None:
    fault, code = FAULTS[name]
    path = tmp_path / "nhận được.thuocso"
    data = fault(sample)
    path.write_bytes(data)

    verdict = verify(path, sample.trust, NOW)

    assert (verdict.light, verdict.lights.integrity) == (Light.INVALID, Light.INVALID)
    assert code in [reason.code for reason in verdict.reasons], verdict.reasons
    with pytest.raises(RefusedBundle) as refused:
        open_verified(path, sink, sample.trust, NOW)
    assert refused.value.verdict == verdict
    assert list(sink.iterdir()) == []
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([path.name, sink.name])
    assert path.read_bytes() == data
    inspect(path)


def test_the_table_starts_from_a_bundle_that_is_valid(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "again"
    path.write_bytes(packed(sealed(said_of(sample), sample.key)))
    assert verify(path, sample.trust, NOW).light is Light.VALID
    path.write_bytes(packed(sealed(said_of(sample), sample.key), deflate=(names.CONTENT, names.ASIC_MANIFEST)))
    assert verify(path, sample.trust, NOW).light is Light.VALID


def test_a_key_of_somebody_else_is_not_the_senders(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(packed(sealed(said_of(sample), make_seal_key("26734", "Xã Hòa Bình", Role.AGENCY))))
    verdict = verify(path, sample.trust, NOW)
    assert (verdict.light, verdict.reasons[0].code) == (Light.UNKNOWN, "key.changed")


def test_a_newer_format_is_named_even_in_a_form_not_known_here(sample: Sample, tmp_path: Path) -> None:
    entries = [(name, data, False) for name, data in entries_of(sample)]
    fields = json.loads(entries[1][1]) | {"schema": SCHEMA + 1, "software": "1.4.0"}
    entries[1] = (
        names.BUNDLE,
        json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode(),
        False,
    )
    path = tmp_path / "x"
    path.write_bytes(joined([*entries[:5], ("x-later.json", b"{}", False), *entries[5:]]))
    reason = verify(path, sample.trust, NOW).reasons[0]
    assert (reason.code, reason.values["version"]) == ("bundle.newer_format", "1.4.0")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("~$cao.thuocso", "file.office_lock"),
        ("desktop.ini", "file.system"),
        ("Thumbs.db", "file.system"),
        ("Chưa xác nhận 1234.crdownload", "file.partial_download"),
    ],
)
def test_files_that_come_along_are_called_by_their_name(name: str, code: str, sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(sample.bytes[:500])
    assert verify(path, sample.trust, NOW).reasons[0].code == code
    path.write_bytes(sample.bytes)
    assert verify(path, sample.trust, NOW).light is Light.VALID  # neither name nor extension decides


@pytest.mark.parametrize("make", ["missing", "folder", "dangling"])
def test_only_an_unreadable_path_raises(make: str, tmp_path: Path, sample: Sample) -> None:
    path = tmp_path / "x.thuocso"
    if make == "folder":
        path.mkdir()
    if make == "dangling":
        path.symlink_to(tmp_path / "nowhere")
    for read in (inspect, lambda p: verify(p, sample.trust, NOW)):
        with pytest.raises(AppError) as error:
            read(path)
        assert error.value.code == ("file.is_folder" if make == "folder" else "file.unreadable")


class TestWrapped:
    def wrap(self, path: Path, *files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
        with zipfile.ZipFile(path, "w", method) as archive:
            for name, data in files:
                archive.writestr(name, data)
        return path

    @pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
    def test_one_bundle_is_taken_out(self, method: int, sample: Sample, tmp_path: Path, sink: Path) -> None:
        files = [("Hồ sơ/Công văn.txt", b"xin chao"), ("Hồ sơ/xã.thuocso", sample.bytes)]
        path = self.wrap(tmp_path / "gói.zip", *files, method=method)
        received = open_verified(path, sink, sample.trust, NOW)
        assert received.verdict.light is Light.VALID
        assert [reason.code for reason in received.verdict.reasons] == ["bundle.unwrapped"]
        assert received.verdict.seal_digest == sample.written.seal_digest
        assert sorted(each.name for each in sink.iterdir()) == sorted(file.entry for file in sample.files)
        assert inspect(path).is_wrapped
        assert inspect(path).envelope == sample.envelope

    def test_two_bundles_are_not(self, sample: Sample, tmp_path: Path) -> None:
        path = self.wrap(tmp_path / "x.zip", ("a.thuocso", sample.bytes), ("b.thuocso", sample.bytes))
        verdict = verify(path, sample.trust, NOW)
        assert (verdict.light, verdict.reasons[0].code) == (Light.INVALID, "bundle.several_inside")

    def test_two_levels_are_not(self, sample: Sample, tmp_path: Path) -> None:
        inner = self.wrap(tmp_path / "in.zip", ("a.thuocso", sample.bytes)).read_bytes()
        verdict = verify(self.wrap(tmp_path / "out.zip", ("in.zip", inner)), sample.trust, NOW)
        assert (verdict.light, verdict.reasons[0].code) == (Light.INVALID, "bundle.archive_inside")

    def test_a_damaged_one_inside_is_invalid(self, sample: Sample, tmp_path: Path) -> None:
        broken = flipped(sample.bytes, data_of(sample, first_evidence(sample)) + 3)
        verdict = verify(self.wrap(tmp_path / "x.zip", ("a.thuocso", broken)), sample.trust, NOW)
        assert [reason.code for reason in verdict.reasons] == ["bundle.altered"]

    def test_a_bomb_is_not_unpacked(self, sample: Sample, tmp_path: Path) -> None:
        bloated = sample.bytes[:200] + bytes(30 << 20)
        verdict = verify(self.wrap(tmp_path / "x.zip", ("a.thuocso", bloated)), sample.trust, NOW)
        assert (verdict.light, verdict.reasons[0].code) == (Light.INVALID, "bundle.too_large")


def test_inspect_tells_the_sender_of_what_cannot_be_read(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "x"
    for data in (sample.bytes[:-500], by_zip(sample), newer(sample)):
        path.write_bytes(data)
        found = inspect(path)
        assert found.reason is not None
        assert found.sender == sample.envelope.sender


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_single_changed_byte_is_ever_valid(data: st.DataObject, sample: Sample, tmp_path: Path) -> None:
    whole = sample.bytes
    at = data.draw(st.integers(0, len(whole) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda each: each != whole[at]))
    path = tmp_path / "x"
    path.write_bytes(patched(whole, at, bytes([value])))
    assert verify(path, sample.trust, NOW).light is not Light.VALID


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_cutting_moving_and_repeating_are_never_valid(data: st.DataObject, sample: Sample, tmp_path: Path) -> None:
    whole = sample.bytes
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    put = data.draw(st.integers(0, len(whole)))
    made = data.draw(
        st.sampled_from([whole[:begin] + whole[end:], whole[:put] + whole[begin:end] + whole[put:], whole[begin:end]])
    )
    path = tmp_path / "x"
    path.write_bytes(made)
    assert made == whole or verify(path, sample.trust, NOW).light is Light.INVALID


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\3\4", b"PK\5\6", names.MEDIA_TYPE]))
def test_no_bytes_at_all_crash_the_reader(junk: bytes, start: bytes, sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(start + junk)
    assert verify(path, sample.trust, NOW).light is Light.INVALID
    inspect(path)


def test_kinds_without_evidence_carry_none(sample: Sample, tmp_path: Path) -> None:
    entries = said_of(sample)
    entries.pop(names.FRAMEWORK)
    entries[names.BUNDLE] = listing(envelope(Kind.FEEDBACK), entries)
    path = tmp_path / "x"
    path.write_bytes(packed(sealed(entries, make_seal_key("TTCP", "Sở", Role.AUTHORITY))))
    assert verify(path, sample.trust, NOW).reasons[0].code == "evidence.not_listed"
    assert content_of(sample.files)["files"]
