"""What is chosen in the settings holds at once and is remembered; people, keys, backups."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.operations import inspecting, workspace
from tests.ui.accessibility import nameless
from ui import language, preferences, theme
from ui.dialogs.person import PersonDialog
from ui.widgets.button import Button
from ui.widgets.chips import ChoiceRow
from ui.widgets.entry import Entry
from ui.widgets.text import Label


@pytest.fixture(autouse=True)
def as_before():
    yield
    theme.current().switch("light", 100)
    language.install("vi")


def choose(page, name: str, value: object) -> None:
    row = page.findChild(ChoiceRow, name)
    row.set_value(value)
    row.chosen.emit(value)


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label))


def test_language_look_and_size_hold_at_once_and_are_remembered(house):
    opened = house("begun", "settings")
    kept = opened.context.preferences
    choose(opened.page, "appearance", "dark")
    assert theme.current().appearance == "dark"
    choose(opened.page, "text-size", 150)
    assert theme.current().scale == 150
    choose(opened.page, "language", "en")
    assert language.current() == "en"
    told = [kept.get(each) for each in (preferences.APPEARANCE, preferences.TEXT_SCALE, preferences.LANGUAGE)]
    assert told == ["dark", 150, "en"]


def test_a_person_is_added_switched_to_and_left_out(house, qtbot):
    opened = house("begun", "settings")
    first = opened.workspace.acting
    opened.page.findChild(Button, "add-person").click()
    asked = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PersonDialog) and each.isVisible())
    asked.findChild(Entry, "person-name").setText("<i>Trần</i> Văn & Tú")
    asked.accept()
    qtbot.waitUntil(lambda: "<i>Trần</i> Văn & Tú" in words(opened.page))
    opened.wait(qtbot)
    assert opened.workspace.acting.name == "<i>Trần</i> Văn & Tú"
    leave = next(
        each for each in opened.page.findChildren(Button) if first.name in each.accessibleName() and not each.words()
    )
    leave.click()
    qtbot.waitUntil(lambda: first.name not in words(opened.page))
    assert [person.name for person in workspace.persons(opened.workspace)] == ["<i>Trần</i> Văn & Tú"]
    assert first.name in [line.person.partition(",")[0] for line in workspace.journal_lines(opened.workspace)]


def test_the_one_who_works_cannot_be_left_out(house):
    opened = house("begun", "settings")
    with pytest.raises(workspace.AppError) as told:
        workspace.leave_out(opened.workspace, opened.workspace.acting.id)
    assert told.value.code == "person.is_acting"


def test_a_backup_is_one_file_with_everything(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    target = tmp_path / "Sao lưu.zip"
    opened.page.backups.back_up(target)
    qtbot.waitUntil(lambda: any("Sao lưu.zip" in text for text in opened.notices()), timeout=20_000)
    with zipfile.ZipFile(target) as archive:
        assert "thuocso.sqlite" in archive.namelist()
        assert sum(name.startswith("evidence/") for name in archive.namelist()) == 12


def test_the_own_key_is_shown_once_it_is_there(house):
    assert "Mã đối chiếu" in words(house("exported", "settings").page)


def test_every_control_has_a_name(house):
    assert nameless(house("exported", "settings").page) == []


def test_the_journal_is_saved_for_an_inspection(house, qtbot, tmp_path: Path):
    opened = house("begun", "settings")
    opened.page.hand_out_journal(tmp_path / "Nhật ký.xlsx")
    opened.wait(qtbot)
    assert (tmp_path / "Nhật ký.xlsx").is_file()
    assert inspecting.prove_file(tmp_path / "Nhật ký.jsonl").broken_at is None
    assert any("nhật ký" in text or "journal" in text for text in opened.notices())


def test_a_sheet_stays_in_view_while_those_above_are_filled_until_somebody_scrolls(house, qtbot):
    page = house("begun", "settings").page
    page.resize(900, 500)
    page.show()
    bar = page._area.verticalScrollBar()
    page.show_sheet(page.backups)
    before = bar.value()
    head = page._body.findChild(ChoiceRow, "language")
    head.setMinimumHeight(head.height() + 200)
    qtbot.waitUntil(lambda: bar.value() >= before + 150)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    head.setMinimumHeight(head.height() + 200)
    qtbot.waitUntil(lambda: head.height() > 400)
    assert bar.value() == 0
