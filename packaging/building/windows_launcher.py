"""`thuocso.exe` and `thuocso-cli.exe`: a few lines of C, compiled by mingw; no time and no path goes in."""

import shutil
from pathlib import Path

import machine

from building import windows_python

SOURCES = machine.ROOT / "packaging" / "windows"
MINGW = "x86_64-w64-mingw32-"

# Name of the executable, the module it starts, whether it has no console, and what Windows shows about it.
PROGRAMS = (
    ("thuocso.exe", "window", True, "Thước Số"),
    ("thuocso-cli.exe", "shell", False, "Thước Số (dòng lệnh)"),
)
_COMPILE = """
    -std=c11 -municode -Os -Wall -Wextra -Werror -static -s
    -Wl,--no-insert-timestamp -Wl,--major-subsystem-version=6 -Wl,--minor-subsystem-version=0
    -Wl,--nxcompat -Wl,--dynamicbase -Wl,--high-entropy-va
""".split()


def build(target, version, python_version, scratch):
    """Compile both into `target`; `scratch` is emptied."""
    scratch = Path(scratch)
    shutil.rmtree(str(scratch), ignore_errors=True)
    scratch.mkdir(parents=True)
    for name in ("launcher.c", "launcher.rc", "launcher.manifest", "thuocso.ico"):
        shutil.copyfile(str(SOURCES / name), str(scratch / name))
    for name, start, windowed, description in PROGRAMS:
        made = _resources(scratch, name, description, version)
        command = [MINGW + "gcc", *_COMPILE, "-mwindows" if windowed else "-mconsole", f"-DWINDOWED={int(windowed)}"]
        command += [f'-DPYTHON_DLL=L"{windows_python.library(python_version)}.dll"', f'-DSTART=L"{start}.pyc"']
        _done([*command, "launcher.c", made, "-o", name], scratch)
        shutil.copyfile(str(scratch / name), str(Path(target) / name))


def _resources(scratch, name, description, version):
    numbers = ",".join((version.split(".") + ["0"] * 4)[:4])
    text = (scratch / "launcher.rc").read_text("utf-8")
    filled = {"NUMBERS": numbers, "VERSION": version, "DESCRIPTION": description, "FILE": name}
    for word, value in filled.items():
        text = text.replace(f"@{word}@", value)
    source = scratch / (name + ".rc")
    source.write_text(text, "utf-8")
    made = name + ".o"
    _done([MINGW + "windres", "--codepage=65001", source.name, "-O", "coff", "-o", made], scratch)
    return made


def _done(command, folder):
    code, output = machine.captured(["env", "-C", folder, *command])
    if code:
        raise machine.Stop(f"{command[0]} failed:\n{machine.clean(output)}")
