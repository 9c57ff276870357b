"""The Debian package: the folder in /usr/lib/thuocso, both commands, menu entry, icons, file type, help."""

import gzip
import hashlib
import re
import shutil
import struct
from pathlib import Path

import machine
from machine import ROOT, Stop

from building import archives, inputs, tree

HERE = ROOT / "packaging" / "linux"
ICONS = ROOT / "packaging" / "windows" / "thuocso.ico"
HOME = "usr/lib/thuocso"

# Libraries that must be the system's own, by what the package's files ask the loader for. Debian 13 and Ubuntu 24.04
# renamed some (t64); other distributions' names are not known here.
DEPENDS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "",  # printing: recommended, Qt does without
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
}
LIBC = re.compile(r"(lib(c|m|dl|rt|pthread|util|resolv)|ld-linux-x86-64)\.so\.\d")


def write(out, program, scratch, epoch):
    """Write the package of the folder `program`, laid out below `scratch`."""
    shutil.rmtree(str(scratch), ignore_errors=True)
    content, control = scratch / "content", scratch / "control"
    control.mkdir(parents=True)
    shutil.copytree(str(program), str(content / HOME), symlinks=True)
    (content / HOME / "DOC-TRUOC.txt").unlink()
    surround(content)
    told = (HERE / "control").read_text("utf-8")
    told = told.replace("@VERSION@", inputs.version()).replace("@DEPENDS@", ", ".join(depends(program)))
    told = told.replace("@SIZE@", str(tree.size(content) // 1024))
    (control / "control").write_text(told, "utf-8", newline="\n")
    sums = [
        f"{_md5(path)}  {path.relative_to(content).as_posix()}\n"
        for path in tree.files(content)
        if not path.is_symlink()
    ]
    (control / "md5sums").write_text("".join(sums), "utf-8", newline="\n")
    archives.write_deb(out, control, content, epoch)


def surround(content):
    """What makes a folder a program of the desktop."""
    (content / "usr/bin").mkdir(parents=True)
    for name in ("thuocso", "thuocso-cli"):
        (content / "usr/bin" / name).symlink_to(f"../lib/thuocso/{name}")
    share = content / "usr/share"
    _put(HERE / "thuocso.desktop", share / "applications/thuocso.desktop")
    _put(HERE / "thuocso.xml", share / "mime/packages/thuocso.xml")
    for size, data in pictures(ICONS.read_bytes()).items():
        if size in (16, 24, 32, 48, 64, 128, 256):
            for kind in ("apps/thuocso.png", "mimetypes/application-vnd.thuocso+zip.png"):
                _put(data, share / f"icons/hicolor/{size}x{size}" / kind)
    _put(ROOT / "packaging" / "thuocso.svg", share / "icons/hicolor/scalable/apps/thuocso.svg")
    _put((HERE / "copyright").read_bytes(), share / "doc/thuocso/copyright")
    _put(_packed((ROOT / "CHANGELOG.md").read_bytes()), share / "doc/thuocso/changelog.gz")
    (share / "doc/thuocso/huong-dan").symlink_to("../../../lib/thuocso/_internal/resources/help/vi")
    for language in ("", "vi/"):
        manual = (HERE / f"thuocso.{language.rstrip('/') or 'en'}.1").read_bytes()
        for name in ("thuocso.1.gz", "thuocso-cli.1.gz"):
            _put(_packed(manual), share / f"man/{language}man1" / name)


def pictures(icon):
    """{width: PNG} of an .ico that holds PNGs; 256 is told as 0."""
    (count,) = struct.unpack_from("<H", icon, 4)
    entries = [struct.unpack_from("<BBBBHHII", icon, 6 + 16 * at) for at in range(count)]
    return {entry[0] or 256: icon[entry[7] : entry[7] + entry[6]] for entry in entries}


def depends(program):
    """What the package asks of the system, from what its programs and libraries ask of the loader."""
    inside = {path.name for path in tree.files(program)}
    wanted, newest = set(), (2, 34)  # the wheels of PySide6 are made for glibc 2.34
    for path in filter(_is_elf, tree.files(program)):
        _code, output = machine.captured(["objdump", "-p", path])
        wanted |= set(re.findall(r"NEEDED\s+(\S+)", output)) - inside
        newest = max([newest, *((int(one), int(two)) for one, two in re.findall(r"GLIBC_(\d+)\.(\d+)", output))])
    unknown = {name for name in wanted if name not in DEPENDS and not LIBC.fullmatch(name)}
    if unknown:
        raise Stop(f"No Debian package is known for {', '.join(sorted(unknown))}: see packaging/building/linux_deb.py.")
    named = {DEPENDS[name] for name in wanted if name in DEPENDS} - {""}
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *sorted(named)]


def _is_elf(path):
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _md5(path):
    return hashlib.md5(path.read_bytes()).hexdigest()


def _packed(data):
    return gzip.compress(data, 9, mtime=0)


def _put(source, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source if isinstance(source, bytes) else Path(source).read_bytes())
