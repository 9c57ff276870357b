"""What packages are built with: archives that come out the same, terms that are told, a release that can be checked."""

import importlib
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.project import ROOT

TIME = 1_750_000_000


@pytest.fixture(scope="module")
def room() -> Iterator[Callable[[str], ModuleType]]:
    """The modules of packaging/building by name, as `build.py` finds them."""
    sys.path.insert(0, str(ROOT / "packaging"))
    yield lambda name: importlib.import_module(f"building.{name}")
    sys.path.remove(str(ROOT / "packaging"))


def folder(place: Path, seed: int) -> Path:
    """The same files each time, made in another order, at another time and under another mask."""
    names = ["thuocso", "_internal/a.pyc", "_internal/b/ảnh.png", "licences/README.txt"]
    random.Random(seed).shuffle(names)
    for name in names:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name * 50, "utf-8")
        path.chmod((0o755 if name == "thuocso" else 0o644) & ~(seed * 0o022))
        os.utime(path, (seed * 1e8, seed * 1e8))
    (place / "link").symlink_to("thuocso")
    return place


def packed(room: Callable[[str], ModuleType], place: Path, seed: int) -> dict[str, bytes]:
    archives, content = room("archives"), folder(place / "content", seed)
    archives.write_tar_xz(place / "a.tar.xz", content, "one/", TIME)
    archives.write_deb(place / "a.deb", folder(place / "control", seed), content, TIME)
    (content / "link").unlink()  # no links where a stick may be of FAT
    archives.write_zip(place / "a.zip", content, "one/", TIME)
    return {name: (place / name).read_bytes() for name in ("a.tar.xz", "a.deb", "a.zip")}


