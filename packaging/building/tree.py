"""The files of a folder: their digests, modes and whole size, and how two builds differ."""

import hashlib
import os
from pathlib import Path

import machine


def sha256(path):
    digest = hashlib.sha256()
    with Path(path).open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def paths(folder):
    """Every file, link and folder below `folder`, in one order on every machine."""
    found = []
    for at, folders, files in os.walk(str(folder)):
        found += [Path(at, name) for name in (*folders, *files)]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def files(folder):
    return [path for path in paths(folder) if path.is_symlink() or not path.is_dir()]


def size(folder):
    """Bytes of all files; links count as nothing."""
    return sum(path.stat().st_size for path in files(folder) if not path.is_symlink())


def listing(folder):
    """{name: "mode digest"}, a link told by where it leads."""
    told = {}
    for path in files(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            told[name] = f"link {path.readlink()}"
        else:
            told[name] = f"{path.stat().st_mode & 0o777:o} {sha256(path)}"
    return told


def differences(one, other):
    """Lines that name each file found in one folder only, or of another content or mode in the other."""
    left, right = listing(one), listing(other)
    told = [f"only in the first: {name}" for name in sorted(left.keys() - right.keys())]
    told += [f"only in the second: {name}" for name in sorted(right.keys() - left.keys())]
    told += [f"differs: {name}" for name in sorted(left.keys() & right.keys()) if left[name] != right[name]]
    return told


def compare(one, other):
    """Says whether two builds are the same, file by file; False where they are not. Two of nothing are not."""
    bare = [str(folder) for folder in (one, other) if not files(Path(folder))]
    if bare:
        raise machine.Stop(f"There is no build to compare in {' and '.join(bare)}.")
    told = differences(Path(one), Path(other))
    for line in told:
        machine.say(line)
    if not told:
        machine.say(f"Both hold the same {len(files(Path(one)))} files, byte for byte.")
    return not told
