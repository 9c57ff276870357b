"""Scenes for pictures: a name and a function that makes a widget with made-up people, communes and figures.

`packaging/screenshots.py` draws them; a page adds its own by a module here and a line in `SCENES`.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.scenes import (
    annex_wizard,
    authority_appraise,
    authority_collect,
    commune_desk,
    commune_send,
    framework_editing,
    gallery,
    rule_building,
    versions,
)

Maker = Callable[[], QWidget]

SCENES: dict[str, Maker] = {
    "gallery-parts": gallery.parts,
    "gallery-states": gallery.states,
    "gallery-work": gallery.work,
    "gallery-report": gallery.report,
    **annex_wizard.SCENES,
    **authority_appraise.SCENES,
    **authority_collect.SCENES,
    **framework_editing.SCENES,
    **commune_desk.SCENES,
    **commune_send.SCENES,
    **rule_building.SCENES,
    **versions.SCENES,
}
