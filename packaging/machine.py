"""What a machine must hold before Thước Số runs on it: a Python, libraries, programs and `.venv`.

Standard library alone and Python 3.9, like `dev.py`, which is the way in. Nothing here asks a question: what
is missing is installed where that is allowed (root, apt), otherwise `Stop` names the exact line to type.
"""

import contextlib
import fcntl
import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "prepared.json"
RUN_LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"
BUILD_LOCK = ROOT / "packaging" / "requirements-build.lock"

VERSIONS = ("3.13", "3.12", "3.11")
MODULES = ("venv", "ensurepip", "ssl", "sqlite3", "zlib", "lzma", "ctypes")

# What Qt loads from the system, by the Debian package that holds it.
LIBRARIES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libX11-xcb": "libx11-xcb1",
    "libX11": "libx11-6",
    "libdbus-1": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libgcc_s": "libgcc-s1",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libstdc++": "libstdc++6",
    "libwayland-client": "libwayland-client0",
    "libwayland-cursor": "libwayland-cursor0",
    "libxcb": "libxcb1",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-render": "libxcb-render0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxkbcommon": "libxkbcommon0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
}

# The other programs a tier of tests checks against, by the Debian package that holds them.
TOOLS = {
    "quick": {
        "age": "age",
        "gcc": "build-essential",
        "openssl": "openssl",
        "pdfdetach": "poppler-utils",
        "pdfsig": "poppler-utils",
        "pdftoppm": "poppler-utils",
        "pdftotext": "poppler-utils",
        "softhsm2-util": "softhsm2",
        "unzip": "unzip",
        "zip": "zip",
    },
    "slow": {"soffice": "libreoffice-calc-nogui"},
    "packages": {
        "Xvfb": "xvfb",
        "desktop-file-validate": "desktop-file-utils",
        "gio": "libglib2.0-bin",
        "import": "imagemagick",
        "makensis": "nsis",
        "strace": "strace",
        "update-desktop-database": "desktop-file-utils",
        "update-mime-database": "shared-mime-info",
        "wine": "wine",
        "xdg-mime": "xdg-utils",
        "xdotool": "xdotool",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-posix",
    },
}


class Stop(Exception):
    """What is in the way, in words for the person at the keyboard."""


def say(text):
    print(text, flush=True)


def clean(output):
    """The last lines of another program's output, without addresses of servers."""
    output = re.sub(r"(?:https?|ftp|file)://\S+|host='[^']*'", "[server]", output)
    return "\n".join("    " + line for line in output.strip().splitlines()[-15:])


