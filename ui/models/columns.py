"""One column of a table or a tree: its title and functions of the row object."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from ui.models.cell import CELL_ROLE, Cell
from ui.widgets import text

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """`cell` shows a row; `order` sorts by it (none: not sortable); `edit` takes what a person typed into it.

    `width` is in pixels at 100 % and measured out by the view; 0 takes the room that is left.
    """

    title: str
    cell: Callable[[Row], Cell]
    order: Callable[[Row], Any] | None = None
    edit: Callable[[Row, str], None] | None = None
    width: int = 0
    right: bool = False
    tip: str = ""


def cell_data(cell: Cell, role: int) -> Any:
    """What Qt asks about a cell, role by role."""
    if role == CELL_ROLE:
        return cell
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
        return text.one_line(cell.text)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return text.one_line(cell.spoken())
    if role == Qt.ItemDataRole.ToolTipRole:
        return text.tip_text(cell.tip or cell.spoken())
    return None


def head_data(column: Column[Any], role: int) -> Any:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return text.one_line(column.title)
    if role == Qt.ItemDataRole.ToolTipRole:
        return text.tip_text(column.tip or column.title)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
    return None
