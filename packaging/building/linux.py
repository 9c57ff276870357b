"""The Linux packages: a folder packed as .tar.xz, and a Debian package of the same folder."""

import fcntl
import json
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import machine
from machine import ROOT, Stop, say

from building import archives, inputs, licences, linux_deb, linux_parts, linux_python, sbom, tree

SYSTEM = "linux"
SCRATCH = ROOT / "build" / SYSTEM
HERE = ROOT / "packaging" / "linux"
# PyInstaller reads these from the folder it runs in.
GIVEN = ("thuocso.spec", "window.py", "shell.py", "surroundings.py")
BILL = "thuocso.cdx.json"


def add_arguments(parser):
    parser.add_argument("--scratch", type=Path, help="where the package is put together (build/linux)")


def build(out, options):
    """Both packages and their bill of materials in `out`; returns their paths."""
    scratch = Path(options.scratch or SCRATCH).absolute()
    with alone(scratch):
        return pack(out, scratch, collect(scratch))


@contextmanager
def alone(scratch):
    """One build at a time in a folder; the system lets go of the lock however it ends."""
    scratch.mkdir(parents=True, exist_ok=True)
    handle = os.open(str(scratch), os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Stop(f"Another build is at work in {scratch}.") from None
    finally:
        os.close(handle)


def pack(out, scratch, program):
    """The collected folder as both packages in `out`, with the bill of materials; returns their paths."""
    epoch, version = inputs.epoch(), inputs.version()
    say(f"Packing {tree.size(program) / 1e6:.0f} MB: .tar.xz and .deb …")
    name = f"ThuocSo-{version}-linux-x86_64"
    archive, package = out / f"{name}.tar.xz", out / f"thuocso_{version}_amd64.deb"
    with ThreadPoolExecutor(2) as both:  # packing is slow and runs beside Python
        packing = [
            both.submit(archives.write_tar_xz, archive, program, name + "/", epoch),
            both.submit(linux_deb.write, package, program, scratch / "deb", epoch),
        ]
    for one in packing:
        one.result()
    bill = out / f"ThuocSo-{version}-linux.cdx.json"
    shutil.copyfile(str(program / BILL), str(bill))
    return [archive, package, bill]


def collect(scratch):
    """The folder that travels, put together below `scratch`."""
    linux_python.prepare()
    machine.need("qxcb", venv=linux_python.VENV)  # what Qt needs of the system is looked at, and some of it travels
    work, program = scratch / "work", scratch / "thuocso"
    for folder in (work, program):
        shutil.rmtree(str(folder), ignore_errors=True)
    work.mkdir(parents=True)
    for name in GIVEN:
        shutil.copyfile(str(HERE / name), str(work / name))
    inputs.copy_sources(work / "sources")
    say("Collecting the modules and libraries (PyInstaller) …")
    command = [linux_python.PYTHON, "-I", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", work / "dist", "--workpath", work / "made", work / "thuocso.spec"]
    environment = dict(inputs.environment(), PYINSTALLER_CONFIG_DIR=str(work / "cache"))
    done = subprocess.run(
        [str(part) for part in command],
        env=environment,
        cwd=str(work),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise Stop(f"PyInstaller stopped:\n{machine.clean(done.stdout.decode('utf-8', 'replace'))}")
    (work / "dist" / "thuocso").rename(program)
    strip(program)
    unfold(program)
    parts = linux_parts.made_of(json.loads((work / "collected.json").read_text("utf-8")), work)
    licences.write(program / "licences", parts)
    sbom.write(program / BILL, SYSTEM, parts)
    shutil.copyfile(str(HERE / "DOC-TRUOC.txt"), str(program / "DOC-TRUOC.txt"))
    for path in tree.paths(program):
        path.chmod(archives.mode(path))
    return program


def unfold(program):
    """PySide's own modules as compiled files: it compiles them at every start otherwise."""
    target = program / "_internal" / "shiboken6" / "files.dir"
    code, output = machine.captured([linux_python.PYTHON, "-I", HERE / "unfold.py", target])
    if code:
        raise Stop(f"PySide does not hold its modules as it used to:\n{machine.clean(output)}")


def strip(program):
    """Take debuggers' tables out of what was built with them; Qt's modules and the rest come without."""
    inner = program / "_internal"
    patterns = ("libpython3*", "*.cpython-*.so", "_rust.abi3.so", "libpdfium.so", "libqpdf-*", "libicu*")
    for path in sorted({path for pattern in patterns for path in inner.rglob(pattern)}):
        code, output = machine.captured(["strip", "--strip-unneeded", path])
        if code:
            raise Stop(f"strip could not read {path.name}:\n{machine.clean(output)}")
