"""A stick or disk that does not give back what was written: a file is altered just before it is read again."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Harm = Callable[[Path], object]
_looking: list[Callable[[Path], None]] = []


def _look(event: str, told: tuple[object, ...]) -> None:
    if event == "open" and _looking and told[1] in ("r", "r+") and str(told[0]).endswith(".part"):
        _looking[0](Path(str(told[0])))


sys.addaudithook(_look)


def torn(path: Path) -> None:
    """Other bytes in the middle, as many as there were."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 16] = bytes(each ^ 255 for each in data[middle : middle + 16])
    path.write_bytes(data)


@contextmanager
def altered(folder: Path, number: int, harm: Harm = torn) -> Iterator[None]:
    """In the block, of the files that are written somewhere in `folder` the one of that number reads back otherwise."""
    seen: list[Path] = []

    def look(path: Path) -> None:
        if folder not in path.parents or path in seen:
            return
        seen.append(path)
        if len(seen) == number + 1:
            harm(path)

    _looking[:] = [look]
    try:
        yield
    finally:
        _looking.clear()
    assert len(seen) > number, "so many were not read again"
