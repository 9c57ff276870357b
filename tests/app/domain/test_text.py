"""Text: folding, order and cleaning, over every letter of Vietnamese and over whatever else people paste."""

import random
import re
import unicodedata
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import text

# the 12 vowels with their 6 tones, in the order of a dictionary, and đ: 67 letters beyond ASCII in each case
VOWELS = list("aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ")
MARKED = [c for c in VOWELS if not c.isascii()] + ["đ"]
LETTERS = MARKED + [c.upper() for c in MARKED]

anything = st.text(max_size=30)
vietnamese = st.text(alphabet=st.sampled_from([*VOWELS, *"đĐÁỘbcghklmnpqtvx .-/0129"]), max_size=30)


def shuffled(items: list[str]) -> list[str]:
    mixed = items[:]
    random.Random(7).shuffle(mixed)
    return mixed


def test_there_are_134_letters_beyond_ascii() -> None:
    assert len(set(LETTERS)) == 134
    assert all(unicodedata.is_normalized("NFC", c) and len(c) == 1 for c in LETTERS)


# --- folding and search


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_folds_to_its_ascii_letter(letter: str) -> None:
    expected = "d" if letter in "đĐ" else unicodedata.normalize("NFD", letter)[0].lower()
    assert text.fold(letter) == expected
    assert text.fold(unicodedata.normalize("NFD", letter)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("uý", "úy"),
        ("uỷ ban", "Ủy ban"),
        ("tỉ lệ", "TỶ LỆ"),
        ("quí", "quý"),
        ("kĩ thuật", "kỹ thuật"),
        ("Đắk Lắk", "dak lak"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("12/BC–UBND", "12/bc-ubnd"),
        ("Hòa\u00a0 Bình\n", "hoa binh"),
        ("１２", "12"),
        ("Xã\u202eHòa", "xahoa"),
    ],
)
def test_spellings_that_meet(one: str, other: str) -> None:
    assert text.fold(one) == text.fold(other)


@pytest.mark.parametrize(("one", "other"), [("hai", "hay"), ("tài", "tây"), ("lá", "là b"), ("12", "1.2")])
def test_words_that_stay_apart(one: str, other: str) -> None:
    assert text.fold(one) != text.fold(other)


@given(anything)
def test_folding_is_idempotent(given_text: str) -> None:
    folded = text.fold(given_text)
    assert text.fold(folded) == folded
    assert text.fold(unicodedata.normalize("NFD", given_text)) == folded


@given(vietnamese, st.integers(0, 30))
def test_what_is_typed_so_far_folds_to_the_beginning(whole: str, length: int) -> None:
    assert text.fold(whole).startswith(text.fold(whole[:length]))


@pytest.mark.parametrize(
    ("query", "texts", "found"),
    [
        ("", ["Hòa Bình"], True),
        ("hoa", ["Xã Hòa Bình"], True),
        ("hoà", ["Xã Hòa Bình"], True),
        ("binh hoa", ["Xã Hòa Bình"], True),
        ("bin", ["Xã Hòa Bình"], True),
        ("hoa yen", ["Xã Hòa Bình", "Yên Lập"], True),
        ("hoa mai", ["Xã Hòa Bình", "Yên Lập"], False),
        ("an", ["Toàn Thắng"], False),
        ("an", ["Tân An"], True),
        ("12/bc-ubnd", ["Số 12/BC-UBND ngày 05/3/2026"], True),
        ("bc", ["12/BC-UBND"], True),
        ("ubnd", ["12/BC-UBND"], True),
        ("12", ["12/BC-UBND"], True),
        ("12", ["2012"], False),
        ("12", ["112/QĐ-UBND, 12/BC-UBND"], True),
        ("2026", ["BaoCao2026.pdf"], True),
        ("4.1", ["4.10"], True),
        ("1.234,5", ["đạt 1.234,5 điểm"], True),
        ("quy", ["Quyết định"], True),
        ("quyet", ["Quyết định"], True),
        ("ty le", ["Tỉ lệ hồ sơ"], True),
        ("hoa", [], False),
    ],
)
def test_matches(query: str, texts: list[str], found: bool) -> None:
    assert text.matches(query, *texts) is found


