"""The folder that is installed: two executables, and `runtime` with Python, the wheels and the program."""

import shutil
from pathlib import Path

import machine

from building import inputs, windows_python, windows_slim, windows_wheels

ROOT = machine.ROOT
STARTS = ("window", "shell")

# Runs in a Python of the version that travels, so that its modules need neither sources nor a clock.
COMPILE = """
import pathlib, py_compile, sys
root = pathlib.Path(sys.argv[1])
for source in sorted(root.rglob("*.py")):
    name = source.relative_to(root).as_posix()
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(source), str(source) + "c", name, doraise=True, optimize=0, invalidation_mode=mode)
    source.unlink()
"""


def runtime(target, version, python, wheels):
    """Fill `target`, which must not exist, with everything but the executables."""
    target = Path(target)
    library = windows_python.library(version)
    target.mkdir(parents=True)
    for name, data in python.items():
        if name not in windows_slim.PYTHON_DROPPED and not name.endswith("._pth"):
            (target / name).write_bytes(data)
    (target / f"{library}._pth").write_text(f"{library}.zip\n.\nlib\n", "ascii", newline="\r\n")
    modules = target / "lib"
    for wheel in wheels:
        _unpack(wheel, modules)
    inputs.copy_sources(modules)
    for name in STARTS:
        shutil.copyfile(str(ROOT / "packaging" / "windows" / f"{name}.py"), str(target / f"{name}.py"))
    compile_modules(target, version, python)


def _unpack(wheel, modules):
    for name, data in windows_wheels.members(wheel):
        if not windows_slim.is_kept(name):
            continue
        path = modules / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.read_bytes() != data:
            raise machine.Stop(f"Two wheels hold a file {name}, and they differ.")
        path.write_bytes(data)


def compile_modules(folder, version, python):
    """Turn every source below `folder` into bytecode that is trusted as it is; the sources leave."""
    scratch = folder.parent / "compile"
    shutil.rmtree(str(scratch), ignore_errors=True)
    scratch.mkdir()
    script = scratch / "compile.py"
    script.write_text(COMPILE, "utf-8")
    environment = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    code, output = _run([*_compiler(version, python, scratch), script, folder], environment)
    if code:
        raise machine.Stop(f"The modules could not be compiled:\n{machine.clean(output)}")
    shutil.rmtree(str(scratch))


def _run(command, environment):
    words = " ".join(f"{name}={value}" for name, value in environment.items()).split()
    return machine.captured(["env", *words, *command])


def _compiler(version, python, scratch):
    """A Python of the same minor version on this machine; where there is none, the one that travels, under wine."""
    minor = ".".join(version.split(".")[:2])
    for candidate in dict.fromkeys(machine.candidates()):
        found = machine.probe(candidate)
        if found and found[1] == minor:
            return [found[0], "-s", "-S"]
    machine.install_packages(["wine", "wine64"], "Compiling for Windows")
    for name, data in python.items():
        if not name.endswith("._pth"):
            (scratch / name).write_bytes(data)
    return ["env", f"WINEPREFIX={scratch / 'wine'}", "WINEDEBUG=-all", "wine", scratch / "python.exe", "-s", "-S"]
