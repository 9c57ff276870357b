"""The board: what a drop brings, what needs a person, and every act on a row."""

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain import canonical
from app.operations import folders, parts
from app.operations.authority import campaigning, collecting, comparing, correcting, overseeing, ruling
from app.operations.authority.collecting import BoardState
from app.operations.commune import evidencing, parts_sending, submitting
from app.operations.trust import trusting
from app.storage import submissions
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.collecting_house import House, dialog_of, opened, press, words_of, world
from ui.dialogs.choose_version import ChooseVersionDialog
from ui.dialogs.drop_told import DropToldDialog
from ui.dialogs.key_compare import KeyDialog
from ui.dialogs.receive_time import ReceiveTimeDialog
from ui.dialogs.replacement import ReplacementDialog
from ui.dialogs.text_to_copy import TextToCopy
from ui.language import number_text
from ui.pages.collecting import Collecting
from ui.scenes.collecting_world import HOSTILE, PASSPHRASE
from ui.scenes.versions import corrected
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Option
from ui.widgets.views import TableView


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path) as made:
        yield made


@pytest.fixture
def page(house: House, qtbot) -> Collecting:
    """Everything came in already."""
    collecting.import_paths(house.workspace, house.part, list(house.files.values()))
    return house.show(qtbot, Collecting(house.context))


def board(page: Collecting) -> TableView:
    return page.findChild(TableView, "board")


def names(page: Collecting) -> list[str]:
    return [row.agency.name for row in board(page).model().rows()]


def state(house: House, code: str) -> BoardState:
    return next(row.state for row in collecting.board(house.workspace, house.part) if row.agency.code == code)


def test_nothing_received_yet(house: House, qtbot):
    page = house.show(qtbot, Collecting(house.context))
    assert len(names(page)) == 24
    assert page.main_action.words() == "Soạn tin đôn đốc 24 xã"


def test_a_drop_is_told_in_one_sentence_and_every_refused_file_by_its_own(house: House, qtbot, tmp_path: Path):
    page = house.show(qtbot, Collecting(house.context))
    folder = tmp_path / "USB của các xã"
    folder.mkdir()
    for code, path in house.files.items():
        (folder / f"Hồ sơ {code}.thuocso").write_bytes(path.read_bytes())
    page.load([folder])
    assert [job.title for job in house.context.jobs()] == ["Đang tiếp nhận hồ sơ"]  # not on this thread
    house.wait(qtbot)
    told = house.notices()
    assert "Đã nạp 4 tệp: tiếp nhận 2 hồ sơ, 1 tệp khác với bản cùng số, 1 tệp không đọc được." in told
    house.context.notices.waiting()[-1].acts[0].do()
    dialog = dialog_of(DropToldDialog, page)
    assert "Tệp chưa đầy đủ" in words_of(dialog, Label)
    press(dialog, Button, "act")
    assert QApplication.clipboard().text().startswith("Hồ sơ HG03.thuocso: Tệp chưa đầy đủ")


def test_the_own_campaign_file_among_them_is_called_by_its_name(house: House, qtbot):
    page = house.show(qtbot, Collecting(house.context))
    page.load([house.files["HG01"], world().bundle])
    house.wait(qtbot)
    (notice,) = house.context.notices.waiting()
    assert "gói triển khai" in notice.text
    assert "không đọc được" not in notice.text
    assert notice.tone == "good"
    notice.acts[0].do()
    dialog = dialog_of(DropToldDialog, page)
    assert "gói triển khai do chính cơ quan thẩm định lập, không phải hồ sơ" in words_of(dialog, Label)


def test_what_needs_a_person_stands_first(page: Collecting):
    assert names(page)[:3] == ["Phường Đông Hải", "Xã Hòa Bình", "Xã An Thạnh"]


def test_chips_count_and_filter(page: Collecting):
    page.show_place("missing")
    assert len(names(page)) == 22
    page.show_place("keys")
    assert names(page) == ["Xã Hòa Bình"]


def test_search_takes_vietnamese_and_telephone_numbers(page: Collecting, qtbot):
    search = page.findChild(SearchBox)
    search.setFocus()
    compose(search, "d", "dd", text="Đông Hải")
    qtbot.waitUntil(lambda: names(page) == ["Phường Đông Hải"])
    search.setText("000 103")
    qtbot.waitUntil(lambda: names(page) == ["Xã An Thạnh"])


def test_a_letter_on_the_board_begins_a_search(page: Collecting, qtbot):
    board(page).setFocus()
    qtbot.keyClick(board(page), "h")
    search = page.findChild(SearchBox)
    assert search.hasFocus()
    qtbot.keyClicks(search, "oa binh")
    qtbot.waitUntil(lambda: names(page) == ["Xã Hòa Bình"])


