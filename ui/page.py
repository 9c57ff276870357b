"""What a page is: content on the desk, a strip with its acts, and hooks the window calls."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import tokens
from ui.context import Context
from ui.widgets.bottom_strip import BottomStrip
from ui.widgets.boxes import Part
from ui.widgets.button import Button
from ui.widgets.search_box import SearchBox
from ui.widgets.splitter import Splitter


class Page(QWidget):
    """Subclasses build their content in `__init__` with `add` and `set_acts`, and fill it in `refresh`.

    `kinds` names what the page shows: `refresh` comes when one of them changed while the page is seen, or when it is
    next opened. `go_to` asks the window for another page and tells it where there (any key the other page knows).
    """

    kinds: frozenset[str] = frozenset()
    go_to = Signal(str, object)

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.context = context
        self.title = title
        self.main_action: Button | None = None
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(tokens.FIELD, tokens.FIELD, tokens.FIELD, tokens.FIELD)
        self._column.setSpacing(tokens.FIELD)
        self._content = QVBoxLayout()
        self._content.setSpacing(tokens.FIELD)
        self._column.addLayout(self._content, 1)
        self.strip = BottomStrip()
        self.strip.hide()
        self._column.addWidget(self.strip)
        self._is_stale = True

    def add(self, part: Part) -> None:
        """Put content below what is there; the last part should take the free height: `add((widget, 1))`."""
        if isinstance(part, tuple):
            self._content.addWidget(part[0], part[1])
        elif isinstance(part, QWidget):
            self._content.addWidget(part)
        elif isinstance(part, int):
            self._content.addSpacing(part)
        else:
            self._content.addStretch(1)

    def set_acts(self, *buttons: Button) -> None:
        """The acts in the strip, the main one last."""
        self.main_action = buttons[-1] if buttons else None
        self.strip.show_acts(*buttons)
        self.strip.show()

    def keep_widths(self, place: str, splitter: Splitter) -> None:
        """Let a splitter come back as it was left; `place` is a name of its own."""
        kept = self.context.preferences.widths(place)
        if len(kept) == splitter.count():
            splitter.setSizes(kept)
        splitter.moved.connect(lambda widths: self.context.preferences.set_widths(place, widths))

    def refresh(self) -> None:
        """Read everything anew and show it."""

    def leave(self) -> None:
        """Called before another page, person or folder is shown and before the window closes: commit pending edits."""

    def unkept(self) -> str:
        """What was typed here and is not on the disk, as a sentence for who is about to go; "" where all is kept."""
        return ""

    def show_place(self, place: object) -> None:
        """Go to a place inside the page, as another page asked with `go_to`."""

    def search_box(self) -> SearchBox | None:
        """Where Ctrl+F goes."""
        return self.findChild(SearchBox)

    def on_changed(self, kinds: frozenset[str]) -> None:
        """Something was changed, here or elsewhere."""
        if kinds & self.kinds:
            self._is_stale = True
            if self.isVisible():
                self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.refresh()


class PageSpec(NamedTuple):
    """A page before it exists. `title` is an English source string marked with QT_TRANSLATE_NOOP("Pages", …);
    `factory` imports and makes the page when it is first opened. `foot` ones stand at the foot of the rail."""

    identifier: str
    title: str
    icon: str
    factory: Callable[[Context], Page]
    foot: bool = False
