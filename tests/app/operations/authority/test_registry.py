"""The authority's book: codes of official letters, keys accepted one by one and many at once, closed, refused."""

import shutil
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from app.errors import AppError, Several
from app.operations import workspace
from app.operations.authority import collecting, registry
from app.operations.authority.collecting import BoardState, Outcome
from app.operations.authority.registry import KeyState
from app.operations.commune import submitting
from app.operations.trust import trusting
from app.storage.registry import Entry
from tests.app.operations.houses import Houses
from tests.app.operations.trust.test_registering import line, registered, taken

OTHER = "11111 22222 33333 44444 55555 66666"


@pytest.fixture
def known(houses: Houses) -> Houses:
    """X1 and X2 reported; what they sent is in."""
    taken(houses, registered(houses, "X1"), registered(houses, "X2"))
    return houses


def code_of(houses: Houses, code: str) -> str:
    waiting = line(houses, code).waiting
    assert waiting is not None
    return waiting.check_code


def told(houses: Houses, *entries: Entry) -> None:
    with houses.at("SKHCN") as here:
        registry.set_entries(here, houses.authority_part, entries)


def test_the_code_of_the_letter_settles_what_is_to_be_done(known: Houses) -> None:
    assert line(known, "X3").state is KeyState.NOTHING
    told(known, Entry("X3", check_code=OTHER))
    assert line(known, "X3").state is KeyState.LETTER_ONLY
    assert line(known, "X1").state is KeyState.FIRST_SEEN
    told(known, Entry("X1", check_code=OTHER))
    assert line(known, "X1").state is KeyState.LETTER_DIFFERS
    told(known, Entry("X1", check_code=code_of(known, "X1").replace(" ", "-")))
    assert line(known, "X1").state is KeyState.MATCHES


def test_a_code_must_have_thirty_digits(known: Houses) -> None:
    with pytest.raises(AppError) as refused:
        told(known, Entry("X1", telephone="0900 000 001"), Entry("X2", check_code="12345"))
    assert (refused.value.code, refused.value.details) == ("registry.code_malformed", {"digits": 5})
    assert line(known, "X1").entry.telephone == ""  # all or none
    with pytest.raises(AppError, match=r"registry\.unknown_agency"):
        told(known, Entry("X9"))


def test_many_are_accepted_at_once_whose_code_is_the_letter_s(known: Houses) -> None:
    with known.at("SKHCN") as here, pytest.raises(AppError, match=r"registry\.nothing_matches"):
        registry.accept_matching(here, known.authority_part)
    letter = "Công văn số 12/UBND-VP ngày 03/11/2026"
    told(
        known,
        Entry("X1", check_code=code_of(known, "X1"), source=letter),
        Entry("X2", check_code=OTHER, source=letter),
    )
    with known.at("SKHCN") as here:
        assert len(registry.accept_matching(here, known.authority_part).names) == 1
        (pin,) = trusting.pins(here)
        assert (pin.agency, pin.how, pin.by) == ("X1", letter, "Người ở SKHCN")
        assert pin.valid_from == here.now()
        assert "key.accepted" in {entry.action for entry in workspace.journal_lines(here)}
    assert (line(known, "X1").state, line(known, "X2").state) == (KeyState.ACCEPTED, KeyState.LETTER_DIFFERS)


def test_one_is_accepted_after_its_code_was_read_out(known: Houses) -> None:
    with known.at("SKHCN") as here:
        with pytest.raises(AppError, match=r"key\.code_differs"):
            registry.accept(here, known.authority_part, "X1", "telephone", typed=OTHER)
        with pytest.raises(AppError, match=r"key\.not_seen"):
            registry.accept(here, known.authority_part, "X3", "telephone")
    told(known, Entry("X1", check_code=OTHER))
    with known.at("SKHCN") as here, pytest.raises(AppError, match=r"key\.letter_differs"):
        registry.accept(here, known.authority_part, "X1", "telephone")
    code = code_of(known, "X1")
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone", typed=code)
    now = line(known, "X1")
    assert (now.state, now.entry.check_code) == (KeyState.ACCEPTED, code)


def test_a_letter_that_contradicts_an_accepted_key_is_loud(known: Houses) -> None:
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone")
    told(known, Entry("X1", check_code=OTHER))
    assert line(known, "X1").state is KeyState.LETTER_DIFFERS


def test_another_key_than_the_accepted_one_is_loud_and_can_be_accepted_or_refused(known: Houses) -> None:
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone")
    taken(known, registered(known, "X1", house="máy lạ"))
    seen = line(known, "X1")
    assert (seen.state, seen.pin is not None) == (KeyState.OTHER_KEY, True)
    assert seen.waiting is not None
    with known.at("SKHCN") as here:
        with pytest.raises(AppError, match=r"key\.no_reason"):
            trusting.refuse_key(here, "X1", "agency", seen.waiting.spki, " ")
        trusting.refuse_key(here, "X1", "agency", seen.waiting.spki, "Bà Hà nói không phải máy của xã")
    assert line(known, "X1").state is KeyState.ACCEPTED
    with known.at("SKHCN") as here:  # a mistake can be undone: the key is accepted by its code
        trusting.accept_code(here, "X1", seen.waiting.check_code, "telephone")
    now = line(known, "X1")
    assert now.pin is not None
    assert now.pin.spki == seen.waiting.spki
    assert [pin.reason for pin in now.ended] == ["replaced"]


