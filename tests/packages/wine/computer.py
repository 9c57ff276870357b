"""One wine prefix with a Vietnamese person in it, the libraries wine 8 lacks, and ways to run what is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
PERSON = "Nguyễn Thị Hồng"
LACKING = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",), "mscms": ()}
"""Libraries of Windows that wine 8 has not or not whole, with what each is linked to."""


class Computer:
    """Everything below `folder`; nothing of the machine's own wine is touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.drive = folder / "prefix" / "drive_c"
        self._stubs = folder / "stubs"
        folder.mkdir(parents=True)
        self._stubs.mkdir()
        for name, linked in LACKING.items():
            command = ["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", self._stubs / f"{name}.dll"]
            subprocess.run([*command, HERE / f"{name}.c", *linked], check=True, capture_output=True)
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
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "DISPLAY") if name in os.environ}
        overrides = "mscoree,mshtml=;mscms=n,b"
        ours = {"USER": PERSON, "WINEPREFIX": str(self.folder / "prefix"), "WINEDLLOVERRIDES": overrides}
        return {**kept, **ours, "WINEDEBUG": "-all", "LC_ALL": "C.UTF-8"}

    def path(self, here: Path) -> str:
        """How Windows names a path of this machine."""
        if here.is_relative_to(self.drive):
            return "C:\\" + str(here.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(here).replace("/", "\\")

    def pretend(self, version: str) -> None:
        """Be another Windows: "win7", "win81", "win10"."""
        self._call(["winecfg", "-v", version])

    def run(
        self, program: Path | str, *arguments: str, timeout: float = 300, given: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Run to its end, with pipes: a console program of wine can't write into a file of this machine."""
        return subprocess.run(
            ["wine", str(program), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**self.environment, **(given or {})},
            timeout=timeout,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    def settle(self) -> None:
        """Wait until every program here has ended."""
        self._call(["wineserver", "--wait"])

    def end(self) -> None:
        self._call(["wineserver", "--kill"], check=False)

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

    @contextmanager
    def window(self, program: Path, *arguments: str, display: str) -> "Iterator[subprocess.Popen[bytes]]":
        """A program that stays open, closed at the end as a person would."""
        environment = {**self.environment, "DISPLAY": display}
        with subprocess.Popen(
            ["wine", str(program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        ) as process:
            try:
                yield process
            finally:
                self.run("taskkill", "/IM", program.name, given={"DISPLAY": display})
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    self.end()

    def _call(self, command: Sequence[str], *, check: bool = True) -> None:
        subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=self.environment, timeout=300, check=check
        )


def _unescaped(text: str) -> str:
    """A value of wine's user.reg: letters beyond ASCII stand as \\xNNNN."""
    inner = text.strip().removeprefix('"').removesuffix('"')
    inner = re.sub(r"\\x([0-9a-f]{1,4})", lambda match: chr(int(match[1], 16)), inner)
    return inner.replace('\\"', '"').replace("\\\\", "\\")
