"""``--marked-copy``: where a workbook is refused for its cells, a copy with those cells marked."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli.registry import argument
from app.errors import AppError

MARKED_COPY = argument(
    "--marked-copy",
    metavar="FILE",
    help=("nếu có ô sai, ghi bản .xlsx đánh dấu các ô đó", "where cells are wrong, write an .xlsx with them marked"),
)


@contextmanager
def marking(path: Path, options: Namespace) -> Iterator[None]:
    """Reads inside; a refusal that names cells also writes the copy asked for, and says so."""
    from app.operations.frameworks.marking import is_markable, refused_with_copy

    try:
        yield
    except AppError as error:
        if not options.marked_copy or not is_markable(error):
            raise
        raise refused_with_copy(path, error, Path(options.marked_copy)) from error
