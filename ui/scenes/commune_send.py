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


def window(stage: str, page: str, prepare: Callable[[Page], object] | None = None) -> MainWindow:
    """The window on a copy of that stage's folder, at a page; the one opened before is closed."""
    while _opened:
        _opened.pop().close()
    told = loop()
    scratch = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    opened = told.opened(stage, scratch)
    _opened.append(opened)
    shown = MainWindow(Context(opened, preferences.stored(scratch)), COMMUNE)
    shown.session = Session(shown)  # type: ignore[attr-defined]
    shown.session.begin()  # type: ignore[attr-defined]
    made = shown.open_page(page)
    if prepare is not None:
        prepare(made)
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
    "result-changed": _page("result", "result", lambda page: page.show_part("changed")),
}
