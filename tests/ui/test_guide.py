"""The first minutes: the strip above the sample's pages says the next act, ticks what was done, and can be left."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.operations import parts
from app.operations.guiding import AUTHORITY, COMMUNE, Guide
from app.operations.parts import Role
from tests.ui.accessibility import nameless
from ui import language
from ui.guide import GuideStrip
from ui.scenes.first_steps import Walk


@pytest.fixture
def strip(qtbot) -> GuideStrip:
    made = GuideStrip()
    qtbot.addWidget(made)
    made.resize(1150, 80)
    return made


def guide(*done: str, role: Role = Role.AGENCY) -> Guide:
    return Guide("phần", role, COMMUNE if role is Role.AGENCY else AUTHORITY, frozenset(done))


def test_elsewhere_it_leads_to_the_page_and_there_it_says_how(strip, qtbot):
    strip.show_guide(guide(), "overview", has_own_work=False)
    assert strip.findChild(QWidget, "guide-go").isVisible()
    elsewhere = strip.findChild(QWidget, "guide-hint").text()
    with qtbot.waitSignal(strip.place_asked) as asked:
        strip.findChild(QWidget, "guide-go").click()
    assert asked.args == ["assessment"]
    strip.show_guide(guide(), "assessment", has_own_work=False)
    assert not strip.findChild(QWidget, "guide-go").isVisible()
    assert strip.findChild(QWidget, "guide-hint").text() != elsewhere


@pytest.mark.parametrize("acts", [COMMUNE, AUTHORITY])
@pytest.mark.parametrize("spoken", ["vi", "en"])
def test_every_act_of_both_sides_has_its_words(strip, acts, spoken):
    language.install(spoken)
    role = Role.AGENCY if acts is COMMUNE else Role.AUTHORITY
    seen = set()
    for at in range(len(acts) + 1):
        for page in ("overview", acts[min(at, len(acts) - 1)].page):
            strip.show_guide(guide(*(act.name for act in acts[:at]), role=role), page, has_own_work=False)
            seen.add(strip.findChild(QWidget, "guide-hint").text())
    assert "" not in seen
    assert len(seen) > len(acts)


def test_when_all_is_done_the_other_side_can_be_seen(strip, qtbot):
    strip.show_guide(guide(*(act.name for act in COMMUNE)), "submit", has_own_work=False)
    with qtbot.waitSignal(strip.side_asked):
        strip.findChild(QWidget, "guide-side").click()


def test_the_keyboard_reaches_the_act_the_way_out_and_the_fold(strip, qtbot):
    strip.show_guide(guide(), "overview", has_own_work=False)
    with qtbot.waitActive(strip):
        strip.activateWindow()
    strip.findChild(QWidget, "guide-go").setFocus()
    reached = []
    for _ in range(3):
        reached.append(strip.focusWidget().objectName())
        QTest.keyClick(strip.focusWidget(), Qt.Key.Key_Tab)
    assert reached == ["guide-go", "guide-leave", "guide-fold"]
    with qtbot.waitSignal(strip.leave_asked):
        QTest.keyClick(strip.findChild(QWidget, "guide-leave"), Qt.Key.Key_Space)
    QTest.keyClick(strip.findChild(QWidget, "guide-fold"), Qt.Key.Key_Space)
    assert strip.findChild(QWidget, "guide-hint").isHidden()
    assert strip.findChild(QWidget, "guide-leave").isVisible()
    assert nameless(strip) == []


def test_the_way_out_says_where_it_leads(strip):
    leave = strip.findChild(QWidget, "guide-leave")
    told = set()
    for role in (Role.AGENCY, Role.AUTHORITY):
        strip.show_guide(guide(role=role), "overview", has_own_work=False)
        told.add(leave.words())
    strip.show_guide(guide(), "overview", has_own_work=True)
    told.add(leave.words())
    assert len(told) == 3


@pytest.mark.slow
def test_from_an_empty_folder_through_the_sample_to_ones_own_work(qtbot, tmp_path: Path):
    ticks: dict[str, int] = {}

    def seen(name, window, dialog):
        strip = window.findChild(GuideStrip)
        if strip is not None and strip.isVisible():
            ticks[name] = len(strip.shown().done)

    walk = Walk(tmp_path, seen)
    try:
        walk.go()
        assert ticks == {
            "sample": 0, "desk": 0, "figures": 1, "evidence": 2, "review": 3, "freeze": 3, "seal": 4, "sealed": 5,
            "received": 1, "appraising": 1,
        }  # fmt: skip
        known = parts.everything(walk.context.workspace)
        assert [part.name for part in known] == ["Xã Hòa Bình"]
        assert not known[0].campaign.is_sample
        assert walk.context.workspace.acting.name == "Nguyễn Thị Hạnh"
    finally:
        walk.close()
