"""What came back: nothing yet, feedback to be explained, the result with ranks; the authority's key."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.operations.commune import improving
from app.operations.trust import trusting
from tests.ui.accessibility import nameless
from ui.dialogs.key import AcceptKeyDialog
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.entry import Entry
from ui.widgets.views import TableView


def rows(page, name: str):
    return page.findChild(TableView, name).model().rows()


def text(page, name: str, row: int, column: int) -> str:
    return page.findChild(TableView, name).model().cell_at(row, column).text


def test_before_anything_a_file_can_be_dropped(house, qtbot, tmp_path):
    opened = house("begun", "result")
    drop = opened.page.findChild(DropZone, "result-drop")
    assert drop.isVisible()
    with qtbot.waitSignal(opened.context.file_asked) as told:
        drop.dropped.emit([tmp_path / "ý kiến.thuocso"])
    assert told.args == [tmp_path / "ý kiến.thuocso"]
    assert not opened.page.strip.isVisible()


def test_feedback_shows_what_waits_and_leads_to_the_first(house):
    opened = house("feedback", "result")
    assert [said.node for said in rows(opened.page, "feedback-table")] == ["chuyen-muc", "so-hoa", "trang-thong-tin"]
    assert text(opened.page, "feedback-table", 0, 2) == "3,00"
    assert text(opened.page, "feedback-table", 0, 3) == "0,00"
    main = opened.page.findChild(Button, "main")
    assert main.words() == "Giải trình 3 tiêu chí"
    main.click()
    assert opened.asked == [("assessment", "chuyen-muc")]


def test_once_explained_the_review_comes_next(house):
    opened = house("round2", "result")
    assert {said.is_answered for said in rows(opened.page, "feedback-table")} == {True}
    opened.page.findChild(Button, "main").click()
    assert opened.asked == [("check", None)]


def test_the_result_shows_ranks_numbers_and_what_changed(house):
    opened = house("result", "result")
    page, result = opened.page, improving.result(opened.workspace, opened.part)
    own = result.own_rows["chung"]
    ranked = rows(page, "ranking-table")
    assert [each.agency for each in ranked] == [row.agency for row in result.content.tables[0].rows]
    marked = next(number for number, each in enumerate(ranked) if each.agency == own.agency)
    cell = page.findChild(TableView, "ranking-table").model().cell_at(marked, 1)
    assert (cell.text, cell.weight, cell.tone) == ("Xã Hòa Bình", "bold", "lead")
    page.findChild(Button, "main").click()
    assert opened.asked == [("assessment", "so-hoa")]  # where most points were lost


@pytest.mark.parametrize(("typed", "accepted"), [("right", True), ("11111 22222 33333 44444 55555 66666", False)])
def test_a_key_is_accepted_only_when_its_code_agrees(house, qtbot, typed, accepted):
    opened = house("feedback", "result")
    key = improving.sender_key(opened.workspace, opened.part)
    opened.page.findChild(Button, "accept-key").click()
    asked = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, AcceptKeyDialog) and each.isVisible()
    )
    asked.findChild(Entry, "typed-code").setText(key.check_code.replace(" ", "-") if typed == "right" else typed)
    asked.accept()
    opened.wait(qtbot)
    qtbot.waitUntil(lambda: improving.sender_key(opened.workspace, opened.part).is_accepted == accepted)
    assert bool(trusting.pins(opened.workspace)) == accepted
    assert opened.page.findChild(Button, "accept-key").isVisible() != accepted


def test_a_code_cut_short_is_not_even_tried(house):
    opened = house("feedback", "result")
    opened.page.findChild(Button, "accept-key").click()
    asked = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, AcceptKeyDialog) and each.isVisible()
    )
    asked.findChild(Entry, "typed-code").setText("12345 67890")
    asked.accept()
    assert asked.isVisible()
    asked.reject()


def test_a_result_that_comes_while_the_page_is_open_is_shown(house, qtbot):
    opened = house("round2", "result")
    # the newest answer was not sent from this copy, so the file is refused with a sentence and nothing changes
    opened.context.run(improving.receive, opened.told.result)
    opened.wait(qtbot)
    assert opened.notices()
    assert improving.result(opened.workspace, opened.part) is None


@pytest.mark.parametrize("stage", ["begun", "feedback", "result"])
def test_every_control_has_a_name_and_the_models_are_sound(house, stage):
    page = house(stage, "result").page
    assert nameless(page) == []
    for table in page.findChildren(TableView):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
