"""The project's own files, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = {"__pycache__", "build", "dist"}
TEXT = {
    ".cfg",
    ".css",
    ".csv",
    ".html",
    ".ini",
    ".json",
    ".lock",
    ".md",
    ".py",
    ".qss",
    ".sh",
    ".svg",
    ".toml",
}
TEXT |= {".ts", ".txt", ".xml", ".yml", "", ".spec", ".nsi"}


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that belongs to the project, told without git so that an unpacked archive passes too."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            hidden = path.name.startswith(".") and path.name != ".ci"
            if not hidden and path.name not in MADE and not path.name.endswith(".egg-info"):
                yield from files(path)
        else:
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Name and content of every file that people read."""
    for path in files():
        if path.suffix in TEXT:
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


@cache
def modules(*rooms: str) -> dict[str, ast.Module]:
    """The parsed modules of these folders, by their name from the project's root."""
    found = (path for room in rooms for path in files(ROOT / room) if path.suffix == ".py")
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in found}
