"""Words, numbers and dates in Vietnamese and English; Qt's own texts too."""

import importlib.util
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox

from app.resources import FOLDER
from ui import language
from ui.pages import AUTHORITY, COMMUNE
from ui.widgets.progress_strip import ProgressStrip


@pytest.fixture(scope="module")
def translations():
    path = FOLDER.parent / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_catalogues_are_complete_and_current(translations):
    assert translations.check() == []


@pytest.mark.parametrize(
    ("source", "target", "complaint"),
    [
        ("{name} is done", "{name}: xong", None),
        ("{name} is done", "xong", "placeholders differ"),
        ("{name} is done", "{ten}: xong", "placeholders differ"),
        ("done", "", "no translation"),
    ],
)
def test_a_lost_placeholder_is_found(translations, source, target, complaint):
    text = (
        "<TS><context><name>Page</name><message>"
        f"<source>{source}</source><translation>{target}</translation></message></context></TS>"
    )
    found = translations.complaints("vi", text)
    assert (complaint in found[0]) if complaint else not found


def test_an_unfinished_string_is_found(translations):
    text = (
        "<TS><context><name>P</name><message><source>a</source>"
        '<translation type="unfinished">b</translation></message></context></TS>'
    )
    assert translations.complaints("vi", text) == ["vi.ts: 'a' is unfinished"]


def test_qts_own_buttons_speak_vietnamese(qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"Lưu", "Đóng"}
    assert QCoreApplication.translate("QLineEdit", "Select All") == "Chọn tất cả"


@pytest.mark.parametrize("spec", [*COMMUNE, *AUTHORITY[1:-2]], ids=lambda spec: spec.identifier)
def test_every_rail_entry_has_its_word(spec):
    assert QCoreApplication.translate("Pages", spec.title) != spec.title


def test_plurals(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    assert strip.tr("about %n second(s) left", "", 1) == "còn khoảng 1 giây"
    language.install("en")
    assert strip.tr("about %n second(s) left", "", 1) == "about 1 second left"
    assert strip.tr("about %n second(s) left", "", 2) == "about 2 seconds left"


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (Fraction(15060, 10), 0, "1.506", "1,506"),
        (Fraction(2, 3), 2, "0,67", "0.67"),
        (Fraction(-1234567, 2), 1, "−617.283,5", "−617,283.5"),
        (Fraction(1, 2), 0, "1", "1"),
    ],
)
def test_numbers(value, decimals, vi, en):
    assert language.number_text(value, decimals) == vi
    language.install("en")
    assert language.number_text(value, decimals) == en


def test_dates_are_written_in_full_whatever_the_language():
    for spoken in language.LANGUAGES:
        language.install(spoken)
        assert language.date_text(date(2026, 3, 7)) == "07/03/2026"
        assert language.moment_text(datetime(2026, 3, 7, 9, 5)) == "09:05 07/03/2026"


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0\u00a0byte"), (1023, "1.023\u00a0byte"), (1536, "1,5\u00a0KB"), (5 * 1024**3, "5,0\u00a0GB")],
)
def test_sizes(size, shown):
    assert language.size_text(size) == shown


def test_percent_stays_together():
    assert language.percent_text(Fraction(753, 1000)) == "75,3\u00a0%"


def test_a_missing_catalogue_is_said(tmp_path: Path, monkeypatch):
    from ui import resources

    monkeypatch.setattr(resources, "TRANSLATIONS", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"translations\.py"):
        language.install("en")
