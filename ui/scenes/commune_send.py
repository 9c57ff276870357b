"""The commune's pages from evidence to result, settings and help, drawn in the frame with the sample's figures."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.operations.workspace import Workspace
from ui import preferences
from ui.context import Context
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import COMMUNE
from ui.scenes.commune_loop import loop
from ui.session import Session

_opened: list[Workspace] = []


def window(stage: str, page: str, prepare: Callable[[Any], object] | None = None) -> MainWindow:
    """The window on a copy of that stage's folder, with that one page; the folder opened before is closed."""
    while _opened:
        _opened.pop().close()
    told = loop()
    scratch = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    _opened.append(told.opened(stage, scratch))
    context = Context(_opened[0], preferences.stored(scratch))
    context.part_id = told.part
    shown = MainWindow(context, ())
    shown.set_pages(COMMUNE, page)
    Session(shown).refresh()
    if prepare is not None:
        prepare(shown.page())
    return shown


def _page(stage: str, page: str, prepare: Callable[[Any], object] | None = None) -> Callable[[], QWidget]:
    return lambda: window(stage, page, prepare)


SCENES: dict[str, Callable[[], QWidget]] = {
    "evidence": _page("half", "evidence"),
    "evidence-empty": _page("begun", "evidence"),
    "check": _page("half", "check"),
    "check-round2": _page("feedback", "check"),
    "check-good": _page("ready", "check"),
    "submit-draft": _page("half", "submit"),
    "submit-contested": _page("feedback", "submit"),
    "submit-frozen": _page("frozen", "submit"),
    "submit-exported": _page("exported", "submit"),
    "submit-received": _page("received", "submit"),
    "result-empty": _page("begun", "result"),
    "result-feedback": _page("feedback", "result"),
    "result-answered": _page("round2", "result"),
    "result": _page("result", "result"),
    "result-ranking": _page("result", "result", lambda page: page.show_part("ranking")),
    "settings": _page("exported", "settings"),
    "help": _page("begun", "help"),
    "help-place": _page("begun", "help", lambda page: page.show_place("submit")),
    "result-changed": _page("result", "result", lambda page: page.show_part("changed")),
}
