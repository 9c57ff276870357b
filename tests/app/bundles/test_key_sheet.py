"""A key on paper: every slip is found in its own line; and the age identity that belongs to a key."""

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bundles import age_keys, key_sheet, keys
from app.bundles.key_sheet import LineState
from app.bundles.manifest import Role
from app.errors import AppError

KEY = keys.make_seal_key("X1", "Xã Hòa Bình", Role.AGENCY)
LINES = key_sheet.sheet_lines(KEY, "X1", Role.AGENCY, "mật khẩu")
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def read(text: str, passphrase: str = "mật khẩu", code: str = "X1") -> keys.SealKey:
    return key_sheet.key_of_sheet(text, passphrase, code, "Xã Hòa Bình", Role.AGENCY)


def test_seven_lines_of_four_groups_give_the_very_key_back() -> None:
    assert [len(group) for line in LINES for group in line.split()] == [5] * 28
    back = read("\n".join(LINES))
    assert (back.spki, back.certificate) == (KEY.spki, KEY.certificate)


@given(st.integers(0, 6), st.integers(0, 19), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_found_in_its_line(line: int, place: int, sign: str) -> None:
    signs = LINES[line].replace(" ", "")
    typed = signs[:place] + sign + signs[place + 1 :]
    state = key_sheet.line_state(line + 1, typed)
    assert state is (LineState.GOOD if typed == signs else LineState.WRONG)


@given(st.integers(0, 6), st.integers(0, 18))
def test_two_neighbours_swapped_are_found_too(line: int, place: int) -> None:
    signs = LINES[line].replace(" ", "")
    typed = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    state = key_sheet.line_state(line + 1, typed)
    assert state is (LineState.GOOD if typed == signs else LineState.WRONG)


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_anything_typed_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(AppError, match=r"key_sheet\."):
        read(typed)


def test_letters_that_look_like_figures_are_read_as_figures() -> None:
    typed = "\n".join(LINES).replace("0", "O").replace("1", "l")
    assert read(typed).spki == KEY.spki


def test_the_same_key_is_printed_otherwise_each_time() -> None:
    assert key_sheet.sheet_lines(KEY, "X1", Role.AGENCY, "mật khẩu") != LINES


def test_a_sheet_serves_its_agency_and_passphrase_only() -> None:
    with pytest.raises(AppError, match=r"passphrase\.wrong"):
        read("\n".join(LINES), "nhớ nhầm")
    with pytest.raises(AppError, match=r"passphrase\.empty"):
        read("\n".join(LINES), "")
    with pytest.raises(AppError, match=r"key_sheet\.other_agency"):
        read("\n".join(LINES), code="X2")


def test_the_identity_of_a_key_is_one_that_age_reads() -> None:
    identity = pyrage.x25519.Identity.from_str(age_keys.identity_of(KEY))
    assert str(identity) == age_keys.identity_of(KEY)
    assert str(identity.to_public()) == age_keys.recipient_of(KEY)


def test_a_recipient_is_known_by_its_form_and_its_checksum() -> None:
    told = age_keys.recipient_of(KEY)
    assert age_keys.is_recipient(told)
    for wrong in ("", "age1", told[:-1], told + "q", told.upper(), told[:-1] + ("q" if told[-1] != "q" else "p")):
        assert not age_keys.is_recipient(wrong)


def test_two_keys_have_two_identities() -> None:
    other = keys.make_seal_key("X1", "Xã Hòa Bình", Role.AGENCY)
    assert age_keys.recipient_of(other) != age_keys.recipient_of(KEY)


def test_the_same_key_and_names_give_the_same_certificate() -> None:
    assert keys.certified(KEY.private_key, "X1", "Xã Hòa Bình", Role.AGENCY) == KEY.certificate
    assert keys.certified(KEY.private_key, "X1", "Xã Hòa Bình", Role.AUTHORITY) != KEY.certificate