def test_refusing_a_key_under_one_name_does_not_spoil_it_for_its_owner(known: Houses) -> None:
    theirs = line(known, "X2").waiting
    assert theirs is not None
    with known.at("SKHCN") as here:
        trusting.refuse_key(here, "X1", "agency", theirs.spki, "Gửi nhầm tên")
        registry.accept(here, known.authority_part, "X2", "telephone")


def test_earlier_verdicts_stand_when_a_key_is_closed_and_later_files_do_not_pass(known: Houses, clock) -> None:
    known.fill_in("X1")
    first = known.send("X1")
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone")
        collecting.import_paths(here, known.authority_part, [first])
    clock.move(days=1)
    with known.at("SKHCN") as here:
        with pytest.raises(AppError, match=r"key\.no_reason"):
            trusting.close_key(here, "X1", "agency", "stolen", "")
        trusting.close_key(here, "X1", "agency", "stolen", "Công an xã báo, ngày 14/11")
        with pytest.raises(AppError, match=r"key\.not_accepted"):
            trusting.close_key(here, "X1", "agency", "stolen", "lần nữa")
        row = collecting.board(here, known.authority_part)[0]
        assert (row.state, row.seal.value if row.seal else "") == (BoardState.RECEIVED, "VALID")
    assert line(known, "X1").state is KeyState.CLOSED
    clock.move(days=1)
    assert taken(known, registered(known, "X1")) == [("refused", "key.stolen")]


def test_a_key_said_to_have_been_lost_earlier_unsettles_what_came_since(known: Houses, clock) -> None:
    known.fill_in("X1")
    sent = known.send("X1")
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone")
        collecting.import_paths(here, known.authority_part, [sent])
        trusting.close_key(here, "X1", "agency", "lost", "Xã báo qua điện thoại", clock.now - timedelta(days=3))
        row = collecting.board(here, known.authority_part)[0]
        assert (row.state, row.seal.value if row.seal else "") == (BoardState.OTHER_KEY, "UNKNOWN")


def test_a_replaced_key_leaves_what_it_sealed_as_it_was(known: Houses, clock) -> None:
    known.fill_in("X1")
    sent = known.send("X1")
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone")
        collecting.import_paths(here, known.authority_part, [sent])
    clock.move(days=1)
    taken(known, registered(known, "X1", house="máy mới"))
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone", reason="lost")
        row = collecting.board(here, known.authority_part)[0]
        assert (row.state, row.seal.value if row.seal else "") == (BoardState.RECEIVED, "VALID")
    assert [pin.reason for pin in line(known, "X1").ended] == ["lost"]


def test_one_key_under_two_names_is_told(known: Houses) -> None:
    assert line(known, "X1").shared_with == ()
    with known.at("SKHCN") as here:
        spki = next(key.spki for key in trusting.seen_keys(here) if key.agency == "X1")
        trusting.accept_key(here, "X2", "agency", spki, "nhầm lẫn")
    assert line(known, "X1").shared_with != ()


