"""Pictures of the Windows computer's screen."""

import os
import subprocess
from pathlib import Path

from PIL import Image

from tests.packages.wine.computer import Computer

LEAD = (0x0B, 0x5C, 0xAD)  # ui.tokens: the colour of the main action
PICTURES = "THUOCSO_PICTURES"
"""Names a folder where the pictures of windows are kept to be looked at."""
BUTTON = 2_000
"""Pixels of that colour a main button has at least; icons alone have fewer."""
FRAME = 20_000
"""Black pixels that may be left around a window that fills the screen: nothing but it is there."""
COLOURS = 128
_PAGE = (320, 100, 1366, 768)


def photographed(
    computer: Computer, name: str, folder: Path, *, after: Image.Image | None = None, fills: bool = True, least: int = 1
) -> Image.Image:
    """The whole screen, once `least` pixels are in the program's colour, it differs from `after`, and it stays so.

    `fills`: a window is waited for that fills the screen, not a dialog alone.
    """
    path = _place(name, folder)
    before = None if after is None else after.tobytes()
    last = b""
    for _ in range(240):
        found = _screen(computer, path)
        colours = {colour: count for count, colour in found.crop(_PAGE).getcolors(2**24)}
        is_filled = colours.get((0, 0, 0), 0) < FRAME or not fills
        if is_filled and colours.get(LEAD, 0) >= least and found.tobytes() == last != before:
            return found
        last = found.tobytes()
    raise AssertionError(f"{name}: no window came")


def pictured(computer: Computer, name: str, folder: Path, *, stands: bool = True) -> None:
    """The one dialog on an empty screen, in as few colours as the pictures of README.md have; `stands`: at rest."""
    path = _place(name, folder)
    last = b""
    for _ in range(240):
        found = _screen(computer, path)
        if (box := found.getbbox()) and (not stands or found.tobytes() == last):
            found.crop(box).quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
            return
        last = found.tobytes()
    raise AssertionError(f"{name}: no dialog came")


def _place(name: str, folder: Path) -> Path:
    return Path(os.environ.get(PICTURES) or folder) / f"{name}.png"


def _screen(computer: Computer, path: Path) -> Image.Image:
    subprocess.run(["import", "-display", computer.screen, "-window", "root", path], check=True, timeout=60)
    with Image.open(path) as picture:
        return picture.convert("RGB")
