"""Scenes for pictures: a name and a function that makes a widget with made-up people, communes and figures.

`packaging/screenshots.py` draws them; a page adds its own by a module here and a line in `SCENES`.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.scenes import (
    annex_wizard,
    answers,
    authority_appraise,
    authority_collect,
    commune_desk,
    commune_send,
    framework_editing,
    gallery,
    parts_travelling,
    previews,
    rule_building,
    signing_device,
    trust_keys,
    verification,
    versions,
)

Maker = Callable[[], QWidget]

SCENES: dict[str, Maker] = {
    "gallery-parts": gallery.parts,
    "gallery-states": gallery.states,
    "gallery-work": gallery.work,
    "gallery-report": gallery.report,
    **annex_wizard.SCENES,
    **answers.SCENES,
    **authority_appraise.SCENES,
    **authority_collect.SCENES,
    **framework_editing.SCENES,
    **commune_desk.SCENES,
    **commune_send.SCENES,
    **parts_travelling.SCENES,
    **previews.SCENES,
    **rule_building.SCENES,
    **trust_keys.SCENES,
    **signing_device.SCENES,
    **verification.SCENES,
    **versions.SCENES,
}
