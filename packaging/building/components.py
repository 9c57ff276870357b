"""What a package is made of and from whom: a name, a version, a licence and its texts."""

import email.parser
import re
import subprocess
from collections import namedtuple
from pathlib import Path

import machine
from machine import Stop

# Licence: an SPDX expression, or words where there is none. `texts`: {file name: bytes}. `purl`: its address among
# the packages of the world. `kind`: "library", "framework", "application" or "platform", as CycloneDX has them.
Component = namedtuple("Component", "name version licence purl texts kind", defaults=("library",))

KEPT = machine.ROOT / "packaging" / "licences"  # texts that their makers put into no package
TEXT = re.compile(r"(.*/)?(licen[cs]e|copying|notice|authors|copyright)[^/]*|licen[cs]es/.+", re.IGNORECASE)

ALIKE = {"shiboken6": "pyside6-essentials"}  # made, versioned and licensed together

# Words and classifiers of packages that give no SPDX expression.
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "PSFL": "PSF-2.0",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
}
# Packages whose own words are longer than a name.
KNOWN = {
    "peewee": "MIT",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyrage": "MIT",
    "reportlab": "BSD-3-Clause",
}


def of_distribution(folder):
    """The component that a `.dist-info` folder describes."""
    folder = Path(folder)
    with (folder / "METADATA").open(encoding="utf-8") as file:
        told = email.parser.HeaderParser().parse(file)
    name, version = told["Name"], told["Version"]
    key = re.sub(r"[-_.]+", "-", name).lower()
    words = told["License-Expression"] or KNOWN.get(key) or (told["License"] or "").split("\n")[0].strip()
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and TEXT.fullmatch(path.relative_to(folder).as_posix())
    }
    return Component(name, version, SPDX.get(words, words), f"pkg:pypi/{key}@{version}", texts or kept(key))


def kept(name):
    """Texts of a component whose package brings none, as they stand in packaging/licences."""
    folder = KEPT / ALIKE.get(name, name)
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*")) if path.is_file()}


def qt(version):
    """Qt itself, which the wheels of PySide6 carry, with the parts of others built into it."""
    return Component("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}", kept("qt"), "framework")


def debian(files):
    """One component for each Debian package that owns one of these files of the system."""
    found = {}
    for path in files:
        owner = _owner(path)
        if owner not in found:
            found[owner] = _of_debian(owner)
    return [found[owner] for owner in sorted(found)]


def _owner(path):
    """Debian tells a library's package by the place it was unpacked to, before or after /usr was merged."""
    real = str(Path(path).resolve())
    for name in (str(path), real, real.replace("/usr/lib/", "/lib/", 1), "/usr" + real):
        code, output = machine.captured(["dpkg-query", "--search", name])
        if code == 0:
            return output.splitlines()[0].partition(": ")[0]
    raise Stop(f"{path} goes into the package, and no Debian package says whose it is and under which licence.")


def _of_debian(owner):
    form = "${source:Package} ${source:Version} ${Version} ${Architecture}"
    told = subprocess.run(
        ["dpkg-query", "--show", f"--showformat={form}", owner], stdout=subprocess.PIPE, check=True
    ).stdout.decode()
    source, _source_version, version, architecture = told.split()
    name = owner.partition(":")[0]
    copyright_ = Path("/usr/share/doc", name, "copyright")
    texts = {"copyright": copyright_.read_bytes()} if copyright_.exists() else {}
    purl = f"pkg:deb/debian/{name}@{version}?arch={architecture}&upstream={source}"
    return Component(name, version, "see the text", purl, texts)
