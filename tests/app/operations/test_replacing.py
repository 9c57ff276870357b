"""Replacements, two versions with one number, and what a replacement reopens once appraisal began."""

import dataclasses
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from app.domain.appraisal import Opinion, Standing
from app.errors import AppError
from app.operations import counting
from app.operations.authority import appraising, campaigning, collecting, comparing, ruling
from app.operations.authority.collecting import BoardRow, BoardState, Outcome
from app.operations.commune import assessing, evidencing, submitting
from app.operations.workspace import Workspace
from tests.app.operations.houses import Houses
from tests.app.operations.sets import pdf


def replacement(house: Houses, code: str = "X1", online: int = 1498) -> Path:
    """The commune sends another figure for 1.1 as its next revision."""
    with house.at(code) as here:
        submitting.reopen(here, house.parts[code], "Sửa số liệu 1.1")
        assessing.answer(here, house.parts[code], "1.1", inputs={"online": str(online)})
    return house.send(code)


def row(here: Workspace, house: Houses, code: str = "X1") -> BoardRow:
    return next(item for item in collecting.board(here, house.authority_part) if item.agency.code == code)


def take(here: Workspace, house: Houses, *paths: Path) -> list[str]:
    return [item.outcome.value for item in collecting.import_paths(here, house.authority_part, list(paths)).files]


@pytest.fixture
def replaced(received: Houses, clock) -> Houses:
    """X1 sent revision 2 after the last day; the authority holds revision 1, received in time."""
    received.file = replacement(received)  # type: ignore[attr-defined]
    clock.move(days=20)
    return received


def test_a_replacement_is_free_until_the_deadline(received: Houses) -> None:
    second = replacement(received)
    with received.at("SKHCN") as here:
        assert take(here, received, second) == ["received"]
        assert (row(here, received).revision_number, row(here, received).state) == (2, BoardState.FIRST_SEEN)


def test_after_the_deadline_what_came_in_time_counts_until_somebody_consents(replaced: Houses) -> None:
    part = replaced.authority_part
    with replaced.at("SKHCN") as here:
        assert take(here, replaced, replaced.file) == ["waiting"]
        shown = row(here, replaced)
        assert (shown.state, shown.revision_number, shown.is_late) == (BoardState.WAITING, 1, False)
        with pytest.raises(AppError, match=r"submission\.no_reason"):
            ruling.consent(here, part, shown.waiting, "")
        ruling.decline(here, part, shown.waiting, "Không có văn bản đề nghị")
        assert (row(here, replaced).state, row(here, replaced).waiting) == (BoardState.FIRST_SEEN, "")
        ruling.consent(here, part, shown.waiting, "Công văn 45 đồng ý")
        assert (row(here, replaced).revision_number, row(here, replaced).is_late) == (2, True)


def test_whose_points_move_is_listed_before_a_replacement_is_taken(replaced: Houses) -> None:
    with replaced.at("X1") as here:
        submitting.reopen(here, replaced.parts["X1"], "Sửa băng thông")
        assessing.answer(here, replaced.parts["X1"], "2.1", inputs={"lines": "40"})
    third = replaced.send("X1")
    with replaced.at("SKHCN") as here:
        take(here, replaced, third)
        moved = comparing.effects(here, replaced.authority_part, row(here, replaced).waiting)
        told = {item.agency.code: (item.before, item.after) for item in moved}
        assert told == {
            "X1": (Fraction(67, 2), Fraction(3599, 100)),  # 1.1 falls to 7.49, 2.1 rises to 10
            "X2": (Fraction(77, 2), Fraction(67, 2)),  # its best is no longer the best
            "X3": (Fraction(2849, 100), Fraction(2724, 100)),
        }


def test_a_late_first_submission_waits_for_nobody(houses: Houses, clock) -> None:
    houses.fill_in("X1")
    first = houses.send("X1")
    second = replacement(houses)
    clock.move(days=20)
    with houses.at("SKHCN") as here:
        assert take(here, houses, second, first) == ["received", "older"]
        assert row(here, houses).is_late


def test_after_a_return_the_replacement_is_free_whenever_it_comes(replaced: Houses) -> None:
    part = replaced.authority_part
    with replaced.at("SKHCN") as here:
        item = appraising.dossier(here, part, "X1").submission
        with here.transaction():
            ruling.send_back(here, item, "Thiếu minh chứng")
        assert row(here, replaced).state is BoardState.RETURNED
        assert take(here, replaced, replaced.file) == ["received"]


def test_a_time_of_receipt_before_the_deadline_makes_it_count(replaced: Houses, clock) -> None:
    with replaced.at("SKHCN") as here:
        take(here, replaced, replaced.file)
        clock.move(days=-15)
        ruling.set_received_at(here, row(here, replaced).waiting, replaced.authority_part, clock.now, "Sổ công văn 88")
        assert (row(here, replaced).revision_number, row(here, replaced).waiting) == (2, "")


def test_an_extension_makes_it_count(replaced: Houses) -> None:
    with replaced.at("SKHCN") as here:
        take(here, replaced, replaced.file)
        agency = row(here, replaced).agency
        longer = dataclasses.replace(agency, extended_to=date(2026, 12, 31))
        campaigning.set_agency(here, replaced.authority_part, longer)
        assert (row(here, replaced).revision_number, row(here, replaced).waiting) == (2, "")
        campaigning.set_agency(here, replaced.authority_part, agency)
        assert row(here, replaced).revision_number == 1


