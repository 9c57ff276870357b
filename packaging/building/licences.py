"""The licence texts that travel with a package; one that is missing stops the build."""

import re

from machine import ROOT, Stop

from building import inputs
from building.components import KEPT

OURS = {"thuoc-so.txt": ROOT / "LICENSE", "icons.txt": ROOT / "resources" / "icons" / "LICENSE.txt"}


def missing(components):
    return sorted(f"{it.name} {it.version}" for it in components if not any(it.texts.values()) or not it.licence)


def write(folder, components):
    """`folder`/README.txt and `folder`/NAME-VERSION/…: whose work is inside, and under which terms."""
    without = missing(components)
    if without:
        raise Stop(
            "No licence text is known for "
            + ", ".join(without)
            + ". Put what their makers publish into packaging/licences/NAME/, then build again."
        )
    folder.mkdir(parents=True)
    for name, path in _ours():
        (folder / name).write_bytes(path.read_bytes())
    for one in components:
        place = folder / place_of(one)
        for name, data in sorted(one.texts.items()):
            path = place / re.sub(r"^licen[cs]es/", "", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    (folder / "README.txt").write_text(_readme(components), "utf-8", newline="\n")


def place_of(component):
    return re.sub(r"[^A-Za-z0-9.+-]+", "-", f"{component.name}-{component.version}")


def _ours():
    yield from OURS.items()
    for path in sorted((ROOT / "resources" / "fonts").glob("*/OFL.txt")):
        yield f"font-{path.parent.name}.txt", path


def _readme(components):
    head = (KEPT / "README.txt").read_text("utf-8").format(version=inputs.version())
    lines = [f"{one.name} {one.version}: {one.licence} ({place_of(one)})" for one in components]
    return head + "\n" + "\n".join(lines) + "\n"
