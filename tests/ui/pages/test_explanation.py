"""Why these points, opened beside them: at the commune, on the assessor's desk, before the council, in the ranking."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.numbers import from_stored, grouped
from app.operations.authority import publishing
from app.operations.commune import improving
from tests.ui.accessibility import nameless
from tests.ui.pages.appraising_house import opened as authority
from ui.dialogs.explanation import KEYS, ExplainButton, Explained, Explanation
from ui.pages.appraising import Appraising
from ui.pages.council import Council
from ui.pages.ranking import Ranking
from ui.widgets.button import Button
from ui.widgets.text import Label


def shown(page: QWidget) -> Explanation:
    """The explanation that is open above the page."""
    return next(each for each in page.window().findChildren(Explanation) if each.isVisible())


def lines(dialog: QWidget) -> list[str]:
    return [label.text().replace("\u00a0", " ") for label in dialog.findChildren(Label)]


def ask(page: QWidget) -> Explanation:
    page.findChildren(ExplainButton)[-1].click()
    return shown(page)


def test_the_commune_s_desk_explains_by_its_keys(house, qtbot):
    opened = house("half", "assessment")
    opened.page.show_place("truyen-thanh")
    opened.page.window().activateWindow()
    qtbot.waitUntil(opened.page.isActiveWindow)
    QTest.keySequence(opened.page, KEYS)
    told = lines(shown(opened.page))
    assert any(line.startswith("Điểm: ") for line in told)
    assert nameless(shown(opened.page)) == []


def test_the_explanation_is_copied_whole(qtbot):
    dialog = Explanation(Explained("1.1 Tiêu chí", [("Vì sao", ("Một.", "Hai."))]), None)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.findChild(Button, "act").click()
    assert QGuiApplication.clipboard().text() == "1.1 Tiêu chí\n\nVì sao\nMột.\nHai."


def test_a_long_explanation_is_scrolled_by_keys(qtbot):
    dialog = Explanation(Explained("x", [("y", tuple(f"Câu {at}." for at in range(200)))]), None)
    qtbot.addWidget(dialog)
    dialog.open()
    bar = dialog._body.verticalScrollBar()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_the_assessor_reads_how_the_points_that_count_came_about(qtbot, tmp_path: Path):
    with authority(tmp_path, "done") as house:
        page = house.show(qtbot, Appraising(house.context))
        page.show_place(("HG01", "ket-qua-ke-hoach"))
        house.wait(qtbot)
        told = lines(ask(page))
    assert any(line.startswith("Điểm: ") for line in told)


def test_the_council_reads_it_with_the_reason(qtbot, tmp_path: Path):
    with authority(tmp_path, "done") as house:
        page = house.show(qtbot, Council(house.context))
        told = lines(ask(page))
    assert any(line.startswith("Điểm: ") for line in told)


def test_the_ranking_explains_the_total_of_the_chosen_agency(qtbot, tmp_path: Path):
    with authority(tmp_path, "done") as house:
        page = house.show(qtbot, Ranking(house.context))
        page.show_place("HG02")
        total = publishing.compute(house.workspace, house.part).scores["HG02"].total
        told = lines(ask(page))
    assert any(line.startswith(f"Tổng điểm: {grouped(total, 2)}") for line in told)


@pytest.mark.parametrize("part", ["groups", "changed"])
def test_the_result_page_explains_the_total_or_the_chosen_criterion(house, part):
    opened = house("result", "result")
    opened.page.show_part(part)
    if part == "changed":
        table = opened.page._table._changed[1]
        table.select_key("so-hoa")
        wanted = "Điểm do cơ quan thẩm định quyết định."
    else:
        result = improving.result(opened.workspace, opened.part)
        total = from_stored(result.content.own.figures.total)
        wanted = f"Tổng điểm: {grouped(total, 2)}"
    told = lines(ask(opened.page))
    assert any(line.startswith(wanted) for line in told)
