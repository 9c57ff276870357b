"""Fonts, icons and the stylesheet follow appearance and text size at run time."""

import re

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetrics, QRawFont

from ui import resources, tokens
from ui.widgets.button import Button
from ui.widgets.views import TableView

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"


def test_the_house_face_is_shipped_in_three_weights_with_every_vietnamese_letter(look):
    assert tokens.FAMILY in QFontDatabase.families()
    for weight in tokens.WEIGHTS:
        raw = QRawFont.fromFont(look.font("body", weight))
        assert QFontInfo(look.font("body", weight)).weight() == tokens.WEIGHTS[weight]
        assert all(raw.supportsCharacter(ord(letter)) for letter in VIETNAMESE + VIETNAMESE.upper())


def test_digits_are_equally_wide(look):
    metrics = QFontMetrics(look.font("figure", "bold"))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("scale", tokens.SCALES)
def test_nothing_in_the_stylesheet_is_left_unfilled(look, appearance, scale):
    look.switch(appearance, scale)
    text = look.stylesheet()
    assert not re.search(r"@[a-z]|\$[a-z]", text)
    assert tokens.APPEARANCES[appearance]["lead"] in text


def test_switching_recolours_icons_and_grows_rows(look, qtbot):
    light, row = look.pixmap("check", "ink").toImage(), look.row()
    look.switch("dark", 150)
    dark = look.pixmap("check", "ink").toImage()
    assert dark.size() == light.size() * 1.5
    assert look.row() > row
    assert look.appearance == "dark"
    inked = [dark.pixelColor(x, y) for x in range(dark.width()) for y in range(dark.height())]
    assert look.color("ink") in [colour for colour in inked if colour.alpha() == 255]


def test_a_button_takes_its_icon_anew_when_the_appearance_changes(look, qtbot):
    button = Button("Lưu", icon="save")
    qtbot.addWidget(button)
    button.show()
    before = button.icon().cacheKey()
    look.switch("dark")
    assert button.icon().cacheKey() != before


def test_icons_are_sharp_on_dense_screens(look):
    assert look.pixmap("check", "ink", 16, ratio=2.0).width() == 32
    assert look.pixmap("check", "ink", 16, ratio=2.0).deviceIndependentSize().width() == 16


def test_system_follows_the_system(look, qapp):
    look.switch("system")
    hints = qapp.styleHints()
    assert look.appearance == ("dark" if hints.colorScheme() == hints.colorScheme().Dark else "light")


def test_every_shipped_icon_takes_a_colour(look):
    for path in resources.ICONS.glob("*.svg"):
        assert "currentColor" in path.read_text("utf-8"), path.name
        assert not look.pixmap(path.stem, "bad").toImage().allGray(), path.name


def test_licences_lie_beside_what_they_cover():
    assert "SIL OPEN FONT LICENSE" in (resources.FONTS / "OFL.txt").read_text("utf-8")
    assert "ISC License" in (resources.ICONS / "LICENSE.txt").read_text("utf-8")


def test_table_rows_grow_with_the_text(look, qtbot, board: TableView):
    before = board.rowHeight(0)
    look.switch(scale=150)
    assert board.rowHeight(0) > before
