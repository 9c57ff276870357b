"""A corrected framework in the window: offered, carried over, undone; and brought into a campaign."""

from pathlib import Path

import pytest

from app.operations import parts
from app.operations.authority import collecting, correcting
from app.operations.commune import assessing, moving
from tests.ui.pages import collecting_house
from ui.context import Context
from ui.dialogs.correct_campaign import CorrectCampaignDialog
from ui.dialogs.move_version import MovedDialog, MoveVersionDialog
from ui.pages.assessment import Assessment
from ui.pages.assessment_desk.tree import CriterionTree
from ui.pages.overview import Overview
from ui.pages.overview_parts.version_notice import VersionNotice
from ui.scenes import versions
from ui.scenes.commune_loop import loop
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.text import Label
from ui.widgets.tick import Option
from ui.widgets.views import TableView


@pytest.fixture
def overview(tmp_path: Path, preferences, qtbot):
    """The overview of the sample commune after the campaign's correction came in."""
    workspace = loop().opened("half", tmp_path)
    context = Context(workspace, preferences)
    context.part_id = loop().part
    versions.bring(workspace, context.part_id)
    page = Overview(context)
    qtbot.addWidget(page)
    page.resize(1150, 690)
    page.show()
    qtbot.waitExposed(page)
    page.refresh_if_stale()
    yield page
    context.close()
    workspace.close()


def notice(page: Overview) -> str:
    return " ".join(bar.notice.text for bar in page.findChild(VersionNotice).findChildren(NoticeBar) if bar.isVisible())


def press(page: Overview, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(notice(page)))
    (bar,) = (bar for bar in page.findChild(VersionNotice).findChildren(NoticeBar) if bar.isVisible())
    next(button for button in bar.findChildren(Button) if button.isVisible()).click()


def opened(page, kind, qtbot):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.window().findChildren(kind)))
    return next(each for each in page.window().findChildren(kind) if each.isVisible())


def test_the_offer_is_told_and_nothing_moves_before_it_is_taken(overview, qtbot):
    workspace, part = overview.context.workspace, overview.context.part_id
    before = assessing.view(workspace, part)
    assert "2.1" in notice(overview)
    press(overview, qtbot)
    dialog = opened(overview, MoveVersionDialog, qtbot)
    model = dialog.findChild(TableView, "changes").model()
    assert [model.row_at(model.index(line, 0)).place.node.code for line in range(model.rowCount())] == [
        "1.2",
        "3.1",
        "6.1",
        "6.2",
    ]
    dialog.reject()
    assert assessing.view(workspace, part).framework.digest == before.framework.digest


def test_going_over_and_back_from_the_window(overview, qtbot):
    workspace, part = overview.context.workspace, overview.context.part_id
    before = assessing.view(workspace, part)
    press(overview, qtbot)
    dialog = opened(overview, MoveVersionDialog, qtbot)
    with qtbot.waitSignal(overview.context.changed):
        dialog.findChild(Button, "act").click()
    after = assessing.view(workspace, part)
    assert after.framework.version == "2.1"
    assert after.asked_again == {after.framework.index.find("6.2").id}

    overview.refresh()
    press(overview, qtbot)
    told = opened(overview, MovedDialog, qtbot)
    with qtbot.waitSignal(overview.context.changed):
        told.findChild(Button, "leave").click()
    assert assessing.view(workspace, part).kept == before.kept
    assert moving.offer(workspace, part) is not None


def test_another_way_tells_its_own_effect(overview, qtbot):
    press(overview, qtbot)
    dialog = opened(overview, MoveVersionDialog, qtbot)
    effect = dialog.findChild(Label, "effect")
    before = effect.text()
    dialog.findChild(Option, "empty").click()
    assert effect.text() != before
    dialog.reject()


def test_a_correction_is_shown_with_the_agencies_it_moves(tmp_path: Path, qtbot):
    with collecting_house.opened(tmp_path) as house:
        collecting.import_paths(house.workspace, house.part, list(house.files.values()))
        value = versions.corrected(next(iter(parts.frameworks_for(house.workspace, house.part).values())))
        told = correcting.effect(house.workspace, house.part, value)
    dialog = CorrectCampaignDialog([("", value)], lambda _, done: done(told), None)
    qtbot.addWidget(dialog)
    assert dialog.findChild(Button, "act").isEnabled()
    assert dialog.version()[1].version == "2.1"
    assert dialog.findChild(TableView, "changes").model().rowCount() == 4


def test_after_going_over_the_tree_marks_each_corrected_criterion(overview, qtbot):
    workspace, part = overview.context.workspace, overview.context.part_id
    moving.carry_over(workspace, part)
    seen = assessing.view(workspace, part)
    tree = CriterionTree()
    qtbot.addWidget(tree)
    tree.show_view(seen)
    marks = {}
    for code in ("3.1", "6.1", "6.2", "6.3"):
        place = seen.framework.index.find(code)
        marks[code] = tree.model.row_at(tree.model.index_of(place.id)).corrected

    assert marks == {"3.1": "Sửa hướng dẫn", "6.1": "Đổi cách tính điểm", "6.2": "Đổi số liệu cần nhập", "6.3": ""}


def test_the_form_that_was_open_asks_what_the_new_version_asks(overview, qtbot):
    context = overview.context
    page = Assessment(context)
    qtbot.addWidget(page)
    page.show()
    page.refresh_if_stale()
    page.show_place("6.2")
    assert "xin_loi" not in page._form.editors

    moving.carry_over(context.workspace, context.part_id)
    page.refresh()

    qtbot.waitUntil(lambda: "xin_loi" in page._form.editors)
    assert page._form.findChild(Badge, "corrected").findChild(Label).text() == "Đổi số liệu cần nhập"
