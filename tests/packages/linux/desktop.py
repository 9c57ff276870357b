"""A screen of its own and an environment with nothing in it, as `env -i` gives."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageGrab

from tests.packages.linux.building import unpacked


@contextmanager
def screen(size: str = "1366x768") -> Iterator[str]:
    """The name of a display that nobody else uses."""
    told, telling = os.pipe()
    command = ["Xvfb", "-displayfd", str(telling), "-screen", "0", f"{size}x24", "-dpi", "96", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[telling], stderr=subprocess.DEVNULL) as server:
        os.close(telling)
        with os.fdopen(told) as answer:
            name = f":{answer.readline().strip()}"
        try:
            yield name
        finally:
            server.terminate()


def picture(display: str) -> Image.Image:
    return ImageGrab.grab(xdisplay=display).convert("RGB")


def bare(home: Path, **more: str) -> dict[str, str]:
    """What `env -i` leaves, with a home that is not the tester's."""
    home.mkdir(parents=True, exist_ok=True)
    return {"HOME": str(home), **more}


def shell(home: Path, *arguments: str | Path, before: Sequence[str] = (), **more: Any) -> Any:
    """A call of the packaged shell in an empty environment; `before` is put in front of the command."""
    environment = bare(home, **more.pop("environment", {}))
    command = [*before, unpacked() / "thuocso-cli", *arguments]
    return subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=False, **more)
