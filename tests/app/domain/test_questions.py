"""What a decision leaves open is asked: choices and typed values become part of the framework and stay recorded."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import framework as frameworks
from app.domain.checks import check
from app.domain.framework import OpenQuestion, QuestionOption, Remark, Rescale, Standing, ValueKind
from app.domain.problems import Severity
from app.domain.questions import answered, asked, chosen, patched, reopened, slips, unanswered
from app.errors import AppError
from tests.app.domain.making import A, framework, group, judged

RESCALE = OpenQuestion(
    code="quy-doi",
    words="Có quy về thang 100 trước khi xếp loại không?",
    article="điểm c khoản 3 Điều 5",
    options=(
        QuestionOption(key="khong", label="Không quy đổi", sets={"totals": {"rescale": "no"}}),
        QuestionOption(key="truoc", label="Quy đổi trước khi cộng", sets={"totals": {"rescale": "before_bonus"}}),
    ),
)
CAP = OpenQuestion(
    code="muc-thuong",
    words="Điểm thưởng nhiều nhất là bao nhiêu?",
    options=(QuestionOption(key="khong", label="Không giới hạn", sets={"totals": {"bonus_cap": None}}),),
    asks=ValueKind.AMOUNT,
    path="totals.bonus_cap",
)
TOLD = "Cách làm tròn"


def asking(*questions, **more):
    return framework(group("1", judged("1.1")), judged("2"), questions=questions, **more)


def test_a_choice_changes_the_framework_and_stays_recorded():
    open_ = asking(RESCALE, CAP, TOLD)

    settled = answered(open_, "quy-doi", "truoc", "Hội đồng họp ngày 05/01/2024")

    assert settled.totals.rescale is Rescale.BEFORE_BONUS
    told = asked(settled)[0]
    assert (told.answer, told.reason) == ("truoc", "Hội đồng họp ngày 05/01/2024")
    assert chosen(told).label == "Quy đổi trước khi cộng"
    assert [question.code for question in unanswered(open_)] == ["quy-doi", "muc-thuong"]
    assert [question.code for question in unanswered(settled)] == ["muc-thuong"]
    assert settled.questions[2] == TOLD
    assert settled.digest != open_.digest


def test_another_answer_takes_the_place_of_the_first():
    open_ = asking(RESCALE)

    assert answered(answered(open_, "quy-doi", "truoc"), "quy-doi", "khong") == answered(open_, "quy-doi", "khong")
    assert unanswered(reopened(answered(open_, "quy-doi", "truoc"), "quy-doi")) == (RESCALE,)


def test_a_typed_value_is_written_where_the_question_says():
    open_ = asking(CAP)

    assert answered(open_, "muc-thuong", "5").totals.bonus_cap == "5"
    assert answered(answered(open_, "muc-thuong", "5"), "muc-thuong", "khong").totals.bonus_cap is None
    for nonsense in ("", "nhiều", "5,5"):
        with pytest.raises(AppError, match=r"question\.answer_unfit"):
            answered(open_, "muc-thuong", nonsense)


def test_lists_are_entered_by_code_also_where_it_has_points():
    maximum = OpenQuestion(
        code="d", words="Điểm tối đa của 1.1?", asks=ValueKind.AMOUNT, path="nodes.1.nodes.1.1.maximum"
    )
    settled = answered(asking(maximum), "d", "7.5")

    assert settled.index.places["1.1"].maximum == A("7.5").value
    for path in ("nodes.9.maximum", "", "totals.maximum.more"):
        with pytest.raises(AppError):
            answered(asking(dataclasses.replace(maximum, path=path)), "d", "7.5")


def test_a_date_is_a_day():
    day = OpenQuestion(code="d", words="Số liệu đến ngày nào?", asks=ValueKind.DATE, path="regulation.date")
    open_ = asking(day, regulation=frameworks.Regulation(title="Quyết định"))

    assert answered(open_, "d", "2023-12-31").regulation.date.isoformat() == "2023-12-31"
    with pytest.raises(AppError, match=r"question\.answer_unfit"):
        answered(open_, "d", "31/12/2023")


def test_unknown_questions_and_answers_are_refused_with_their_names():
    with pytest.raises(AppError, match=r"question\.unknown"):
        answered(asking(), "quy-doi", "khong")
    with pytest.raises(AppError, match=r"question\.answer_unfit"):
        answered(asking(RESCALE), "quy-doi", "mãi mãi")


# The patch ---------------------------------------------------------------------------------------------------------

RFC_7396 = [  # its appendix A, floats aside
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.parametrize(("target", "patch", "outcome"), RFC_7396)
def test_a_patch_merges_as_the_standard_says(target, patch, outcome):
    assert patched(target, patch) == outcome


def test_members_of_a_list_are_found_by_name_changed_and_taken_out():
    bands = [{"name": "Tốt", "at_least": "80"}, {"name": "Khá", "below": "80"}]

    assert patched(bands, {"Khá": {"below": "79"}}) == [bands[0], {"name": "Khá", "below": "79"}]
    assert patched(bands, {"Tốt": None}) == [bands[1]]
    with pytest.raises(AppError, match=r"question\.path_unknown"):
        patched(bands, {"Giỏi": {}})
    assert bands[1]["below"] == "80", "the target itself stays"


trees = st.recursive(
    st.none() | st.booleans() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


@given(
    target=st.dictionaries(st.text(max_size=2), st.text(max_size=2)), patch=st.dictionaries(st.text(max_size=2), trees)
)
def test_a_patch_applied_twice_is_a_patch_applied_once(target, patch):
    once = patched(target, patch)
    assert patched(once, patch) == once


# Checks ------------------------------------------------------------------------------------------------------------


def test_every_open_question_is_named():
    told = check(asking(RESCALE, dataclasses.replace(CAP, answer="khong")))

    assert [(problem.severity, problem.code) for problem in told] == [(Severity.WARNING, "question_open")]
    assert told[0].details == {"question": RESCALE.words}


WRONG = [
    (dataclasses.replace(RESCALE, options=()), "empty"),
    (dataclasses.replace(CAP, path="totals.mức"), "option"),
    (dataclasses.replace(CAP, options=(QuestionOption(key="x", label="X", sets={"totals": None}),)), "option"),
    (dataclasses.replace(CAP, options=(QuestionOption(key="x", label="X", sets={"steps": {"y": {}}}),)), "option"),
]


@pytest.mark.parametrize(("question", "slip"), WRONG)
def test_a_question_that_can_not_be_answered_is_an_error(question, slip):
    assert list(slips(asking(question))) == [(question, slip)]
    codes = {"empty": "question_empty", "option": "question_misses"}
    assert (Severity.ERROR, codes[slip]) in [(item.severity, item.code) for item in check(asking(question))]


def test_a_remark_of_the_framework_accepts_a_warning_but_no_error():
    wrong = dataclasses.replace(asking(), totals=frameworks.Totals(maximum=A("21")))
    known = Remark(words="Văn bản ghi 21 điểm, các nhóm cộng lại 20.", problem="totals_mismatch")

    assert [item.severity for item in check(wrong)] == [Severity.WARNING]
    assert [item.severity for item in check(dataclasses.replace(wrong, remarks=(known,)))] == [Severity.REMARK]
    empty = dataclasses.replace(wrong, nodes=(), remarks=(Remark(words="Trống.", problem="framework_empty"),))
    assert (Severity.ERROR, "framework_empty") in [(item.severity, item.code) for item in check(empty)]


def test_a_mere_text_is_told_and_not_asked():
    assert check(asking(TOLD)) == ()
    assert frameworks.from_json(frameworks.to_json(asking(TOLD, CAP))).questions == (TOLD, CAP)
    assert asking(TOLD).standing is Standing.COMPLETE
