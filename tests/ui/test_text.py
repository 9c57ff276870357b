"""Words are data: nothing is guessed to be markup, nothing turns the line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QToolButton

from ui.widgets import text
from ui.widgets.button import Button
from ui.widgets.tick import Tick

HOSTILE = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202efdp"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Tỷ lệ 75 %", "Tỷ lệ 75\u00a0%"),
        ("tỷ lệ × 20 điểm", "tỷ lệ ×\u00a020 điểm"),
        ("20,00 / 20", "20,00 /\u00a020"),
        ("năm 2026 đợt 1", "năm 2026 đợt 1"),
        ("exe.\u202efdp\u2066\u200f", "exe.fdp"),
    ],
)
def test_plain(given, shown):
    assert text.plain(given) == shown


def test_one_line_keeps_what_must_stay_together():
    assert text.one_line(" Xã\n Hòa\tBình  75 % ") == "Xã Hòa Bình 75\u00a0%"


def test_a_label_shows_markup_as_it_is_written(qtbot):
    label = text.Label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE.replace("\u202e", "")


def test_a_tip_holds_no_markup_of_the_name(qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    text.set_tip(button, HOSTILE)
    document = QTextDocument()
    document.setHtml(button.toolTip())
    assert document.toPlainText() == HOSTILE.replace("\u202e", "")
    assert "<img" not in button.toolTip()


@pytest.mark.parametrize("widget", [Button, Tick])
def test_an_ampersand_is_shown_and_marks_no_letter(qtbot, widget):
    made = widget("R&D")
    qtbot.addWidget(made)
    assert made.text().strip() == "R&&D"
    assert made.accessibleName() == "R&D"
    assert made.shortcut().isEmpty()


def test_a_tone_can_change_while_shown(qtbot, look):
    label = text.Label("Đã lưu", tone="ink-soft")
    qtbot.addWidget(label)
    label.show()
    label.set_tone("bad")
    assert label.palette().color(label.foregroundRole()) == look.color("bad")
