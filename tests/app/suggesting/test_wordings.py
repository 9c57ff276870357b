"""Wordings as offices type them: what is suggested, and that "sure" is a promise."""

import unicodedata

import pytest

from app.domain.text import nfc
from app.suggesting import Kind, Suggestion, suggest
from app.wording.suggestions import KINDS, REMARKS
from tests.app.suggesting.tables import TABLES, Wording, brief, suggested, sure_of, tally, wordings

ROWS = [row for name in TABLES for row in wordings(name)]


def made_for(name: str) -> list[tuple[Wording, Suggestion]]:
    return [(row, suggested(row)) for row in wordings(name)]


@pytest.mark.parametrize("name", TABLES)
def test_wordings_mean_what_the_table_says(name: str) -> None:
    assert not [told(row, made) for row, made in made_for(name) if row.mark == "-" and made.sure]
    sought = [(row, made) for row, made in made_for(name) if row.mark == "+" or (row.mark == "~" and made.sure)]
    assert not [told(row, made) for row, made in sought if not (made.sure and row.is_right(made))]


def told(row: Wording, made: Suggestion) -> str:
    return f"{row.place}: {made.kind} {brief(made.kind, made.parameters)} {made.remarks} for {row.text!r}"


def test_there_are_enough_wordings_and_no_two_alike() -> None:
    texts = [(row.maximum, row.text) for row in ROWS]
    assert len(texts) == len(set(texts)) > 540
    assert {row.kind for row in ROWS} == {kind.value for kind in Kind}


@pytest.mark.parametrize("name", [name for name in TABLES if name.startswith("held_out")])
def test_held_out_tables_keep_precision_and_coverage(name: str) -> None:
    told = tally([name])
    assert told.right * 100 >= told.sure * 98, str(told)
    assert told.sure * 100 >= told.all * 60, str(told)


def test_the_table_of_precision_and_coverage_is_printed() -> None:
    assert str(tally(["first"])).endswith("% right")


@pytest.mark.parametrize("name", TABLES)
def test_words_it_rests_on_are_words_of_the_text(name: str) -> None:
    for row, made in made_for(name):
        assert all(row.text[piece.start : piece.end] == piece.text for piece in made.because), row.place
        assert made.because or not made.sure, row.place
        assert bool(made.remarks) != made.sure, row.place


@pytest.mark.parametrize("name", TABLES)
def test_decomposed_letters_change_nothing(name: str) -> None:
    for row, made in sure_of(name):
        apart = suggest(unicodedata.normalize("NFD", row.text), row.maximum)
        assert apart.sure, row.place
        assert (apart.kind, apart.parameters) == (made.kind, made.parameters), row.place
        assert [nfc(piece.text) for piece in apart.because] == [nfc(piece.text) for piece in made.because], row.place


@pytest.mark.parametrize("name", TABLES)
def test_without_diacritics_it_means_the_same_or_is_not_sure(name: str) -> None:
    for row, _ in sure_of(name):
        plain = "".join(c for c in unicodedata.normalize("NFD", row.text) if not unicodedata.combining(c))
        made = suggest(plain.replace("đ", "d").replace("Đ", "D"), row.maximum)
        assert not made.sure or row.is_right(made), told(row, made)


@pytest.mark.parametrize("name", TABLES)
def test_capitals_and_wide_spaces_change_nothing(name: str) -> None:
    for row, _ in sure_of(name):
        made = suggest(row.text.upper().replace(" ", " \u00a0 "), row.maximum)
        assert not made.sure or row.is_right(made), told(row, made)


@pytest.mark.parametrize("name", TABLES)
def test_a_text_cut_in_two_never_gives_the_whole(name: str) -> None:
    """A half that is sure must mean something else, or the rest said nothing that changes points."""
    for row, whole in sure_of(name):
        half = suggest(row.text[: len(row.text) // 2], row.maximum)
        differs = half.parameters != whole.parameters or half.kind != whole.kind
        assert not half.sure or differs or row.kind in TERSE, told(row, half)


TERSE = ("ratio", "inverse_ratio", "imported", "formula")  # what follows the formula are its words


@pytest.mark.parametrize("maximum", ["", "?", "0", "điểm", "1e9"])
def test_without_a_maximum_nothing_is_sure(maximum: str) -> None:
    made = suggest("Từ 75% trở lên: điểm tối đa; dưới 75%: tỷ lệ × điểm tối đa", maximum)
    assert (made.kind, made.sure, made.remarks) == (Kind.RATIO_FULL_ABOVE, False, ("maximum_missing",))


def test_every_kind_and_remark_has_its_words() -> None:
    remarks = {code for name in TABLES for _, made in made_for(name) for code in made.remarks}
    assert remarks <= set(REMARKS)
    assert set(KINDS) == {kind.value for kind in Kind}
