"""The proof sheet of a framework, read back with poppler: every row of the decision beside what will be done."""

import dataclasses
from datetime import datetime
from pathlib import Path

import pytest

from app.domain import questions
from app.domain.deadline import VIETNAM
from app.domain.framework import Framework, Remark
from app.operations.frameworks import authoring
from app.reports import framework_proof
from app.wording.rules import rule_sentences
from tests.app.reports.papers import SET, flat, hostile_set, stays_inside, words

NOW = datetime(2026, 11, 2, 14, 32, tzinfo=VIETNAM)
ROW = {"STT": "1.1", "Chỉ số": "Người đứng đầu chỉ đạo", "Cách chấm": "Bí thư: 2 điểm; Phó Bí thư: 1 điểm"}


def squeezed(text: str) -> str:
    """Without blanks: lines of a cell are broken anywhere."""
    return "".join(flat(text).split())


def printed(value: Framework, folder: Path) -> str:
    return squeezed(words(framework_proof.render(value, NOW), folder, "-raw"))


def test_every_criterion_stands_there_with_its_words_and_what_the_program_does(tmp_path: Path) -> None:
    sheet = printed(SET, tmp_path)
    for place in SET.index.criteria():
        assert place.criterion is not None
        assert squeezed(place.node.title) in sheet
        assert squeezed(" ".join(rule_sentences(SET, place.criterion))) in sheet
    assert squeezed("Các mục bên trong cộng 10 điểm, khớp") in sheet


def test_the_decisions_own_row_is_copied_word_for_word(tmp_path: Path) -> None:
    group = SET.nodes[0]
    first = dataclasses.replace(group.nodes[0], original=ROW)
    value = dataclasses.replace(
        SET, nodes=(dataclasses.replace(group, nodes=(first, *group.nodes[1:])), *SET.nodes[1:])
    )
    sheet = printed(value, tmp_path)
    for heading, told in ROW.items():
        assert squeezed(f"{heading}: {told}") in sheet


def test_a_sum_that_does_not_fit_is_said_with_both_figures(tmp_path: Path) -> None:
    group = dataclasses.replace(SET.nodes[0], maximum=type(SET.nodes[0].maximum)("12.5"))
    sheet = printed(dataclasses.replace(SET, nodes=(group, *SET.nodes[1:])), tmp_path)
    assert squeezed("12,5 Các mục bên trong cộng 10 điểm, không khớp") in sheet


def test_a_skeleton_says_what_it_lacks_and_what_was_chosen_where_the_decision_is_silent(tmp_path: Path) -> None:
    value = authoring.find(None, "da-nang-2901-2023-pl5")
    question = next(item for item in questions.asked(value) if item.options)
    answered = questions.answered(value, question.code, question.options[0].key, "Biên bản họp ngày 02/11/2026")
    remarked = dataclasses.replace(answered, remarks=(*value.remarks, Remark(words="Hai mục cùng đánh số 5.2.")))
    sheet = printed(remarked, tmp_path)
    for told in (
        "Còn thiếu nội dung của 10 nhóm", question.words, question.options[0].label, "Biên bản họp ngày 02/11/2026",
        "Hai mục cùng đánh số 5.2.", "Người soạn".upper(), "Lãnh đạo".upper(),
    ):  # fmt: skip
        assert squeezed(told) in sheet


def test_version_and_digest_stand_on_every_page(tmp_path: Path) -> None:
    pages = words(framework_proof.render(SET, NOW), tmp_path, "-raw").split("\f")[:-1]
    assert len(pages) > 3
    assert all(SET.digest in page for page in pages)


@pytest.mark.parametrize("value", [SET, hostile_set()], ids=["sample", "hostile"])
def test_it_stays_inside_its_margins_and_is_the_same_twice(value: Framework, tmp_path: Path) -> None:
    pdf = framework_proof.render(value, NOW)
    assert stays_inside(pdf, tmp_path)
    assert framework_proof.render(value, NOW) == pdf
