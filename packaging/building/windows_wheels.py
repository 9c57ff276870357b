"""The Windows wheels of the locked requirements: chosen for Windows, fetched by digest, unpacked without running."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import machine

# What the lock holds for building alone.
NOT_SHIPPED = ("setuptools",)

# pip decides markers for the machine it runs on; its own reader of markers decides them for Windows here.
CHOOSE = """
import json, sys
from pip._vendor.packaging.markers import Marker
windows = json.loads(sys.argv[2])
with open(sys.argv[1], encoding="utf-8") as file:
    lines = file.read().replace("\\\\\\n", " ").splitlines()
for line in lines:
    head, *digests = line.partition("#")[0].split("--hash=")
    name, _semicolon, marker = head.partition(";")
    if name.strip() and (not marker.strip() or Marker(marker.strip()).evaluate(windows)):
        print(name.strip(), *("--hash=" + digest.strip() for digest in digests))
"""


def environment(version):
    """What markers see on the Windows this is built for."""
    return {
        "extra": "",
        "implementation_name": "cpython",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_system": "Windows",
        "python_full_version": version,
        "python_version": ".".join(version.split(".")[:2]),
        "sys_platform": "win32",
    }


def chosen(version, lock=machine.RUN_LOCK):
    """The lines of the lock that hold on Windows, without their markers."""
    command = [machine.PYTHON, "-I", "-c", CHOOSE, lock, json.dumps(environment(version))]
    code, output = machine.captured(command)
    if code:
        raise machine.Stop(f"The lock file could not be read:\n{machine.clean(output)}")
    return [line for line in output.splitlines() if line.split("==")[0] not in NOT_SHIPPED]


def fetch(version, downloads, chosen_lines=None):
    """Paths of the wheels of the lock (or of some of its lines), sorted; pip refuses what differs from it."""
    downloads = Path(downloads)
    downloads.mkdir(parents=True, exist_ok=True)
    wanted = downloads / "windows.lock"
    lines = "\n".join(chosen_lines or chosen(version)) + "\n"
    if not wanted.exists() or wanted.read_text("utf-8") != lines:
        for old in downloads.glob("*.whl"):
            old.unlink()
        command = [machine.PYTHON, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--require-hashes", "--only-binary", ":all:", "--platform", "win_amd64", "--implementation", "cp"]
        command += ["--python-version", ".".join(version.split(".")[:2]), "--dest", downloads, "-r"]
        passing = downloads / "windows.lock.part"
        passing.write_text(lines, "utf-8")
        code, output = machine.captured([*command, passing])
        if code:
            raise machine.Stop(f"The wheels for Windows could not be fetched:\n{machine.clean(output)}")
        passing.replace(wanted)
    wheels = sorted(downloads.glob("*.whl"))
    locked = set(re.findall(r"--hash=sha256:(\w+)", lines))
    found = {hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels}
    if len(wheels) != len(lines.splitlines()) or found - locked:
        raise machine.Stop(f"{downloads} does not hold the wheels of the lock: delete it and begin again.")
    return wheels


def members(wheel):
    """(place among the modules, bytes) of everything a wheel would install there."""
    with zipfile.ZipFile(str(wheel)) as archive:
        for name in sorted(archive.namelist()):
            first, _slash, rest = name.partition("/")
            if first.endswith(".data"):
                kind, _slash, name = rest.partition("/")
                if kind not in ("purelib", "platlib"):
                    continue
            if not name.endswith("/"):
                yield name, archive.read(archive.getinfo(f"{first}/{rest}" if rest else first))
