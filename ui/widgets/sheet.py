"""Grounds: a sheet of paper on the desk, a well inside it for what the program works out, a tinted panel."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui import theme, tokens
from ui.widgets.boxes import Margins, Part, fill


class Sheet(QFrame):
    """A framed column of parts; `look` is "sheet", "well" or a tone of a tinted panel ("good", "warn", …)."""

    def __init__(
        self,
        *parts: Part,
        look: str = "sheet",
        gap: int = tokens.FIELD,
        margins: Margins = (tokens.GROUP, tokens.FIELD, tokens.GROUP, tokens.FIELD),
    ) -> None:
        super().__init__()
        self.setProperty("look", look)
        self._column = QVBoxLayout(self)
        fill(self._column, parts, gap, margins)

    def column(self) -> QVBoxLayout:
        """The layout, for parts that come and go."""
        return self._column

    def set_look(self, look: str) -> None:
        self.setProperty("look", look)
        theme.restyle(self)


def well(*parts: Part, gap: int = tokens.NEAR) -> Sheet:
    return Sheet(*parts, look="well", gap=gap, margins=(tokens.FIELD, tokens.FIELD, tokens.FIELD, tokens.FIELD))


def framed(view: Part) -> Sheet:
    """A table or a tree filling a sheet up to its border."""
    return Sheet(view, gap=0, margins=(1, 1, 1, 1))
