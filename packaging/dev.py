#!/usr/bin/env python3
"""Runs, tests and measures Thước Số from its source, and locks what it is made of: the one way in.

Runs on any python3 from 3.9 with the standard library alone; `machine.py` finds a Python that the product can
use and builds `.venv` from the lock files beside this one. Made for Debian 12, Debian 13 and Ubuntu 24.04.
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import machine
from machine import PYTHON, ROOT, VENV, Stop, say

BUILD_BACKEND = "setuptools>=77"
RESOLVER = "uv==0.13.9"
RESOLVER_FLAGS = """
    --universal --upgrade --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --quiet
"""


MEMORY = "/dev/shm"  # Linux keeps what lies here in memory
MEMORY_ROOM = 2 << 30  # bytes: several times what tests keep there at once


def become(command):
    """Hand this process over, so that signals and the exit code are the program's own."""
    sys.stdout.flush()
    os.execve(str(command[0]), [str(part) for part in command], machine.child_environment())


def run(options):
    machine.prepare(dev=False)
    if os.environ.get("DISPLAY"):
        machine.need("qxcb")
    elif os.environ.get("WAYLAND_DISPLAY"):
        machine.need("qwayland")
    else:
        out = tempfile.mkdtemp(prefix="thuocso-demo-")
        say(f"There is no display here, so no window can open: the demonstration runs in the shell, into {out}.")
        become([VENV / "bin" / "thuocso-cli", "demo", "--out", Path(out, "demo")])
    become([VENV / "bin" / "thuocso", *options.arguments])


def static_checks():
    """Everything that reads the source without running it: name and command."""
    module = [PYTHON, "-m"]
    checks = {
        "ruff check": [*module, "ruff", "check", "--quiet"],
        "ruff format": [*module, "ruff", "format", "--check", "--quiet"],
        "mypy": [*module, "mypy", "--no-error-summary"],
        "import-linter": [VENV / "bin" / "lint-imports"],
    }
    translations = ROOT / "packaging" / "translations.py"
    if translations.exists():
        checks["translations"] = [PYTHON, translations, "--check"]
    return checks


@contextlib.contextmanager
def quick_folder():
    """Where tests write: in memory where that has room, as the database waits for the disk after every change."""
    try:
        has_room = shutil.disk_usage(MEMORY).free >= MEMORY_ROOM and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    except OSError:
        has_room = False
    with tempfile.TemporaryDirectory(prefix="ts-", dir=MEMORY if has_room else None) as folder:
        yield folder


def passes(name, command, show, **environment):
    """Run one check, tell how it ended and how long it took; `show` lets its output through as it comes."""
    started = time.monotonic()
    if show:
        sys.stdout.flush()
        environment = dict(machine.child_environment(), **environment)
        code = subprocess.call([str(part) for part in command], env=environment, cwd=str(ROOT))
        output = ""
    else:
        code, output = machine.captured(command)
    say(f"{'ok    ' if code == 0 else 'FAILED'} {name:<14} {time.monotonic() - started:6.1f} s")
    if code:
        say(output.rstrip())
    return code == 0


def test(options):
    tier = "slow" if options.slow else "packages" if options.packages else "quick"
    machine.prepare(dev=True)
    machine.need("qoffscreen", "quick", tier)
    pytest = [PYTHON, "-m", "pytest", "-q"]
    if tier != "quick":
        patient = ["--hypothesis-profile=search", "-o", "faulthandler_timeout=3600"]  # a package takes minutes to build
        return passes(f"pytest {tier}", [*pytest, "-m", tier, *patient], show=True)
    read = [passes(name, command, show=False) for name, command in static_checks().items()]
    if not all(read):
        return False
    # a module stays whole, so what its tests share is made once; in their order, so that no long one comes last
    parallel = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "-o", "tmp_path_retention_policy=failed"]
    with quick_folder() as folder:
        # with its bytecode kept, each of the many processes the tests start reads the source no more
        return passes("pytest", [*pytest, *parallel], show=True, TMPDIR=folder, PYTHONDONTWRITEBYTECODE="")


def bench(_options):
    machine.prepare(dev=True)
    machine.need("qoffscreen", "quick")
    scripts = sorted((ROOT / "tests" / "benchmarks").glob("[!_]*.py"))
    if not scripts:
        raise Stop("tests/benchmarks holds no script.")
    ran = [passes(script.stem, [PYTHON, "-m", f"tests.benchmarks.{script.stem}"], show=True) for script in scripts]
    return all(ran)


def fuzz(options):
    """Runs at low priority: it takes what time is left."""
    machine.prepare(dev=True)
    machine.need("quick")
    os.nice(19)
    script = ROOT / "packaging" / "fuzz.py"
    become([PYTHON, script, "--minutes", options.minutes, *(["--seed", options.seed] if options.seed else [])])


def lock(_options):
    """Resolve the three lock files anew, for Linux and Windows and every supported Python."""
    with tempfile.TemporaryDirectory() as scratch:
        say("Fetching the resolver …")
        python = Path(scratch, "venv", "bin", "python")
        backend = Path(scratch, "build.in")
        backend.write_text(BUILD_BACKEND + "\n", "utf-8")
        resolve = [python.with_name("uv"), "pip", "compile", "pyproject.toml", backend, "--python", python]
        resolve += ["--python-version", machine.VERSIONS[-1], *RESOLVER_FLAGS.split()]
        resolve += ["--custom-compile-command", "python3 packaging/dev.py lock"]
        narrow = ["--constraint", machine.RUN_LOCK]
        for command in (
            [machine.find_python(), "-m", "venv", python.parent.parent],
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", RESOLVER],
            [*resolve, "--output-file", machine.RUN_LOCK],
            [*resolve, *narrow, "--extra", "dev", "--output-file", machine.DEV_LOCK],
            [*resolve, *narrow, "--extra", "build", "--output-file", machine.BUILD_LOCK],
        ):
            code, output = machine.captured(command)
            if code:
                raise Stop(f"The lock files could not be made anew:\n{machine.clean(output)}")
    say("The lock files are written anew; the next run or test installs them.")


def parse(arguments):
    parser = argparse.ArgumentParser(prog="dev.py", description="Runs, tests and measures the program.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(function, summary):
        added = commands.add_parser(function.__name__, help=summary, description=summary)
        added.set_defaults(function=function)
        return added

    running = command(run, "prepare everything and open the window")
    running.add_argument("arguments", nargs=argparse.REMAINDER, help="handed to the window, such as a file")
    testing = command(test, "check the source and run the quick tests, within ten minutes")
    tiers = testing.add_mutually_exclusive_group()
    tiers.add_argument("--slow", action="store_true", help="faults, fuzz, whole campaigns, LibreOffice")
    tiers.add_argument("--packages", action="store_true", help="build the packages and try them")
    command(bench, "run the benchmarks and print their ratios")
    fuzzing = command(fuzz, "read mutants of sound bundles and print how each kind ended")
    fuzzing.add_argument("--minutes", type=float, default=10, help="how long (10)")
    fuzzing.add_argument("--seed", type=int, help="the same seed makes the same mutants")
    command(lock, "resolve the lock files anew")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(machine.carried_out(parse(sys.argv[1:]), "goes on from here"))
