"""A data folder that may only be read: what would write is off and says why; everything else works."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.button import Button


def is_only(context: Context) -> bool:
    """Whether the folder that is open may only be looked at."""
    return bool(context.workspace.is_read_only)


def hold(context: Context, *places: QWidget, reads: Collection[str] = ()) -> None:
    """Holds the buttons given and those inside the widgets given, but for the names in `reads`; else nothing."""
    if not is_only(context):
        return
    words = QCoreApplication.translate("LookOnly", "Look only: this data folder can't be written.")
    for place in places:
        for button in [place] if isinstance(place, Button) else place.findChildren(Button):
            if button.objectName() not in reads:
                button.hold(words)