def test_a_key_is_accepted_when_the_code_is_the_same(page: Collecting, house: House, qtbot):
    page.show_place("HG01")
    house.wait(qtbot)
    press(page, Button, "act-accept")
    dialog = dialog_of(KeyDialog, page)
    typed = dialog.findChild(Entry, "typed-code")
    qtbot.keyClicks(typed, "1" * 30)
    press(dialog, Button, "act")
    assert dialog.isVisible()
    assert "Mã không khớp" in words_of(dialog, Label)
    assert state(house, "HG01") is BoardState.FIRST_SEEN
    row = next(row for row in board(page).model().rows() if row.agency.code == "HG01")
    typed.clear()
    qtbot.keyClicks(typed, row.check_code.replace(" ", "-"))
    assert "Mã khớp." in words_of(dialog, Label)
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert state(house, "HG01") is BoardState.RECEIVED


def test_many_keys_are_accepted_at_once(page: Collecting, house: House, qtbot):
    rows = collecting.board(house.workspace, house.part)
    chosen = next(row.submission for row in rows if row.agency.code == "HG02")
    ruling.choose(house.workspace, house.part, chosen, "Đầu mối xác nhận")
    page.refresh()
    house.wait(qtbot)
    board(page).selectAll()
    press(page, Button, "act-accept_all")
    dialog = dialog_of(KeyDialog, page)
    assert dialog.how() == "telephone"
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert {state(house, code) for code in ("HG01", "HG02")} == {BoardState.RECEIVED}


def test_of_two_different_files_one_is_chosen_with_a_reason(page: Collecting, house: House, qtbot):
    page.show_place("HG02")
    house.wait(qtbot)
    press(page, Button, "act-choose")
    house.wait(qtbot)
    dialog = dialog_of(ChooseVersionDialog, page)
    assert "Khác nhau ở 3 chỗ" in words_of(dialog, Label)
    first, second = dialog.findChildren(Option)
    second.click()
    press(dialog, Button, "act")
    assert dialog.isVisible()  # no reason yet
    compose(dialog.findChild(TextArea, "reason"), text="Đầu mối xác nhận qua điện thoại")
    first.click()
    assert not second.isChecked()
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert state(house, "HG02") is BoardState.FIRST_SEEN
    reasons = {item.state: item.reason for item in comparing.versions(house.workspace, house.part, "HG02")}
    assert reasons == {"current": "Đầu mối xác nhận qua điện thoại", "history": ""}
    assert "Đầu mối xác nhận qua điện thoại" in words_of(page, Label)  # and stands beside the row


def test_a_file_under_another_key_than_the_accepted_one_is_loud_and_decided_on(page: Collecting, house: House, qtbot):
    key = next(seen for seen in trusting.seen_keys(house.workspace) if seen.agency == "HG02")
    trusting.accept_key(house.workspace, "HG02", "agency", key.spki, "telephone")
    page.refresh()
    house.wait(qtbot)
    page.show_place("HG02")
    house.wait(qtbot)
    assert state(house, "HG02") is BoardState.OTHER_KEY

    def shown() -> str:
        """What stands on the page, without what was shown before and is on its way out."""
        return " ".join(" ".join(label.text() for label in page.findChildren(Label) if label.isVisible()).split())

    qtbot.waitUntil(lambda: "Có tệp mang tên nơi này nhưng niêm phong bằng khóa khác" in shown())
    told = shown()
    of_other, counting = told.index("Mã đối chiếu của khóa khác"), told.index("Khóa: đã ghi nhận")
    assert of_other < counting  # the code to be read out stands with the file that waits, not with the one that counts
    assert told.count("Mã đối chiếu") == 1
    press(page, Button, "act-replacement")
    house.wait(qtbot)
    dialog = dialog_of(ReplacementDialog, page)
    assert "theo khóa khác" in " ".join(words_of(dialog, Label).split())
    compose(dialog.findChild(TextArea, "reason"), text="Xã nói không gửi")
    press(dialog, Button, "decline")
    house.wait(qtbot)
    assert state(house, "HG02") is BoardState.RECEIVED


def test_differences_name_field_and_both_values(page: Collecting, house: House):
    a, b = comparing.versions(house.workspace, house.part, "HG02")
    found = comparing.differences(house.workspace, house.part, a.id, b.id)
    inputs = [item for item in found if item.field is comparing.Field.INPUT]
    assert {inputs[0].first, inputs[0].second} == {"11", "6"}
    assert [item.place.id for item in found] == ["wifi-cong-cong", "wifi-cong-cong", "ho-so-truc-tuyen"]
    assert comparing.differences(house.workspace, house.part, a.id, a.id) == ()


