"""Wordings as offices type them: what is suggested, and that "sure" is a promise."""

import operator
import unicodedata

import pytest

from app.domain.text import nfc
from app.suggesting import Kind, suggest
from app.wording.suggestions import KINDS, REMARKS
from tests.app.suggesting.tables import TABLES, Wording, brief, tally, wordings

PLACE = operator.attrgetter("place")
ROWS = [row for name in TABLES for row in wordings(name)]
SURE = [row for row in ROWS if suggest(row.text, row.maximum).sure]


@pytest.mark.parametrize("row", ROWS, ids=PLACE)
def test_wording_means_what_the_table_says(row: Wording) -> None:
    made = suggest(row.text, row.maximum)
    if row.mark == "-":
        assert not made.sure
    elif row.mark == "+" or made.sure:
        assert (made.kind, brief(made.kind, made.parameters)) == (row.kind, row.figures)
        assert made.sure, made.remarks


def test_there_are_enough_wordings_and_no_two_alike() -> None:
    texts = [(row.maximum, row.text) for row in ROWS]
    assert len(texts) == len(set(texts)) > 340
    assert {row.kind for row in ROWS} == {kind.value for kind in Kind}


@pytest.mark.parametrize("name", [name for name in TABLES if name.startswith("held_out")])
def test_held_out_tables_keep_precision_and_coverage(name: str) -> None:
    told = tally([name])
    assert told.right * 100 >= told.sure * 98, str(told)
    assert told.sure * 100 >= told.all * 60, str(told)


def test_the_table_of_precision_and_coverage_is_printed() -> None:
    assert str(tally(["first"])).endswith("% right")


@pytest.mark.parametrize("row", ROWS, ids=PLACE)
def test_words_it_rests_on_are_words_of_the_text(row: Wording) -> None:
    made = suggest(row.text, row.maximum)
    assert all(row.text[piece.start : piece.end] == piece.text for piece in made.because)
    assert made.because or not made.sure
    assert bool(made.remarks) != made.sure


@pytest.mark.parametrize("row", SURE, ids=PLACE)
def test_decomposed_letters_change_nothing(row: Wording) -> None:
    made, apart = suggest(row.text, row.maximum), suggest(unicodedata.normalize("NFD", row.text), row.maximum)
    assert apart.sure
    assert (apart.kind, apart.parameters) == (made.kind, made.parameters)
    assert [nfc(piece.text) for piece in apart.because] == [nfc(piece.text) for piece in made.because]


@pytest.mark.parametrize("row", SURE, ids=PLACE)
def test_without_diacritics_it_means_the_same_or_is_not_sure(row: Wording) -> None:
    plain = "".join(c for c in unicodedata.normalize("NFD", row.text) if not unicodedata.combining(c))
    made = suggest(plain.replace("đ", "d").replace("Đ", "D"), row.maximum)
    assert not made.sure or row.is_right(made)


@pytest.mark.parametrize("row", SURE, ids=PLACE)
def test_capitals_and_wide_spaces_change_nothing(row: Wording) -> None:
    made = suggest(row.text.upper().replace(" ", " \u00a0 "), row.maximum)
    assert not made.sure or row.is_right(made)


@pytest.mark.parametrize("row", SURE, ids=PLACE)
def test_a_text_cut_in_two_never_gives_the_whole(row: Wording) -> None:
    """A half that is sure must mean something else, or the rest said nothing that changes points."""
    whole = suggest(row.text, row.maximum)
    half = suggest(row.text[: len(row.text) // 2], row.maximum)
    assert not half.sure or half.parameters != whole.parameters or half.kind != whole.kind or row.kind in TERSE


TERSE = ("ratio", "inverse_ratio", "imported", "formula")  # what follows the formula are its words


@pytest.mark.parametrize("maximum", ["", "?", "0", "điểm", "1e9"])
def test_without_a_maximum_nothing_is_sure(maximum: str) -> None:
    made = suggest("Từ 75% trở lên: điểm tối đa; dưới 75%: tỷ lệ × điểm tối đa", maximum)
    assert (made.kind, made.sure, made.remarks) == (Kind.RATIO_FULL_ABOVE, False, ("maximum_missing",))


def test_every_kind_and_remark_has_its_words() -> None:
    remarks = {code for row in ROWS for code in suggest(row.text, row.maximum).remarks}
    assert remarks <= set(REMARKS)
    assert set(KINDS) == {kind.value for kind in Kind}
