"""The desk on which rules are built; nothing may be shown as a window of its own on the way."""

import pytest
from PySide6.QtCore import QEvent

from tests.ui.widgets.building_desk import Desk, Flashes


@pytest.fixture
def desk(qtbot, qapp):
    flashes = Flashes()
    qapp.installEventFilter(flashes)

    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what earlier tests left
    yield lambda made: Desk(qtbot, made, flashes)
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []
