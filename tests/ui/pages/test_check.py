"""The check before sending: counts, order, the way to each place, and what the main act leads to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.operations.commune import assessing, reviewing
from app.operations.commune.reviewing import Severity
from tests.ui.accessibility import nameless
from ui.widgets.button import Button
from ui.widgets.views import TreeView


def tree(page) -> TreeView:
    return page.findChild(TreeView, "findings")


def findings(page):
    model = tree(page).model()
    return [model.row_at(index) for index in model.walk() if model.row_at(index).issue is not None]


@pytest.mark.parametrize("stage", ["begun", "half", "feedback"])
def test_it_shows_what_the_review_found_most_serious_first(house, stage):
    opened = house(stage, "check")
    issues = reviewing.review(opened.workspace, opened.part)
    assert [finding.issue for finding in findings(opened.page)] == list(issues)
    order = list(Severity)
    levels = [order.index(finding.severity) for finding in findings(opened.page)]
    assert levels == sorted(levels)


def test_enter_and_click_lead_to_the_criterion(house, qtbot):
    opened = house("half", "check")
    view = tree(opened.page)
    model = view.model()
    first = model.index(0, 0, model.index(0, 0))
    view.setCurrentIndex(first)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    view.clicked.emit(first)
    node = model.row_at(first).issue.node
    assert opened.asked == [("assessment", node), ("assessment", node)]


def test_a_click_on_a_heading_leads_nowhere(house):
    opened = house("half", "check")
    view = tree(opened.page)
    view.clicked.emit(view.model().index(0, 0))
    assert opened.asked == []


@pytest.mark.parametrize(
    ("stage", "asked"),
    [
        ("half", ("assessment", "san-pham-len-san")),
        ("feedback", ("assessment", "chuyen-muc")),
        ("ready", ("submit", None)),
    ],
)
def test_the_main_act_goes_where_the_work_is(house, stage, asked):
    opened = house(stage, "check")
    opened.page.findChild(Button, "main").click()
    assert opened.asked == [asked]


def test_unfinished_figures_may_still_be_taken_to_the_leader(house):
    opened = house("half", "check")
    opened.page.findChild(Button, "onward").click()
    assert opened.asked == [("submit", None)]


@pytest.mark.parametrize("stage", ["feedback", "ready"])
def test_one_way_on_stands_there_alone_where_nothing_is_left_to_enter(house, stage):
    assert house(stage, "check").page.findChild(Button, "onward").isHidden()


def test_it_looks_again_when_an_answer_was_changed(house, qtbot):
    opened = house("feedback", "check")
    before = len(findings(opened.page))
    opened.context.run(assessing.answer, opened.part, "chuyen-muc", explanation="Đã bổ sung", is_complete=True)
    qtbot.waitUntil(lambda: len(findings(opened.page)) == before - 1)


def test_nothing_found_says_so(house):
    page = house("ready", "check").page
    assert not tree(page).isVisible()
    assert findings(page) == []


def test_every_control_has_a_name_and_the_model_is_sound(house):
    page = house("half", "check").page
    assert nameless(page) == []
    QAbstractItemModelTester(tree(page).model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
