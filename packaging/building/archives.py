"""Archives that come out the same each time: sorted names, one time, one owner, modes 644 and 755."""

import io
import lzma
import tarfile
import time
import zipfile
from pathlib import Path

from building import tree

# Larger than the whole package: a file of one program finds its like in the other's.
XZ = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": 1 << 26}]


def mode(path):
    """755 for folders and programs, 644 for the rest, whatever the umask was."""
    return 0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644


def write_tar(file, folder, prefix, epoch):
    """Everything below `folder` as a tar in the open `file`, under `prefix` ("name/", "./" or "").

    GNU's form of long names: dpkg reads no other.
    """
    with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as archive:
        if prefix:
            archive.addfile(_entry(folder, prefix.rstrip("/"), epoch))
        for path in tree.paths(folder):
            entry = _entry(path, prefix + path.relative_to(folder).as_posix(), epoch)
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)


def _entry(path, name, epoch):
    entry = tarfile.TarInfo(name)
    entry.mtime, entry.uname, entry.gname = epoch, "root", "root"
    if path.is_symlink():
        entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, str(path.readlink()), 0o777
    else:
        entry.mode = mode(path)
        entry.type = tarfile.DIRTYPE if path.is_dir() else tarfile.REGTYPE
        entry.size = 0 if path.is_dir() else path.stat().st_size
    return entry


def write_tar_xz(out, folder, prefix, epoch):
    with lzma.open(str(out), "wb", format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, filters=XZ) as file:
        write_tar(file, folder, prefix, epoch)


def write_zip(out, folder, prefix, epoch):
    """Everything below `folder` as a deflated zip, under `prefix` ("name/" or ""); times are UTC."""
    moment = max(time.gmtime(epoch)[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(str(out), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in tree.files(folder):
            entry = zipfile.ZipInfo(prefix + path.relative_to(folder).as_posix(), moment)
            entry.create_system, entry.external_attr = 3, (0o100000 | mode(path)) << 16
            entry.compress_type, entry.file_size = zipfile.ZIP_DEFLATED, path.stat().st_size
            with path.open("rb") as content, archive.open(entry, "w") as member:
                while piece := content.read(1 << 20):
                    member.write(piece)


def write_deb(out, control, content, epoch):
    """A Debian package of two folders: what dpkg reads, and what it lays out from the root of the system."""
    members = [("debian-binary", b"2.0\n")]
    for name, folder in (("control.tar.xz", control), ("data.tar.xz", content)):
        packed = io.BytesIO()
        with lzma.open(packed, "wb", format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, filters=XZ) as file:
            write_tar(file, folder, "./", epoch)
        members.append((name, packed.getvalue()))
    with Path(out).open("wb") as file:
        file.write(b"!<arch>\n")
        for name, data in members:
            file.write(f"{name:<16}{epoch:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n".encode())
            file.write(data + b"\n" * (len(data) % 2))