def test_the_time_of_receipt_needs_its_source_and_makes_late(page: Collecting, house: House, qtbot):
    page.show_place("HG01")
    house.wait(qtbot)
    press(page, Button, "act-time")
    dialog = dialog_of(ReceiveTimeDialog, page)
    dialog.findChild(Entry, "day").setText("15/11/2026")
    dialog.findChild(Entry, "time").setText("0h05")
    press(dialog, Button, "act")
    assert dialog.isVisible()
    compose(dialog.findChild(TextArea, "note"), text="Sổ văn bản đến số 512")
    press(dialog, Button, "act")
    house.wait(qtbot)
    row = next(row for row in collecting.board(house.workspace, house.part) if row.agency.code == "HG01")
    assert row.is_late
    assert row.received_at == "2026-11-15T00:05:00+07:00"
    page.show_place("late")
    assert names(page) == ["Xã Hòa Bình"]


def test_the_reminder_names_who_is_missing_and_who_should_send_again(page: Collecting):
    page.main_action.click()
    dialog = dialog_of(TextToCopy, page)
    press(dialog, Button, "act")
    told = QApplication.clipboard().text()
    assert told.startswith("Đến 08:05 13/11/2026 đã tiếp nhận 2/24 hồ sơ.")
    assert "đề nghị gửi lại: Xã An Thạnh." in told
    assert "Xã Bình Khê" in told.split("\n")[1]
    assert "hết ngày 14/11/2026" in told


def test_enter_opens_the_dossier_of_what_is_settled(page: Collecting, house: House, qtbot):
    row = next(row for row in board(page).model().rows() if row.agency.code == "HG01")
    trusting.accept_key(house.workspace, "HG01", "agency", row.spki, "telephone")
    page.refresh()
    house.wait(qtbot)
    page.show_place("HG01")
    with qtbot.waitSignal(page.go_to) as asked:
        qtbot.keyClick(board(page), Qt.Key.Key_Return)
    assert asked.args == ["appraising", "HG01"]


def test_when_all_are_in_appraising_begins(house: House, qtbot):
    collecting.import_paths(house.workspace, house.part, [house.files["HG01"]])
    campaign = parts.find(house.workspace, house.part).campaign
    campaigning.revise(house.workspace, house.part, agencies=(campaign.agency("HG01"),))
    page = house.show(qtbot, Collecting(house.context))
    assert page.main_action.words() == "Bắt đầu thẩm định"
    with qtbot.waitSignal(page.go_to) as asked:
        page.main_action.click()
    assert asked.args == ["appraising", None]


def test_a_hostile_name_is_only_text(house: House, qtbot):
    campaign = parts.find(house.workspace, house.part).campaign
    campaigning.set_agency(house.workspace, house.part, replace(campaign.agency("HG04"), name=HOSTILE))
    page = house.show(qtbot, Collecting(house.context))
    page.show_place("HG04")
    house.wait(qtbot)
    shown = next(label for label in page.findChildren(Label) if "10.0.0.9" in label.text())
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert "\u202e" not in shown.text()
    assert "<img" in next(name for name in names(page) if "10.0.0.9" in name)


def test_a_board_of_168_shows_all(house: House, qtbot):
    campaign = parts.find(house.workspace, house.part).campaign
    one = campaign.agencies[-1]
    many = tuple(replace(one, code=f"X{number}", name=f"Xã Số {number}") for number in range(144))
    campaigning.revise(house.workspace, house.part, agencies=(*campaign.agencies, *many))
    page = house.show(qtbot, Collecting(house.context))
    assert len(names(page)) == 168
    assert names(page).index("Xã Số 2") < names(page).index("Xã Số 10")


def test_the_list_goes_out_as_a_workbook(page: Collecting, house: House, tmp_path: Path):
    target = tmp_path / "Tiếp nhận.xlsx"
    words = {each.value: each.name for each in BoardState}
    overseeing.write_board(house.workspace, house.part, target, words)
    cells = [row[:3] for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True)]
    assert ("HG02", "Phường Đông Hải", "CONFLICTING") in cells
    assert sum(row[2] == "NOT_RECEIVED" for row in cells) == 21


def test_everything_has_a_name(page: Collecting, house: House, qtbot):
    page.show_place("HG02")
    house.wait(qtbot)
    assert nameless(page) == []


