"""Evidence: the list, its chips and search, citations written in place, and the way to the criterion."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.operations.commune import assessing, evidencing
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from ui.pages.evidence import ALL, CITED_ONLY, SHARED, UNCITED
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.entry import Entry
from ui.widgets.search_box import SearchBox
from ui.widgets.views import TableView

HOSTILE = "<b>Xã</b> R&D \u202efdp.exe"


def names(page) -> list[str]:
    return [line.title for line in page.findChild(TableView, "evidence-table").model().rows()]


def pieces(house):
    return {piece.name: piece for piece in assessing.view(house.workspace, house.part).evidence}


@pytest.mark.parametrize(("chip", "count"), [(ALL, 13), (UNCITED, 4), (SHARED, 1), (CITED_ONLY, 1)])
def test_a_chip_shows_what_it_counts(house, chip, count):
    page = house("half", "evidence").page
    chips = page.findChild(ChipRow)
    chips.set_value(chip)
    chips.chosen.emit(chip)
    assert len(names(page)) == count


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kiem ke may tinh", ["Biên bản kiểm kê máy tính.xlsx"]),
        ("112/BC", ["Báo cáo kết quả chuyển đổi số.pdf"]),
        ("2.3", ["Báo cáo quý I–III.docx"]),
        ("không có tệp này", []),
    ],
)
def test_search_finds_names_numbers_and_criteria_without_diacritics(house, qtbot, typed, found):
    page = house("half", "evidence").page
    page.findChild(SearchBox).setText(typed)
    qtbot.waitUntil(lambda: sorted(names(page)) == sorted(found))


def test_a_citation_is_written_in_place_and_kept_by_itself(house, qtbot):
    opened = house("half", "evidence")
    page = opened.page
    page.findChild(Button, "main").click()  # to the first one without a citation
    number, subject = page.findChild(Entry, "citation-number"), page.findChild(Entry, "citation-issuer")
    assert opened.window.focusWidget() is number
    qtbot.keyClicks(number, "15/BC-UBND")
    subject.setFocus()
    compose(subject, "Uy", text="Ủy ban nhân dân xã Hòa Bình")
    qtbot.waitUntil(  # no button, no leaving the field: it is saved a moment after the last keystroke
        lambda: pieces(opened)["Ảnh chụp chuyên mục chuyển đổi số.png"].citation.issuer == "Ủy ban nhân dân xã Hòa Bình"
    )
    assert pieces(opened)["Ảnh chụp chuyên mục chuyển đổi số.png"].citation.number == "15/BC-UBND"
    opened.wait(qtbot)
    assert subject.text() == "Ủy ban nhân dân xã Hòa Bình"


def test_what_was_typed_is_kept_when_another_piece_is_chosen(house, qtbot):
    opened = house("half", "evidence")
    page = opened.page
    table = page.findChild(TableView, "evidence-table")
    first, second = table.model().rows()[:2]
    table.select_key(first.piece.id)
    page.findChild(Entry, "citation-number").setText("99/QĐ-UBND")
    table.select_key(second.piece.id)
    opened.wait(qtbot)
    told = pieces(opened)
    assert told[first.piece.name].citation.number == "99/QĐ-UBND"
    assert told[second.piece.name].citation.number == second.piece.citation.number
    assert page.findChild(Entry, "citation-number").text() == second.piece.citation.number


def test_a_page_is_written_for_one_criterion_only(house, qtbot):
    opened = house("half", "evidence")
    page = opened.page
    page.show_place("ket-qua-ke-hoach")  # proven by the plan, which proves ke-hoach-nam as well
    entry = page.findChild(Entry, "page-ket-qua-ke-hoach")
    entry.setText("tr. 7")
    entry.commit()
    opened.wait(qtbot)
    links = {link.node: link.page for link in pieces(opened)["Kế hoạch chuyển đổi số năm 2026.pdf"].links}
    assert links == {"ke-hoach-nam": "tr. 5", "ket-qua-ke-hoach": "tr. 7"}


def test_the_arrow_leads_to_the_criterion(house):
    opened = house("half", "evidence")
    opened.page.show_place("may-tinh")
    opened.page.findChild(Button, "go-may-tinh").click()
    assert opened.asked == [("assessment", "may-tinh")]


def test_frozen_figures_can_be_read_but_not_changed(house):
    page = house("frozen", "evidence").page
    assert all(entry.isReadOnly() for entry in page.findChildren(Entry) if entry.objectName().startswith("citation"))


def test_in_a_narrow_window_list_and_piece_take_turns(house, qtbot):
    opened = house("half", "evidence")
    opened.window.resize(683, 512)
    page, table = opened.page, opened.page.findChild(TableView, "evidence-table")
    number = page.findChild(Entry, "citation-number")
    qtbot.waitUntil(lambda: table.isVisible() and not number.isVisible())
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert number.isVisible()
    assert not table.isVisible()


def test_nothing_attached_yet_offers_the_first_step(house):
    opened = house("begun", "evidence")
    opened.page.findChildren(Button)
    start = next(button for button in opened.page.findChildren(Button) if button.isVisible() and button.words())
    start.click()
    assert opened.asked == [("assessment", None)]


def test_a_hostile_name_is_only_text(house, qtbot):
    opened = house("half", "evidence")
    piece = pieces(opened)["Báo cáo quý I–III.docx"]
    opened.context.run(evidencing.describe, piece.id, name=HOSTILE)
    opened.wait(qtbot)
    opened.page.show_place(piece.id)
    shown = opened.page.findChild(Entry, "evidence-name").text()
    assert shown == "<b>Xã</b> R&D fdp.exe"
    opened.page.leave()
    opened.wait(qtbot)


def test_every_control_has_a_name_and_the_model_is_sound(house):
    page = house("half", "evidence").page
    assert nameless(page) == []
    model = page.findChild(TableView, "evidence-table").model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refresh()
