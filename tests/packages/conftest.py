"""One Windows computer for all tests under wine, made when a test first asks for it."""

import os
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.packages.wine import building
from tests.packages.wine.computer import Computer
from tests.packages.wine.interpreter import Interpreter


@contextmanager
def shown_screen() -> Iterator[str]:
    """Of the size the product is made for; the name X knows it by."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    with shown_screen() as name:
        yield name


@pytest.fixture(scope="session")
def computer(screen: str) -> Iterator[Computer]:
    with TemporaryDirectory(prefix="thuocso-wine-") as folder:
        made = Computer(Path(folder) / "máy", screen)
        try:
            yield made
        finally:
            made.end()


@pytest.fixture(scope="session")
def carried(computer: Computer) -> Path:
    """The portable folder as it comes out of its zip, on the computer's own disk, able to open its window."""
    with zipfile.ZipFile(building.portable()) as archive:
        archive.extractall(computer.drive / "Tải về")
    (folder,) = (computer.drive / "Tải về").iterdir()
    computer.make_runnable(folder)
    return folder


@pytest.fixture(scope="session")
def interpreter(computer: Computer, carried: Path) -> Interpreter:
    """The package's own Python, ready for tests and scripts."""
    return Interpreter(computer, carried, computer.drive / "Thử nghiệm")
