"""The registry: states at a glance, keys accepted one by one and together, ended, set aside; forms in and out."""

import functools
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app.domain.agency import Contact
from app.operations import folders
from app.operations.authority import campaigning, collecting, registry
from app.operations.authority.registry import KeyState
from app.operations.trust import registering, trusting
from app.storage.registry import Entry
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.collecting_house import House, dialog_of, opened, press, words_of, world
from ui.dialogs.key_compare import KeyDialog
from ui.dialogs.key_registry import CloseKeyDialog, RegistryEntryDialog
from ui.dialogs.note import NoteDialog
from ui.pages.registry import Registry
from ui.scenes.collecting_world import HOSTILE, PASSPHRASE, sent_from
from ui.widgets.button import Button
from ui.widgets.entry import Entry as EntryField
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea

OTHER = "11111 22222 33333 44444 55555 66666"


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path) as made:
        yield made


@pytest.fixture
def page(house: House, qtbot) -> Registry:
    """The submission of HG01 came in; HG02 sent two files."""
    collecting.import_paths(house.workspace, house.part, list(house.files.values()))
    return house.show(qtbot, Registry(house.context))


def line(house: House, code: str) -> registry.Line:
    return next(it for it in registry.book(house.workspace, house.part) if it.agency.code == code)


def known(house: House, *entries: Entry) -> None:
    house.context.run(registry.set_entries, house.part, entries)


def chosen(page: Registry, house: House, qtbot, code: str) -> None:
    house.wait(qtbot)
    page.show_place("all")
    page.show_place(code)
    house.wait(qtbot)


def test_every_state_has_its_words_and_its_acts(page: Registry, house: House, qtbot):
    chosen(page, house, qtbot, "HG01")
    assert line(house, "HG01").waiting.check_code.split()[0] in words_of(page, Label)
    assert page.findChild(Button, "act-accept") is not None
    assert page.findChild(Button, "act-close") is None
    known(house, Entry("HG01", check_code=line(house, "HG01").waiting.check_code, source="Công văn số 12"))
    chosen(page, house, qtbot, "HG01")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(Button, "act-accept_matching")))
    known(house, Entry("HG01", check_code=OTHER))
    chosen(page, house, qtbot, "HG01")
    assert "33333" in words_of(page, Label)
    assert nameless(page) == []


def test_a_key_is_accepted_after_its_code_was_read_out(page: Registry, house: House, qtbot):
    chosen(page, house, qtbot, "HG01")
    press(page, Button, "act-accept")
    dialog = dialog_of(KeyDialog, page)
    assert "0900 000 101" in words_of(dialog, Label)  # the number of the list, not of the file
    qtbot.keyClicks(dialog.findChild(EntryField, "typed-code"), line(house, "HG01").waiting.check_code)
    press(dialog, Button, "act")
    house.wait(qtbot)
    now = line(house, "HG01")
    assert (now.state, now.pin.how) == (KeyState.ACCEPTED, "telephone")


def test_against_the_letter_a_key_is_accepted_only_by_the_code_heard(page: Registry, house: House, qtbot):
    known(house, Entry("HG01", check_code=OTHER))
    chosen(page, house, qtbot, "HG01")
    press(page, Button, "act-accept")
    dialog = dialog_of(KeyDialog, page)
    assert OTHER in words_of(dialog, Label)
    press(dialog, Button, "act")
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.findChild(EntryField, "typed-code"), line(house, "HG01").waiting.check_code)
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert line(house, "HG01").state is KeyState.ACCEPTED


def test_all_as_in_their_letters_are_accepted_in_one_click(page: Registry, house: House, qtbot):
    codes = {code: line(house, code).waiting.check_code for code in ("HG01", "HG02")}
    known(house, *(Entry(code, check_code=told, source="Công văn") for code, told in codes.items()))
    qtbot.waitUntil(lambda: "Ghi nhận" in page.findChild(Button, "next").words(), timeout=20_000)
    press(page, Button, "next")
    house.wait(qtbot)
    assert {line(house, code).state for code in codes} <= {KeyState.ACCEPTED, KeyState.OTHER_KEY}
    assert {pin.how for pin in trusting.pins(house.workspace)} == {"Công văn"}


