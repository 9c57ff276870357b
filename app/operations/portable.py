"""A copy that runs without being installed: how it is told, where its data lie, and what was answered about that.

Cheap on purpose: at every start one look for the marker beside the program, nothing more where there is none.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.drives import Kind, computer, drive_of
from app.errors import AppError, cause
from app.operations.lock import NAME as LOCK
from app.operations.lock import FolderLock
from app.progress import SILENT, Progress

MARKER = "thuocso-portable.txt"
DATA = "DuLieu"
ANSWER = "noi-luu-so-lieu.json"
SETTINGS = "window.ini"
_DATABASE = "thuocso.sqlite"
_LONGEST = 64 << 10


def is_own(name: str) -> bool:
    """Whether what lies beside a portable copy belongs to who worked with it, and is never handed on with it."""
    return name.startswith(DATA) or name in (ANSWER, SETTINGS) or name.endswith(".part")


class Answer(NamedTuple):
    """Where the data live: in `folder` on the computer `host` since `at` (ISO time); "" for beside the program."""

    host: str = ""
    folder: str = ""
    at: str = ""


class Standing(NamedTuple):
    """What a start finds. `folder` None: the place of this computer. `asks`: nobody said yet where data shall live.

    `moved`: the answer given on another computer, where the data are now. `is_locked`: nothing can be written beside
    the program.
    """

    folder: Path | None
    asks: bool = False
    moved: Answer | None = None
    is_locked: bool = False


def program_folder() -> Path:
    """Where the executable of this process lies."""
    return Path(sys.executable).absolute().parent


def find(program: Path | None = None) -> "Portable | None":
    """The portable copy this process runs from (or the one in the folder `program`); None for an installed one."""
    folder = program_folder() if program is None else program
    return Portable(folder) if (folder / MARKER).is_file() else None


class Portable(NamedTuple):
    """A portable copy, by the folder of its executables."""

    program: Path

    @property
    def data(self) -> Path:
        """Where the data lie beside the program."""
        return self.program / DATA

    @property
    def has_data(self) -> bool:
        """Whether somebody worked beside the program."""
        return (self.data / _DATABASE).is_file()

    def standing(self) -> Standing:
        """Where the data lie now, and whether that has to be asked."""
        answer = self._answer()
        is_away = answer is not None and bool(answer.folder)
        if answer is not None and is_away and answer.host == computer() and os.path.isdir(answer.folder):  # noqa: PTH112 -- any name
            return Standing(Path(answer.folder))
        if not self._takes_data():
            return Standing(None, is_locked=True)
        if is_away:
            return Standing(None, asks=True, moved=answer)
        return Standing(self.data, asks=answer is None and drive_of(self.program).kind is Kind.STICK)

    def stay(self) -> Path:
        """Data stay beside the program from now on; those that went to another computer are put aside."""
        if self.standing().moved is not None:
            self._put_aside("")
        self._remember(Answer())
        return self.data

    def settle_here(self, place: Path, clock: Callable[[], datetime], progress: Progress = SILENT) -> Path:
        """Data live on this computer from now on, at `place` or, where something is there already, beside it.

        What lies on the stick is copied first and every byte read back; then the answer is remembered, and the copy
        on the stick put aside under another name, not deleted. On a stick that takes nothing, data found at `place`
        are used as they are. Raises `AppError`: "data.in_use", "data.folder" and what `whole_folder` says; then
        nothing was changed.
        """
        standing = self.standing()
        has_data = self.has_data and standing.moved is None
        if standing.is_locked and (place / _DATABASE).is_file():
            return place
        folder = self._copied(place, clock, progress) if has_data else place
        is_settled = self._settled(folder, clock, standing)
        if has_data and is_settled:
            self._put_aside(f"{clock():%Y%m%d-%H%M%S}")
        return folder

    def _settled(self, folder: Path, clock: Callable[[], datetime], standing: Standing) -> bool:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        told = Answer(computer(), str(folder), clock().isoformat(timespec="seconds"))
        return not standing.is_locked and self._remember(told)

    def _copied(self, place: Path, clock: Callable[[], datetime], progress: Progress) -> Path:
        from app.operations.keeping.whole_folder import folder_pieces, free_name, whole_folder

        lock = self._locked(clock)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
            target = free_name(place)
            with whole_folder(target, folder_pieces(self.data, without=LOCK.__eq__), progress):
                pass
        except OSError as error:
            raise AppError("data.folder", path=str(place), detail=cause(error)) from error
        finally:
            if lock is not None:
                lock.release()
        return target

    def _locked(self, clock: Callable[[], datetime]) -> FolderLock | None:
        """Nobody works in the data while they are copied; a stick that takes nothing cannot be worked in."""
        try:
            return FolderLock.take(self.data, clock())
        except OSError:
            return None

    def _put_aside(self, stamp: str) -> None:
        from app.operations.keeping.whole_folder import free_name

        with contextlib.suppress(OSError):
            if self.has_data:
                self.data.rename(free_name(self.program / f"{DATA}-da-chuyen{f'-{stamp}' if stamp else ''}"))

    def _answer(self) -> Answer | None:
        """What was answered before; None while nobody was asked, or what stands there cannot be read."""
        with contextlib.suppress(OSError, ValueError, RecursionError):
            path = self.program / ANSWER
            if path.stat().st_size <= _LONGEST:
                told = json.loads(path.read_text("utf-8"))
                if isinstance(told, dict):
                    return Answer(*(str(told.get(key, "")) for key in ("host", "folder", "at")))
        return None

    def _remember(self, answer: Answer) -> bool:
        """Writes the answer beside the program; False where the stick does not take it."""
        told = {"host": answer.host, "folder": answer.folder, "at": answer.at}
        passing = self.program / f".{os.urandom(8).hex()}.part"
        try:
            with passing.open("w", encoding="utf-8") as file:
                json.dump(told, file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            passing.replace(self.program / ANSWER)
        except OSError:
            with contextlib.suppress(OSError):
                passing.unlink(missing_ok=True)
            return False
        return True

    def _takes_data(self) -> bool:
        """Whether something can be written beside the program: tried, since rights and locks of sticks mislead."""
        probe = self.program / f".{os.urandom(8).hex()}.part"
        try:
            probe.touch(exist_ok=False)
        except OSError:
            return False
        with contextlib.suppress(OSError):
            probe.unlink()
        return True
