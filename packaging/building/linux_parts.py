"""What the Linux package is made of, told by where each collected file came from."""

import re
from pathlib import Path

from machine import Stop

from building import components, linux_python


def made_of(collected, work):
    """Components of [[name in the package, where it came from, kind], …]: wheels, Python, Qt, this machine's libraries.

    `work` holds the program's own sources; PyInstaller tells of a compiled module only where it put it.
    """
    site, facts = linux_python.site_packages(), linux_python.facts()
    owners = _owners(site)
    base = Path(facts["base"])
    wheels = set(site.glob("pyinstaller-*.dist-info"))  # its starter is in both programs
    system = set()
    for name, source, _kind in collected:
        path = _source(name, source, (work, work / "sources", Path(facts["stdlib"]), site))
        if site in path.parents:
            wheels.add(_owner(path, site, owners))
        elif _is_system(path, base, facts):
            system.add(str(path))
        elif not {base, work} & {*path.parents, *path.resolve().parents}:  # Debian's /lib leads to /usr/lib
            raise Stop(f"{path} goes into the package, and nobody knows whose it is.")
    found = [components.of_distribution(folder) for folder in sorted(wheels)]
    qt = next(one.version for one in found if one.name.lower().startswith("pyside6"))
    inside = [components.qt(qt), _icu(collected), _openssl(facts, found)]
    return [*found, *inside, _python(facts), *components.debian(sorted(system))]


def _icu(collected):
    """The tables of all languages that Qt's wheel brings, known by the name of their file."""
    (version,) = {name.rpartition(".")[2] for name, _source, _kind in collected if "/libicudata.so." in name}
    texts = {name: text for name, text in components.kept("qt").items() if "icu" in name}
    return components.Component("ICU", version, "Unicode-3.0", f"pkg:generic/icu@{version}", texts)


def _openssl(facts, found):
    """OpenSSL once more: cryptography has its own inside."""
    (around,) = [one for one in found if one.name == "cryptography"]
    texts = {name: text for name, text in around.texts.items() if name.endswith("APACHE")}
    version = facts["openssl"]
    purl = f"pkg:generic/openssl@{version}"
    return components.Component("OpenSSL in cryptography", version, "Apache-2.0", purl, texts)


def _source(name, told, places):
    """The file that `name` was made from: of a module the one with its name in the first of `places` that has it."""
    if not name.endswith(".pyc"):
        path = Path(told)  # the environment may be a link to another checkout's
        return path.parent.resolve() / path.name if linux_python.VENV in path.parents else path
    for place in places:
        if (place / name[:-1]).exists():
            return place / name[:-1]
    raise Stop(f"{name} goes into the package, and nobody knows what it was compiled from.")


def _owners(site):
    """{file below site-packages: its .dist-info folder}, as the wheels themselves tell."""
    owners = {}
    for record in site.glob("*.dist-info/RECORD"):
        for line in record.read_text("utf-8").splitlines():
            owners[line.split(",")[0].strip('"')] = record.parent
    return owners


def _owner(path, site, owners):
    name = path.relative_to(site).as_posix()
    if name not in owners:
        raise Stop(f"{name} goes into the package, and no wheel says that it is its own.")
    return owners[name]


def _is_system(path, base, facts):
    """A library of the system beside Python; the system's own Python counts as Python."""
    if path.parts[1] not in ("lib", "lib64", "usr"):
        return False
    if base == Path("/usr"):
        return not (Path(facts["stdlib"]) in path.parents or re.match(r"libpython3", path.name))
    return base not in path.parents


def _python(facts):
    """Python with its own text, or Debian's where it is Debian's."""
    text = Path(facts["stdlib"], "LICENSE.txt")
    minor = ".".join(facts["version"].split(".")[:2])
    debian = Path(f"/usr/share/doc/python{minor}/copyright")
    found = next((path for path in (text, debian) if path.exists()), None)
    texts = {found.name: found.read_bytes()} if found else {}
    version = facts["version"]
    return components.Component("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts, "platform")
