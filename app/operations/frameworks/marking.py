"""A workbook that was refused for its cells, written again with those cells marked."""

from pathlib import Path

from app.errors import AppError, Several
from app.progress import SILENT, Progress


def is_markable(error: AppError) -> bool:
    """Whether the error names cells of a workbook."""
    return isinstance(error, Several) and error.code == "sheet.bad_cells"


def marked_name(path: Path) -> str:
    """The name proposed for the copy: "Bộ chỉ số (đánh dấu).xlsx"."""
    return f"{path.stem} (đánh dấu){path.suffix}"


def mark_cells(path: Path, error: AppError, target: Path, progress: Progress = SILENT) -> int:
    """Writes the copy and returns how many cells are marked in it; the workbook itself stays as it is.

    Raises `AppError("sheet.target_is_source")`, "sheet.target_in_use", "sheet.not_written", or what `open_book` raises.
    """
    from app.sheets.marking import marked_copy

    if target.resolve() == path.resolve():
        raise AppError("sheet.target_is_source", name=path.name)
    return marked_copy(path, error.errors if isinstance(error, Several) else [error], target, progress)


def refused_with_copy(path: Path, error: AppError, target: Path) -> AppError:
    """The same refusal after the copy was written, saying where it is."""
    count = mark_cells(path, error, target)
    errors = error.errors if isinstance(error, Several) else [error]
    return Several("sheet.bad_cells_marked", errors, name=path.name, marked=count, copy=str(target))