@given(vietnamese)
def test_every_text_matches_itself(whole: str) -> None:
    assert text.matches(whole, whole)


# --- order of names


def test_letters_first_then_tones() -> None:
    assert sorted(shuffled(VOWELS), key=text.collation_key) == VOWELS
    alphabet = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
    assert sorted(shuffled(alphabet), key=text.collation_key) == alphabet


@pytest.mark.parametrize(
    "ordered",
    [
        ["an", "ăn", "ân", "ba"],
        ["da", "đa", "e"],
        ["Dần", "Đan"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        ["bà ba", "ba bị"],  # all letters come before any tone
        ["Hoa An", "Hòa An", "Hòa Bình", "Hoài Ân"],
        ["Phường 2", "Phường 10", "Phường Ba"],
        ["Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bà Rịa Vũng Tàz"],
        ["thủy", "thuỷ lợi"],
    ],
)
def test_names_in_order(ordered: list[str]) -> None:
    assert sorted(shuffled(ordered), key=text.collation_key) == ordered


def test_tone_placement_does_not_part_neighbours() -> None:
    ordered = ["Hòa An", "Hoà Bình", "Hòa Cư"]
    assert sorted(shuffled(ordered), key=text.collation_key) == ordered


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Xã Hòa Bình", "Hòa Bình"),
        ("XÃ HÒA BÌNH", "HÒA BÌNH"),
        ("UBND xã Hòa Bình", "Hòa Bình"),
        ("Ủy ban nhân dân Phường 2", "2"),
        ("Uỷ ban nhân dân đặc khu Phú Quốc", "Phú Quốc"),
        ("Thị trấn Đu", "Đu"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("Xa Mát", "Xa Mát"),
        ("Xã", "Xã"),
        ("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
        ("", ""),
    ],
)
def test_bare_names(name: str, bare: str) -> None:
    assert text.bare_name(name) == bare
    assert text.bare_name(unicodedata.normalize("NFD", name)) == bare


def test_units_by_bare_name() -> None:
    ordered = [
        "Phường 2",
        "Phường 10",
        "Xã An Lạc",
        "Phường Ân Thi",
        "Phường Hòa Bình",
        "Xã Hòa Bình",
        "Tỉnh Lâm Đồng",
        "Đặc khu Phú Quốc",
        "Xã Xuân Lộc",
    ]
    assert sorted(shuffled(ordered), key=text.name_key) == ordered


@given(st.lists(anything, max_size=8))
def test_order_of_names_is_total(names: list[str]) -> None:
    for key in (text.collation_key, text.name_key):
        backwards = sorted(names, key=key, reverse=True)
        assert sorted(backwards, key=key) == sorted(names, key=key)
        for one in names:
            for other in names:
                assert (key(one) == key(other)) == (text.nfc(one) == text.nfc(other))


def test_a_million_digits_are_ordered_not_parsed() -> None:
    longer = "1" + "0" * 1_000_000
    assert text.collation_key("9" * 1_000_000) < text.collation_key(longer)
    assert text.code_key("9") < text.code_key(longer)


# --- order of codes


@pytest.mark.parametrize(
    "ordered",
    [
        ["4.1", "4.2", "4.10"],
        ["4", "4.1", "4.1.1", "4.2", "5"],
        ["4.22.8", "4.22.9", "4.22.11", "4.23"],
        ["I", "II", "III", "IV", "V", "VIII", "IX", "X", "XI", "XIX", "XL", "XLIX", "LX"],
        ["I.1", "I.2", "I.10", "II.1"],
        ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n"],
        ["1a", "1b", "1d", "1đ", "1e"],
        ["A.1", "B.2", "C.1", "D.1", "Đ.1", "E.1"],
        ["TC2", "TC10"],
    ],
)
def test_codes_in_order(ordered: list[str]) -> None:
    assert sorted(shuffled(ordered), key=text.code_key) == ordered


def test_nodes_without_a_code_come_last_as_given() -> None:
    nodes = [("", "thứ hai"), ("4.10", "b"), ("", "thứ nhất"), ("4.2", "a"), ("–", "gạch")]
    ordered = sorted(nodes, key=lambda node: text.code_key(node[0]))
    assert [name for _, name in ordered] == ["a", "b", "thứ hai", "thứ nhất", "gạch"]


@given(st.lists(st.text(alphabet="0129IVXLabđ.)– ", max_size=8) | anything, max_size=8))
def test_order_of_codes_is_consistent(codes: list[str]) -> None:
    keys = [text.code_key(code) for code in codes]
    backwards = sorted(keys, reverse=True)
    assert sorted(backwards) == sorted(keys)
    for one, key in zip(codes, keys, strict=True):
        for other, other_key in zip(codes, keys, strict=True):
            if key == other_key and key != (1,):
                assert text.nfc(one) == text.nfc(other)


# --- names to show and to write


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        (
            "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202efdp",
            "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 fdp",
        ),
        ("  Xã\tHòa\r\n Bình\u200b ", "Xã Hòa Bình"),
        ("Hoa\u0300", "Hoà"),
        ("\u2066a\u2069\ufeff\u00ad\u3164\ufe0f", "a"),
        ("a\x00b\ud800c\U000e0041d\uffff", "a bcd"),
        ("", ""),
    ],
)
def test_clean_names(given_name: str, shown: str) -> None:
    assert text.clean_name(given_name) == shown


