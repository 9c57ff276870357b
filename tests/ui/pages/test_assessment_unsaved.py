"""What is typed while the data can't be written stays on the screen, is told, and is kept as soon as may be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from app.operations import folders, parts
from app.operations.commune import assessing, evidencing
from app.operations.workspace import DATABASE
from app.storage import opening
from tests.app.operations.sets import pdf
from tests.ui.pages import desk_house
from tests.ui.pages.desk_house import House
from tests.ui.pages.test_assessment import part_of, type_into
from ui import autosave, language
from ui.context import Context
from ui.dialogs.citation import CitationDialog
from ui.main_window import MainWindow
from ui.pages.evidence import Evidence
from ui.pages.framework_editor import saving
from ui.session import Session
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.text import Label


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits of seconds are tenths here."""
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    monkeypatch.setattr(autosave, "AGAIN", 200)
    monkeypatch.setattr(saving, "AGAIN", 200)


@pytest.fixture
def house(tmp_path: Path, preferences, qtbot):
    with desk_house.opened(tmp_path, preferences, qtbot) as made:
        yield made


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Another program writes to the database meanwhile."""
    with closing(sqlite3.connect(folder / DATABASE)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


def told(context: Context) -> str:
    return " ".join(notice.text for notice in context.notices.waiting())


def explain(house: House, words: str) -> QWidget:
    area = part_of(house, "explanation")
    area.setFocus()
    area.insertPlainText(words)
    return area


def test_words_typed_while_another_program_holds_the_data_are_kept_when_it_lets_go(house: House):
    house.at("1.1")
    unsaved: list[str] = []
    house.context.unsaved.connect(lambda: unsaved.append(told(house.context)))
    with held(house.workspace.folder):
        area = explain(house, "giải trình dài nửa tiếng")
        house.page.leave()
        house.until(lambda: len(unsaved) > 1)  # tried again, and told once
        assert area.toPlainText() == "giải trình dài nửa tiếng"
        assert unsaved[-1].count("Một chương trình khác đang giữ tệp dữ liệu") == 1
        assert "vẫn ở trên màn hình" in unsaved[-1]
        type_into(house, "online", "1506")
        house.at("1.2")
        explain(house, "ở tiêu chí khác")
        assert house.page.unkept()
    house.until(lambda: not house.page.unkept())
    assert house.seen().response("n1.1").explanation == "giải trình dài nửa tiếng"
    assert house.seen().response("n1.1").inputs["online"] == "1506"
    assert house.seen().response("n1.2").explanation == "ở tiêu chí khác"
    assert not told(house.context)


def test_words_typed_while_the_folder_is_away_are_kept_when_it_is_back(house: House):
    house.at("1.1")
    unsaved: list[None] = []
    house.context.unsaved.connect(lambda: unsaved.append(None))
    folder = house.workspace.folder
    away = folder.rename(folder.with_name("mạng đã ngắt"))
    explain(house, "khi mạng mất")
    house.page.leave()
    house.until(lambda: bool(unsaved))
    away.rename(folder)
    house.until(lambda: not house.page.unkept())
    assert house.seen().response("n1.1").explanation == "khi mạng mất"


def test_what_was_typed_last_stands_although_an_earlier_saving_failed(house: House):
    house.at("1.1")
    saver = house.page._autosave
    with held(house.workspace.folder):
        saver.note("n1.1", {"explanation": "câu cũ", "inputs": {"online": "1", "total": "9"}}, at_once=True)
        saver.note("n1.1", {"explanation": "câu mới"}, at_once=True)
        saver.note("n1.1", {"inputs": {"online": "2"}}, at_once=True)
        house.until(lambda: not saver._running)
    house.until(lambda: saver.is_idle)
    kept = house.seen().response("n1.1")
    assert (kept.explanation, kept.inputs) == ("câu mới", {"online": "2", "total": "9"})


@pytest.fixture
def window(tmp_path: Path, preferences, qtbot):
    """The whole window at the desk; it may close its folder itself."""
    with desk_house.opened(tmp_path, preferences, qtbot) as house:
        pass
    workspace = folders.open_workspace(house.workspace.folder)
    context = Context(workspace, preferences)
    made = MainWindow(context, ())
    qtbot.addWidget(made)
    session = Session(made)
    session.begin()
    made.show()
    made.open_page("assessment").show_place("1.1")
    try:
        yield made
    finally:
        if not context.is_closed:
            context.close()
        workspace.close()


def typed(window: MainWindow, words: str) -> None:
    window.page().findChild(QWidget, "explanation").setPlainText(words)


def question(window: MainWindow) -> QDialog:
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def test_closing_asks_while_something_could_not_be_saved(window: MainWindow, qtbot):
    folder = window.context.workspace.folder
    with held(folder):
        typed(window, "gõ xong thì đóng")
        assert not window.close()
        assert not window.context.is_closed
        assert "chưa nằm trên đĩa" in " ".join(each.text() for each in question(window).findChildren(QWidget) if
                                             hasattr(each, "text"))  # fmt: skip
        assert window.header._saved.text() == "Chưa lưu được"
        question(window).reject()
    qtbot.waitUntil(lambda: window.header._saved.text().startswith("Đã lưu"), timeout=10_000)
    assert window.close()
    assert window.context.is_closed


def test_closing_without_it_is_a_choice(window: MainWindow, qtbot):
    with held(window.context.workspace.folder):
        typed(window, "không cần nữa")
        assert not window.close()
        question(window).findChild(Button, "act").click()
        qtbot.waitUntil(lambda: window.context.is_closed, timeout=10_000)
    assert not window.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_escape_stay_where_something_would_be_lost(window: MainWindow, qtbot, key: Qt.Key):
    with held(window.context.workspace.folder):
        typed(window, "nửa tiếng gõ")
        assert not window.close()
        asked = question(window)
        stay, go = asked.findChild(Button, "leave"), asked.findChild(Button, "act")
        assert (stay.property("look"), go.property("look")) == ("main", "plain")
        assert stay.isDefault()
        assert asked.focusWidget() is stay
        qtbot.keyClick(asked.focusWidget(), key)
        assert not asked.isVisible()
        assert window.page().unkept()
    assert not window.context.is_closed


def test_closing_right_after_typing_keeps_it(window: MainWindow):
    folder = window.context.workspace.folder
    typed(window, "gõ xong đóng ngay")
    assert window.close()
    window.context.workspace.close()
    again = folders.open_workspace(folder)
    part = parts.everything(again)[0]
    assert assessing.view(again, part.id).response("n1.1").explanation == "gõ xong đóng ngay"
    again.close()


def test_another_part_waits_for_what_is_typed(window: MainWindow, qtbot):
    context = window.context
    before = window.page()
    with held(context.workspace.folder):
        typed(window, "chưa lưu")
        context.part_asked.emit(context.part_id)
        assert window.page() is before
        question(window).reject()
    qtbot.waitUntil(lambda: not before.unkept(), timeout=10_000)


def test_going_to_another_part_without_it_lets_it_go(window: MainWindow, qtbot):
    context = window.context
    before = window.page()
    with held(context.workspace.folder):
        typed(window, "không cần nữa")
        context.part_asked.emit(context.part_id)
        question(window).findChild(Button, "act").click()
        assert window.page() is not before
        assert not told(context)
        assert window.header._saved.text().startswith("Đã lưu")
        qtbot.waitUntil(lambda: not isValid(before), timeout=10_000)
        qtbot.waitUntil(lambda: not context.jobs(), timeout=10_000)
    seen = assessing.view(context.workspace, context.part_id)
    assert seen.response("n1.1").explanation == ""


def test_the_first_page_waits_for_what_is_typed(window: MainWindow):
    before = window.page()
    with held(window.context.workspace.folder):
        typed(window, "chưa lưu")
        window.findChild(Session).start_anew()
        question(window).reject()
        assert window.page() is before
        assert window.context.part_id


def test_another_language_waits_for_what_is_typed(window: MainWindow, qtbot):
    before = window.page()
    with held(window.context.workspace.folder):
        typed(window, "chưa lưu")
        window.context.language_asked.emit("en")
        question(window).reject()
        assert language.current() == "vi"
    qtbot.waitUntil(lambda: not before.unkept(), timeout=10_000)
    typed(window, "lưu rồi")
    window.context.language_asked.emit("en")
    qtbot.waitUntil(lambda: window.page() is not before, timeout=10_000)
    assert window.page().title == "Self-assessment"
    part_id = window.context.part_id
    assert assessing.view(window.context.workspace, part_id).response("n1.1").explanation == "lưu rồi"


def test_another_language_without_it_makes_all_words_anew(window: MainWindow, qtbot):
    before = window.page()
    with held(window.context.workspace.folder):
        typed(window, "không cần nữa")
        window.context.language_asked.emit("en")
        question(window).findChild(Button, "act").click()
        qtbot.waitUntil(lambda: window.page() is not before, timeout=10_000)
        assert window.page().title == "Self-assessment"
        assert not window.page().unkept()
        assert not told(window.context)
        qtbot.waitUntil(lambda: not isValid(before), timeout=10_000)


def citation(house: House) -> CitationDialog:
    return next(each for each in house.page.findChildren(CitationDialog) if each.isVisible())


def write(dialog: CitationDialog, name: str, words: str) -> None:
    dialog.findChild(Entry, name).setText(words)


def test_a_paper_cited_while_another_program_holds_the_data_stays_in_its_dialog(house: House):
    house.at("1.1")
    house.page._evidence_acts.cite()
    asked = citation(house)
    write(asked, "number", "212/BC-UBND")
    write(asked, "page", "trang 3")
    save = asked.findChild(Button, "act")
    with held(house.workspace.folder):
        save.click()
        asked.reject()  # it is being written: neither left nor written twice
        asked.accept()
        house.until(lambda: asked.findChild(Label, "trouble").isVisible())
        assert "đang giữ tệp dữ liệu" in asked.findChild(Label, "trouble").text()
        house.settle()
    assert asked.isVisible()
    assert asked.values()[0].number == "212/BC-UBND"
    assert asked.values()[1] == "trang 3"
    save.click()
    house.until(lambda: not isValid(asked))
    (kept,) = house.seen().evidence
    assert (kept.citation.number, kept.links[0].page) == ("212/BC-UBND", "trang 3")


def test_a_citation_changed_while_the_folder_is_away_stays_in_its_dialog(house: House, tmp_path: Path):
    house.at("1.1")
    evidencing.attach(house.workspace, house.context.part_id, "1.1", [pdf(tmp_path, "a.pdf")])
    house.page.refresh()
    house.settle()
    house.page._evidence_acts.edit(house.seen().evidence[0])
    asked = citation(house)
    write(asked, "number", "12/BC-UBND")
    write(asked, "page", "tr. 3")
    folder = house.workspace.folder
    away = folder.rename(folder.with_name("mạng đã ngắt"))
    asked.findChild(Button, "act").click()
    house.until(lambda: asked.findChild(Label, "trouble").isVisible())
    away.rename(folder)
    assert asked.values()[1] == "tr. 3"
    asked.findChild(Button, "act").click()
    house.until(lambda: not isValid(asked))
    (kept,) = house.seen().evidence
    assert (kept.citation.number, kept.links[0].page) == ("12/BC-UBND", "tr. 3")


def test_a_citation_left_alone_changes_nothing(house: House):
    house.at("1.1")
    house.page._evidence_acts.cite()
    asked = citation(house)
    write(asked, "number", "212/BC-UBND")
    asked.reject()
    house.until(lambda: not isValid(asked))
    assert house.seen().evidence == ()


def test_a_citation_typed_meanwhile_is_shown_and_kept_like_any_answer(house: House, tmp_path: Path, qtbot):
    piece = evidencing.attach(house.workspace, house.context.part_id, "1.1", [pdf(tmp_path, "a.pdf")]).ids[0]
    page = Evidence(house.context)
    qtbot.addWidget(page)
    house.context.changed.connect(page.on_changed)
    page.show()
    page.refresh_if_stale()
    with held(house.workspace.folder):
        for name, words in (("citation-number", "12/BC-UBND"), ("page-n1.1", "tr. 3")):
            entry = page.findChild(QWidget, name)
            entry.setText(words)
            entry.textEdited.emit(words)
            page.leave()
        house.until(lambda: "đang giữ tệp dữ liệu" in told(house.context))
        page.refresh()
        assert page.findChild(QWidget, "citation-number").text() == "12/BC-UBND"
        assert page.findChild(QWidget, "page-n1.1").text() == "tr. 3"
        assert "chưa nằm trên đĩa" in page.unkept()
    house.until(lambda: not page.unkept())
    (kept,) = house.seen().evidence
    assert (kept.id, kept.citation.number, kept.links[0].page) == (piece, "12/BC-UBND", "tr. 3")
