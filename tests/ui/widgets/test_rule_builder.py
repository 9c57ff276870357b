"""The rule builder and the panel that tries a rule: what is shown, what a person changes, what is never lost."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.checks import check_rule
from app.domain.framework import from_json
from app.domain.problems import Severity
from app.domain.rule_kinds import MeasureKind, ScaleKind
from app.domain.rules import Best, Gate, Ladder, Number, Part, Ratio, Scored, Sum
from app.resources import FRAMEWORKS, SCHEMAS
from tests.app.domain.making import AB, FULL, RATIO, A, F, bands, choice, cliff, criterion, number
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.widgets.building_desk import pick, type_into
from ui.widgets.rule_builder import RuleBuilder, TryPanel
from ui.widgets.rule_builder.measure_form import MeasureForm
from ui.widgets.rule_builder.rule_form import InWords, PartsForm
from ui.widgets.rule_builder.scale_form import ScaleForm
from ui.widgets.rule_builder.tables import AnswersTable, BandsTable

EXAMPLES = sorted(path for path in (SCHEMAS / "examples").glob("*.json") if path.name.count(".") == 1)
SHIPPED = [*EXAMPLES, *sorted(FRAMEWORKS.glob("*.json"))]


def errors(made):
    return [problem.code for problem in check_rule(made, "") if problem.severity is Severity.ERROR]


def steps(*rows):
    return criterion(Scored(measure=Number(input="n"), scale=bands(*rows)), "20", inputs=[number("n")])


def inside(rule):
    return Sum(parts=(Part(label="Phần", maximum=A("10"), rule=rule),))


# Showing. ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_rule_is_shown_and_kept_as_it_is(qtbot, path):
    shipped = from_json(json.loads(path.read_text("utf-8")))
    builder, panel, told = RuleBuilder(), TryPanel(), []
    qtbot.addWidget(builder)
    qtbot.addWidget(panel)
    builder.edited.connect(told.append)
    for place in list(shipped.index.criteria())[:8]:
        builder.show_criterion(shipped, place.criterion)
        panel.show_criterion(shipped, place.criterion)
        assert builder.criterion() == place.criterion
        assert panel.sentence.text()
    assert told == []


def test_every_control_says_its_name(desk):
    made = desk(criterion(cliff("75%")))
    for path in EXAMPLES:
        shipped = from_json(json.loads(path.read_text("utf-8")))
        made.show(next(shipped.index.criteria()).criterion)
        assert nameless(made.builder) == [], path.stem
        assert nameless(made.panel) == [], path.stem


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_never_grows_wider_than_its_column(desk, path):
    shipped = from_json(json.loads(path.read_text("utf-8")))
    made = desk(next(shipped.index.criteria()).criterion)
    if isinstance(made.builder.criterion().rule, (Sum, Best)):
        made.builder.open_part(1)
    assert made.builder.minimumSizeHint().width() <= 404


def test_a_table_of_bands_two_parts_deep_fits_its_column(desk):
    table = bands(("100%", None, FULL), ("75%", "100%", "literal"), (None, "75%", "rescaled:75%"))
    made = desk(criterion(inside(inside(Scored(measure=RATIO, scale=table)))))
    made.builder.open_part(0)
    made.find(PartsForm).cards[0].rule.findChild(PartsForm).open(0)
    made.find(BandsTable)
    assert made.builder.minimumSizeHint().width() <= 396


def test_showing_the_same_criterion_again_keeps_the_focus(qtbot, desk):
    made = desk(criterion(cliff("75%")))
    with qtbot.waitActive(made.area):
        made.area.activateWindow()
    entry = made.builder.inputs.rows["a"].words
    type_into(qtbot, entry, "Ho so truc tuyen")
    assert entry.hasFocus()
    assert made.builder.inputs.rows["a"].words is entry
    assert made.last.inputs[0].label == "Ho so truc tuyen"


def test_another_criterion_takes_over_the_fields_but_nothing_of_the_last_one(qtbot, desk):
    made = desk(criterion(cliff("75%")))
    made.find(ScaleForm).buttons.buttons[ScaleKind.STEPS].click()
    made.builder.inputs.rows["a"].fold.setChecked(True)
    made.show(criterion(cliff("75%"), code="1.2"))
    entry = made.find(QWidget, "threshold")
    assert not made.builder.inputs.rows["a"].fold.isChecked()
    type_into(qtbot, entry, "x")
    made.show(criterion(cliff("75%"), code="1.3"))
    assert made.find(QWidget, "threshold") is entry
    assert entry.text() == "75"
    assert made.told == []


def test_a_change_from_outside_is_shown(desk):
    made = desk(criterion(cliff("75%")))
    made.show(criterion(cliff("80%")))
    assert made.find(QWidget, "threshold").text() == "80"
    assert made.told == []


# Typing. -----------------------------------------------------------------------------------------------------------


def test_a_threshold_is_typed_and_everything_follows(qtbot, desk):
    made = desk(criterion(cliff("75%"), "20"))
    type_into(qtbot, made.find(QWidget, "threshold"), "72,5")
    assert made.last.rule == cliff("72.5%")
    assert "72,5" in made.panel.sentence.text()


def test_a_threshold_that_cant_be_read_changes_nothing_and_is_marked(qtbot, desk):
    made = desk(criterion(cliff("75%")))
    entry = made.find(QWidget, "threshold")
    type_into(qtbot, entry, "")
    entry.editingFinished.emit()
    assert made.told == []
    assert entry.property("complaint")


def test_a_threshold_on_its_way_past_the_floor_tears_nothing(qtbot, desk):
    floored = Scored(measure=RATIO, scale=bands(("85%", None, FULL), ("60%", "85%", "literal"), (None, "60%", "0")))
    made = desk(criterion(floored))
    entry = made.find(QWidget, "threshold")
    type_into(qtbot, entry, "9")  # on the way to 90
    assert made.told == []
    qtbot.keyClicks(entry, "0")
    assert made.find(QWidget, "threshold") is entry
    assert [band.low for band in made.last.rule.scale.bands] == ["90%", "60%", None]
    type_into(qtbot, entry, "50")
    entry.editingFinished.emit()
    assert entry.property("complaint")
    assert entry.text() == "50"
    assert [band.low for band in made.last.rule.scale.bands] == ["90%", "60%", None]


def test_a_table_stays_a_table_while_it_comes_to_look_like_a_named_form(qtbot, desk):
    made = desk(steps(("4", None, "20"), (None, "4", "5")))
    table = made.find(BandsTable)
    type_into(qtbot, table.rows[1].given.entry, "0")
    assert made.find(BandsTable) is table
    assert made.last == steps(("4", None, "20"), (None, "4", "0"))
    made.show(replace(made.last, code="9.9"))
    assert made.find(QWidget, "threshold").text() == "4"


def test_a_label_in_vietnamese_arrives_whole(desk):
    made = desk(criterion(cliff("75%"), inputs=[number("a", " "), number("b", "Tổng")]))
    compose(made.builder.inputs.rows["a"].words, "Sô", text="Số hồ sơ")
    assert made.last.inputs[0].label == "Số hồ sơ"


def test_the_hint_and_limits_of_a_figure_unfold(qtbot, desk):
    made = desk(criterion(cliff("75%")))
    row = made.builder.inputs.rows["a"]
    qtbot.mouseClick(row.fold, Qt.MouseButton.LeftButton)
    details = row._more
    type_into(qtbot, details.high.entry, "5.000")
    assert made.last.inputs[0].maximum == "5000"
    type_into(qtbot, details.low.entry, "")
    assert made.last.inputs[0].minimum is None
    details.down.click()
    assert [input_.key for input_ in made.last.inputs] == ["b", "a"]


def test_a_figure_in_use_is_not_removed_and_says_why(desk):
    made = desk(criterion(cliff("75%"), inputs=(*AB, number("n"))))
    rows = made.builder.inputs.rows
    for key in ("a", "n"):
        rows[key].fold.setChecked(True)
    assert not rows["a"]._more.remove.isEnabled()
    assert rows["a"]._more.remove.toolTip()
    rows["n"]._more.remove.click()
    assert made.last.inputs == AB


# Switching. --------------------------------------------------------------------------------------------------------


def test_scales_are_switched_by_their_buttons(desk):
    made = desk(criterion(cliff("75%")))
    buttons = made.find(ScaleForm).buttons.buttons
    buttons[ScaleKind.DIVIDED].click()
    assert made.last.rule.scale == bands(("75%", None, FULL), (None, "75%", "rescaled:75%"))
    buttons[ScaleKind.STEPS].click()
    assert len(made.told) == 1  # the same bands, seen as a table
    assert made.find(BandsTable).rows
    buttons[ScaleKind.FULL_FROM].click()
    assert made.last == criterion(cliff("75%"))
    assert made.find(QWidget, "threshold").text() == "75"


def test_every_measure_can_be_chosen_and_works_at_once(desk):
    made = desk(criterion(cliff("75%")))
    for kind in [*MeasureKind, *reversed(MeasureKind)]:
        pick(made.find(MeasureForm).kind, kind)
        assert errors(made.builder.criterion()) == []
        assert set(AB) <= {replace(input_, kind=AB[0].kind, may_be_absent=False) for input_ in made.last.inputs}


def test_a_new_figure_is_one_step_back(qtbot, desk):
    made = desk(criterion(cliff("75%")))
    with qtbot.waitActive(made.area):
        made.area.activateWindow()
    pick(made.find(QWidget, "numerator"), "\0new")
    assert len(made.told) == 1
    words = made.builder.inputs.rows[made.last.inputs[-1].key].words
    qtbot.waitUntil(words.hasFocus)  # to be called something
    assert made.last.rule.measure.numerator == made.last.inputs[-1].key
    assert made.last.inputs[:2] == AB


def test_a_side_of_a_ratio_becomes_a_formula_in_words(qtbot, desk):
    made = desk(criterion(cliff("75%"), inputs=(*AB, number("n", "Số hồ sơ nộp lại"))))
    pick(made.find(QWidget, "numerator"), "\0formula")
    slot = made.find(QPlainTextEdit, "numerator")
    slot.setPlainText("“Số hồ sơ nộp trực tuyến” + “Số hồ sơ nộp lại” × 0,5")
    assert made.last.rule.measure == Ratio(numerator="a + n * 0.5", denominator="b")
    before = len(made.told)
    slot.setPlainText("“Số hồ sơ nộp trực tuyến” +")
    assert len(made.told) == before  # half a formula is not taken


# Tables. -----------------------------------------------------------------------------------------------------------


def test_a_row_is_added_removed_and_sorted(desk):
    made = desk(steps(("4", None, "20"), (None, "4", "5")))
    table = made.find(BandsTable)
    table.add.click()
    assert len(made.last.rule.scale.bands) == 3
    assert errors(made.last) == []
    table.rows[2].remove.click()
    assert table.join.isVisibleTo(table) is False
    made.show(steps((None, "4", "5"), ("4", None, "20")))
    table.sort.click()
    assert made.last == steps(("4", None, "20"), (None, "4", "5"))


def test_gaps_and_overlaps_are_told_at_once_and_closed_with_a_click(qtbot, desk):
    made = desk(steps(("4", None, "20"), (None, "4", "5")))
    table = made.find(BandsTable)
    type_into(qtbot, table.rows[1].high.entry, "3")
    assert table._warning.isVisibleTo(table)
    assert "3" in table._cracks.text()
    table.join.click()
    assert made.last == steps(("4", None, "20"), (None, "4", "5"))
    assert not table._warning.isVisibleTo(table)


def test_a_limit_goes_to_its_other_side(desk):
    made = desk(steps(("4", None, "20"), (None, "4", "5")))
    pick(made.find(BandsTable).rows[0].low_side, "above")
    pick(made.find(BandsTable).rows[1].high_side, "up_to")
    assert made.last == steps((">4", None, "20"), (None, "4=", "5"))


def test_points_become_a_part_of_the_maximum_of_the_same_size(desk):
    made = desk(steps(("4", None, "5"), (None, "4", "0")))
    pick(made.find(BandsTable).rows[0].kind, "fraction")
    assert made.last.rule.scale.bands[0].grade.fraction.value == F(1, 4)


def test_answers_are_named_graded_added_and_removed(qtbot, desk):
    from app.domain.building import with_measure

    made = desk(with_measure(criterion(cliff("75%"), inputs=(choice("q", "x", "y"),)), MeasureKind.CHOICE))
    table = made.find(AnswersTable)
    type_into(qtbot, table.rows["x"].words, "Tot")
    type_into(qtbot, table.rows["y"].grade.entry.entry, "2,5")
    table.add.click()
    assert [option.label for option in made.last.inputs[0].options] == ["Tot", "Mức y", ""]
    assert made.last.rule.scale.grades["y"].points == "2.5"
    table.rows["x"].remove.click()
    assert list(made.last.rule.scale.grades) == ["y", "option_1"]


# Combining. --------------------------------------------------------------------------------------------------------


def test_a_rule_is_split_into_parts_and_one_is_built_inside(qtbot, desk):
    made = desk(criterion(cliff("75%"), "20"))
    made.find(QWidget, "split").click()
    parts = made.find(PartsForm)
    parts.add.click()
    assert [card.is_open() for card in parts.cards] == [False, True]
    inner = parts.cards[1].rule
    pick(inner.findChild(MeasureForm).kind, MeasureKind.COUNT)
    inner.findChild(ScaleForm).buttons.buttons[ScaleKind.LADDER].click()
    assert isinstance(made.last.rule.parts[1].rule.scale, Ladder)
    type_into(qtbot, parts.cards[1].maximum.entry, "5")
    type_into(qtbot, parts.cards[1].words, "Phan hai")
    assert (made.last.rule.parts[1].maximum, made.last.rule.parts[1].label) == ("5", "Phan hai")
    assert made.last.rule.parts[0].rule == cliff("75%")
    parts.open(0)
    assert [card.is_open() for card in parts.cards] == [True, False]


def test_parts_move_and_go_and_the_last_one_stays_alone(desk):
    made = desk(criterion(cliff("75%"), "20"))
    made.find(QWidget, "split").click()
    parts = made.find(PartsForm)
    parts.add.click()
    assert not parts.single.isEnabled()
    parts.shift(1, -1)
    assert made.last.rule.parts[1].rule == cliff("75%")
    parts.remove(0)
    parts.single.click()
    assert made.last.rule == cliff("75%")


def test_parts_become_alternatives(desk):
    made = desk(criterion(cliff("75%"), "20"))
    made.find(QWidget, "split").click()
    pick(made.find(PartsForm).way, Best)
    assert isinstance(made.last.rule, Best)


def test_a_condition_is_put_before_a_rule_and_taken_away(desk):
    made = desk(criterion(cliff("75%")))
    made.find(QWidget, "add-condition").click()
    assert isinstance(made.last.rule, Gate)
    assert made.last.rule.then == cliff("75%")
    made.find(QWidget, "remove-condition").click()
    assert made.last.rule == cliff("75%")


def test_what_is_too_deep_is_told_in_words_and_kept(desk):
    deep = criterion(inside(inside(inside(cliff("75%")))))
    made = desk(deep)
    made.builder.open_part(0)
    inner = made.find(PartsForm).cards[0].rule.findChild(PartsForm)
    inner.open(0)
    words = inner.findChild(InWords)
    assert "75" in words._words.text()
    inner.cards[0].words.textEdited.emit("")
    assert made.builder.criterion() == deep
