"""Publishing: every line of the check leads on, keys need a reason, draft and final are written and listed."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.operations.authority import collecting, publishing
from app.operations.trust import trusting
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.appraising_house import House, dialog_of, opened, press, words
from ui.dialogs.dialog import Dialog
from ui.dialogs.files_written import FilesWrittenDialog
from ui.dialogs.seal_many import SealManyDialog
from ui.pages.publication import Publication
from ui.scenes.appraising_world import PASSPHRASE
from ui.widgets.entry import Entry
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick
from ui.widgets.views import TableView
from ui.widgets.worded import OneOf

PLACES = {
    "keys": ("collecting", "keys"),
    "disagreements": ("council", "disagreement"),
    "undecided": ("appraising", None),
    "received": ("collecting", "missing"),
}


def publication(qtbot, house: House) -> Publication:
    return house.show(qtbot, Publication(house.context))


def kind(page: QWidget) -> OneOf:
    return page.findChild(OneOf, "kind")


def seal(qtbot, house: House, page: QWidget, folder: Path) -> None:
    dialog = dialog_of(SealManyDialog, page)
    dialog.choose(folder)
    dialog.findChild(Entry, "passphrase").setText(PASSPHRASE)
    press(dialog, "act")
    house.wait(qtbot)


@pytest.mark.parametrize(
    ("stage", "line"), [("done", "keys"), ("done", "disagreements"), ("received", "undecided"), ("begun", "received")]
)
def test_every_open_line_leads_to_where_it_is_settled(qtbot, tmp_path: Path, stage: str, line: str) -> None:
    with opened(tmp_path, stage) as house:
        page = publication(qtbot, house)
        press(page, f"go-{line}")
        assert house.asked == [PLACES[line]]


def test_nothing_received_cannot_be_published(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "begun") as house:
        page = publication(qtbot, house)
        assert not page.main_action.isEnabled()
        assert "3 nơi chưa gửi hồ sơ" in words(page)


def test_a_draft_goes_out_with_a_reason_for_keys_and_is_listed(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "done") as house:
        page = publication(qtbot, house)
        assert kind(page).value() == "draft"
        press(page, "publish")
        assert "Ghi lý do" in words(page)
        compose(page.findChild(TextArea, "keys-reason"), "xac", "xác", text="Xác nhận bằng công văn số 15")
        press(page, "publish")
        seal(qtbot, house, page, tmp_path)
        told = publishing.results(house.workspace, house.part)
        assert [one.standing for one in told] == ["draft"]
        assert len(list(tmp_path.glob("*_KetQua_1.thuocso"))) == 3
        assert len(list(tmp_path.glob("XepHang_*.pdf"))) == len(list(tmp_path.glob("XepHang_*.xlsx"))) == 1
        listed = dialog_of(FilesWrittenDialog, page).findChild(TableView, "files").model()
        assert listed.rowCount() == 5
        history = page.findChild(TableView, "history").model()
        assert "Dự thảo" in history.cell_at(0, 1).text


def test_no_reason_publishes_over_another_key_and_the_agency_is_named(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "done") as house:
        row = next(row for row in collecting.board(house.workspace, house.part) if row.is_key_open)
        trusting.accept_key(house.workspace, row.agency.code, "agency", "ab" * 32, "telephone")
        page = publication(qtbot, house)
        press(page, "publish")
        assert not page.window().findChildren(SealManyDialog)
        (told,) = page.context.notices.waiting()
        assert row.agency.name in told.text
        assert "lý do không thay được" in told.text
        press(page, "go-other_keys")
        assert house.asked == [("collecting", "keys")]


def test_final_with_open_lines_asks_and_names_them(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "done") as house:
        page = publication(qtbot, house)
        kind(page).set_value("final")
        kind(page).chosen.emit("final")
        compose(page.findChild(TextArea, "keys-reason"), text="Đã xác nhận")
        press(page, "publish")
        question = dialog_of(Dialog, page)
        assert "ý kiến khác nhau" in words(question)
        question.reject()
        house.wait(qtbot)
        assert not publishing.results(house.workspace, house.part)


def test_after_a_final_one_the_next_is_amended(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "published") as house:
        page = publication(qtbot, house)
        assert [each.number for each in publishing.results(house.workspace, house.part)] == [2, 1]
        assert page.main_action.words() == "Công bố kết quả điều chỉnh"


def test_everything_has_a_name(qtbot, qtmodeltester, tmp_path: Path) -> None:
    with opened(tmp_path, "published") as house:
        page = publication(qtbot, house)
        assert nameless(page) == []
        qtmodeltester.check(page.findChild(TableView, "history").model())


def test_the_annex_that_explains_every_point_is_asked_for_with_a_tick(qtbot, tmp_path: Path) -> None:
    with opened(tmp_path, "done") as house:
        page = publication(qtbot, house)
        compose(page.findChild(TextArea, "keys-reason"), "xac", "xác", text="Xác nhận bằng công văn số 15")
        page.findChild(Tick, "explained").setChecked(True)
        press(page, "publish")
        seal(qtbot, house, page, tmp_path)
        result = next(tmp_path.glob("*_KetQua_1.thuocso"))
        subprocess.run(["unzip", "-q", result, "report.pdf", "-d", tmp_path], check=True)
        paper = ["pdftotext", tmp_path / "report.pdf", "-"]
        told = subprocess.run(paper, check=True, capture_output=True, text=True).stdout
        assert "DIỄN GIẢI ĐIỂM" in told.upper()
