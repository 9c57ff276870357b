"""What is offered where a workbook is refused for its cells: a copy with those cells marked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.errors import AppError
from app.operations.frameworks import marking
from app.operations.workspace import Workspace
from app.progress import Progress
from ui.context import Context
from ui.notices import Act
from ui.pages.authority_kit import ask_target


class MarkedCopy(QObject):
    """Tells why one workbook was refused, as long as `owner` is there; the offer stays until the copy is written."""

    def __init__(self, owner: QWidget, context: Context, path: Path) -> None:
        super().__init__(owner)
        self._owner, self._context, self._path = owner, context, path

    def tell(self, error: AppError) -> None:
        """Shows the error; where it names cells, with the offer."""
        self._show(error, error)

    def _show(self, error: AppError, refused: AppError) -> None:
        acts = [Act(self.tr("Save a marked copy…"), lambda: self._ask(refused))] if marking.is_markable(refused) else []
        self._context.notices.error(error, *acts)

    def _ask(self, refused: AppError) -> None:
        if not isValid(self) or not isValid(self._owner):
            return
        name = marking.marked_name(self._path)
        dialog = ask_target(
            self._owner, self.tr("Save a marked copy"), name, ("Excel (*.xlsx)",), lambda to: self.write(refused, to)
        )
        dialog.rejected.connect(lambda: self.tell(refused))

    def write(self, refused: AppError, target: Path) -> None:
        """Writes the copy; where that fails, the offer is made again."""

        def done(count: int) -> None:
            told = self.tr("%n cell(s) marked in {name}. Correct them there, then load that file.", "", count)
            self._context.notices.good(told.format(name=target.name))

        self._context.read(
            _mark, self._path, refused, target, title=self.tr("Marking the cells"),
            on_done=done, on_failed=lambda error: self._show(error, refused),
        )  # fmt: skip


def telling(owner: QWidget, context: Context, path: Path) -> Callable[[AppError], object]:
    """What `authority_kit.read` is given as `failed` where it reads a file that may be a workbook."""
    return lambda error: MarkedCopy(owner, context, path).tell(error)


def _mark(_: Workspace, path: Path, error: AppError, target: Path, progress: Progress) -> int:
    return marking.mark_cells(path, error, target, progress)
