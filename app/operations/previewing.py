"""What a piece of evidence looks like, asked of the helper process: a picture of a page, or what can be told of it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import AppError
from app.helpers.child import Child
from app.helpers.preview import OFFICE, PICTURED
from app.operations.workspace import Workspace
from app.storage.assessments import Evidence

PATIENCE = 15  # seconds for one page
_PAGE = re.compile(r"(?:^|\b(?:trang|tr|pages?|p)\b\.?)\s*(\d{1,4})\b", re.IGNORECASE)
PAGES_PER_PROCESS = 40  # a new one then, long before its processor time is used up


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as PNG; `width` and `height` of the page itself, in points (PDF) or pixels (image)."""

    png: bytes
    page: int
    pages: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a file that is not pictured."""

    has_macros: bool


def can_picture(piece: Evidence) -> bool:
    """Whether pages of this kind of file can be shown."""
    return bool(piece.digest) and piece.ext in PICTURED


def has_facts(piece: Evidence) -> bool:
    """Whether something can be told of this kind of file without opening it."""
    return bool(piece.digest) and piece.ext in OFFICE


def cited_page(words: str) -> int:
    """The page that "tr. 3", "Trang 12-14" or "5" cites; 1 where no page is told."""
    found = _PAGE.search(words)
    return int(found[1]) if found else 1


class Previews:
    """The helper process that reads evidence: started when first asked, renewed now and then, closed at the end."""

    def __init__(self) -> None:
        self._child = Child("preview")
        self._asked = 0

    def picture(self, workspace: Workspace, piece: Evidence, page: int, side: int) -> Picture:
        """Page `page` (from 1; the last where there are fewer), at most `side` pixels wide and high.

        Raises `AppError`: "evidence.missing_file", "preview.…" for what is no such file or too much of one, and
        "helper.died" or "helper.too_slow" for what the process did not survive. Call it off the main thread.
        """
        told = self._call(workspace, piece, "picture", page=page, side=side)
        try:
            return Picture(told["png"], told["page"], told["pages"], told["width"], told["height"])
        except (TypeError, KeyError) as error:  # a process that was taken over answers what it likes
            raise AppError("helper.died") from error

    def facts(self, workspace: Workspace, piece: Evidence) -> Facts:
        """What is told of an office file; raises as `picture` does."""
        told = self._call(workspace, piece, "facts")
        return Facts(isinstance(told, dict) and told.get("macros") is True)

    def stop(self) -> None:
        """Ends the process at once; whoever waits for a page is told "helper.died"."""
        self._child.stop()

    def close(self) -> None:
        """Ends the process."""
        self._child.close()

    def _call(self, workspace: Workspace, piece: Evidence, method: str, **arguments: int) -> Any:
        path = workspace.evidence.path(piece.digest).resolve()
        if not path.is_file():
            raise AppError("evidence.missing_file", digest=piece.digest, name=piece.name)
        self._asked += 1
        if self._asked % PAGES_PER_PROCESS == 0:
            self._child.close()
        return self._child.call(method, PATIENCE, path=str(Path(path)), kind=piece.ext, **arguments)
