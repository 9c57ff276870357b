"""The installer, by makensis: the files in one order, their times set before, so that it comes out the same."""

import os
import shutil
from pathlib import Path

import machine

from building import inputs, tree

SOURCES = machine.ROOT / "packaging" / "windows"
NATIVE, ANY = "amd64-unicode", "x86-unicode"


def build(out, folder, scratch, stub=NATIVE, version=None, quick=False):
    """Pack the program in `folder` into the installer `out`.

    For tests alone: an installer of another `version` than this one, and `quick`, which packs nothing small.
    """
    scratch = Path(scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    sources = scratch / "sources"  # makensis keeps the time of the picture it shows
    shutil.rmtree(str(sources), ignore_errors=True)
    shutil.copytree(str(SOURCES), str(sources), ignore=shutil.ignore_patterns("__pycache__"))
    for each in (folder, sources):
        set_times(each, inputs.epoch())
    files = scratch / "files.nsh"
    files.write_text("".join(commands(folder)), "utf-8", newline="\n")
    version = version or inputs.version()
    defined = {
        "STUB": stub,
        "VERSION": version,
        "NUMBERS": numbers(version),
        "FILES": files,
        "KILOBYTES": tree.size(folder) // 1024,
        "OUT": Path(out).absolute(),
        "SOURCES": sources,
    }
    command = ["makensis", "-V2", "-NOCD", "-INPUTCHARSET", "UTF8"]
    command += [f"-D{name}={value}" for name, value in defined.items()]
    command += ["-XSetCompressor /FINAL zlib", "-XSetCompress off"] if quick else []
    code, output = machine.captured([*command, sources / "setup.nsi"])
    if code:
        raise machine.Stop(f"makensis failed:\n{machine.clean(output)}")


def numbers(version):
    """Four numbers, as Windows has them: 0.4.0 is 0.4.0.0."""
    return ".".join((version.split(".") + ["0"] * 4)[:4])


def commands(folder):
    """One command for each file, after one for each folder, sorted."""
    here = None
    for path in tree.files(folder):
        place = path.parent.relative_to(folder).as_posix().replace("/", "\\")
        if place != here:
            here = place
            yield f'SetOutPath "$INSTDIR\\{place}"\n' if place != "." else 'SetOutPath "$INSTDIR"\n'
        yield f'File "{str(path).replace("$", "$$")}"\n'


def set_times(folder, epoch):
    for path in tree.paths(folder):
        os.utime(str(path), (epoch, epoch))
