"""What is remembered comes back with its type; a file edited by hand breaks nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from ui import preferences


def test_defaults_before_anything_was_kept(preferences: preferences.Preferences):
    from ui import preferences as declared

    for each in declared.DECLARED:
        assert preferences.get(each) == each.default


@pytest.mark.parametrize(
    ("preference", "value"),
    [
        (preferences.LANGUAGE, "en"),
        (preferences.TEXT_SCALE, 150),
        (preferences.DATA_FOLDER, "/nhà/Xã Hòa Bình, R&D=1"),
        (preferences.GEOMETRY, QByteArray(b"\x00\x01\xff")),
    ],
    ids=lambda given: getattr(given, "key", ""),
)
def test_what_is_set_comes_back_in_the_next_start(tmp_path: Path, preference, value):
    preferences.stored(tmp_path).set(preference, value)
    assert preferences.stored(tmp_path).get(preference) == value


@pytest.mark.parametrize("line", ["text_scale=90", "text_scale=big", "language=xx", "appearance=@Invalid()"])
def test_a_file_edited_by_hand_gives_the_default(tmp_path: Path, line):
    (tmp_path / "window.ini").write_text(f"[General]\n{line}\nwidths/x=1 a\n")
    kept = preferences.stored(tmp_path)
    for each in (preferences.TEXT_SCALE, preferences.LANGUAGE, preferences.APPEARANCE):
        assert kept.get(each) == each.default


def test_widths_of_a_splitter(tmp_path: Path):
    preferences.stored(tmp_path).set_widths("assessment", [392, 400, 288])
    assert preferences.stored(tmp_path).widths("assessment") == [392, 400, 288]
    assert preferences.stored(tmp_path).widths("other") == []


def test_keys_are_declared_once():
    assert len({each.key for each in preferences.DECLARED}) == len(preferences.DECLARED)
