"""No test sees the folders, settings or screen of the person who runs it."""

import tempfile
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication


def test_every_folder_of_a_person_is_a_passing_one() -> None:
    home = Path.home()
    places = [
        Path(platformdirs.user_data_dir("thuocso")),
        Path(platformdirs.user_config_dir("thuocso")),
        Path(QSettings("thuocso", "thuocso").fileName()),
        *map(Path, QStandardPaths.standardLocations(QStandardPaths.StandardLocation.AppDataLocation)[:1]),
    ]
    assert home.parent == Path(tempfile.gettempdir())
    assert [place for place in places if not place.is_relative_to(home)] == []


@pytest.mark.usefixtures("qapp")
def test_no_window_reaches_a_screen() -> None:
    assert QGuiApplication.platformName() == "offscreen"