def child_environment():
    """The person's environment without what would bend our Python, with the folders that dpkg needs."""
    bent = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in os.environ.items() if name not in bent}
    kept["PATH"] = os.pathsep.join([kept.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
    return kept


def captured(command):
    """Exit code and joined output of a quick command; 127 where it cannot be started."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=child_environment(),
            cwd=str(ROOT),
        )
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout.decode("utf-8", "replace")


# --- what the system must hold ------------------------------------------------------------------------------


def install_packages(packages, purpose):
    """Install Debian packages where that is allowed, otherwise name the exact line to type."""
    packages = sorted(set(packages))
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    line = "sudo apt-get update && sudo " + " ".join(install)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Stop(f"{purpose} needs {', '.join(packages)}. Type this, then the same command again:\n  {line}")
    say(f"{purpose} needs {', '.join(packages)}: installing with apt …")
    unattended(["apt-get", "update"])  # without a network the lists already here may still do
    unattended(["dpkg", "--configure", "-a"])  # what an interrupted installation left
    code, output = unattended([*install[:1], "-o", "DPkg::Lock::Timeout=300", *install[1:]])
    if code:
        raise Stop(f"apt could not install {', '.join(packages)}:\n{clean(output)}\nThe line was:\n  {line}")


def unattended(command):
    """Run a command of apt that asks nothing and that Ctrl-C here does not cut in half."""
    environment = dict(child_environment(), DEBIAN_FRONTEND="noninteractive", LC_ALL="C.UTF-8")
    with tempfile.TemporaryFile() as log:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True
        )
        log.seek(0)
        return done.returncode, log.read().decode("utf-8", "replace")


def missing_tools(tiers):
    return {tool: package for tier in tiers for tool, package in TOOLS[tier].items() if not shutil.which(tool)}


def missing_libraries(platform, venv=VENV):
    """System libraries that Qt with this platform plugin would look for in vain, with their packages."""
    (qt,) = venv.glob("lib/python3.*/site-packages/PySide6")
    wanted = [qt / "Qt/plugins/platforms" / f"lib{platform}.so"]
    wanted += [qt / f"{module}.abi3.so" for module in ("QtWidgets", "QtPrintSupport", "QtSvgWidgets")]
    _code, output = captured(["ldd", *wanted])
    missing = re.findall(r"(\S+) => not found", output)
    return {name: LIBRARIES.get(name.split(".so")[0]) for name in missing}


def need(platform, *tiers, venv=VENV):
    """See to it that Qt starts on this platform plugin and that the programs of these tiers are there."""

    def missing():
        return {**missing_libraries(platform, venv), **missing_tools(tiers)}

    install_packages([package for package in missing().values() if package], "This command")
    if missing():
        raise Stop(f"This system lacks {', '.join(sorted(missing()))}, and no package is known to bring it.")


# --- a Python for the product -------------------------------------------------------------------------------

PROBE = f"""
import importlib, json, sys
missing = []
for name in {MODULES!r}:
    try:
        importlib.import_module(name)
    except ImportError:
        missing.append(name)
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps([base, "%d.%d" % sys.version_info[:2], missing]))
"""


def candidates():
    """Where a Python may stand: this one, the search path, pyenv's and uv's own folders."""
    yield sys.executable
    names = [f"python{version}" for version in VERSIONS] + ["python3", "python"]
    for folder in [*os.environ.get("PATH", os.defpath).split(os.pathsep), "/usr/bin", "/usr/local/bin"]:
        for name in names:
            yield os.path.join(folder, name)
    home = Path(os.path.expanduser("~"))
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv") / "versions"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    managed = Path(os.environ.get("UV_PYTHON_INSTALL_DIR") or data / "uv" / "python")
    for version in VERSIONS:
        for folder in (pyenv, managed):
            pattern = os.path.join(glob.escape(str(folder)), "*", "bin", f"python{version}")
            yield from sorted(glob.glob(pattern), reverse=True)


def probe(candidate):
    """[real path, version, missing modules] of an interpreter; None for a shim that refuses to start one."""
    if not candidate or not os.access(candidate, os.X_OK) or os.path.isdir(candidate):
        return None
    code, output = captured([candidate, "-I", "-c", PROBE])
    try:
        return json.loads(output) if code == 0 else None
    except ValueError:
        return None


def search_python():
    """A Python that can carry the product, and those of a right version that lack a part."""
    lacking = []
    for candidate in dict.fromkeys(candidates()):
        found = probe(candidate)
        if found and found[1] in VERSIONS:
            if not found[2]:
                return found[0], []
            if found not in lacking:
                lacking.append(found)
    return None, lacking


def find_python():
    python, lacking = search_python()
    if python:
        return python
    bare = [version for base, version, _missing in lacking if base.startswith("/usr/bin/")]
    packages = [f"python{bare[0]}-venv"] if bare else ["python3", "python3-venv"]
    install_packages(packages, "Python 3.11, 3.12 or 3.13 with its venv")
    python, lacking = search_python()
    if python:
        return python
    passed_over = "".join(f"\n  {base} lacks {', '.join(missing)}" for base, _version, missing in lacking)
    raise Stop(
        "No Python 3.11, 3.12 or 3.13 was found here. Debian 12, Debian 13 and Ubuntu 24.04 bring one;"
        f" elsewhere install one (such as: pyenv install 3.12), then begin again.{passed_over}"
    )


# --- the environment ----------------------------------------------------------------------------------------


@contextlib.contextmanager
def alone():
    """One dev.py at a time prepares this checkout; the system lets go of the lock however it ends."""
    handle = os.open(str(ROOT), os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another dev.py is preparing this folder: waiting for it …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def wanted_state(dev):
    def digest(path):
        return hashlib.sha256(path.read_bytes()).hexdigest()

    return {
        "root": str(ROOT),
        "run": digest(RUN_LOCK),
        "dev": digest(DEV_LOCK) if dev else None,
        "project": digest(ROOT / "pyproject.toml"),
    }


def present_state():
    """What the last finished preparation left, or nothing where it was interrupted or its Python has gone."""
    try:
        return json.loads(STAMP.read_text("utf-8")) if PYTHON.exists() else {}
    except (OSError, ValueError):
        return {}


def prepare(dev):
    """Bring `.venv` to the state of the lock files; without the stamp, written last, everything is redone."""
    with alone():
        wanted, present = wanted_state(dev), present_state()
        if not dev and present.get("dev") == wanted_state(True)["dev"]:
            wanted["dev"] = present["dev"]  # a testing environment runs the product too
        if present == wanted:
            return
        with contextlib.suppress(FileNotFoundError):
            STAMP.unlink()
        keeps = all(present.get(part) == wanted[part] for part in ("root", "run"))
        if not keeps or present["dev"] not in (None, wanted["dev"]):
            create_venv()
            install_lock(DEV_LOCK if dev else RUN_LOCK)
        elif present["dev"] != wanted["dev"]:
            install_lock(DEV_LOCK)
        install_project()
        fresh = STAMP.with_suffix(".part")
        fresh.write_text(json.dumps(wanted, indent=2), "utf-8")
        fresh.replace(STAMP)
        say("Ready.")


def create_venv():
    python = find_python()
    say("Preparing .venv (about 330 MB; a minute or two the first time) …")
    if VENV.exists():
        shutil.rmtree(str(VENV))
    code, output = captured([python, "-m", "venv", VENV])
    if code:
        raise Stop(f"Python could not make a virtual environment:\n{clean(output)}")


def install_lock(lock, python=PYTHON):
    """Install exactly the wheels of a lock file, by digest, telling how far it is."""
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps"]
    command += ["--require-hashes", "--only-binary", ":all:", "--progress-bar", "off", "-r", lock]
    started = told = time.monotonic()
    lines, packages, terminal = [], 0, sys.stdout.isatty()
    with subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=child_environment(),
        cwd=str(ROOT),
    ) as pip:
        for raw in pip.stdout:
            lines.append(raw.decode("utf-8", "replace"))
            packages += lines[-1].startswith("Collecting ")
            if terminal:
                print(f"\r  {packages} packages fetched …", end="", flush=True)
            elif time.monotonic() - told > 10:
                told = time.monotonic()
                say(f"  {packages} packages fetched …")
    if terminal:
        print("\r", end="")
    if pip.returncode:
        raise Stop(
            f"The packages of {lock.name} could not be installed; nothing else was changed. Look at the"
            f" network and the free space, then type the same command again:\n{clean(''.join(lines))}"
        )
    say(f"  {packages} packages of {lock.name} installed in {time.monotonic() - started:.0f} s")


def install_project():
    """Make `app` and `ui` importable from where they lie, with their two commands; fetches nothing."""
    flags = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index"]
    code, output = captured([PYTHON, "-m", "pip", "install", *flags, "--editable", ROOT])
    if code:
        raise Stop(f"The project itself could not be installed:\n{clean(output)}")


def carried_out(options, again):
    """The exit code of `options.function`; what stops it is said in one line, without a traceback.

    `again` says what the same command does after an interruption.
    """
    try:
        return 1 if options.function(options) is False else 0
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1
    except OSError as error:  # a full disk, a folder that cannot be written
        print(f"Stopped: {error.strerror or error} ({error.filename or ROOT}).", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped. The same command {again}.", file=sys.stderr)
        return 130