def test_the_form_goes_out_and_comes_back(known: Houses, tmp_path: Path) -> None:
    path = tmp_path / "danh bạ.xlsx"
    told(known, Entry("X2", telephone="0900 000 002", contact="Trần Văn Nam"))
    with known.at("SKHCN") as here:
        registry.write_form(here, known.authority_part, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Danh bạ và khóa"]
    assert [cell.value for cell in sheet[1]] == ["Mã", "Tên", "Điện thoại", "Đầu mối", "Mã đối chiếu", "Căn cứ"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["X1", "X2", "X3"]
    sheet["C2"], sheet["E2"], sheet["F2"] = 900000001, code_of(known, "X1").replace(" ", ""), "Công văn 12"
    book.save(path)
    with known.at("SKHCN") as here:
        loaded = registry.load_form(here, known.authority_part, path)
        assert (loaded.agencies, loaded.codes) == (3, 1)
    one, two = line(known, "X1"), line(known, "X2")
    assert (one.telephone, one.entry.source, one.state) == ("0900000001", "Công văn 12", KeyState.MATCHES)
    assert (two.telephone, two.contact) == ("0900 000 002", "Trần Văn Nam")


def test_a_form_with_bad_cells_names_each_and_loads_nothing(known: Houses, tmp_path: Path) -> None:
    path = tmp_path / "danh bạ.xlsx"
    with known.at("SKHCN") as here:
        registry.write_form(here, known.authority_part, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Danh bạ và khóa"]
    sheet["E2"] = 123456789012345678901234567890  # what Excel makes of thirty digits typed as a number
    sheet["E3"] = "12345 67890"
    sheet["A4"] = "X9"
    sheet["C2"] = "0900 000 001"
    book.save(path)
    with known.at("SKHCN") as here, pytest.raises(Several) as refused:
        registry.load_form(here, known.authority_part, path)
    assert [error.details["cell"] for error in refused.value.errors] == ["E2", "E3", "A4"]
    assert line(known, "X1").entry == Entry("X1")


def test_a_refused_file_of_a_known_agency_still_says_so(known: Houses) -> None:
    cut = known.folder / "cắt ngang.thuocso"
    cut.write_bytes(registered(known, "X1").read_bytes()[:-100])
    with known.at("SKHCN") as here:
        (item,) = collecting.import_paths(here, known.authority_part, [cut]).files
        assert item.outcome is Outcome.REFUSED


def test_the_board_says_whom_to_call_by_the_registry(known: Houses) -> None:
    told(known, Entry("X1", telephone="0900 999 999"))
    with known.at("SKHCN") as here:
        rows = {row.agency.code: row for row in collecting.board(here, known.authority_part)}
    assert rows["X1"].contact.telephone == "0900 999 999"
    assert rows["X2"].contact == rows["X2"].agency.contact


def test_what_a_refused_key_sealed_counts_no_more_and_counts_again_once_it_is_accepted(known: Houses) -> None:
    part = known.authority_part
    known.fill_in("X1")
    own = known.send("X1")
    with known.at("SKHCN") as here:
        registry.accept(here, part, "X1", "telephone")
        collecting.import_paths(here, part, [own])
    del known.parts["X1"]
    shutil.rmtree(known.folder / "X1")
    known.fill_in("X1", online=1200)
    with known.at("X1") as here:  # somebody with the campaign's file, who says it is the third revision
        for _ in range(2):
            submitting.freeze(here, known.parts["X1"], "Kẻ lạ", "Chủ tịch")
            submitting.reopen(here, known.parts["X1"], "thử")
    strange = known.send("X1")
    with known.at("SKHCN") as here:
        collecting.import_paths(here, part, [strange])
        row = collecting.board(here, part)[0]
        assert (row.revision_number, row.state, row.versions) == (1, BoardState.OTHER_KEY, 2)
        accepted = {pin.spki for pin in trusting.pins(here)}
        (key,) = (seen for seen in trusting.seen_keys(here) if seen.agency == "X1" and seen.spki not in accepted)
        trusting.refuse_key(here, "X1", "agency", key.spki, "Bà Hà nói không phải máy của xã")
        row = collecting.board(here, part)[0]
        assert (row.revision_number, row.state, row.versions) == (1, BoardState.RECEIVED, 2)
        trusting.accept_key(here, "X1", "agency", key.spki, "Xã đã cài máy mới, công văn 15")
        assert collecting.board(here, part)[0].revision_number == 3


def test_a_key_reported_stolen_by_mistake_is_accepted_again_with_a_reason(known: Houses, clock) -> None:
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone")
        (pin,) = trusting.pins(here)
        trusting.close_key(here, "X1", "agency", "stolen", "nghe nhầm tên xã")
    clock.move(days=1)
    assert taken(known, registered(known, "X1")) == [("refused", "key.stolen")]
    with known.at("SKHCN") as here:
        with pytest.raises(AppError, match=r"key\.was_stolen"):
            trusting.accept_key(here, "X1", "agency", pin.spki, "điện thoại")
        with pytest.raises(AppError, match=r"key\.no_reason"):
            trusting.reopen_key(here, "X1", "agency", pin.spki, " ")
        trusting.reopen_key(here, "X1", "agency", pin.spki, "Xã Hòa Bình khác huyện")
        assert trusting.pins(here) == (pin,)
        last = workspace.journal_lines(here)[0]
        assert (last.action, last.field, last.after) == ("key.reopened", "Xã Hòa Bình khác huyện", pin.spki)
        with pytest.raises(AppError, match=r"key\.not_closed"):
            trusting.reopen_key(here, "X1", "agency", pin.spki, "lần nữa")
    assert line(known, "X1").state is KeyState.ACCEPTED
    assert taken(known, registered(known, "X1"))[0][0] == "registered"


def test_a_stolen_key_s_owner_who_got_another_one_may_return_to_it(known: Houses) -> None:
    with known.at("SKHCN") as here:
        registry.accept(here, known.authority_part, "X1", "telephone")
        (first,) = trusting.pins(here)
        trusting.close_key(here, "X1", "agency", "stolen", "công an báo")
        trusting.accept_key(here, "X1", "agency", "ab" * 32, "công văn 16")
        trusting.reopen_key(here, "X1", "agency", first.spki, "Đã tìm thấy máy, chưa ai mở")
        assert [(pin.spki, pin.reason) for pin in trusting.pins(here)] == [(first.spki, ""), ("ab" * 32, "replaced")]
