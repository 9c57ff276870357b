"""What holds for the whole set, written in the editor: regulation, lists, deadlines, questions, remarks, own names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain import questions
from app.domain.problems import Severity
from app.domain.rules import Policy
from app.operations.frameworks import authoring
from tests.ui.pages.collecting_house import House, press
from tests.ui.pages.drafting_house import begun, cell, editor, empty_house, id_of, kept
from ui.pages.framework_editor import FrameworkEditor
from ui.pages.framework_editor.records import Records
from ui.widgets.button import Button
from ui.widgets.text import Label


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with empty_house(tmp_path) as made:
        yield made


@pytest.fixture
def one(house: House, qtbot) -> FrameworkEditor:
    made = editor(begun(house, qtbot, authoring.find(None, "minh-hoa-xa")))
    made.show_tab("set")
    return made


def section(one: FrameworkEditor, name: str):
    one.set_sheet.show_section(name)
    return one.set_sheet.section(name)


def typed(qtbot, field: QWidget, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, words)


def told(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def test_the_regulation_is_typed_and_kept(one: FrameworkEditor, house: House, qtbot):
    form = section(one, "regulation")
    typed(qtbot, form.bounds["number"].entry, "815/QD-UBND")
    typed(qtbot, form.bounds["date"].entry, "20/5/2026")
    form.bounds["date"].entry.commit()
    one.leave()
    regulation = kept(house, qtbot).regulation
    assert (regulation.number, regulation.date.isoformat()) == ("815/QD-UBND", "2026-05-20")


def test_totals_are_typed_with_comma_and_percent_signs(one: FrameworkEditor, qtbot):
    form = section(one, "totals")
    typed(qtbot, form.bounds["bonus_cap"].entry, "7,5")
    assert one.framework.totals.bonus_cap == "7.5"
    typed(qtbot, form.bounds["bonus_cap"].entry, "ba")
    assert one.framework.totals.bonus_cap is None or one.framework.totals.bonus_cap == "7.5"
    assert form.bounds["bonus_cap"].entry.property("complaint")
    typed(qtbot, form.bounds["maximum"].entry, "1/3")
    assert one.framework.totals.maximum == "1/3"


def test_a_ground_is_added_with_the_sentence_that_will_be_printed(one: FrameworkEditor, qtbot):
    records: Records = section(one, "grounds")
    before = len(one.framework.grounds)
    press(records, Button, "record-add")
    form = records.form
    typed(qtbot, form.bounds["words"].area, "Xa khong co thu tuc")
    assert form.record is one.framework.grounds[-1]
    form.bounds["policy"].choice.set_value(Policy.FULL)
    form.bounds["policy"].edited.emit()
    typed(qtbot, form.bounds["article"].entry, "khoan 4 Dieu 7")
    typed(qtbot, form.bounds["nodes"].entry, "4.3; 4.1")
    one.leave()
    ground = one.framework.grounds[-1]
    assert len(one.framework.grounds) == before + 1
    assert ground.nodes == (id_of(one, "4.3"), id_of(one, "4.1"))
    assert "Không áp dụng: Xa khong co thu tuc. Tính điểm tối đa (khoan 4 Dieu 7)." in told(records)
    typed(qtbot, form.bounds["nodes"].entry, "9.99")
    form.bounds["nodes"].entry.commit()
    assert form.bounds["nodes"].entry.property("complaint")
    press(records, Button, "record-remove")
    assert len(one.framework.grounds) == before
    one.work.undo()
    assert one.framework.grounds[-1] == ground


def test_a_deadline_in_words_shows_the_last_moment_it_means(one: FrameworkEditor, qtbot):
    records: Records = section(one, "steps")
    records.select(0)
    typed(qtbot, records.form.bounds["deadline"].editor.words, "truoc ngay 15/11/2026")
    assert one.framework.steps[0].deadline.shown() == "hết ngày 14/11/2026"
    assert "14/11/2026" in told(records)


def test_grades_with_a_gap_are_named_and_lead_there(one: FrameworkEditor, house: House, qtbot):
    records: Records = section(one, "bands")
    if not one.framework.bands:
        press(records, Button, "record-add")
    grades = records.form.bounds["bands"].grades
    first = grades._lines[0]
    typed(qtbot, first.start, "99,5")
    one.problems.check_now()
    house.wait(qtbot)
    found = [problem for problem in one.problems.problems if problem.code.startswith("grades")]
    assert found
    one.show_tab("problems")
    one.go_to_problem(found[0])
    assert one.tabs.value() == "set"
    assert one.set_sheet._current() == "bands"


def test_a_record_moves_and_keeps_its_place_in_the_list(one: FrameworkEditor, qtbot):
    records: Records = section(one, "steps")
    names = [step.name for step in one.framework.steps]
    records.select(0)
    press(records, Button, "record-down")
    assert [step.name for step in one.framework.steps][:2] == [names[1], names[0]]
    assert records.form.record.name == names[0]


def test_the_decisions_own_names_replace_the_programs_words(one: FrameworkEditor, qtbot):
    form = section(one, "terms")
    typed(qtbot, form.bounds["evidence"].entry, "Tai lieu chung minh")
    assert one.framework.terms["evidence"] == "Tai lieu chung minh"
    typed(qtbot, form.bounds["evidence"].entry, "x")
    qtbot.keyClick(form.bounds["evidence"].entry, Qt.Key.Key_Backspace)
    assert "evidence" not in one.framework.terms


def test_an_open_question_is_answered_and_can_be_opened_again(house: House, qtbot):
    one = editor(begun(house, qtbot, authoring.find(None, "da-nang-2901-2023-pl5")))
    one.show_tab("set")
    cards = section(one, "questions")
    question = next(item for item in questions.asked(one.framework) if item.options and item.asks is None)
    card = cards._cards[question.code]
    card.options.chosen.emit(question.options[0].key)
    assert questions.find(one.framework, question.code).answer == question.options[0].key
    assert "9" not in [one.set_sheet._count("questions").text]
    card.reason.setText("Biên bản ngày 02/11/2026")
    card.reason.commit()
    assert questions.find(one.framework, question.code).reason == "Biên bản ngày 02/11/2026"
    card.options.chosen.emit("")
    assert questions.find(one.framework, question.code).answer == ""


def test_an_amount_is_asked_for_and_refused_where_it_is_none(house: House, qtbot):
    one = editor(begun(house, qtbot, authoring.find(None, "da-nang-2901-2023-pl5")))
    one.show_tab("set")
    cards = section(one, "questions")
    question = next(item for item in questions.asked(one.framework) if item.asks == "amount")
    card = cards._cards[question.code]
    typed(qtbot, card.value, "mot tram")
    card.value.commit()
    assert questions.find(one.framework, question.code).answer == ""
    assert "12,5" in told(card)
    typed(qtbot, card.value, "7,5")
    card.value.commit()
    assert questions.find(one.framework, question.code).answer == "7.5"


def test_a_sum_of_the_decision_is_kept_as_a_remark_with_both_figures(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("4")
    entry = one.group._form.bounds["maximum"].entry
    typed(qtbot, entry, "521")
    assert "521" in told(one.group)
    one.problems.check_now()
    house.wait(qtbot)
    problem = next(item for item in one.problems.problems if item.code == "group_sum")
    assert problem.severity is Severity.WARNING
    assert cell(one, "4").second_tone == "warn"
    one.problems.table.select_key(one.problems._model._key(problem))
    press(one.problems, Button, "keep-problem")
    house.wait(qtbot)
    assert "521" in one.framework.remarks[-1].words
    assert "520" in one.framework.remarks[-1].words
    again = next(item for item in one.problems.problems if item.code == "group_sum")
    assert again.severity is Severity.REMARK


def test_the_sum_can_be_taken_as_the_maximum(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("4")
    typed(qtbot, one.group._form.bounds["maximum"].entry, "500")
    press(one.group, Button, "take-sum")
    assert one.framework.index.find("4").maximum == 520
    assert one.group._form.bounds["maximum"].entry.value() == "520"


def test_a_problem_leads_to_its_criterion(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("3.2")
    typed(qtbot, one.criterion._forms[0].bounds["code"].entry, "3.1")
    one.problems.check_now()
    house.wait(qtbot)
    codes = [problem.code for problem in one.problems.problems]
    assert "code_twice" in codes
    assert one.problems.problems[0].severity is Severity.ERROR
    one.show_tab("problems")
    one.problems.table.opened.emit(one.problems.problems[0])
    assert one.tabs.value() in ("criteria", "set")


def test_every_section_shows_what_every_shipped_set_says_and_changes_nothing(house: House, qtbot):
    for value in authoring.shipped()[:4]:
        one = editor(begun(house, qtbot, value))
        before = one.framework.digest
        one.show_tab("set")
        for name in one.set_sheet._sections:
            section(one, name)
        for entry in one.set_sheet.findChildren(QLineEdit):
            entry.editingFinished.emit()
        assert one.framework.digest == before
        one.left.emit()
        qtbot.wait(1)
