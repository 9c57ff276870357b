"""Writing: what comes out is sound by every tool at hand, comes back whole, and nothing half-written stays."""

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from app import drives
from app.bundles import medium, names
from app.bundles.keys import make_seal_key
from app.bundles.manifest import FrameworkRef, Kind, Role, sha256
from app.bundles.reading import inspect, open_verified, verify
from app.bundles.report_pdf import embed_manifest
from app.bundles.trust import Light
from app.bundles.writing import EvidenceFile, freeze, rebuild, write_bundle, write_frozen
from app.domain import canonical
from app.errors import AppError, Cause
from app.progress import Cancelled, Progress
from tests.app.bundles.forging import (
    FRAMEWORK,
    NOW,
    Sample,
    content_of,
    envelope,
    evidence,
    make_sample,
    page,
)
from tests.scanning import held_once


def run(*command: object, cwd: Path | None = None) -> str:
    done = subprocess.run([str(each) for each in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


class TestBackAgain:
    @pytest.mark.parametrize("kind", [Kind.CAMPAIGN, Kind.SUBMISSION, Kind.FEEDBACK, Kind.RESULT])
    def test_every_kind_of_this_release(self, kind: Kind, tmp_path: Path, sink: Path) -> None:
        made = make_sample(tmp_path, kind)
        received = open_verified(made.path, sink, made.trust, NOW)
        assert received.verdict.light is Light.VALID
        assert received.envelope == made.envelope == inspect(made.path).envelope
        assert received.framework == (FRAMEWORK if kind in (Kind.CAMPAIGN, Kind.SUBMISSION) else None)
        assert [(e.digest, e.size) for e in received.evidence] == sorted((f.digest, f.size) for f in made.files)
        assert received.verdict.content_digest == made.written.content_digest
        assert received.report.startswith(b"%PDF")
        assert received.signed_page is None

    def test_digests_are_what_sha256sum_says(self, sample: Sample) -> None:
        verdict = verify(sample.path, sample.trust, NOW, with_file_digest=True)
        assert run("sha256sum", sample.path).split()[0].lstrip("\\") == verdict.file_digest
        assert sample.written.seal_digest == verdict.seal_digest
        assert sample.written.content_digest == verdict.content_digest
        assert sample.written.size == sample.path.stat().st_size

    def test_without_the_file_digest_all_else_is_the_same(self, sample: Sample) -> None:
        full = verify(sample.path, sample.trust, NOW, with_file_digest=True).to_json()
        assert verify(sample.path, sample.trust, NOW).to_json() == full | {"file_digest": None}

    def test_evidence_lands_in_the_sink_and_nowhere_else(self, sample: Sample, tmp_path: Path, sink: Path) -> None:
        received = open_verified(sample.path, sink, sample.trust, NOW)
        found = {path.name: path.read_bytes() for path in sink.iterdir()}
        assert found == {file.entry: file.path.read_bytes() for file in sample.files}
        assert [each.path for each in received.evidence] == sorted(sink.iterdir())
        assert list(tmp_path.iterdir()) == [sink]

    def test_a_sink_with_that_file_already_is_left_as_it_is(self, sample: Sample, sink: Path) -> None:
        (sink / sample.files[0].entry).write_bytes(b"mine")
        with pytest.raises(AppError) as error:
            open_verified(sample.path, sink, sample.trust, NOW)
        assert error.value.code == "disk.not_kept"
        assert [path.read_bytes() for path in sink.iterdir()] == [b"mine"]

    def test_the_skeleton_and_the_evidence_give_back_the_very_file(self, sample: Sample, tmp_path: Path) -> None:
        received = open_verified(sample.path, None, sample.trust, NOW)
        assert all(each.path is None for each in received.evidence)
        store = {file.digest: file.path for file in sample.files}
        again = tmp_path / "lại.thuocso"
        assert rebuild(received.skeleton, store.__getitem__, again) == sha256(sample.bytes)
        assert again.read_bytes() == sample.bytes
        assert len(received.skeleton) == len(sample.bytes) - sum(file.size for file in sample.files)

    def test_rebuilding_from_other_evidence_leaves_nothing(self, sample: Sample, tmp_path: Path) -> None:
        received = open_verified(sample.path, None, sample.trust, NOW)
        other = tmp_path / "khác"
        other.write_bytes(bytes(sample.files[0].size))
        for wrong in (other, tmp_path / "gone"):
            with pytest.raises(AppError) as error:
                rebuild(received.skeleton, lambda digest, wrong=wrong: wrong, tmp_path / "lại.thuocso")
            assert error.value.code == "evidence.changed"
        assert list(tmp_path.iterdir()) == [other]

    def test_large_json_is_deflated_and_comes_back(self, tmp_path: Path) -> None:
        head = envelope(Kind.RESULT)
        told = {"rows": [f"Xã số {number}: 17,14 điểm" for number in range(60_000)]}
        key = make_seal_key(head.sender.code, head.sender.name, head.sender.role)
        written = write_bundle(tmp_path / "a", head, None, told, [], page, key)
        sample = Sample(tmp_path / "a", key, head, [], written)
        assert written.size < len(canonical.encode(told)) // 4
        received = open_verified(sample.path, None, sample.trust, NOW)
        assert received.content == told
        rebuild(received.skeleton, lambda digest: tmp_path, tmp_path / "b")
        assert (tmp_path / "b").read_bytes() == sample.bytes

    def test_files_above_what_is_held_in_memory(self, tmp_path: Path) -> None:
        files = evidence(tmp_path, os.urandom(1 << 20) * 33, b"nho")
        head = envelope()
        key = make_seal_key(head.sender.code, head.sender.name, head.sender.role)
        written = write_bundle(tmp_path / "a", head, FRAMEWORK, content_of(files), files, page, key)
        verdict = verify(tmp_path / "a", Sample(tmp_path / "a", key, head, files, written).trust, NOW)
        assert (verdict.light, verdict.seal_digest) == (Light.VALID, written.seal_digest)

    def test_several_frameworks_of_one_campaign(self, tmp_path: Path) -> None:
        sets = [{"id": "xa", "v": "1"}, {"id": "phuong", "v": "1"}]
        references = tuple(FrameworkRef(each["id"], "1", canonical.digest(each)) for each in sets)
        head = envelope(Kind.CAMPAIGN, frameworks=references, receiver=None)
        key = make_seal_key(head.sender.code, head.sender.name, head.sender.role)
        framework = canonical.encode(sets)
        written = write_bundle(tmp_path / "a", head, framework, {}, [], page, key)
        sample = Sample(tmp_path / "a", key, head, [], written)
        assert open_verified(sample.path, None, sample.trust, NOW).framework == framework
        with pytest.raises(ValueError, match="digest"):
            write_bundle(tmp_path / "b", head, canonical.encode(sets[::-1]), {}, [], page, key)

    def test_a_signed_page_travels_beside_the_report(self, sample: Sample, tmp_path: Path) -> None:
        frozen = freeze(sample.envelope, FRAMEWORK, content_of(sample.files), sample.files)
        report = embed_manifest(page(frozen.content_digest), frozen.manifest)
        target = tmp_path / "a"
        written = write_frozen(target, frozen, report, sample.key, signed_page=("jpg", b"\xff\xd8 scan"))
        received = open_verified(target, None, sample.trust, NOW)
        assert received.signed_page == b"\xff\xd8 scan"
        assert written.content_digest == sample.written.content_digest  # the scan says nothing new
        assert written.seal_digest != sample.written.seal_digest


class TestOutsideTools:
    def unpacked(self, sample: Sample, tmp_path: Path) -> Path:
        run("unzip", "-t", sample.path)
        run("unzip", "-q", sample.path, "-d", tmp_path / "p")
        return tmp_path / "p"

    def test_openssl_verifies_the_seal(self, sample: Sample, tmp_path: Path) -> None:
        folder = self.unpacked(sample, tmp_path)
        (tmp_path / "signer.pem").write_bytes(sample.key.pem)
        command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "META-INF/signature001.p7s"]
        command += ["-content", "META-INF/ASiCManifest001.xml", "-CAfile", "../signer.pem", "-partial_chain"]
        command += ["-no_check_time", "-purpose", "any", "-cades", "-out", "/dev/null"]
        assert "CAdES Verification successful" in run(*command, cwd=folder)

    def test_sha256sum_agrees_with_the_asic_manifest(self, sample: Sample, tmp_path: Path) -> None:
        folder = self.unpacked(sample, tmp_path)
        xml = (folder / names.ASIC_MANIFEST).read_text()
        pairs = re.findall(r'DataObjectReference URI="([^"]+)".*?<ds:DigestValue>([^<]+)', xml)
        there = {path.name for path in folder.iterdir() if path.is_file()} - {names.MIMETYPE}
        assert {name for name, _ in pairs} == there
        for name, digest in pairs:
            (found,) = re.findall(r"^[0-9a-f]{64}", run("sha256sum", name, cwd=folder))
            encoded = subprocess.run(["base64", "-d"], input=digest.encode(), capture_output=True, check=True).stdout
            assert found == encoded.hex()

    def test_pdfdetach_takes_out_the_manifest(self, sample: Sample, tmp_path: Path) -> None:
        folder = self.unpacked(sample, tmp_path)
        assert "1: manifest.json" in run("pdfdetach", "-list", "report.pdf", cwd=folder)
        run("pdfdetach", "-save", "1", "-o", "manifest.json", "report.pdf", cwd=folder)
        manifest = (folder / names.MANIFEST).read_bytes()
        assert sha256(manifest) == sample.written.content_digest
        assert sample.written.content_digest in run("pdftotext", "report.pdf", "-", cwd=folder)
        for entry in canonical.decode(manifest)["entries"]:
            data = (folder / entry["name"]).read_bytes()
            assert (len(data), sha256(data)) == (entry["size"], entry["sha256"])

    def test_file_and_mimetype(self, sample: Sample) -> None:
        assert sample.bytes[30:69] == b"mimetype" + names.MEDIA_TYPE
        assert "application/vnd.etsi.asic-e+zip" in run("file", sample.path)


def write(folder: Path, files: list[EvidenceFile], progress: Progress | None = None, render: object = page) -> None:
    head = envelope()
    key = make_seal_key(head.sender.code, head.sender.name, head.sender.role)
    target = folder / "ra.thuocso"
    write_bundle(target, head, FRAMEWORK, content_of(files), files, render, key, progress or Progress())  # type: ignore[arg-type]


class TestNothingHalfWritten:
    @pytest.fixture
    def out(self, tmp_path: Path) -> Path:
        folder = tmp_path / "USB của văn thư"
        folder.mkdir()
        return folder

    @pytest.mark.parametrize("change", ["longer", "shorter", "other", "gone"])
    @pytest.mark.parametrize("size", [5_000, 33 << 20])
    def test_evidence_that_changes(self, change: str, size: int, tmp_path: Path, out: Path) -> None:
        files = evidence(tmp_path, bytes(size), b"%PDF hai")
        path = files[0].path
        made = {"longer": size * b"x" + b"y", "shorter": b"x" * (size - 1), "other": b"x" * size}
        path.unlink()
        if change in made:
            path.write_bytes(made[change])
        with pytest.raises(AppError) as error:
            write(out, files)
        assert (error.value.code, error.value.details["file"]) == ("evidence.changed", path.name)
        assert list(out.iterdir()) == []

    def test_an_older_export_survives(self, tmp_path: Path, out: Path) -> None:
        (out / "ra.thuocso").write_bytes(b"older")
        files = evidence(tmp_path, b"a")
        files[0].path.write_bytes(b"b")
        with pytest.raises(AppError):
            write(out, files)
        assert [path.read_bytes() for path in out.iterdir()] == [b"older"]

    def test_a_disk_that_is_too_small_is_told_before_writing(self, out: Path) -> None:
        with pytest.raises(AppError) as error, medium.part_file(out / "ra.thuocso", 1 << 60):
            pytest.fail("nothing may be written")
        assert error.value.code == "disk.full"
        assert error.value.details["needed_mb"] > error.value.details["free_mb"] > 0
        assert list(out.iterdir()) == []

    def test_a_place_that_may_not_be_written_to(self, tmp_path: Path) -> None:
        with pytest.raises(AppError) as error:
            write(Path("/sys/kernel"), evidence(tmp_path, b"a"))
        assert error.value.code == "disk.read_only"

    def test_more_than_a_bundle_may_hold(self, tmp_path: Path, out: Path) -> None:
        path = tmp_path / "lớn"
        path.touch()
        for size, count in ((17 << 30, 1), (15 << 30, 5), (1, 20_001)):
            with pytest.raises(AppError) as error:
                write(out, [EvidenceFile(f"{number:064x}", size, "mp4", path) for number in range(count)])
            assert error.value.code == "bundle.too_large"
        assert list(out.iterdir()) == []

    def test_a_stick_that_is_pulled(self, tmp_path: Path, out: Path) -> None:
        def report(done: int, total: int) -> None:
            if done > total // 4:
                shutil.rmtree(out, ignore_errors=True)

        with pytest.raises(AppError) as error:
            write(out, evidence(tmp_path, bytes(3 << 20)), Progress(report))
        assert error.value.code == "medium.gone"
        assert not out.exists()

    def test_a_file_system_with_a_limit(self, tmp_path: Path, out: Path) -> None:
        """A limit on the size of files, as FAT32 has one, set on a process of its own."""
        program = f"""
import resource, sys
from pathlib import Path
from app.errors import AppError
from tests.app.bundles.forging import evidence
from tests.app.bundles.test_writing import write
resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))
folder = Path(sys.argv[1])
try:
    write(folder / {out.name!r}, evidence(folder, bytes(1 << 20), b'x' * (1 << 20), b'y' * (1 << 20)))
except AppError as error:
    print(error.code, sorted(path.name for path in (folder / {out.name!r}).iterdir()))
"""
        assert run(sys.executable, "-c", program, tmp_path).strip() == "medium.file_too_big []"

    @pytest.mark.parametrize("system", ["vfat", "msdos", "exfat", "ext4"])
    def test_what_a_fat_stick_can_never_hold_is_said_before_a_byte_is_written(
        self, system: str, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        mounts, name = tmp_path / "mounts", str(out).replace(" ", "\\040")
        mounts.write_text(f"/dev/vda / ext4 rw 0 0\n/dev/sdb1 {name} {system} rw 0 0\n", "utf-8")
        monkeypatch.setattr(drives, "MOUNTS", mounts)
        steps: list[int] = []
        film = EvidenceFile("a" * 64, 4 << 30, "mp4", tmp_path / "phim chưa ai đọc")
        with pytest.raises(AppError) as error:
            write(out, [film], Progress(lambda done, _: steps.append(done)))
        assert error.value.code == ("medium.file_too_big" if system in ("vfat", "msdos") else "evidence.changed")
        assert (steps, list(out.iterdir())) == ([], [])

    @pytest.mark.parametrize("quarter", [0, 1, 2, 3])
    def test_cancelling_at_any_moment(self, quarter: int, tmp_path: Path, out: Path) -> None:
        stop = Event()

        def report(done: int, total: int) -> None:
            if done * 4 >= total * quarter:
                stop.set()

        with pytest.raises(Cancelled):
            write(out, evidence(tmp_path, *[bytes([n]) * 900_000 for n in range(8)]), Progress(report, stop))
        assert list(out.iterdir()) == []

    def test_cancelling_while_receiving(self, sample: Sample, sink: Path) -> None:
        stop = Event()
        progress = Progress(lambda done, total: stop.set(), stop)
        with pytest.raises(Cancelled):
            open_verified(sample.path, sink, sample.trust, NOW, progress)
        assert list(sink.iterdir()) == []

    def test_progress_goes_from_nothing_to_everything(self, tmp_path: Path, out: Path) -> None:
        steps: list[tuple[int, int]] = []
        write(out, evidence(tmp_path, bytes(3 << 20), b"x"), Progress(lambda done, total: steps.append((done, total))))
        assert [done for done, _ in steps] == sorted(done for done, _ in steps)
        assert len({total for _, total in steps}) == 1
        assert steps[-1][0] == steps[-1][1] == 2 * (out / "ra.thuocso").stat().st_size

    @pytest.mark.parametrize(
        ("number", "needed", "code"),
        [
            (errno.ENOSPC, 10, "disk.full"),
            (errno.ENOSPC, 5 << 30, "medium.file_too_big"),  # with room for it: what Windows says of FAT32
            (errno.EFBIG, 5 << 30, "medium.file_too_big"),
            (errno.EROFS, 10, "disk.read_only"),
            (errno.EACCES, 10, "disk.read_only"),
            (errno.EIO, 10, "medium.gone"),
            (errno.ENODEV, 10, "medium.gone"),
        ],
    )
    def test_what_the_system_says(self, number: int, needed: int, code: str, out: Path) -> None:
        told = medium.trouble(OSError(number, "x"), out, needed)
        assert told is not None
        assert told.code == code

    def test_what_is_no_fault_of_the_disk_stays_a_bug(self, out: Path) -> None:
        assert medium.trouble(OSError(errno.ENOTTY, "x"), out, 1) is None

    @pytest.mark.parametrize("number", [21, 1117, 1167])
    def test_a_stick_that_windows_misses_is_gone_whatever_number_python_gives_it(self, out: Path, number: int) -> None:
        error = OSError(errno.EACCES if number == 21 else errno.EINVAL, "x")
        error.winerror = number  # type: ignore[attr-defined]
        told = medium.trouble(error, out, 1)
        assert told is not None
        assert told.code == "medium.gone"

    @pytest.mark.parametrize(
        ("number", "named"),
        [
            (3, "D:\\" + "Hồ sơ gửi tỉnh\\" * 20 + "Xã.thuocso"),
            (206, "D:\\" + "Hồ sơ gửi tỉnh\\" * 20 + "Xã.thuocso"),
            (123, "x" * 256 + ".thuocso"),
        ],
    )
    def test_windows_says_otherwise_what_is_too_long(self, out: Path, number: int, named: str) -> None:
        error = OSError(errno.EINVAL if number == 123 else errno.ENOENT, "x", "a.part", None, named)
        error.winerror = number  # type: ignore[attr-defined]
        told = medium.trouble(error, out, 1)
        assert told is not None
        assert (told.code, told.details["detail"]) == ("file.unwritable", Cause.NAME_TOO_LONG)

    @pytest.mark.parametrize("named", ["D:\\Xã.thuocso", "\\\\?\\D:\\" + "x\\" * 200])
    def test_a_place_that_is_gone_is_not_too_long(self, out: Path, named: str) -> None:
        error = OSError(errno.ENOENT, "x", named)
        error.winerror = 3  # type: ignore[attr-defined]
        told = medium.trouble(error, out, 1)
        assert told is not None
        assert told.code == "medium.gone"

    @pytest.mark.parametrize("number", [5, 32, 33])
    def test_a_scanner_that_reads_what_was_just_written_is_waited_for(
        self, number: int, tmp_path: Path, out: Path
    ) -> None:
        with held_once(number):
            write(out, evidence(tmp_path, b"x" * 9))
        assert [path.name for path in out.iterdir()] == ["ra.thuocso"]


class TestWhatNoCallerMayAsk:
    def test_files_that_are_not_the_evidence(self, sample: Sample, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="evidence"):
            write_bundle(tmp_path / "a", sample.envelope, FRAMEWORK, {"files": []}, sample.files, page, sample.key)

    @pytest.mark.parametrize(
        ("changes", "framework"),
        [
            ({"round": None}, FRAMEWORK),
            ({"kind": Kind.RECEIPT}, FRAMEWORK),
            ({"frameworks": ()}, FRAMEWORK),
            ({}, None),
            ({}, b"{}"),
            ({"people": ("leader",)}, FRAMEWORK),
        ],
    )
    def test_an_envelope_that_does_not_fit(
        self, changes: dict[str, object], framework: bytes | None, sample: Sample
    ) -> None:
        with pytest.raises(ValueError, match=r"\("):
            freeze(envelope(**changes), framework, content_of(sample.files), sample.files)

    def test_the_key_of_another_agency_or_role(self, sample: Sample, tmp_path: Path) -> None:
        for code, role in (("999", Role.AGENCY), ("26734", Role.AUTHORITY)):
            with pytest.raises(ValueError, match="one key"):
                write_bundle(
                    tmp_path / "a",
                    sample.envelope,
                    FRAMEWORK,
                    content_of(sample.files),
                    sample.files,
                    page,
                    make_seal_key(code, "x", role),
                )

    def test_a_report_with_an_attachment_or_none_at_all(self, sample: Sample) -> None:
        carried = embed_manifest(page("x"), b"{}")
        for report in (carried, b"no PDF"):
            with pytest.raises(ValueError, match="report"):
                embed_manifest(report, b"{}")

    def test_empty_or_repeated_or_unlisted_evidence(self, sample: Sample, tmp_path: Path) -> None:
        empty = evidence(tmp_path, b"")
        with pytest.raises(ValueError, match="size"):
            write(tmp_path, empty)
        with pytest.raises(ValueError, match="twice"):
            freeze(sample.envelope, FRAMEWORK, content_of(sample.files), [*sample.files, sample.files[0]])
        digest = hashlib.sha256(b"x").hexdigest()
        with pytest.raises(ValueError, match="exe"):
            freeze(sample.envelope, FRAMEWORK, {"files": []}, [EvidenceFile(digest, 1, "exe", tmp_path)])


def test_the_same_report_and_manifest_give_the_same_bytes() -> None:
    assert embed_manifest(page("x"), b'{"a":1}') == embed_manifest(page("x"), b'{"a":1}')
