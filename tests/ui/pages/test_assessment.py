"""The commune's desk: typing, points at once, autosave, evidence, keys, rounds, narrow windows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.assessment import Citation, ResponseState
from app.operations.commune import evidencing
from tests.ui.keyboard import compose
from tests.ui.pages import desk_house
from tests.ui.pages.desk_house import House
from ui.widgets.text import Label


@pytest.fixture
def house(tmp_path: Path, preferences, qtbot):
    with desk_house.opened(tmp_path, preferences, qtbot) as made:
        yield made


class Windows(QObject):
    """Counts windows that appear."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def part_of(house: House, name: str) -> QWidget:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # a form that was set down
    found = house.page.findChild(QWidget, name)
    assert found is not None, name
    return found


def words_of(house: House, name: str) -> str:
    return " ".join(label.text() for label in part_of(house, name).findChildren(Label))


def type_into(house: House, key: str, typed: str) -> QWidget:
    """Keys on the number field of an input."""
    entry = part_of(house, f"input-{key}").entry.entry
    entry.setFocus()
    entry.selectAll()
    house.qtbot.keyClicks(entry, typed)
    return entry


def test_points_follow_the_keys_before_anything_is_saved(house: House):
    house.at("1.1")
    assert "–" in words_of(house, "points")
    type_into(house, "online", "1506")
    type_into(house, "total", "2000")
    house.until(lambda: "20,00" in words_of(house, "points"))
    house.page.leave()
    house.settle()
    assert house.seen().response("n1.1").inputs == {"online": "1506", "total": "2000"}
    assert "chỉ hơn ngưỡng 6 hồ sơ" in " ".join(x.text() for x in house.page.findChildren(Label)).lower()


def test_what_is_typed_is_on_disk_soon_without_leaving_the_field(house: House):
    house.at("1.1")
    saving: list[bool] = []
    house.context.saving.connect(saving.append)
    type_into(house, "online", "1506")
    house.until(lambda: house.seen().response("n1.1").inputs.get("online") == "1506")
    house.settle()
    assert saving[0] is True
    assert saving[-1] is False


def test_typing_on_and_on_is_saved_meanwhile(house: House):
    """The pause is not started anew by every key, so that an end by force loses little."""
    house.at("1.1")
    area = part_of(house, "explanation")
    area.setFocus()
    for _ in range(60):
        house.qtbot.keyClicks(area, "a", delay=30)
        if house.seen().response("n1.1").explanation:
            break
    assert house.seen().response("n1.1").explanation


def test_leaving_a_field_saves_at_once(house: House):
    house.at("1.1")
    entry = type_into(house, "online", "75,0")
    house.qtbot.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    house.qtbot.keyClicks(entry, "1506")
    house.qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert entry.text() == "1.506"
    house.settle()
    assert house.seen().response("n1.1").inputs["online"] == "1506"


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("online", "12 hồ", "Cần một số"),
        ("online", "12,5", "số nguyên"),
        ("total", "10000", "từ 0 đến 9.999"),
    ],
)
def test_what_cannot_be_kept_stays_in_the_field_with_one_sentence(house: House, key: str, typed: str, told: str):
    house.at("1.1")
    type_into(house, key, "15")
    house.page.leave()
    entry = part_of(house, f"input-{key}").entry.entry
    entry.setFocus()
    entry.selectAll()
    compose(entry, text=typed)
    house.page.leave()
    house.settle()
    assert told in words_of(house, f"input-{key}")
    assert house.seen().response("n1.1").inputs[key] == "15"
    house.at("1.2")
    house.at("1.1")
    assert part_of(house, f"input-{key}").entry.entry.text().replace(".", "") == typed
    assert told in words_of(house, f"input-{key}")


def test_a_criterion_with_an_unreadable_figure_is_not_completed(house: House):
    house.at("1.1")
    type_into(house, "online", "15")
    type_into(house, "total", "2x")
    house.page.complete()
    house.settle()
    assert not house.seen().kept["n1.1"].is_complete
    assert words_of(house, "heading") == ""
    assert "1.1" in part_of(house, "heading").text()


def test_vietnamese_is_composed_and_kept(house: House):
    house.at("1.1")
    area = part_of(house, "explanation")
    area.setFocus()
    compose(area, "S", "Số", text="Số liệu của tỉnh đến hết ngày 30/10")
    house.page.leave()
    house.settle()
    assert house.seen().response("n1.1").explanation == "Số liệu của tỉnh đến hết ngày 30/10"


def test_yes_or_no_may_be_taken_back(house: House):
    house.at("1.2")
    options = part_of(house, "input-issued").options
    yes = options.findChildren(QWidget)[0]
    yes.click()
    house.settle()
    assert house.seen().response("n1.2").inputs == {"issued": "yes"}
    yes.click()
    house.settle()
    assert house.seen().response("n1.2").inputs == {}


def test_a_choice_is_taken_by_its_words(house: House):
    house.at("1.3")
    words = [x for x in part_of(house, "input-who").findChildren(Label) if "Phó Bí thư" in x.text()]
    house.qtbot.mouseClick(words[0], Qt.MouseButton.LeftButton)
    house.until(lambda: "10,00" in words_of(house, "points"))
    house.settle()
    assert house.seen().response("n1.3").inputs == {"who": "deputy"}


