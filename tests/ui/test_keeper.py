"""Copies by themselves while the window is open: in the background, told only where there is something to tell."""

import json
import shutil
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import folders, workspace
from app.operations.keeping import backing_up, places, sweeping
from app.operations.workspace import DATABASE
from tests.ui.test_damaged import tear
from ui.context import Context
from ui.keeper import Keeper
from ui.scenes.commune_loop import clock, loop


@pytest.fixture
def context(qtbot, tmp_path: Path, preferences):
    made = Context(loop().opened("begun", tmp_path), preferences)
    yield made
    made.close()
    made.workspace.close()


def look(context: Context, keeper: Keeper, qtbot) -> None:
    keeper.look()
    qtbot.waitUntil(lambda: not context.jobs(), timeout=20_000)


def test_a_copy_is_made_without_a_word(context: Context, qtbot):
    keeper = Keeper(context, context)
    told: list[frozenset[str]] = []
    context.changed.connect(told.append)
    look(context, keeper, qtbot)
    look(context, keeper, qtbot)
    assert len(places.copies(context.workspace.folder)) == 1
    assert told == [frozenset({"backups"})]
    assert context.notices.waiting() == ()


def test_a_stick_that_is_away_is_told_once(context: Context, qtbot, tmp_path: Path):
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(context.workspace, tmp_path / "USB")
    shutil.rmtree(tmp_path / "USB")
    keeper = Keeper(context, context)
    look(context, keeper, qtbot)
    look(context, keeper, qtbot)
    assert len(context.notices.waiting()) == 1


def test_a_wrong_clock_is_told_once(context: Context, qtbot):
    keeper = Keeper(context, context)
    right = context.workspace.clock
    try:
        context.workspace.clock = lambda: right().replace(year=2099)
        look(context, keeper, qtbot)
        workspace.add_person(context.workspace, "Người mới")
    finally:
        context.workspace.clock = right
    look(context, keeper, qtbot)
    look(context, keeper, qtbot)
    [told] = context.notices.waiting()
    assert "2099" in told.text


def test_trouble_is_told_once_and_a_damaged_database_leads_to_restoring(context: Context, qtbot):
    keeper = Keeper(context, context)
    asked: list[object] = []
    context.backup_asked.connect(asked.append)
    for _ in range(2):
        keeper._on_failed(AppError("data.damaged", path="dữ liệu"))
        keeper._on_failed(AppError("data.disk_full", path="dữ liệu"))
    damaged, _full = context.notices.waiting()
    damaged.acts[0].do()
    assert asked == [None]


@pytest.mark.parametrize("table", ["response", "evidence", "move", "journal"])
def test_damage_after_a_clean_end_is_told_by_the_daily_copy_with_one_button(
    qtbot, tmp_path: Path, preferences, table: str
):
    opened = loop().opened("half", tmp_path)
    opened.close()
    tear(opened.folder / DATABASE, table)
    made = Context(folders.open_workspace(opened.folder, clock), preferences)
    asked: list[object] = []
    made.backup_asked.connect(asked.append)
    try:
        look(made, Keeper(made, made), qtbot)
        (told,) = made.notices.waiting()
        (act,) = told.acts
        act.do()
        assert asked == [None]
        assert places.copies(made.workspace.folder) == ()
    finally:
        made.close()
        made.workspace.close()


def test_a_stick_that_comes_back_gets_its_copy_before_the_next_hour(
    context: Context, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("ui.keeper._BACK", 50)
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(context.workspace, tmp_path / "USB")
    (tmp_path / "USB").rename(tmp_path / "rút ra")
    keeper = Keeper(context, context)
    look(context, keeper, qtbot)
    assert list((tmp_path / "rút ra").glob("*/backups/*.json")) == []
    (tmp_path / "rút ra").rename(tmp_path / "USB")
    qtbot.waitUntil(lambda: list((tmp_path / "USB").glob("*/backups/*.json")) != [], timeout=20_000)
    qtbot.waitUntil(lambda: not context.jobs(), timeout=20_000)


def test_what_went_wrong_beside_an_act_is_told_once(context: Context, qtbot):
    keeper = Keeper(context, context)
    for _ in range(2):
        context.workspace.tell_besides(AppError("backup.none_before", path="dữ liệu"))
        context.changed.emit(frozenset({"people"}))
    assert len(context.notices.waiting()) == 1
    assert keeper is not None


def test_a_folder_that_was_copied_leads_to_the_choice_of_another_place(context: Context, qtbot, tmp_path: Path):
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(context.workspace, tmp_path / "USB")
    told = context.workspace.folder / "backups" / "place.json"
    place = json.loads(told.read_text("utf-8"))
    place["home"] |= {"host": "MAY-KHAC", "machine": "another"}
    told.write_text(json.dumps(place), "utf-8")
    asked: list[bool] = []
    context.place_asked.connect(lambda: asked.append(True))
    look(context, Keeper(context, context), qtbot)
    [notice] = context.notices.waiting()
    notice.acts[0].do()
    assert asked == [True]


def test_leaving_the_folder_waits_for_nothing(context: Context, qtbot):
    keeper = Keeper(context, context)
    keeper.look()
    context.stop_keeping()
    qtbot.waitUntil(lambda: not context.jobs(), timeout=20_000)
    assert sweeping.leftovers(context.workspace.folder) == []
