"""The whole way of a submission through the window: freeze, seal, send, received, reopened; and what may go wrong."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.operations import bundling
from app.operations.commune import assessing, submitting
from app.operations.commune.assessing import DRAFT
from app.operations.commune.submitting import EXPORTED, FROZEN, RECEIVED, SENT
from app.operations.trust import trusting
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from ui.dialogs.dialog import Dialog
from ui.dialogs.freeze import DEPUTY, FreezeDialog
from ui.dialogs.key import NewKeyDialog
from ui.dialogs.note import NoteDialog
from ui.dialogs.passphrase import SealDialog
from ui.notices import Notice
from ui.pages.submit_steps import Stand, Step, late_panels
from ui.scenes.commune_loop import PASSPHRASE, clock
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick


def dialog(kind: type[Dialog]) -> Dialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def main(house) -> Button:
    return house.page.findChild(Button, "main")


def state(house) -> str:
    return assessing.view(house.workspace, house.part).state


def stands(house) -> list[Stand]:
    return [house.page.findChild(Step, f"step-{number}").stand for number in range(1, 6)]


def until(house, qtbot, wanted: str) -> None:
    qtbot.waitUntil(lambda: state(house) == wanted, timeout=20_000)
    house.wait(qtbot)


def test_the_whole_way_by_the_main_act_alone(house, qtbot, tmp_path: Path):
    opened = house("ready", "submit")
    main(opened).click()
    asked = dialog(FreezeDialog)
    compose(asked.findChild(Entry, "leader-name"), "Lee", text="Lê Văn Bình")
    asked.findChild(Choice, "leader-title").set_value(DEPUTY)
    asked.findChild(Tick, "leader-agrees").setChecked(True)
    asked.accept()
    until(opened, qtbot, FROZEN)
    assert submitting.revisions(opened.workspace, opened.part)[0].confirmed_by == "Lê Văn Bình, Phó Chủ tịch"

    main(opened).click()
    sealing = dialog(SealDialog)
    sealing.choose(tmp_path)
    sealing.findChild(Entry, "passphrase").setText("bốn từ dễ nhớ")
    sealing.findChild(Entry, "passphrase-again").setText("bốn từ dễ nhớ")
    sealing.accept()
    until(opened, qtbot, EXPORTED)
    written = next(tmp_path.glob("*.thuocso"))
    assert bundling.inspect(written).envelope.sender.name == "Xã Hòa Bình"
    assert any(written.name in text for text in opened.notices())
    key = trusting.own_key(opened.workspace, assessing.view(opened.workspace, opened.part).part)
    assert opened.page.findChild(Label, "check-code").text().split() == key.check_code.split()

    main(opened).click()
    until(opened, qtbot, SENT)
    main(opened).click()
    note = dialog(NoteDialog)
    compose(note.findChild(TextArea, "note"), text="Chị Thảo báo qua điện thoại")
    note.accept()
    until(opened, qtbot, RECEIVED)
    assert stands(opened) == [Stand.DONE] * 5
    main(opened).click()
    assert opened.asked == [("result", None)]


@pytest.mark.parametrize(
    ("stage", "due"), [("ready", 1), ("frozen", 3), ("exported", 4), ("received", None), ("round2", 1), ("result", 5)]
)
def test_one_step_is_due(house, stage, due):
    opened = house(stage, "submit")
    expected = [] if due is None else [due]
    assert [number for number, stand in enumerate(stands(opened), 1) if stand is Stand.NOW] == expected


def test_while_something_must_be_mended_the_main_act_leads_there(house):
    opened = house("feedback", "submit")
    main(opened).click()
    assert opened.asked == [("check", None)]
    assert state(opened) == DRAFT


@pytest.mark.parametrize(("name", "agrees"), [("", True), ("Lê Văn Bình", False)])
def test_without_a_name_or_the_leaders_word_nothing_is_frozen(house, qtbot, name, agrees):
    opened = house("ready", "submit")
    main(opened).click()
    asked = dialog(FreezeDialog)
    asked.findChild(Entry, "leader-name").setText(name)
    asked.findChild(Tick, "leader-agrees").setChecked(agrees)
    asked.accept()
    assert asked.isVisible()
    asked.reject()
    opened.wait(qtbot)
    assert state(opened) == DRAFT


@pytest.mark.parametrize(
    ("first", "second"), [("", ""), ("ngắn", "ngắn"), ("bốn từ dễ nhớ", "bốn từ khác"), ("bốn từ dễ nhớ", "")]
)
def test_a_new_passphrase_is_long_enough_and_typed_twice(house, first, second):
    opened = house("frozen", "submit")
    main(opened).click()
    asked = dialog(SealDialog)
    asked.findChild(Entry, "passphrase").setText(first)
    asked.findChild(Entry, "passphrase-again").setText(second)
    asked.accept()
    assert asked.isVisible()
    asked.reject()


def test_a_wrong_passphrase_says_so_and_a_new_key_goes_on_at_once(house, qtbot, tmp_path: Path):
    opened = house("exported", "submit")
    part = assessing.view(opened.workspace, opened.part).part
    old = trusting.own_key(opened.workspace, part)
    opened.page.seal(tmp_path, "không phải mật khẩu này")
    opened.wait(qtbot)
    notice: Notice = opened.context.notices.waiting()[-1]
    assert "Mật khẩu khóa niêm phong chưa đúng" in notice.text
    assert list(tmp_path.glob("*.thuocso")) == []
    notice.acts[-1].do()
    asked = dialog(NewKeyDialog)
    for name in ("passphrase", "passphrase-again"):
        asked.findChild(Entry, name).setText("một khóa hoàn toàn mới")
    asked.accept()
    qtbot.waitUntil(lambda: list(tmp_path.glob("*.thuocso")) != [], timeout=20_000)
    opened.wait(qtbot)
    assert trusting.own_key(opened.workspace, part).spki != old.spki


def test_a_place_that_cannot_be_written_loses_nothing(house, qtbot, tmp_path: Path):
    opened = house("exported", "submit")
    opened.page.seal(tmp_path / "USB đã rút", PASSPHRASE)
    opened.wait(qtbot)
    assert any("USB đã ngắt" in text for text in opened.notices())
    assert state(opened) == EXPORTED


def test_reopening_asks_for_a_reason_and_leaves_the_revision(house, qtbot):
    opened = house("exported", "submit")
    opened.page.findChild(Button, "reopen").click()
    asked = dialog(NoteDialog)
    asked.accept()
    assert asked.isVisible()  # no reason, no reopening
    compose(asked.findChild(TextArea, "note"), text="Sửa số liệu tiêu chí 6.3")
    asked.accept()
    until(opened, qtbot, DRAFT)
    assert [each.number for each in submitting.revisions(opened.workspace, opened.part)] == [1]
    assert not opened.page.findChild(Button, "reopen").isVisible()


def test_after_the_deadline_there_is_a_warning_and_no_bar(house):
    opened = house("frozen", "submit")
    seen = assessing.view(opened.workspace, opened.part)
    assert late_panels(seen, clock() + timedelta(days=12)) == []  # 14/11 is the last day
    (late,) = late_panels(seen, clock() + timedelta(days=13))
    (said,) = late.findChildren(Label)
    assert "hết ngày 14/11/2026" in said.text()
    opened.workspace.clock = lambda: clock() + timedelta(days=13)
    opened.page.refresh()
    assert opened.page.findChild(object, "late") is not None
    assert main(opened).isEnabled()


@pytest.mark.qt_log_ignore("openDocument")  # no program shows PDF files here
def test_the_report_is_a_pdf(house, qtbot, tmp_path: Path):
    opened = house("frozen", "submit")
    opened.page.save_report(tmp_path / "Báo cáo.pdf")
    opened.wait(qtbot)
    assert (tmp_path / "Báo cáo.pdf").read_bytes().startswith(b"%PDF")


def test_the_code_is_copied_as_it_stands(house):
    opened = house("exported", "submit")
    opened.page.findChild(Button, "copy-code").click()
    shown = opened.page.findChild(Label, "check-code").text()
    assert QApplication.clipboard().text().split() == shown.split()
    first, second = shown.split(" ")  # a line breaks in the middle and nowhere else
    assert len(first) == len(second) == len("12345 12345 12345")


@pytest.mark.parametrize("stage", ["ready", "exported"])
def test_every_control_has_a_name(house, stage):
    opened = house(stage, "submit")
    assert nameless(opened.page) == []