def test_ticks_and_none_of_these(house: House):
    house.at("2.1")
    none = part_of(house, "none-of-these")
    assert none.isVisible()
    part_of(house, "input-plan").tick.click()
    house.until(lambda: "6,67" in words_of(house, "points"))
    assert not none.isVisible()
    part_of(house, "input-plan").tick.click()
    house.settle()
    assert house.seen().response("n2.1").inputs == {"plan": "no"}


def test_none_of_the_items_is_an_answer(house: House):
    house.at("2.1")
    part_of(house, "none-of-these").click()
    house.settle()
    assert house.seen().response("n2.1").inputs == dict.fromkeys(("plan", "news", "school"), "no")
    assert house.seen().score.nodes["n2.1"].points == 0


def test_no_figure_from_the_previous_period_is_an_answer(house: House):
    house.at("2.2")
    type_into(house, "now", "40")
    part_of(house, "none-before").click()
    house.settle()
    assert house.seen().response("n2.2").inputs == {"now": "40", "before": "none"}
    assert not part_of(house, "input-before").entry.entry.isEnabled()


def test_points_by_judgement_stay_within_the_maximum(house: House):
    house.at("2.3")
    entry = part_of(house, "own-points").entry.entry
    entry.setFocus()
    house.qtbot.keyClicks(entry, "25")
    house.qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert "từ 0 đến 20" in words_of(house, "own-points")
    entry.setFocus()
    entry.selectAll()
    house.qtbot.keyClicks(entry, "17,5")
    house.qtbot.keyClick(entry, Qt.Key.Key_Tab)
    house.settle()
    assert house.seen().response("n2.3").points == "17.5"


def test_not_applicable_takes_its_only_ground_and_gives_it_back(house: House):
    house.at("1.1")
    tick = part_of(house, "not-applicable")
    tick.click()
    house.settle()
    assert house.seen().states["n1.1"] is ResponseState.NOT_APPLICABLE
    assert house.seen().score.effective_maximum == 100
    tick.click()
    house.settle()
    assert house.seen().response("n1.1").not_applicable is None


def test_a_group_may_be_not_applicable_as_a_whole(house: House):
    house.at("2")
    part_of(house, "not-applicable").click()
    house.settle()
    assert house.seen().score.nodes["g2"].points == 60
    house.at("2.1")
    assert part_of(house, "settled").isVisible()
    assert not part_of(house, "input-plan").isVisible()


def test_where_no_ground_is_named_nothing_can_be_claimed(house: House):
    house.at("1.2")
    assert not part_of(house, "not-applicable").isEnabled()


def test_complete_marks_and_goes_to_the_next_open_one(house: House):
    house.at("1.2")
    part_of(house, "input-issued").options.findChildren(QWidget)[0].click()
    house.qtbot.keyClick(house.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.settle()
    assert house.seen().kept["n1.2"].is_complete
    assert "1.3" in part_of(house, "heading").text()


def test_what_is_empty_is_not_completed_but_told(house: House):
    house.at("1.2")
    part_of(house, "complete").click()
    house.settle()
    assert "n1.2" not in house.seen().kept
    assert "chưa có số liệu" in house.context.notices.waiting()[-1].text


@pytest.mark.parametrize(
    ("key", "modifier", "code"),
    [
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier, "2.1"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "2.1"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier, "1.2"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "1.2"),
    ],
)
def test_keys_go_from_criterion_to_criterion(house: House, key, modifier, code: str):
    house.at("1.3")
    house.qtbot.keyClick(house.page, key, modifier)
    assert part_of(house, "heading").text().startswith(code)


def test_search_forgives_and_finds_documents(house: House, tmp_path: Path):
    paper = tmp_path / "Báo cáo.pdf"
    paper.write_bytes(b"%PDF-1.4 x")
    piece = evidencing.attach(house.workspace, house.context.part_id, "1.3", [paper]).ids[0]
    evidencing.describe(house.workspace, piece, citation=Citation(number="212/BC-UBND"))
    house.page.refresh()
    house.settle()
    tree = house.page.search_box().parent().parent()
    for typed, codes in (("ho so truc tuyen", {"1.1"}), ("212/bc", {"1.3"}), ("2.2", {"2.2"}), ("không có gì", set())):
        house.page.search_box().setText(typed)
        house.qtbot.keyClick(house.page.search_box(), Qt.Key.Key_Return)
        rows = [tree.model.row_at(index) for index in tree.model.walk()]
        assert {row.code for row in rows if not row.is_group} == codes, typed


def test_a_criterion_stays_in_its_filter_while_it_is_answered(house: House):
    house.page._tree.set_filter("open")
    house.at("1.2")
    part_of(house, "input-issued").options.findChildren(QWidget)[0].click()
    house.settle()
    model = house.page._tree.model
    assert model.index_of("n1.2").isValid()
    house.at("1.3")
    house.page._tree.set_filter("open")
    assert not model.index_of("n1.2").isValid()


def test_only_changed_rows_are_drawn_again(house: House):
    house.at("1.1")
    told: list[str] = []
    model = house.page._tree.model
    model.dataChanged.connect(lambda first, *_: told.append(model.key_at(first)))
    type_into(house, "online", "7")
    house.until(lambda: bool(told))
    house.settle()
    assert set(told) <= {"n1.1", "g1"}


def test_the_tree_keeps_the_rules_of_qt(house: House, qtmodeltester):
    qtmodeltester.check(house.page._tree.model)


def test_another_form_never_flashes_a_window_of_its_own(house: House, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    for code in ("1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3"):
        house.at(code)
        qapp.processEvents()
    qapp.removeEventFilter(windows)
    assert windows.seen == []