def test_archives_are_the_same_whatever_the_order_time_and_mask(
    room: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    assert packed(room, tmp_path / "một", 0) == packed(room, tmp_path / "hai", 1)


def test_other_programs_read_the_archives(room: Callable[[str], ModuleType], tmp_path: Path) -> None:
    packed(room, tmp_path, 0)
    subprocess.run(["tar", "-xf", "a.tar.xz"], cwd=tmp_path, check=True)
    assert room("tree").differences(tmp_path / "one", tmp_path / "content") == ["only in the first: link"]
    assert (tmp_path / "one" / "thuocso").stat().st_mtime == TIME
    listed = subprocess.run(["dpkg-deb", "--contents", "a.deb"], cwd=tmp_path, check=True, capture_output=True)
    assert "./_internal/b/ảnh.png" in listed.stdout.decode()
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        assert opened.testzip() is None
        assert [one.filename for one in opened.infolist()] == sorted(one.filename for one in opened.infolist())
        assert {one.date_time for one in opened.infolist()} == {(2025, 6, 15, 15, 6, 40)}


def test_two_builds_are_told_apart_file_by_file(room: Callable[[str], ModuleType], tmp_path: Path) -> None:
    tree, one, other = room("tree"), folder(tmp_path / "một", 0), folder(tmp_path / "hai", 0)
    assert tree.differences(one, other) == []
    (other / "thuocso").chmod(0o644)
    (other / "_internal" / "a.pyc").write_bytes(b"khac")
    (one / "mới").touch()
    told = ["only in the first: mới", "differs: _internal/a.pyc", "differs: thuocso"]
    assert tree.differences(one, other) == told


def test_folders_without_a_build_are_not_called_the_same(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "một", 0), folder(tmp_path / "hai", 0)
    (tmp_path / "trống").mkdir()

    def compared(first: Path, second: Path) -> tuple[int, str]:
        command = [sys.executable, str(ROOT / "packaging" / "build.py"), "compare", str(first), str(second)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    assert compared(one, other)[0] == 0
    for first, second in ((tmp_path / "trống", tmp_path / "trống"), (one, tmp_path / "không có")):
        code, told = compared(first, second)
        assert code == 1
        assert "no build to compare" in told
        assert "Traceback" not in told
    (one / "thuocso").write_bytes(b"khac")
    assert compared(one, other)[0] == 1


def test_a_missing_licence_text_stops_the_build(room: Callable[[str], ModuleType], tmp_path: Path) -> None:
    component = room("components").Component
    whole = component("peewee", "4.5", "MIT", "pkg:pypi/peewee@4.5", {"LICENSE": b"MIT"})
    room("licences").write(tmp_path / "a", [whole])
    assert (tmp_path / "a" / "peewee-4.5" / "LICENSE").read_bytes() == b"MIT"
    for lacking in (whole._replace(texts={}), whole._replace(texts={"LICENSE": b""}), whole._replace(licence="")):
        with pytest.raises(importlib.import_module("machine").Stop, match=r"peewee 4\.5"):
            room("licences").write(tmp_path / "b", [lacking])
    assert not (tmp_path / "b").exists()


def test_every_wheel_of_the_program_has_a_licence_and_its_text(room: Callable[[str], ModuleType]) -> None:
    components = room("components")
    names = {line.split("==")[0] for line in (ROOT / "packaging" / "requirements.lock").read_text("utf-8").split()}
    site = Path(pytest.__file__).parent.parent
    found = [components.of_distribution(one) for one in sorted(site.glob("*.dist-info"))]
    shipped = [one for one in found if one.name.lower().replace("_", "-") in names]
    assert len(shipped) > 25
    assert room("licences").missing(shipped) == []


def test_the_bill_is_the_same_for_the_same_parts_and_another_for_others(room: Callable[[str], ModuleType]) -> None:
    component = room("components").Component
    one = component("a", "1", "MIT", "pkg:pypi/a@1", {"L": b"x"})
    two = component("b", "2", "Apache-2.0 OR MIT", "pkg:pypi/b@2", {"L": b"x"})
    bill = room("sbom").bill
    assert bill("linux", [one, two]) == bill("linux", [two, one])
    assert bill("linux", [one])["serialNumber"] != bill("linux", [two])["serialNumber"]
    assert bill("linux", [two])["components"][0]["licenses"] == [{"expression": "Apache-2.0 OR MIT"}]


def test_a_release_holds_until_a_byte_changes(tmp_path: Path) -> None:
    def build(*arguments: str | Path, code: int = 0) -> str:
        command = [sys.executable, ROOT / "packaging" / "build.py", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    key, out = tmp_path / "khóa" / "release.pem", tmp_path / "phát hành"
    out.mkdir()
    (out / "ThuocSo.tar.xz").write_bytes(b"mot")
    (out / "thuocso.deb").write_bytes(b"hai")
    build("release-key", key)
    assert key.stat().st_mode & 0o777 == 0o600
    assert "never written over" in build("release-key", key, code=1)
    build("sign", out, "--key", key)
    command = "openssl dgst -sha256 -verify release-key.pem -signature SHA256SUMS.sig SHA256SUMS"
    subprocess.run(command.split(), cwd=out, check=True, capture_output=True)
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=out, check=True, capture_output=True)
    assert "hold" in build("check", out, "--public", key.with_suffix(".pub.pem"))
    assert "whose it is" in build("check", out)
    (out / "thuocso-setup.exe").write_bytes(b"thua")
    assert "Not signed at all: thuocso-setup.exe" in build("check", out, code=1)
    (out / "thuocso-setup.exe").unlink()
    signature = (out / "SHA256SUMS.sig").read_bytes()
    assert "could not read the release key" in build("sign", out, "--key", tmp_path / "nhầm.pem", code=1)
    assert (out / "SHA256SUMS.sig").read_bytes() == signature
    (out / "thuocso.deb").write_bytes(b"ba")
    assert "thuocso.deb" in build("check", out, code=1)
    shutil.copy(out / "SHA256SUMS", out / "SHA256SUMS.cu")
    (out / "SHA256SUMS").write_text("0" * 64 + "  thuocso.deb\n")
    assert "signature does not hold" in build("check", out, code=1)


# The workflow that is ready to be copied ---------------------------------------------------------------------------


def workflow_job(name: str) -> str:
    """The lines of one job of the workflow in packaging/README.md."""
    (workflow,) = re.findall(
        r"^```yaml\n(.*?)^```$", (ROOT / "packaging" / "README.md").read_text("utf-8"), re.M | re.S
    )
    jobs = re.findall(r"^  (\w+):\n((?:    .*\n)+)", workflow.partition("\njobs:\n")[2], re.M)
    return dict(jobs)[name]


def test_the_workflow_installs_what_an_ordinary_user_is_told_to_before_it_builds(
    room: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = room("windows")
    monkeypatch.setenv("PATH", str(tmp_path))  # neither the tools nor apt
    with pytest.raises(windows.machine.Stop) as told:
        windows.build(tmp_path, None)
    steps = re.findall(r"^      - run: (.+)$", workflow_job("build"), re.M)
    assert steps[0] == str(told.value).splitlines()[-1].strip()
    assert steps[1].startswith("python3 packaging/build.py windows ")


def test_the_workflow_brings_the_python_that_compiles_for_the_one_that_travels(
    room: Callable[[str], ModuleType],
) -> None:
    (brought,) = re.findall(r'python-version: "([^"]+)"', workflow_job("build"))
    assert room("windows_python").setting()["version"].startswith(f"{brought}.")