def test_opinions_on_what_stayed_the_same_stand_and_what_changed_is_looked_at_again(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, points="9", reason="Đã đối chiếu")
        appraising.give(here, part, "X1", "2.2", Opinion.ADJUST, points="8", reason="Ảnh mờ")
        appraising.agree_with(here, part, "X1")
        dealt_with = counting.state(here, part).counts["appraising"]
    with received.at("X1") as here:
        submitting.reopen(here, received.parts["X1"], "Thêm ảnh")
        evidencing.attach(here, received.parts["X1"], "2.2", [pdf(received.folder, "Ảnh rõ hơn.pdf", "rõ")])
    second = replacement_of_11(received)
    with received.at("SKHCN") as here:
        assert take(here, received, second) == ["received"]
        opened = appraising.dossier(here, part, "X1")
        standing = {place.node.code: opened.standing(place.id) for place in opened.nodes}
        assert standing == {
            "1.1": Standing.UNDECIDED, "1.2": Standing.DECIDED, "2.1": Standing.DECIDED, "2.2": Standing.UNDECIDED,
        }  # fmt: skip
        assert set(opened.again) == {"n1.1", "n2.2"}
        assert opened.counted.nodes["n1.1"].points == Fraction(749, 100)  # 9 was decided on another figure
        assert counting.state(here, part).counts["appraising"] == "2/12" != dealt_with == "4/12"
        case = appraising.case(here, part, "X1", "1.1")
        assert [item.reason for item in case.opinions] == ["Đã đối chiếu"]  # still shown
        changed = comparing.since_opinion(here, part, "X1", "n1.1")
        assert ("Số hồ sơ nộp trực tuyến", "1506", "1498") in [(x.label, x.first, x.second) for x in changed]
        assert [x.field.value for x in comparing.since_opinion(here, part, "X1", "n2.2")] == ["evidence"]
        assert comparing.since_opinion(here, part, "X1", "n1.2") == ()
        appraising.give(here, part, "X1", "1.1", Opinion.AGREE)
        assert set(appraising.dossier(here, part, "X1").again) == {"n2.2"}


def replacement_of_11(house: Houses) -> Path:
    with house.at("X1") as here:
        assessing.answer(here, house.parts["X1"], "1.1", inputs={"online": "1498"})
    return house.send("X1")


@pytest.fixture
def forked(houses: Houses) -> Houses:
    """Two computers of X1 made a revision 1 each; the first one a revision 2 besides."""
    houses.fill_in("X1")
    one = houses.send("X1")
    one.rename(houses.folder / "máy một.thuocso")
    two = replacement(houses, online=1600)
    (houses.folder / "X1").rename(houses.folder / "máy khác")
    houses.fill_in("X1", online=100)
    houses.send("X1").rename(houses.folder / "máy hai.thuocso")
    houses.files = [houses.folder / "máy một.thuocso", houses.folder / "máy hai.thuocso", two]  # type: ignore[attr-defined]
    return houses


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_versions_wait_for_a_person_in_whatever_order_they_come(forked: Houses, order: tuple[int, int]) -> None:
    part = forked.authority_part
    with forked.at("SKHCN") as here:
        for at in order:
            take(here, forked, forked.files[at])
        assert row(here, forked).state is BoardState.CONFLICTING
        with pytest.raises(AppError, match=r"submission\.not_received"):
            appraising.dossier(here, part, "X1")
        versions = comparing.versions(here, part, "X1")
        chosen = next(item for item in versions if item.file_name == "máy hai.thuocso")
        ruling.choose(here, part, chosen.id, "Anh Lâm xác nhận qua điện thoại")
        opened = appraising.dossier(here, part, "X1")
        assert opened.submission.id == chosen.id
        assert take(here, forked, *forked.files[:2]) == ["already", "already"]
        assert appraising.dossier(here, part, "X1").submission.id == chosen.id
        other = next(item for item in versions if item.id != chosen.id)
        ruling.choose(here, part, other.id, "Chọn nhầm")  # a choice can be made anew
        assert appraising.dossier(here, part, "X1").submission.id == other.id


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (0, 2, 1)])
def test_a_further_revision_counts_whenever_the_two_versions_come(forked: Houses, order: tuple[int, ...]) -> None:
    with forked.at("SKHCN") as here:
        for at in order:
            take(here, forked, forked.files[at])
        assert row(here, forked).revision_number == 2
        states = {item.file_name: item.state for item in comparing.versions(here, forked.authority_part, "X1")}
        assert sorted(states.values()) == ["current", "history", "history"]
        older = next(item for item in comparing.versions(here, forked.authority_part, "X1") if item.state == "history")
        ruling.choose(here, forked.authority_part, older.id, "Xã xác nhận bản này")  # even an older one, with a reason
        assert row(here, forked).revision_number == 1


def test_a_correction_of_a_submission_never_counts_twice(received: Houses) -> None:
    second = replacement(received)
    with received.at("SKHCN") as here:
        drop = collecting.import_paths(here, received.authority_part, [second, second])
        assert drop.count(Outcome.RECEIVED) == drop.count(Outcome.ALREADY) == 1
