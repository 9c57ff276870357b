"""The list of a submission's files in parts, the choice before sealing, and opening what came encrypted."""

from pathlib import Path

import pytest

from app.operations.commune.parts_sending import LIMITS, MEGABYTE, Plan, PlannedPart
from ui.dialogs.open_encrypted import OpenEncryptedDialog
from ui.dialogs.passphrase import PassphraseFields
from ui.dialogs.seal_submission import SealSubmissionDialog
from ui.pages.submit_parts import PartsPanel
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.tick import Tick


def part(number: int, written_at: str = "", size: int = MEGABYTE, is_too_large: bool = False) -> PlannedPart:
    return PlannedPart(number, f"Xa_Tap{number}cua3.thuocso", size, 4, written_at, is_too_large)


def plan(limit: int, *written: int) -> Plan:
    at = "2026-11-02T14:32:00+07:00"
    return Plan(limit, 3 * MEGABYTE, tuple(part(number, at if number in written else "") for number in range(4)))


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label))


@pytest.fixture
def panel(qtbot):
    def make(*written: int) -> PartsPanel:
        made = PartsPanel(plan(MEGABYTE, *written))
        qtbot.addWidget(made)
        return made

    return make


def test_each_file_can_be_written_again_by_itself(panel, qtbot):
    made = panel(0, 1)
    for number in range(4):
        with qtbot.waitSignal(made.wanted) as told:
            made.findChild(Button, f"write-{number}").click()
        assert told.args == [(number,)]
    assert "Xa_Tap3cua3.thuocso" in words(made)


def test_when_all_are_written_nothing_is_missing(panel):
    made = panel(0, 1, 2, 3)
    assert "4" in words(made)


@pytest.fixture
def dialog(qtbot):
    def make(size: int, receiver: str = "") -> SealSubmissionDialog:
        made = SealSubmissionDialog("Xa.thuocso", size, None, None, is_new=False, plan=plan, receiver=receiver)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.mark.parametrize(
    ("size", "offered", "chosen"),
    [(LIMITS[0], 1, 0), (LIMITS[0] + 1, 2, 0), (LIMITS[1] + 1, 3, 0), (LIMITS[2] + 1, 4, LIMITS[2])],
    ids=["small", "above mail", "above disc", "above FAT32"],
)
def test_only_sizes_that_help_are_offered(size: int, offered: int, chosen: int, dialog):
    made = dialog(size)
    choice = made.ways.findChild(Choice, "split")
    if offered > 1:
        assert choice.count() == offered
        assert choice.isVisible()
    else:
        assert choice is None or not choice.isVisible()
    assert made.ways.limit() == chosen


def test_the_files_of_a_split_are_named_before_they_are_written(dialog):
    made = dialog(LIMITS[1] + 1)
    assert "Xa.thuocso" in words(made)
    made.ways.choose(LIMITS[0])
    assert "Xa_Tap0cua3.thuocso … Xa_Tap3cua3.thuocso" in words(made)
    made.ways.choose(0)
    assert "Xa.thuocso" in words(made)


def test_encryption_is_offered_where_there_is_an_accepted_key(dialog):
    shown = dialog(1, "Sở Khoa học và Công nghệ")
    offered = shown.ways.findChild(Tick, "encrypt")
    assert offered is not None
    assert "Sở Khoa học" in offered.text()
    assert not offered.isChecked()
    made = dialog(1)
    assert not [tick for tick in made.ways.findChildren(Tick) if tick.isVisible()]
    assert not made.ways.is_encrypted()


def test_what_came_encrypted_is_opened_with_a_passphrase(qtbot):
    made = OpenEncryptedDialog([Path("a.age"), Path("b.age")], None)
    qtbot.addWidget(made)
    assert "a.age, b.age" in words(made)
    made.accept()
    assert made.passphrase() == ""
    made.findChild(PassphraseFields).findChild(Entry, "passphrase").setText("mật khẩu")
    with qtbot.waitSignal(made.accepted):
        made.accept()
    assert made.passphrase() == "mật khẩu"
