"""The commune's overview: figures that agree with the desk, what can be won, where the main act leads."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.operations.commune import assessing, standing
from tests.ui.accessibility import nameless
from ui import language
from ui.context import Context
from ui.pages.overview import Overview
from ui.scenes.commune_loop import loop
from ui.widgets.button import Button
from ui.widgets.text import Label


@pytest.fixture
def at_stage(tmp_path: Path, preferences, qtbot, qapp):
    """The overview of the sample commune at a stage of its loop."""
    made = []

    def open_at(stage: str, size: tuple[int, int] = (1150, 690)) -> Overview:
        workspace = loop().opened(stage, tmp_path)
        context = Context(workspace, preferences)
        context.part_id = loop().part
        page = Overview(context)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        page.refresh_if_stale()
        qapp.processEvents()  # lines are laid out before they say all they can
        made.append((context, workspace))
        return page

    yield open_at
    for context, workspace in made:
        context.close()
        workspace.close()


def said(page: Overview) -> str:
    return " ".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_the_figures_are_those_of_the_score(at_stage):
    page = at_stage("half")
    seen = assessing.view(page.context.workspace, page.context.part_id)
    total = language.number_text(seen.score.scale_points, seen.framework.decimals)
    assert total in said(page)
    share = standing.overall(seen)
    assert share.reached + share.possible + share.lost == seen.score.effective_maximum
    assert f"{seen.done}/{len(seen.criteria)}" in said(page)
    assert "Còn 12 ngày" in said(page)


def test_gains_are_sorted_by_points_and_lead_to_their_criterion(at_stage, qtbot):
    page = at_stage("half")
    table = page.findChild(QWidget, "gains")
    rows = table.model().rows()
    points = [float(row.points.lstrip("+").replace(",", ".")) for row in rows]
    assert points == sorted(points, reverse=True)
    assert all(row.takes for row in rows)
    index = table.model().index(0, 1)
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert told.args == ["assessment", rows[0].id]


@pytest.mark.parametrize(
    ("stage", "words", "place"),
    [
        ("begun", "Bắt đầu với 1.1", ("assessment", "lanh-dao-phu-trach")),
        ("half", "Tiếp tục với 2.4", ("assessment", "quy-che-he-thong")),
        ("ready", "Rà soát trước khi gửi", ("check", None)),
        ("frozen", "Trình ký và gửi", ("submit", None)),
        ("received", "Xem kết quả", ("result", None)),
        ("feedback", "Tiếp tục với 1.3", ("assessment", "chuyen-muc")),
    ],
)
def test_the_main_act_leads_to_what_comes_next(at_stage, qtbot, stage, words, place):
    page = at_stage(stage)
    act = page.findChild(Button, "go-on")
    assert act.words() == words
    with qtbot.waitSignal(page.go_to) as told:
        act.click()
    assert tuple(told.args) == place


def test_an_empty_assessment_invites_to_the_first_step(at_stage):
    page = at_stage("begun")
    assert "Chưa có số liệu nào" in said(page)
    assert not page.findChild(QWidget, "total").isVisible()


@pytest.mark.parametrize("size", [(1150, 690), (831, 440), (603, 440)])
def test_everything_fits_and_says_its_name(at_stage, size):
    page = at_stage("half", size)
    assert nameless(page) == []
    for name in ("groups", "gains"):
        table = page.findChild(QWidget, name)
        assert table.width() <= size[0]
        assert table.horizontalHeader().length() <= table.viewport().width() + 1


def test_a_change_elsewhere_is_shown(at_stage, qtbot):
    page = at_stage("half")
    page.context.changed.connect(page.on_changed)
    before = said(page)
    page.context.run(assessing.answer, page.context.part_id, "quy-che-he-thong", inputs={"co_quy_che": "no"})
    qtbot.waitUntil(lambda: said(page) != before, timeout=10_000)
