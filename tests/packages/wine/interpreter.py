"""The Python of the Windows package, made to run tests and small scripts: in a copy of the package, never in it.

The launcher is compiled once more to start `tests.py` instead of the program. `app` and what it needs come from the
package, pytest from the wheels for Windows that the developers' lock names, the tests from this checkout.
"""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from tests.packages.wine.building import ROOT, packaging
from tests.packages.wine.computer import HERE, Computer, compiled

NEEDED = ("colorama", "hypothesis", "iniconfig", "packaging", "pluggy", "pygments", "pytest", "sortedcontainers")
WHEELS = ROOT / "build" / "windows" / "wheels-of-tests"
SETTINGS = """\
[pytest]
addopts = --import-mode=importlib -p no:cacheprovider -m "not slow and not packages"
markers =
    slow: left out here
    packages: left out here
filterwarnings = error
"""
START = """\
import runpy, sys, _winapi
sys.frozen = "thuocso"
sys.dont_write_bytecode = True
sys.path += [{modules!r}, {checkout!r}]
if hasattr(_winapi, "CopyFile2"):
    del _winapi.CopyFile2  # wine 8 has the name and nothing behind it; the program never asks for it
if sys.argv[1] == "--helper":
    from app.cli.main import main
    sys.exit(main())
if sys.argv[1] == "-c":
    code, sys.argv[:3] = sys.argv[2], ["-c"]
    exec(compile(code, "-c", "exec"))
elif sys.argv[1].endswith(".py"):
    runpy.run_path(sys.argv.pop(1), run_name="__main__")
else:
    import pytest
    sys.exit(pytest.main(["-c", {settings!r}, "--rootdir", {checkout!r}, *sys.argv[1:]]))
"""


class Interpreter:
    """Stands beside the executables of `copy`, a copy of the portable folder `program` that is not portable."""

    def __init__(self, computer: Computer, program: Path, copy: Path) -> None:
        self._computer = computer
        shutil.copytree(program, copy, copy_function=os.link, ignore=shutil.ignore_patterns("thuocso-portable.txt"))
        self._python = packaging("building.windows_python")
        self.version: str = self._python.setting()["version"]
        modules, settings = computer.folder / "modules", computer.folder / "pytest.ini"
        for wheel in self._wheels():
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(modules)
        settings.write_text(SETTINGS, "utf-8")
        places = {"modules": modules, "checkout": ROOT, "settings": settings}
        text = START.format(**{name: computer.path(path) for name, path in places.items()})
        (copy / "runtime" / "tests.py").write_text(text, "utf-8")
        library = self._python.library(self.version)
        source = ROOT / "packaging" / "windows" / "launcher.c"
        defined = ("-DWINDOWED=0", f'-DPYTHON_DLL=L"{library}.dll"', '-DSTART=L"tests.py"')
        self.program = compiled(copy / "thuocso-tests.exe", source, "-municode", "-static", *defined)

    def _wheels(self) -> list[Path]:
        wheels, lock = packaging("building.windows_wheels"), packaging("machine").DEV_LOCK
        lines = [line for line in wheels.chosen(self.version, lock) if line.split("==")[0] in NEEDED]
        found: list[Path] = wheels.fetch(self.version, WHEELS, lines)
        return found

    def test(self, *arguments: str, timeout: float = 1_200) -> "subprocess.CompletedProcess[str]":
        """pytest with tests of this checkout, named from its root."""
        return self._computer.run(self.program, *arguments, timeout=timeout)

    def script(self, name: str, *arguments: str) -> Any:
        """What a script of this folder prints, one JSON value."""
        place = self._computer.folder / name
        shutil.copyfile(HERE / name, place)
        done = self._computer.run(self.program, self._computer.path(place), *arguments)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
