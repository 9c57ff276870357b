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
    data_folder,
    first_steps,
    framework_editing,
    gallery,
    keeping,
    parts_travelling,
    previews,
    recovering,
    rule_building,
    signing_device,
    sticks,
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
    **data_folder.SCENES,
    **first_steps.SCENES,
    **parts_travelling.SCENES,
    **keeping.SCENES,
    **previews.SCENES,
    **recovering.SCENES,
    **rule_building.SCENES,
    **trust_keys.SCENES,
    **signing_device.SCENES,
    **sticks.SCENES,
    **verification.SCENES,
    **versions.SCENES,
}
