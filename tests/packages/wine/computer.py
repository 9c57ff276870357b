"""One wine prefix with a Vietnamese person in it, the libraries wine 8 lacks, and ways to run what is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

HERE = Path(__file__).resolve().parent
PERSON = "Nguyễn Thị Hồng"
LACKING = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",), "mscms": ()}
"""Libraries of Windows that wine 8 has not or not whole, with what each is linked to."""
MINGW = "x86_64-w64-mingw32-gcc"
NT = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"
HARD, STICK, SHARE, DISC = "hd", "floppy", "network", "cdrom"
"""Kinds of drives as wine's registry has them (HKLM\\Software\\Wine\\Drives)."""


class Computer:
    """Everything below `folder`; nothing of the machine's own wine is touched. Its screen is the X server `display`."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder, self.screen = folder, display
        self.drive = folder / "prefix" / "drive_c"
        self._stubs = folder / "stubs"
        self._awake: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True)
        self._stubs.mkdir()
        for name, linked in LACKING.items():
            compiled(self._stubs / f"{name}.dll", HERE / f"{name}.c", "-shared", *linked)
        compiled(self._stubs / "press.exe", HERE / "press.c")
        self._call(["wineboot", "--init"])
        self.pretend("win10")
        for name in ("icuuc", "bcryptprimitives"):
            shutil.copy(self._stubs / f"{name}.dll", self.drive / "windows" / "system32")

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA%."""
        return self.drive / "users" / PERSON / "AppData" / "Local"

    @property
    def installed(self) -> Path:
        return self.local / "Programs" / "ThuocSo"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        overrides = "mscoree,mshtml=;mscms=n,b"
        ours = {"USER": PERSON, "WINEPREFIX": str(self.folder / "prefix"), "WINEDLLOVERRIDES": overrides}
        return {**kept, **ours, "DISPLAY": self.screen, "WINEDEBUG": "-all", "LC_ALL": "C.UTF-8"}

    def path(self, here: Path) -> str:
        """How Windows names a path of this machine."""
        if here.is_relative_to(self.drive):
            return "C:\\" + str(here.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(here).replace("/", "\\")

    def pretend(self, version: str) -> None:
        """Be another Windows: "win7", "win81", "win10", or a build of Windows 10 by its number."""
        self._call(["winecfg", "-v", "win10" if version.isdigit() else version])
        if version.isdigit():
            for name in ("CurrentBuild", "CurrentBuildNumber"):
                self._call(["wine", "reg", "add", NT, "/v", name, "/d", version, "/f"])

    def run(
        self, program: Path | str, *arguments: str, timeout: float = 300, given: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Run to its end, with pipes: a console program of wine can't write into a file of this machine.

        What it leaves running, such as wine's own services, may keep the pipes: nobody waits for their end.
        """
        self.stay_awake()
        command = ["wine", str(program), *arguments]
        environment = {**self.environment, **(given or {})}
        nothing, pipe = subprocess.DEVNULL, subprocess.PIPE
        with subprocess.Popen(command, stdin=nothing, stdout=pipe, stderr=pipe, env=environment) as process:
            told = [_Told(process.stdout), _Told(process.stderr)]
            try:
                code = process.wait(timeout)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
            return subprocess.CompletedProcess(command, code, *(one.text() for one in told))

    def settle(self) -> None:
        """Wait until every program here has ended."""
        self._fall_asleep()
        self._call(["wineserver", "--wait"])

    def end(self) -> None:
        self._fall_asleep()
        self._call(["wineserver", "--kill"], check=False)

    def stay_awake(self) -> None:
        """One program that waits keeps the computer on: starting it anew costs more than most of what is run here.

        And wine's services are then children of that program, not of one whose pipes are waited for.
        """
        if self._awake is None:
            nothing = subprocess.DEVNULL
            self._awake = subprocess.Popen(
                ["wine", "cmd"], stdin=subprocess.PIPE, stdout=nothing, stderr=nothing, env=self.environment
            )
            self._call(["wine", "cmd", "/c", "ver"])  # waits until it is on

    def _fall_asleep(self) -> None:
        if self._awake is not None:
            self._awake.communicate()
            self._awake = None

    def plug(self, **drives: tuple[Path, str]) -> None:
        """Make folders of this machine drives: their letters, and of what kind they are."""
        self.settle()  # wine reads the kinds of drives when it starts
        lines = ["REGEDIT4", "", r"[HKEY_LOCAL_MACHINE\Software\Wine\Drives]"]
        for letter, (folder, kind) in drives.items():
            link = self.drive.parent / "dosdevices" / f"{letter}:"
            link.unlink(missing_ok=True)
            link.symlink_to(folder)
            lines.append(f'"{letter}:"="{kind}"')
        told = self.folder / "drives.reg"
        told.write_text("\r\n".join([*lines, ""]), "ascii", newline="")
        self._call(["wine", "regedit", "/S", self.path(told)])
        self.settle()

    def make_runnable(self, program: Path) -> None:
        """What the window of a copy needs under wine; the packages hold nothing of it."""
        shutil.copy(self._stubs / "mscms.dll", program)

    def registry(self, key: str, value: str = "") -> str | None:
        """A value below HKEY_CURRENT_USER as it stands in the prefix's file, None where there is none."""
        self.settle()  # the server writes its file when it ends
        section = "[" + key.replace("\\", "\\\\") + "]"
        found = False
        for line in (self.folder / "prefix" / "user.reg").read_text("utf-8", "replace").splitlines():
            if line.startswith("["):
                found = line.startswith(section)
            elif found and line.startswith("@=" if not value else f'"{value}"='):
                return _unescaped(line.partition("=")[2])
        return None

    def show_own_kinds(self) -> None:
        """Show a person's own kinds of files among the machine's, as Windows does and wine 8 does not."""
        done = self.run("reg", "copy", r"HKCU\Software\Classes", r"HKLM\Software\Classes", "/s", "/f")
        assert done.returncode == 0, done.stdout

    @contextmanager
    def window(self, program: Path | str, *arguments: str) -> "Iterator[subprocess.Popen[bytes]]":
        """A program that stays open, closed at the end as a person would."""
        with subprocess.Popen(
            ["wine", str(program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        ) as process:
            try:
                yield process
            finally:
                self.run("taskkill", "/IM", str(program).replace("\\", "/").rpartition("/")[2])
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    self.end()

    def press(self, what: str, number: str, *, must: bool = True) -> None:
        """As a person in front of it: "button" of a dialog, or "key", by its number (winuser.h)."""
        done = self.run(self._stubs / "press.exe", what, number)
        assert done.returncode == 0 or not must, "no window is there"

    def read(self, mark: str) -> str:
        """What stands in the window in front, its title first, once `mark` is among it."""
        said = ""
        for _ in range(600):
            said = self.run(self._stubs / "press.exe", "read").stdout
            if mark in said:
                return said
        raise AssertionError(f"{mark!r} is not said, but {said!r}")

    def running(self, program: str) -> list[list[str]]:
        """The command lines of every process of this computer whose executable is called so."""
        found = []
        mark = f"WINEPREFIX={self.folder / 'prefix'}".encode()
        for process in Path("/proc").glob("[0-9]*"):
            try:
                words = (process / "cmdline").read_bytes().decode("utf-8", "replace").rstrip("\0").split("\0")
                is_ours = mark in (process / "environ").read_bytes().split(b"\0")
            except OSError:  # it has ended meanwhile
                continue
            if is_ours and words[0].replace("\\", "/").rpartition("/")[2].casefold() == program:
                found.append(words)
        return found

    def _call(self, command: Sequence[str], *, check: bool = True) -> None:
        nothing = subprocess.DEVNULL
        subprocess.run(
            command, stdin=nothing, stdout=nothing, stderr=nothing, env=self.environment, timeout=300, check=check
        )


class _Told:
    """What comes out of a pipe, read on a thread of its own."""

    def __init__(self, pipe: IO[bytes] | None) -> None:
        assert pipe is not None
        self._pieces: list[bytes] = []
        self._number = os.dup(pipe.fileno())
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while piece := os.read(self._number, 1 << 16):
            self._pieces.append(piece)

    def text(self) -> str:
        """All there is, once its writer has ended."""
        self._thread.join(3)
        return b"".join(self._pieces).decode("utf-8", "replace").replace("\r\n", "\n")


def compiled(made: Path, source: Path, *options: str) -> Path:
    """A library or program for Windows of one file of C; sources come before the libraries they need."""
    subprocess.run([MINGW, "-O1", "-o", made, source, *options], check=True, capture_output=True)
    return made


def _unescaped(text: str) -> str:
    """A value of wine's user.reg: letters beyond ASCII stand as \\xNNNN."""
    inner = text.strip().removeprefix('"').removesuffix('"')
    inner = re.sub(r"\\x([0-9a-f]{1,4})", lambda match: chr(int(match[1], 16)), inner)
    return inner.replace('\\"', '"').replace("\\\\", "\\")