def test_what_a_letter_says_is_typed_and_judged_at_once(page: Registry, house: House, qtbot):
    chosen(page, house, qtbot, "HG01")
    press(page, Button, "act-edit")
    dialog = dialog_of(RegistryEntryDialog, page)
    code = dialog.findChild(EntryField, "entry-code")
    qtbot.keyClicks(code, "12345")
    press(dialog, Button, "act")
    assert dialog.isVisible()
    code.clear()
    qtbot.keyClicks(code, line(house, "HG01").waiting.check_code)
    dialog.findChild(EntryField, "entry-source").setText(HOSTILE)
    press(dialog, Button, "act")
    house.wait(qtbot)
    now = line(house, "HG01")
    assert (now.state, now.telephone) == (KeyState.MATCHES, "0900 000 101")
    assert "<img" in words_of(page, Label)  # shown as it was typed


def test_an_accepted_key_is_ended_with_who_said_so(page: Registry, house: House, qtbot):
    house.context.run(registry.accept, house.part, "HG01", "telephone")
    chosen(page, house, qtbot, "HG01")
    press(page, Button, "act-close")
    dialog = dialog_of(CloseKeyDialog, page)
    dialog.choose("stolen")
    press(dialog, Button, "act")
    assert dialog.isVisible()
    compose(dialog.findChild(TextArea, "note"), text="Chủ tịch báo qua điện thoại")
    press(dialog, Button, "act")
    house.wait(qtbot)
    now = line(house, "HG01")
    assert (now.state, [pin.reason for pin in now.ended]) == (KeyState.CLOSED, ["stolen"])

    chosen(page, house, qtbot, "HG01")  # it was another commune's
    press(page, Button, "act-reopen")
    note = dialog_of(NoteDialog, page)
    press(note, Button, "act")
    assert note.isVisible()
    compose(note.findChild(TextArea, "note"), text="Nghe nhầm tên xã")
    press(note, Button, "act")
    house.wait(qtbot)
    assert (line(house, "HG01").state, line(house, "HG01").ended) == (KeyState.ACCEPTED, ())


def test_a_key_that_is_not_the_agency_s_is_set_aside(page: Registry, house: House, qtbot):
    chosen(page, house, qtbot, "HG01")
    press(page, Button, "act-refuse")
    dialog = dialog_of(NoteDialog, page)
    press(dialog, Button, "act")
    assert dialog.isVisible()
    compose(dialog.findChild(TextArea, "note"), text="Xã nói chưa gửi gì")
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert line(house, "HG01").state is KeyState.NOTHING


def test_the_form_goes_out_and_comes_back_and_a_bad_one_names_its_cell(page: Registry, house: House, qtbot, tmp_path):
    path = tmp_path / "danh bạ.xlsx"
    page.write_form(path)
    house.wait(qtbot)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    sheet["E2"] = "12345"
    book.save(path)
    page.load_form(path)
    house.wait(qtbot)
    assert "E2" in house.notices()
    sheet["E2"] = OTHER
    book.save(path)
    page.load_form(path)
    house.wait(qtbot)
    assert sum(it.entry.check_code == OTHER for it in registry.book(house.workspace, house.part)) == 1


HA = Contact(name="Nguyễn Thị Hà", telephone="0900 000 909")


@functools.cache
def report() -> Path:
    """What HG09 reports from its own computer: made before the authority's folder is opened, one at a time."""
    made = world()
    folder = made.bundle.parent / "Máy của HG09"
    commune = folders.open_workspace(folder, made.clock)
    part = campaigning.accept(commune, made.bundle, "HG09")
    sent = registering.make(commune, part.id, sent_from(folder), PASSPHRASE, HA).path
    commune.close()
    return sent


@pytest.fixture
def sent() -> Path:
    return report()


def test_a_registration_is_taken_in_here_and_other_files_go_to_the_board(sent, page: Registry, house: House, qtbot):
    asked = []
    page.go_to.connect(lambda name, place: asked.append(name))
    page.load([sent])
    house.wait(qtbot)
    assert line(house, "HG09").registration.content.contact == HA
    assert asked == []
    chosen(page, house, qtbot, "HG09")
    assert "0900 000 909" in words_of(page, Label)
    page.load([house.files["HG03"]])
    house.wait(qtbot)
    assert asked == ["collecting"]
