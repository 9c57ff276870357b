"""The sentences of the daily work keep the rules of the glossary, and no code of it is left without one."""

import re
from pathlib import Path

import pytest

from app import wording
from app.errors import AppError
from app.operations import assessing, evidence_copies, improving, parts, submitting, trusting, workspace
from app.wording.work import SENTENCES

FORBIDDEN = re.compile(r"\b(lỗi|thất bại|bạn|tôi|submit|import|export|bundle|hash|user|vui lòng)\b|!", re.IGNORECASE)
ROOMS = (assessing, evidence_copies, improving, parts, submitting, trusting, workspace)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_has_its_parts(code):
    vietnamese, english = SENTENCES[code]
    assert not FORBIDDEN.search(vietnamese)
    assert len(vietnamese.split()) <= 65
    for text in (vietnamese, english):
        assert len(re.findall(r"[.;](?=\s|$)", text)) >= 3
        assert text.endswith(".")


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_every_code_a_commune_can_meet_has_a_sentence(room):
    source = Path(room.__file__).read_text("utf-8")
    codes = set(re.findall(r'raise AppError\(\s*"([a-z_.]+)"', source))
    assert codes <= set(wording.SENTENCES), codes - set(wording.SENTENCES)


def test_values_stand_in_the_sentence():
    told = wording.sentence(AppError("data.folder", path="D:/Dữ liệu", detail="Permission denied"))
    assert "“D:/Dữ liệu” (Permission denied)" in told