@given(anything)
def test_clean_names_show_all_they_hold(name: str) -> None:
    cleaned = text.clean_name(name)
    assert text.clean_name(cleaned) == cleaned
    assert cleaned == cleaned.strip()
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    cleaned.encode("utf-8")


def test_lines_are_kept_apart() -> None:
    assert text.clean_lines("một\r\nhai\rba\u2028bốn\tnăm\u00a0\u2003sáu") == "một\nhai\nba\nbốn năm\u00a0 sáu"


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_has_a_letter_in_file_names(letter: str) -> None:
    assert text.file_name_piece(f"x{letter}").upper() == "X" + text.fold(letter).upper()


@pytest.mark.parametrize(
    ("given_name", "piece"),
    [
        ("Xã Hòa Bình", "XaHoaBinh"),
        ("xã đắk lắk", "XaDakLak"),
        ("12/BC-UBND", "12-BC-UBND"),
        ("Bà Rịa - Vũng Tàu", "BaRia-VungTau"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "Con_"),
        ("LPT1", "LPT1_"),
        ("COM¹", "COM1_"),
        ("Xã Con Cuông", "XaConCuong"),
        ("😀", "_"),
        ("", "_"),
        ("a\u202eb\x00c", "Ab-c"),
        ("Ủy ban nhân dân xã Nguyễn Thị Minh Khai Hai", "UyBanNhanDanXaNguyenThiMinhKhaiHai"),
        ("Thị xã " + "dài " * 30, "ThiXaDaiDaiDaiDaiDaiDaiDaiDaiDaiDaiDaiDa"),
    ],
)
def test_pieces_of_file_names(given_name: str, piece: str) -> None:
    assert text.file_name_piece(given_name) == piece


@given(anything, st.integers(1, 12))
def test_pieces_are_always_writable(name: str, limit: int) -> None:
    piece = text.file_name_piece(name, limit)
    assert 1 <= len(piece) <= limit
    assert re.fullmatch("[A-Za-z0-9_-]+", piece)
    assert piece.upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


# --- dates


def test_dates_and_times() -> None:
    assert text.date_text(date(2026, 3, 5)) == "05/03/2026"
    assert text.time_text(time(8, 5)) == "08:05"
    assert text.moment_text(datetime(2026, 11, 14, 23, 59, 59)) == "23:59, 14/11/2026"
