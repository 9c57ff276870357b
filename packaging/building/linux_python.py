"""The environment that the Linux package is collected from: a Python with a shared library, the locked wheels."""

import hashlib
import json
import shutil

import machine
from machine import ROOT, Stop, say

VENV = ROOT / "build" / "linux" / "venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "prepared.json"

SHARED = """
import os, sysconfig
print(os.path.exists(os.path.join(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))))
"""


def prepare():
    """Bring build/linux/venv to the state of the lock; what is there already stays."""
    if not (shutil.which("objdump") and shutil.which("strip")):
        machine.install_packages(["binutils"], "Building")
    python = find()
    wanted = {"python": python, "lock": hashlib.sha256(machine.BUILD_LOCK.read_bytes()).hexdigest()}
    if STAMP.exists() and json.loads(STAMP.read_text("utf-8")) == wanted:
        return
    say(f"Preparing {VENV.relative_to(ROOT)} from {machine.BUILD_LOCK.name} …")
    if VENV.exists():
        shutil.rmtree(str(VENV))
    code, output = machine.captured([python, "-m", "venv", VENV])
    if code:
        raise Stop(f"Python could not make a virtual environment:\n{machine.clean(output)}")
    machine.install_lock(machine.BUILD_LOCK, PYTHON)
    STAMP.write_text(json.dumps(wanted), "utf-8")


def find():
    """The newest Python of this machine that the product runs on and that has a shared library to travel."""
    best = {}
    for candidate in dict.fromkeys(machine.candidates()):
        found = machine.probe(candidate)
        if found and found[1] in machine.VERSIONS and not found[2] and found[1] not in best and _is_shared(found[0]):
            best[found[1]] = found[0]
    for version in machine.VERSIONS:
        if version in best:
            return best[version]
    python = machine.find_python()
    version = machine.probe(python)[1]
    for package in (f"libpython{version}t64", f"libpython{version}"):
        if machine.captured(["apt-cache", "show", package])[0] == 0:
            machine.install_packages([package], "Building")
            break
    if not _is_shared(python):
        raise Stop(f"{python} has no shared library, which a package needs; install Python of Debian or Ubuntu.")
    return python


def _is_shared(python):
    return machine.captured([python, "-I", "-c", SHARED])[1].strip() == "True"


def site_packages():
    (folder,) = VENV.glob("lib/python3.*/site-packages")
    return folder.resolve()


FACTS = """
import json, platform, sys, sysconfig
from cryptography.hazmat.backends.openssl import backend
openssl = backend.openssl_version_text().split()[1]
told = dict(base=sys.base_prefix, openssl=openssl, stdlib=sysconfig.get_path("stdlib"))
print(json.dumps(dict(told, version=platform.python_version())))
"""


def facts():
    """{"base", "stdlib", "version", "openssl"} of the Python that travels."""
    return json.loads(machine.captured([PYTHON, "-I", "-c", FACTS])[1])
