"""What comes back to the commune's page of sending: receipts that act or not yet, a return, two versions; ways back."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.operations import folders, parts
from app.operations.authority import appraising, replying
from app.operations.commune import improving, submitting
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from tests.ui.accessibility import nameless
from tests.ui.pages.collecting_house import dialog_of, press
from ui.context import Context
from ui.dialogs.key import AcceptKeyDialog
from ui.dialogs.note import NoteDialog
from ui.pages.submit import Submit
from ui.pages.submit_steps import Step
from ui.pages.submit_summary import Summary
from ui.preferences import stored
from ui.scenes import answers
from ui.scenes.collecting_world import PASSPHRASE
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea

Prepare = Callable[[Workspace], object]


@contextmanager
def shown(tmp_path: Path, code: str, prepare: Prepare, qtbot) -> Iterator[Submit]:
    made = answers.world()
    shutil.copytree(answers.home(made, code), tmp_path / "x")
    opened = folders.open_workspace(tmp_path / "x", made.clock)
    prepare(opened)
    context = Context(opened, stored(tmp_path))
    context.part_id = parts.find(opened).id
    page = Submit(context)
    qtbot.addWidget(page)
    page.resize(1174, 700)
    page.show()
    page.refresh_if_stale()
    context.changed.connect(page.on_changed)
    yield page
    context.close(cancel=True)
    opened.close()


def wait(page: Submit, qtbot) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs(), timeout=30_000)


def panels(page: Submit) -> list[str]:
    names = ("returned", "unaccepted", "foreign", "earlier", "standing")
    return [name for name in names if any(panel.isVisible() for panel in page.findChildren(Sheet, name))]


def states(page: Submit) -> list[str]:
    return [item.state for item in submitting.revisions(page.context.workspace, page.context.part_id)]


def badges(page: Submit) -> list[str]:
    """What is said of each revision."""
    shown_ = [badge for badge in page.findChild(Summary).findChildren(Badge) if badge.isVisibleTo(page)]
    return [label.text() for badge in shown_ for label in badge.findChildren(Label)]


def load(*words: str) -> Prepare:
    return lambda opened: improving.receive(opened, answers._file(answers.world(), *words))


def load_accepted(*words: str) -> Prepare:
    def act(opened: Workspace) -> None:
        answers._accept(opened)
        load(*words)(opened)

    return act


def test_a_receipt_waits_for_its_key_and_acts_when_it_is_accepted(tmp_path: Path, qtbot):
    with shown(tmp_path, answers.RECEIVED, load("PhieuTiepNhan", "TanLap"), qtbot) as page:
        qtbot.waitUntil(lambda: panels(page) == ["unaccepted"])
        assert states(page) == ["exported"]
        press(page, Button, "accept-key")
        dialog = dialog_of(AcceptKeyDialog, page)
        key = next(key for key in trusting.seen_keys(page.context.workspace) if key.role == "authority")
        dialog.findChild(Entry, "typed-code").setText(key.check_code)
        press(dialog, Button, "act")
        wait(page, qtbot)
        qtbot.waitUntil(lambda: panels(page) == [])
        assert states(page) == ["received"]
        qtbot.waitUntil(lambda: badges(page) == ["Đã tiếp nhận"])


@pytest.fixture(scope="module")
def appraisal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the authority says of a submission after agreeing with all of it."""
    made, folder = answers.world(), tmp_path_factory.mktemp("ý kiến")
    shutil.copytree(made.folder, folder / "tỉnh")
    opened = folders.open_workspace(folder / "tỉnh", made.clock)
    try:
        appraising.agree_with(opened, made.part, answers.RECEIVED)
        return replying.export_feedback(opened, made.part, folder, PASSPHRASE, [answers.RECEIVED]).files[
            answers.RECEIVED
        ][0]
    finally:
        opened.close()


@pytest.mark.parametrize(("is_answered", "is_accepted"), [(False, True), (True, False), (True, True)])
def test_received_by_word_is_called_so_until_the_appraisal_proves_it(
    tmp_path: Path, appraisal: Path, is_answered: bool, is_accepted: bool, qtbot
):
    """Under a key that was not compared yet it proves nothing."""

    def prepare(opened: Workspace) -> None:
        submitting.mark_received(opened, parts.find(opened).id, "Chị Thảo báo qua điện thoại")
        if is_accepted:
            answers._accept(opened)
        if is_answered:
            improving.receive(opened, appraisal)

    with shown(tmp_path, answers.RECEIVED, prepare, qtbot) as page:
        assert states(page) == ["received"]
        told = "\n".join(label.text() for label in page.findChild(Step, "step-5").findChildren(Label))
        by_word = "Đã tiếp nhận (theo thông báo)"
        is_proven = is_answered and is_accepted
        qtbot.waitUntil(lambda: badges(page) == ["Đã tiếp nhận" if is_proven else by_word])
        assert (by_word in told) is not is_proven
        assert ("cơ quan thẩm định đã gửi ý kiến về bản này" in told) is is_proven


def test_after_a_receipt_a_replacement_is_the_way_back(tmp_path: Path, qtbot):
    with shown(tmp_path, answers.RECEIVED, load_accepted("PhieuTiepNhan", "TanLap"), qtbot) as page:
        assert nameless(page) == []
        press(page, Button, "reopen")
        dialog = dialog_of(NoteDialog, page)
        dialog.findChild(TextArea, "note").set_text("Sửa số liệu 3.5")
        press(dialog, Button, "act")
        wait(page, qtbot)
        assert states(page) == ["received"]
        assert page._seen.is_draft


def test_without_a_receipt_it_is_withdrawn(tmp_path: Path, qtbot):
    with shown(tmp_path, answers.RECEIVED, lambda _: None, qtbot) as page:
        press(page, Button, "reopen")
        dialog = dialog_of(NoteDialog, page)
        press(dialog, Button, "act")
        assert dialog.isVisible()  # without a reason nothing happens
        dialog.findChild(TextArea, "note").set_text("Sai số liệu")
        press(dialog, Button, "act")
        wait(page, qtbot)
        assert states(page) == ["withdrawn"]
        qtbot.waitUntil(lambda: page.findChild(Sheet, "reopened") is not None)
        press(page, Button, "close-again")  # nothing was changed yet: there is a way back
        wait(page, qtbot)
        assert states(page) == ["exported"]
        qtbot.waitUntil(lambda: page.findChild(Sheet, "reopened") is None)


def test_a_return_says_what_is_lacking_and_leads_to_the_criteria(tmp_path: Path, qtbot):
    with shown(tmp_path, answers.RETURNED, load_accepted("TraLai"), qtbot) as page:
        qtbot.waitUntil(lambda: panels(page) == ["returned"])
        assert page.findChild(Sheet, "late") is None
        asked: list[tuple[str, object]] = []
        page.go_to.connect(lambda name, place: asked.append((name, place)))
        panel = page.findChild(Sheet, "returned")
        panel.findChildren(Button)[0].click()
        assert asked == [("assessment", "lanh-dao-phu-trach")]


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        (answers.REPLACED, ("PhieuTiepNhan", "DacKhu"), ["earlier"]),
        (answers.FORKED, ("PhieuTiepNhan", "DongHai"), ["foreign", "standing"]),
    ],
)
def test_a_receipt_for_another_revision_is_told(
    tmp_path: Path, code: str, words: tuple[str, ...], expected: list[str], qtbot
):
    with shown(tmp_path, code, load_accepted(*words), qtbot) as page:
        qtbot.waitUntil(lambda: panels(page) == expected, timeout=20_000)
