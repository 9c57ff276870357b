"""Keeps resources/i18n true to the source: extracts strings, checks them, makes the .qm files.

    python packaging/translations.py           after a change of words; then fill vi.ts and run it again
    python packaging/translations.py --fill FILE.json      {"English": "tiếng Việt"} into the open entries of vi.ts
    python packaging/translations.py --check   in CI: fails on a difference, a gap, a lost placeholder, an old .qm

vi.ts holds everything, en.ts only the plurals ("1 file", "2 files"), qtbase_vi.ts Qt's own texts, written by hand.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
NAMES = ("vi", "en", "qtbase_vi")
_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
_OPTIONS = ("-extensions", "py", "-no-obsolete", "-locations", "none")


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: it comes with PySide6-Essentials")
    return found


def extract(folder: Path) -> None:
    """Bring vi.ts and en.ts in `folder` up to the strings that stand in ui/."""
    for name, more in (("vi", ()), ("en", ("-pluralonly",))):
        more = (*more, "-source-language", "en", "-target-language", name)
        command = [_tool("pyside6-lupdate"), *_OPTIONS, *more, "ui", "-ts", str(folder / f"{name}.ts")]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def release(folder: Path) -> None:
    """Make the .qm files; fails while a string is unfinished."""
    for name in NAMES:
        source, target = folder / f"{name}.ts", folder / f"{name}.qm"
        command = [
            _tool("pyside6-lrelease"),
            "-silent",
            "-fail-on-unfinished",
            str(source),
            "-qm",
            str(target),
        ]
        subprocess.run(command, check=True)


def fill(words: dict[str, str]) -> None:
    """Put translations into the unfinished entries of vi.ts whose source they name."""
    path = FOLDER / "vi.ts"
    tree = ET.fromstring(path.read_text("utf-8"))
    for message in tree.iter("message"):
        target, source = message.find("translation"), message.findtext("source", "")
        if target is not None and target.get("type") == "unfinished" and source in words:
            del target.attrib["type"]
            place = next(target.iter("numerusform"), target)
            place.text = words[source]
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ET.tostring(tree, encoding="unicode") + "\n", encoding="utf-8")


def complaints(name: str, text: str) -> list[str]:
    """What is wrong with a catalogue: unfinished strings, placeholders lost or invented."""
    found = []
    for context in ET.fromstring(text).iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            target = message.find("translation")
            forms = [] if target is None else [form.text or "" for form in target.iter("numerusform")]
            for form in forms or [(target.text if target is not None else "") or ""]:
                place = f"{name}.ts, {context.findtext('name')}: {source!r}"
                if not form:
                    found.append(f"{place} has no translation")
                elif _lost(source, form, bool(forms)):
                    found.append(f"{place}: placeholders differ in {form!r}")
            if target is not None and target.get("type") == "unfinished":
                found.append(f"{name}.ts: {source!r} is unfinished")
    return sorted(set(found))


def _lost(source: str, form: str, is_plural: bool) -> bool:
    wanted, there = sorted(_PLACEHOLDER.findall(source)), sorted(_PLACEHOLDER.findall(form))
    # "one file" needs no number
    return wanted != there and not (is_plural and [p for p in wanted if p != "%n"] == there)


def check() -> list[str]:
    """Everything CI complains of."""
    found = [each for name in NAMES for each in complaints(name, (FOLDER / f"{name}.ts").read_text("utf-8"))]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in NAMES:
            shutil.copy(FOLDER / f"{name}.ts", folder)
        extract(folder)
        for name in NAMES:
            if (folder / f"{name}.ts").read_bytes() != (FOLDER / f"{name}.ts").read_bytes():
                found.append(f"{name}.ts is not what stands in the source: run packaging/translations.py")
        if not found:
            release(folder)
            for name in NAMES:
                kept = FOLDER / f"{name}.qm"
                if not kept.exists() or kept.read_bytes() != (folder / f"{name}.qm").read_bytes():
                    found.append(f"{name}.qm is not made from {name}.ts: run packaging/translations.py")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--fill", type=Path)
    given = parser.parse_args()
    if given.check:
        found = check()
    else:
        extract(FOLDER)
        if given.fill:
            fill(json.loads(given.fill.read_text("utf-8")))
            extract(FOLDER)  # in the tool's own writing
        found = [each for name in NAMES for each in complaints(name, (FOLDER / f"{name}.ts").read_text("utf-8"))]
        if not found:
            release(FOLDER)
    for each in found:
        print(each, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
