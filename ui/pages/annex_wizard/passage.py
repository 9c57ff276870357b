"""The decision's own wording, to read; the words a suggestion rests on stand on a tinted ground."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from ui import theme
from ui.widgets import text


class Passage(QPlainTextEdit):
    """Plain text that nobody changes here; `show_words` takes the places (start, end) to lift out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        text.name(self, name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "passage")

    def show_words(self, words: str, places: Iterable[tuple[int, int]] = ()) -> None:
        """A control that turns the line round is shown as a blank, so that places stay where they are."""
        self.setPlainText("".join(letter if text.plain(letter) or letter == "\n" else " " for letter in words))
        lifted = []
        for start, end in places:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(words[:start]))
            cursor.setPosition(_units(words[:end]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setBackground(theme.current().color("tint-lead"))
            selection.format.setForeground(theme.current().color("lead"))
            lifted.append(selection)
        self.setExtraSelections(lifted)


def _units(words: str) -> int:
    """How many places Qt counts for a text."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
