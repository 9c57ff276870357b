"""What a build starts from: the version, the moment the sources were last changed, the sources themselves."""

import json
import os
import re
import shutil
import time

import machine
from machine import ROOT, Stop

NAME = "thuocso"
SHIPPED = ("app", "ui", "resources")
# Of those folders: what draws pictures for the project's own pages, and what Qt's and Python's tools leave behind.
LEFT_OUT = ("__pycache__", "scenes", "*.ts", "*.pyc")


def version():
    text = (ROOT / "app" / "__init__.py").read_text("utf-8")
    return re.search(r'^VERSION = "([^"]+)"$', text, re.MULTILINE).group(1)


def epoch():
    """Seconds since 1970 that every file of a package carries: of SOURCE_DATE_EPOCH, else of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    code, output = machine.captured(["git", "log", "-1", "--format=%ct"])
    if code or not output.strip().isdigit():
        raise Stop("No commit tells the time of these sources: set SOURCE_DATE_EPOCH (seconds since 1970).")
    return int(output)


def environment():
    """The environment of every program a build starts: nothing of this machine's language, zone or chance."""
    kept = {name: value for name, value in machine.child_environment().items() if not name.startswith("LC_")}
    kept.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=str(epoch()))
    return kept


def copy_sources(folder):
    """The shipped folders of the checkout under `folder`, without what `LEFT_OUT` names, and what build this is."""
    for name in SHIPPED:
        shutil.copytree(str(ROOT / name), str(folder / name), ignore=shutil.ignore_patterns(*LEFT_OUT))
    write_build(folder / "resources")


def write_build(resources):
    """`build.json`, which the program's "About" reads: the day of the sources, and their commit where git tells it."""
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch()))
    code, commit = machine.captured(["git", "rev-parse", "--short=12", "HEAD"])
    told = {"built": day, "commit": "" if code else commit.strip()}
    (resources / "build.json").write_text(json.dumps(told) + "\n", "utf-8")