def test_a_narrow_page_shows_one_pane_and_enter_turns_to_the_other(page: Collecting, qtbot):
    page.resize(640, 420)
    page.show_place("HG01")
    assert not page.findChild(Button, "act-accept").isVisible()
    qtbot.keyClick(board(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(Button, "act-accept").isVisible())


def test_points_claimed_otherwise_are_listed_beside_those_computed_here(house: House, qtbot):
    collecting.import_paths(house.workspace, house.part, [house.files["HG01"]])
    with house.workspace.transaction():
        (kept,) = submissions.submissions(house.part)
        content = json.loads(kept.content)
        content["claims"]["wifi-cong-cong"]["points"] = "9/1"
        told = json.dumps(["wifi-cong-cong"])
        submissions.set_submission(kept.id, content=canonical.encode(content).decode(), differing=told)
    page = house.show(qtbot, Collecting(house.context))
    page.show_place("todo")
    assert names(page) == ["Xã Hòa Bình"]
    page.show_place("HG01")
    house.wait(qtbot)
    (row,) = comparing.differing_points(house.workspace, house.part, kept.id)
    assert (row.place.id, row.claimed) == ("wifi-cong-cong", 9)
    assert row.own < 9
    assert "9,00 → " in words_of(page, Label)
    assert "khác với điểm khai" in words_of(page, Label)


def test_a_submission_on_an_earlier_version_shows_both_totals(page: Collecting, house: House, qtbot):
    value = corrected(next(iter(parts.frameworks_for(house.workspace, house.part).values())))
    correcting.correct(house.workspace, house.part, value)
    page.refresh()
    house.wait(qtbot)
    page.show_place("HG01")
    house.wait(qtbot)
    (sent,) = comparing.versions(house.workspace, house.part, "HG01")
    told = " ".join(words_of(page, Label).split())
    assert f"tự chấm {number_text(sent.claimed, 2)} điểm. Theo bản {value.version}:" in told
    assert number_text(sent.total, 2) in told
    assert sent.total != sent.claimed


def test_whose_an_unreadable_file_is_stands_as_its_own_claim(page: Collecting, house: House, qtbot):
    assert state(house, "HG03") is BoardState.UNREADABLE
    claim = "Tên đơn vị là do tệp tự ghi, chưa được kiểm tra."
    for code, is_claimed in (("HG01", False), ("HG04", False), ("HG03", True)):
        page.show_place(code)
        house.wait(qtbot)
        assert (claim in words_of(page, Label)) is is_claimed, code


@pytest.fixture(scope="module")
def in_parts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """A further revision of HG01 with three photographs: its figures, then a volume for each."""
    folder = tmp_path_factory.mktemp("từng phần") / "Máy của HG01"
    shutil.copytree(world().folder.parent / folder.name, folder)
    opened_, dice = folders.open_workspace(folder, world().clock), random.Random(1)
    try:
        part = parts.find(opened_).id
        submitting.reopen(opened_, part, "Thêm minh chứng")
        for number in range(3):
            photo = folder.parent / f"Ảnh chụp {number}.jpg"
            photo.write_bytes(b"\xff\xd8\xff\xe0" + dice.randbytes(700_000))
            evidencing.attach(opened_, part, "wifi-cong-cong", [photo])
        submitting.freeze(opened_, part, "Nguyễn Văn Bình", "Chủ tịch UBND xã")
        return parts_sending.export(opened_, part, folder.parent, PASSPHRASE, parts_sending.MEGABYTE).paths
    finally:
        opened_.close()


def test_the_row_of_a_submission_in_parts_counts_its_volumes(in_parts: tuple[Path, ...], house: House, qtbot):
    figures, first, second, third = in_parts
    page = house.show(qtbot, Collecting(house.context))

    def bring(*paths: Path) -> str:
        """The words of the row after these came."""
        page.load(list(paths))
        house.wait(qtbot)
        model = board(page).model()
        number = next(number for number, row in enumerate(model.rows()) if row.agency.code == "HG01")
        return model.index(number, 4).data()

    assert bring(second) == "Có minh chứng, chờ số liệu"
    assert bring(figures) == "Đã tiếp nhận, chưa ghi nhận khóa"
    row = next(row for row in board(page).model().rows() if row.agency.code == "HG01")
    trusting.accept_key(house.workspace, "HG01", "agency", row.spki, "telephone")
    assert bring(first) == "Đã nhận số liệu, chờ minh chứng 2/3"
    page.show_place("HG01")
    house.wait(qtbot)
    assert "Minh chứng: đã có 2/3 tập" in words_of(page, Label)
    assert bring(third) == "Đã tiếp nhận"
