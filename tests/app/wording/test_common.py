"""Sentences keep the rules of the glossary: three parts, no pronouns, no blame, no exclamation."""

import re

import pytest

from app.errors import AppError, Several
from app.wording import sentence
from app.wording.common import SENTENCES

FORBIDDEN = re.compile(
    r"\b(lỗi|thất bại|bạn|tôi|quý vị|đồng chí|submit|import|export|bundle|hash|manifest|user|admin|vui lòng)\b|!", re.I
)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_of_trouble_has_three_parts(code):
    vietnamese, english = SENTENCES[code]

    assert not FORBIDDEN.search(vietnamese), vietnamese
    assert len(vietnamese.split()) <= 65
    for text in (vietnamese, english):
        assert len(re.findall(r"[.;](?=\s|$)", text)) >= 3
        assert text.endswith(".")
        assert "  " not in text


def test_details_are_filled_in():
    error = AppError("points.out_of_range", text="21", minimum="0", maximum="20")

    assert sentence(error).startswith("Điểm “21” nằm ngoài khoảng từ 0 đến 20.")
    assert sentence(error, "en").startswith("“21” points lie outside 0 to 20.")


def test_what_is_not_known_is_left_open():
    assert "trên máy … từ …" in sentence(AppError("data.in_use"))


def test_several_errors_are_counted():
    assert "3 chỗ" in sentence(Several("answers.refused", [AppError("answers.twice")] * 3))
