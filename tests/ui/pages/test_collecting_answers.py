"""What the authority answers from the board: receipts, returns, replacements after the deadline."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.operations import folders, parts
from app.operations.authority import collecting
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.commune import assessing, submitting
from app.operations.trust import trusting
from tests.ui.accessibility import nameless
from tests.ui.pages.collecting_house import House, dialog_of, opened, press, words_of, world
from ui.dialogs.choose_version import ChooseVersionDialog
from ui.dialogs.files_written import FilesWrittenDialog
from ui.dialogs.note import NoteDialog
from ui.dialogs.replacement import ReplacementDialog
from ui.dialogs.return_submission import ReturnDialog
from ui.dialogs.seal_many import SealManyDialog
from ui.pages.collecting import Collecting
from ui.pages.collecting_rows import send_again
from ui.scenes.collecting_world import PASSPHRASE
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


@pytest.fixture(scope="module")
def replacement(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second revision of HG01."""
    made = world()
    folder = tmp_path_factory.mktemp("bản thay thế")
    opened_ = folders.open_workspace(made.folder.parent / "Máy của HG01", made.clock)
    try:
        part = parts.find(opened_).id
        submitting.reopen(opened_, part, "Sửa số liệu")
        assessing.answer(opened_, part, "wifi-cong-cong", inputs={"diem_wifi": "1"})
        submitting.freeze(opened_, part, "Nguyễn Văn Bình", "Chủ tịch UBND xã")
        return submitting.seal_and_export(opened_, part, folder, PASSPHRASE).path
    finally:
        opened_.close()


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path) as made:
        collecting.import_paths(made.workspace, made.part, list(made.files.values()))
        for row in collecting.board(made.workspace, made.part):
            if row.submission:
                trusting.accept_key(made.workspace, row.agency.code, "agency", row.spki, "telephone")
        yield made


@pytest.fixture
def page(house: House, qtbot) -> Collecting:
    return house.show(qtbot, Collecting(house.context))


def row(house: House, code: str = "HG01") -> BoardRow:
    return next(item for item in collecting.board(house.workspace, house.part) if item.agency.code == code)


def turn_to(page: Collecting, house: House, code: str, qtbot) -> None:
    page.show_place(code)
    house.wait(qtbot)


def write(dialog, name: str, words: str) -> None:
    dialog.findChild(TextArea, name).set_text(words)


def seal(dialog, folder: Path) -> None:
    dialog.choose(folder)
    dialog.findChild(Entry, "passphrase").setText(PASSPHRASE)
    press(dialog, Button, "act")


def test_receipts_are_made_for_all_that_have_none(page: Collecting, house: House, tmp_path: Path, qtbot):
    press(page, Button, "receipts")
    dialog = dialog_of(SealManyDialog, page)
    assert nameless(dialog) == []
    seal(dialog, tmp_path)
    house.wait(qtbot)
    assert sorted(path.name for path in tmp_path.glob("PhieuTiepNhan_*")) == [
        "PhieuTiepNhan_PhuongDongHai.thuocso",
        "PhieuTiepNhan_XaHoaBinh.thuocso",
    ]
    assert dialog_of(FilesWrittenDialog, page)
    assert row(house).receipt_at
    assert page.findChild(Button, "receipts").isHidden()


def test_a_submission_is_returned_with_what_is_lacking_and_taken_back(
    page: Collecting, house: House, tmp_path: Path, qtbot
):
    turn_to(page, house, "HG01", qtbot)
    press(page, Button, "act-return")
    house.wait(qtbot)
    dialog = dialog_of(ReturnDialog, page)
    press(dialog, Button, "act")  # nothing said yet: it stays
    assert dialog.isVisible()
    write(dialog, "reason", "Thiếu chữ ký của lãnh đạo")
    dialog.add_criterion("lanh-dao-phu-trach", "Thiếu quyết định")
    assert nameless(dialog) == []
    seal(dialog, tmp_path)
    house.wait(qtbot)
    assert [path.name for path in tmp_path.glob("*TraLai*")] == ["XaHoaBinh_TraLai_Lan1_Ban1.thuocso"]
    assert row(house).state is BoardState.RETURNED
    page.refresh()
    house.wait(qtbot)
    turn_to(page, house, "HG01", qtbot)
    press(page, Button, "act-keep")
    note = dialog_of(NoteDialog, page)
    write(note, "note", "Xã đã gửi bản ký riêng")
    press(note, Button, "act")
    house.wait(qtbot)
    assert row(house).state is BoardState.RECEIVED


@pytest.mark.parametrize(("answer", "number"), [("act", 2), ("decline", 1)])
def test_a_replacement_after_the_deadline_is_taken_or_left(
    page: Collecting, house: House, replacement: Path, answer: str, number: int, qtbot
):
    house.clock.move(days=5)
    collecting.import_paths(house.workspace, house.part, [replacement])
    page.refresh()
    house.wait(qtbot)
    turn_to(page, house, "HG01", qtbot)
    press(page, Button, "act-replacement")
    house.wait(qtbot)
    dialog = dialog_of(ReplacementDialog, page)
    assert nameless(dialog) == []
    assert "1" in [item.second for item in dialog._differences._model.rows()]
    assert [item.agency.code for item in dialog._model.rows()] == ["HG01"]
    press(dialog, Button, answer)  # without a reason nothing happens
    assert dialog.isVisible()
    write(dialog, "reason", "Công văn số 45")
    press(dialog, Button, answer)
    house.wait(qtbot)
    assert (row(house).revision_number, row(house).waiting) == (number, "")
    turn_to(page, house, "HG01", qtbot)
    press(page, Button, "act-choose")  # every file received, and the choice made anew
    house.wait(qtbot)
    assert len(dialog_of(ChooseVersionDialog, page)._versions) == 2


def test_the_text_for_an_unreadable_file_names_it_and_the_moment(house: House):
    words = send_again(row(house, "HG03"), "UBND tỉnh Hải Giang")
    assert "Bản tải dở của HG03.thuocso" in words
    assert "08:05 13/11/2026" in words


def test_the_page_stays_readable_where_it_is_narrow(page: Collecting, house: House, qtbot):
    page.resize(620, 600)
    turn_to(page, house, "HG01", qtbot)
    assert words_of(page, Label)
